"""A translated article tied to its original, so that its claims show what the original says."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Article
from core.accounts.policies import check_is_staff
from core.article_language import language_of
from core.audit.log import record
from core.translation.messages import Message

TIED = gettext_noop("Tied to its original, article %(number)s.")
UNTIED = gettext_noop("No longer tied to an original.")


class NoTranslation(Exception):
    """The two articles cannot be a translation and its original; the message says why and what to do."""


def tie_to_original(*, by: User, article: Article, original: Article | None) -> None:
    """Say of which article this one is a translation; None takes that back. Raises NotAllowed and NoTranslation."""
    check_is_staff(by)
    with transaction.atomic():
        # Both rows, in one order, so that two people do not tie each of them to the other.
        numbers = sorted({article.pk, *([original.pk] if original else [])})
        held = {each.pk: each for each in Article.objects.filter(pk__in=numbers).order_by("pk").select_for_update()}
        if original is not None:
            _check(held[article.pk], held[original.pk])
        Article.objects.filter(pk=article.pk).update(translation_of=original)
        article.translation_of = original
        record(by=by, what=article, did=Message(TIED, number=original.pk) if original else UNTIED)


def _check(article: Article, original: Article) -> None:
    if article.split_at is None or original.split_at is None:
        raise NoTranslation(_("One of the two articles has not been split yet. Try again when both are ready."))
    if article.pk == original.pk or language_of(article) == language_of(original):
        raise NoTranslation(_("A translation and its original are in two languages. Enter the number of the original."))
    if original.translation_of_id is not None:
        raise NoTranslation(
            _("Article %(number)s is a translation itself. Enter the number of its original.") % {"number": original.pk}
        )
    if Article.objects.filter(translation_of=article).exists():
        raise NoTranslation(_("Other articles are tied to this one as their original. Take those ties back first."))
