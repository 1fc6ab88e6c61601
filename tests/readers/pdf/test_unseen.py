"""What no piece of a rule shows at a page's end or begin."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.ruled.unseen import (
    with_blank_labels,
    with_even_labels,
    with_labels,
    with_unseen,
    without_open_end,
)
from planparse.readers.pdf.words.lines import words_text

XS = [50.0, 250.0, 300.0]


def style(bold: bool):  # type: ignore[no-untyped-def]
    return make_style(size=9, bold=bold, direction=0, invisible=False, white=False, font="F", unmapped=False)


def words(y: float, *texts: tuple[float, str], bold: bool = False) -> list[Word]:
    out = []
    for x, text in texts:
        for part in text.split():
            out.append(Word(part, x, y - 7, x + 4 * len(part), y + 2, y, style(bold)))
            x += 4 * len(part) + 3
    return out


def table(*rows: tuple[list[Word], list[Word]], settled: bool = True) -> Table:
    """Rows of two cells, 20 points each."""
    ys = [100.0 + 20 * n for n in range(len(rows) + 1)]
    cells = [
        TableCell(Slab(n, k, 1, 1), (XS[k], ys[n], XS[k + 1], ys[n + 1]), own)
        for n, row in enumerate(rows)
        for k, own in enumerate(row)
    ]
    return Table(list(XS), ys, cells, [], settled=settled)


def shown(found: Table) -> list[list[str]]:
    out: list[list[str]] = [[] for _ in found.ys[1:]]
    for cell in found.cells:
        out[cell.slab.row].append(words_text(cell.words) if cell.words else "")
    return out


AIM = (words(113, (54, "A text that runs over the whole of the column")), words(113, (254, "x")))
HEAD = (words(133, (54, "Measure"), (184, "Latest"), bold=True), words(133, (254, "2017"), bold=True))
ROW = (words(153, (54, "Roads mended"), (184, "84%")), words(153, (254, "85%")))


def test_the_last_rows_with_two_texts_beside_each_other_have_a_border_between_them() -> None:
    found = with_unseen(table(AIM, HEAD, ROW))
    assert len(found.xs) == 4
    assert 150 < found.xs[1] < 184
    assert shown(found)[1:] == [["Measure", "Latest", "2017"], ["Roads mended", "84%", "85%"]]
    assert [c.slab.col_span for c in found.cells if c.slab.row == 0] == [2, 1]


def test_a_bold_header_alone_has_one_too_but_no_row_of_words() -> None:
    assert len(with_unseen(table(AIM, HEAD)).xs) == 4
    assert len(with_unseen(table(AIM, ROW)).xs) == 3


def test_rows_above_others_or_with_each_border_drawn_have_none() -> None:
    assert len(with_unseen(table(HEAD, ROW, AIM)).xs) == 3
    assert len(with_unseen(table(AIM, HEAD, ROW, settled=False)).xs) == 3


BEFORE = (10.0, 50.0, 250.0, 300.0)


def test_labels_beside_the_rows_stand_in_the_column_of_the_page_before() -> None:
    label, other = words(113, (12, "Aim 1")), words(400, (12, "Below"))
    found, left = with_labels(table(HEAD, ROW), [*label, *other], BEFORE)
    assert left == other
    assert found.xs[0] == 10
    assert [c.slab.col for c in found.cells if c.slab.row == 1] == [1, 2]
    first = found.cells[0]
    assert (words_text(first.words), first.slab.row_span, first.slab.open_top) == ("Aim 1", 2, True)


def test_what_lies_over_the_border_or_is_of_other_columns_is_no_label() -> None:
    wide, label = words(113, (12, "A text over the border")), words(113, (12, "Aim 1"))
    assert with_labels(table(HEAD, ROW), wide, BEFORE)[1] == wide
    assert with_labels(table(HEAD, ROW), label, (10.0, 50.0, 200.0, 300.0))[1] == label
    assert with_labels(table(HEAD, ROW), label, None)[1] == label
    assert with_labels(table(HEAD, ROW), [], BEFORE)[1] == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [("All of them in the town", 3), ("A line that is longer than the measure", 2)],
    ids=["up to the white", "into the next text"],
)
def test_a_line_above_the_texts_may_be_longer_than_the_first_one(text: str, columns: int) -> None:
    row = words(146, (54, text)) + words(157, (54, "Roads mended"), (184, "84%"))
    found = with_unseen(table(AIM, HEAD, (row, words(157, (254, "85%")))))
    assert len(found.xs) == columns + 1


def rest(*, soft: bool, x: float = 54) -> Table:
    """Rows that go on from the page before in a frame as wide as there: two columns, parted elsewhere."""
    found = table((words(113, (x, "Roads mended")), words(113, (254, "85%"))), (*ROW[:1], words(133, (254, "9"))))
    found.xs, found.soft = [10.0, 180.0, 300.0], soft
    return found


@pytest.mark.parametrize(("soft", "at"), [(True, 250.0), (False, 180.0)], ids=["white", "a rule"])
def test_rows_right_of_where_the_labels_were_stand_beside_the_blank_of_one(soft: bool, at: float) -> None:
    found = with_blank_labels(rest(soft=soft), BEFORE)
    assert found.xs == [10.0, 50.0, at, 300.0]
    first = found.cells[0]
    assert (first.words, first.slab.row_span, first.slab.open_top) == ([], 2, True)
    assert [(c.slab.col, c.box[0]) for c in found.cells if c.slab.row == 0 and c is not first] == [(1, 50.0), (2, at)]


@pytest.mark.parametrize(
    ("x", "before"),
    [
        (14, BEFORE),
        (54, (10.0, 50.0, 300.0)),
        (54, (10.0, 50.0, 250.0, 340.0)),
        (54, (10.0, 50.0, 200.0, 250.0, 300.0)),
    ],
    ids=["a text among the labels", "a column less", "a wider table", "a column more"],
)
def test_other_rows_have_no_label_beside_them(x: float, before: tuple[float, ...]) -> None:
    assert with_blank_labels(rest(soft=True, x=x), before).xs == [10.0, 180.0, 300.0]


def drawn(*cells: tuple[int, int, int, int, str], rows: int, open_end: bool = False) -> Table:
    """Cells by row, column and how many of them they span; ``open_end``: no rule ends the last row."""
    ys = [100.0 + 20 * n for n in range(rows + 1)]
    made = [
        TableCell(
            Slab(row, col, high, wide, open_bottom=open_end and row + high == rows),
            (XS[col], ys[row], XS[col + wide], ys[row + high]),
            words(ys[row] + 13, (XS[col] + 4, text)) if text else [],
        )
        for row, col, high, wide, text in cells
    ]
    return Table(list(XS), ys, made, [])


def test_a_label_that_ends_before_its_row_goes_on_in_the_white_below_it() -> None:
    found = with_even_labels(
        drawn(
            (0, 0, 1, 1, "Aims"), (0, 1, 1, 1, "a"), (1, 0, 1, 1, "Tasks"), (1, 1, 2, 1, "b"), (2, 0, 1, 1, ""), rows=3
        )
    )
    assert found.ys == [100, 120, 160]
    assert shown(found) == [["Aims", "a"], ["Tasks", "b"]]
    assert [(c.slab.row_span, c.box[3]) for c in found.cells] == [(1, 120), (1, 120), (1, 160), (1, 160)]


def test_so_it_does_beside_rows_below() -> None:
    cells = [(0, 0, 1, 1, "Tasks"), (0, 1, 2, 1, "a"), (1, 0, 2, 1, ""), (2, 1, 1, 1, "b")]
    (label, *others) = with_even_labels(drawn(*cells, rows=3)).cells
    assert (label.slab.row, label.slab.row_span, label.box[3]) == (0, 2, 160)
    assert [(c.slab.row, c.slab.row_span) for c in others] == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    "cells",
    [
        [(0, 0, 1, 1, "Tasks"), (0, 1, 2, 1, "b"), (1, 0, 1, 1, "More")],
        [(0, 0, 1, 1, "Tasks"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "")],
        [(0, 0, 1, 1, "Tasks"), (0, 1, 2, 1, ""), (1, 0, 1, 1, "")],
    ],
    ids=["a text below", "a blank row", "nothing beside it"],
)
def test_other_cells_stay(cells: list[tuple[int, int, int, int, str]]) -> None:
    assert len(with_even_labels(drawn(*cells, rows=2)).ys) == 3


CUT = [(0, 0, 1, 1, "Roads"), (0, 1, 1, 1, "84%"), (1, 0, 1, 2, "")]


def test_the_sides_of_a_cell_around_a_table_that_the_page_cuts_make_no_row() -> None:
    found = without_open_end(drawn(*CUT, rows=2, open_end=True), [])
    assert (found.ys, shown(found)) == ([100, 140], [["Roads", "84%"]])
    assert all(c.slab.open_bottom and c.box[3] == 140 for c in found.cells)


@pytest.mark.parametrize(
    ("cells", "open_end", "rules"),
    [
        (CUT, False, []),
        (CUT, True, [Rule(120, 50, 300)]),
        ([*CUT[:2], (1, 0, 1, 2, "Note")], True, []),
        ([*CUT[:2], (1, 0, 1, 1, ""), (1, 1, 1, 1, "")], True, []),
    ],
    ids=["a rule ends it", "a rule begins it", "a text", "as many cells"],
)
def test_another_last_row_stays(cells: list[tuple[int, int, int, int, str]], open_end: bool, rules: list[Rule]) -> None:
    assert len(without_open_end(drawn(*cells, rows=2, open_end=open_end), rules).ys) == 3
