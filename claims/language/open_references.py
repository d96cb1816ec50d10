"""Words of a claim that no reading was sure of, with the names between which a person may choose."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.language.claiming import MAY_MEAN
from claims.language.wording import word_places
from core.translation.messages import match_template


@dataclass(frozen=True)
class OpenReference:
    """The words as the claim prints them, and the names that they may stand for, likeliest first."""

    words: str
    names: tuple[str, ...]


def open_references(text: str, warnings: Iterable[str]) -> list[OpenReference]:
    """Return what the warnings of a claim leave open and a name can take the place of.

    Words that the claim prints never, or more than once, are for a person to reword.
    """
    found = []
    for values in (match_template(warning, [MAY_MEAN]).values for warning in warnings):
        places = word_places(text.lower(), str(values["word"]).lower()) if values else []
        if len(places) == 1:
            start, end = places[0]
            found.append(OpenReference(text[start:end], tuple(str(values["names"]).split("; "))))
    return found
