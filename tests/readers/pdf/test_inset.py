"""A table drawn within the cells of another, close to their borders, is theirs; narrow columns of one table stay its
columns."""

from __future__ import annotations

import pytest

from planparse.pipeline import read
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 150, 270, 560]
HEAD = ["Goal", "Milestones 2026/27", "Performance measures"]
NAMES = ["Ref", "Measure", "Target 2026/27"]
ROWS = [
    ("Swim more", ["a) Open the pool", "b) Heat the pool"], [NAMES, ["S1", "Visits", "90"], ["S2", "Swims", "12"]]),
    ("Run more", ["a) Lay the track", "b) Light the track"], [NAMES, ["R1", "Runs", "5"], ["R2", "Laps", "6"]]),
]


def inset(*, side: float = 8, above: float = 0) -> Paper:
    """A list of goals with a table in the last cell of each, so far from the sides of the cell and from its top."""
    sheet = (paper := Paper()).sheet().text(50, 60, "Service Plan 2026-29", size=18, bold=True)
    sheet.grid(XS, [100, 120, 180, 240])
    for x, name in zip(XS, HEAD, strict=False):
        sheet.text(x + 4, 113, name, size=9, bold=True)
    for n, (goal, milestones, measures) in enumerate(ROWS):
        top = 120 + 60 * n
        sheet.cells(XS, [top], [[f"{goal}\nLead: Clerk", "\n".join(milestones)]])
        step = (60 - 2 * above) / 3
        inner = [top + above + step * k for k in range(4)]
        sheet.grid([XS[2] + side, 320, 460, XS[3] - side], inner, measures)
    return paper


@pytest.mark.parametrize(("side", "above"), [(8, 0), (15, 0), (8, 1)])
def test_a_table_close_to_the_borders_of_a_cell_is_within_it(side: float, above: float, engine: str) -> None:
    (grid,) = grids(document(inset(side=side, above=above), engine))
    assert texts(grid) == [HEAD, *([f"{goal}\nLead: Clerk", "\n".join(own), ""] for goal, own, _ in ROWS)]
    assert [texts(table) for cell in grid.cells for table in cell.tables] == [measures for *_, measures in ROWS]


def test_a_table_that_leaves_white_above_and_below_it_is_within_it_too(engine: str) -> None:
    (grid,) = grids(document(inset(above=3), engine))
    assert [texts(table) for cell in grid.cells for table in cell.tables] == [measures for *_, measures in ROWS]


def test_a_page_may_begin_with_the_rest_of_such_a_table_and_hold_nothing_else_of_the_outer_one() -> None:
    sheet = (paper := Paper()).sheet().text(50, 60, "Service Plan 2026-29", size=18, bold=True)
    sheet.grid([50, 150, 560], [100, 120, 140, 240])
    sheet.cells(
        [50, 150], [100, 120, 140], [["Service Objective:", "AB1: Swim more"], ["Key Developments", "New pool"]]
    )
    sheet.cells([50, 150], [140], [["Linked Indicators:"]])
    names = ["Measure", "Latest performance", "Target 2026/27"]
    inner = [158.0, 320, 440, 552]
    sheet.grid(inner, [160, 180, 200], [names, ["AB001: Visits", "80", "90"]])
    paper.sheet().grid([50, 150, 560], [50, 95])
    paper.sheets[-1].grid(inner, [50, 70, 90], [["AB002: Swims", "10", "12"], ["AB003: Laps", "5", "6"]])
    plan = read(paper.bytes(), name="plan.pdf")
    assert [(i.code, [v.number for v in (*i.actuals, *i.targets)]) for i in plan.indicators] == [
        ("AB001", [80, 90]),
        ("AB002", [10, 12]),
        ("AB003", [5, 6]),
    ]


