"""Clauses that give one thing twice: "rose from X to Y", "X, compared with Y a year earlier", "X, four fewer than in 2021"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, Piece, lower_of
from claims.language.clauses.figures import PrintedFigure, figure_at, figures_in, is_date, shared_scale
from claims.language.clauses.grammar import SUBJECTS, is_plural
from claims.language.inflection import past_tense
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHANGING = word_set("""rise fall grow increase decrease decline drop climb jump surge soar shrink sink slide plunge tumble slump cut
    raise lower reduce expand double triple treble quadruple halve go swell dwindle widen narrow improve slow accelerate boost
    lift push bring ease edge leap advance recover rebound come extend upgrade contract""")
_CHANGES = word_set("rise increase jump gain growth drop fall decrease decline reduction loss cut surge climb")
#: Words of "in 2020", "by the end of May", "at the end of the year".
_WHEN = word_set("in on by at the of end")
_FALLING = word_set(
    "fall decrease decline drop shrink sink slide plunge tumble slump cut lower reduce halve dwindle narrow ease contract"
)
#: A level is many times what it moved by.
_LEVEL_OVER_STEP = 6
_NOW = ("now", "currently", "today", "already")
_AGO = ("ago", "earlier", "before", "previously", "previous", "last", "year")
_FORMER = ("previous", "earlier", "prior", "former", "initial", "original")
_COUNTING = (("more", "than"), ("fewer", "than"), ("many", "as"))
_THAN = (
    "more",
    "fewer",
    "less",
    "higher",
    "lower",
    "longer",
    "shorter",
    "larger",
    "smaller",
    "faster",
    "heavier",
    "later",
)


def compared(clause: Clause) -> list[Clause]:
    """Return one clause for each value that the clause gives; only the clause where it gives one, or they cannot be parted."""
    for rule in (_to_and_by, _from_and_to, _against_another, _by_and_to, _more_than):
        parted = rule(clause)
        if parted:
            return [each for part in parted for each in _by_and_to(part) or [part]]
    return [clause]


def _from_and_to(clause: Clause) -> list[Clause]:
    """ "rose from 12 in 2010 to 30 in 2020": rose to 30 in 2020, and from 12 in 2010."""
    pieces = clause.pieces
    before, after = _phrase(pieces, "from"), _phrase(pieces, "to")
    if (
        before is None
        or after is None
        or lower_of(pieces[before - 1]) in ("up", "down")
        or "up to" in " ".join(map(lower_of, pieces))
        or clause.head.lemma_ not in _CHANGING
        or _is_denied(clause.head)
    ):
        return []
    first, last = figure_at(pieces, before + 1), figure_at(pieces, after + 1)
    if first is None or last is None:
        return []
    change = _change_before(pieces, before)
    fell = clause.head.lemma_ in _FALLING
    if before < after:
        # What stands before "to" is of the first value, what stands behind the last one of that.
        own = any(map(is_date, pieces[first.end : after]))
        first_words = [*_with_unit(pieces, first, last, fell=fell), *pieces[first.end : after]]
        tail = pieces[last.end :]
        start = [*pieces[:change], pieces[before], *first_words, *(_stop(pieces) if own else tail)]
        end = [*pieces[:before], pieces[after], *_with_unit(pieces, last, first, fell=True), *tail]
        return [replace(clause, pieces=end), replace(clause, pieces=start)]
    tail_of_last = pieces[last.end : before]
    end = [*pieces[:after], pieces[after], *_with_unit(pieces, last, first, fell=True), *tail_of_last, *_stop(pieces)]
    start = [*pieces[:after], pieces[before], *_with_unit(pieces, first, last, fell=fell), *pieces[first.end :]]
    return [replace(clause, pieces=end), replace(clause, pieces=start)]


def _change_before(pieces: list[Piece], before: int) -> int:
    """Return where the words end that hold of the first value too: "rose by 20 percent, from 10 euros" says so of none."""
    comma = before > 1 and lower_of(pieces[before - 1]) == ","
    figure = next((each for each in figures_in(pieces[: before - comma]) if each.end == before - comma), None)
    if figure is None or figure.start < 2:
        return before - comma
    return figure.start - (lower_of(pieces[figure.start - 1]) == "by")


def _by_and_to(clause: Clause) -> list[Clause]:
    """ "rose 12 percent to 4.5 million euros in 2020": rose 12 percent in 2020, and to 4.5 million euros."""
    pieces = clause.pieces
    after = _phrase(pieces, "to")
    if after is None or clause.head.lemma_ not in _CHANGING or _is_denied(clause.head):
        return []
    last = figure_at(pieces, after + 1)
    ends = after - (lower_of(pieces[after - 1]) == ",")
    change = next((each for each in figures_in(pieces[:ends]) if each.end == ends), None)
    if last is None or change is None:
        return []
    opens = change.start - (lower_of(pieces[change.start - 1]) == "by")
    if opens == 0 or pieces[opens - 1] != clause.head or _may_be_range(pieces, change, last):
        return []
    by, to = [*pieces[:ends], *pieces[last.end :]], [*pieces[:opens], *pieces[after:]]
    return [replace(clause, pieces=by), replace(clause, pieces=to)]


def _may_be_range(pieces: list[Piece], low: PrintedFigure, high: PrintedFigure) -> bool:
    """ "fell 2 to 10 percent", "was cut by $3 to $5 a barrel": from how much to how much, and no level."""
    first, last = low.printed_number(pieces), high.printed_number(pieces)
    units = [[lower_of(piece) for piece in each.unit(pieces)] for each in (low, high)]
    priced = [lower_of(pieces[each.start])[:1] in ("$", "€", "£", "¥") for each in (low, high)]
    alike = units[0] == units[1] and priced[0] == priced[1] or (not units[0] and not priced[0]) or all(priced)
    return alike and first is not None and last is not None and first < last < _LEVEL_OVER_STEP * first


def _to_and_by(clause: Clause) -> list[Clause]:
    """ "rose to 4.5 million euros in 2020, or by 12 percent": rose to 4.5 million euros in 2020, and by 12 percent.

    So it is in "fell to 4.5 million euros, a drop of 12 percent".
    """
    pieces = clause.pieces
    after = _phrase(pieces, "to")
    level = figure_at(pieces, after + 1) if after is not None and clause.head in pieces[:after] else None
    if after is None or level is None or clause.head.lemma_ not in _CHANGING or _is_denied(clause.head):
        return []
    comma = next((at for at in range(level.end, len(pieces)) if lower_of(pieces[at]) == ","), len(pieces))
    opens = comma + 1
    while opens < len(pieces) and lower_of(pieces[opens]) in (",", "or", "thus", "i.e."):
        opens += 1
    change = _change_at(pieces, opens)
    if change is None or any(
        not is_date(piece) and lower_of(piece) not in _WHEN for piece in pieces[level.end : comma]
    ):
        return []
    rest = pieces[change.end :]
    to = replace(clause, pieces=[*pieces[:comma], *rest])
    at = pieces.index(clause.head) + 1
    levels = _from_and_to(to) or [to]
    # "from 31 in 2022 to 44 in 2024, or by 42 percent": the change is of neither year alone.
    when = pieces[level.end : comma] if len(levels) == 1 else []
    return [*levels, replace(clause, pieces=[*pieces[:at], "by", *change.words(pieces), *when, *rest])]


def _change_at(pieces: list[Piece], at: int) -> PrintedFigure | None:
    """Return the figure of a "by 12 percent" or of "a drop of 12 percent" at a place."""
    words = [lower_of(piece) for piece in pieces[at : at + 3]]
    if words[:1] == ["by"]:
        return figure_at(pieces, at + 1)
    named = len(words) == 3 and words[0] in ("a", "an") and words[1] in _CHANGES and words[2] == "of"
    return figure_at(pieces, at + 3) if named else None


def _against_another(clause: Clause) -> list[Clause]:
    """ "has 40 ships, compared with 30 in 2010": it has 40 ships, and had 30 ships in 2010."""
    pieces = clause.pieces
    marker = _marker(pieces)
    if marker is None or _is_denied(clause.head):
        return []
    opens, at = marker
    former = _former(pieces, at)
    if former:
        now = [*_trimmed(pieces[:opens]), *_stop(pieces)]
        return [replace(clause, pieces=now), replace(clause, pieces=former)]
    other = figure_at(pieces, at)
    main = _compared_figure(pieces, opens, other) if other is not None else None
    if other is None or main is None:
        return []
    rest = _without_stop(pieces[other.end :])
    if any(lower_of(piece) in (",", "and", "but") for piece in rest):
        return []
    now = [*_trimmed(pieces[:opens]), *_stop(pieces)]
    then = _then(clause, pieces[:opens], main, _with_unit(pieces, other, main, fell=True), rest)
    return [replace(clause, pieces=now), replace(clause, pieces=[*then, *_stop(pieces)])] if then else []


def _former(pieces: list[Piece], at: int) -> list[Piece]:
    """ "compared with a previous range of 10 to 12 euros": the previous range was 10 to 12 euros."""
    words = [lower_of(piece) for piece in pieces[at : at + 5]]
    if len(words) < 5 or words[0] not in ("a", "an", "the") or words[1] not in _FORMER or "of" not in words[3:]:
        return []
    of = at + words.index("of", 3)
    if figure_at(pieces, of + 1) is None or any(lower_of(piece) == "," for piece in pieces[of:]):
        return []
    return ["the", *pieces[at + 1 : of], "was", *pieces[of + 1 :]]


def _then(
    clause: Clause, pieces: list[Piece], main: PrintedFigure, other: list[Piece], rest: list[Piece]
) -> list[Piece]:
    """Return the clause with the other value in the place of the main one, at the time or place of the other."""
    verb = next((n for n, piece in enumerate(pieces) if piece == clause.head), None)
    opener = pieces[main.start - 1] if main.start else None
    if opener is not None and lower_of(opener) == "to" and clause.head.lemma_ in _CHANGING:
        return [*_without_time(pieces[: main.start - 1]), "from", *other, *rest]
    if verb is None:
        return []
    if not rest:
        # "40 percent of men smoke, compared with 20 percent of women"
        parts = [[lower_of(piece) for piece in each][1:2] == ["of"] for each in (main.unit(pieces), other[-3:])]
        return [*pieces[: main.start], *other, *pieces[main.end :]] if all(parts) else []
    if lower_of(rest[0]) == "of":
        return [*pieces[: main.start], *other, *rest, *pieces[main.end :]] if main.start < verb else []
    if lower_of(rest[0]) == "for" and not _tells_when(rest):
        return _of_another(clause, pieces, main, other, rest[1:])
    if lower_of(rest[0]) not in ("in", "at", "on", "by", "during", "under") and not _tells_when(rest):
        return []
    if main.end <= verb:
        kept = [*_without_time(pieces[: main.start]), *other, *_trimmed(_without_time(pieces[main.end :]))]
    else:
        joined = [n for n in range(verb + 1, main.start) if lower_of(pieces[n]) == "and"]
        own = pieces[joined[-1] + 1 : main.start] if joined else pieces[verb + 1 : main.start]
        kept = [*_without_time(pieces[: verb + 1]), *_without_time(own), *other]
    if not _tells_when(rest):
        return [*kept, *rest]
    past = _in_the_past(kept, clause.head)
    return [*past, *rest] if past else []


def _of_another(
    clause: Clause, pieces: list[Piece], main: PrintedFigure, other: list[Piece], named: list[Piece]
) -> list[Piece]:
    """ "weighs 46 tons, compared with 62 tons for the Leopard": the Leopard weighs 62 tons."""
    subject = next((child for child in clause.head.children if child.dep_ in SUBJECTS), None)
    size = sum(1 for _ in subject.subtree) if subject is not None else 0
    if subject is None or is_plural(subject) or not size or pieces[0] != subject.left_edge or main.start < size:
        return []
    return [*named, *pieces[size : main.start], *other]


def _more_than(clause: Clause) -> list[Clause]:
    """ "gives them 52 seats, four fewer than in 2021": it gives them 52 seats, and four fewer than in 2021."""
    pieces = clause.pieces
    comma = next((n for n in range(len(pieces) - 1, 0, -1) if lower_of(pieces[n]) == ","), None)
    if comma is None or _is_denied(clause.head):
        return []
    phrase = _without_stop(pieces[comma + 1 :])
    words = [lower_of(piece) for piece in phrase]
    compares = ("than" in words and any(word in _THAN for word in words[:5])) or " as many as" in " " + " ".join(
        words[:5]
    )
    main = _main_figure(pieces[:comma])
    if not compares or main is None or any(word in ("and", "but", "which", "who") for word in words[:3]):
        return []
    # "dropped to 20 euros, three times lower than today": it did not drop to three times lower.
    if clause.head in phrase or (main.start and lower_of(pieces[main.start - 1]) == "to"):
        return []
    now = [*pieces[:comma], *_stop(pieces)]
    more = [*pieces[: main.start], *_with_counted(phrase, main.unit(pieces)), *pieces[main.end : comma], *_stop(pieces)]
    return [replace(clause, pieces=now), replace(clause, pieces=more)]


def _with_counted(phrase: list[Piece], unit: list[Piece]) -> list[Piece]:
    """ "four fewer than in 2021" of seats: four fewer seats than in 2021."""
    noun = unit[-1] if unit else None
    if noun is None or isinstance(noun, str) or noun.tag_ != "NNS" or len(noun.text) < 4 or not noun.text.islower():
        return phrase
    words = [lower_of(piece) for piece in phrase]
    at = next((n for n, pair in enumerate(zip(words, words[1:], strict=False)) if pair in _COUNTING), None)
    return phrase if at is None else [*phrase[: at + 1], noun.text, *phrase[at + 1 :]]


def _phrase(pieces: list[Piece], word: str) -> int | None:
    """Return where a "from" or "to" stands before a figure."""
    return next(
        (n for n, piece in enumerate(pieces) if lower_of(piece) == word and figure_at(pieces, n + 1) is not None), None
    )


def _marker(pieces: list[Piece]) -> tuple[int, int] | None:
    """Return where a comparison with a second value opens, and where that value begins."""
    for n, piece in enumerate(pieces):
        words = [lower_of(each) for each in pieces[n : n + 2]]
        after_comma = n > 0 and lower_of(pieces[n - 1]) == ","
        if words in (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"], ["as", "against"]):
            return n, n + 2
        if after_comma and not isinstance(piece, str) and piece.lower_ in ("against", "versus"):
            return n, n + 1
        if words[:1] == ["from"] and _is_change(pieces[:n]):
            return n, n + 1
    return None


def _is_change(pieces: list[Piece]) -> bool:
    """ ", up 14 percent" before a "from"."""
    change = next((each for each in figures_in(pieces) if each.end == len(pieces)), None)
    return change is not None and change.start > 1 and lower_of(pieces[change.start - 1]) in ("up", "down")


def _main_figure(pieces: list[Piece]) -> PrintedFigure | None:
    """Return the last figure, with what it is a part of: "52 of the 150 seats"."""
    found = list(figures_in(pieces))
    if not found:
        return None
    last = found[-1]
    if len(found) > 1:
        between = [lower_of(piece) for piece in pieces[found[-2].end : last.start]]
        if between in (["of", "the"], ["of"], ["out", "of"], ["of", "its"]):
            return PrintedFigure(found[-2].start, last.digits_end, last.end)
    return last


def _compared_figure(pieces: list[Piece], opens: int, other: PrintedFigure) -> PrintedFigure | None:
    """Return the figure before the comparison that is of the other one's kind."""
    found = [each for each in figures_in(pieces[:opens]) if not (each.end == opens and _is_change(pieces[:opens]))]
    unit = [lower_of(piece) for piece in other.unit(pieces)[:1]]
    same = [each for each in found if unit == [lower_of(piece) for piece in each.unit(pieces)[:1]]]
    if unit and same:
        return same[-1]
    scale = lower_of(pieces[other.digits_end - 1])
    scaled = [each for each in found if lower_of(pieces[each.digits_end - 1]) == scale]
    if not unit and len(found) > 1 and scale.isalpha() and scaled == found[-1:]:
        return found[-1]
    bare = other.unit(pieces) == [] or (
        len(found) == 1 and lower_of(pieces[other.digits_end - 1]) not in ("percent", "%")
    )
    return _main_figure(pieces[: found[0].end]) if bare and len(found) == 1 else None


