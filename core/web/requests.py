"""What a page of the desk knows of whoever asks for it."""

from django.contrib.auth.models import User
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class PageRequest(HttpRequest):
    """A request of somebody signed in, as the middlewares hand it to a view. It only tells the types."""

    user: User
    htmx: HtmxDetails
