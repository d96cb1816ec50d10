"""What a text is about at a point: its mentions so far, how much each stands out, and who else might be meant.

Centering (Grosz, Joshi and Weinstein, 1995): what the subject of a sentence names is likeliest what the next one's
pronoun names. It is settled only where nothing else in reach could be meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.reference.demands import Demand, demand_on, is_event, is_property, meets
from claims.language.reference.entities import GROUP_PRONOUNS, MEASURED, NOUN_SUBJECTS, Entity
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Sentences back after which nobody would still say "it".
REACH = 4
#: What is left of a mention's weight one sentence later.
_FADING = 0.35
#: "The study finds that… It also finds that…": the same verb has the same subject.
_PARALLEL = 3.0
_DEFINITE = word_set("the this its their")
#: "…, which brings its weight to 3 tons": what brings it there is the whole sentence before.
_CAUSING = word_set("make bring leave keep reduce raise cut increase push take lift give")
_TELLING = word_set("the his her my our their its")
#: "Kaldor took over Orvane": either may be told of next.
DEALING = word_set("acquire buy purchase merge absorb sell take_over")
_DEALS = word_set("purchase acquisition takeover merger buyout sale")
#: Nouns that nobody goes back to with "it".
_IDLE = word_set("""time way result fact case example number part lot end place matter context world year month week day percent addition
    side reason order view course point term terms rate average share top""")


@dataclass(frozen=True)
class EntityMention:
    """An entity where a sentence names it; main is the subject of the sentence's main clause."""

    entity: Entity
    sentence: int
    token: int
    weight: float
    speaks: bool
    verb: str
    main: bool
    subject: bool
    #: Of all mentions of one name, however much of it each prints.
    key: str
    #: "in Lisbon", "at Skyreach": where something happens.
    located: bool = False
    #: Within a clause that only describes something else: "whose wing is longer than that of a Boeing 737".
    aside: bool = False


@dataclass(frozen=True)
class Noun:
    """Any noun of a sentence, which may be meant by a pronoun even where it names nothing."""

    sentence: int
    token: int
    lemma: str
    plural: bool
    adjunct: bool  # "During the war…" only sets the scene
    definite: bool  # "the firm", with no word that tells it from another


@dataclass(frozen=True)
class Antecedent:
    """The mention that is meant, whether nothing else can be, and everything that can, likeliest first."""

    mention: EntityMention
    certain: bool
    names: tuple[str, ...]


def nouns_of(doc: Doc, sentence: int) -> list[Noun]:
    """Return the nouns that a pronoun could stand for, of one sentence."""
    return [
        Noun(
            sentence,
            token.i,
            token.lemma_.lower(),
            token.tag_ in ("NNS", "NNPS"),
            _sets_the_scene(token),
            [child.lower_ in _DEFINITE for child in token.lefts if not child.is_punct] == [True],
        )
        for token in doc
        if token.pos_ in ("NOUN", "PROPN")
        and token.dep_ not in ("compound", "npadvmod", "nmod", "amod", "attr", "appos")
        and token.ent_type_ not in MEASURED
        and not any(child.ent_type_ in MEASURED and child.dep_ == "nummod" for child in token.children)
        and token.lemma_.lower() not in _IDLE
        and token.ent_type_ != "PERSON"
        and not any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children)
        and not any(child.lower_ == "no" for child in token.lefts)
        and not is_bracketed(token)
        and not is_aside(token)
    ]


def _sets_the_scene(token: Token) -> bool:
    """ "During the war the firm…", "In Poland it…": an adverbial before the subject of the main clause."""
    if token.dep_ != "pobj" or token.head.dep_ != "prep" or token.head.head.dep_ != "ROOT":
        return False
    return token.head.i < token.head.head.i and token.sent[0].i in (token.head.i, token.head.left_edge.i)


def is_bracketed(token: Token) -> bool:
    """Return whether a token stands in brackets: an aside that nobody goes on about."""
    for before in range(token.i - 1, max(-1, token.i - 12), -1):
        text = token.doc[before].text
        if text in ("(", ")"):
            return text == "("
    return False


