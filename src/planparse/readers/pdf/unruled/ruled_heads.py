"""The header of a table whose titles have rules under them, one over the other as often as it takes.

              |      Income taxes       |
              |  Individual  | Companies |
    Month     | Gross | Net  | Gross     | Total

Each rule ends the cell over it, and the columns that it runs over are the cell's. What no rule parts from the rows is
the name of one column, as high as it can be.
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.unruled.heads import Head, HeadCell
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.unruled.placing import columns_of_title
from planparse.readers.pdf.words.runs import FREE_GAP

_LEVEL = 2.0
"""Points by which rules of one level may stand over each other."""
_OVER = 2.0
"""Points by which a text may reach over the border of its cell."""


def ruled_head(placed: list[Placed], xs: list[float], titles: list[Rule], end: float) -> Head | None:
    """The header above ``end`` with the cells that the rules under its titles show; None where a rule has no title, or
    one that does not fit in its columns."""
    lines = [line for line in placed if line.base < end]
    rules = sorted(rule for rule in titles if lines and lines[0].base < rule.at < end - _LEVEL)
    if not rules or len(lines) == len(placed):
        return None
    rules = [part for rule in rules for part in _parted(rule, lines, xs)]
    levels = [rules[0].at]
    for rule in rules:
        if rule.at - levels[-1] > _LEVEL:
            levels.append(rule.at)
    over: list[list[tuple[int, Rule]]] = [[] for _ in xs[1:]]  # the rules of each column, with their levels
    for rule in rules:
        level = sum(y < rule.at - _LEVEL for y in levels)
        for k, (a, b) in enumerate(pairwise(xs)):
            if rule.start < (a + b) / 2 < rule.end:
                over[k].append((level, rule))
    cells = _cells(over, len(levels))
    if cells is None or not _take_words(cells, over, lines, xs):
        return None
    cells.sort(key=lambda cell: (cell[0], cell[2]))
    return Head(lines, cells, levels)


def _parted(rule: Rule, lines: list[Placed], xs: list[float]) -> list[Rule]:
    """A rule, in a part under each of its titles where it runs on under several."""
    rows = [line.row for line in lines]
    spans = {columns_of_title(run, rule, rows, xs) for row in rows if row.line.base < rule.at for run in row.runs}
    own = sorted(span for span in spans if span is not None)
    return [Rule(rule.at, xs[first], xs[last + 1]) for first, last in own] if len(own) > 1 else [rule]


def _cells(over: list[list[tuple[int, Rule]]], last: int) -> list[HeadCell] | None:
    """The cells, without their words, of rows 0 to ``last``; None where those over one rule begin in different rows."""
    found: dict[Rule | int, tuple[int, int, list[int]]] = {}
    for col, own in enumerate(over):
        start = 0
        for level, rule in own:
            begin, end, columns = found.setdefault(rule, (start, level, []))
            if begin != start or (columns and columns[-1] != col - 1):
                return None
            columns.append(col)
            start = end + 1
        found[col] = (start, last, [col])
    return [(start, end - start + 1, cols[0], len(cols), []) for start, end, cols in found.values()]


def _take_words(
    cells: list[HeadCell], over: list[list[tuple[int, Rule]]], lines: list[Placed], xs: list[float]
) -> bool:
    """Puts the words of a header into its cells; False where one fits in none, a line of a cell has two texts, or a
    title has none."""
    places = {(cell[0], col): cell for cell in cells for col in range(cell[2], cell[2] + cell[3])}
    latest: dict[int, Word] = {}
    for line in lines:
        for word in line.row.line.words:
            middle = (word.x0 + word.x1) / 2
            col = next((k for k, x in enumerate(xs[1:-1]) if middle < x), len(xs) - 2)
            row = max((level + 1 for level, rule in over[col] if rule.at < word.base), default=0)
            cell = places[row, col]
            first, n = cell[2], cell[3]
            before = latest.get(id(cell))
            apart = before is not None and before.base == word.base and word.x0 - before.x1 > FREE_GAP * word.style.size
            if apart or word.x0 < xs[first] - _OVER or word.x1 > xs[first + n] + _OVER:
                return False
            cell[4].append(word)
            latest[id(cell)] = word
    return all(cell[4] for cell in cells if cell[3] > 1)
