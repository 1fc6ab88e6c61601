"""A header drawn as a grid, right over rows that have rules between them alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planparse.readers.pdf.ruled.drawn_heads import with_drawn_heads
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from tests.readers.pdf.drawn import style, words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 140, 300, 380, 460]
HEADER = ["Service", "Measure", "2025/26", "2026/27"]
ROWS = [["Roads are clean", "Roads swept", "80", "82"], ["", "Bins emptied", "90", "92"], ["Pools", "Swims", "8", "9"]]


def page(*, gap: float = 0.0, label: bool = True) -> Paper:
    """The header in a grid; each row ends with a rule drawn cell by cell, which leaves out a label beside two rows."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120])
    for x, name in zip(XS, HEADER, strict=False):
        sheet.text(x + 4, 114, name, size=9, bold=True)
    for n, row in enumerate(ROWS):
        y = 120 + gap + 24 * n
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, y + 14, text, size=9)
        for k, (a, b) in enumerate(pairwise(XS)):
            if k or n or not label:
                sheet.line(a, y + 24, b, y + 24)
    return paper


def test_it_is_the_header_of_these_rows(engine: str) -> None:
    (grid,) = grids(document(page(), engine))
    assert texts(grid)[0] == HEADER
    assert [row[-3:] for row in texts(grid)[1:]] == [row[1:] for row in ROWS]
    assert spans(grid)["Roads are clean"] == (2, 1)


def test_one_further_up_is_of_another_table() -> None:
    assert len(grids(document(page(gap=40)))) > 1


def table(rows: list[list[str]], top: float, *, settled: bool, bold: bool, xs: list[float] = XS) -> Table:
    ys = [top + 20 * n for n in range(len(rows) + 1)]
    cells = [
        TableCell(
            Slab(r, c, 1, 1),
            (xs[c], ys[r], xs[c + 1], ys[r + 1]),
            words(xs[c] + 4, ys[r] + 14, text, style(bold=bold)),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Table(xs, ys, cells, [], settled=settled)


BODY = table([["a", "b", "1", "2"]], 122, settled=True, bold=False)


def test_both_are_one_table_with_the_borders_of_both() -> None:
    (found,) = with_drawn_heads([table([HEADER], 100, settled=False, bold=True), BODY])
    assert found.ys == [100, 121, 142]
    assert [cell.slab.row for cell in found.cells] == [0] * 4 + [1] * 4


@pytest.mark.parametrize(
    "head",
    [
        table([HEADER], 100, settled=False, bold=False),
        table([[*HEADER[:2], "80%", "90%"]], 100, settled=False, bold=True),
        table([HEADER], 80, settled=False, bold=True),
        table([HEADER], 100, settled=True, bold=True),
        table([HEADER], 100, settled=False, bold=True, xs=[50, 140, 290, 380, 460]),
    ],
    ids=["plain", "values", "far above", "not a grid", "other columns"],
)
def test_another_table_over_them_stays_one(head: Table) -> None:
    assert len(with_drawn_heads([head, table([["a", "b", "1", "2"]], 122, settled=True, bold=False)])) == 2


def test_rows_that_begin_with_a_header_keep_their_own() -> None:
    tables = [table([HEADER], 100, settled=False, bold=True), table([HEADER], 122, settled=True, bold=True)]
    assert with_drawn_heads(tables) == tables
