"""Finding quotes again, comparing them and checking claims: what is decided rightly, and how fast, on our own edited prose."""

from collections import Counter

from claims.anchoring import find_quote
from reviews.checking import QUIET, check_claim, compare_quote
from tests.bench.measuring import Outcome, cpu_seconds
from tests.claims.anchoring.generated import Case
from tests.claims.anchoring.pages import page_cases
from tests.claims.anchoring.prose import REPORTS
from tests.claims.anchoring.test_searching import verdict
from tests.reviews.checking.perturbations import MEANING, PRINT, Edit, edited

_SEED = 31
_BEFORE, _AFTER = "The minutes are kept in a separate box. ", " Nothing else was printed about it."
_SLOWEST_MS = 25


def measure() -> list[Outcome]:
    """Report how 1,020 quotes are found again on pages of 20 KB, and thousands of edits and claims."""
    return [*_anchoring(page_cases(60, _SEED)), *_comparing(), _checking()]


def _anchoring(cases: list[Case]) -> list[Outcome]:
    verdicts = Counter(map(verdict, cases))
    share = {what: verdicts[what] / len(cases) for what in ("right", "uncertain", "wrong")}
    millis = 1000 * cpu_seconds(lambda: [_found(case) for case in cases]) / len(cases)
    return [
        Outcome("anchoring: right", f"{share['right']:.1%}", "≥ 88 %", share["right"] >= 0.88),
        Outcome("anchoring: to a person", f"{share['uncertain']:.1%}", "≤ 10 %", share["uncertain"] <= 0.10),
        Outcome("anchoring: wrong", f"{share['wrong']:.1%}", "≤ 1 %", share["wrong"] <= 0.01),
        Outcome("anchoring: mean at 20 KB", f"{millis:.1f} ms", f"≤ {_SLOWEST_MS} ms", millis <= _SLOWEST_MS),
    ]


def _found(case: Case) -> object:
    return find_quote(case.quote, case.after, prefix=case.prefix, suffix=case.suffix)


def _comparing() -> list[Outcome]:
    meaning, seconds = _quiet_share(MEANING)
    printed, more_seconds = _quiet_share(PRINT)
    rows = sum(1 for edits in (MEANING, PRINT) for _ in edited(edits, REPORTS, seed=_SEED))
    return [
        Outcome("compare_quotes: silent", f"{meaning:.2%} of edits of the meaning", "≤ 0.5 %", meaning <= 0.005),
        Outcome("compare_quotes: alarms", f"{1 - printed:.2%} of edits of the print", "≤ 2 %", 1 - printed <= 0.02),
        Outcome("compare_quotes: speed", f"{rows / (seconds + more_seconds):,.0f} rows/s"),
    ]


def _quiet_share(edits: dict[str, Edit]) -> tuple[float, float]:
    """The share of the edits that is reported as quiet, and the seconds of processor time that took."""
    pairs = [(old, new) for _, old, new in edited(edits, REPORTS, seed=_SEED)]
    changes: list[bool] = []
    seconds = cpu_seconds(lambda: changes.extend(_is_quiet(old, new) for old, new in pairs))
    return sum(changes) / len(pairs), seconds


def _is_quiet(old: str, new: str) -> bool:
    return compare_quote(old, _BEFORE + new + _AFTER, prefix=_BEFORE, suffix=_AFTER).change in QUIET


def _checking() -> Outcome:
    pairs = [(old, new) for _, old, new in edited(MEANING, REPORTS, seed=_SEED)]
    seconds = cpu_seconds(lambda: [check_claim(old, new) for old, new in pairs])
    return Outcome("check_claims: speed", f"{len(pairs) / seconds:,.0f} rows/s")
