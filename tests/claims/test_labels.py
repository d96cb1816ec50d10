"""What stored words about claims are called, and stored sentences about them said again."""

import pytest

from claims import labels
from claims.labels import dismissal_in_words, finding_in_words, split_notice_in_words, warning_in_words
from claims.language.kinds import ClaimKind, ClaimWarning, FindingKind
from claims.language_model import failures
from claims.services.intake import LONGEST_ARTICLE, TOO_LONG
from core.translation import rendering
from reviews.checking import QUIET, Change
from sources.fetching.outcomes import OutcomeReason


@pytest.fixture
def marked(monkeypatch):
    """A language in which everything that is translated stands in guillemets."""
    monkeypatch.setattr(rendering, "gettext", lambda text: f"«{text}»")


def test_every_kind_of_claim_warning_and_change_has_a_name():
    assert (set(labels.KINDS), set(labels.WARNINGS)) == (set(ClaimKind), set(ClaimWarning))
    assert set(Change) - set(labels.CHANGES) == set()


def test_every_kind_of_finding_has_a_name_and_every_change_that_is_not_quiet_is_one():
    assert set(FindingKind) - set(labels.FINDINGS | labels.CHANGES) == set()
    assert set(Change) - QUIET == set(FindingKind) - set(labels.FINDINGS) - {FindingKind.KEEPS_CHANGING}


def test_a_finding_is_called_by_its_kind_wherever_it_was_made():
    assert [finding_in_words(kind) for kind in ("cross_article", "number_changed", "of_a_later_version")] == [
        "contradicts another article",
        "number changed",
        "of a later version",
    ]


def test_what_was_read_as_whom_is_said_in_the_readers_language(marked):
    assert warning_in_words("“she” read as “Ada Byron”") == "«“she” read as “Ada Byron”»"


def test_a_claim_that_gave_way_says_so_in_the_readers_language(marked):
    said = [dismissal_in_words(reason) for reason in ("Split into 3 claims.", "Merged into claim 41.")]
    assert said == ["«Split into 3 claims.»", "«Merged into claim 41.»"]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (failures.of_status(503), "««The language model's server reported an error (HTTP status 503).» The"),
        (failures.of_status(401), "««The language model's server rejected the key.» The"),
        (
            failures.of_reason(OutcomeReason.TIMEOUT, seconds=30),
            "««The language model did not respond within 30 s.» The",
        ),
    ],
)
def test_why_the_rules_split_an_article_is_said_in_the_readers_language(marked, failure, said):
    stored = labels.BACK_TO_RULES % {"reason": failure}
    assert split_notice_in_words(stored) == f"{said} built-in rules split this article.»"


def test_how_many_claims_of_a_model_were_not_taken_is_said_with_the_numbers(marked):
    stored = labels.SOME_LEFT % {"offered": 12, "left": 3}
    assert (split_notice_in_words(stored), split_notice_in_words("")) == (f"«{stored}»", "")


def test_the_refusal_of_a_long_text_names_the_limit():
    assert f"more than {LONGEST_ARTICLE:,} characters" in TOO_LONG
