"""Quotes and what became of them: edits of the print, of the meaning and of the place, alone and two at a time."""

import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

from tests.golden.cases import swaps
from tests.golden.cases.dealing import Dealer
from tests.golden.records import Case

_QUOTES = (
    "The Varg reactor delivers 320 MW and employed 86 people in 2019.",
    "On 21 August 2002 the frigate Alba left Port Selma with 3,170 kilograms of fish.",
    "About 12 percent of the fleet, or six cutters, was laid up in March 2019.",
    "Mira Castel did not sign the contract for 24 hulls, according to Jonas Petrak.",
    "The HL-30 has a range of 1,500 to 2,000 km and was tried twice near Tarvik.",
    "Landings rose by half, to 3.5 billion euros, the central bank said.",
    "The cabin was rated 7.8/10 by 45 guests, and it is popular with more than 900 of them.",
    "Chile, the second-largest exporter, sold copper for $1.2 million before 1998.",
    "The mine may close by 2030, but the union never agreed to lose 300 jobs.",
    "Temperatures fell to −12 °C in Tarvik, nearly 20 degrees less than a week earlier.",
    "Brightwater won the tender in the first quarter; Ostro Energy lost it.",
    "At 6:45 a.m. the railcar leaves Hallgate, 11 km from the northern border.",
    "A dozen wells were dug in the 1930s, none of them deeper than 40 metres.",
    "The KT-12 engine weighs 5.5 t dry and pulls with 4,150 kN in vacuum.",
    "Unemployment is 7.8%, 0.4 percentage points higher than in May 2021.",
    "The budget of £85,000 was approved, and all members supported it.",
    "Dr. Leila Haddad's team can't repeat the test without 0.5 mg of the drug.",
    "The treaty bans missiles, mines and torpedoes in the Gulf of Quarra.",
)  # fmt: skip
_BEFORE = "He read the letter aloud at noon. "
_AFTER = " Nobody asked for a copy of it."
_ADVERT = "Sign up for our newsletter and never miss a story again."


def _at_one(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text, count=1)


def _everywhere(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text)


