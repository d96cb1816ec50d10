"""Closed word lists that the comparison of statements relies on."""

from claims.language.closed_classes import FUNCTION_WORDS, NEGATORS
from claims.language.closed_classes import HEDGES as COMMON_HEDGES
from claims.language.vocabulary import word_set

NEGATIONS = NEGATORS | word_set("hardly scarcely fails failed failing refused denies denied lacks lacked lack")
#: Behind "no" these praise what is said: no small thing, no mean feat, no surprise.
UNDERSTATED = frozenset(
    f"{quality} {what}"
    for quality in word_set("small mean little minor ordinary trivial easy")
    for what in word_set(
        "thing feat matter task achievement accomplishment sum effort undertaking job affair success victory honour honor"
    )
) | word_set("surprise wonder coincidence exaggeration secret")
"""Words that turn a statement into its opposite."""

HEDGES = COMMON_HEDGES | word_set(
    """reported purportedly purported supposed estimated estimates suggests suggest believed thought rumoured rumored
    claimed claims unconfirmed"""
)
"""Words that say how sure the author is."""

CORRECTIONS = word_set(
    """however but although though correction corrected clarification updated retracted disputed later instead"""
)
"""Words with which an author takes back, limits or overtakes what was just said."""

STOP_WORDS = FUNCTION_WORDS | word_set("among even least less onto s shall still t")
"""Words too common to tell what a statement is about."""

_SYNONYM_GROUPS = (
    "death deaths died dead deceased die dies fatality fatalities killed victims",
    "case cases infection infections infected patient patients positive",
    "recovery recoveries recovered recover cured",
    "earn earned earns earning earnings gross grossed grosses grossing takings revenue revenues collected made makes",
    "world worldwide globally global international internationally",
    "review reviews reviewed reviewer reviewers critic critics",
    "rating ratings rated score scored scores scoring",
    "release released releases debuted debut premiered premiere premieres aired airs launched published",
    "found founded established establish formed created set-up",
    "birth born",
    "sell sold sells sales sale shipped",
    "begin began begins started starts start commenced",
    "end ended ends finished closed complete completed completes completion",
    "appoint appointed named elected hired",
    "join joined joins signed signs sign moved transferred",
    "people persons inhabitants residents population",
    "cost costs price priced worth budget",
    "big biggest large largest greatest",
    "film movie films movies",
    "song single track",
    "test tests tested testing",
    "confirm confirmed reported registered recorded announced",
    "buy bought purchased acquired acquires",
    "weight weighs weighed mass",
    "height tall high altitude",
    "fast speed velocity",
    "foreign elsewhere other overseas outside territories",
    "thrust force pull",
    "increase increased rose grew gained risen",
    "decrease decreased fell dropped declined lost",
    "average averaged averaging mean",
    "approve approval approved",
    "view views viewed watched",
    "win won wins winning victory",
    "locate located situated lies",
    "marry married wed wife husband",
    "seat seats seating capacity",
)

SYNONYMS = {word: group.split()[0] for group in _SYNONYM_GROUPS for word in group.split()}
"""Plain synonyms of the language in which figures are reported, by the name of their group."""

OPPOSITE_WORDS = (
    ("increase", "decrease"),
    ("win", "lose"),
    ("open", "close"),
    ("begin", "end"),
    ("accept", "reject"),
    ("approve", "reject"),
    ("allow", "ban"),
    ("birth", "death"),
    ("import", "export"),
    ("maximum", "minimum"),
    ("highest", "lowest"),
    ("support", "oppose"),
    ("arrive", "leave"),
    ("guilty", "innocent"),
    ("success", "failure"),
    ("true", "false"),
    ("positive", "negative"),
    ("favorable", "unfavorable"),
    ("favourable", "unfavourable"),
)
"""Words that make one statement the opposite of another."""

_REVERSED_WORDS = (
    ("before until prior", "after since following"),
    ("above over", "below under beneath"),
    ("up upward upwards", "down downward downwards"),
    ("more most greater larger bigger", "less least fewer fewest smaller lesser"),
    ("higher highest taller", "lower lowest"),
    ("longer longest", "shorter shortest"),
    ("heavier heaviest", "lighter lightest"),
    ("faster fastest", "slower slowest"),
    ("older oldest", "younger youngest newer newest"),
    ("earlier earliest", "later latest"),
    ("better best", "worse worst"),
    ("stronger strongest", "weaker weakest"),
    ("first", "last"),
    ("next", "last previous"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("winter", "summer"),
    ("spring", "autumn fall"),
    ("left", "right"),
    ("male man men", "female woman women"),
    ("rise rises rising rose", "fall falls falling fell"),
    ("grow grows growing grew", "shrink shrinks shrinking shrank shrunk"),
    ("win wins won", "lose loses lost"),
    ("open opens opened opening", "close closes closed closing"),
    ("profit profits surplus gain gains", "loss losses deficit"),
    ("buy buys bought", "sell sells sold"),
    ("approved accepted allowed permitted", "rejected refused forbidden banned prohibited"),
    ("supported backed", "opposed"),
    ("confirmed confirms", "denied denies disputed"),
    ("convicted guilty", "acquitted innocent"),
    ("all every everyone always", "none nobody never"),
    ("included includes including", "excluded excludes excluding"),
    ("minimum", "maximum"),
    ("day daytime", "night nighttime"),
    ("alive", "dead"),
    ("safe", "dangerous"),
)

REVERSALS = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _REVERSED_WORDS)
"""Groups of words of which one in the place of the other turns a passage round."""
