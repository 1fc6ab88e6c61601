"""Values under their names with the measure in a line above them are an indicator."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused
from tests.interpret.test_layouts import plan_of, table

NAMES = "2023/24 Actual|2024/25 Target|2025/26 Target"
TITLE = "<p><b>AB1 Roads swept</b></p>"


def read(*values: str, title: str = TITLE, below: str = "") -> list[tuple[str | None, str, list[str], str | None]]:
    plan = plan_of("<h2>Objective 1: Clean streets</h2>", title, table(NAMES, "|".join(values)), below)
    return [
        (i.code, i.measure, [v.text for v in (*i.actuals, *i.targets)], i.lead)
        for o in plan.objectives
        for i in o.indicators
    ]


def test_the_line_above_is_the_measure() -> None:
    assert read("45%", "46%", "47%") == [("AB1", "Roads swept", ["45%", "46%", "47%"], None)]
    assert read("45%", "46%", "47%", below="<p>Owner: Head of Roads Reported: Yearly</p>")[0][3] == "Head of Roads"


def test_words_that_stand_for_a_value_are_values() -> None:
    assert read("n/a", "Set a baseline", "TBC") == [("AB1", "Roads swept", ["n/a", "Set a baseline", "TBC"], None)]


def test_other_texts_under_such_names_are_no_values() -> None:
    with pytest.raises(InputRefused):
        read("We sweep the roads", "We mend the lamps", "We salt the roads")
