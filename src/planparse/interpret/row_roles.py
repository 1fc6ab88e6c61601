"""What each row below a header is: a band, a record, a note on the one above, nothing."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from planparse.interpret.coded_bands import coded_bands
from planparse.interpret.codes import is_code, split_code
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Column, IndicatorDraft, Text, band_texts, cell_text, code_text
from planparse.interpret.explained import is_explained
from planparse.interpret.header_rows import VALUE_ROLES, Slots, anchored
from planparse.interpret.headers import Schema
from planparse.interpret.values import is_words, parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import bare_marker

SUB = re.compile(r"\(?(?P<letter>[a-z]|[ivx]{1,4})\)\s*", re.IGNORECASE)
"""What a sub-measure begins with: "a)"."""
COMMENT = re.compile(r"(?:comments?|commentary|notes?|explanation|narrative)\s*[:\-–]\s*", re.IGNORECASE)
_BAND_LENGTH = 70
_GROUPS, _FEW_WORDS = 2, 2
"""Groups of rows at least, and words of the name of one at most."""
_LONGEST_CODE = 3
"""Words that a code may have."""


class RowRoles:
    """The rows of one grid under one schema."""

    def __init__(
        self, grid: Grid, slots: Slots, schema: Schema, vocabulary: Vocabulary, only: frozenset[int] | None = None
    ) -> None:
        """``only``: the columns that count, where others of the same rows hold records of their own."""
        self.grid, self.slots, self.schema, self.vocabulary, self.only = grid, slots, schema, vocabulary, only
        self.last: IndicatorDraft | None = None
        """The indicator that was read last."""
        self.coded = self._is_coded()

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
        """``blank``, ``explained``, ``band``, ``parent``, ``commentary``, ``total``, ``indicator``, ``action`` or
        ``unknown``."""
        code = self.at(r, self.schema.of("code"))
        filled = [c for c in self.cells(r) if not c.is_blank or (c is code and code_text(c))]
        if all(c.is_blank for c in filled):
            return "blank"
        if r == self.schema.end_row and self._is_explained(r):
            return "explained"
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

    def _is_explained(self, r: int) -> bool:
        """Whether a row says what stands in each column."""
        columns = [c for c in self.schema.columns if c.label]
        cells = [(c, cell) for c in columns if (cell := self.at(r, c)) is not None and cell.row == r]
        if len(cells) < len(columns):
            return False
        return is_explained([(c, cell_text(cell).text) for c, cell in cells], self.vocabulary)

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
            and sub_letter(below) in ("a", "i")
            and not sub_letter(cell)
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
        if COMMENT.match(text):
            return "commentary"
        width = self.grid.n_cols - self.schema.first_col
        wide = cell.col_span > 1 and cell.col_span * 2 > width
        narrow = self.grid.spans_known and not wide
        coded = split_code(text) is not None
        if narrow and (coded or not self.coded) and main and cell.col == main.index:
            if text.endswith(".") and " " in text and not self._has_stops:
                return "commentary"
            dressed = bool(cell.fill) or all(b.bold for b in cell.blocks if b.text) or r in self._parting
            has_blanks = sum(c.is_blank for c in self.cells(r)) > 0
            return "band" if dressed and not coded else None if has_blanks else "band"
        if coded and main and cell.col == main.index and not wide:
            return None
        if self._is_about_last(text) or len(text) > _BAND_LENGTH or (text.endswith(".") and " " in text):
            return "commentary"
        return "band"

    @cached_property
    def _parting(self) -> frozenset[int]:
        """The rows of a word or two alone that part all rows below the header into groups, whose rows have values all:
        "Quantity", "Quality"."""
        main, values = self.schema.of("measure"), self.schema.all_of(*VALUE_ROLES)
        rows = [r for r in range(self.schema.end_row, self.grid.n_rows) if any(not c.is_blank for c in self.cells(r))]
        lone = [r for r in rows if len([c for c in self.cells(r) if not c.is_blank]) == 1 and self._anchored(r, main)]
        if len(lone) < _GROUPS or rows[0] != lone[0] or rows[-1] == lone[-1]:
            return frozenset()
        if any(b - a < _GROUPS for a, b in pairwise(lone)):
            return frozenset()  # two of them follow each other
        texts = [cell_text(c).text for r in lone for c in self._anchored(r, main)]
        if any(len(text.split()) > _FEW_WORDS or any(ch.isdigit() for ch in text) for text in texts):
            return frozenset()
        full = all(
            (c := self.at(r, column)) is not None and not c.is_blank for r in rows if r not in lone for column in values
        )
        return frozenset(lone) if full else frozenset()

    @cached_property
    def _has_stops(self) -> bool:
        """Whether measures with values beside them end with a full stop, as sentences do."""
        main, values = self.schema.of("measure"), self.schema.all_of(*VALUE_ROLES)
        rows = range(self.schema.end_row, self.grid.n_rows)
        valued = [r for r in rows if any((c := self.at(r, v)) is not None and not c.is_blank for v in values)]
        return any(c.text.rstrip().endswith(".") for r in valued for c in self._anchored(r, main))

    def _is_about_last(self, text: str) -> bool:
        """Whether a text begins with the code of the indicator above it."""
        code = own_code(self.last) if self.last is not None else None
        split = split_code(text)
        return code is not None and split is not None and split.printed == code.text

    @cached_property
    def coded_bands(self) -> dict[int, str]:
        """The rows of bands that are objectives, each with its code."""
        return coded_bands(self)


def sub_letter(cell: Cell) -> str | None:
    """ "a" of a measure that begins with "a)"."""
    m = SUB.match(cell_text(cell).text)
    marker = next((b.marker for b in cell.blocks[:1] if b.marker), None)
    return m["letter"].casefold() if m else bare_marker(marker) if marker else None


def own_code(indicator: IndicatorDraft) -> Text | None:
    """The code of an indicator, in a column or in front of its measure."""
    if indicator.code:
        return indicator.code
    split = split_code(indicator.measure.text)
    return Text(split.printed, indicator.measure.places) if split else None
