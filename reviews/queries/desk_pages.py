"""The desk, a page at a time, and how many claims each of its facets has."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from claims.models import Citation, Claim, Finding
from claims.queries import HIT_END, HIT_START
from core.text_search import text_search
from reviews.models import Assignment
from reviews.queries.blindness import visible_citations, visible_findings
from reviews.queries.claims import with_assignment, with_review
from reviews.queries.desk_facets import FLAGS, Facet, Selection, facets
from reviews.queries.desk_sorts import SORTS, Key, Sort
from reviews.queries.desk_views import DESK_VIEWS, numbers_of
from reviews.ratings import Rating

#: A facet is counted up to here. Counting on would read every row for a figure that nobody acts on.
COUNTED = 1_000
#: Up to here the claims of a facet are all looked at; of a facet that has more, the claims are read in order.
FEW = 2_000
#: How many claims are looked at for one page, step by step, where they are read in order.
STEPS = (300, 1_700)
#: How many texts are read at once where the first that match are enough.
TEXTS_AT_ONCE = 200


@dataclass(frozen=True)
class DeskPage:
    """Some claims, and the key to go on after, None at the end.

    `cut_short` tells that there are fewer than asked for because so many others stand between them.
    """

    claims: list[Claim]
    next: Key | None
    cut_short: bool = False


def desk(selection: Selection | None = None, *, after: Key | None = None, limit: int = 50) -> DeskPage:
    """Return the claims of a selection, `limit` at most, each with its round, verdict, assignment and flags.

    The claims are found by number first: what stands beside them is then looked up for these only. Whatever is asked
    for, no more than a fixed number of claims is looked at.
    """
    selection = selection or Selection()
    sort = SORTS[selection.sort]
    keys, last = _find(facets(selection), sort, after, limit)
    shown = keys[:limit]
    return DeskPage(
        _in_detail(shown, selection),
        shown[-1] if len(keys) > limit else last,
        cut_short=len(keys) <= limit and last is not None,
    )


def desk_counts(selection: Selection, *, person: int) -> dict[str, dict[str, int]]:
    """How many claims of the desk each choice of each facet has, whatever else is chosen: {facet: {choice: count}}.

    COUNTED + 1 stands for that many or more.
    """
    choices, question, values = _counting(selection.today, person, COUNTED + 1)
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        counts = cursor.fetchone()
    counted: dict[str, dict[str, int]] = {}
    for (facet, choice), count in zip(choices, counts, strict=True):
        counted.setdefault(facet, {})[choice] = min(count, COUNTED + 1)
    return counted


@lru_cache(maxsize=200)  # to put the question together takes as long as to answer it, and it changes with the day
def _counting(today: date, person: int, most: int) -> tuple[tuple[tuple[str, str], ...], str, tuple]:
    """Return the choices of the facets, and one question to the database that counts each of them up to `most`."""
    blank = Selection(today=today)
    choices = {
        **{("view", name): numbers_of(view) for name, view in DESK_VIEWS.items()},
        **{("rating", name): _numbers(replace(blank, rating=name)) for name in Rating.values},
        **{("flag", name): _numbers(replace(blank, flag=name)) for name in FLAGS},
        ("assignee", "me"): _numbers(replace(blank, assignee=person)),
        **{("priority", str(each)): _numbers(replace(blank, priority=each)) for each in Assignment.Priority.values[1:]},
    }
    counts, values = [], []
    for parts in choices.values():
        compiled = [part[:most].query.sql_with_params() for part in parts]
        # Django's own SQL; what it is given stays apart.
        counts.append(" + ".join(f"(SELECT COUNT(*) FROM ({sql}) counted)" for sql, _ in compiled))  # noqa: S608
        values += [value for _, given in compiled for value in given]
    return tuple(choices), f"SELECT {', '.join(counts)}", tuple(values)


def _numbers(selection: Selection) -> tuple[QuerySet, ...]:
    [facet] = facets(selection)
    return facet.numbers


def _find(wanted: list[Facet], sort: Sort, after: Key | None, limit: int) -> tuple[list[Key], Key | None]:
    """Find the keys of the claims that follow `after`, more than `limit` where there are more.

    The second value is the key that was reached where the search was given up before the page was full.
    """
    if sort.name == "newest" and len(wanted) == 1 and wanted[0].numbers and wanted[0].newest_first:
        return _newest_of(wanted[0], after, limit + 1), None
    few = _few(wanted)
    if few is not None:
        return _matching(few, wanted, sort, limit + 1, after=after), None
    if not wanted:
        return sort.keys_after(after, limit + 1), None
    return _walk(wanted, sort, after, limit)


def _newest_of(facet: Facet, after: Key | None, size: int) -> list[Key]:
    """Return the newest claims of one facet, read along its index."""
    parts = []
    for numbers in facet.numbers:
        earlier = numbers.filter(number__lt=after[0]) if after else numbers
        parts.append(earlier.order_by("-number")[:size])
    newest = parts[0].union(*parts[1:], all=True).order_by("-number")[:size] if len(parts) > 1 else parts[0]
    return [(row["number"],) for row in newest]


def _few(wanted: list[Facet]) -> list[int] | None:
    """Return the numbers of the claims of the first facet that has few of them."""
    for facet in wanted:
        if facet.numbers:
            found = [row["number"] for part in facet.numbers for row in part[: FEW + 1]]
            if len(found) <= FEW:
                return found
    return None


def _walk(wanted: list[Facet], sort: Sort, after: Key | None, limit: int) -> tuple[list[Key], Key | None]:
    """Read the claims in order, some more at each step, until enough of them match."""
    lead = next((facet for facet in wanted if facet.newest_first and facet.numbers), None)
    found: list[Key] = []
    for size in STEPS:
        keys = _newest_of(lead, after, size) if lead and sort.name == "newest" else sort.keys_after(after, size)
        found += _matching([key[-1] for key in keys], wanted, sort, limit + 1 - len(found))
        if len(found) > limit or len(keys) < size:
            return found, None
        after = keys[-1]
    return found, after


def _matching(numbers: list[int], wanted: list[Facet], sort: Sort, most: int, *, after: Key | None = None) -> list[Key]:
    """Return the first keys of those of these claims that meet every condition and follow `after`, in their order."""
    quick = [facet for facet in wanted if not facet.reads_text]
    keys = sorted(_asked(numbers, quick, sort.fields, sort.lookups), key=sort.rank)
    if after is not None:
        keys = [key for key in keys if sort.rank(key) > sort.rank(after)]
    slow = [facet for facet in wanted if facet.reads_text]
    if not slow:
        return keys[:most]
    found: list[Key] = []
    for first in range(0, len(keys), TEXTS_AT_ONCE):
        some = keys[first : first + TEXTS_AT_ONCE]
        have = {number for (number,) in _asked([key[-1] for key in some], slow, ("pk",), {})}
        found += [key for key in some if key[-1] in have]
        if len(found) >= most:
            break
    return found[:most]


def _asked(
    numbers: list[int], wanted: list[Facet], fields: tuple[str, ...], lookups: dict[str, Combinable]
) -> QuerySet:
    """Return the values of those of these claims that meet the conditions.

    Each condition looks at one claim at a time, so that no plan of the database can read a whole table instead.
    """
    asked = {name: lookup for facet in wanted for name, lookup in facet.lookups.items() if name not in lookups}
    claims = Claim.objects.active().filter(pk__in=numbers).alias(**asked).annotate(**lookups)
    return claims.filter(*(facet.condition for facet in wanted)).values_list(*fields)


def _in_detail(keys: list[Key], selection: Selection) -> list[Claim]:
    """These claims, in this order, with everything that a row of the desk shows."""
    open_findings = Finding.objects.filter(claim=OuterRef("pk"), state=Finding.State.OPEN)
    citations = Citation.objects.filter(claim=OuterRef("pk"))
    if selection.person is not None:
        open_findings = visible_findings(open_findings, selection.person)
        citations = visible_citations(citations, selection.person)
    findings = open_findings.order_by().values("pk")
    cited = citations.order_by().values("claim").annotate(count=Count("pk"))
    claims = with_assignment(with_review(Claim.objects.filter(pk__in=[key[-1] for key in keys])))
    found = (
        claims.annotate(
            # Not as Exists: the database would rather read every open finding there is.
            finding=Subquery(findings.filter(citation__isnull=False)[:1]),
            contradiction=Subquery(findings.filter(citation=None)[:1]),
            cited=Coalesce(Subquery(cited.values("count")), 0),
            assignment_version=Coalesce(
                Subquery(Assignment.objects.filter(claim=OuterRef("pk")).values("version")[:1]), 0
            ),
        )
        .select_related("article")
        .in_bulk()
    )
    if selection.search:
        asked = text_search(selection.search)
        for claim in found.values():
            claim.marked = asked.mark(claim.text, HIT_START, HIT_END)  # type: ignore[attr-defined]
    return [found[key[-1]] for key in keys if key[-1] in found]
