"""What the splitter's tests ask an article for."""

from claims.language.splitting import split_article


def worthy_texts(article: str) -> list[str]:
    """Return the texts of the check-worthy claims, in reading order."""
    return [claim.text for claim in split_article(article).claims if claim.check_worthy]


def texts(article: str) -> list[str]:
    """Return the texts of all claims, in reading order."""
    return [claim.text for claim in split_article(article).claims]


def voices(article: str) -> list[tuple[str, str | None]]:
    """Return each claim's text with who is said to say it."""
    return [(claim.text, claim.attributed_to) for claim in split_article(article).claims]
