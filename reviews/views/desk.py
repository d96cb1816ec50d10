"""The desk: the claims of all articles that wait for somebody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from reviews import queries
from reviews.queries import desk_views
from reviews.views import PAGE


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    view = request.GET.get("view", "all")
    search = request.GET.get("q", "").replace("\0", "").strip()
    before = request.GET.get("before", "")
    shown = list(
        queries.desk(
            view=view if view in queries.DESK_VIEWS else "all",
            search=search,
            before=int(before[:18]) if before.isdecimal() else None,
            limit=PAGE + 1,
        )
    )
    context = {
        "claims": shown[:PAGE],
        "older_than": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "view": view,
        "search": search,
    }
    if request.htmx:
        return render(request, "reviews/_desk_rows.html", context)
    return render(request, "reviews/desk.html", {**context, "views": _views()})


def _views() -> list[dict]:
    counts = queries.desk_counts()
    return [
        {"name": view.name, "label": view.label, "count": _shown_count(counts[view.name])}
        for view in queries.DESK_VIEWS.values()
    ]


def _shown_count(count: int) -> str:
    return f"{desk_views.COUNTED:,}+" if count > desk_views.COUNTED else f"{count:,}"
