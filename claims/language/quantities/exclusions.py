"""Digits that are no quantity: designations, labels, clock times, scores, telephone numbers, versions."""

import re

from claims.language.dates.names import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from claims.language.quantities.counting import counted_noun
from claims.language.quantities.designations import is_design
from claims.language.units import read_suffix
from claims.language.vocabulary import word_set

_WINDOW = 40

_GLUED_BEFORE = re.compile(r"(?:[A-Za-zÀ-ɏΑ-ωА-я_#@№][-–‑/]?|[A-Za-z0-9)][-–‑/_]|[0-9][.,:/^]|[A-Za-z]\.)$")
_NOT_A_NAME = re.compile(r"[a-z]{3}[.,]$|[0-9] ?[x×] ?$|-by-$")
_GLUED_AFTER = re.compile(r"[A-Za-zÀ-ɏΑ-ωА-я_]|[:.,/][0-9]|[-–‑][0-9]|[-–‑][A-Z]|['’]s\b|\^")
_RUN = re.compile(r"[0-9A-Za-zÀ-ɏ]*(?:[-–‑.:/,_^'’+][0-9][0-9A-Za-zÀ-ɏ]*)*")
_SECOND_NUMBER = re.compile(r"[ \u00a0][0-9]{2}(?=[ \u00a0][a-z])")
_LABEL = re.compile(
    r"\b(?:pages?|pp?\.|figures?|fig\.?|figs\.?|tables?|chapters?|ch\.|sections?|sec\.|articles?|art\.|no\.?|nos\.?|numbers?|nr\.?|versions?|ver\.?|v\.|vol\.?|volumes?"
    r"|issues?|parts?|rooms?|flights?|marks?|mk\.?|routes?|highways?|interstate|seasons?|episodes?|levels?|grades?|class|channels?|models?|phases?|stages?|steps?|lines?"
    r"|resolutions?|rules?|paragraphs?|clauses?|amendments?|equations?|eqs?\.?|refs?\.?|references?|appendix|annex|box|lot|gate|pier|platform|unit|building|apartment|apt\.?"
    r"|suite|bulletin|top|area|zone|district|sector|block|formula|titles?|items?|question|verses?|psalm|brigade|battalion|regiment|division|squadron|battery|tel\.?|phone|fax|call|isbn|issn|doi|id|code|zip|series|type|experiments?|test|trial|group|case no\.?)\s*(?:[:#(]\s*)?$",
    re.I,
)
# With a capital, these are one of several: Hall 4 holds 900 people, Terminal 3, World War Two.
_NUMBERED_PLACE = re.compile(
    r"\b(?:Hall|Terminal|Reactor|Court|Dock|Berth|Bay|Ward|Tower|Warehouse|Hangar|Silo|Bunker|Studio|Camp|School|Hospital|Shaft|Plant|Pump|Pit|Stand|Tent|Tunnel"
    r"|Cell|Store|Shop|Depot|Checkpoint|Station|Junction|Exit|Pole|Camera|Bridge|World War|Air Force|Army|Corps|Super Bowl|Act|Seal Team|Task Force|Team|Day"
    r"|Sprint|Round|Heat|Lane|Pool|Tier|Band|Category|Cat|Schedule|Form|Option|Plan|Scenario|Pillar|Priority|Goal|Objective|Protocol|Directive|Order|Law|Decree|Bill)[ \u00a0]$"
)
_NUMBERED_IN_TWO_WORDS = ("World War", "Air Force", "Super Bowl", "Seal Team", "Task Force")
# London Bridge, the Hospital: a name of its own, and no one of several.
_NAME_GOES_ON = re.compile(r"(?:\b[Tt]he|(?P<word>\b[A-Z][\w.'’-]*))[ \u00a0]$")
_PLACE_LEADS = word_set("Near Inside Outside Beside Behind Across Along Beyond Towards Toward")
_PREPOSITION_BEFORE = re.compile(r"\b(?:in|at|on|near|inside|outside|under|over|by|from)[ \u00a0]$", re.I)
_PLURAL_BEHIND = re.compile(r"[ \u00a0](?:(?!(?:is|was|has|as)\b)[a-z]+s|people|men|women|children)\b")
_MOST_DIGITS_OF_A_PLACE = 3
_MOST_DIGITS_BEFORE_A_PLURAL = 2
_LABEL_CHAIN = re.compile(
    r"\b(?:pages?|pp\.|figures?|figs?\.?|tables?|chapters?|sections?|articles?|nos?\.|numbers|seasons|episodes|volumes|refs?\.?|references|equations?|eqs?\.?|levels|phases|steps|versions|models|lines|rooms)"
    r" ?[0-9A-Za-z.]{1,5}(?:(?:, ?| and |, and |[-–]| to | or )[0-9A-Za-z.]{1,5}){0,6}(?:, ?| and |, and |[-–]| to | or )$",
    re.I,
)
_FAMILIES = re.compile(
    r"\b(?:Boeing|Airbus|Falcon|Apollo|Ariane|Soyuz|Proton|Vostok|Voskhod|iPhone|iPad|Galaxy|Windows|Pentium|Core|Project|Type|Resolution|Article|Flight|Formula|Route"
    r"|Gemini|Mercury|Sputnik|Luna|Venera|Voyager|Pioneer|Mariner|Chang['’]e|Chandrayaan|Shenzhou|Tiangong|Long March|Delta|Atlas|Titan|Saturn|Class|Mark|Tu|Il|MiG|Su|Leopard|Abrams"
    r"|Channel|Area|Fortune|Euro|Agenda|Vision|Expo|Objekt|Object|Izdeliye|Embraer|Cessna|PlayStation|Xbox|Android|HTML|Web|Storm|Oscar|Gang of|Group of|Catch|Big)[ \u00a0]$"
)
_CAPITAL_WORD = re.compile(r"(?P<opening>^|[.!?:;“\"”»(\n–—]\s*)?\b(?P<word>[A-Z][A-Za-zÀ-ɏ'’]*)[ \u00a0]$")
_PLAIN_OPENERS = word_set("""About Above After Again All Almost Also Among An And Another Approximately Are Around As At Because Before
    Below Between But By Could Currently Despite Did Does During Each Even Every Exactly Fewer First For From Given Had Has
    Have He Her Here His However I If In Including Into Is It Its Just Last Later Less Like Moreover Most My Nearly No Nor
    Not Now Of On Once Only Or Other Our Out Over Past Per Plus Roughly She Since So Some Still Such Than That The Their
    Then There These They This Those Though Three Through Thus Till To Today Together Total Two Under Until Up Upon Was We
    Were What When Where Whereas While With Within Would Yet You Your""")
