"""Remarks at the end of a row: text below its name that is none of its entries.

P2  Vehicle crimes           633   671   <1,500
    Keyless theft has driven the rise.                <- the remark, over the columns of figures
"""

from __future__ import annotations

from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import Run, is_value

_SMALLER = 0.4
"""Points by which the letters of a remark are smaller than those of the name over it."""


def remark_apart(row: list[Placed]) -> list[list[Placed]]:
    """The row, and the remark at its end: a row of its own. Its lines run on below the figures of other columns than
    that in which they begin, or are a sentence in smaller letters below the name of the row."""
    for n, line in enumerate(row[1:], 1):
        first, last, run = line.runs[0]
        rest = row[n:]
        if any(len(own.runs) > 1 or abs(own.runs[0][2].x0 - run.x0) >= 1.5 for own in rest):
            continue
        beside = [(col, r) for own in row[:n] for col, _, r in own.runs if col > first]
        over = [r for col, r in beside if col <= last]
        if over and all(is_value(r.text) for r in over):
            return [row[:n], rest]
        names = [r for own in row[:n] for col, _, r in own.runs if col == first]
        if names and any(is_value(r.text) for _, r in beside) and _is_smaller_sentence(rest, names):
            return [row[:n], rest]
    return [row]


def _is_smaller_sentence(lines: list[Placed], names: list[Run]) -> bool:
    begins, ends = lines[0].runs[0][2], lines[-1].runs[0][2]
    size = min(word.style.size for name in names for word in name.words)
    smaller = all(word.style.size < size - _SMALLER for own in lines for *_, run in own.runs for word in run.words)
    return smaller and len(begins.words) > 1 and begins.text[0].isupper() and ends.text.endswith(".")
