"""Which words name the same relation, who plays which part in it, and which relations exclude each other.

Every table is text: add a word to its line, or a line. A sentence in tests/reviews/checking/data shows each kind.
"""

from dataclasses import dataclass
from functools import cache

from claims.language.vocabulary import word_set

#: Relation: verb [subject object preposition=role …] | the same relation seen from the other side. A verb's participants are
#: named by what they do in the relation, so that "A sold B to C" and "C bought B from A" come to the same.
_RELATIONS = """
sale: sell resell seller thing to=buyer by=seller from=seller | buy purchase buyer thing from=seller by=buyer to=buyer
loan: lend loan lender thing to=borrower by=lender from=lender | borrow borrower thing from=lender by=borrower
gift: give donate grant award hand giver thing to=receiver by=giver | receive get obtain receiver thing from=giver by=receiver
sending: send dispatch ship deliver supply transfer extradite deport giver thing to=receiver by=giver from=giver
export: export exporter thing to=importer by=exporter from=exporter
import: import importer thing from=exporter by=importer into=importer to=importer
ownership: own possess owner thing by=owner | belong thing owner to=owner
employment: employ employer worker by=employer | work worker employer for=employer
hiring: hire recruit employer worker by=employer
victory: beat defeat overcome outplay thrash winner loser by=winner in=contest | lose loser contest to=winner against=winner in=contest | win winner contest over=loser against=loser
succession: succeed replace follow later earlier by=later | precede earlier later by=earlier
teaching: teach teacher pupil by=teacher
overtaking: overtake surpass outstrip exceed overhaul ahead behind by=ahead
"""

_SYNONYMS = """
begin start commence
end finish conclude
complete finalise finalize
buy purchase
rise increase grow climb gain surge jump soar
fall decrease decline drop shrink plunge slump dip
build construct erect
close shut
kill slay
attack assault strike raid
hit strike
approve pass adopt ratify endorse clear
reject refuse
sign conclude
found establish create set-up
power drive propel
sever break-off cut-off
plan intend
survive live
postpone delay put-off defer
cancel scrap abandon call-off
meet encounter
invade overrun occupy
strike walkout stoppage
launch open start
crash plunge
capsize overturn
probe investigation inquiry
relation tie
swallow absorb take-over acquire
broadcast air
blow-up destroy demolish
suspect believe
warn threaten
shoot-down bring-down down
scuttle sink
supply provide furnish
withdraw retreat pull-out
postpone reschedule
fall drop slide tumble
mention cite
abolish scrap repeal
employ hire
describe call
guard protect
dissolve disband
destroy demolish wreck
show display exhibit
say state tell
resign quit
fire launch
sack dismiss fire
acquire buy take-over purchase
help assist aid
arrest detain
injure wound hurt
die perish
marry wed
locate situate
carry transport
visit tour
appoint name
elect choose
sentence jail imprison
hold host
make manufacture produce
enter join
leave quit exit
use employ utilise utilize
weigh mass
seize capture take
free release liberate
halt stop suspend
ban prohibit forbid outlaw
allow permit
win clinch
receive get
require need
own possess
support back
oppose resist
expand enlarge widen
shrink narrow
film movie
firm company corporation
aircraft plane aeroplane airplane
car automobile
ship vessel
soldier troop serviceman
child kid
doctor physician
lawyer attorney
border frontier
jail prison gaol
worker employee
rebel insurgent guerrilla
inhabitant resident
cost price
speed velocity
mass weight
length long
height tall
width wide
depth deep
age old
people person
city town
big large
small little
rapid fast quick
"""

_OPPOSITES = """
rise increase grow climb gain surge jump soar expand double triple quadruple | fall decrease decline drop shrink plunge slump dip halve
double | triple quadruple
triple | quadruple
accept approve pass adopt ratify endorse sign back confirm | reject refuse veto oppose block
open | close shut
begin start commence | end finish stop cease
enable activate | disable deactivate
convict | acquit clear exonerate
support back favour favor endorse | oppose
win | lose
arrive | leave depart
land | take-off
join enter | leave quit exit
found establish create | dissolve disband abolish
capture seize recapture | lose surrender abandon
allow permit legalise legalize authorise authorize | ban prohibit forbid outlaw block
succeed | fail
survive live | die perish
hire recruit employ | sack dismiss fire
lift ease relax remove abolish cancel | impose tighten
build construct | demolish destroy
attack | defend
buy | sell
save rescue | kill sink
strengthen appreciate | weaken depreciate
lengthen extend | shorten cut
raise increase hike | lower cut reduce
include | exclude
agree | disagree refuse
admit | deny
arrest detain imprison jail | release free
float surface | sink
present | absent
love like | hate dislike
remember | forget
improve | worsen deteriorate
lead | trail
advance | retreat withdraw
deploy | withdraw
praise | criticise criticize condemn
obey comply | disobey violate
marry | divorce
import | export
lend | borrow
push | pull
unite merge | split divide
recognise recognize | derecognise
activate | suspend
resume restart continue | stop suspend halt discontinue
appear | disappear
encourage | discourage
qualify | disqualify
profit surplus | loss deficit
victory win | defeat
"""

