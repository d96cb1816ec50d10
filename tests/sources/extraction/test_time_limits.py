"""A child that reads a file may wait for a busy machine, and nobody waits for it longer than they hold what they hold."""

from django.conf import settings

# Imported before the tests lend the child more time.
from sources.extraction.limits import CHILD_CPU_SECONDS, CHILD_WALL_SECONDS
from sources.fetching.transport import TOTAL_SECONDS
from sources.services.host_limits import LEASE


def test_a_child_on_a_machine_that_gives_it_a_third_of_a_core_may_still_compute_its_time():
    assert CHILD_WALL_SECONDS >= 3 * CHILD_CPU_SECONDS


def test_a_fetch_and_its_reading_end_before_the_task_and_the_turn_at_the_site():
    longest = TOTAL_SECONDS + CHILD_WALL_SECONDS
    assert longest < settings.CELERY_TASK_SOFT_TIME_LIMIT
    assert longest < LEASE.total_seconds()
