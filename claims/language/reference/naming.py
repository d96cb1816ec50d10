"""The names of people in a sentence, with what the sentence says of each: sex, role, place in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.attribution import is_speech
from claims.language.countries import is_country
from claims.language.first_names import womanly
from claims.language.reference.noun_classes import SHIP
from claims.language.vocabulary import PERSON_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MENS_TITLES = word_set(
    "mr mr. sir lord king prince duke emperor father brother baron earl count sultan imam pope fr. tsar"
)
_WOMENS_TITLES = word_set(
    "mrs mrs. ms ms. miss lady queen princess duchess empress dame sister mother baroness countess aunt tsarina"
)
_TITLES = (
    _MENS_TITLES
    | _WOMENS_TITLES
    | word_set("""dr dr. prof prof. professor president senator sen. rep. representative congressman congresswoman governor
    gov. general gen. captain capt. colonel col. major maj. lieutenant lt. lt sergeant sgt. sgt admiral adm. commander
    judge justice minister chancellor mayor saint st st. rev. reverend bishop archbishop cardinal rabbi sheikh coach
    detective inspector officer agent secretary ambassador chairman chairwoman director coach premier uncle""")
)
MENS_NOUNS = _MENS_TITLES | word_set("""man men boy guy gentleman son uncle nephew grandfather grandson husband widower boyfriend bridegroom groom
    businessman chairman spokesman policeman fireman congressman cameraman actor god hero monk priest bishop knight
    waiter landlord salesman sportsman footballer quarterback dad stepfather stepson fiancé godfather""")
WOMENS_NOUNS = _WOMENS_TITLES | word_set("""woman women girl lady daughter niece grandmother granddaughter wife widow girlfriend bride
    businesswoman chairwoman spokeswoman policewoman congresswoman actress goddess heroine nun waitress landlady
    saleswoman sportswoman ballerina soprano mezzo-soprano mom mum stepmother stepdaughter fiancée hostess housewife
    maid maiden mistress schoolgirl""")
_PEOPLE = (
    PERSON_NOUNS
    | MENS_NOUNS
    | WOMENS_NOUNS
    | word_set("""person child baby kid friend parent cousin sibling student pupil teacher doctor nurse singer writer author poet
    player driver neighbor neighbour victim witness suspect owner partner lover bartender prisoner soldier winner
    champion opponent rival servant guest leader patient employee worker boss assistant producer composer painter
    character candidate member detective thief killer murderer""")
)
_PARTICLES = word_set("de la le du da di del della der den van von bin ibn al el y of the dos das af zu ter ten")
_NEVER = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"})
_NOUN_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "appos", "conj")
_FUNCTION = ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "PUNCT", "SYM", "SPACE")
#: Words that begin sentences and that the model takes for names at times.
_OPENERS = word_set("""although though however then there here while when if after before since as but and so yet nor or also still meanwhile
    later soon now today yesterday originally initially eventually finally additionally furthermore moreover despite
    following according born married known being having during under until unless once why how what who""")
#: After these the sentence only goes on.
_WITHIN = ",;)abcdefghijklmnopqrstuvwxyz0123456789"
_NO_NAMES = word_set("""january february march july august september october november december monday tuesday wednesday thursday friday
    saturday sunday christmas easter internet twitter facebook google television tv bbc cnn nbc cbs abc itv reuters
    congress parliament senate olympics moon sun earth mars english french german spanish american british italian
    russian chinese japanese catholic god""")
#: Parts of names that no person has.
_THINGS = word_set("""university college school club league cup championship championships award awards festival party army street road river
    county city company corporation inc inc. records film films series church cathedral hospital museum institute
    center centre council committee ministry department court office group band orchestra theatre theater association
    foundation union fc united stadium park airport island mountain lake sea bridge building hall house act war battle
    times news magazine press journal post reuters bloomberg moon sun earth mars congress parliament senate olympics
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday english french german spanish american british italian russian chinese japanese
    christmas easter internet twitter facebook google television tv bbc cnn nbc cbs""")
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "pobj": "oblique",
    "poss": "owner",
    "appos": "apposition",
    "conj": "conjunct",
    "attr": "attribute",
    "compound": "part",
}


@dataclass(frozen=True)
class Mention:
    """One printed name of a person, or an unnamed person, at tokens start…end of the sentence with that number."""

    words: tuple[str, ...]
    printed: str
    noun: str
    sentence: int
    start: int
    end: int
    head: int
    at: int  # tokens of the article before it
    named: bool
    womanly: float
    sexed: bool  # by title or noun, not only by first name
    label: str
    proper: bool
    role: str
    first_role: str  # of the first of its conjuncts, or of what it stands in apposition to
    verb: str
    main: bool
    speaks: bool
    quoted: bool
    owned: bool  # "her friend Pauline"
    followed: str
    bracketed: bool  # "Valerie (Joanne Whalley)"
    preposition: str
    alias: bool  # "known as Sanya Lopez": another name of whom the sentence named before
    possessor: bool  # of the subject: "Zoe's father left"
    bare: bool  # nothing stands before the name, as in "Her cousin Mara Holm"
    echo: bool = False  # a pronoun that surely stands for the person


def mentions_in(doc: Doc, sentence: int, before: int, quoted: set[int]) -> list[Mention]:
    """Return the people of a sentence in order; before counts the tokens of the article that came before it."""
    named = [_named(doc, start, end, sentence, before, quoted) for start, end in _names(doc)]
    taken = {i for mention in named for i in range(mention.start, mention.end)}
    others = [
        _mention(doc, token.i, token.i + 1, token, (), sentence, before, quoted)
        for token in doc
        if token.pos_ in ("NOUN", "PROPN")
        and token.i not in taken
        and token.lemma_.lower() in _PEOPLE
        and token.dep_ != "compound"
        and not any(child.dep_ == "appos" and child.i in taken for child in token.children)
    ]
    return sorted([*named, *others], key=lambda mention: mention.start)


def quoted_tokens(doc: Doc, *, opened: bool) -> set[int]:
    """Return the tokens between quotation marks; opened is a sentence that begins inside of them."""
    inside, within = set(), opened and doc[0].text not in ('"', "''")
    for token in doc:
        if token.text in ('"', "''", "``"):
            within = not within
        elif within:
            inside.add(token.i)
    return inside


def _names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words that may name one person, without their titles."""
    at = 0
    while at < len(doc):
        if not _opens_name(doc[at]):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and _continues_name(doc, at, end):
            end += 1
        while not _is_name_word(doc[end - 1]):
            end -= 1
        yield from _persons(doc, at, end)
        at = end


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper() and token.text not in ("I", "A") and token.pos_ not in _FUNCTION and not token.is_digit
    )


