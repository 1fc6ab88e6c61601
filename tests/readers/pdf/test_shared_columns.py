"""A table over two pages has the same columns on both where no border is drawn."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.layout import PageLayout
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.shared_columns import share_columns

STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
HEAD = [50.0, 80, 240, 320, 400]
ROWS = [50.0, 110, 310, 370, 400]


def table(xs: list[float], texts: list[tuple[float, float]], *, soft: bool = True) -> Table:
    """One row, its texts from one place to another."""
    cells = [
        TableCell(Slab(0, n, 1, 1), (xs[n], 100, xs[n + 1], 120), [Word("text", x0, 104, x1, 113, 111, STYLE)])
        for n, (x0, x1) in enumerate(texts)
    ]
    return Table(xs, [100, 120], cells, [], soft=soft)


def shared(head: Table, rows: Table) -> tuple[list[float], list[float]]:
    pages = [PageLayout(n, 500, 500, 0, groups=[[part]]) for n, part in enumerate((head, rows))]
    share_columns(*pages)
    for part in (head, rows):
        assert [(c.box[0], c.box[2]) for c in part.cells] == list(zip(part.xs, part.xs[1:], strict=False))
    return head.xs, rows.xs


NAMES = [(53.0, 65.0), (116.0, 160.0), (330.0, 360.0), (376.0, 398.0)]
TEXTS = [(53.0, 104.0), (116.0, 306.0), (335.0, 360.0), (376.0, 390.0)]


def test_borders_stand_in_the_white_that_both_parts_have() -> None:
    head, rows = shared(table(HEAD, NAMES), table(ROWS, TEXTS))
    assert head == rows == [50, (104 + 116) / 2, (306 + HEAD[3]) / 2, (360 + 376) / 2, 400]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (table(HEAD, NAMES, soft=False), table(ROWS, TEXTS)),
        (table([*HEAD[:4], 420], NAMES), table(ROWS, TEXTS)),
        (table([*HEAD[:3], 400], NAMES[:3]), table(ROWS, TEXTS)),
        (table(HEAD, [NAMES[0], (90.0, 160.0), *NAMES[2:]]), table(ROWS, TEXTS)),
        (table([50, 112, 312, 368, 400], NAMES), table(ROWS, TEXTS)),
    ],
    ids=["drawn", "wider", "fewer columns", "no white in common", "near as they are"],
)
def test_others_stay(head: Table, rows: Table) -> None:
    before = list(head.xs), list(rows.xs)
    assert shared(head, rows) == before
