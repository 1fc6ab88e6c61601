"""The column borders of a table whose columns are not ruled: those that its texts leave white, tried by what is drawn,
by the names in its header and by the table of the page before."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

from planparse.readers.pdf.page import WHITE, Fill
from planparse.readers.pdf.unruled.carried import clear_of
from planparse.readers.pdf.unruled.columns import find_columns
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.words.runs import Row, Run, Span, is_value, pieces_at

_NOTE = 4
"""Words of a line of a note over several columns at least."""
_NAMES = 3
"""Painted cells of a header."""
_HEAD = 2.0
"""Heights of the lowest of them from the first line of the header to its top at most."""
_MEET = 2.0
"""Points between two of them."""
_FEW = 3
"""Borders, of which one may be another than on the page before."""
_DRAWN, _VALUED = 3, 2
"""Column borders that are drawn at least, and lines with a value beside another one that show it between them."""


def column_borders(rows: list[Row], hints: Hints) -> tuple[list[float], int]:
    """The borders of these lines, left to right, the outer ones among them, and how many of the others are drawn; no
    inner ones where they have one column only."""
    x0 = hints.box[0] if hints.box else min(row.line.x0 for row in rows) - 2
    x1 = hints.box[2] if hints.box else max(row.line.x1 for row in rows) + 2
    known = [v for v in hints.verticals if x0 + 4 < v < x1 - 4]
    if hints.complete and _is_complete(rows, known):
        inner = known
    else:
        inner = _with_texts(find_columns(rows, known), known, rows, x0, x1)
        inner = _beside_notes(inner, rows, x0, x1)
        inner = _as_drawn(inner, known, rows) if len(known) >= _DRAWN else inner
    inner = [x for x in inner if x in known or not _parts_one_text(x, inner, rows)]
    inner = _snap([x for x in inner if x0 + 2 < x < x1 - 2], rows, hints.fills)
    if len(hints.fills) >= _NAMES:
        inner = _at_painted_names(inner, x0, x1, hints.fills, rows)
    xs = _as_before([x0, *inner, x1], rows, hints.before) if inner else [x0, x1]
    return xs, len(known)


def _is_complete(rows: list[Row], known: list[float]) -> bool:
    """Whether hardly a line has several texts between two of these borders."""
    several = [row for row in rows if len(row.runs) > 1]
    columns = [[bisect_right(known, (run.x0 + run.x1) / 2) for run in row.runs] for row in several]
    return sum(len(set(c)) < len(c) for c in columns) <= 0.2 * len(several)


def _as_drawn(inner: list[float], known: list[float], rows: list[Row]) -> list[float]:
    """The borders, of those within a drawn column only the ones that part values from other texts in some lines, or
    texts in most: a name may stand left over figures that are set right, and a text be stretched to its width."""
    out: list[float] = []
    for x in inner:
        k = bisect_right(known, x)
        left, right = known[k - 1] if k else float("-inf"), known[k] if k < len(known) else float("inf")
        own = [[run for run in row.runs if left < (run.x0 + run.x1) / 2 < right] for row in rows]
        parted = [runs for runs in own if runs and runs[0].x1 <= x + 1 and runs[-1].x0 >= x - 1]
        valued = sum(any(is_value(run.text) for run in runs) for runs in parted)
        if x in known or valued >= _VALUED or 2 * len(parted) > sum(map(bool, own)):
            out.append(x)
    return out


def _with_texts(inner: list[float], known: list[float], rows: list[Row], x0: float, x1: float) -> list[float]:
    """The borders but those of a column in which no text stands: texts in the middle over its neighbours leave white
    there. The border that more texts lie over goes."""
    pieces = [piece for row in rows for run in row.runs for piece in pieces_at(run, inner)]
    out = list(inner)
    k = 0
    while k <= len(out):
        left, right = out[k - 1] if k else x0, out[k] if k < len(out) else x1
        sides = [x for x in (left, right) if x in out and x not in known]
        if sides and not any(left - 1 <= piece.x0 and piece.x1 <= right + 1 for piece in pieces):
            out.remove(max(sides, key=lambda x: sum(piece.x0 < x < piece.x1 for piece in pieces)))
            k = 0
        else:
            k += 1
    return out


def _beside_notes(inner: list[float], rows: list[Row], x0: float, x1: float) -> list[float]:
    """The borders with those of columns that notes lie over in so many rows that they look like one: in the other rows,
    and in the header, several figures stand beside each other there."""
    out = sorted(inner)
    k = 0
    while k <= len(out):
        left, right = out[k - 1] if k else x0, out[k] if k < len(out) else x1
        own = [[run for run in row.runs if left - 1 <= run.x0 and run.x1 <= right + 1] for row in rows]
        several = [runs for runs in own if len(runs) > 1]
        figures = [runs for runs in several if all(is_value(run.text) for run in runs[:2])]
        end, start = max((r[0].x1 for r in several), default=0.0), min((r[1].x0 for r in several), default=0.0)
        single = [runs[0] for runs in own if len(runs) == 1 and runs[0].x0 < end and start < runs[0].x1]
        names = [run for run in single if len(run.words) < _NOTE]
        white = [_white_within(run, end, start) for run in names]
        if len(figures) > 0 and (len(several) > len(figures) or white) and end < start and None not in white:
            end, start = max([end, *(gap[0] for gap in white if gap)]), min([start, *(gap[1] for gap in white if gap)])
            if end < start:
                out.insert(k, (end + start) / 2)
                continue
        k += 1
    return out


def _white_within(run: Run, left: float, right: float) -> Span | None:
    """The white between two words of a bold text, names that stand close to each other over two columns, as far as it
    lies between two places."""
    if not all(word.style.bold for word in run.words):
        return None
    gaps = ((max(a.x1, left), min(b.x0, right)) for a, b in itertools.pairwise(run.words))
    return next(((start, end) for start, end in gaps if start < end), None)


def _at_painted_names(inner: list[float], x0: float, x1: float, fills: list[Fill], rows: list[Row]) -> list[float]:
    """The borders but those within a cell of the header, where its cells are painted side by side over the columns; and
    all that these have, where each has a name and the texts below stand in them."""
    painted: dict[int, list[Fill]] = {}
    top = rows[0].line.base
    for fill in fills:
        if fill.colour != WHITE and fill.top < top + _HEAD * (fill.bottom - fill.top) and fill.bottom > top:
            painted.setdefault(round(fill.bottom), []).append(fill)
    widest: list[Fill] = max(painted.values(), key=len, default=[])
    cells = sorted(widest)
    edges = [(a.x1 + b.x0) / 2 for a, b in itertools.pairwise(cells)]
    beside = all(abs(b.x0 - a.x1) < _MEET for a, b in itertools.pairwise(cells))
    if len(cells) < _NAMES or not beside or cells[-1].x1 - cells[0].x0 < 0.9 * (x1 - x0):
        return inner
    at = [x for x in inner if any(abs(x - edge) < 2 * _MEET for edge in edges)]
    if len(at) == len(edges):
        return at if 2 * len(at) > len(inner) else inner
    return edges if _are_columns(cells, edges, rows) else inner


def _are_columns(cells: list[Fill], edges: list[float], rows: list[Row]) -> bool:
    """Whether each painted cell of a header has a name in it, and below them hardly a line has several texts in one,
    nor any that lies over two of them but a note."""
    words = [word for row in rows if row.line.base < cells[0].bottom for word in row.line.words]
    if not all(any(c.x0 < (w.x0 + w.x1) / 2 < c.x1 and c.top < w.base < c.bottom for w in words) for c in cells):
        return False
    below = [row for row in rows if row.line.base > cells[0].bottom]
    texts = [run for row in below if len(row.runs) > 1 for run in row.runs if len(run.words) < _NOTE]
    over = any(w.x0 + 1 < x < w.x1 - 1 for run in texts for w in run.words for x in edges)
    return bool(below) and not over and _is_complete(below, edges)


def _parts_one_text(x: float, inner: list[float], rows: list[Row]) -> bool:
    """Whether all that stands between a border and the next one is a piece of words in one line, behind words left of
    the border, while the header has a name at its left and for each other column: a text stretched to its column."""
    end = min((b for b in inner if b > x), default=float("inf"))
    start = max((b for b in inner if b < x), default=0.0)
    own = [(n, run) for n, row in enumerate(rows) for run in row.runs if x - 1 <= run.x0 < end]
    if len(own) != 1 or own[0][0] == 0 or len(rows[0].runs) != len(inner) or is_value(own[0][1].text):
        return False
    return any(start - 1 <= r.x0 < x and not is_value(r.text) for r in rows[own[0][0]].runs)


def _snap(inner: list[float], rows: list[Row], fills: list[Fill]) -> list[float]:
    """Borders moved to the edge of a filled cell that stands in the same white gap."""
    edges = sorted({round(e, 1) for f in fills for e in (f.x0, f.x1)})
    out: list[float] = []
    for x in inner:
        left, right = _white_around(x, rows)
        k = bisect_left(edges, left - 0.5)
        inside = [e for e in edges[k:] if e <= right + 0.5]
        snapped = min(inside, key=lambda e: abs(e - x)) if inside else x
        if not out or snapped > out[-1]:
            out.append(snapped)
    return out


def _white_around(x: float, rows: list[Row]) -> Span:
    left = max((run.x1 for r in rows for run in r.runs if run.x1 <= x), default=x)
    return left, min((run.x0 for r in rows for run in r.runs if run.x0 >= x), default=x)


def _as_before(xs: list[float], rows: list[Row], before: tuple[float, ...]) -> list[float]:
    """The borders of the table that ended the page before, where they stand in the same white gaps; a column may be
    blank on this page."""
    left, right = min(row.line.x0 for row in rows), max(row.line.x1 for row in rows)
    if not before or left < before[0] - 1 or right > before[-1] + 1:
        return xs
    if len(before) < len(xs):  # a name at the left of its column and a value at the right may look like two
        columns = [[bisect_right(before, run.x0) for run in row.runs] for row in rows]
        same = abs(xs[0] - before[0]) < 3 and abs(xs[-1] - before[-1]) < 3
        return (
            list(before) if same and not _crossed(before, rows) and all(len(set(c)) == len(c) for c in columns) else xs
        )
    gaps = [_white_around(x, rows) for x in xs[1:-1]]
    if len(before) == len(xs):
        fits = [a - 0.5 <= b <= c + 0.5 for (a, c), b in zip(gaps, before[1:-1], strict=True)]
        if fits.count(False) > len(fits) // _FEW:
            return xs  # longer texts of this page may move a border
        inner = [b if fit else x for x, b, fit in zip(xs[1:-1], before[1:-1], fits, strict=True)]
        return [before[0], *inner, before[-1]]
    moved = (before[0], *clear_of([row.line for row in rows], before), before[-1])
    for borders in (before, moved):
        known = all(any(a - 0.5 <= b <= c + 0.5 for b in borders[1:-1]) for a, c in gaps)
        if known and ((borders is before and not _crossed(borders, rows)) or _part_all_but_notes(borders, rows)):
            return list(borders)
    return xs


def _crossed(borders: tuple[float, ...], rows: list[Row]) -> list[Run]:
    """The runs that lie over these borders."""
    return [run for x in borders[1:-1] for row in rows for run in row.runs if run.x0 < x < run.x1]


def _part_all_but_notes(borders: tuple[float, ...], rows: list[Row]) -> bool:
    """Whether each of these borders parts two texts in some row, and nothing but notes lies over them."""
    parted = [any(a.x1 <= x <= b.x0 for row in rows for a, b in itertools.pairwise(row.runs)) for x in borders[1:-1]]
    apart = all(a < b for a, b in itertools.pairwise(borders))
    return apart and all(parted) and all(len(run.words) >= _NOTE for run in _crossed(borders, rows))
