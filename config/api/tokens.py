"""Getting a token for a user name and a password, and giving it back."""

from django.contrib.auth import authenticate
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from knox.models import get_token_model
from knox.settings import knox_settings
from redis import RedisError
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, AuthenticationFailed, ParseError, PermissionDenied, Throttled
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from config.sign_in import TOO_MANY_TRIES, is_locked_out


class Unavailable(APIException):
    """Passwords can't be tried while nobody counts how often they are."""

    status_code = 503
    default_detail = "Tokens cannot be given out at the moment. Tokens that you have keep working; try again soon."


class PasswordTries(BaseThrottle):
    """Allows ten tries a minute from one address; one atomic increment counts those that come at the same time too."""

    tries, seconds = 10, 60

    def allow_request(self, request: Request, view: APIView) -> bool:
        address = self.get_ident(request)
        try:
            return self._count(f"token-tries:{address}") <= self.tries
        except (RedisError, OSError) as error:
            raise Unavailable from error

    def wait(self) -> int:
        return self.seconds

    def _count(self, key: str) -> int:
        cache.add(key, 0, timeout=self.seconds)
        try:
            return cache.incr(key)
        except ValueError:  # it ran out between the two calls
            cache.set(key, 1, timeout=self.seconds)
            return 1


class Credentials(serializers.Serializer):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=500, trim_whitespace=False)


class Token(serializers.Serializer):
    token = serializers.CharField(help_text="Shown once: only its hash is stored.")
    expires_at = serializers.DateTimeField()


class TokenView(APIView):
    """The token of a program. Give it back when the program no longer needs it."""

    def get_permissions(self) -> list:
        return [AllowAny()] if self.request.method == "POST" else [IsAuthenticated()]

    def get_throttles(self) -> list:
        return [PasswordTries()] if self.request.method == "POST" else []

    @extend_schema(
        operation_id="token_create",
        request=Credentials,
        responses={201: Token, 401: OpenApiResponse(description="User name or password is wrong.")},
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Get a token for a user name and a password."""
        given = Credentials(data=request.data)
        given.is_valid(raise_exception=True)
        user = authenticate(request, **given.validated_data)
        if is_locked_out(request):
            raise Throttled(detail=TOO_MANY_TRIES)
        if user is None:
            raise AuthenticationFailed("This user name and password do not belong together, or the account is closed.")
        instance, token = _issue(user)
        user_logged_in.send(sender=type(user), request=request, user=user)
        shown = Token({"token": token, "expires_at": instance.expiry})
        return Response(shown.data, status=status.HTTP_201_CREATED)

    @extend_schema(operation_id="token_destroy", responses={204: None})
    def delete(self, request: Request) -> Response:
        """Revoke the token that this request is signed with."""
        if request.auth is None:
            raise ParseError("This request was signed with a session, not with a token. Send the token to revoke.")
        request.auth.delete()
        return Response(status=status.HTTP_204_NO_CONTENT)


def _issue(user: AbstractBaseUser) -> tuple[object, str]:
    living = user.auth_token_set.filter(expiry__gt=timezone.now()).count()
    if living >= knox_settings.TOKEN_LIMIT_PER_USER:
        raise PermissionDenied(
            f"You have {living} tokens already. Revoke one of them with DELETE /api/v1/token/ first."
        )
    return get_token_model().objects.create(user=user)
