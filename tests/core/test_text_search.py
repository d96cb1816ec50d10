"""What a person types is found however it is printed: one table, held against every search there is."""

from collections.abc import Callable

import pytest
from django.contrib.admin import site
from django.db import connection
from django.db.models import Model

from claims import queries as claim_queries
from claims.admin import ArticleAdmin, ClaimAdmin
from claims.models import Article, Claim
from core.text_search import CONFIG, is_looked_for, text_search, tsquery
from reviews import queries
from reviews.admin.external_verdicts import ExternalVerdictAdmin
from reviews.api.filters import ClaimFilter
from reviews.models import ExternalVerdict
from sources import queries as source_queries
from sources.admin.documents import DocumentAdmin
from sources.models import SEARCHED_CHARACTERS, Document
from tests import factories

#: What is printed, what finds it, and what must not.
TABLE = (
    ("The RD-180 burns kerosene.", ("RD-180", "RD180", "RD 180", "rd‑180", "rd 180 kerosene", "“RD-180”"), ("RD-18", "RD-1800")),
    ("Built around an RD180 chamber.", ("RD-180 chamber", "RD 180", "chambers"), ("RD-181",)),
    ("Two RD 191 units were sold.", ("RD-191", "rd191", "191"), ("RD-19",)),
    ("An RD‑0110 flew first.", ("RD-0110", "RD0110"), ("RD-011",)),
    ("The Su-35S took off.", ("Su-35", "su35", "Su-35S", "SU 35"), ("Su-3", "Su-35M", "Su-350")),
    ("Eight S-400s were moved.", ("S-400", "S400", "S-400s", "s 400"), ("S-40", "S-4000")),
    ("The range is 10-400 km.", ("400 km", "10-400"), ("S-400", "s400")),
    ("The F-16C/D were delivered.", ("F-16", "F-16C", "F-16D", "f16"), ("F-16A", "F-1")),
    ("Kh-101/102 missiles were fired.", ("Kh-101", "Kh-102", "kh102"), ("Kh-103",)),
    ("The T-72B3 is older.", ("T-72", "T-72B", "T-72B3"), ("T-7", "T-72A")),
    ("COVID-19 spread.", ("COVID 19", "covid19", "covid-19"), ("COVID-18",)),
    ("It measured 4,150 tubes.", ("4150", "4,150", "4150 tubes"), ("415", "41500")),
    ("Exactly 7\u202f250 bolts were counted.", ("7250", "7,250"), ("725",)),
    ("Its mass is 5480kg dry.", ("5480 kg", "5480kg", "5480"), ("548",)),
    ("It emits 9 Mt of CO₂.", ("CO2", "co₂"), ("CO3",)),
    ("President Erdoğan left.", ("Erdogan", "ERDOĞAN", "erdoğan’s"), ("Erdo",)),
    ("The poet Łukasz Żółć wrote.", ("Lukasz", "zolc", "Łukasz"), ("Luk",)),
    ("It was “tampered‑with” – twice, she said.", ("tampered", '"tampered with"', "twice"), ("with-it",)),
    ("The WHO warned of a strain.", ("WHO", "who", "WHO strain"), ()),
    ("A letter of the WHO's office (WHO) came.", ("(WHO)", "WHO's", "WHO letter"), ()),
    ("Their IT-security failed.", ("IT-security", "security IT"), ("WHO-security",)),
    ("Η ΟΔΟΣ έκλεισε.", ("οδος", "ΟΔΟΣ"), ("οδοι",)),
    ("Spending on IT doubled.", ("IT", "IT spending"), ("WHO",)),
    ("Those who doubled it again left.", ("doubled again",), ("WHO", "IT")),
    ("中国人民解放军有五艘军舰。", ("解放军", "军舰", "中国 军舰", "舰"), ("军解", "日本")),
    ("На рынке не хватает двигателей С-400.", ("рынок", "рынков", "двигатель", "С-400", "с400"), ("рында", "С-40")),
    ("Ещё два дня до запуска самолёта.", ("день", "дней", "самолет", "самолётом", "ЗАПУСК"), ("ночь",)),
    ("The thrust, not the mass, was measured.", ('"the mass"', "thrust -chamber", "lift OR thrust"), ("thrust -mass", '"mass measured thrust"')),
)  # fmt: skip


@pytest.fixture
def printed(analyst, at) -> Claim:
    """Every text of the table as a claim, the title of an article and of a source, a source's text and a fact-check."""
    claim, snapshot = factories.claim(by=analyst, at=at), factories.upload(by=analyst, at=at)
    for place, (text, _found, _missed) in enumerate(TABLE):
        printed_in = _copy(snapshot, document=_copy(snapshot.document, title=text), text=text)
        _copy(claim.article, title=text, text_sha256=str(place), snapshot=printed_in)
        _copy(claim, text=text)
        checked = {"claim_text": text, "url": f"https://example.org/{place}", "key": str(place), "rating": "False"}
        ExternalVerdict.objects.create(
            publisher="Checkers", imported_by=analyst, imported_at=at, changed_at=at, **checked
        )
    return claim


def _copy(row: Model, **changed: object) -> Model:
    fields = {each.name: getattr(row, each.name) for each in row._meta.concrete_fields if not each.primary_key}
    return type(row).objects.create(**{**fields, **changed})


def _in_admin(model_admin: type, model: type[Model]) -> Callable[[str], set[str]]:
    shown = model_admin(model, site)
    [field] = [name for name in ("title", "text", "claim_text") if hasattr(model(), name)][:1]
    return lambda search: set(
        shown.get_search_results(None, model.objects.all(), search)[0].values_list(field, flat=True)
    )


