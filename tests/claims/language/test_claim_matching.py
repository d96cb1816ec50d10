"""Which claims of a new split are there already, and which of them a person's work stands for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.claim_matching import ClaimMatching, EarlierClaim, match_claims
from claims.language.results import ExtractedClaim


def new(text: str, start: int = 0, end: int = 40) -> ExtractedClaim:
    return ExtractedClaim(
        text=text,
        start=start,
        end=end,
        sentence_start=start,
        sentence_end=end,
        kind="state",
        check_worthy=True,
        score=0.7,
        reasons=(),
        attributed_to=None,
        quantities=(),
        dates=(),
        lint=(),
        places=((start, end),),
    )


def earlier(pk: int, text: str, start: int = 0, end: int = 40, **what: bool) -> EarlierClaim:
    return EarlierClaim(pk, text, start, end, ((start, end),), **what)


def test_the_same_words_on_the_same_span_are_the_same_claim():
    assert match_claims([earlier(1, "The hull is red.")], [new("The hull is red.")]) == ClaimMatching(same={0: 1})


def test_the_same_words_on_a_span_that_moved_are_the_same_claim():
    found = match_claims([earlier(1, "The hull is red.")], [new("The hull is red.", start=4)])
    assert found == ClaimMatching(same={0: 1})


def test_the_same_words_elsewhere_are_another_claim():
    found = match_claims([earlier(1, "The hull is red.")], [new("The hull is red.", start=400, end=440)])
    assert found == ClaimMatching(added=[0], gone=[1])


def test_another_wording_takes_the_place_of_one_that_nobody_touched():
    found = match_claims([earlier(1, "The hull is red.")], [new("The ship has a red hull.")])
    assert found == ClaimMatching(added=[0], gone=[1])


def test_another_wording_is_kept_out_where_a_person_touched_the_claim():
    found = match_claims([earlier(1, "The hull is red.", protected=True)], [new("The ship has a red hull.")])
    assert found == ClaimMatching(kept_out={0: 1})


def test_the_same_words_with_other_punctuation_are_kept_out():
    found = match_claims([earlier(1, "The hull is red", 0, 10, protected=True)], [new("the hull is red.", 0, 30)])
    assert found == ClaimMatching(kept_out={0: 1})


def test_a_figure_with_a_sign_is_other_words():
    cold = earlier(1, "It was -5 degrees cold.", 0, 10, protected=True)
    assert match_claims([cold], [new("It was 5 degrees cold.", 5, 40)]) == ClaimMatching(added=[0])


def test_nearly_the_same_words_are_kept_out_where_the_spans_meet():
    protected = earlier(1, "The new ferry carries 400 people and 90 cars.", 0, 30, protected=True)
    assert match_claims([protected], [new("The ferry carries 400 people and 90 cars.", 20, 60)]) == ClaimMatching(
        kept_out={0: 1}
    )


def test_nearly_the_same_words_with_another_number_are_another_claim():
    protected = earlier(1, "The new ferry carries 400 people and 90 cars.", 0, 30, protected=True)
    assert match_claims([protected], [new("The ferry carries 450 people and 90 cars.", 20, 60)]) == ClaimMatching(
        added=[0]
    )


def test_a_touched_claim_stands_for_one_new_claim_and_not_for_its_neighbours_on_the_span():
    dismissed = earlier(1, "The ferry is the fastest on the lake.", protected=True)
    sibling = earlier(2, "The ferry has two engines.")
    found = match_claims(
        [dismissed, sibling], [new("On the lake the ferry is fastest."), new("Two engines drive the ferry.")]
    )
    assert found == ClaimMatching(kept_out={0: 1}, added=[1], gone=[2])


def test_a_claim_by_hand_keeps_out_only_what_says_nearly_the_same():
    by_hand = earlier(1, "The lake froze over.", protected=True, by_hand=True)
    assert match_claims([by_hand], [new("The ferry has two engines.")]) == ClaimMatching(added=[0])


def test_the_same_words_said_by_two_people_are_one_claim():
    twice = [new("The hull is red.", 5, 20), new("The hull is red.", 5, 20)]
    there = [earlier(1, "The hull is red.", 0, 10), earlier(2, "The hull is red.", 12, 30)]
    assert match_claims(there, twice) == ClaimMatching(same={0: 1}, gone=[2])
    assert match_claims([], twice) == ClaimMatching(added=[0])


def test_a_withdrawn_claim_comes_back_when_it_is_read_again():
    assert match_claims([earlier(1, "The hull is red.", withdrawn=True)], [new("The hull is red.")]) == ClaimMatching(
        same={0: 1}
    )


def test_a_withdrawn_claim_is_not_withdrawn_again():
    assert match_claims([earlier(1, "The hull is red.", withdrawn=True)], []) == ClaimMatching()


words = st.lists(
    st.sampled_from(["red", "blue", "hull", "ferry", "lake", "400", "450", "engines"]), min_size=1, max_size=5
).map(" ".join)
spans = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def splits(draw) -> tuple[list[EarlierClaim], list[ExtractedClaim]]:
    there = {(draw(words), draw(spans)) for _ in range(draw(st.integers(0, 6)))}
    old = [
        earlier(
            pk, text, *span, **draw(st.sampled_from([{}, {"protected": True}, {"protected": True, "by_hand": True}]))
        )
        for pk, (text, span) in enumerate(sorted(there))
    ]
    return old, [new(draw(words), *draw(spans)) for _ in range(draw(st.integers(0, 6)))]


@given(splits())
@settings(max_examples=200)
def test_every_new_claim_has_one_fate_and_no_touched_claim_goes(case):
    old, fresh = case
    found = match_claims(old, fresh)
    protected = {claim.pk for claim in old if claim.protected}
    told = [*found.same, *found.kept_out, *found.added]
    assert len(told) == len(set(told))
    repeated = [index for index in range(len(fresh)) if index not in told]
    assert all(any(fresh[index] == fresh[other] for other in told) for index in repeated)
    assert (protected & set(found.gone), set(found.kept_out.values()) - protected) == (set(), set())


@given(splits())
@settings(max_examples=200)
def test_a_split_that_was_stored_changes_nothing_the_second_time(case):
    old, fresh = case
    first = match_claims(old, fresh)
    by_pk = {claim.pk: claim for claim in old}
    stored = {pk: claim for pk, claim in by_pk.items() if pk not in first.gone}
    for index, pk in first.same.items():
        if not by_pk[pk].protected:
            stored[pk] = earlier(pk, fresh[index].text, fresh[index].start, fresh[index].end)
    added = [earlier(100 + index, fresh[index].text, fresh[index].start, fresh[index].end) for index in first.added]
    again = match_claims([*stored.values(), *added], fresh)
    assert (again.added, again.gone, set(again.kept_out)) == ([], [], set(first.kept_out))
