"""One rule for raised numbers, whatever the format: a power stays one, cents stay cents, a doubt is said, only a sure mark
is left out."""

import re

import pytest

from sources.extraction.raised import Level, compose
from tests.sources.extraction.web.pages import printed

READINGS = [
    # Cents of a price.
    ("A lamp costs $19^{99} now", "A lamp costs $19.99 now"),
    ("A lamp costs $1,299^{99} now", "A lamp costs $1,299.99 now"),
    ("A lamp costs £4^{05} now", "A lamp costs £4.05 now"),
    ("A lamp costs $19.^{99} now", "A lamp costs $19.99 now"),
    ("Eine Lampe kostet 19^{99} € jetzt", "Eine Lampe kostet 19.99 € jetzt"),
    ("Eine Lampe kostet 19,^{99} € jetzt", "Eine Lampe kostet 19,99 € jetzt"),
    ("Lampa kosztuje 19^{99} zł teraz", "Lampa kosztuje 19.99 zł teraz"),
    ("It costs CHF 8^{50} there", "It costs CHF 8.50 there"),
    ("A rent of $1,200^{12} was asked", "A rent of $1,200[12] was asked"),
    ("It cost $40^{2} in May", "It cost $40 in May"),
    ("Une lampe à 19€^{99} pièce", "Une lampe à 19€[99] pièce"),
    # Behind a decimal nobody can tell; in a formula everybody can.
    ("It rose to 1.5^{2} times", "It rose to 1.5[2] times"),
    ("It rose to 2.5^{3} percent", "It rose to 2.5[3] percent"),
    ("Es stieg auf 2,5^{3} Prozent", "Es stieg auf 2,5[3] Prozent"),
    ("It rose to 91·6^{2} points", "It rose to 91·6[2] points"),
    ("It is 1.5^{2} = 2.25 here", "It is 1.5² = 2.25 here"),
    ("It is 100^{2} = 10,000 here", "It is 100² = 10,000 here"),
    ("It is 350^{2} × 3 here", "It is 350² × 3 here"),
    ("It has 100^{2} rooms", "It has 100[2] rooms"),
    ("It has 1,500^{2} rooms", "It has 1,500 rooms"),
    ("It fell 10^{1} in all", "It fell 10[1] in all"),
    ("It holds 2^{32} addresses", "It holds 2³² addresses"),
    ("It took 2^{3} men", "It took 2[3] men"),
    ("It took 12^{1} men", "It took 12 men"),
    # Units.
    ("A cell of 45 Å^{3} there", "A cell of 45 Å³ there"),
    ("A field of 3 miles^{2} there", "A field of 3 miles² there"),
    ("A field of 3 square miles^{2} there", "A field of 3 square miles there"),
    ("Its share per foot^{2} is small", "Its share per foot² is small"),
    ("It gained 4 metres per second^{2} there", "It gained 4 metres per second² there"),
    ("It lasted 40 seconds^{2} there", "It lasted 40 seconds there"),
    ("It was put in^{2} there", "It was put in there"),
    ("A plot of 9 in^{2} there", "A plot of 9 in² there"),
    # Formulas.
    ("So a^{2}+b^{2} is it", "So a²+b² is it"),
    ("So a^{2} + b^{2} = c^{2} holds", "So a² + b² = c² holds"),
    ("A sum of x^{12} was", "A sum of x[12] was"),
    ("So 900 × (1.05)^{10} is it", "So 900 × (1.05)¹⁰ is it"),
    ("So 900(1.05)^{10} is it", "So 900(1.05)¹⁰ is it"),
    ("It gives (1.05)^{10} here", "It gives (1.05)[10] here"),
    ("It gives (1 + r)^{10} here", "It gives (1 + r)¹⁰ here"),
    ("It gives (x-1)^{2} here", "It gives (x-1)² here"),
    ("In the war (post-war)^{2} he", "In the war (post-war) he"),
    ("In the years (2019-20)^{2} he", "In the years (2019-20) he"),
    ("It says (see below)^{2} so", "It says (see below) so"),
    ("An attack of 9/11^{2} here", "An attack of 9/11[2] here"),
    ("In the EU (UN)^{2} or (EU^{2} too", "In the EU (UN) or (EU too"),
    ("He and/or^{2} she", "He and/or she"),
    ("It is × 10 ^{5} here", "It is × 10⁵ here"),
    ("Some 5 ^{235}U was", "Some 5 ²³⁵U was"),
    ("It took 350 ^{5} men", "It took 350 men"),
    ("Charles I^{2} said", "Charles I[2] said"),
]


@pytest.mark.parametrize(("marked", "read"), READINGS)
def test_a_raised_number_is_the_same_in_every_format(marked, read):
    parts = re.split(r"\^\{(\w+)\}", marked)
    pieces = [(part, Level.RAISED if n % 2 else Level.ON_LINE) for n, part in enumerate(parts)]
    assert " ".join(compose(pieces).split()) == read
    page = "".join(f"<sup>{part}</sup>" if n % 2 else part for n, part in enumerate(parts))
    assert printed(f"<p>{page}</p>") == read
