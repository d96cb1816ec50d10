"""The words around a number that settle which of its units is meant, one table a subject."""

import re


def _any_of(listed: str) -> re.Pattern[str]:
    """Return a pattern of the words and phrases of a list, parted by commas; they are patterns themselves."""
    return re.compile(rf"\b(?:{'|'.join(' '.join(each.split()) for each in listed.split(','))})\b", re.I)


#: What is paid: pounds and the like are money.
MONEY = _any_of(
    r"""
    cost(?:s|ing)?, price[ds]?, pay(?:s|ing|ment)?, paid, worth, fine[ds]?, salary, salaries, wages?, budget,
    fund(?:s|ed|ing)?, sold, sells?, bought, buys?, earn(?:s|ed|ing)?, spen[dt](?:s|ing)?, profit, revenue, loan,
    debt, invest(?:s|ed|ing|ment)?, fees?, tax(?:es)?, sterling, bill, fares?, rents?, prize, grossed
    """
)

#: Explosions: kilotons are of TNT.
BLAST = _any_of(
    r"""
    yield(?:s|ed|ing)?, warheads?, bombs?, nuclear, blast, explo(?:sion|sive|ded|ding|des), detonat(?:ion|ed|ing),
    tnt, atomic, thermonuclear, nukes?, devices?
    """
)

#: What moves: knots and kn are speeds.
SPEED = _any_of(
    r"""
    speeds?, knots?, winds?, cruis(?:e[sd]?|ing), vessel, ship, destroyer, frigate, submarine, flew,
    fl(?:y|ies|ying), airspeed
    """
)

#: Warmth: degrees are of a thermometer.
HEAT = _any_of(
    r"""
    temperatures?, heat(?:ed|ing)?, warm(?:er|ing|ed)?, cold(?:er)?, hot(?:ter)?, cool(?:er|ed|ing)?,
    freez(?:e|ing), weather, climate, thermometers?, fever, boil(?:s|ed|ing)?, melt(?:s|ed|ing)?, celsius,
    fahrenheit
    """
)

#: A load in g, as a pilot or a fuse bears it; "9 g of fat" and "weighs 9 g" are grams.
LOAD = _any_of(
    r"""
    pull(?:s|ed|ing)?, endur(?:es?|ed|ing), withst(?:ands?|ood|anding), surviv(?:es?|ed|ing), bears?, bore,
    accelerat(?:ions?|es?|ed|ing), decelerat(?:ions?|es?|ed|ing), over-?loads?, g-loads?, loads?
    (?:factors?|limits?|between|of|up to), g-limit(?:ed|s)?, shocks?, jolts?, manoeuv\w+, maneuv\w+,
    turn(?:s|ed|ing)?, pilots?, astronauts?, cosmonauts?, airframes?, centrifuges?, spun, re-?entry, gravity,
    gravities, black(?:s|ed)? out, vibrations?, ejection, impacts?, stressed, rated, g-forces?, capsules?,
    descents?, kick, fired at, train(?:s|ed|ing)? at, seats?
    """
)

#: What is weighed: g is a gram.
WEIGHT = _any_of(
    r"""
    weigh(?:s|ed|ing|t)?, mass(?:es)?, dos(?:es?|ed|age), eat(?:s|ing)?, ate, contain(?:s|ed|ing)?, grams?,
    mix(?:ed)?, add(?:s|ed)?, dissolv\w+, sample, diet, sugar, salt, fat, protein
    """
)

#: What is small: nm is a nanometre.
MINUTE = _any_of(
    r"""
    lasers?, wavelengths?, lights?, chips?, chipmak\w+, process(?:es|ors?)?, nodes?, semiconductors?, lithograph\w+,
    films?, thick(?:ness)?, layers?, \w*particles?, pores?, transistors?, wafers?, optic\w*, absor\w+,
    emi(?:t\w*|ssion), excit\w+, spectr\w+, uv, ultraviolet, infrared, diameters?, crystals?, fluoresc\w+,
    microscop\w+, gates?, wide, width, nano\w+, coatings?, peaks?, bands?, photons?, diodes?, leds?, resolution,
    roughness, grains?, size, foundry, fabs?, tsmc, cells?, slabs?, lines?, filters?, quantum, probe, monitored,
    measured at, read at
    """
)

#: What is aimed: a mil is an angle.
AIM = _any_of(
    r"""
    artillery, gun(?:s|ners?|nery)?, mortars?, howitzers?, elevat(?:ion|ed), azimuth, deflection,
    deviat(?:ion|es|ed), dispersion, reticles?, scopes?, sights?, bearings?, angles?, angular, travers\w+,
    aim(?:s|ed|ing)?, rifles?, snipers?, shots?, shooters?, turrets?, targets?, beams?, battery, fire
    """
)

#: What is thin: a mil is a thousandth of an inch.
SHEET = _any_of(
    r"""
    thick(?:ness)?, paint, coating, plastic, sheets?, films?, wires?, foil, layers?, liners?, polyethylene, gauge
    """
)

#: What turns: Nm is a torque.
TORQUE = _any_of(
    r"""
    torque, engines?, motors?, bolts?, shafts?, diesels?, turbines?, wrench, gearbox, crank\w*, rpm, revolutions,
    nuts?, screws?, gives?
    """
)

#: Genes: bp is a base pair.
SEQUENCE = _any_of(
    r"""
    genes?, genomes?, genomic, dna, rna, mrna, pcr, primers?, amplicons?, fragments?, products?, sequences?,
    plasmids?, introns?, exons?, promoters?, upstream, downstream, deletions?, insertions?, reads?, contigs?,
    nucleotides?, chromosom(?:e|es|al), loc(?:us|i), alleles?, vectors?, bands?, gel, repeats?, ladder
    """
)
