"""A frame without column borders below a header that was met before has the columns of the table under that."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts

NAMES = ["Measure", "Unit", "Latest", "Target", "Officer"]
ROWS = [
    ["Roads swept", "No.", "40", "45", "Chief of Roads"],
    ["Lamps lit", "No.", "8", "", "Head of Lamps"],
    ["Bins emptied", "%", "75%", "80%", "Chief of Bins"],
    ["Parks open", "Days", "200", "", "Head of Parks"],
    ["Pools open", "Days", "300", "310", "Head of Pools"],
]
MORE = [
    ["Trees planted", "No.", "1,400", "1,500", "Head of Parks"],
    ["Paths laid", "km", "41", "tbc", "Chief of Roads"],
]
LEFT, RIGHT = 50.0, 500.0


def framed(sheet: Sheet, rows: Sequence[Sequence[str]], names: Sequence[str] = NAMES, top: float = 100) -> None:
    """A frame with a rule under its header alone; the figures end right before the officers begin."""
    bottom = top + 20 + 14 * len(rows)
    sheet.line(LEFT, top, RIGHT, top).line(LEFT, top + 16, RIGHT, top + 16).line(LEFT, bottom, RIGHT, bottom)
    sheet.line(LEFT, top, LEFT, bottom).line(RIGHT, top, RIGHT, bottom)
    for n, row in enumerate([names, *rows]):
        base = top + 12 + 14 * n + (4 if n else 0)
        for text, x, at_right in zip(row, (54, 200, 300, 380, 386), (0, 0, 1, 1, 0), strict=True):
            start = x - text_width(text, 9, bold=not n) if at_right else x
            sheet.text(start, base, text, size=9, bold=not n)


def second(rows: Sequence[Sequence[str]], names: Sequence[str] = NAMES, *, first: bool = True) -> list[list[str]]:
    """The table of the second page, the first page having one of the same header."""
    paper = Paper()
    sheet = paper.sheet()
    if first:
        framed(sheet, ROWS)
    framed(paper.sheet(), rows, names)
    return texts(grids(document(paper))[-1])


@pytest.mark.parametrize("count", [1, 2])
def test_a_frame_of_few_rows_has_the_columns_under_the_same_header(count: int) -> None:
    assert second(MORE[:count]) == [NAMES, *MORE[:count]]


def test_without_the_table_before_its_words_show_no_columns() -> None:
    assert {len(row) for row in second(MORE, first=False)} == {1}


def test_under_another_header_they_have_no_more_than_they_show() -> None:
    found = second(MORE, [*NAMES[:3], "Aim", "Officer"])
    assert found == [[*NAMES[:3], "Aim Officer"], *([*row[:3], f"{row[3]} {row[4]}"] for row in MORE)]


def test_lines_that_do_not_stand_in_those_columns_are_not_put_into_them() -> None:
    over = ["The trees that were planted near the paths", "and roads of the town", "and", "its", "parks"]
    assert second([over, over])[0] == [" ".join(NAMES[:3]), " ".join(NAMES[3:])]
