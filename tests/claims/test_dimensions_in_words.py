"""What the units of quantities measure, in words for the page."""

from django.utils.translation import override

from claims.labels import DIMENSIONS, dimension_in_words
from claims.language.units import definitions


def test_everything_that_a_unit_can_measure_has_a_name():
    named = {dimension for _, dimension in definitions._OWN_UNITS.values()}
    known = {*definitions._DIMENSIONS, *definitions._NAMED_DIMENSIONS.values(), *named}
    assert known - DIMENSIONS.keys() == set()


def test_a_dimension_is_named_in_the_language_of_the_reader():
    with override("en-gb"):
        assert dimension_in_words("spectral_flux_density") == "spectral flux density"
    with override("zh-hans"):
        assert dimension_in_words("current") == "电流"


def test_a_dimension_without_a_name_is_shown_by_its_base_units():
    assert dimension_in_words("[length]^1 [time]^-3") == "[length]^1 [time]^-3"
