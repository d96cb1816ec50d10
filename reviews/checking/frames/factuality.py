"""How a text stands to the event that a word names, read from the word up to the head of its sentence."""

from reviews.checking.frames import factuality_words as known
from reviews.checking.frames.predicates import NOMINALISATIONS
from reviews.checking.frames.stance import Factuality, Stance
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.framing import Standing, frame_of

_COMPLEMENTS = ("xcomp", "ccomp", "pcomp", "csubj", "csubjpass", "acl", "relcl")
_NEGATIVE = ("no", "not", "n't", "never", "neither", "nor", "none", "nobody", "nothing", "hardly", "scarcely")
_NO_ONE = ("no", "none", "nobody", "nothing", "neither", "no-one")
_UNIVERSAL = ("all", "every", "everyone", "everybody", "each", "always", "both")
_FRAMED = {
    Standing.DENIED: Factuality.DENIED,
    Standing.CORRECTED: Factuality.CORRECTED,
    Standing.RUMOURED: Factuality.ALLEGED,
    Standing.OPEN: Factuality.OPEN,
}


def stance_of(tree: Tree, word: Word) -> Stance:
    """Return how the text stands to what the word says: the operators over it, from its own clause to the whole sentence."""
    stance = _own(tree, word, _attributed(word))
    for child, parent in tree.ancestors(word):
        stance = _under(tree, child, parent, stance)
    top = tree.root(word)
    last = tree.subtree(top)[-1]
    if last.text == "?" and not _reports(top):
        stance = stance.with_factuality(Factuality.ASKED, last.text)
    return stance


def _attributed(word: Word) -> Stance:
    """Return how an adjective before the noun of an event makes it stand: "the proposed sale", "the failed attack"."""
    if not word.is_noun or word.lemma not in NOMINALISATIONS:
        return Stance()
    for adjective in word.having("amod", "compound"):
        if adjective.lower in known.UNREALISED:
            return Stance().with_factuality(known.UNREALISED[adjective.lower], adjective.text)
    return Stance()


def framed(tree: Tree, words: list[Word]) -> Stance:
    """Return what the closed lists of words around a passage make of it: the next sentence may take it back."""
    if not words:
        return Stance()
    frame = frame_of(tree.text, min(w.start for w in words), max(w.end for w in words))
    if frame.standing not in _FRAMED:
        return Stance()
    return Stance().with_factuality(_FRAMED[frame.standing], frame.words)


def _own(tree: Tree, word: Word, stance: Stance) -> Stance:
    """Apply what stands in the clause of the word itself."""
    clause = _clause_head(tree, word)
    if clause is None:
        return stance
    if clause is not word and clause.lemma in known.SET_ASIDE:
        stance = stance.with_factuality(Factuality.PLANNED, clause.text)
    stance = _modals(tree, clause, stance)
    for each in [*clause.having("neg", "advmod", "preconj"), *(word.having("neg") if word is not clause else ())]:
        if each.lower in _NEGATIVE and not _is_not_only(tree, each):
            stance = stance if _negates_a_quantifier(clause) else stance.denied(each.text)
        elif (negation := _negation_of_time(tree, each)) is not None:
            stance = stance.denied(tree.written([negation, each]))
        elif each.relation == "advmod" and each.lemma in known.ADVERBS:
            stance = stance.with_factuality(known.ADVERBS[each.lemma], each.text)
    condition = next((c for c in clause.having("advcl") if _is_condition(c)), None)
    if condition is not None:
        stance = stance.with_factuality(Factuality.CONDITIONAL, f"if … {condition.text}")
    source = _unsure_source(clause)
    if source is not None:
        stance = stance.with_factuality(Factuality.ALLEGED, f"according to {source.text}")
    for argument in clause.having("nsubj", "nsubjpass", "dobj", "attr"):
        denial = argument if argument.lower in _NO_ONE else _denial(argument)
        if denial is not None:
            stance = stance.denied(denial.text)
    return _marks(clause, stance)


