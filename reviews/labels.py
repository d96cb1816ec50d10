"""How stored words about re-checks and checks are called on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.labels import CHANGES, FINDINGS, KINDS, WARNINGS
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from sources.labels import OUTCOMES

#: What a piece of evidence says about a claim.
CHECKS = {
    "supports": _("supports"),
    "contradicts": _("contradicts"),
    "context": _("context"),  # a person says so, no check does
    "not_enough": pgettext_lazy("outcome of a check", "inconclusive"),
}
#: In what a figure of a claim and one of its evidence differ.
MISMATCHES = {
    "si_prefix_slip": _("unit prefix error"),
    "scale_word_slip": _("scale word error"),
    "unit_swapped": _("wrong unit"),
    "percent_vs_points": _("percent confused with percentage points"),
    "digits_transposed": _("digits transposed"),
    "digit_dropped": _("digit missing or added"),
    "separator_misread": _("decimal and thousands separators confused"),
    "off_by_one_year": _("off by one year"),
    "range_end": _("one end of a range"),
    "strictness": _("bound too strict or too loose"),
    "qualifier_mismatch": _("refers to something else"),
    "date_mismatch": _("dates differ"),
    "negated": _("negation"),
    "value_mismatch": _("values differ"),
}
#: The parts of a ledger entry, as its payload names them.
PARTS = {
    "verdict": pgettext_lazy("part of a ledger entry", "verdict"),
    "claim": pgettext_lazy("part of a ledger entry", "claim"),
    "round": pgettext_lazy("part of a ledger entry", "review"),
    "rating": pgettext_lazy("part of a ledger entry", "rating"),
    "rationale": pgettext_lazy("part of a ledger entry", "rationale"),
    "supersedes": pgettext_lazy("part of a ledger entry", "supersedes"),
    "judged_by": pgettext_lazy("part of a ledger entry", "judged by"),
    "signed_off_by": pgettext_lazy("part of a ledger entry", "signed off by"),
    "published_at": pgettext_lazy("part of a ledger entry", "published at"),
    "rules_version": pgettext_lazy("part of a ledger entry", "rules version"),
    "citations": pgettext_lazy("part of a ledger entry", "citations"),
    "coverage": pgettext_lazy("part of a ledger entry", "coverage"),
}
NAMES: dict[str, Promise] = {**OUTCOMES, **KINDS, **WARNINGS, **FINDINGS, **CHANGES, **CHECKS, **MISMATCHES}


def label_of(name: str) -> str:
    """Return what a stored word is called in the reader's language; one that has no name yet, in its own letters."""
    return str(NAMES.get(name, name.replace("_", " ")))


def rules_in_words(version: str) -> str:
    """Return under which rules something was judged, and whether they are those of today."""
    if version == RULES_VERSION:
        said = _("version %(version)s (current)")
    elif version in RULES_VERSIONS:
        said = _("version %(version)s (older than the current %(today)s)")
    else:
        said = _("version %(version)s (unknown to this release)")
    return str(said) % {"version": version, "today": RULES_VERSION}
