"""The rows below a header -> indicator drafts, by the role of each row."""

from __future__ import annotations

import re
from dataclasses import replace

from planparse.interpret.codes import split_code
from planparse.interpret.colours import colour_name
from planparse.interpret.continued import continued_name
from planparse.interpret.draft import (
    Column,
    IndicatorDraft,
    ObjectiveDraft,
    Text,
    ValueDraft,
    band_texts,
    cell_text,
    code_text,
)
from planparse.interpret.header_rows import VALUE_ROLES, Slots, value_role
from planparse.interpret.headers import Schema
from planparse.interpret.ledger import Ledger
from planparse.interpret.periods import is_whole_year, parse_period, quarter_in, quarter_of
from planparse.interpret.row_roles import COMMENT, SUB, RowRoles, own_code, sub_letter
from planparse.interpret.stacked import paired_values, stacked_values, two_kinds
from planparse.interpret.values import is_words
from planparse.model.document import Cell, Grid
from planparse.model.trace import Use
from planparse.model.vocabulary import Vocabulary

STATUS_ROLES = ("rag", "progress")
"""Columns whose cells may say what they say by their colour."""
_FIELDS = ("frequency", "lead", "rag", "trend", "direction", "unit")
_YEAR = re.compile(r"\d{4}/\d\d")


