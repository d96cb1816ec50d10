"""`manage.py doctor`: what is wrong with this deployment, and how to mend it."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config import doctor


class Command(BaseCommand):
    help = "Look at settings, disk, tables, clock, servers, worker, scheduler, people and the record. Code 1: something to fix."
    requires_system_checks = ()  # they are among what it looks at

    def handle(self, **_options: object) -> None:
        to_fix = 0
        for check in doctor.examine(at=timezone.now()):
            to_fix += not check.is_well
            self.stdout.write(
                f"{'ok ' if check.is_well else 'FIX'}  {check.name}: {check.sentence} {check.command}".rstrip()
            )
        if to_fix:
            raise CommandError("1 thing to fix." if to_fix == 1 else f"{to_fix} things to fix.")
        self.stdout.write("Everything is well.")
