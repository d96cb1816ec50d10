"""What belongs to one person, or must stay among those who work here, reaches nobody else."""

import pytest
from django.urls import reverse

from claims.models import Citation, Claim
from reviews import services
from reviews.models import Notice, SavedView
from tests import factories
from tests.clients import program_of
from tests.config.access_table import ROUTES

pytestmark = pytest.mark.django_db

COMMENT, BLIND, VIEW = "quokka among ourselves", "wombat judged blind", "numbat view"


@pytest.fixture
def desk(analyst, second_analyst, at) -> Claim:
    """A claim with a comment, an assignment, a saved view, a notice, and one of two blind judgements."""
    claim = factories.claim(by=analyst, at=at, judgements_required=2)
    cited = factories.citation(by=analyst, claim=claim, at=at)
    services.comment(by=analyst, claim=claim, text=f"{COMMENT} @bruno", at=at)
    change = services.AssignmentChange(assignee=second_analyst)
    services.assign(by=analyst, claim=claim, change=change, at=at)
    services.keep_view(by=analyst, name=VIEW, query="status=open", at=at)
    services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale=BLIND, citations=[cited], at=at)
    return claim


def addresses(prefix: str, claim: Claim) -> list[str]:
    """Every address under this prefix, with the numbers of what there is."""
    numbers = {
        claim.pk,
        claim.article_id,
        Citation.objects.get().snapshot_id,
        Citation.objects.get().snapshot.document_id,
    }
    # The description of the API names the fields of what one may send, and no value of anything.
    read = [
        address
        for address, let_in in ROUTES.items()
        if address.startswith(prefix) and let_in[1:3] != ".." and address != "/api/v1/schema/"
    ]
    return sorted({address.replace("/1/", f"/{number}/") for address in read for number in numbers})


def test_a_consumer_reads_no_comment_assignment_or_blind_judgement_anywhere(desk, consumer):
    program = program_of(consumer)
    rows = [address for address in addresses("/api/v1/", desk) if address != "/api/v1/schema/"]  # names fields alone
    read = b"".join(
        b"".join(answer) if answer.streaming else answer.content for answer in map(program.get, rows)
    ).decode()
    assert desk.text in read
    assert [secret for secret in (COMMENT, BLIND, VIEW, "bruno", "assignee") if secret in read] == []


def test_a_view_is_forgotten_only_by_its_owner(desk, client, second_analyst):
    view = SavedView.objects.get()
    client.force_login(second_analyst)
    client.post(reverse("forget_views"), {"view": [view.pk], "views": [view.pk], "ids": [view.pk]})
    assert services.forget_views(by=second_analyst, ids=[view.pk]) == 0
    assert SavedView.objects.filter(pk=view.pk).exists()


def test_a_notice_is_read_and_opened_only_by_whom_it_was_sent_to(desk, client, analyst):
    notice = Notice.objects.filter(recipient__username="bruno").first()
    client.force_login(analyst)
    assert client.post(reverse("read_notices"), {"open": notice.pk}).status_code == 404
    client.post(reverse("read_notices"), {"notice": notice.pk})
    client.post(reverse("read_notices"), {"all": "1"})
    notice.refresh_from_db()
    assert notice.read_at is None
