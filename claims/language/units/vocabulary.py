"""What units look like in print: symbols (case matters) and words (it doesn't), each with every unit it may mean.

A reading is a pint name, the likeliest first. The tables are built once, from prefixes and bases.
"""

from claims.language.units.foreign import CYRILLIC_SYMBOLS, CYRILLIC_WORDS

Readings = tuple[str, ...]

_PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "m": "milli", "µ": "micro", "μ": "micro", "n": "nano",
    "p": "pico", "f": "femto", "c": "centi", "h": "hecto",
}  # fmt: skip
_BIG = "kMGTP"
_SMALL = "mµμnp"

# symbol → (pint name, prefix letters that are in use with it)
_PREFIXED_SYMBOLS = {
    "m": ("meter", "kcmµμnpf"),
    "g": ("gram", "kmµμnpf"),
    "N": ("newton", "kMGmµμ"),
    "Pa": ("pascal", "khMGm"),
    "J": ("joule", "kMGTPm"),
    "W": ("watt", "kMGTmµμ"),
    "V": ("volt", "kMmµμ"),
    "A": ("ampere", "kmµμn"),
    "Hz": ("hertz", "kMGT"),
    "s": ("second", "mµμnpf"),
    "eV": ("electron_volt", "kMGTmµμ"),
    "Wh": ("watt_hour", "kMGT"),
    "Ah": ("ampere_hour", "m"),
    "Ω": ("ohm", "kMm"),
    "F": ("farad", "mµμnp"),
    "H": ("henry", "mµμ"),
    "C": ("coulomb", "mµμnp"),
    "T": ("tesla", "mµμn"),
    "L": ("liter", "cmµμn"),
    "l": ("liter", "cmµμn"),
    "mol": ("mole", "kmµμnpf"),
    "M": ("molar", "mµμnp"),
    "Da": ("dalton", "kM"),
    "K": ("kelvin", "mµμ"),
    "cal": ("calorie", "k"),
    "Sv": ("sievert", "mµμ"),
    "Gy": ("gray", "mk"),
    "Bq": ("becquerel", "kMGT"),
    "bar": ("bar", "kmµμ"),
    "pc": ("parsec", "kMG"),
    "S": ("siemens", "mµμn"),
    "Jy": ("jansky", "mµμk"),
    "as": ("arcsecond", "mµμ"),
    "yr": ("year", "kMG"),
    "lx": ("lux", "k"),
    "rad": ("radian", "mµμ"),
    "lbf": ("pound_force", "kM"),
    "Nm": ("newton * meter", "kMm"),
    "gf": ("gram_force", "k"),
    "lm": ("lumen", "k"),
}

# Bare letters that are too often something else than a unit: "5 C" is not a charge, "T" not a field, "F" not a farad.
_BARE_LETTERS = {
    "C": ("degree_Celsius", "coulomb"),
    "F": ("degree_Fahrenheit", "farad"),
    "M": ("molar",),
    "T": ("tesla",),
}

# "5 as" is a word, "5 S" the south or a sulphur.
_NO_SYMBOLS = frozenset(["as", "S"])

# What a unit's letters stand for besides: the sentence tells (see quantities.context).
_OTHER_READINGS = {"g": ("standard_gravity",), "nm": ("nautical_mile",), "Nm": ("nautical_mile",)}

