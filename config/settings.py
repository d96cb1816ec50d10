"""Every setting, refusing to start on a bad value; .env.example lists what the environment may set."""

import secrets
from datetime import timedelta
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config import env, ledger_settings, log_settings, mail_settings, model_settings, theme
from config.api_settings import *  # noqa: F403 - settings too, of one concern
from config.public_settings import *  # noqa: F403 - settings too, of one concern
from config.servers import addresses
from config.session_settings import *  # noqa: F403 - the same
from config.sign_in_settings import *  # noqa: F403 - the same

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env.text("PLUMBLINE_VAR") or BASE_DIR / "var").expanduser().resolve()

# Local mode is what `make run` gives: plain HTTP on this machine, sample logins. Production is opted into.
PRODUCTION = env.flag("PLUMBLINE_PRODUCTION", default=False)
DEBUG = env.flag("PLUMBLINE_DEBUG", default=False)
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured(f"PLUMBLINE_DEBUG=True shows internals to every visitor: not in production. {env.HINT}")

# The password of every sample login that `seed` makes; refused in production.
SAMPLE_PASSWORD = "plumbline-demo"  # noqa: S105 - it is printed at every start

# One person may judge and sign off the same claim. Off: whoever judged a claim doesn't sign it off.
PLUMBLINE_SOLO = env.flag("PLUMBLINE_SOLO", default=False)

LANGUAGE_MODEL = model_settings.language_model()  # None: the built-in rules split every article

# Seconds for which a site is left alone after each page that is fetched from it.
PLUMBLINE_HOST_PAUSE = env.integer("PLUMBLINE_HOST_PAUSE", default=2, least=0, most=3_600)


# Where the last entry of the ledger is written down every ten minutes, so that a cut end shows.
LEDGER_HEADS_ARE_EXPECTED = env.text("PLUMBLINE_LEDGER_HEADS") is not None
PLUMBLINE_LEDGER_HEADS = Path(env.text("PLUMBLINE_LEDGER_HEADS") or VAR / "ledger-heads.jsonl").expanduser().resolve()


def secret_key() -> str:
    """Return the key that signs sessions: given, or made by `up`, or one that lives as long as this process."""
    if PRODUCTION:
        return env.secret("SECRET_KEY", "it signs sessions and must be long, random and secret.")
    kept = VAR / "secret_key"
    return env.text("SECRET_KEY") or (kept.read_text().strip() if kept.exists() else secrets.token_urlsafe(48))


SECRET_KEY = secret_key()

# ---------------------------------------------------------------------------------------------------------------------
# Who may talk to it

if PRODUCTION:
    env.required("ALLOWED_HOSTS", "the host names of this site.")
    env.required("CSRF_TRUSTED_ORIGINS", "the addresses of this site, with https://, from which forms are accepted.")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", default="127.0.0.1,[::1]")
if PRODUCTION and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        f"ALLOWED_HOSTS=*: name the hosts of this site, since links in emails and redirects follow the name that is "
        f"asked for. {env.HINT}"
    )
# Health checks ask from the inside.
ALLOWED_HOSTS.append("localhost")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
for origin in CSRF_TRUSTED_ORIGINS:
    if not origin.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"CSRF_TRUSTED_ORIGINS has {origin!r}: write it with https://. {env.HINT}")

# The address that letters to people lead to.
PLUMBLINE_SITE = mail_settings.site(otherwise=CSRF_TRUSTED_ORIGINS)

# How many reverse proxies stand in front. 0: nobody's X-Forwarded-For or X-Forwarded-Proto is believed.
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", default=0, least=0, most=10)

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # A container's health check, and Prometheus, ask over plain HTTP from inside.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    # The prefix makes a browser refuse the cookie from plain HTTP and from sibling domains.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ---------------------------------------------------------------------------------------------------------------------
# Application

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "config",
    "reviews",
    "claims",
    "sources",
    "core.apps.Core",
    "core.apps.Api",
    "core.apps.Accounts",
    "core.apps.EditorsPages",
    "core.apps.Translation",
    "core.apps.Web",
    "unfold.apps.BasicAppConfig",  # before the admin, whose templates it replaces
    "unfold.contrib.import_export",  # likewise before the app of that name
    "import_export",
    "config.apps.EditorsAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "knox",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.api.middleware.RefuseNulMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.web.private_pages.PrivatePagesMiddleware",
    "core.web.language.PageLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.accounts.sessions.NoteActivityMiddleware",
    "core.accounts.access.PagesForStaffMiddleware",
    "core.accounts.access.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.web.htmx.VaryOnHtmxMiddleware",
    "core.web.lock_timeouts.LockTimeoutMiddleware",
    "axes.middleware.AxesMiddleware",
]

