"""The walk over a dependency tree that cuts a sentence into clauses."""

from collections import deque
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.language.attribution import (
    asks_whether,
    is_speech,
    is_the_author,
    reported_content,
    source_head,
    speaker_head,
)
from claims.language.clauses import phrases
from claims.language.clauses.antecedents import comments, disagrees, measured_before, with_its_measure
from claims.language.clauses.clause import Clause, Frame, Piece, span_of
from claims.language.clauses.coordination import distributed
from claims.language.clauses.detaching import converted_measure, detachment
from claims.language.clauses.grammar import (
    SUBJECTS,
    TITLE,
    carries_measure,
    is_after_comma,
    is_finite,
    is_measure,
    is_past,
    is_plural,
    relative_word,
)
from claims.language.clauses.repairs import repair_tree
from claims.language.clauses.rewording import reworded
from claims.language.clauses.titles import title_clauses
from claims.language.inflection import is_only_past
from claims.language.vocabulary import word_set

#: No sentence that anyone writes holds more; a list of a thousand names must not become a thousand claims.
_MOST_CLAUSES = 40
_LOOSE_ENDS = frozenset(",;:-–—.")
#: "reaches 90 kN, which is 4 % more": of whatever reaches it.
_MEASURING = word_set("be reach total amount stand equal exceed measure weigh number hit")
#: They tell how something is, so that "which makes it" speaks of its subject.
_DESCRIBING = _MEASURING | word_set("have carry hold feature boast equip fit arm displace power rank")
_AUXILIARIES = ("aux", "auxpass")


def clauses_of(doc: Doc) -> list[Clause]:
    """Cut a parsed sentence into its clauses, in the order in which they begin."""
    repair_tree(doc)
    clauses = _Walk(doc).clauses() + title_clauses(doc)
    return sorted(clauses, key=lambda clause: (clause.start, clause.end))[:_MOST_CLAUSES]


