"""Programs that use the API, signed in the way a real one is."""

from django.contrib.auth.models import User
from knox.models import AuthToken
from rest_framework.test import APIClient


def program_of(user: User) -> APIClient:
    """A client that sends this person's token."""
    _, token = AuthToken.objects.create(user=user)
    client = APIClient(raise_request_exception=False)
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def stranger() -> APIClient:
    """A client that sends nothing."""
    return APIClient(raise_request_exception=False)
