"""Names of columns that come again under each of several titles: each has a column, though it may have no value yet.

       Q1               Q2               Q3
Target   Actual  Target   Actual  Target  Actual
    17       18      18       19      19
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.words.runs import Row, Run, Span, is_value, is_year

_LEAST, _MOST = 2, 4
"""Names under one title."""
_TITLES = 2
"""Titles with the same names at least."""
_ABOVE = 2
"""Lines from the names up to their titles at most."""
_NOTE = 4
"""Words of a text over several columns at least."""


def between_names(rows: list[Row]) -> list[Span]:
    """The white between names that come again in one order in a line of a header, each time below another title, as far
    as the values below leave it."""
    for n, row in enumerate(rows):
        if any(is_value(run.text) and not is_year(run.text.strip("()")) for run in row.runs):
            return []
        groups = _repeated(row.runs)
        if groups and _are_titled(groups, rows[max(0, n - _ABOVE) : n]):
            names = [run for group in groups for run in group]
            below = [run for other in rows[n + 1 :] for run in other.runs if len(run.words) < _NOTE]
            white = [_clear(a.x1, b.x0, below) for a, b in pairwise(names)]
            return [gap for gap in white if gap is not None]
    return []


def _repeated(runs: list[Run]) -> list[list[Run]]:
    """The names of each group, where groups of the same ones stand side by side: the most of them."""
    if len(runs) < _LEAST * _TITLES:
        return []
    texts = [run.text for run in runs]
    best: list[list[Run]] = []
    for size in range(_LEAST, min(_MOST, len(runs) // _TITLES) + 1):
        for start in range(len(runs) - size * _TITLES + 1):
            names = texts[start : start + size]
            count = 1
            while texts[start + count * size : start + (count + 1) * size] == names:
                count += 1
            if count >= _TITLES and len(set(names)) == size and count * size > sum(map(len, best)):
                best = [runs[start + k * size : start + (k + 1) * size] for k in range(count)]
    return best


def _are_titled(groups: list[list[Run]], above: list[Row]) -> bool:
    """Whether one line above has one text over each group, each another one."""
    for row in above:
        over = [[run for run in row.runs if run.x0 < group[-1].x1 and group[0].x0 < run.x1] for group in groups]
        titles = {own[0].text for own in over if len(own) == 1}
        if len(titles) == len(groups):
            return True
    return False


def _clear(x0: float, x1: float, below: list[Run]) -> Span | None:
    """What the texts below leave of the white between two names; None where one lies over all of it."""
    left = max((run.x1 for run in below if run.x0 < x0 < run.x1), default=x0)
    right = min((run.x0 for run in below if run.x0 < x1 < run.x1), default=x1)
    return (left, right) if left < right else None
