"""Who says it: verbs of speech and belief, "according to", and which part of the sentence is what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH = word_set("""say tell state declare announce report claim confirm insist argue warn add note write explain stress emphasize
    emphasise assert allege contend maintain acknowledge admit reveal disclose reiterate conclude estimate predict forecast
    suggest remark comment recall reply respond observe caution complain concede testify boast underline highlight mention
    indicate quip lament vow tweet underscore repeat answer clarify recount specify rule""")
_BELIEF = word_set("believe think expect fear hope suspect assume consider calculate reckon assess project")
#: "show that", "mean that": what follows is the evidence's content, not someone's speech, unless a document is the subject.
_DOCUMENTS = word_set("""data datum report study analysis survey statement document article paper data figure poll review audit assessment research
    statistics record filing letter memo dispatch media newspaper outlet agency channel intelligence""")
_SHOWING = word_set("show find reveal indicate suggest")
_SHARES = word_set(
    "percent % majority minority half third thirds quarter quarters fifth fifths tenths surveyed polled respondents"
)
_ASKED = word_set("surveyed polled asked questioned interviewed respondents voters people")
_OPINIONS = word_set("opinion opinions view words assessment estimation")
_FRACTIONS = word_set("one two three four five six seven eight nine ten third thirds quarter quarters half")
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass")


def reported_content(verb: Token) -> Token | None:
    """Return the head of the clause that `verb` reports, or None where nobody is said to say it.

    What is denied, doubted or not said stays within its sentence: cut out, it would turn into its opposite.
    """
    if (
        not _reports(verb)
        or _asks_many(verb)
        or any(child.dep_ == "neg" or _is_nobody(child) for child in verb.children)
    ):
        return None
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "parataxis") and _is_predicate(child)]
    # "Not everyone is happy: Greece has complained that…": the author says what stands before the colon.
    clauses = [clause for clause in clauses if not (clause.i < verb.i and clause.right_edge.nbor(1).text in ":;")]
    clauses = [clause for clause in clauses if not asks_whether(clause)]
    if not clauses:
        return None
    return next((clause for clause in clauses if clause.dep_ == "ccomp"), clauses[0])


def is_the_author(word: Token) -> bool:
    """Return whether a speaker is the author: "as we said earlier" names nobody else."""
    return word.lower_ in ("i", "we")


def speaker_head(verb: Token) -> Token | None:
    """Return the noun that speaks: the subject of `verb`, or the agent of a passive; a court that hears says nothing."""
    if is_hearing(verb):
        return None
    if quotes_as_saying(verb):
        return next(child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    # The model sometimes gives "defense company Rostec said" two subjects: the name is the nearer one.
    return subjects[-1] if subjects else None


def source_head(preposition: Token) -> Token | None:
    """Return the noun of an "according to NOUN" or "in NOUN's opinion", or None for any other preposition."""
    if preposition.lower_ == "in":
        return _holder_of_opinion(preposition)
    if preposition.lower_ != "according":
        return None
    for token in preposition.subtree:
        if token.dep_ == "pobj":
            return token
    return None


def _holder_of_opinion(preposition: Token) -> Token | None:
    """ "in Lind's view", "in the opinion of the mayor": whose it is, by name or office."""
    opinion = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if opinion is None or opinion.lower_ not in _OPINIONS or any(child.dep_ == "compound" for child in opinion.lefts):
        return None
    owner = next((child for child in opinion.lefts if child.dep_ == "poss"), None)
    of = next((child for child in opinion.rights if child.lower_ == "of"), None)
    if owner is not None and of is not None:
        # "in Berg's view of the harbour" there is something to see.
        return None
    if owner is None and of is not None and opinion.left_edge.lower_ == "the":
        owner = next((child for child in of.rights if child.dep_ == "pobj"), None)
    is_somebody = owner is not None and owner.pos_ in ("NOUN", "PROPN") and owner.ent_type_ not in ("DATE", "TIME")
    return owner if is_somebody else None


def _is_nobody(subject: Token) -> bool:
    """ "Nobody believed that…": then it isn't stated."""
    words = (subject.lower_, *(child.lower_ for child in subject.children if child.dep_ in ("det", "amod")))
    return subject.dep_ in _SUBJECTS and any(
        word in ("nobody", "none", "no", "neither", "few", "hardly") or word.isdigit() for word in words
    )


