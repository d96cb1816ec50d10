"""Data that gets to its state the way life does: through the services."""

from datetime import datetime, timedelta

from django.contrib.auth.models import Group, User

from claims import services as claim_services
from claims.models import Article, Citation, Claim
from core.accounts.policies import Role
from reviews import services as review_services
from reviews.factchecks import FactCheck
from reviews.models import Review, Verdict
from reviews.workflow import OPEN, Status
from sources import services as source_services
from sources.fetching import FetchOutcome, FetchResult
from sources.models import Snapshot

ENGINE_ARTICLE = (
    "The RD-180 rocket engine was first flown in 2000. "
    "The RD-180 rocket engine has a maximum vacuum thrust of 4150 N. "
    "The RD-180 rocket engine weighs 5.5 tons."
)
DATA_SHEET = (
    "Data sheet of the RD-180 engine. The engine develops a thrust of 4.15 MN in vacuum and 3.83 MN at sea level. "
    "Its dry mass is 5480 kilograms without propellant. It burns kerosene and liquid oxygen."
)
THRUST_QUOTE = "The engine develops a thrust of 4.15 MN in vacuum and 3.83 MN at sea level."
MASS_QUOTE = "Its dry mass is 5480 kilograms without propellant."


def person(username: str, role: Role | None = None, **fields: object) -> User:
    """A login with one role, or none. The group is made again where a test before this one emptied the tables."""
    user = User.objects.create_user(username, password="correct horse", is_staff=role == Role.EDITOR, **fields)
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def article(*, by: User, at: datetime, text: str = ENGINE_ARTICLE, **details: object) -> Article:
    """An article that was pasted and split."""
    submitted = claim_services.submit_text(by=by, text=text, at=at, **details).article
    claim_services.split(article_id=submitted.pk, at=at)
    submitted.refresh_from_db()
    return submitted


def claim(*, by: User, at: datetime, containing: str = "4150 N", **details: object) -> Claim:
    """A claim of a split article, by words that it has."""
    return article(by=by, at=at, **details).claims.active().get(text__contains=containing)


def upload(*, by: User, at: datetime, text: str = DATA_SHEET, title: str = "Data sheet", **details: object) -> Snapshot:
    """A source of the library that was uploaded as a text file."""
    return source_services.add_upload(
        by=by, data=text.encode(), filename="sheet.txt", at=at, title=title, in_library=True, **details
    )


def citation(
    *, by: User, claim: Claim, at: datetime, snapshot: Snapshot | None = None, quote: str = THRUST_QUOTE, **details
) -> Citation:
    """Words of a source, cited against a claim."""
    snapshot = snapshot or upload(by=by, at=at)
    return claim_services.cite(
        by=by, claim=claim, snapshot=snapshot, quote=quote, at=at, **{"stance": Citation.Stance.CONTRADICTS, **details}
    )


def review_at(status: Status, *, analyst: User, editor: User, at: datetime, claim: Claim | None = None) -> Review:
    """A round that reached this state the way a real one would."""
    claim = claim or globals()["claim"](by=analyst, at=at)
    if status == Status.ADJUDICATION:
        return _disagreement(analyst=analyst, editor=editor, at=at, claim=claim)
    review = review_services.open_review(claim=claim, at=at)
    cited = citation(by=analyst, claim=claim, at=at)
    if status == Status.IN_REVIEW:
        review_services.submit_judgement(
            by=analyst, claim=claim, rating="wrong", rationale="First try.", citations=[cited], at=at
        )
        review.refresh_from_db()
        review_services.return_review(by=editor, review=review, note="Cite the figure in vacuum.", at=at)
    if status in (Status.IN_APPROVAL, Status.PUBLISHED):
        judge(claim, by=analyst, at=at, cited=[cited])
    review.refresh_from_db()
    if status == Status.PUBLISHED:
        review_services.sign_off(by=editor, review=review, at=at)
    if status == Status.ABANDONED:
        review_services.abandon_review(by=editor, review=review, note="Not ours to judge.", at=at)
    review.refresh_from_db()
    return review


def _disagreement(*, analyst: User, editor: User, at: datetime, claim: Claim) -> Review:
    claim.article.judgements_required = 2
    claim.article.save(update_fields=["judgements_required"])
    cited = citation(by=analyst, claim=claim, at=at)
    judge(claim, by=analyst, at=at, cited=[cited], rating="wrong")
    judge(claim, by=person("second reader", Role.ANALYST), at=at, cited=[cited], rating="disputed")
    return Review.objects.get(claim=claim, status__in=OPEN)


def judge(claim: Claim, *, by: User, at: datetime, cited: list[Citation], rating: str = "wrong") -> None:
    """Give one judgement."""
    review_services.submit_judgement(
        by=by, claim=claim, rating=rating, rationale="The sheet gives meganewtons.", citations=cited, at=at
    )


def verdict(*, analyst: User, editor: User, at: datetime, claim: Claim | None = None) -> Verdict:
    """A published verdict."""
    return review_at(Status.PUBLISHED, analyst=analyst, editor=editor, at=at, claim=claim).verdict


def fact_check(**cells: object) -> FactCheck:
    """A fact-check by somebody else, as it is read from a file."""
    given = {
        "claim": "The RD-180 rocket engine has a maximum vacuum thrust of 4,150 kN.",
        "url": "https://example.org/1",
    }
    return FactCheck(**{**given, "publisher": "Checkers", "rating": "Mostly true", **cells})


def changed_source(verdict: Verdict, *, at: datetime, old: str, new: str) -> Snapshot:
    """A later version of the source that the verdict rests on, in which some words were replaced."""
    snapshot = verdict.citations.get().snapshot
    return source_services.add_version(
        document=snapshot.document,
        data=snapshot.text.replace(old, new).encode(),
        filename="sheet.txt",
        at=at + timedelta(hours=1),
    )


class Web:
    """Pages by address, answered without a network: what a service takes as its way out."""

    def __init__(self, **pages: str) -> None:
        self.pages: dict[str, str | FetchResult] = dict(pages)
        self.asked: list[str] = []

    def __call__(self, url: str, **_validators: str | None) -> FetchResult:
        self.asked.append(url)
        page = self.pages.get(url)
        if isinstance(page, FetchResult):
            return page
        if page is None:
            return self.answer(url, FetchOutcome.UNREACHABLE, "The address could not be reached.", status=None)
        return self.answer(url, FetchOutcome.OK, "The page was fetched.", body=page.encode(), media_type="text/plain")

    @staticmethod
    def answer(url: str, outcome: FetchOutcome, sentence: str, **fields: object) -> FetchResult:
        blank = {
            "final_url": url,
            "hops": (),
            "status": 200,
            "body": None,
            "media_type": None,
            "charset": None,
            "etag": None,
            "last_modified": None,
            "millis": 1,
            "retry_after": None,
        }
        return FetchResult(outcome=outcome, sentence=sentence, url=url, **{**blank, **fields})