class _Walk:
    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._found: list[Clause] = []
        self._queue: deque[tuple[Token, Frame]] = deque((token, Frame()) for token in doc if token.head == token)
        self._substitutes: dict[int, tuple[Piece, ...]] = {}

    def clauses(self) -> list[Clause]:
        while self._queue and len(self._found) < _MOST_CLAUSES:
            self._visit(*self._queue.popleft())
        return self._found

    def _visit(self, top: Token, frame: Frame) -> None:
        kept, detached = _gather(top, spoken=bool(frame.speaker))
        frame = _with_source(frame, detached)
        for kind, token, host in detached:
            self._push(kind, token, host, top, kept, frame)
        if not any(kind in ("content", "fact") for kind, _, _ in detached):
            self._emit(top, kept, frame)

    def _push(self, kind: str, token: Token, host: Token, top: Token, kept: list[Token], frame: Frame) -> None:
        past = is_past(top) or frame.past
        if kind == "conj":
            self._queue.append((token, self._joined_frame(token, top, kept, frame)))
        elif kind in ("subordinate", "fact"):
            self._queue.append((token, frame.inside(past=past)))
        elif kind == "content":
            self._queue.append((token, Frame(speaker=self._chain(top, frame), past=past)))
        elif kind == "content_too":
            said = reported_content(top)
            joined = self._joined_frame(token, said, _gather(said)[0], Frame(speaker=self._chain(top, frame)))
            self._queue.append((token, joined))
        elif kind == "participle":
            self._push_participle(token, top, kept, frame)
        elif kind == "relative":
            self._push_relative(token, host, top, kept, frame)
        elif kind == "apposition" and token.pos_ == "PROPN" and host.pos_ == "NOUN":
            self._found += phrases.described(
                kind, token, host, self._phrase(host), self._phrase(token), frame.inside(past=past)
            )
            if host.dep_ in SUBJECTS:
                self._rename(host, token)
        elif kind in ("apposition", "age", "reduced"):
            self._found += phrases.described(
                kind, token, host, self._phrase(host), self._phrase(token), frame.inside(past=past)
            )
        elif kind == "each":
            self._found += phrases.each_with(token, host, frame)
        elif kind == "restated":
            self._restate(token, host, top, kept, frame)
        elif kind == "equal":
            self._restate_in_other_unit(token, top, kept, frame)

    def _joined_frame(self, token: Token, top: Token, kept: list[Token], frame: Frame) -> Frame:
        """The frame of a second verb: it shares the first one's subject, and its auxiliaries where it has none."""
        own = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return frame.inside(past=is_past(top))
        shared = tuple(child for child in top.children if child.dep_ in _AUXILIARIES and child.i < top.i)
        shared = shared or frame.auxiliaries
        bare = token.tag_ in ("VB", "VBN", "VBG") and not is_finite(token)
        bare = (bare and _fits(shared, token)) or _is_shared_passive(token, top) or _is_shared_infinitive(token, shared)
        return Frame(
            subject=self._subject(top, frame),
            auxiliaries=shared if bare else (),
            lead=_lead(top, kept) or frame.lead,
            speaker=frame.speaker,
            past=is_past(top) or (frame.past and frame.shape == "participle"),
            shape="participle" if frame.shape == "participle" and token.tag_ == "VBG" else "main",
        )

    def _push_participle(self, token: Token, top: Token, kept: list[Token], frame: Frame) -> None:
        said = reported_content(token)
        if said is not None:
            speaker = frame.speaker or self._subject(top, frame)
            self._queue.append((said, frame.inside(speaker=speaker, past=is_past(top))))
            return
        subject = self._subject(top, frame)
        small = phrases.small_clause(token, is_past(top), self._described(top, frame))
        if small is not None:
            self._found.append(Clause(*small, speaker=frame.speaker, shape="small"))
        elif subject and token.tag_ == "VBN":
            be = phrases.be(self._subject_head(top), phrases.is_of_past(token, is_past(top)))
            self._queue.append((token, Frame(subject=subject, auxiliaries=(be,), speaker=frame.speaker, past=True)))
        elif subject:
            shaped = Frame(subject=subject, speaker=frame.speaker, past=is_past(top) or frame.past, shape="participle")
            self._queue.append((token, shaped))

    def _push_relative(self, token: Token, host: Token, top: Token, kept: list[Token], frame: Frame) -> None:
        small = phrases.small_clause(token, is_past(token), self._described(top, frame))
        if small is not None:
            self._found.append(Clause(*small, speaker=frame.speaker, shape="small"))
            return
        word = relative_word(token)
        host = with_its_measure(host, token)
        if word.tag_ != "WRB" and host.ent_type_ in ("DATE", "TIME"):
            host = next((child for child in top.children if child.dep_ == "dobj"), host)
        if disagrees(word, token, host):
            host = next((noun for noun in self._nouns_before(host, top) if is_plural(noun) or is_measure(noun)), host)
        antecedent: tuple[Piece, ...] = tuple(noun for noun in self._phrase(host) if noun.i < token.left_edge.i)
        if word.tag_ == "WRB" and any(inner.ent_type_ in ("DATE", "TIME") for inner in antecedent):
            antecedent = ()
        measured = measured_before(token, host, top)
        if measured is not None:
            antecedent = tuple(self._phrase(measured))
        elif _equates(word, token, host, top) and not is_measure(self._subject_head(top)):
            antecedent = self._subject(top, frame)
        elif host.dep_ == "attr" and host.head == top and not is_plural(host):
            antecedent = self._subject(top, frame) or antecedent
        if comments(token, host):
            antecedent = ()
        of_subject = antecedent == self._subject(top, frame)
        vague = word.dep_ == "nsubj" and token.tag_ == "VBZ" and is_plural(host) and not of_subject
        self._substitutes[word.i] = ("this",) if vague or (not antecedent and word.tag_ != "WRB") else antecedent
        lint = ("ambiguous",) if self._substitutes[word.i] == ("this",) else ()
        self._queue.append((token, frame.inside(shape="relative", past=is_past(top), lint=lint)))

    def _described(self, top: Token, frame: Frame) -> tuple[Piece, ...]:
        """Return the subject of a clause that only describes it; empty where something happens."""
        return self._subject(top, frame) if top.lemma_ in _DESCRIBING else ()

    def _nouns_before(self, host: Token, top: Token) -> list[Token]:
        """Return the nouns of the clause before `host`, the nearest first."""
        return [noun for noun in reversed(_gather(top)[0]) if noun.i < host.i and noun.pos_ in ("NOUN", "PROPN")]

    def _rename(self, description: Token, name: Token) -> None:
        """ "The minister, Daoud Kerim, said": from here on the name stands for the description."""
        phrase = self._phrase(description)
        self._substitutes[description.i] = tuple(self._phrase(name))
        for token in phrase:
            if token != description:
                self._substitutes[token.i] = ()

    def _restate(self, token: Token, host: Token, top: Token, kept: list[Token], frame: Frame) -> None:
        """The same statement with the bracketed measure: "cost $2.5 billion (2.3 billion euros)"."""
        original = {inner.i for inner in _gather(host)[0]}
        tokens = [inner for inner in kept if inner.i not in original] + self._phrase(token)
        self._emit(top, sorted(tokens, key=lambda inner: inner.i), frame, span=span_of(self._phrase(token)))

    def _restate_in_other_unit(self, token: Token, top: Token, kept: list[Token], frame: Frame) -> None:
        """The same statement with the value that "equal to" gives: "climbs to 4150 N, equal to 380 tons"."""
        measures = [inner for inner in kept if is_measure(inner) and inner.i < token.i and inner.dep_ != "nummod"]
        if measures:
            self._restate(converted_measure(token), measures[-1], top, kept, frame)

    def _emit(self, top: Token, kept: list[Token], frame: Frame, span: tuple[int, int] | None = None) -> None:
        pieces = self._pieces(top, kept, frame)
        finite = is_finite(top) or bool(frame.auxiliaries) or frame.shape == "participle"
        complete = finite and (bool(frame.subject) or self._subject_head(top) != top)
        complete = complete and not (frame.shape == "main" and _asks_why(top))
        lint = frame.lint if complete else (*frame.lint, "fragment")
        start, end = span or span_of(kept)
        clause = Clause(pieces, top, start, end, frame.speaker, frame.shape, lint)
        self._found += distributed(reworded(clause))

    def _pieces(self, top: Token, kept: list[Token], frame: Frame) -> list[Piece]:
        own: list[Piece] = []
        after_verb: list[Piece] = []
        at_end: list[Piece] = []
        for token in kept:
            substitute = self._substitutes.get(token.i)
            if substitute is None:
                if self._lost_comma(token, top, own):
                    own.append(",")
                own.append(phrases.finite_form(token, frame) if token == top and frame.shape == "participle" else token)
            elif token.tag_ == "WRB":
                at_end += ["in", *substitute] if token.lower_ == "where" and substitute else []
            elif token.dep_ in ("dobj", "attr", "oprd") or (token.dep_ == "pobj" and token.head.i > top.i):
                after_verb += substitute
            else:
                own += [*substitute, "'s"] if token.tag_ == "WP$" else substitute
        if after_verb:
            at = own.index(top) + 1 if top in own else len(own)
            own[at:at] = after_verb
        own += at_end
        if any(child.dep_ in SUBJECTS for child in top.children):
            return own
        return [*frame.lead, *frame.subject, *frame.auxiliaries, *own]

    def _lost_comma(self, token: Token, top: Token, before: list[Piece]) -> bool:
        """True at the subject after words in front whose comma went with what was cut out between them."""
        last = next((piece for piece in reversed(before) if not (isinstance(piece, Token) and piece.is_punct)), None)
        if not isinstance(last, Token) or last.dep_ == "cc" or not _was_cut_between(last, token, before):
            return False
        subject = self._subject_head(top)
        return subject != top and (token == subject.left_edge or _opens_inset(token, subject, top))

    def _phrase(self, head: Token) -> list[Token]:
        """Return the noun phrase of `head` without what is a statement of its own."""
        phrase = _gather(head)[0]
        while len(phrase) > 1 and (phrase[-1].text in _LOOSE_ENDS or _is_lone_quote(phrase)):
            phrase.pop()
        return phrase

    def _subject_head(self, top: Token) -> Token:
        return next((child for child in top.children if child.dep_ in SUBJECTS), top)

    def _subject(self, top: Token, frame: Frame) -> tuple[Piece, ...]:
        head = self._subject_head(top)
        if head == top:
            return frame.subject
        pieces: list[Piece] = []
        for token in self._phrase(head):
            pieces += self._substitutes.get(token.i, (token,))
        return tuple(pieces)

    def _chain(self, top: Token, frame: Frame) -> tuple[Piece, ...]:
        """Return who asserts it, and on whose word we know: "officials, according to Reuters"."""
        nearest = self._speaker(top, frame)
        if not frame.speaker or not nearest or _is_pronoun(frame.speaker):
            return nearest or frame.speaker
        if _is_pronoun(nearest):
            return frame.speaker
        return (*nearest, ",", "according", "to", *frame.speaker)

    def _speaker(self, top: Token, frame: Frame) -> tuple[Piece, ...]:
        head = speaker_head(top)
        if head is None:
            return frame.subject
        # Of "co-author Bonny Lin" the model may hang "co" on the name: nothing up to the title belongs to it.
        titles = {
            word.i
            for child in head.children
            if child.dep_ == TITLE
            for word in head.doc[head.left_edge.i : child.right_edge.i + 1]
        }
        named = [
            child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN"
        ]
        if named and is_after_comma(named[0]):
            head = named[0]
        return tuple(self._substitutes.get(head.i, [token for token in self._phrase(head) if token.i not in titles]))


