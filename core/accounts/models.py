"""Sessions that know whose they are and how long they last, and what each key of a program is for.

The name of this module is the SESSION_ENGINE: Django takes `SessionStore` from it.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Where a session keeps when it began, when its person last did something, and in which browser.
SIGNED_IN, ACTIVE, BROWSER = "signed_in_at", "active_at", "browser"


class Session(AbstractBaseSession):
    """One browser that is signed in, or a stranger's."""

    person_id = models.BigIntegerField(null=True, db_index=True)

    class Meta(AbstractBaseSession.Meta):
        # The table has the name of the app that had it first.
        db_table = "config_session"

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        return SessionStore


class ApiKey(models.Model):
    """What a key of a program is for, what it may do, and when it was used last. The library's row has its hash."""

    token = models.OneToOneField("knox.AuthToken", models.CASCADE, primary_key=True, related_name="+")
    purpose = models.CharField(_("purpose"), max_length=100)
    scopes = models.JSONField(_("scopes"), default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("API key"), _("API keys")

    def __str__(self) -> str:
        return self.purpose


class SessionStore(DatabaseSessions):
    """Django's sessions in the database; those of somebody signed in end by themselves, whatever is still done there."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict) -> Session:
        person = data.get(SESSION_KEY)
        if person is not None:
            now = as_seconds(timezone.now())
            for name in (SIGNED_IN, ACTIVE):
                data.setdefault(name, now)
        row = super().create_model_instance(data)
        if not isinstance(row, Session):
            raise TypeError("The table of sessions is not that of `get_model_class`.")
        if person is not None:
            row.person_id = int(person)
            row.expire_date = min(row.expire_date, _end_of(data))
        return row


def as_seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _end_of(data: dict) -> datetime:
    """Return when a session ends: so long after the sign-in, or sooner where nothing is done."""
    at_last = data[SIGNED_IN] + settings.SESSION_COOKIE_AGE
    when_idle = data[ACTIVE] + settings.PLUMBLINE_IDLE_MINUTES * 60
    return datetime.fromtimestamp(min(at_last, when_idle), UTC)
