"""The columns that the rows of a table stand in: its own header's, or those of a table before it."""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.header_rows import Slots
from planparse.interpret.headers import Schema
from planparse.interpret.ledger import Ledger
from planparse.interpret.paired import paired
from planparse.interpret.periods import Years
from planparse.interpret.row_heads import schema_at
from planparse.interpret.rows import RowReader
from planparse.model.document import Grid
from planparse.model.vocabulary import Vocabulary

_SAME = 2.0
"""Points by which the borders of one table may differ between its parts."""
_ABOUT = 25.0
"""Points by which the borders of the same columns may differ where no line shows them."""


class ColumnsInForce:
    """Makes the reader of each table's rows. ``headed`` says that a heading stands right above the table."""

    def __init__(self, vocabulary: Vocabulary, ledger: Ledger, years: Years) -> None:
        self.vocabulary, self.ledger, self.years = vocabulary, ledger, years
        self.schema: Schema | None = None
        self.grid: Grid | None = None
        """The table in whose columns it is in force."""
        self.latest: tuple[Schema, Grid] | None = None
        """The columns of the latest plan table, whatever has ended since, and the table."""
        self.reader: RowReader | None = None
        """The one of the latest table."""

    def end(self) -> None:
        """No table goes on with these columns, unless it has no header of its own."""
        self.schema = None

    def keep(self, reader: RowReader | None) -> None:
        """A table has ended with this reader, or with rows that are no records."""
        self.reader = reader
        if reader is None:
            self.end()

    def going_on(self, grid: Grid, slots: Slots, *, headed: bool) -> RowReader | None:
        """The reader of a table that has no header: it goes on with the columns in force or with the latest ones."""
        if self.schema is None or self.grid is None or not _alike(grid, self.grid, _SAME):
            return self._as_latest(grid, slots) if headed else None
        reader = self._reader(grid, slots, self.schema)
        if self.reader is not None:
            reader.go_on(self.reader)
        return reader

    def begin(self, grid: Grid, slots: Slots, schema: Schema, *, headed: bool) -> RowReader:
        """The reader of the rows below a header."""
        reader = self._reader(grid, slots, schema)
        if schema.kind == "other":
            self.schema, self.grid, self.latest = None, None, None
            return reader
        before, self.latest = self.latest, (schema, grid)
        self.schema, self.grid = schema, grid
        if self.reader is not None and before is not None and not headed and _goes_on(*before, schema, grid):
            reader.go_on(self.reader)
        return reader

    def _as_latest(self, grid: Grid, slots: Slots) -> RowReader | None:
        """For a table right below a heading, with records in the columns of the table before: one header may stand over
        the first of several tables only."""
        if self.latest is None:
            return None
        schema, other = self.latest
        if schema.first_col or schema.of("objective") or not _alike(grid, other, _ABOUT):
            return None
        if schema_at(grid, slots, 0, None, None, self.vocabulary, self.years):
            return None
        first, *rest = schema.columns
        first = replace(first, doubt="no header stands over its table; its columns are read as in the table before")
        reader = self._reader(grid, slots, replace(schema, columns=(first, *rest)))
        if not reader.holds_records():
            return None
        self.schema, self.grid = schema, grid
        return reader

    def _reader(self, grid: Grid, slots: Slots, schema: Schema) -> RowReader:
        at_top = schema if schema.first_row < grid.n_rows and schema is not self.schema else replace(schema, end_row=0)
        pair = paired(at_top, slots, self.vocabulary)
        if pair is None:
            return RowReader(grid, slots, at_top, self.vocabulary, self.ledger)
        beside = RowReader(grid, slots, pair[1], self.vocabulary, self.ledger, shared=True)
        return RowReader(grid, slots, pair[0], self.vocabulary, self.ledger, beside, shared=True)


def _goes_on(before: Schema, other: Grid, schema: Schema, grid: Grid) -> bool:
    """Whether a table on the next page begins with the header of the one before: its first rows are under the same
    band."""
    same = [c.label for c in before.columns] == [c.label for c in schema.columns]
    return same and other.page is not None and grid.page == other.page + 1 and schema.first_row == 0


def _alike(grid: Grid, other: Grid, most: float) -> bool:
    """Whether two tables have as many columns, with borders that differ by ``most`` points at most."""
    if grid.n_cols != other.n_cols or bool(grid.edges) != bool(other.edges):
        return False
    return all(abs(a - b) <= most for a, b in zip(grid.edges or (), other.edges or (), strict=True))
