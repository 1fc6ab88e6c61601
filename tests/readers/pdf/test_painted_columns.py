"""Paint under several columns of a table is no cell below the first of the rows on it."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Fill
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
