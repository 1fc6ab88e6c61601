"""The tables of a document: a state that is carried from row to row and from table to table.

The header in force says what the columns are, the label in force what the texts beside it are; each row goes to the
objective in force or to the one that it names.
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.aim_codes import without_code
from planparse.interpret.blocks import OPENERS, BlockState, as_cell
from planparse.interpret.caption_years import dated_by_caption
from planparse.interpret.card_titles import below_title
from planparse.interpret.cards import card_tables
from planparse.interpret.columns_in_force import ColumnsInForce
from planparse.interpret.draft import band_texts, cell_text
from planparse.interpret.header_rows import Slots, anchored, header_height
from planparse.interpret.headers import Schema
from planparse.interpret.headings import Headings
from planparse.interpret.known_columns import KnownColumns, named_before
from planparse.interpret.labels import Label, match_label
from planparse.interpret.ledger import Ledger
from planparse.interpret.listing import (
    codes_of_objectives,
    columns_of_texts,
    take_codes,
    take_list,
    take_texts,
)
from planparse.interpret.lying import upright
from planparse.interpret.money import is_of_money
from planparse.interpret.panels import panel_texts
from planparse.interpret.periods import Years
from planparse.interpret.row_heads import (
    BLOCK_ROLES,
    LISTS,
    coded_title,
    filled,
    heads_figures,
    heads_names,
    is_alone,
    label_pairs,
    labelled_texts,
    labels_over,
    names_figures,
    numbered_item,
    priority_over,
    schema_at,
    stub_at,
    with_whole_labels,
)
from planparse.interpret.rows import RowReader
from planparse.interpret.table_rows import is_record, take_row
from planparse.interpret.title_rows import TitleRows
from planparse.interpret.vocabulary import phrase_key
from planparse.interpret.year_bands import year_bands
from planparse.interpret.year_cards import year_cards
from planparse.model.document import Cell, Grid, Paragraph
from planparse.model.trace import Use
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_PARTS = frozenset({"indicators", "milestones"})
_TOLD = frozenset({"developments", "issues", "indicators"})
"""Columns of texts that no table of records has."""
_LONGEST_LABEL = 60


class Tables:
    """Reads tables one after the other into the objectives of ``block``."""

    def __init__(
        self, block: BlockState, headings: Headings, vocabulary: Vocabulary, ledger: Ledger, years: Years
    ) -> None:
        self.block, self.headings = block, headings
        self.vocabulary, self.ledger, self.years = vocabulary, ledger, years
        self.heading: Paragraph | None = None
        """The one right above the table."""
        self.line = ""
        """The text right above the table, whatever it is."""
        self.part: Label | None = None
        """The label of the part that the table is in."""
        self.named = False
        """What stands above the table names an objective, or is a line about it."""
        self.in_force = ColumnsInForce(vocabulary, ledger, years)
        self.over = False
        """The label in force stands over its values, as wide as the table, not beside them."""
        self.numbered = False
        """So that each of the values has a number at its left."""
        self.columns = KnownColumns(vocabulary)
        self.titles = TitleRows(headings, vocabulary)
        self.titled: set[str] = set()
        """The labels right below the titles of cards."""
        self.looked_at: list[str] = []

    def leave(self) -> None:
        """A heading ends the table before it."""
        self.in_force.end()

    def read(self, grid: Grid, heading: Paragraph | None, part: Label | None = None, *, named: bool) -> None:
        """``heading`` and ``named`` are what stands right above the table, ``part`` the label of the part that it is
        in."""
        self.heading, self.named, self.part = heading, named, part
        if take_list(grid, heading, part, self.block, self.vocabulary, self.years.year):
            self.leave()
            return
        self.grid(upright(grid, self.vocabulary))

    def grid(self, grid: Grid, nested: bool = False) -> None:
        title = as_cell(self.heading) if self.heading is not None else None
        measure = title if self.heading is not None and not self.headings.role(fold(self.heading.text)) else None
        cards = (
            None
            if nested
            else year_bands(grid, self.vocabulary)
            or year_cards(grid, self.vocabulary, measure)
            or card_tables(grid, self.vocabulary, title, self.titled)
        )
        if cards:
            if title is not None and any(cell.places == title.places for cell in cards[0].cells):
                self.headings.take_back(title.places)
                self.block.leave()
            self.titled.update(label for card in cards if (label := below_title(card)) is not None)
            for card in cards:
                self._rows(card)
            return
        if not nested:
            self.block.label = None
        self._rows(grid)

    def _rows(self, grid: Grid) -> None:
        slots = with_whole_labels(grid, self.vocabulary)
        listed = codes_of_objectives(slots, self.vocabulary)
        if listed is not None:
            take_codes(slots, *listed, self.block)
            self.leave()
            return
        reader = self.in_force.going_on(grid, slots, headed=self.heading is not None)
        waiting: RowReader | None = None  # from a label's row on, to the next record
        row = 0
        while row < grid.n_rows:
            is_awaited = reader is None and waiting is not None and is_record(waiting, row)
            if waiting is not None and is_awaited and not header_height(slots, row, 0, self.vocabulary):
                waiting.period = _year_of_actions(self.block.label)
                reader, waiting, self.block.label = waiting, None, None
            stub = stub_at(slots, row)
            if reader is None and stub is not None and self._take_panels(grid, slots, row):
                row += 1
                continue
            label = match_label(cell_text(stub).text, self.vocabulary) if stub is not None else None
            if label is None and stub is not None:
                label = priority_over(slots, row, stub, self.vocabulary)
                label = label or coded_title(slots, row, stub, self.vocabulary)
            columns = columns_of_texts(slots, row, self.vocabulary) if label is not None else []
            known = reader is not None and reader.is_dated_action(row)
            known = known or any(c.when or c.label.period or c.label.role in _TOLD for c in columns)
            known = known or (label is not None and bool(label_pairs(anchored(slots, row, 0), self.vocabulary)))
            self.block.titled = None
            self.block.is_titled = (
                row == 0
                and label is not None
                and label.role == "priority"
                and not any(self._role_at(slots, r) == "objective" for r in range(row + 1, grid.n_rows))
            )
            known = known or (stub is not None and self.titles.is_named_title(grid, slots, stub))
            schema = None if known else schema_at(grid, slots, row, label, stub, self.vocabulary, self.years)
            if schema is not None:
                if label is not None and stub is not None and schema.first_col:
                    self.block.take_label(label, stub)
                reader, waiting = self._begin_table(grid, slots, schema), None
                row = schema.end_row
                continue
            if columns:
                take_texts(slots, row, columns, self.block, self._nested)
                reader = None
                break
            heads = labels_over(slots, row, self.vocabulary) if label is not None else []
            if heads and (reader is None or all(head.role in BLOCK_ROLES for head, _, _ in heads)):
                self._fill_below(heads)
                reader, waiting = None, reader or waiting
                row += 2
                continue
            if label is not None and stub is not None and self._is_label_row(grid, slots, row, label, reader):
                self.block.take_label(
                    label, stub, over=self._role_at(slots, row + 1) if label.role in OPENERS else None
                )
                reader, waiting = None, reader or waiting
                self.over = not label.rest and label.role != "indicators" and is_alone(grid, slots, row)
                self.numbered = row + 1 < grid.n_rows and numbered_item(grid, slots, row + 1) is not None
                self._label_row(slots, row, label)
            elif reader is None and self.over and self.block.label and (text := self._listed(grid, slots, row)):
                self._fill(self.block.label, [text])
            elif self.titles.is_heading(grid, slots, row):
                self._heading_row(slots, row)
            elif reader is not None:
                take_row(reader, row, self.block, self.ledger)
            else:
                self._plain_row(grid, slots, row)
            row += 1
        self.in_force.keep(reader)

    def _take_panels(self, grid: Grid, slots: Slots, row: int) -> bool:
        """Reads a cell as wide as the table that is a panel of its own, or several side by side; False where a cell of
        the row is none."""
        cells = filled(slots, row)
        if (len(cells) == 1 and not is_alone(grid, slots, row)) or any(cell.row < row for cell in cells):
            return False
        panels = [panel_texts(cell, self.vocabulary) for cell in cells]
        if not all(panels):
            return False
        for cell, texts in zip(cells, panels, strict=True):
            for label, own in texts:
                self.block.values(label, [own])
            self._nested(cell)
        return True

    def _listed(self, grid: Grid, slots: Slots, row: int) -> Cell | None:
        """The text of a row of the list under a label as wide as the table: one as wide, or behind its number."""
        item = numbered_item(grid, slots, row)
        return item or (filled(slots, row)[0] if not self.numbered and is_alone(grid, slots, row) else None)

    def _role_at(self, slots: Slots, row: int) -> str | None:
        """The role of the label at the left of a row."""
        stub = stub_at(slots, row) if row < len(slots) else None
        label = match_label(cell_text(stub).text, self.vocabulary) if stub is not None else None
        return label.role if label is not None else None

    def _begin_table(self, grid: Grid, slots: Slots, schema: Schema) -> RowReader:
        below = range(schema.end_row, grid.n_rows)
        if schema.kind == "actions" and (self.named or any(self.titles.is_heading(grid, slots, r) for r in below)):
            schema = _without_outcomes(schema, self.vocabulary)
        schema = named_before(self.columns.settled(schema, slots), slots, self.block.objectives)
        schema = replace(schema, columns=dated_by_caption(schema.columns, self.line, self.vocabulary))
        above = [self.headings.latest, *(t.text for t in self.headings.above()[-2:])]
        above = [text for text in above if not self.headings.names_objective(text)]
        if schema.kind == "indicators" and is_of_money(schema, slots, above, self.vocabulary):
            schema = replace(schema, kind="other")
        cells = {id(c): c for r in range(schema.first_row, schema.end_row) for c in slots[r][schema.first_col :] if c}
        own = [c for c in cells.values() if not c.is_blank and c.row >= schema.first_row]
        labels = " | ".join(c.label for c in schema.columns if c.label)
        self.looked_at.append(labels)
        reader = self.in_force.begin(grid, slots, schema, headed=self.heading is not None)
        if schema.kind == "other":
            places = tuple(p for c in own for p in c.places)
            self.ledger.use(places, Use("unused", "header of a table that is no plan table"))
            return reader
        self.ledger.header(own)
        self.ledger.columns.extend(schema.columns)
        reader.period = _year_of_actions(self.block.label) or _year_of_actions(self.part) or reader.period
        return reader

    def _is_label_row(self, grid: Grid, slots: Slots, row: int, label: Label, reader: RowReader | None) -> bool:
        """Under a header a label counts only where a stub stands at the left of the columns, a text alone at its right,
        or one as wide as the table below it."""
        figures = label.role in LISTS and not label.rest and names_figures(slots, row, self.vocabulary)
        if reader is None:
            known = label.role in BLOCK_ROLES or self.block.current is not None
            known = known or bool(label_pairs(anchored(slots, row, 0), self.vocabulary))
            if row == 0 and label.role in OPENERS and heads_names(slots, self.vocabulary):
                return False
            if self.block.is_titled and is_alone(grid, slots, row) and self.block.is_goal(label):
                return False
            return known and not figures and not heads_figures(slots, row, self.vocabulary)
        if reader.schema.first_col:
            return True
        if label.role not in BLOCK_ROLES:
            cells, opens = filled(slots, row), self._role_at(slots, row + 1) in OPENERS
            return label.role == "lead" and len(cells) == 2 and cells[1].col_span > 1 and not opens
        alone = is_alone(grid, slots, row) and not label.rest and row + 1 < grid.n_rows
        listed = alone and label.role in LISTS and numbered_item(grid, slots, row + 1) is not None
        listed = listed or bool(label_pairs(anchored(slots, row, 0), self.vocabulary))
        lone = len(filled(slots, row)) == 1 and not label.rest and row + 1 < grid.n_rows
        if lone and label.role in _PARTS and header_height(slots, row + 1, 0, self.vocabulary):
            return True  # over another header of the block
        return (len(filled(slots, row)) == 2 and not figures) or listed or (alone and is_alone(grid, slots, row + 1))

    def _heading_row(self, slots: Slots, row: int) -> None:
        cell = next(c for c in slots[row] if c is not None and not c.is_blank)
        self.headings.take_row(band_texts(cell))
        self.ledger.use(cell.places, Use("label", "heading"))
        self.block.leave()

    def _plain_row(self, grid: Grid, slots: Slots, row: int) -> None:
        """A row without a label of its own goes on with the label in force."""
        cells = [c for c in anchored(slots, row, 0) if not c.is_blank]
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
        cells = anchored(slots, row, 0)
        rest = [c for c in cells[1:] if not c.is_blank]
        beside = labelled_texts(cells, self.vocabulary)
        for own, cell in beside:
            self.block.take_label(own, cell)
            self.block.label_values(cell, [], own)
        if beside:
            return
        pairs = label_pairs(cells, self.vocabulary)
        refs = [pair for pair in pairs if pair[0].role == "ref"]
        pairs = [pair for pair in pairs if pair[0].role != "ref"]
        for other, stub, value in pairs[1:]:
            self.block.take_label(other, stub)
            self.block.label_values(stub, [value], other)
        label, first, rest = (pairs[0][0], pairs[0][1], [pairs[0][2]]) if pairs else (label, cells[0], rest)
        rest, beside_aim = without_code(label, rest, self.vocabulary)
        self.block.take_label(label, first)
        self.block.label_values(first, rest, label)
        is_own = any(pair[0].role == "objective" for pair in pairs) or label.role == "objective"
        for name, stub, code in (*refs, *beside_aim):
            self.block.take_ref(name, stub, code, is_own=is_own)
        for cell in rest:
            self._nested(cell)

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


def _year_of_actions(label: Label | None) -> str | None:
    """The period that a label over actions names."""
    return label.period if label is not None and label.role == "milestones" else None


def _without_outcomes(schema: Schema, vocabulary: Vocabulary) -> Schema:
    """Below an objective's heading a column like "Outcome" says what comes of an action, not whose it is."""
    columns = tuple(
        replace(c, role="extra", why=(*c.why, "the heading above names the objective"))
        if c.role == "objective" and phrase_key(c.label.partition("/")[0]) in vocabulary.outcomes
        else c
        for c in schema.columns
    )
    return replace(schema, columns=columns)