_SYMBOLS = {
    "kg": ("kilogram", "kilogram_force"), "t": ("tonne", "metric_ton_force"), "kt": ("kilotonne", "knot", "kiloton_TNT"), "KT": ("kilotonne", "knot", "kiloton_TNT"), "kT": ("kiloton_TNT",), "MT": ("tonne", "megaton_TNT"), "MMT": ("megatonne",), "Mt": ("megatonne", "megaton_TNT"), "Gt": ("gigatonne",),
    "kts": ("knot",), "kn": ("knot",), "knots": ("knot",),
    "tf": ("metric_ton_force",), "lbst": ("pound_force",), "daN": ("dekanewton",), "G": ("standard_gravity",), "lb": ("pound", "pound_force"), "lbs": ("pound", "pound_force"),
    "oz": ("ounce", "fluid_ounce", "troy_ounce"), "fl oz": ("fluid_ounce",), "st": ("stone",), "kip": ("kip",),
    "ft": ("foot",), "in": ("inch",), "yd": ("yard",), "yds": ("yard",), "mi": ("mile",), "nmi": ("nautical_mile",), "NM": ("nautical_mile",),
    "au": ("astronomical_unit",), "AU": ("astronomical_unit",), "ly": ("light_year",), "Å": ("angstrom",), "mil": ("thou", "mil"), "mils": ("thou", "mil"), "MOA": ("arcminute",),
    "sq ft": ("foot ** 2",), "sq mi": ("mile ** 2",), "sq km": ("kilometer ** 2",), "sq m": ("meter ** 2",), "sqm": ("meter ** 2",),
    "sq in": ("inch ** 2",), "sq yd": ("yard ** 2",), "cu ft": ("foot ** 3",), "cu m": ("meter ** 3",), "cc": ("centimeter ** 3",),
    "ha": ("hectare",), "ac": ("acre",), "dm": ("decimeter",), "dL": ("deciliter",), "dl": ("deciliter",),
    "min": ("minute",), "mins": ("minute",), "sec": ("second",), "secs": ("second",), "h": ("hour",), "hr": ("hour",), "hrs": ("hour",),
    "d": ("day",), "wk": ("week",), "yrs": ("year",), "Ma": ("megayear",), "Ga": ("gigayear",), "ka": ("kiloyear",),
    "km/h": ("kilometer / hour",), "kph": ("kilometer / hour",), "kmh": ("kilometer / hour",), "kmph": ("kilometer / hour",),
    "KMH": ("kilometer / hour",), "KPH": ("kilometer / hour",), "mph": ("mile / hour",), "MPH": ("mile / hour",), "mps": ("meter / second",),
    "fps": ("foot / second",), "rpm": ("revolutions_per_minute",), "RPM": ("revolutions_per_minute",),
    "hp": ("horsepower", "metric_horsepower"), "HP": ("horsepower", "metric_horsepower"), "bhp": ("horsepower", "metric_horsepower"),
    "shp": ("horsepower", "metric_horsepower"), "PS": ("metric_horsepower",),
    "psi": ("pound_force_per_square_inch",), "PSI": ("pound_force_per_square_inch",), "psia": ("pound_force_per_square_inch",), "psig": ("pound_force_per_square_inch",), "ksi": ("kip_per_square_inch",), "atm": ("standard_atmosphere",), "Torr": ("torr",),
    "mmHg": ("millimeter_Hg",), "mm Hg": ("millimeter_Hg",), "hPa": ("hectopascal",),
    "BTU": ("british_thermal_unit",), "Btu": ("british_thermal_unit",), "erg": ("erg",), "toe": ("tonne_of_oil_equivalent",),
    "bbl": ("oil_barrel",), "bpd": ("oil_barrel / day",), "gal": ("gallon", "imperial_gallon"), "ml": ("milliliter",), "pt": ("pint", "imperial_pint"),
    "°N": ("degree",), "°S": ("degree",), "°E": ("degree",), "°W": ("degree",),
    "°C": ("degree_Celsius", "delta_degree_Celsius"), "℃": ("degree_Celsius", "delta_degree_Celsius"), "ºC": ("degree_Celsius", "delta_degree_Celsius"),
    "°F": ("degree_Fahrenheit", "delta_degree_Fahrenheit"), "℉": ("degree_Fahrenheit", "delta_degree_Fahrenheit"), "ºF": ("degree_Fahrenheit", "delta_degree_Fahrenheit"),
    "°": ("degree", "degree_Celsius", "degree_Fahrenheit"), "º": ("degree", "degree_Celsius", "degree_Fahrenheit"), "deg": ("degree",),
    "°K": ("kelvin",), "pc": ("parsec", "percent"), "arcsec": ("arcsecond",), "arcmin": ("arcminute",), "dB": ("decibel",), "dBA": ("decibel",), "ohm": ("ohm",), "ohms": ("ohm",), "Ci": ("curie",),
    "kB": ("kilobyte",), "KB": ("kilobyte",), "MB": ("megabyte",), "GB": ("gigabyte",), "TB": ("terabyte",), "PB": ("petabyte",), "EB": ("exabyte",),
    "KiB": ("kibibyte",), "MiB": ("mebibyte",), "GiB": ("gibibyte",), "TiB": ("tebibyte",),
    "kb": ("kilobit",), "Kb": ("kilobit",), "Mb": ("megabit",), "Gb": ("gigabit",), "Tb": ("terabit",), "kbit": ("kilobit",), "Mbit": ("megabit",), "Gbit": ("gigabit",),
    "kbps": ("kilobit / second",), "Kbps": ("kilobit / second",), "Mbps": ("megabit / second",), "Gbps": ("gigabit / second",), "Tbps": ("terabit / second",),
    "KG": ("kilogram",), "Kg": ("kilogram",), "KM": ("kilometer",), "Km": ("kilometer",), "kgs": ("kilogram", "kilogram_force"), "kms": ("kilometer",),
    "KN": ("kilonewton",), "Kn": ("kilonewton", "knot"), "KW": ("kilowatt",), "Kw": ("kilowatt",), "KV": ("kilovolt",), "Mw": ("megawatt",),
    "khz": ("kilohertz",), "Khz": ("kilohertz",), "KHz": ("kilohertz",), "Mhz": ("megahertz",), "Ghz": ("gigahertz",), "Kwh": ("kilowatt_hour",), "KWh": ("kilowatt_hour",), "kwh": ("kilowatt_hour",),
    "cm": ("centimeter",), "CM": ("centimeter",), "MM": ("millimeter",), "u": ("dalton",), "sr": ("steradian",), "cd": ("candela",),
    "%": ("percent",), "％": ("percent",), "‰": ("permille",), "pct": ("percent",), "ppm": ("ppm",), "ppb": ("ppb",), "pp": ("percentage_point",),
    "pps": ("percentage_point",), "bps": ("basis_point", "bit / second"), "bp": ("basis_point", "base_pair"), "ppt": ("percentage_point",),
    "kbp": ("kilobase_pair",), "Mbp": ("megabase_pair",), "Gbp": ("gigabase_pair",), "y": ("year",), "′": ("arcminute",), "″": ("arcsecond",), "bcm": ("billion_cubic_meter",), "mcm": ("million_cubic_meter",), "tbsp": ("tablespoon",), "tsp": ("teaspoon",),
    "M☉": ("solar_mass",), "M⊙": ("solar_mass",), "R☉": ("solar_radius",), "R⊙": ("solar_radius",), "L☉": ("solar_luminosity",), "L⊙": ("solar_luminosity",),
    "M⊕": ("earth_mass",), "R⊕": ("earth_radius",), "MJup": ("jupiter_mass",), "RJup": ("jupiter_radius",), "Myr": ("megayear",), "Gyr": ("gigayear",),
}  # fmt: skip

