"""Units of measure: pint's names for them, their exact factor to SI base units and the dimension they measure."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    import pint

UnitPowers = tuple[tuple[str, int], ...]

_SCALES_WITH_OFFSET = {
    "degree_Celsius": Fraction("273.15"),
    "degree_Fahrenheit": Fraction("459.67") * Fraction(5, 9),
}

# Astronomy's and the gas trade's units. Sources: IAU 2015 resolution B3 (radii, luminosity), CODATA 2018 with it (masses).
_ADDED_TO_PINT = (
    "solar_mass = 1.98841e30 kilogram",
    "earth_mass = 5.9722e24 kilogram",
    "jupiter_mass = 1.89813e27 kilogram",
    "solar_radius = 695700 kilometer",
    "earth_radius = 6378.1 kilometer",
    "jupiter_radius = 71492 kilometer",
    "solar_luminosity = 3.828e26 watt",
    "million_cubic_meter = 1e6 meter ** 3",
    "billion_cubic_meter = 1e9 meter ** 3",
    "jansky = 1e-26 watt / meter ** 2 / hertz",
    "cubit = 18 inch",
)

#: The fraction that pint takes π for.
_RADIANS_IN_A_DEGREE = Fraction("3.1415926535897932384626433832795028841971693993751") / 180

# What pint lacks, or reads as something else ("decade" is not ten years to it, a decibel has no linear factor).
_OWN_UNITS = {
    "percentage_point": (Fraction(1, 100), "percentage_point"),
    "basis_point": (Fraction(1, 10_000), "percentage_point"),
    "ppb": (Fraction(1, 10**9), "fraction"),
    "decade": (Fraction(315_576_000), "time"),
    "decibel": (Fraction(1), "level"),
    "mach": (Fraction(1), "mach"),
    "base_pair": (Fraction(1), "base_pairs"),
    "kilobase_pair": (Fraction(10**3), "base_pairs"),
    "megabase_pair": (Fraction(10**6), "base_pairs"),
    "gigabase_pair": (Fraction(10**9), "base_pairs"),
    # NATO's, 6400 to a turn (STANAG 2129); pint's mil is a tenth of it.
    "mil": (Fraction(360, 6400) * _RADIANS_IN_A_DEGREE, "angle"),
}

_INFORMATION_PREFIXES = word_set("""deci centi milli micro nano pico hecto kilo mega giga tera peta exa zetta yotta kibi mebi gibi tebi
    pebi exbi""")
# To pint a bit is a bare number.
_INFORMATION = frozenset(prefix + base for prefix in ("", *_INFORMATION_PREFIXES) for base in ("bit", "byte"))

_NAMED_DIMENSIONS = {
    "percent": "fraction",
    "permille": "fraction",
    "ppm": "fraction",
    "degree": "angle",
    "radian": "angle",
    "milliradian": "angle",
    "microradian": "angle",
    "arcminute": "angle",
    "arcsecond": "angle",
    "milliarcsecond": "angle",
    "microarcsecond": "angle",
    "jansky": "spectral_flux_density",
    "millijansky": "spectral_flux_density",
    "microjansky": "spectral_flux_density",
    "kilojansky": "spectral_flux_density",
    "revolutions_per_minute": "angular_speed",
    "standard_gravity": "acceleration",
    "becquerel": "activity",
    "curie": "activity",
    "sievert": "dose",
    "gray": "dose",
    "mole": "substance",
    "candela": "luminous_intensity",
    "lumen": "luminous_flux",
    "delta_degree_Celsius": "temperature_difference",
    "delta_degree_Fahrenheit": "temperature_difference",
    "oil_barrel": "volume",
    "base_pair": "base_pairs",
    "kilobase_pair": "base_pairs",
    "megabase_pair": "base_pairs",
    "gigabase_pair": "base_pairs",
}

_DIMENSIONS = {
    "force": "newton",
    "mass": "kilogram",
    "length": "meter",
    "time": "second",
    "speed": "meter / second",
    "acceleration": "meter / second ** 2",
    "power": "watt",
    "energy": "joule",
    "pressure": "pascal",
    "temperature": "kelvin",
    "area": "meter ** 2",
    "volume": "meter ** 3",
    "frequency": "hertz",
    "voltage": "volt",
    "current": "ampere",
    "charge": "coulomb",
    "resistance": "ohm",
    "capacitance": "farad",
    "inductance": "henry",
    "magnetic_flux_density": "tesla",
    "substance": "mole",
    "concentration": "mole / meter ** 3",
    "density": "kilogram / meter ** 3",
    "mass_flow": "kilogram / second",
    "volume_flow": "meter ** 3 / second",
    "areal_density": "kilogram / meter ** 2",
    "luminous_intensity": "candela",
    "illuminance": "lux",
    "power_density": "watt / meter ** 2",
    "specific_energy": "joule / kilogram",
    "temperature_rate": "kelvin / second",
    "current_density": "ampere / meter ** 2",
    "viscosity": "pascal * second",
    "wavenumber": "1 / meter",
    "number_density": "1 / meter ** 3",
    "areal_number_density": "1 / meter ** 2",
    "molar_energy": "joule / mole",
    "molar_mass": "kilogram / mole",
    "thermal_conductivity": "watt / meter / kelvin",
    "heat_transfer_coefficient": "watt / meter ** 2 / kelvin",
    "specific_heat": "joule / kilogram / kelvin",
    "heat_capacity": "joule / kelvin",
    "conductance": "siemens",
    "conductivity": "siemens / meter",
    "electric_field": "volt / meter",
    "mass_flux": "kilogram / meter ** 2 / second",
    "mass_per_length": "kilogram / meter",
    "substance_flow": "mole / second",
    "substance_flux": "mole / meter ** 2 / second",
    "specific_substance": "mole / kilogram",
    "specific_surface": "meter ** 2 / kilogram",
    "surface_tension": "newton / meter",
    "magnetic_flux": "weber",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its exact way to SI base units: base value = printed value × factor + offset."""

    name: str
    factor: Fraction
    offset: Fraction
    dimension: str


