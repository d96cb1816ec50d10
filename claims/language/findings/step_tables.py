"""The steps of lives, ships, buildings and other things, and which of them cannot come before which.

To add a step: a row in STEPS. To add an order: a row in ORDERS with the reason. What can happen twice, or before its
place in the usual order, has no row: people marry again, bridges open before they are finished.
"""

from claims.language.vocabulary import word_set

#: Kind of step: the words that say it, as a pattern behind the subject. "#" stands for what may come between "was" and the verb.
STEPS = {
    "born": r"was born|were born|born",
    "graduated": r"graduated|was graduated|took (?:his|her) degree|received (?:his|her) (?:degree|doctorate)|enrolled|matriculated|(?:finished|completed) (?:his|her) (?:studies|degree)",
    "married": r"married|wed",
    "acted": (
        r"became (?:a |an |the )?[\w -]{2,30}?|was elected(?: [\w -]{2,30}?)?|was appointed(?: [\w -]{2,30}?)?|retired|resigned|emigrated|enlisted|"
        r"joined [\w' -]{2,30}?|taught [\w' -]{0,30}?|moved to [\w' -]{2,30}?|wrote [\w' -]{2,40}?|painted [\w' -]{2,40}?|won [\w' -]{2,40}?"
    ),
    "died": r"died|passed away|was assassinated|was executed|was killed|drowned|was hanged|was shot dead|was beheaded",
    "laid down": r"was laid down|laid down|keel was laid",
    "launched": r"was launched|launched|was christened|slid down the (?:slipway|ways|slip)|went down the (?:slipway|ways)|took to the water|was floated out",
    "commissioned": r"was commissioned|commissioned|entered service|joined the fleet|was completed",
    "decommissioned": r"was decommissioned|decommissioned|was paid off|paid off|was retired|was struck from the register|was scrapped|scrapped|was broken up",
    "construction began": r"construction began|construction started|building began|work began|was begun",
    "opened": r"was opened|opened|was inaugurated|was opened to traffic|opened to traffic|opened to the public|opened (?:its|their) doors",
    "finished": r"was completed|was finished|completed",
    "demolished": r"was demolished|was torn down|was pulled down|was razed|demolished|was knocked down|was blown up",
    "founded": r"was founded|founded|was established|established|was set up|was created|was formed",
    "dissolved": r"was dissolved|dissolved|went bankrupt|was wound up|disbanded|was disbanded|ceased to exist|was abolished|collapsed|folded|was liquidated",
    "elected": r"was elected(?: (?:as )?[\w -]{2,30}?)?|won the election",
    "sworn in": r"was sworn in|sworn in|took office|took the oath|was inaugurated",
    "left office": r"left office|stepped down|resigned",
    "sent": r"sent (?:back )?(?:its|the|her) first [\w ]{2,30}?|entered orbit|reached orbit|landed on [\w ]{2,20}?|arrived at [\w ]{2,20}?",
    "signed": r"was signed|signed",
    "in force": r"entered into force|came into force|took effect|entered into effect",
    "expired": r"expired|was terminated|lapsed|ended",
    "filming began": r"filming began|shooting began|filming started|shooting started",
    "premiered": r"premiered|was released|had its premiere|was first shown|opened in cinemas",
    "arrested": r"was arrested|was detained|arrested",
    "charged": r"was charged|was indicted",
    "convicted": r"was convicted|was sentenced|was found guilty|sentenced|convicted",
    "released": r"was released|was freed|was set free|left prison|walked free",
    "merged": r"merged with [\w' -]{2,30}?|was taken over|was acquired",
    "began": r"began|started|opened|broke out|kicked off|got under way",
    "ended": r"ended|closed|finished|concluded|came to an end|was over|was ended",
}  # fmt: skip

#: What comes first, what later, and why the other way round cannot be. "born" comes before every deed of a person.
ORDERS = (
    ("born", "graduated", "nobody graduates before birth"),
    ("born", "married", "nobody marries before birth"),
    ("born", "acted", "nobody does anything before birth"),
    ("born", "elected", "nobody is elected before birth"),
    ("born", "died", "nobody dies before birth"),
    ("graduated", "died", "nobody graduates after death"),
    ("married", "died", "nobody marries after death"),
    ("acted", "died", "nobody acts after death"),
    ("laid down", "launched", "a hull is launched after its keel is laid"),
    ("laid down", "commissioned", "a ship is commissioned after her keel is laid"),
    ("laid down", "decommissioned", "a ship is decommissioned after her keel is laid"),
    ("launched", "commissioned", "a ship is commissioned after her launch"),
    ("launched", "decommissioned", "a ship is decommissioned after her launch"),
    ("commissioned", "decommissioned", "a ship is decommissioned after she was commissioned"),
    ("launched", "sent", "a spacecraft sends nothing from space before its launch"),
    ("construction began", "opened", "a building opens after its construction began"),
    ("construction began", "finished", "a building is finished after its construction began"),
    ("construction began", "demolished", "a building is demolished after its construction began"),
    ("opened", "demolished", "a building is demolished after it opened"),
    ("finished", "demolished", "a building is demolished after it was finished"),
    ("founded", "dissolved", "nothing is dissolved before it is founded"),
    ("founded", "merged", "nothing is merged before it is founded"),
    ("elected", "sworn in", "people take office after they are elected"),
    ("elected", "left office", "people leave office after they are elected"),
    ("sworn in", "left office", "people leave office after they took it"),
    ("signed", "in force", "a treaty comes into force after it is signed"),
    ("signed", "expired", "a treaty expires after it is signed"),
    ("in force", "expired", "a treaty expires after it came into force"),
    ("filming began", "premiered", "a film is shown after it is shot"),
    ("arrested", "convicted", "an accused is convicted after the arrest"),
    ("charged", "convicted", "an accused is convicted after the charge"),
    ("convicted", "released", "a prisoner is released after the sentence"),
    ("began", "ended", "nothing ends before it begins"),
)

#: Nobody takes the step younger than this, in years; a child prodigy is worth a look.
LEAST_AGES = {"graduated": 14, "married": 12, "elected": 18}
#: These steps come once; two dates for one of them cannot both be right.
ONCE = frozenset({"born", "died", "laid down", "founded"})
#: These come once for what has one beginning and one end.
ONCE_FOR_EVENTS = frozenset({"began", "ended"})
#: What has one beginning and one end.
EVENTS = word_set("""trial war battle siege conference summit festival exhibition tournament strike talks election hearing inquiry race voyage expedition
    uprising revolution rebellion reign evacuation""")
#: One term of office after another: only what one sentence tells belongs to one term.
IN_ONE_SENTENCE = frozenset({"elected", "sworn in", "left office", "arrested", "charged", "convicted", "released"})
