"""Figures side by side in the cells of a column show that borders are drawn between groups of columns alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.ruled.finer import finer
from planparse.readers.pdf.ruled.grouped import holds_figures
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import TableCell
from tests.readers.pdf.drawn import drawn, words

FIGURES = [["Actual"], ["2023/24   2024/25"], ["371   352"], ["45%   46%"]]


def column(*cells: Sequence[str], span: int = 1) -> list[list[TableCell]]:
    """Rows with a name, and the lines of a cell each; texts three blanks apart stand 40 points apart."""
    rows = []
    for n, lines in enumerate(cells):
        top = 100.0 + 30 * n
        own: list[Word] = []
        for k, line in enumerate(lines):
            for m, text in enumerate(line.split("   ")):
                own += words(154 + 60 * m, top + 12 + 11 * k, text)
        name = TableCell(Slab(n, 0, 1, 1), (50, top, 150, top + 30), words(54, top + 12, "House fires"))
        rows.append([name, TableCell(Slab(n, 1, 1, span), (150, top, 300, top + 30), own)])
    return rows


def test_figures_side_by_side_below_a_title_are_of_several_columns() -> None:
    assert holds_figures(column(*FIGURES))
    assert holds_figures(column(*FIGURES[:1], *FIGURES[2:])), "no years"


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        ([["Actual"], ["371"], ["45%"]], 1),
        ([["Actual"], ["371   352"]], 1),
        ([["Actual"], ["371   352"], ["45%"]], 1),
        ([["Actual"], ["371   352"], ["45%   46%   47%"]], 1),
        ([["Actual"], ["371   Coach"], ["45%   Head"]], 1),
        ([["Actual"], ["371   352", "of 400"], ["45%   46%"]], 1),
        ([["Actual"], ["371   352"], ["45%   46%"]], 2),
        ([["371   352"], ["Dig it"], ["Fill it"]], 1),
    ],
    ids=[
        "one figure each",
        "one cell",
        "a cell with fewer",
        "a cell with more",
        "words among them",
        "a second line",
        "over two columns",
        "in the first row alone",
    ],
)
def test_other_cells_are_not(cells: Sequence[Sequence[str]], span: int) -> None:
    assert not holds_figures(column(*cells, span=span))


def parted(second: str) -> int:
    """The columns of a table with figures side by side, and these texts, in its second column."""
    rows = [("Fires", "Actual"), ("Type", "2023/24   2024/25"), ("House fires", "371   352"), ("Car fires", second)]
    ys = [100.0 + 20 * n for n in range(5)]
    table = drawn([50.0, 150, 300], ys, *([[(ys[n] + 12, name)], []] for n, (name, _) in enumerate(rows)))
    for n, (_, texts) in enumerate(rows):
        for m, text in enumerate(texts.split("   ")):
            table.cells[2 * n + 1].words += words(160 + 70 * m, ys[n] + 12, text)
    return len(finer(Page(1, 595, 842), replace(table, settled=True)).xs) - 1


def test_they_part_the_columns_of_a_table_whose_cells_all_have_rules() -> None:
    assert parted("12   14") == 3


def test_words_side_by_side_part_none() -> None:
    assert parted("few   of them") == 2
    assert parted("12") == 2
