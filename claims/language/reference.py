"""Who "it", "its", "they", "the company" and "my country" are: names by salience, over the sentences of an article."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from claims.language.attribution import is_report
from claims.language.clauses.grammar import is_plural
from claims.language.vocabulary import COMPANY_NOUNS, COUNTRY_NOUNS, PERSON_NOUNS, word_set

_THING = {"it": "", "its": "'s"}
_PERSON = {"he": "", "she": "", "him": "", "his": "'s", "her": "'s"}
_GROUP = {"they": "", "them": "", "their": "'s"}
#: Sentences back after which nobody would still say "it".
_REACH = 4
_REMEMBERED = 60
#: What is left of a mention's weight one sentence later.
_FADING = 0.35
#: "The study finds that… It also finds that…": the same verb has the same subject.
_PARALLEL = 3.0
_PUBLIC_BODY = re.compile(
    r"\b(?:Ministry|Party|University|Institute|Center|Centre|Council|Commission|Army|Navy|Force|Committee|Union|UN|NATO|EU|Congress|Parliament|Court)\b"
)
_SUBJECTS = ("nsubj", "nsubjpass")
_NEVER = word_set("""time reason way result fact one case example number part lot addition side end place matter context world war situation
    other others""")

_WHAT_COUNTRIES_ARE = COUNTRY_NOUNS | COMPANY_NOUNS | word_set("""member power neighbour neighbor ally partner exporter importer buyer
    seller customer consumer producer rival enemy democracy republic economy home capital city island part market player""")


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
    speaks: bool
    verb: str


@dataclass(frozen=True)
class Referent:
    """The words to put for a pronoun, the token it repeats in its own sentence (None from an earlier one)."""

    words: str
    token: int | None
    certain: bool

    def owning(self, owns: bool) -> "Referent":
        """This function will give the same referent as an owner ("Russia's") or plain."""
        return replace(self, words=_owner(self.name) if owns else self.name)

    @property
    def name(self) -> str:
        """The name without the ending of an owner."""
        return self.words.removesuffix("'s").removesuffix("'")


#: Within one sentence, pronouns of one chain stand for one name.
_CHAINS = {
    "it": "thing",
    "its": "thing",
    "he": "man",
    "his": "man",
    "him": "man",
    "she": "woman",
    "they": "group",
    "their": "group",
    "them": "group",
}


class Discourse:
    """What the article has spoken of so far; one per article, fed sentence by sentence in order."""

    def __init__(self) -> None:
        self._mentions: list[_Mention] = []
        self._home: str | None = None
        self._sentence = 0
        self._quoted = False

    def read(self, doc: Doc, *, quoted: bool = False) -> dict[int, Referent]:
        """This function will resolve the pronouns of the next sentence, then remember whom it speaks of.

        Nobody calls himself "it": in a quoted sentence the speaker is not among those a pronoun may stand for.
        """
        self._sentence += 1
        self._quoted = quoted
        own = list(self._own_mentions(doc))
        referents: dict[int, Referent] = {}
        spoken_of: dict[str, Referent] = {}
        for token in doc:
            chain = _CHAINS.get(token.lower_) if token.pos_ == "PRON" else None
            earlier = spoken_of.get(chain)
            if earlier is not None and _binder(token) is None and not _is_expletive(token):
                referents[token.i] = earlier.owning(token.tag_ == "PRP$")
                continue
            referent = self._referent(token, [mention for mention in own if mention.token < token.left_edge.i])
            if referent is not None:
                referents[token.i] = referent
            if referent is not None and chain is not None and _binder(token) is None:
                spoken_of[chain] = referent
        if self._sentence == 1 or any(token.pos_ in ("VERB", "AUX") for token in doc):
            # A heading without a verb speaks of what follows: nothing after it goes back to it.
            self._mentions = [*self._mentions, *own][-_REMEMBERED:]
        return referents

    def _own_mentions(self, doc: Doc) -> Iterator[_Mention]:
        for token in doc:
            entity = _entity_of(token)
            if entity is not None:
                speaks = token.dep_ == "nsubj" and is_report(token.head)
                verb = token.head.lemma_ if token.dep_ in _SUBJECTS else ""
                yield _Mention(entity, self._sentence, token.i, _weight(token, entity), speaks, verb)

    def _referent(self, token: Token, before: list[_Mention]) -> Referent | None:
        word = token.lower_
        bound = _binder(token)
        if bound is not None:
            return Referent(_owner(_name(bound)), bound.i, True)
        speaking = self._speaking(token, before)
        if speaking is not None:
            return self._refer(speaking, "", speaking.entity.named)
        if word in _THING and token.tag_ in ("PRP", "PRP$") and not _is_expletive(token):
            fits = _may_be_idea if _is_said_to_be_idea(token) else _may_be_it
            return self._best(token, before, fits, _THING[word])
        if word in _PERSON and token.tag_ in ("PRP", "PRP$"):
            ending = "'s" if token.tag_ == "PRP$" else ""
            return self._best(token, before, lambda e: e.kind == "person" and e.named and not e.plural, ending)
        if word in _GROUP and token.tag_ in ("PRP", "PRP$"):
            return self._best(token, before, lambda e: e.plural, _GROUP[word])
        if token.pos_ == "NOUN" and (token.dep_ in (*_SUBJECTS, "poss") or token.lemma_.lower() in COUNTRY_NOUNS):
            return self._of_noun(token, before)
        return None

    def _speaking(self, token: Token, before: list[_Mention]) -> _Mention | None:
        """Rostec in "Rostec said it had counted 500 copies": a subject "it" in what is said is who says it."""
        if token.dep_ not in _SUBJECTS or token.head.dep_ not in ("ccomp", "conj") or _is_expletive(token):
            return None
        verb = token.head if token.head.dep_ == "ccomp" else token.head.head
        speech = verb.head
        if verb.dep_ != "ccomp" or verb.i < speech.i or not is_report(speech):
            return None
        spoken = [mention for mention in before if mention.speaks and mention.entity.head == _subject_lemma(speech)]
        return next((mention for mention in spoken if _fits(mention.entity, token.lower_)), None)

    def _best(
        self, token: Token, before: list[_Mention], fits: Callable[[_Entity], bool], ending: str
    ) -> Referent | None:
        scores: dict[str, float] = {}
        latest: dict[str, _Mention] = {}
        for mention in [*self._mentions, *before]:
            age = self._sentence - mention.sentence
            if age > _REACH or not fits(mention.entity) or (self._quoted and mention.speaks):
                continue
            name = mention.entity.name
            nearness = 1.4 if age == 0 else _FADING**age
            if age == 1 and token.dep_ in _SUBJECTS and mention.verb == token.head.lemma_ != "be":
                nearness *= _PARALLEL
            scores[name] = max(1.1 * scores.get(name, 0.0), mention.weight * nearness)
            latest[name] = mention
        if not scores:
            return None
        ranked = sorted(scores, key=scores.get, reverse=True)
        mention = latest[ranked[0]]
        near = self._sentence - mention.sentence <= 1
        here = mention.sentence == self._sentence and mention.weight >= 1
        parallel = token.dep_ in _SUBJECTS and mention.verb == token.head.lemma_ != "be"
        known = mention.entity.named or here or parallel
        certain = near and known and (len(ranked) == 1 or scores[ranked[1]] < 0.8 * scores[ranked[0]])
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
        # Who was called a company before is meant, rather than any organisation that might be one.
        candidates = [mention for mention in candidates if lemma in mention.entity.described] or candidates
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
        words = _owner(mention.entity.name) if ending else mention.entity.name
        return Referent(words, mention.token if mention.sentence == self._sentence else None, certain)


def _subject_lemma(verb: Token) -> str:
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return subjects[-1].lemma_.lower() if subjects else ""


def _fits(entity: _Entity, pronoun: str) -> bool:
    """Whether a pronoun agrees with an entity in number and in being a person."""
    if pronoun in _THING:
        return _may_be_it(entity)
    if pronoun in _PERSON:
        return entity.kind == "person" and not entity.plural
    return pronoun in _GROUP and entity.plural


def _owner(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


def _binder(token: Token) -> Token | None:
    """The subject that owns the thing in "the two sides share their plans": the name is in the clause already."""
    if token.tag_ != "PRP$" or token.lower_ not in ("its", "their") or token.dep_ != "poss":
        return None
    owner = _owner_of_ability(token)
    if owner is not None:
        return owner
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            break
        verb = verb.head if verb.dep_ in ("xcomp", "advcl", "conj", "pcomp", "acl", "acomp", "prep") else None
    if verb is not None and subject == token.head and verb.dep_ == "conj":
        return _owner_in_first_clause(verb.head, token)
    if verb is None or subject in (token.head, token):
        return None
    if subject in list(token.ancestors):
        return None
    several = subject.lower_ in ("both", "they", "all", "many", "most") or is_plural(subject)
    fits = several if token.lower_ == "their" else not several and subject.ent_type_ != "PERSON"
    return subject if fits and subject.pos_ != "PRON" or subject.lower_ == "both" else None


def _owner_in_first_clause(verb: Token, token: Token) -> Token | None:
    """The war in "the war goes on and its result is open", Boeing in "Boeing's sales fell and its shares rose"."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON":
        return None
    owner = next((child for child in subject.children if child.dep_ == "poss" and child.pos_ != "PRON"), subject)
    fits = is_plural(owner) == (token.lower_ == "their") and owner.ent_type_ != "PERSON"
    return owner if fits and owner.pos_ in ("NOUN", "PROPN") else None


