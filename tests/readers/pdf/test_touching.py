"""Tables that stand on each other without a gap."""

from __future__ import annotations

from itertools import pairwise

import pytest

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


BOX = [["Key developments", "Emerging issues"], ["A pool was dug", "Water costs more"]]
ENDS, STEPS = [50, 90, 250, 380], [["Ref", "Milestone", "By when"], ["1", "Heat it", "May"], ["2", "Fill it", "June"]]


def below_a_box(ends: list[float], xs: list[float] = ENDS) -> list[list[list[str]]]:
    """A box and rows below it between rules of its width, whose pieces meet at ``ends``; texts begin at ``xs``."""
    paper = Paper()
    sheet = paper.sheet().grid([50, 250, 380], [100, 120, 140], BOX)
    for y in (180, 200, 220):
        for a, b in pairwise(ends):
            sheet.line(a, y, b, y)
    sheet.cells(xs, [160, 180, 200, 220], STEPS)
    return [texts(g) for g in grids(document(paper))]


def test_rules_drawn_in_pieces_of_other_columns_are_not_of_the_box_above_them() -> None:
    assert below_a_box(ENDS) == [BOX, STEPS]


@pytest.mark.parametrize("ends", [[50, 380], [50, 250, 380]], ids=["whole", "in its columns"])
def test_rules_of_the_boxs_columns_go_on_with_it(ends: list[float]) -> None:
    assert len(below_a_box(ends, [50, 75, 250, 380])[0]) > len(BOX)


@pytest.mark.parametrize(("milestone", "apart"), [(120, True), (75, False)])
def test_rows_with_texts_side_by_side_in_a_column_of_the_box_are_not_of_it(milestone: float, apart: bool) -> None:
    """Texts close to each other may be one text of that column."""
    box, *others = below_a_box([50, 380], [50, milestone, 250, 380])
    assert (box == BOX and others == [STEPS]) is apart
    assert apart or len(box) == len(BOX) + len(STEPS)


def test_one_row_with_texts_side_by_side_is_enough() -> None:
    """The header alone would fit into the box."""
    assert below_a_box([50, 380], [50, 85, 250, 380])[0] == BOX
