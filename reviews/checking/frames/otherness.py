"""Whether the evidence says it of the claim's participants, or of others that are only called after them.

A deputy minister is no minister, the turbine's predecessor is not the turbine, and half the senators are not the senators.
"""

from itertools import islice

from claims.language.lemmas import lemma
from claims.language.vocabulary import PERSON_NOUNS, word_set
from reviews.checking.frames.degrees import head_over, quantifier_of
from reviews.checking.frames.events import AGENT, Event
from reviews.checking.frames.kinds import are_disjoint, is_kind_of
from reviews.checking.frames.ownership import FigureLink, counted
from reviews.checking.frames.participants import RULES as OF_PARTICIPANTS
from reviews.checking.frames.participants import participants, same_events
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.predicates import same_relation, valencies
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict

PRIVATIVE = word_set("""semi quarter half vice deputy ex former future would-be acting honorary assistant fake mock model toy simulated virtual
    planned proposed alleged suspected supposed attempted failed near non anti pseudo mini sub pre counter partial opposition shadow
    rival so-called self-styled self-proclaimed self-declared aspiring prospective potential possible intended projected hypothetical
    fictional fictitious imaginary imitation counterfeit dummy replica bogus erstwhile onetime one-time interim caretaker junior
    retired step co quasi aborted cancelled canceled abandoned unbuilt unfinished breakaway putative presumptive presumed purported
    designate elect trainee expected rumoured rumored threatened""")
"""Words before a noun or an event with which it is none: a semi-final is no final, a deputy minister no minister."""

_QUANTITIES = word_set("""number group team majority member thousand hundred dozen million lot series kind type class set total plenty bulk
    part version couple pair trio rest handful minority""")
"""Heads of a phrase that stand for what follows "of" in it: members of the union."""

_BODIES = word_set("""government authority army navy force troop military state republic kingdom parliament ministry management board leadership
    unit""")
"""What acts for a place or a body: what the government of Kenya buys, Kenya buys; what befalls it befalls it alone."""

_PLACES = word_set(
    "city town village island province region county river lake mount mountain country nation state republic kingdom"
)
"""Heads that only say what the name after "of" is: the kingdom of Denmark."""

_FOR_ONESELF = word_set("die perish resign starve marry fall collapse flee")
_OF = ("pobj", "prep")
_FARTHEST = 5
#: What says more than this is a text, not a claim; each event is compared with all of the evidence.
_MOST_EVENTS = 30
_RELATING = word_set("of in for to from behind near beside opposite against")
_NESTING = ("poss", "pobj", "acl", "relcl", "nmod")
_BESIDE = ("appos", "conj", "compound")
_SHARE_UNITS = word_set("percent % point cent share proportion part year month week day hour minute")
_GENERIC = word_set("thing one other it work product model item")
_OWNING = word_set("of at by from to against with for near beside behind opposite")
_BECOMING = word_set("convert change turn transform promote elevate amount restore")
_OFFICES = word_set("post position role title office rank job example form sort place name one function duty case")
_SHARES = frozenset({"some", "few", "part", "most", "only", "none"})


