"""Two builds are measured in turn, and a figure is told as the ratio of each pair."""

from itertools import count

import pytest

from tests.bench.against.revisions import checked_out
from tests.bench.against.turns import compare, table


def test_both_builds_are_measured_in_turn_and_every_ratio_is_of_one_turn():
    order = []
    numbers = count(1)

    def build(name, speed):
        def measure():
            order.append(name)
            return {"speed": speed * next(numbers), f"only {name}": 1.0}

        return measure

    [speed] = compare(build("here", 6.0), build("there", 2.0), turns=3)
    assert order == ["here", "there"] * 3
    assert (speed.here, speed.there) == ((6.0, 18.0, 30.0), (4.0, 8.0, 12.0))
    assert speed.ratios == [1.5, 2.25, 2.5]
    head, line = table([speed])
    assert head.split() == ["minimum", "/", "median", "/", "maximum", "this", "build", "the", "other", "ratio"]
    assert line.split("  ")[0] == "speed"
    assert line.endswith("6 / 18 / 30".ljust(36) + "4 / 8 / 12".ljust(36) + "1.50 / 2.25 / 2.50 ×")


def test_a_revision_that_does_not_exist_is_told_with_what_git_says(tmp_path):
    with pytest.raises(RuntimeError, match="no-such-revision"), checked_out("no-such-revision", tmp_path):
        pass
