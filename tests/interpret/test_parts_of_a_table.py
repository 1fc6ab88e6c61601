"""Parts of a table of which only the first has a header: their borders stand at the same places."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import numbers
from tests.interpret.test_rows import found
from tests.repair.grids import grid

HEAD = "Measure|2015/16 Actual|2016/17 Target"
EDGES = (0.0, 100.0, 200.0, 300.0)
Figures = tuple[str, dict[str | None, object], dict[str | None, object]]


def parts(row: str, edges: tuple[float, ...] | None, first: tuple[float, ...] | None = EDGES) -> list[Figures]:
    tables = grid(HEAD, "Visits|1|2", edges=first, page=0), grid(row, edges=edges, page=1)
    return [(i.measure, numbers(i, "actuals"), numbers(i, "targets")) for i in found(*tables).plan.indicators]


@pytest.mark.parametrize("edges", [EDGES, (1.0, 102.0, 198.0, 301.5)], ids=["the same", "two points off"])
def test_a_part_at_about_the_same_places_has_the_columns_of_the_first(edges: tuple[float, ...]) -> None:
    assert parts("Swims|3|4", edges)[1:] == [("Swims", {"2015/16": 3}, {"2016/17": 4})]


def test_parts_of_which_no_border_is_known_do_too() -> None:
    assert len(parts("Swims|3|4", None, None)) == 2


@pytest.mark.parametrize(
    ("row", "edges"),
    [
        ("Swims|3|4", (0.0, 103.0, 200.0, 300.0)),
        ("Swims|3|4", (0.0, 100.0, 200.0, 310.0)),
        ("Swims|4", (0.0, 100.0, 300.0)),
        ("Swims|3|4", None),
    ],
    ids=["three points off", "wider", "fewer columns", "borders of one alone"],
)
def test_a_table_at_other_places_has_not(row: str, edges: tuple[float, ...] | None) -> None:
    assert [measure for measure, *_ in parts(row, edges)] == ["Visits"]