_CALENDAR = {name.title() for name in MONTHS.keys() | WEEKDAYS.keys() if name not in MONTH_ABBREVIATIONS}
# Scales of earthquakes and names of statistics stand right before their figure.
_SCALES = word_set("Mw ML Ms Mb Magnitude SD SE SEM HR OR RR AUC IQR BMI RMSE FWHM")
_NOT_NAMES = _PLAIN_OPENERS | _CALENDAR | _SCALES
_SCORE_WORDS = re.compile(
    r"\b(?:won|win|wins|winning|beat|beats|beating|lost|lose|losing|loss|defeat(?:s|ed|ing)?|drew|draw|drawn|tied|tie|victory|score[ds]?|scoring|scoreline|match|final|semi-?final|aggregate|set|sets|vs\.?|against|record|vote[ds]?|ruled|ruling|lead|led|leading)\b",
    re.I,
)
_RECORD_BEFORE = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|went|(?:improv(?:ed|es|ing)|fell|falls|dropp?(?:ed|s)|slipp?(?:ed|s)|mov(?:ed|es)) to|start(?:ed|s)|began|begins|opened|st(?:ands|ood) at|ended)\s+(?:(?:the|its|their|his) (?:season|year|campaign) )?(?:at |an? )?$",
    re.I,
)
_RECORD_AFTER = re.compile(
    r" (?:record|win|loss|defeat|victory|draw|tie|start|finish|lead|deficit|triumph|rout|scoreline|thrashing|mark|result|season|campaign)\b(?! of)"
    r"|,? (?:(?:this|last|that) season|on the season|at home|away from home|on the road|against|versus|vs\.)(?![a-z])"
)
# "50 pM" is a concentration.
_CLOCK_AFTER = re.compile(
    r"[\s\u00a0]?(?:a\.?m\b|(?!(?-i:pM))p\.?m\b|o['’]clock|hrs? (?:GMT|UTC|local)|GMT\b|UTC\b)", re.I
)
_CLOCK_BEGINS = frozenset("aApPoOhHgGuU")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*\(?$")
_LIST_MARK_END = re.compile(r"[.)][ \t\u00a0]")
_OPENING = re.compile(r"([^\W\d]*) ?\($")
_BRACKETED = re.compile(r"\[[0-9,;–\- ]{0,24}$")
_LEADING_ZERO = re.compile(r"0[0-9]{2,}(?![0-9.,])")
_LETTERED = re.compile(r"[0-9]{1,3}[ACFHJKMT]")
# SN 1987A is a supernova, 13C NMR no thirteen degrees.
_YEAR_LETTERED = re.compile(r"(?:1[5-9]|20)[0-9]{2}[A-H]")
_ISOTOPE = re.compile(
    r"(?:[123]H|1[234]C|1[3-8][NFO]|3[12]P)(?=[ -](?:NMR|MRS|dating|dates?|label|isotop|enrich|spectr|content|ages?|atoms?|signature|ratio|values?|tracer|glucose|signal|resonance|yrs?\b|years|BP\b)|/)"
)
_INTERNATIONAL = re.compile(r"[0-9]{1,3}(?:[ .-]\(?[0-9]{2,4}\)?){2,4}(?![0-9])")
# Crystal planes: Si(100), the (111) facets.
_PLANE = re.compile(r"[0-9]{3}\) (?:planes?|surfaces?|facets?|peaks?|reflections?|directions?|orientations?|faces?)\b")
_INDEXED = re.compile(
    r"(?P<determiner>\b(?:last|this|that|next|each|every|per|an?|one|the|same|previous|past|first|final|whole|all)[ ])?\b(?:day|week|hour|month|year|night|cluster|site|mouse|rat|patient|subject|participant|respondent"
    r"|sample|specimen|plot|run|batch|wave|round|cohort|arm|node|layer|visit|cycle|generation|game|lap|exit|track|act|scene|lesson|module|task|scenario|species|lane|well|tank|column|row|panel|floor|deck|domain|exon|intron|residue|position|chromosome)"
    r" (?:[#(]\s*)?$",
    re.I,
)
# "The opening day" and "election night" are days of their own.
_MODIFIED_INDEX = re.compile(
    r"\b(?:(?:the|an?|its|their|his|her|our|this|that) [\w-]+ [a-z]+|(?!(?:on|in|by|at|from|to|and|or|until|till|through|after|before|since|of|for|during|between)\b)[\w-]+ (?:day|night|week|month|year|hour)) $",
    re.I,
)
# A gun's calibre, a digital object's name, an airliner's type, and 5′-end or 3'-UTR: the ends of a strand, no feet.
_IDENTIFIER = re.compile(
    r"\.[0-9]{2,3}[ -]cal(?:\.|ib(?:re|er))|10\.[0-9]{4,9}/\S|7[0-9]7-[0-9]{1,3}(?![0-9.])"
    r"|[35] ?['′’](?=[-–][A-Za-z]|[ ](?:ends?|UTRs?|untranslated|region|splice|flank|terminus|overhang)\b|→)"
)
_RANK = re.compile(
    r"\b(?:at|to|reach(?:ed|es|ing)|hits?|hitting|rank(?:ed|s|ing)?|peak(?:ed|s|ing)|debut(?:ed|s|ing)|the|world|as|become|became|a|his|her|its|their|was|is|spot|charts?)\s+(?:number|no\.?|#)\s?$|(?:at|the|ranked) #$",
    re.I,
)
_TELEPHONE = re.compile(
    r"(?P<local>[0-9]{3}[-. ][1-9][0-9]{3}(?![0-9]))|[0-9]{3}[-. ]0[0-9]{3}(?![0-9])|\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}"
)


def glued_before(text: str, start: int) -> bool:
    """Return whether the digits at ``start`` continue a name: RD-180, A2, Vostok-2022, v1.2."""
    before = text[max(0, start - 4) : start]
    return not before[-1:].isspace() and bool(_GLUED_BEFORE.search(before)) and not _NOT_A_NAME.search(before)


def has_leading_zero(text: str, start: int) -> bool:
    """Return whether digits begin like a code or a military time: 007, 0630 hours."""
    return bool(_LEADING_ZERO.match(text, start))


def run_end(text: str, start: int) -> int:
    """Return the end of the letters, digits and joining marks that stand together from ``start``."""
    run = _RUN.match(text, start)
    end = run.end() if run else start
    second = _SECOND_NUMBER.match(text, end) if glued_before(text, start) else None
    return second.end() if second else end


def glued_after(text: str, end: int) -> bool:
    """Return whether a name, a clock time, a ratio or a version goes on behind the digits."""
    return bool(_GLUED_AFTER.match(text, end))


def is_clock(text: str, end: int) -> bool:
    """Return whether the number is an hour of the day ("8 p.m.")."""
    return not _CLOCK_BEGINS.isdisjoint(text[end : end + 2]) and bool(_CLOCK_AFTER.match(text, end))


def is_label(text: str, start: int, end: int) -> bool:
    """Return whether a number without unit names something: page 12, Falcon 9, [3], 1) at a line's start."""
    before = text[max(0, start - _WINDOW) : start]
    if any(pattern.search(before) for pattern in (_LABEL, _FAMILIES, _BRACKETED, _LABEL_CHAIN)):
        return True
    if _is_numbered_place(text, before, start, end):
        return True
    if _LIST_MARK.search(before) and _LIST_MARK_END.match(text, end):
        return True
    return _is_numbered_item(before) and text[end : end + 1] == ")" and end - start <= 2


def _is_numbered_place(text: str, before: str, start: int, end: int) -> bool:
    """Return whether a capitalised class of place or thing has the number as its name: Hall 4, no "Green Bay 40,000 fans"."""
    found = _NUMBERED_PLACE.search(before)
    if found is None or found.group().startswith(_NUMBERED_IN_TWO_WORDS):
        return found is not None
    printed = text[start:end]
    if printed[0].isdigit() and (not printed.isdigit() or len(printed) > _MOST_DIGITS_OF_A_PLACE):
        return False
    name = _NAME_GOES_ON.search(before, 0, found.start())
    if name and name["word"] not in _PLAIN_OPENERS | _PLACE_LEADS:
        return False
    # "In Hall 4 visitors waited" is in Hall 4; no hall has the number 400.
    is_counted = len(printed) > _MOST_DIGITS_BEFORE_A_PLURAL and _PREPOSITION_BEFORE.search(before, 0, found.start())
    return not (is_counted and _PLURAL_BEHIND.match(text, end))


def _is_numbered_item(before: str) -> bool:
    opening = _OPENING.search(before)
    # "Chaco (5)" gives a figure for Chaco, "they say (5)" points to a note.
    return opening is not None and not opening[1][:1].isupper()


def is_rank(text: str, start: int) -> bool:
    """Return whether "number" or "No." before ``start`` gives a rank: "at number 23", "the No. 1"."""
    return bool(_RANK.search(text, max(0, start - _WINDOW), start))


def is_lettered_label(text: str, start: int, end: int) -> bool:
    """Return whether a digit with a glued capital is a label, not a unit: Figure 1A, the 5C, 3D."""
    if _YEAR_LETTERED.fullmatch(text, start, end) or _ISOTOPE.match(text, start):
        return True
    if not _LETTERED.fullmatch(text, start, end):
        return False
    before = text[max(0, start - _WINDOW) : start]
    return end - start == 2 or bool(_LABEL.search(before) or _LABEL_CHAIN.search(before))


def follows_name(text: str, start: int) -> bool:
    """Return whether a capitalised word inside a sentence stands right before the number."""
    found = _CAPITAL_WORD.search(text, max(0, start - _WINDOW), start)
    return found is not None and found["word"] not in _NOT_NAMES and found["opening"] is None


def ends_design(text: str, start: int, end: int) -> bool:
    """Return whether the number ends the name of a make or type whose class stands behind: "Arrow 3 missiles"."""
    return is_design(text, start, end, _NOT_NAMES)


def is_indexed(text: str, start: int) -> bool:
    """Return whether the number tells one of many apart, as in "day 7" or "patient 12"."""
    found = _INDEXED.search(text, max(0, start - _WINDOW), start)
    return found is not None and found["determiner"] is None


def is_indexed_by_word(text: str, start: int) -> bool:
    """Return whether a number word tells one of many apart: "on day two", not "on the opening day two were sold"."""
    return is_indexed(text, start) and not _MODIFIED_INDEX.search(text, max(0, start - _WINDOW), start)


def is_score(text: str, start: int, end: int, first: int, second: int) -> bool:
    """Return whether two small numbers joined by a dash are a result or a season's record, not a range."""
    if first >= second or _RECORD_AFTER.match(text, end):
        return True
    before = max(0, start - _WINDOW)
    return bool(_SCORE_WORDS.search(text, before, start) or _RECORD_BEFORE.search(text, before, start))


def is_telephone(text: str, start: int) -> bool:
    """Return whether a telephone number begins at ``start``: not the range in "100-1000 km", "100-1000.5"."""
    found = _TELEPHONE.match(text, start)
    if found and found["local"]:
        if text[found.end() : found.end() + 1] == "." and text[found.end() + 1 : found.end() + 2].isdigit():
            return False
        return not (read_suffix(text, found.end()) or counted_noun(text, found.end()))
    return bool(found)


def telephone_end(text: str, start: int) -> int | None:
    """Return the end of a telephone number that begins at ``start`` behind a plus sign."""
    found = _INTERNATIONAL.match(text, start) if text[start - 1 : start] == "+" else None
    return found.end() if found else None


def is_identifier(text: str, start: int) -> bool:
    """Return whether a DOI, an airliner's type, a crystal's plane or a strand's end begins at ``start``."""
    if text[start - 1 : start] == "(" and (text[max(0, start - 2) : start - 1].isalpha() or _PLANE.match(text, start)):
        return True
    return bool(_IDENTIFIER.match(text, start))
