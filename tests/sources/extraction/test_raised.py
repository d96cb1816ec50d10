"""Raised and lowered letters as one line of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.extraction.raised import Level, compose


def line(marked: str) -> str:
    """Compose a line in which ^{…} is raised and _{…} lowered."""
    pieces, level = [], Level.ON_LINE
    for part in marked.replace("^{", "\0^").replace("_{", "\0_").replace("}", "\0.").split("\0"):
        if part[:1] in ("^", "_", "."):
            level = {"^": Level.RAISED, "_": Level.LOWERED, ".": Level.ON_LINE}[part[0]]
            part = part[1:]
        pieces.append((part, level))
    return compose(pieces)


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("It gives 3.2 × 10^{5} units", "It gives 3.2 × 10⁵ units"),
        ("about 10^{12} bacteria", "about 10¹² bacteria"),
        ("a mass of 6 × 10^{-3} kg", "a mass of 6 × 10⁻³ kg"),
        ("a mass of 6 × 10^{−3} kg", "a mass of 6 × 10⁻³ kg"),
        ("an area of 300 m^{2} in", "an area of 300 m² in"),
        ("4 km^{3} of water", "4 km³ of water"),
        ("Area (km^{2})", "Area (km²)"),
        ("12 in^{2} of steel", "12 in² of steel"),
        ("at 9.8 m/s^{2} down", "at 9.8 m/s² down"),
        ("at 9.8 m s^{-2} down", "at 9.8 m s⁻² down"),
        ("with R^{2} = 0.9", "with R² = 0.9"),
        ("E = mc^{2}", "E = mc²"),
        ("90 kg of H_{2}O", "90 kg of H₂O"),
        ("40 t of CO_{2} a year", "40 t of CO₂ a year"),
        ("of Ca^{2+} ions", "of Ca²⁺ ions"),
        ("5 g of ^{235}U", "5 g of ²³⁵U"),
        ("the 21^{st} century", "the 21st century"),
        ("le 1^{er} mai", "le 1er mai"),
        ("3^{1}/_{2} inches", "3½ inches"),
        ("3^{5}⁄_{16} inches", "3 5/16 inches"),
        ("a ^{3}/_{4} majority", "a ¾ majority"),
        ("at 40^{o}C at noon", "at 40°C at noon"),
        ("at 40^{0} C at noon", "at 40° C at noon"),
        ("an I_{sp} of 311 s", "an Isp of 311 s"),
        ("built in 1991^{2} at", "built in 1991 at"),
        ("has 300^{3} rooms", "has 300 rooms"),
        ("the yard^{12} says", "the yard says"),
        ("says.^{1,2} It", "says. It"),
        ("says.^{[4]} It", "says. It"),
        ("costs 41^{b} euros", "costs 41[b] euros"),
        ("about 90^{3} rooms", "about 90[3] rooms"),
        ("a load of x^{5} and", "a load of x⁵ and"),
        ("or (a + b)^{5} and", "or (a + b)⁵ and"),
        ("la 2^{a} edición", "la 2ª edición"),
        ("built in^{2} and", "built in and"),
        ("110^{2} men", "110 men"),
        ("^{1} From the report", "¹ From the report"),
        ("costs 41^{*} euros", "costs 41* euros"),
        ("the firm^{TM} says", "the firmTM says"),
    ],
)
def test_what_is_raised_or_lowered_is_read_as_a_reader_means_it(marked, read):
    assert line(marked) == read


@given(
    st.text(alphabet="0123456789abkm ×/.,-(", max_size=8),
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.sampled_from(["", " ", " C", "/", "m"]),
)
def test_a_raised_or_lowered_figure_never_grows_the_figure_before_it(before, figure, mark, after):
    for level in (Level.RAISED, Level.LOWERED):
        line = compose([(f"{before}{figure}", Level.ON_LINE), (str(mark), level), (after, Level.ON_LINE)])
        assert not line.startswith(f"{before}{figure}{str(mark)[0]}")


def test_pieces_that_are_split_without_a_reason_are_one():
    assert compose([("4 × 1", Level.ON_LINE), ("0", Level.ON_LINE), ("-", Level.RAISED), ("12", Level.RAISED)]) == (
        "4 × 10⁻¹²"
    )


def test_a_figure_of_thousands_of_digits_over_another_is_written_out():
    digits = "1" * 5_000
    assert line(f"^{{{digits}}}/_{{{digits}}}") == f"{digits}/{digits}"