class RowReader(RowRoles):
    """Reads the data rows of one grid under one schema.

    The caller hands it row after row, asks for the row's ``role`` and takes the record of it.
    """

    def __init__(
        self,
        grid: Grid,
        slots: Slots,
        schema: Schema,
        vocabulary: Vocabulary,
        ledger: Ledger,
        beside: RowReader | None = None,
        *,
        shared: bool = False,
    ) -> None:
        """``beside`` reads the other columns of the same rows, which hold records of their own; both are ``shared``
        and read their own columns only."""
        only = frozenset(c.index for c in schema.columns if c.role != "objective") if shared else None
        super().__init__(grid, slots, schema, vocabulary, only)
        self.ledger, self.beside = ledger, beside
        self.group: Text | None = None
        self.parent: tuple[Text, Text | None] | None = None
        """A measure without values over its sub-measures, and its code."""
        self.objective: ObjectiveDraft | None = None
        """The one that the last cell of an objective column named; a blank below it means the same."""
        self.period: str | None = None
        """The one that a label over these actions names."""
        self.quarter = schema.of("quarter")
        """The column that says of which quarter a row is, where an indicator has a row for each."""
        self.own_periods = {_dated_by(c, schema): c for c in schema.columns if c.role == "own_period"}
        """The columns that say of which period a value is, by the column of the value."""

    def go_on(self, above: RowReader) -> None:
        """Takes over what is in force where the rows of ``above`` end, with which these go on."""
        self.group, self.objective, self.period = above.group, above.objective, above.period

    def band(self, r: int) -> Text:
        """Takes the text of a band as the group of the rows below it; one that goes on keeps its name."""
        before = self.group
        cells = [c for c in self.cells(r) if not c.is_blank]
        cell = next((c for c in cells if self._is_over_values(c)), cells[0])
        texts = band_texts(cell)
        self.group = texts[0] if len(texts) == 1 else cell_text(cell)
        if len(cells) == 2 and cells[0] is self.at(r, self.schema.of("code")):
            code, name = map(cell_text, cells)
            self.group = Text(f"{code.text} {name.text}", code.places + name.places)
        self.ledger.use(self.group.places, Use("label", "band"))
        if before is not None and continued_name(self.group.text, self.vocabulary) == before.text:
            self.group = Text(before.text, before.places + self.group.places)
        return self.group

    def take_parent(self, r: int) -> None:
        """Takes a measure without values as the group of its sub-measures, which have its code."""
        cell, code = self.at(r, self.schema.of("measure")), self.at(r, self.schema.of("code"))
        assert cell is not None
        text = cell_text(cell)
        split = split_code(text.text)
        self.parent = (text, code_text(code) or (Text(split.printed, text.places) if split else None))
        self.ledger.use(tuple(p for c in self.cells(r) for p in c.places), Use("label", "measure"))

    def commentary(self, r: int) -> bool:
        """Hangs the text on the indicator above it; False where there is none."""
        cell = next(c for c in self.cells(r) if not c.is_blank)
        if self.last is None:
            return False
        self.last.notes.append(cell_text(cell))
        return True

    def indicator(self, r: int) -> IndicatorDraft:
        schema = self.schema
        cell = self.at(r, schema.of("measure"))
        assert cell is not None
        measure, note = _without_note(cell)
        code = self.at(r, schema.of("code"))
        draft = IndicatorDraft(measure, [], code_text(code), group=self.group)
        draft.notes += note
        self.parent = self.parent if sub_letter(cell) else None
        if self.parent is not None:
            draft.group, draft.code = self.parent[0], draft.code or self.parent[1]
        self._sub_measure(draft, code, r)
        for column in schema.columns:
            self._column(draft, column, r)
        if "rag" not in draft.fields and (status := self.status_colour(r)):
            draft.fields["rag"] = status
            draft.doubts.append(by_colour(status))
        self._use_quarter(r)
        marks = [m for c in self.cells(r) for m in c.marks]
        draft.doubts += marks + [c.doubt for c in schema.columns if c.doubt]
        self.last = draft
        return draft

    def is_next_quarter(self, r: int) -> bool:
        """Whether row ``r`` is of the indicator above it, for another quarter or the year."""
        cell, measure = self.at(r, self.quarter), self.at(r, self.schema.of("measure"))
        text = cell_text(cell).text if cell is not None and cell.row == r else ""
        named = quarter_of(text) is not None or is_whole_year(text) or parse_period(text) is not None
        named = named or value_role(text, self.vocabulary) is not None
        if not named or self.last is None:
            return False
        return measure is None or measure.is_blank or measure.row < r or self._is_named_again(measure, r)

    def _is_named_again(self, measure: Cell, r: int) -> bool:
        """Whether the indicator above row ``r`` has the same measure, and code, and no value of the row's period."""
        code, cell = code_text(self.at(r, self.schema.of("code"))), self.at(r, self.quarter)
        last = self.last
        if last is None or last.measure.text != cell_text(measure).text or cell is None:
            return False
        same = code is None or (last.code is not None and last.code.text == code.text)
        return same and all(v.column.period != parse_period(cell_text(cell).text) for v in last.values)

    def add_quarter(self, r: int) -> None:
        """Adds the values and texts of row ``r`` to the indicator above it."""
        assert self.last is not None
        for column in self.schema.columns:
            cell = self.at(r, column)
            if cell is None or cell.row == r:
                self._column(self.last, column, r, later=True)
        self._use_quarter(r)

    def _use_quarter(self, r: int) -> None:
        cell = self.at(r, self.quarter) if self.quarter is not None else None
        if cell is not None:
            self.ledger.use(cell.places, Use("label", "quarter"))

    def _in_quarter(self, column: Column, r: int) -> Column:
        """The column with the quarter of row ``r``, but for a cell that is of all quarters."""
        cell, own = self.at(r, self.quarter), self.at(r, column)
        if cell is None or (own is not None and own.row_span > cell.row_span):
            return column
        text = cell_text(cell).text
        quarter = quarter_of(text)
        own_period, role = parse_period(text), value_role(text, self.vocabulary)
        if own_period is not None:
            return replace(column, label=f"{column.label} / {text}", period=own_period, role=role or column.role)
        if role is not None:
            named = value_role(column.label, self.vocabulary) is not None
            return column if named else replace(column, label=f"{column.label} / {text}", role=role)
        year = column.period if column.period and _YEAR.fullmatch(column.period) else self.schema.year
        if quarter is None and not is_whole_year(text):
            return column
        period = year if quarter is None else quarter_in(quarter, year)
        return replace(column, label=f"{column.label} / {text}", period=period)

    def _in_own_period(self, column: Column, r: int) -> Column:
        """The column with the period that the column beside it has in row ``r``."""
        dated = self.own_periods.get(column.index)
        cell = self.at(r, dated) if dated is not None else None
        period = parse_period(cell_text(cell).text) if cell is not None and not cell.is_blank else None
        if cell is None or period is None:
            return column
        self.ledger.use(cell.places, Use("label", "period"))
        return replace(column, label=f"{column.label} / {cell_text(cell).text}", period=period)

    def _sub_measure(self, draft: IndicatorDraft, code: Cell | None, r: int) -> None:
        """ "b) Visits" takes the code of the row above, or of the cell that spans both."""
        split = split_code(draft.measure.text)
        m = SUB.match(split.rest if split else draft.measure.text)
        if not m or m["letter"].casefold() in ("", "x"):
            return
        shared = self.parent is not None or (code is not None and (code.row < r or code.row_span > 1))
        if split or shared:
            draft.sub = m["letter"].lower()
        elif self.last is not None and self.last.sub and draft.code is None:
            draft.sub, draft.code = m["letter"].lower(), own_code(self.last)

    def _column(self, draft: IndicatorDraft, column: Column, r: int, later: bool = False) -> None:
        """``later``: the row is not the first of the indicator."""
        cell = self.at(r, column)
        own = self._in_quarter(column, r) if self.quarter is not None else self._in_own_period(column, r)
        if column.role in VALUE_ROLES:
            if not (later and own is column and (cell is None or cell.is_blank)):
                text = self._value(r, column)
                values = self._values(own, text)
                draft.values += values
                if len(values) == 1 and two_kinds(own.label, self.vocabulary) and any(c.isdigit() for c in text.text):
                    draft.doubts.append(f"'{text.text}' stands alone under '{own.label}'; taken for {own.role}")
            return
        if cell is None or cell.is_blank:
            return
        text = cell_text(cell)
        role = "rag" if column.role == "progress" else column.role
        if role in _FIELDS:
            if later or (role == "rag" and own is not column):
                draft.extra.setdefault(own.label, text)  # one of several
            else:
                draft.fields.setdefault(role, text)
        elif role == "group":
            draft.group = text
        elif role == "comment":
            draft.notes.append(text)
        elif role in ("extra", "unknown", "note", "action", "due", "decoy", "kind"):
            draft.extra.setdefault(own.label or f"column {column.index + 1}", text)

    def status_colour(self, r: int) -> Text | None:
        """The name of the colour of the first status cell in row ``r`` that is blank and has one, which no cell of
        another column has too."""
        status = [cell for c in self.schema.all_of(*STATUS_ROLES) if (cell := self.at(r, c)) is not None]
        others = {c.fill for c in self.cells(r) if all(c is not own for own in status)}
        for cell in status:
            name = colour_name(cell.fill, self.vocabulary) if cell.fill and cell.is_blank else None
            if name and cell.fill not in others:
                return Text(name, cell.places)
        return None

    def _values(self, column: Column, text: Text) -> list[ValueDraft]:
        """The value of a slot, or the several that stand in it, each behind its period or of a kind of its own."""
        kinds = two_kinds(column.label, self.vocabulary)
        if kinds and (pair := paired_values(text.text, kinds, self.vocabulary)):
            return [ValueDraft(replace(column, role=v.role), Text(v.text, text.places)) for v in pair]
        parts = [] if column.period else stacked_values(text.text, self.vocabulary)
        return [
            ValueDraft(
                replace(column, label=f"{column.label} / {p.printed}", period=p.period), Text(p.text, text.places)
            )
            for p in parts
        ] or [ValueDraft(column, text)]

    def _value(self, r: int, column: Column) -> Text:
        """The text of a value slot; a note that spans several target columns counts for each of them."""
        cell = self.at(r, column)
        if cell is not None and (not cell.is_blank or self.grid.spans_known):
            return cell_text(cell)
        left = self._note_to_the_left(r, column)
        if left is not None:
            places = left.places + (cell.places if cell is not None else ())
            return Text(cell_text(left).text, places)
        return Text("", cell.places if cell is not None else ())

    def _note_to_the_left(self, r: int, column: Column) -> Cell | None:
        """In a dump that knows no spans: the words that stand left of blanks up to the row's end."""
        values = [c.index for c in self.schema.columns if c.role == column.role]
        cell: Cell | None = None
        for c in sorted(i for i in values if i < column.index):
            slot = self.slots[r][c]
            if slot is not None and not slot.is_blank:
                cell = slot
        if cell is None or not is_words(cell_text(cell).text, self.vocabulary):
            return None
        rest = [self.slots[r][c] for c in range(cell.col + 1, self.grid.n_cols)]
        within = [s for s in rest if s is not None and s.col <= max(values)]
        return cell if all(s.is_blank for s in within) and len(cell_text(cell).text) > 24 else None


def _dated_by(column: Column, schema: Schema) -> int:
    """The index of the column whose values are of the years in ``column``: the one right of it, or the one left of it
    where that one alone has values without a period."""
    undated = {c.index for c in schema.columns if c.role in VALUE_ROLES and not c.period}
    after, before = column.index + 1, column.index - 1
    return before if before in undated and after not in undated else after


def by_colour(status: Text) -> str:
    """What is in doubt about a status that is only a colour."""
    return f"status '{status.text}' read from the colour of its cell"


def _without_note(cell: Cell) -> tuple[Text, list[Text]]:
    """The measure, and a note on it that stands below it in the same cell: "Note: no survey was held"."""
    blocks = cell.blocks
    at = next((n for n, block in enumerate(blocks) if n and COMMENT.match(block.text)), len(blocks))
    note = [cell_text(replace(cell, blocks=blocks[at:]))] if at < len(blocks) else []
    return cell_text(replace(cell, blocks=blocks[:at]) if note else cell), note
