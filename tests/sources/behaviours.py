"""How sites behave over a month: a scripted web of hosts, each with its own habit, by the day."""

# ruff: noqa: TID251 - the sockets are on loopback

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from sources.fetching import Fetcher, FetchOutcome
from tests.sources.fetching import origin as origins
from tests.sources.fetching.origin import answer, redirect

QUOTE = "The engine develops a thrust of 4.15 MN in vacuum and 3.83 MN at sea level."
PARAGRAPHS = [
    f"In test {number} on the old stand the engine ran for {number + 100} seconds without a fault, and the crew wrote "
    f"down the pressure of pump {number} every minute."
    for number in range(30)
]
PARAGRAPHS.insert(12, QUOTE)


def article(*, paragraphs: list[str] = PARAGRAPHS, aside: str = "", title: str = "The engine", head: str = "") -> str:
    """A news page of some length, with the quote in its midst."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head>{head}<title>{title}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><aside>{aside}</aside><footer>All rights reserved.</footer></body></html>"
    )


def page(html: str, **headers: str) -> bytes:
    return answer(html.encode(), **headers)


FOR_EVER = float("inf")
WHOLE = page(article())
Answer = bytes | Callable[[socket.socket], None]


def notice(title: str, words: str = "", status: str = "200 OK", **headers: str) -> bytes:
    """A short page that stands in place of another."""
    return answer(
        f"<html><head><title>{title}</title></head><body><p>{words}</p></body></html>".encode(),
        status=status,
        **headers,
    )


def always(given: Answer) -> Callable[[float, bytes], Answer]:
    return lambda _day, _asked: given


def during(first: float, last: float, given: Answer) -> Callable[[float, bytes], Answer]:
    """The whole page, but for a trouble between two days."""
    return lambda day, _asked: given if first <= day < last else WHOLE


def since(first: float, given: Answer) -> Callable[[float, bytes], Answer]:
    return during(first, FOR_EVER, given)


def for_a_while(first: float, given: Answer) -> Callable[[float, bytes], Answer]:
    """Longer than three failures three days apart, and no longer, so that a month has fewer looks."""
    return during(first, first + 8, given)


def cut_off(first: float, last: float, trouble: OSError) -> Callable[[float], OSError | None]:
    """A trouble of the network between two days: nothing is answered."""
    return lambda day: trouble if first <= day < last else None


def each_time(make: Callable[[int], Answer]) -> Callable[[float, bytes], Answer]:
    """Another answer at every look, by its number."""
    looks = count()
    return lambda _day, _asked: make(next(looks))


def reordered(look: int) -> bytes:
    turned = look % len(PARAGRAPHS)
    return page(article(paragraphs=PARAGRAPHS[turned:] + PARAGRAPHS[:turned]))


def answers_304(_day: float, asked: bytes) -> Answer:
    return answer(b"", status="304 Not Modified") if b"If-None-Match" in asked else page(article(), ETag='"a"')


def changes_its_encoding(day: float, _asked: bytes) -> Answer:
    codec = ("utf-8", "cp1252", "utf-16")[int(day) % 3]
    html = article(aside="Déjà vu")
    return answer(html.encode(codec), kind=f"text/html; charset={codec}")


def resets(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<p>The eng")


class Silent(socket.socket):
    """A connection on which nothing ever comes, without the wait for it."""

    def recv_into(self, *_where: object) -> int:
        raise TOO_SLOW


NO_NAME = socket.gaierror(-2, "no such name")
NO_PROOF = ssl.SSLCertVerificationError("expired")
REFUSED = ConnectionRefusedError("refused")
TOO_SLOW = TimeoutError("timed out")
INSIDE = PermissionError("the name leads to this machine")
BROKEN_GZIP = answer(b"This says that it is compressed.", Content_Encoding="gzip")
CAPTCHA = notice("Are you a robot?", "<div class=g-recaptcha></div>")
LOGIN = notice("Members", "Please log in to continue reading.")
TOO_MANY = notice("Slow down", status="429 Too Many Requests", Retry_After="3600")
PARKED = notice("site.example", "This domain is for sale.")
SHELL = '<div id="root"></div><noscript>You need to enable JavaScript.</noscript>'


@dataclass(frozen=True)
class Habit:
    """What a site answers on a day, what a look at it comes to in its worst time, and the day it dies, if it does."""

    answers: Callable[[float, bytes], Answer]
    worst: FetchOutcome = FetchOutcome.OK
    dies: float | None = None
    network: Callable[[float], OSError | None] = lambda _day: None


LIVING = {
    "bot-wall": Habit(for_a_while(2, notice("Forbidden", status="403 Forbidden")), FetchOutcome.BLOCKED),
    "challenge": Habit(
        for_a_while(3, notice("Just a moment...", status="503 Unavailable", cf_mitigated="challenge")),
        FetchOutcome.BLOCKED,
    ),
    "captcha": Habit(for_a_while(3, CAPTCHA), FetchOutcome.BLOCKED),
    "paywall": Habit(for_a_while(2, LOGIN), FetchOutcome.LOGIN_WALL),
    "payment": Habit(for_a_while(2, notice("Pay", status="402 Payment Required")), FetchOutcome.BLOCKED),
    "consent": Habit(for_a_while(2, redirect("http://consent.example/collect")), FetchOutcome.CONSENT_WALL),
    "busy": Habit(each_time(lambda look: TOO_MANY if look % 2 else WHOLE), FetchOutcome.RATE_LIMITED),
    "very-busy": Habit(for_a_while(2, TOO_MANY), FetchOutcome.RATE_LIMITED),
    "outage": Habit(during(4, 9, notice("Error", status="503 Service Unavailable")), FetchOutcome.SERVER_ERROR),
    "no-name-for-days": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, network=cut_off(4, 9, NO_NAME)),
    "old-certificate": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, network=cut_off(4, 9, NO_PROOF)),
    "refusing-for-days": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, network=cut_off(4, 9, REFUSED)),
    "breaking-off": Habit(during(4, 9, resets), FetchOutcome.UNREACHABLE),
    "slow": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, network=cut_off(4, 6, TOO_SLOW)),
    "broken-gzip": Habit(during(4, 9, BROKEN_GZIP), FetchOutcome.SERVER_ERROR),
    "missing-for-a-day": Habit(during(5, 6, notice("404 Not Found")), FetchOutcome.SOFT_404),
    "home-for-days": Habit(during(4, 8, redirect("/")), FetchOutcome.SOFT_404),
    "short-notice": Habit(during(4, 8, notice("Archive", "We are sorting our archive. " * 9)), FetchOutcome.SOFT_404),
    "maintenance": Habit(during(4, 9, notice("Scheduled maintenance", "Back on Monday.")), FetchOutcome.SERVER_ERROR),
    "empty": Habit(each_time(lambda look: answer(b"") if look % 3 else WHOLE), FetchOutcome.EMPTY),
    "script-only": Habit(for_a_while(3, page(f"<html><body>{SHELL}</body></html>")), FetchOutcome.EMPTY),
    "wrong-type": Habit(during(3, 12, answer(b'{"error": 1}', kind="application/json")), FetchOutcome.WRONG_TYPE),
    "too-big": Habit(for_a_while(3, b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"), FetchOutcome.TOO_BIG),
    "teaser-flaps": Habit(each_time(lambda look: page(article(aside=f"<p>Read also: story {look % 2}.</p>")))),
    "order-changes": Habit(each_time(reordered)),
    "clock-on-page": Habit(
        each_time(lambda look: page(article(aside=f"Updated {look} minutes ago, visitor {7919 * look}")))
    ),
    "session-in-head": Habit(each_time(lambda look: page(article(head=f"<meta name=csrf content=x{look}>")))),
    "redesigned": Habit(since(3, page(article().replace("<p>", "<div class=x><p>").replace("</p>", "</p></div>")))),
    "encoding-changes": Habit(changes_its_encoding),
    "not-modified": Habit(answers_304, FetchOutcome.NOT_MODIFIED),
    "etag-changes": Habit(each_time(lambda look: page(article(), ETag=f'"{look}"'))),
    "moved": Habit(
        lambda day, asked: redirect("/new/story", "301 Moved") if day > 3 and b"/new/" not in asked else WHOLE
    ),
}
DYING = {
    "gone": Habit(since(5, notice("Gone", status="410 Gone")), FetchOutcome.SOFT_404, dies=5),
    "missing": Habit(since(2, notice("Oh no", status="404 Not Found")), FetchOutcome.SOFT_404, dies=2),
    "missing-with-200": Habit(
        since(6, notice("Page not found", "Perhaps it has moved, or there is a mistake in its address.")),
        FetchOutcome.SOFT_404,
        dies=6,
    ),
    "home-for-ever": Habit(since(6, redirect("/")), FetchOutcome.SOFT_404, dies=6),
    "parked": Habit(since(8, PARKED), FetchOutcome.SOFT_404, dies=8),
    "name-lost": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, dies=5, network=cut_off(5, FOR_EVER, NO_NAME)),
    "switched-off": Habit(always(WHOLE), FetchOutcome.UNREACHABLE, dies=12, network=cut_off(12, FOR_EVER, REFUSED)),
    "broken-for-ever": Habit(since(3, notice("Error", status="500 Server Error")), FetchOutcome.SERVER_ERROR, dies=3),
    "name-taken-inside": Habit(
        always(WHOLE), FetchOutcome.BLOCKED_ADDRESS, dies=4, network=cut_off(4, FOR_EVER, INSIDE)
    ),
}
HABITS = LIVING | DYING


def address_of(name: str) -> str:
    return f"http://{name}.example/story"


@dataclass
class Web:
    """All these sites on one listener: names lead to addresses of their own, and the day is set by hand."""

    origin: origins.Origin
    day: float = 0

    def resolve(self, host: str, port: int) -> list[str]:
        """Gives each site a public address of its own, unless its name is lost or taken that day."""
        name = host.removesuffix(".example")
        if name not in HABITS:
            return [origins.PUBLIC]
        trouble = HABITS[name].network(self.day)
        if trouble is NO_NAME:
            raise trouble
        return ["127.0.0.1" if trouble is INSIDE else f"93.184.215.{list(HABITS).index(name) + 100}"]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        """Connects to the listener, which from now on answers as the site of this address."""
        self.origin.pages["/"] = page(article(title="Home", paragraphs=["Welcome to our site."] * 60))
        self.origin.pages["/collect"] = notice("Before you continue", "We use cookies. Accept all")
        if address != origins.PUBLIC:
            habit = list(HABITS.values())[int(address.rsplit(".", 1)[1]) - 100]
            trouble = habit.network(self.day)
            if trouble is TOO_SLOW:
                return Silent(fileno=self.origin.dial(address, port, seconds).detach())
            if trouble:
                raise trouble
            self.origin.pages["/story"] = self.origin.pages["/new/story"] = self._answering(habit)
        return self.origin.dial(address, port, seconds)

    def fetcher(self) -> Fetcher:
        return Fetcher(resolve=self.resolve, dial=self.dial, tls_context=origins.TRUST)

    def _answering(self, habit: Habit) -> Callable[[socket.socket], None]:
        def send(connection: socket.socket) -> None:
            given = habit.answers(self.day, self.origin.requests[-1])
            given(connection) if callable(given) else connection.sendall(given)

        return send
