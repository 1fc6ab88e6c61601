"""From what the walk collected to the Document: spans placed, units numbered in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.errors import LimitExceeded
from planparse.model.document import Aside, Block, Cell, Grid, Note, Paragraph
from planparse.model.options import Limits
from planparse.readers.html.elements import COMMENT, SPOKEN
from planparse.readers.html.furniture import flatten, mark_furniture
from planparse.readers.html.raw import Item, Piece, RawCell, RawTable
from planparse.readers.html.spans import ONE, Span, Spot, parse_span, place
from planparse.readers.units import Units


class Composer:
    """Numbers units, paragraphs and tables as it goes; ``blocks`` and ``asides`` are the result."""

    def __init__(self, limits: Limits, notes: list[Note]) -> None:
        self.limits = limits
        self.notes = notes
        self.units = Units()
        self.blocks: list[Paragraph | Grid] = []
        self.asides: list[Aside] = []
        self.paragraphs = 0
        self.tables = 0
        self.slots = 0

    def compose(self, page: Sequence[Item]) -> None:
        items = flatten(page)
        furniture = mark_furniture(items)
        for at, item in enumerate(items):
            if isinstance(item, RawTable):
                if at in furniture:
                    self._furniture_table(item)
                else:
                    self._captions(item)
                    self.blocks.append(self._grid(item))
            elif item.kind is not None or at in furniture:
                self._aside(item)
            else:
                self.blocks.append(self._paragraph(item))

    def _paragraph(self, piece: Piece) -> Paragraph:
        place = self.units.paragraph(line=self.paragraphs)
        self.paragraphs += 1
        return Paragraph(
            piece.text, (place,), piece.heading, piece.marker, piece.level, piece.bold, piece.size, piece.marks
        )

    def _aside(self, piece: Piece) -> None:
        place = self.units.paragraph(line=self.paragraphs)
        self.paragraphs += 1
        self.asides.append(Aside(piece.kind or "furniture", piece.text, (place,), piece.reason))
        if piece.reason == COMMENT:
            self.notes.append(Note("info", "comment", piece.text, (place,)))

    def _captions(self, table: RawTable) -> None:
        for item in flatten(table.captions):
            if isinstance(item, RawTable):
                self._captions(item)
                self.blocks.append(self._grid(item))
            elif item.kind is not None:
                self._aside(item)
            else:
                self.blocks.append(self._paragraph(item))

    def _furniture_table(self, table: RawTable) -> None:
        for item in (*table.captions, *(inner for row in table.rows for cell in row.cells for inner in cell.items)):
            if isinstance(item, RawTable):
                self._furniture_table(item)
            else:
                item.reason = item.reason or "a table of the page's own"
                self._aside(item)

    def _grid(self, table: RawTable) -> Grid:
        number = self.tables
        self.tables += 1
        spots = self._spots(table)
        cells: list[Cell] = []
        n_cols = 0
        for row, row_spots in zip(table.rows, spots, strict=True):
            for raw, spot in zip(row.cells, row_spots, strict=True):
                cells.append(self._cell(raw, spot, number))
                n_cols = max(n_cols, spot.col + spot.col_span)
        n_cols = self._trim(cells, n_cols)
        head = 0
        while head < len(table.rows) and table.rows[head].is_head:
            head += 1
        spans_known = bool(table.evidence) or any(cell.row_span > 1 or cell.col_span > 1 for cell in cells)
        return Grid(
            tuple(cells),
            len(table.rows),
            n_cols,
            header_rows=head,
            spans_known=spans_known,
            evidence=table.evidence or ("table markup",),
        )

    def _spots(self, table: RawTable) -> list[list[Spot]]:
        limits, notes = self.limits, self.notes
        asked = [[self._asked(cell) for cell in row.cells] for row in table.rows]
        spots, slots = place(asked, [row.group for row in table.rows], limits, notes)
        self.slots += slots
        if self.slots > limits.max_cells:
            raise LimitExceeded(f"the tables have more than {limits.max_cells} slots; raise --max-cells")
        return spots

    def _asked(self, cell: RawCell) -> Span:
        if cell.col_span is None and cell.row_span is None:
            return ONE
        cols = parse_span(cell.col_span, "colspan", self.limits, self.notes)
        return Span(cols, parse_span(cell.row_span, "rowspan", self.limits, self.notes))

    def _cell(self, raw: RawCell, spot: Spot, table: int) -> Cell:
        place = self.units.cell(table=table, row=spot.row, column=spot.col)
        blocks: list[Block] = []
        tables: list[Grid] = []
        items = raw.items
        if len(items) == 1 and isinstance(only := items[0], Piece) and only.kind is None and not only.marks:
            blocks.append(Block(only.text, only.marker, only.level, only.bold))
        elif items or raw.alternative:
            self._fill(raw, blocks, tables)
        return Cell(
            spot.row,
            spot.col,
            spot.row_span,
            spot.col_span,
            tuple(blocks),
            (place,),
            raw.is_header,
            raw.fill,
            False,
            False,
            tuple(tables),
            tuple(mark for item in items if isinstance(item, Piece) for mark in item.marks) if items else (),
        )

    def _fill(self, raw: RawCell, blocks: list[Block], tables: list[Grid]) -> None:
        silent = not any(isinstance(item, RawTable) or item.kind is None for item in raw.items)
        for item in flatten(raw.items):
            if isinstance(item, RawTable):
                self._inner(item, blocks, tables)
            else:
                self._piece(item, blocks, silent)
        if silent and not blocks and raw.alternative:
            blocks.append(Block(raw.alternative))

    def _inner(self, table: RawTable, blocks: list[Block], tables: list[Grid]) -> None:
        """A table in a cell: its captions are texts of the cell, and what tables stand in these are tables of it."""
        for item in flatten(table.captions):
            if isinstance(item, RawTable):
                self._inner(item, blocks, tables)
            else:
                self._piece(item, blocks, False)
        tables.append(self._grid(table))

    def _piece(self, piece: Piece, blocks: list[Block], silent: bool) -> None:
        if piece.kind is not None and not (silent and piece.reason == SPOKEN):
            self._aside(piece)
        else:
            blocks.append(Block(piece.text, piece.marker, piece.level, piece.bold))

    def _trim(self, cells: list[Cell], n_cols: int) -> int:
        """Takes away columns that exist only because one cell claims far more than the table has."""
        used = 1 + max((cell.col for cell in cells), default=-1)
        if n_cols <= 2 * used + 20:
            return n_cols
        self.notes.append(Note("info", "colspan-trimmed", f"{n_cols - used} columns without any cell were taken away"))
        for at, cell in enumerate(cells):
            if cell.end_col > used:
                cells[at] = _narrowed(cell, used)
        return used


def _narrowed(cell: Cell, n_cols: int) -> Cell:
    from dataclasses import replace

    return replace(cell, col_span=n_cols - cell.col)
