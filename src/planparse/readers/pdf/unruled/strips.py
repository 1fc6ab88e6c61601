"""The values of one indicator under their names, with no other row: as on a card.

Baseline 2023/24    Target 2027    Target 2030      <- names, in one line or two
91.2%               92.5%          94%              <- values, larger or heavier than these
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import FREE_GAP, Run, cut, is_value, is_year

_NEAR = 2.6
"""Heights of a letter of the values from the names to them, and from one line of names to the next."""
_LEVEL = 4.0
"""Points by which a value may stand off the left end, the middle or the right end of its name."""
_WORDS = 4
"""Words of a value that stands in words at most: "At least 80%"."""
_FEWEST = 2
_CLOSE = 1.5
"""Heights of a letter from one line of a value to the next."""


def strips(lines: list[Line], gap: float = FREE_GAP) -> list[tuple[list[Line], Table]]:
    """The lines of each such strip, and its table of two rows. ``gap``, in heights of a letter, parts two texts."""
    out: list[tuple[list[Line], Table]] = []
    taken = -1
    for n, line in enumerate(lines):
        if n - 1 <= taken or not _are_values(values := cut(line, gap).runs):
            continue
        below = lines[n + 1] if n + 1 < len(lines) else None
        if below is not None and _are_level(cut(below, gap).runs, values) and _are_values(cut(below, gap).runs):
            continue  # the first row of a table
        names = _names(lines[taken + 1 : n], line, values, gap)
        if names:
            rest = _rest(lines[n:], values, gap)
            out.append(([*names, line, *rest], _table(names, [line, *rest], gap)))
            taken = n + len(rest)
    return out


def _rest(lines: list[Line], values: list[Run], gap: float) -> list[Line]:
    """The lines below the first one in which some of its values go on: "Set a" over "baseline"."""
    out: list[Line] = []
    for above, line in pairwise(lines):
        runs = cut(line, gap).runs
        like = line.bold == above.bold and line.size <= above.size
        near = like and line.base - above.base < _CLOSE * above.size
        if not near or len(runs) == len(values) or any(_under(run, values) is None for run in runs):
            break
        out.append(line)
    return out


def _under(run: Run, values: list[Run]) -> int | None:
    """Which of the values a text stands under that is none itself."""
    own = (n for n, value in enumerate(values) if _are_level([run], [value]) and not is_value(value.text))
    return None if is_value(run.text) else next(own, None)


def _names(above: list[Line], line: Line, values: list[Run], gap: float) -> list[Line]:
    """The lines of the names right over values: one or two, each with a text over each of the values."""
    out: list[Line] = []
    for own in reversed(above[-2:]):
        runs = cut(own, gap).runs
        near = (out[0] if out else line).base - own.base < _NEAR * line.size
        if not near or not _are_level(runs, values) or (out and own.style != out[0].style) or own.style == line.style:
            break
        if any(is_value(run.text) and not is_year(run.text) for run in runs):
            return []
        out.insert(0, own)
    return out


def _are_values(runs: list[Run]) -> bool:
    """Whether these texts are values: one is a figure at least, and the others are short."""
    figures = [is_value(run.text) and not is_year(run.text) for run in runs]
    return len(runs) >= _FEWEST and any(figures) and all(len(run.words) <= _WORDS for run in runs)


def _are_level(runs: list[Run], values: list[Run]) -> bool:
    """Whether each text stands over, or under, another one of these: at its left end, its middle or its right end."""
    return len(runs) == len(values) and all(
        min(abs(a.x0 - b.x0), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2, abs(a.x1 - b.x1)) < _LEVEL
        for a, b in zip(runs, values, strict=True)
    )


def _table(names: list[Line], values: list[Line], gap: float) -> Table:
    first = cut(values[0], gap).runs
    named = [cut(own, gap).runs for own in names]
    rows = [[[runs[k] for runs in named] for k in range(len(first))], [[run] for run in first]]
    for line in values[1:]:
        for run in cut(line, gap).runs:
            rows[1][_under(run, first) or 0].append(run)
    spans = [(min(run.x0 for run in [*a, *b]), max(run.x1 for run in [*a, *b])) for a, b in zip(*rows, strict=True)]
    xs = [spans[0][0] - 1, *((a[1] + b[0]) / 2 for a, b in pairwise(spans)), spans[-1][1] + 1]
    ys = [names[0].top - 1, (names[-1].bottom + values[0].top) / 2, values[-1].bottom + 1]
    cells = [
        TableCell(Slab(r, k, 1, 1), (xs[k], ys[r], xs[k + 1], ys[r + 1]), [w for run in runs for w in run.words])
        for r, row in enumerate(rows)
        for k, runs in enumerate(row)
    ]
    return Table(xs, ys, cells, ["values under their names"], soft=True)
