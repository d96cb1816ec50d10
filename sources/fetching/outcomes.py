"""What a fetch can come to, and the sentence for each way it can come to that."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from core.translation.messages import gettext_noop as _


class FetchOutcome(StrEnum):
    """The class of a fetch; only `ok` and `not_modified` say anything about the source itself."""

    ok = "ok"
    not_modified = "not_modified"
    blocked = "blocked"
    login_wall = "login_wall"
    consent_wall = "consent_wall"
    soft_404 = "soft_404"
    empty = "empty"
    rate_limited = "rate_limited"
    server_error = "server_error"
    unreachable = "unreachable"
    wrong_type = "wrong_type"
    too_big = "too_big"
    blocked_address = "blocked_address"


class OutcomeReason(Enum):
    """Why a fetch has its outcome: that outcome, and a fixed sentence, which repeats nothing that the other side said."""

    FETCHED = (FetchOutcome.ok, _("The page was fetched."))
    UNCHANGED = (FetchOutcome.not_modified, _("The page has not changed since it was last fetched."))
    REFUSED = (
        FetchOutcome.blocked,
        _("The site refuses to show this page to programs. Open it yourself and upload it."),
    )
    BOT_CHALLENGE = (
        FetchOutcome.blocked,
        _("The site asks for proof of a human reader. Open the page yourself and upload it."),
    )
    REDIRECT_LOOP = (
        FetchOutcome.blocked,
        _("The site sends the reader from address to address without end. Upload the page instead."),
    )
    LOGIN_REQUIRED = (
        FetchOutcome.login_wall,
        _("The page can only be read after logging in. Open it yourself and upload it."),
    )
    CONSENT_FORM = (
        FetchOutcome.consent_wall,
        _("The site shows a consent form instead of the page. Open it yourself and upload it."),
    )
    NOT_FOUND = (
        FetchOutcome.soft_404,
        _("The site says that this page does not exist. Check the address, or try an archive."),
    )
    REPLACED = (
        FetchOutcome.soft_404,
        _("The site shows another page in place of this one. It has probably been removed."),
    )
    NO_TEXT = (
        FetchOutcome.empty,
        _("The site answered with a page that has no text. It may need a browser to build it."),
    )
    RATE_LIMITED = (
        FetchOutcome.rate_limited,
        _("The site asks to wait before fetching more. It will be tried again later."),
    )
    SERVER_ERROR = (
        FetchOutcome.server_error,
        _("The site has a problem of its own just now. It will be tried again later."),
    )
    INVALID_RESPONSE = (
        FetchOutcome.server_error,
        _("The site sent an answer that can't be read. It will be tried again later."),
    )
    UNKNOWN_HOST = (FetchOutcome.unreachable, _("No site of this name was found. Check the address."))
    CONNECTION_FAILED = (
        FetchOutcome.unreachable,
        _("The site could not be reached. Check the address, or try again later."),
    )
    TIMEOUT = (FetchOutcome.unreachable, _("The site took too long to answer. It will be tried again later."))
    CONNECTION_LOST = (
        FetchOutcome.unreachable,
        _("The connection broke off before the page was complete. It will be tried again."),
    )
    BAD_CERTIFICATE = (
        FetchOutcome.unreachable,
        _("The site could not prove that it is what its name says, so it was not read."),
    )
    INSECURE_REDIRECT = (FetchOutcome.unreachable, _("The site leads from a secure address to one that is not secure."))
    UNSUPPORTED_TYPE = (
        FetchOutcome.wrong_type,
        _("The address leads to something other than a web page, text, PDF or DOCX file."),
    )
    TYPE_CHANGED = (
        FetchOutcome.wrong_type,
        _("The address now leads to a web page instead of the file that was there before."),
    )
    TOO_LARGE = (
        FetchOutcome.too_big,
        _("The page is larger than 10 MB. Download it and upload the part that matters."),
    )
    NOT_PUBLIC = (FetchOutcome.blocked_address, _("This address is not on the public internet, so it is not fetched."))
    BAD_ADDRESS = (FetchOutcome.blocked_address, _("This address can't be fetched. Check it for mistakes."))

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
