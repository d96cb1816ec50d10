"""Clause extraction: the dependency tree of a sentence, cut into clauses."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from claims.language.attribution import is_hearing, reported_content, speaker_head
from claims.language.clauses import phrases
from claims.language.clauses.antecedents import (
    antecedent_noun,
    is_change_of,
    is_sentential,
    measured_noun,
    names_many,
    refers_to_subject,
)
from claims.language.clauses.appositions import is_label
from claims.language.clauses.clause import Clause, ClauseContext, ClauseForm, Piece, span_of
from claims.language.clauses.conjuncts import counted_noun
from claims.language.clauses.detachment import DetachedPart, Detachment, converted_measure, cut
from claims.language.clauses.ellipsis import (
    fronted_time,
    gapped_auxiliaries,
    is_gapped_passive,
    shared_auxiliaries,
    shared_by_gapped,
)
from claims.language.clauses.facts import facts_of
from claims.language.clauses.features import feature_owner
from claims.language.clauses.grammar import (
    MEASURING,
    SUBJECTS,
    TITLE,
    has_subject,
    is_after_comma,
    is_embedded_question,
    is_finite,
    is_measure,
    is_name,
    is_past,
    is_plural,
    relative_word,
)
from claims.language.clauses.repairs import repair_tree
from claims.language.clauses.rewording import reworded
from claims.language.clauses.sources import TOLD_OF_SOURCE, named_speaker, source_of, with_source
from claims.language.clauses.titles import title_clauses
from claims.language.clauses.trimming import opens_inset, was_cut_between, without_loose_ends
from claims.language.kinds import ClaimWarning
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


#: No sentence that anyone writes holds more; a list of a thousand names must not become a thousand claims.
_MOST_CLAUSES = 40
#: They tell how something is, so that "which makes it" speaks of its subject.
_DESCRIBING = MEASURING | word_set("have carry hold feature boast equip fit arm displace power rank")
#: The clause around states nothing beside these.
_CONTENTS = (Detachment.REPORTED_CLAUSE, Detachment.FACTIVE_CLAUSE)


def clauses_of(doc: Doc) -> list[Clause]:
    """Cut a parsed sentence into its clauses, in the order in which they begin."""
    repair_tree(doc)
    clauses = _Extraction(doc).clauses() + title_clauses(doc)
    return sorted(clauses, key=lambda clause: (clause.start, clause.end))[:_MOST_CLAUSES]


class _Extraction:
    """One sentence on its way to clauses: from the root down, each part that is cut off is visited in its turn."""

    def __init__(self, doc: Doc) -> None:
        self._found: list[Clause] = []
        self._queue = deque((token, ClauseContext()) for token in doc if token.head == token)
        self._substitutes: dict[int, tuple[Piece, ...]] = {}

    def clauses(self) -> list[Clause]:
        while self._queue and len(self._found) < _MOST_CLAUSES:
            self._visit(*self._queue.popleft())
        return self._found

    def _visit(self, top: Token, context: ClauseContext) -> None:
        kept, detached = cut(top, spoken=bool(context.speaker))
        context = with_source(context, detached)
        for part in detached:
            self._push(part, top, kept, context)
        if not any(part.kind in _CONTENTS for part in detached):
            shared = [token for token in shared_by_gapped(top) if token not in kept]
            self._emit(top, kept + shared, context, span=span_of(kept))

    def _push(self, part: DetachedPart, top: Token, kept: list[Token], context: ClauseContext) -> None:
        """State what a part says, or put it into the queue with what it gets from the clause of `top`."""
        token, host = part.token, part.host
        past = is_past(top) or context.past
        match part.kind:
            case Detachment.COORDINATED_CLAUSE:
                self._share_antecedent(token, top)
                self._queue.append((token, self._coordinated(token, top, kept, context)))
            case Detachment.SUBORDINATE_CLAUSE | Detachment.FACTIVE_CLAUSE:
                self._queue.append((token, context.inside(past=past)))
            case Detachment.REPORTED_CLAUSE:
                self._queue.append((token, ClauseContext(speaker=self._chain(top, context), past=past)))
            case Detachment.FURTHER_REPORTED_CLAUSE:
                self._push_further_report(token, top, context)
            case Detachment.PARTICIPIAL_CLAUSE:
                self._push_participle(token, top, context)
            case Detachment.RELATIVE_CLAUSE:
                self._push_relative(token, host, top, context)
            case Detachment.APPOSITION | Detachment.AGE | Detachment.REDUCED_RELATIVE:
                phrase, host_phrase = self._phrase(token), self._phrase(host)
                if host.dep_ == "attr" and part.kind is Detachment.REDUCED_RELATIVE and not is_after_comma(token):
                    host_phrase = [piece for piece in self._subject(top, context) if not isinstance(piece, str)]
                if part.kind is not Detachment.REDUCED_RELATIVE:
                    listed = {inner for child in host.rights if child.dep_ in ("conj", "cc") for inner in child.subtree}
                    host_phrase = without_loose_ends([inner for inner in host_phrase if inner not in listed])
                self._found += phrases.modifier_clauses(part, host_phrase, phrase, context.inside(past=past))
                self._push_relatives_of_apposition(part, context.inside(past=past))
                for inner in cut(token)[1]:
                    if inner.kind is Detachment.FEATURE:
                        self._push(inner, token, kept, context)
                if _names(part) and host.dep_ in SUBJECTS:
                    self._rename(host, token)
            case Detachment.FEATURE:
                owner = feature_owner(token, host, top)
                if owner is not None:
                    named = self._subject(top, context) if owner.dep_ in SUBJECTS else self._owned(owner, top, context)
                    self._found += phrases.feature_clauses(token, owner, named, context.inside(past=past))
            case Detachment.DISTRIBUTIVE:
                self._found += phrases.distributive_clauses(token, host, context.inside(past=past))
            case Detachment.SHARE:
                self._found += phrases.share_clauses(token, self._phrase(host), context.inside(past=past))
            case Detachment.RESTATED_MEASURE:
                self._restate(token, host, top, kept, context)
            case Detachment.CONVERSION:
                self._restate_in_other_unit(token, top, kept, context)
            case Detachment.SOURCE | Detachment.REPORTING_CLAUSE:
                self._push_told_of_source(part, top, kept, context)
            case Detachment.CONNECTIVE:
                pass
            case _:
                assert_never(part.kind)

    def _push_told_of_source(self, part: DetachedPart, top: Token, kept: list[Token], context: ClauseContext) -> None:
        """ "according to the mayor, Edda Lind,": that she is the mayor, nobody but the author says."""
        source = source_of(part)
        for inner in cut(source)[1] if source is not None else ():
            if inner.kind in TOLD_OF_SOURCE:
                self._push(inner, top, kept, replace(context, speaker=()))

    def _coordinated(self, token: Token, top: Token, kept: list[Token], context: ClauseContext) -> ClauseContext:
        """Return the context of a second verb: without a subject of its own, it shares that of the first."""
        if has_subject(token):
            inside = context.inside(past=is_past(top))
            if not is_gapped_passive(token, top):
                return inside
            return replace(inside, auxiliaries=gapped_auxiliaries(token, top))
        participial = context.form is ClauseForm.PARTICIPIAL
        return ClauseContext(
            subject=self._subject(top, context),
            auxiliaries=shared_auxiliaries(token, top, context.auxiliaries),
            fronted=fronted_time(top, kept) or context.fronted,
            speaker=context.speaker,
            past=is_past(top) or (context.past and participial),
            form=ClauseForm.PARTICIPIAL if participial and token.tag_ == "VBG" else ClauseForm.FINITE,
        )

    def _share_antecedent(self, token: Token, top: Token) -> None:
        """ "who was born in 1950 and who studied in Orla": both are of the same."""
        first, second = relative_word(top), relative_word(token)
        if first is not None and second is not None and first.i in self._substitutes and second.head == token:
            self._substitutes.setdefault(second.i, self._substitutes[first.i])

    def _push_further_report(self, token: Token, top: Token, context: ClauseContext) -> None:
        first = reported_content(top)
        if first is not None:
            spoken = ClauseContext(speaker=self._chain(top, context))
            self._queue.append((token, self._coordinated(token, first, cut(first)[0], spoken)))

    def _push_participle(self, token: Token, top: Token, context: ClauseContext) -> None:
        said = reported_content(token)
        if said is not None:
            speaker = context.speaker or self._subject(top, context)
            self._queue.append((said, ClauseContext(speaker=speaker, past=is_past(top))))
            return
        subject = self._subject(top, context)
        small = phrases.small_clause(token, is_past(top), self._described(top, context), context.speaker)
        if small is not None:
            self._found.append(small)
        elif subject and token.tag_ == "VBN":
            be = phrases.form_of_be(self._subject_head(top), phrases.is_of_past(token, is_past(top)))
            passive = ClauseContext(subject=subject, auxiliaries=(be,), speaker=context.speaker, past=True)
            self._queue.append((token, passive))
        elif subject:
            active = ClauseContext(
                subject=subject,
                speaker=context.speaker,
                past=is_past(top) or context.past,
                form=ClauseForm.PARTICIPIAL,
            )
            self._queue.append((token, active))

    def _push_relative(self, token: Token, host: Token, top: Token, context: ClauseContext) -> None:
        small = phrases.small_clause(token, is_past(token), self._described(top, context), context.speaker)
        word = relative_word(token)
        if small is not None:
            self._found.append(small)
        elif word is not None:
            self._substitutes[word.i] = self._antecedent(token, word, host, top, context)
            lint = (ClaimWarning.AMBIGUOUS,) if self._substitutes[word.i] == ("this",) else ()
            inner = context.inside(past=is_past(top), form=ClauseForm.RELATIVE, lint=lint)
            self._queue.append((token, inner))

    def _owned(self, noun: Token, top: Token, context: ClauseContext) -> tuple[Piece, ...]:
        """ "The stage has a single engine with…": the stage's single engine."""
        phrase, subject = self._phrase(noun), self._subject(top, context)
        whose = subject[-1] if subject else None
        if top.lemma_ != "have" or whose is None or isinstance(whose, str) or whose.text.endswith("s"):
            return tuple(phrase)
        return (*subject, "'s", *(inner for inner in phrase if inner.lower_ not in ("a", "an")))

    def _push_relatives_of_apposition(self, part: DetachedPart, context: ClauseContext) -> None:
        """ "Halvorsen, a geologist whose maps…,": the maps are Halvorsen's."""
        for inner in cut(part.token)[1]:
            word = relative_word(inner.token) if inner.kind is Detachment.RELATIVE_CLAUSE else None
            if word is not None and inner.host == part.token and part.token.pos_ == "NOUN":
                self._substitutes[word.i] = tuple(self._phrase(part.host))
                self._queue.append((inner.token, replace(context, form=ClauseForm.RELATIVE)))

    def _antecedent(
        self, verb: Token, word: Token, host: Token, top: Token, context: ClauseContext
    ) -> tuple[Piece, ...]:
        """Return what stands for the relative word; "this" where that is the whole statement, or anyone's guess."""
        noun = antecedent_noun(verb, word, host, top)
        phrase = [inner for inner in self._phrase(noun) if inner.i < verb.left_edge.i]
        if word.tag_ == "WRB" and any(inner.ent_type_ in ("DATE", "TIME") for inner in phrase):
            phrase = []
        antecedent: tuple[Piece, ...] = tuple(phrase)
        subject = self._subject(top, context)
        measured = measured_noun(verb, noun, top)
        if measured is not None:
            antecedent = tuple(self._phrase(measured))
        elif (
            is_change_of(noun, word)
            or refers_to_subject(word, verb, noun, top)
            and not is_measure(self._subject_head(top))
        ):
            antecedent = subject
        elif (
            noun.dep_ == "attr"
            and noun.head == top
            and not is_after_comma(verb)
            and self._subject_head(top).pos_ == "NOUN"
        ):
            antecedent = ("the", *phrase[1:])
        elif noun.dep_ == "attr" and noun.head == top and not is_plural(noun):
            antecedent = subject or antecedent
        if is_sentential(verb, word, noun):
            antecedent = ()
        vague = word.dep_ == "nsubj" and verb.tag_ == "VBZ" and names_many(noun, word) and antecedent != subject
        return ("this",) if vague or (not antecedent and word.tag_ != "WRB") else antecedent

    def _described(self, top: Token, context: ClauseContext) -> tuple[Piece, ...]:
        """Return the subject of a clause that only describes it; empty where something happens."""
        return self._subject(top, context) if top.lemma_ in _DESCRIBING else ()

    def _rename(self, description: Token, name: Token) -> None:
        """ "The minister, Daoud Kerim, said": from here on the name stands for the description."""
        phrase = self._phrase(description)
        self._substitutes[description.i] = tuple(self._phrase(name))
        for token in phrase:
            if token != description:
                self._substitutes[token.i] = ()

    def _restate(self, token: Token, host: Token, top: Token, kept: list[Token], context: ClauseContext) -> None:
        """State the same with the bracketed measure: "cost $2.5 billion (2.3 billion euros)"."""
        original = {inner.i for inner in cut(host)[0]}
        tokens = [inner for inner in kept if inner.i not in original] + self._phrase(token)
        self._emit(top, sorted(tokens, key=lambda inner: inner.i), context, span=span_of(self._phrase(token)))

    def _restate_in_other_unit(self, token: Token, top: Token, kept: list[Token], context: ClauseContext) -> None:
        """State the same with the value that "equal to" gives: "climbs to 4150 N, equal to 380 tons"."""
        converted = converted_measure(token)
        measures = [inner for inner in kept if is_measure(inner) and inner.i < token.i and inner.dep_ != "nummod"]
        if converted is not None and measures:
            self._restate(converted, measures[-1], top, kept, context)

    def _emit(self, top: Token, kept: list[Token], context: ClauseContext, span: tuple[int, int] | None = None) -> None:
        pieces = self._pieces(top, kept, context)
        finite = is_finite(top) or bool(context.auxiliaries) or context.form is ClauseForm.PARTICIPIAL
        complete = finite and (bool(context.subject) or self._subject_head(top) != top)
        complete = complete and not (context.form is ClauseForm.FINITE and is_embedded_question(top))
        lint = context.lint if complete else (*context.lint, ClaimWarning.FRAGMENT)
        start, end = span or span_of(kept)
        clause = Clause(pieces, top, start, end, context.speaker, context.form, lint)
        self._found += facts_of(reworded(clause))

    def _pieces(self, top: Token, kept: list[Token], context: ClauseContext) -> list[Piece]:
        own: list[Piece] = []
        after_verb: list[Piece] = []
        at_end: list[Piece] = []
        for token in kept:
            substitute = self._substitutes.get(token.i)
            if substitute is None:
                if self._lost_comma(token, top, own):
                    own.append(",")
                tenseless = token == top and context.form is ClauseForm.PARTICIPIAL
                own.append(phrases.finite_form(token, context) if tenseless else token)
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
        if has_subject(top):
            return self._with_shared_helpers(top, own, context)
        return [*context.fronted, *context.subject, *context.auxiliaries, *own]

    def _with_shared_helpers(self, top: Token, own: list[Piece], context: ClauseContext) -> list[Piece]:
        """ "40 injured" of "12 people were killed and 40 injured" is "40 people were injured"."""
        if not context.auxiliaries:
            return own
        subject = self._subject_head(top)
        at = next(
            (n for n, piece in enumerate(own) if not isinstance(piece, str) and piece.i > subject.right_edge.i), 0
        )
        first = self._subject_head(top.head)
        return [*own[:at], *counted_noun(first, subject), *context.auxiliaries, *own[at:]]

    def _lost_comma(self, token: Token, top: Token, before: list[Piece]) -> bool:
        """Return whether the comma before the subject went with what was cut out in front of it."""
        last = next((piece for piece in reversed(before) if isinstance(piece, str) or not piece.is_punct), None)
        if isinstance(last, str | None) or last.dep_ == "cc" or not was_cut_between(last, token, before):
            return False
        subject = self._subject_head(top)
        return subject != top and (token == subject.left_edge or opens_inset(token, subject, top))

    def _phrase(self, head: Token) -> list[Token]:
        """Return the noun phrase of `head` without what is a statement of its own."""
        return without_loose_ends(cut(head)[0])

    def _subject_head(self, top: Token) -> Token:
        return next((child for child in top.children if child.dep_ in SUBJECTS), top)

    def _subject(self, top: Token, context: ClauseContext) -> tuple[Piece, ...]:
        head = self._subject_head(top)
        if head == top:
            return context.subject
        pieces: list[Piece] = []
        for token in self._phrase(head):
            pieces += self._substitutes.get(token.i, (token,))
        return tuple(pieces)

    def _chain(self, top: Token, context: ClauseContext) -> tuple[Piece, ...]:
        """Return who asserts it, and on whose word we know: "officials, according to Reuters"."""
        nearest = self._speaker(top, context)
        if not context.speaker or not nearest or _is_pronoun(context.speaker):
            return nearest or context.speaker
        if _is_pronoun(nearest):
            return context.speaker
        return (*nearest, ",", "according", "to", *context.speaker)

    def _speaker(self, top: Token, context: ClauseContext) -> tuple[Piece, ...]:
        head = speaker_head(top)
        if head is None:
            return () if is_hearing(top) else context.subject
        # Of "co-author Bonny Lin" the model may hang "co" on the name: nothing up to the title belongs to it.
        titles = {
            word.i
            for child in head.children
            if child.dep_ == TITLE
            for word in head.doc[head.left_edge.i : child.right_edge.i + 1]
        }
        head = named_speaker(head)
        phrase = tuple(token for token in self._phrase(head) if token.i not in titles)
        return self._substitutes.get(head.i, phrase)


def _names(part: DetachedPart) -> bool:
    """Return whether an apposition is a name: "the minister, Daoud Kerim"."""
    return (
        part.kind is Detachment.APPOSITION
        and is_name(part.token)
        and part.host.pos_ in ("NOUN", "NUM")
        and not is_label(part.token)
    )


def _is_pronoun(speaker: tuple[Piece, ...]) -> bool:
    """Return whether it is the "he" of "Lind said…, he added", who follows nobody but himself."""
    return len(speaker) == 1 and not isinstance(speaker[0], str) and speaker[0].pos_ == "PRON"
