"""The columns in which the texts of a line stand: those they touch, those of a filled cell or of a rule under them."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.page import Fill, Rule
from planparse.readers.pdf.unruled.columns import columns_of
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import Row, Run, Span, is_value, is_year

_UNDER = 1.5
"""Heights of a letter from a title to the rule under it."""
_BELOW = 3.2
"""The same, with one line of names between them."""
_NEXT = 1.6
"""Heights of a letter from one line of a name to the next at most."""
_LEVEL = 2
"""Figures of a column that show where they end."""
_FLUSH = 1.5
"""Points by which lines of one cell may begin, or end, beside each other."""
_ROWS = 4
"""Lines with several texts on one filled area that is no cell; a header has fewer."""
_PART = 0.8
"""Share of the width of a table that painted columns of it have at most."""
_OFF, _ABOUT = 3.0, 0.01
"""Points, or share of their width, by which the middle of a note may be off that of its columns."""


def place(rows: list[Row], xs: list[float], fills: list[Fill], titles: list[Rule]) -> list[Placed]:
    extents = _extents(rows, xs)
    broad = {n: base for n, fill in enumerate(fills) if (base := _under_rows(fill, rows, xs)) is not None}
    placed = []
    for row in rows:
        taken: list[tuple[int, int, Run]] = []
        for run in row.runs:
            first, last = (
                _titled(run, row, rows, xs, titles)
                or _filled(run, row, rows, xs, fills, broad)
                or columns_of(run, xs, extents)
            )
            if taken and first <= taken[-1][1]:
                before = taken.pop()
                first, last = before[0], max(before[1], last)
                run = Run(before[2].words + run.words)
            taken.append((first, last, run))
        placed.append(Placed(row, taken))
    ends = _figure_ends(placed)
    if ends.keys() >= set(range(1, len(xs) - 1)):
        _span_units(placed, xs, extents)
    _span_notes(placed, xs, ends)
    return placed


def _figure_ends(placed: list[Placed]) -> dict[int, list[float]]:
    """Where the figures of each column end that has any."""
    ends: dict[int, list[float]] = {}
    for line in placed:
        for first, last, run in line.runs:
            if first == last and is_value(run.text) and not is_year(run.text):
                ends.setdefault(first, []).append(run.x1)
    return ends


def _span_notes(placed: list[Placed], xs: list[float], ends: dict[int, list[float]]) -> None:
    """Lets a note span the blank columns around it, where it stands in the middle of these and figures end level in its
    own."""
    level = {k for k, own in ends.items() if len(own) >= _LEVEL and max(own) - min(own) < 1}
    for line in placed:
        bounds = [-1, *(last for _, last, _ in line.runs), len(xs) - 1]
        starts = [*(first for first, _, _ in line.runs), len(xs) - 1]
        for n, (k, last, run) in enumerate(line.runs):
            left, right = bounds[n] + 1, starts[n + 1] - 1
            if not (k == last and left < k < right and level.issuperset(range(left, right + 1))):
                continue
            off = abs(run.x0 + run.x1 - xs[left] - xs[right + 1]) / 2
            if len(run.words) > 1 and not is_value(run.text) and off < _OFF and abs(run.x1 - ends[k][0]) > _OFF:
                line.runs[n] = (left, right, run)


def _span_units(placed: list[Placed], xs: list[float], extents: list[Span | None]) -> None:
    """Lets a text that stands alone span all columns behind the first, where it lies over a border in their middle:
    "Percent of adults". A line of a note has others of it right above or below. And several texts those that each
    stands in the middle of, where none is left over: "1,000 acres" over four of them, "Bushels" over two."""
    texts = [extent for extent in extents[1:] if extent is not None]
    whole_cells = list(itertools.pairwise(xs))[1:]
    whole = [(xs[1], xs[-1]), *([(texts[0][0], texts[-1][1])] if texts else [])]
    for n, line in enumerate(placed):
        if not line.runs[0][0]:
            continue
        if len(line.runs) > 1:
            own = [run for *_, run in line.runs]
            over = any(last > first for first, last, _ in line.runs) and not any(is_value(run.text) for run in own)
            starts = [k + 1 for k in _in_the_middle(own, whole_cells)] if over else []
            ends = [*(k - 1 for k in starts[1:]), len(xs) - 2]
            if starts:
                line.runs = list(zip(starts, ends, own, strict=True))
            continue
        k, _, run = line.runs[0]
        if xs[k] - 1 <= run.x0 and run.x1 <= xs[k + 1] + 1:
            continue
        centred = any(abs(run.x0 + run.x1 - a - b) / 2 < max(_OFF, _ABOUT * (b - a)) for a, b in whole)
        if centred and not any(
            _is_of_note(run, other) for other in (*placed[max(n - 1, 0) : n], *placed[n + 1 : n + 2])
        ):
            line.runs[0] = (1, len(xs) - 2, run)


def _is_of_note(run: Run, line: Placed) -> bool:
    """Whether words stand close over or under a run."""
    near = abs(line.base - run.words[0].base) < _NEXT * run.words[0].style.size
    level = [t.text for *_, t in line.runs if t.x0 < run.x1 and run.x0 < t.x1] if near else []
    return any(text[0].isalpha() and not is_value(text) for text in level)


def _extents(rows: list[Row], xs: list[float]) -> list[Span | None]:
    """Where the text of each column begins and ends, by the runs that stay inside it."""
    out: list[Span | None] = [None] * (len(xs) - 1)
    for row in rows:
        for run in row.runs:
            for k, (a, b) in enumerate(itertools.pairwise(xs)):
                if a - 1 <= run.x0 and run.x1 <= b + 1:
                    known = out[k]
                    out[k] = (run.x0, run.x1) if known is None else (min(known[0], run.x0), max(known[1], run.x1))
    return out


def _titled(run: Run, row: Row, rows: list[Row], xs: list[float], titles: list[Rule]) -> tuple[int, int] | None:
    """The columns over which a rule runs that is drawn right under the run, and under no other run of its line.

    Or under the names of the columns below it, where it stands in the rule's middle.
    """
    line = row.line
    for rule in titles:
        middle = abs(run.x0 + run.x1 - rule.start - rule.end) / 2 < 3
        under = 0 < rule.at - line.base < (_BELOW if middle else _UNDER) * line.size
        if 0 < rule.at - line.base < _BELOW * line.size:
            several = columns_of_title(run, rule, rows, xs)
            if several is not None:
                return several
        if under and rule.start - 3 < run.x0 and run.x1 < rule.end + 3:
            inside = [k for k, (a, b) in enumerate(itertools.pairwise(xs)) if rule.start < (a + b) / 2 < rule.end]
            alone = all(other is run or other.x1 < rule.start or other.x0 > rule.end for other in row.runs)
            alone = alone and not _ends_one_of_several(run, row, rule, rows) and not _level(_over(rule, rows))
            return (inside[0], inside[-1]) if alone and len(inside) > 1 else None
    return None


def _ends_one_of_several(run: Run, row: Row, rule: Rule, rows: list[Row]) -> bool:
    """Whether a run over a rule is a further line of one of several names side by side over it: "Actual", with
    "performance" under it, beside "Targets"."""
    above = max((r for r in rows if r.line.base < row.line.base), key=lambda r: r.line.base, default=None)
    if above is None or row.line.base - above.line.base > _NEXT * row.line.size:
        return False
    own = [t for t in above.runs if rule.start - 3 < t.x0 and t.x1 < rule.end + 3]
    if len(own) < 2 or any(is_value(t.text) for t in own):
        return False
    return any(
        min(abs(t.x0 - run.x0), abs(t.x1 - run.x1), abs(t.x0 + t.x1 - run.x0 - run.x1) / 2) < _FLUSH for t in own
    )


def columns_of_title(run: Run, rule: Rule, rows: list[Row], xs: list[float]) -> tuple[int, int] | None:
    """The columns of ``run``, one of several titles over one rule; None where it is no such title.

    Each begins where the name of a column below it does and goes on to the next one, or each stands in the middle over
    its own.
    """
    own = _over(rule, rows)
    titles = _level(own) or max(own, key=len, default=[])
    below = [
        [t for t in r.runs if rule.start - 3 < t.x0 and t.x1 < rule.end + 3] for r in rows if r.line.base > rule.at
    ]
    names = next((runs for runs in below if runs), [])
    if len(titles) < 2 or any(is_value(name.text) and not is_year(name.text) for name in names):
        return None
    inside = [k for k, (a, b) in enumerate(itertools.pairwise(xs)) if rule.start < (a + b) / 2 < rule.end]
    starts = [next((k for k, x in enumerate(xs[1:]) if t.x0 < x), len(xs) - 2) for t in titles]
    begins = [t.x0 for runs in below for t in runs if not is_value(t.text) or is_year(t.text)]
    if not all(any(abs(t.x0 - x) < _FLUSH for x in begins) for t in titles):
        cells = [(xs[k], xs[k + 1]) for k in inside]
        texts = [(name.x0, name.x1) for name in names] if len(names) == len(inside) else cells
        starts = [inside[n] for n in _in_the_middle(titles, cells) or _in_the_middle(titles, texts)]
    at = next((n for n, t in enumerate(titles) if abs(t.x0 - run.x0) < _FLUSH or _is_within(run, t)), None)
    if at is None or len(set(starts)) < len(titles) or len(starts) == len(inside):
        return None
    last = starts[at + 1] - 1 if at + 1 < len(starts) else inside[-1]
    return starts[at], max(last, starts[at])


def _over(rule: Rule, rows: list[Row]) -> list[list[Run]]:
    """The texts over a rule, line by line."""
    over = [r for r in rows if 0 < rule.at - r.line.base < _BELOW * r.line.size]
    return [[t for t in r.runs if rule.start - 3 < t.x0 and t.x1 < rule.end + 3] for r in over]


def _level(lines: list[list[Run]]) -> list[Run]:
    """Several titles whose middles are level, so that no line has two of them: one of one line stands beside the white
    between the two of another. Each from its first letter to its last; none where they are not so."""
    stacks: list[list[Run]] = []
    for run in itertools.chain.from_iterable(runs for runs in lines if len(runs) == 1):
        stack = next((own for own in stacks if any(t.x0 < run.x1 and run.x0 < t.x1 for t in own)), None)
        if stack is None:
            stacks.append([run])
        else:
            stack.append(run)
    middles = [own[0].words[0].base + own[-1].words[0].base for own in stacks]
    if len(stacks) < 2 or max(map(len, lines)) > 1 or max(middles) - min(middles) > 2 * _FLUSH:
        return []
    words = [[w for run in own for w in run.words] for own in stacks]
    ends = [Run([min(own, key=lambda w: w.x0), max(own, key=lambda w: w.x1)]) for own in words]
    return sorted(ends, key=lambda run: run.x0)


def _is_within(run: Run, title: Run) -> bool:
    return title.x0 - _FLUSH < run.x0 and run.x1 < title.x1 + _FLUSH


def _in_the_middle(titles: list[Run], columns: list[Span], at: int = 0) -> list[int]:
    """The first of the columns, counted from ``at``, of each of these titles, where each stands in the middle over one
    or more of them and none is left over; none where they do not."""
    middle, rest = titles[0].x0 + titles[0].x1, titles[1:]
    for end in range(at, len(columns) - len(rest)):
        if abs(columns[at][0] + columns[end][1] - middle) / 2 < _OFF:
            others = _in_the_middle(rest, columns, end + 1) if rest else []
            if len(others) == len(rest) and (rest or end + 1 == len(columns)):
                return [at, *others]
    return []


def _under_rows(fill: Fill, rows: list[Row], xs: list[float]) -> float | None:
    """Where a filled area, not as wide as the table, begins to lie under several texts side by side in line after line:
    from there on it is of columns, and no cell."""
    if fill.x1 - fill.x0 > _PART * (xs[-1] - xs[0]):
        return None
    extent = fill.top, fill.bottom, fill.x0, fill.x1
    found = [row.line.base for row in rows if _several(row, extent)]
    return found[0] if len(found) >= _ROWS else None


def _filled(
    run: Run, row: Row, rows: list[Row], xs: list[float], fills: list[Fill], broad: dict[int, float]
) -> tuple[int, int] | None:
    """The columns under the filled cell in which the run stands alone; ``broad`` says below which line one is none."""
    y, x = row.line.base - 0.3 * row.line.size, (run.x0 + run.x1) / 2
    for n, fill in enumerate(fills):
        if row.line.base <= broad.get(n, row.line.base) and fill.top <= y <= fill.bottom and fill.x0 <= x <= fill.x1:
            left, right = _seen(fill, fills[n + 1 :], y, x)
            if not _stands_over(run, left, right):
                continue
            extent = (fill.top, fill.bottom, left, right)
            if _several(row, extent) or _goes_on(row, run, rows, extent) or _ends_name(row, run, rows, extent):
                continue
            if _is_beside_values(run, rows, extent):
                continue
            ends = [*xs[1:-1], min(xs[-1], (xs[-2] + xs[-1]) / 2)]  # the last one may be painted in part
            inside = [k for k in range(len(xs) - 1) if left - 3 <= xs[k] and ends[k] <= right + 3]
            if inside:
                return inside[0], inside[-1]
    return None


def _stands_over(run: Run, left: float, right: float) -> bool:
    """Whether a run begins or ends beside an edge of its filled area, or stands in its middle."""
    near = 2.2 * run.words[0].style.size
    middle = abs((run.x0 + run.x1) - (left + right)) / 2
    return run.x0 - left < near or right - run.x1 < near or middle < max(3.0, 0.02 * (right - left))


def _seen(fill: Fill, later: list[Fill], y: float, x: float) -> Span:
    """From where to where a filled row is seen around a place, where the higher fill of a column lies over its end."""
    left, right = fill.x0, fill.x1
    for over in later:
        if over.top <= fill.top + 1 and over.bottom >= fill.bottom - 1 and over.x1 - over.x0 < 0.5 * (right - left):
            if over.x0 < fill.x0 + 1 and over.x1 < x:
                left = max(left, over.x1)
            elif over.x1 > fill.x1 - 1 and over.x0 > x:
                right = min(right, over.x0)
    return left, right


def _several(row: Row, extent: tuple[float, float, float, float]) -> bool:
    """Whether several runs of a line stand in this filled area: its top, bottom, left and right."""
    top, bottom, left, right = extent
    if not top <= row.line.base - 0.3 * row.line.size <= bottom:
        return False
    return sum(1 for r in row.runs if left <= (r.x0 + r.x1) / 2 <= right) > 1


def _is_beside_values(run: Run, rows: list[Row], extent: tuple[float, float, float, float]) -> bool:
    """Whether a run is a line of the one text in a filled area beside whose middle its values stand."""
    top, bottom, *_ = extent
    own = [r for r in rows if top <= r.line.base - 0.3 * r.line.size <= bottom]
    lines = [r.line.base for r in own if any(abs(t.x0 - run.x0) < _FLUSH for t in r.runs)]
    beside = [t for r in own for t in r.runs if t.x0 > run.x0 + _FLUSH and is_value(t.text) and not is_year(t.text)]
    bases = {t.words[0].base for t in beside}
    return len(bases) == 1 and abs(lines[0] + lines[-1] - 2 * bases.pop()) < 2 * _FLUSH


def _ends_name(row: Row, run: Run, rows: list[Row], extent: tuple[float, float, float, float]) -> bool:
    """Whether a run stands in the middle under the last of several names of a filled area, as their second line."""
    if abs(run.x0 + run.x1 - extent[2] - extent[3]) / 2 < _OFF:
        return False
    over = [r for r in rows if 0 < row.line.base - r.line.base < 2 * row.line.size and _several(r, extent)]
    return any(abs(r.runs[-1].x0 + r.runs[-1].x1 - run.x0 - run.x1) / 2 < _FLUSH for r in over)


def _goes_on(row: Row, run: Run, rows: list[Row], extent: tuple[float, float, float, float]) -> bool:
    """Whether a run is a further line of one of several cells in a filled area: right above it, line by line, one
    begins at the same place, or ends there."""
    base = row.line.base
    for above in reversed(rows):
        if above.line.base > base - 1:
            continue
        level = any(min(abs(r.x0 - run.x0), abs(r.x1 - run.x1)) < _FLUSH for r in above.runs)
        if base - above.line.base > 1.6 * above.line.size or not level:
            return False
        if _several(above, extent):
            return True
        base = above.line.base
    return False
