"""Names of things and of their properties in one spelling: "The Russian RD-180 rocket engine" is "rd180"."""

import re
from dataclasses import dataclass

from claims.language.vocabulary import word_set

_WORD = re.compile(r"[^\W_]+(?:[-./'’][^\W_]+)*")
_ARTICLES = word_set("the a an its their his her this that new current present modern latest")
#: What kind of thing a name stands for may be said or left out; two different kinds are two things.
_KINDS = word_set("""engine motor rocket missile launcher booster stage fighter jet aircraft airplane aeroplane airliner plane bomber
    interceptor helicopter drone uav tank howitzer gun ship warship frigate destroyer corvette cruiser carrier submarine
    boat vessel satellite spacecraft capsule probe telescope system complex vehicle truck car train locomotive torpedo
    radar rifle reactor turbine""")
_DESIGNATION = re.compile(r"^(?=.*\d)(?=.*[^\W\d_])[^\W_]+(?:[-./][^\W_]+)*$")
_SHORT_NAME = re.compile(r"^(?:[A-Z]{1,4}|[A-Z][a-z]{1,2})$")
_QUALIFIERS = {
    "maximum": "max max. maximum maximal top peak highest",
    "minimum": "min min. minimum minimal lowest",
    "vacuum": "vacuum",
    "empty": "bare empty dry unladen unloaded",
    "loaded": "loaded gross laden fuelled fueled wet",
    "takeoff": "takeoff take-off liftoff lift-off launch",
    "cruise": "cruise cruising",
    "average": "average mean",
    "median": "median",
    "yearly": "annual yearly",
    "monthly": "monthly",
    "daily": "daily",
    "sea level": "sea-level",
    "net": "net",
    "total": "total overall combined",
    "nominal": "nominal rated",
    "combat": "combat",
    "operational": "operational service",
}
_QUALIFIER_OF = {word: name for name, words in _QUALIFIERS.items() for word in words.split()}
_SYNONYMS = {
    "mass": "weight",
    "price": "cost",
    "velocity": "speed",
    "inhabitant": "population",
    "people": "population",
    "resident": "population",
    "troop": "soldier",
    "warplane": "aircraft",
    "plane": "aircraft",
    "airplane": "aircraft",
}
_SILENT = word_set("""the a an its their his her in at on under of when while is are was were own own, current present official
    estimated approximate about stated declared reported published real actual""")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![su])s$")
#: Longer phrases are sentences of their own: nobody's name, nobody's property.
_LONGEST = 60


@dataclass(frozen=True)
class EntityName:
    """A thing: its name in one spelling, the names said before it, and the kind of thing it is said to be."""

    name: str
    prefix: frozenset[str]
    kind: str

    def may_be(self, other: "EntityName") -> bool:
        """Return whether both may be one thing: one name, and no other maker, owner or kind."""
        other_owner = self.prefix and other.prefix and not self.prefix & other.prefix
        other_kind = self.kind and other.kind and self.kind != other.kind
        return self.name == other.name and not other_owner and not other_kind


def read_entity_name(phrase: str) -> EntityName | None:
    """Read the name in a noun phrase, None where the phrase names nobody ("the company")."""
    words = [word for word in _WORD.findall(phrase) if word.lower() not in _ARTICLES]
    words = _joined_designations([re.sub(r"['’]s?$", "", word) for word in words])
    if not words or len(phrase) > _LONGEST or not any(map(_is_name, words)):
        return None
    kinds = [word.lower() for word in words[1:] if without_plural(word.lower()) in _KINDS]
    kept = [word for at, word in enumerate(words) if at == 0 or without_plural(word.lower()) not in _KINDS]
    first = next((at for at, word in enumerate(kept) if _DESIGNATION.match(word)), None)
    prefix = frozenset(word.lower() for word in kept[:first]) if first else frozenset()
    name = " ".join(_spelled(word) for word in kept[first or 0 :])
    return EntityName(name, prefix, without_plural(kinds[-1]) if kinds else "")


def read_property(phrase: str) -> tuple[str, tuple[str, ...]] | None:
    """Part a property into its name and its qualifiers: ("thrust", ("maximum", "vacuum")).

    None where no name is left, or where it is a sentence rather than a name.
    """
    plain = re.sub(r"\bsea level\b", "sea-level", phrase.lower())
    words = [word for word in _WORD.findall(plain) if word not in _SILENT]
    qualifiers = tuple(sorted({_QUALIFIER_OF[word] for word in words if word in _QUALIFIER_OF}))
    names = [without_plural(word) for word in words if word not in _QUALIFIER_OF]
    if not names or len(phrase) > _LONGEST:
        return None
    return " ".join(_SYNONYMS.get(name, name) for name in names), qualifiers


def read_qualifiers(phrase: str) -> tuple[str, ...]:
    """Read the conditions behind a value: "at sea level", "per aircraft"; unknown ones as they are."""
    plain = re.sub(r"\bsea level\b", "sea-level", phrase.lower())
    words = [word for word in _WORD.findall(plain) if word not in _SILENT]
    return tuple(
        sorted({_QUALIFIER_OF.get(word, _SYNONYMS.get(without_plural(word), without_plural(word))) for word in words})
    )


def without_plural(word: str) -> str:
    """Take the plural's ending off a word, roughly: it serves to compare words, not to print them."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return _PLURAL.sub("", word)


def _joined_designations(words: list[str]) -> list[str]:
    """ "RD 180" is "RD-180"."""
    joined: list[str] = []
    for word in words:
        if joined and word[0].isdigit() and _SHORT_NAME.match(joined[-1]):
            joined[-1] = f"{joined[-1]}-{word}"
        else:
            joined.append(word)
    return joined


def _is_name(word: str) -> bool:
    return word[0].isupper() or _DESIGNATION.match(word) is not None


def _spelled(word: str) -> str:
    return re.sub(r"[^\w]|_", "", word).casefold() if _DESIGNATION.match(word) else word.casefold()
