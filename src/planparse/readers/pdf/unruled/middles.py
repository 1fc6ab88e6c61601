"""Rows without rules between them whose entries stand in the middle beside the lines of their texts."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import is_date

_REST = 1.1
"""Times the step between the lines of one text that is between a bold text and another one below it."""
_FEW = 3
"""Rows that show where the last one, which the page's end tore, begins."""
_HALF = 0.8
"""Heights of a letter between two lines of one column at least."""
_CLOSE = 1.5
"""Heights of a letter from one line of a text to the next."""
_NEAR = 0.25
"""Heights of a letter that the middle of a cell may be off."""


def in_the_middle(band: list[Placed]) -> tuple[int, list[list[Placed]]]:
    """The rows of lines whose entries stand in the middle of their cells, and how many lines of a header stand over
    them; no rows where they do not.

    It shows in lines that are half a line apart. The figures of a row are as far from its first line as from its last,
    or, in a table of words, its first entry beside others or its date is.
    """
    if not any(b.base - a.base < _HALF * b.row.line.size for a, b in itertools.pairwise(band)):
        return 0, []
    middles = [line.has_figures() for line in band]
    if not any(middles):
        middles = [
            len(line.runs) > 1
            and not line.spans
            and (line.first is not None or any(is_date(r.text) for *_, r in line.runs))
            for line in band
        ]
    for n, (above, line, below) in enumerate(zip(band, band[1:], band[2:], strict=False), 1):
        begun = n > 1 and _is_next_of(band[n - 2], line)
        if middles[n - 1] and not middles[n + 1] and not begun and _is_between(above, line, below):
            middles[n - 1 : n + 1] = False, True  # entries of two lines around those of one
    first = next((n for n, middle in enumerate(middles) if middle), 0)
    found = [(start, _around(band[start:], middles[start:])) for start in range(first + 1)]
    return max(found, key=lambda f: (len(f[1]), -gaps_within(f[1])))


def gaps_within(rows: list[list[Placed]]) -> int:
    """How often lines of one column stand further apart in a row than those of a text do."""
    steps: list[float] = []
    for row in rows:
        bases: dict[int, float] = {}
        for line in row:
            for first, _, _ in line.runs:
                if first in bases:
                    steps.append(line.base - bases[first])
                bases[first] = line.base
    least = min(steps, default=0.0)
    return sum(step > _REST * least for step in steps)


def is_around_one_middle(band: list[Placed]) -> bool:
    """Whether lines, between two rules, are one row though several have figures: in each column stands one text, its
    lines close to each other, all around one middle, and none is of as many lines as the one in the first column."""
    columns: dict[int, list[float]] = {}
    for line in band:
        for first, _, _ in line.runs:
            columns.setdefault(first, []).append(line.base)
    size = band[0].row.line.size
    own = columns.pop(0, [])
    if not columns or len(own) <= max(map(len, columns.values())):
        return False
    middle = (own[0] + own[-1]) / 2
    return all(
        abs(bases[0] + bases[-1] - 2 * middle) / 2 < _NEAR * size
        and all(b - a < _CLOSE * size for a, b in itertools.pairwise(bases))
        for bases in (own, *columns.values())
    )


def _is_between(above: Placed, line: Placed, below: Placed) -> bool:
    """Whether a line stands half a line below one and above another, in none of their columns."""
    near = max(line.base - above.base, below.base - line.base) < _HALF * line.row.line.size
    return near and not any(other.fills(first) for other in (above, below) for first, _, _ in line.runs)


def _is_next_of(over: Placed, line: Placed) -> bool:
    """Whether a line holds the next one of a text that begins further up, with half a line between them."""
    near = line.base - over.base < _CLOSE * line.row.line.size
    return near and any(over.fills(first) for first, _, _ in line.runs)


def _around(lines: list[Placed], middles: list[bool]) -> list[list[Placed]]:
    """Rows that reach as far above the line in their middle as below, with bands between them; none where lines are
    left over."""
    out: list[list[Placed]] = []
    start = 0
    plain = any(line.has_figures() and not line.row.line.bold for line in lines)
    named = [line.base for line in lines if line.first is not None]
    least = _REST * min((b - a for a, b in itertools.pairwise(named)), default=0.0)
    while start < len(lines):
        if lines[start].is_band or (plain and _is_bold_label(lines, start, least)):
            out.append([lines[start]])
            start += 1
            continue
        middle = next((line for line, is_one in zip(lines[start:], middles[start:], strict=True) if is_one), None)
        if middle is None:
            rest = lines[start:]
            steps = itertools.pairwise([out[-1][-1], *rest]) if len(out) >= _FEW else ()
            if len(out) < _FEW or any(b.base - a.base > _CLOSE * b.row.line.size for a, b in steps):
                return []
            return [*out[:-1], [*out[-1], *rest]]  # the page's end tore it: what came before stands at its top
        end = 2 * middle.base - lines[start].base
        last = min(range(start, len(lines)), key=lambda n: abs(lines[n].base - end))
        if abs(lines[last].base - end) > _NEAR * middle.row.line.size:
            rest = lines[start:]
            torn = end > rest[-1].base and middle is not rest[0]
            torn = torn and all(len(row) > 1 or row[0].is_band for row in out)
            close = all(b.base - a.base < _CLOSE * b.row.line.size for a, b in itertools.pairwise(rest))
            return [*out, rest] if torn and close else []
        out.append(lines[start : last + 1])
        start = last + 1
    return out


def _is_bold_label(lines: list[Placed], n: int, least: float) -> bool:
    """Whether nothing stands on a line but a bold text in the first column, further than ``least`` from the text
    below it there: over plain rows it heads a group."""
    line = lines[n]
    if len(line.runs) > 1 or line.first is None or not line.row.line.bold:
        return False
    below = next((other.base for other in lines[n + 1 :] if other.first is not None), 0.0)
    return below - line.base > least