def _negation_of_time(tree: Tree, adverb: Word) -> Word | None:
    """Return what denies in "no longer" and "never again"; "no longer than" is a bound."""
    following = tree.words[adverb.index + 1 : adverb.index + 2]
    if adverb.lower not in ("longer", "again", "more") or (following and following[0].lower == "than"):
        return None
    return next((d for d in adverb.dependents if d.lower in ("no", "never", "not")), None)


def _is_condition(clause: Word) -> bool:
    """Return whether something happens only under this: "may enter if they hold a permit"; "even if" sets no condition."""
    marks = [mark.lower for mark in clause.having("mark", "advmod")]
    return ("if" in marks or "unless" in marks) and "even" not in marks


def _unsure_source(clause: Word) -> Word | None:
    """Return who says so after "according to", where that is nobody to rely on."""
    said = [p for p in clause.having("prep") if p.lower == "according"]
    sources = [w for p in said for to in p.having("prep") for w in to.having("pobj")]
    return next(
        (
            w
            for w in sources
            if (w.lemma in known.UNSURE_SOURCES and not _are_books(w))
            or any(d.lower in known.ANONYMOUS for d in w.dependents)
        ),
        None,
    )


def _are_books(source: Word) -> bool:
    """Return whether these are the accounts that a company keeps, not those that a witness gives."""
    return source.lower == "accounts" and any(d.lower in known.KEEPING_BOOKS for d in source.dependents)


def _denial(argument: Word) -> Word | None:
    """Return what denies a participant: "no ship", "not one of them", "not a single ship"."""
    one = argument.lower in ("one", "a") or any(d.lower in ("one", "a", "single") for d in argument.dependents)
    beside = [
        *argument.having("det", "neg", "preconj"),
        *(d for n in argument.having("nummod", "quantmod") for d in n.dependents),
    ]
    if one:
        beside += argument.having("advmod")
    return next((d for d in beside if d.lower in _NO_ONE or (one and d.lower == "not")), None)


def _clause_head(tree: Tree, word: Word) -> Word | None:
    """Return the verb of the clause that the word belongs to as its predicate, subject, object or complement."""
    if word.is_verb:
        return word
    for child, parent in tree.ancestors(word):
        if parent.is_verb:
            return parent
        if child.relation in ("relcl", "acl"):
            return None
    return None


def _modals(tree: Tree, verb: Word, stance: Stance) -> Stance:
    auxiliaries = verb.having("aux", "auxpass")
    governor = tree.governor(verb)
    if (
        verb.relation == "conj"
        and governor is not None
        and governor.is_verb
        and not verb.first("nsubj", "nsubjpass")
        and not auxiliaries
    ):
        auxiliaries = governor.having("aux") if verb.tag == "VB" else []
    for auxiliary in auxiliaries:
        factuality = known.MODALS.get(auxiliary.lower)
        if factuality is not None and not _is_narrative(verb, auxiliary):
            stance = stance.with_factuality(factuality, f"{auxiliary.text} {verb.text}")
    if any(a.lower == "going" for a in auxiliaries):
        stance = stance.with_factuality(Factuality.PLANNED, f"going to {verb.text}")
    return stance


def _is_narrative(verb: Word, auxiliary: Word) -> bool:
    """ "She would later become mayor": the past seen from before it."""
    if auxiliary.lower not in ("would", "'d"):
        return False
    return verb.lemma in ("become", "go") or any(
        a.lower in ("later", "eventually", "subsequently", "then") for a in verb.dependents
    )


def _marks(clause: Word, stance: Stance) -> Stance:
    for mark in clause.having("mark", "advmod"):
        if mark.lower in ("if", "unless") and mark.relation == "mark":
            factuality = Factuality.OPEN if clause.relation == "ccomp" else Factuality.CONDITIONAL
            stance = stance.with_factuality(factuality, mark.text)
        elif mark.lower == "whether":
            stance = stance.with_factuality(Factuality.OPEN, mark.text)
    return stance


