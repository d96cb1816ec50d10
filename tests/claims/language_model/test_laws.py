"""Whatever a model answers, nothing breaks, and what is taken can be stored and stands in the article."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.splitting import split_article
from claims.language_model.answer_schema import Proposal, proposals_in, tokens_reported
from claims.language_model.chunking import numbered_sentences
from claims.language_model.failures import ModelFailed
from claims.language_model.splitting import chunks_to_ask_about, with_answers
from sources.fetching.posting import Reply
from tests.claims.language_model.articles import ARTICLE, GOOD

BY_RULES = split_article(ARTICLE)
PORTIONS = chunks_to_ask_about(ARTICLE)
WORDS = sorted({word for sentence in numbered_sentences(ARTICLE) for word in sentence.text.split()})

phrases = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
snippets = st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, 60)).map(lambda cut: ARTICLE[cut[0] : sum(cut)])
said = st.one_of(
    st.sampled_from([claim["text"] for claim in GOOD]),
    st.sampled_from([claim["quote"] for claim in GOOD]),
    phrases,
    snippets,
    st.text(max_size=40),
)
proposals = st.builds(Proposal, st.integers(-1, 6), said, said, st.one_of(st.none(), said))
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["choices", "message", "content", "claims", "usage", "total_tokens", "x"]), inner
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=80)
@given(st.lists(proposals, max_size=8))
def test_what_is_taken_can_be_stored_and_lies_in_its_sentence(offered):
    claims = with_answers(ARTICLE, BY_RULES, PORTIONS, [offered]).article.claims
    for claim in claims:
        claim.text.encode("utf-8")
        assert "\x00" not in claim.text + (claim.attributed_to or "")
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end <= len(ARTICLE)
        assert claim.places[0] == (claim.start, claim.end)
    assert len({(claim.start, claim.end, claim.text) for claim in claims}) == len(claims)


@settings(max_examples=40)
@given(st.lists(proposals, max_size=8))
def test_no_sentence_is_left_without_a_claim_that_the_rules_have(offered):
    claims = with_answers(ARTICLE, BY_RULES, PORTIONS, [offered]).article.claims
    assert {claim.sentence_start for claim in BY_RULES.claims} <= {claim.sentence_start for claim in claims}


def outcome(reply: Reply) -> str:
    """The sentence of the refusal, or what claims were read."""
    try:
        return f"{len(proposals_in(reply))} claims."
    except ModelFailed as failure:
        return str(failure)


@settings(max_examples=150)
@given(st.one_of(st.binary(), anything.map(lambda value: json.dumps(value).encode())))
def test_any_body_is_read_or_refused(body):
    reply = Reply(200, "application/json", body)
    assert (outcome(reply)[-1], tokens_reported(reply) >= 0) == (".", True)


@settings(max_examples=150)
@given(st.one_of(st.text(), anything.map(json.dumps)))
def test_any_content_is_read_or_refused(content):
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    assert outcome(Reply(200, "application/json", body))[-1] == "."
