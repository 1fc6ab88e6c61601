"""Tables with borders on all sides, made of texts and where they stand, for tests of what is done to such tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.readers.pdf.page import Style, Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import words_text

Lines = Sequence[tuple[float, str]]
"""The lines of a cell: the baseline of each, and its text."""


def style(*, bold: bool = False, font: str = "F", size: float = 9) -> Style:
    return make_style(size=size, bold=bold, direction=0, invisible=False, white=False, font=font, unmapped=False)


def words(x: float, base: float, text: str, own: Style | None = None) -> list[Word]:
    """The words of a text, 4 points a letter and 3 between two words."""
    out = []
    for part in text.split():
        out.append(Word(part, x, base - 7, x + 4 * len(part), base + 2, base, own or style()))
        x += 4 * len(part) + 3
    return out


def drawn(xs: Sequence[float], ys: Sequence[float], *rows: Sequence[Lines]) -> Table:
    """A table; the texts of each cell begin 4 points right of its border."""
    cells = [
        TableCell(
            Slab(n, k, 1, 1),
            (x0, ys[n], x1, ys[n + 1]),
            [word for base, text in lines for word in words(x0 + 4, base, text)],
        )
        for n, row in enumerate(rows)
        for k, ((x0, x1), lines) in enumerate(zip(pairwise(xs), row, strict=True))
    ]
    return Table(list(xs), list(ys), cells, [])


def rows_of(table: Table) -> list[list[str]]:
    """The texts of each row."""
    out: list[list[str]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        out[cell.slab.row].append(words_text(cell.words) if cell.words else "")
    return out
