"""A clause as pieces in reading order: tokens of the sentence, and the few words a standalone sentence needs."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

#: A token stands for itself; a string is a word that the sentence implies ("is", "'s").
Piece = Token | str


@dataclass(frozen=True)
class Clause:
    """One predicate with its subject. start and end are the character span of its own words in the sentence."""

    pieces: list[Piece]
    head: Token
    start: int
    end: int
    speaker: tuple[Piece, ...] = ()
    shape: str = "main"
    lint: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """What a clause gets from the one around it: a subject, auxiliaries, a time in front, a speaker."""

    subject: tuple[Piece, ...] = ()
    auxiliaries: tuple[Token, ...] = ()
    lead: tuple[Piece, ...] = ()
    speaker: tuple[Piece, ...] = ()
    past: bool = False
    shape: str = "main"
    lint: tuple[str, ...] = ()

    def inside(self, **changes: object) -> "Frame":
        """Return the frame of a clause within this one: only the speaker is passed on, and the tense."""
        return replace(Frame(speaker=self.speaker, past=self.past), **changes)


def span_of(tokens: list[Token]) -> tuple[int, int]:
    """Return the character span from the first to the last token that isn't punctuation."""
    words = [token for token in tokens if not token.is_punct and not token.is_space] or tokens
    first, last = words[0], words[-1]
    return first.idx, last.idx + len(last)
