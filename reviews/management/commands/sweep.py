"""Tell workers of everything that is due: what beat does every few seconds, for cron and for the shell."""

from django.core.management.base import BaseCommand

from claims import tasks as claim_tasks
from reviews import tasks as review_tasks
from sources import tasks as source_tasks


class Command(BaseCommand):
    help = "Queue the re-checks that are due, and notify the workers of everything that is waiting."

    def handle(self, **_options: object) -> None:
        review_tasks.schedule_rechecks()
        source_tasks.sweep()
        claim_tasks.sweep()
        review_tasks.sweep()
        self.stdout.write("The workers have been notified of everything that is due.")