_OF_PRINT = (
    _everywhere(" ", "\u00a0"), _everywhere(r"(?<=\d),(?=\d{3})", ""), _everywhere(r"(?<=\d),(?=\d{3})", "\u2009"), _everywhere(r"(?<=\d),(?=\d{3})", "'"), _everywhere("'", "’"), _everywhere("[–−]", "-"),
    _at_one(r" (?=\w)", "\n  "), _at_one(r"\b([a-z]{4})([a-z]{4,})\b", "\\1-\n\\2"), _at_one(r"\b([a-z]{4})([a-z]{4,})\b", "\\1\u00ad\\2"), _everywhere("fi", "ﬁ"), _everywhere(r"\.$", ".[3]"), _at_one(r"(?<=[a-z]),", ",[12]"),
    _at_one(r"(?<=[a-z]) ", "[citation needed] "), str.upper, _everywhere(r"\b([a-z]{6,})\b", r"**\1**"), _everywhere(r"%| percent", " per cent"), _everywhere(" percent", "%"), _everywhere(r"\bkilograms\b", "kg"), _everywhere(r"\bkm\b", "kilometres"),
    _everywhere(r"\bmetres\b", "m"), _everywhere(r"(\d+) (August|March|May) (\d{4})", r"\2 \1, \3"), _everywhere("21 August 2002", "2002-08-21"), _everywhere("August", "Aug."), _everywhere(" to (?=2,000)", "–"), _everywhere(r"\bsix\b", "6"),
    _everywhere("24", "twenty-four"), _everywhere("A dozen", "Twelve"), _everywhere("did not", "didn't"), _everywhere("can't", "cannot"), _everywhere(r"\.$", ""), _everywhere(r"\.$", " ."), lambda text: f"“{text}”", lambda text: f"• {text}",
    _everywhere(" and ", " & "), _everywhere("first", "1st"), _everywhere(r"6:45 a\.m\.", "06:45"), _everywhere(r"\$1\.2 million", "$1,200,000"), _everywhere("3.5 billion euros", "€3.5bn"), _everywhere("5.5 t ", "5,500 kg "), _everywhere("4,150 kN", "4.15 MN"),
    _everywhere("320 MW", "0.32 GW"), _everywhere("Dr. ", "Dr "), _everywhere(" ", "&nbsp;"), _everywhere("second-largest", "second largest"), _everywhere(r"−(?=\d)", "minus "),
)  # fmt: skip
_OF_MEANING = (
    _at_one(r"\d", lambda found: str((int(found.group()) + 3) % 10)), _at_one(r"(\d)(\d)", r"\2\1"), _at_one(r"(?<=\d)(?=\D)", "0"), _at_one(r",\d{3}", ""), _at_one(r"(\d)\.(\d)", r"\1\2"), _everywhere("kN", "N"), _everywhere(" km", " miles"),
    _everywhere("kilograms", "tonnes"), _everywhere("MW", "MWh"), _everywhere("°C", "°F"), _everywhere("million", "billion"), _everywhere(r"\$", "€"), _everywhere("£", "$"), _everywhere("percentage points", "percent"), _everywhere(" percent", " percentage points"),
    _everywhere("twice", "three times"), _everywhere("half", "a third"), _everywhere("six", "eight"), _everywhere("A dozen", "Two dozen"), _everywhere("August|March|May", "October"), _everywhere("first", "second"), _everywhere("second-largest", "third-largest"),
    _everywhere("1930s", "1920s"), _everywhere("more than", "fewer than"), _everywhere("nearly", "more than"), _everywhere("About", "At least"), _everywhere("before", "after"), _everywhere("by 2030", "after 2030"), _everywhere("did not sign", "signed"),
    _everywhere("never ", ""), _everywhere("approved", "rejected"), _everywhere("rose", "fell"), _everywhere("won", "lost"), _everywhere("popular", "unpopular"), _everywhere("northern", "southern"), _everywhere("without", "with"), _everywhere("none", "two"),
    _everywhere("supported", "opposed"), _everywhere("bans", "allows"), _everywhere("higher", "lower"), _everywhere("all members", "no members"), _everywhere("Mira", "Marta"), _everywhere("Petrak", "Marek"), _everywhere("Tarvik", "Quarra"), _everywhere("KT-12", "KT-13"),
    _everywhere("HL-30", "HL-31"), _everywhere("Alba", "Remora"), _everywhere("Chile", "Peru"), _everywhere("Brightwater", "Merrow"), _everywhere("Mira Castel(.*)Jonas Petrak", r"Jonas Petrak\1Mira Castel"), _everywhere("Brightwater(.*)Ostro Energy", r"Ostro Energy\1Brightwater"),
    _everywhere("−", ""), _everywhere(r"a\.m\.", "p.m."), _everywhere(r", [^,]*\d[^,]*\.$", "."), _everywhere(r"\.$", ", 17 of them abroad."), _everywhere(" and [^.]*", ""), _everywhere("can't", "can"), _everywhere(r"7\.8/10", "8.7/10"), _everywhere("dry", "laden"),
)  # fmt: skip
_OF_WORDING = (
    _at_one(r" (?=[a-z]+ed\b)", " allegedly "), _everywhere("may ", "will "), _everywhere("said", "claimed"), _at_one(r"\b(was|is|has)\b", r"\1 reportedly"), _everywhere("according to", "as reported by"), _everywhere("popular", "well liked"), _everywhere("rose", "climbed"),
    _everywhere("left", "departed from"), _everywhere("The ", "This "), _everywhere("Nobody|none", "not one"), _everywhere("employed", "gave work to"), _everywhere("dug", "drilled"), _everywhere(r"\.$", ", it was later said."), _at_one(r"^(\w+) ", r"Correction: \1 "),
    _at_one(r"(?<=[a-z]), ", f", {_ADVERT} "), lambda text: " ".join(text.split()[::-1]), lambda text: " ".join(text.split()[3:]), lambda text: " ".join(text.split()[:-3]), lambda text: " ".join(text.split()[:4]), _everywhere(r"\b\w{5}\b", "thing"), lambda text: "",
)  # fmt: skip
_EDITS = (*_OF_PRINT, *_OF_MEANING, *_OF_WORDING)
_QUOTES_FOR_EACH_EDIT = 3


def cases() -> Iterable[Case]:
    """Return quotes with the words around them and the text in which they are looked for."""
    return list(
        dict.fromkeys(
            [*_edited(), *_edited_twice(), *_placed(), *_on_the_edge(), *swaps.of_quotes(), *_framed(), *_abroad()]
        )
    )


def _case(quote: str, new: str, *, before: str = _BEFORE, after: str = _AFTER) -> Case:
    return quote, _BEFORE, _AFTER, f"{before}{new}{after}"


def _edited() -> Iterator[Case]:
    """Each edit on some of the quotes that it changes."""
    dice = Random(61)
    for edit in _EDITS:
        changed = [quote for quote in _QUOTES if edit(quote) != quote]
        for quote in dice.sample(changed, min(_QUOTES_FOR_EACH_EDIT, len(changed))):
            yield _case(quote, edit(quote))


def _edited_twice() -> Iterator[Case]:
    """One edit of the print and one of the meaning or the wording: the graver one decides."""
    dealer = Dealer(62, quote=_QUOTES)
    for _ in range(120):
        quote = dealer.one("quote")
        first = dealer.dice.choice([edit for edit in _OF_PRINT if edit(quote) != quote])(quote)
        others = [edit for edit in (*_OF_MEANING, *_OF_WORDING) if edit(first) != first]
        yield _case(quote, dealer.dice.choice(others)(first))


