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
        _("The site refuses to show this page to programs. Open it yourself and upload it."),
    )
    BOT_CHALLENGE = (
        FetchOutcome.BLOCKED,
        _("The site asks for proof of a human reader. Open the page yourself and upload it."),
    )
    REDIRECT_LOOP = (
        FetchOutcome.BLOCKED,
        _("The site sends the reader from address to address without end. Upload the page instead."),
    )
    LOGIN_REQUIRED = (
        FetchOutcome.LOGIN_WALL,
        _("The page can only be read after logging in. Open it yourself and upload it."),
    )
    CONSENT_FORM = (
        FetchOutcome.CONSENT_WALL,
        _("The site shows a consent form instead of the page. Open it yourself and upload it."),
    )
    NOT_FOUND = (
        FetchOutcome.SOFT_404,
        _("The site says that this page does not exist. Check the address, or try an archive."),
    )
    REPLACED = (
        FetchOutcome.SOFT_404,
        _("The site shows another page in place of this one. It has probably been removed."),
    )
    NO_TEXT = (
        FetchOutcome.EMPTY,
        _("The site answered with a page that has no text. It may need a browser to build it."),
    )
    RATE_LIMITED = (
        FetchOutcome.RATE_LIMITED,
        _("The site asks to wait before fetching more. It will be tried again later."),
    )
    SERVER_ERROR = (
        FetchOutcome.SERVER_ERROR,
        _("The site has a problem of its own just now. It will be tried again later."),
    )
    INVALID_RESPONSE = (
        FetchOutcome.SERVER_ERROR,
        _("The site sent an answer that can't be read. It will be tried again later."),
    )
    UNKNOWN_HOST = (FetchOutcome.UNREACHABLE, _("No site of this name was found. Check the address."))
    CONNECTION_FAILED = (
        FetchOutcome.UNREACHABLE,
        _("The site could not be reached. Check the address, or try again later."),
    )
    TIMEOUT = (FetchOutcome.UNREACHABLE, _("The site took too long to answer. It will be tried again later."))
    CONNECTION_LOST = (
        FetchOutcome.UNREACHABLE,
        _("The connection broke off before the page was complete. It will be tried again."),
    )
    BAD_CERTIFICATE = (
        FetchOutcome.UNREACHABLE,
        _("The site could not prove that it is what its name says, so it was not read."),
    )
    INSECURE_REDIRECT = (FetchOutcome.UNREACHABLE, _("The site leads from a secure address to one that is not secure."))
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
        _("The page is larger than 10 MB. Download it and upload the part that matters."),
    )
    NOT_PUBLIC = (FetchOutcome.BLOCKED_ADDRESS, _("This address is not on the public internet, so it is not fetched."))
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
