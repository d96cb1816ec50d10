"""Words that say how a text stands to a statement: as fact, plan, possibility, allegation, denial. Add a word to its line.

The classes follow the event factuality of FactBank (Saurí and Pustejovsky, 2009) and the implicative verbs of Karttunen
(1971); where they leave a choice, the one that doubts was taken.
"""

from claims.language.vocabulary import ORGANISATION_NOUNS, word_set
from reviews.checking.frames.stance import Factuality

_VERBS = {
    Factuality.PLANNED: """plan intend want hope aim seek wish expect promise pledge vow threaten offer propose consider prepare try attempt
        ask urge demand request call order instruct need require schedule project forecast predict agree decide aspire
        recommend suggest advise beg press invite commit swear slate anticipate suppose design mean negotiate contemplate mull discuss authorise authorize permit allow encourage persuade ready""",
    Factuality.ALLEGED: """claim allege accuse charge contend insist argue believe think suspect fear assume estimate rumour rumor speculate
        purport assert guess presume imagine suspect imply blame indict reckon feel maintain pretend""",
    Factuality.DENIED: "deny dispute dismiss doubt question contest repudiate disavow challenge contradict",
    Factuality.CORRECTED: "retract withdraw correct recant",
}
_NOUNS = {
    Factuality.PLANNED: """plan intention intent proposal hope attempt bid offer promise pledge request demand decision call threat agreement
        effort goal aim desire wish option talk negotiation preparation order recommendation invitation deadline target
        schedule permission right chance opportunity need requirement deal contract programme program project campaign""",
    Factuality.POSSIBLE: "possibility risk likelihood probability danger prospect potential fear concern worry",
    Factuality.ALLEGED: """rumour rumor allegation claim speculation suggestion suspicion accusation assumption assertion belief theory
        charge hypothesis hearsay""",
    Factuality.DENIED: "denial refutation rebuttal",
}
_ADJECTIVES = {
    Factuality.PLANNED: "due set scheduled expected supposed designed ready poised slated bound eager willing likely keen prepared meant intended "
    "planned projected destined eligible free about",
    Factuality.POSSIBLE: "possible probable plausible conceivable",
    Factuality.ALLEGED: "alleged rumoured rumored suspected accused",
    Factuality.OPEN: "unclear unknown uncertain unsure unconfirmed unverified disputed debatable questionable doubtful",
}
_ADVERBS = {
    Factuality.ALLEGED: "allegedly reportedly supposedly purportedly apparently rumouredly rumoredly presumably",
    Factuality.POSSIBLE: "possibly perhaps maybe probably potentially conceivably likely arguably",
    Factuality.ALMOST: "almost nearly practically virtually narrowly",
}
_MODALS = {
    Factuality.PLANNED: "will shall 'll wo",
    Factuality.POSSIBLE: "may might could",
    Factuality.CONDITIONAL: "would 'd should ought must",
}


def _by_word(table: dict[Factuality, str]) -> dict[str, Factuality]:
    return {word: factuality for factuality, words in table.items() for word in words.split()}


VERBS = _by_word(_VERBS)
"""Verbs whose complement is no fact yet, by their base form."""

NOUNS = _by_word(_NOUNS)
"""Nouns whose complement ("the plan to", "rumours that") is no fact yet."""

ADJECTIVES = _by_word(_ADJECTIVES)
"""Predicative adjectives and participles whose complement is no fact yet: "due to open"."""

ADVERBS = _by_word(_ADVERBS)
"""Adverbs that make the clause that they stand in less than a fact."""

UNREALISED = _by_word(
    {
        Factuality.PLANNED: "planned proposed intended projected scheduled upcoming forthcoming prospective attempted failed aborted threatened "
        "impending future cancelled canceled abandoned expected",
        Factuality.POSSIBLE: "possible potential hypothetical eventual",
        Factuality.ALLEGED: "alleged rumoured rumored reported suspected supposed so-called",
    }
)
"""Adjectives before the noun of an event that did not happen, or not as a fact: "the proposed sale"."""

MODALS = _by_word(_MODALS)
"""Modal verbs; "can" is left out, since what something can do is stated as a fact."""

PREPOSITIONAL = {
    **{
        (verb, "for"): Factuality.PLANNED
        for verb in word_set("call ask hope push press apply bid campaign lobby wait prepare plan")
    },
    **{(verb, "of"): Factuality.ALLEGED for verb in word_set("accuse suspect")},
    ("charge", "with"): Factuality.ALLEGED,
}
"""Verbs with a preposition whose object is no fact yet: "called for", "accused of"."""

REFUSING = word_set("""refuse fail decline neglect forget avoid omit cease stop refrain cancel halt prevent block bar ban prohibit forbid reject
    oppose veto abandon scrap thwart foil avert shelve""")
"""Verbs whose complement did not happen, stated as a fact."""

NEVER_HAPPENED = word_set(
    "cancel halt prevent block reject oppose veto abandon scrap thwart foil avert shelve avoid deny"
)
"""Verbs whose object, where it names an event, did not happen."""

WANTED = word_set(
    """want need seek demand request plan propose expect promise offer consider urge envisage eye recommend await anticipate threaten envision"""
)
"""Verbs whose object is wanted, planned or talked about, not had or done."""

PUT_OFF = word_set("postpone delay suspend schedule deny dispute authorise authorize discuss debate")
"""Verbs whose object, where it names an event, did not happen yet, or not as a fact."""

SET_ASIDE = word_set("budget earmark allocate forecast project plan pencil slate")
"""Verbs whose figures are those of a plan."""

FALSE = word_set("""false untrue wrong incorrect inaccurate mistaken erroneous unfounded groundless baseless bogus fabricated invented fake
    debunked disproved disproven refuted discredited retracted withdrawn corrected rebutted nonsense lie myth hoax fabrication
    misconception fiction falsehood""")
"""What a text calls a statement that it rejects."""

REJECTING = word_set("debunk disprove refute discredit rebut falsify overturn")
"""Verbs by which a text says that a statement is false."""

FALSELY = word_set("falsely wrongly mistakenly erroneously incorrectly inaccurately untruthfully")

STATEMENTS = word_set("""report rumour rumor claim story statement allegation suggestion idea notion belief accusation assertion news information
    account myth theory argument contention charge assumption view conclusion post video article message""")
"""Nouns for what somebody says, which the text may reject."""

PARTIES = word_set("""prosecutor prosecution critic opponent rival opposition lawyer defence defense rebel activist separatist enemy accuser plaintiff
    militant dissident blogger witness neighbour neighbor supporter detractor skeptic sceptic""")
"""Speakers who take a side: what they say is their claim, whatever the verb."""

UNSURE_SOURCES = PARTIES | word_set("""blog rumour rumor legend tradition folklore myth tale gossip post account tweet leak allegation claim theory
    tabloid forum commenter saying hearsay speculation""")
"""Whose word is no fact: "according to legend"."""

KEEPING_BOOKS = ORGANISATION_NOUNS | word_set("annual audited financial published consolidated")
"""What stands before the accounts that are kept in figures, not told."""

ANONYMOUS = word_set("anonymous unnamed unidentified unconfirmed unverified alleged unsourced")

SAYING = word_set("say state tell report write announce add note declare post tweet argue explain")
"""Verbs of speech that take no side."""
