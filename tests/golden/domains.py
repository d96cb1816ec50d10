"""What is held: each domain with its cases, the rules that it shows, and how an outcome of it is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from claims.language.dates import read_dates
from claims.language.quantities import quantity_as_json, read_quantities
from claims.language.splitting import SplitArticle, split_article
from reviews.checking import check_claim, compare_quote
from tests.golden import harvest
from tests.golden.cases import articles, checks, dates, quantities, quotes, references, units
from tests.golden.records import Case, Outcome
from tests.golden.versions import Version, versions_of


@dataclass(frozen=True)
class Domain:
    """One kind of outcome.

    `package` holds the rules that it shows, `fields` name the values of a case, `cases` makes them anew and always the same.
    `borrowed` are sentences of other tests. A domain that `is_closed` has one case for every row of a table of the rules, so that
    one more of them is a change of the rules.
    """

    name: str
    package: str
    fields: tuple[str, ...]
    cases: Callable[[], Iterable[Case]]
    answer: Callable[..., Outcome]
    borrowed: Callable[[], Iterable[Case]] = tuple
    is_closed: bool = False

    @property
    def versions(self) -> tuple[Version, ...]:
        """Return every version that a changed outcome has to raise."""
        return versions_of(self.package)


def _units(form: str) -> Outcome:
    """Read a unit or a currency behind a number and before one, with everything else that it may mean."""
    return tuple(
        f"{text}: {found.low} .. {found.high} {' or '.join(found.readings)}, {found.dimension}"
        for text in (f"7.5 {form}", f"{form}7.5")
        for found in read_quantities(f"It was {text}, then.")
    )


def _quantities(text: str) -> Outcome:
    return tuple(
        f"{found['surface']} at {found['start']}: {found['comparator']} {found['low']} .. {found['high']} "
        f"{found['unit'] or '-'}, {found['dimension']}"
        for found in map(quantity_as_json, read_quantities(text))
    )


def _dates(text: str, written_on: str) -> Outcome:
    return tuple(
        f"{span.surface} at {span.start}: {span.comparator} {span.first} .. {span.last}, {span.precision}"
        + (", relative" if span.relative else "")
        for span in read_dates(text, anchor=_day(written_on))
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _splitting(text: str, published_on: str) -> Outcome:
    split = split_article(text, published_on=_day(published_on))
    marks = [f"{mark.kind} {mark.surface} at {mark.start}" for mark in split.marks]
    # A title that the text begins with is told by its length, since most do.
    title = f"of {len(split.title)} characters" if text.startswith(split.title) else f"“{split.title}”"
    return (
        f"title {title}" + (f", published on {split.published_on}" if split.published_on else ""),
        *_claims(split),
        *(["marks: " + " | ".join(marks)] if marks else []),
        *(f"{finding.kind} of {finding.first} and {finding.second}" for finding in split.findings),
    )


def _claims(split: SplitArticle) -> Iterable[str]:
    for claim in (each.as_json() for each in split.claims):
        values = [*claim["quantities"], *claim["dates"]]
        yield " ".join(
            [
                claim["text"],
                f"[{claim['kind']} {'worthy' if claim['check_worthy'] else 'not worthy'} {claim['score']:.3f}]",
                *([f"by {claim['attributed_to']}"] if claim["attributed_to"] else []),
                " ".join(f"{start}-{end}" for start, end in claim["places"])
                + f"/{claim['sentence_start']}-{claim['sentence_end']}",
                *(["values: " + " | ".join(value["surface"] for value in values)] if values else []),
                *(f"({remark})" for remark in claim["lint"]),
            ]
        )


def _references(text: str) -> Outcome:
    return tuple(
        " ".join(
            [
                claim["text"],
                *([f"by {claim['attributed_to']}"] if claim["attributed_to"] else []),
                *(f"({remark})" for remark in claim["lint"]),
            ]
        )
        for claim in (each.as_json() for each in split_article(text).claims)
    )


def _checks(claim: str, evidence: str) -> Outcome:
    check = check_claim(claim, evidence)
    return (" ".join(filter(None, [check.outcome, check.kind])),)


def _quote_changes(quote: str, prefix: str, suffix: str, after: str) -> Outcome:
    compared = compare_quote(quote, after, prefix=prefix, suffix=suffix)
    return (f"{compared.change} {compared.start}-{compared.end}",)


DOMAINS = (
    Domain("units", "claims.language.units", ("form",), units.cases, _units, is_closed=True),
    Domain("quantities", "claims.language.quantities", ("text",), quantities.cases, _quantities, harvest.of_quantities),
    Domain("dates", "claims.language.dates", ("text", "written"), dates.cases, _dates, harvest.of_dates),
    Domain(
        "splitting", "claims.language.splitting", ("text", "published"), articles.cases, _splitting, harvest.of_articles
    ),
    Domain("references", "claims.language.reference", ("text",), references.cases, _references, harvest.of_references),
    Domain("checks", "reviews.checking", ("claim", "evidence"), checks.cases, _checks, harvest.of_checks),
    Domain("quote_changes", "reviews.checking", ("quote", "prefix", "suffix", "after"), quotes.cases, _quote_changes),
)
