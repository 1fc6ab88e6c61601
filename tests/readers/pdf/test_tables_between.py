"""Tables with row rules drawn cell by cell: what stands between two of them, and rules under a title over columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

XS = [50.0, 90, 220, 280, 340]
HEAD = ["Ref", "Measure", "2015/16", "2016/17"]
ROWS = [["RD1", "Roads swept", "4.2%", "4%"], ["RD2", "Lamps lit", "98%", "tbc"], ["RD3", "Paths laid", "7", "75%"]]
GRID = [["Aim", "Lead"], ["Clean roads", "A Smith"], ["Warm homes", "B Jones"]]
HEADING = "Keep the streets clean"


def row(sheet: Sheet, y: float, cells: Sequence[str], *, bold: bool = False, rule: bool = True) -> float:
    """A row 19 points high with a border below each cell."""
    for x, cell in zip(XS, cells, strict=False):
        sheet.text(x + 2.5, y + 13, cell, size=9, bold=bold)
    for a, b in pairwise(XS) if rule else ():
        sheet.line(a, y + 19, b, y + 19)
    return y + 19


def body(sheet: Sheet, y: float) -> float:
    y = row(sheet, y, HEAD, bold=True)
    for cells in ROWS:
        y = row(sheet, y, cells)
    return y


def parted(*, between: bool, heading: str = HEADING) -> Paper:
    """Two such tables below each other, a heading over the second one; ``between`` them stands a ruled one."""
    sheet = (paper := Paper()).sheet()
    y = body(sheet, 100)
    if between:
        sheet.grid([60, 200, 330], [y + 20, y + 40, y + 60, y + 80], GRID)
        y += 80
    if heading:
        sheet.text(52.5, y + 30, heading, size=11, bold=True)
        y += 36
    body(sheet, y + 8)
    return paper


@pytest.mark.parametrize("heading", [HEADING, ""], ids=["a heading", "none"])
def test_the_lines_over_a_table_are_its_own_below_another_table(heading: str, engine: str) -> None:
    doc = document(parted(between=True, heading=heading), engine)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD, *ROWS], GRID, [HEAD, *ROWS]]
    assert paragraphs(doc) == ([heading] if heading else [])


def test_without_another_table_a_heading_parts_the_two(engine: str) -> None:
    doc = document(parted(between=False), engine)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD, *ROWS], [HEAD, *ROWS]]
    assert paragraphs(doc) == [HEADING]


TITLE = ["Targets of the year that", "we set"]
"""The first line of it lies over a border, the second one does not."""


def titled(*, partial: bool) -> Paper:
    """A bold header whose title of two lines stands over two columns; ``partial``: over a rule of its own, with the
    names of these below it."""
    sheet = (paper := Paper()).sheet()
    sheet.text(XS[2] + 2.5, 102, TITLE[0], size=9, bold=True)
    names = ["Ref", "Measure", TITLE[1], "" if partial else "now"]
    row(sheet, 100, names, bold=True, rule=not partial)
    y = 119.0
    if partial:
        for a, b in pairwise(XS[2:]):
            sheet.line(a, y, b, y)
        y = row(sheet, y, ["", "", *HEAD[2:]], bold=True)
    for cells in ROWS:
        y = row(sheet, y, cells)
    return paper


def test_a_title_over_a_rule_of_its_own_is_one_text(engine: str) -> None:
    (grid,) = grids(document(titled(partial=True), engine))
    assert spans(grid)[" ".join(TITLE)] == (1, 2)
    assert texts(grid)[-len(ROWS) :] == ROWS
    assert [cell for own in texts(grid) for cell in own].count("2015/16") == 1


def test_over_a_rule_as_wide_as_the_table_it_stands_over_the_names() -> None:
    (grid,) = grids(document(titled(partial=False)))
    assert TITLE[0] in [cell for own in texts(grid) for cell in own]
