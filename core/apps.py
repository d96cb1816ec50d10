"""The rooms of the ground floor that Django has to know of: rows, templates, tags and static files."""

from django.apps import AppConfig


class Core(AppConfig):
    """The catalogue of what all of them say."""

    name = "core"


class Accounts(AppConfig):
    name = "core.accounts"
    label = "accounts"

    def ready(self) -> None:
        from core.accounts import audit_signals  # noqa: PLC0415 - needs the models of the library, which are there only now

        audit_signals.connect_signals()


class Api(AppConfig):
    name = "core.api"
    label = "api"


class EditorsPages(AppConfig):
    name = "core.admin"
    label = "editors_pages"


class Translation(AppConfig):
    name = "core.translation"
    label = "translation"


class Web(AppConfig):
    name = "core.web"
    label = "web"
