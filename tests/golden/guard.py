"""Holds the rules against what is recorded under their version, and records what new rules give."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.golden import records
from tests.golden.domains import Domain
from tests.golden.records import Case, Outcome, Record

COMMAND = ".venv/bin/python -m tests.golden record"
_SHOWN = 5
_NUMBER = re.compile(r"\d+$")


class RecordRefused(Exception):
    """Outcomes cannot be recorded; the message says why."""


@dataclass(frozen=True)
class Difference:
    """One case of which the rules now make something else. None: this case was not there before."""

    case: Case
    was: Outcome | None
    now: Outcome


def outcomes_of(domain: Domain, cases: Mapping[Case, object] | None = None) -> dict[Case, Outcome]:
    """Return what the rules make now of these cases, or of all that the domain has."""
    wanted = [*domain.cases(), *domain.borrowed()] if cases is None else cases
    return {case: domain.answer(*case) for case in wanted}


def differences(domain: Domain, record: Record) -> list[Difference]:
    """Return every recorded case with another outcome now, and of a closed domain every case that is not recorded."""
    now = outcomes_of(domain, record.outcomes)
    changed = [Difference(case, was, now[case]) for case, was in record.outcomes.items() if was != now[case]]
    added = [case for case in domain.cases() if case not in record.outcomes] if domain.is_closed else []
    return changed + [Difference(case, None, domain.answer(*case)) for case in added]


def present_versions(domain: Domain) -> dict[str, str]:
    """Return the versions of the rules that a domain shows, as they stand in the code."""
    return {version.constant: version.present() for version in domain.versions}


def fault_of(domain: Domain, record: Record) -> str:
    """Say what has to be done before the rules may stay as they are; nothing where they give what is recorded."""
    differing = differences(domain, record)
    standing = _not_raised(domain, record)
    if differing and standing:
        return _raise_first(domain, differing, standing)
    if differing or dict(record.versions) != present_versions(domain):
        return (
            f"The outcomes of {domain.name} are not recorded under {_in_words(present_versions(domain))}. Run {COMMAND}"
        )
    unrecorded = [case for case in domain.cases() if case not in record.outcomes]
    if unrecorded:
        return f"{len(unrecorded)} cases of {domain.name} are not recorded, such as {unrecorded[0]}. Run {COMMAND}"
    return ""


def record_anew(domain: Domain, folder: Path = records.OUTCOMES) -> int:
    """Record what the rules give now, and return how many cases that are.

    Under a version that stays, only new cases are added. Under versions that were raised, cases that are no longer made are
    dropped; the outcomes of older versions are kept by the version control and nowhere else. Raises RecordRefused where outcomes
    differ under a version that stays, or where a version went back.
    """
    path = records.path_of(domain.name, folder)
    versions = present_versions(domain)
    now = outcomes_of(domain)
    if path.exists():
        record = records.read(path, domain.fields)
        for constant, version in versions.items():
            if _age(version) < _age(record.versions[constant]):
                raise RecordRefused(f"{constant} went back from {record.versions[constant]} to {version}.")
        standing = _not_raised(domain, record)
        differing = differences(domain, record) if standing else []
        if differing:
            raise RecordRefused(_raise_first(domain, differing, standing))
        if standing:
            now = {**record.outcomes, **now}
    records.write(path, domain.fields, Record(versions, now))
    return len(now)


def _age(version: str) -> int:
    number = _NUMBER.search(version)
    return int(number.group()) if number else 0


def _not_raised(domain: Domain, record: Record) -> list[str]:
    """Return the constants that have the value under which the outcomes were recorded."""
    return [name for name, version in present_versions(domain).items() if record.versions.get(name) == version]


def _raise_first(domain: Domain, differing: list[Difference], standing: list[str]) -> str:
    """Name the versions to raise, and show some of the cases."""
    to_raise = [version for version in domain.versions if version.constant in standing]
    stands = _in_words({version.constant: version.present() for version in to_raise})
    return "\n".join(
        [
            f"{len(differing)} outcomes of {domain.name} differ while {stands} stays. If that was meant:",
            *(f"  raise {version.constant}: {version.how_to_raise};" for version in to_raise),
            f"  then run {COMMAND}",
            "If nothing of ours changed, a package did whose version is pinned in requirements.txt. Some of the cases:",
            *(line for difference in differing[:_SHOWN] for line in shown(domain, difference)),
        ]
    )


def shown(domain: Domain, difference: Difference) -> list[str]:
    """Print a case with what the rules made of it and what they make of it now."""
    lines = [""]
    lines += [f"  {name}: {records.escaped(value)}" for name, value in zip(domain.fields, difference.case, strict=True)]
    if difference.was is None:
        return [*lines, "  was not there", *(f"  now: {line}" for line in difference.now)]
    for name, outcome, other in (("was", difference.was, difference.now), ("now", difference.now, difference.was)):
        # Of a long outcome only the lines that differ; where they only changed places, all of them.
        own = [line for line in outcome if line not in other] or outcome or ("nothing",)
        lines += [f"  {name}: {line}" for line in own]
    return lines


def _in_words(versions: Mapping[str, str]) -> str:
    return " and ".join(f"{constant} {version}" for constant, version in versions.items())
