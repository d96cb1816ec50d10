"""Words for kinds of people, organisations and places, which "the company" or "the minister" may stand for."""

OFFICES = frozenset(
    """minister president chairman chairwoman chief director commander head secretary leader governor mayor chancellor
    king queen premier speaker ceo boss founder""".split()
)
PERSON_NOUNS = OFFICES | frozenset(
    """spokesman spokeswoman spokesperson analyst expert researcher author scientist professor general admiral ambassador
    envoy diplomat lawmaker senator deputy economist engineer astronaut cosmonaut pilot lawyer adviser advisor officer
    official correspondent journalist reporter editor manager executive historian politician activist negotiator
    businessman billionaire dissident veteran colleague""".split()
)
COMPANY_NOUNS = frozenset(
    """company firm corporation manufacturer carrier airline automaker carmaker chipmaker planemaker shipbuilder maker
    conglomerate startup supplier contractor exporter bank retailer operator bureau giant shipyard""".split()
)
ORGANISATION_NOUNS = COMPANY_NOUNS | frozenset(
    """agency ministry group organisation organization institute university think-tank alliance bloc union party
    newspaper broadcaster regulator watchdog commission committee council foundation association service department""".split()
)
COUNTRY_NOUNS = frozenset("country nation state kingdom republic motherland homeland".split())
