"""What the API's own description says beyond what its code shows."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from config.api.authentication import HeaderToken


class HeaderTokenScheme(OpenApiAuthenticationExtension):
    """How the API's description tells of the header."""

    target_class = HeaderToken
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "`Token`, a space, and a token from `POST /api/v1/token/` or an API key from your account page.",
        }
