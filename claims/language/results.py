"""What splitting an article yields: claims, marks and contradictions, with their places in the article."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from claims.language.dates import DateSpan
from claims.language.kinds import ClaimKind, FindingKind, MarkKind
from claims.language.quantities import Quantity, QuantityJson, quantity_as_json
from core.article_language import ENGLISH, ArticleLanguage


class DateJson(TypedDict):
    """A date as other programs read it, its days in ISO form."""

    surface: str
    start: int
    end: int
    first: str | None
    last: str | None
    precision: str
    relative: bool


class ClaimJson(TypedDict):
    """A claim as `manage.py split_article` prints it."""

    text: str
    quote_start: int
    quote_end: int
    sentence_start: int
    sentence_end: int
    kind: str
    check_worthy: bool
    score: float
    attributed_to: str | None
    quantities: list[QuantityJson]
    dates: list[DateJson]
    lint: list[str]
    places: list[list[int]]


@dataclass(frozen=True)
class ExtractedClaim:
    """One statement of an article: its standalone text and the exact characters of the article it stands on."""

    text: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    kind: ClaimKind
    check_worthy: bool
    score: float
    reasons: tuple[str, ...]
    attributed_to: str | None
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]
    lint: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def also_at(self, places: tuple[tuple[int, int], ...]) -> "ExtractedClaim":
        """Return the same claim, stated at further places of the article."""
        return replace(self, places=tuple(dict.fromkeys(self.places + places)))

    def as_json(self) -> ClaimJson:
        """Return the claim as the plain values that `manage.py split_article` prints."""
        return {
            "text": self.text,
            "quote_start": self.start,
            "quote_end": self.end,
            "sentence_start": self.sentence_start,
            "sentence_end": self.sentence_end,
            "kind": self.kind,
            "check_worthy": self.check_worthy,
            "score": self.score,
            "attributed_to": self.attributed_to,
            "quantities": [quantity_as_json(quantity) for quantity in self.quantities],
            "dates": [date_as_json(span) for span in self.dates],
            "lint": list(self.lint),
            "places": [list(place) for place in self.places],
        }


@dataclass(frozen=True)
class ExtractedMark:
    """A checkable token of an article."""

    kind: MarkKind
    start: int
    end: int
    surface: str


@dataclass(frozen=True)
class Contradiction:
    """Two claims of one article that cannot both hold; first and second are indexes into its claims."""

    kind: FindingKind
    first: int
    second: int
    explanation: str


@dataclass(frozen=True)
class SplitArticle:
    """Everything that was read in one article."""

    title: str
    published_on: date | None
    claims: list[ExtractedClaim]
    marks: list[ExtractedMark]
    findings: list[Contradiction]
    language: ArticleLanguage = ENGLISH


def date_as_json(span: DateSpan) -> DateJson:
    return {
        "surface": span.surface,
        "start": span.start,
        "end": span.end,
        "first": span.first.isoformat() if span.first else None,
        "last": span.last.isoformat() if span.last else None,
        "precision": span.precision,
        "relative": span.relative,
    }
