"""Reads over claims, their evidence and the sources that may hold more of it."""

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.postgres.lookups import Overlap
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, TextField, Value

from claims.language.originals import Interval, PrintedSentence, originals_of
from claims.language.splitting import SPLITTER_VERSION
from claims.models import Article, Citation, Claim, Days
from claims.queries.similar_texts import SearchedTexts as SearchedTexts
from claims.queries.similar_texts import similar_claims as similar_claims
from claims.queries.similar_texts import similar_texts as similar_texts
from claims.similarity.fusion import COMMON, Candidate, fuse
from claims.similarity.passages import EvidencePassage, EvidenceQuery, highlight
from core.text_search import CONFIG, is_looked_for, tsquery
from sources.meaning import DIMENSIONS, VERSION, code_of, embed, nearest_of_each
from sources.models import SEARCHED_CHARACTERS, Snapshot

#: How many sources a search shows.
EVIDENCE_SHOWN = 20
#: How many sources the words find, and how many the meaning, whose passages are then read and weighed.
EVIDENCE_WEIGHED = 15
#: Marks in a passage that no text contains; the page turns them into elements, so that no markup is stored or trusted.
HIT_START, HIT_END = "\ue000", "\ue001"
#: How long a text is at most whose hits are marked.
MARKED_CHARACTERS = 300_000

#: How much of what stands before and after the best sentence is shown with it.
PASSAGE_AROUND = 120

#: Letter by letter the expression that the index `sources_snapshot_words` is on.
_INDEXED = f"plumbline_words(LEFT(snapshot.text, {SEARCHED_CHARACTERS}))"

#: The index answers which texts have a word, so no text is read before the ones to show are known. Each word counts the
#: more, the fewer sources have it (inverse document frequency, Spärck Jones 1972).
_LIBRARY = f"""
WITH library AS MATERIALIZED (
    SELECT MAX(snapshot.id) AS id
    FROM sources_snapshot snapshot JOIN sources_document document ON document.id = snapshot.document_id
    WHERE document.in_library AND snapshot.state = 'DONE'
    GROUP BY snapshot.document_id
), allowed AS MATERIALIZED (
    SELECT id FROM library WHERE %(search)s = '' OR id IN (
        SELECT id FROM sources_snapshot snapshot WHERE {_INDEXED} @@ to_tsquery('{CONFIG}', %(search)s)
    )
)"""  # noqa: S608 - only numbers and marks of ours are put in
#: A passage is 32 bytes here, so that those of a whole library are read and compared at once.
_CODES = f"""{_LIBRARY}
SELECT snapshot_id, codes FROM sources_passagevectors JOIN allowed ON id = snapshot_id
WHERE version = %(version)s AND LENGTH(codes) > 0
"""  # noqa: S608 - only numbers and marks of ours are put in
_BEST = f"""{_LIBRARY}, word AS (
    SELECT DISTINCT to_tsquery('{CONFIG}', each) AS query FROM unnest(%(words)s::text[]) each
), holder AS MATERIALIZED (
    SELECT snapshot.id, word.query FROM word JOIN sources_snapshot snapshot ON {_INDEXED} @@ word.query
), hit AS (
    SELECT id, COUNT(*) OVER (PARTITION BY query) AS sources FROM holder JOIN allowed USING (id)
), scored AS MATERIALIZED (
    SELECT id, SUM(LN(1 + (SELECT COUNT(*) FROM library)::float / sources)) AS score,
        MIN(sources) > GREATEST(1, {COMMON} * (SELECT COUNT(*) FROM library)) AS is_common
    FROM hit
    GROUP BY id
), best AS (
    (SELECT id FROM scored ORDER BY score DESC, id DESC LIMIT {EVIDENCE_WEIGHED})
    UNION SELECT id FROM unnest(%(near)s::bigint[]) id
), place AS (
    SELECT * FROM unnest(%(ids)s::bigint[], %(places)s::int[]) AS place(id, nearest)
)
SELECT best.id, COALESCE(score, 0), COALESCE(is_common, TRUE),
    LEFT(snapshot.text, {SEARCHED_CHARACTERS}), nearest,
    SUBSTRING(vectors FROM nearest * {DIMENSIONS} + 1 FOR {DIMENSIONS})
FROM best JOIN sources_snapshot snapshot ON snapshot.id = best.id
LEFT JOIN scored ON scored.id = best.id
LEFT JOIN place ON place.id = best.id
LEFT JOIN sources_passagevectors ON snapshot_id = place.id
"""  # noqa: S608 - only numbers and marks of ours are put in


