"""The editors' site: who may enter, where things are, and what its pages may do in a browser."""

from collections.abc import Callable
from urllib.parse import urlencode

from csp.decorators import csp_update
from django.contrib.admin import ModelAdmin, autodiscover
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse, reverse_lazy
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from unfold.sites import UnfoldAdminSite

from config import history
from config.roles_page import roles_page
from core.accounts.access import may_enter
from core.web import query_params
from reviews.workflow import LABELS, Status

#: Alpine compiles the expressions in its attributes, and the theme's colours come in a style element. Neither is
#: allowed on any other page, and inline scripts are allowed on none.
widgets_may_run = csp_update({"script-src": ["'unsafe-eval'"], "style-src": ["'unsafe-inline'"]})

#: No history is longer; the database is not asked to count further.
LAST_PAGE = 1_000


class EditorsSite(UnfoldAdminSite):
    """The admin for editors: the role decides, not Django's staff flag."""

    index_title = gettext_lazy("Overview")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Register everything only now, so that commands that serve no page start without it."""
        autodiscover()
        return [path("roles/", self.admin_view(self.roles), name="roles"), *super().get_urls()]

    def has_permission(self, request: HttpRequest) -> bool:
        return isinstance(request.user, User) and may_enter(request.user)

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        return widgets_may_run(super().admin_view(view, cacheable))

    def history_page(self, request: HttpRequest, model_admin: ModelAdmin, row: Model) -> HttpResponse:
        """Show what was done to a row, one page at a time, newest first."""
        page = min(query_params.integer(request.GET.get("page")) or 1, LAST_PAGE)
        events = history.events_of(row, page=page)
        context = {
            **self.each_context(request),
            "title": _("History: %(row)s") % {"row": str(row)[:80]},
            "subtitle": None,
            "object": row,
            "opts": model_admin.opts,
            "events": events[: history.PAGE],
            "newer": page - 1,
            "older": page + 1 if len(events) > history.PAGE else 0,
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    def roles(self, request: HttpRequest) -> HttpResponse:
        return roles_page(request, self)

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
            "title": _("To do"),
            "items": [
                _item(_("Overview"), "space_dashboard", "index"),
                _item(_("Sign-off"), "approval", "reviews_review_changelist"),
                _item(_("Findings"), "troubleshoot", "claims_finding_changelist"),
                _item(_("Re-checks"), "autorenew", "reviews_recheck_changelist"),
                _item(_("Schedules"), "schedule", "sources_schedule_changelist"),
            ],
        },
        {
            "title": _("Content"),
            "separator": True,
            "items": [
                _item(_("Articles"), "article", "claims_article_changelist"),
                _item(_("Claims"), "format_quote", "claims_claim_changelist"),
                _item(_("Citations"), "link", "claims_citation_changelist"),
                _item(_("Sources"), "library_books", "sources_document_changelist"),
                _item(_("Snapshots"), "photo_camera", "sources_snapshot_changelist"),
                _item(_("Fetches"), "cloud_download", "sources_fetchattempt_changelist"),
            ],
        },
        {
            "title": _("Records"),
            "separator": True,
            "items": [
                _item(pgettext("menu", "Verdicts"), "gavel", "reviews_verdict_changelist"),
                _item(_("Ledger"), "lock", "reviews_ledgerentry_changelist"),
                _item(_("External verdicts"), "public", "reviews_externalverdict_changelist"),
            ],
        },
        {
            "title": _("Administration"),
            "separator": True,
            "items": [
                _item(_("Users"), "group", "auth_user_changelist"),
                _item(_("Roles"), "badge", "roles"),
                _item(_("Webhooks"), "webhook", "reviews_webhook_changelist"),
                _item(_("Webhook deliveries"), "outgoing_mail", "reviews_webhookattempt_changelist"),
                _item(_("API keys"), "key", "knox_authtoken_changelist", permission="config.admin_site.is_superuser"),
            ],
        },
    ]


def tabs(request: HttpRequest) -> list[dict]:
    """Return the tabs over the list of rounds: what an editor acts on first, then the rest."""
    shown = request.GET.get("status", Status.IN_APPROVAL)
    rounds = reverse_lazy("admin:reviews_review_changelist")
    states: dict[str, str | Promise] = {
        **{state: LABELS[state] for state in (Status.IN_APPROVAL, Status.ADJUDICATION)},
        "open": _("All open"),
        Status.PUBLISHED: LABELS[Status.PUBLISHED],
        "all": pgettext("rounds", "All"),
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
