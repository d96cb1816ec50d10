"""An article's text with its claims and open marks, and its claims as a list.

Built here and not by a template, which takes several times as long for the thousands of runs that a long article has.
"""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from claims.models import Claim
from reviews.highlighting import TextRun
from reviews.queries.annotated import AnnotatedClaim
from reviews.templatetags.claim_state import state_class, state_tags

register = template.Library()


@register.simple_tag
def article_text(text_runs: Iterable[TextRun], chosen: Claim | None, state: str) -> SafeString:
    """Show the text in which every claim is a link to itself; `state` goes on being shown behind the links."""
    link = _Link(chosen, state)
    return mark_safe("".join(_shown(run, link) for run in text_runs))  # noqa: S308 - every part is escaped


def _shown(run: TextRun, link: "_Link") -> str:
    if run.claim:
        return link(run)
    if run.mark:
        return format_html(
            '<span class="mark" tabindex="-1" title="{}">{}</span>',
            _("Open mark: no claim covers this %(kind)s") % {"kind": run.mark.get_kind_display()},
            run.text,
        )
    return escape(run.text)


class _Link:
    """Shows a run of the text that stands for a claim as the link to it."""

    def __init__(self, chosen: Claim | None, state: str) -> None:
        self._chosen = chosen.pk if chosen else None
        self._asked = escape(f"?state={state}&claim=" if state else "?claim=")
        self._panel, self._after = escape(reverse("claim", args=[0])).rpartition("0")[::2]

    def __call__(self, run: TextRun) -> str:
        claim, asked = run.claim, f"{self._asked}{run.claim.pk}"
        anchor = f' id="claim-{claim.pk}"' if run.starts_claim else ""
        here = " here" if claim.pk == self._chosen else ""
        # A claim is a stop of the Tab key once, whatever number of runs it has.
        stop = "" if run.starts_claim else ' tabindex="-1"'
        return (
            f'<a{anchor} class="claim {state_class(claim)}{here}" href="{asked}#claim-{claim.pk}" '
            f'data-claim="{claim.pk}" draggable="false" hx-get="{self._panel}{claim.pk}{self._after}" '
            f'hx-push-url="{asked}"{stop}>{escape(run.text)}</a>'
        )


@register.simple_tag
def claim_list(claims: Iterable[AnnotatedClaim]) -> SafeString:
    """Show claims of one article as the items of a list, each with its state."""
    return mark_safe("".join(map(_item, claims)))  # noqa: S308 - every part is escaped


def _item(claim: AnnotatedClaim) -> str:
    noticed = f' <span class="tag finding-tag">! {_("Finding")}</span>' if claim.open_findings else ""
    return (
        f'<li class="{state_class(claim)}"><a href="?claim={claim.pk}#claim-{claim.pk}" lang="en">{escape(claim.text)}</a> '
        f"{conditional_escape(state_tags(claim))}{noticed}</li>"
    )