def evidence(claim: Claim, *, search: str = "") -> list[Snapshot]:
    """Return the newest snapshots of the library that speak most of what the claim speaks of, or a person's search.

    They come best first, EVIDENCE_SHOWN at most. Each has a `passage`, the best sentence with a few words around it, in
    which the hits stand between HIT_START and HIT_END; `reasons`, why it was found, in words; `suggested`, the
    (start, end) of that sentence in the snapshot's text: what may be cited; and `sentence`, its words.
    """
    asked = search or claim.text
    query = EvidenceQuery(asked)
    required = tsquery(search)
    if search and not required:
        return []
    [meaning] = embed([asked])
    with transaction.atomic(), connection.cursor() as cursor:
        # A table of few rows is taken for quick to read, but each of its texts may be a whole report.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(_CODES, {"search": required, "version": VERSION})
        nearest = nearest_of_each(code_of(meaning), cursor.fetchall())
        near = sorted(nearest, key=lambda pk: (nearest[pk].distance, -pk))[:EVIDENCE_WEIGHED]
        cursor.execute(
            _BEST,
            {
                "words": list(dict.fromkeys(map(tsquery, [*_words_of(asked), *query.figures]))),
                "search": required,
                "near": near,
                "ids": list(nearest),
                "places": [found.place for found in nearest.values()],
            },
        )
        candidates = [Candidate(*row) for row in cursor.fetchall()]
    # What a person looks for is shown wherever it stands; what a claim happens to share with a source is not.
    ranked = fuse(query, meaning, candidates, leave_out_chance=not search)[:EVIDENCE_SHOWN]
    found = Snapshot.objects.select_related("document").defer("text").in_bulk([each.id for each in ranked])
    for each in ranked:
        _tell(found[each.id], each.text, each.passage, query)
    return [found[each.id] for each in ranked]


def _tell(snapshot: Any, text: str, passage: EvidencePassage | None, query: EvidenceQuery) -> None:
    """Say on the snapshot what was found in its text."""
    start, end = (passage.start, passage.end) if passage else (0, 0)
    snapshot.passage = highlight(query, _with_context(text, start, end), HIT_START, HIT_END)
    snapshot.reasons = passage.reasons if passage else ()
    snapshot.suggested = (start, end) if passage else None
    snapshot.sentence = text[start:end]


def _with_context(text: str, start: int, end: int) -> str:
    """Return a passage with the whole words beside it, and dots where the text goes on."""
    before, after = text[max(0, start - PASSAGE_AROUND) : start], text[end : end + PASSAGE_AROUND]
    if start > PASSAGE_AROUND:
        before = "… " + (before.partition(" ")[2] or before)
    if end + PASSAGE_AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + " …"
    return before + text[start:end] + after


def sentence_of_original(claim: Claim) -> str:
    """Return what the original of a translated article says where the claim stands; nothing where that is not sure."""
    original = claim.article.translation_of
    if original is None:
        return ""
    pairs = originals_of(_printed_sentences(claim.article), _printed_sentences(original))
    span = pairs.get((claim.sentence_start, claim.sentence_end))
    return original.snapshot.text[slice(*span)] if span else ""


def _printed_sentences(article: Article) -> list[PrintedSentence]:
    """Return the sentences of an article that claims stand in, in order, with the figures and days of these claims."""
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in article.claims.filter(withdrawn_at=None, origin=Claim.Origin.SPLITTER).in_reading_order():
        found.setdefault((claim.sentence_start, claim.sentence_end), []).append(claim)
    return [
        PrintedSentence(
            span,
            " ".join(claim.text for claim in claims),
            tuple(dict.fromkeys(_interval(quantity) for claim in claims for quantity in claim.quantities)),
            frozenset(
                (day["first"], day["last"]) for claim in claims for day in claim.dates if day["first"] and day["last"]
            ),
        )
        for span, claims in sorted(found.items())
    ]


def _interval(quantity: dict[str, str]) -> Interval:
    unit = quantity["unit"] if quantity["dimension"] == "money" else quantity["dimension"]
    low, high = (None if quantity[side] is None else Decimal(quantity[side]) for side in ("low", "high"))
    return unit, low, high


def hits_in(claim: Claim | None, parts: Iterable[str]) -> list[str]:
    """These parts of a source's text with the words of the claim between HIT_START and HIT_END.

    A report longer than MARKED_CHARACTERS is left as it is: marking it would take longer than reading the page.
    """
    parts = list(parts)
    if claim is None or sum(map(len, parts)) > MARKED_CHARACTERS:
        return parts
    query = EvidenceQuery(claim.text)
    return [highlight(query, part, HIT_START, HIT_END) for part in parts]


def _words_of(text: str) -> list[str]:
    words = re.findall(r"\w[\w.,'’-]*\w|\w", text)
    return list(dict.fromkeys(filter(is_looked_for, words)))[:40]


def citations(claim: Claim) -> QuerySet[Citation]:
    """Return the citations of one claim with their sources, oldest first."""
    return claim.citations.select_related("snapshot__document", "created_by").defer("snapshot__text").order_by("pk")