DOORS: dict[str, Callable[[str], set[str]]] = {
    "the desk": lambda search: {claim.text for claim in queries.desk(queries.Selection(search=search)).claims},
    "the articles": lambda search: {article.title for article in queries.articles(search=search)},
    "the sources, and their API": lambda search: {source.title for source in source_queries.library(search=search)},
    "the API": lambda search: {claim.text for claim in ClaimFilter({"search": search}, Claim.objects.all()).qs},
    "claims in the admin": _in_admin(ClaimAdmin, Claim),
    "articles in the admin": _in_admin(ArticleAdmin, Article),
    "sources in the admin": _in_admin(DocumentAdmin, Document),
    "fact-checks in the admin": _in_admin(ExternalVerdictAdmin, ExternalVerdict),
}
#: What is looked for by its letters too is found by the beginning of a word.
BY_LETTERS = (
    "the articles",
    "the sources, and their API",
    "articles in the admin",
    "sources in the admin",
    "fact-checks in the admin",
)


@pytest.mark.django_db
def test_whatever_is_typed_is_found_at_every_door_and_nothing_else_is(printed):
    wrong = [
        (door, search, text)
        for text, found, missed in TABLE
        for door, at_door in DOORS.items()
        for search in _tried(door, found, missed)
        if (text in at_door(search)) != (search in found)
    ]
    assert wrong == []


def _tried(door: str, found: tuple[str, ...], missed: tuple[str, ...]) -> tuple[str, ...]:
    """Return every search of a row at the first door, and at the others, which share its words and query, one that finds
    and one that does not."""
    if door == "the API":
        return found + missed
    return found[:1] if door in BY_LETTERS else found[:1] + missed[:1]


@pytest.mark.django_db
def test_evidence_is_found_by_the_same_words(printed):
    wrong = [
        (search, text)
        for text, found, missed in TABLE
        for search in (found[0], *missed[:1])
        if (text in {each.sentence or each.passage for each in claim_queries.evidence(printed, search=search)})
        != (search in found)
    ]
    assert wrong == []


@pytest.mark.django_db
def test_a_word_is_found_however_often_a_text_has_it():
    text = "军舰在港。" * 300 + "The RD-180 flew. " * 300 + "解放军来了。 The T-72B3 is last."
    with connection.cursor() as cursor:
        found = {}
        for search in ("解放军", "RD180", "T-72", "来了 last", "日本"):
            cursor.execute(f"SELECT plumbline_words(%s) @@ to_tsquery('{CONFIG}', %s)", [text, tsquery(search)])
            found[search] = cursor.fetchone()[0]
    assert found == {"解放军": True, "RD180": True, "T-72": True, "来了 last": True, "日本": False}


@pytest.mark.django_db
def test_signs_of_vowels_are_parts_of_their_words():
    with connection.cursor() as cursor:
        found = {}
        for search in ("हिन्दी", "रिपोर्ट", "हिन्", "كَتَبَ"):
            cursor.execute(
                f"SELECT plumbline_words(%s) @@ to_tsquery('{CONFIG}', %s)", ["हिन्दी में रिपोर्ट। كَتَبَ", tsquery(search)]
            )
            found[search] = cursor.fetchone()[0]
    assert found == {"हिन्दी": True, "रिपोर्ट": True, "हिन्": False, "كَتَبَ": True}


@pytest.mark.django_db
def test_no_text_is_too_much_for_the_index():
    """The most distinct words that a text as long as is searched can have."""
    han = "".join(chr(0x4E00 + (place * 7919) % 20_000) for place in range(SEARCHED_CHARACTERS))
    hashes = " ".join(f"{place:x}{place * 7:x}" for place in range(SEARCHED_CHARACTERS))[:SEARCHED_CHARACTERS]
    with connection.cursor() as cursor:
        for text in (han, hashes):
            cursor.execute("SELECT LENGTH(plumbline_words(%s)) > 10000", [text])
            assert cursor.fetchone() == (True,)


@pytest.mark.parametrize(
    ("search", "text", "marked"),
    [
        ("RD180", "The RD-180 and the RD-1800.", "The [RD-180] and the RD-1800."),
        ("engine", "Engines and an engine.", "[Engines] and an [engine]."),
        ("erdogan", "Mr Erdoğan left.", "Mr [Erdoğan] left."),
        ("4150", "It is 4,150 N.", "It is [4,150] N."),
        ("рынка", "На рынке.", "На [рынке]."),
        ("解放军", "中国人民解放军。", "中国人民[解放军]。"),
        ("-lost", "It is lost.", "It is lost."),
    ],
)
def test_what_was_asked_for_is_marked_as_it_is_printed(search, text, marked):
    assert text_search(search).mark(text, "[", "]") == marked


@pytest.mark.parametrize("typed", ["", "'", "a' | b", "\\", "!()&|<->:*", '"', '-"', "OR", "- -", "«»", "\x00"])
@pytest.mark.django_db
def test_no_sign_that_is_typed_breaks_a_search(typed):
    assert list(queries.desk(queries.Selection(search=typed)).claims) == []


def test_a_search_says_what_it_looks_for():
    assert text_search('RD 180 -mass "hot fire" WHO').terms == ("RD 180", '"hot fire"', "WHO")


def test_the_small_words_of_a_claim_are_no_shouted_ones():
    words = ["the", "WHO", "was", "By", "engine", "IT", "it"]
    assert [word for word in words if is_looked_for(word)] == ["WHO", "engine", "IT"]


def test_what_is_left_out_is_left_out_where_any_word_is_enough_too():
    asked = {any_word: tsquery("alpha beta -gamma", any_word=any_word) for any_word in (False, True)}
    assert asked == {False: "((('alpha') & ('beta')) & !('gamma'))", True: "((('alpha') | ('beta')) & !('gamma'))"}
