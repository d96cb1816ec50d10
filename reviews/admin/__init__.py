"""Rounds, verdicts and re-checks, as editors see them."""

from reviews.admin import external_verdicts, findings, rechecks, record, rounds, schedules, webhooks

__all__ = ["external_verdicts", "findings", "rechecks", "record", "rounds", "schedules", "webhooks"]
