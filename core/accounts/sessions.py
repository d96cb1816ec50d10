"""Who is signed in where, and what counts as being there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from core.accounts.models import ACTIVE, BROWSER, SIGNED_IN, Session, as_seconds

#: Seconds between two notes that somebody is at work: one write a minute, however fast they click.
BETWEEN_NOTES = 60
BROWSER_CHARACTERS = 300


def polled(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view whose part pages ask for again and again by themselves, also where nobody sits before them."""
    vars(view)["is_polled"] = True
    return view


class NoteActivityMiddleware:
    """Notes that somebody signed in does something, which keeps the session from ending for idleness."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view_func: Callable, view_args: list, view_kwargs: dict) -> None:
        is_asked_by_page = request.headers.get("HX-Request") and view_func.__dict__.get("is_polled", False)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or is_asked_by_page:
            return
        last, now = request.session.get(ACTIVE), as_seconds(timezone.now())
        if last is not None and now - last >= BETWEEN_NOTES:
            request.session[ACTIVE] = now


@dataclass(frozen=True)
class SignedIn:
    """One place where a person is signed in. `name` tells it from their others, and lets nobody in."""

    name: str
    browser: str
    since: datetime
    active: datetime
    is_here: bool


def note_browser(request: HttpRequest) -> None:
    """Note in which browser somebody signs in, so that they know it again in their list."""
    request.session[BROWSER] = request.headers.get("User-Agent", "")[:BROWSER_CHARACTERS]


def sessions_of(person: User, *, here: str | None) -> list[SignedIn]:
    """Return where a person is signed in, this browser first, then the one used last.

    `here` is the key of the session that asks. A session from before the password was changed lets nobody in any
    more, and is not among them.
    """
    found = []
    for row in _living(person):
        data = row.get_decoded()
        if constant_time_compare(data.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()):
            since, active = (datetime.fromtimestamp(data[name], UTC) for name in (SIGNED_IN, ACTIVE))
            is_here = row.session_key == here
            found.append(SignedIn(_name(row), browser_name(data.get(BROWSER, "")), since, active, is_here))
    return sorted(found, key=lambda each: (not each.is_here, -each.active.timestamp(), each.name))


def end_session(person: User, *, name: str) -> bool:
    """Sign a person out where this name of `sessions_of` says. Return whether there was such a place."""
    keys = [row.session_key for row in _living(person) if constant_time_compare(_name(row), name)]
    return bool(Session.objects.filter(session_key__in=keys).delete()[0])


def end_sessions(person: User, *, but: str | None = None) -> int:
    """Sign a person out everywhere, or everywhere but in the session with this key.

    Return in how many places.
    """
    return _living(person).exclude(session_key=but or "").delete()[0]


def browser_name(browser: str) -> str:
    """Name a browser and its system by what it says of itself."""
    program = next((name for mark, name in _PROGRAMS if mark in browser), _("Unknown browser"))
    system = next((name for mark, name in _SYSTEMS if mark in browser), "")
    return _("%(program)s on %(system)s") % {"program": program, "system": system} if system else program


#: Which word in what a browser says of itself means which one, the telling words first: most say they are others too.
_PROGRAMS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def _living(person: User) -> QuerySet[Session]:
    return Session.objects.filter(person_id=person.pk, expire_date__gt=timezone.now())


def _name(row: Session) -> str:
    return salted_hmac("config.sessions", row.session_key).hexdigest()[:20]
