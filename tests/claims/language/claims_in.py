"""What the splitter's tests ask an article for; that somebody said it is a claim beside these, with tests of its own."""

from claims.language.results import ExtractedClaim
from claims.language.splitting import split_article


def worthy_texts(article: str) -> list[str]:
    """Return the texts of the check-worthy claims, in reading order."""
    return [claim.text for claim in _contents(article) if claim.check_worthy]


def texts(article: str) -> list[str]:
    """Return the texts of all claims, in reading order."""
    return [claim.text for claim in _contents(article)]


def voices(article: str) -> list[tuple[str, str | None]]:
    """Return each claim's text with who is said to say it."""
    return [(claim.text, claim.attributed_to) for claim in _contents(article)]


def _contents(article: str) -> list[ExtractedClaim]:
    return [claim for claim in split_article(article).claims if claim.kind != "attribution"]
