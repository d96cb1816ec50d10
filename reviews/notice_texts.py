"""What a notice says: put together from its facts, in the language of whoever reads it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: Facts that are taken from articles and from what the rules wrote down, and are English in every sentence.
_ENGLISH = ("claim", "explanation", "articles", "reason")
#: How many articles and programs a notice names; the rest are counted.
NAMED = 3


def as_text(kind: str, facts: Mapping) -> str:
    """Return the sentences of a notice of this kind as a plain text."""
    return _SAYS[kind](facts)


def as_html(kind: str, facts: Mapping) -> SafeString:
    """Return the sentences of a notice of this kind as HTML, in which what is English in every language says so."""
    escaped = {name: _escaped(value, is_english=name in _ENGLISH) for name, value in facts.items()}
    return mark_safe(_SAYS[kind](escaped))  # noqa: S308 - every fact is escaped; the rest are our own sentences


def _escaped(value: object, *, is_english: bool) -> object:
    if isinstance(value, str):
        return format_html('<span lang="en">{}</span>', value) if is_english else conditional_escape(value)
    if isinstance(value, Mapping):
        return {name: _escaped(each, is_english=is_english) for name, each in value.items()}
    return [_escaped(each, is_english=is_english) for each in value] if isinstance(value, list) else value


def _endangered(facts: Mapping) -> str:
    doubt = _("The verdict on “%(claim)s” is in doubt.") % facts
    return f"{doubt} {facts['explanation']} {reach(facts['articles'], facts['programs'])}"


def counted(names: Sequence[str]) -> dict:
    """Return as a fact how many there are, with the names of the first."""
    return {"count": len(names), "named": list(names[:NAMED])}


def reach(articles: Mapping, programs: Mapping) -> str:
    """Say in one sentence which articles make a claim and which programs fetched its verdict, each as `counted`."""
    count = articles["count"]
    making = ngettext("%(count)s article (%(names)s)", "%(count)s articles (%(names)s)", count)
    titles = [f"“{title}”" for title in articles["named"]]
    named = {"articles": making % {"count": count, "names": _listed(titles, count)}}
    if not programs["count"]:
        return ngettext("%(articles)s uses the verdict.", "%(articles)s use the verdict.", count) % named
    count = programs["count"]
    holding = ngettext("%(count)s consumer (%(names)s)", "%(count)s consumers (%(names)s)", count)
    named["programs"] = holding % {"count": count, "names": _listed(programs["named"], count)}
    return _("%(articles)s and %(programs)s use the verdict.") % named


def _listed(names: Sequence[str], count: int) -> str:
    listed = ", ".join(names)
    if count == len(names):
        return listed
    return _("%(names)s and %(count)s more") % {"names": listed, "count": count - len(names)}


def _adjudication(facts: Mapping) -> str:
    return _("Two judgements of “%(claim)s” differ. An editor has to decide.") % facts


def _returned(facts: Mapping) -> str:
    return _("%(by)s sent back “%(claim)s”: %(note)s") % facts


def _assigned(facts: Mapping) -> str:
    given = _("%(by)s assigned “%(claim)s” to you.") % facts
    if not facts["due_on"]:
        return given
    due = _("It is due on %(day)s.") % {"day": date_format(date.fromisoformat(facts["due_on"]), "DATE_FORMAT")}
    return f"{given} {due}"


def _mentioned(facts: Mapping) -> str:
    hidden = _("You will see the comment once you have submitted your judgement.")
    return _("%(by)s on “%(claim)s”: %(words)s") % {**facts, "words": facts["words"] or hidden}


def _webhook(facts: Mapping) -> str:
    return (
        _("The webhook of %(owner)s at %(host)s was switched off: it no longer hears of verdicts. %(reason)s") % facts
    )


_SAYS: dict[str, Callable[[Mapping], str]] = {
    "endangered": _endangered,
    "adjudication": _adjudication,
    "returned": _returned,
    "assigned": _assigned,
    "mentioned": _mentioned,
    "webhook": _webhook,
}
