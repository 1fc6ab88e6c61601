"""Values under their names with the measure in a line above them are an indicator."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused
from planparse.interpret import load_vocabulary
from planparse.interpret.strips import with_strips
from planparse.model.document import Cell, Grid
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, plan_of, table
from tests.repair.grids import document, grid, paragraph, texts

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


def test_a_table_of_more_rows_is_no_strip_and_is_not_unpacked_to_see_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpacked(of: Grid) -> list[list[Cell]]:
        raise AssertionError(of)

    monkeypatch.setattr(Grid, "rows", unpacked)
    blocks = document(paragraph("AB1 Roads swept"), grid(NAMES, "45%|46%|47%", "48%|49%|50%")).blocks
    assert list(with_strips(blocks, load_vocabulary())) == list(blocks)


def test_a_table_of_two_rows_is_one() -> None:
    blocks = document(paragraph("AB1 Roads swept"), grid(NAMES, "45%|46%|47%")).blocks
    (strip,) = with_strips(blocks, load_vocabulary())
    assert texts(strip)[-1] == "AB1 Roads swept|45%|46%|47%"


def test_names_that_come_again_are_of_several_indicators_and_are_said_not_to_be_read() -> None:
    names = "2023/24 Actual|2024/25 Target|2023/24 Actual|2024/25 Target"
    first = "<p><b>AB3 Lamps lit</b></p>" + table(NAMES, "45%|46%|47%")
    for row, said in (("45%|46%|8|9", ["indicator-not-read"]), ("We sweep|We mend|We salt|We dig", [])):
        blocks = "<h2>Objective 1: Clean streets</h2>", first, TITLE, table(names, row)
        found = extract(page(*blocks), name="plan.html")
        assert [i.code for o in found.plan.objectives for i in o.indicators] == ["AB3"]
        assert [r.code for r in found.trace.remarks if r.level == "warning"] == said
