"""The desk and an article as tables: every claim that the page shows or leads to, and what it shows of each."""

from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from claims.language.kinds import ClaimWarning
from claims.models import Article, Citation
from core.admin.row_files import CsvFile
from core.admin.workbooks import MEDIA_TYPE as XLSX
from core.admin.workbooks import as_xlsx
from core.web.one_moment import one_moment
from core.web.requests import PageRequest
from reviews import queries
from reviews.models import Assignment, Verdict
from reviews.queries import Selection
from reviews.queries.annotated import AnnotatedClaim
from reviews.templatetags.claim_state import is_endangered, state_of
from reviews.views.desk_forms import DeskFilter
from reviews.views.filtering import StateFilter, state_filter

#: Claims that are looked up at once.
STEP = 200

DESK_COLUMNS = (
    "claim_id", "claim", "attributed_to", "state", "rating", "source_changed", "contradiction", "finding", "ambiguous",
    "citations", "assignee", "due_on", "priority", "article_id", "article", "added_at",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "claim_id", "claim", "start", "end", "attributed_to", "state", "rating", "rationale", "citations", "source_changed",
    "findings", "published_at", "signed_off_by", "ledger_seq", "ledger_hash",
)  # fmt: skip

Rows = Iterator[tuple]


@require_GET
def export_desk(request: PageRequest, file_type: str) -> HttpResponseBase:
    """Every claim that the desk shows under this address, in its order, on all of its pages."""
    form = DeskFilter(request.GET, person=request.user, people=list(queries.judges()))
    if form.faults():  # which the page says; a table of all claims instead would be taken for what was asked for
        return redirect(f"{reverse('desk')}?{request.GET.urlencode()}")
    return _download("desk", file_type, DESK_COLUMNS, _desk_rows(form.selection()))


@require_GET
def export_article(request: PageRequest, pk: int, file_type: str) -> HttpResponseBase:
    """Every claim that the page of the article shows, in reading order."""
    article = get_object_or_404(Article, pk=pk)
    if article.duplicate_of_id:
        return redirect("export_article", article.duplicate_of_id, file_type)
    state = state_filter(request.GET.get("state", ""))
    if article.split_at is None or state is None:  # the page says why
        return redirect(f"{reverse('article', args=[pk])}?{request.GET.urlencode()}")
    return _download(f"article-{pk}", file_type, ARTICLE_COLUMNS, _article_rows(article, state, request.user))


def _download(name: str, file_type: str, columns: tuple[str, ...], rows: Rows) -> HttpResponse | StreamingHttpResponse:
    if file_type not in FORMATS:
        raise Http404(_("There is no such format. The formats are CSV and XLSX."))
    write, content_type = FORMATS[file_type]
    return StreamingHttpResponse(
        write(columns, _at_one_moment(rows)),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{file_type}"'},
    )


def _at_one_moment(rows: Rows) -> Rows:
    with one_moment():
        yield from rows


def _as_workbook(columns: tuple[str, ...], rows: Iterable[tuple]) -> Generator[bytes]:
    return as_xlsx("Claims", columns, rows)


FORMATS: dict[str, tuple[Callable[[tuple[str, ...], Iterable[tuple]], Iterator[bytes]], str]] = {
    "csv": (CsvFile().write, CsvFile.CONTENT_TYPE),
    "xlsx": (_as_workbook, XLSX),
}


def _desk_rows(selection: Selection) -> Rows:
    after = None
    while True:
        page = queries.desk(selection, after=after, limit=STEP)
        yield from map(_desk_row, page.claims)
        if page.next is None:
            return
        after = page.next


def _desk_row(claim: AnnotatedClaim) -> tuple:
    return (
        claim.pk,
        claim.text,
        claim.attributed_to,
        str(state_of(claim).word),
        claim.rating or "",
        is_endangered(claim),
        bool(claim.contradiction),
        bool(claim.finding),
        ClaimWarning.AMBIGUOUS in claim.lint,
        claim.cited,
        claim.assignee or "",
        claim.due_on,
        str(Assignment.Priority(claim.priority).label),
        claim.article_id,
        claim.article.title,
        _moment(claim.created_at),
    )


def _article_rows(article: Article, state: StateFilter, person: User) -> Rows:
    verdicts = queries.standing_verdicts(article)
    for claim in queries.article_claims(article, person):
        if state.shows(claim):
            yield (*_claim_cells(claim), *_verdict_cells(claim, verdicts.get(claim.pk)))


def _claim_cells(claim: AnnotatedClaim) -> tuple:
    return (claim.pk, claim.text, claim.start, claim.end, claim.attributed_to, str(state_of(claim).word))


def _verdict_cells(claim: AnnotatedClaim, verdict: Verdict | None) -> tuple:
    noticed = is_endangered(claim), len(claim.open_findings)
    if verdict is None:
        return ("", "", "", *noticed, "", "", None, "")
    return (
        verdict.rating,
        verdict.rationale,
        "\n".join(map(_cited, verdict.citations.all())),
        *noticed,
        _moment(verdict.published_at),
        verdict.signed_off_by.username,
        verdict.ledger_entry.seq,
        verdict.ledger_entry.hash,
    )


def _cited(citation: Citation) -> str:
    source = citation.snapshot.document
    return " ".join(filter(None, [f"“{citation.quote}”", source.title, source.url]))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
