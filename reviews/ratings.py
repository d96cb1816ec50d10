"""The ratings that a judgement gives and a verdict publishes: one table, which choices, pages, keys and colours are made from."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from reviews.checking import CheckOutcome


class Tone(StrEnum):
    """A colour with its background, by the name it has in the style sheets and in the labels of the admin."""

    SUCCESS = "success"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


class Underline(StrEnum):
    """The form of the line under a judged claim of an article; dotted is unjudged, double is endangered."""

    SOLID = "solid"
    DASHED = "dashed"
    WAVY = "wavy"


@dataclass(frozen=True)
class RatingRow:
    """How a rating is shown and chosen, and what speaks for it.

    `sign` stands beside the word, so that no colour tells alone; `key` chooses it while somebody judges. `fits` are the
    outcomes of a check whose explanation may stand as the reason of the rating. `points` is how true it finds the claim on
    ClaimReview's scale from 1 to 5.
    """

    sign: str
    key: str
    tone: Tone
    underline: Underline
    fits: tuple[CheckOutcome, ...]
    points: int

    @property
    def css(self) -> str:
        """The classes of the style sheets that show it."""
        return f"tone-{self.tone} underline-{self.underline}"


class Rating(TextChoices):
    """What a claim is found to be: the value that is stored, its row, and its word."""

    VERIFIED = (
        "verified",
        RatingRow("✓", key="v", tone=Tone.SUCCESS, underline=Underline.SOLID, fits=(CheckOutcome.SUPPORTS,), points=5),
        _("Verified"),
    )
    DISPUTED = (
        "disputed",
        RatingRow(
            "≈", key="d", tone=Tone.WARNING, underline=Underline.DASHED, fits=(CheckOutcome.CONTRADICTS,), points=3
        ),
        _("Disputed"),
    )
    WRONG = (
        "wrong",
        RatingRow("✕", key="w", tone=Tone.DANGER, underline=Underline.WAVY, fits=(CheckOutcome.CONTRADICTS,), points=1),
        _("Wrong"),
    )

    row: RatingRow

    def __new__(cls, value: str, *rows: RatingRow) -> "Rating":
        # There is one row each; a look-up such as Rating("wrong") is to a type checker a call of this without any.
        rating = str.__new__(cls, value)
        rating._value_ = value
        [rating.row] = rows
        return rating


#: How many characters the longest stored value has.
LONGEST_RATING = max(map(len, Rating.values))
