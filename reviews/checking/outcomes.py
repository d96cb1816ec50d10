"""What a check of a claim against one piece of evidence can come to, and on what ground."""

from enum import StrEnum


class CheckOutcome(StrEnum):
    """What the evidence says about the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    NOT_ENOUGH = "not_enough"


class Mismatch(StrEnum):
    """In what a claim and the evidence that contradicts it differ, the most telling kind first."""

    SI_PREFIX_SLIP = "si_prefix_slip"
    SCALE_WORD_SLIP = "scale_word_slip"
    UNIT_SWAPPED = "unit_swapped"
    PERCENT_VS_POINTS = "percent_vs_points"
    DIGITS_TRANSPOSED = "digits_transposed"
    DIGIT_DROPPED = "digit_dropped"
    SEPARATOR_MISREAD = "separator_misread"
    OFF_BY_ONE_YEAR = "off_by_one_year"
    RANGE_END = "range_end"
    STRICTNESS = "strictness"
    QUALIFIER_MISMATCH = "qualifier_mismatch"
    DATE_MISMATCH = "date_mismatch"
    NEGATED = "negated"
    VALUE_MISMATCH = "value_mismatch"


class Ground(StrEnum):
    """What an outcome stands on."""

    FIGURES_HOLD = "figures_hold"
    A_FIGURE_FAILS = "a_figure_fails"
    WORDS_AGREE = "words_agree"
    NEGATED = "negated"
