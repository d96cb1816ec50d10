"""Reports of speech in which the parser mixed up who says it, what is said, and how or when it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.attribution import asks_whether, is_report, quotes_as_saying
from claims.language.clauses.grammar import has_subject, is_after_comma, is_finite
from claims.language.clauses.repairs.editing import attach, hang, promote, retag
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = ("after", "before", "when", "while", "as", "since")
_MENTIONING = word_set("mention note say recall stress remember remark point add emphasize emphasise")


def repair_name_beside_source(token: Token) -> bool:
    """ "According to the agency Fitch, the debt grew": the name before the comma belongs to the source.

    So does one between commas: "According to the director, Arvo Lind, it grew".
    """
    if token.doc[0].lower_ != "according":
        return False
    first = token.left_edge
    if first.i < 2 or token.i + 1 >= len(token.doc):
        return False
    inset = first.nbor(-1).text == "," and first.i > 2 and token.ent_type_ == "PERSON"
    noun = first.nbor(-2) if inset else token.nbor(-1)
    source = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.i == 0
    alone = all(child.dep_ in ("compound", "punct") for child in token.children) if inset else first == token
    if not source or token.nbor(1).text != "," or not token.text[0].isupper() or not alone:
        return False
    if token.head == noun and token.dep_ == "appos" or (inset and noun.pos_ != "NOUN"):
        return False
    attach(token, noun, "appos")
    if inset:
        hang([first.nbor(-1), *token.rights], noun)
    retag(token, "NNP", "PROPN")
    return True


def repair_speaker_as_apposition(token: Token) -> bool:
    """ "Kaldor, the mayor said, cut 300 jobs": who says it stands right before the verb, who cut them further left."""
    noun, speech = token.head, token.head.head
    if noun.dep_ != "nsubj" or not is_report(speech) or not is_after_comma(token):
        return False
    inside = [child for child in speech.children if child.dep_ == "ccomp" and child.i > speech.i]
    said = speech.head if speech.dep_ == "parataxis" else next(iter(inside), None)
    inset = token.right_edge.i == speech.i - 1 and speech.i + 1 < len(token.doc) and speech.nbor(1).text == ","
    if said is None or has_subject(said) or not inset or not is_finite(said):
        return False
    attach(token, speech, "nsubj")
    attach(noun, said, "nsubj")
    return True


def repair_closing_report_as_joined(token: Token) -> bool:
    """ "It has flown, the ministry announced on Monday": what stands before the comma was announced."""
    content, subject = token.head, next((child for child in token.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if content.dep_ != "ROOT" or subject is None or not is_report(token) or not is_after_comma(subject):
        return False
    if token.lemma_ in ("hope", "fear", "wish"):
        return False
    if token.i < content.i or any(child.dep_ in ("mark", "ccomp") for child in token.lefts):
        return False
    if subject.dep_ == "nsubjpass" and not any(child.dep_ == "agent" for child in token.rights):
        return False
    says_more = any(child.dep_ not in ("prep", "agent", "npadvmod", "advmod", "punct") for child in token.rights)
    goes_on = token.right_edge.i + 1 < len(token.doc) and not token.right_edge.nbor(1).is_punct
    if says_more or goes_on or not (has_subject(content) and is_finite(content)) or asks_whether(content):
        return False
    begins = subject.left_edge.i
    hang([child for child in token.lefts if child.right_edge.i < begins], content)
    promote(token, content)
    content.dep_ = "ccomp"
    return True


def repair_speaker_behind_content_as_apposition(token: Token) -> bool:
    """ "It sank off Orla, the owner, Kaldor Marine, said": the last place in what is said is not what the owner is."""
    behind = token.right_edge.i + 1
    behind += behind < len(token.doc) and token.doc[behind].text == ","
    speech = token.doc[behind] if behind < len(token.doc) else token
    said = next((child for child in speech.lefts if child.dep_ == "ccomp"), None)
    if said is None or not is_report(speech) or not is_after_comma(token):
        return False
    named = next((child for child in speech.lefts if child.dep_ == "nsubj"), None)
    if named is None and said.is_ancestor(token):
        attach(token, speech, "nsubj")
        return True
    # "struck the tanker Pelagic, the owner, Kaldor Marine, said": no comma parts what was struck from the verb.
    if token.head != named or named.left_edge.i == 0 or named.left_edge.nbor(-1).is_punct:
        return False
    attach(named, said, "dobj")
    attach(token, speech, "nsubj")
    return True


def repair_content_as_relative_clause(token: Token) -> bool:
    """ "The drone Falke made its first landing, the ministry announced": the landing is what was announced."""
    noun, speech = token.head, token.head.head
    if noun.dep_ != "nsubj" or not is_report(speech) or not is_finite(token):
        return False
    name = next((child for child in token.children if child.dep_ == "nsubj"), None)
    speakers = [child for child in speech.children if child.dep_ == "nsubj" and child.i > token.i]
    if name is None or not speakers or name.pos_ != "PROPN" or name.left_edge.i != noun.i + 1:
        return False
    attach(token, speech, "ccomp")
    attach(noun, name, "compound")
    return True


def repair_second_report_inside_content(token: Token) -> bool:
    """ "admitted that 30 soldiers had died but denied that…": who admitted denied."""
    said = token.head
    speech = said.head
    if said.dep_ != "ccomp" or not is_report(speech) or is_report(said):
        return False
    if not is_report(token) and token.lemma_ != "deny":
        return False
    has_that = any(child.dep_ == "ccomp" and child.left_edge.lower_ == "that" for child in token.children)
    if not has_that or has_subject(token) or token.tag_ != speech.tag_ or said.left_edge.lower_ != "that":
        return False
    _join_to_report(token)
    return True


def repair_further_content_as_adverbial(token: Token) -> bool:
    """ "said that it flew, that it landed": the second "that" opens what was said too."""
    first = token.head
    speech = first.head
    marks = [
        next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
        for clause in (first, token)
    ]
    if first.dep_ != "ccomp" or not is_report(speech) or None in marks or not is_after_comma(token):
        return False
    if token.i < first.i or not (has_subject(token) and is_finite(token)):
        return False
    attach(token, speech, "ccomp")
    return True


def _join_to_report(token: Token) -> None:
    """Hang a verb, with the "and" before it, on the report in whose content it was read."""
    said = token.head
    speech = said.head
    hang([child for child in said.children if child.dep_ == "cc" and child.i < token.i], speech)
    token.head = speech


def repair_adjunct_of_report_inside_content(token: Token) -> bool:
    """ "reported, citing officials, that…": what stands before "that" tells of the report."""
    content = token.head
    speech = content.head
    if content.dep_ != "ccomp" or not is_report(speech):
        return False
    that = next((child for child in content.children if child.dep_ == "mark" and child.lower_ == "that"), None)
    if that is None or speech.i >= token.left_edge.i or token.right_edge.i >= that.i:
        return False
    token.head = speech
    return True


def repair_day_of_report_inside_content(token: Token) -> bool:
    """ "said last week exports had grown": last week is when it was said, not when they grew."""
    verb = token.head
    speech = verb.head
    if verb.dep_ != "ccomp" or not is_report(speech):
        return False
    follows = token.left_edge.i == speech.i + 1 and token.right_edge.i < verb.i
    if not follows or not any(inner.ent_type_ in ("DATE", "TIME") for inner in token.subtree):
        return False
    token.head = speech
    return True


def repair_content_on_citing(token: Token) -> bool:
    """ "wrote, citing Arvo Lind, that…": what follows was written, Arvo Lind was cited."""
    citing = token.head
    speech = citing.head
    if citing.lemma_ not in ("cite", "quote") or citing.dep_ != "advcl":
        return False
    if not is_report(speech) or token.left_edge.lower_ != "that" or not has_subject(token):
        return False
    token.head = speech
    return True


def repair_content_on_mentioning(token: Token) -> bool:
    """ "It is worth noting that…": what follows is said, noting it is only a way to begin."""
    mentioning = token.head
    worth = mentioning.head
    if mentioning.lemma_ not in _MENTIONING or worth.lower_ != "worth" or worth.dep_ != "acomp":
        return False
    if token.left_edge.lower_ != "that":
        return False
    token.head = worth.head
    return True


def repair_time_clause_as_report(token: Token) -> bool:
    """ "The port burned, hours after Berg warned of a fire": he did not warn that it burned."""
    speech = token.head
    mark = next((child for child in speech.lefts if child.dep_ in ("mark", "advmod") and child.lower_ in _TIMES), None)
    if mark is None or token.right_edge.i > mark.i or not is_report(speech) or not has_subject(token):
        return False
    promote(token, speech)
    speech.dep_ = "advcl"
    return True


def repair_indirect_question(token: Token) -> bool:
    """ "It was unclear, he added, whether it flew": what is unclear is the main clause, and nobody added a question."""
    if token.dep_ == "ccomp" and token.head.dep_ == "parataxis" and asks_whether(token) and is_report(token.head):
        token.head = token.head.head
        return True
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ == "whether"), None)
    main = next((child for child in token.lefts if child.dep_ == "ccomp"), None)
    if token.dep_ != "ROOT" or mark is None or main is None or main.i > mark.i:
        return False
    promote(main, token)
    token.dep_ = "ccomp"
    hang([child for child in token.lefts if child.i < mark.i], main)
    return True


def repair_content_on_quoting(token: Token) -> bool:
    """ "quoted an officer as saying that…": what follows is what the officer said."""
    saying = token.head
    quoting = saying.head.head
    if saying.dep_ != "pcomp" or saying.head.lower_ != "as" or not quotes_as_saying(quoting):
        return False
    token.head = quoting
    return True


def repair_second_deed_inside_content(token: Token) -> bool:
    """ "Analyst Lind said the results were good and raised his target": whose target it is raised it."""
    said = token.head
    speech = said.head
    if said.dep_ != "ccomp" or not is_report(speech) or has_subject(token) or token.tag_ != speech.tag_:
        return False
    person = any(child.dep_ == "nsubj" and child.ent_type_ == "PERSON" for child in speech.children)
    told_of = next((child for child in said.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    own = any(
        child.dep_ == "dobj" and any(inner.lower_ in ("his", "her") for inner in child.lefts) for child in token.rights
    )
    if told_of is None or told_of.pos_ != "NOUN" or told_of.ent_type_ or not (person and own):
        return False
    if any(inner.tag_ in ("PRP", "PRP$") for inner in told_of.subtree):
        return False
    _join_to_report(token)
    return True


def repair_verb_of_source_as_agent(token: Token) -> bool:
    """ "Velden paid, a letter seen by Orbit shows": the letter shows it, and Orbit saw the letter."""
    agent = token.head
    seen = agent.head
    document = seen.head
    last = token.i + 2 >= len(token.doc) or token.nbor(1).is_punct
    if (
        agent.dep_ != "agent"
        or seen.dep_ != "acl"
        or token.lower_ not in ("shows", "says", "reveals", "finds")
        or not last
    ):
        return False
    name = next((child for child in token.lefts if child.dep_ == "compound"), None)
    main = document.head
    if name is None or document.left_edge.i == 0 or document.left_edge.nbor(-1).text != "," or not is_finite(main):
        return False
    retag(token, "VBZ", "VERB")
    attach(name, agent, "pobj")
    hang([child for child in token.lefts if child != name], name)
    attach(token, main, "parataxis")
    attach(document, token, "nsubj")
    return True
