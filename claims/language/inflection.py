"""Finite forms of English verbs, for clauses whose participle becomes the verb of a claim."""

from claims.language.vocabulary import word_set

#: Past forms that no rule gives, for the verbs that news turns into participles.
_PAST = dict(
    pair.split("/")
    for pair in word_set(
        """be/was have/had do/did go/went make/made bring/brought take/took give/gave get/got become/became
    begin/began bear/bore beat/beat bend/bent bet/bet bid/bid bind/bound break/broke build/built buy/bought cast/cast
    catch/caught choose/chose come/came cost/cost cut/cut deal/dealt draw/drew drive/drove eat/ate fall/fell feed/fed
    feel/felt fight/fought find/found fly/flew forbid/forbade forget/forgot freeze/froze grow/grew hang/hung hear/heard
    hide/hid hit/hit hold/held hurt/hurt keep/kept know/knew lay/laid lead/led leave/left lend/lent let/let lose/lost
    mean/meant meet/met overtake/overtook oversee/oversaw pay/paid put/put quit/quit read/read rebuild/rebuilt ride/rode
    ring/rang rise/rose run/ran say/said see/saw seek/sought sell/sold send/sent set/set shake/shook shed/shed shoot/shot
    show/showed shrink/shrank shut/shut sing/sang sink/sank sit/sat sleep/slept speak/spoke spend/spent spin/spun
    split/split spread/spread spring/sprang stand/stood steal/stole stick/stuck strike/struck strive/strove sweep/swept
    swim/swam swing/swung teach/taught tear/tore tell/told think/thought throw/threw undergo/underwent
    understand/understood undertake/undertook uphold/upheld wear/wore win/won withdraw/withdrew write/wrote"""
    )
)
#: Past forms that no participle shares: "flew" can't follow "was".
_ONLY_PAST = word_set("""was were did went became began bore bit blew broke came chose drew drove ate fell flew forbade forgot
    froze gave grew hid knew overtook oversaw rode rang rose ran saw shook shrank sang sank spoke sprang stole strove swam
    took tore threw underwent undertook wore withdrew wrote""")
_IRREGULAR_PRESENT = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_VOWELS = "aeiou"
#: Stressed on the last syllable, so that the consonant doubles: "occur", "occurred".
_DOUBLING = (
    "occur",
    "refer",
    "prefer",
    "transfer",
    "deter",
    "incur",
    "admit",
    "commit",
    "permit",
    "submit",
    "equip",
    "control",
)


def past_tense(lemma: str, *, plural: bool = False) -> str:
    """Return the simple past of a verb's base form, as in "exceed" → "exceeded"."""
    if lemma == "be" and plural:
        return "were"
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def is_only_past(form: str) -> bool:
    """Return whether a form is a simple past and never a participle, as "flew" and unlike "built"."""
    return form in _ONLY_PAST


def present_tense(lemma: str, *, plural: bool = False) -> str:
    """Return the third person present of a verb's base form, as in "carry" → "carries"."""
    if plural:
        return "are" if lemma == "be" else lemma
    if lemma in _IRREGULAR_PRESENT:
        return _IRREGULAR_PRESENT[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _doubles(lemma: str) -> bool:
    if lemma.endswith(_DOUBLING):
        return True
    short = len(lemma) in (3, 4) and sum(letter in _VOWELS for letter in lemma) == 1
    return short and lemma[-1] not in "wxy" + _VOWELS and lemma[-2] in _VOWELS
