"""Hand in articles from the shell."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from claims import services
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused
from sources.services import Upload


class Command(BaseCommand):
    help = "Submit articles for checking. The same text is never added twice."

    def add_arguments(self, parser) -> None:
        parser.add_argument("articles", nargs="+", metavar="FILE|URL")
        parser.add_argument(
            "--as", dest="username", default="", help="User to submit them as; by default the first superuser."
        )

    def handle(self, *, articles: list[str], username: str, **_options: object) -> None:
        by = person(username)
        refused = 0
        for name in tqdm(articles, unit="article", disable=None):
            try:
                submission = submit(name, by=by)
            except (ExtractionRefused, AddressRefused, services.ArticleTooLong) as refusal:
                refused += 1
                self.stderr.write(f"{name}: {refusal}")
            except OSError as fault:
                refused += 1
                self.stderr.write(
                    f"{name}: The file could not be read ({fault.strerror}). Check the path and try again."
                )
            else:
                known = "" if submission.is_new else " (here already)"
                self.stdout.write(f"{name}: article {submission.article.pk}{known}")
        if refused:
            raise CommandError(f"{refused} of {len(articles)} articles were not accepted; see above.")


def person(username: str):
    """Return who hands the articles in. Raises CommandError where there is no such login."""
    people = get_user_model().objects
    found = people.filter(username=username) if username else people.filter(is_superuser=True).order_by("pk")
    by = found.first()
    if by is None:
        raise CommandError(
            f"There is no user “{username}”. Name one with --as."
            if username
            else "There are no users yet. Run `manage.py seed` or `manage.py createsuperuser`."
        )
    return by


def submit(name: str, *, by) -> services.Submission:
    """Hand in one file or address."""
    if name.startswith(("http://", "https://")):
        return services.submit_article(by=by, at=timezone.now(), url=name)
    path = Path(name)
    return services.submit_article(by=by, at=timezone.now(), upload=Upload(path.name, path.read_bytes()))
