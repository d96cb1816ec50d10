"""What happened around claims and their citations, wherever it is told: rounds, findings, verdicts, re-checks."""

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.db.models.functions import Concat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Citation, Claim, Finding
from config.history.event_source import EventSource, beginning, rating_in_words, sentence
from core.translation.rendering import in_english, translated
from reviews import queries
from reviews.labels import label_of
from reviews.models import Comment, Judgement, LedgerEntry, Recheck, RecheckResult, Review, ReviewEvent, Verdict
from reviews.workflow import LABELS, Status


def of_rounds(**of: object) -> list[EventSource]:
    """Return what happened in the rounds that these conditions name: moves, judgements and verdicts."""
    rounds = Review.objects.filter(**of)
    by_a_person = Case(When(actor=None, then=Value("")), default=Value("yes"))
    return [
        EventSource(
            ReviewEvent.objects.filter(review__in=rounds).annotate(
                moved=Concat("from_status", Value(">"), "to_status", Value(">"), by_a_person),
            ),
            "at",
            _moved,
            by="actor",
            texts=("review__round", "moved", "note"),
        ),
        judged(open_judgements().filter(review__in=rounds)),
        EventSource(
            Judgement.objects.filter(review__in=rounds),
            "withdrawn_at",
            lambda who, number, _none: sentence(
                _("%(person)s's judgement in review %(number)s was sent back."), person=who, number=number
            ),
            texts=("analyst__username", "review__round"),
        ),
        published(Verdict.objects.filter(review__in=rounds)),
    ]


def _moved(number: str, move: str, note: str) -> SafeString:
    before, after, by_a_person = move.split(">")
    if before == after:
        return sentence(_("Review %(number)s: %(note)s"), number=number, note=translated(note))
    if before:
        moved = sentence(
            _("Review %(number)s moved from “%(before)s” to “%(after)s”."),
            number=number,
            before=str(LABELS[Status(before)]),
            after=str(LABELS[Status(after)]),
        )
    else:
        moved = sentence(_("Review %(number)s was opened."), number=number)
    return format_html("{} “{}”", moved, note if by_a_person else in_english(note)) if note else moved


def open_judgements() -> QuerySet[Judgement]:
    """Judgements that every editor may read: an editor may be one of those who judge in a blind round."""
    return Judgement.objects.exclude(review__in=queries.blind_rounds(None))


def comments_for_all(claim: Claim) -> QuerySet[Comment]:
    """Comments that every editor may read, as `open_judgements` has it."""
    blind = queries.blind_rounds(None).filter(claim=claim, opened_at__lte=OuterRef("at"))
    return Comment.objects.filter(~Exists(blind), claim=claim)


def noticed(findings: QuerySet[Finding]) -> EventSource:
    return EventSource(
        findings,
        "created_at",
        lambda said, *_none: sentence(_("Finding: %(said)s"), said=in_english(said)),
        texts=("explanation",),
    )


def judged(judgements: QuerySet[Judgement]) -> EventSource:
    return EventSource(
        judgements,
        "at",
        lambda number, rating, why: sentence(
            _("Judged %(rating)s in review %(number)s: “%(why)s”"),
            number=number,
            rating=rating_in_words(rating),
            why=why,
        ),
        by="analyst",
        texts=("review__round", "rating", "rationale"),
    )


def published(verdicts: QuerySet[Verdict]) -> EventSource:
    return EventSource(
        verdicts,
        "published_at",
        lambda number, rating, of: sentence(
            _("Verdict %(number)s was signed off in review %(round)s: %(rating)s."),
            number=number,
            round=of,
            rating=rating_in_words(rating),
        ),
        by="signed_off_by",
        texts=("pk", "rating", "review__round"),
    )


def entered(entries: QuerySet[LedgerEntry]) -> EventSource:
    return EventSource(
        entries,
        "verdict__published_at",
        lambda seq, name, _none: sentence(
            _("Added to the ledger as entry %(entry)s, with the hash %(hash)s…."), entry=seq, hash=beginning(name)
        ),
        by="verdict__signed_off_by",
        texts=("seq", "hash"),
    )


def cited(citations: QuerySet[Citation]) -> EventSource:
    return EventSource(
        citations,
        "created_at",
        lambda quote, stance, title: sentence(
            _("Cited “%(title)s” (%(stance)s): “%(quote)s”"),
            title=title,
            stance=label_of(stance),
            quote=in_english(quote),
        ),
        by="created_by",
        texts=("quote", "stance", "snapshot__document__title"),
    )


def queued(rechecks: QuerySet[Recheck]) -> list[EventSource]:
    """Looks that a person asked for, and those that came due by themselves."""
    return [
        EventSource(
            rechecks.filter(requested_by__isnull=False),
            "slot",
            gettext_noop("A re-check was requested."),
            by="requested_by",
        ),
        EventSource(rechecks.filter(requested_by=None), "slot", gettext_noop("A re-check came due.")),
    ]


def rechecked(results: QuerySet[RecheckResult]) -> EventSource:
    return EventSource(
        results,
        "at",
        lambda change, outcome, said: sentence(
            _("Re-checked, with the result “%(outcome)s”: %(said)s"),
            outcome=label_of(change or outcome),
            said=in_english(said),
        ),
        texts=("change", "outcome", "explanation"),
    )
