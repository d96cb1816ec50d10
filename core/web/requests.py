"""What a page of the desk knows of whoever asks for it."""

from django.contrib.auth.models import User
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class PageRequest(HttpRequest):
    """A request of somebody signed in, as the middlewares hand it to a view. It only tells the types."""

    user: User
    htmx: HtmxDetails


def user_of(request: HttpRequest) -> User:
    """Return who asks, where only people who signed in get to. Raises TypeError for a stranger."""
    if isinstance(request.user, User):
        return request.user
    raise TypeError("A stranger came to where only people who signed in should get to.")
