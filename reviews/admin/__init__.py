"""Rounds, verdicts and re-checks, as editors see them."""

from reviews.admin import rechecks, record, rounds, schedules, webhooks

__all__ = ["rechecks", "record", "rounds", "schedules", "webhooks"]
