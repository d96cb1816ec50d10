"""The desk: the claims of all articles, narrowed, sorted and searched, and the ways to look at it that people keep."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from core.text_search import text_search
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import queries, services
from reviews.queries import desk_pages
from reviews.views import PAGE, cursors
from reviews.views.desk_forms import DEFAULTS, DeskFilter, DoWithSeveral
from reviews.views.form_posts import posts_only

NO_SUCH_PAGE = gettext_lazy("There is no such page, so the first one is shown.")


@require_GET
def desk(request: PageRequest) -> HttpResponse:
    people = list(queries.judges())
    form = DeskFilter(request.GET, person=request.user, people=people)
    selection, kept = form.selection(), form.kept()
    after, faults = _after(request, sort=selection.sort, faults=form.faults())
    page = queries.desk(selection, after=after, limit=PAGE)
    context = {
        "page": page,
        "claims": page.claims,
        "today": selection.today,
        "next": _query(kept, after=cursors.written(page.next, sort=selection.sort)) if page.next else None,
        "first": _query(kept) if after else None,
        "shown": _query(kept),
        "address": _query(kept, after=request.GET.get("after", "") if after else ""),
        "search": selection.search,
        "looked_for": text_search(selection.search).terms,
        "nearest": queries.nearest_claims(selection.search) if selection.search and not page.claims else [],
        "is_narrowed": bool(kept.keys() - {"sort"}),
        "is_narrowed_beside_words": bool(kept.keys() - {"sort", "q"}),
        "faults": faults,
    }
    if request.htmx:
        return render(request, "reviews/_desk_rows.html", context)
    counts = _shown_counts(queries.desk_counts(selection, person=request.user.pk))
    form.count(counts)
    return render(
        request,
        "reviews/desk.html",
        {
            **context,
            "form": form,
            "bulk": DoWithSeveral(people=people),
            "views": [
                {"label": view.label, "count": counts["view"][name], "href": _query(kept, view=name)}
                | {"is_here": name == selection.view}
                for name, view in queries.DESK_VIEWS.items()
            ],
            "chips": _chips(form, kept),
            "saved_views": queries.saved_views(request.user),
        },
    )


@posts_only("desk")
def keep_view(request: PageRequest) -> HttpResponse:
    """Keep the way the desk is shown under a name."""
    form = DeskFilter(
        QueryDict(request.POST.get("address", "").lstrip("?")), person=request.user, people=list(queries.judges())
    )
    query = urlencode(form.kept())
    try:
        view = services.keep_view(
            by=request.user, name=query_params.text(request.POST, "name"), query=query, at=timezone.now()
        )
    except services.NothingSaid as fault:
        messages.error(request, message_of(fault))
    else:
        messages.success(request, _("View saved as “%(name)s”.") % {"name": view.name})
    return redirect(f"{reverse('desk')}?{query}")


@posts_only("desk")
def forget_views(request: PageRequest) -> HttpResponse:
    """Forget the kept views that were ticked."""
    count = services.forget_views(by=request.user, ids=query_params.integers(request.POST.getlist("views")))
    if count:
        told = ngettext("%(count)d view deleted.", "%(count)d views deleted.", count)
        messages.success(request, told % {"count": count})
    else:
        messages.error(request, _("Select the views to delete."))
    return redirect("desk")


def _after(request: PageRequest, *, sort: str, faults: list[str]) -> tuple[tuple | None, list[str]]:
    """Return where the page goes on, and what is wrong with the address."""
    given = request.GET.get("after", "")
    if not given:
        return None, faults
    try:
        return cursors.read(given, sort=sort), faults
    except BadSignature:
        return None, [*faults, str(NO_SUCH_PAGE)]


def _query(kept: dict[str, str], **changed: str) -> str:
    """Return the address of the desk with something changed; what holds anyway is left out of it."""
    query = {name: value for name, value in {**kept, **changed}.items() if value and value != DEFAULTS.get(name)}
    return f"?{urlencode(query)}"


def _chips(form: DeskFilter, kept: dict[str, str]) -> list[dict[str, str]]:
    """Return what narrows the desk and is in no list, each with the address of the desk without it."""
    labels = {"q": _("Search"), "article": _("Article"), "source": _("Source cited")}
    return [
        {"label": label, "value": str(form.cleaned_data[name]), "href": _query(kept, **{name: ""})}
        for name, label in labels.items()
        if name in kept
    ]


def _shown_counts(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, str]]:
    return {facet: {name: _shown_count(count) for name, count in found.items()} for facet, found in counts.items()}


def _shown_count(count: int) -> str:
    return f"{desk_pages.COUNTED:,}+" if count > desk_pages.COUNTED else f"{count:,}"
