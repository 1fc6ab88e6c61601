"""The rest of a row that a page's end tore, above the first code of a table whose rows no rule parts."""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.ruled.parting import at_starts
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import is_code, is_value

_LEVEL = 1.0
"""Points by which texts on one line may stand higher or lower."""
_APART = 1.7
"""Heights of a letter; the lines of one text stand nearer to each other."""
_WIDER = 1.25
"""Times as far as lines of one text stand those of two."""
_CELLS = 3
"""Cells of a row that has a code, a text and what belongs to them."""


def with_rest_apart(table: Table) -> Table:
    """The first table of a page, with the lines over the code of its first row in a row of their own.

    Only where one of them goes on with a text, where a text begins beside the code, and where codes stand beside the
    first lines of their rows, not in the middle or at the end; or where each of these lines stands over a value,
    further from it than lines of one text do, or over any text, further from it than lines of one text in the header
    stand, and no row below says where codes do.
    """
    rows: list[list[TableCell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        if cell.words:
            rows[cell.slab.row].append(cell)
    head = next((n for n, row in enumerate(rows) if any(not w.style.bold for c in row for w in c.words)), 0)
    below = range(head, min(head + 2, len(rows))) if head > 1 else range(min(2, len(rows)))
    first = next((n for n in below if len(rows[n]) >= _CELLS and _code(rows[n]) is not None), None)
    code = _code(rows[first]) if first is not None else None
    if first is None or code is None or any(c.slab.row_span > 1 or c.tables for c in rows[first]):
        return table
    lines = [cell.in_lines() for cell in rows[first][1:]]
    rest = [own for own in lines if own[0].base < code.base - _LEVEL]
    if not rest or not any(own[0].text[0].islower() for own in rest) or len(rest) == len(lines):
        return table
    beside = [line for own in lines for line in own if abs(line.base - code.base) <= _LEVEL]
    if len(beside) < len(lines) or any(line.text[0].islower() for line in beside):
        return table
    begin = _begin_at_codes(rows[first + 1 :])
    shown = begin or any(map(_is_uneven, lines, [code] * len(lines)))
    if not shown and not all(_stands_over_value(own, code) for own in rest):
        step = _widest_step(rows[:first] + rows[first + 1 :]) if begin is None else 0.0
        if not step or not all(_stands_apart(own, code, step) for own in rest):
            return table
    top = min((own[0] for own in rest), key=lambda line: line.base)
    return at_starts(table, first, [top, code], 0)


def _code(row: list[TableCell]) -> Line | None:
    """The first line of the code that a row begins with."""
    lines = row[0].in_lines() if row and row[0].slab.col == 0 else []
    return lines[0] if lines and is_code(" ".join(line.text for line in lines)) else None


def _stands_over_value(own: list[Line], code: Line) -> bool:
    """Whether the last line beside a code is a value, and those over it stand apart from it."""
    *above, last = own
    level = abs(last.base - code.base) <= _LEVEL and is_value(last.text)
    return level and last.base - above[-1].base > _APART * last.size


def _widest_step(rows: list[list[TableCell]]) -> float:
    """Heights of a letter from one line of a text to the next, at most; 0 where all texts have one line."""
    pairs = (pair for row in rows for cell in row for pair in pairwise(cell.in_lines()))
    return max(((b.base - a.base) / b.size for a, b in pairs), default=0.0)


def _stands_apart(own: list[Line], code: Line, step: float) -> bool:
    """Whether the line beside a code stands further below those over it than lines of one text do."""
    steps = [(b.base - a.base) / b.size for a, b in pairwise(own) if abs(b.base - code.base) <= _LEVEL]
    return bool(steps) and steps[0] > _WIDER * step


def _is_uneven(own: list[Line], code: Line) -> bool:
    """Whether a code stands neither beside the middle of a text nor beside its last line."""
    above = sum(line.base < code.base - _LEVEL for line in own)
    below = sum(line.base > code.base + _LEVEL for line in own)
    return below > 0 and above != below


def _begin_at_codes(rows: list[list[TableCell]]) -> bool | None:
    """Whether all texts of several lines begin beside the codes of their rows; None where there are none."""
    found = None
    for row in rows:
        code = _code(row)
        tall = [own for cell in row[1:] if len(own := cell.in_lines()) > 1] if code is not None else []
        if code is not None and any(abs(own[0].base - code.base) > _LEVEL for own in tall):
            return False
        found = found or bool(tall) or None
    return found