def test_the_rest_of_a_row_of_such_a_table_may_be_all_that_a_page_begins_with() -> None:
    sheet = (paper := Paper()).sheet(height=400).text(50, 60, "Service Plan 2026-29", size=18, bold=True)
    ys = [100.0, 120, 140, 360]
    sheet.grid([50, 150, 560], ys)
    sheet.cells([50, 150], ys, [["Service Objective:", "AB1: Swim more"], ["Key Developments", "New pool"]])
    sheet.cells([50, 150], ys[2:], [["Linked Indicators:"]])
    names = ["Measure", "Latest performance", "Target 2026/27"]
    inner = [158.0, 320, 440, 552]
    sheet.grid(inner, [200, 220, 240, 359], [names, ["AB001: Visits", "80", "90"], ["AB002: Swims in", "10", "12"]])
    sheet = paper.sheet()
    sheet.grid([50, 150, 560], [50, 85])
    sheet.grid(inner, [50, 70], [["the open sea"]])
    plan = read(paper.bytes(), name="plan.pdf")
    assert [(i.code, i.measure, [v.number for v in (*i.actuals, *i.targets)]) for i in plan.indicators] == [
        ("AB001", "Visits", [80, 90]),
        ("AB002", "Swims in the open sea", [10, 12]),
    ]


def test_a_page_may_end_with_one_line_of_such_a_table() -> None:
    sheet = (paper := Paper()).sheet(height=200).text(50, 60, "Service Plan 2026-29", size=18, bold=True)
    ys = [100.0, 120, 140, 180]
    sheet.grid([50, 150, 560], ys)
    sheet.cells([50, 150], ys, [["Service Objective:", "AB1: Swim more"], ["Key Developments", "New pool"]])
    sheet.cells([50, 150], ys[2:], [["Linked Indicators:"]])
    inner = [158.0, 320, 400, 480, 552]
    sheet.grid([*inner[:3], inner[4]], [160, 180], [["Measure", "Latest", "Targets"]])
    sheet = paper.sheet(height=200)
    sheet.grid([50, 150, 560], [50, 110])
    rows = [["", "performance", "2026/27", "2027/28"], ["AB001: Visits", "80", "90", "95"]]
    sheet.grid(inner, [50, 70, 90], rows)
    plan = read(paper.bytes(), name="plan.pdf")
    assert [(i.code, i.measure, [v.number for v in (*i.actuals, *i.targets)]) for i in plan.indicators] == [
        ("AB001", "Visits", [80, 90, 95]),
    ]


def test_goals_with_such_a_table_each_have_its_measures() -> None:
    plan = read(inset().bytes(), name="plan.pdf")
    assert [
        (o.title, o.lead, [m.text for m in o.milestones], [i.code for i in o.indicators]) for o in plan.objectives
    ] == [
        ("Swim more", "Clerk", ["Open the pool", "Heat the pool"], ["S1", "S2"]),
        ("Run more", "Clerk", ["Lay the track", "Light the track"], ["R1", "R2"]),
    ]
    assert {m.period for m in plan.milestones} == {"2026/27"}
    assert [[v.number for v in i.targets] for i in plan.indicators] == [[90], [12], [5], [6]]


GOALS = [
    ["Swim more", "Visits", "1", "2"],
    ["", "Swims", "3", "4"],
    ["Run more", "Runs", "5", "6"],
    ["", "Laps", "7", "8"],
]
MEASURES = ["Goal", "Measure", "Actual 2025/26", "Target 2026/27"]


def narrow(left: str, right: str | None, *, wide: float = 14) -> tuple[Paper, list[list[str]]]:
    """A table in which a goal has two rows, with a narrow column behind the goals and maybe one at its right, each with
    a letter for each row where not blank; and its rows."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 140, 140 + wide, 260, 340, 420, *([420 + wide] if right is not None else [])]
    ys = [100.0 + 20 * n for n in range(6)]
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])
    for n, y in enumerate(ys):
        sheet.line(xs[n in (2, 4)], y, xs[-1], y)
    rows = [[goal, mark, *rest] for (goal, *rest), mark in zip([MEASURES, *GOALS], [" ", *left], strict=True)]
    if right is not None:
        rows = [[*row, mark] for row, mark in zip(rows, [" ", *right], strict=True)]
    rows = [[text.strip() for text in row] for row in rows]
    sheet.cells(xs, ys, rows, pad=3)
    return paper, [row if row[0] else row[1:] for row in rows]


@pytest.mark.parametrize(
    ("left", "right"),
    [("xxxx", "xxxx"), ("RAG ", "G RA"), ("    ", "RGGA"), ("x   ", "    "), ("    ", "    "), ("    ", None)],
    ids=["ticks", "letters", "letters at the right", "one tick", "blank", "one blank column"],
)
def test_narrow_columns_of_one_table_stay_columns(left: str, right: str | None, engine: str) -> None:
    paper, rows = narrow(left, right)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows
    assert not any(cell.tables for cell in grid.cells)
