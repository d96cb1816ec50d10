"""What people do with several claims of the desk at once."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import check_is_staff
from core.web.requests import PageRequest
from reviews import queries, services
from reviews.views.desk_forms import Action, DeskFilter, DoWithSeveral, Several
from reviews.views.form_posts import posts_only


@posts_only("desk")
def bulk(request: PageRequest) -> HttpResponse:
    """Do what was asked for to each of the chosen claims, and say how many it was done to."""
    check_is_staff(request.user)
    people = list(queries.judges())
    form = DoWithSeveral(request.POST, people=people)
    fault = form.fault()
    if fault:
        messages.error(request, fault)
        return _back(request, people)
    several = form.several()
    result = services.apply_to_each(several.numbers, _action(request, form, several))
    tell = messages.success if result.is_whole else messages.warning
    tell(request, result.sentences(_done(form, result.done)))
    return _back(request, people)


def _done(form: DoWithSeveral, count: int) -> str:
    """Say what was done to how many claims."""
    given = form.cleaned_data
    told = {
        Action.ASSIGN: ngettext("%(count)s claim assigned.", "%(count)s claims assigned.", count)
        if form.person()
        else ngettext("%(count)s claim unassigned.", "%(count)s claims unassigned.", count),
        Action.DUE: ngettext("Due date set for %(count)s claim.", "Due date set for %(count)s claims.", count)
        if given.get("due_on")
        else ngettext("Due date removed from %(count)s claim.", "Due date removed from %(count)s claims.", count),
        Action.PRIORITY: ngettext("Priority set for %(count)s claim.", "Priority set for %(count)s claims.", count),
        Action.DISMISS: ngettext("%(count)s claim dismissed.", "%(count)s claims dismissed.", count),
        Action.RECHECK: ngettext(
            "Re-checks queued for %(count)s claim.", "Re-checks queued for %(count)s claims.", count
        ),
        Action.SECOND: ngettext(
            "Second judgement requested for %(count)s claim.", "Second judgement requested for %(count)s claims.", count
        ),
    }
    return told[given["action"]] % {"count": count}


def _action(request: PageRequest, form: DoWithSeveral, several: Several) -> Callable[[Claim], object]:
    by, at, given = request.user, timezone.now(), form.cleaned_data

    def assign(change: services.AssignmentChange) -> Callable[[Claim], object]:
        return lambda claim: services.assign(
            by=by, claim=claim, change=change, at=at, seen_version=several.seen_versions.get(claim.pk)
        )

    def recheck(claim: Claim) -> None:
        if not services.request_rechecks(citations=queries.citations_for(claim, by), at=at, by=by):
            raise NothingToDo(_("It has no citations to re-check."))

    actions = {
        Action.ASSIGN: lambda: assign(services.AssignmentChange(assignee=form.person())),
        Action.DUE: lambda: assign(services.AssignmentChange(due_on=given["due_on"])),
        Action.PRIORITY: lambda: assign(services.AssignmentChange(priority=given["priority"])),
        Action.DISMISS: lambda: lambda claim: services.dismiss_claim(by=by, claim=claim, reason=given["reason"], at=at),
        Action.RECHECK: lambda: recheck,
        Action.SECOND: lambda: lambda claim: services.ask_for_second_judgement(by=by, claim=claim, at=at),
    }
    return actions[given["action"]]()


def _back(request: PageRequest, people: list[User]) -> HttpResponse:
    """To the desk as it was shown, which is nothing but a query: no address of another site gets in."""
    address = QueryDict(request.POST.get("address", "").lstrip("?"))
    shown = DeskFilter(address, person=request.user, people=people).kept()
    page = {"after": address["after"]} if address.get("after") else {}
    return redirect(f"{reverse('desk')}?{urlencode({**shown, **page})}")
