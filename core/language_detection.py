"""Which language a text is written in: by its letters, then by its commonest words, and only then by a learnt model.

Counting letters settles Chinese, Japanese, Korean and nearly all Russian, and commonest words nearly all English. Whatever
is left is asked of py3langid (n-grams of bytes, Lui and Baldwin 2012), whose model takes 90 MB: it is loaded only then.
"""

import re
from collections import Counter
from functools import cache
from importlib import import_module
from typing import Any

ENGLISH_CODE, CHINESE_CODE, RUSSIAN_CODE = "en", "zh", "ru"

#: So much of a text says what language it is in.
_SAMPLE = 20_000
_SCRIPTS = (
    ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
    ("cyrillic", "\u0400-\u052f"),
    ("han", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    ("kana", "\u3041-\u30ff\u31f0-\u31ff"),
    ("hangul", "\uac00-\ud7af\u1100-\u11ff"),
    ("other", "\u0370-\u03ff\u0530-\u10ff\u0e01-\u0fff"),
)
_LETTERS = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS))
#: A Chinese character or a Korean syllable says as much as so many letters of an alphabet.
_WEIGHTS = {"han": 3, "kana": 2, "hangul": 2}
#: From this share of kana on, a text with Chinese characters is Japanese.
_KANA_SHARE = 0.05
#: Letters that Russian has and its neighbours have not, and the other way round.
_RUSSIAN_ONLY = re.compile("[ыэё]", re.IGNORECASE)
_NEIGHBOURS_ONLY = re.compile("[іїєґўјљњћђџѓќѕәғқңөұүһҷӣӯ]", re.IGNORECASE)
#: One letter in so many has to be one that only Russian has; in Russian one in forty is.
_RUSSIAN_EVERY = 250
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’]+")
_ENGLISH_WORDS = frozenset(
    (
        "the", "and", "of", "that", "with", "from", "by", "were", "was", "has", "have", "had", "this", "which", "their", "its", "said", "are", "been", "would", "they", "his", "her"
    )
)  # fmt: skip
#: English has one of these in every five words, other languages hardly any.
_ENGLISH_SHARE = 0.08
#: Fewer words than this are too few to tell one language in Latin letters from another.
_FEWEST_WORDS = 8
#: What the model calls numbers of files and lists of English names: no language, and Nigerian Pidgin.
_NO_OTHER_LANGUAGE = frozenset(["zxx", "pcm"])
#: What the model has to be sure of before a text in Latin letters is taken for anything but English.
_SURE = 0.8


def detected_code(text: str) -> str:
    """Return the code (BCP 47) of the language of a text; "en" where nothing speaks clearly for another one."""
    sample = text[:_SAMPLE]
    script = _script_of(sample)
    if script == "latin":
        return _of_latin(sample)
    if script == "cyrillic":
        return _of_cyrillic(sample)
    return _of_script(script) or _asked(sample)[0]


def script_code(text: str) -> str | None:
    """Return the language that the letters of a text alone make sure of; None where they do not, as Latin ones."""
    script = _script_of(text)
    if script != "cyrillic":
        return _of_script(script)
    return None if _NEIGHBOURS_ONLY.search(text) else RUSSIAN_CODE


def _script_of(text: str) -> str:
    """Return the script that most of a text is in, "latin" for one without letters."""
    if text.isascii():
        return "latin"
    weights: Counter[str] = Counter()
    for found in _LETTERS.finditer(text):
        script = found.lastgroup or ""
        weights[script] += (found.end() - found.start()) * _WEIGHTS.get(script, 1)
    if weights["kana"] > _KANA_SHARE * (weights["han"] + weights["kana"]):
        weights["kana"] += weights.pop("han", 0)
    return max(weights, key=lambda script: weights[script], default="latin")


def _of_script(script: str) -> str | None:
    return {"han": CHINESE_CODE, "kana": "ja", "hangul": "ko"}.get(script)


def _of_cyrillic(text: str) -> str:
    own, foreign = len(_RUSSIAN_ONLY.findall(text)), len(_NEIGHBOURS_ONLY.findall(text))
    if own > 4 * foreign and own * _RUSSIAN_EVERY > len(text):
        return RUSSIAN_CODE
    return _asked(text)[0]


def _of_latin(text: str) -> str:
    words = _LATIN_WORD.findall(text)
    english = sum(word.lower() in _ENGLISH_WORDS for word in words)
    if len(words) < _FEWEST_WORDS or english >= _ENGLISH_SHARE * len(words):
        return ENGLISH_CODE
    code, sureness = _asked(text)
    return code if sureness >= _SURE and code not in _NO_OTHER_LANGUAGE else ENGLISH_CODE


def _asked(text: str) -> tuple[str, float]:
    """Return what the learnt model takes a text for, and its probability."""
    code, sureness = _model().classify(text)
    return str(code), float(sureness)


@cache
def _model() -> Any:
    langid = import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
