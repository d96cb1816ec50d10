"""A short article in our own words, and what a good model makes of it."""

ARTICLE = (
    "The Halden V3 turbine weighs 61 tonnes. Its rotor, which is 82 metres across, does not turn below 3 m/s. "
    "Operator Nordvik said it had ordered 24 turbines. The first of them may stand in Bergen by 2027."
)
WEIGHT = {"quote": "The Halden V3 turbine weighs 61 tonnes", "text": "The Halden V3 turbine weighs 61 tonnes."}
ROTOR = {"quote": "rotor, which is 82 metres across", "text": "The Halden V3 turbine's rotor is 82 metres across."}
STILL = {"quote": "does not turn below 3 m/s", "text": "The Halden V3 turbine's rotor does not turn below 3 m/s."}
ORDER = {"quote": "it had ordered 24 turbines", "text": "Nordvik had ordered 24 turbines.", "attributed_to": "Nordvik"}
FIRST = {
    "quote": "The first of them may stand in Bergen by 2027",
    "text": "The first of the turbines may stand in Bergen by 2027.",
}
GOOD = (WEIGHT, ROTOR, STILL, ORDER, FIRST)
