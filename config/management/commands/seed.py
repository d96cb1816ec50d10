"""Play the sample articles, sources and verdicts through the services, in the order of life."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.utils import timezone

from claims import services as claim_services
from claims.models import Article, Claim
from core.accounts.policies import Role
from reviews import queries as review_queries
from reviews import services as review_services
from reviews.models import Review
from reviews.workflow import Status
from sources import services as source_services
from sources.fetching import Fetcher
from sources.models import Document, Snapshot

SEEDS = settings.BASE_DIR / "seeds"
#: The sample sources are added this long before the sample articles are judged.
HEAD_START = timedelta(days=3)


class Command(BaseCommand):
    help = "Load the sample articles, sources, verdicts and logins. Does nothing the second time."

    def handle(self, **_options: object) -> None:
        if settings.PRODUCTION:
            raise CommandError("The sample logins have well-known passwords and cannot be created in production.")
        if Document.objects.exists() or User.objects.exists():
            self.stdout.write("There are already articles, sources or logins here. Nothing was added.")
            return
        story = json.loads((SEEDS / "story.json").read_text(encoding="utf-8"))
        # All or nothing: half a story would pass for a desk that is in use, and never be completed.
        with transaction.atomic():
            _allow_pauses()
            play(story, at=timezone.now(), say=self.stdout.write)


def _allow_pauses() -> None:
    """Let this transaction wait as long as a slow machine takes to load the language model."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def play(story: dict, *, at: datetime, say) -> None:
    """Act out a story, and say what it does not find: a sample desk with a gap is better than no desk."""
    users = {entry["username"]: add_user(**entry) for entry in story["users"]}
    add_admin()
    say(f"{len(users) + 1} logins.")
    library = {entry["key"]: add_source(entry, by=users["editor"], at=at - HEAD_START) for entry in story["sources"]}
    say(f"{len(library)} sources.")
    articles = {entry["key"]: submit(entry, by=users[entry["submitted_by"]], at=at) for entry in story["articles"]}
    say(f"{len(articles)} articles, {Claim.objects.active().count()} claims worth checking.")
    review_services.open_missing_reviews(at=at)
    judged = 0
    for entry in story["verdicts"]:
        claim = find_claim(articles[entry["article"]], entry["claim_contains"])
        if claim is None:
            say(f"No claim of {entry['article']} has all of {entry['claim_contains']}; its verdict is left out.")
            continue
        bring_to_verdict(entry, claim=claim, library=library, users=users, at=at)
        judged += 1
    say(f"{judged} of {len(story['verdicts'])} claims judged.")
    for entry in story["sources"]:
        add_later_versions(entry, library[entry["key"]].document, at=at)
    endangered = recheck_all(at=at)
    say(
        f"Every citation re-checked; {endangered} verdict{'' if endangered == 1 else 's'} in doubt because a "
        "source changed."
    )


def add_user(*, username: str, role: str, name: str) -> User:
    """Make a sample login with one role."""
    first, _, last = name.partition(" ")
    user = User.objects.create_user(
        username, password=settings.SAMPLE_PASSWORD, first_name=first, last_name=last, is_staff=role == Role.EDITOR
    )
    user.groups.add(Group.objects.get(name=role))
    return user


def add_admin() -> User:
    """Make the sample superuser."""
    return User.objects.create_superuser("admin", password=settings.SAMPLE_PASSWORD)


def add_source(entry: dict, *, by: User, at: datetime) -> Snapshot:
    """Add the first version of a source to the library."""
    path = SEEDS / entry["versions"][0]
    return source_services.add_upload(
        by=by,
        data=path.read_bytes(),
        filename=path.name,
        at=at,
        title=entry["title"],
        publisher=entry["publisher"],
        grade=entry["grade"],
        in_library=True,
    )


def add_later_versions(entry: dict, document: Document, *, at: datetime) -> None:
    """Upload what the source says later."""
    for name in entry["versions"][1:]:
        path = SEEDS / name
        source_services.add_version(document=document, data=path.read_bytes(), filename=path.name, at=at)


def submit(entry: dict, *, by: User, at: datetime) -> Article:
    """Hand in an article and split it."""
    path: Path = SEEDS / entry["file"]
    article = claim_services.submit_file(
        by=by,
        data=path.read_bytes(),
        filename=path.name,
        at=at,
        title=entry["title"],
        published_on=date.fromisoformat(entry["published_on"]),
    ).article
    claim_services.split(article_id=article.pk, at=at)
    return article


def bring_to_verdict(entry: dict, *, claim: Claim, library: dict, users: dict, at: datetime) -> None:
    """Cite, judge and sign off one claim, as far as its story goes."""
    analyst = users[entry["by"]]
    cited = [
        claim_services.cite(
            by=analyst, claim=claim, snapshot=library[each["source"]], quote=each["quote"], stance=each["stance"], at=at
        )
        for each in entry["citations"]
    ]
    if entry["stop_at"] == "in_review":
        return
    review_services.submit_judgement(
        by=analyst, claim=claim, rating=entry["rating"], rationale=entry["rationale"], citations=cited, at=at
    )
    if entry["stop_at"] == "published":
        review = Review.objects.get(claim=claim, status=Status.IN_APPROVAL)
        review_services.sign_off(by=users["editor"], review=review, at=at)


def find_claim(article: Article, words: list[str]) -> Claim | None:
    """Return the claim of the article that says just this: the shortest unjudged one with all these words."""
    found = review_queries.with_review(Claim.objects.active()).filter(article=article).filter(Q(status=Status.QUEUED))
    for word in words:
        found = found.filter(text__icontains=word)
    return found.order_by(Length("text"), "start").first()


def recheck_all(*, at: datetime) -> int:
    """Re-check every standing citation now, and return how many verdicts that endangers."""
    fetch = Fetcher().fetch
    rows = review_services.request_rechecks(citations=review_queries.standing_citations(), at=at)
    results = [review_services.run_recheck(recheck_id=row.pk, fetch=fetch, at=at) for row in rows]
    return sum(result.opened is not None for result in results if result)
