"""A person's own inbox: what they were told, what they have read, and what they want to be told."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from core.accounts.sessions import polled
from core.web import query_params
from core.web.requests import PageRequest
from reviews import forms, queries, services
from reviews.models import Notice, NoticeKind
from reviews.views import PAGE

_PLACE = re.compile(r"([ur])([0-9]{1,18})", re.ASCII)
FROM_THE_TOP = gettext_noop("There is no such page, so the first one is shown.")


@require_GET
def inbox(request: PageRequest) -> HttpResponse:
    """What this person was told, the unread things first."""
    wanted = request.GET.get("after", "")
    place = _place(wanted)
    if wanted and place is None:
        messages.warning(request, _(FROM_THE_TOP))
    shown = queries.inbox(request.user, place=place, limit=PAGE + 1)
    context = {
        "notices": shown[:PAGE],
        "next_page": _name(shown[PAGE - 1]) if len(shown) > PAGE else "",
        "is_first_page": place is None,
        "unread": queries.unread_count(request.user),
    }
    return render(request, "reviews/notice_list.html", context)


@polled
@require_GET
def count(request: PageRequest) -> HttpResponse:
    """How many notices are unread: the part that every page's head asks for."""
    return render(request, "reviews/_unread.html", {"unread": queries.unread_count(request.user)})


@require_http_methods(["GET", "POST"])
def read(request: PageRequest) -> HttpResponse:
    """Mark one notice as read, or all of this person's; `open` marks it and goes where it leads."""
    if request.method == "GET":
        return redirect("notices")
    opened = request.POST.get("open", "")
    if opened:
        notice = get_object_or_404(queries.notices(request.user), pk=query_params.integer(opened))
        services.mark_notices_read(by=request.user, ids=[notice.pk], at=timezone.now())
        return redirect(notice.path)
    if "all" in request.POST:
        services.mark_notices_read(by=request.user, at=timezone.now())
    else:
        services.mark_notices_read(
            by=request.user, ids=query_params.integers(request.POST.getlist("notice")), at=timezone.now()
        )
    return redirect("notices")


@require_http_methods(["GET", "POST"])
def choices(request: PageRequest) -> HttpResponse:
    """Which kinds of notice this person wants in the inbox, and which by mail."""
    form = forms.NoticeChoices(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            services.choose_notices(by=request.user, **form.cleaned_data)
            messages.success(request, _("Notification settings saved."))
        else:
            messages.error(request, _("There is no such kind of notification. Reload the page and choose again."))
        return redirect("notice_choices")
    chosen = queries.notice_choices(request.user)
    kinds = [
        {
            "kind": kind,
            "in_app": kind not in chosen or chosen[kind].in_app,
            "by_mail": kind not in chosen or chosen[kind].by_mail,
        }
        for kind in NoticeKind
    ]
    return render(request, "reviews/notice_choices.html", {"kinds": kinds})


def _place(wanted: str) -> queries.Place | None:
    found = _PLACE.fullmatch(wanted)
    return queries.Place(is_read=found[1] == "r", after=int(found[2])) if found else None


def _name(notice: Notice) -> str:
    return f"{'r' if notice.read_at else 'u'}{notice.pk}"