def _with_unit(pieces: list[Piece], bare: PrintedFigure, other: PrintedFigure, *, fell: bool = False) -> list[Piece]:
    """Return the words of a figure, which may leave scale and unit to the other one: "from 4.1 to 5.2 million kg"."""
    words, unit = bare.words(pieces), bare.unit(pieces)
    if unit:
        return words
    priced = any(lower_of(piece)[:1] in ("$", "€", "£", "¥") for piece in words)
    scaled = [*words, *shared_scale(pieces, bare, other, may_be_more=fell)]
    return scaled if priced else [*scaled, *(str(piece) for piece in other.unit(pieces))]


def _without_time(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the phrases that tell when, and without "now"."""
    kept: list[Piece] = []
    for piece in pieces:
        if is_date(piece):
            while kept and lower_of(kept[-1]) in ("in", "on", "as", "of", "at", "by", "the", "during", "since"):
                kept.pop()
        elif lower_of(piece) not in _NOW and not (lower_of(piece) == "," and not kept):
            kept.append(piece)
    return kept


def _in_the_past(pieces: list[Piece], verb: Token) -> list[Piece]:
    """Return the pieces with their verb in the past; empty where it is no simple present or past."""
    if any(child.dep_ in ("aux", "auxpass") and child.tag_ != "VBD" for child in verb.children):
        return []
    if verb.tag_ in ("VBD", "VBN"):
        return pieces
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    form = past_tense(verb.lemma_, plural=subject is not None and is_plural(subject))
    return [form if piece == verb else piece for piece in pieces] if verb.tag_ in ("VBZ", "VBP") else []


def _tells_when(phrase: list[Piece]) -> bool:
    return any(is_date(piece) or lower_of(piece) in _AGO for piece in phrase)


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    end = len(pieces)
    while end and lower_of(pieces[end - 1]) in (",", "–", "—", "("):
        end -= 1
    return pieces[:end]


def _stop(pieces: list[Piece]) -> list[Piece]:
    return pieces[-1:] if pieces and lower_of(pieces[-1]) in (".", "!") else []


def _without_stop(pieces: list[Piece]) -> list[Piece]:
    return pieces[: len(pieces) - len(_stop(pieces))]
