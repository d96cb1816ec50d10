"""What speaks for and against that a pronoun stands for a person, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from claims.language.attribution import is_speech
from claims.language.first_names import womanly
from claims.language.reference.naming import Mention
from claims.language.reference.people import Nearby

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_ROLES = ("subject", "object", "oblique", "owner", "apposition", "conjunct", "part", "attribute")
#: What is told of a pronoun and a name of one sentence only.
_PAIRED = (
    "same clause",
    "commands",
    "inside",
    "owns",
    "governs",
    "tree distance",
    "cataphor",
    "with",
    "acted on",
    "acts on",
    "joined",
    "commas",
    "depth difference",
)
#: What the rows of numbers say, in order; the trees know a feature by its place.
FEATURES = (
    "pronoun subject",
    "pronoun object",
    "pronoun oblique",
    "pronoun owner",
    "woman",
    "index",
    "opens",
    "quoted",
    "sentence",
    "main",
    "in advcl",
    "in relcl",
    "in ccomp",
    "in conj",
    "speaks",
    "named",
    "before",
    "sentences",
    "distance",
    "same sentence",
    "first role subject",
    "first role object",
    "same role",
    "candidate main",
    "candidate speaks",
    "candidate quoted",
    "same voice",
    "sex",
    "sexed",
    "person",
    "organisation",
    "place",
    "words",
    "full words",
    "owner follows",
    "comma follows",
    "and follows",
    "owned",
    "proper",
    "bracketed",
    "after by",
    "after with",
    "after to",
    "after of",
    "after in",
    "possessor",
    "woman's ending",
    "first name known",
    "aliased",
    "candidate opens",
    "candidate index",
    "same verb",
    "between",
    "surely person",
    "rivals",
    "rivals before",
    "rivals between",
    "fitting between",
    "subjects between",
    "unnamed between",
    "mentions before",
    "mentions",
    "most mentioned",
    "more mentioned",
    "in first sentence",
    "first named",
    "as subject",
    "since subject",
    "in previous sentence",
    "subject of previous",
    "others",
    "fitting others",
    "recency",
    "chain between",
    "chain before",
    "chain here",
    "subject chain here",
    "candidate subject",
    "candidate object",
    "candidate oblique",
    "candidate owner",
    "candidate apposition",
    "candidate conjunct",
    "candidate part",
    "candidate attribute",
    *_PAIRED,
    "also here",
    "ruled out",
)


@dataclass(frozen=True)
class Pronoun:
    """A "he", "her" or the like: where it stands, and what its sentence does with it."""

    token: Token
    sentence: int
    at: int
    woman: bool
    role: str
    verb: Token
    quoted: bool


def pronoun_of(token: Token, sentence: int, before: int, quoted: set[int]) -> Pronoun:
    """Return the pronoun that a token is."""
    owns = token.tag_ == "PRP$" or token.dep_ == "poss"
    role = (
        "owner" if owns else "subject" if token.dep_ in _SUBJECTS else "oblique" if token.dep_ == "pobj" else "object"
    )
    return Pronoun(
        token,
        sentence,
        before + token.i,
        token.lower_ in ("she", "her", "hers"),
        role,
        clause_verb(token),
        token.i in quoted,
    )


def clause_verb(token: Token) -> Token:
    """Return the head of the clause that a token stands in."""
    above = token.head
    while above.head != above and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return above


def evidence_for(pronoun: Pronoun, person: Nearby, people: list[Nearby], chain: list[Pronoun]) -> dict[str, float]:
    """Return every feature of the pair by its name. People hold everybody around; chain the pronouns of the same sex."""
    preceding = [mention for mention in person.mentions if mention.at < pronoun.at]
    mention = preceding[-1] if preceding else person.mentions[0]
    sex = 1.0 if pronoun.woman else -1.0
    low, high = sorted((mention.at, pronoun.at))
    named = [other for other in people if other.named and other is not person]
    fitting = [other for other in named if other.person.womanly * sex >= 0]
    between = [other for other in named if any(low < each.at < high for each in other.mentions)]
    unnamed = [other for other in people if not other.named and other is not person and other.person.womanly * sex >= 0]
    rivals = [other for other in fitting if other.person.surely_person]
    subjects = [each for each in preceding if each.first_role == "subject"]
    counts = [len(other.mentions) for other in named]
    most = max(counts, default=0)
    same = mention.sentence == pronoun.sentence
    opening = people[0].mentions[0].sentence
    found: dict[str, float] = {
        "pronoun subject": pronoun.role == "subject",
        "pronoun object": pronoun.role == "object",
        "pronoun oblique": pronoun.role == "oblique",
        "pronoun owner": pronoun.role == "owner",
        "woman": pronoun.woman,
        "index": min(pronoun.token.i, 40),
        "opens": pronoun.token.i == 0,
        "quoted": pronoun.quoted,
        "sentence": min(pronoun.sentence - opening, 8),
        "main": pronoun.verb.dep_ == "ROOT",
        "in advcl": pronoun.verb.dep_ == "advcl",
        "in relcl": pronoun.verb.dep_ in ("relcl", "acl"),
        "in ccomp": pronoun.verb.dep_ == "ccomp",
        "in conj": pronoun.verb.dep_ == "conj",
        "speaks": is_speech(pronoun.verb) and pronoun.role == "subject",
        "named": person.named,
        "before": bool(preceding),
        "sentences": min(abs(pronoun.sentence - mention.sentence), 8),
        "distance": log(1 + abs(pronoun.at - mention.at)),
        "same sentence": same,
        "first role subject": mention.first_role == "subject",
        "first role object": mention.first_role in ("object", "oblique"),
        "same role": mention.first_role == pronoun.role,
        "candidate main": mention.main,
        "candidate speaks": mention.speaks,
        "candidate quoted": mention.quoted,
        "same voice": mention.quoted == pronoun.quoted,
        "sex": person.person.womanly * sex,
        "sexed": person.person.sexed,
        "person": sum(each.label == "PERSON" for each in person.mentions) / len(person.mentions),
        "organisation": mention.label == "ORG",
        "place": mention.label in ("GPE", "LOC", "FAC", "NORP"),
        "words": len(mention.words),
        "full words": len(person.person.words),
        "owner follows": mention.followed == "owner",
        "comma follows": mention.followed == "comma",
        "and follows": mention.followed == "and",
        "owned": mention.owned,
        "proper": sum(each.proper for each in person.mentions) / len(person.mentions),
        "bracketed": mention.bracketed,
        "after by": mention.preposition == "by",
        "after with": mention.preposition in ("with", "and", "alongside", "opposite"),
        "after to": mention.preposition in ("to", "for", "from", "at"),
        "after of": mention.preposition == "of",
        "after in": mention.preposition in ("in", "on", "near"),
        "possessor": mention.possessor,
        "woman's ending": mention.words[0].endswith("a") * sex if mention.named else 0,
        "first name known": mention.named and womanly(person.person.words[0]) != 0,
        "aliased": bool(person.person.aliases),
        "candidate opens": mention.start == 0,
        "candidate index": min(mention.start, 40),
        "same verb": bool(mention.verb) and mention.verb == pronoun.verb.lemma_,
        "between": len(between),
        "surely person": person.person.surely_person,
        "rivals": len(rivals),
        "rivals before": sum(other.mentions[0].at < pronoun.at for other in rivals),
        "rivals between": sum(other in between for other in rivals),
        "fitting between": sum(other in fitting for other in between),
        "subjects between": sum(
            any(low < each.at < high and each.first_role == "subject" for each in other.mentions) for other in named
        ),
        "unnamed between": sum(any(low < each.at < high for each in other.mentions) for other in unnamed),
        "mentions before": len(preceding),
        "mentions": len(person.mentions),
        "most mentioned": len(person.mentions) >= most,
        "more mentioned": len(person.mentions) - most,
        "in first sentence": person.mentions[0].sentence == opening,
        "first named": next((other for other in people if other.named), None) is person,
        "as subject": len(subjects),
        "since subject": min(pronoun.sentence - subjects[-1].sentence, 9) if subjects else 10,
        "in previous sentence": any(each.sentence == pronoun.sentence - 1 for each in preceding),
        "subject of previous": any(each.sentence == pronoun.sentence - 1 and each.main for each in preceding),
        "others": len(named),
        "fitting others": len(fitting),
        "recency": sum(
            any(each.at < pronoun.at and each.at > mention.at for each in other.mentions) for other in fitting
        )
        if preceding
        else 9,
        "chain between": sum(low < other.at < high for other in chain),
        "chain before": sum(other.at < low for other in chain),
        "chain here": sum(other.sentence == pronoun.sentence and other.at < pronoun.at for other in chain),
        "subject chain here": sum(
            other.sentence == pronoun.sentence and other.at < pronoun.at and other.role == "subject" for other in chain
        ),
    }
    for role in _ROLES:
        found[f"candidate {role}"] = mention.role == role
    paired = _within_sentence(pronoun, mention) if same else dict.fromkeys(_PAIRED, 0.0)
    found |= paired
    here = [each for each in person.mentions if each.sentence == pronoun.sentence and each is not mention]
    found["also here"] = len(here)
    found["ruled out"] = _is_ruled_out(paired) or any(_is_ruled_out(_within_sentence(pronoun, each)) for each in here)
    return found


def _within_sentence(pronoun: Pronoun, mention: Mention) -> dict[str, float]:
    doc, token = pronoun.token.doc, pronoun.token
    head = doc[mention.head]
    verb = clause_verb(head)
    above = list(token.ancestors)
    over = list(head.ancestors)
    common = next((len(over[: over.index(node)]) + at for at, node in enumerate(above) if node in over), 9)
    low, high = sorted((head.i, token.i))
    subject_of = head.head if head.dep_ in _SUBJECTS else None
    return {
        "same clause": verb == pronoun.verb,
        "commands": head.head in above,
        "inside": head in above,
        "owns": token.dep_ == "poss" and _is_owned(head, token),
        "governs": subject_of is not None and subject_of in above and subject_of != pronoun.verb,
        "tree distance": min(common, 9),
        "cataphor": token.i < head.i and pronoun.verb != verb and verb in pronoun.verb.ancestors,
        "with": token.dep_ == "poss" and token.head.dep_ == "conj" and head in token.head.ancestors,
        "acted on": pronoun.role in ("object", "oblique") and subject_of == pronoun.verb,
        "acts on": pronoun.role == "subject" and verb == pronoun.verb and token.head == pronoun.verb,
        "joined": pronoun.verb.dep_ == "conj" and subject_of is not None and subject_of in pronoun.verb.ancestors,
        "commas": sum(each.text in (",", ";", "-", "--") for each in doc[low:high]),
        "depth difference": max(-9, min(9, len(above) - len(over))),
    }


def _is_owned(head: Token, token: Token) -> bool:
    """ "her friend Pauline", "his son, John"."""
    return (
        head == token.head
        or token.head in head.ancestors
        and head.dep_ in ("appos", "conj", "compound")
        or head.head == token.head
        and head.dep_ in ("appos", "compound")
    )


def _is_ruled_out(paired: dict[str, float]) -> bool:
    return bool(paired["acted on"] or paired["acts on"] or paired["owns"])
