"""Getting a token for a user name and a password, and giving it back."""

import hashlib
from contextlib import suppress
from datetime import timedelta

from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.core.exceptions import ValidationError
from drf_spectacular.utils import OpenApiResponse, extend_schema
from knox.models import AuthToken
from redis import RedisError
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, AuthenticationFailed, ParseError, PermissionDenied, Throttled
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from core.accounts import api_keys, second_factor
from core.accounts.api_keys import Scope
from core.accounts.sign_in import TOO_MANY_TRIES, is_locked_out
from core.api.bodies import Body, Number, Words, read_body
from core.web.requests import user_of

GUESSED_AT = (
    "Many passwords were tried for this user name. Wait until the time in Retry-After is over, then try again. Existing "
    "tokens keep working."
)


class Unavailable(APIException):
    """Passwords can't be tried while nobody counts how often they are."""

    status_code = 503
    default_detail = "No tokens can be created at the moment. Your existing tokens keep working; try again later."


class PasswordTries(BaseThrottle):
    """Allows ten tries a minute from one address; one atomic increment counts those that come at the same time too."""

    tries, seconds = 10, 60

    def allow_request(self, request: Request, view: APIView) -> bool:
        address = self.get_ident(request)
        try:
            return _count(f"token-tries:{address}", self.seconds) <= self.tries
        except (RedisError, OSError) as error:
            raise Unavailable from error

    def wait(self) -> int:
        return self.seconds


class AccountTries:
    """Slows down whoever tries passwords of one account, from however many addresses.

    The first FREE tries in a quarter of an hour cost nothing. From then on one try is let through after a pause, which
    doubles with each up to LONGEST. Nobody is locked out: the owner waits a minute at most, and keys that exist work on.
    """

    FREE, FIRST, LONGEST, COUNTED_FOR = 10, 2, 60, 900

    def __init__(self, username: str) -> None:
        name = hashlib.sha256(username.encode()).hexdigest()
        self._counter, self._turn = f"token-tries-of:{name}", f"token-turn-of:{name}"

    def take(self) -> None:
        """Count a try. Raises Throttled where the pause after the one before is not over, and Unavailable."""
        try:
            beyond = _count(self._counter, self.COUNTED_FOR) - self.FREE
            pause = min(self.FIRST * 2 ** min(beyond - 1, 20), self.LONGEST) if beyond > 0 else 0
            is_let_in = not pause or cache.add(self._turn, 1, timeout=pause)
        except (RedisError, OSError) as error:
            raise Unavailable from error
        if not is_let_in:
            raise Throttled(wait=pause, detail=GUESSED_AT)

    def forget(self) -> None:
        """Begin to count anew: the password was right. Where the cache is away, the count runs out by itself."""
        with suppress(RedisError, OSError):
            cache.delete_many([self._counter, self._turn])


def _count(key: str, seconds: int) -> int:
    """Return how often this was counted within the seconds since it was first, this time included."""
    cache.add(key, 0, timeout=seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, timeout=seconds)
        return 1


class Credentials(Body):
    username = Words(max_length=150)
    password = Words(max_length=500, trim_whitespace=False)
    code = Words(
        max_length=20,
        required=False,
        default="",
        help_text="The current two-factor code, for accounts with two-factor authentication.",
    )
    purpose = Words(
        max_length=100, required=False, default="", allow_blank=True, help_text="What the token is for, in your words."
    )
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=list(Scope)),
        required=False,
        min_length=1,
        max_length=len(Scope),
        default=list(Scope),
        help_text="What the token may do, within what your roles may: everything where you leave it out.",
    )
    days = Number(
        required=False,
        default=api_keys.USUAL.days,
        min_value=1,
        max_value=api_keys.LONGEST.days,
        help_text="After how many days it expires.",
    )


class Token(serializers.Serializer):
    token = serializers.CharField(help_text="Shown only once; only its hash is stored.")
    expires_at = serializers.DateTimeField()


def _check_second_factor(request: Request, person: User, code: str) -> None:
    """Refuse whoever would have to give a code to sign in on the pages, and gives none or a wrong one."""
    if second_factor.is_missing(person):
        raise PermissionDenied(second_factor.SET_UP_FIRST)
    if not second_factor.is_on(person):
        return
    if not code:
        raise AuthenticationFailed("This account uses two-factor authentication. Also send its current code as `code`.")
    try:
        second_factor.check_code(request, person, code)
    except ValidationError as refused:
        refusal = Throttled if refused.code == "too_many_tries" else AuthenticationFailed
        raise refusal(detail=refused.message) from refused


def _create_key(person: User, given: dict) -> tuple[AuthToken, str]:
    try:
        return api_keys.create_key(
            person,
            purpose=given["purpose"] or "POST /api/v1/token/",
            scopes={Scope(scope) for scope in given["scopes"]},
            lasts=timedelta(days=given["days"]),
        )
    except api_keys.TooManyKeys as refused:
        raise PermissionDenied(str(refused)) from refused


class TokenView(APIView):
    """The token of a program. Give it back when the program no longer needs it."""

    def get_permissions(self) -> list:
        return [AllowAny()] if self.request.method == "POST" else [IsAuthenticated()]

    def get_throttles(self) -> list:
        return [PasswordTries()] if self.request.method == "POST" else []

    @extend_schema(
        operation_id="token_create",
        request=Credentials,
        responses={201: Token, 401: OpenApiResponse(description="The user name or password is wrong.")},
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Create a token with a user name and password."""
        given = read_body(Credentials, request)
        signing_in = {name: given[name] for name in ("username", "password", "code")}
        tries = AccountTries(given["username"])
        tries.take()
        user = authenticate(request, **signing_in)
        if is_locked_out(request):
            raise Throttled(detail=TOO_MANY_TRIES)
        if user is None:
            raise AuthenticationFailed("The user name or password is wrong, or the account is inactive.")
        _check_second_factor(request, user, given["code"])
        tries.forget()
        instance, token = _create_key(user, given)
        user_logged_in.send(sender=type(user), request=request, user=user)
        shown = Token({"token": token, "expires_at": instance.expiry})
        return Response(shown.data, status=status.HTTP_201_CREATED)

    @extend_schema(operation_id="token_destroy", responses={204: None})
    def delete(self, request: Request) -> Response:
        """Revoke the token that this request was made with."""
        if not isinstance(request.auth, AuthToken):
            raise ParseError(
                "This request was authenticated with a session, not a token. Send the token you want to revoke."
            )
        api_keys.revoke_key(user_of(request), request.auth.token_key)
        return Response(status=status.HTTP_204_NO_CONTENT)
