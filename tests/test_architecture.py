"""Rules that nobody can forget."""

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from config.celery import app as celery_app
from reviews.workflow import diagram
from tests.processes import LONG_FILES

APPS = ("core", "sources", "claims", "reviews", "config")
#: The labels under which Django knows their rows.
OWN = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in APPS}
#: Names of which there is a better one: what each is now is in the history of this repository.
RETIRED = {
    "Allotment",
    "CrowdingMiddleware",
    "Exchange",
    "LookEvery",
    "SeenForm",
    "Strand",
    "Taken",
    "TickedRows",
    "Turn",
    "Visit",
    "Weighed",
    "as_seen",
    "bury",
    "deeds_done_to",
    "endanger",
    "find_again",
    "give_back",
    "hand_in",
    "in_words",
    "lay_down_unreadable",
    "look_every",
    "looked_far",
    "looks",
    "note_return",
    "reason_of",
    "recognised",
    "restless",
    "seen_round",
    "sit_down_at",
    "takes_assignee",
    "to_each",
    "touch_claim",
    "touched_at",
    "translated_again",
    "turn_at",
    "visit",
    "weigh",
}
#: Methods that nothing but rows, their managers and their querysets have.
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
#: Methods that sets have too: they write where what they are called on is a relation of a row.
WRITES_OF_RELATIONS = {"add", "set", "remove", "clear"}
#: The only places that write: services, what the ground floor writes for them, and the command that makes sample rows.
WRITERS = (
    "sources/services",
    "claims/services",
    "reviews/services",
    "core/accounts/api_keys.py",
    "core/api/idempotency.py",
    "core/accounts/roles.py",
    "core/accounts/second_factor.py",
    "core/accounts/sessions.py",
    "core/audit/log.py",
    "core/jobs/models.py",
    "config/management/commands/seed.py",
)


def modules(app: str) -> list[Path]:
    folder = settings.BASE_DIR / app
    return [path for path in folder.rglob("*.py") if "migrations" not in path.parts and "tests" not in path.parts]


def writes_of(path: Path) -> list[str]:
    """Calls such as `Claim.objects.create(…)`, `claim.save()` or `article.marks.update(…)`."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return [
        f"{path.name}:{call.lineno} {call.func.attr}"
        for call in calls
        if isinstance(call.func, ast.Attribute) and is_write(call, call.func)
    ]


def is_write(call: ast.Call, called: ast.Attribute) -> bool:
    if called.attr == "update":
        # A queryset takes the new values by name only; dictionaries, sets and hashes are given one by its place.
        return not call.args
    if called.attr in WRITES_OF_RELATIONS:
        return isinstance(called.value, ast.Attribute) and called.value.attr in relations()
    return called.attr in WRITES


@cache
def relations() -> set[str]:
    """Names under which rows reach many other rows."""
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]
    many = [field for field in fields if field.one_to_many or field.many_to_many]
    return {field.get_accessor_name() if field.auto_created else field.name for field in many} - {None}


def is_writer(path: Path) -> bool:
    return any(path.is_relative_to(settings.BASE_DIR / writer) for writer in WRITERS)


@pytest.mark.parametrize("app", APPS)
def test_only_services_write(app):
    assert [call for path in modules(app) if not is_writer(path) for call in writes_of(path)] == []


@pytest.mark.parametrize("writer", WRITERS)
def test_the_search_for_writes_does_find_them_where_they_may_be(writer):
    place = settings.BASE_DIR / writer
    found = [place] if place.suffix else [path for path in modules(writer.split("/")[0]) if path.is_relative_to(place)]
    assert [call for path in found for call in writes_of(path)] != []


def test_the_site_that_puts_everything_together_has_no_rows_of_its_own():
    assert list(apps.get_app_config("config").get_models()) == []


@pytest.mark.parametrize(
    "line",
    [
        "Claim.objects.create(text=text)",
        "Claim.objects.filter(pk=1).update(text=text)",
        "open_marks(article).update(claim=None)",
        "anything_at_all.save(update_fields=['state'])",
        "snapshot.delete()",
        "article.marks.update(claim=claim)",
        "article.claims.create(text=text)",
        "judgement.citations.set([])",
        "user.groups.add(group)",
        "Mark.objects.bulk_create(marks)",
    ],
)
def test_a_write_is_seen_whatever_the_row_is_called(tmp_path, line):
    module = tmp_path / "views.py"
    module.write_text(line)
    assert len(writes_of(module)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "counts.update(rows)",
        "counts.update({'done': 1})",
        "digest.update(text.encode())",
        "names.add(name)",
        "self.seen.add(name)",
        "pairs.clear()",
        "article.claims.filter(pk=1).first()",
    ],
)
def test_what_sets_dictionaries_and_hashes_do_is_no_write(tmp_path, line):
    module = tmp_path / "views.py"
    module.write_text(line)
    assert writes_of(module) == []


def test_no_app_can_look_upward_through_a_reverse_relation():
    upward = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in OWN
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


def test_everything_that_beat_sends_is_a_task():
    celery_app.loader.import_default_modules()
    sent = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert sent - set(celery_app.tasks) == set()


def test_the_readme_of_reviews_shows_the_table_as_it_is():
    assert diagram() in (settings.BASE_DIR / "reviews" / "README.md").read_text(encoding="utf-8")


def test_every_app_says_what_it_is_for():
    assert [app for app in APPS if not (settings.BASE_DIR / app / "README.md").exists()] == []


def test_no_module_is_longer_than_four_hundred_lines():
    long = {
        str(path.relative_to(settings.BASE_DIR)): count
        for app in (*APPS, "tests")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_a_docstring_says_what_is_done_and_not_that_it_will_be():
    documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module
    roundabout = [
        str(path.relative_to(settings.BASE_DIR))
        for app in (*APPS, "tests")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, documented) and re.match(r"This \w+ will ", ast.get_docstring(node) or "")
    ]
    assert roundabout == []


def public_classes(paths: list[Path]) -> dict[str, list[str]]:
    """The modules of each public class by its name; Django wants every command's class to be called alike."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name != "Command":
                found.setdefault(node.name, []).append(path.name)
    return found


def test_a_class_name_means_one_thing():
    classes = public_classes([path for app in APPS for path in modules(app)])
    assert {name: where for name, where in classes.items() if len(where) > 1} == {}


def test_two_classes_of_one_name_are_seen(tmp_path):
    for name in ("one.py", "other.py"):
        (tmp_path / name).write_text("class Reading:\n    pass\n")
    assert public_classes(sorted(tmp_path.iterdir())) == {"Reading": ["one.py", "other.py"]}


def identifiers(source: str) -> set[str]:
    """Every name that a module gives or uses."""
    found: set[str | None] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.arg | ast.keyword):
            found.add(node.arg)
    return found - {None}


def test_no_retired_word_is_a_name_again():
    again = {
        str(path.relative_to(settings.BASE_DIR)): sorted(used)
        for app in APPS
        for path in modules(app)
        if (used := identifiers(path.read_text(encoding="utf-8")) & RETIRED)
    }
    assert again == {}


@pytest.mark.parametrize(
    "line", ["visit = 1", "sources.visit(1)", "def weigh(): pass", "read(look_every=1)", "def f(looks): pass"]
)
def test_a_retired_word_is_found_wherever_it_is_a_name(line):
    assert len(identifiers(line) & RETIRED) == 1


def test_the_files_that_a_run_begins_with_are_there():
    assert [file for file in LONG_FILES if not (settings.BASE_DIR / file).is_file()] == []
