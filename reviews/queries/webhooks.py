"""Webhooks with how far they are, and what they were sent."""

from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from reviews.models import Webhook, WebhookAttempt, WebhookMessage


def webhooks() -> QuerySet[Webhook]:
    """Return every webhook, newest first, with its owner and how many messages are `waiting` and `given_up`."""
    return (
        Webhook.objects.select_related("owner")
        .annotate(
            waiting=_count(WebhookMessage.State.WAITING),
            given_up=_count(WebhookMessage.State.GIVEN_UP),
        )
        .order_by("-pk")
    )


def webhooks_of(owner: User) -> QuerySet[Webhook]:
    """Return the webhooks of one account, as `webhooks` has them."""
    return webhooks().filter(owner=owner)


def attempts() -> QuerySet[WebhookAttempt]:
    """Return every request to a webhook, newest first, with what it was about."""
    return WebhookAttempt.objects.select_related("message__webhook__owner", "message__change__claim").order_by("-pk")


def _count(state: str) -> Coalesce:
    messages = WebhookMessage.objects.filter(webhook=OuterRef("pk"), state=state).order_by()
    return Coalesce(Subquery(messages.values("webhook").annotate(count=Count("pk")).values("count")), 0)
