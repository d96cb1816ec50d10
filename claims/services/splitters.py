"""Which splitter reads an article: the built-in rules, or a language model with the rules behind it."""

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings
from django.db.models import F

from claims.labels import BACK_TO_RULES, NOTHING_HOLDS, SOME_LEFT
from claims.language.splitting import SPLITTER_VERSION, SplitArticle, split_article
from claims.language_model.completions import CompletionOutcome, CompletionRequest, request_completions
from claims.language_model.endpoint import Endpoint
from claims.language_model.failures import SPENT, ModelFailed
from claims.language_model.splitting import ModelSplit, chunks_to_ask_about, request_about, with_answers
from claims.models import TokenSpending
from core.article_language import ENGLISH

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Splitting:
    """A split article, the splitter that its claims come from, and what the reader must know about that."""

    article: SplitArticle
    version: str
    notice: str = ""


def read_article(text: str, *, published_on: date | None, at: datetime) -> Splitting:
    """Split a text. Where a language model is set up and fails, the rules split it whole, and a notice says so.

    One answer that fails is enough for that: half an article by each splitter would be hard to judge and to repeat.
    """
    by_rules = split_article(text, published_on=published_on)
    # The checks of a model's answers parse English.
    if settings.LANGUAGE_MODEL is None or not by_rules.claims or by_rules.language != ENGLISH:
        return Splitting(by_rules, SPLITTER_VERSION)
    try:
        split = _by_model(settings.LANGUAGE_MODEL, text, by_rules, at=at)
    except ModelFailed as failure:
        _log.warning("%s", failure)
        return _back_to_rules(by_rules, str(failure))
    if split.rejections:
        _log.info("Claims of the language model that were not taken: %s", split.rejections)
    if not split.taken:
        return _back_to_rules(by_rules, NOTHING_HOLDS)
    return Splitting(split.article, settings.LANGUAGE_MODEL.version, _notice(split))


def _back_to_rules(by_rules: SplitArticle, reason: str) -> Splitting:
    return Splitting(by_rules, SPLITTER_VERSION, BACK_TO_RULES % {"reason": reason})


def _notice(split: ModelSplit) -> str:
    left = split.offered - split.taken
    if not left:
        return ""
    return SOME_LEFT % {"offered": split.offered, "left": left}


def _by_model(endpoint: Endpoint, text: str, by_rules: SplitArticle, *, at: datetime) -> ModelSplit:
    chunks = chunks_to_ask_about(text)
    outcomes = _asked(endpoint, [request_about(chunk, title=by_rules.title) for chunk in chunks], at=at)
    failures = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    if failures:
        # The one that stopped the others says more than theirs, which is that they were stopped.
        raise next((failure for failure in failures if not failure.is_consequence), failures[0])
    return with_answers(text, by_rules, chunks, [outcome.proposals for outcome in outcomes])


def _asked(endpoint: Endpoint, requests: list[CompletionRequest], *, at: datetime) -> list[CompletionOutcome]:
    """Ask within the day's tokens. They are reserved for the worst case first: workers ask at the same time, and one
    that dies while it waits has spent them all the same."""
    day = at.astimezone(UTC).date()
    reserved = sum(request.most_tokens for request in requests)
    if not _reserve(reserved, day=day, most=endpoint.tokens_per_day):
        raise ModelFailed(SPENT)
    outcomes = request_completions(endpoint, requests)
    spent = sum(outcome.tokens for outcome in outcomes)
    TokenSpending.objects.filter(day=day).update(tokens=F("tokens") - reserved + spent)
    return outcomes


def _reserve(tokens: int, *, day: date, most: int) -> bool:
    TokenSpending.objects.get_or_create(day=day)
    within = TokenSpending.objects.filter(day=day, tokens__lte=most - tokens)
    return bool(within.update(tokens=F("tokens") + tokens))