def is_qualified_away(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where a word before a participant of the evidence makes it another thing than the claim's."""
    for word in parts.claim.words:
        if not word.is_noun or word.is_name or not parts.found.get(word.index):
            continue
        mine = _in_the_same_part(parts, word) or [f for f in parts.found[word.index] if f.is_noun]
        found = [qualifier(parts, word, each) for each in mine if not _stands_before_a_name(parts.evidence, each)]
        qualifiers = [each for each in found if each]
        if qualifiers and len(qualifiers) == len(mine):
            return FrameVerdict(
                Entailment.MISSING,
                f"The evidence speaks of “{parts.evidence.written([qualifiers[0], mine[0]])}”, not of “{word.text}”.",
            )
    return UNKNOWN


def _stands_before_a_name(tree: Tree, noun: Word) -> bool:
    """ "Former president Hale" is the person that "president Hale" is."""
    governor = tree.governor(noun)
    return governor is not None and governor.is_name and noun.relation in ("compound", "nmod", "appos")


def qualifier(parts: Parts, claimed: Word, found: Word) -> Word | None:
    """Return the word before a noun of the evidence that makes it another thing, where the claim does not say it, too."""
    over = head_over(parts.claim, claimed)
    own = {word.lower for word in [*before(parts.claim, claimed), *([over] if over is not None else [])]}
    return next((word for word in before(parts.evidence, found) if word.lower in PRIVATIVE - own), None)


def before(tree: Tree, word: Word) -> list[Word]:
    """Return what depends on a word before it, and the prefix that a hyphen joins to it: "would-be", "ex-"."""
    place = word.index
    prefixes = []
    while place >= 2 and tree.words[place - 1].text == "-":
        prefixes.append(tree.words[place - 2])
        place -= 2
    dependents = [
        d
        for d in word.dependents
        if d.index < word.index
        and d.relation != "poss"
        and (tree.words[d.index + 1].text != "-" or d.index + 2 == word.index)
    ]
    inner = [w for d in dependents for w in d.having("amod", "compound") if not _is_hyphenated(tree, w)]
    joined = [_joined(tree, d) for d in dependents]
    return [*dependents, *inner, *prefixes, *(j for j in joined if j is not None)]


def _is_hyphenated(tree: Tree, word: Word) -> bool:
    return word.index + 1 < len(tree.words) and tree.words[word.index + 1].text == "-"


def _joined(tree: Tree, word: Word) -> Word | None:
    """Return "would" of "would-be" and "so" of "so-called" as one word, at the place of the second."""
    if word.index < 2 or tree.words[word.index - 1].text != "-":
        return None
    first = tree.words[word.index - 2]
    whole = f"{first.lower}-{word.lower}"
    return Word(first.index, whole, whole, whole, "JJ", "amod", word.index, first.start)


def _in_the_same_part(parts: Parts, word: Word) -> list[Word]:
    """List the counterparts of a participant that play its part in the claim's event."""
    mine = {found.index for found in parts.found[word.index]}
    return list(
        {
            filler.index: filler
            for event in parts.claimed
            for role, heads in event.roles.items()
            if any(head is word for head in heads)
            for other in same_events(parts, event)
            for filler in other.heads(role)
            if filler.index in mine
        }.values()
    )


def is_of_one_related(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where somebody else has the part, who is only named by way of the claim's: "Hale's brother"."""
    for event, role, head in participants(parts):
        mine = None if head.having("nummod") else parts.found.get(head.index)
        fillers = [filler for other in same_events(parts, event) for filler in other.heads(role)] if mine else []
        if not mine or any(filler in mine for filler in fillers):
            continue
        fillers = _without_measures(parts.evidence, fillers)
        if not fillers or any(filler.is_pronoun for filler in fillers):
            continue
        does = _is_done_by(role, event)
        if all(_is_only_called_after(parts.evidence, filler, mine, head, does) for filler in fillers):
            return FrameVerdict(
                Entailment.MISSING,
                f"The evidence says it of “{_phrase(parts.evidence, fillers[0], mine)}”, not of “{head.text}”.",
            )
    return UNKNOWN


def _is_done_by(role: str, event: Event) -> bool:
    """Return whether a role is that of who does it, where a body may do it for others."""
    named = valencies().get(event.word.lemma)
    return event.word.lemma not in _FOR_ONESELF and (role == AGENT or (named is not None and role == named.subject))


def _without_measures(tree: Tree, fillers: list[Word]) -> list[Word]:
    """Leave out "5 million euros" of what was fined, and "one" of "one of the sons", where the sons are there, too."""
    heads = {head.index for filler in fillers if (head := head_over(tree, filler)) is not None}
    kept = [f for f in fillers if f.index not in heads and (not f.having("nummod") or _is_person(f))]
    return kept or fillers


def _is_person(word: Word) -> bool:
    return not word.is_name and (word.lemma in PERSON_NOUNS or is_kind_of(word.lemma, "person"))


def _phrase(tree: Tree, filler: Word, mine: list[Word]) -> str:
    inside = {word.index for word in tree.subtree(filler)}
    return tree.written([filler, *[word for word in mine if word.index in inside][:1]])


def _is_only_called_after(tree: Tree, filler: Word, mine: list[Word], claimed: Word, does: bool) -> bool:
    """Return whether a phrase has one of these words inside it, as its owner or in a clause about it."""
    if not filler.is_noun or (filler.is_name and not claimed.is_name):
        return False
    one_person = _is_person(claimed) and claimed.tag == "NN"
    if (
        (filler.having("nummod") and not _is_person(filler))
        or filler.lemma == claimed.lemma
        or (is_kind_of(claimed.lemma, filler.lemma) and not one_person)
    ):
        return False
    for word in mine:
        steps: list[str] = []
        for child, parent in islice(tree.ancestors(word), _FARTHEST):
            steps.append(child.relation)
            if child.relation == "prep" and child.lower not in _RELATING:
                break
            if parent is filler:
                if any(step in _BESIDE for step in steps) or steps[0] == "nsubj":
                    return False
                if any(step in _NESTING for step in steps):
                    return len(steps) > len(_OF) or one_person or not _stands_for(filler, claimed, does)
                break
    return False


def _stands_for(filler: Word, claimed: Word, does: bool) -> bool:
    """Return whether what is said of a phrase is said of what it is called after; `does` where it is something that it does."""
    noun = lemma(filler.lower, "NNS")
    if noun in _QUANTITIES or (does and noun in _BODIES and not filler.having("nummod") and not _is_person(claimed)):
        return True
    return noun in _PLACES and claimed.is_name and any(d.lower == "the" for d in filler.having("det"))


def is_of_a_share(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence says of some of them what the claim says of them all: "half the senators"."""
    for event, _, head in participants(parts):
        if head.tag not in ("NNS", "NNPS") or quantifier_of(parts.claim, head) or head.having("nummod"):
            continue
        if not any(d.lower in ("the", "these", "those") for d in head.having("det")) or not parts.found.get(head.index):
            continue
        shares = [quantifier_of(parts.evidence, found) for found in parts.found[head.index]]
        if shares and all(share in _SHARES for share in shares) and event.word.index in parts.found:
            return FrameVerdict(Entailment.MISSING, f"The evidence says it of a part of the {head.text} only.")
    return UNKNOWN


def counts_something_else(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the figure counts or measures another kind of thing: 200 sheep, 40 tonnes of cement."""
    for link in links:
        if link.is_date:
            continue
        mine, theirs = counted(parts.claim, link.claim), counted(parts.evidence, link.evidence)
        if mine is None or theirs is None:
            continue
        if are_disjoint(mine.lemma, theirs.lemma):
            return _of_things(parts, link, mine, theirs)
        stuff, other = _stuff(mine), _stuff(theirs)
        if stuff is None or other is None or same_relation(stuff.lemma, other.lemma):
            continue
        if not is_kind_of(other.lemma, stuff.lemma) and not is_kind_of(stuff.lemma, other.lemma):
            return _of_things(parts, link, stuff, other)
    return UNKNOWN


def _of_things(parts: Parts, link: FigureLink, mine: Word, theirs: Word) -> FrameVerdict:
    figure = parts.evidence.text[slice(*link.evidence)]
    return FrameVerdict(Entailment.MISSING, f"The evidence says {figure} of the {theirs.text}, not of the {mine.text}.")


def _stuff(unit: Word) -> Word | None:
    """Return what a unit measures out: "40 tonnes of rice"."""
    if unit.lemma in _SHARE_UNITS:
        return None
    return next(
        (w for p in unit.having("prep") if p.lower == "of" for w in p.having("pobj") if w.is_noun and not w.is_name),
        None,
    )


def released_something_else(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence has another object of the claim's event, and only dates and ranks are compared."""
    if not links or any(not link.is_date and not _is_rank(parts.claim, link) for link in links):
        return UNKNOWN
    for event, role, head in participants(parts):
        if not head.is_noun or head.is_name or not parts.is_missing(head) or event.is_state:
            continue
        fillers = [filler for other in same_events(parts, event) for filler in other.heads(role)]
        if fillers and all(f.is_noun and not f.is_name and f.lemma not in _GENERIC for f in fillers):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence says it of “{fillers[0].text}”, not of “{head.text}”."
            )
    return UNKNOWN


def _is_rank(tree: Tree, link: FigureLink) -> bool:
    return any(word.tag == "JJ" for word in tree.at(*link.claim))


def is_said_of_what_is_near(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence has the class of the claim's subject only as the owner of something else."""
    for event in parts.claimed:
        word = event.word
        if not event.is_state or not word.is_noun or word.relation != "attr" or word.having("nummod"):
            continue
        found = parts.found.get(word.index)
        if found and all(_is_owner(parts.evidence, each) for each in found):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence does not say it as what this is: see “{found[0].text}”."
            )
    return UNKNOWN


def _is_owner(tree: Tree, word: Word) -> bool:
    preposition = tree.governor(word)
    if word.relation == "poss":
        return True
    if preposition is None or word.relation != "pobj" or preposition.lower not in _OWNING:
        return False
    owned = tree.governor(preposition)
    if owned is not None and owned.is_verb:
        return owned.lemma not in _BECOMING
    return owned is not None and owned.is_noun and owned.lemma not in _QUANTITIES | _PLACES | _OFFICES


RULES = (
    is_qualified_away,
    is_of_one_related,
    is_of_a_share,
    counts_something_else,
    released_something_else,
    is_said_of_what_is_near,
    *OF_PARTICIPANTS,
)


def find_other(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return the first sign that the evidence speaks of another than the claim does, or UNKNOWN where there is none."""
    if len(parts.claimed) > _MOST_EVENTS:
        return UNKNOWN
    return next((found for rule in RULES if (found := rule(parts, links)) is not UNKNOWN), UNKNOWN)
