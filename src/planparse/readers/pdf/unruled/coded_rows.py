"""Rows of a code and one text over the columns beside it, below the last row of a table without borders: steps with
their numbers under the indicators, say. Codes of their kind stand in the table already."""

from __future__ import annotations

from planparse.readers.pdf.paragraphs.furniture import masked
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_code

_APART = 3.2
"""Heights of a letter from one row to the next."""
_CLOSE = 1.5
"""The same from one line of a text to the next."""
_LEVEL = 1.0
"""Points by which texts that begin at one place may differ."""


def coded_lines(lines: list[Line], last: Line, table: Table) -> list[Line]:
    """Those of the lines below a table, whose last line is ``last``, that are such rows."""
    codes, beside = _starts(table)
    taken: list[Line] = []
    above = last
    for line in lines:
        step = (line.base - above.base) / max(line.size, above.size)
        runs = cut(line, NEAR_GAP).runs
        label = runs[0]
        if len(runs) == 2 and is_code(label.text) and _is_near(runs[1].x0, beside):
            is_row = step < _APART and _is_near(label.x0, codes.get(masked(label.text), []))
        else:
            is_row = bool(taken) and len(runs) == 1 and step < _CLOSE and _is_near(label.x0, beside) and not line.bold
        if not is_row:
            break
        taken.append(line)
        above = line
    return taken


def _starts(table: Table) -> tuple[dict[str, list[float]], list[float]]:
    """Where the codes of each kind begin, and where the texts in the column beside them do."""
    codes: dict[str, list[float]] = {}
    beside: list[float] = []
    for cell in table.cells:
        if not cell.words:
            continue
        if cell.slab.col == 0 and cell.slab.col_span == 1 and is_code(text := words_text(cell.words)):
            codes.setdefault(masked(text), []).append(cell.words[0].x0)
        elif cell.slab.col == 1:
            beside.append(min(w.x0 for w in cell.words))
    return codes, beside


def _is_near(x: float, starts: list[float]) -> bool:
    return any(abs(x - start) < _LEVEL for start in starts)
