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
    "not_enough": pgettext_lazy("outcome of a check", "not enough"),
}
#: In what a figure of a claim and one of its evidence differ.
MISMATCHES = {
    "si_prefix_slip": _("si prefix slip"),
    "scale_word_slip": _("scale word slip"),
    "unit_swapped": _("unit swapped"),
    "percent_vs_points": _("percent vs points"),
    "digits_transposed": _("digits transposed"),
    "digit_dropped": _("digit dropped"),
    "separator_misread": _("separator misread"),
    "off_by_one_year": _("off by one year"),
    "range_end": _("range end"),
    "strictness": _("strictness"),
    "qualifier_mismatch": _("qualifier mismatch"),
    "date_mismatch": _("date mismatch"),
    "negated": _("negated"),
    "value_mismatch": _("value mismatch"),
}
#: The parts of a ledger entry, as its payload names them.
PARTS = {
    "verdict": pgettext_lazy("part of a ledger entry", "verdict"),
    "claim": pgettext_lazy("part of a ledger entry", "claim"),
    "round": pgettext_lazy("part of a ledger entry", "round"),
    "rating": pgettext_lazy("part of a ledger entry", "rating"),
    "rationale": pgettext_lazy("part of a ledger entry", "rationale"),
    "supersedes": pgettext_lazy("part of a ledger entry", "supersedes"),
    "judged_by": pgettext_lazy("part of a ledger entry", "judged_by"),
    "signed_off_by": pgettext_lazy("part of a ledger entry", "signed_off_by"),
    "published_at": pgettext_lazy("part of a ledger entry", "published_at"),
    "rules_version": pgettext_lazy("part of a ledger entry", "rules_version"),
    "citations": pgettext_lazy("part of a ledger entry", "citations"),
}
NAMES: dict[str, Promise] = {**OUTCOMES, **KINDS, **WARNINGS, **FINDINGS, **CHANGES, **CHECKS, **MISMATCHES}


def label_of(name: str) -> str:
    """Return what a stored word is called in the reader's language; one that has no name yet, in its own letters."""
    return str(NAMES.get(name, name.replace("_", " ")))


def rules_in_words(version: str) -> str:
    """Return under which rules something was judged, and whether they are those of today."""
    if version == RULES_VERSION:
        said = _("version %(version)s, that of today")
    elif version in RULES_VERSIONS:
        said = _("version %(version)s, older than today's %(today)s")
    else:
        said = _("version %(version)s, which this release does not know")
    return str(said) % {"version": version, "today": RULES_VERSION}
