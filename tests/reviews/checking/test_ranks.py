"""Places in an order: the better place has the smaller number."""

import pytest

from reviews.checking.figures import read_figures
from reviews.checking.ranks import as_rank


@pytest.mark.parametrize(
    ("text", "kind", "comparator"),
    [
        ("The port ranks above the 40th largest.", "ordinal", "<"),
        ("The port ranks behind the 40th largest.", "ordinal", ">"),
        ("The port is the 40th largest.", "ordinal", "="),
        ("The song peaked higher than 35 on the chart.", "ordinal", "<"),
        ("The tower is higher than 35 houses.", "count", ">"),
        ("It closed before the third week.", "ordinal", "="),
    ],
)
def test_a_place_is_bounded_the_way_places_are(text, kind, comparator):
    figure = as_rank(read_figures(text, [])[0], text)
    assert (figure.kind, figure.comparator) == (kind, comparator)