def _opens_name(token: Token) -> bool:
    if not _is_name_word(token) or token.lower_ in _OPENERS:
        return False
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON" or _is_inside(token):
        return True
    if womanly(token.text) != 0 and token.dep_ in (*_NOUN_ROLES, "advmod", "compound"):
        return True
    return token.dep_ in ("nsubj", "nsubjpass", "poss") and token.n_lefts == 0 and _may_be_surname(token)


def _is_inside(token: Token) -> bool:
    """Return whether a capital begins no sentence, quotation or title."""
    return token.i > 0 and token.nbor(-1).text[-1] in _WITHIN


def _may_be_surname(token: Token) -> bool:
    """Return whether a capitalised noun that opens a sentence is one of a single person: "Robles was", not "Sales fell"."""
    if token.tag_ != "NNS" or token.ent_type_ in ("PERSON", "ORG", "GPE"):
        return True
    verb = token.head
    first = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb)
    return first.tag_ == "VBZ" or first.lower_ == "was" or (token.dep_ == "poss" and token.nbor(1).text == "'s")


def _continues_name(doc: Doc, start: int, at: int) -> bool:
    token = doc[at]
    if token.ent_iob_ == "B" and doc[at - 1].ent_type_ == token.ent_type_ == "PERSON" and at - start > 1:
        return False
    if _is_name_word(token):
        return token.pos_ == "PROPN" or token.ent_iob_ == "I"
    if token.text in (".", "-") and doc[at - 1].whitespace_ == "" and at + 1 < len(doc):
        return doc[at + 1].text[:1].isupper() and (token.text == "-" or len(doc[at - 1].text) == 1)
    return token.lower_ in _PARTICLES and at + 1 < len(doc) and _is_name_word(doc[at + 1]) and token.ent_iob_ == "I"


