"""The rows below a header -> indicator and milestone drafts; each row gets a role first."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from planparse.interpret.coded_bands import coded_bands
from planparse.interpret.codes import is_code, split_code
from planparse.interpret.dates import parse_due
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
from planparse.interpret.header_rows import VALUE_ROLES, Slots, anchored, value_role
from planparse.interpret.headers import Schema
from planparse.interpret.ledger import Ledger
from planparse.interpret.periods import is_whole_year, parse_period, quarter_of
from planparse.interpret.stacked import stacked_values
from planparse.interpret.values import is_words, parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell, Grid
from planparse.model.trace import Use
from planparse.model.vocabulary import Vocabulary
from planparse.text import bare_marker

_FIELDS = ("frequency", "lead", "rag", "trend", "direction", "unit")
_SUB = re.compile(r"\(?(?P<letter>[a-z]|[ivx]{1,4})\)\s*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:comments?|commentary|notes?|explanation|narrative)\s*[:\-–]\s*", re.IGNORECASE)
_BAND_LENGTH = 70
_YEAR = re.compile(r"\d{4}/\d\d")
_LONGEST_CODE = 3
"""Words that a code may have."""


class RowReader:
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
        self.grid, self.slots, self.schema = grid, slots, schema
        self.vocabulary, self.ledger = vocabulary, ledger
        self.beside = beside
        self.only = frozenset(c.index for c in schema.columns if c.role != "objective") if shared else None
        self.group: Text | None = None
        self.parent: tuple[Text, Text | None] | None = None
        """A measure without values over its sub-measures, and its code."""
        self.last: IndicatorDraft | None = None
        self.objective: ObjectiveDraft | None = None
        """The one that the last cell of an objective column named; a blank below it means the same."""
        self.coded = self._is_coded()
        self.quarter = schema.of("quarter")
        """The column that says of which quarter a row is, where an indicator has a row for each."""

    def _is_coded(self) -> bool:
        """Whether the measures of this table carry codes, in front or in a column."""
        if self.schema.of("code"):
            return True
        measure = self.schema.of("measure")
        texts = [c.text for r in range(self.schema.end_row, self.grid.n_rows) for c in self._anchored(r, measure)]
        return sum(split_code(t.strip()) is not None for t in texts) * 2 > len(texts)

    def _anchored(self, r: int, column: Column | None) -> list[Cell]:
        cell = self.slots[r][column.index] if column else None
        return [cell] if cell is not None and cell.row == r and not cell.is_blank else []

    def cells(self, r: int) -> list[Cell]:
        """The cells that begin in row ``r``, the stub left out."""
        found = anchored(self.slots, r, self.schema.first_col)
        return found if self.only is None else [c for c in found if not self.only.isdisjoint(range(c.col, c.end_col))]

    def at(self, r: int, column: Column | None) -> Cell | None:
        """The cell that covers the column in row ``r``, whichever row it begins in."""
        return self.slots[r][column.index] if column is not None else None

    def is_parted(self, r: int, column: Column | None) -> bool:
        """Whether a blank cell of its own stands below one that spans its rows, on the same page: the page's end may
        have torn it off the next one."""
        cell, above = self.at(r, column), self.at(r - 1, column) if r else None
        if not self.grid.spans_known or cell is None or above is None or above.is_blank:
            return False
        pages = {place.page for place in (*above.places[-1:], *cell.places[:1])}
        return cell.row == r and above.row_span > 1 and len(pages) == 1

    def role(self, r: int) -> str:
        """``blank``, ``band``, ``parent``, ``commentary``, ``total``, ``indicator``, ``action`` or ``unknown``."""
        code = self.at(r, self.schema.of("code"))
        filled = [c for c in self.cells(r) if not c.is_blank or (c is code and code_text(c))]
        if all(c.is_blank for c in filled):
            return "blank"
        main = self.schema.of("action" if self.schema.kind == "actions" else "measure")
        first = cell_text(filled[0]).text
        if phrase_key(first) in self.vocabulary.total_words:
            return "total"
        if self.schema.kind == "indicators" and self._is_parent(r, filled, code, main):
            return "parent"
        if self._is_coded_band(filled, code, main):
            return "band"
        if len(filled) == 1:
            single = self._single_role(filled[0], main, r)
            if single:
                return single
        cell = self.at(r, main)
        if cell is None or cell.is_blank or self._is_out_of_place(r):
            return "unknown"
        if self.schema.kind == "actions" or self._is_of_kind(r, "action"):
            return "action"
        if self._is_over_values(cell):
            return "action" if self._is_due(r, cell) else "band"
        return "unknown" if parse_value(cell_text(cell).text, self.vocabulary).status == "number" else "indicator"

    def _is_coded_band(self, filled: list[Cell], code: Cell | None, main: Column | None) -> bool:
        """Whether nothing but a code and a name in bold stand in a row of a table whose measures are not bold."""
        if self.schema.kind != "indicators" or len(filled) != 2 or main is None or filled[0] is not code:
            return False
        if filled[1].col != main.index or not all(b.bold for c in filled for b in c.blocks if b.text):
            return False
        return not self._has_bold_measures

    @cached_property
    def _has_bold_measures(self) -> bool:
        """Whether more measures are bold than are not."""
        main = self.schema.of("measure")
        cells = [c for r in range(self.schema.end_row, self.grid.n_rows) for c in self._anchored(r, main)]
        return 2 * sum(all(b.bold for b in c.blocks if b.text) for c in cells) > len(cells)

    def _is_of_kind(self, r: int, kind: str) -> bool:
        """Whether the column that says what each row is says this one."""
        cell = self.at(r, self.schema.of("kind"))
        return cell is not None and self.vocabulary.columns.get(phrase_key(cell_text(cell).text)) == kind

    def _is_parent(self, r: int, filled: list[Cell], code: Cell | None, main: Column | None) -> bool:
        """Whether a measure has no values, and the one in the next row begins with "a)" or so and has some."""
        if len(filled) > 2 or r + 1 == self.grid.n_rows:
            return False
        cell, below = self.at(r, main), self.at(r + 1, main)
        if cell is None or below is None or cell.is_blank or cell.row != r:
            return False
        if any(other is not cell and other is not code for other in filled):
            return False
        values = [self.at(r + 1, c) for c in self.schema.all_of(*VALUE_ROLES)]
        return (
            below.row == r + 1
            and _sub_letter(below) in ("a", "i")
            and not _sub_letter(cell)
            and any(v is not None and v.row == r + 1 and not v.is_blank for v in values)
        )

    def _is_due(self, r: int, cell: Cell) -> bool:
        """Whether it stands beside a text when that is due: of an action among indicators."""
        due = self.at(r, self.schema.of("due"))
        return due is not None and due is not cell and not due.is_blank

    def _is_over_values(self, cell: Cell) -> bool:
        """Whether a text of the measure's column lies over all columns of values: a name over measures of its own."""
        values = [c.index for c in self.schema.all_of(*VALUE_ROLES)]
        return self.grid.spans_known and len(values) > 1 and cell.col < min(values) and max(values) < cell.end_col

    def _is_out_of_place(self, r: int) -> bool:
        """The row stands some columns off: a sentence where codes stand, or a date just left of where dates stand."""
        code, objective = self.at(r, self.schema.of("code")), self.at(r, self.schema.of("objective"))
        if objective is None or objective.is_blank or objective.row < r:
            return False
        if code is not None and code is not objective and len(cell_text(code).text.split()) > _LONGEST_CODE:
            return is_code(cell_text(objective).text)
        due = self.schema.of("due")
        left = self._left_of(due) if due is not None else None
        if left is None or left.role not in ("lead", "action"):
            return False
        here, beside = self.at(r, due), self.at(r, left)
        return (here is None or here.is_blank) and beside is not None and parse_due(cell_text(beside).text) is not None

    def holds_records(self) -> bool:
        """Whether a table without a header has the columns of this schema: its first row is a record with figures or a
        date where they belong, and so are most of its rows."""
        rows = [r for r in range(self.grid.n_rows) if self.role(r) != "blank"]
        found = [self._is_record(r) for r in rows]
        return bool(found) and found[0] and 3 * sum(found) >= 2 * len(found)

    def _is_record(self, r: int) -> bool:
        code = self.at(r, self.schema.of("code"))
        if code is not None and not code.is_blank and not is_code(cell_text(code).text):
            return False
        if self.schema.kind == "actions":
            return self.is_dated_action(r)
        columns = self.schema.all_of(*VALUE_ROLES)
        texts = [cell_text(cell).text for c in columns if (cell := self.at(r, c)) is not None]
        found = [parse_value(text, self.vocabulary).status for text in texts]
        odd = sum(is_words(text, self.vocabulary) for text in texts) + found.count("unparsed")
        return self.role(r) == "indicator" and "number" in found and 2 * odd < len(found)

    def is_dated_action(self, r: int) -> bool:
        """An action with its date: no header, though "December 2018" and "On track" may stand in one."""
        due, main = self.at(r, self.schema.of("due")), self.at(r, self.schema.of("action"))
        if self.schema.kind != "actions" or due is None or main is None or main.is_blank or due is main:
            return False
        return parse_due(cell_text(due).text) is not None

    def _left_of(self, column: Column) -> Column | None:
        return next((c for c in reversed(self.schema.columns) if c.index < column.index), None)

    def _single_role(self, cell: Cell, main: Column | None, r: int) -> str | None:
        """What a row of one text is; None where it can be a record whose other cells are blank."""
        texts = band_texts(cell)
        text = texts[0].text if len(texts) == 1 else cell_text(cell).text
        if _COMMENT.match(text):
            return "commentary"
        width = self.grid.n_cols - self.schema.first_col
        wide = cell.col_span > 1 and cell.col_span * 2 > width
        narrow = self.grid.spans_known and not wide
        coded = split_code(text) is not None
        if narrow and (coded or not self.coded) and main and cell.col == main.index:
            dressed = bool(cell.fill) or all(b.bold for b in cell.blocks if b.text)
            has_blanks = sum(c.is_blank for c in self.cells(r)) > 0
            return "band" if dressed and not coded else None if has_blanks else "band"
        if coded and main and cell.col == main.index and not wide:
            return None
        if self._is_about_last(text) or len(text) > _BAND_LENGTH or (text.endswith(".") and " " in text):
            return "commentary"
        return "band"

    def _is_about_last(self, text: str) -> bool:
        """Whether a text begins with the code of the indicator above it."""
        code = self._own_code(self.last) if self.last is not None else None
        split = split_code(text)
        return code is not None and split is not None and split.printed == code.text

    def band(self, r: int) -> Text:
        """Takes the text of a band as the group of the rows below it."""
        cells = [c for c in self.cells(r) if not c.is_blank]
        cell = next((c for c in cells if self._is_over_values(c)), cells[0])
        texts = band_texts(cell)
        self.group = texts[0] if len(texts) == 1 else cell_text(cell)
        if len(cells) == 2 and cells[0] is self.at(r, self.schema.of("code")):
            code, name = map(cell_text, cells)
            self.group = Text(f"{code.text} {name.text}", code.places + name.places)
        self.ledger.use(self.group.places, Use("label", "band"))
        return self.group

    @cached_property
    def coded_bands(self) -> dict[int, str]:
        """The rows of bands that are objectives, each with its code."""
        return coded_bands(self)

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
        measure = cell_text(cell)
        code = self.at(r, schema.of("code"))
        draft = IndicatorDraft(measure, [], code_text(code), group=self.group)
        self.parent = self.parent if _sub_letter(cell) else None
        if self.parent is not None:
            draft.group, draft.code = self.parent[0], draft.code or self.parent[1]
        self._sub_measure(draft, code, r)
        for column in schema.columns:
            self._column(draft, column, r)
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
        return named and self.last is not None and (measure is None or measure.is_blank or measure.row < r)

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
        period = year if quarter is None else f"{year} Q{quarter}" if year else f"Q{quarter}"
        return replace(column, label=f"{column.label} / {text}", period=period)

    def _sub_measure(self, draft: IndicatorDraft, code: Cell | None, r: int) -> None:
        """ "b) Visits" takes the code of the row above, or of the cell that spans both."""
        split = split_code(draft.measure.text)
        m = _SUB.match(split.rest if split else draft.measure.text)
        if not m or m["letter"].casefold() in ("", "x"):
            return
        shared = self.parent is not None or (code is not None and (code.row < r or code.row_span > 1))
        if split or shared:
            draft.sub = m["letter"].lower()
        elif self.last is not None and self.last.sub and draft.code is None:
            draft.sub, draft.code = m["letter"].lower(), self._own_code(self.last)

    @staticmethod
    def _own_code(above: IndicatorDraft) -> Text | None:
        if above.code:
            return above.code
        split = split_code(above.measure.text)
        return Text(split.printed, above.measure.places) if split else None

    def _column(self, draft: IndicatorDraft, column: Column, r: int, later: bool = False) -> None:
        """``later``: the row is not the first of the indicator."""
        cell = self.at(r, column)
        own = self._in_quarter(column, r) if self.quarter is not None else column
        if column.role in VALUE_ROLES:
            if not (later and own is column and (cell is None or cell.is_blank)):
                draft.values += self._values(own, self._value(r, column))
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

    def _values(self, column: Column, text: Text) -> list[ValueDraft]:
        """The value of a slot, or the several that stand in it, each behind its period."""
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


def _sub_letter(cell: Cell) -> str | None:
    """ "a" of a measure that begins with "a)"."""
    m = _SUB.match(cell_text(cell).text)
    marker = next((b.marker for b in cell.blocks[:1] if b.marker), None)
    return m["letter"].casefold() if m else bare_marker(marker) if marker else None
