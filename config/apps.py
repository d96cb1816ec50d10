"""Names the site that Django's admin registers everything on, and lets migrations take the time they need."""

from django.apps import AppConfig
from django.contrib.admin import apps
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class Config(AppConfig):
    name = "config"

    def ready(self) -> None:
        pre_migrate.connect(lift_statement_timeout)
        post_migrate.connect(restore_statement_timeout)


def lift_statement_timeout(*, using: str, **_sent: object) -> None:
    """Let one statement of a migration run for as long as it takes: an index on a million rows takes minutes."""
    with connections[using].cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def restore_statement_timeout(*, using: str, **_sent: object) -> None:
    """Go back to what the settings ask for, for whatever the process does after its migrations."""
    with connections[using].cursor() as cursor:
        cursor.execute("RESET statement_timeout")


class EditorsAdmin(apps.SimpleAdminConfig):
    """Django's admin with the editors' own site, which registers everything when its addresses are asked for."""

    default = False  # this module is the config app's too, which must not take this for its own
    default_site = "config.admin_site.EditorsSite"
