"""Cells beside several rows in which more than one text stands, each parted where another row begins: labels one below
the other, or a name of the header and an entry of the row below it."""

from __future__ import annotations

import itertools
from dataclasses import replace

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import is_code

_LEVEL = 0.7
"""Heights of a letter that the rest of a label may stand higher or lower than the row beside it."""
_SAME = 1.0
"""Points by which texts on one line may stand higher or lower."""
_LEADING = 1.3
"""Heights of a letter between the lines of one label at most."""
_SEVERAL = 3
"""Rows beside which as many texts stand that are theirs, were they no codes."""
_WHITE = 1.25
"""Times the step between the lines of one label that stands between two."""


def with_labels_parted(table: Table, rows: list[list[TableCell]]) -> Table:
    """The table with a cell beside many rows parted into the labels that stand in it: each begins, with white over it,
    beside the first line of a row."""
    cells: list[TableCell] = []
    ends: set[int] = set()  # rows below a header that such a cell was parted under
    for cell in table.cells:
        slab = cell.slab
        parts = _labels(cell, rows) if slab.row_span > 1 and len(cell.words) > 1 else []
        if not parts and slab.row_span > 1 and (parts := _under_header(cell, rows, table.ys)):
            ends.add(parts[1][0])
        if len(parts) == 1 and parts[0][0] > slab.row and _begin_at_top(table, rows, cell):
            parts.insert(0, (slab.row, []))  # the rest of the label over it, which is white as it is
        if len(parts) < 2:
            cells.append(cell)
            continue
        cells += _pieces(cell, parts, table.ys)
    for row in ends:
        names = [c for c in cells if c.slab.row < row < c.slab.row + c.slab.row_span and _stands_over(c, table.ys[row])]
        for cell in names:
            cells.remove(cell)
            cells += _pieces(cell, [(cell.slab.row, cell.in_lines()), (row, [])], table.ys)
    return _with_cells(table, cells)


def _stands_over(cell: TableCell, y: float) -> bool:
    return bool(cell.words) and all(w.base < y for w in cell.words)


def with_entries_parted(table: Table, rows: list[list[TableCell]]) -> Table:
    """The table with a first cell beside several rows parted where an entry stands on the first line of each of these:
    nothing is drawn between them where the column has paint or borders of its own."""
    cells: list[TableCell] = []
    for cell in table.cells:
        spans = cell.slab.col == 0 and 1 < cell.slab.row_span <= len(cell.words)
        parts = _labels(cell, rows) if spans else []
        cells += _pieces(cell, parts, table.ys) if _are_entries(parts, cell.slab.row_span) else [cell]
    return _with_cells(table, cells)


def _are_entries(parts: list[tuple[int, list[Line]]], rows: int) -> bool:
    """Whether there is one text for each of the rows, and these are many or codes."""
    several = len(parts) == rows > 1 and all(lines for _, lines in parts)
    return several and (rows >= _SEVERAL or all(is_code(lines[0].text) for _, lines in parts))


def _pieces(cell: TableCell, parts: list[tuple[int, list[Line]]], ys: list[float]) -> list[TableCell]:
    """The cell in parts, each from the row given with its lines to the next one."""
    slab = cell.slab
    ends = [row for row, _ in parts[1:]] + [slab.row + slab.row_span]
    out: list[TableCell] = []
    for (row, lines), end in zip(parts, ends, strict=True):
        own = Slab(row, slab.col, end - row, slab.col_span, slab.open_top and row == slab.row)
        own.open_bottom = slab.open_bottom and end == ends[-1]
        box = (cell.box[0], ys[row], cell.box[2], ys[end])
        out.append(TableCell(own, box, [w for line in lines for w in line.words], fill=cell.fill))
    return out


def _with_cells(table: Table, cells: list[TableCell]) -> Table:
    if len(cells) == len(table.cells):
        return table
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return replace(table, cells=cells, evidence=[*table.evidence, "labels beside several rows parted"])


def _begin_at_top(table: Table, rows: list[list[TableCell]], cell: TableCell) -> bool:
    """Whether all other labels in the column of a cell begin beside the first line of their first row; where there are
    none, at the begin of a page, whether its own text is not in its middle."""
    others = [c for c in table.cells if c.slab.col == cell.slab.col and c.words and c is not cell]
    if not others and cell.slab.open_top:
        middle = (min(w.top for w in cell.words) + max(w.bottom for w in cell.words)) / 2
        return abs(middle - (cell.box[1] + cell.box[3]) / 2) > cell.words[0].style.size
    starts = [{round(base) for base in _starts(rows[own.slab.row], own)} for own in others]
    return bool(others) and all(
        not bases or round(own.words[0].base) in bases for own, bases in zip(others, starts, strict=True)
    )


def _labels(cell: TableCell, rows: list[list[TableCell]]) -> list[tuple[int, list[Line]]]:
    """The labels in a cell, each with the row beside whose first line it begins; none where one begins elsewhere, or
    where two begin beside one row."""
    slab, lines = cell.slab, cell.in_lines()
    starts = {row: _starts(rows[row], cell) for row in range(slab.row, slab.row + slab.row_span)}
    least = min([_LEADING * lines[0].size, *(b.base - a.base for a, b in itertools.pairwise(lines))])
    out: list[tuple[int, list[Line]]] = []
    above: Line | None = None
    for line in lines:
        if above is None or line.base - above.base > _WHITE * least:
            row = next((row for row, own in starts.items() if any(abs(line.base - b) < _SAME for b in own)), None)
            if row is None and not out:  # it may go on from the page before
                near = any(abs(line.base - base) < _LEVEL * line.size for base in starts[slab.row])
                row = slab.row if near or slab.open_top else None
            if row is None or (out and row <= out[-1][0]):
                return []
            out.append((row, []))
        out[-1][1].append(line)
        above = line
    return [(slab.row, []), *out] if len(out) > 1 and out[0][0] > slab.row else out


def _starts(row: list[TableCell], cell: TableCell) -> set[float]:
    """Where the first lines of a row's texts stand; a text beside several rows may begin below the first of them, so it
    counts only where no other is in the row."""
    others = [c for c in row if c is not cell]
    single = [c for c in others if c.slab.row_span == 1]
    return {c.words[0].base for c in single or others}


def _under_header(cell: TableCell, rows: list[list[TableCell]], ys: list[float]) -> list[tuple[int, list[Line]]]:
    """The lines of a header and those of the row below it in a cell, where the border of a row parts what is bold from
    what is not, and all above it is bold: no piece of a rule shows it there."""
    for row in range(cell.slab.row + cell.slab.row_span - 1, cell.slab.row, -1):
        over = [w for w in cell.words if w.base < ys[row]]
        if not over or len(over) == len(cell.words) or any(w.style.bold != (w.base < ys[row]) for w in cell.words):
            continue
        if all(w.style.bold for own in rows[:row] for c in own for w in c.words if w.base < ys[row]):
            lines = cell.in_lines()
            return [(cell.slab.row, [x for x in lines if x.bold]), (row, [x for x in lines if not x.bold])]
    return []
