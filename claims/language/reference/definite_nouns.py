"""What "the company" and "the warship" stand for: by what a text has called it, never by what it named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.first_names import womanly
from claims.language.reference.entities import Entity, has_firm_name, is_public_body
from claims.language.reference.focus import DEALING, Antecedent, EntityMention, Noun
from claims.language.reference.noun_classes import COMPANY, class_of, is_called
from claims.language.vocabulary import COMPANY_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Sentences after which a bare noun reaches back no more.
_REACH = 10
_BARE = ("the", "this")


def is_bare_definite(token: Token) -> bool:
    """Return whether a noun is "the company" or "this ship", with nothing that says which."""
    lefts = [child for child in token.lefts if not child.is_punct]
    if (
        token.tag_ != "NN"
        or not token.text.isalpha()
        or len(lefts) != 1
        or lefts[0].lower_ not in _BARE
        or token.ent_type_ == "PERSON"
    ):
        return False
    return not any(_tells_which(child) for child in token.rights)


def _tells_which(child: Token) -> bool:
    """Return whether what follows a noun says which one is meant; a clause after a comma only adds to it."""
    if child.dep_ in ("punct", "case", "cc", "conj"):
        return child.dep_ == "conj"
    return not (child.dep_ == "relcl" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",")


def read_definite(token: Token, mentions: list[EntityMention], nouns: list[Noun], sentence: int) -> Antecedent | None:
    """Return what a bare definite noun stands for, None where the text has called nothing in reach so."""
    noun = token.lemma_.lower()
    known = [mention for mention in mentions if mention.entity.named and sentence - mention.sentence <= _REACH]
    called = [mention for mention in known if _fits(mention.entity, noun)]
    if not called:
        return _anybody(noun, known)
    # "China's new drone" only tells more of what the HY-9 is.
    called = [mention for mention in called if _is_name(mention.entity)] or called
    latest = {mention.key: mention for mention in called}
    ranked = sorted(latest, key=lambda key: (latest[key].sentence, latest[key].token), reverse=True)
    best = latest[ranked[0]]
    certain = all(_is_left_behind(latest[key], best, sentence) for key in ranked[1:])
    rivals = [other for other in known if noun in COMPANY_NOUNS and _may_be_firm(other) and other.key != best.key]
    since = [other for other in rivals if (other.sentence, other.token) > (best.sentence, best.token)]
    far = sentence - best.sentence > 2
    dealt = {mention.sentence for mention in mentions if mention.verb in DEALING}
    certain = certain and not any(far or other.sentence in dealt or has_firm_name(other.entity) for other in since)
    certain = certain and (token.text.isupper() or not _is_another(noun, best, nouns))
    return Antecedent(best, certain, tuple(dict.fromkeys(latest[key].entity.name for key in ranked)))


def _fits(entity: Entity, noun: str) -> bool:
    single = not entity.plural or entity.collective
    return single and is_called(noun, entity.described, entity.name)


def _is_name(entity: Entity) -> bool:
    last = entity.name.split()[-1]
    return last[0].isupper() or any(character.isdigit() for character in last)


def _anybody(noun: str, known: list[EntityMention]) -> Antecedent | None:
    """Return, for a person to choose from, the organisations that may be a firm where the text calls none so."""
    firms = [mention for mention in known if noun in COMPANY_NOUNS and _may_be_firm(mention)]
    names = tuple(dict.fromkeys(mention.entity.name for mention in reversed(firms)))
    return Antecedent(firms[-1], False, names) if firms else None


def _may_be_firm(mention: EntityMention) -> bool:
    entity = mention.entity
    unknown = entity.kind == "thing" and not entity.described
    if not (entity.kind == "organisation" or unknown) or entity.plural or any(c.isdigit() for c in entity.name):
        return False
    if mention.located or (" " not in entity.name and womanly(entity.name) != 0):
        return False
    return has_firm_name(entity) or not (entity.described or is_public_body(entity))


def _is_left_behind(other: EntityMention, best: EntityMention, sentence: int) -> bool:
    """ "A project, namely X": named a sentence ago, it is meant rather than one of three sentences ago."""
    return sentence - best.sentence <= 1 and sentence - other.sentence > 2


def _is_another(noun: str, best: EntityMention, nouns: list[Noun]) -> bool:
    """Return whether the text has spoken of something else of the class, without a name, since the name was printed."""
    of = class_of(noun)
    alike = {noun} | (of.wide | of.narrow if of is not None else frozenset())
    if of is COMPANY:
        alike -= {"group", "giant", "supplier", "operator", "maker"}
    return any(
        each.lemma in alike and (each.sentence, each.token) > (best.sentence, best.token) and not each.definite
        for each in nouns
    )


def speaks(noun: Token) -> bool:
    """Return whether a noun is who says what the sentence tells."""
    return _is_told_by(noun) or (noun.dep_ == "nsubj" and is_report(noun.head))


def _is_told_by(noun: Token) -> bool:
    """ "according to the firm"."""
    return noun.dep_ == "pobj" and noun.head.head.lower_ == "according"
