"""Ruled tables of other columns a few points under each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.apart import apart
from planparse.readers.pdf.ruled.rules import frames, join_rules
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

CARD = [["Owner", "Head of Roads"], ["Partners", "The county council"]]
ROWS = [["Ref", "Measure", "2015/16"], ["AB1", "Roads mended", "51%"]]


def ruled(sheet: Sheet, xs: list[float], top: float, rows: list[list[str]]) -> float:
    sheet.grid(xs, [top + 20 * n for n in range(len(rows) + 1)])
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x + 4, top + 14 + 20 * n, text, size=9)
    return top + 20 * len(rows)


@pytest.mark.parametrize("gap", [2.0, 2.5, 4.0])
@pytest.mark.parametrize("right", [500, 460])
def test_tables_of_other_columns_are_two(gap: float, right: float, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    below = ruled(sheet, [50, 160, 500], 100, CARD)
    ruled(sheet, [50, 100, 300, right], below + gap, ROWS)
    assert [texts(grid) for grid in grids(document(paper, engine))] == [CARD, ROWS]


def test_cells_that_are_boxes_of_their_own_are_one_table(engine: str) -> None:
    """The strip between their rows is white too, but the columns go on."""
    sheet = (paper := Paper()).sheet()
    for n in range(3):
        for x, width in ((50, 100), (154, 200)) if n else ((50, 304),):
            ruled(sheet, [x, x + width], 100 + 24 * n, [[f"Box {x} {n}"]])
    (grid,) = grids(document(paper, engine))
    assert grid.n_rows >= 3


def test_a_rule_beside_both_makes_them_one() -> None:
    sheet = (paper := Paper()).sheet()
    ruled(sheet, [50, 160, 500], 100, CARD)
    ruled(sheet, [50, 100, 300, 500], 143, ROWS)
    sheet.line(50, 100, 50, 183)
    assert len(grids(document(paper))) == 1


RULES = st.lists(
    st.builds(lambda at, start, size: Rule(at, start, start + size), *[st.integers(0, 60)] * 3), min_size=3, max_size=20
)


@given(RULES, RULES)
def test_any_rules(horizontals: list[Rule], verticals: list[Rule]) -> None:
    for frame in frames(join_rules(horizontals), join_rules(verticals)):
        for part in apart(frame, verticals):
            assert len(part.verticals) <= len(frame.verticals)
            assert all(h.start < h.end for h in part.horizontals)


def test_the_sides_of_two_tables_of_boxes_may_meet(engine: str) -> None:
    """As style sheets draw them: a frame around cells that are boxes of their own."""
    sheet = (paper := Paper()).sheet()
    top = 100.0
    for rows, xs in ((CARD, [52, 160, 498]), (ROWS, [52, 100, 300, 498])):
        bottom = top + 22 * len(rows) + 2
        sheet.line(50, top + 0.5, 500, top + 0.5).line(50, bottom - 0.5, 500, bottom - 0.5)
        sheet.line(50, top, 50, bottom).line(500, top, 500, bottom)
        for n, row in enumerate(rows):
            for x0, x1, text in zip(xs, xs[1:], row, strict=False):
                ruled(sheet, [x0 + 0.8, x1 - 0.8], top + 2 + 22 * n, [[text]])
        top = bottom
    assert [texts(grid) for grid in grids(document(paper, engine))] == [CARD, ROWS]
