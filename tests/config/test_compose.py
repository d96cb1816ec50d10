"""docker-compose.yml runs what the supervisor runs, watched and started again."""

import json
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from config.servers import commands, postgres

ROOT = Path(settings.BASE_DIR)
KEPT_RUNNING = ["postgres", "redis", "web", "worker", "beat"]


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_every_part_has_a_service(services):
    assert sorted(services) == sorted([*KEPT_RUNNING, "prepare"])


@pytest.mark.parametrize("name", KEPT_RUNNING)
def test_every_service_is_watched_and_started_again(services, name):
    assert services[name]["restart"] == "unless-stopped"
    assert {"test", "interval", "timeout", "retries"} <= set(services[name]["healthcheck"])


@pytest.mark.parametrize(
    ("name", "same", "own"),
    [
        ("web", commands.WEB, ["--bind", "0.0.0.0:8000"]),
        ("worker", commands.WORKER, []),
        ("beat", commands.BEAT, ["--schedule", "/tmp/beat", "--pidfile", ""]),  # noqa: S108 - inside its container
    ],
)
def test_a_service_runs_the_supervisors_command(services, name, same, own):
    assert services[name]["command"] == ["python", "-m", *same, *own]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_starts_before_the_database_is_prepared(services, name):
    assert services[name]["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}


@pytest.mark.parametrize("name", ["prepare", "web", "worker", "beat"])
def test_a_container_of_ours_has_nothing_to_gain(services, name):
    service = services[name]
    assert (service["read_only"], service["cap_drop"], service["security_opt"]) == (
        True,
        ["ALL"],
        ["no-new-privileges:true"],
    )


def test_database_and_broker_are_reached_from_inside_only(services):
    assert [name for name in ("postgres", "redis") if "ports" in services[name]] == []
    assert [services[name]["networks"] for name in ("postgres", "redis")] == [["inside"], ["inside"]]


def test_every_variable_that_compose_passes_on_is_known(services):
    documented = (ROOT / ".env.example").read_text()
    assert [name for name in services["web"]["environment"] if f"{name}=" not in documented] == []


def test_the_embedded_postgres_plans_like_the_one_of_compose(services):
    assert services["postgres"]["command"] == ["postgres", *postgres.PLANNER]


def test_the_embedded_postgres_sorts_like_the_one_of_compose(services):
    given = services["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()
    source = (ROOT / "config/servers/postgres.py").read_text()
    assert [option for option in given if json.dumps(option) not in source] == []
