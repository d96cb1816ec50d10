"""Charts as SVG that a server draws: no script, no inline style, and a table beside each that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reviews.agreement import Estimate
from reviews.queries.recheck_outcomes import Day, Group

register = template.Library()

#: The units of a drawing; it is stretched to the room that the page has.
HEIGHT, SLOT, GAP = 100, 10, 2
#: The lowest and the highest agreement that is drawn, and the limits that Krippendorff names for it.
LOWEST, TENTATIVE, RELIABLE = -0.2, 0.667, 0.8


@dataclass(frozen=True)
class Block:
    """One rectangle of a chart: its class, its place and size, and what it says when pointed at."""

    css: str
    x: float
    y: float
    width: float
    height: float
    title: str


@register.inclusion_tag("reviews/_stacked_days.html")
def stacked_days(days: Sequence[Day], groups: Sequence[Group]) -> dict:
    """Draw a column a day, stacked by group in the order of the legend, the first one at the bottom."""
    most = max((sum(day.counts) for day in days), default=0)
    return {
        "blocks": [block for at, day in enumerate(days) for block in _column(at, day, groups, most)],
        "width": len(days) * SLOT,
        "height": HEIGHT,
        "most": most,
        "total": sum(sum(day.counts) for day in days),
        "days": days,
        "groups": groups,
        "first": days[0].day,
        "middle": days[len(days) // 2].day,
        "last": days[-1].day,
    }


def _column(at: int, day: Day, groups: Sequence[Group], most: int) -> list[Block]:
    blocks, top = [], float(HEIGHT)
    for group, count in zip(groups, day.counts, strict=True):
        if count:
            height = HEIGHT * count / most
            top -= height
            title = _("%(day)s: %(count)s %(outcome)s") % {
                "day": date_format(day.day, _("j M")),
                "count": count,
                "outcome": str(group.label).lower(),
            }
            blocks.append(Block(group.name, at * SLOT + GAP / 2, round(top, 2), SLOT - GAP, round(height, 2), title))
    return blocks


@register.inclusion_tag("reviews/_interval.html")
def interval(estimate: Estimate) -> dict:
    """Draw an estimate as a dot on the line of its 95 % interval, from LOWEST to 1, with the limits of agreement."""
    return {
        "low": _along(estimate.low),
        "length": round(_along(estimate.high) - _along(estimate.low), 2),
        "value": _along(estimate.value),
        "limits": [_along(0), _along(TENTATIVE), _along(RELIABLE)],
        "title": _("%(value).2f, between %(low).2f and %(high).2f")
        % {"value": estimate.value, "low": estimate.low, "high": estimate.high},
    }


def _along(value: float) -> float:
    """Return where a value lies on a line of 100."""
    return round(100 * (min(max(value, LOWEST), 1) - LOWEST) / (1 - LOWEST), 2)


@register.inclusion_tag("reviews/_bar.html")
def bar(count: int, most: int, css: str) -> dict:
    """Draw a count as a bar; the greatest of the chart takes the whole width."""
    return {"length": round(100 * count / most, 2) if most else 0, "css": css, "title": count}


@register.filter
def percent(share: float) -> str:
    """Return a share as a percentage with one decimal."""
    return f"{100 * share:.1f} %"


@register.filter
def duration(length: timedelta) -> str:
    """Return a length of time in the two units that matter: days and hours, hours and minutes, or minutes."""
    minutes = round(length.total_seconds() / 60)
    days, hours = divmod(minutes // 60, 24)
    length_of = {"days": days, "hours": hours, "minutes": minutes % 60}
    if days:
        return (_("%(days)s d %(hours)s h") if hours else _("%(days)s d")) % length_of
    if hours:
        return (_("%(hours)s h %(minutes)s min") if minutes % 60 else _("%(hours)s h")) % length_of
    return _("%(minutes)s min") % length_of
