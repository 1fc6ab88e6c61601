"""Columns of a table without column borders, from the places of its words.

The lines that have the most runs show the columns: what they leave white between them parts two columns. Lines
with fewer runs (spanning headers, band rows, wrapped text) are laid over these columns afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from planparse.readers.pdf.runs import Row, Run, Span, is_year, white_columns


def find_columns(rows: list[Row], known: list[float]) -> list[float]:
    """Inner column borders. ``known`` are borders that rules or filled areas show; they win over white space."""
    counts = Counter(len(r.runs) for r in rows if len(r.runs) > 1)
    if not counts:
        return sorted(known)
    usual = max(counts, key=lambda k: (counts[k] * k, k))
    full = [r for r in rows if len(r.runs) >= max(2, 0.7 * usual)]
    size = sorted(r.line.size for r in full)[len(full) // 2]
    spans = [[(run.x0, run.x1) for run in r.runs] for r in full]
    gaps = white_columns(spans, 0.3 * size, len(full) // 12)
    borders = _borders(_shared(gaps, rows, 0.3 * size), known)
    return _without_twins(sorted(borders + _narrow(rows, borders, size)), rows, known)


def _without_twins(borders: list[float], rows: list[Row], known: list[float]) -> list[float]:
    """The borders but those between a header at one side of its column and the figures at the other side.

    The header has as many entries as each line below it, and each stands in the same column or in the next one.
    """
    several = [r for r in rows if len(r.runs) > 1]
    used = [{bisect_right(borders, (run.x0 + run.x1) / 2) for run in r.runs} for r in several]
    below = set().union(*used[1:])
    if len(several) < 3 or any(len(columns) != len(below) for columns in used):
        return borders
    pairs = list(zip(sorted(used[0]), sorted(below), strict=True))
    moved = [(one, other) for one, other in pairs if one != other]
    if any(abs(one - other) > 1 or one in below or other in used[0] for one, other in moved):
        return borders
    apart = {min(pair) for pair in moved}
    return [border for k, border in enumerate(borders) if k not in apart or border in known]


def _narrow(rows: list[Row], borders: list[float], size: float) -> list[float]:
    """Further borders where all lines leave a narrow white column and most words after it begin at one place."""
    lines = [[w for run in r.runs for w in run.words] for r in rows if len(r.runs) > 1]
    if len(lines) < 5:
        return []
    out = []
    for x0, x1 in white_columns([[(w.x0, w.x1) for w in line] for line in lines], 0.35 * size):
        if any(x0 - 2 <= b <= x1 + 2 for b in borders):
            continue
        end = min((b for b in borders if b > x1), default=float("inf"))
        starts = [next((w.x0 for w in line if x1 - 0.5 <= w.x0 < end), None) for line in lines]
        level = sum(1 for s in starts if s is not None and s - x1 < 1.5)
        clear = any(x1 - 0.5 <= run.x0 < x1 + 1.5 for r in rows for run in r.runs[1:])
        if clear and level >= max(4, 0.6 * sum(1 for s in starts if s is not None)):
            out.append((x0 + x1) / 2)
    return out


def _shared(gaps: list[Span], rows: list[Row], least: float) -> list[Span]:
    """What of each gap the other rows leave white too, such as a header that is wider than the figures below it."""
    runs = [(run.x0, run.x1) for row in rows if len(row.runs) > 1 for run in row.runs]
    years = [(run.x0, run.x1) for row in rows if len(row.runs) > 1 for run in row.runs if is_year(run.text)]
    out = []
    for x0, x1 in gaps:
        left = max((b for a, b in runs if a <= x0 < b < x1), default=x0)
        right = min((a for a, b in runs if x0 < a < x1 <= b), default=x1)
        inner = [(a, b) for a, b in years if left + least < a and b < right - least]
        if inner and _flush_right(rows, x1):
            right = min(a for a, _ in inner)  # headers begin where their columns do, and the figures end there
        out.append((left, right) if right - left >= least else (x0, x1))
    return out


def _flush_right(rows: list[Row], x: float) -> bool:
    """Whether the first entries of each line at or after ``x`` end at one place and begin at several."""
    after = [next((run for run in row.runs if run.x0 >= x - 0.5), None) for row in rows if len(row.runs) > 1]
    own = [run for run in after if run is not None]
    ends, starts = sorted(run.x1 for run in own), [run.x0 for run in own]
    if len(own) < 3 or max(starts) - min(starts) < 2:
        return False
    return sum(abs(e - ends[len(ends) // 2]) < 1.5 for e in ends) >= 0.7 * len(ends)


def _borders(gaps: list[Span], known: list[float]) -> list[float]:
    borders = list(known)
    for x0, x1 in gaps:
        if not any(x0 - 2 <= k <= x1 + 2 for k in known):
            borders.append((x0 + x1) / 2)
    return sorted(borders)


def columns_of(run: Run, edges: list[float], extents: list[Span | None]) -> tuple[int, int]:
    """First and last column over which a run lies. ``extents`` are the columns' own text extents."""
    first = _column(run.x0 + 0.5, edges)
    last = max(first, _column(run.x1 - 0.5, edges))
    # A long word that only pokes over a border, or starts early, does not span.
    while last > first and not _covers(run, extents[last]):
        last -= 1
    while last > first and not _covers(run, extents[first]):
        first += 1
    return first, last


def _column(x: float, edges: list[float]) -> int:
    return min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)


def _covers(run: Run, extent: Span | None) -> bool:
    if extent is None:
        return True
    return min(run.x1, extent[1]) - max(run.x0, extent[0]) > 0.25 * (extent[1] - extent[0])
