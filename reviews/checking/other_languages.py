"""What turns a statement round in languages other than English: enough to warn, not to read them.

A page in any of them may be cited. Of a passage that changed these lists tell whether a denial, a scale or an opposite
came or went; what they do not know of scripts without capitals is left to a person.
"""

import re
import unicodedata
from collections import Counter

from claims.anchoring import normalise
from claims.anchoring.scripts import HAN_NUMERALS
from claims.language.vocabulary import word_set


def _folded(words: str) -> frozenset[str]:
    return word_set(normalise(words).text)


NEGATIONS_OF_OTHER_LANGUAGES = _folded(
    """nicht nichts kein keine keinem keinen keiner keines nie niemals niemand ohne weder dementiert dementierte bestreitet
    bestritt ne pas jamais aucun aucune sans rien ni non nul nulle dément démenti démentit nunca jamás ningún ninguna
    ninguno sin nada nadie tampoco niega negó desmiente desmintió não nem sem nenhum nenhuma ninguém nega negou nessun
    nessuna nessuno senza niente nulla smentisce smentito niet geen nooit niets zonder ontkent ontkende inte ej icke ikke
    aldrig aldri ingen inget inga ingenting utan uten uden nie bez nigdy nikt nic żaden żadna żadne zaprzecza zaprzeczył
    nikdy nikdo žádný žádná žádné není nejsou niciodată niciun nicio fără değil yok hiç asla nem nincs soha sem ei eivät
    emme ilman tidak bukan belum tanpa jangan không chưa chẳng nije nisu nikad δεν μη μην όχι χωρίς ούτε ποτέ κανείς
    не нет ни никогда никто ничего нигде без нельзя никакой никакая никакие никакого ничто невозможно отрицает отрицал
    отрицала отрицали отрицают опроверг опровергла опровергли опровергает опровергают опровергнул опровергнуто ложь ложно
    ложные неверно неправда ні немає ніколи ніхто жоден заперечує заперечив спростував няма никога никой није нису
    لا لم لن ليس ليست ليسوا غير بدون دون نفى نفت ينفي تنفي ينفون كلا كاذب كاذبة نه نیست نبود نشد هرگز هیچ نہیں نہ بغیر
    לא אין בלי אינו אינה אינם מעולם הכחיש הכחישה नहीं न मत बिना कभी इनकार"""
)
"""Words with which other languages deny, and verbs of denying, as they stand in a normalised text."""

SCALES_OF_OTHER_LANGUAGES = _folded(
    """tsd tausend mio millionen million mrd milliarde milliarden bio billion billionen mille millier milliers millions
    milliard milliards mil millón millones millardo milhão milhões bilhão bilhões mila milione milioni miliardo miliardi
    duizend miljoen miljard tusen miljon miljoner miljard miljarder mld mln tys tysiąc tysięcy milion miliony milionów
    miliard miliardów bin milyon milyar тыс тысяч тысячи тысяча млн миллион миллиона миллионов млрд миллиард миллиарда
    миллиардов трлн триллион триллиона триллионов тисяч мільйон мільйонів мільярд мільярдів ألف آلاف الف مليون ملايين مليار
    مليارات تريليون هزار میلیون میلیارد ہزار لاکھ کروڑ אלף אלפים מיליון מיליארד हजार हज़ार लाख करोड़ अरब 천 만 억 조 백만"""
)
"""Words of scale that stand behind a figure in other languages."""

MONTHS_OF_OTHER_LANGUAGES = _folded(
    """январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль
    июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь
    декабря декабре січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня
    серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня januar februar märz mai juni juli
    oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo
    abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
    settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro"""
)
"""Months of other languages, in the cases in which they stand in dates."""

REVERSALS_OF_OTHER_LANGUAGES = tuple(
    (_folded(one), _folded(other))
    for one, other in (
        ("более больше свыше", "менее меньше"),
        ("до перед", "после"),
        ("вырос выросла выросло выросли растёт рост увеличился увеличилась увеличилось", "упал упала упало упали снизился снизилась снизилось снизились падение сократился"),
        ("выше", "ниже"),
        ("первый первая первое", "последний последняя последнее"),
        ("победил победила победили выиграл выиграла", "проиграл проиграла проиграли"),
        ("купил купила купили", "продал продала продали"),
        ("mehr", "weniger"), ("vor", "nach"), ("stieg stiegen", "sank sanken fiel fielen"), ("gewann gewannen", "verlor verloren"),
        ("plus", "moins"), ("avant", "après"), ("más", "menos"), ("antes", "después depois"),
    )
)  # fmt: skip
"""Groups of words of which one in the place of the other turns a passage round."""

_ENGLISH = word_set("the and with from that which were has its their")
_NEGATION_WITHOUT_SPACES = re.compile(
    "不(?![过過仅僅断斷少同久但只止管论論])|没有?|沒有?|未(?![来來])|无(?![论人])|無(?![論人])|(?<!除)非(?![常洲])"
    "|(?<!是)否|ない|なかっ|ません|ずに|ไม่|ไร้|않|없|못|아니|(?<![가-힣])안 |辟谣|闢謠|谣言|謠言|虚假|虛假|不实|不實"
)
_SCALE_WITHOUT_SPACES = re.compile(f"[{HAN_NUMERALS}]+")
_LONE_ONE = "一"


def negations_without_spaces(text: str) -> Counter[str]:
    """Count the denials in the parts of text whose script puts no spaces between words, and in Korean."""
    return Counter(_NEGATION_WITHOUT_SPACES.findall(text))


def is_han_figure(text: str) -> bool:
    """Return whether text is a figure or a scale in Chinese characters; a lone 一 is too common in other words."""
    return not text.isascii() and text != _LONE_ONE and bool(_SCALE_WITHOUT_SPACES.fullmatch(text))


def has_no_case(text: str) -> bool:
    """Return whether text is written in a script without capitals, so that its names look like its other words."""
    return any(unicodedata.category(character) == "Lo" for character in text)


def is_latin(text: str) -> bool:
    """Return whether every letter of text is a Latin one."""
    return all(not character.isalpha() or character < "\u0250" for character in text)


def may_be_english(words: list[str]) -> bool:
    """Return whether these words hold one that is common in English only; a language's lists must not judge another one."""
    return not _ENGLISH.isdisjoint(words)
