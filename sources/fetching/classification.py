"""Tells a page from what sites show in its place: refusals, challenges, logins, consent forms, missing pages."""

import codecs
import re
from email.message import Message
from html import unescape
from urllib.parse import urlsplit

from sources.fetching.outcomes import OutcomeReason
from sources.fetching.transport import RawResponse

# What says "not for you" rather than "not there" (InternetArchiveBot's list, and LinkedIn's 999).
_REFUSALS = frozenset(
    {400, 401, 402, 403, 405, 406, 407, 409, 412, 417, 418, 421, 426, 428, 431, 440, 449, 451, 494, 999}
)
_MISSING = frozenset({404, 410})
_SUCCESS = frozenset({200, 201, 203})
_NO_CONTENT = frozenset({204, 205})

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILE_TYPES = frozenset({"application/pdf", "application/x-pdf", _DOCX})
_TEXT_TYPES = frozenset({"text/plain", "text/markdown"})
_UNSTATED_TYPES = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/force-download"})
_FILE_STARTS = (b"%PDF-", b"PK\x03\x04")
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)", re.I | re.S
)

# A page that says this much is a page; what stands in place of one is short.
_STAND_IN_CHARS = 2_000
_HEADING_WITHIN = 600_000
_MOST_TAGS = 400_000

# Every repetition below is bounded or can't run over the next "<": a hostile page must not cost more than linear time.
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "select", "textarea"})
_TAG_NAME = re.compile(r"/?[a-z][a-z0-9]*", re.I)
_TITLE = re.compile(r"<title[^<>]{0,300}>([^<]{0,500})", re.I)
_HEADING = re.compile(r"<h1[^<>]{0,500}>(.{0,500}?)</h1", re.I | re.S)

_CHALLENGE_TITLE = re.compile(
    r"just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|robot check|"
    r"pardon our interruption|verify(?:ing)? (?:that )?you(?:r browser| are)|security check|ddos-guard|checking your browser|"
    r"one moment, please|human verification|client challenge|bot verification|request (?:blocked|rejected)|please wait\b.*verif|"
    r"unusual traffic|vercel security checkpoint|making sure you're not a bot|captcha",
    re.I,
)
_CHALLENGE_MARK = re.compile(
    r"cdn-cgi/challenge-platform|cf-chl-|cf_chl_opt|captcha-delivery\.com|_Incapsula_Resource|px-captcha|perimeterx|"
    r"awsWafCookieDomainList|gokuProps|g-recaptcha|h-captcha|cf-turnstile|arkoselabs|friendly-challenge|anubis_challenge",
    re.I,
)
_CHALLENGE_WORDS = re.compile(
    r"(?:verify|confirm|prove) (?:that )?you(?:'re| are) (?:not a (?:robot|bot)|(?:a )?human)|unusual traffic from your|"
    r"enable (?:javascript and )?cookies to continue|automated (?:access|requests)|bot(?:s)? use",
    re.I,
)
_LOGIN_PATH = re.compile(
    r"(?:^|/)(?:log-?in|sign-?in|sso|oauth2?|authori[sz]e|session/new|anmelden|connexion|saml2?)(?:[/.?_-]|$)", re.I
)
_LOGIN_HOST = re.compile(r"^(?:login|signin|sso|auth|accounts?|idp|id)\.", re.I)
_PASSWORD_FIELD = re.compile(r"<input[^<>]{1,500}?type\s{0,5}=\s{0,5}[\"']?password", re.I)
_LOGIN_WORDS = re.compile(
    r"(?:log|sign) ?in (?:to|or|with)|please (?:log|sign) ?in|(?:must|need to) (?:be logged|log|sign) ?in|log ?in required|"
    r"subscribe (?:now )?to (?:continue|keep|read)|to continue reading|for subscribers only|subscribers? only|"
    r"create (?:a|your) (?:free )?account|already a (?:subscriber|member)",
    re.I,
)
_CONSENT_PLACE = re.compile(
    r"^(?:consent|guce|cookieconsent|cmp|myprivacy|privacy-?gate|collectconsent)\.|"
    r"/(?:consent|collectconsent|privacy-?gate|privacygate-confirm|cookie-?(?:wall|consent))(?:[/.?_-]|$)",
    re.I,
)
_CONSENT_TITLE = re.compile(
    r"before you continue|cookie (?:consent|wall)|your privacy|privacy (?:gate|settings|choices)|consent", re.I
)
_CONSENT_WORDS = re.compile(
    r"accept (?:all|cookies|and continue)|we (?:and our partners )?use cookies|i agree|reject all|alle akzeptieren",
    re.I,
)
_MISSING_PATH = re.compile(
    r"(?:^|/)(?:[\w-]*(?:not-?found|notfound|page-?not-?found|error-?404|404-?error)[\w-]*|404)(?:[/.?]|$)", re.I
)
_MISSING_TITLE = re.compile(
    r"^\W*(?:(?:error|http|status)\W*)?404\b(?!\w)|(?:page|document|article|file|content|site|url) (?:can ?not be |could not be |"
    r"can't be |couldn't be |was |is |has been )?(?:not found|found\?|no longer|removed|missing)|^\W*not found\W*$|page (?:doesn't|does not) exist|"
    r"(?:can't|cannot|couldn't|could not) (?:find|be found)|no longer (?:available|exists)|seite (?:wurde )?nicht gefunden|"
    r"page (?:introuvable|non trouvée)|p[áa]gina n[oã]o? (?:encontrada|existe)|pagina non trovata|pagina niet gevonden|"
    r"страница не найдена|сторінку не знайдено|nie znaleziono strony|页面不存在|頁面不存在|页面未找到|ページが見つかりません",
    re.I,
)
_OUT_OF_ORDER = re.compile(
    r"^\W*(?:(?:down|closed|offline) for |under |scheduled |planned |site )?maintenance(?: mode)?\W*(?:$|[|–—-])|"
    r"\b(?:site|website|page|server|we)\b.{0,30}\b(?:maintenance|(?:temporarily|currently) (?:unavailable|offline|down))\b|"
    r"we(?:'|’)?(?:ll| will) be (?:right )?back|service (?:is )?(?:temporarily )?unavailable|^\W*temporarily (?:unavailable|offline)|"
    r"^\W*(?:(?:error|http|status)\W*)?50[0234]\W*(?:$|error|internal|bad|service|gateway)|"
    r"internal server error|bad gateway|gateway time-?out|error establishing a database connection|"
    r"wartungs(?:arbeiten|modus)|site en maintenance|en mantenimiento|in manutenzione|технически(?:е|х) работ",
    re.I,
)
_FOR_SALE = re.compile(
    r"(?:this )?domain (?:name )?(?:is|may be) (?:for sale|available)|buy this domain|domain (?:has )?expired|parked (?:free|domain)|sedoparking|hugedomains",
    re.I,
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|without|turn on) javascript|javascript (?:is )?(?:required|disabled)", re.I
)
_SHELL_CHARS = 300
_HOME_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?|index\.\w{2,5}|home/?|default\.aspx?)?", re.I)