_PREFIXED_WORDS = {
    "meter": "meter", "metre": "meter", "gram": "gram", "gramme": "gram", "newton": "newton", "pascal": "pascal", "joule": "joule",
    "watt": "watt", "volt": "volt", "ampere": "ampere", "amp": "ampere", "hertz": "hertz", "second": "second", "liter": "liter", "litre": "liter",
    "byte": "byte", "bit": "bit", "electronvolt": "electron_volt", "electron volt": "electron_volt", "parsec": "parsec", "ohm": "ohm",
    "farad": "farad", "tesla": "tesla", "mole": "mole", "sievert": "sievert", "becquerel": "becquerel", "calorie": "calorie", "watt-hour": "watt_hour",
    "watt hour": "watt_hour", "watthour": "watt_hour", "tonne": "tonne", "dalton": "dalton",
}  # fmt: skip
_WORD_PREFIXES = (
    "kilo",
    "mega",
    "giga",
    "tera",
    "peta",
    "exa",
    "milli",
    "micro",
    "nano",
    "pico",
    "centi",
    "deci",
    "hecto",
)

_TON = ("tonne", "short_ton", "long_ton", "metric_ton_force", "short_ton_force", "long_ton_force")

_WORDS = {
    "ton": _TON, "metric ton": ("tonne", "metric_ton_force"), "metric tonne": ("tonne", "metric_ton_force"),
    "tonne": ("tonne", "metric_ton_force"), "tonnes": ("tonne", "metric_ton_force"),
    "short ton": ("short_ton", "short_ton_force"), "us ton": ("short_ton", "short_ton_force"), "long ton": ("long_ton", "long_ton_force"),
    "imperial ton": ("long_ton", "long_ton_force"), "ton-force": ("metric_ton_force", "short_ton_force", "long_ton_force"),
    "tonne-force": ("metric_ton_force",), "tonnes-force": ("metric_ton_force",), "tons-force": ("metric_ton_force", "short_ton_force", "long_ton_force"),
    "kiloton": ("kilotonne", "kiloton_TNT"), "megaton": ("megatonne", "megaton_TNT"), "gigaton": ("gigatonne",),
    "ton of tnt": ("ton_TNT",), "tons of tnt": ("ton_TNT",), "kilotons of tnt": ("kiloton_TNT",), "megatons of tnt": ("megaton_TNT",),
    "gram-force": ("gram_force",), "kilogram-force": ("kilogram_force",), "kilograms-force": ("kilogram_force",),
    "kilo": ("kilogram",), "kilogram": ("kilogram", "kilogram_force"), "pound": ("pound", "GBP", "pound_force"),
    "pound-force": ("pound_force",), "pounds-force": ("pound_force",), "ounce": ("ounce", "fluid_ounce", "troy_ounce"),
    "troy ounce": ("troy_ounce",), "fluid ounce": ("fluid_ounce",), "stone": ("stone",), "carat": ("carat",),
    "foot": ("foot",), "feet": ("foot",), "inch": ("inch",), "inches": ("inch",), "yard": ("yard",), "mile": ("mile", "nautical_mile"),
    "statute mile": ("mile",), "nautical mile": ("nautical_mile",), "sea mile": ("nautical_mile",), "klick": ("kilometer",),
    "micron": ("micron",), "angstrom": ("angstrom",), "ångström": ("angstrom",), "light year": ("light_year",), "light-year": ("light_year",),
    "astronomical unit": ("astronomical_unit",), "fathom": ("fathom",), "furlong": ("furlong",),
    "hectare": ("hectare",), "acre": ("acre",),
    "gallon": ("gallon", "imperial_gallon"), "us gallon": ("gallon",), "imperial gallon": ("imperial_gallon",), "quart": ("quart",),
    "pint": ("pint", "imperial_pint"), "barrel": ("oil_barrel", "barrel"), "bushel": ("bushel",),
    "nanosecond": ("nanosecond",), "minute": ("minute", "arcminute"), "hour": ("hour",), "day": ("day",), "week": ("week",),
    "cubit": ("cubit",), "fortnight": ("fortnight",), "month": ("month",), "year": ("year",), "decade": ("decade",), "century": ("century",),
    "centuries": ("century",), "millennium": ("millennium",), "millennia": ("millennium",), "quarter-century": ("year",),
    "arcminute": ("arcminute",), "arcsecond": ("arcsecond",), "arc minute": ("arcminute",), "arc second": ("arcsecond",),
    "mile per hour": ("mile / hour",), "miles per hour": ("mile / hour",), "knot": ("knot",), "mach": ("mach",),
    "g-force": ("standard_gravity",), "gs": ("standard_gravity",),
    "horsepower": ("horsepower", "metric_horsepower"), "horse power": ("horsepower", "metric_horsepower"), "brake horsepower": ("horsepower", "metric_horsepower"),
    "shaft horsepower": ("horsepower", "metric_horsepower"), "metric horsepower": ("metric_horsepower",),
    "atmosphere": ("standard_atmosphere",), "bar": ("bar",), "millibar": ("millibar",),
    "pound per square inch": ("pound_force_per_square_inch",), "pounds per square inch": ("pound_force_per_square_inch",),
    "british thermal unit": ("british_thermal_unit",), "erg": ("erg",),
    "degree celsius": ("degree_Celsius", "delta_degree_Celsius"), "degrees celsius": ("degree_Celsius", "delta_degree_Celsius"),
    "degree centigrade": ("degree_Celsius", "delta_degree_Celsius"), "degrees centigrade": ("degree_Celsius", "delta_degree_Celsius"),
    "degree fahrenheit": ("degree_Fahrenheit", "delta_degree_Fahrenheit"), "degrees fahrenheit": ("degree_Fahrenheit", "delta_degree_Fahrenheit"),
    "degrees c": ("degree_Celsius", "delta_degree_Celsius"), "degrees f": ("degree_Fahrenheit", "delta_degree_Fahrenheit"),
    "celsius": ("degree_Celsius",), "fahrenheit": ("degree_Fahrenheit",), "kelvin": ("kelvin",), "kelvins": ("kelvin",),
    "degree": ("degree", "degree_Celsius", "degree_Fahrenheit"), "radian": ("radian",), "decibel": ("decibel",), "bit": ("bit",),
    "revolution per minute": ("revolutions_per_minute",), "revolutions per minute": ("revolutions_per_minute",),
    "percent": ("percent",), "per cent": ("percent",), "percentage point": ("percentage_point",), "percent point": ("percentage_point",),
    "percentage-point": ("percentage_point",), "basis point": ("basis_point",), "basis-point": ("basis_point",),
    "per mille": ("permille",), "part per million": ("ppm",), "parts per million": ("ppm",), "parts per billion": ("ppb",),
    "candela": ("candela",), "lumen": ("lumen",), "lux": ("lux",), "molar": ("molar",), "mol": ("mole",), "torr": ("torr",),
    "tablespoon": ("tablespoon",), "teaspoon": ("teaspoon",), "base pair": ("base_pair",), "base-pair": ("base_pair",), "kilobase": ("kilobase_pair",), "megabase": ("megabase_pair",), "solar mass": ("solar_mass",),
    "solar masses": ("solar_mass",), "solar radii": ("solar_radius",), "siemens": ("siemens",), "jansky": ("jansky",), "kiloparsec": ("kiloparsec",), "gray": ("gray",), "curie": ("curie",),
}  # fmt: skip

