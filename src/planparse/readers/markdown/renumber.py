"""Blocks that the HTML reader found inside a Markdown file get the numbers of that file."""

from __future__ import annotations

from dataclasses import replace

from planparse.model.document import Aside, Cell, Grid, Paragraph
from planparse.model.provenance import Place, Provenance
from planparse.readers.units import Units


class Renumber:
    def __init__(self, units: Units, first_table: int, line: int) -> None:
        self.units = units
        self.first_table = first_table
        self.next_table = first_table
        self.line = line

    def paragraph(self, block: Paragraph) -> Paragraph:
        return replace(block, places=self._places(block.places))

    def aside(self, aside: Aside) -> Aside:
        return replace(aside, places=self._places(aside.places))

    def grid(self, grid: Grid) -> Grid:
        return replace(grid, cells=tuple(map(self._cell, grid.cells)))

    def _cell(self, cell: Cell) -> Cell:
        places = self._places(cell.places)
        return replace(cell, places=places, tables=tuple(map(self.grid, cell.tables)))

    def _places(self, places: Provenance) -> Provenance:
        return tuple(map(self._place, places))

    def _place(self, place: Place) -> Place:
        if place.table is None:
            return self.units.paragraph(line=self.line)
        table = self.first_table + place.table
        self.next_table = max(self.next_table, table + 1)
        return self.units.cell(table=table, row=place.row or 0, column=place.column or 0, line=self.line)
