"""Set phrases and names whose number measures nothing: under one roof, a 9 to 5 job, the Fab Four, Catch-22."""

import re

# Each phrase marks its number with bars; more than one number of it may be marked. One with capitals is a name, and found
# only as it is printed here.
_PHRASES = """
under |one| roof · under |one| umbrella · under |one| flag · under |one| banner · under |one| command · |one| by |one| ·
|two| by |two| · |two| and |two| together · |two|s and |three|s · square |one| · day |one| · in |one| go · at |one| go ·
in |one| fell swoop · |one| too many · |one| for the road · |one| and the same · |one| way or another ·
Air Force |One| · Marine |One| · numero |one| · public enemy number |one| ·
|two| of a kind · |three| of a kind · |four| of a kind · |two| peas in a pod · |two| wrongs · in |two| minds ·
with |one| stone · |two|-faced · |three| cheers · the |three| rs · |three|-point turn ·
|one|-|two| · |one|-|two|-|three| · |one|-on-|one| · |one| on |one| · |one|-to-|one| · |two|-on-|one| · |five|-a-side ·
|seven|-a-side · |six|-a-side · |eleven|-a-side · |four|-letter word · |four|-by-|four| · |four|-by-|four|s · a |four| by |four| · a |4| by |4| ·
|9|-|5| job · at |sixes| and |sevens| · |six| of |one| and |half| a dozen · on cloud |nine| · cloud |nine| ·
cat has |nine| lives · cats have |nine| lives · cat's |nine| lives · cat’s |nine| lives · |eight| ball · |forty| winks · |fifty|-|fifty| · |50|-|50| · |50/50| · |twenty|-|twenty| ·
|zero| tolerance · |zero|-tolerance · ground |zero| · patient |zero| · |zero| hour · |zero|-hour · |zero| hours contract ·
|zero|-hours · |zero| sum · |zero|-sum · |zero|-day · |zero| day · sub-|zero| · net |zero| · net-|zero| · absolute |zero| ·
coke |zero| · |zero| option · |zero| gravity · |zero|-emission ·
|second| to none · |second| nature · |second| hand · |second| fiddle · |second| wind · |second| sight · |second| best ·
|second|-in-command · |second| in command · |second| home · |third| party · |third| parties · |third|-party · |Third| World · |third| time lucky ·
|third| degree · |third|-degree · |second|-degree · |first|-degree · |fourth| estate · |fifth| column · |fifth| columnist ·
|sixth| sense · |sixth| form · |seventh| heaven · |eleventh| hour · |eleventh|-hour · |First| Lady · |first| aid · |first| name ·
|first| names · |First| Minister · |first| sea lord · |first| class · |first| officer · |first| mate · |first| person · |first| blood ·
|first| and foremost · |first| things |first| · |first|-past-the-post · |first| past the post · at |first| glance · at |first| sight ·
in the |first| place · head |first| · pleaded the |fifth| · plead the |fifth| · pleads the |fifth| · pled the |fifth| · took the |fifth| ·
look like |a million| dollars · looks like |a million| dollars · looked like |a million| dollars · like |a million| bucks ·
feel like |a million| dollars · feels like |a million| dollars · felt like |a million| dollars · thanks |a million| ·
not in |a million| years · |a million| miles away from · |a thousand| and |one| nights · |a hundred| per cent behind ·
|20/20| vision · |20|-|20| vision · |twenty|/|twenty| · |9| to |5| job · seal team |six| · Pier |One| · Group of |Seven| ·
world war |one| · world war |two| · world war |three| · War |Two| · |seven| seas · |Seven| Wonders · |four| corners of the ·
|four| horsemen · |Seven| Sisters · |Three| Mile Island · |Three| Gorges · |Four| Seasons · |Five| Eyes · |Six| Nations · |Five| Star Movement · |three| musketeers · |twelve| apostles · |ten| commandments · |three| wise men ·
the |two| thirds rule · |two|-horse race · |one|-horse race · |one|-horse town · |one|-trick pony · |one|-night stand ·
|one|-size-fits-all · |one| size fits all · |two| cents worth · |two| left feet · |two|-bit ·
|nine|-to-|five| · |9|-to-|5| · |nine| to |five| job · |nine| to |five| jobs · |nine| days' wonder · |nine|-day wonder
"""
_MARK = re.compile(r"\|([^|]+)\|")


