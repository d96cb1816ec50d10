"""How a test says what a sentence holds."""

from claims.language.quantities import quantity_as_json, read_quantities


def read(text):
    """Return (surface, low, high, unit, comparator) of every quantity of a text."""
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.surface
    return [
        (found["surface"], found["low"], found["high"], found["unit"], found["comparator"])
        for found in map(quantity_as_json, read_quantities(text))
    ]


def check(text, *expected):
    assert read(text) == [(*quantity, "=") if len(quantity) == 4 else quantity for quantity in expected]