def is_aside(token: Token) -> bool:
    """Return whether a token stands in a clause that describes a noun."""
    return any(above.dep_ in ("relcl", "acl") and not _is_topic_of(above) for above in token.ancestors)


def _is_topic_of(clause: Token) -> bool:
    """ "The reason why the engine is light is that it…", "the day the yard closed it…": the clause says what this is about."""
    noun = clause.head
    if noun.lemma_.lower() in _IDLE:
        return True
    explained = noun.dep_ in NOUN_SUBJECTS and noun.head.lemma_ == "be"
    return explained and any(child.dep_ == "ccomp" and child.i > noun.head.i for child in noun.head.children)


def read_focus(
    token: Token, mentions: list[EntityMention], nouns: list[Noun], sentence: int, fits: Callable[[Entity], bool]
) -> Antecedent | None:
    """Return what a pronoun of the sentence with that number stands for, None where nothing around fits.

    Mentions and nouns end before the pronoun.
    """
    demand = demand_on(token)
    fitting = [
        mention
        for mention in mentions
        if sentence - mention.sentence <= REACH and fits(mention.entity) and meets(mention.entity, demand)
    ]
    if not fitting:
        return None
    fitting = [mention for mention in fitting if not mention.aside] or fitting
    scores: dict[str, float] = {}
    latest: dict[str, EntityMention] = {}
    for mention in fitting:
        age = sentence - mention.sentence
        nearness = 1.4 if age == 0 else _FADING**age
        if age == 1 and token.dep_ in NOUN_SUBJECTS and mention.verb == token.head.lemma_ != "be":
            nearness *= _PARALLEL
        scores[mention.key] = max(1.1 * scores.get(mention.key, 0.0), mention.weight * nearness)
        latest[mention.key] = mention
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    best = latest[ranked[0]]
    centre = _centre(fitting, sentence, demand) or best
    if _tells_more(token, centre, sentence):
        best, certain = centre, True
    elif best.sentence == sentence and _is_same_subject(token, best):
        certain = True
    elif _goes_on(token, centre, fitting, sentence):
        best, certain = centre, True
    else:
        certain = _is_only_one(token, best, fitting, nouns, sentence, demand)
    ranked = [best.key, *(key for key in ranked if key != best.key)]
    near = [latest[key] for key in ranked if latest[key].entity.named or latest[key].sentence >= sentence - 1]
    names = tuple(dict.fromkeys(mention.entity.name for mention in near or [best]))
    refused = any(
        mention.sentence == sentence and mention.main and fits(mention.entity) and not meets(mention.entity, demand)
        for mention in mentions
    )
    # "He put off the launch. It has 15 trains."
    certain = certain and not (is_event(best.entity) and not best.subject)
    certain = certain and not (best.sentence == sentence - 1 and _is_deal(mentions, fitting, nouns, sentence))
    certain = certain and not refused and _is_told_from_others(best.entity) and not _is_partitive(token)
    return Antecedent(best, certain, names)


def _centre(fitting: list[EntityMention], sentence: int, demand: Demand | None) -> EntityMention | None:
    """Return what the last sentence was about: its subject, or the only one that can be what is asked for."""
    last = [mention for mention in reversed(fitting) if mention.sentence == sentence - 1]
    main = next((mention for mention in last if mention.main), None)
    if main is not None or demand is None:
        return main
    subjects = [mention for mention in last if mention.subject and mention.entity.named]
    return subjects[0] if len({mention.key for mention in subjects}) == 1 else None


def _tells_more(token: Token, centre: EntityMention, sentence: int) -> bool:
    """ "The study finds that… It also finds that…"."""
    verb = token.head
    told = token.dep_ in NOUN_SUBJECTS and centre.verb == verb.lemma_ and any(c.dep_ == "ccomp" for c in verb.rights)
    return told and centre.main and centre.sentence == sentence - 1 and verb.dep_ == "ROOT"


def _is_same_subject(token: Token, best: EntityMention) -> bool:
    """ "The partners share the cost, they share the gain"; "The engine has a light pump, which makes its weight 3 tons"."""
    verb = token.head
    if token.dep_ in NOUN_SUBJECTS:
        return best.subject and verb.lemma_ == best.verb != "be"
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.dep_ not in ("relcl", "advcl", "ccomp") and verb.head.dep_ == "relcl":
        verb = verb.head
    caused = verb.lemma_ in _CAUSING and any(child.lower_ == "which" for child in verb.children)
    return token.tag_ == "PRP$" and best.main and caused


