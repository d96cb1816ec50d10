"""How long the server takes for a page of the desk, of an article, of the admin and of the API, with very many claims."""

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from importlib import import_module
from itertools import chain, repeat
from statistics import median, quantiles

from tests.bench.measuring import Outcome
from tests.chaos.stack import running_servers

#: How many claims there are; CLAIMS=1000000 asks for another number.
_CLAIMS = int(os.environ.get("CLAIMS", "100000"))
#: Claims of the articles that are longer than most.
_LONG = (200, 1_000)
_TIMES = 5
_MOST_MILLISECONDS = 150


def measure() -> list[Outcome]:
    """Report the times of real requests through the whole handler, on a PostgreSQL of its own."""
    with running_servers():
        return _measured()


@dataclass(frozen=True)
class _Taken:
    """What one address took, in milliseconds, request by request, how much of it this process's own, and its bytes."""

    address: str
    times: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    size: int = 0


def _measured() -> list[Outcome]:
    import django  # noqa: PLC0415 - the settings read the address of the database that has just been started

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - as above
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.db import connections  # noqa: PLC0415 - as above
    from django.test import Client, override_settings  # noqa: PLC0415 - as above
    from django.utils import timezone  # noqa: PLC0415 - as above

    from core.accounts.policies import Role  # noqa: PLC0415 - as above
    from tests import factories  # noqa: PLC0415 - as above
    from tests.bench import many_claims  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    import_module("config.wsgi")  # what the web server loads, as it loads it
    people = [factories.person(f"analyst {number}", Role.ANALYST) for number in range(11)]
    editor = factories.person("editor", Role.EDITOR, is_superuser=True)
    usual = (_CLAIMS - sum(_LONG)) // many_claims.ARTICLE_SIZE
    sizes = chain(repeat(many_claims.ARTICLE_SIZE, usual), _LONG)
    articles = many_claims.fill(sizes, people=[*people, editor], at=timezone.now())

    # Nothing has collected the static files here; their plain names cost as little to write.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"staticfiles": plain}):
        analyst, chief = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
        analyst.force_login(people[3]), chief.force_login(editor)
        outcomes = [
            *_judged("desk", _ask(analyst.get, _with_later_pages(analyst.get, _desk(people[3].pk, articles)))),
            *_judged("articles", _ask(analyst.get, _articles(articles))),
            *_told("admin", _ask(chief.get, _ADMIN)),
            *_told("API", _ask(chief.get, _API)),
        ]
    connections.close_all()
    return outcomes


def _desk(person: int, articles: list[int]) -> list[str]:
    """Every view, list, sort and kind of search of the desk, mixtures of them, and pages further on."""
    queries = [
        "", "view=unjudged", "view=endangered", "view=disagreeing", "view=approval", "view=published",
        "rating=verified", "rating=wrong", "flag=contradiction", "flag=ambiguous", "flag=due", "flag=overdue",
        "assignee=me", "assignee=nobody", f"assignee={person - 1}", "priority=2", "priority=1", "added=7",
        "sort=due", "sort=priority", "sort=score", "sort=article", "view=unjudged&sort=due",
        "view=unjudged&sort=priority", "view=approval&sort=score", "view=unjudged&sort=article",
        "q=hospital", "q=hospital+patients", "q=hovercraft", "q=zeppelin", "q=xylophone", "q=%22the+winter%22",
        "q=hospital&view=unjudged", "q=hovercraft&rating=wrong", "q=railway&sort=due", "q=railway+-winter&sort=score",
        f"article={articles[len(articles) // 2]}", "source=1000003", "source=1000003&rating=wrong",
        "assignee=me&view=unjudged&sort=due", "assignee=nobody&view=unjudged", "priority=1&view=unjudged",
        "added=30&rating=wrong", "flag=ambiguous&rating=wrong&view=published", "flag=contradiction&assignee=me",
        "view=unjudged&rating=verified", "view=unjudged&rating=verified&sort=score",
    ]  # fmt: skip
    return [f"/?{query}" for query in queries]