def classify_response(
    url: str, final_url: str, response: RawResponse, expected_type: str | None = None
) -> OutcomeReason:
    """Class a response by its status, headers, address and, for a web page, by what it shows.

    `expected_type` is the media type that the address gave before, if it was fetched before.
    """
    if (
        response.headers.get("cf-mitigated", "").lower() == "challenge"
        or "x-datadome" in response.headers
        and _is_failure(response)
    ):
        return OutcomeReason.BOT_CHALLENGE
    if response.status not in _SUCCESS:
        return _reason_of_status(response)
    if not response.body.strip():
        return OutcomeReason.NO_TEXT
    media_type = _media_type(response.headers)
    if _is_web_page(media_type, response.body):
        page = _Page(response)
        reason = _stand_in(url, final_url, page)
        if reason is None and expected_type in _FILE_TYPES:
            reason = OutcomeReason.TYPE_CHANGED
        return reason or OutcomeReason.FETCHED
    if media_type in _TEXT_TYPES | _FILE_TYPES:
        return OutcomeReason.FETCHED
    if media_type in _UNSTATED_TYPES and (response.body.startswith(_FILE_STARTS) or _is_plain(response.body)):
        return OutcomeReason.FETCHED
    return OutcomeReason.UNSUPPORTED_TYPE


class _Page:
    """What the tests look at: title, first heading, visible words of a page, and its source."""

    def __init__(self, response: RawResponse):
        self.source = response.body.decode(_codec(response.headers), errors="replace")
        self.title = _first(_TITLE, self.source)
        self.heading = _first(_HEADING, self.source[:_HEADING_WITHIN])
        self.words = _visible_words(self.source)

    @property
    def is_short(self) -> bool:
        return len(self.words) < _STAND_IN_CHARS


def _stand_in(url: str, final_url: str, page: _Page) -> OutcomeReason | None:
    asked, final = urlsplit(url), urlsplit(final_url)
    moved = (asked.hostname, asked.path.rstrip("/")) != (final.hostname, final.path.rstrip("/"))
    if moved:
        if _CONSENT_PLACE.search(final.hostname or "") or _CONSENT_PLACE.search(final.path):
            return OutcomeReason.CONSENT_FORM
        if _is_login_place(final.hostname, final.path) and not _is_login_place(asked.hostname, asked.path):
            return OutcomeReason.LOGIN_REQUIRED
        if _MISSING_PATH.search(final.path) and not _MISSING_PATH.search(asked.path):
            return OutcomeReason.NOT_FOUND
        if _HOME_PATH.fullmatch(final.path) and not _HOME_PATH.fullmatch(asked.path):
            return OutcomeReason.REPLACED
    return _stand_in_by_words(page) if page.is_short else None


