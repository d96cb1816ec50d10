"""What a claim says and its evidence nowhere does: named where it is missing, silent where the evidence has it."""

import pytest

from reviews.checking.frames.lacking import find_lacking
from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.reading import read_trees

EVENTS = [
    ("The smuggler crossed the strait in May.", "The smuggler was shown to reporters in May.", "crossed"),
    ("The smuggler crossed the strait in May.", "The smuggler crossed the strait in May at night.", None),
    ("Orla Finn was transport minister in 2011.", "Orla Finn joined the cabinet in 2011.", "minister"),
    ("The ministers met in Tarn.", "The ministers encountered each other in Tarn.", None),
    ("The council called off the race.", "The race was cancelled by the council.", None),
    ("A piston engine powers the drone.", "The drone is driven by a piston engine.", None),
    ("The yard made a profit.", "The yard made a loss.", "profit"),
    ("The pier had a roof.", "The pier had a crane.", "roof"),
]
PARTICIPANTS = [
    ("Ada Lind was born in Tarn.", "Ada Lind, who was born in Varn, moved to Tarn at six.", "Varn"),
    ("Ada Lind was born in Tarn.", "Ada Lind was born in Tarn and moved to Varn at six.", None),
    ("Ada Lind was born in Tarn.", "She was born in Tarn.", None),
    ("Osk was health minister.", "Osk held the trade portfolio, while Bako was health minister.", "Bako"),
    ("Osk was health minister.", "Osk, then health minister, resigned.", None),
    (
        "The Kobra drone flies over the bay.",
        "The Vipera, predecessor of the Kobra drone, flies over the bay.",
        "Vipera",
    ),
    ("Sisu was born in Tarn.", "Mark Andersson, known by his stage name Sisu, was born in Tarn.", None),
    ("Lena Moe taught Ruth Dahl.", "Lena Moe and Ruth Dahl taught at the academy.", "taught"),
    (
        "Mersa is the capital of the province.",
        "The province is ruled from its capital Adra; Mersa is its port.",
        "Adra",
    ),
]
LIMITS = [
    ("The river is above the mark.", "The river is below the mark.", "below"),
    ("The hall is open in winter.", "The hall is open in summer.", "summer"),
    ("The Tarn is the longest river in Ostmark.", "The Tarn is the longest river in northern Ostmark.", "northern"),
    ("The Tarn is a river in Ostmark.", "The Tarn is a river in northern Ostmark.", None),
]


@pytest.mark.parametrize(("claim", "evidence", "named"), [*EVENTS, *PARTICIPANTS, *LIMITS])
def test_what_the_evidence_lacks_is_named(claim, evidence, named):
    found = _lacking(claim, evidence).explanation
    assert (f"“{named}" in found) if named else (found == "")


@pytest.mark.parametrize(
    ("claim", "evidence", "named"),
    [
        ("The gun fires 12 rounds a minute.", "The gun fires 12 rounds.", "minute"),
        ("The gun fires 12 rounds per minute.", "Every minute the gun fires 12 rounds.", None),
        ("The cook earns 900 crowns a week.", "The cook earns 900 crowns a month.", "week"),
        ("The lake is 40 m deep.", "The lake is 40 m wide.", "deep"),
        ("The lake is 40 m deep.", "The lake has a depth of 40 m.", None),
        ("The well has yielded 40 barrels.", "The well holds 40 barrels.", "yielded"),
        ("The well has produced 40 barrels.", "The well holds 40 barrels.", None),
    ],
)
def test_a_figure_is_for_the_same_time_dimension_and_event(claim, evidence, named):
    found = _lacking(claim, evidence, "12" if "12" in claim else "900" if "900" in claim else "40").explanation
    assert (f"“{named}" in found) if named else (found == "")


def _lacking(claim: str, evidence: str, figure: str = ""):
    trees = read_trees([claim, evidence])
    spans = [(text.index(figure), text.index(figure) + len(figure)) for text in (claim, evidence)]
    links = (FigureLink(*spans, (), (), False),) if figure else ()
    return find_lacking(Parts.of(trees[claim], trees[evidence]), links)
