"""What grammar alone says of a pronoun: the noun that binds it, or that it stands for nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import is_measure, is_plural
from claims.language.reference.entities import NOUN_SUBJECTS, is_person
from claims.language.vocabulary import COMPANY_NOUNS, COUNTRY_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHAT_COUNTRIES_ARE = (
    COUNTRY_NOUNS
    | COMPANY_NOUNS
    | word_set("""member power neighbour neighbor ally partner exporter importer buyer
    seller customer consumer producer rival enemy democracy republic economy home capital city island part market player""")
)

#: "the two sides", "both countries": the two that the text has named together.
_PAIRED = word_set("country nation state side party power capital neighbour neighbor government army military")
#: "It rains" says of nothing that it does.
_WEATHER = word_set("rain snow hail drizzle thunder pour")
#: "The reason why X fails is that it…", "the advantage of X is that it…": it is X.
_EXPLAINED = word_set(
    "reason problem advantage disadvantage benefit drawback trouble difference strength weakness downside upside"
)
_SOFTENING = word_set("not n't just all only really more also mostly simply")


def binder(token: Token) -> Token | None:
    """Return the noun that grammar alone names for a pronoun, None where no grammar says it.

    "The two sides share their plans", "the sides share plans, nor are they willing to…".
    """
    if token.dep_ in NOUN_SUBJECTS and token.lower_ in ("it", "they"):
        explained = _subject_explained(token)
        if explained is not None:
            return explained
        return _first_subject(token) if token.dep_ == "nsubj" and token.head.dep_ == "conj" else None
    if token.tag_ != "PRP$" or token.lower_ not in ("its", "their") or token.dep_ != "poss":
        return None
    owner = _owner_of_ability(token)
    if owner is not None:
        return owner
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None)
        if subject is not None:
            break
        verb = verb.head if verb.dep_ in ("xcomp", "advcl", "conj", "pcomp", "acl", "acomp", "prep") else None
    if verb is not None and subject == token.head and verb.dep_ == "conj":
        return _owner_in_first_clause(verb.head, token)
    if verb is None or subject is None or subject in (token.head, token):
        return None
    if _is_within_name(token, subject) or _is_within_phrase(token, subject):
        return None
    several = subject.lower_ in ("both", "they", "all", "many", "most") or is_plural(subject)
    fits = several if token.lower_ == "their" else not several and not is_person(subject)
    return subject if fits and subject.pos_ != "PRON" or subject.lower_ == "both" else None


def _subject_explained(token: Token) -> Token | None:
    """The engine in "the reason why the engine is light is that it…" and "the advantage of the engine is that it…"."""
    verb, said = token.head, token.head.head
    if verb.dep_ != "ccomp" or said.lemma_ != "be" or said.i > verb.i or is_expletive(token):
        return None
    # What was done may be what is too costly.
    judged = verb.lemma_ == "be" and any(child.dep_ == "acomp" for child in verb.children)
    subject = next(
        (child for child in said.children if child.dep_ in (*NOUN_SUBJECTS, "csubj") and child.i < said.i), None
    )
    if subject is None or subject.lemma_.lower() not in _EXPLAINED and subject.dep_ != "csubj":
        return None
    inner = [clause for clause in subject.children if clause.dep_ in ("relcl", "acl")]
    about = [noun for clause in inner for noun in clause.children if noun.dep_ in NOUN_SUBJECTS]
    if judged and not any(clause.lemma_ == "be" for clause in inner):
        return None
    about += [noun for prep in subject.children if prep.lower_ in ("of", "with") for noun in prep.children]
    nouns = [noun for noun in about if noun.pos_ in ("NOUN", "PROPN")]
    if len(nouns) != 1 or is_person(nouns[0]):
        return None
    return nouns[0] if _is_several(nouns[0]) == (token.lower_ == "they") else None


def _first_subject(token: Token) -> Token | None:
    """Return the subject of the clause that the pronoun's own clause is joined to."""
    subject = next((child for child in token.head.head.children if child.dep_ in NOUN_SUBJECTS), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or is_person(subject):
        return None
    if subject.pos_ == "NOUN" and any(child.tag_ == "PRP$" for child in subject.children):
        # "Its speed is 90 km/h and it dives": whose speed it is dives.
        return None
    if is_expletive(token) or is_said_to_be_idea(token):
        return None
    if _is_about_object(token):
        return None
    return subject if _is_several(subject) == (token.lower_ == "they") else None


def _is_several(subject: Token) -> bool:
    """Return whether a subject is plural; "Borealis charges…" is one, whatever its ending."""
    return is_plural(subject) and not (subject.tag_ == "NNPS" and subject.head.tag_ == "VBZ")


def _is_about_object(token: Token) -> bool:
    """ "The firm replaced the valve, and it has held since": what was replaced may as well be meant."""
    plural = token.lower_ == "they"
    return any(
        child.dep_ == "dobj"
        and not any(left.lower_ == "no" for left in child.lefts)
        and child.pos_ in ("NOUN", "PROPN")
        and is_plural(child) == plural
        and not is_measure(child)
        for child in token.head.head.children
    )


def _is_within_name(token: Token, noun: Token) -> bool:
    """True for the "its" of "its network GLONASS", which is no part of the clause around GLONASS."""
    above = token
    while above != noun and above.dep_ in ("poss", "compound", "nmod", "amod"):
        above = above.head
    return above == noun


def _is_within_phrase(token: Token, noun: Token) -> bool:
    """True for "the heat in front of its turbine", unlike "China, with its army": no heat owns the turbine."""
    return noun.pos_ == "NOUN" and noun.is_ancestor(token) and noun.nbor(1).text != ","


def _owner_in_first_clause(verb: Token, token: Token) -> Token | None:
    """The war in "the war goes on and its result is open", Boeing in "Boeing's sales fell and its shares rose"."""
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON" or any(child.tag_ == "PRP$" for child in subject.children):
        return None
    owner = next((child for child in subject.children if child.dep_ == "poss" and child.pos_ != "PRON"), subject)
    fits = is_plural(owner) == (token.lower_ == "their") and not is_person(owner)
    return owner if fits and owner.pos_ in ("NOUN", "PROPN") else None


def _owner_of_ability(token: Token) -> Token | None:
    """China in "China's ability to defend its airspace": whose ability it is defends."""
    for verb in token.ancestors:
        if verb.dep_ == "acl" and verb.tag_ == "VB":
            owners = [child for child in verb.head.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
            return owners[0] if owners and not is_plural(owners[0]) and token.lower_ == "its" else None
    return None


def acts_on(subject: Token, pronoun: Token) -> bool:
    """Return whether a subject acts on the pronoun: who withdraws in "Kaldor withdrew from it" is not "it"."""
    if pronoun.tag_ != "PRP" or pronoun.dep_ not in ("dobj", "pobj", "dative") or subject.dep_ not in NOUN_SUBJECTS:
        return False
    verb = next((above for above in pronoun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return verb == subject.head


def is_comment(token: Token) -> bool:
    """Return whether "it" is "like a chess game" or "about power": nothing named before is that."""
    if token.head.lemma_ != "be" or token.dep_ not in NOUN_SUBJECTS:
        return False
    following = [word for word in token.doc[token.head.i + 1 : token.head.i + 5] if word.lower_ not in _SOFTENING]
    return bool(following) and following[0].lower_ in ("about", "like")


def is_said_to_be_idea(token: Token) -> bool:
    """Return whether "it" is "a testament", "a classic case": no country is any of these."""
    verb = token.head
    if verb.lemma_ != "be" or token.dep_ not in NOUN_SUBJECTS:
        return False
    attribute = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    return attribute is not None and attribute.tag_ == "NN" and attribute.lemma_.lower() not in _WHAT_COUNTRIES_ARE


def is_expletive(token: Token) -> bool:
    """Return whether the "it" stands for nothing, as in "it is important to…" and "it seems that…"."""
    if token.tag_ == "PRP" and token.lower_ != "it":
        return False
    if token.dep_ == "expl" or _stands_before_adjective(token):
        return True
    verb = token.head
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    if verb.lemma_ in _WEATHER:
        return True
    if verb.lemma_ == "take" and any(child.ent_type_ in ("DATE", "TIME") for child in verb.rights):
        # "it takes seven years to build one"
        return True
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > verb.i for child in verb.children)
    adjective = any(child.dep_ == "acomp" for child in verb.children)
    if verb.lemma_ == "be" and any(_is_cleft(child, verb) or _is_that_clause(child) for child in verb.children):
        return True
    infinitive = adjective and any(
        inner.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.children if c.dep_ == "acomp" for inner in c.children
    )
    return verb.lemma_ in ("be", "seem", "appear", "remain", "become") and ((clause and adjective) or infinitive)


def _is_cleft(clause: Token, verb: Token) -> bool:
    """ "it is Moscow that comes with a request": the "that" belongs to Moscow."""
    named = clause.head.dep_ == "attr" or any(child.dep_ == "attr" and child.pos_ == "PROPN" for child in verb.children)
    opens = clause.left_edge.lower_ in ("that", "who") and clause.left_edge.dep_ in NOUN_SUBJECTS
    return named and clause.dep_ in ("ccomp", "relcl") and opens


def _is_that_clause(child: Token) -> bool:
    """ "it is no secret that Korea…": what follows is what is no secret."""
    return child.dep_ == "ccomp" and child.left_edge.lower_ == "that" and child.left_edge.dep_ == "mark"


def _stands_before_adjective(token: Token) -> bool:
    """ "making it difficult to achieve": the infinitive is what is difficult."""
    following = [inner for inner in token.doc[token.i + 1 : token.i + 4] if inner.pos_ not in ("ADV", "AUX")]
    return len(following) > 1 and following[0].pos_ == "ADJ" and following[1].lower_ in ("to", "that", "for")


def means_two(token: Token) -> bool:
    """Return whether a token is a bare "both", "both countries" and "the two sides"."""
    if token.lower_ == "both":
        return token.dep_ in NOUN_SUBJECTS and token.n_lefts + token.n_rights == 0
    if token.tag_ != "NNS" or token.lemma_.lower() not in _PAIRED or token.n_rights:
        return False
    return [left.lower_ for left in token.lefts] in (["the", "two"], ["both"], ["both", "the"], ["these", "two"])


def is_age(token: Token) -> bool:
    """Return whether a token ends a "the 47-year-old" that stands for somebody."""
    return token.lower_ == "old" and token.dep_ in NOUN_SUBJECTS and _has_years(token)


def _has_years(token: Token) -> bool:
    words = [word.lower_ for word in token.doc[max(0, token.i - 5) : token.i]]
    return len(words) == 5 and words[0] == "the" and words[1].isdigit() and words[2:] == ["-", "year", "-"]


def subject_lemma(verb: Token) -> str:
    """Return the base form of a verb's subject, empty without one."""
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    return subjects[-1].lemma_.lower() if subjects else ""
