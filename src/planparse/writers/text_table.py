"""A table for a terminal: columns parted by two blanks, cells wrapped to fit the width."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.writers.terminal import pad, plain, width, wrap

_GAP = 2
_LEAST = 6


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int, *, indent: int = 0) -> list[str]:
    """The lines of a table not wider than ``columns``, as far as its number of columns allows.

    Columns whose texts are all short keep their width; the others share what is left, and headers wrap first.
    """
    body = [[plain(text) for text in row] for row in rows]
    heads = [plain(text) for text in header]
    n = max(map(len, [heads, *body]))
    heads += [""] * (n - len(heads))
    body = [row + [""] * (n - len(row)) for row in body]
    room = columns - indent - _GAP * (n - 1)
    widths = [max(width(row[c]) for row in [heads, *body]) for c in range(n)]
    if sum(widths) > room:
        least = [max(map(width, head.split()), default=0) for head in heads]
        widths = fit([max([least[c], *(width(row[c]) for row in body)]) for c in range(n)], room)
    margin = " " * indent
    lines = []
    if header:
        lines = [*_row(heads, widths, margin), margin + (" " * _GAP).join("-" * w for w in widths)]
    for row in body:
        lines += _row(row, widths, margin)
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
