"""Words for kinds of people, organisations and places, which "the company" or "the minister" may stand for."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, which reads better than a list of a hundred strings."""
    return frozenset(words.split())


OFFICES = word_set("""minister president chairman chairwoman chief director commander head secretary leader governor mayor chancellor
    king queen premier speaker ceo boss founder""")
PERSON_NOUNS = OFFICES | word_set("""spokesman spokeswoman spokesperson analyst expert researcher author scientist professor general admiral ambassador
    envoy diplomat lawmaker senator deputy economist engineer astronaut cosmonaut pilot lawyer adviser advisor officer
    official correspondent journalist reporter editor manager executive historian politician activist negotiator
    businessman billionaire dissident veteran colleague""")
COMPANY_NOUNS = word_set("""company firm corporation manufacturer carrier airline automaker carmaker chipmaker planemaker shipbuilder maker
    conglomerate startup supplier contractor exporter bank retailer operator bureau giant shipyard""")
ORGANISATION_NOUNS = COMPANY_NOUNS | word_set("""agency ministry group organisation organization institute university think-tank alliance bloc union party
    newspaper broadcaster regulator watchdog commission committee council foundation association service department""")
COUNTRY_NOUNS = word_set("country nation state kingdom republic motherland homeland")
