"""Which language a text is written in, and what is loaded to tell."""

import subprocess
import sys

import pytest

from core.article_language import ENGLISH, detect_language, language_of

PHRASES = {
    "zh": "这枚火箭重5.5吨，由RD-180发动机驱动。",
    "ja": "このロケットの重量は5.5トンで、海の上を飛ぶ。",
    "ko": "이 로켓의 무게는 5.5톤이고 바다 위를 난다.",
    "ru": "Ракета весит 5,5 т и летит над морем выше звуковых самолётов.",
    "uk": "Ракета важить 5,5 тонни і летить над морем зі швидкістю звуку.",
    "de": "Die Rakete wiegt 5,5 Tonnen und fliegt mit einer Geschwindigkeit von 800 km/h über das Meer.",
    "fr": "La fusée pèse 5,5 tonnes et vole à une vitesse de 800 km/h au-dessus de la mer.",
    "es": "El cohete pesa 5,5 toneladas y vuela a una velocidad de 800 km/h sobre el mar.",
    "ar": "الصاروخ يزن 5.5 طن ويطير بسرعة 800 كم في الساعة فوق البحر.",
}


@pytest.mark.parametrize("code", PHRASES)
def test_the_language_is_told_by_letters_commonest_words_and_then_the_model(code):
    assert detect_language(PHRASES[code]).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4150 N",
        "5ed7ad00c9e77c00084a5d5b",
        "Iran Guards seize tanker",
        "Su-35, J-20, RD-180, Tu-160M, AK-12, MiG-29, S-400, Il-76, An-124, Mi-8",
        "The ministry (国防部) said on Monday that the ship 长征 had left the port.",
        f"The engine burns kerosene. {PHRASES['ru']} Its thrust reaches 4150 kN, and the tank holds two tonnes.",
    ],
)
def test_what_is_mostly_english_or_in_no_language_stays_english(text):
    assert detect_language(text) is ENGLISH


def test_words_of_which_nobody_said_the_language_are_known_by_their_letters():
    assert [language_of(PHRASES[code]).code for code in ("zh", "ru", "ja", "de")] == ["zh", "ru", "ja", "en"]


def test_telling_english_chinese_and_russian_loads_no_model():
    told = (
        "import sys; from core.article_language import detect_language\n"
        f"found = [detect_language(text).code for text in {[PHRASES['zh'], PHRASES['ru'], 'The rocket was seen over the sea.']!r}]\n"
        "print(found, sorted({'py3langid', 'numpy', 'jieba', 'slovnet', 'razdel'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "['zh', 'ru', 'en'] []\n"
