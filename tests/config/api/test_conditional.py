"""An answer that the asker has already is not sent again."""

import pytest

from claims import services
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["articles/", "claims/", "verdicts/", "sources/", "findings/", "rechecks/"])
def test_a_list_has_a_strong_etag_and_answers_304_until_it_changes(analyst, path):
    program = program_of(analyst)
    tag = program.get(f"/api/v1/{path}").headers["ETag"]
    again = program.get(f"/api/v1/{path}", HTTP_IF_NONE_MATCH=tag)
    assert tag.startswith('"')
    assert (again.status_code, again.content) == (304, b"")


def test_a_row_answers_304_until_it_changes(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    program = program_of(analyst)
    tag = program.get(f"/api/v1/claims/{claim.pk}/").headers["ETag"]
    assert program.get(f"/api/v1/claims/{claim.pk}/", HTTP_IF_NONE_MATCH=tag).status_code == 304

    services.dismiss_claim(by=analyst, claim=claim, reason="A headline, not a claim.", at=at)
    changed = program.get(f"/api/v1/claims/{claim.pk}/", HTTP_IF_NONE_MATCH=tag)
    assert (changed.status_code, changed.json()["dismissed_reason"]) == (200, "A headline, not a claim.")