def _negates_a_quantifier(clause: Word) -> bool:
    """ "Not all members voted" does not deny that members voted."""
    subject = clause.first("nsubj", "nsubjpass")
    return subject is not None and any(
        d.lower in _UNIVERSAL and any(n.lower == "not" for n in [*d.dependents, *subject.dependents])
        for d in [subject, *subject.dependents]
    )


def _is_not_only(tree: Tree, negation: Word) -> bool:
    following = tree.words[negation.index + 1 : negation.index + 2]
    return bool(following) and following[0].lower in ("only", "just", "merely", "solely")


def _reports(top: Word) -> bool:
    return top.lemma in known.SAYING and top.first("ccomp") is not None


def _under(tree: Tree, child: Word, parent: Word, stance: Stance) -> Stance:
    """Apply what a governor does to the dependent that the statement stands in."""
    if child.relation == "advcl" or child.relation == "conj":
        return stance
    if child.relation in _COMPLEMENTS or (
        child.relation in ("nsubj", "nsubjpass", "prep", "pobj") and _holds_content(child)
    ):
        return _embedded(tree, child, parent, stance)
    if child.relation in ("dobj", "nsubjpass", "pobj", "attr", "appos", "prep", "nsubj"):
        return _as_argument(tree, child, parent, stance)
    return stance


def _holds_content(word: Word) -> bool:
    return word.lemma in known.STATEMENTS or word.lemma in known.NOUNS or bool(word.having("pcomp"))


def _embedded(tree: Tree, child: Word, parent: Word, stance: Stance) -> Stance:
    if parent.is_verb:
        stance = _by_verb(tree, child, parent, stance)
        return _own_of_governor(tree, parent, stance)
    if child.relation in ("acl", "pcomp", "relcl", "prep") and parent.is_noun:
        if child.relation == "relcl" and not any(w.relation == "mark" and w.lower == "that" for w in child.dependents):
            return stance
        factuality = known.NOUNS.get(parent.lemma)
        if factuality is not None and not _is_in_order(tree, parent):
            stance = stance.with_factuality(factuality, parent.text)
        denial = next((d for d in parent.having("det", "neg") if d.lower in _NO_ONE or d.lower == "little"), None)
        if denial is not None:
            stance = stance.with_factuality(Factuality.OPEN, f"{denial.text} {parent.text}")
        return stance
    if child.relation in ("xcomp", "ccomp", "acl", "prep", "advcl"):
        factuality = known.ADJECTIVES.get(parent.lower)
        if factuality is not None and not (parent.lower in ("free", "about", "able") and child.relation != "xcomp"):
            stance = stance.with_factuality(factuality, parent.text)
        if parent.lower in ("unlikely", "unable", "unwilling", "reluctant", "impossible"):
            stance = stance.denied(parent.text)
    return stance


def _is_in_order(tree: Tree, noun: Word) -> bool:
    """ "In order to" tells the purpose of what was done."""
    return noun.lower == "order" and noun.index > 0 and tree.words[noun.index - 1].lower == "in"


def _own_of_governor(tree: Tree, verb: Word, stance: Stance) -> Stance:
    """Apply negation, modals and marks of a governing verb to what it governs; "does not deny" is no denial."""
    if any(n.lower in _NEGATIVE for n in verb.having("neg", "advmod")):
        if verb.lemma in known.REFUSING or stance.factuality is Factuality.DENIED:
            return Stance(not stance.is_affirmed if verb.lemma in known.REFUSING else stance.is_affirmed)
        if verb.lemma == "be":
            return stance
        return stance.with_factuality(Factuality.OPEN, f"not {verb.text}")
    subject = verb.first("nsubj", "nsubjpass")
    if subject is not None and (subject.lower in _NO_ONE or any(d.lower in ("no", "few") for d in subject.dependents)):
        if stance.factuality is Factuality.DENIED:
            return Stance(stance.is_affirmed)
        return stance.with_factuality(Factuality.OPEN, f"{subject.text} {verb.text}")
    if verb.lemma in ("be", "manage", "begin", "start"):
        return stance
    return _marks(verb, _modals(tree, verb, stance))