def _stand_in_by_words(page: _Page) -> OutcomeReason | None:
    if _CHALLENGE_TITLE.search(page.title) or _CHALLENGE_WORDS.search(page.words):
        return OutcomeReason.BOT_CHALLENGE
    if _MISSING_TITLE.search(page.title) or _MISSING_TITLE.search(page.heading):
        return OutcomeReason.NOT_FOUND
    if _OUT_OF_ORDER.search(page.title) or _OUT_OF_ORDER.search(page.heading):
        return OutcomeReason.SERVER_ERROR
    if _FOR_SALE.search(page.words) or _FOR_SALE.search(page.title):
        return OutcomeReason.REPLACED
    if _PASSWORD_FIELD.search(page.source) or _LOGIN_WORDS.search(page.words):
        return OutcomeReason.LOGIN_REQUIRED
    if _CONSENT_TITLE.search(page.title) and _CONSENT_WORDS.search(page.words):
        return OutcomeReason.CONSENT_FORM
    if len(page.words) < _SHELL_CHARS:
        if _CHALLENGE_MARK.search(page.source):
            return OutcomeReason.BOT_CHALLENGE
        if not page.words or _NEEDS_SCRIPT.search(page.source):
            return OutcomeReason.NO_TEXT
    return None


def _reason_of_status(response: RawResponse) -> OutcomeReason:
    status = response.status
    if status == 429:
        return OutcomeReason.RATE_LIMITED
    if status in _MISSING:
        return OutcomeReason.NOT_FOUND
    if status in _REFUSALS:
        return OutcomeReason.REFUSED
    if status in _NO_CONTENT:
        return OutcomeReason.NO_TEXT
    if status == 503 and _CHALLENGE_TITLE.search(_Page(response).title):
        return OutcomeReason.BOT_CHALLENGE
    if status == 503 and response.headers.get("Retry-After"):
        return OutcomeReason.RATE_LIMITED
    if status >= 500 or status == 408:
        return OutcomeReason.SERVER_ERROR
    return OutcomeReason.INVALID_RESPONSE if status < 400 else OutcomeReason.REFUSED


def _is_failure(response: RawResponse) -> bool:
    return response.status not in _SUCCESS


def _is_login_place(host: str | None, path: str) -> bool:
    return bool(_LOGIN_HOST.search(host or "") or _LOGIN_PATH.search(path))


def _is_web_page(media_type: str, body: bytes) -> bool:
    if body.startswith(_FILE_STARTS):
        return False
    return media_type in _HTML_TYPES or (
        media_type in _UNSTATED_TYPES | _FILE_TYPES and bool(_HTML_START.match(body[:2048]))
    )


def _is_plain(body: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(body[:4096])
    except UnicodeDecodeError:
        return False
    return text.isprintable() or not any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text)


def _media_type(headers: Message) -> str:
    return headers.get("Content-Type", "").split(";")[0].strip().lower()


def _codec(headers: Message) -> str:
    label = headers.get_param("charset") or "utf-8"
    try:
        return codecs.lookup(str(label)).name if codecs.lookup(str(label))._is_text_encoding else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"


def _first(pattern: re.Pattern[str], source: str) -> str:
    found = pattern.search(source)
    return _words(found[1]) if found else ""


def _visible_words(source: str) -> str:
    """Return the words of a page outside scripts, styles, comments and the like, in one pass."""
    seen = []
    hidden = ""
    for piece in source.split("<", _MOST_TAGS):
        if hidden:
            if hidden == "!--" and "-->" in piece:
                seen.append(piece.partition("-->")[2])
                hidden = ""
            elif hidden != "!--" and piece[: len(hidden) + 1].lower() == f"/{hidden}":
                seen.append(piece.partition(">")[2])
                hidden = ""
            continue
        tag, _, text = piece.partition(">")
        if piece.startswith("!--"):
            hidden = "" if "-->" in piece else "!--"
            text = piece.partition("-->")[2]
        elif (name := _TAG_NAME.match(tag)) and name[0].lower() in _UNSEEN and not tag.endswith("/"):
            hidden = name[0].lower()
            continue
        seen.append(text)
    return " ".join(unescape(" ".join(seen)).split())


def _words(source: str) -> str:
    return _visible_words(f"p>{source}")
