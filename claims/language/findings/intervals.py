"""Arithmetic on printed values: a figure is an interval, and so is a sum, a difference or a ratio of figures."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from claims.language.quantities import Quantity

#: Nobody computes with more digits than are printed: half a point in a hundred is no error.
_SLACK = Decimal("0.005")
_TWO_DIGITS = Context(prec=2, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Interval:
    """All values from low to high."""

    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    def plus(self, other: "Interval") -> "Interval":
        """Return every sum of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def distance(self, other: "Interval") -> "Interval":
        """Return every difference between a value of each, without sign."""
        apart = max(self.low - other.high, other.low - self.high, Decimal(0))
        return Interval(apart, max(abs(self.high - other.low), abs(other.high - self.low)))

    def ratio(self, other: "Interval") -> "Interval | None":
        """Return every ratio of a value of each, None where the divisor may be zero or less."""
        return Interval(self.low / other.high, self.high / other.low) if other.low > 0 else None

    def meets(self, other: "Interval") -> bool:
        """Return whether a value may belong to both, give or take half a percent."""
        slack = _SLACK * max(abs(self.middle), abs(other.middle))
        return self.low - slack <= other.high and other.low - slack <= self.high


def interval_of(quantity: Quantity) -> Interval | None:
    """Return the values that a printed quantity may mean, None where one side is open."""
    if quantity.low is None or quantity.high is None:
        return None
    return Interval(quantity.low, quantity.high)


def two_digits(value: Decimal) -> str:
    """Print a value with two significant digits and no exponent: 898.3 is 900, 0.4232 is 0.42."""
    return f"{_TWO_DIGITS.create_decimal(value).normalize():,f}"
