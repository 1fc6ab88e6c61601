"""Sheets of a workbook as lines of entries: merged cells, hidden rows and columns, values as shown."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Aside, Document, Grid, Note, Paragraph
from planparse.model.options import ReadOptions
from planparse.readers.sheet import Entry, Line, SheetComposer
from planparse.readers.units import Units
from planparse.readers.xlsx.archive import Sources
from planparse.readers.xlsx.formats import Value, shown
from planparse.text import clean, fold

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_DEFAULT_NAME = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio)\s*\d*", re.I)
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
_HEADING = 2


def read_book(data: bytes, options: ReadOptions, sources: Sources) -> Document:
    from openpyxl import load_workbook
    from openpyxl.worksheet.worksheet import Worksheet

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=True)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError) as error:
        raise InputRefused(
            "the workbook is damaged or of an unknown kind: open it and save it as .xlsx again"
        ) from error
    reader = BookReader(options)
    for sheet in book.worksheets:
        if isinstance(sheet, Worksheet):
            reader.read_sheet(sheet)
    reader.note_uncached(sources)
    reader.keep_drawings(sources)
    title = fold(clean(str(book.properties.title or "")))
    return Document("xlsx", tuple(reader.blocks), tuple(reader.asides), tuple(reader.notes), title or None)


class BookReader:
    def __init__(self, options: ReadOptions) -> None:
        self.limits = options.limits
        self.units = Units()
        self.composer = SheetComposer(self.units, self.limits.max_cells)
        self.blocks: list[Paragraph | Grid] = []
        self.asides: list[Aside] = []
        self.notes: list[Note] = []
        self.cells = 0

    def read_sheet(self, sheet: Worksheet) -> None:
        name = fold(clean(sheet.title))
        if sheet.sheet_state != "visible":
            self._hide_sheet(sheet, name)
            return
        for text in _page_texts(sheet):
            self._aside("furniture", text, name, "header or footer of the sheet")
        lines = list(self._lines(sheet, name))
        if any(line.filled for line in lines):
            if _DEFAULT_NAME.fullmatch(name):
                self._aside("furniture", name, name, "a sheet's name that says nothing")
            else:
                self.blocks.append(Paragraph(name, (self.units.paragraph(part=name),), heading=_HEADING))
        spans_known = bool(sheet.merged_cells.ranges)
        self.blocks += self.composer.compose(lines, name, spans_known)

    def _lines(self, sheet: Worksheet, name: str) -> Iterator[Line]:
        """Visible rows; their numbers count visible rows only, so that spans can be shortened by what is hidden."""
        hidden = _hidden_columns(sheet)
        spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
        rows_hidden = {n for n, d in sheet.row_dimensions.items() if d.hidden or d.ht == 0}
        out_of_columns: dict[int, list[str]] = {}
        number = above = 0
        for at, cells in _rows(sheet):
            self._count(len(cells))
            if at > above + 1:
                yield Line(number, ())
                number += 1
            above = at
            if at in rows_hidden:
                text = " | ".join(filter(None, (self._shown(cell, name) for cell in cells)))
                self._aside("hidden", text, name, f"row {at} is hidden")
                continue
            entries = []
            for cell in cells:
                text = self._shown(cell, name)
                if cell.column in hidden and not _reaches_out(cell, spans, hidden):
                    out_of_columns.setdefault(cell.column, []).append(text)
                    continue
                entries.append(_entry(cell, text, spans, hidden, rows_hidden))
            yield Line(number, tuple(entries))
            number += 1
        for column, texts in sorted(out_of_columns.items()):
            self._aside("hidden", " | ".join(filter(None, texts)), name, f"column {column} is hidden")

    def _count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > self.limits.max_cells:
            raise LimitExceeded(f"more than {self.limits.max_cells} cells; raise --max-cells")

    def _shown(self, cell: SheetCell, name: str) -> str:
        text = shown(_plain(cell.value), cell.number_format or "General")
        if text in _ERRORS:
            place = self.units.paragraph(part=name, line=cell.row - 1)
            self.notes.append(Note("doubt", "error-value", f"{cell.coordinate} of '{name}' shows {text}", (place,)))
        text = clean(text).strip()
        return "\n".join(map(str.strip, text.split("\n"))) if "\n" in text else text

    def _hide_sheet(self, sheet: Worksheet, name: str) -> None:
        for _, cells in _rows(sheet):
            self._count(len(cells))
            text = " | ".join(filter(None, (self._shown(cell, name) for cell in cells)))
            self._aside("hidden", text, name, "the sheet is hidden")

    def _aside(self, kind: str, text: str, name: str, reason: str) -> None:
        if text:
            place = self.units.paragraph(part=name)
            self.asides.append(Aside("hidden" if kind == "hidden" else "furniture", text, (place,), reason))

    def note_uncached(self, sources: Sources) -> None:
        for part, references in sorted(sources.uncached.items()):
            some = ", ".join(references[:5]) + (" ..." if len(references) > 5 else "")
            sheet = part.rsplit("/", 1)[-1].removesuffix(".xml")
            message = (
                f"{len(references)} formulas of {sheet} have no saved value ({some}): open the workbook and save it"
            )
            self.notes.append(Note("warning", "formula-without-value", message))

    def keep_drawings(self, sources: Sources) -> None:
        for _, texts in sorted(sources.drawings.items()):
            for text in texts:
                self._aside("furniture", clean(text), "drawing", "a text box over the sheet")


def _rows(sheet: Worksheet) -> Iterator[tuple[int, list[SheetCell]]]:
    """Rows that hold a value, with their cells from left to right; a far-off cell costs nothing."""
    rows: dict[int, list[SheetCell]] = {}
    for (row, _), cell in sorted(sheet._cells.items()):
        if cell.value is not None:
            rows.setdefault(row, []).append(cell)
    yield from rows.items()


def _page_texts(sheet: Worksheet) -> list[str]:
    parts = (sheet.oddHeader, sheet.oddFooter)
    texts = [getattr(part, side).text for part in parts for side in ("left", "center", "right")]
    return [fold(clean(re.sub(r"&\[?[A-Za-z]+\]?", " ", text))) for text in texts if text]


def _plain(value: object) -> Value:
    if value is None or isinstance(value, (bool, int, float, dt.datetime, dt.date, dt.time, dt.timedelta)):
        return value
    return float(value) if isinstance(value, Decimal) else str(value)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    out: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden or dimension.width == 0:
            out.update(range(dimension.min or 0, min(dimension.max or 0, 16_384) + 1))
    return out


Spans = Mapping[tuple[int, int], tuple[int, int]]


def _reaches_out(cell: SheetCell, spans: Spans, hidden: set[int]) -> bool:
    """A merged cell that begins in a hidden column and goes on in a visible one."""
    _, last = spans.get((cell.row, cell.column), (0, 0))
    return any(column not in hidden for column in range(cell.column, last + 1))


def _entry(cell: SheetCell, text: str, spans: Spans, hidden: set[int], rows_hidden: set[int]) -> Entry:
    last_row, last_col = spans.get((cell.row, cell.column), (cell.row, cell.column))
    first = next((c for c in range(cell.column, last_col + 1) if c not in hidden), cell.column)
    width = sum(c not in hidden for c in range(first, last_col + 1))
    height = sum(r not in rows_hidden for r in range(cell.row, last_row + 1))
    font = cell.font
    return Entry(
        first, text, max(1, height), max(1, width), bool(font and font.b), font.sz if font else None, _fill(cell)
    )


def _fill(cell: SheetCell) -> str | None:
    fill = cell.fill
    if fill is None or fill.patternType != "solid":
        return None
    rgb = fill.fgColor.rgb
    if not isinstance(rgb, str) or len(rgb) != 8:
        return None
    colour = f"#{rgb[2:].lower()}"
    return None if colour == "#ffffff" else colour
