"""Webhooks of a program: registered, listed, switched off and on, sent again, and their log."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.bodies import Body, Number, Words, read_body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.parameters import ROW_NUMBER
from core.web.preconditions import MAY_MATCH, check_match_if_given, tagged
from core.web.requests import user_of
from reviews import queries, services
from reviews.api.changes import LARGEST
from reviews.models import ChangeKind, Webhook, WebhookAttempt
from sources.fetching import Pusher
from sources.fetching.addresses import LONGEST_URL


class ChosenChanges(Body):
    """Of which changes a webhook is told."""

    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=ChangeKind.choices),
        required=False,
        help_text="Empty or left out: all of them.",
    )
    only_fetched = serializers.BooleanField(
        required=False, help_text="Only changes of verdicts that this account has fetched before."
    )


class NewWebhook(ChosenChanges):
    """An address that is to be told what becomes of verdicts."""

    url = Words(max_length=LONGEST_URL, help_text="A public https:// address.")
    after = Number(
        required=False,
        max_value=LARGEST,
        help_text="Begin after this change. Left out: with the next one.",
    )


class WebhookUpdate(ChosenChanges):
    """What of a webhook is to be otherwise; what is left out stays as it is."""

    active = serializers.BooleanField(
        required=False, help_text="Switch it off, or on again: then it gets what it missed."
    )


class WebhookSerializer(serializers.ModelSerializer):
    """An address that is told what becomes of verdicts. Its secret is shown once, when it is made."""

    kinds: Any = serializers.ListField(child=serializers.ChoiceField(choices=ChangeKind.choices))
    active = serializers.BooleanField(source="is_on")
    error = serializers.CharField(source="last_error", help_text="Why the last request failed; empty otherwise.")
    waiting = serializers.IntegerField(help_text="Messages that were not accepted yet.")
    given_up = serializers.IntegerField(
        help_text="Messages that it refused for days while it accepted others. Replay them once it takes them."
    )

    class Meta:
        model = Webhook
        fields: tuple[str, ...] = (
            "id",
            "url",
            "kinds",
            "only_fetched",
            "active",
            "disabled_at",
            "disabled_reason",
            "failing_since",
            "error",
            "accepted_at",
            "queued_through",
            "waiting",
            "given_up",
            "created_at",
        )


#: What of a webhook people and programs choose; the rest is what became of its messages.
CHOSEN = ("url", "kinds", "only_fetched", "active")


class RegisteredWebhook(WebhookSerializer):
    """A webhook with its secret, which nobody can read again."""

    secret = serializers.SerializerMethodField(help_text="Verify each message with it: standardwebhooks.com.")

    class Meta(WebhookSerializer.Meta):
        fields: tuple[str, ...] = (*WebhookSerializer.Meta.fields, "secret")

    @extend_schema_field(serializers.CharField)
    def get_secret(self, webhook: Webhook) -> str:
        return self.context["secret"]


class Secret(serializers.Serializer):
    secret = serializers.CharField(help_text="Shown only once. Messages are signed with the old one too for 24 hours.")


class ReplayFrom(Body):
    after = Number(max_value=LARGEST, help_text="Send every change after the one with this number again.")


class Replay(serializers.Serializer):
    messages = serializers.IntegerField(help_text="How many of its messages wait to be sent again.")


class AttemptSerializer(serializers.ModelSerializer):
    """One request to a webhook, and what came of it."""

    change = serializers.IntegerField(source="message.change_id")
    kind = serializers.CharField(source="message.change.kind")
    status = serializers.IntegerField(allow_null=True, help_text="Null where there was no response.")

    class Meta:
        model = WebhookAttempt
        fields: tuple[str, ...] = ("id", "change", "kind", "status", "error", "millis", "at")


class Webhooks(IdempotentPosts, viewsets.GenericViewSet):
    """The webhooks of this account, newest first. Whoever may read verdicts may be told of them."""

    open_to_every_role = True
    lookup_value_regex = ROW_NUMBER
    serializer_class = WebhookSerializer
    queryset = Webhook.objects.all()

    def get_queryset(self) -> QuerySet[Webhook]:
        return queries.webhooks_of(user_of(self.request))

    def to_keep(self, data: dict) -> dict:
        """Return an answer without its secret, which nobody can read again, from a kept answer either."""
        return {name: value for name, value in data.items() if name != "secret"}

    def from_kept(self, data: dict) -> dict:
        """Return an answer with the secret that the webhook has now."""
        if self.action not in ("create", "secret"):
            return data
        webhook = get_object_or_404(self.get_queryset(), pk=data.get("id", self.kwargs.get("pk")))
        return {**data, "secret": services.present_secret(webhook, at=timezone.now())}

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(WebhookSerializer(page, many=True).data)

    def retrieve(self, request: Request, pk: str) -> Response:
        return tagged(WebhookSerializer(self.get_object()).data, edited=CHOSEN)

    @extend_schema(request=NewWebhook, parameters=[IDEMPOTENCY_KEY], responses={201: RegisteredWebhook})
    def create(self, request: Request) -> Response:
        """Register an address. Messages are signed by the Standard Webhooks scheme with the secret of the answer."""
        given = read_body(NewWebhook, request)
        pusher = Pusher(internal_hosts=settings.PLUMBLINE_WEBHOOK_HOSTS)
        webhook, secret = services.create_webhook(by=user_of(request), check=pusher.check, at=timezone.now(), **given)
        shown = RegisteredWebhook(self.get_queryset().get(pk=webhook.pk), context={"secret": secret})
        return Response(shown.data, status=status.HTTP_201_CREATED)

    @extend_schema(request=WebhookUpdate, parameters=[MAY_MATCH], responses=WebhookSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Switch a webhook off or on, or choose of which changes it is told."""
        by = user_of(request)
        given = read_body(WebhookUpdate, request, partial=True)
        with transaction.atomic():
            get_object_or_404(Webhook.objects.select_for_update(no_key=True), pk=pk, owner=by)
            webhook = self.get_object()
            check_match_if_given(request, lambda: WebhookSerializer(webhook).data, edited=CHOSEN)
            chosen = {"kinds": webhook.kinds, "only_fetched": webhook.only_fetched, **given}
            active = chosen.pop("active", webhook.is_on)
            services.choose_changes(by=by, webhook=webhook, at=timezone.now(), **chosen)
            if active != webhook.is_on:
                switch = services.enable_webhook if active else services.disable_webhook
                switch(by=by, webhook=webhook, at=timezone.now())
        return tagged(WebhookSerializer(self.get_object()).data, edited=CHOSEN)

    def destroy(self, request: Request, pk: str) -> Response:
        """Delete a webhook with its messages and its log."""
        services.delete_webhook(by=user_of(request), webhook=self.get_object(), at=timezone.now())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(request=ReplayFrom, parameters=[IDEMPOTENCY_KEY], responses={202: Replay})
    @action(detail=True, methods=["post"])
    def replay(self, request: Request, pk: str) -> Response:
        """Send everything after a change again, in order. Each message keeps its id."""
        given = read_body(ReplayFrom, request)
        count = services.replay_webhook(
            by=user_of(request), webhook=self.get_object(), after=given["after"], at=timezone.now()
        )
        return Response({"messages": count}, status=status.HTTP_202_ACCEPTED)

    @extend_schema(request=None, parameters=[IDEMPOTENCY_KEY], responses=Secret)
    @action(detail=True, methods=["post"])
    def secret(self, request: Request, pk: str) -> Response:
        """Give a webhook another secret."""
        return Response(
            {"secret": services.change_secret(by=user_of(request), webhook=self.get_object(), at=timezone.now())}
        )

    @extend_schema(responses=AttemptSerializer(many=True), operation_id="webhooks_log_list")
    @action(detail=True)
    def log(self, request: Request, pk: str) -> Response:
        """Every request to this webhook, newest first, with what came of it."""
        found = queries.attempts().filter(message__webhook=self.get_object())
        return self.get_paginated_response(AttemptSerializer(self.paginate_queryset(found), many=True).data)
