"""What the claims that rest on a source make of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims import queries as claim_queries
from claims.models import Citation, Claim
from core.translation.rendering import translated
from reviews.checking import ENDANGERING, Change
from reviews.checking.text_diff import TextDiff, text_diff
from reviews.models import RecheckResult
from reviews.queries.blindness import visible_citations
from reviews.queries.claims import with_review
from sources import queries as source_queries
from sources.models import Document, Snapshot

#: For how long a source's corrections are counted.
YEAR = timedelta(days=365)
NUMBERS = (Change.NUMBER_CHANGED, Change.UNIT_CHANGED)
#: How many versions a timeline shows at once, and the longest texts of which it says in a line what changed.
TIMELINE, LONGEST = 20, 100_000
#: How many changed passages one comparison shows.
PASSAGES_SHOWN = 200


@dataclass(frozen=True)
class Version:
    """A snapshot on the timeline, the one captured before it, and in a line what changed from that one to this."""

    snapshot: Snapshot
    before: Snapshot | None
    change: str


@dataclass(frozen=True)
class Timeline:
    """Some versions of a document, newest first, and whether there are older ones."""

    versions: list[Version]
    has_older: bool


@dataclass(frozen=True)
class CorrectionRate:
    """Of the citations of a source that were re-checked in a year: on how many a figure, or the meaning, changed."""

    rechecked: int
    figures: int
    meanings: int

    @property
    def sentence(self) -> str:
        """What to tell a reader; it gives the numbers, since a percentage of three would say more than is known."""
        if not self.rechecked:
            return _("None of its citations has been re-checked in the last 12 months.")
        said = ngettext(
            "In the last 12 months, a number changed in %(figures)s of %(count)s citation.",
            "In the last 12 months, a number changed in %(figures)s of %(count)s citations.",
            self.rechecked,
        ) % {"figures": self.figures, "count": self.rechecked}
        if not self.meanings:
            return said
        meanings = ngettext(
            "In %(count)s the meaning changed: a different name, a negation, or the words are gone.",
            "In %(count)s the meaning changed: a different name, a negation, or the words are gone.",
            self.meanings,
        )
        return f"{said} {meanings % {'count': self.meanings}}"


def correction_rate(document_id: int, *, at: datetime) -> CorrectionRate:
    """Count, over the re-checks of the last year, the citations of a document whose words changed what they say."""
    results = RecheckResult.objects.filter(recheck__citation__snapshot__document=document_id, at__gte=at - YEAR)
    citations = Count("recheck__citation", distinct=True, filter=~Q(change=""))
    figures = Count("recheck__citation", distinct=True, filter=Q(change__in=NUMBERS))
    others = sorted(ENDANGERING.difference(NUMBERS))
    meanings = Count("recheck__citation", distinct=True, filter=Q(change__in=others))
    return CorrectionRate(**results.aggregate(rechecked=citations, figures=figures, meanings=meanings))


def timeline(document: Document, *, older_than: int | None = None) -> Timeline:
    """TIMELINE versions of a document, each with what changed to it from the version before."""
    found = list(source_queries.versions(document, older_than=older_than)[: TIMELINE + 1])
    captured = [snapshot for snapshot in found if snapshot.state == Snapshot.State.DONE]
    before = dict(zip((snapshot.pk for snapshot in captured), captured[1:], strict=False))
    texts = _texts(captured)
    versions = [
        Version(snapshot, before.get(snapshot.pk), _change(before.get(snapshot.pk), snapshot, texts))
        for snapshot in found[:TIMELINE]
    ]
    return Timeline(versions, has_older=len(found) > TIMELINE)


def two_versions(document: Document, *, older: int | None, newer: int | None) -> list[Snapshot]:
    """The two captured versions with these numbers, older first, or the newest two there are; the texts come along."""
    captured = document.snapshots.captured().newest_first()
    asked = list(captured.filter(pk__in=[number for number in (older, newer) if number]))
    return (asked if len(asked) == 2 else list(captured[:2]))[::-1]


def citing_claims(document_id: int, person: User) -> QuerySet[Claim]:
    """Return the claims that cite a document, newest first, with their state and the citations that this person may see."""
    cited = visible_citations(Citation.objects.filter(snapshot__document=document_id), person)
    return with_review(claim_queries.citing_claims(cited.defer("snapshot__text")))


def _texts(captured: list[Snapshot]) -> dict[int, str]:
    """Return the texts that differ from one of their neighbours and are not too long to compare on the way."""
    names = [snapshot.text_sha256 for snapshot in captured]
    differing = [
        snapshot.pk
        for at, snapshot in enumerate(captured)
        if any(names[near] != names[at] for near in (at - 1, at + 1) if 0 <= near < len(names))
    ]
    short = Snapshot.objects.filter(pk__in=differing).annotate(length=Length("text")).filter(length__lte=LONGEST)
    return dict(short.values_list("pk", "text"))


def _change(before: Snapshot | None, snapshot: Snapshot, texts: dict[int, str]) -> str:
    if snapshot.state != Snapshot.State.DONE:
        return ""
    if before is None:
        return _("The first version.")
    if before.text_sha256 == snapshot.text_sha256:
        return _("Same text; only the underlying file differs.")
    if before.pk not in texts or snapshot.pk not in texts:
        return _("The text changed. Compare the two versions to see where.")
    return _in_a_line(text_diff(texts[before.pk], texts[snapshot.pk]))


def _in_a_line(diff: TextDiff) -> str:
    """Return the first change in a few words, and how many more there are."""
    first, more = translated(diff.first_change), len(diff.passages) - 1
    if more < 1:
        return first
    rest = ngettext("%(count)s more passage changed.", "%(count)s more passages changed.", more)
    return f"{first} {rest % {'count': more}}"
