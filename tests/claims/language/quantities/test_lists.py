"""Lists that print their unit once, commas that make no list, and "over" that makes no bound."""

import pytest

from claims.language.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "dimensions"),
    [
        ("Loads of 5, 10 and 15 kN were hung from it.", ["force", "force", "force"]),
        ("Lengths of 10, 20, 30 mm were cut.", ["length", "length", "length"]),
        ("The total reached 534, 41% of them from abroad.", ["count", "fraction"]),
    ],
)
def test_one_comma_alone_makes_no_list(text, dimensions):
    assert [quantity.dimension for quantity in read_quantities(text)] == dimensions


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Averaged over 12 runs, it was slower.", "="),
        ("The cost was spread over 12 towns.", "="),
        ("It was sold in over 12 towns.", ">"),
    ],
)
def test_over_is_no_bound_where_it_names_what_was_averaged(text, comparator):
    assert [quantity.comparator for quantity in read_quantities(text)] == [comparator]
