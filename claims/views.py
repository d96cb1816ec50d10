"""Handing in articles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import forms, services
from core.translation.rendering import message_of
from core.web.requests import PageRequest
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused
from sources.forms import upload_of

REFUSALS = (ExtractionRefused, AddressRefused, services.ArticleTooLong)


@require_http_methods(["GET", "POST"])
def submit_article(request: PageRequest) -> HttpResponse:
    form = forms.SubmitArticle(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            submission = _submit(request, form.cleaned_data)
        except REFUSALS as refused:
            form.add_error(None, message_of(refused))
        else:
            if not submission.is_new:
                messages.info(request, _("This article is already here. Nothing was added."))
            else:
                messages.success(request, _("Submitted. Its claims appear here when it has been read."))
            return redirect("article", submission.article.pk)
    return render(request, "claims/submit_article.html", {"form": form}, status=422 if form.errors else 200)


def _submit(request: PageRequest, given: dict) -> services.Submission:
    return services.submit_article(
        by=request.user,
        at=timezone.now(),
        text=given["text"],
        upload=given["file"] and upload_of(given["file"]),
        url=given["url"],
        title=given["title"],
        published_on=given["published_on"],
        judgements_required=given["readers"],
    )
