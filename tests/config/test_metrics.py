"""What Prometheus is told at /metrics, and who is told nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import DatabaseError, InterfaceError
from prometheus_client.parser import text_string_to_metric_families

from claims import services as claim_services
from config import metrics
from reviews.api.export.rows_counted import ROWS, counted

TOKEN = "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abcdef"


@pytest.fixture
def scraped(client, settings):
    settings.PLUMBLINE_METRICS_TOKEN = TOKEN

    def scrape() -> dict[tuple, float]:
        answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        families = text_string_to_metric_families(answer.content.decode())
        return {
            (one.name, *one.labels.values()): one.value
            for family in families
            for one in family.samples
            if one.name.startswith("plumbline_")
        }

    return scrape


@pytest.mark.parametrize(
    ("token", "header", "status"),
    [
        ("", f"Bearer {TOKEN}", 404),
        ("", "Bearer ", 404),
        (TOKEN, "", 401),
        (TOKEN, f"Bearer {TOKEN}x", 401),
        (TOKEN, f"Bearer {TOKEN[:-1]}", 401),
        (TOKEN, f"Basic {TOKEN}", 401),
        (TOKEN, "Bearer é", 401),
    ],
)
def test_whoever_has_not_the_token_is_told_nothing(rf, settings, token, header, status):
    settings.PLUMBLINE_METRICS_TOKEN = token
    try:
        answer = metrics.metrics(rf.get("/metrics", headers={"authorization": header}))
        found, said = answer.status_code, answer.content.decode()
    except metrics.Http404:
        found, said = 404, ""
    assert (found, "plumbline_" in said) == (status, False)


@pytest.mark.django_db
def test_what_waits_is_told_by_kind_state_and_queue(scraped, analyst, at):
    before = scraped()
    assert before["plumbline_oldest_due_seconds",] == 0
    assert {name[1:] for name in before if name[0] == "plumbline_jobs"} == {
        (kind, state)
        for kind in ("capture", "article", "recheck", "webhook")
        for state in ("pending", "running", "dead")
    }
    assert {name[1] for name in before if name[0] == "plumbline_queue_depth"} == {
        "ingest",
        "recheck",
        "held by workers",
    }
    claim_services.submit_address(by=analyst, url="https://example.org/article", at=at)
    assert scraped()["plumbline_jobs", "capture", "pending"] == before["plumbline_jobs", "capture", "pending"] + 1
    assert list(counted([["a", "b"], ["c"]], form="trial")) == [["a", "b"], ["c"]]
    assert scraped()["plumbline_export_rows_total", "trial"] == ROWS.labels("trial")._value.get() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("error", [DatabaseError, InterfaceError])
def test_while_the_database_is_away_its_series_are_missing_and_the_others_told(scraped, monkeypatch, error):
    def away(**_at: object) -> None:
        raise error

    monkeypatch.setattr(metrics.queries, "oldest_due", away)
    assert {name[0] for name in scraped()} & {"plumbline_oldest_due_seconds", "plumbline_jobs"} == set()
    assert ("plumbline_queue_depth", "ingest") in scraped()


#: What gunicorn does with --preload: everything is loaded, then forked; each child counts, and one of them is asked.
FORKED = """
import os
from config import wsgi
from django.test import Client
from config.metrics import _counted
from prometheus_client import generate_latest

def work():
    for _ in range(3):
        Client().get("/healthz", headers={"host": "localhost"})
    os._exit(0)

for _ in range(2):
    if not os.fork():
        work()
for _ in range(2):
    os.wait()
said = generate_latest(_counted()).decode()
print([line for line in said.splitlines() if line.startswith("django_http_requests_latency_seconds_by_view_method_count")])
print(os.environ.get("PROMETHEUS_MULTIPROC_DIR", ""))
"""


@pytest.mark.parametrize(
    ("loading", "told"),
    [
        ("from config import wsgi", True),
        ("import django; django.setup()", False),
    ],
    ids=["as the web server loads it", "control: without the shared folder"],
)
def test_what_the_processes_of_the_web_server_count_is_added_up(loading, told):
    done = subprocess.run(
        [sys.executable, "-c", FORKED.replace("from config import wsgi", loading)],
        env={**os.environ, "PLUMBLINE_METRICS_TOKEN": TOKEN, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    said, folder = done.stdout.split("\n")[:2]
    six = '[\'django_http_requests_latency_seconds_by_view_method_count{method="GET",view="healthz"} 6.0\']'
    assert (said == six, bool(folder), Path(folder or "/gone").exists()) == (told, told, False)
