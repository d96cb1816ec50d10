"""What an answer hands out, written down for those who are to be told of a reversal: programs, not people at work."""

from collections.abc import Iterable

from django.utils import timezone
from rest_framework.request import Request

from core.accounts.policies import Role, roles_of
from core.web.requests import user_of
from reviews import services


def hand_out(request: Request, numbers: Iterable[int]) -> None:
    """Note the verdicts that an answer has, by their numbers, if a program asked for them."""
    _note(request, runs(numbers))


def hand_out_all(request: Request, first: int, last: int) -> None:
    """Note every verdict from the first number to the last, if a program asked for them."""
    _note(request, [(first, last)])


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return numbers as ranges of such as follow each other, ascending, with both their ends."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _note(request: Request, ranges: list[tuple[int, int]]) -> None:
    is_program = request.auth is not None or Role.CONSUMER in roles_of(user_of(request))
    if ranges and is_program:
        services.record_delivery(to=user_of(request), ranges=ranges, at=timezone.now())
