"""Keys of the API, how often each may ask, and how the API is described."""

from datetime import timedelta

from config import env

# How many requests a minute one API key may make, or one signed-in person.
PLUMBLINE_API_PER_MINUTE = env.integer("PLUMBLINE_API_PER_MINUTE", default=20_000, least=1, most=1_000_000)

REST_KNOX = {
    "TOKEN_TTL": timedelta(days=365),
    "TOKEN_PREFIX": "plb_",
    "AUTH_HEADER_PREFIX": "Token",
    "TOKEN_LIMIT_PER_USER": 20,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Plumbline",
    "DESCRIPTION": "Verdicts on claims, with their citations and history.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["core.api.permissions.ByRole"],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "WorkState": "core.jobs.models.Job.State",
        "ChangeKind": "reviews.models.ChangeKind",
        "FindingState": "claims.models.Finding.State",
        "ClaimKind": "claims.api.KIND_CHOICES",
        "SourceKind": "sources.models.Document.Kind",
        "RatingEnum": "reviews.ratings.Rating",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # No badge: it would be fetched from another host.
    "SWAGGER_UI_SETTINGS": {"deepLinking": False, "validatorUrl": None},
}