def _owner_of_ability(token: Token) -> Token | None:
    """China in "China's ability to defend its airspace": whose ability it is defends."""
    for verb in token.ancestors:
        if verb.dep_ == "acl" and verb.tag_ == "VB":
            owners = [child for child in verb.head.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
            return owners[0] if owners and not is_plural(owners[0]) and token.lower_ == "its" else None
    return None


def _entity_of(token: Token) -> _Entity | None:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "npadvmod", "nmod"):
        return None
    if token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"):
        return None
    if token.pos_ == "NOUN" and any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children):
        return None
    conjuncts = [child for child in token.children if child.dep_ == "conj" and child.pos_ == token.pos_]
    name = _joint_name(token, conjuncts) if conjuncts else _name(token)
    named = any(word[0].isupper() for word in name.split() if word[0].isalpha()) and _has_proper_noun(token)
    if token.lemma_.lower() in _NEVER or (not named and token.dep_ not in (*_SUBJECTS, "dobj", "attr")):
        return None
    singular_verb = token.dep_ == "nsubj" and token.head.tag_ == "VBZ"
    plural = bool(conjuncts) or (token.tag_ in ("NNS", "NNPS") and not singular_verb)
    return _Entity(name, _kind(token), plural, named, token.lemma_.lower(), _descriptions(token))


