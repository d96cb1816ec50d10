"""A database with very many claims in every state there is, written by COPY, with texts of its own."""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from psycopg.types.json import Jsonb

from claims.models import Article, Citation, Claim, Finding, Mark
from reviews.models import Assignment, Judgement, LedgerEntry, MissingRound, Review, Verdict, VerdictCitation
from reviews.ratings import Rating
from reviews.workflow import Status
from sources.models import Blob, Document, Snapshot

#: Claims of an article, where nothing else is asked for, and claims that cite one source.
ARTICLE_SIZE, SOURCE_SIZE = 40, 20

_SUBJECTS = (
    "The hydroelectric plant", "The rocket engine", "The regional hospital", "The container port", "The copper mine",
    "The northern railway", "The vaccine campaign", "The desalination works", "The housing ministry", "The wheat harvest",
    "The solar park", "The suspension bridge", "The state pension fund", "The cable factory", "The weather satellite",
)  # fmt: skip
_PLACES = ("Aldana", "Berring", "Castrel", "Dornach", "Elvas", "Ferrol", "Gavle", "Hallein", "Istres", "Jelgava")
_DEEDS = (
    "delivered {} tonnes of goods", "employed {} people", "cost {} million euros", "produced {} gigawatt hours",
    "served {} households", "lost {} hours to repairs", "treated {} patients", "carried {} passengers",
    "exported {} containers", "reported {} accidents", "recycled {} litres of water", "trained {} engineers",
)  # fmt: skip
_CIRCUMSTANCES = (
    "after a long strike", "despite the drought", "in the first quarter", "under the new budget", "before the election",
    "during the winter", "without any subsidy", "as the census had foreseen", "for the second time", "on public land",
)  # fmt: skip
_RATINGS = (Rating.VERIFIED, Rating.VERIFIED, Rating.DISPUTED, Rating.WRONG)


@dataclass
class _Rows:
    """Rows that wait to be written, by table in the order of first use."""

    by_model: dict[type[Model], list[Model]] = field(default_factory=dict)

    def add(self, row: Model) -> None:
        self.by_model.setdefault(type(row), []).append(row)

    def write(self) -> None:
        for model, rows in self.by_model.items():
            _copy(model, rows)
        self.by_model.clear()