def _placed() -> Iterator[Case]:
    """The quote, as it was or changed a little, in other places, more than once, beside what looks like it, or nowhere."""
    dealer = Dealer(63, other=_QUOTES)
    for quote in _QUOTES:
        other = dealer.one("other")
        changed = dealer.dice.choice([edit for edit in _OF_MEANING if edit(quote) != quote])(quote)
        yield _case(quote, quote)
        yield _case(quote, quote, before=f"{other} ", after=f" {_ADVERT}")
        yield _case(quote, changed, before=f"{other} ", after=f" {_ADVERT}")
        yield _case(quote, f"{quote} {_ADVERT}")
        yield _case(quote, f"{quote} But that figure was withdrawn on 4 May 2020.")
        yield _case(quote, f"However, not all agreed. {quote}")
        yield _case(quote, f"{changed}{_AFTER} {other} {quote}", after=f" {_ADVERT}")
        yield _case(quote, f"{other} {quote} {other} {quote}", before="", after="")
        yield _case(quote, f"{changed} {other}", before="", after="")
        yield _case(quote, other)
        yield (quote, "", "", quote)
        yield (quote, "", "", f"{other} {quote} {changed}")


def _on_the_edge() -> Iterator[Case]:
    """Quotes that begin or end beside a number which goes on in the text."""
    for ending, now in (
        ("spent 5", "spent 5 million"), ("spent 5", "spent 5.5"), ("spent 5", "spent 5"), ("rose to 12", "rose to 12 percent"), ("rose to 12", "rose to 123"), ("in May", "in May 2021"), ("until 199", "until 1998"),
        ("of 4", "of 4,150"), ("paid $", "paid $300"), ("it was 3", "it was 3–1"),
    ):  # fmt: skip
        quote = f"In that year the foundation {ending}"
        yield _case(quote, quote.replace(ending, now), after=f". {_AFTER}")
        yield (quote, _BEFORE, f" kronor.{_AFTER}", f"{_BEFORE}{quote.replace(ending, now)} kronor.{_AFTER}")
    for opening, now in (
        ("5 boats", "45 boats"),
        ("5 boats", "1.5 boats"),
        ("million were", "3 million were"),
        ("May 2021", "4 May 2021"),
        ("not sold", "not sold"),
    ):
        quote = f"{opening} sold by the harbour office."
        yield _case(quote, quote.replace(opening, now))


_FRAMES = (
    "It is not true that {}.", "Nobody denies that {}.", "The owner denied that {}.", "Reports that {} are false.", "Reports that {} are right.", "An earlier version of this page said that {}.",
    "It is rumoured that {}.", "It is unclear whether {}.", "As was said, {}.", "{}, which the owner disputes.", "{}, which the owner regrets.", "{}. This is a lie.", "{}. This is a record.", "{}. The owner later withdrew the statement.",
)  # fmt: skip
_OF_OTHER_LANGUAGES = (
    ("Реактор «Варг» даёт 320 МВт и 86 рабочих мест.", (("320", "350"), ("МВт", "кВт"), ("даёт", "не даёт"), ("86", "86 тыс."), ("Варг", "Альба"), ("»", "”"), ("Реактор", "Неправда, что реактор"))),
    ("矿山每年生产3万吨铜，没有停产。", (("3万", "3亿"), ("3万", "4万"), ("没有", ""), ("吨", "公斤"), ("，", ","), ("矿山", "公司否认矿山"), ("铜", "铁"))),
    ("ينتج المنجم ٣٠ ألف طن من النحاس.", (("٣٠", "30"), ("٣٠", "٤٠"), ("ألف", "مليون"), ("ينتج", "لا ينتج"), ("النحاس", "الحديد"))),
    ("खदान हर साल 30 टन ताँबा देती है।", (("30", "३०"), ("30", "40"), ("देती", "नहीं देती"), ("ताँबा", "लोहा"))),
    ("Die Mine liefert 30 Tonnen Kupfer im Jahr.", (("30", "40"), ("liefert", "liefert nicht"), ("Kupfer", "Eisen"), ("Die Mine", "Es ist falsch: Die Mine"))),
)  # fmt: skip


def _framed() -> Iterator[Case]:
    """The quote inside other sentences, which say it, deny it or leave it open."""
    for nth, frame in enumerate(_FRAMES):
        for quote in (_QUOTES[nth % len(_QUOTES)], _QUOTES[(nth + 7) % len(_QUOTES)]):
            yield _case(quote, frame.format(quote[:1].lower() + quote[1:-1]))


def _abroad() -> Iterator[Case]:
    """Edits of quotes in other languages."""
    for quote, edits in _OF_OTHER_LANGUAGES:
        for old, new in edits:
            yield _case(quote, quote.replace(old, new))
