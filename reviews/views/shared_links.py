"""Read-only links to an article or a claim: made, listed with their ends, revoked."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Article, Claim
from claims.services import NothingToDo
from core.accounts.policies import NotAllowed
from core.web.requests import PageRequest
from reviews import forms, queries, services
from reviews.models import SharedLink


def where_public(view: Callable) -> Callable:
    """Serve a page only where its links could be opened."""

    @wraps(view)
    def answer(request: HttpRequest, **place: int) -> HttpResponseBase:
        if not settings.PLUMBLINE_PUBLIC:
            raise Http404
        return view(request, **place)

    return answer


@require_http_methods(["GET", "POST"])
@where_public
def article_links(request: PageRequest, pk: int) -> HttpResponse:
    """The links to an article; what is sent makes another one, which is shown once."""
    return _links(request, get_object_or_404(Article, pk=pk))


@require_http_methods(["GET", "POST"])
@where_public
def claim_links(request: PageRequest, pk: int) -> HttpResponse:
    """The links to a claim; what is sent makes another one, which is shown once."""
    return _links(request, get_object_or_404(Claim.objects.select_related("article"), pk=pk))


@require_POST
@where_public
def revoke_link(request: PageRequest, pk: int) -> HttpResponse:
    """End a link at once."""
    link = get_object_or_404(SharedLink.objects.select_related("article", "claim"), pk=pk)
    try:
        services.revoke_link(by=request.user, link=link, at=timezone.now())
    except (NotAllowed, NothingToDo) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The link for “%(purpose)s” no longer opens.") % {"purpose": link.purpose})
    return redirect(_address_of(link.opens))


def _links(request: PageRequest, to: Article | Claim) -> HttpResponse:
    form, new_link = forms.NewLink(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            _row, token = services.create_link(by=request.user, to=to, at=timezone.now(), **form.cleaned_data)
        except services.LinkRefused as refused:
            form.add_error(None, str(refused))
        else:
            new_link = f"{settings.PLUMBLINE_SITE}{reverse('shared', args=[token])}"
            form = forms.NewLink()
    context = {
        "claim": to if isinstance(to, Claim) else None,
        "article": to if isinstance(to, Article) else to.article,
        "links": queries.living_links(to, at=timezone.now()),
        "form": form,
        "new_link": new_link,
    }
    return render(request, "reviews/shared_links.html", context, status=422 if form.errors else 200)


def _address_of(opened: Article | Claim) -> str:
    return reverse("article_links" if isinstance(opened, Article) else "claim_links", args=[opened.pk])
