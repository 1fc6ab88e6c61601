"""The walk through a document: headings, blocks of labels, tables of indicators and of actions.

A state that is carried from row to row and from table to table: the headings in force,
the objective in force, the label in force, the columns in force.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from planparse.interpret.blocks import BlockState
from planparse.interpret.cards import card_tables, with_cards
from planparse.interpret.codes import split_code
from planparse.interpret.draft import ObjectiveDraft, Text, cell_text, code_text
from planparse.interpret.header_rows import Slots, anchored, header_height
from planparse.interpret.headers import Schema, Years, read_schema
from planparse.interpret.headings import Headings
from planparse.interpret.labels import Label, match_label
from planparse.interpret.ledger import Ledger
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.rows import RowReader
from planparse.interpret.sections import Part, Sections
from planparse.interpret.values import parse_value
from planparse.model.document import Block, Cell, Document, Grid, Paragraph
from planparse.model.trace import Remark, Use
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold, squash

_LONGEST_LABEL = 60
_TEXTS = frozenset({"developments", "issues", "milestones", "lead", "priority", "extra"})
"""Labels that may stand side by side over their texts."""
_BLOCK_ROLES = frozenset({"priority", "objective", "developments", "issues", "milestones", "indicators"})


class Walk:
    """Gathers objective drafts from a repaired document."""

    def __init__(self, document: Document, vocabulary: Vocabulary, ledger: Ledger, years: Years) -> None:
        self.document, self.vocabulary, self.ledger = document, vocabulary, ledger
        self.years = years
        self.headings = Headings(document, vocabulary)
        self.sections = Sections(document, self.headings, vocabulary)
        self.block = BlockState(self.headings, ledger)
        self.part: Part | None = None
        """The part of a section in force."""
        self.heading: Paragraph | None = None
        """The one that the element before is."""
        self.named = False
        """The element before names an objective, or is a line about it."""
        self.schema: Schema | None = None
        self.schema_width: tuple[int, tuple[float, ...] | None] | None = None
        self.over = False
        """The label in force stands over its values, as wide as the table, not beside them."""
        self.tables = 0
        self.looked_at: list[str] = []
        self.repeated = Counter(
            squash(b.text) for b in document.blocks if isinstance(b, Paragraph) and len(b.text) < _LONGEST_LABEL
        )

    def run(self) -> list[ObjectiveDraft]:
        for block in with_cards(self.document.blocks, self.vocabulary):
            if isinstance(block, Paragraph):
                self.heading = None
                self.paragraph(block)
            else:
                self.grid(block.at_hand())
                self.heading, self.named = None, False
        return self.block.objectives

    def paragraph(self, paragraph: Paragraph) -> None:
        unit = paragraph.places[0].unit
        named, self.named = self.named, False
        part = self.sections.parts.get(unit)
        if part is not None:
            self._begin_part(part, paragraph)
        elif unit in self.sections.owners:
            self.headings.take_owner(paragraph)
            self._leave()
            self.named = True
        elif self.part is not None and unit in self.part.held:
            self.block.values(self.part.label, [_as_cell(paragraph)])
        elif named and (label := self._line(paragraph)) is not None:
            self.ledger.use(paragraph.places, Use("label", label.role))
            self.block.values(label, [replace(_as_cell(paragraph), blocks=(Block(label.rest),))])
            self.named = True
        elif self.headings.take_caption(paragraph):
            self._leave()
            self.ledger.use(paragraph.places, Use("label", "heading"))
        elif (own := self._own_part(paragraph)) is not None:
            self.ledger.use(paragraph.places, Use("label", own.role))
            self.block.label, self.schema = own, None
        elif self.headings.take(paragraph):
            self._leave()
            self.heading = paragraph
            self.named = self.headings.names_objective(fold(paragraph.text))

    def _own_part(self, paragraph: Paragraph) -> Label | None:
        """The label of a table that belongs to the objective of the block above: it stands below each such block."""
        current = self.block.current
        if current is None or current.from_heading or self.repeated[squash(paragraph.text)] < 2:
            return None
        label = match_label(paragraph.text, self.vocabulary)
        return label if label is not None and label.role in ("indicators", "milestones") and not label.rest else None

    def _line(self, paragraph: Paragraph) -> Label | None:
        """The label of a line below an objective's heading: "Corporate priority: A healthy place"."""
        label = match_label(paragraph.text, self.vocabulary) if ":" in paragraph.text else None
        return label if label is not None and label.rest and label.role in ("priority", "lead") else None

    def _leave(self) -> None:
        self.block.leave()
        self.schema, self.part = None, None

    def _begin_part(self, part: Part, paragraph: Paragraph) -> None:
        self.headings.go_back_to(part.owner)
        self._leave()
        self.part = part
        self.ledger.use(paragraph.places, Use("label", part.label.role))

    def grid(self, grid: Grid, nested: bool = False) -> None:
        title = _as_cell(self.heading) if self.heading is not None else None
        cards = None if nested else card_tables(grid, self.vocabulary, title)
        if cards:
            if title is not None and any(cell.places == title.places for cell in cards[0].cells):
                self.headings.take_back(title.places)
                self.block.leave()
            for card in cards:
                self._rows(card)
            return
        if not nested:
            self.block.label = None
        self._rows(grid)

    def _rows(self, grid: Grid) -> None:
        slots = self._with_whole_labels(grid)
        inherits = self.schema is not None and self.schema_width == (grid.n_cols, grid.edges)
        reader = self._reader(grid, slots, self.schema) if inherits and self.schema else None
        row = 0
        while row < grid.n_rows:
            stub = self._stub(slots, row)
            label = match_label(cell_text(stub).text, self.vocabulary) if stub is not None else None
            known = reader is not None and reader.is_dated_action(row)
            schema = None if known else self._schema_at(grid, slots, row, label, stub)
            if schema is not None:
                if label is not None and stub is not None and schema.first_col:
                    self.block.take_label(label, stub)
                reader = self._begin_table(grid, slots, schema)
                row = schema.end_row
                continue
            heads = self._labels_over(slots, row) if reader is None and label is not None else []
            if heads:
                self._fill_below(heads)
                row += 2
                continue
            if label is not None and stub is not None and self._is_label_row(grid, slots, row, label, reader):
                self.block.take_label(label, stub)
                reader = None
                self.over = not label.rest and label.role != "indicators" and _is_alone(grid, slots, row)
                self._label_row(slots, row, label)
            elif reader is None and self.block.label is not None and self.over and _is_alone(grid, slots, row):
                self._fill(self.block.label, _filled(slots, row))
            elif self._is_heading_row(grid, slots, row):
                self._heading_row(slots, row)
            elif reader is not None:
                self._data_row(reader, row)
            else:
                self._plain_row(grid, slots, row)
            row += 1
        if reader is None:
            self.schema = None

    def _with_whole_labels(self, grid: Grid) -> Slots:
        """The slots, with labels whose period stands in a row of its own below them in one cell with it."""
        slots = grid.slots()
        for row in range(grid.n_rows - 1 if grid.n_cols > 1 else 0):
            label, tail = slots[row][0], slots[row + 1][0]
            if label is None or tail is None or tail.row != row + 1 or label.end_col > 1 or tail.end_col > 1:
                continue
            text = cell_text(tail).text
            if not text or label.is_blank or without_periods(text).strip("() ") or not find_periods(text):
                continue
            printed = cell_text(label).text
            known = match_label(printed, self.vocabulary)
            if known is None or known.period or known.role not in _BLOCK_ROLES:
                continue
            whole = (Block(f"{printed} {text}"),)
            joined = replace(label, blocks=whole, row_span=tail.end_row - label.row, places=label.places + tail.places)
            for line in slots[label.row : joined.end_row]:
                line[0] = joined
        return slots

    @staticmethod
    def _stub(slots: Slots, row: int) -> Cell | None:
        """The label cell at the left, where it begins in this row and holds text."""
        cell = next((c for c in slots[row] if c is not None), None)
        return cell if cell is not None and cell.row == row and cell.col == 0 and not cell.is_blank else None

    def _schema_at(self, grid: Grid, slots: Slots, row: int, label: Label | None, stub: Cell | None) -> Schema | None:
        """The schema of a header that begins in this row, with or without a stub at its left."""
        for first_col in self._first_cols(slots, row, label, stub):
            height = header_height(slots, row, first_col, self.vocabulary)
            if not height:
                continue
            if (
                first_col == 0
                and label is not None
                and stub is not None
                and self._stands_alone(slots, row, height, stub)
            ):
                continue
            return read_schema(grid, slots, row, height, first_col, self.vocabulary, self.years)
        return None

    def _first_cols(self, slots: Slots, row: int, label: Label | None, stub: Cell | None) -> list[int]:
        first = slots[row][0] if slots[row] else None
        width = first.end_col if first is not None else 1
        if stub is None:
            blank = first is None or first.is_blank
            if blank and self._is_named_below(slots, row, width):
                return [0]
            return [width] if first is None or blank or first.row < row else [0]
        return [0, stub.end_col] if label is not None else [0]

    def _is_named_below(self, slots: Slots, row: int, width: int) -> bool:
        """Whether a blank corner has its own header text in a lower row of the header: it is a column, no stub."""
        below = range(row + 1, row + header_height(slots, row, width, self.vocabulary))
        return any(cell.col == 0 and not cell.is_blank for r in below for cell in anchored(slots, r, 0))

    @staticmethod
    def _stands_alone(slots: Slots, row: int, height: int, stub: Cell) -> bool:
        """Whether nothing of its own stands below the first cell: it is a label, not a column."""
        if stub.end_row > row + height:
            return True
        filled = (line for line in slots[row + height :] if any(c is not None and not c.is_blank for c in line))
        below = next(filled, None)
        return below is not None and code_text(below[0]) is None

    def _begin_table(self, grid: Grid, slots: Slots, schema: Schema) -> RowReader | None:
        cells = {id(c): c for r in range(schema.first_row, schema.end_row) for c in slots[r][schema.first_col :] if c}
        own = [c for c in cells.values() if not c.is_blank and c.row >= schema.first_row]
        labels = " | ".join(c.label for c in schema.columns if c.label)
        self.looked_at.append(labels)
        if schema.kind == "other":
            self.schema, self.schema_width = None, None
            self.ledger.use(
                tuple(p for c in own for p in c.places), Use("unused", "header of a table that is no plan table")
            )
            return self._reader(grid, slots, schema)
        self.ledger.header(own)
        for column in schema.columns:
            self.ledger.columns.append(column)
        self.tables += 1
        self.schema, self.schema_width = schema, (grid.n_cols, grid.edges)
        return self._reader(grid, slots, schema)

    def _reader(self, grid: Grid, slots: Slots, schema: Schema) -> RowReader:
        at_top = schema if schema.first_row < grid.n_rows and schema is not self.schema else replace(schema, end_row=0)
        return RowReader(grid, slots, at_top, self.vocabulary, self.ledger)

    def _is_label_row(self, grid: Grid, slots: Slots, row: int, label: Label, reader: RowReader | None) -> bool:
        """Under a header a label counts only where a stub stands at the left of the columns, a text alone at its right,
        or one as wide as the table below it."""
        if reader is None:
            known = label.role in _BLOCK_ROLES or self.block.current is not None
            return known and not self._heads_figures(slots, row)
        if reader.schema.first_col:
            return True
        if label.role not in _BLOCK_ROLES:
            return False
        alone = _is_alone(grid, slots, row) and not label.rest and row + 1 < grid.n_rows
        return len(_filled(slots, row)) == 2 or (alone and _is_alone(grid, slots, row + 1))

    def _heads_figures(self, slots: Slots, row: int) -> bool:
        """Whether several texts of a row stand over figures: names of columns, of a table that is no plan table."""
        above, below = _filled(slots, row)[1:], slots[row + 1] if row + 1 < len(slots) else []
        cells = [below[c.col] for c in above if below and c.row == row]
        texts = [fold(cell.text) for cell in cells if cell is not None and cell.row == row + 1]
        return len(above) > 1 and sum(parse_value(t, self.vocabulary).status == "number" for t in texts) > 1

    def _is_heading_row(self, grid: Grid, slots: Slots, row: int) -> bool:
        """One text over the whole width that names an objective or a priority, or stands right above a header."""
        cells = {id(c): c for c in slots[row] if c is not None and not c.is_blank}
        if len(cells) != 1 or grid.n_cols < 3:
            return False
        (cell,) = cells.values()
        if cell.tables or cell.col or cell.row != row:
            return False
        over = row + 1 < grid.n_rows and header_height(slots, row + 1, 0, self.vocabulary) > 0
        if cell.col_span < grid.n_cols and grid.spans_known:
            return over and row > 0
        return over or self._names_section(grid, cell)

    def _names_section(self, grid: Grid, cell: Cell) -> bool:
        """Not the commentary on an indicator, which may begin with the indicator's own code."""
        text = fold(cell.text)
        split = split_code(text)
        if split is not None and (
            not grid.spans_known or any(c is not cell and _begins_with(c, split.printed) for c in grid.cells)
        ):
            return False
        named = self.headings.names_objective(text) or (":" in text and self.headings.role(text) == "priority")
        return named and not text.endswith(".")

    def _heading_row(self, slots: Slots, row: int) -> None:
        cell = next(c for c in slots[row] if c is not None and not c.is_blank)
        self.headings.take_row([Text(fold(b.text), cell.places) for b in cell.blocks if b.text.strip()])
        self.ledger.use(cell.places, Use("label", "heading"))
        self.block.leave()

    def _plain_row(self, grid: Grid, slots: Slots, row: int) -> None:
        """A row without a label of its own goes on with the label in force."""
        cells = [c for c in dict.fromkeys(slots[row]) if c is not None and c.row == row and not c.is_blank]
        if not cells:
            return
        first = slots[row][0]
        if self.block.label is not None and (cells[0].col > 0 or (first is not None and first.row < row)):
            self._fill(self.block.label, cells)
        elif self.block.label is not None and self._is_unknown_label(cells):
            self.ledger.label(cells[:1], "unknown label")
            self.block.label = Label("extra", fold(cells[0].text).rstrip(" :"))
            self._fill(self.block.label, cells[1:])
        else:
            for cell in cells:
                self._nested(cell)

    def _is_unknown_label(self, cells: list[Cell]) -> bool:
        """Inside a block: a short text at the left and one cell beside it."""
        inside = self.block.current is not None
        return inside and len(cells) == 2 and cells[0].col == 0 and len(fold(cells[0].text)) <= _LONGEST_LABEL

    def _label_row(self, slots: Slots, row: int, label: Label) -> None:
        """The cells at the right of a label, in the label's own row."""
        cells = [c for c in dict.fromkeys(slots[row]) if c is not None and c.row == row]
        rest = [c for c in cells[1:] if not c.is_blank]
        self.block.label_values(cells[0], rest, label)
        for cell in rest:
            self._nested(cell)

    def _labels_over(self, slots: Slots, row: int) -> list[tuple[Label, Cell, Cell]]:
        """Labels side by side, each over a text as wide as it, with both; none where it is no such row."""
        above, below = _filled(slots, row), _filled(slots, row + 1) if row + 1 < len(slots) else []
        if len(above) < 2 or [(c.col, c.end_col) for c in above] != [(c.col, c.end_col) for c in below]:
            return []
        labels = [match_label(cell_text(cell).text, self.vocabulary) for cell in above]
        found = [
            (label, head, cell)
            for label, head, cell in zip(labels, above, below, strict=True)
            if label is not None and not label.rest and label.role in _TEXTS
        ]
        if len(found) < len(above):
            return []
        return [] if any(match_label(cell_text(cell).text, self.vocabulary) for cell in below) else found

    def _fill_below(self, heads: list[tuple[Label, Cell, Cell]]) -> None:
        for label, head, cell in heads:
            self.block.take_label(label, head)
            self._fill(label, [cell])

    def _fill(self, label: Label, cells: list[Cell]) -> None:
        self.block.values(label, cells)
        for cell in cells:
            self._nested(cell)

    def _nested(self, cell: Cell) -> None:
        for table in cell.tables:
            label, self.block.label = self.block.label, None
            self.grid(table, nested=True)
            self.block.label = label

    def _data_row(self, reader: RowReader, row: int) -> None:
        if reader.schema.kind == "other":
            for cell in reader.cells(row):
                self.ledger.use(
                    cell.places, Use("unused" if not cell.is_blank else "blank", "row of a table that is no plan table")
                )
            return
        if reader.quarter is not None and reader.is_next_quarter(row):
            reader.add_quarter(row)
            return
        role = reader.role(row)
        if role == "band":
            reader.band(row)
        elif role == "commentary":
            if not reader.commentary(row):
                self._unread(reader, row, role)
        elif role == "indicator":
            self.block.for_row(reader, row).indicators.append(reader.indicator(row))
        elif role == "action":
            draft = reader.action(row)
            if draft.period is None and reader.schema.first_col and self.block.label is not None:
                draft.period = self.block.label.period
            self.block.for_row(reader, row).milestones.append(draft)
        elif role != "blank":
            self._unread(reader, row, role)

    def _unread(self, reader: RowReader, row: int, role: str) -> None:
        cells = [c for c in reader.cells(row) if not c.is_blank]
        places = tuple(p for c in cells for p in c.places)
        self.ledger.use(places, Use("unused", f"{role} row"))
        if role == "unknown":
            text = " | ".join(fold(c.text) for c in cells)[:120]
            message = f"a row of a plan table was not understood: {text}"
            self.ledger.remarks.append(Remark("warning", "row-not-understood", message, (), places))


def _filled(slots: Slots, row: int) -> list[Cell]:
    """The cells of a row that hold text, those that reach down into it among them."""
    return [c for c in dict.fromkeys(slots[row]) if c is not None and not c.is_blank]


def _is_alone(grid: Grid, slots: Slots, row: int) -> bool:
    """Whether a text fills the row from one side of the table to the other."""
    if not grid.spans_known:
        return False
    cells = _filled(slots, row)
    return len(cells) == 1 and cells[0].row == row and cells[0].col == 0 and cells[0].end_col == grid.n_cols


def _begins_with(cell: Cell, code: str) -> bool:
    """Whether the cell begins with this code, not with a longer one: "AB1", not "AB1.1"."""
    text = fold(cell.text)
    split = split_code(text) if text.startswith(code) else None
    return split is not None and split.printed == code


def _as_cell(paragraph: Paragraph) -> Cell:
    """A paragraph as a block's cell would hold it."""
    block = Block(paragraph.text, paragraph.marker, paragraph.level, paragraph.bold)
    return Cell(0, 0, 1, 1, (block,), paragraph.places, marks=paragraph.marks)
