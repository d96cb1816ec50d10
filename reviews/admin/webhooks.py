"""Webhooks and the log of their deliveries: to read, to switch off and on, and to send again."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.decorators import action, display

from claims.admin import claim_link
from claims.services.refusals import NothingToDo
from core.admin.read_only import Colours, ReadOnlyAdmin
from core.translation.rendering import in_english
from core.web.requests import user_of
from reviews import queries, services
from reviews.models import ChangeKind, Webhook, WebhookAttempt

ON, FAILING, OFF = (
    pgettext_lazy("webhook", "on"),
    pgettext_lazy("webhook", "failing"),
    pgettext_lazy("webhook", "switched off"),
)
REFUSALS = (services.NotAllowed, NothingToDo)


@admin.register(Webhook)
class WebhookAdmin(ReadOnlyAdmin):
    """Addresses that programs registered. Of an address only the host is shown: the rest may hold a password of theirs."""

    list_display = ("address", "owner", "wanted", "standing", "waiting", "given_up", "accepted_at")
    list_display_links = ("address",)
    ordering = ("-pk",)
    fields = (
        "address",
        "owner",
        "wanted",
        "standing",
        "reason",
        "failing_since",
        "waiting",
        "given_up",
        "accepted_at",
        "created_at",
    )
    actions = ("disable", "enable", "replay")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Webhook]:
        return queries.webhooks()

    @action(description=_("Switch off"))
    def disable(self, request: HttpRequest, webhooks: QuerySet[Webhook]) -> None:
        self._act(request, webhooks, services.disable_webhook, done=str(_("%(count)s switched off.")))

    @action(description=_("Switch on"))
    def enable(self, request: HttpRequest, webhooks: QuerySet[Webhook]) -> None:
        self._act(request, webhooks, services.enable_webhook, done=str(_("%(count)s switched on.")))

    @action(description=_("Send everything again"))
    def replay(self, request: HttpRequest, webhooks: QuerySet[Webhook]) -> None:
        def all_again(**whose: Any) -> None:
            services.replay_webhook(after=0, **whose)

        self._act(request, webhooks, all_again, done=str(_("%(count)s will get every change again.")))

    def _act(self, request: HttpRequest, webhooks: QuerySet[Webhook], deed: Callable[..., None], *, done: str) -> None:
        self.act_on_each(
            request,
            webhooks,
            lambda webhook: deed(by=user_of(request), webhook=webhook, at=timezone.now()),
            done=done,
            not_done=str(_("%(count)s left unchanged: %(reason)s")),
            refusals=REFUSALS,
        )

    @display(description=_("host"))
    def address(self, webhook: Webhook) -> str:
        return webhook.host

    @display(description=_("is told of"))
    def wanted(self, webhook: Webhook) -> str:
        kinds = [str(ChangeKind(kind).label) for kind in webhook.kinds] or [str(_("every change"))]
        return ", ".join(kinds)

    @display(description=_("state"), label=Colours({ON: "success", FAILING: "warning", OFF: "danger"}))
    def standing(self, webhook: Webhook) -> str:
        if not webhook.is_on:
            return str(OFF)
        return str(FAILING if webhook.failing_since else ON)

    @display(description=_("reason"))
    def reason(self, webhook: Webhook) -> SafeString:
        return in_english(webhook.disabled_reason or webhook.last_error)

    @display(description=_("waiting"))
    def waiting(self, webhook: Webhook) -> int:
        return getattr(webhook, "waiting", 0)

    @display(description=_("given up"))
    def given_up(self, webhook: Webhook) -> int:
        return getattr(webhook, "given_up", 0)


@admin.register(WebhookAttempt)
class WebhookAttemptAdmin(ReadOnlyAdmin):
    """Every request to a webhook and what came of it, newest first."""

    list_display = ("at", "address", "owner", "kind", "about", "answer", "millis")
    list_filter = ("at", "status")
    ordering = ("-pk",)
    fields = ("at", "address", "owner", "kind", "about", "answer", "millis")

    def get_queryset(self, request: HttpRequest) -> QuerySet[WebhookAttempt]:
        return queries.attempts()

    @display(description=_("host"))
    def address(self, attempt: WebhookAttempt) -> str:
        return attempt.message.webhook.host

    @display(description=_("registered by"))
    def owner(self, attempt: WebhookAttempt) -> str:
        return attempt.message.webhook.owner.get_username()

    @display(description=_("change"))
    def kind(self, attempt: WebhookAttempt) -> str:
        return f"{attempt.message.change_id}: {attempt.message.change.get_kind_display()}"

    @display(description=_("claim"))
    def about(self, attempt: WebhookAttempt) -> SafeString:
        return claim_link(attempt.message.change.claim)

    @display(description=_("answer"))
    def answer(self, attempt: WebhookAttempt) -> SafeString | str:
        return in_english(attempt.error) if attempt.error else str(attempt.status)
