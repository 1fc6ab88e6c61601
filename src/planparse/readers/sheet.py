"""Rows of values, from a CSV file or a worksheet, as paragraphs and grids.

Blank rows are gaps: they part a grid into fragments. Rows of one text in the
lead of a fragment stand above the table, not in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from planparse.errors import LimitExceeded
from planparse.model.document import Block, Cell, Grid, Paragraph, Seam
from planparse.readers.units import Units

_VALUE = re.compile(r"(?!(?:19|20)\d\d$)[£$€<>~+-]?\s?\d[\d,.]*\s?%?|tb[acd]|n/a", re.I)
_MOST_BLANKS = 200
"""Blank cells made at the end of a row; one row of thousands would make millions of them in all others."""
FORMAT_EVIDENCE = ("rows of a sheet",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a sheet at its place; ``col`` counts visible columns."""

    col: int
    text: str
    row_span: int = 1
    col_span: int = 1
    bold: bool = False
    size: float | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its entries from left to right, and where it stands in the source."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def filled(self) -> int:
        return sum(1 for entry in self.entries if entry.text)


class SheetComposer:
    """Turns lines into blocks; units and tables are numbered on from sheet to sheet.

    Raises ``LimitExceeded`` for grids that have more than ``max_cells`` slots together, blank ones among them.
    """

    def __init__(self, units: Units, max_cells: int) -> None:
        self.units = units
        self.tables = 0
        self.max_cells = max_cells
        self.slots = 0

    def compose(self, lines: Sequence[Line], part: str, spans_known: bool) -> list[Paragraph | Grid]:
        blocks: list[Paragraph | Grid] = []
        rows: list[Line] = []
        seams: list[Seam] = []
        for fragment in _fragments(lines):
            lead = _lead(fragment, goes_on=bool(rows))
            if lead and rows:
                blocks.append(self._grid(rows, seams, part, spans_known))
                rows, seams = [], []
            blocks += [self._paragraph(line, part) for line in fragment[:lead]]
            if fragment[lead:]:
                if rows:
                    seams.append(Seam(len(rows), "gap"))
                rows += fragment[lead:]
        if rows:
            blocks.append(self._grid(rows, seams, part, spans_known))
        return blocks

    def _paragraph(self, line: Line, part: str) -> Paragraph:
        entry = next(entry for entry in line.entries if entry.text)
        place = self.units.paragraph(part=part, line=line.number)
        return Paragraph(entry.text, (place,), bold=entry.bold, size=entry.size)

    def _grid(self, rows: Sequence[Line], seams: Sequence[Seam], part: str, spans_known: bool) -> Grid:
        columns = _columns(rows)
        self.slots += len(rows) * len(columns)
        if self.slots > self.max_cells:
            raise LimitExceeded(f"the tables have more than {self.max_cells} slots; raise --max-cells")
        cells: list[Cell] = []
        below = {line.number: at for at, line in enumerate(rows)}
        until = [0] * len(columns)  # for each column the first row that no cell above covers
        for at, line in enumerate(rows):
            for entry in _with_blanks(line, columns, until, at):
                col = columns[entry.col]
                width = sum(c in columns for c in range(entry.col, entry.col + entry.col_span))
                height = sum(n in below for n in range(line.number, line.number + entry.row_span))
                place = self.units.cell(table=self.tables, row=at, column=col, part=part, line=line.number)
                blocks = (Block(entry.text, bold=entry.bold),) if entry.text else ()
                until[col : col + width] = [at + max(1, height)] * max(1, width)
                cells.append(Cell(at, col, max(1, height), max(1, width), blocks, (place,), fill=entry.fill))
        self.tables += 1
        return Grid(
            tuple(cells), len(rows), len(columns), tuple(seams), spans_known=spans_known, evidence=FORMAT_EVIDENCE
        )


def _with_blanks(line: Line, columns: dict[int, int], until: Sequence[int], row: int) -> list[Entry]:
    """The entries in the columns that are kept, and a blank one wherever no cell stands.

    A row that ends long before the widest one is left ragged.
    """
    entries = [entry for entry in line.entries if entry.col in columns]
    taken = {col for entry in entries for col in range(entry.col, entry.col + entry.col_span)}
    end = max((columns[entry.col] + entry.col_span for entry in entries), default=0) + _MOST_BLANKS
    near = islice(columns.items(), end)
    blanks = [Entry(col, "") for col, at in near if col not in taken and until[at] <= row]
    return sorted([*entries, *blanks], key=lambda entry: entry.col)


def _fragments(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines between blank ones; a blank line inside a vertical span is no gap."""
    out: list[list[Line]] = [[]]
    spanned = -1
    for line in lines:
        if line.filled or line.number <= spanned:
            out[-1].append(line)
            spanned = max([spanned, *(line.number + e.row_span - 1 for e in line.entries)])
        elif out[-1]:
            out.append([])
    return [fragment for fragment in out if fragment]


def _lead(fragment: Sequence[Line], goes_on: bool) -> int:
    """How many lines in the lead hold one text alone, before the first with more; all, where none has more.

    Under other rows (``goes_on``) a text in lower case, or one right above a row of values, is a band or the rest of a
    torn row: headings stand above headers and labels.
    """
    lead = 0
    for line in fragment:
        filled = [entry for entry in line.entries if entry.text]
        if len(filled) > 1 or any(entry.row_span > 1 or (goes_on and entry.text[0].islower()) for entry in filled):
            torn = goes_on and any(_VALUE.fullmatch(entry.text) for entry in filled)
            return 0 if torn else lead
        lead += 1
    return lead


def _columns(rows: Sequence[Line]) -> dict[int, int]:
    """Columns that begin a text in some row, numbered afresh: margins and spacer columns are left away."""
    used = {entry.col for line in rows for entry in line.entries if entry.text}
    return {col: at for at, col in enumerate(sorted(used))}
