"""Rows of a code and one text over the columns beside it, below the last row of a table without borders: steps with
their numbers under the indicators, say. Codes of their kind stand in the table already."""

from __future__ import annotations

from planparse.readers.pdf.paragraphs.furniture import masked
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_code

APART = 3.2
"""Heights of a letter from one row to the next."""
CLOSE = 1.5
"""The same from one line of a text to the next."""
_LEVEL = 1.0
"""Points by which texts that begin at one place may differ."""


class CodedRows:
    """Where the codes of a table and the texts in the column beside them begin."""

    def __init__(self, table: Table) -> None:
        self.codes: dict[str, list[float]] = {}
        """By kind: a code with its figures made alike."""
        self.beside: list[float] = []
        for cell in table.cells:
            if not cell.words:
                continue
            if cell.slab.col == 0 and cell.slab.col_span == 1 and is_code(text := words_text(cell.words)):
                self.codes.setdefault(masked(text), []).append(cell.words[0].x0)
            elif cell.slab.col == 1:
                self.beside.append(min(w.x0 for w in cell.words))

    def begins(self, line: Line, *, known: bool) -> bool:
        """Whether a line has a code and one text, which begin where those of the table do; ``known``: a code of its
        kind stands in the table."""
        runs = cut(line, NEAR_GAP).runs
        if len(runs) != 2 or not is_code(runs[0].text) or not _is_near(runs[1].x0, self.beside):
            return False
        own = self.codes.get(masked(runs[0].text), []) if known else [x for xs in self.codes.values() for x in xs]
        return _is_near(runs[0].x0, own)

    def goes_on(self, line: Line) -> bool:
        """Whether a line has one text, which begins where those beside the codes do."""
        return not line.bold and len(cut(line, NEAR_GAP).runs) == 1 and _is_near(line.x0, self.beside)


def coded_lines(lines: list[Line], last: Line, table: Table) -> list[Line]:
    """Those of the lines below a table, whose last line is ``last``, that are such rows."""
    rows = CodedRows(table)
    taken: list[Line] = []
    above = last
    for line in lines:
        step = (line.base - above.base) / max(line.size, above.size)
        if not (step < APART and rows.begins(line, known=True)) and not (taken and step < CLOSE and rows.goes_on(line)):
            break
        taken.append(line)
        above = line
    return taken


def _is_near(x: float, starts: list[float]) -> bool:
    return any(abs(x - start) < _LEVEL for start in starts)
