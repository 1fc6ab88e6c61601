"""Paint under several columns of a table is no cell below the first of the rows on it; the painted cells of its header
are its columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Fill
from planparse.readers.pdf.unruled.borders import column_borders
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.unruled.placing import place
from tests.readers.pdf.test_filled_columns import row

XS = [45.0, 145, 215, 285, 355, 425]
ENTRIES = ((50, "Roads"), (150, "40%"), (220, "45%"), (290, "50%"), (360, "55%"))


def columns(rows: int) -> tuple[int, int]:
    """First and last column of a text alone on paint under the second and third column, below so many rows."""
    above = [row(*ENTRIES, base=100.0 + 20 * n) for n in range(rows)]
    alone = row((50, "Lamps"), (156, "tbc"), base=100.0 + 20 * rows)
    area = Fill(145, 85, 285, 110 + 20.0 * rows, "#ddddee")
    placed = place([*above, alone], XS, [area], [])
    first, last, _ = placed[-1].runs[-1]
    return first, last


def test_a_text_alone_below_several_rows_on_paint_stands_in_its_own_column() -> None:
    assert columns(4) == (1, 1)


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_below_few_lines_it_spans_the_painted_columns(rows: int) -> None:
    assert columns(rows) == (1, 2)


def below_names(*entries: tuple[float, str], named: bool = True) -> list[float]:
    """The borders below a header painted cell by cell, with a name in each cell, of three rows with these entries; the
    last two names, "Target" and "Actual", stand closer to each other than words of one text."""
    names = [(50, "Name"), (150, "Target"), (220, "Target"), (252, "Actual" if named else "")]
    edges = [45.0, 145, 215, 250, 285]
    fills = [Fill(a, 85, b, 105, "#ddddee") for a, b in pairwise(edges)]
    head = row(*(name for name in names if name[1]), base=100)
    rows = [row((50, "Roads"), *entries, base=120.0 + 20 * n) for n in range(3)]
    return column_borders([head, *rows], Hints((45, 85, 285, 170), fills=fills))[0]


COLUMNS = [45.0, 145, 215, 250, 285]


def test_a_blank_column_below_a_painted_name_is_one() -> None:
    assert below_names((180, "40%"), (225, "45%")) == COLUMNS


def test_without_a_name_in_each_painted_cell_these_are_no_columns() -> None:
    assert below_names((180, "40%"), (225, "45%"), named=False) != COLUMNS


@pytest.mark.parametrize("entry", [(240, "1,045%"), (205, "45,450")], ids=["over the last", "over another"])
def test_painted_cells_are_no_columns_where_texts_lie_over_two(entry: tuple[float, str]) -> None:
    assert below_names((160, "40%"), entry) != COLUMNS
