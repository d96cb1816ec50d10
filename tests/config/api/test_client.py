"""A client that another program generates from the committed description does the main job over the whole application."""

import importlib
import sys
from io import BytesIO
from types import ModuleType, SimpleNamespace

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from openapi_python_client import generate
from openapi_python_client.config import Config, ConfigFile, MetaType

from claims import services as claim_services
from claims.models import Article
from config.wsgi import application
from core.accounts.api_keys import create_key
from reviews import services
from tests import factories
from tests.pins import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("served")]

DESCRIPTION = ROOT / "docs" / "openapi.yaml"
NAME = "plumbline_client"


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> ModuleType:
    """The client, imported; its folder is a package like any that was installed."""
    folder = tmp_path_factory.mktemp("client")
    chosen = ConfigFile(post_hooks=[])
    config = Config.from_sources(chosen, MetaType.NONE, DESCRIPTION, "utf-8", False, folder / NAME)
    faults = [(str(fault.header), str(fault.detail)) for fault in generate(config=config)]
    sys.path.insert(0, str(folder))
    try:
        client = importlib.import_module(NAME)
        client.faults = faults
        yield client
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == NAME]:
            del sys.modules[name]


@pytest.fixture
def served():
    """Requests over the whole application leave the connection of the test open, as Django's own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


class Program:
    """Calls operations of the generated client by their names, with the key of one person."""

    def __init__(self, client: ModuleType, person: object) -> None:
        _row, key = create_key(person, purpose="The client of the tests")
        self._client = client.AuthenticatedClient(
            "http://testserver",
            token=key,
            prefix="Token",
            raise_on_unexpected_status=True,
            httpx_args={"transport": httpx.WSGITransport(app=application)},
        )

    def __call__(self, tag: str, operation: str, *place: object, **given: object) -> SimpleNamespace:
        """Return the parsed answer and its headers; a refusal fails."""
        called = importlib.import_module(f"{NAME}.api.{tag}.{operation}")
        answer = called.sync_detailed(*place, client=self._client, **given)
        assert answer.status_code < 300, answer.content
        return SimpleNamespace(parsed=answer.parsed, headers=answer.headers, content=answer.content)


def test_the_generator_leaves_out_nothing_but_the_feed_which_is_no_json(generated):
    assert [header for header, _ in generated.faults] == [
        "WARNING parsing GET /api/v1/export/verdicts.atom within export."
    ]


def test_the_main_job_is_done_with_the_generated_client(generated, analyst, editor, consumer, at):
    models, types = importlib.import_module(f"{NAME}.models"), importlib.import_module(f"{NAME}.types")
    ada, edith, carl = (Program(generated, person) for person in (analyst, editor, consumer))

    # An article as JSON, a source as a file; the worker splits the article meanwhile.
    new = models.NewArticleInJsonRequest(text=factories.ENGINE_ARTICLE, title="Engine")
    article = ada("articles", "articles_create", body=new, idempotency_key="client-1").parsed
    again = ada("articles", "articles_create", body=new, idempotency_key="client-1")
    assert (again.parsed.id, again.headers["Idempotency-Replayed"]) == (article.id, "true")
    claim_services.split(article_id=article.id, at=at)
    services.open_missing_reviews(at=at)
    file = types.File(payload=BytesIO(factories.DATA_SHEET.encode()), file_name="sheet.txt", mime_type="text/plain")
    source = ada("sources", "sources_create", body=models.NewSourceRequest(file=file, title="Sheet")).parsed

    # The claim is found, the quote cited and judged; somebody else signs it off over the state that was read.
    [claim] = ada("claims", "claims_list", article=article.id, search="4150").parsed.results
    quoted = models.NewCitationRequest(
        source=source.id, quote=factories.THRUST_QUOTE, stance=models.StanceEnum.CONTRADICTS
    )
    cited = ada("claims", "claims_citations_create", str(claim.id), body=quoted).parsed
    assert cited.check.outcome == "contradicts"
    judged = models.NewJudgementRequest(
        rating=models.RatingEnum.WRONG, rationale="The sheet gives MN.", citations=[cited.id], round_=claim.round_
    )
    ada("claims", "claims_judgements_create", str(claim.id), body=judged, idempotency_key="client-2")
    review = ada("claims", "claims_retrieve", str(claim.id)).parsed.review
    read = edith("reviews", "reviews_retrieve", str(review))
    verdict = edith("reviews", "reviews_sign_off_create", str(review), if_match=read.headers["ETag"]).parsed
    assert (verdict.claim.text, verdict.rating, verdict.stands) == (claim.text, models.RatingEnum.WRONG, True)

    # A consumer reads it, its proof, what became of it, and the export of all.
    assert carl("verdicts", "verdicts_retrieve", str(verdict.id)).parsed == verdict
    proof = carl("verdicts", "verdicts_proof", str(verdict.id)).parsed
    assert (proof.hash_, proof.seq) == (verdict.ledger.hash_, verdict.ledger.seq)
    [change] = carl("verdicts", "verdicts_changes", after=0).parsed.results
    assert (change.kind, change.verdict.id) == ("new", verdict.id)
    held = carl("verdicts", "verdicts_status", body=models.HeldVerdictsRequest(verdicts=[verdict.id]))
    assert [(each.id, each.status) for each in held.parsed.results] == [(verdict.id, "stands")]
    exported = carl("export", "export_verdicts", models.ExportVerdictsKind.JSON).parsed
    assert exported == [verdict]
    assert Article.objects.count() == 1


def test_a_refusal_is_read_as_problem_details(generated, consumer):
    models = importlib.import_module(f"{NAME}.models")
    called = importlib.import_module(f"{NAME}.api.articles.articles_create")
    program = Program(generated, consumer)
    answer = called.sync_detailed(client=program._client, body=models.NewArticleInJsonRequest(text="It rains."))
    assert (answer.status_code, type(answer.parsed), answer.parsed.code) == (403, models.Problem, "not_allowed")
