"""Split articles again with the newest rules, now and in this process."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from django.utils import timezone
from tqdm import tqdm

from claims import queries, services
from claims.models import Article

#: What became of the claims, in the words and the order in which it is told.
TOLD = ("kept", "refreshed", "returned", "added", "withdrawn", "left_to_people")


class Command(BaseCommand):
    help = (
        "Split articles again that were split by older rules; without an option, report how many there are. Claims "
        "that people have worked on are not changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--all", action="store_true", help="every article split by older rules")
        which.add_argument("--article", type=int, metavar="N", help="one article, if it was split by older rules")

    def handle(self, *, article: int | None, **options: Any) -> None:
        if article is None and not options["all"]:
            waiting = queries.outdated(Article.objects.all()).count()
            self.stdout.write(f"{waiting} articles were split by older rules. Split them again with --all.")
            return
        due = services.request_resplit(self.articles(article))
        tally: Counter[str] = Counter()
        for pk in tqdm(due, unit="article", disable=None):
            if not services.split(article_id=pk, at=timezone.now()):
                tally["already running in a worker"] += 1
                continue
            done = Article.objects.get(pk=pk).last_resplit or {}
            tally.update({name: done[name] for name in TOLD})
            self.stdout.write(f"Article {pk}: {told(done)}")
        self.stdout.write(f"{len(due)} articles: {told(tally) if due else 'the newest rules have split them all.'}")

    def articles(self, number: int | None) -> QuerySet[Article]:
        found = Article.objects.all() if number is None else Article.objects.filter(pk=number)
        if number is not None and not found.exists():
            raise CommandError(f"There is no article {number}. The number of an article is in the address of its page.")
        return found


def told(counts: dict[str, int]) -> str:
    """Return the counts as one line, what did not happen left out."""
    happened = [name for name in (*TOLD, "already running in a worker") if counts.get(name)]
    return ", ".join(f"{counts[name]} {name.replace('_', ' ')}" for name in happened) or "nothing changed"