def _name(token: Token) -> str:
    """The noun with its article, owner and compounds, without adjectives of passing interest or what follows."""
    text = "".join(part.text + part.whitespace_ for part in _name_parts(token)).strip()
    first, _, rest = text.partition(" ")
    if first.lower() in ("the", "a", "an") and rest:
        return f"the {rest}"
    return text


def _name_parts(token: Token) -> list[Token]:
    parts = []
    for left in token.lefts:
        if _is_code(left) or (left.dep_ == "nummod" and left.i and left.nbor(-1).pos_ == "PROPN"):
            parts.append(left)
        elif (
            left.dep_ in ("compound", "poss", "nmod")
            or left.pos_ == "PROPN"
            or (left.dep_ == "amod" and left.ent_type_)
        ):
            parts += [inner for inner in left.subtree]
        elif left.dep_ == "det" and left.lower_ in ("the", "a", "an"):
            parts.append(left)
    return sorted([*parts, token, *_name_tail(token)], key=lambda part: part.i)


def _name_tail(token: Token) -> list[Token]:
    """The rest of a name that goes on after its noun: "Ministry of Defense"."""
    if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and _is_code(token.nbor(1)):
        return [token.nbor(1)]
    if token.pos_ != "PROPN":
        return []
    tail = []
    for prep in token.rights:
        if (
            prep.dep_ == "prep"
            and prep.lower_ in ("of", "for")
            and any(inner.pos_ == "PROPN" for inner in prep.children)
        ):
            tail += [inner for inner in prep.subtree]
    return tail if len(tail) <= 8 else []


