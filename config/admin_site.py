"""The editors' site: who may enter, where things are, and what its pages may do in a browser."""

from collections.abc import Callable
from urllib.parse import urlencode

from csp.decorators import csp_update
from django.contrib.admin import autodiscover
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from unfold.sites import UnfoldAdminSite

from claims.policies import Role, roles_of
from reviews.workflow import LABELS, Status

#: Alpine compiles the expressions in its attributes, and the theme's colours come in a style element. Neither is
#: allowed on any other page, and inline scripts are allowed on none.
widgets_may_run = csp_update({"script-src": ["'unsafe-eval'"], "style-src": ["'unsafe-inline'"]})


def may_enter(user: AbstractBaseUser) -> bool:
    """Return whether this person works here as an editor."""
    return user.is_active and Role.EDITOR in roles_of(user)


class EditorsSite(UnfoldAdminSite):
    """The admin for editors: the role decides, not Django's staff flag."""

    index_title = "Overview"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Register everything only now, so that commands that serve no page start without it."""
        autodiscover()
        return super().get_urls()

    def has_permission(self, request: HttpRequest) -> bool:
        return may_enter(request.user)

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        return widgets_may_run(super().admin_view(view, cacheable))

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Lead to the account's own page, which has the old password confirmed and counts wrong ones."""
        return redirect("change_password")

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Lead strangers to the one page that signs people in, second factor included, and tell others who may enter."""
        if request.user.is_authenticated and not may_enter(request.user):
            return render(request, "editors_only.html", status=403)
        wanted = request.GET.get("next", "")
        inside = wanted if url_has_allowed_host_and_scheme(wanted, None) else reverse("admin:index")
        if request.user.is_authenticated:
            return redirect(inside)
        return redirect(f"{reverse('sign_in')}?{urlencode({'next': inside})}")


def sidebar(request: HttpRequest) -> list[dict]:
    """Return the menu in the order of an editor's work."""
    return [
        {
            "title": "To do",
            "items": [
                _item("Overview", "space_dashboard", "index"),
                _item("Sign-off", "approval", "reviews_review_changelist"),
                _item("Findings", "troubleshoot", "claims_finding_changelist"),
                _item("Re-checks", "autorenew", "reviews_recheck_changelist"),
            ],
        },
        {
            "title": "Material",
            "separator": True,
            "items": [
                _item("Articles", "article", "claims_article_changelist"),
                _item("Claims", "format_quote", "claims_claim_changelist"),
                _item("Citations", "link", "claims_citation_changelist"),
                _item("Sources", "library_books", "sources_document_changelist"),
                _item("Snapshots", "photo_camera", "sources_snapshot_changelist"),
                _item("Fetch attempts", "cloud_download", "sources_fetchattempt_changelist"),
            ],
        },
        {
            "title": "Record",
            "separator": True,
            "items": [
                _item("Verdicts", "gavel", "reviews_verdict_changelist"),
                _item("Ledger", "lock", "reviews_ledgerentry_changelist"),
            ],
        },
        {
            "title": "Administration",
            "separator": True,
            "items": [
                _item("Users", "group", "auth_user_changelist"),
                _item("API keys", "key", "knox_authtoken_changelist", permission="config.admin_site.is_superuser"),
            ],
        },
    ]


def tabs(request: HttpRequest) -> list[dict]:
    """Return the tabs over the list of rounds: what an editor acts on first, then the rest."""
    shown = request.GET.get("status", Status.IN_APPROVAL)
    rounds = reverse_lazy("admin:reviews_review_changelist")
    states = {
        **{state: LABELS[state] for state in (Status.IN_APPROVAL, Status.ADJUDICATION)},
        "open": "All open",
        Status.PUBLISHED: LABELS[Status.PUBLISHED],
        "all": "All",
    }
    items = [
        {"title": title, "link": f"{rounds}?status={state}", "active": state == shown}
        for state, title in states.items()
    ]
    return [{"models": ["reviews.review"], "items": items}]


def is_superuser(request: HttpRequest) -> bool:
    """Return whether this person administers the installation."""
    return request.user.is_superuser


def _item(title: str, icon: str, route: str, **more: str) -> dict:
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{route}"), **more}
