"""Rules that nobody can forget."""

import ast
import inspect
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from config.celery import app as celery_app
from reviews.workflow import diagram

APPS = ("sources", "claims", "reviews")
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete", "update"}
#: The rooms that write: services, and the lease rows they are built on.
WRITERS = {"services", "services.py", "work.py"}


def modules(app: str) -> list[Path]:
    folder = settings.BASE_DIR / app
    return [path for path in folder.rglob("*.py") if "migrations" not in path.parts and "tests" not in path.parts]


def writes_of(path: Path) -> list[str]:
    """Calls such as `Claim.objects.create(…)` or `claim.save()`."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    attributes = [call.func for call in calls if isinstance(call.func, ast.Attribute)]
    return [
        f"{path.name}:{each.lineno} {each.attr}" for each in attributes if each.attr in WRITES and is_row(each.value)
    ]


def is_row(node: ast.expr) -> bool:
    """A plain set or dictionary has these methods too; what is written to the database goes through `objects` or a name."""
    names = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    return "objects" in names or (isinstance(node, ast.Name) and node.id in {"document", "article", "claim", "review"})


@pytest.mark.parametrize("app", APPS)
def test_only_services_write(app):
    found = [call for path in modules(app) if not WRITERS & set(path.parts) for call in writes_of(path)]
    assert found == []


@pytest.mark.parametrize("app", APPS)
def test_the_search_for_writes_does_find_them_in_services(app):
    assert [call for path in modules(app) if WRITERS & set(path.parts) for call in writes_of(path)] != []


def test_no_app_can_look_upward_through_a_reverse_relation():
    upward = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in APPS
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField)
        if field.related_model._meta.app_label != model._meta.app_label and not field.remote_field.hidden
    ]
    assert upward == []


def test_every_task_takes_keywords_and_tolerates_later_ones():
    celery_app.loader.import_default_modules()
    own = [task for name, task in celery_app.tasks.items() if name.split(".")[0] in APPS]
    kinds = {
        task.name: {parameter.kind for parameter in inspect.signature(task.run).parameters.values()} for task in own
    }
    assert len(kinds) >= 7
    keyword_only = {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}
    assert [name for name, found in kinds.items() if not found <= keyword_only] == []
    assert [name for name, found in kinds.items() if inspect.Parameter.VAR_KEYWORD not in found] == []


def test_everything_that_beat_rings_is_a_task():
    celery_app.loader.import_default_modules()
    rung = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert rung - set(celery_app.tasks) == set()


def test_the_readme_of_reviews_shows_the_table_as_it_is():
    assert diagram() in (settings.BASE_DIR / "reviews" / "README.md").read_text(encoding="utf-8")


def test_every_app_says_what_it_is_for():
    assert [app for app in APPS if not (settings.BASE_DIR / app / "README.md").exists()] == []


def test_no_module_is_longer_than_four_hundred_lines():
    long = {
        str(path.relative_to(settings.BASE_DIR)): count
        for app in (*APPS, "config", "tests")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
