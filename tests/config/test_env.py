"""The environment is read strictly: a value that cannot be meant stops the start, with a sentence."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

NAME = "PLUMBLINE_TRIAL"
IN_PRODUCTION = {
    "PLUMBLINE_PRODUCTION": "True",
    "SECRET_KEY": "0123456789" * 6,
    "ALLOWED_HOSTS": "plumbline.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://plumbline.example.org",
    "DATABASE_URL": "postgres://plumbline@127.0.0.1/plumbline",
    "REDIS_URL": "redis://127.0.0.1:6379",
}


@pytest.mark.parametrize(("given", "read"), [("True", True), ("False", False), ("", True)])
def test_a_flag_is_true_or_false(monkeypatch, given, read):
    monkeypatch.setenv(NAME, given)
    assert env.flag(NAME, default=True) is read


@pytest.mark.parametrize("given", ["true", "1", "yes", "on", " True"])
def test_a_flag_in_other_words_is_refused(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.flag(NAME, default=False)
    assert str(refusal.value) == f"{NAME}={given!r}: use 'True' or 'False'. {env.HINT}"


@pytest.mark.parametrize("given", ["-1", "11", "1.0", "ten", "٣", "0x1"])
def test_a_number_outside_its_bounds_or_in_other_signs_is_refused(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.integer(NAME, default=0, least=0, most=10)
    assert str(refusal.value) == f"{NAME}={given!r}: use a whole number from 0 to 10. {env.HINT}"


def test_a_number_within_its_bounds_is_read(monkeypatch):
    monkeypatch.setenv(NAME, "10")
    assert env.integer(NAME, default=0, least=0, most=10) == 10


def test_a_list_drops_empty_items(monkeypatch):
    monkeypatch.setenv(NAME, " a, ,b,")
    assert env.words(NAME) == ["a", "b"]


def test_what_is_required_and_empty_is_refused(monkeypatch):
    monkeypatch.setenv(NAME, "")
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.required(NAME, "it opens the door.")
    assert str(refusal.value) == f"{NAME} is not set: it opens the door. {env.HINT}"


def settings_with(**given: str) -> str:
    """Load the settings in a process of their own; return 'ok' or the last line of the refusal."""
    inherited = {name: value for name, value in os.environ.items() if name not in IN_PRODUCTION}
    loaded = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; settings.DEBUG; print('ok')"],
        env={**inherited, "DJANGO_SETTINGS_MODULE": "config.settings", **given},
        capture_output=True,
        text=True,
        check=False,
    )
    return loaded.stdout.strip() or loaded.stderr.strip().splitlines()[-1].split(": ", 1)[1]


def test_complete_production_settings_load():
    assert settings_with(**IN_PRODUCTION) == "ok"


@pytest.mark.parametrize("missing", sorted(set(IN_PRODUCTION) - {"PLUMBLINE_PRODUCTION"}))
def test_production_without_one_of_its_values_is_refused(missing):
    given = {name: value for name, value in IN_PRODUCTION.items() if name != missing}
    assert settings_with(**given).startswith(f"{missing} is not set: ")


@pytest.mark.parametrize(
    ("name", "value", "refusal"),
    [
        (
            "PLUMBLINE_DEBUG",
            "True",
            "PLUMBLINE_DEBUG=True shows internals to every visitor: not in production.",
        ),
        (
            "SECRET_KEY",
            "short",
            "SECRET_KEY is too easy to guess: it needs at least 50 characters, 5 of them different.",
        ),
        ("ALLOWED_HOSTS", "plumbline.example.org,*", "ALLOWED_HOSTS=*: name the hosts of this site,"),
        ("CSRF_TRUSTED_ORIGINS", "plumbline.example.org", "CSRF_TRUSTED_ORIGINS has 'plumbline.example.org':"),
        ("DATABASE_URL", "sqlite:///facts.db", "DATABASE_URL must name a PostgreSQL database,"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL is not a valid database address:"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL='localhost:6379': use redis://host:6379,"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL must be DEBUG, INFO, WARNING, ERROR or CRITICAL."),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(name, value, refusal):
    assert settings_with(**{**IN_PRODUCTION, name: value}).startswith(refusal)


def test_a_command_says_the_sentence_and_nothing_else():
    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "manage.py", "check"],
        env={**os.environ, "PLUMBLINE_SOLO": "yes"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (1, f"PLUMBLINE_SOLO='yes': use 'True' or 'False'. {env.HINT}\n")
