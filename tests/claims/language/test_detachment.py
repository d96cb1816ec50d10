"""What a dependent becomes when the clause around it is cut out: a sentence for each kind."""

import pytest
from spacy.tokens import Token

from claims.language.clauses.detachment import Detachment, cut
from claims.language.clauses.repairs import repair_tree
from claims.language.parsing import parse

#: Each with the part that is cut out of its main clause, and the word that the part hung on.
EXAMPLES = {
    Detachment.CONNECTIVE: ("However, the mine closed in 1987.", "However", "closed"),
    Detachment.SOURCE: ("According to Reuters, the mine closed in 1987.", "According to Reuters", "closed"),
    Detachment.REPORTING_CLAUSE: ("The mine, as Lind said, closed in 1987.", "as Lind said", "closed"),
    Detachment.REPORTED_CLAUSE: ("Lind said that the mine had closed.", "that the mine had closed", "said"),
    Detachment.FURTHER_REPORTED_CLAUSE: (
        "Reuters reported that Velden had bought 40 ships, that Kaldor had sold them.",
        "that Kaldor had sold them",
        "reported",
    ),
    Detachment.FACTIVE_CLAUSE: ("It is clear that the mine closed.", "that the mine closed", "is"),
    Detachment.COORDINATED_CLAUSE: ("Lind left Velden and sold the mine.", "sold the mine", "left"),
    Detachment.SUBORDINATE_CLAUSE: (
        "The mine closed, although it had 40 workers.",
        "although it had 40 workers",
        "closed",
    ),
    Detachment.PARTICIPIAL_CLAUSE: ("Built in 1987, the ferry carries 40 cars.", "Built in 1987", "carries"),
    Detachment.RELATIVE_CLAUSE: ("Lind sold the mine, which closed in 1987.", "which closed in 1987", "mine"),
    Detachment.REDUCED_RELATIVE: ("The ferry, built in 1987, sank.", "built in 1987", "ferry"),
    Detachment.APPOSITION: ("Lind, a retired colonel, sold the mine.", "a retired colonel", "Lind"),
    Detachment.AGE: ("Tomas Reyes, 44, sold the mine.", "44", "Reyes"),
    Detachment.FEATURE: (
        "The Orla is a frigate with a length of 120 metres.",
        "with a length of 120 metres",
        "frigate",
    ),
    Detachment.DISTRIBUTIVE: (
        "The jet is powered by two Corvid engines, each with 123 kN of thrust.",
        "each with 123 kN of thrust",
        "engines",
    ),
    Detachment.SHARE: ("The brigade lost 40 tanks, half of them T-72s.", "half of them T-72s", "tanks"),
    Detachment.RESTATED_MEASURE: (
        "The bridge cost 3 million euros (3.3 million dollars).",
        "3.3 million dollars",
        "euros",
    ),
    Detachment.CONVERSION: (
        "The pump's output drops to 900 kW, equal to 1,200 horsepower.",
        "equal to 1,200 horsepower",
        "drops",
    ),
}


def printed(head: Token) -> str:
    """Return the words of a dependent without the commas around."""
    return head.doc[head.left_edge.i : head.right_edge.i + 1].text.strip(" ,")


def test_every_kind_has_its_sentence_here():
    assert list(EXAMPLES) == list(Detachment)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_dependent_of_a_kind_is_cut_out(kind: Detachment, example: tuple[str, str, str]):
    sentence, text, host = example
    (doc,) = parse([sentence])
    repair_tree(doc)
    root = next(token for token in doc if token.head == token)
    kept, detached = cut(root)
    found = [(part.kind, printed(part.token), part.host.text) for part in detached]
    assert (kind, text, host) in found
    assert not {token.i for part in detached for token in part.token.subtree} & {token.i for token in kept}