# What Prometheus must say to be answered at /metrics. Empty: there is no such page, and nothing is measured for it.
PLUMBLINE_METRICS_TOKEN = env.text("PLUMBLINE_METRICS_TOKEN") and env.secret(
    "PLUMBLINE_METRICS_TOKEN", "it opens /metrics."
)
if PLUMBLINE_METRICS_TOKEN:
    MIDDLEWARE = [
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        *MIDDLEWARE,
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The words of the pages are written in English; the browser chooses among these. The API speaks English only.
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE_DIR / "config" / "library_words"]  # what a library says in English only
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# ---------------------------------------------------------------------------------------------------------------------
# People

# Whether editors set up a second factor before anything else; the sample logins have a password only.
PLUMBLINE_REQUIRE_MFA = env.flag("PLUMBLINE_REQUIRE_MFA", default=PRODUCTION)

# ---------------------------------------------------------------------------------------------------------------------
# E-mail

outgoing_mail = mail_settings.outgoing()
EMAIL_BACKEND = outgoing_mail.backend
EMAIL_HOST, EMAIL_PORT = outgoing_mail.host, outgoing_mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = outgoing_mail.user, outgoing_mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = outgoing_mail.uses_ssl, outgoing_mail.uses_tls
EMAIL_TIMEOUT = mail_settings.PATIENCE
# Where each day's head of the ledger goes. Empty: nowhere.
PLUMBLINE_LEDGER_MAIL = ledger_settings.mail_to(has_server=env.text("EMAIL_URL") is not None)
PLUMBLINE_LEDGER_WEBHOOK = ledger_settings.webhook(internal_hosts=PLUMBLINE_WEBHOOK_HOSTS)  # noqa: F405 - of public_settings
DEFAULT_FROM_EMAIL = SERVER_EMAIL = mail_settings.sender()

# ---------------------------------------------------------------------------------------------------------------------
# Static files and uploads

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.web.static_files.HashedStaticFiles"},
}
WHITENOISE_MANIFEST_STRICT = True

# The fields of a form; the size of an uploaded file is the form's business. A text that is too long for an article still
# comes through to where it is told what to do.
DATA_UPLOAD_MAX_MEMORY_SIZE = 21 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = (
    1_000  # 200 claims of the desk come with two fields each, and more are told that it is too many
)
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# ---------------------------------------------------------------------------------------------------------------------
# PostgreSQL: every fact and every due job

if PRODUCTION:
    env.required("DATABASE_URL", "production needs a database of your own, for example postgres://user:pass@host/name.")
    env.required("REDIS_URL", "production needs a Redis or Valkey of your own, for example redis://host:6379.")

try:
    DATABASES = {
        "default": dj_database_url.parse(
            env.text("DATABASE_URL") or addresses.database_url(VAR), conn_max_age=60, conn_health_checks=True
        )
    }
except (ValueError, KeyError) as error:
    raise ImproperlyConfigured(f"DATABASE_URL is not a valid database address: {error}. {env.HINT}") from error
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured(
        f"DATABASE_URL must name a PostgreSQL database, for example postgres://user:pass@host/name. {env.HINT}"
    )

database_options = DATABASES["default"].setdefault("OPTIONS", {})
# A socket folder comes as ?host=…, since the host part of an address loses its upper case.
DATABASES["default"]["HOST"] = database_options.pop("host", DATABASES["default"]["HOST"])
# A statement that runs away, waits for a lock, or leaves its transaction open is ended before it holds up the others.
# None gets help from a second process: to start one takes twenty times as long as what a page asks for.
database_options["options"] = (
    "-c statement_timeout=15s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s "
    "-c max_parallel_workers_per_gather=0 " + database_options.get("options", "")
).strip()

