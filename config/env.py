"""Strict readers of the environment: a value that cannot be meant stops the start, with a sentence."""

import os
from typing import overload

from django.core.exceptions import ImproperlyConfigured

HINT = "See .env.example for every variable and its values."
#: What Django's own check of a deployment asks of a key, of which it only warns.
LEAST_SECRET, LEAST_LETTERS = 50, 5


@overload
def text(name: str, default: str) -> str: ...
@overload
def text(name: str, default: None = None) -> str | None: ...
def text(name: str, default: str | None = None) -> str | None:
    """Return the value, or the default where it is missing or empty."""
    return os.environ.get(name) or default


def required(name: str, reason: str) -> str:
    """Return the value. Raises ImproperlyConfigured where it is missing or empty."""
    value = text(name)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set: {reason} {HINT}")
    return value


def secret(name: str, reason: str) -> str:
    """Return a secret that cannot be guessed. Raises ImproperlyConfigured where it is missing, short or of few letters."""
    value = required(name, reason)
    if len(value) < LEAST_SECRET or len(set(value)) < LEAST_LETTERS:
        raise ImproperlyConfigured(
            f"{name} is too easy to guess: it needs at least {LEAST_SECRET} characters, {LEAST_LETTERS} of them "
            f"different. {HINT}"
        )
    return value


def flag(name: str, default: bool) -> bool:
    """Return True or False. Raises ImproperlyConfigured on any other word."""
    value = text(name, str(default))
    if value not in ("True", "False"):
        raise ImproperlyConfigured(f"{name}={value!r}: use 'True' or 'False'. {HINT}")
    return value == "True"


def one_of(name: str, default: str, *others: str) -> str:
    """Return one of these words, the first where none is given. Raises ImproperlyConfigured on any other."""
    value = text(name, default)
    if value not in (default, *others):
        listed = " or ".join(f"'{word}'" for word in (default, *others))
        raise ImproperlyConfigured(f"{name}={value!r}: use {listed}. {HINT}")
    return value


def integer(name: str, default: int, *, least: int, most: int) -> int:
    """Return a whole number within the bounds. Raises ImproperlyConfigured on anything else."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name}={value!r}: use a whole number from {least} to {most}. {HINT}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list without empty items."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