def _goes_on(token: Token, best: EntityMention, fitting: list[EntityMention], sentence: int) -> bool:
    """Return whether subject follows subject: the last sentence was about it, and nothing else acts there or since."""
    about = best.main or (best.subject and demand_on(token) is not None)
    if best.sentence != sentence - 1 or not about or not _is_in_subject(token) or is_property(best.entity):
        return False
    others = [mention for mention in fitting if mention.key != best.key]
    if any(mention.sentence == sentence for mention in others):
        return False
    # "Kaldor sued Orvane. It was founded in 1990.", "The tug raised the Aurora. It was scrapped."
    demand = demand_on(token)
    either = demand is not None or token.dep_ == "nsubjpass"
    return not any(
        mention.subject or (either and _may_be_meant_too(mention, demand))
        for mention in others
        if mention.sentence == sentence - 1
    )


def _may_be_meant_too(mention: EntityMention, demand: Demand | None) -> bool:
    """Return whether a name in the last sentence, though no subject there, may be what the next is about."""
    unlike = mention.entity.kind in ("organisation", "place") and not mention.entity.described
    of_bodies = unlike and demand is not Demand.BODY
    return mention.entity.named and not mention.located and not of_bodies


def _is_deal(mentions: list[EntityMention], fitting: list[EntityMention], nouns: list[Noun], sentence: int) -> bool:
    """Return whether the last sentence tells that one bought another: what follows may be told of either."""
    deals = any(mention.verb in DEALING for mention in mentions if mention.sentence == sentence - 1)
    deals = deals or any(noun.lemma in _DEALS for noun in nouns if noun.sentence == sentence - 1)
    last = [mention for mention in fitting if mention.sentence == sentence - 1 and not mention.located]
    return deals and len({mention.key for mention in last if mention.entity.named}) > 1


def _is_in_subject(token: Token) -> bool:
    """Return whether a pronoun is, or owns, the subject of its sentence's main clause."""
    noun = token.head if token.tag_ == "PRP$" else token
    while noun.dep_ in ("compound", "nmod"):
        noun = noun.head
    # "The reason the shop closed is that it was too costly": what was done may be meant.
    explains = noun.head.head.lemma_ == "be" and any(child.dep_ == "mark" for child in noun.head.children)
    return noun.dep_ in NOUN_SUBJECTS and noun.head.dep_ in ("ROOT", "ccomp") and not explains


def _is_object(token: Token) -> bool:
    """ "Kaldor said the plan would help it": whoever is helped need not be who speaks."""
    return token.tag_ == "PRP" and token.dep_ not in NOUN_SUBJECTS


def _is_only_one(
    token: Token,
    best: EntityMention,
    fitting: list[EntityMention],
    nouns: list[Noun],
    sentence: int,
    demand: Demand | None,
) -> bool:
    """Return whether no other noun of this sentence and the last, named or not, could be meant."""
    if best.sentence == sentence and (not best.entity.named and not best.subject or _is_object(token)):
        return False
    if (
        best.sentence < sentence - 1
        or is_property(best.entity)
        or any(mention.key != best.key and mention.sentence >= sentence - 1 for mention in fitting)
    ):
        return False
    if demand is not None:
        return True
    named = {(mention.sentence, mention.token) for mention in fitting}
    group = token.lower_ in GROUP_PRONOUNS
    subject = _is_in_subject(token)
    return not any(
        noun.plural == group
        for noun in nouns
        if noun.sentence >= sentence - 1 and (noun.sentence, noun.token) not in named
        if not (subject and noun.adjunct)
    )


def _is_told_from_others(entity: Entity) -> bool:
    """ "Trains were sold" says of no trains in particular that which "they" meant."""
    return entity.named or entity.name.partition(" ")[0].lower() in _TELLING


def _is_partitive(token: Token) -> bool:
    """ "14, all of them": what is counted may be the number before."""
    return token.dep_ == "pobj" and token.head.lower_ == "of"
