"""Pieces of a clause to one good English sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token


_SPACED_PUNCTUATION = re.compile(r"\s+([,;:.!?%)\]])")
_OPENING_SPACE = re.compile(r"([(\[])\s+")
_COMMA_RUN = re.compile(r"\s*,(?:\s*[,;:])+")
_QUOTED_COMMA = re.compile(r',"(?=\s|$|\.)')
_RANKS = ("former", "deputy", "chief", "senior", "veteran", "retired", "prominent", "acting")
_EDGES = " \t,;:–—…!?|/·"
#: "“The quota, “is 300,000 tonnes”": a quotation that opens again, for what stood between its halves was cut out.
_REOPENED = re.compile(r'^[^"]*"[^"]*\s"\w[^"]*$')
_SPACES = re.compile(r"\s{2,}")
_CONNECTIVE = re.compile(
    r"^(?:(?:and|but|so|yet|or|nor|for|thus|then|however|moreover|furthermore|therefore|meanwhile|also|in fact|of course|"
    r"indeed|besides|first|second|third|fourth|finally|firstly|secondly|thirdly|lastly|well|now|hence|additionally|"
    r"nevertheless|in addition|in particular|for example|for instance|as a result|in the end|prior to this|in general|"
    r"to sum up|in this regard|otherwise)\b,\s*|(?:and|but|so|yet|because|although|though|while|whereas)\s+(?!far\b|many\b|much\b|few\b))+",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?:[,;]?\s+(?:and|but|or|nor|also|while|which|that))+$", re.IGNORECASE)
_CONTRACTIONS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}


def sentence_from(pieces: list[Piece], replacements: dict[int, str]) -> str:
    """Join the pieces to a sentence that begins with a capital and ends with a full stop.

    A replacement gives the words for the token at that index. Empty where nothing is left to say.
    """
    return finish_sentence(_joined(pieces, replacements))


def phrase_from(pieces: list[Piece], replacements: dict[int, str]) -> str:
    """Join the pieces to a phrase: no capital, no full stop."""
    return _tidy(_joined(pieces, replacements))


def question_from(pieces: list[Piece]) -> str:
    """Join the pieces to a question, in the words of the article."""
    tidy = _CONNECTIVE.sub("", _tidy(_joined(pieces, {})))
    closing = "" if tidy.endswith(('?"', "?'", "?)")) else "?"
    return tidy[0].upper() + tidy[1:].rstrip(".?") + closing if tidy else ""


def finish_sentence(text: str) -> str:
    """Tidy a sentence's text, capitalise it and close it with a full stop."""
    tidy = _CONNECTIVE.sub("", _tidy(text)).strip(_EDGES)
    tidy = _DANGLING.sub("", tidy).strip(_EDGES)
    if not tidy:
        return ""
    first = tidy.split(" ", 1)[0]
    if first.islower() or (first[0].islower() and first[1:].islower()):
        tidy = tidy[0].upper() + tidy[1:]
    closing = tidy if tidy.endswith(".") else tidy + "."
    return closing[0].upper() + closing[1:] if closing[0].islower() and not any(c.isupper() for c in first) else closing


def _joined(pieces: list[Piece], replacements: dict[int, str]) -> str:
    words: list[str] = []
    previous: Token | None = None
    for piece in pieces:
        if not isinstance(piece, str):
            jumped = previous is not None and piece.i != previous.i + 1
            if _is_stray_comma(piece, previous, pieces, jumped):
                words.append(" ")
                previous = piece
                continue
            if jumped or piece.i in replacements:
                words.append(" ")
            if previous is not None and replacements.get(previous.i) and piece.lower_ in _CONTRACTIONS:
                words.append(" " + _CONTRACTIONS[piece.lower_])
            else:
                words.append(replacements.get(piece.i, _spelled(piece) if words else piece.text))
            words.append(piece.whitespace_)
            previous = piece
        else:
            words.append(piece if piece in ("'s", ",") else f" {piece}")
            words.append(" ")
            previous = None
    return re.sub(r"[\s,]+('s\b)", r"\1", "".join(words))


def _spelled(piece: Token) -> str:
    """Return the word inside a claim: "'s" for "is" in full, no capital that only began the sentence."""
    if piece.lower_ == "'s" and piece.tag_ == "VBZ":
        return " has" if piece.lemma_ == "have" else " is"
    moves = (
        piece.i == 0
        and (piece.pos_ in ("DET", "PRON", "ADP", "SCONJ", "ADV", "VERB") or piece.lower_ in (*_RANKS, "one"))
        and (not piece.ent_type_ or piece.lower_ == "one")
        and piece.text != "I"
    )
    return piece.text.lower() if moves or (piece.i == 0 and piece.pos_ == "DET") else piece.text


def _is_stray_comma(piece: Token, previous: Token | None, pieces: list[Piece], jumped: bool) -> bool:
    """Return whether a comma belongs to the words next to it that were cut out."""
    if piece.text not in (",", "–", "—", "-", ":", ";") or not piece.is_punct:
        return False
    if jumped:
        return True
    at = next(i for i, other in enumerate(pieces) if not isinstance(other, str) and other.i == piece.i)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return not isinstance(following, str | None) and following.i != piece.i + 1


def _tidy(text: str) -> str:
    text = _SPACED_PUNCTUATION.sub(r"\1", _SPACES.sub(" ", text))
    text = _QUOTED_COMMA.sub('"', text)
    text = _COMMA_RUN.sub(",", _OPENING_SPACE.sub(r"\1", text))
    text = _balanced(text.strip(), '"', '"')
    text = _balanced(_balanced(text, "(", ")"), "[", "]")
    text = re.sub(r"\(\s*\)", "", text)
    return _SPACES.sub(" ", text).strip(_EDGES + ".").strip() + ("." if _ends_in_abbreviation(text) else "")


def _ends_in_abbreviation(text: str) -> bool:
    return re.search(r"\b(?:[A-Za-z]\.){2,}[\s\"]*$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$", text) is not None


def _balanced(text: str, opening: str, closing: str) -> str:
    if opening == closing:
        if _REOPENED.search(text):
            return text.replace(opening, "")
        whole = len(text) > 2 and text.startswith(opening) and text.endswith(closing) and text.count(opening) == 2
        return text[1:-1] if whole else (text if text.count(opening) % 2 == 0 else text.replace(opening, ""))
    return text if text.count(opening) == text.count(closing) else text.replace(opening, "").replace(closing, "")