# ---------------------------------------------------------------------------------------------------------------------
# Redis or Valkey: messages to workers and a cache; emptied at any moment, nothing is lost

REDIS_URL = addresses.checked_redis_url(env.text("REDIS_URL") or addresses.redis_url(VAR))

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": addresses.redis_database(REDIS_URL, 1),
        "KEY_PREFIX": "plumbline",
        "OPTIONS": {"socket_timeout": 2},
    }
}

CELERY_BROKER_URL = addresses.broker_url(REDIS_URL)
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]  # never pickle: whoever reaches the broker would run code here
# State is in PostgreSQL. A result store would be a second, weaker copy of it.
CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_BACKEND = None
# A task that a dying worker held is delivered again; delivering twice is free, because the row is leased once.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# 90 s to stop by itself, 120 s at most < the row's lease of 150 s < the broker's 300 s.
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_TASK_TIME_LIMIT = 120
VISIBILITY_TIMEOUT = 300
CELERY_VISIBILITY_TIMEOUT = VISIBILITY_TIMEOUT
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": VISIBILITY_TIMEOUT,
    # The default cadence gives back what a dead worker held after 100 s.
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 3,
    "retry_on_timeout": True,
    "health_check_interval": 5,
    "global_keyprefix": "plumbline:",
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # kilobytes
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
CELERY_TASK_DEFAULT_QUEUE = "ingest"
CELERY_TASK_ROUTES = {
    "reviews.tasks.*": {"queue": "recheck"},
    "claims.tasks.*": {"queue": "ingest"},
    "sources.tasks.*": {"queue": "ingest"},
    "config.tasks.*": {"queue": "ingest"},
}


def every(seconds: int, task: str) -> dict:
    """Return a beat entry; a message that nobody took before the next one is dropped."""
    return {"task": task, "schedule": seconds, "options": {"expires": seconds}}


CELERY_BEAT_SCHEDULE = {
    "sweep sources": every(5, "sources.tasks.sweep"),
    "sweep claims": every(5, "claims.tasks.sweep"),
    "sweep reviews": every(5, "reviews.tasks.sweep"),
    "schedule re-checks": every(60, "reviews.tasks.schedule_rechecks"),
    "read passages": every(60, "sources.tasks.store_missing_passages"),
    "mail digests": every(3_600, "reviews.tasks.send_digests"),
    "write down the head of the ledger": every(600, "reviews.tasks.note_ledger_head"),
    # Due once a day by its row: a beat that is started anew each day would never reach an interval of a day.
    "verify the ledger": every(3_600, "reviews.tasks.verify_ledger"),
    "forget sessions that have ended": every(3_600, "config.tasks.forget_ended_sessions"),
    "forget answers kept for a retry": every(3_600, "config.tasks.forget_kept_answers"),
    "forget old deliveries of webhooks": every(3_600, "reviews.tasks.forget_deliveries"),
}

# ---------------------------------------------------------------------------------------------------------------------
# The API

REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["core.api.permissions.ByRole"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "config.api.authentication.HeaderToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["config.api.parsing.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "config.api.pagination.CursorPages",
    "DEFAULT_FILTER_BACKENDS": ["config.api.filtering.StrictFilters"],
    "DEFAULT_SCHEMA_CLASS": "config.api.openapi.AsServed",
    "DEFAULT_THROTTLE_CLASSES": ["core.api.throttling.PerKey"],
    "EXCEPTION_HANDLER": "config.api.errors.handle",
    "NUM_PROXIES": TRUSTED_PROXIES,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

# ---------------------------------------------------------------------------------------------------------------------
# The editors' admin

UNFOLD = theme.UNFOLD

# ---------------------------------------------------------------------------------------------------------------------
# What it writes down

log_level = env.text("LOG_LEVEL", "WARNING")
if log_level not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
    raise ImproperlyConfigured(f"LOG_LEVEL must be DEBUG, INFO, WARNING, ERROR or CRITICAL. {env.HINT}")
LOGGING = log_settings.logging_of(level=log_level, as_json=env.flag("PLUMBLINE_LOG_JSON", default=PRODUCTION))
