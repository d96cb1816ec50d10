"""How people share a claim: comments on it, and who is to judge it until when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim
from core.web.requests import PageRequest
from reviews import forms, queries, services
from reviews.views.form_posts import decide, posts_only, to_claim


@posts_only("claim")
def say(request: PageRequest, pk: int) -> HttpResponse:
    """Keep a comment; names that nobody has are told to whoever wrote it."""
    shown = get_object_or_404(Claim.objects.select_related("article"), pk=pk)
    form = forms.Say(request.POST, prefix="comment")
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["text"])))
        return to_claim(request, shown)
    text = form.cleaned_data["text"]
    answer = decide(
        request,
        shown,
        lambda: services.comment(by=request.user, claim=shown, text=text, at=timezone.now()),
        _("Comment added."),
    )
    unknown = services.names_in(text) - {person.username for person in queries.people_named(services.names_in(text))}
    if unknown:
        names = ", ".join(f"@{name}" for name in sorted(unknown))
        unknown_names = _("There is no analyst or editor named %(names)s, so no one was notified.")
        messages.warning(request, unknown_names % {"names": names})
    return answer


@posts_only("claim")
def assign(request: PageRequest, pk: int) -> HttpResponse:
    """Set who judges a claim until when; `me` in the form gives it to whoever presses."""
    shown = get_object_or_404(Claim.objects.select_related("article"), pk=pk)
    form = forms.Assign(request.POST, people=queries.judges(), now=None)
    is_valid = form.is_valid()
    given = form.cleaned_data
    if "seen_version" in form.errors or not (is_valid or "me" in request.POST):
        messages.error(request, _fault(form))
        return to_claim(request, shown)
    if "me" in request.POST:
        change = services.AssignmentChange(assignee=request.user)
        done = _("The claim is assigned to you.")
    else:
        change = services.AssignmentChange(
            assignee=given["assignee"],
            due_on=given["due_on"],
            priority=given["priority"],
        )
        done = _("Assignment saved.")
    return decide(
        request,
        shown,
        lambda: services.assign(
            by=request.user, claim=shown, change=change, at=timezone.now(), seen_version=given["seen_version"]
        ),
        done,
    )


def _fault(form: forms.Assign) -> str:
    if "due_on" in form.errors:
        return _("Enter a valid due date, for example 2027-01-31. Nothing was changed.")
    return _("The form was incomplete. Reload the page and try again.")
