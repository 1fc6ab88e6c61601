"""Text dumps: a tab parts columns, a line is a row, a blank line is a gap.

A dump without tabs is read by the layout of its lines (``layout``).

A run of lines with tabs is a grid; another line is a paragraph, or, right under
a row and clearly its continuation, one more line of that row's last cell.
"""

from __future__ import annotations

import re

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Block, Cell, Document, Grid, Paragraph
from planparse.model.options import ReadOptions
from planparse.model.provenance import Place
from planparse.readers.charset import decode
from planparse.readers.text.layout import read_layout
from planparse.readers.units import Units
from planparse.text import BULLETS, clean

_ITEM = re.compile(rf"\s*(?:[{BULLETS}]|[-*–]\s|\(?[a-z0-9]{{1,3}}[.)]\s|[a-z])")

Row = list[tuple[list[Block], list[Place]]]


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a text dump. Places carry the line and the column, counted from zero."""
    text, notes = decode(data)
    if "\t" not in text and (pages := "\f".join(map(clean, text.split("\f")))).strip():
        return read_layout(pages, notes, options.limits.max_cells)
    lines = clean(text.replace("\f", "\n")).split("\n")
    if not any(line.strip() for line in lines):
        raise InputRefused("no text in this file")
    units, table = Units(), 0
    blocks: list[Paragraph | Grid] = []
    rows: list[Row] = []
    for number, line in enumerate(lines):
        if "\t" in line:
            rows.append(_row(line, units, table, len(rows), number))
            if units.count > options.limits.max_cells:
                raise LimitExceeded(f"more than {options.limits.max_cells} cells; raise --max-cells to read it")
            continue
        if line.strip() and rows and _ITEM.match(line):
            _continue(rows[-1], line, units.paragraph(line=number))
            continue
        if rows:
            blocks.append(_grid(rows))
            rows, table = [], table + 1
        if line.strip():
            blocks.append(Paragraph(line.strip(), (units.paragraph(line=number),)))
    if rows:
        blocks.append(_grid(rows))
    return Document("text", tuple(blocks), notes=notes)


def _row(line: str, units: Units, table: int, row: int, number: int) -> Row:
    return [
        ([Block(part.strip())], [units.cell(table=table, row=row, column=column, line=number)])
        for column, part in enumerate(line.split("\t"))
    ]


def _continue(row: Row, line: str, place: Place) -> None:
    """The line belongs to the last cell of the row that holds text."""
    target = next((cell for cell in reversed(row) if cell[0][0].text), row[0])
    target[0].append(Block(line.strip()))
    target[1].append(place)


def _grid(rows: list[Row]) -> Grid:
    cells = tuple(
        Cell(r, c, 1, 1, tuple(blocks), tuple(places))
        for r, row in enumerate(rows)
        for c, (blocks, places) in enumerate(row)
    )
    width = max(len(row) for row in rows)
    return Grid(cells, len(rows), width, spans_known=False, evidence=("lines with tabs",))