def _is_pronoun(speaker: tuple[Piece, ...]) -> bool:
    """True for the "he" of "Lind said…, he added", who follows nobody but himself."""
    return len(speaker) == 1 and isinstance(speaker[0], Token) and speaker[0].pos_ == "PRON"


def _is_lone_quote(phrase: list[Token]) -> bool:
    return phrase[-1].is_quote and sum(token.is_quote for token in phrase) % 2 == 1


def _equates(word: Token, verb: Token, host: Token, top: Token) -> bool:
    """ "4150 N, which is 380 tons": the second value is one of the same property; "which is 4 % more" is of the sum."""
    if not is_measure(host) or verb.lemma_ not in ("be", "equal") or word.dep_ not in SUBJECTS:
        return False
    said = next((child for child in verb.children if child.dep_ in ("attr", "acomp") and child.i > verb.i), None)
    compared = said is not None and not is_measure(said) and (said.dep_ == "acomp" or carries_measure(said))
    return top.lemma_ in _MEASURING or not compared


def _was_cut_between(last: Token, token: Token, kept: list[Piece]) -> bool:
    """True where words, and not only marks, are missing between two tokens."""
    if token.i == last.i + 1:
        return False
    members = {piece.i for piece in kept if isinstance(piece, Token)}
    return any(not word.is_punct and word.i not in members for word in token.doc[last.i + 1 : token.i])


