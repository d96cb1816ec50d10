"""Who has which part in the event: left open, somebody else's, or told apart by a word before the noun."""

import pytest

from reviews.checking.claim_check import check_claims
from reviews.checking.outcomes import CheckOutcome

SUPPORTS, CONTRADICTS, NOT_ENOUGH = CheckOutcome.SUPPORTS, CheckOutcome.CONTRADICTS, CheckOutcome.NOT_ENOUGH
PAIRS = [
    ("Tarn Lines insured the cargo.", "The cargo, chartered by Tarn Lines, was insured in Oslo.", NOT_ENOUGH),
    ("Tarn Lines insured the cargo.", "The cargo was insured by Tarn Lines in Oslo.", SUPPORTS),
    ("Karvia trained the pilots.", "The pilots were trained last year. Karvia flies the type, too.", NOT_ENOUGH),
    ("The mayor opened the bridge in May.", "The envoy opened the bridge in May, and the mayor spoke.", NOT_ENOUGH),
    ("The mayor opened the bridge in May.", "The mayor opened the bridge in May, and the envoy spoke.", SUPPORTS),
    ("President Kovan opened the port.", "The port was opened by Minister Jan Kovan; President Ivo Kovan was ill.", NOT_ENOUGH),
    ("The battery fired 18 rockets.", "The battery can fire 18 rockets in a minute.", NOT_ENOUGH),
    ("The battery fired 18 rockets.", "The battery is able to fire 18 rockets.", NOT_ENOUGH),
    ("The battery can fire 18 rockets.", "The battery can fire 18 rockets in a minute.", SUPPORTS),
    ("The bridge cost 3 million euros.", "The bridge was budgeted at 3 million euros.", NOT_ENOUGH),
    ("The first ferry of the class was named after a poet.", "The second ferry of the class was named after a poet.", NOT_ENOUGH),
    ("The next chairman will be a banker.", "The next chairman will be one of four men, two of whom are bankers.", NOT_ENOUGH),
    ("The mill employs 400 people in Tarn.", "With sites in Tarn and Oslo, the mill employs 650 people altogether.", NOT_ENOUGH),
    ("The mill employs 400 people in Tarn.", "The mill employs 650 people in Tarn.", CONTRADICTS),
    ("Foreign boats may enter the bay.", "Foreign boats may enter the bay if they hold a permit.", NOT_ENOUGH),
    ("The ferry was commissioned in 2018.", "The ferry was launched in 2016 and commissioned on 4 May 2018.", SUPPORTS),
    ("The pact was signed in March 2012.", "In March 2012 the envoys initialled the pact. The kings signed it on 5 April 2012.", CONTRADICTS),
    ("The navy used the drone.", "The navy no longer uses the drone.", NOT_ENOUGH),
    ("The navy uses the drone.", "The navy no longer uses the drone.", CONTRADICTS),
    ("The navy used the drone.", "The navy never used the drone.", CONTRADICTS),
    ("Tarn blocked the motion.", "The motion was not adopted because Tarn blocked it.", NOT_ENOUGH),
    ("Tarn handed over twelve boats.", "Tarn handed over twelve boats to the coast guard.", SUPPORTS),
    ("The pupils dig deep into the sources.", "The pupils do not dig deep into the sources.", CONTRADICTS),
]  # fmt: skip


@pytest.fixture(scope="module")
def outcomes():
    checks = check_claims((claim, evidence) for claim, evidence, _ in PAIRS)
    return {pair: check.outcome for pair, check in zip(PAIRS, checks, strict=True)}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_part_is_that_of_the_claim_only_where_the_evidence_gives_it(outcomes, pair):
    assert outcomes[pair] is pair[2]
