"""What a claim says and its evidence nowhere does: its event, its rate, its dimension, or who it happened to."""

from collections.abc import Iterator

from claims.language.vocabulary import word_set
from reviews.checking.frames.events import SUBJECT, Event
from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.phrases import are_one_name, name_of, plain_name
from reviews.checking.frames.predicates import LIGHT_VERBS, SYMMETRIC
from reviews.checking.frames.tree import MONTHS, Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict
from reviews.checking.wordlists import REVERSALS

_EMPTY = LIGHT_VERBS | word_set(
    "be have do become remain come occur happen put involve call consider accord leave claim"
)
_SAYS_A_FIGURE = word_set("""have report record register count confirm total number reach hit rank place score rate earn obtain gross garner get gain
    collect contain include comprise feature carry own use need run last go stand make produce provide deliver develop weigh measure cost charge
    amount account range average estimate exceed equal constitute represent boast pass top attain achieve test limit determine live isolate
    hospitalize hospitalise quarantine fly cruise travel move sail drive play release open begin start schedule claim add back stay accord base""")
"""Verbs that lead to a figure and say little beside it."""

_STATES = ("ROOT", "ccomp", "conj", "relcl", "acl", "xcomp")
_TIMES = word_set("second minute hour day night week month quarter season year decade century")
_DIMENSIONS = {
    word: dimension
    for dimension, words in enumerate(
        (
            "long length",
            "wide width broad breadth",
            "deep depth",
            "high height tall",
            "thick thickness",
            "old age",
            "fast speed",
        )
    )
    for word in words.split()
}


