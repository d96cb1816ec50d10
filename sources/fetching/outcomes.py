"""What a fetch can come to, and the sentence for each way it can come to that."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from core.translation.messages import gettext_noop as _


class FetchOutcome(StrEnum):
    """The class of a fetch; only `ok` and `not_modified` say anything about the source itself."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    BLOCKED = "blocked"
    LOGIN_WALL = "login_wall"
    CONSENT_WALL = "consent_wall"
    SOFT_404 = "soft_404"
    EMPTY = "empty"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    UNREACHABLE = "unreachable"
    WRONG_TYPE = "wrong_type"
    TOO_BIG = "too_big"
    BLOCKED_ADDRESS = "blocked_address"


class OutcomeReason(Enum):
    """Why a fetch has its outcome: that outcome, and a fixed sentence, which repeats nothing that the other side said."""

    FETCHED = (FetchOutcome.OK, _("The page was fetched."))
    UNCHANGED = (FetchOutcome.NOT_MODIFIED, _("The page has not changed since it was last fetched."))
    REFUSED = (
        FetchOutcome.BLOCKED,
        _("The site blocks automated access to this page. Open it in a browser, save it and upload it."),
    )
    BOT_CHALLENGE = (
        FetchOutcome.BLOCKED,
        _("The site asks visitors to prove they are human. Open the page in a browser, save it and upload it."),
    )
    REDIRECT_LOOP = (
        FetchOutcome.BLOCKED,
        _("The site keeps redirecting without end. Open the page in a browser, save it and upload it."),
    )
    LOGIN_REQUIRED = (
        FetchOutcome.LOGIN_WALL,
        _("The page can only be read after logging in. Open it in a browser, save it and upload it."),
    )
    CONSENT_FORM = (
        FetchOutcome.CONSENT_WALL,
        _("The site shows a consent form instead of the page. Open the page in a browser, save it and upload it."),
    )
    NOT_FOUND = (
        FetchOutcome.SOFT_404,
        _("The site says this page does not exist. Check the address, or try a web archive."),
    )
    REPLACED = (
        FetchOutcome.SOFT_404,
        _("The site shows a different page instead of this one. The page has probably been removed."),
    )
    NO_TEXT = (
        FetchOutcome.EMPTY,
        _("The site returned a page without text. The page may only work in a browser."),
    )
    RATE_LIMITED = (
        FetchOutcome.RATE_LIMITED,
        _("The site asks us to wait before fetching more. It will be tried again later."),
    )
    SERVER_ERROR = (
        FetchOutcome.SERVER_ERROR,
        _("The site is having problems. It will be tried again later."),
    )
    INVALID_RESPONSE = (
        FetchOutcome.SERVER_ERROR,
        _("The site's response could not be read. It will be tried again later."),
    )
    UNKNOWN_HOST = (FetchOutcome.UNREACHABLE, _("There is no site with this name. Check the address."))
    CONNECTION_FAILED = (
        FetchOutcome.UNREACHABLE,
        _("The site could not be reached. Check the address, or try again later."),
    )
    TIMEOUT = (FetchOutcome.UNREACHABLE, _("The site took too long to respond. It will be tried again later."))
    CONNECTION_LOST = (
        FetchOutcome.UNREACHABLE,
        _("The connection was lost before the page was complete. It will be tried again."),
    )
    BAD_CERTIFICATE = (
        FetchOutcome.UNREACHABLE,
        _("The site's certificate is not valid for its name, so the page was not read."),
    )
    INSECURE_REDIRECT = (FetchOutcome.UNREACHABLE, _("The site redirects from a secure address to an insecure one."))
    UNSUPPORTED_TYPE = (
        FetchOutcome.WRONG_TYPE,
        _("The address leads to something other than a web page, text, PDF or DOCX file."),
    )
    TYPE_CHANGED = (
        FetchOutcome.WRONG_TYPE,
        _("The address now leads to a web page instead of the file that was there before."),
    )
    TOO_LARGE = (
        FetchOutcome.TOO_BIG,
        _("The page is larger than 10 MB. Download it and upload the part you need."),
    )
    NOT_PUBLIC = (FetchOutcome.BLOCKED_ADDRESS, _("This address is not on the public internet, so it was not fetched."))
    BAD_ADDRESS = (FetchOutcome.BLOCKED_ADDRESS, _("This address can't be fetched. Check it for mistakes."))

    @property
    def outcome(self) -> FetchOutcome:
        return self.value[0]

    @property
    def sentence(self) -> str:
        return self.value[1]


@dataclass(frozen=True)
class FetchResult:
    """What one fetch came to.

    `hops` are the addresses that were asked, first to last; `body` is there only for the outcome "ok"; `etag` and
    `last_modified` are to be handed to the next fetch; `millis` is how long it took; `retry_after` is in seconds.
    """

    outcome: FetchOutcome
    sentence: str
    url: str
    final_url: str
    hops: tuple[str, ...]
    status: int | None
    body: bytes | None
    media_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None
    millis: int
    retry_after: int | None

    @property
    def content_type(self) -> str | None:
        """Give the media type with its charset, as one header value."""
        return f"{self.media_type}; charset={self.charset}" if self.media_type and self.charset else self.media_type
