"""Tables that stand on each other without a gap."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

UPPER = [["Group", "Date", "Replies"], ["Residents", "June", "1,204"], ["Partners", "July", "35"]]
LOWER = [["Objective", "Cleaner streets"], ["Lead", "Head of Streets"]]


def test_columns_and_width_that_change_part_two_tables(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 260, 380], [100, 120, 140, 160], UPPER)
    sheet.grid([50, 121, 392], [160, 180, 200], LOWER)
    assert [texts(g) for g in grids(document(paper, engine))] == [UPPER, LOWER]


def test_an_empty_corner_parts_nothing(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for x in (150, 260, 380):
        sheet.line(x, 100, x, 120)
    sheet.line(150, 100, 380, 100)
    sheet.cells([50, 150, 260, 380], [100, 120], [["", "2016", "2017"]])
    sheet.grid([50, 150, 260, 380], [120, 140, 160], [["Roads", "4%", "5%"], ["Lights", "6%", "7%"]])
    (grid,) = grids(document(paper, engine))
    assert grid.n_rows == 3


def test_a_row_drawn_wider_parts_nothing() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 260, 380], [100, 120, 140], UPPER[:2])
    sheet.grid([50, 150, 260, 392], [140, 160], UPPER[2:])
    (grid,) = grids(document(paper))
    assert grid.n_rows == 3


def test_other_columns_of_one_width_are_one_table() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 260, 380], [100, 120, 140, 160], UPPER)
    sheet.grid([50, 120, 380], [160, 180, 200], LOWER)
    (grid,) = grids(document(paper))
    assert grid.n_rows == 5