def find_lacking(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the first part of the claim that its evidence lacks, or UNKNOWN where nothing is seen to be missing."""
    for rule in RULES:
        if (verdict := rule(parts, links)) is not UNKNOWN:
            return verdict
    return UNKNOWN


def _missing(what: str) -> FrameVerdict:
    return FrameVerdict(Entailment.MISSING, f"The evidence does not say “{what}”.")


def lacks_event(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the claim's event that nothing in the evidence names; a verb that only leads to a figure may be another one."""
    measured = set(_with_measure(parts.claim, links))
    for word in parts.claim.words:
        if not parts.is_missing(word) or word.relation not in _STATES or (word.index and word.text[0].isupper()):
            continue
        says_it_all = word.index in measured and word.lemma in _SAYS_A_FIGURE
        if word.is_verb and word.lemma not in _EMPTY and not says_it_all:
            return _missing(word.text)
    return UNKNOWN


def lacks_state(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what the claim says that its subject is, where nothing in the evidence says it of anybody."""
    measured = set(_with_measure(parts.claim, links))
    for event in parts.claimed:
        word = event.word
        if (
            event.is_state
            and parts.is_missing(word)
            and word.relation in ("attr", "acomp", "oprd")
            and word.index not in measured
        ):
            return _missing(word.text)
    return UNKNOWN


def lacks_object(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the object of a verb that says little without it, where the evidence has none such: "made a profit"."""
    measured = set(_with_measure(parts.claim, links))
    for word in parts.claim.words:
        if not word.is_verb or word.lemma not in _EMPTY or word.relation not in _STATES:
            continue
        for theme in word.having("dobj", "nsubjpass"):
            is_measure = word.index in measured and (theme.relation == "dobj" or bool(theme.having("nummod")))
            is_name = theme.is_name and theme.relation == "nsubjpass"
            if parts.is_missing(theme) and not is_measure and not is_name:
                return _missing(theme.text)
    return UNKNOWN


def _with_measure(tree: Tree, links: tuple[FigureLink, ...]) -> Iterator[int]:
    """Yield the verbs and predicates in whose clause a figure stands that measures or counts something."""
    for link in links:
        words = tree.at(*link.claim)
        if link.is_date or not words or _is_definite_count(tree, words[0]):
            continue
        for _, parent in tree.ancestors(words[0]):
            yield parent.index
            if parent.is_verb:
                break


def _is_definite_count(tree: Tree, number: Word) -> bool:
    """ "The two ministers" are told apart from others by their number, not counted."""
    noun = tree.governor(number)
    return (
        noun is not None
        and number.relation == "nummod"
        and any(
            d.lower in ("the", "both", "these", "those") or d.relation == "poss" for d in noun.having("det", "poss")
        )
    )


def lacks_rate(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the time that a figure of the claim is for, where the evidence gives none or another: "12 rounds a minute"."""
    for link in links:
        claimed = None if link.is_date else _rate(parts.claim, link.claim)
        if claimed is None:
            continue
        if not any(word.lemma.startswith(claimed.lemma) for word in parts.evidence.words):
            return _missing(claimed.text)
    return UNKNOWN


def _rate(tree: Tree, span: tuple[int, int]) -> Word | None:
    words = tree.at(*span)
    if not words:
        return None
    for before, word in zip(
        tree.words[words[-1].index :], tree.words[words[-1].index + 1 : words[-1].index + 8], strict=False
    ):
        if word.lemma in _TIMES and before.lower in ("a", "an", "per", "each", "every", "/"):
            return word
    return None


def lacks_dimension(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the dimension that the claim measures, where the evidence measures others only: 40 m deep, 40 m wide."""
    claimed = {word.lemma: _DIMENSIONS[word.lemma] for word in parts.claim.words if word.lemma in _DIMENSIONS}
    given = {_DIMENSIONS[word.lemma] for word in parts.evidence.words if word.lemma in _DIMENSIONS}
    if not any(not link.is_date for link in links):
        return UNKNOWN
    for word, dimension in claimed.items():
        if given and dimension not in given:
            return _missing(word)
    return UNKNOWN


def is_of_another(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence has the claim's event with somebody or something else in the same part."""
    for event in parts.claimed:
        if event.word.relation not in (*_STATES, "attr", "acomp"):
            continue
        heads = {word.index for word in parts.found.get(event.word.index, ())}
        same = [other for other in parts.events if other.word.index in heads and other.is_state == event.is_state]
        played = [(role, head) for role, heads in event.roles.items() for head in heads] if same else []
        for role, head in played:
            if (verdict := _other_participant(parts, same, role, head)) is not UNKNOWN:
                return verdict
    return UNKNOWN


def _other_participant(parts: Parts, same: list[Event], role: str, head: Word) -> FrameVerdict:
    mine = () if head.having("nummod") else name_of(parts.claim, head)
    fillers = [word for other in same for word in other.heads(role)]
    if (
        not mine
        or not fillers
        or _is_alias(parts.evidence, mine)
        or any(_may_be(parts.evidence, filler, mine) for filler in fillers)
    ):
        return UNKNOWN
    inside = {word.index for filler in fillers for word in parts.evidence.subtree(filler)}
    clauses = {clause_of(parts.evidence, other.word).index for other in same}
    for word in parts.evidence.words:
        if word.index in inside or not word.is_nominal or clause_of(parts.evidence, word).index not in clauses:
            continue
        if (name := name_of(parts.evidence, word)) and are_one_name(mine, name):
            return UNKNOWN
    return FrameVerdict(Entailment.MISSING, f"The evidence says it of “{fillers[0].text}”, not of “{head.text}”.")


def _may_be(tree: Tree, word: Word, name: tuple[str, ...]) -> bool:
    """Return whether a phrase may mean the bearer of a name: it is no name, or one that this one is written beside."""
    if not word.is_name or word.tag == "NNPS" or word.lower in MONTHS:
        return True
    beside = {plain_name(each.text) for each in _run(tree, word)}
    return any(part in beside for part in name) or any(
        are_one_name(name, each) for w in (word, *word.having("appos")) if (each := name_of(tree, w))
    )


def _run(tree: Tree, word: Word) -> list[Word]:
    """Return the unbroken run of capitalised words around a word of a name."""
    first = last = word.index
    while first > 0 and tree.words[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < len(tree.words) and tree.words[last + 1].text[0].isupper():
        last += 1
    return tree.words[first : last + 1]


def _is_alias(tree: Tree, name: tuple[str, ...]) -> bool:
    """Return whether a text introduces a name as another one of something: "known as Sisu", "renamed Sisu", "Sisu (...)"."""
    return any(
        plain_name(word.text) == name[0]
        and any(before.lower in _ALIASES for before in tree.words[max(0, word.index - 3) : word.index])
        for word in tree.words
    )


def clause_of(tree: Tree, word: Word) -> Word:
    """Return the verb of the clause that a word stands in, or the head of a sentence without a verb."""
    if word.is_verb:
        return word
    return next((parent for _, parent in tree.ancestors(word) if parent.is_verb), tree.root(word))


def is_state_of_another(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence says of others only what the claim says that its subject is."""
    for event in parts.claimed:
        found = {word.index for word in parts.found.get(event.word.index, ())}
        subjects = [head for head in event.heads(SUBJECT) if parts.found.get(head.index)]
        if not event.is_state or not found or not subjects:
            continue
        bearers = [word for index in found for word in _bearers(parts, parts.evidence.words[index])]
        bearers = [word for word in bearers if word.tag not in ("WP", "WDT")] or bearers
        known = {word.index for subject in subjects for word in parts.found[subject.index]}
        known |= {word.index for index in known for word in parts.evidence.words[index].having("appos", "compound")}
        names = [word for word in bearers if word.is_name or word.tag == "CD" or not event.word.is_noun]
        mine = name_of(parts.claim, subjects[0])
        if len(names) < len(bearers) or not names or any(word.index in known for word in bearers):
            continue
        if not (
            mine
            and (_is_alias(parts.evidence, mine) or any(w.is_name and _may_be(parts.evidence, w, mine) for w in names))
        ):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence says it of “{bearers[0].text}”, not of “{subjects[0].text}”."
            )
    return UNKNOWN


def _bearers(parts: Parts, noun: Word) -> list[Word]:
    """List who or what a noun is said of: the subjects of which it is predicated, and the names beside it."""
    own = [head for event in parts.events if event.word is noun and event.is_state for head in event.heads(SUBJECT)]
    names = [word for word in noun.having("appos", "compound") if word.is_name]
    governor = parts.evidence.governor(noun)
    if (
        governor is not None
        and noun.relation in ("compound", "appos", "amod")
        and (governor.is_name or not noun.is_noun)
    ):
        names.append(governor)
    return [*own, *names]


def figure_of_another(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the figure of the evidence stands in a clause about another name than the claim's."""
    for link in links:
        if link.is_date:
            continue
        mine, theirs = (
            _subject_of(tree, span) for tree, span in ((parts.claim, link.claim), (parts.evidence, link.evidence))
        )
        if mine is None or theirs is None:
            continue
        if (
            mine.relation != theirs.relation
            or parts.claim.words[mine.head].lemma != parts.evidence.words[theirs.head].lemma
        ):
            continue
        name, other = name_of(parts.claim, mine), name_of(parts.evidence, theirs)
        if not name or not other or _may_be(parts.evidence, theirs, name):
            continue
        known = {plain for word in parts.evidence.words if word.is_nominal and (plain := name_of(parts.evidence, word))}
        if any(are_one_name(name, each) for each in known):
            return FrameVerdict(Entailment.MISSING, f"The evidence says it of “{theirs.text}”, not of “{mine.text}”.")
    return UNKNOWN


def _subject_of(tree: Tree, span: tuple[int, int]) -> Word | None:
    words = tree.at(*span)
    verb = clause_of(tree, words[0]) if words else None
    subject = verb.first("nsubj", "nsubjpass") if verb is not None else None
    return None if subject is None or subject.having("conj") or subject in words else subject


def is_reversed(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return a word of the claim where the evidence has only its opposite: above and below, before and after."""
    claimed, known = ({word.lower for word in tree.words} for tree in (parts.claim, parts.evidence))
    for one, other in REVERSALS:
        if links and (one | other) & _COMPARING:
            continue
        for mine, theirs in ((one, other), (other, one)):
            if claimed & mine and known & theirs and not claimed & theirs and not known & mine:
                return FrameVerdict(
                    Entailment.MISSING, f"The evidence says “{min(known & theirs)}”, not “{min(claimed & mine)}”."
                )
    return UNKNOWN


def is_of_both(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where both sides of the claim's event do it together in the evidence, to nobody of them."""
    for event in parts.claimed:
        heads = {word.index for word in parts.found.get(event.word.index, ())}
        if event.predicate in SYMMETRIC or event.is_state or len(event.roles) < 2:
            continue
        places = [
            {word.index for head in event.heads(role) for word in parts.found.get(head.index, ())}
            for role in list(event.roles)[:2]
        ]
        for other in parts.events:
            if other.word.index not in heads:
                continue
            for role, fillers in other.roles.items():
                here = {word.index for word in fillers}
                if all(here & place for place in places) and not any(
                    {word.index for word in others} & (places[0] | places[1])
                    for r, others in other.roles.items()
                    if r != role
                ):
                    return FrameVerdict(
                        Entailment.MISSING, f"In the evidence both have the same part in it: see “{other.word.text}”."
                    )
    return UNKNOWN


def is_in_part_only(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence gives a superlative for a part of what the claim gives it for."""
    if not any(word.tag == "JJS" or word.lower in ("only", "first", "last", "most") for word in parts.claim.words):
        return UNKNOWN
    for word in parts.claim.words:
        if word.relation != "pobj" or not parts.found.get(word.index):
            continue
        mine = {d.lemma for d in word.having("amod", "compound", "nmod")}
        narrowed = [
            [d for d in other.having("amod") if d.lemma not in mine and d.lower in _PARTIAL]
            for other in parts.found[word.index]
        ]
        if narrowed and all(narrowed):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence says it of “{narrowed[0][0].text} {word.text}” only."
            )
    return UNKNOWN


_COMPARING = word_set("before above up more higher longer heavier faster older earlier better first next buy open")
_ALIASES = word_set("as called name nicknamed renamed aka alias formerly or known (")
_PARTIAL = word_set(
    "northern southern eastern western central north south east west northeastern southeastern northwestern southwestern upper lower inner outer mainland european american african asian modern recent young male female"
)

RULES = (
    lacks_event,
    lacks_state,
    lacks_object,
    lacks_rate,
    lacks_dimension,
    is_of_another,
    is_state_of_another,
    figure_of_another,
    is_reversed,
    is_of_both,
    is_in_part_only,
)
