"""What a person should look at before believing the text of a file: extraction goes on, and says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from core.translation.messages import Message
from core.translation.messages import gettext_noop as _

#: How many characters of what was met a warning quotes.
LONGEST_SAMPLE = 80


class WarningKind(StrEnum):
    """The kinds of warning; programs know them by their value."""

    UNDECODABLE_CHARACTERS = "undecodable_characters"
    GUESSED_ENCODING = "guessed_encoding"
    UNKNOWN_SYMBOL = "unknown_symbol"
    UNREADABLE_FONT = "unreadable_font"
    UNCERTAIN_SPACES = "uncertain_spaces"
    HIDDEN_TEXT = "hidden_text"
    RAISED_FIGURE = "raised_figure"
    STRUCK_OUT = "struck_out"
    STRUCK_OUT_WHOLE = "struck_out_whole"
    DATES_DISAGREE = "dates_disagree"
    CONTRADICTED_ENCODING = "contradicted_encoding"
    CHOSEN_ENCODING = "chosen_encoding"
    LOOKALIKE_LETTERS = "lookalike_letters"
    TURNED_DIRECTION = "turned_direction"
    RECOGNISED_TEXT = "recognised_text"
    UNREAD_PART = "unread_part"
    UNREAD_FIELD = "unread_field"
    UNREAD_NOTE = "unread_note"
    UNREAD_DRAWING = "unread_drawing"


#: What reading the bytes in another encoding may settle.
OF_THE_ENCODING = frozenset(
    [
        WarningKind.UNDECODABLE_CHARACTERS,
        WarningKind.GUESSED_ENCODING,
        WarningKind.CONTRADICTED_ENCODING,
        WarningKind.CHOSEN_ENCODING,
    ]
)
#: One sentence for people each: what was met, and what to do.
SENTENCES = {
    WarningKind.UNDECODABLE_CHARACTERS: _(
        "Some characters could not be decoded and stand as “�”: %(count)s, the first in “%(sample)s”. Compare "
        "these places with the original."
    ),
    WarningKind.GUESSED_ENCODING: _(
        "The file does not say how its characters are encoded; it was read as %(sample)s. If letters look wrong, choose "
        "another encoding."
    ),
    WarningKind.UNKNOWN_SYMBOL: _(
        "Symbols of a special font (%(sample)s) could not be read and stand as “�”: %(count)s in all. Compare "
        "these places with the original."
    ),
    WarningKind.UNREADABLE_FONT: _(
        "A font of this PDF does not say which letters it shows, so words may be read wrongly: %(count)s, such as "
        "“%(sample)s”. Compare them with the printed page, or upload a version with recognised text (OCR)."
    ),
    WarningKind.UNCERTAIN_SPACES: _(
        "Letters stand so far apart that the ends of words could not be told. Lines: %(count)s, such as "
        "“%(sample)s”. Compare them with the printed page."
    ),
    WarningKind.HIDDEN_TEXT: _(
        "Words that a reader of the page cannot see were left out: %(count)s, such as “%(sample)s”. Look at the "
        "page if they matter."
    ),
    WarningKind.RAISED_FIGURE: _(
        "Raised figures that may be powers or note marks stand in square brackets: %(count)s, such as %(sample)s. "
        "Look at them in the original."
    ),
    WarningKind.STRUCK_OUT: _(
        "What is struck out in the original was left out. Passages: %(count)s, the first “%(sample)s”. What "
        "replaces them was kept."
    ),
    WarningKind.STRUCK_OUT_WHOLE: _(
        "Most of this page is struck out in the original, from “%(sample)s” on. It was read all the same: look at the page for "
        "what still stands."
    ),
    WarningKind.DATES_DISAGREE: _(
        "The page states more than one day of publication: %(sample)s. The first was believed; look which is right."
    ),
    WarningKind.CONTRADICTED_ENCODING: _(
        "The bytes of the file are not in the encoding that it states; it was read as %(sample)s. If letters look wrong, "
        "choose another encoding."
    ),
    WarningKind.CHOSEN_ENCODING: _("Somebody chose to read this text as %(sample)s."),
    WarningKind.LOOKALIKE_LETTERS: _(
        "Words mix letters of two alphabets that look alike: %(count)s, such as “%(sample)s”. A search does not "
        "find them as they look; type such a name again before you search for it."
    ),
    WarningKind.TURNED_DIRECTION: _(
        "Hidden marks show parts of the text in another order than they are stored. Places: %(count)s, the first "
        "as stored “%(sample)s”. Compare them with the original."
    ),
    WarningKind.RECOGNISED_TEXT: _(
        "Words were recognised from a picture of the page (OCR), so figures may be wrong. Pages: %(count)s. "
        "Compare them with the picture."
    ),
    WarningKind.UNREAD_PART: _(
        "Parts of the document are in another format (%(sample)s) and were not read: %(count)s. Open it in Word, "
        "save it again as .docx and upload that."
    ),
    WarningKind.UNREAD_FIELD: _(
        "Filled fields of this form say nothing of how they look and were not read: %(count)s, such as "
        "“%(sample)s”. Print the form to a PDF and upload that."
    ),
    WarningKind.UNREAD_NOTE: _(
        "Comments, stamps and marks that somebody put on the text were not read: %(count)s, such as “%(sample)s”. Look at "
        "them in the original if they matter."
    ),
    WarningKind.UNREAD_DRAWING: _(
        "Charts, diagrams and embedded objects were not read, nor the words and figures in them: %(count)s. Look at them "
        "in the original."
    ),
}


@dataclass(frozen=True)
class ExtractionWarning:
    """A doubt about the text: how often it was met, and the first words (at most 80 characters) that show it."""

    kind: WarningKind
    count: int = 1
    sample: str = ""

    @property
    def sentence(self) -> Message:
        """Return the sentence for people."""
        return Message(SENTENCES[self.kind], count=self.count, sample=self.sample[:LONGEST_SAMPLE])

    def as_json(self) -> dict[str, str | int]:
        """Return what a program is told of it, the sentence in English."""
        return {"kind": self.kind.value, "count": self.count, "sample": self.sample, "sentence": str(self.sentence)}

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Self:
        """Rebuild a warning from its fields. Raises ValueError or KeyError where they are none."""
        return cls(WarningKind(fields["kind"]), int(fields["count"]), str(fields["sample"])[:LONGEST_SAMPLE])
