"""The header that a program signs in with: `Authorization: Token …`."""

from django.contrib.auth.models import User
from knox.auth import TokenAuthentication
from knox.models import AbstractAuthToken
from rest_framework.exceptions import AuthenticationFailed


class HeaderToken(TokenAuthentication):
    """Knox's tokens, which are stored hashed and expire; refuses in our words."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, AbstractAuthToken]:
        """Return the owner and the row of a token. Raises AuthenticationFailed for any other."""
        refusal = "This token is invalid or has expired. Create a new one with POST /api/v1/token/."
        if not token.isascii() or b"\0" in token:
            raise AuthenticationFailed(refusal)
        try:
            return super().authenticate_credentials(token)
        except AuthenticationFailed as error:
            raise AuthenticationFailed(refusal) from error
