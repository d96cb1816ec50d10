"""The words of a claim or of a post that say what it is about, cleaned of links, tags and inflection."""

import re

from claims.language.closed_classes import FUNCTION_WORDS, NEGATORS
from claims.language.vocabulary import word_set

_LINK = re.compile(r"(?:https?://|www\.|\b(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be)/)\S+", re.I)
_TAG = re.compile(r"[#@](\w+)")
_PART_OF_TAG = re.compile(r"[^\W\d_a-z]+(?![^\W\d_A-Z])|[^\W\d_]?[^\W\d_A-Z]+|\d+")
_GROUPED_DIGITS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
_NEGATED_VERB = re.compile(r"(?:\b(?:ca|wo|sha))?n['’]t\b", re.I)
#: A number, a name with a number in it such as RD-180, or a word.
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:-?\d+[^\W\d_]*)?")
_ENDING = re.compile(r"(?<=\w{3})(?:ations?|ings?|edly|i?ed|ies|ers?|es|ly|[eisy])$")
_DOUBLED = re.compile(r"(?<=\w\w)([bdfglmnprt])\1$")

#: Words that say nothing of what a claim is about, beside the function words.
_IGNORED = FUNCTION_WORDS | word_set("""almost am approximately around but could doing few hers him how itself many may me might much
    must my nearly other roughly some them too upon why your""")


def index_terms(text: str) -> list[str]:
    """List the lower-case words of text that say what it is about, in order, repeats included.

    Links go; a hashtag or a name behind @ comes apart at its capitals; figures lose the marks between thousands.
    """
    bare = _NEGATED_VERB.sub(" not", _POSSESSIVE.sub(" ", without_links(text)))
    found = _WORD.findall(_GROUPED_DIGITS.sub("", bare).lower())
    return [word.replace("-", "") for word in found if word not in _IGNORED and word not in NEGATORS]


def without_links(text: str) -> str:
    """Return text without links, with the words of its hashtags and of the names behind @ apart."""
    return _TAG.sub(_apart, _LINK.sub(" ", text))


def has_negation(text: str) -> bool:
    """Return whether text has a word that turns it into its opposite."""
    return not NEGATORS.isdisjoint(re.findall(r"[^\W\d_]+", _NEGATED_VERB.sub(" not", text).lower()))


def stem_term(word: str) -> str:
    """Cut the inflection off a lower-case word, so that its forms meet; figures stay as they are."""
    if word[-1].isdigit():
        return word
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


def _apart(tag: re.Match[str]) -> str:
    return f" {' '.join(_PART_OF_TAG.findall(tag.group(1)))} "
