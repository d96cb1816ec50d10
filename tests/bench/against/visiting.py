"""Somebody who opens pages of a running build on this machine."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException  # noqa: TID251 - asks a site on this machine
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from lxml import html

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_SECONDS = 60


class Visitor:
    """Keeps what the site wants kept, and signs in by its own form."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._kept = SimpleCookie()

    def is_let_in(self) -> bool:
        """Return whether the page that everybody may see is there."""
        try:
            return self._ask("GET", "/sign-in/")[0] == HTTPStatus.OK
        except (OSError, HTTPException):
            return False

    def sign_in(self, name: str, password: str) -> None:
        """Fill in the form as it stands on the page. Raises ValueError where the site does not let the person in."""
        _, page = self._ask("GET", "/sign-in/")
        form = next(form for form in html.fromstring(page).forms if "password" in form.fields)
        fields = {**dict(form.form_values()), "username": name, "password": password}
        status, _ = self._ask("POST", "/sign-in/", urlencode(fields))
        if status != HTTPStatus.FOUND:
            raise ValueError(f"{name} was not let in: the site answered {status}.")

    def get(self, path: str) -> str:
        """Return a page. Raises ValueError where there is none for this person."""
        status, page = self._ask("GET", path)
        if status != HTTPStatus.OK:
            raise ValueError(f"{path} was answered with {status}.")
        return page

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)
        kept = "; ".join(f"{name}={morsel.value}" for name, morsel in self._kept.items())
        try:
            connection.request(method, path, body or None, {"Cookie": kept, **(_FORM if body else {})})
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                self._kept.load(cookie)
            return answer.status, answer.read().decode()
        finally:
            connection.close()