def _by_verb(tree: Tree, child: Word, verb: Word, stance: Stance) -> Stance:
    if any(a.lower in known.FALSELY for a in verb.having("advmod")):
        return stance.rejected(f"{next(a.text for a in verb.having('advmod') if a.lower in known.FALSELY)} {verb.text}")
    if verb.lemma == "be" and child.relation == "xcomp" and _is_to(child) and not verb.having("acomp", "attr"):
        return stance.with_factuality(Factuality.PLANNED, f"{verb.text} to {child.text}")
    if verb.lemma in ("be", "prove", "remain", "turn", "call"):
        return _by_copula(tree, child, verb, stance)
    if verb.lemma in known.REJECTING:
        return stance.rejected(verb.text)
    if verb.lemma in known.REFUSING and child.relation in ("xcomp", "pcomp", "prep", "ccomp"):
        return stance.denied(f"{verb.text} to" if child.tag == "VB" else verb.text)
    if child.relation in ("nsubj", "csubj") and verb.lemma not in known.REFUSING:
        return stance
    factuality = known.VERBS.get(verb.lemma)
    if factuality is not None and not (verb.lemma == "mean" and child.relation == "ccomp"):
        return stance.with_factuality(factuality, verb.text)
    subject = verb.first("nsubj")
    if verb.lemma in known.SAYING and subject is not None and subject.lemma in known.PARTIES:
        return stance.with_factuality(Factuality.ALLEGED, f"{subject.text} {verb.text}")
    return stance


def _is_to(verb: Word) -> bool:
    return any(auxiliary.lower == "to" for auxiliary in verb.having("aux"))


def _by_copula(tree: Tree, child: Word, verb: Word, stance: Stance) -> Stance:
    """ "It is not true that …", "The report that … is untrue", "It is unclear whether …"."""
    is_not = any(n.lower in _NEGATIVE for n in verb.having("neg", "advmod"))
    for predicate in verb.having("acomp", "attr", "oprd"):
        if predicate is child:
            continue
        if predicate.lower in known.FALSE or predicate.lemma in known.FALSE:
            return stance if is_not else stance.rejected(predicate.text)
        if predicate.lower in ("true", "correct", "accurate", "right", "case", "fact"):
            return stance.rejected(f"not {predicate.text}") if is_not else stance
        if predicate.lower in known.ADJECTIVES:
            return stance.with_factuality(known.ADJECTIVES[predicate.lower], predicate.text)
        if predicate.lower in ("unlikely", "impossible"):
            return stance.denied(predicate.text)
    return stance


def _as_argument(tree: Tree, child: Word, parent: Word, stance: Stance) -> Stance:
    """Apply what a verb does to an event that its object names: "postponed the launch", "wants 187 fighters"."""
    if child.relation == "pobj" and parent.relation == "prep":
        return stance
    if not parent.is_verb or child.relation not in ("dobj", "nsubjpass"):
        if (
            parent.is_noun
            and child.relation == "prep"
            and child.lower in ("of", "for", "to")
            and parent.lemma in known.NOUNS
        ):
            return stance.with_factuality(known.NOUNS[parent.lemma], parent.text)
        if parent.is_verb and child.relation == "prep":
            factuality = known.PREPOSITIONAL.get((parent.lemma, child.lower))
            return stance if factuality is None else stance.with_factuality(factuality, f"{parent.text} {child.text}")
        return stance
    names_an_event = child.lemma in NOMINALISATIONS
    if names_an_event and parent.lemma in known.NEVER_HAPPENED:
        return stance.denied(parent.text)
    if parent.lemma in known.WANTED or (names_an_event and parent.lemma in known.PUT_OFF):
        return stance.with_factuality(known.VERBS.get(parent.lemma, Factuality.PLANNED), parent.text)
    return stance