def _is_code(token: Token) -> bool:
    """A designation such as CR929 right after the noun it names."""
    return token.text[:1].isupper() and any(c.isdigit() for c in token.text)


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
    described |= {
        child.lemma_.lower() for child in token.children if child.dep_ in ("appos", "compound") and child.tag_ == "NN"
    }
    if token.dep_ == "appos":
        described.add(token.head.lemma_.lower())
    if token.left_edge.i and token.left_edge.nbor(-1).tag_ == "NN":
        described.add(token.left_edge.nbor(-1).lemma_.lower())
    return described


def _may_be_it(entity: _Entity) -> bool:
    """A person needs two names to be one for certain: models take unknown countries and firms for people."""
    return not entity.plural and not (entity.kind == "person" and (" " in entity.name or not entity.named))


def _may_be_idea(entity: _Entity) -> bool:
    return _may_be_it(entity) and entity.kind not in ("place", "person")


def _is_said_to_be_idea(token: Token) -> bool:
    """True for "it's like a chess game", "it is about power", "it's a testament": no country is any of these."""
    verb = token.head
    if verb.lemma_ != "be" or token.dep_ not in _SUBJECTS:
        return False
    if any(child.dep_ == "prep" and child.lower_ in ("about", "like") for child in verb.children):
        return True
    attribute = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    return attribute is not None and attribute.tag_ == "NN" and attribute.lemma_.lower() not in _WHAT_COUNTRIES_ARE


def _may_be(entity: _Entity, noun: str) -> bool:
    if not entity.named or entity.plural:
        return False
    if noun in entity.described:
        return True
    if noun not in COMPANY_NOUNS or entity.kind != "organisation":
        return False
    return bool(entity.described & COMPANY_NOUNS) or not _PUBLIC_BODY.search(entity.name)


def _weight(token: Token, entity: _Entity) -> float:
    if token.dep_ == "appos" and entity.named:
        return _weight(token.head, entity)
    weight = 2.0 if token.dep_ in _SUBJECTS else 1.0
    if token.dep_ in ("pobj", "poss"):
        weight = 0.5
    if token.dep_ == "conj":
        weight = 0.4
    if token.head.dep_ in ("ROOT", "ccomp") and token.dep_ in _SUBJECTS:
        weight += 0.5
    owned = any(child.dep_ == "poss" for child in token.children)
    return weight * (2.0 if entity.named else 0.3 if owned else 0.6)


def _has_proper_noun(token: Token) -> bool:
    owners = {inner.i for left in token.lefts if left.dep_ == "poss" for inner in left.subtree}
    parts = [part for part in _name_parts(token) if part.i not in owners]
    return any(part.pos_ == "PROPN" or part.ent_type_ == "NORP" or _is_code(part) for part in parts)


def _is_expletive(token: Token) -> bool:
    """The "it" of "it is important to…" and "it seems that…" stands for nothing."""
    if token.dep_ == "expl" or _stands_before_adjective(token):
        return True
    verb = token.head
    if token.dep_ not in _SUBJECTS:
        return False
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > verb.i for child in verb.children)
    adjective = any(child.dep_ == "acomp" for child in verb.children)
    if verb.lemma_ == "be" and any(_is_cleft(child, verb) for child in verb.children):
        return True
    infinitive = adjective and any(
        inner.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.children if c.dep_ == "acomp" for inner in c.children
    )
    return verb.lemma_ in ("be", "seem", "appear") and ((clause and adjective) or infinitive)


def _is_cleft(clause: Token, verb: Token) -> bool:
    """ "it is Moscow that comes with a request": the "that" belongs to Moscow."""
    named = clause.head.dep_ == "attr" or any(child.dep_ == "attr" and child.pos_ == "PROPN" for child in verb.children)
    opens = clause.left_edge.lower_ in ("that", "who") and clause.left_edge.dep_ in _SUBJECTS
    return named and clause.dep_ in ("ccomp", "relcl") and opens


def _stands_before_adjective(token: Token) -> bool:
    """ "making it difficult to achieve": the infinitive is what is difficult."""
    following = [inner for inner in token.doc[token.i + 1 : token.i + 4] if inner.pos_ not in ("ADV", "AUX")]
    return len(following) > 1 and following[0].pos_ == "ADJ" and following[1].lower_ in ("to", "that", "for")
