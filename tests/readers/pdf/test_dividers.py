"""A single upright through a table that rules part between its rows only sets columns apart; it bounds none alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.ruled.dividers import without_dividers
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [54.0, 110, 260, 340, 400, 460]
END = 520.0
HEAD = ["Ref", "Measure", "Now", "Q1", "Q2", "Q3"]
ROWS = [[f"P{n}", "Sweep the roads", f"{40 + n}%", f"{50 + n}%", f"{60 + n}%", f"{70 + n}%"] for n in range(4)]
LEVELS = [100.0 + 18 * n for n in range(len(ROWS) + 2)]
DIVIDER = 330.0
STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


def drawn(*uprights: float, rows: Sequence[Sequence[str]] = ROWS) -> Paper:
    """Rules over, between and under the rows, and uprights from the first one to the last."""
    sheet = (paper := Paper()).sheet()
    for y in LEVELS:
        sheet.line(50, y, END, y)
    for x in uprights:
        sheet.line(x, LEVELS[0], x, LEVELS[-1])
    sheet.cells([x - 4 for x in XS], LEVELS, [HEAD, *rows])
    return paper


def test_a_divider_is_not_the_only_column_border(engine: str) -> None:
    (grid,) = grids(document(drawn(DIVIDER), engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_a_table_with_a_divider_reads_as_one_without() -> None:
    one, two = (document(paper) for paper in (drawn(DIVIDER), drawn()))
    assert [texts(grid) for grid in grids(one)] == [texts(grid) for grid in grids(two)]


def kept(*uprights: float, rows: Sequence[Sequence[str]] = ROWS, turned: bool = False) -> bool:
    """Whether the frame of such a table keeps its uprights."""
    style = STYLE
    if turned:
        style = make_style(size=9, bold=False, direction=90, invisible=False, white=False, font="", unmapped=False)
    words = []
    for n, row in enumerate(rows):
        base = LEVELS[n] + 12
        for start, cell in zip(XS, row, strict=False):
            x = start
            for text in cell.split():
                words.append(Word(text, x, base - 7, x + 4 * len(text), base + 2, base, style))
                x += 4 * len(text) + 3
    frame = Frame([Rule(y, 50, END) for y in LEVELS], [Rule(x, LEVELS[0], LEVELS[-1]) for x in uprights])
    found = without_dividers([frame], words)
    assert found == [frame] or (not any(f.verticals for f in found) and len(found) == len(LEVELS))
    return found == [frame]


def test_the_rules_of_such_a_table_are_lone_ones() -> None:
    assert not kept(DIVIDER)
    assert not kept(DIVIDER, DIVIDER + 1)


def test_one_of_several_uprights_is_a_border() -> None:
    assert kept(DIVIDER, 250)
    assert kept(50, DIVIDER, END)


@pytest.mark.parametrize("x", [50.0, 66.0, 505.0, END])
def test_an_upright_near_an_end_bounds_the_table(x: float) -> None:
    assert kept(x)


def test_a_label_or_one_text_beside_the_upright_is_a_column_of_its_own() -> None:
    """Two texts or more stand on both sides of a divider."""
    assert kept(104)
    assert kept(DIVIDER, rows=[row[:4] for row in ROWS])
    assert kept(DIVIDER, rows=[["Roads", "", "", "May", "June", "July"]] * 4)


@pytest.mark.parametrize(("full", "is_kept"), [(2, False), (1, True)])
def test_most_rows_have_so_many(full: int, is_kept: bool) -> None:
    assert kept(DIVIDER, rows=[*ROWS[:full], *([["P9", "Nothing"]] * (3 - full))]) is is_kept


def test_rows_without_texts_or_with_turned_ones_show_no_divider() -> None:
    assert kept(DIVIDER, rows=[])
    assert kept(DIVIDER, turned=True)


STATUS = [400.0, 440.0]
"""The sides of the painted cells of a status."""
PLACES = [50.0, 106, 256, 336, *STATUS, END]


def by_cell(*uprights: float, places: Sequence[float] = PLACES, rows: Sequence[Sequence[str]] = ROWS) -> Paper:
    """Rules below a header and its rows, drawn from place to place, uprights from the first one on, and a status."""
    sheet = (paper := Paper()).sheet()
    for top, bottom in pairwise(LEVELS[1:]):
        sheet.box(STATUS[0], top, STATUS[1], bottom, colour="0.4 0.7 0.4")
    for y in LEVELS[1:]:
        for x0, x1 in pairwise(places):
            sheet.line(x0, y, x1, y)
    for x in uprights:
        sheet.line(x, LEVELS[1], x, LEVELS[-1])
    sheet.cells(PLACES, LEVELS, [["Ref", "Measure", "Now", "Target", "RAG", "Trend"], *rows])
    return paper


RATED = [[f"P{n}", "Sweep the roads", f"{40 + n}%", f"{50 + n}%", "", "up"] for n in range(4)]


def test_the_sides_of_painted_cells_are_not_the_only_column_borders(engine: str) -> None:
    """The pieces of the row rules show the others."""
    (grid,) = grids(document(by_cell(*STATUS, rows=RATED), engine))
    assert texts(grid) == [["Ref", "Measure", "Now", "Target", "RAG", "Trend"], *RATED]


def are_kept(*uprights: float, places: Sequence[float] = PLACES, rows: Sequence[Sequence[str]] = RATED) -> bool:
    words = []
    for n, row in enumerate(rows):
        base = LEVELS[n] + 12
        for x, text in zip(PLACES, row, strict=False):
            words += [Word(text, x + 4, base - 7, x + 4 + 4 * len(text), base + 2, base, STYLE)] if text else []
    frame = Frame([Rule(y, 50, END) for y in LEVELS], [Rule(x, LEVELS[0], LEVELS[-1]) for x in uprights])
    pieces = [Rule(y, x0, x1) for y in LEVELS for x0, x1 in pairwise(places)]
    found = without_dividers([frame], words, pieces)
    assert found == [frame] or (not any(f.verticals for f in found) and len(found) == len(LEVELS))
    return found == [frame]


def test_uprights_at_some_of_the_places_where_pieces_meet_set_columns_apart() -> None:
    assert not are_kept(*STATUS)
    assert not are_kept(STATUS[0])


def test_uprights_where_all_pieces_meet_are_the_column_borders() -> None:
    assert are_kept(*PLACES)
    assert are_kept(*PLACES[1:-1])
    assert are_kept(*STATUS, places=[50, *STATUS, END]), "the rules are drawn for these columns"
    assert are_kept(*STATUS, places=[50, END]), "in one piece"
    assert are_kept(*PLACES[2:]), "one more alone: the rules may be drawn in pieces of another table too"


def test_places_that_part_no_texts_are_no_columns() -> None:
    assert are_kept(*STATUS, rows=[["", "Sweep the roads", "", "", "", "up"]] * 4)
    assert are_kept(*STATUS, rows=[*RATED[:1], *[["", "Sweep the roads", "", "", "", "up"]] * 3])
    assert are_kept(*STATUS, rows=[])


def test_the_sides_of_a_table_that_the_pages_end_leaves_open_are_not_its_only_column_borders(engine: str) -> None:
    """Only its first rule is drawn, cell by cell, as that under a table that ends on its page is."""
    paper = Paper()
    sheet = paper.sheet(height=LEVELS[-1] + 40)
    for x0, x1 in pairwise(PLACES):
        sheet.line(x0, LEVELS[0], x1, LEVELS[0])
    for x in (PLACES[0], END):
        for top, bottom in pairwise(LEVELS):
            sheet.line(x, top, x, bottom)
    for x0, x1 in pairwise(PLACES):
        sheet.box(x0, LEVELS[0], x1, LEVELS[1], colour="0.8 0.8 0.9")
    sheet.cells(PLACES, LEVELS, [HEAD, *ROWS])
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


@pytest.mark.parametrize(
    ("places", "end", "rows", "is_kept"),
    [
        (PLACES, LEVELS[-1], ROWS, False),
        ([50, END], LEVELS[-1], ROWS, True),
        (PLACES, LEVELS[0] + 3, ROWS, True),
        (PLACES, LEVELS[-1], [["Sweep the roads"]] * 4, True),
    ],
    ids=["rows below it", "drawn in one piece", "no sides below it", "a text below it"],
)
def test_the_pieces_of_a_lone_rule_over_two_sides_show_columns_where_they_part_the_rows_below(
    places: Sequence[float], end: float, rows: Sequence[Sequence[str]], is_kept: bool
) -> None:
    words = [
        Word(text, x + 4, LEVELS[n] + 5, x + 4 + 4 * len(text), LEVELS[n] + 14, LEVELS[n] + 12, STYLE)
        for n, row in enumerate(rows)
        for x, text in zip(PLACES, row, strict=False)
    ]
    frame = Frame([Rule(LEVELS[0], 50, END)], [Rule(x, LEVELS[0], end) for x in (50, END)])
    pieces = [Rule(LEVELS[0], x0, x1) for x0, x1 in pairwise(places)]
    assert (without_dividers([frame], words, pieces) == [frame]) is is_kept
