"""Reads over claims, their evidence and the sources that may hold more of it."""

import re

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from claims.models import Article, Citation, Claim
from sources.models import SEARCHED_CHARACTERS, Snapshot

#: How many sources a search shows.
EVIDENCE_SHOWN = 20
#: Marks in a headline that no text contains; the page turns them into elements, so that no markup is stored or trusted.
HIT_START, HIT_END = "\ue000", "\ue001"

#: In how long a part of a text the passage is looked for; reading on in a long report would take the time of the rest.
PASSAGE_SEARCHED = 8_000

#: Letter by letter the expression that the index `sources_snapshot_search` is on.
_INDEXED = f"to_tsvector('english', COALESCE(LEFT(snapshot.text, {SEARCHED_CHARACTERS}), ''))"

#: The index answers which texts have a word, so no text is read before the ones to show are known. Each word counts the
#: more, the fewer sources have it (inverse document frequency, Spärck Jones 1972); the passage is near the rarest one.
_BEST = f"""
WITH library AS MATERIALIZED (
    SELECT MAX(snapshot.id) AS id
    FROM sources_snapshot snapshot JOIN sources_document document ON document.id = snapshot.document_id
    WHERE document.in_library AND snapshot.state = 'DONE'
    GROUP BY snapshot.document_id
), allowed AS MATERIALIZED (
    SELECT id FROM library WHERE %(search)s = '' OR id IN (
        SELECT id FROM sources_snapshot snapshot WHERE {_INDEXED} @@ websearch_to_tsquery('english', %(search)s)
    )
), word AS (
    -- An ending may differ in the text: a word is found again by its beginning.
    SELECT query, MIN(LOWER(LEFT(each, GREATEST(4, LENGTH(each) - 3)))) AS beginning
    FROM unnest(%(words)s::text[]) each, plainto_tsquery('english', each) query
    GROUP BY query
), holder AS MATERIALIZED (
    SELECT snapshot.id, word.query, word.beginning FROM word JOIN sources_snapshot snapshot ON {_INDEXED} @@ word.query
), hit AS (
    SELECT id, beginning, COUNT(*) OVER (PARTITION BY query) AS sources FROM holder JOIN allowed USING (id)
), best AS (
    SELECT id, SUM(LN(1 + (SELECT COUNT(*) FROM library)::float / sources)) AS score,
        (ARRAY_AGG(beginning ORDER BY sources, beginning))[1] AS beginning
    FROM hit
    GROUP BY id
    ORDER BY score DESC, id DESC
    LIMIT {EVIDENCE_SHOWN}
)
SELECT best.id, ts_headline(
    'english',
    SUBSTR(
        snapshot.text,
        GREATEST(1, STRPOS(LOWER(LEFT(snapshot.text, {SEARCHED_CHARACTERS})), best.beginning) - {PASSAGE_SEARCHED // 4}),
        {PASSAGE_SEARCHED}
    ),
    websearch_to_tsquery('english', %(query)s),
    'StartSel={HIT_START}, StopSel={HIT_END}, MaxWords=40, MinWords=15'
)
FROM best JOIN sources_snapshot snapshot ON snapshot.id = best.id
ORDER BY best.score DESC, best.id DESC
"""  # noqa: S608 - only numbers and marks of ours are put in


def evidence(claim: Claim, *, search: str = "") -> list[Snapshot]:
    """The newest snapshots of the library that share the most telling words with the claim, or with a person's search.

    They come best first, EVIDENCE_SHOWN at most. Each has a `passage`, a few words around the hits, which stand between
    HIT_START and HIT_END.
    """
    words = _words_of(search or claim.text)
    with transaction.atomic(), connection.cursor() as cursor:
        # A table of few rows is taken for quick to read, but each of its texts may be a whole report.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(_BEST, {"words": words, "search": search, "query": search or " or ".join(words)})
        passages = dict(cursor.fetchall())
    found = Snapshot.objects.select_related("document").defer("text").in_bulk(passages)
    for pk, passage in passages.items():
        found[pk].passage = passage
    return [found[pk] for pk in passages]


def _words_of(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\w[\w.,'’-]*\w|\w", text)))[:40]


def citations(claim: Claim) -> QuerySet[Citation]:
    """The citations of one claim with their sources, oldest first."""
    return claim.citations.select_related("snapshot__document", "created_by").defer("snapshot__text").order_by("pk")


def citing_claims(document_id: int) -> QuerySet[Claim]:
    """The claims that cite any snapshot of a document, with the citations that do."""
    of_document = Citation.objects.filter(snapshot__document=document_id).defer("snapshot__text").order_by("pk")
    return (
        Claim.objects.filter(Exists(of_document.filter(claim=OuterRef("pk"))))
        .select_related("article")
        .prefetch_related(Prefetch("citations", queryset=of_document, to_attr="of_document"))
        .order_by("-pk")
    )


def waiting_articles() -> QuerySet[Article]:
    """Articles that are being fetched or split."""
    return Article.objects.exclude(state__in=[Article.State.DONE, Article.State.DEAD]).order_by("pk")
