"""What an extraction gives: the text with its provenance, or a refusal with a sentence for the person at the screen."""

from dataclasses import dataclass
from datetime import date

from core.translation.messages import gettext_noop as _
from sources.extraction.extraction_warnings import ExtractionWarning

EXTRACTOR_VERSION = "4"

REFUSALS = {
    "empty": _("The file contains no text. Check that it is the right file."),
    "no_text_on_page": _(
        "The page has no readable text. It may only work in a browser: save it as a PDF there and upload that."
    ),
    "too_big": _("The file is larger than 20 MB. Upload a smaller one, or only the part you need checked."),
    "too_long": _("The file has more than 5 million characters of text. Split it and upload the parts."),
    "too_complex": _("Reading the file takes too much memory. Save it again as plain text or PDF and upload that."),
    "too_many_pages": _("The PDF has more than 1,000 pages. Upload only the pages you need checked."),
    "timeout": _("Reading the file took too long. Save it again as plain text or PDF and upload that."),
    "binary": _("The file is not text. Upload a TXT, HTML, PDF or DOCX file."),
    "unreadable_characters": _(
        "The character encoding of this file could not be recognised. Save it as UTF-8 text and upload it again."
    ),
    "encrypted": _("The file is password-protected. Remove the password and upload it again."),
    "no_text_layer": _(
        "The PDF contains only images of pages, no text. Run text recognition (OCR) on it and upload it again."
    ),
    "truncated": _("The PDF is incomplete. Download it again and upload the complete file."),
    "corrupt": _(
        "The file is damaged and could not be read. Open it in the program it comes from, save it again and "
        "upload that."
    ),
    "mismatch": _("The file's name and its content do not match. Check the file, or correct its extension."),
    "unsupported": _("This kind of file can't be read. Upload a TXT, HTML, PDF or DOCX file."),
    "old_word": _("This is the old Word format. Save it as .docx and upload that."),
    "unsafe_archive": _(
        "The DOCX file contains parts that Word does not write. Open it in Word, save it again and upload that."
    ),
    "extractor_unavailable": _(
        "The server could not read the file just now. Try again; if it keeps happening, tell an administrator."
    ),
}


class ExtractionRefused(Exception):
    """A file that gives no text: `code` for programs (a key of REFUSALS), `sentence` for people."""

    def __init__(self, code: str):
        self.code = code
        self.sentence = REFUSALS[code]
        super().__init__(self.sentence)

    def __reduce__(self) -> tuple[type["ExtractionRefused"], tuple[str]]:
        return type(self), (self.code,)


@dataclass(frozen=True)
class ExtractedText:
    """The text of a file.

    `text` is what claims are made of (the main text of a web page, for example), `visible_text` everything a reader
    sees; they are equal where the format knows no difference. Neither holds NUL, another control character than tab,
    line feed and carriage return, or a lone surrogate. `replacements` counts characters that could not be decoded.
    `published_on` is the day of publication that the file states, `language` its BCP 47 tag, both None where it states
    none. `chosen_encoding` is the encoding that the caller chose, None where the file's own was believed or guessed.
    `warnings` say what a person should look at before believing the text.
    """

    text: str
    visible_text: str
    title: str
    media_type: str
    charset: str | None
    extractor: str
    extractor_version: str
    replacements: int
    published_on: date | None = None
    language: str | None = None
    chosen_encoding: str | None = None
    warnings: tuple[ExtractionWarning, ...] = ()
