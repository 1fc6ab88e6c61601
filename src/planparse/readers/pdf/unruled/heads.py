"""The header of a table without column borders, where one title stands over several columns beside wrapped ones.

    Measure | Actual  | Targets |         |
            | 2023/24 | 2024/25 | 2025/26 |

The lines of "Actual 2023/24" are one cell, those of "Targets" and "2024/25" are two: known by the periods that
stand side by side on one line, some of them in columns that have nothing above. Over several titles there may be one
more.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.unruled.flush_titles import year_ends
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import Run

_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d|\d\d\s?/\s?\d\d|Q(?:uarter )?[1-4]|Year \d"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]* (?:20)?\d\d)\b.*",
    re.I,
)

_ASIDE = 0.4
"""Share of the distance of two columns that a title may stand beside the middle over its periods."""

_STEP = 1.5
"""Heights of a letter from one line of a name to the next."""

_EXACT = 1.5
"""Points that a title may stand beside the middle over its periods, though it begins where one of them does."""

Title = tuple[int, int, int]
"""First and last column, and the line of what stands below it."""
HeadCell = tuple[int, int, int, int, list[Word]]
"""First row, rows, first column, columns, words."""


@dataclass(slots=True)
class Head:
    """The rows of a header: their lines, its cells, and where each row but the first begins."""

    lines: list[Placed]
    cells: list[HeadCell]
    middles: list[float]


def head_end(placed: list[Placed]) -> float | None:
    """Where a header with nothing drawn under it ends: at the white below the line of its periods, or nowhere where
    there is nothing but a bold header."""
    lines = list(itertools.takewhile(lambda line: not line.has_figures(), placed))
    at = next(
        (n for n, line in enumerate(lines) if sum(bool(_PERIOD.fullmatch(r.text)) for *_, r in line.runs) > 1), None
    )
    if at is None:
        return None
    for above, line in itertools.pairwise(placed[at:]):
        if line.has_figures() or line.base - above.base > _STEP * line.row.line.size:
            return line.row.line.top
    return float("inf") if all(line.row.line.bold for line in placed) else None


def find_head(placed: list[Placed], n_cols: int, border: float) -> Head | None:
    """The header above the first row border, where a title stands over the periods of several columns."""
    bold = placed[0].row.line.bold
    lines = list(
        itertools.takewhile(
            lambda line: line.base < border and not line.has_figures() and (line.row.line.bold or not bold), placed
        )
    )
    if len(lines) < 2 or (len(lines) == len(placed) and border < float("inf")):
        return None
    over, lower = _over_titles(lines, n_cols)
    spans = over or _titles(lines, n_cols)
    if any(b[0] <= a[1] for own in (spans, lower) for a, b in itertools.pairwise(own)):
        return None  # two of them would span one column
    under = {k for first, last, _ in spans for k in range(first, last + 1)}
    beside = set(range(n_cols)) - under
    wrapped = any(sum(line.fills(k) for line in lines) > 1 for k in beside)
    if not spans or (not wrapped and not _flush(lines) and all(last - first < 2 for first, last, _ in spans)):
        return None
    rows = 3 if lower else 2
    cells: list[HeadCell] = [(0, rows, k, 1, _words(lines, k)) for k in beside]
    for row, titles, start in ((0, spans, 0), (1, lower, 1)):
        for first, last, at in titles:
            title = [w for k in range(first, last + 1) for w in _words(lines[start:at], k)]
            cells.append((row, 1, first, last - first + 1, title))
    for first, last, at in lower or spans:
        cells += [(rows - 1, 1, k, 1, _words(lines[at:], k)) for k in range(first, last + 1)]
    cells.sort(key=lambda cell: (cell[0], cell[2]))
    starts = [1] if lower else []
    starts.append(min(at for *_, at in lower or spans))
    return Head(lines, cells, [lines[n].row.line.top for n in starts])


def _over_titles(lines: list[Placed], n_cols: int) -> tuple[list[Title], list[Title]]:
    """Titles of the first line in the middle over several of the titles below it, and those; none where there are none
    or not all of the lower ones have such a title."""
    lower = [(first, last, at + 1) for first, last, at in _titles(lines[1:], n_cols)] if len(lines) > 2 else []
    out: list[Title] = []
    left = list(lower)
    for first, end, run in lines[0].runs:
        own = [title for title in left if first <= title[1] and title[0] <= end]
        groups = [lower[i:j] for i in range(len(lower)) for j in range(i + 2, len(lower) + 1)]
        groups = [group for group in groups if all(t in left for t in group) and any(t in group for t in own)]
        best = min(groups, key=lambda group: _off_middle(run, group, lines), default=[])
        if best and _off_middle(run, best, lines) < run.words[0].style.size:
            out.append((best[0][0], best[-1][1], 1))
            left = [title for title in left if title not in best]
    return (out, lower) if out and not left else ([], [])


def _off_middle(title: Run, group: list[Title], lines: list[Placed]) -> float:
    (first, _, at), (_, last, other) = group[0], group[-1]
    begin = next(run for k, _, run in lines[at].runs if k == first)
    end = next(run for k, _, run in lines[other].runs if k == last)
    return abs(_off(title, begin, end))


def _titles(lines: list[Placed], n_cols: int) -> list[Title]:
    """First and last column under each title, and the line of the periods below it."""
    starts = [next((n for n, line in enumerate(lines) if line.fills(k)), len(lines)) for k in range(n_cols)]
    out: list[Title] = []
    if flush := _flush(lines):
        return flush
    for first, end, run in lines[0].runs:
        if first == 0 or (first == end and _PERIOD.fullmatch(run.text)):
            continue
        at = next((n for n in range(1, len(lines)) if _is_period(lines[n], first)), 0)
        if not at and first < end and _PERIOD.fullmatch(run.text):  # a year over the names of its values
            at = next((n for n in range(1, len(lines)) if all(_names(lines[n], k) for k in range(first, end + 1))), 0)
        last = end if at and all(_names(lines[at], k) for k in range(first, end + 1)) else first
        while at and last + 1 < n_cols and starts[last + 1] in (0, at) and _is_period(lines[at], last + 1):
            if starts[last + 1] == 0 and not _covers(lines[0], first, last + 1):
                break
            last += 1
        if at:
            taken = out[-1][1] if out else 0
            first = _leftmost(run, first, last, lines[at], [k for k in range(taken + 1, first) if starts[k] == at])
            out.append((first, last, at))
    return [(first, last, at) for first, last, at in _centred(out, lines) if last > first]


def _flush(lines: list[Placed]) -> list[Title]:
    """The titles over the periods of the next line where each ends with the last one of its own."""
    years = [(k, run.x1) for k, _, run in lines[1].runs if _is_period(lines[1], k)] if len(lines) > 1 else []
    if len(years) < 2 or years[-1][0] - years[0][0] >= len(years):
        return []
    over = [run for first, last, run in lines[0].runs if first <= years[-1][0] and years[0][0] <= last]
    if any(_PERIOD.fullmatch(run.text) for run in over):
        return []
    ends = year_ends([run.x1 for run in over], [x1 for _, x1 in years])
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [(years[a][0], years[b][0], 1) for a, b in zip(starts, ends, strict=False)]


def _leftmost(title: Run, first: int, last: int, line: Placed, bare: list[int]) -> int:
    """The first column of a title that stands in the middle over its periods, those left of it among them: of the
    columns ``bare``, which have nothing beside the title."""
    periods = {k: run for k, _, run in line.runs if _is_period(line, k)}
    if first not in periods or last not in periods:
        return first
    low = first
    while low - 1 in periods and low - 1 in bare:
        low -= 1
    pitch = periods[last].x0 - periods[last - 1].x0 if last - 1 in periods else 0.0

    def off(k: int) -> float:
        return min(
            abs(_off(title, periods[k], periods[last])), abs(_off_starts(title, periods[k], periods[last], pitch))
        )

    best = min(range(first, low - 1, -1), key=off)
    begins = abs(title.x0 - periods[first].x0) < 1  # where its first period does
    return first if begins and abs(_off(title, periods[best], periods[last])) > _EXACT else best


def _off_starts(title: Run, first: Run, last: Run, pitch: float) -> float:
    """How far right of the middle over columns a title stands whose texts all begin at their left."""
    return (title.x0 + title.x1 - first.x0 - last.x0 - pitch) / 2 if pitch else float("inf")


def _centred(titles: list[Title], lines: list[Placed]) -> list[Title]:
    """The titles, two beside each other parted where each stands in the middle over its periods, if anywhere."""
    out = list(titles)
    for n, ((a, b, at), (c, d, other)) in enumerate(itertools.pairwise(titles)):
        if b + 1 != c or at != other:
            continue
        periods = {first: run for first, last, run in lines[at].runs if first == last}
        left, right = (next((run for first, _, run in lines[0].runs if first == k), None) for k in (a, c))
        if left is None or right is None or any(k not in periods for k in range(a, d + 1)):
            continue
        off = {k: (_off(left, periods[a], periods[k]), _off(right, periods[k + 1], periods[d])) for k in range(a, d)}
        best = min(off, key=lambda k: max(map(abs, off[k])))
        size, pitch = left.words[0].style.size, periods[d].x0 - periods[d - 1].x0
        aligned = max(map(abs, off[best])) < size or (
            abs(off[best][0] - off[best][1]) < size and max(map(abs, off[best])) < _ASIDE * pitch
        )  # texts at one side of their columns stand all as far from under their title
        if aligned and max(map(abs, off[best])) < 0.5 * max(map(abs, off.get(b, (0.0, 0.0)))):
            out[n], out[n + 1] = (a, best, at), (best + 1, d, other)
    return out


def _off(title: Run, first: Run, last: Run) -> float:
    """How far right of the middle over its periods a title stands."""
    return (title.x0 + title.x1 - first.x0 - last.x1) / 2


def _covers(line: Placed, first: int, col: int) -> bool:
    """Whether the run that begins in the one column lies over the other too."""
    return any(a == first and b >= col for a, b, _ in line.runs)


def _is_period(line: Placed, col: int) -> bool:
    return any(first == col == last and _PERIOD.fullmatch(run.text) for first, last, run in line.runs)


def _names(line: Placed, col: int) -> bool:
    return any(first == col == last for first, last, _ in line.runs)


def _words(lines: list[Placed], col: int) -> list[Word]:
    """The words of the runs that begin in a column."""
    return [w for line in lines for first, _, run in line.runs if first == col for w in run.words]
