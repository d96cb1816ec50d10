"""Two numbers with a × between them: 7.62×39 mm names a cartridge, 2 × 30 mm counts guns."""

import re
from decimal import Decimal

from claims.language.quantities.building import TermReading, build_quantity, measured_quantity
from claims.language.quantities.counting import counted_noun
from claims.language.quantities.exclusions import glued_before
from claims.language.quantities.numerals import Numeral
from claims.language.quantities.terms import Term, read_term
from claims.language.vocabulary import word_set

_PRODUCT = re.compile(r"(?P<first>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?P<sign>[ \u00a0]?[x×X][ \u00a0]?)(?=[0-9])")
_CARTRIDGE = re.compile(
    r"(?P<bore>[0-9]{1,2}(?:\.[0-9]{1,2})?)[ \u00a0]?[x×X][ \u00a0]?(?P<case>[0-9]{2,3})[ \u00a0-]?mm(?P<rim>R|SR|B)?(?![A-Za-z0-9²³])"
)
#: Bores and case lengths of cartridges in service, in millimetres (NATO and Soviet designations).
_KNOWN = word_set("""5.45×39 5.56×45 5.8×42 6.5×39 6.8×51 7.62×25 7.62×33 7.62×39 7.62×51 7.62×54 7.62×63 7.92×57 8.6×70 9×18 9×19
    9×21 9×39 10×25 12.7×55 12.7×99 12.7×107 12.7×108 14.5×114 20×102 20×110 20×128 20×139 23×115 23×152 25×137 25×184
    27×145 30×113 30×165 30×170 30×173 35×228 37×155 40×46 40×53 40×311 40×365 57×348 76×636""")
_AMMUNITION_AFTER = re.compile(
    r"[ -](?:\w+ ){0,2}(?:NATO|Parabellum|Soviet|Russian|Luger|Mauser|Makarov|Tokarev|cartridges?|rounds?|ammunition|ammo|bullets?|shells?|grenades?|casings?|projectiles?|rifles?|pistols?|carbines?|machine|revolvers?|calib(?:er|re)|magazines?)\b"
)
_AMMUNITION_BEFORE = re.compile(
    r"\b(?:chambered|calib(?:er|re)|fir(?:es|ed|ing)|ammunition|cartridges?|rounds?|bullets?|rifles?|pistols?|carbines?|shells?)\b[^.;]{0,40}$",
    re.I,
)
_SMALLEST_BORE = 4
_DEVICES = re.compile(
    r"[ -](?:[\w-]+ ){0,2}(?:guns|cannons?|autocannons?|howitzers|mortars|bombs|rockets|missiles|torpedoes|tubes|mounts|launchers|barrels|engines|motors|turbines|generators|turbofans|turbojets|turboprops|diesels|boosters|thrusters|tanks|units|transformers|pumps|reactors|batteries|cylinders)\b"
)
_COUNT_MARK = re.compile(r"[x×][ \u00a0]")
_MOST_DEVICES = 64
_RELAY = re.compile(r" relay\b")


def read_product(text: str, start: int) -> TermReading | None:
    """Read a cartridge's name as no quantity, and "2x 30 mm guns" as two guns of 30 mm; nothing elsewhere."""
    product = _PRODUCT.match(text, start)
    if product is None or glued_before(text, start):
        return None
    cartridge = _CARTRIDGE.match(text, start)
    if cartridge and _is_cartridge(text, cartridge):
        return TermReading((), cartridge.end())
    return _counted_devices(text, product)


def _is_cartridge(text: str, found: re.Match[str]) -> bool:
    name = f"{found['bore']}×{found['case']}"
    if found["rim"] or name in _KNOWN:
        return True
    if Decimal(found["bore"]) < _SMALLEST_BORE or _DEVICES.match(text, found.end()):
        return False
    before = max(0, found.start() - 60)
    return bool(_AMMUNITION_AFTER.match(text, found.end()) or _AMMUNITION_BEFORE.search(text, before, found.start()))


def _counted_devices(text: str, product: re.Match[str]) -> TermReading | None:
    if "." in product["first"] or int(product["first"]) > _MOST_DEVICES:
        return None
    each = read_term(text, product.end(), product.end())
    if each is None or each.bare or each.start != product.end():
        return None
    marked = _COUNT_MARK.fullmatch(product["sign"]) and not _RELAY.match(text, each.end)
    if not (marked or _DEVICES.match(text, each.end)):
        return None
    count = Decimal(product["first"])
    end = product.end() - (text[product.end() - 1] in " \u00a0")
    numeral = Numeral(product.start(), end, count, Decimal(1))
    term = Term(product.start(), end, numeral, False, None, False, counted_noun(text, each.end))
    counted = build_quantity(text, product.start(), end, (count, count), (count, count), None, term, "=")
    measured = measured_quantity(text, each.start, each.end, each.value, each.step, each.readings, each)
    return TermReading((counted, measured), each.end)
