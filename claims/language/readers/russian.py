"""Russian: sentences by razdel, names by slovnet's tagger, whose weights the natasha package carries."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claims.language.readers.reader import SentenceReader
from claims.language.spans import Span, merged

_SAID = "(?:сказал|заявил|сообщил|отметил|подчеркнул|добавил|рассказал|уточнил|пояснил|объявил|указал|напомнил|считает|говорит|утверждает|сообщает|передаёт|передает|пишет)[аио]?"
_BEHIND = re.compile(
    rf"(?:^|[—–,»”\"]\s*(?:[—–]\s*)?|[оО]б этом )\s*{_SAID}\s+(?P<who>(?!что)[^.,;:«»—!?]{{3,70}})(?=[.,;:]|$)"
)
_BEFORE = re.compile(
    rf"(?:^|[.;!?]\s+)(?P<who>[А-ЯЁ][^.,;:!?—]{{2,70}}?)\s+(?:также\s+)?{_SAID}(?=,?\s+(?:что|о|об)\b|:)"
)
_ACCORDING_TO = re.compile(
    r"\b[Пп]о (?:словам|данным|информации|оценке|сведениям|мнению)\s+(?P<who>[^,;:.!?]{2,60}?)(?=,)"
)
_DESIGNATION = re.compile(
    r"(?<![А-Яа-яЁёA-Za-z])[А-ЯЁA-Z][А-Яа-яЁёA-Za-z]{0,6}-[0-9]{1,4}(?:[А-ЯЁA-Z]{1,3})?(?![А-Яа-яЁёA-Za-z0-9])"
)
_NAMED = re.compile(r"«(?P<name>[А-ЯЁA-Z][^»\n]{1,40})»")
#: razdel takes these stops for the ends of sentences.
_GOES_ON = re.compile(
    r"(?:\b(?:долл|руб|куб|кв|тыс|млн|млрд|трлн|им|ул|просп|см|рис|стр|гл|ст|п|пп|г|гг|в|вв|ч|т|тел|акад|проф|ген|полк|кап|ред)\.|\d\.)$"
)
#: "1,2 т. Стартовая", "300 м/с. Производитель", "Су-35С. Самолёт": to razdel the letter is an initial.
_BEHIND_FIGURE = re.compile(
    r"(?:[0-9][ \u00a0]?(?!(?:гг?|тыс|млн|млрд|трлн|долл|куб|кв|ст|пп?|стр|вв?)\.)[^\s0-9.,;:]{1,8}|[А-ЯЁA-Z][А-Яа-яЁёA-Za-z]{0,6}-[0-9]{1,4}[А-ЯЁA-Z]{0,3})(?P<stop>\.)\s+(?=[А-ЯЁ«][а-яё]*[ ,«-])(?!США)"
)
_ENDS = re.compile(r"[.!?…:;][»”\"')]*\s*$")


def _sentences(text: str) -> Iterator[Span]:
    """Yield the sentences that razdel finds; one that goes on behind a unit or a type is two."""
    for start, end in _by_razdel(text):
        for cut in _BEHIND_FIGURE.finditer(text, start, end):
            yield start, cut.end("stop")
            start = cut.end()
        yield start, end


def _by_razdel(text: str) -> Iterator[Span]:
    begun: int | None = None
    for found in import_module("razdel").sentenize(text):
        start = found.start if begun is None else begun
        if (
            _GOES_ON.search(text[start : found.stop])
            and text[found.stop :].lstrip()[:1].isalnum()
            and _no_new_sentence(text, found.stop)
        ):
            begun = start
            continue
        begun = None
        yield start, found.stop
    if begun is not None:
        yield begun, len(text.rstrip())


def _no_new_sentence(text: str, stop: int) -> bool:
    """True where what follows an abbreviation belongs to it: a unit, a small letter, the name of a currency."""
    following = text[stop:].lstrip()
    return following[:1].islower() or following[:1].isdigit() or following.startswith(("США", "СССР"))


def _names(text: str) -> list[Span]:
    found = [(span.start, span.stop) for span in _tagger()(text).spans]
    found += [match.span() for match in _DESIGNATION.finditer(text)] + [
        match.span("name") for match in _NAMED.finditer(text)
    ]
    return list(merged(found))


@cache
def _tagger() -> Any:
    # natasha itself is not imported: of it only the weights are needed, which it brings as files.
    package = find_spec("natasha")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("The package natasha is not installed.")
    data = Path(package.submodule_search_locations[0]) / "data"
    words = import_module("navec").Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    return import_module("slovnet").NER.load(data / "model" / "slovnet_ner_news_v1.tar").navec(words)


def _speaker_of(sentence: str) -> str | None:
    for pattern in (_ACCORDING_TO, _BEHIND, _BEFORE):
        found = pattern.search(sentence)
        if found:
            who = found["who"].strip(" —–«»")
            return (
                who if who and who.split()[0].lower() not in ("он", "она", "они", "это", "который", "которая") else None
            )
    return None


RUSSIAN_READER = SentenceReader(
    sentences=_sentences,
    names=_names,
    speaker_of=_speaker_of,
    ends=_ENDS,
    superlatives=re.compile(
        r"\bсам(?:ый|ая|ое|ые|ого|ой|ых|ым)\s[а-яё]+|\b[а-яё]+ейш(?:ий|ая|ее|ие|его|ей|их|им|ую)\b|\b(?:единственн|рекордн|беспрецедентн)[а-яё]+|\b[Вв]первые\b",
        re.I,
    ),
    predictions=re.compile(
        r"\b(?:будет|будут|планиру[а-яё]+|намерен[а-яё]*|ожида[а-яё]+|предстоит|рассчитыва[а-яё]+)\b", re.I
    ),
    opinions=re.compile(
        r"\b(?:я считаю|я думаю|по-моему|мне кажется|на мой взгляд|к сожалению|к счастью|увы|очевидно|несомненно|безусловно)\b",
        re.I,
    ),
    between_lines=" ",
    longest_heading=110,
    long=280,
)
