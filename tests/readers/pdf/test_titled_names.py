"""Titles of a header and the names below them, in one cell each, are rows of their own; a title of two lines is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.ruled.finer import finer
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import words_text
from tests.readers.pdf.drawn import drawn, words

XS = [50.0, 150, 200, 250, 300, 350]
Texts = Sequence[tuple[float, float, str]]
"""The texts of a cell: place, baseline and what they say."""
ROW = ["Swims", "40%", "45%", "47%", ""]


def headed(*wide: tuple[int, Texts], other: Texts = ()) -> list[tuple[int, int, int, str]]:
    """Row, rows, column and text of the filled cells above the values, of a table whose header has these cells that
    span two columns from the given one on; ``other`` are the texts of the last one."""
    table = drawn(XS, [100.0, 140, 160], [[] for _ in XS[1:]], [[(152, text)] for text in ROW])
    table.cells[0].words = words(54, 112, "Measure")
    table.cells[4].words = [word for x, base, text in other for word in words(x, base, text)]
    for col, texts in wide:
        own = [word for x, base, text in texts for word in words(x, base, text)]
        cell = TableCell(Slab(0, col, 1, 2), (XS[col], 100, XS[col + 2], 140), own)
        table.cells = [c for c in table.cells if c.slab.row or c.slab.col not in (col, col + 1)] + [cell]
    table.cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    found: Table = finer(Page(0, 595, 842), replace(table, settled=True))
    last = len(found.ys) - 2
    assert [words_text(c.words) if c.words else "" for c in found.cells if c.slab.row == last] == ROW
    cells = [c for c in found.cells if c.words and c.slab.row < last]
    return [(c.slab.row, c.slab.row_span, c.slab.col, words_text(c.words)) for c in cells]


def names(x: float, one: str = "Target", two: str = "Actual") -> Texts:
    return [(x + 40, 112, "Q1"), (x + 10, 130, one), (x + 60, 130, two)]


def test_names_below_their_titles_have_a_row_of_their_own() -> None:
    assert headed((1, names(150)), (3, names(250))) == [
        (0, 2, 0, "Measure"),
        (0, 1, 1, "Q1"),
        (0, 1, 3, "Q1"),
        (1, 1, 1, "Target"),
        (1, 1, 2, "Actual"),
        (1, 1, 3, "Target"),
        (1, 1, 4, "Actual"),
    ]


def test_one_title_has_its_names_below_it_where_another_cell_has_lines_level_with_both() -> None:
    other = [(304.0, 112.0, "Q2"), (304.0, 130.0, "Target")]
    assert headed((1, names(150)), other=other) == [
        (0, 2, 0, "Measure"),
        (0, 1, 1, "Q1"),
        (0, 1, 4, "Q2"),
        (1, 1, 1, "Target"),
        (1, 1, 2, "Actual"),
        (1, 1, 4, "Target"),
    ]


def test_one_title_beside_lines_at_other_heights_stays_whole() -> None:
    other = [(304.0, 115.0, "Q2"), (304.0, 127.0, "Target")]
    assert {(row, rows) for row, rows, _, _ in headed((1, names(150)), other=other)} == {(0, 1)}


@pytest.mark.parametrize(
    "wide",
    [
        [(1, names(150))],
        [(1, names(150)), (3, [(260, 112, "Targets for"), (260, 124, "the year")])],
        [(1, names(150)), (3, [(260, 112, "Q2")])],
        [(1, names(150)), (3, [(260, 130, "Target"), (310, 130, "Actual")])],
        [(1, names(150)), (3, [(260, 112, "Q2"), (310, 112, "Q3"), (260, 130, "Target"), (310, 130, "Actual")])],
        [(1, names(150, "41%", "43%")), (3, names(250, "44%", "46%"))],
    ],
    ids=["one title", "a title of two lines", "a title alone", "names alone", "two titles", "values"],
)
def test_other_cells_of_a_header_stay_whole(wide: Sequence[tuple[int, Texts]]) -> None:
    assert {(row, rows) for row, rows, _, _ in headed(*wide)} == {(0, 1)}


@pytest.mark.parametrize(
    ("title", "beside", "spans"),
    [
        ((203.5, "Our results"), (154.0, 130), [(1, 3), (4, 2)]),
        ((228.5, "Our results"), (154.0, 130), [(2, 2), (4, 2)]),
        ((215.0, "Our results"), (154.0, 130), [(2, 2), (4, 2)]),
        ((203.5, "Our results"), (154.0, 121), [(2, 2), (4, 2)]),
    ],
    ids=["over three", "in the middle of two", "in the middle of nothing", "beside a name in its own middle"],
)
def test_a_title_in_the_middle_stands_over_a_name_beside_its_cell_too(
    title: tuple[float, str], beside: tuple[float, float], spans: list[tuple[int, int]]
) -> None:
    xs = [50.0, 150, 200, 250, 300, 350, 400]
    (x, text), (left, base) = title, beside
    table = drawn(xs, [100.0, 140, 160], [[] for _ in xs[1:]], [[(152, text)] for text in [*ROW, ""]])
    table.cells[0].words = words(54, 112, "Measure")
    table.cells[1].words = words(left, base, "2023-24")
    own = [*words(x, 112, text), *words(210, 130, "2024-25"), *words(260, 130, "2025-26")]
    others = [*words(310, 112, "Targets"), *words(310, 130, "2026-27"), *words(360, 130, "2027-28")]
    cells = [c for c in table.cells if c.slab.row or c.slab.col < 2]
    cells += [
        TableCell(Slab(0, col, 1, 2), (xs[col], 100, xs[col + 2], 140), texts) for col, texts in ((2, own), (4, others))
    ]
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    found = finer(Page(0, 595, 842), replace(table, cells=cells, settled=True))
    at = {words_text(c.words): c.slab for c in found.cells if c.words}
    assert [(at[name].col, at[name].col_span) for name in (text, "Targets")] == spans
    assert (at["2023-24"].row, at["2023-24"].row_span) == ((1, 1) if spans[0][1] == 3 else (0, 2))
