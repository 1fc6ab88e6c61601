"""Tables of two or three columns of which one row is painted, cell by cell, below bold names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT, RIGHT = 64.0, 532.0
XS = {2: [LEFT, 413.0, RIGHT], 3: [LEFT, 300.0, 413.0, RIGHT]}
HEAD = {2: ["Action", "Target date"], 3: ["Action", "Lead", "Target date"]}
FIRST = {2: ["Mend the lanes", "31 March 2026"], 3: ["Mend the lanes", "A Smith", "31 March 2026"]}
SECOND = {2: ["Open the depot", "30 June 2026"], 3: ["Open the depot", "B Jones", "30 June 2026"]}
OVER, UNDER = "What we will do", "The board looks at this in the spring of each year, and says what it thinks of it."
HIGH = 22.0


def write(sheet: Sheet, xs: Sequence[float], base: float, cells: Sequence[str], at: str, **how: Any) -> None:
    for (x0, x1), cell in zip(pairwise(xs), cells, strict=True):
        white = x1 - x0 - 12 - text_width(cell, how.get("size", 10), how.get("bold", False))
        off = {"left": 0.0, "right": white, "middle": white / 2}[at if x0 > LEFT else "left"]
        sheet.text(x0 + 6 + off, base, cell, **how) if cell else None


def table(
    rows: Sequence[Sequence[str]],
    painted: int = 0,
    *,
    head: Sequence[str] = (),
    bold: bool = True,
    size: float = 9,
    at: str = "left",
    shift: float = 0,
    gap: float = 0,
) -> Paper:
    """Names and rows, of which one is painted, between two texts; ``at``: where names and entries stand in the columns
    after the first; ``shift``: how far right of the entries the names stand; ``gap``: white between two cells."""
    xs = XS[len(rows[0])]
    sheet = (paper := Paper()).sheet()
    sheet.text(LEFT, 80, OVER, size=11, bold=True)
    write(sheet, [xs[0], *(x + shift for x in xs[1:])], 100, head or HEAD[len(rows[0])], at, size=size, bold=bold)
    for n, row in enumerate(rows):
        top = 106 + HIGH * n
        for x0, x1 in pairwise(xs) if n == painted else ():
            sheet.box(x0, top, x1 - gap, top + HIGH, colour="0.93 0.96 0.94")
        write(sheet, xs, top + 15, row, at, size=12)
    sheet.text(LEFT, 120 + HIGH * (len(rows) + 1), UNDER)
    return paper


@pytest.mark.parametrize("at", ["left", "right", "middle"])
@pytest.mark.parametrize("columns", [2, 3])
def test_one_painted_row_right_below_a_name_for_each_column_is_a_table(columns: int, at: str, engine: str) -> None:
    doc = document(table([FIRST[columns]], at=at), engine)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD[columns], FIRST[columns]]]
    assert paragraphs(doc) == [OVER, UNDER]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("painted", [0, 1])
def test_so_is_a_white_one_over_or_under_it(painted: int, columns: int) -> None:
    doc = document(table([FIRST[columns], SECOND[columns]], painted))
    assert [texts(grid) for grid in grids(doc)] == [[HEAD[columns], FIRST[columns], SECOND[columns]]]
    assert paragraphs(doc) == [OVER, UNDER]


def test_entries_of_several_lines_stand_under_their_names() -> None:
    sheet = (paper := Paper()).sheet()
    write(sheet, XS[2], 100, HEAD[2], "left", size=9, bold=True)
    for x0, x1 in pairwise(XS[2]):
        sheet.box(x0, 106, x1, 142, colour="0.93 0.96 0.94")
    sheet.text(LEFT + 6, 121, "Mend the lanes in the north of the").text(LEFT + 6, 134, "county")
    sheet.text(XS[2][1] + 6, 127, "31 March 2026")
    (grid,) = grids(document(paper))
    assert texts(grid) == [HEAD[2], ["Mend the lanes in the north of the county", "31 March 2026"]]


@pytest.mark.parametrize("names", [["Indicator", "2025 actual", "2026 target"], ["Indicator", "2025/26", "2026/27"]])
def test_figures_stand_under_the_names_of_their_years(names: list[str]) -> None:
    rows = [["Homes let", "40%", "4,500"], ["Lamps lit", "8", "9"]]
    (grid,) = grids(document(table(rows, head=names, at="right")))
    assert texts(grid) == [names, *rows]


@pytest.mark.parametrize(
    ("rows", "how"),
    [
        ([FIRST[2]], {"bold": False}),
        ([FIRST[2]], {"shift": 12.0}),
        ([FIRST[2]], {"gap": 9.0}),
        ([FIRST[2]], {"head": ["Action", ""]}),
        ([FIRST[2]], {"head": ["Action", "100"]}),
        ([["Mend the lanes", ""]], {}),
        ([["Mend the lanes", "31", "12"], ["Open the depot", "1", "2"]], {"head": ["Action", "Depots", "Lanes"]}),
    ],
    ids=[
        "names that are not bold",
        "names beside the entries",
        "boxes apart",
        "one name",
        "a figure for a name",
        "one entry",
        "figures without years",
    ],
)
def test_what_else_stands_over_one_painted_row_is_no_header(rows: list[list[str]], how: dict[str, Any]) -> None:
    head = how.get("head", HEAD[2])
    assert [head, *rows] not in [texts(grid) for grid in grids(document(table(rows, **how)))]
