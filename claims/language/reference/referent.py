"""What a pronoun or a definite noun stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.language.reference.entities import possessive


@dataclass(frozen=True)
class Referent:
    """The words to put for a pronoun, the token it repeats in its own sentence (None from an earlier one)."""

    words: str
    token: int | None
    certain: bool
    named: bool = True
    #: The names between which a person may choose where it is not certain, likeliest first.
    candidates: tuple[str, ...] = ()
    #: Number of the sentence, and the first token and the one after the last, that print the name.
    place: tuple[int, int, int] | None = None
    #: Likelier than not, which is enough to name who speaks; the words of a claim wait for a certain reading.
    likely: bool = False

    def owning(self, owns: bool) -> Referent:
        """Return the same referent as an owner ("Russia's") or plain."""
        return replace(self, words=possessive(self.name) if owns else self.name)

    @property
    def name(self) -> str:
        """The name without the ending of an owner."""
        return self.words.removesuffix("'s").removesuffix("'")