@cache
def _registry() -> "pint.UnitRegistry[Fraction]":
    """Return pint's units and ours, built when a unit is first asked for: that takes as long as all other imports."""
    import pint  # noqa: PLC0415 - few commands read quantities

    # Fractions keep 1 km/h at exactly 5/18 m/s, which no decimal can. The registry then gives them, or whole numbers,
    # while its types know every kind of number.
    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)
    for definition in _ADDED_TO_PINT:
        registry.define(definition)
    return registry


def _dimension_key(unit: "pint.Unit") -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted((name, Fraction(cast(Fraction, power))) for name, power in unit.dimensionality.items()))


@cache
def _dimension_of_key() -> dict[tuple[tuple[str, Fraction], ...], str]:
    return {_dimension_key(_registry().Unit(unit)): name for name, unit in _DIMENSIONS.items()}


@lru_cache(maxsize=4096)
def unit_named(name: str) -> Unit:
    """Find a unit by pint's long name, a compound in pint's notation ("kilometer / hour") included.

    Raises KeyError for a name that is no unit.
    """
    if name in _OWN_UNITS:
        factor, dimension = _OWN_UNITS[name]
        return Unit(name, factor, Fraction(0), dimension)
    try:
        unit = _registry().Unit(name)
        factor = Fraction(cast(Fraction, _registry().get_base_units(unit)[0]))
    except (AttributeError, TypeError, ValueError) as problem:
        raise KeyError(name) from problem
    return Unit(name, factor, _SCALES_WITH_OFFSET.get(name, Fraction(0)), _dimension(name, unit))


def _dimension(name: str, unit: "pint.Unit") -> str:
    if name in _NAMED_DIMENSIONS:
        return _NAMED_DIMENSIONS[name]
    above, _, below = name.partition(" / ")
    if above in _INFORMATION and below in ("", "second"):
        return "data_rate" if below else "information"
    key = _dimension_key(unit)
    return _dimension_of_key().get(key) or " ".join(f"{base}^{power}" for base, power in key) or "fraction"


@lru_cache(maxsize=4096)
def compound_name(powers: UnitPowers) -> str:
    """Write units with their powers in pint's notation.

    (("meter", 1), ("second", -2)) gives "meter / second ** 2"; (("second", -1),) gives "1 / second".
    """
    above = [_with_power(name, power) for name, power in powers if power > 0]
    below = [_with_power(name, -power) for name, power in powers if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def _with_power(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"