def _persons(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the person of a run: the entity where the model marks one, without the titles before it."""
    first = next((i for i in range(start, end) if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B"), None)
    if first is not None and first > start and womanly(doc[first - 1].text) == 0:
        start = first
    while start + 1 < end and doc[start].lower_ in _TITLES:
        start += 1
    while start + 1 < end and doc[start].text in (".",):
        start += 1
    if doc[start].text in SHIP.marks:
        return
    words = {doc[i].lower_ for i in range(start, end)}
    labels = [doc[i].ent_type_ for i in range(start, end)]
    determined = any(child.dep_ == "det" for i in range(start, end) for child in doc[i].children)
    if end - start == 1 and (determined and doc[start].lower_ in _TITLES | _THINGS or doc[start].lower_ in _NO_NAMES):
        return
    if end - start > 1 and doc[end - 1].lower_ in _THINGS and (womanly(doc[start].text) == 0 or end - start > 2):
        return
    if not doc[start].text[0].isalnum() and doc[start].text[0] != "*":
        return
    if labels[-1] == "DATE" or (labels[-1] in _NEVER and womanly(doc[start].text) == 0):
        return
    if labels[-1] == "NORP" and (
        determined or end - start > 1 or doc[start].dep_ not in _NOUN_ROLES or doc[start].tag_ == "NNPS"
    ):
        return
    if is_country(" ".join(doc[i].text for i in range(start, end))):
        return
    if any(c.isdigit() for word in words for c in word):
        return
    yield start, end


def _named(doc: Doc, start: int, end: int, sentence: int, before: int, quoted: set[int]) -> Mention:
    head = next((doc[i] for i in range(start, end) if not start <= doc[i].head.i < end), doc[end - 1])
    words = tuple(doc[i].text for i in range(start, end))
    return _mention(doc, start, end, head, words, sentence, before, quoted)


def _mention(
    doc: Doc, start: int, end: int, head: Token, words: tuple[str, ...], sentence: int, before: int, quoted: set[int]
) -> Mention:
    told = _told_sex(doc, start, head, bool(words))
    first = _first_of(head)
    labels = [doc[i].ent_type_ for i in range(start, end)]
    follows = doc[end].text if end < len(doc) else ""
    return Mention(
        words=words,
        printed=doc[start:end].text,
        noun=head.lemma_.lower(),
        sentence=sentence,
        start=start,
        end=end,
        head=head.i,
        at=before + start,
        named=bool(words),
        womanly=told or (womanly(words[0]) if words else 0.0),
        sexed=told != 0,
        proper=head.pos_ == "PROPN",
        label="PERSON" if "PERSON" in labels else labels[-1],
        role=_ROLES.get(head.dep_, "other"),
        first_role=_ROLES.get(first.dep_, "other"),
        verb=first.head.lemma_ if first.dep_ in ("nsubj", "nsubjpass") else "",
        main=first.dep_ in ("nsubj", "nsubjpass") and first.head.dep_ in ("ROOT", "ccomp"),
        speaks=first.dep_ == "nsubj" and is_speech(first.head),
        quoted=start in quoted,
        owned=any(child.tag_ == "PRP$" for child in head.children)
        or any(child.tag_ == "PRP$" for child in first.children),
        bracketed=_is_bracketed(doc, start),
        preposition=head.head.lower_ if head.dep_ == "pobj" else "",
        alias=bool(words) and _is_alias(doc, start),
        bare=head.left_edge.i >= start,
        possessor=head.dep_ == "poss" and head.head.dep_ in ("nsubj", "nsubjpass"),
        followed="owner"
        if follows in ("'s", "'")
        else "comma"
        if follows in (",", "(")
        else "and"
        if follows in ("and", "or")
        else "",
    )


def _told_sex(doc: Doc, start: int, head: Token, named: bool) -> float:
    """Return the sex that a title, a noun beside the name or the noun itself tells; 0 where none does."""
    nouns = [] if named else [head.lemma_.lower()]
    if named:
        nouns += [doc[i].lower_ for i in range(max(0, start - 2), start) if doc[i].pos_ in ("NOUN", "PROPN", "ADJ")]
        nouns += [
            child.lemma_.lower()
            for child in head.children
            if child.dep_ == "appos" and not any(inner.tag_ == "PRP$" for inner in child.children)
        ]
        if head.dep_ == "appos":
            nouns.append(head.head.lemma_.lower())
        if head.dep_ in ("nsubj",) and head.head.lemma_ == "be":
            nouns += [child.lemma_.lower() for child in head.head.children if child.dep_ == "attr"]
    women, men = any(noun in WOMENS_NOUNS for noun in nouns), any(noun in MENS_NOUNS for noun in nouns)
    return 0.0 if women == men else 1.0 if women else -1.0


def _first_of(head: Token) -> Token:
    """Return the noun whose role the name shares: the first conjunct, what it is in apposition to."""
    while head.dep_ in ("conj", "appos", "compound") and head.head != head and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    return head


def _is_bracketed(doc: Doc, start: int) -> bool:
    for token in reversed(doc[max(0, start - 4) : start]):
        if token.text in ("(", ")"):
            return token.text == "("
    return False


def _is_alias(doc: Doc, start: int) -> bool:
    """Return whether the words before the name say that it is another name of somebody: "born", "known as", "alias"."""
    before = [token.lower_ for token in doc[max(0, start - 6) : start]]
    if "(" in before:
        before = before[before.index("(") + 1 :]
    last = before[-1:] + before[-2:-1]
    if before[-1:] in (["as"], ["by"]) and {"known", "credited", "billed", "born", "nicknamed"} & set(before[-4:]):
        return True
    if any(word in ("née", "nee", "alias", "aka", "a.k.a.", "nicknamed") for word in last):
        return True
    return "name" in before[-3:] and bool(
        {"real", "stage", "pen", "birth", "courtesy", "full", "maiden"} & set(before[-4:])
    )
