"""The header that a program signs in with: `Authorization: Token …`."""

from hmac import compare_digest

from django.contrib.auth.models import User
from django.utils import timezone
from knox.auth import TokenAuthentication
from knox.crypto import hash_token
from knox.models import AuthToken
from knox.settings import CONSTANTS
from rest_framework.exceptions import AuthenticationFailed

from core.accounts import api_keys


class HeaderToken(TokenAuthentication):
    """Knox's tokens, which are stored hashed and expire; refuses in our words."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, AuthToken]:
        """Return the owner and the row of a token. Raises AuthenticationFailed for any other."""
        refusal = "This token is invalid or has expired. Create a new one with POST /api/v1/token/."
        if not token.isascii() or b"\0" in token:
            raise AuthenticationFailed(refusal)
        now, digest = timezone.now(), hash_token(token.decode("ascii"))
        beginning = token.decode("ascii")[: CONSTANTS.TOKEN_KEY_LENGTH]
        for row in api_keys.with_details(AuthToken.objects.filter(token_key=beginning)).select_related("user"):
            is_valid = (row.expiry is None or row.expiry > now) and row.user.is_active
            if compare_digest(digest, row.digest) and is_valid:
                api_keys.note_use(row, at=now)
                return row.user, row
        raise AuthenticationFailed(refusal)