def fill(sizes: Iterable[int], *, people: list[User], at: datetime) -> list[int]:
    """Write one article per size, with that many claims each, and return the numbers of the articles.

    The triggers are off meanwhile, since they'd ask about each of these rows what is known of all of them. What they
    keep is kept here: quotes stand in their snapshots, and claims on the desk without a round are noted.
    """
    chance, rows, articles, claim_number = random.Random(7), _Rows(), [], 0
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET session_replication_role = replica")
        for size in sizes:
            number = len(articles) + 1
            sentences = [_sentence(claim_number + each, chance) for each in range(1, size + 1)]
            _article(rows, number, sentences, people, at - timedelta(minutes=claim_number))
            for row in _claims(number, claim_number, sentences, people, at - timedelta(minutes=claim_number)):
                rows.add(row)
            articles.append(number)
            claim_number += size
            if number % 100 == 0:
                rows.write()
        rows.write()
        _sources(rows, -(-claim_number // SOURCE_SIZE), people[0], at)
        rows.write()
        cursor.execute("SET session_replication_role = DEFAULT; RESET statement_timeout")
        _continue_numbers(cursor)
        cursor.execute("VACUUM ANALYZE")
    return articles


def _sentence(number: int, chance: random.Random) -> str:
    figure = f"{chance.randrange(100, 9_000):,}"
    rare = " by zeppelin" if number % 5_000 == 7 else " by hovercraft" if number % 150 == 3 else ""
    return (
        f"{chance.choice(_SUBJECTS)} of {chance.choice(_PLACES)} {number % 997} {chance.choice(_DEEDS).format(figure)}"
        f"{rare} in {1950 + number % 70} {chance.choice(_CIRCUMSTANCES)}."
    )


def _article(rows: _Rows, number: int, sentences: list[str], people: list[User], at: datetime) -> None:
    # The numbers of an article's document and snapshot are those of the article; the sources come after a million.
    text = " ".join(sentences)
    _capture(rows, number, text, title=f"Article {number}", by=people[0], at=at)
    rows.add(
        Article(
            pk=number,
            state=Article.State.DONE,
            run_after=at,
            snapshot_id=number,
            title=f"{sentences[0][4:60]} and what came after",
            text_sha256=_hash(text),
            submitted_by=people[number % len(people)],
            submitted_at=at,
            split_at=at,
        )
    )


def _sources(rows: _Rows, how_many: int, by: User, at: datetime) -> None:
    for number in range(1, how_many + 1):
        first = (number - 1) * SOURCE_SIZE
        text = " ".join(_quote(first + each) for each in range(1, SOURCE_SIZE + 1))
        _capture(rows, 1_000_000 + number, text, title=f"Yearbook {number}", by=by, at=at, in_library=True)


def _capture(
    rows: _Rows, number: int, text: str, *, title: str, by: User, at: datetime, in_library: bool = False
) -> None:
    data = text.encode()
    rows.add(Document(pk=number, kind="UPLOAD", title=title, in_library=in_library, created_by=by, created_at=at))
    rows.add(Blob(sha256=hashlib.sha256(data).hexdigest(), data=data))
    rows.add(
        Snapshot(
            pk=number,
            state=Snapshot.State.DONE,
            run_after=at,
            document_id=number,
            blob_id=hashlib.sha256(data).hexdigest(),
            text=text,
            text_sha256=_hash(text),
            requested_at=at,
            captured_at=at,
        )
    )


def _quote(number: int) -> str:
    """The sentence of the source that claim `number` may cite; each has the same length, so that its place is known."""
    return f"Entry {number:08d} of the yearbook gives {number % 8_900 + 100:,>5} for the year {1950 + number % 70}."


def _claims(article: int, before: int, sentences: list[str], people: list[User], at: datetime) -> Iterator[Model]:
    start = 0
    for number, text in enumerate(sentences, start=before + 1):
        end = start + len(text)
        yield _claim(number, article, text, start, at)
        first_mark = start + text.index(" of ") + 4
        yield Mark(pk=number, article_id=article, kind="name", start=first_mark, end=first_mark + 5,
                   claim_id=None if number % 20 == 0 else number)  # fmt: skip
        yield from _beside(number, people, at)
        start = end + 1


def _claim(number: int, article: int, text: str, start: int, at: datetime) -> Claim:
    end = start + len(text)
    figure = next(word for word in text.split() if word[0].isdigit() and text.index(word) > text.index(" of ") + 14)
    return Claim(
        pk=number,
        article_id=article,
        text=text,
        start=start,
        end=end,
        sentence_start=start,
        sentence_end=end,
        places=[[start, end]],
        kind="statement",
        check_worthy=number % 10 != 0,
        score=Decimal(300 + number * 7_919 % 700) / 1_000,
        quantities=[{"surface": figure, "comparator": "=", "unit": None, "dimension": None}],
        lint=["ambiguous"] if number % 37 == 0 else [],
        attributed_to="the minister" if number % 7 == 0 else "",
        splitter_version="1",
        created_at=at,
    )


def _beside(number: int, people: list[User], at: datetime) -> Iterator[Model]:
    """What stands beside a claim: by the last two digits of its number, so that every state and mixture of them is there."""
    state, person = number % 100, people[number % len(people)]
    rating = _RATINGS[number % 4]
    if state < 65:
        yield from _citation(number, person, at)
    if state < 55:
        yield _round(number, Status.PUBLISHED, rating, at)
        yield from _verdict(number, rating, person, at)
    elif state < 64:
        yield _round(number, Status.IN_APPROVAL if state < 63 else Status.ADJUDICATION, rating, at)
        yield _judgement(number, rating, person, at)
    elif state < 94:
        yield _round(number, Status.QUEUED, "", at)
    elif number % 10:
        yield MissingRound(claim_id=number)
    if state == 11:
        yield Review(pk=10_000_000 + number, claim_id=number, round=2, reason="endangered", opened_at=at)
    if number % 20 == 1:
        yield Finding(pk=number, claim_id=number, kind="contradiction", key="k", created_at=at,
                      explanation="Another article gives another number.", state="open" if number % 3 else "dismissed")  # fmt: skip
    if number % 4 == 0:
        yield _assignment(number, person, at)


def _citation(number: int, by: User, at: datetime) -> Iterator[Model]:
    quote, place = _quote(number), (number - 1) % SOURCE_SIZE
    start = place * (len(quote) + 1)
    yield Citation(
        pk=number,
        claim_id=number,
        snapshot_id=1_000_000 + (number - 1) // SOURCE_SIZE + 1,
        start=start,
        end=start + len(quote),
        quote=quote,
        stance="supports",
        created_by=by,
        created_at=at,
        next_check_at=at + timedelta(days=400),
    )


def _round(number: int, status: Status, rating: str, at: datetime) -> Review:
    return Review(pk=number, claim_id=number, round=1, status=status, rating=rating, opened_at=at,
                  closed_at=at if status == Status.PUBLISHED else None)  # fmt: skip


def _judgement(number: int, rating: str, by: User, at: datetime) -> Judgement:
    return Judgement(pk=number, review_id=number, analyst=by, rating=rating, rationale="The yearbook has it.", at=at)


def _verdict(number: int, rating: str, by: User, at: datetime) -> Iterator[Model]:
    yield _judgement(number, rating, by, at)
    yield Verdict(pk=number, review_id=number, claim_id=number, rating=rating, rationale="The yearbook has it.",
                  signed_off_by=by, published_at=at)  # fmt: skip
    yield VerdictCitation(pk=number, verdict_id=number, citation_id=number)
    yield LedgerEntry(seq=number, verdict_id=number, payload={}, previous_hash=_hash(str(number - 1)), hash=_hash(str(number)))  # fmt: skip


def _assignment(number: int, person: User, at: datetime) -> Assignment:
    waits = number % 100 >= 55
    return Assignment(
        claim_id=number,
        assignee=person if waits else None,
        due_on=at.date() + timedelta(days=number * 7_919 % 90 - 20) if waits and number % 3 == 0 else None,
        priority=0 if not waits else 2 if number % 41 == 0 else 1 if number % 13 == 0 else 0,
        changed_by=person,
        changed_at=at,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _copy(model: type[Model], rows: list[Model]) -> None:
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(each.column) for each in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([_written(getattr(row, each.attname)) for each in fields])


def _written(value: object) -> object:
    return Jsonb(value, json.dumps) if isinstance(value, list | dict) else value


def _continue_numbers(cursor: object) -> None:
    """Let each table number its next row after the last one that was written here."""
    for model in (
        Document,
        Snapshot,
        Article,
        Claim,
        Mark,
        Finding,
        Citation,
        Review,
        Judgement,
        Verdict,
        VerdictCitation,
    ):
        table = model._meta.db_table
        # Names of tables, not anything that was given.
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")  # noqa: S608
