"""Rules between rows that are drawn cell by cell, with uprights at the two sides of the table alone."""

from __future__ import annotations

from itertools import pairwise

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [60.0, 230, 320, 400, 450, 500]
YS = [100.0, 120, 140, 170, 190]
HEAD = ["Measure", "Lead", "Baseline", "Q1", "Q2"]
ROWS = [
    ["Emissions from our own buildings", "Head of Learning", "27,985", "28", "29"],
    ["Pupils", "Head", "58%", "60%", "61%"],
]


def sides(sheet: Sheet) -> None:
    sheet.line(XS[0], YS[0], XS[0], YS[-1]).line(XS[-1], YS[0], XS[-1], YS[-1])


def table(*, pieces: bool) -> Paper:
    sheet = (paper := Paper()).sheet()
    sides(sheet)
    sheet.line(XS[0], YS[0], XS[-1], YS[0])
    for y in YS[2:]:
        for x0, x1 in pairwise(XS) if pieces else ((XS[0], XS[-1]),):
            sheet.line(x0, y, x1, y)
    for y, row in zip((115, 155, 183), (HEAD, *ROWS), strict=True):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 3, y, text, size=8, bold=row is HEAD)
    return paper


def test_where_their_pieces_meet_are_the_columns(engine: str) -> None:
    (grid,) = grids(document(table(pieces=True), engine))
    assert texts(grid) == [HEAD, *ROWS]
    assert "pieces" in " ".join(grid.evidence)


def test_whole_rules_show_none(engine: str) -> None:
    (grid,) = grids(document(table(pieces=False), engine))
    assert "pieces" not in " ".join(grid.evidence)
