"""The header over a first band: names of columns and titles over some of them, above rows that have none of their own.

Results          Targets        <- titles
2023    2024     2025    2026   <- names
A navigable network             <- the band
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import inf

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.coded_rows import CLOSE
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, cut, is_value, is_year

COLUMNS = 3
"""Columns that such a table has at least."""
NEAR = 3.5
"""Heights of a letter from one line to the next."""
_HEADER = 4
"""Rows of a header at most."""
_POKES = 0.2
"""Share of the width of a name that may stand over the column beside its own."""

Piece = Line | Table


def top_of(piece: Piece) -> float:
    """Where a line or a table begins, in points from the top of the page."""
    return piece.ys[0] if isinstance(piece, Table) else piece.top


def header_over(pieces: list[Piece], k: int, below: Piece, table: Table, rules: list[Rule]) -> list[Line]:
    """The lines above the band whose texts stand over the columns of the table, bold or with a rule under them."""
    out: list[Line] = []
    while k >= 0:
        line = pieces[k]
        if not isinstance(line, Line) or top_of(below) - line.bottom > NEAR * line.size:
            break
        if not line.bold and not out and not _is_ruled(line, table, rules):
            break
        if len(cut(line, NEAR_GAP).runs) < 2 and not (out and _begins_name(line, out[0], table)):
            break
        out.insert(0, line)
        below, k = line, k - 1
    if len(out) > 1 and not _stands_over(out[0], table) and not titles_over(out[0], out[1:], table.xs):
        out = out[1:]
    names = max((len(cut(line, NEAR_GAP).runs) for line in out), default=0)
    enough = names >= max(COLUMNS, (len(table.xs) - 1) / 2)
    titled = len(out) > 1 and bool(titles_over(out[0], out[1:], table.xs))
    return out if enough and all(_stands_over(line, table) for line in out[titled:]) else []


def _begins_name(line: Line, below: Line, table: Table) -> bool:
    """Whether a line is the first one of the longest name in a header: over that of its column, and close to it. Or
    it is the name of the first column, beside the middle of titles over the others."""
    (run,) = cut(line, NEAR_GAP).runs
    col = _column(run, table.xs)
    near = below.base - line.base < CLOSE * line.size and line.style is below.style
    named = any(_column(own, table.xs) == col for own in cut(below, NEAR_GAP).runs)
    return near and col is not None and (named if col else not named)


def names_columns(over: Table, table: Table) -> bool:
    """Whether the texts of a table as wide as another are bold names, and no values: the header of that."""
    words = [w for cell in over.cells for w in cell.words]
    wide = abs(over.xs[0] - table.xs[0]) < NEAR and abs(over.xs[-1] - table.xs[-1]) < NEAR
    return (
        wide
        and len(over.ys) - 1 <= _HEADER
        and all(w.style.bold and (not is_value(w.text) or is_year(w.text)) for w in words)
    )


def in_columns(names: list[Line], over: Table, xs: list[float], rules: list[Rule]) -> Table | None:
    """The header ``over`` a table laid out in the columns of that; None where it does not fit into them."""
    top, bottom = over.ys[0], over.ys[-1]
    titles = [r for r in rules if top < r.at < bottom and r.start >= xs[1] - 2 and r.end <= xs[-1] + 2]
    hints = Hints((xs[0], top, xs[-1], bottom), xs[1:-1], complete=True, titles=titles, met=True)
    head = aligned_table(names, hints, NEAR_GAP)
    return head if head is not None and head.xs == xs else None


def titles_over(line: Line, names: list[Line], xs: list[float]) -> list[tuple[int, int, list[Word]]]:
    """First column, columns and words of titles over years, each over the nearest of them; none where one of the texts
    of the line is no such title."""
    years = [
        (_column(run, xs), (run.x0 + run.x1) / 2) for low in names for run in cut(low, NEAR_GAP).runs if _dated(run)
    ]
    runs = cut(line, NEAR_GAP).runs
    below: list[list[int]] = [[] for _ in runs]
    for col, middle in years:
        if col is not None:
            nearest = min(range(len(runs)), key=lambda n: abs((runs[n].x0 + runs[n].x1) / 2 - middle))
            below[nearest].append(col)
    out = [(min(own), len(set(own)), run.words) for own, run in zip(below, runs, strict=True) if own]
    whole = all(len(set(own)) > 1 and max(own) - min(own) == len(set(own)) - 1 for own in below)
    within = whole and all(
        xs[col] <= run.x0 and run.x1 <= xs[col + n] for (col, n, _), run in zip(out, runs, strict=True)
    )
    return out if within and not any(map(_dated, runs)) else []


def by_column(lines: list[Line], xs: list[float]) -> list[tuple[int, int, list[Word]]]:
    """First column, columns and words of each cell of a header."""
    out: list[tuple[int, int, list[Word]]] = [(k, 1, []) for k in range(len(xs) - 1)]
    for line in lines:
        for run in cut(line, NEAR_GAP).runs:
            col = _column(run, xs)
            if col is not None:
                out[col][2].extend(run.words)
    return out


def _dated(run: Run) -> bool:
    return any(c.isdigit() for c in run.text)


def _is_ruled(line: Line, table: Table, rules: list[Rule]) -> bool:
    """Whether a rule as wide as the table is drawn right under the line."""
    near = [r for r in rules if line.base < r.at < line.bottom + 1.2 * line.size]
    wide = sum(min(r.end, table.xs[-1]) - max(r.start, table.xs[0]) for r in near)
    return wide > 0.9 * (table.xs[-1] - table.xs[0])


def _stands_over(line: Line, table: Table) -> bool:
    """Whether each text of the line stands over a column of its own."""
    cols = [_column(run, table.xs) for run in cut(line, NEAR_GAP).runs]
    return None not in cols and len(set(cols)) == len(cols)


def _column(run: Run, xs: list[float]) -> int | None:
    """The column over which nearly all of a text stands: a name may be wider than the texts below it, that of the last
    column by as much as it is."""
    over = [min(run.x1, b) - max(run.x0, a) for a, b in pairwise([*xs[:-1], inf])]
    most = max(over)
    rest = max((run.x1 - run.x0) - most - 2, 0)
    return over.index(most) if run.x0 < xs[-1] and rest <= _POKES * (run.x1 - run.x0) else None


def clear_of_names(table: Table, header: list[Line]) -> None:
    """Moves the borders that stand within a name, as its column is as wide as it."""
    names = [
        (col, run) for line in header for run in cut(line, NEAR_GAP).runs if (col := _column(run, table.xs)) is not None
    ]
    for k, x in enumerate(table.xs[1:-1], 1):
        left = [run.x1 for col, run in names if col == k - 1] + _ends(table, k - 1, lambda w: w.x1)
        right = [run.x0 for col, run in names if col == k] + _ends(table, k, lambda w: w.x0)
        if left and right and max(left) < min(right) and not max(left) <= x <= min(right):
            table.xs[k] = (max(left) + min(right)) / 2


def _ends(table: Table, col: int, end: Callable[[Word], float]) -> list[float]:
    cells = [c for c in table.cells if c.slab.col == col and c.slab.col_span == 1]
    return [end(w) for c in cells for w in c.words]
