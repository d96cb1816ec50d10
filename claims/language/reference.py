"""Who "it", "its", "they", "the company" and "my country" are: names by salience, over the sentences of an article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claims.language.vocabulary import COMPANY_NOUNS, COUNTRY_NOUNS, PERSON_NOUNS

_THING = {"it": "", "its": "'s", "itself": ""}
_PERSON = {"he": "", "she": "", "him": "", "his": "'s", "her": "'s"}
_GROUP = {"they": "", "them": "", "their": "'s"}
#: Sentences back after which nobody would still say "it".
_REACH = 4
_REMEMBERED = 60
_SUBJECTS = ("nsubj", "nsubjpass")
_NEVER = frozenset("time reason way result fact one case example number part lot addition side end place matter context".split())


@dataclass
class _Entity:
    name: str
    kind: str  # person, place, organisation, thing
    plural: bool
    named: bool
    head: str
    described: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Mention:
    entity: _Entity
    sentence: int
    token: int
    weight: float


@dataclass(frozen=True)
class Referent:
    """The words to put for a pronoun, the token it repeats in its own sentence (None from an earlier one)."""

    words: str
    token: int | None
    certain: bool


class Discourse:
    """What the article has spoken of so far; one per article, fed sentence by sentence in order."""

    def __init__(self) -> None:
        self._mentions: list[_Mention] = []
        self._home: str | None = None
        self._sentence = 0

    def read(self, doc: Doc) -> dict[int, Referent]:
        """This function will resolve the pronouns of the next sentence, then remember whom it speaks of."""
        self._sentence += 1
        own = list(self._own_mentions(doc))
        referents = {}
        for token in doc:
            referent = self._referent(token, [mention for mention in own if mention.token < token.left_edge.i])
            if referent is not None:
                referents[token.i] = referent
        self._remember(own, referents)
        return referents

    def _remember(self, own: list[_Mention], referents: dict[int, Referent]) -> None:
        self._mentions = [*self._mentions, *own][-_REMEMBERED:]

    def _own_mentions(self, doc: Doc) -> Iterator[_Mention]:
        for token in doc:
            entity = _entity_of(token)
            if entity is not None:
                yield _Mention(entity, self._sentence, token.i, _weight(token, entity))

    def _referent(self, token: Token, before: list[_Mention]) -> Referent | None:
        word = token.lower_
        if word in _THING and token.tag_ in ("PRP", "PRP$") and not _is_expletive(token):
            return self._best(token, before, lambda e: e.kind != "person" and not e.plural, _THING[word])
        if word in _PERSON and token.tag_ in ("PRP", "PRP$"):
            ending = "'s" if token.tag_ == "PRP$" else ""
            return self._best(token, before, lambda e: e.kind == "person" and e.named and not e.plural, ending)
        if word in _GROUP and token.tag_ in ("PRP", "PRP$"):
            return self._best(token, before, lambda e: e.plural, _GROUP[word])
        if token.pos_ == "NOUN":
            return self._of_noun(token, before)
        return None

    def _best(self, token: Token, before: list[_Mention], fits: object, ending: str) -> Referent | None:
        scores: dict[str, float] = {}
        latest: dict[str, _Mention] = {}
        for mention in [*self._mentions, *before]:
            age = self._sentence - mention.sentence
            if age > _REACH or not fits(mention.entity):
                continue
            name = mention.entity.name
            scores[name] = scores.get(name, 0.0) * 0.5 + mention.weight * 0.5**age
            latest[name] = mention
        if not scores:
            return None
        ranked = sorted(scores, key=scores.get, reverse=True)
        mention = latest[ranked[0]]
        certain = mention.entity.named and (len(ranked) == 1 or scores[ranked[1]] < 0.8 * scores[ranked[0]])
        return self._refer(mention, ending, certain)

    def _of_noun(self, token: Token, before: list[_Mention]) -> Referent | None:
        lemma = token.lemma_.lower()
        lefts = [child for child in token.lefts]
        if token.tag_ != "NN" or len(lefts) != 1 or any(child.dep_ not in ("punct", "case") for child in token.rights):
            return None
        if lefts[0].lower_ in ("my", "our") and lemma in COUNTRY_NOUNS:
            return self._home_country(token, before)
        if lefts[0].lower_ not in ("the", "this"):
            return None
        candidates = [mention for mention in [*self._mentions, *before] if _may_be(mention.entity, lemma)]
        candidates = [mention for mention in candidates if self._sentence - mention.sentence <= 2 * _REACH]
        if not candidates:
            return None
        names = {mention.entity.name for mention in candidates}
        return self._refer(candidates[-1], "", len(names) == 1)

    def _home_country(self, token: Token, before: list[_Mention]) -> Referent | None:
        """The country that an author calls "my country": once settled it stays."""
        if self._home is None:
            places = [mention for mention in [*self._mentions, *before] if mention.entity.kind == "place"]
            subjects = [mention for mention in places if mention.weight >= 2] or places
            if not subjects:
                return None
            self._home = Counter(mention.entity.name for mention in subjects).most_common(1)[0][0]
        return Referent(self._home, None, True)

    def _refer(self, mention: _Mention, ending: str, certain: bool) -> Referent:
        words = mention.entity.name
        if ending:
            words += "'" if words.endswith("s") and mention.entity.plural else "'s"
        return Referent(words, mention.token if mention.sentence == self._sentence else None, certain)


def _entity_of(token: Token) -> _Entity | None:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "npadvmod", "nmod"):
        return None
    if token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"):
        return None
    conjuncts = [child for child in token.children if child.dep_ == "conj" and child.pos_ == token.pos_]
    name = _joint_name(token, conjuncts) if conjuncts else _name(token)
    named = any(word[0].isupper() for word in name.split() if word[0].isalpha()) and _has_proper_noun(token)
    if token.lemma_.lower() in _NEVER or (not named and token.dep_ not in (*_SUBJECTS, "dobj", "attr")):
        return None
    plural = bool(conjuncts) or token.tag_ in ("NNS", "NNPS")
    return _Entity(name, _kind(token), plural, named, token.lemma_.lower(), _descriptions(token))


def _name(token: Token) -> str:
    """The noun with its article, owner and compounds, without adjectives of passing interest or what follows."""
    parts = []
    for left in token.lefts:
        if left.dep_ in ("compound", "poss", "nmod") or left.pos_ == "PROPN" or (left.dep_ == "amod" and left.ent_type_):
            parts += [inner for inner in left.subtree]
        elif left.dep_ == "det" and left.lower_ in ("the", "a", "an"):
            parts.append(left)
    parts = sorted([*parts, token, *_name_tail(token)], key=lambda part: part.i)
    text = "".join(part.text + part.whitespace_ for part in parts).strip()
    first, _, rest = text.partition(" ")
    if first.lower() in ("the", "a", "an") and rest:
        return f"the {rest}"
    return text


def _name_tail(token: Token) -> list[Token]:
    """The rest of a name that goes on after its noun: "Ministry of Defense"."""
    if token.pos_ != "PROPN":
        return []
    tail = []
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for") and any(inner.pos_ == "PROPN" for inner in prep.children):
            tail += [inner for inner in prep.subtree]
    return tail if len(tail) <= 8 else []


def _joint_name(token: Token, conjuncts: list[Token]) -> str:
    second = conjuncts[0]
    if any(child.dep_ == "conj" for child in second.children):
        return _name(token)
    return f"{_name(token)} and {_name(second)}"


def _kind(token: Token) -> str:
    label = token.ent_type_
    if label == "PERSON" or token.lemma_.lower() in PERSON_NOUNS:
        return "person"
    if label in ("GPE", "LOC"):
        return "place"
    return "organisation" if label == "ORG" else "thing"


def _descriptions(token: Token) -> set[str]:
    """Nouns that say what the entity is: its own compound parts, a title before it, an apposition after it."""
    described = {token.lemma_.lower()} if token.pos_ == "NOUN" else set()
    described |= {child.lemma_.lower() for child in token.children if child.dep_ in ("appos", "compound") and child.tag_ == "NN"}
    if token.left_edge.i and token.left_edge.nbor(-1).tag_ == "NN":
        described.add(token.left_edge.nbor(-1).lemma_.lower())
    return described


def _may_be(entity: _Entity, noun: str) -> bool:
    if not entity.named or entity.plural:
        return False
    if noun in entity.described:
        return True
    return noun in COMPANY_NOUNS and entity.kind == "organisation" and bool(entity.described & COMPANY_NOUNS)


def _weight(token: Token, entity: _Entity) -> float:
    weight = 2.0 if token.dep_ in _SUBJECTS else 1.0
    if token.dep_ in ("pobj", "poss", "appos"):
        weight = 0.7
    if token.head.dep_ in ("ROOT", "ccomp") and token.dep_ in _SUBJECTS:
        weight += 0.5
    return weight * (2.0 if entity.named else 0.6)


def _has_proper_noun(token: Token) -> bool:
    return token.pos_ == "PROPN" or any(child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod", "amod") for child in token.lefts)


def _is_expletive(token: Token) -> bool:
    """The "it" of "it is important to…" and "it seems that…" stands for nothing."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in _SUBJECTS:
        return False
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > verb.i for child in verb.children)
    adjective = any(child.dep_ == "acomp" for child in verb.children)
    infinitive = adjective and any(inner.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.children if c.dep_ == "acomp" for inner in c.children)
    return verb.lemma_ in ("be", "seem", "appear") and ((clause and adjective) or infinitive)
