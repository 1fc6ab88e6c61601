"""Rules below a header that is drawn cell by cell, in one piece or in dots, are those between its rows."""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import whole_dots
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 83, 240, 300]
ROWS = [
    ["Ref", "Action", "Lead"],
    *([f"ABC0{n}", name, "A Smith"] for n, name in enumerate(("Roads", "Lamps", "Pools"))),
]


def under_header(sheet: Sheet) -> list[float]:
    """Rows whose codes reach nearly to the next column, and a rule below the first drawn cell by cell; gives back where
    those below the others are."""
    sheet.cells(XS, [100, 120, 140, 160], ROWS, pad=2.5)
    for a, b in pairwise(XS):
        sheet.line(a, 120, b, 120)
    return [140, 160, 180]


def test_rules_in_one_piece_below_a_header_drawn_cell_by_cell_are_of_its_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for y in under_header(sheet):
        sheet.line(50, y, 300, y)
    assert texts(grids(document(paper, engine))[0]) == ROWS


def test_rules_drawn_in_dots_are_too(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for y in under_header(sheet):
        for n in range(100):
            sheet.line(50 + 2.5 * n, y, 51.5 + 2.5 * n, y)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == ROWS
    assert "ruled" in grid.evidence[0]


def dots(count: int, *, at: float = 100, step: float = 2) -> list[Rule]:
    return [Rule(at, 50 + step * n, 51 + step * n) for n in range(count)]


def test_the_dots_of_a_line_are_one_rule() -> None:
    assert whole_dots(dots(50) + dots(50, at=120)) == [Rule(100, 50, 149), Rule(120, 50, 149)]


def test_few_dots_are_left_as_they_are() -> None:
    assert whole_dots(dots(79)) == dots(79)


def test_of_a_line_of_dots_longer_rules_and_lone_dots_are_no_part() -> None:
    long, lone = Rule(140, 50, 380), dots(3, at=160)
    assert whole_dots([*dots(100), long, *lone]) == [long, Rule(100, 50, 249)]


def test_dots_far_from_each_other_are_no_line() -> None:
    assert whole_dots(dots(100, step=30)) == []
