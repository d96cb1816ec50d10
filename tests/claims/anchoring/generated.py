"""Articles of our own prose, edited in known ways, so that the right place of every quote is known."""

import random
from collections.abc import Callable
from dataclasses import dataclass

SENTENCES = (
    "The harbour authority counted 1,482 container ships in the spring quarter, 37 fewer than a year before.",
    "Maria Lindqvist, who runs the tide gauge at Varberg, says the mean level has risen by 4.2 millimetres a year.",
    "A new breakwater of 640 metres is to be finished by October 2027, according to the port's own timetable.",
    "The council did not approve the second dredging permit, and the contractor has appealed to the court in Lund.",
    "Ferries to Grenaa leave twice a day in winter and five times a day from the middle of June.",
    "Steel for the quay walls came from a mill in Oxelösund that closed its last blast furnace in 2025.",
    "Insurance for a small fishing boat now costs about 11,300 kronor, nearly a third more than in 2021.",
    "Divers found no trace of the barge that was reported missing after the storm of 14 November.",
    "The old customs house will be turned into a library with 90 reading places and a small theatre.",
    "Its roof, last repaired in 1968, weighs 212 tonnes and rests on oak beams from the eighteenth century.",
    "Critics of the plan argue that the town could have bought two electric buses for the same money.",
    "Only one bidder, Norra Bygg, offered to keep the tower clock running during the works.",
    "The clock has been wound by hand every Friday since the widow of the last keeper took over the task.",
    "Visitors paid 60 kronor in the first season and 85 kronor in the second, when the exhibition doubled in size.",
    "A survey of 2,016 residents showed that 58 per cent want the square closed to cars on Sundays.",
    "The remaining 42 per cent were split between those against it and those who had no opinion.",
    "Wind turbines on the northern mole produced 18.6 gigawatt hours last year, enough for some 3,700 homes.",
    "Their gearboxes were replaced under warranty after an inspector heard a rattle that nobody else had noticed.",
    "The bakery on Storgatan sells 400 saffron buns a day in December and closes for the whole of January.",
    "Its owner learned the recipe from an aunt in Gotland who never wrote anything down.",
    "Railway engineers measured a sag of 9 centimetres in the bridge at Kungsbacka before it was reinforced.",
    "Trains may cross it at 70 kilometres an hour, half the speed that the timetable assumes.",
    "The regional hospital moved its maternity ward to the fourth floor and hired 26 midwives from Finland.",
    "Waiting times for a first appointment fell from 19 to 12 weeks between March and September.",
    "Farmers along the river have planted willow on 310 hectares to hold back nutrients from the fields.",
    "A heron colony settled there within two years, which the ornithologists had not expected.",
    "The school orchestra travelled to Gdańsk with 54 pupils and came back with a silver medal.",
    "Its conductor, Anders Holm, had broken his wrist and led the finale with his left hand.",
    "Taxes in the municipality remain at 20.5 per cent, slightly below the average of the county.",
    "The auditors asked for receipts of 1.3 million kronor that the culture office could not produce.",
)
ADVERT = "Advertisement. Subscribe now and read the first month for free."
_WORD_SWAPS = {"The": "This", "new": "recent", "small": "little", "which": "something that", "according to": "as shown by",
               "says": "reports", "found": "discovered", "showed": "revealed", "there": "in the reeds", "last": "final",
               "paid": "handed over", "moved": "relocated", "produced": "delivered", "replaced": "exchanged"}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A quote with its context, the text after the edit, and where the quote is now (None: nowhere)."""

    kind: str
    quote: str
    prefix: str
    suffix: str
    after: str
    passage: str | None


def cases(per_kind: int, seed: int) -> list[Case]:
    """Make per_kind cases of every kind of edit, the same ones for the same seed."""
    chance = random.Random(seed)
    return [_case(kind, edit, chance) for kind, edit in EDITS.items() for _ in range(per_kind)]


def _case(kind: str, edit: "Edit", chance: random.Random) -> Case:
    sentences = chance.sample(SENTENCES, 16)
    at = chance.choice([i for i in range(2, 14) if any(c.isdigit() for c in sentences[i])])
    text = " ".join(sentences)
    start = text.index(sentences[at])
    end = start + len(sentences[at])
    after, passage = edit(sentences, at, chance)
    return Case(kind, text[start:end], text[max(0, start - 64) : start], text[end : end + 64], after, passage)


Edit = Callable[[list[str], int, random.Random], tuple[str, str | None]]


def _rewritten(change: Callable[[str, random.Random], str]) -> Edit:
    def edit(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
        new = change(sentences[at], chance)
        return " ".join([*sentences[:at], new, *sentences[at + 1 :]]), new

    return edit


def _other_number(sentence: str, chance: random.Random) -> str:
    digits = [i for i, c in enumerate(sentence) if c.isdigit()]
    i = chance.choice(digits)
    return sentence[:i] + chance.choice([d for d in "123456789" if d != sentence[i]]) + sentence[i + 1 :]


def _typography(sentence: str, chance: random.Random) -> str:
    return sentence.replace("'", "’").replace(" ", "\u00a0", 2).replace(", ", ",\n", 1).replace("-", "–")


def _negated(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    i = chance.randrange(2, min(6, len(words)))
    return " ".join([*words[:i], "not", *words[i:]])


def _reworded(sentence: str, chance: random.Random) -> str:
    for old, new in _WORD_SWAPS.items():
        sentence = sentence.replace(old + " ", new + " ")
    return sentence


def _split_by_advert(sentence: str, chance: random.Random) -> str:
    middle = sentence.index(" ", len(sentence) // 2)
    return f"{sentence[:middle]} {ADVERT}{sentence[middle:]}"


def _longer(sentence: str, chance: random.Random) -> str:
    return sentence[:-1] + ", a figure that the county board has since confirmed in writing."


def _moved(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
    rest = [*sentences[:at], *sentences[at + 1 :]]
    rest.insert(0 if at > 8 else len(rest), sentences[at])
    return " ".join(rest), sentences[at]


def _deleted(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
    return " ".join([*sentences[:at], *sentences[at + 1 :]]), None


def _look_alike(sentence: str) -> str:
    """Nearly the same words about something else."""
    return (
        sentence.replace("The ", "Another ", 1)
        .translate(str.maketrans("123456789", "345678912"))
        .replace(" in ", " near ")
    )


def _deleted_beside_look_alike(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
    kept = [*sentences[:at], *sentences[at + 1 :]]
    kept.insert(0 if at > 8 else len(kept), _look_alike(sentences[at]))
    return " ".join(kept), None


def _edited_beside_look_alike(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
    """The original is rewritten more heavily than a look-alike elsewhere differs from it."""
    new = _longer(_reworded(_other_number(sentences[at], chance), chance), chance)
    kept = [*sentences[:at], new, *sentences[at + 1 :]]
    kept.insert(0 if at > 8 else len(kept), _other_number(sentences[at], chance))
    return " ".join(kept), new


def _paragraphs_around_changed(sentences: list[str], at: int, chance: random.Random) -> tuple[str, str | None]:
    fresh = [s for s in SENTENCES if s not in sentences]
    return " ".join([*fresh[:3], sentences[at], *fresh[3:6]]), sentences[at]


EDITS: dict[str, Edit] = {
    "unchanged": _rewritten(lambda sentence, chance: sentence),
    "typography": _rewritten(_typography),
    "number": _rewritten(_other_number),
    "negation": _rewritten(_negated),
    "reworded": _rewritten(_reworded),
    "longer": _rewritten(_longer),
    "advert inside": _rewritten(_split_by_advert),
    "moved": _moved,
    "new surroundings": _paragraphs_around_changed,
    "deleted": _deleted,
    "deleted beside a look-alike": _deleted_beside_look_alike,
    "edited beside a look-alike": _edited_beside_look_alike,
}
