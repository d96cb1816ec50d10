"""Rounds, verdicts and re-checks, as editors see them."""

from reviews.admin import findings, rechecks, record, rounds, schedules, webhooks

__all__ = ["findings", "rechecks", "record", "rounds", "schedules", "webhooks"]
