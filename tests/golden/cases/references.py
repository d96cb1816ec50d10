"""Texts in which something stands for a name: pronouns, possessives, "the company", surnames, and what stands for nothing."""

from collections.abc import Iterable, Iterator

from tests.golden.cases.dealing import Dealer, drawn
from tests.golden.cases.words import VOCABULARIES
from tests.golden.records import Case

_TIMES_EACH = 2
_PAIRS = 40

_ONE_CANDIDATE = (
    "{man} moved to {place}. He {past} {time}.",
    "{woman} moved to {place}. She {past} {time}.",
    "{man} {past}. His brother {past}; nobody told him.",
    "{woman} {past}. Critics praised her. Her book sold {counted}.",
    "{firm} {past}. It has {counted}, and its {property} is {value}.",
    "{firm} {past}. They have {counted}.",
    "{thing} was {done}. It has {measure}. Its {property} is {value}.",
    "{country} {past}. Its government {past}, and its people paid {money}.",
    "{ship} was {done}. She carries {counted}.",
    "{country} and {country} met. They {past}, both {past}, and each has {counted}.",
    "{man} and {woman} married {time}. They {past}. Their house was {done}.",
    "{man} {past} himself. {firm} itself {past}.",
    "{thing}'s {property} is {value}, and it was {done}.",
    "{firm} said it had {counted} and that its {property} was {value}.",
    "{firm} sold its plant in {place}, which it had {done}.",
    "After he {past}, {man} {past}.",
    "When it {past}, {firm} had {counted}.",
    "In her book, {woman} {say} that {country} {past}.",
    "Before its {property} rose, {firm} {past}.",
    "{man}, whose wife {past}, says he {past} before she did.",
)
_SEVERAL_CANDIDATES = (
    "{man} met {man} in {place}. He {past}.",
    "{woman} wrote to {man}. She {past}, and he {past}.",
    "{woman} told {woman} that she {past}.",
    "{firm} sued {firm}. It {past}.",
    "{country} lent {country} {money}. Its president {past}.",
    "{thing} replaced {thing}. It has {measure}.",
    "{firm} sold {thing} to {country}. It was {done}.",
    "{man} succeeded {man}. His term ended {time}.",
    "{firm} and {firm} {past}. It {past} first.",
    "{country} and {country} met. {country} and {country} stayed away. The two countries {past}.",
    "{firm} {past} in {place}. {man} {past}. It has {counted}.",
    "{woman} praised {woman}. Her firm {past}, and she {past}.",
    "{ship} met {ship}. The ship was {done}.",
    "{man} called {agency}. They said he {past}.",
)
_NOUNS = (
    "{firm}, a launch company, {past}. The company lost {money}.",
    "{firm}, the shipyard in {place}, {past}. The yard has {counted}. The firm's {property} is {value}.",
    "{man}, the {role} of {firm}, {past}. The {role} {past} {time}.",
    "{woman} was elected mayor of {place}. The mayor {past}. The politician is 44.",
    "{country} {past}. The country has {counted}. The nation's {property} is {value}.",
    "{thing} was shown in {place}. The engine has {measure}. The machine was {done}.",
    "{ship} left {place}. The vessel carries {counted}. The ship was {done}.",
    "The Treaty of {place} was signed {time}. The treaty bans {counted}. The pact was {done}.",
    "The Hallgate Institute {past}. The institute (HI) has {counted}. HI {past}.",
    "The {people} army {past}. The army has {counted}. The {people} forces {past}.",
    "{firm} runs a mine in {place}. The mine employs {counted}. The former mine was {done}.",
    "{firm} ordered {counted}. The order is worth {money}. The deal was {done}.",
    "A fire broke out in {place}. The fire killed 12 people. The blaze was {done}.",
    "{agency} published a study. The study finds that {firm} {past}. It also finds that {firm} {past}.",
    "{firm} began two projects, namely KTA and KTB. The first {past}. The latter has {measure}.",
    "{place} is a town in {country}. The town has {counted}. The city {past}.",
    "{thing} and {thing} are engines. Both engines were {done}. The two have {measure}.",
    "{country} {past}. My country has {counted}; our navy {past}. We {past}.",
    "{country} {past}. This country has {counted}. That country's {property} is {value}. Such a country {past}.",
    "This purchase cost {money}. These reactors were {done}. That angered {country}. Those {past}.",
)
_SURNAMES = (
    "{man} {past}. Petrak {past}. Mr Dahl {past}.",
    "{man1} is {role} of {firm}. {man1} {past}; {man1} was {done}.",
    "Mira Castel is {role} of {firm}. Castel {past}. Mrs Castel's firm {past}. She {past}.",
    "Emil and Sofia Brandao {past}. Brandao {past}. Emil {past}.",
    "President Henrik Dahl {past}. The president {past}. Dahl's wife {past}. Mr. Dahl is 61.",
    "The North Atlantic Ferry Company (NAFC) {past}. NAFC has {counted}. The NAFC's {property} is {value}.",
    "Kestrel Motors {past}. Kestrel has {counted}. Kestrel's {property} is {value}. The carmaker {past}.",
    "Dr Leila Haddad, 44, {past}. The 44-year-old {past}. Haddad told {agency} that she {past}.",
)
_SPOKEN = (
    "“We {past},” said {man}. “I was {role}. My firm has {counted}.”",
    "{woman} {say}: “Our navy {past}. It has {counted}.” She added that it {past}.",
    "He said that {country} is poor. {man} said that {country} is rich.",
    "{firm} said it {past}. It also said that its {property} was {value}.",
    "{man} said {woman} had told him she {past} and that he {past}.",
    "“It is {adjective},” {woman} said of {thing}. “It has {measure}. You {past}.”",
    "Asked whether he would {do}, {man} said he {past}. His {role} did not.",
    "{agency} {say} it has {counted}. The agency {say} they were {done}.",
)
_NOTHING = (
    "It rained in {place}. It was late. It is 12 km to {place}.",
    "{firm} {past}. It is {adjective} to {do}. It is clear that {country} {past}.",
    "{firm} {past}. It took {country} seven years to {do}. It turned out that {man} {past}.",
    "{firm} {past}. It is {firm} that {past}. It was {time} that {country} {past}.",
    "{firm} {past}. It's not just about {country}, it's about {country}.",
    "He {past} {time}. She {past}. They {past}. It {past}.",
    "This is {adjective}. That was {time}. These are {counted}. Those who {past} left.",
    "Everyone has their reasons. One must {do}. You never know.",
    "{firm} {past}. There are {counted}. Here it is. So it goes.",
    "They say that {country} {past}. It is said that {firm} {past}.",
    "{country} {past}, which is {adjective}. That {firm} {past} is {adjective}.",
    "{firm} {past}.\n\nIt has {counted}.\n\nBackground\n\nIt was {done}.",
)
TEMPLATES = (*_ONE_CANDIDATE, *_SEVERAL_CANDIDATES, *_NOUNS, *_SURNAMES, *_SPOKEN, *_NOTHING)


def cases() -> Iterable[Case]:
    """Return texts of every way to point, each with other names."""
    return [(text,) for text in dict.fromkeys(_texts())]


def _texts() -> Iterator[str]:
    for template in TEMPLATES:
        dealer = Dealer(template, **VOCABULARIES)
        for _ in range(_TIMES_EACH):
            text = dealer.fill(template)
            yield text[0].upper() + text[1:]
    # One text after another: the names of the one before are still there.
    for number in range(_PAIRS):
        dealer = Dealer(f"pair {number}", **VOCABULARIES)
        yield " ".join(dealer.fill(template) for template in drawn(TEMPLATES, 2, seed=f"pair {number}"))