def _asks_why(top: Token) -> bool:
    """ "…why this happens now", "whether it pays": an embedded question that the model took for the main clause."""
    return (asks_whether(top) and top.dep_ == "ROOT") or any(
        child.lower_ in ("why", "how", "what") and child.dep_ in ("advmod", "dobj") for child in top.lefts
    )


def _opens_inset(token: Token, subject: Token, top: Token) -> bool:
    """ "Russia, while it trades, buys": the words between subject and verb that a comma closes."""
    return any(
        child.left_edge == token and subject.i < child.i < top.i and child.right_edge.nbor(1).text == ","
        for child in top.children
        if child.dep_ in ("advcl", "prep")
    )


def _gather(top: Token, *, spoken: bool = False) -> tuple[list[Token], list[tuple[str, Token, Token]]]:
    """Return the tokens of the clause of `top` in order, and what was detached: (kind, token, host).

    In a clause that somebody speaks, what a third party believes stays: "Lin said the party thinks that…".
    """
    kept: list[Token] = []
    detached: list[tuple[str, Token, Token]] = []
    waiting = [top]
    while waiting:
        host = waiting.pop()
        kept.append(host)
        for child in host.children:
            kind = detachment(child, host, top)
            if kind is None or (spoken and kind == "content" and child.i > host.i and not is_speech(host)):
                waiting.append(child)
            else:
                detached.append((kind, child, host))
    kept.sort(key=lambda token: token.i)
    detached.sort(key=lambda part: part[1].i)
    return kept, detached


def _fits(auxiliaries: tuple[Piece, ...], verb: Token) -> bool:
    """ "have ended in failure or have no use": the second "have" can't take the first one as its auxiliary."""
    last = auxiliaries[-1] if auxiliaries else None
    return not (isinstance(last, Token) and last.lemma_ in ("have", "be") and verb.tag_ == "VB")


def _is_shared_passive(token: Token, top: Token) -> bool:
    """ "was signed by A and ratified by B": the second participle looks like a past tense."""
    passive = top.dep_ == "advcl" or any(child.dep_ == "auxpass" for child in top.children)
    roles = {child.dep_ for child in token.children}
    return (
        passive
        and token.tag_ == "VBD"
        and not is_only_past(token.lower_)
        and ("agent" in roles or top.tag_ == "VBN")
        and not roles & {"dobj", "aux", "auxpass"}
    )


def _is_shared_infinitive(token: Token, auxiliaries: tuple[Piece, ...]) -> bool:
    """ "can detect targets, track 300 of them": the second infinitive looks like a present tense."""
    return token.tag_ == "VBP" and any(isinstance(word, Token) and word.tag_ == "MD" for word in auxiliaries)


def _with_source(frame: Frame, detached: list[tuple[str, Token, Token]]) -> Frame:
    """Return the frame with the speaker that an "according to" in the clause names."""
    for kind, token, _ in detached:
        if kind == "source" and not frame.speaker:
            return replace(frame, speaker=tuple(_gather(source_head(token))[0]))
        if kind == "aside" and not frame.speaker:
            head = speaker_head(token)
            if head is not None and not is_the_author(head):
                return replace(frame, speaker=tuple(_gather(head)[0]))
    return frame


def _lead(top: Token, kept: list[Token]) -> tuple[Piece, ...]:
    """Return a time in front of the subject, which a second verb shares: "In 2021, X rose and Y fell"."""
    subject = next((child for child in top.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return ()
    members = {token.i for token in kept}
    for child in top.children:
        if child.i >= subject.i or child.dep_ not in ("prep", "npadvmod", "advmod"):
            continue
        tokens = [token for token in child.subtree if token.i in members]
        if any(token.ent_type_ in ("DATE", "TIME") for token in tokens):
            return (*tokens, ",")
    return ()
