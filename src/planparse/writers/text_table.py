"""A table for a terminal: columns parted by two blanks, cells wrapped to fit the width."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.writers.terminal import pad, plain, width, wrap

_GAP = 2
_LEAST = 6


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int, *, indent: int = 0) -> list[str]:
    """The lines of a table not wider than ``columns``, as far as its number of columns allows.

    Columns whose texts are all short keep their width; the others share what is left.
    """
    grid = [[plain(text) for text in row] for row in ([header] if header else []) + list(rows)]
    if not grid:
        return []
    n = max(map(len, grid))
    grid = [row + [""] * (n - len(row)) for row in grid]
    widths = fit([max(width(row[c]) for row in grid) for c in range(n)], columns - indent - _GAP * (n - 1))
    lines = []
    for at, row in enumerate(grid):
        lines += _row(row, widths, " " * indent)
        if header and at == 0:
            lines.append(" " * indent + (" " * _GAP).join("-" * w for w in widths))
    return lines


def fit(wanted: list[int], room: int) -> list[int]:
    """Widths that sum to ``room`` at most: narrow columns get what they want, wide ones share the rest.

    >>> fit([4, 60, 10], 40), fit([4, 6], 40), fit([9, 9, 9], 6)
    ([4, 26, 10], [4, 6], [6, 6, 6])
    """
    widths = [max(w, 1) for w in wanted]
    open_ = sorted(range(len(widths)), key=lambda c: widths[c])
    left = room
    while open_:
        share = max(left // len(open_), _LEAST)
        column = open_.pop(0)
        widths[column] = min(widths[column], share)
        left -= widths[column]
    return widths


def _row(row: Sequence[str], widths: Sequence[int], indent: str) -> list[str]:
    cells = [wrap(text, w) for text, w in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    gap = " " * _GAP
    return [
        (indent + gap.join(pad(c[n] if n < len(c) else "", w) for c, w in zip(cells, widths, strict=True))).rstrip()
        for n in range(height)
    ]
