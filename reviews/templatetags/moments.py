"""Moments as the API spells them, for what pages make of moments."""

from datetime import datetime

from django import template

register = template.Library()


@register.filter
def moment(spelt: str) -> datetime:
    """Return the moment that ISO 8601 spells."""
    return datetime.fromisoformat(spelt)