def _with_later_pages(get: Callable, addresses: list[str]) -> list[str]:
    """Add to these addresses the third page of each that has so many."""
    return addresses + [third for address in addresses if (third := _next(get, _next(get, address)))]


def _next(get: Callable, address: str | None) -> str | None:
    link = address and re.search(rb'rel="next" href="([^"]+)"', _page(get, address))
    return f"/{unescape(link[1].decode())}" if link else None


def _articles(articles: list[int]) -> list[str]:
    *usual, middle, long = articles
    chosen = [usual[0], usual[len(usual) // 2], middle, long]
    firsts = [_first_claim(each) for each in chosen]
    return [
        address
        for number, claim in zip(chosen, firsts, strict=True)
        for address in (
            f"/articles/{number}/",
            f"/articles/{number}/?state=open",
            f"/articles/{number}/?claim={claim}",
            f"/articles/{number}/?claim={claim + 12}",
        )
    ] + [f"/claims/{claim}/" for claim in firsts]


def _first_claim(article: int) -> int:
    from claims.models import Claim  # noqa: PLC0415 - after the settings

    return Claim.objects.filter(article=article).in_reading_order().values_list("pk", flat=True)[0]


_ADMIN = [
    "/admin/", "/admin/reviews/review/", "/admin/reviews/review/?status__exact=IN_APPROVAL", "/admin/claims/claim/",
    "/admin/claims/article/", "/admin/claims/finding/", "/admin/sources/document/", "/admin/reviews/ledgerentry/",
    "/admin/reviews/recheck/",
]  # fmt: skip
_API = [
    "/api/v1/articles/", "/api/v1/claims/", "/api/v1/claims/?page_size=100", "/api/v1/verdicts/",
    "/api/v1/verdicts/?since=0", "/api/v1/sources/", "/api/v1/snapshots/7/", "/api/v1/findings/", "/api/v1/rechecks/",
    "/api/v1/articles/7/claims/", "/api/v1/articles/7/marks/",
]  # fmt: skip


def _ask(get: Callable, addresses: list[str]) -> list[_Taken]:
    """Ask for every address once, which fills caches and isn't counted, and then a few times more, in turn."""
    taken = [_Taken(address, size=len(_page(get, address))) for address in addresses]
    for each in taken * _TIMES:
        begun, own = time.perf_counter(), time.process_time()
        _page(get, each.address)
        each.times.append((time.perf_counter() - begun) * 1_000)
        each.own.append((time.process_time() - own) * 1_000)
    return taken


def _page(get: Callable, address: str) -> bytes:
    answer = get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address} was answered with {answer.status_code}.")
    return answer.content


def _judged(name: str, taken: list[_Taken]) -> list[Outcome]:
    p95 = _percentile(taken, 95)
    return [
        Outcome(f"pages: {name}", _figures(taken), f"p95 ≤ {_MOST_MILLISECONDS}", p95 <= _MOST_MILLISECONDS),
        *_slowest(taken),
    ]


def _told(name: str, taken: list[_Taken]) -> list[Outcome]:
    return [Outcome(f"pages: {name}", _figures(taken)), *_slowest(taken)]


def _figures(taken: list[_Taken]) -> str:
    every = [time for each in taken for time in each.times]
    # The best time of an address is what it takes where nothing else runs on the machine.
    best = quantiles([min(each.times) for each in taken], n=20)[-1]
    own = quantiles([min(each.own) for each in taken], n=20)[-1]
    return (
        f"p50 {median(every):.0f}, p95 {_percentile(taken, 95):.0f}, max {max(every):.0f} ms of {len(taken)} addresses; "
        f"p95 of the best tries {best:.0f} ms, of the processor in this process {own:.0f} ms"
    )


def _slowest(taken: list[_Taken]) -> list[Outcome]:
    by_time = sorted(taken, key=lambda each: median(each.times), reverse=True)
    return [
        Outcome(f"  {each.address}", f"{median(each.times):.0f} ms, {each.size / 1_000:,.0f} kB")
        for each in by_time[:3]
    ]


def _percentile(taken: list[_Taken], percent: int) -> float:
    return quantiles([time for each in taken for time in each.times], n=100)[percent - 1]
