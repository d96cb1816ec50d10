"""Which stored texts say the same as a claim: claims on the desk, and whatever else has an index of its words."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from claims.similarity import (
    ALIKE_FROM,
    EXPECTED,
    ClaimComparison,
    IdfWeights,
    compare,
    rank,
    search_for,
    stem_term,
    without_links,
)

#: How many similar claims are offered, and how many of those that a search finds are weighed for that.
SIMILAR_SHOWN, SIMILAR_WEIGHED = 5, 100


@dataclass(frozen=True)
class SearchedTexts:
    """A table with texts that claims are compared with, the index of their words, and which of its rows count."""

    table: str
    column: str
    index: str
    condition: str = "TRUE"

    @property
    def shares(self) -> str:
        """How often the words of the texts occur, as ANALYZE last saw it: PostgreSQL keeps the thousand most common ones."""
        return f"""
SELECT tsvector_to_array(plumbline_words(%(text)s)), reltuples::bigint,
    most_common_elems::text::text[], most_common_elem_freqs
FROM pg_class LEFT JOIN pg_stats ON schemaname = current_schema() AND tablename = '{self.index}'
WHERE pg_class.oid = '{self.table}'::regclass
"""  # noqa: S608 - only names of ours are put in

    @property
    def candidates(self) -> str:
        """The condition is letter by letter what the index is on. No text is parsed to order what was found: a word
        counts where its beginning stands, and a long text has more of any."""
        return f"""
SELECT found.id, found.text
FROM (
    SELECT id, {self.column} AS text, LOWER({self.column}) AS lower
    FROM {self.table}
    WHERE plumbline_words({self.column}) @@ %(search)s::tsquery AND {self.condition}
    LIMIT %(most)s
) found
ORDER BY (
    SELECT SUM(word.weight) FROM unnest(%(beginnings)s::text[], %(weights)s::float[]) AS word(beginning, weight)
    WHERE STRPOS(found.lower, word.beginning) > 0
) / SQRT(LENGTH(found.text)) DESC NULLS LAST, found.id DESC
LIMIT %(limit)s
"""  # noqa: S608 - only names of ours are put in


CLAIMS_ON_DESK = SearchedTexts(
    "claims_claim",
    "text",
    "claims_claim_words",
    "check_worthy AND dismissed_at IS NULL AND withdrawn_at IS NULL AND article_id IS DISTINCT FROM %(outside)s",
)


@dataclass(frozen=True)
class Likeness:
    """The number of a row that says something alike, how alike from 0 to 1, and in what it differs."""

    id: int
    score: float
    comparison: ClaimComparison


def similar_claims(text: str, *, outside: int | None = None) -> list[Likeness]:
    """Return the claims on the desk that say the same as a text or nearly so, best first, SIMILAR_SHOWN at most.

    `outside` is the number of an article to leave out: what it says twice is one claim of it already.
    """
    return similar_texts(text, among=CLAIMS_ON_DESK, outside=outside)


def similar_texts(text: str, *, among: SearchedTexts, **given: Any) -> list[Likeness]:
    """Return the rows whose text says the same as this one or nearly so, best first, SIMILAR_SHOWN at most.

    `given` is what the condition of the table asks for.
    """
    with connection.cursor() as cursor:
        cursor.execute(among.shares, {"text": without_links(text)})
        lexemes, rows, *known = cursor.fetchone()
        # Beyond the words there come the least and the greatest of the shares; a word that isn't kept is rarer than any.
        shares = dict(zip(*known, strict=False)) if known[0] else {}
        least = min(shares.values(), default=0.0)
        weights = IdfWeights({stem_term(lexeme): share for lexeme, share in shares.items()}, claims=rows)
        cursor.execute(
            among.candidates,
            {
                "search": search_for({lexeme: shares.get(lexeme, least) for lexeme in lexemes}, claims=rows),
                "most": 2 * EXPECTED,
                "beginnings": [lexeme.removesuffix("i") for lexeme in lexemes],
                "weights": [weights.of(stem_term(lexeme)) for lexeme in lexemes],
                "limit": SIMILAR_WEIGHED,
                **given,
            },
        )
        texts = dict(cursor.fetchall())
    if not shares:  # no ANALYZE yet: what was found tells which words are common here
        weights = IdfWeights.of_texts(texts.values())
    best = rank(text, texts.items(), weights)[:SIMILAR_SHOWN]
    return [Likeness(each.id, each.score, compare(text, texts[each.id])) for each in best if each.score >= ALIKE_FROM]