def _asks_many(verb: Token) -> bool:
    """ "65 percent of 200 soldiers surveyed said…": the share is what is stated, and no share speaks."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    told = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    if subject is None or not told:
        return False
    # What a relative clause tells of the speaker counts nobody: "Lind, who lost half of it, said…".
    beside = {word.i for child in subject.children if child.dep_ in ("relcl", "appos") for word in child.subtree}
    words = {word.lower_ for word in subject.subtree if word.i not in beside}
    shares = bool(words & _SHARES) or ("in" in words and len(words & _FRACTIONS) > 1)
    return shares and (
        bool(words & _ASKED) or any(word.isdigit() or word in _FRACTIONS for word in words) or "of" in words
    )


def asks_whether(clause: Token) -> bool:
    """Return whether the clause leaves open what it says: "whether it was tested"."""
    return any(child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in clause.lefts)


def is_report(verb: Token) -> bool:
    """Return whether the verb is one of speech or belief, whatever follows it."""
    return is_speech(verb) or verb.lemma_ in _BELIEF or _is_of_document(verb)


def is_speech(verb: Token) -> bool:
    """Return whether the verb is one of speech rather than belief: "told", not "thinks"."""
    return _is_of_speech(verb) or _makes_known(verb) or _points_out(verb) or is_hearing(verb)


def quotes_as_saying(verb: Token) -> bool:
    """ "quoted an officer as saying that": the officer speaks, not who quotes him."""
    if verb.lemma_ not in ("quote", "cite"):
        return False
    said = any(
        child.lower_ == "as" and any(inner.dep_ == "pcomp" and inner.lemma_ in _SPEECH for inner in child.children)
        for child in verb.rights
    )
    return said and any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)


def is_hearing(verb: Token) -> bool:
    """Return whether something was said before a court, by nobody who is named: "The court heard that he had paid"."""
    return verb.lemma_ == "hear" and any(
        child.dep_ == "nsubj" and child.lemma_.lower() in ("court", "jury", "inquest", "tribunal", "inquiry", "hearing")
        for child in verb.lefts
    )


def _is_of_speech(verb: Token) -> bool:
    """ "ruled that", but not "ruled out that", which states the opposite."""
    return verb.lemma_ in _SPEECH and not any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.children)


def _points_out(verb: Token) -> bool:
    return verb.lemma_ == "point" and any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.children)


def _is_of_document(verb: Token) -> bool:
    """ "figures show"."""
    return verb.lemma_ in _SHOWING and any(
        child.dep_ in _SUBJECTS and child.lemma_.lower() in _DOCUMENTS for child in verb.children
    )


def _makes_known(verb: Token) -> bool:
    """ "made known that", "made it clear that": the adjective turns making into saying."""
    return verb.lemma_ == "make" and any(child.lower_ in ("known", "clear", "public") for child in verb.children)


def _reports(verb: Token) -> bool:
    if verb.lemma_ in _SHOWING:
        # "…, suggesting that both are aware": what suggests it is the subject of the clause around.
        holder = verb.head if verb.dep_ == "advcl" else verb
        subject = next((child for child in holder.children if child.dep_ in _SUBJECTS), None)
        return (
            subject is None
            or subject.lemma_.lower() in _DOCUMENTS
            or (verb.lemma_ == "find" and subject.lower_ in ("it", "they", "he", "she"))
            or subject.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
        )
    if any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in verb.children):
        return _is_of_speech(verb) or verb.lemma_ in _BELIEF
    if verb.lemma_ in _BELIEF:
        return any(child.dep_ == "nsubj" and child.lower_ not in ("i", "we", "you") for child in verb.children)
    return is_speech(verb) or quotes_as_saying(verb)


def _is_predicate(token: Token) -> bool:
    """True for a clause with tense; "expect the market to grow" says nothing that could stand alone."""
    helped = any(child.tag_ in _FINITE for child in token.children if child.dep_ in ("aux", "auxpass"))
    return token.tag_ in _FINITE or helped
