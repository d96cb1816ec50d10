"""Which words that a page hides a person should hear of: sentences in its running text, not its menus and labels."""

import re

from lxml import html

from sources.extraction.web.appearance import Effect, effect_of_classes

_FEWEST_WORDS = 5
_SENTENCE = re.compile(r"\w[^.!?。！？]{15,}[.!?。！？]|[\u3040-\u9fff]{8,}[。！？]")
_UNSPACED = re.compile(r"[\u3040-\u9fff]{8,}")
#: What is hidden until somebody asks for it, and what no reader of the article means.
_TOOLS = re.compile(
    r"cookie|consent|gdpr|banner|modal|popup|pop-up|overlay|menu|nav|newsletter|subscri|paywall|sign-?up|log-?in|share|social|"
    r"tooltip|comment|dropdown|lightbox|gallery|slide|carousel|related|promo|advert|sponsor|search|toast|alert|error|"
    r"spinner|player|caption|transcript|skip|print|template|hint|help|reference|citation|popover|infobox",
    re.IGNORECASE,
)
_APART = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "header",
        "form",
        "dialog",
        "figure",
        "button",
        "label",
        "select",
        "noscript",
        "template",
    ]
)
_INPUTS = ".//input | .//button | .//form | .//select | .//textarea"
_SHORTEST_TEXT = 20


def is_worth_telling(element: html.HtmlElement, words: str) -> bool:
    """Return whether hidden words are sentences that stand in a paragraph, or between paragraphs, that readers see.

    Menus, cookie bars, forms and labels for screen readers are hidden on nearly every page and say nothing of its article.
    """
    if not _SENTENCE.search(words) or (len(words.split()) < _FEWEST_WORDS and not _UNSPACED.search(words)):
        return False
    if effect_of_classes(element.get("class", "")) & Effect.HIDDEN or element.xpath(_INPUTS):
        return False
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "html", "article", "main"):
            break
        if above.tag in _APART or _TOOLS.search(f"{above.get('class', '')} {above.get('id', '')}"):
            return False
    return _stands_in_text(element)


def _stands_in_text(element: html.HtmlElement) -> bool:
    above = element.getparent()
    if above is None:
        return False
    own = "".join([above.text or "", *(child.tail or "" for child in above)])
    if len(own.strip()) >= _SHORTEST_TEXT:
        return True
    beside = (element.getprevious(), element.getnext())
    return any(
        sibling is not None and sibling.tag == "p" and len("".join(sibling.itertext()).strip()) >= 2 * _SHORTEST_TEXT
        for sibling in beside
    )