_SYMMETRIC = word_set("""meet marry divorce border merge collide resemble differ equal talk negotiate cooperate collaborate compete play fight clash
    join agree unite touch adjoin intersect share ally partner""")
"""Relations in which it does not matter who comes first."""

_NOMINALISATIONS = """
sale/sell acquisition/acquire purchase/buy approval/approve rejection/reject resignation/resign launch/launch attack/attack invasion/invade
visit/visit arrest/arrest death/die birth/bear murder/murder killing/kill destruction/destroy construction/build closure/close opening/open
appointment/appoint election/elect defeat/defeat victory/win export/export import/import delivery/deliver supply/supply signing/sign
announcement/announce decision/decide withdrawal/withdraw arrival/arrive departure/depart merger/merge takeover/take-over
capture/capture release/release sentence/sentence conviction/convict acquittal/acquit collapse/collapse increase/increase rise/rise
growth/grow decline/decline fall/fall decrease/decrease drop/drop loss/lose discovery/discover invention/invent foundation/found
creation/create development/develop production/produce testing/test test/test ban/ban explosion/explode crash/crash strike/strike
bombing/bomb shelling/shell sinking/sink dismissal/dismiss ratification/ratify adoption/adopt marriage/marry divorce/divorce
publication/publish performance/perform assassination/assassinate retirement/retire return/return transfer/transfer loan/lend
replacement/replace recognition/recognise donation/donate extradition/extradite deportation/deport evacuation/evacuate
expansion/expand reduction/reduce introduction/introduce payment/pay award/award nomination/nominate cancellation/cancel
seizure/seize annexation/annex liberation/liberate translation/translate escape/escape robbery/rob theft/steal
meeting/meet encounter/meet strike/strike walkout/strike protest/protest vote/vote support/support criticism/criticise warning/warn treatment/treat employment/employ agreement/agree
"""

_LIGHT_VERBS = word_set(
    "make take give have carry conduct perform hold launch pay mount stage do undertake commit undergo win receive suffer sign get"
)


@dataclass(frozen=True, slots=True)
class Valency:
    """A relation's name, and which part its subject, its object and the objects of its prepositions play."""

    relation: str
    subject: str
    object: str
    prepositions: tuple[tuple[str, str], ...] = ()


@cache
def valencies() -> dict[str, Valency]:
    """Return the verbs whose participants have names, by base form."""
    found = {}
    for line in filter(None, _RELATIONS.splitlines()):
        relation, _, sides = line.partition(":")
        for side in sides.split("|"):
            words = side.split()
            prepositions = tuple((p, role) for p, _, role in (w.partition("=") for w in words if "=" in w))
            *verbs, subject, theme = [word for word in words if "=" not in word]
            found.update({verb: Valency(relation, subject, theme, prepositions) for verb in verbs})
    return found


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Return for each word the words of the lines that it stands on."""
    found: dict[str, frozenset[str]] = {}
    for line in filter(None, _SYNONYMS.splitlines()):
        group = word_set(line)
        found.update({word: found.get(word, frozenset()) | group for word in group})
    return found


@cache
def synonym_groups() -> dict[str, frozenset[int]]:
    """Return for each word the numbers of the lines of synonyms that it stands on."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(filter(None, _SYNONYMS.splitlines())):
        found.update({word: found.get(word, frozenset()) | {number} for word in word_set(line)})
    return found


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Return for each word those that exclude it."""
    found: dict[str, frozenset[str]] = {}
    for line in filter(None, _OPPOSITES.splitlines()):
        one, other = (word_set(side) for side in line.split("|"))
        for side, against in ((one, other), (other, one)):
            found.update({word: found.get(word, frozenset()) | against for word in side})
    return found


NOMINALISATIONS = dict(pair.split("/") for pair in _NOMINALISATIONS.split())
"""Nouns for what a verb does, and the verb."""

LIGHT_VERBS = _LIGHT_VERBS
"""Verbs that say nothing beside the noun of an event: "carried out an attack"."""

SYMMETRIC = _SYMMETRIC


def same_relation(one: str, other: str) -> bool:
    """Return whether two predicates name the same relation."""
    return one == other or other in synonyms().get(one, ())


def exclude(one: str, other: str) -> bool:
    """Return whether of one thing at one time only one of two predicates can be true."""
    return other in opposites().get(one, ()) and other not in synonyms().get(one, ())