def citing_claims(citations: QuerySet[Citation]) -> QuerySet[Claim]:
    """Return the claims that have one of these citations, newest first, each with those of them that it has."""
    of_document = citations.order_by("pk")
    return (
        Claim.objects.filter(Exists(of_document.filter(claim=OuterRef("pk"))))
        .select_related("article")
        .prefetch_related(Prefetch("citations", queryset=of_document, to_attr="of_document"))
        .order_by("-pk")
    )


def waiting_articles() -> QuerySet[Article]:
    """Articles that are being fetched or split."""
    return Article.objects.exclude(state__in=[Article.State.DONE, Article.State.DEAD]).order_by("pk")


def splitter_in_use() -> str:
    """Name the splitter that reads an article now: the newest rules, or the language model that is set up."""
    return settings.LANGUAGE_MODEL.version if settings.LANGUAGE_MODEL else SPLITTER_VERSION


def outdated(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Of these articles, those whose claims were read by another splitter than the one in use."""
    return articles.filter(split_at__isnull=False).exclude(splitter_version=splitter_in_use())


#: How many claims of other articles a stated value is compared with: the newest ones, which saw the older ones.
COMPARED = 20

_NEWEST_STATING = """
SELECT DISTINCT found.claim_id
FROM unnest(%(keys)s::text[]) AS wanted(key) CROSS JOIN LATERAL (
    SELECT stated.claim_id
    FROM claims_statedvalue stated JOIN claims_claim claim ON claim.id = stated.claim_id
    WHERE stated.key = wanted.key AND claim.article_id <> %(outside)s
    ORDER BY stated.claim_id DESC
    LIMIT %(limit)s
) found
"""


def newest_stating(keys: list[str], *, outside: int) -> list[int]:
    """The numbers of the newest claims outside an article that state a value under each key, COMPARED at most."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST_STATING, {"keys": keys, "outside": outside, "limit": COMPARED})
        return [pk for (pk,) in cursor.fetchall()]


def comparable(numbers: Iterable[int]) -> QuerySet[Claim]:
    """The claims with these numbers, with what is compared across articles and the titles that say where they stand."""
    return (
        Claim.objects.filter(pk__in=list(numbers))
        .select_related("article")
        .only(
            *("text", "quantities", "dates", "check_worthy", "dismissed_at", "withdrawn_at"),
            *("article_id", "article__title", "article__language"),
        )
    )


class _JsonPathExists(Func):
    """Whether a path finds something in a column of JSON; its variables are values, never part of the path."""

    function, output_field = "jsonb_path_exists", BooleanField()
    template = "%(function)s(%(expressions)s, true)"

    def __init__(self, column: str, path: str, **variables: object) -> None:
        given = Value(json.dumps(variables))
        super().__init__(F(column), _Cast(Value(path), "jsonpath"), _Cast(given, "jsonb"))


class _Cast(Func):
    """A value as one of PostgreSQL's own types."""

    output_field = TextField()

    def __init__(self, value: Value, type_name: str) -> None:
        super().__init__(value, template=f"(%(expressions)s)::{type_name}")


def states_quantity(dimension: str, low: Decimal | None, high: Decimal | None, *, claim: str = "") -> Q:
    """Say of claims that they state a quantity of this dimension that may lie between two values in SI base units.

    An end that is None is open, on either side. `claim` is the way from a row to its claim, as lookups have it.
    """
    conditions, variables = ["@.dimension == $dimension"], {"dimension": dimension}
    if low is not None:
        conditions.append("(@.high == null || @.high.double() >= $low)")
    if high is not None:
        conditions.append("(@.low == null || @.low.double() <= $high)")
    ends = {"low": low, "high": high}
    given = {name: float(end) for name, end in ends.items() if end is not None}
    path = f"$[*] ? ({' && '.join(conditions)})"
    states_some = Q(**{f"{claim}quantities__contains": [{"dimension": dimension}]})  # along the index
    return states_some & Q(_JsonPathExists(f"{claim}quantities", path, **variables, **given))


def speaks_of_days(first: date | None, last: date | None, *, claim: str = "") -> Q:
    """Say of claims that they speak of a day between two, each of which may be open."""
    given = {name: day.isoformat() for name, day in (("first", first), ("last", last)) if day}
    conditions = {"first": "@.last >= $first", "last": "@.first <= $last"}
    path = f"$[*] ? ({' && '.join(conditions[name] for name in given)})"
    along_the_index = ~Q(**{f"{claim}dates": []}) & Q(Overlap(Days(F(f"{claim}dates")), DateRange(first, last, "[]")))
    return along_the_index & Q(_JsonPathExists(f"{claim}dates", path, **given))


def mentions(name: str, *, claim: str = "") -> Q:
    """Say of claims that they have a name in their text, letter by letter but for its case."""
    return Q(**{f"{claim}text__icontains": " ".join(name.split())})