def _by_number() -> dict[str, list[tuple[str, str, str]]]:
    """Return what stands before each number of the phrases, the number, and what stands behind it."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for phrase in " ".join(_PHRASES.split()).split(" · "):
        for number in _MARK.finditer(phrase):
            before, behind = phrase[: number.start()].replace("|", ""), phrase[number.end() :].replace("|", "")
            found.setdefault(number[1].lower(), []).append((before, number[1], behind))
    return found


_BY_NUMBER = _by_number()
# "The first class action" and "the first person to vote" count, "he flew first class" doesn't.
_LOOSE_ORDINAL = re.compile(
    r"(?:second|third|first) (?:home|hand|best|wind|party|parties|class|person|names?|officer|mate|degree)$"
)
_GOES_ON = re.compile(
    r" (?!(?:and|or|but|on|at|by|for|with|as|is|are|was|were|has|have|had|said|says|when|while|because)\b)\w", re.I
)
# "Two by two" is a set phrase, "four by four metres" a size.
_BY = re.compile(r"[ -]by[ -]")
_MEASURED_BEHIND = re.compile(
    r"[ -](?:(?!(?:as|is|was|has|its|his|this|across|towards|perhaps|always)\b)[a-z]+s|m|cm|mm|km|ft|in|metre|meter|foot|feet|inch|yard|mile)\b"
)
_LIKE_DOLLARS = re.compile(r"like a million (?:dollars|bucks)$")
_MORE_WORDS = re.compile(r" \w")
# "Her 9 to 5" is a working day, "fell from 9 to 5" a change.
_WORKING_DAY = re.compile(
    r"\b(?:a|an|the|his|her|their|our|my|your|usual|regular|normal|steady|standard|typical|works?|working|worked) $",
    re.I,
)
_NINE_TO_FIVE = re.compile(
    r"(?:9|nine)(?: |-)to(?: |-)(?:5|five)(?![0-9.,]?[0-9%])(?! ?(?:%|per|degrees|million|billion|lead|vote|record|ruling|majority|decision|win|victory|margin|score|defeat|[a-z]+s\b))",
    re.I,
)
_FIVE_BEHIND = re.compile(r"(?:9|nine)(?: |-)to(?: |-)$", re.I)
# "One day the bridge will close" and "will one day close" tell no length of time.
_SOME_DAY_OPENS = re.compile(
    r"One (?:day|week|month|year|night)(?:,| (?=(?:the|a|an|he|she|it|they|we|I|you|his|her|its|their|my|our|in|when|soon|this|these|there|somebody|someone|people)\b|[A-Z]))"
)
_SOME_DAY = re.compile(
    r"one day\b(?! (?:of|to|for|at|after|before|later|ago|earlier|per|a|an|every|each|in advance|only)\b)"
)
_MODAL_BEFORE = re.compile(
    r"\b(?:will|would|may|might|could|can|should|shall|must|'ll|’ll|hopes?|hoped|if|(?:hop(?:es?|ed|ing)|wants?|wanted|aims?|aimed|dreams?) to) $"
)
_OPENS = re.compile(r"(?:^|[.!?:;“\"”»\n]\s*)$")
# "The red one sank": one stands for a noun, with its adjective.
_FOR_A_NOUN = re.compile(
    r"\b(?:the|a|an|this|that|these|those|each|every|another|any|some|no|which|its|his|her|their|our|my|your) (?!mere|remaining|further|single|additional|total|average|extra|only|over|under|or|of|and|(?:day|week|month|year|time|country|season|night|morning|quarter) )[a-z]+ $",
    re.I,
)
_NOUN_BEHIND = re.compile(
    r"[ -](?:hundred|thousand|million|billion|dozen|half|in|out of|person|man|woman|child|soldier|worker|passenger|civilian|resident|student|officer)\b",
    re.I,
)
# A number word with a capital inside a sentence: the Five Eyes, the Fab Four.
_NAME_BEFORE = re.compile(r"(?:\b[a-z]+,? (?:the )?|\b[Tt]he )$")
# A headline that capitalises every word says nothing by a capital: North Korea Fires Three Missiles.
_LONGER_WORD = re.compile(r"\b[A-Za-z]{4,}")
_LINE_AROUND = 120
_NAME_BEHIND = re.compile(r" [A-Z][a-z]+")
_EPITHET_BEFORE = re.compile(r"\b[Tt]he [A-Z][a-z]+ $")
_COUNTED_BEHIND = re.compile(r" [a-z]+s\b| (?:hundred|thousand|million|billion|men|women|people|children)\b", re.I)
_SHOP_BEFORE = re.compile(r"[0-9]-$")


def in_fixed_phrase(text: str, start: int, end: int) -> bool:
    """Return whether the number at text[start:end] belongs to a set phrase or a name, and measures nothing."""
    printed = text[start:end].lower()
    if any(_stands_around(text, start, end, phrase) for phrase in _BY_NUMBER.get(printed, ())):
        return True
    if printed in ("9", "nine", "5", "five") and _is_working_day(text, start, end):
        return True
    return printed.isalpha() and _is_name(text, start, end)


def is_some_day(text: str, start: int, end: int) -> bool:
    """Return whether "one day" means some day, and no length of time."""
    if _SOME_DAY_OPENS.match(text, start):
        return bool(_OPENS.search(text, max(0, start - 4), start))
    return bool(_SOME_DAY.match(text, start) and _MODAL_BEFORE.search(text, max(0, start - 10), start))


def stands_for_noun(text: str, start: int, end: int) -> bool:
    """Return whether "one" takes the place of a noun, as in "the red one sank"."""
    return bool(_FOR_A_NOUN.search(text, max(0, start - 30), start)) and not _NOUN_BEHIND.match(text, end)


def _stands_around(text: str, start: int, end: int, phrase: tuple[str, str, str]) -> bool:
    before, _, behind = phrase
    first, last = start - len(before), end + len(behind)
    if first < 0:
        return False
    whole, printed = "".join(phrase), text[first:last]
    if (printed.lower() if whole.lower() == whole else printed) != whole:
        return False
    if _counts_after_all(whole, text, last):
        return False
    opens = first == 0 or not (text[first - 1].isalnum() or (not before and text[first - 1] == "-"))
    return opens and not text[last : last + 1].isalnum()


def _counts_after_all(phrase: str, text: str, end: int) -> bool:
    """Return whether what follows a phrase makes its number a figure: "the first class action", "two by two metres"."""
    if _LOOSE_ORDINAL.match(phrase):
        return bool(_GOES_ON.match(text, end))
    if _LIKE_DOLLARS.search(phrase):
        return bool(_MORE_WORDS.match(text, end))
    return bool(_BY.search(phrase) and _MEASURED_BEHIND.match(text, end))


def _is_working_day(text: str, start: int, end: int) -> bool:
    lead = _FIVE_BEHIND.search(text, max(0, start - 9), start)
    first = lead.start() if lead else start
    return bool(_NINE_TO_FIVE.match(text, first) and _WORKING_DAY.search(text, max(0, first - 12), first))


def _is_headline(text: str, start: int, end: int) -> bool:
    """Return whether the words around have capitals without being names."""
    before = text[max(0, start - _LINE_AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _LINE_AROUND].partition("\n")[0]
    words = _LONGER_WORD.findall(f"{before} {behind}")
    return len(words) > 1 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _is_name(text: str, start: int, end: int) -> bool:
    if _SHOP_BEFORE.search(text, max(0, start - 2), start):
        return True
    if not text[start].isupper() or _is_headline(text, start, end):
        return False
    if _NAME_BEHIND.match(text, end) and _NAME_BEFORE.search(text, max(0, start - 6), start):
        return True
    return bool(_EPITHET_BEFORE.search(text, max(0, start - 24), start)) and not _COUNTED_BEHIND.match(text, end)
