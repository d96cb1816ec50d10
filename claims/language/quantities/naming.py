"""A unit by the words that people give it: "MN", "tonnes", "%", "EUR"."""

from claims.language.quantities.reading import read_quantities


def unit_named_by(words: str) -> tuple[str | None, str] | None:
    """Return the unit and the dimension that words name as a whole, or None where they name none.

    Read as behind a number, where a text prints them; of several readings the likeliest one.
    """
    printed = f"2 {words.strip()}"
    for quantity in read_quantities(printed):
        if (quantity.start, quantity.end) == (0, len(printed)) and quantity.unit is not None:
            return quantity.unit, quantity.dimension
    return None
