"""The way to a person's inbox, in the head of every page."""

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext

from core.accounts.policies import may_work

register = template.Library()


@register.inclusion_tag("reviews/_inbox_link.html", takes_context=True)
def inbox_link(context: RequestContext) -> dict:
    """Show the link, with a count that comes on its own, to whoever has an inbox: the people who work here."""
    request: HttpRequest | None = context.get("request")
    user = context.get("user")
    return {
        "has_inbox": user is not None and user.is_authenticated and may_work(user),
        "path": request.path if request else "",
    }
