"""Chinese: sentences by their stops, names by jieba's dictionary, speakers by the verb that stands behind them."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from claims.language.readers.reader import SentenceReader
from claims.language.spans import Span, merged, trimmed
from claims.language.vocabulary import word_set

_STOP = re.compile("(?:[。！？!?]+|…{2,}|(?<=[\u4e00-\u9fff])\\.(?=\\s|$))[”’」』）)]*|\n\n")
#: “……。”旅长说。: what was said ends, and the sentence goes on to say who said it.
_WHO_SAID_IT = re.compile("[^。！？，\n“”]{1,20}(?:说|表示|称|指出|强调|认为|道|写道|回应)[。，]")
_SAID = "(?:通报说|介绍说|表示|指出|强调|透露|宣称|宣布|认为|回应|称|说)"
_SPEAKER = re.compile(
    f"(?:^|[，。；：“”！？])(?P<who>[^，。；：“”！？]{{2,24}}?)(?:[日时]?在[^，。；：“”]{{2,20}})?{_SAID}(?:道)?(?=[，：:“。])"
)
_ACCORDING_TO = re.compile("(?:^|[，。；])据(?P<who>[^，。；：]{2,20}?)(?:报道|消息|介绍|统计|数据|称|透露)")
_PARTICLES = re.compile("(?:还|也|则|又|曾|随后|同时|日前|近日|今天|当天|周[一二三四五六日])$")
_NAME_TAGS = ("nr", "ns", "nt")
#: What makes a longer name of the one before it.
_INSTITUTION = re.compile(
    "(?:省|市|县|区|州|港|岛|湾|海峡|集团|公司|造船厂|工厂|核电站|发射场|发射中心|研究院|研究所|大学|学院|银行|安理会|舰队|机场|基地|军区|战区|外交部|国防部|政府|通讯社){1,2}"
)
_TITLE = re.compile("《[^》\n]{1,40}》")
_DESIGNATION = re.compile(
    "[\u4e00-\u9fff]-[0-9]{1,3}[A-Z]{0,3}|[A-Z][A-Za-z]{0,9}-?[0-9]{1,4}[A-Z]{0,3}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*"
)
#: Units, and words that the dictionary takes for surnames.
_NO_NAMES = word_set("马赫 里氏 续航 卫星 二氧化碳 兆帕 曝光 成都市民 和平 胜利 华氏 毫克 平方")
_SHORTEST_NAME = 2
#: A bracket that has not closed after so many characters never will.
_LONGEST_BRACKET = 300


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if _goes_on(text, start, stop):
            continue
        yield from trimmed(text, start, end)
        start = end
    yield from trimmed(text, start, len(text))


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """True where a stop ends no sentence: behind a quotation that its speaker follows, or inside brackets."""
    if stop.group()[-1] in "”」』" and _WHO_SAID_IT.match(text, stop.end()):
        return True
    inside = text[start : stop.end()]
    opened = inside.count("（") > inside.count("）") or inside.count("《") > inside.count("》")
    return opened and len(inside) < _LONGEST_BRACKET


def _names(text: str) -> list[Span]:
    found = [match.span() for pattern in (_TITLE, _DESIGNATION) for match in pattern.finditer(text)]
    position = 0
    for word in _tagger().cut(text):
        start, end = position, position + len(word.word)
        position = end
        if word.flag[:2] in _NAME_TAGS and end - start >= _SHORTEST_NAME and word.word not in _NO_NAMES:
            longer = _INSTITUTION.match(text, end)
            found.append((start, longer.end() if longer else end))
    return list(merged(found))


@cache
def _tagger() -> Any:
    # From the package's own dictionary: by itself jieba reads and leaves a copy of it in the folder for temporary files,
    # which all users of a machine share.
    jieba, tagging = import_module("jieba"), import_module("jieba.posseg")
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tagging.POSTokenizer(tokenizer)


def _speaker_of(sentence: str) -> str | None:
    found = _ACCORDING_TO.search(sentence) or _SPEAKER.search(sentence)
    if not found:
        return None
    who = found["who"].strip()
    while _PARTICLES.search(who):
        who = _PARTICLES.sub("", who)
    return who if len(who) >= _SHORTEST_NAME and not who.startswith(("他", "她", "这", "有")) else None


CHINESE_READER = SentenceReader(
    sentences=_sentences,
    names=_names,
    speaker_of=_speaker_of,
    ends=re.compile("[。！？!?…；;：:][”’」』）)]*\\s*$"),
    superlatives=re.compile(
        "最(?:严重|重要|先进|强大|昂贵|有效|危险|关键)|最(?!近|后|终|初|好是|多时|多|少|低|高(?:达|气温))[\u4e00-\u9fff]|首[次个架艘枚颗批]|唯一|第一[个次架艘]|史上|空前|前所未有"
    ),
    predictions=re.compile("将(?![军领士官近])|计划|预计|有望|拟(?=[于在])|打算"),
    opinions=re.compile("我(?:们)?(?:认为|觉得|相信|希望)|笔者|令人(?:遗憾|振奋|惊叹|担忧)|毫无疑问|显然|可谓|堪称"),
    between_lines="",
    longest_heading=40,
    long=90,
)
