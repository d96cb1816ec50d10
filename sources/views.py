"""The library of sources, and how a source comes into it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from sources import forms, queries, services
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused


@require_GET
def source_list(request: PageRequest) -> HttpResponse:
    search = query_params.text(request.GET, "q")
    page = Paginator(queries.library(search=search), 50).get_page(request.GET.get("page"))
    return render(request, "sources/source_list.html", {"page": page, "search": search})


@require_http_methods(["GET", "POST"])
def add_source(request: PageRequest) -> HttpResponse:
    form = forms.AddSource(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            document = services.add_source(
                by=request.user,
                at=timezone.now(),
                upload=given["file"] and forms.upload_of(given["file"]),
                url=given["url"],
                title=given["title"],
                publisher=given["publisher"],
                grade=given["grade"],
            )
        except (ExtractionRefused, AddressRefused) as refused:
            form.add_error(None, message_of(refused))
        else:
            messages.success(request, _("Added. It can be cited when its text has been read."))
            return redirect("source", document.pk)
    return render(request, "sources/add_source.html", {"form": form}, status=422 if form.errors else 200)