_NO_S = (
    "hertz",
    "feet",
    "inches",
    "tonnes",
    "lux",
    "gs",
    "celsius",
    "fahrenheit",
    "percent",
    "cent",
    "horsepower",
    "power",
    "molar",
)


def _symbols() -> dict[str, Readings]:
    table = {}
    for symbol, (name, prefixes) in _PREFIXED_SYMBOLS.items():
        table[symbol] = (name,)
        for prefix in prefixes:
            table[prefix + symbol] = (_PREFIXES[prefix] + name,)
    return {
        symbol: readings + _OTHER_READINGS.get(symbol, ())
        for symbol, readings in (table | _BARE_LETTERS | _SYMBOLS | CYRILLIC_SYMBOLS).items()
        if symbol not in _NO_SYMBOLS
    }


def _words() -> dict[str, Readings]:
    table: dict[str, Readings] = {}
    for word, name in _PREFIXED_WORDS.items():
        table[word] = (name,)
        for prefix in _WORD_PREFIXES:
            table[prefix + word] = (prefix + name,)
    table |= _WORDS | CYRILLIC_WORDS
    plurals = {
        word + "s": readings
        for word, readings in table.items()
        if word not in CYRILLIC_WORDS and not word.endswith((*_NO_S, "s"))
    }
    return plurals | table


SYMBOLS = _symbols()
WORDS = _words()
