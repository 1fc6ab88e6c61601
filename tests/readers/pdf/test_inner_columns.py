"""Columns of a ruled table that no line parts, under a header with a name for each."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

NAMES = ["Objective", "Ref", "Measure", "2024/25", "2025/26"]
PLACES = [54.0, 154, 204, 380, 440]
ROWS = [["A1", "Homes made warm", "84%", "85%"], ["A2", "Boilers", "12", "14"], ["A3", "Grants", "7", "8"]]
OTHERS = [["B1", "Roads swept", "40%", "45%"], ["B2", "Lamps lit", "8", "9"]]


def drawn(*, rows: bool, bold: bool = True) -> Paper:
    """A border behind the objectives and none behind it; ``rows``: with rules between the rows of an objective."""
    sheet = (paper := Paper()).sheet()
    for y in (100, 124, 208, 264):
        sheet.line(50, y, 500, y)
    for y in (152, 180, 236) if rows else ():
        sheet.line(150, y, 500, y)
    for x in (50, 500):
        sheet.line(x, 100, x, 264)
    sheet.line(150, 124, 150, 264)
    for x, name in zip(PLACES, NAMES, strict=True):
        sheet.text(x, 116, name, size=9, bold=bold)
    for top, found in ((124, ROWS), (208, OTHERS)):
        for n, row in enumerate(found):
            for x, text in zip(PLACES[1:], row, strict=True):
                sheet.text(x, top + 17 + 28 * n, text, size=9)
    sheet.text(54, 169, "Warm homes", size=9)
    sheet.text(54, 240, "Clean streets", size=9)
    return paper


def test_most_cells_hold_several_texts_below_these_names(engine: str) -> None:
    (grid,) = grids(document(drawn(rows=True), engine))
    found = texts(grid)
    assert found[0] == NAMES
    assert [row[-4:] for row in found[1:]] == [*ROWS, *OTHERS]


def test_codes_part_the_rows_beside_a_label_in_the_middle(engine: str) -> None:
    (grid,) = grids(document(drawn(rows=False), engine))
    found = texts(grid)
    assert [row[-4:] for row in found[1:]] == [*ROWS, *OTHERS]
    spans = [(cell.row, cell.row_span) for cell in grid.cells if cell.col == 0 and cell.row]
    assert spans == [(1, 3), (4, 2)]
