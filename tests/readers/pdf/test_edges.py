"""A header painted cell by cell in a ruled table has borders at the edges of its paint."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.edges import with_edges
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 150, 250, 350]
HEAD = [Fill(x0, 100, x1, 120, "#dddddd") for x0, x1 in pairwise(XS)]
ROWS = [["Measure", "2023", "2024"], ["Roads swept", "40", "45"], ["Lamps lit", "8", "9"]]


def frame() -> Frame:
    """A table whose header has no rule under it and none between its columns."""
    level = [Rule(y, 50, 350) for y in (100, 140, 160)]
    return Frame(level, [Rule(50, 100, 160), Rule(150, 120, 160), Rule(250, 120, 160), Rule(350, 100, 160)])


def added(fills: list[Fill]) -> tuple[set[Rule], set[Rule]]:
    """The level and the upright rules that paint adds."""
    own = frame()
    found = with_edges(own, fills)
    return set(found.horizontals) - set(own.horizontals), set(found.verticals) - set(own.verticals)


def test_a_painted_header_has_its_own_row_and_columns(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for x0, top, x1, bottom, _ in HEAD:
        sheet.box(x0, top, x1, bottom, colour="0.85 0.85 0.85")
    for y in (100, 140, 160):
        sheet.line(50, y, 350, y)
    for x, top in zip(XS, (100, 120, 120, 100), strict=True):
        sheet.line(x, top, x, 160)
    sheet.cells(XS, [100, 120, 140, 160], ROWS)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == ROWS


def test_edges_are_rules_where_none_is_drawn() -> None:
    assert added(HEAD) == ({Rule(120, 50, 350)}, {Rule(150, 100, 120), Rule(250, 100, 120)})


def test_an_edge_near_a_drawn_rule_is_that_rule() -> None:
    assert added([f._replace(bottom=138) for f in HEAD])[0] == set()
    assert added([f._replace(bottom=136) for f in HEAD])[0] == {Rule(136, 50, 350)}


def test_a_row_painted_in_one_piece_has_no_columns() -> None:
    assert added([Fill(50, 100, 350, 120, "#dddddd")]) == ({Rule(120, 50, 350)}, set())


def test_paint_that_leaves_some_of_the_row_white_shows_nothing() -> None:
    assert added(HEAD[:2]) == (set(), set())
    assert added([HEAD[0], HEAD[2]]) == (set(), set())


def test_white_paint_and_thin_lines_of_paint_show_nothing() -> None:
    assert added([f._replace(colour=WHITE) for f in HEAD]) == (set(), set())
    assert added([f._replace(bottom=102) for f in HEAD]) == (set(), set())


def test_paint_that_runs_out_of_the_table_is_not_its_own() -> None:
    assert added([*HEAD[:2], HEAD[2]._replace(x1=400)]) == (set(), set())
    assert added([f._replace(top=80) for f in HEAD]) == (set(), set())


def test_a_box_of_text_painted_line_by_line_has_no_rows() -> None:
    lines = [Fill(50, y, 350, y + 20, "#dddddd") for y in (100, 120, 140)]
    box = Frame([Rule(100, 50, 350), Rule(160, 50, 350)], [Rule(50, 100, 160), Rule(350, 100, 160)])
    assert with_edges(box, lines) is box


def inset(left: float, right: float, *, level: bool = False, inner: bool = False) -> Frame | None:
    """What paint adds to a box with a painted title and two rows painted cell by cell, which leave white beside them;
    None for nothing. ``level``: a rule below the title; ``inner``: an upright within."""
    rows = [Fill(a, y, b, y + 20, "#eeeeee") for y in (140, 180) for a, b in pairwise([50 + left, 200, 350 - right])]
    box = Frame([Rule(y, 50, 350) for y in ([100, 120, 220] if level else [100, 220])])
    box.verticals = [Rule(x, 100, 220) for x in ([50, 120, 350] if inner else [50, 350])]
    found = with_edges(box, [Fill(50, 100, 350, 120, "#226644"), *rows])
    return None if found is box else found


@pytest.mark.parametrize("level", [False, True])
def test_painted_rows_with_white_at_both_sides_of_a_box_are_none_of_it(level: bool) -> None:
    assert inset(12, 12, level=level) is None


@pytest.mark.parametrize(("left", "right", "inner"), [(0, 0, False), (12, 0, False), (0, 12, False), (12, 12, True)])
def test_rows_that_reach_a_side_or_stand_at_an_upright_are_of_the_table(left: float, right: float, inner: bool) -> None:
    found = inset(left, right, inner=inner)
    assert found is not None
    assert {140, 160, 180, 200} <= {rule.at for rule in found.horizontals}


OVER = [Fill(50, 60, 150, 100, "#884400"), Fill(150, 60, 350, 80, "#884400")]
OVER += [Fill(150, 80, 250, 100, "#884400"), Fill(250, 80, 350, 100, "#884400")]


def test_a_header_painted_cell_by_cell_over_all_lines_is_of_the_table() -> None:
    level, upright = added(OVER)
    assert {(rule.at, rule.start, rule.end) for rule in level} >= {(60, 50, 150), (60, 150, 350), (80, 150, 350)}
    assert {(rule.at, rule.start) for rule in upright} == {
        (50, 60),
        (150, 60),
        (350, 60),
        (150, 80),
        (250, 80),
        (350, 80),
    }


def test_such_a_header_is_read(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x0, top, x1, bottom, _ in OVER:
        sheet.box(x0, top, x1, bottom, colour="0.5 0.3 0.1")
    for y in (100, 120, 140):
        sheet.line(50, y, 350, y)
    for x in XS:
        sheet.line(x, 100, x, 140)
    sheet.text(54, 74, "Measure").text(154, 74, "Target").text(154, 94, "2023").text(254, 94, "2024")
    sheet.cells(XS, [100, 120, 140], ROWS[1:])
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Measure", "Target"], ["2023", "2024"], *ROWS[1:]]
    assert [(c.row_span, c.col_span) for c in grid.cells[:2]] == [(2, 1), (1, 2)]


def test_paint_in_one_piece_or_apart_or_narrower_than_the_table_is_no_header() -> None:
    assert added([Fill(50, 80, 350, 100, "#884400")]) == (set(), set())
    assert added([f._replace(top=f.top - 8, bottom=f.bottom - 8) for f in OVER]) == (set(), set())
    assert added(OVER[1:]) == (set(), set())
    assert added([OVER[0], *OVER[2:]]) == (set(), set())
