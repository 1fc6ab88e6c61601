"""A comment over or under the only row that pieces of rules show is a row of its own; a part of its name is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.ruled.finer import finer
from planparse.readers.pdf.words.lines import words_text
from tests.readers.pdf.drawn import Lines, drawn, rows_of, words

XS = [50.0, 200, 260, 320]
HEADER: Sequence[Lines] = ([(112, "Measure")], [(112, "2024/25")], [(112, "2025/26")])
LONG = "Comment: The way this is counted has changed once more."


def rows(*names: tuple[float, str], at: float) -> list[list[str]]:
    """The rows of a table with a header and one row: the lines of its first column, and values ``at`` a height."""
    own = [names, [(at, "41%")], [(at, "43%")]]
    table = drawn(XS, [100.0, 120, 200], HEADER, own)
    return rows_of(finer(Page(0, 595, 842), replace(table, settled=True)))[1:]


ROW = ["AB1 Swims", "41%", "43%"]


def test_a_line_over_a_coded_row_is_a_row_as_wide_as_the_table() -> None:
    assert rows((134, "Comment: New."), (156, "AB1 Swims"), at=156) == [["Comment: New."], ROW]


def test_a_line_over_a_border_needs_no_code_beside_it() -> None:
    assert rows((134, LONG), (156, "Swims"), at=156) == [[LONG], ["Swims", "41%", "43%"]]


def test_lines_over_and_under_the_row() -> None:
    assert rows((134, LONG), (156, "AB1 Swims"), (178, LONG), at=156) == [[LONG], ROW, [LONG]]


def test_the_rest_of_a_torn_name_stays_in_its_column() -> None:
    assert rows((134, "in the lake"), (156, "AB1 Swims"), at=156) == [["in the lake", "", ""], ROW]


@pytest.mark.parametrize(
    ("names", "at"),
    [
        (((134, "Comment: New."), (146, "AB1 Swims")), 146),
        (((134, "Comment: New."), (156, "Swims")), 156),
        (((134, "AB1 Swims"), (156, "How many there were.")), 134),
        (((134, "AB1 Swims"), (156, "AB2 Dives")), 178),
    ],
    ids=["as near as lines of one text", "no code, over no border", "a paragraph under the name", "no values beside"],
)
def test_other_lines_stay_with_the_row(names: Sequence[tuple[float, str]], at: float) -> None:
    assert len(rows(*names, at=at)) == 1


def test_a_wide_first_cell_is_parted_at_the_values_beside_the_name() -> None:
    table = drawn(XS, [100.0, 120, 200], HEADER, ([(134, LONG), (156, "AB1 Swims")], [], [(156, "43%")]))
    first, blank = table.cells[3:5]
    first.slab = replace(first.slab, col_span=2)
    first.words += words(204, 156, "41%")
    table.cells.remove(blank)
    found = finer(Page(0, 595, 842), replace(table, settled=True))
    assert [words_text(c.words) for c in found.cells if c.slab.row == 2] == ROW
