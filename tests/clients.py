"""Programs that use the API, signed in the way a real one is."""

from django.contrib.auth.models import User
from django.http import HttpResponse
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


def faulty(answer: HttpResponse) -> list[str]:
    """The parameters and fields that problem details say are at fault, each once."""
    errors = answer.json().get("errors", [])
    return list(dict.fromkeys(each.get("parameter") or each["pointer"].removeprefix("#/") for each in errors))
