"""Sources in the order of how much they speak of what a claim speaks of: by their words, and by what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.similarity.passages import EvidencePassage, EvidenceQuery, best_passages
from core.translation.messages import Message, gettext_noop
from sources.meaning import Vectors, passages_of, unpack

#: What the words of the whole source count, and what the nearness of meaning counts, beside a passage that fits. Compared
#: with some eighteen others on all of 500 claims with their evidence: from 0.5 to 3 for the meaning are nearly alike.
OF_SOURCE, OF_MEANING = 0.5, 1.0
#: From which cosine on two texts are near whatever their words, and below which they have nothing to do with each other.
NEAR, FAR = 0.45, 0.15
#: A word that more of the library has than this share tells nothing alone.
COMMON = 0.02

CLOSE_IN_MEANING = gettext_noop("similar meaning")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that may speak of the matter.

    `score` is what its words count, and `is_common` whether even the rarest of them stands in many sources. `nearest` and
    `vector` are its passage that lies nearest, and None where none is stored.
    """

    id: int
    score: float
    is_common: bool
    text: str
    nearest: int | None
    vector: bytes | None


@dataclass(frozen=True, slots=True)
class RankedSource:
    """A source with its score and the sentence to show."""

    id: int
    text: str
    score: float
    passage: EvidencePassage | None


def fuse(
    query: EvidenceQuery, meaning: Vectors, candidates: Sequence[Candidate], *, leave_out_chance: bool
) -> list[RankedSource]:
    """Return the candidates in the order of words and meaning together, best first.

    `meaning` is the vector of what is asked for. With `leave_out_chance` those go that share one word with it, and no
    more, unless it is a name or a figure: where it is a common one, or where they are far from it in meaning.
    """
    most = max((each.score for each in candidates), default=0.0) or 1.0
    ranked = []
    for each, passage in zip(candidates, best_passages(query, [each.text for each in candidates]), strict=True):
        cosine = float(unpack(bytes(each.vector))[0] @ meaning) if each.vector else 0.0
        score = OF_SOURCE * each.score / most + OF_MEANING * max(cosine, 0.0) + (passage.score if passage else 0.0)
        is_slight = _is_slight(query, passage)
        if is_slight and cosine >= NEAR:
            passage = _near_passage(each)
        elif leave_out_chance and (passage is None or (is_slight and _is_chance(each, cosine))):
            continue
        ranked.append(RankedSource(each.id, each.text, score, passage))
    return sorted(ranked, key=lambda found: (-found.score, -found.id))


def _is_slight(query: EvidenceQuery, passage: EvidencePassage | None) -> bool:
    """Return whether a passage shares one plain word at most; a claim of a single word has no more to share."""
    if passage is None:
        return True
    is_telling = passage.value > 0 or any(key in query.names or key[:1].isdigit() for key in passage.shared)
    return len(passage.shared) <= 1 < len(query.words) and not is_telling


def _is_chance(candidate: Candidate, cosine: float) -> bool:
    return candidate.vector is not None and (candidate.is_common or cosine < FAR)


def _near_passage(candidate: Candidate) -> EvidencePassage:
    start, end = passages_of(candidate.text)[candidate.nearest or 0]
    return EvidencePassage(start, end, 0.0, (Message(CLOSE_IN_MEANING),))
