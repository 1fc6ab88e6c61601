"""Lists that stand side by side, each under a heading of its own, with no line between them.

Key developments              Emerging issues
- A new pool was opened       - Fewer people swim
- The old one was closed        in the winter
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import Run, cut
from planparse.text import BULLETS, is_item

_APART = 2.0
"""Heights of a letter between two headings on one line."""
_GAP = 0.9
"""Heights of a letter between two lists at least."""
_WORDS = 5
"""Words of a heading."""
_MOST = 4
"""Lists side by side."""
_END = 4
"""Lines from the headings to the page's end, which may leave but one item of one list."""
_STEP = 2.2
"""Heights of a letter from one line of the lists to the next."""
_FAR = 80.0
"""Points from the mark of one item to that of the item beside it."""
_INSET = 3.0


def headed_lists(words: list[Word]) -> list[list[BBox]]:
    """The rows of such lists, each list a box with its heading, left to right."""
    marks: dict[int, float] = {}
    beside = False
    for word in words:
        if _is_mark(word):
            first = marks.setdefault(round(word.base), word.x0)
            beside = beside or abs(word.x0 - first) > _FAR
    if not beside:
        return []
    lines = make_lines([w for w in words if w.style.angle == 0])
    out: list[list[BBox]] = []
    end = 0.0
    for n, line in enumerate(lines):
        heads = cut(line, _APART).runs
        if line.top < end or not 2 <= len(heads) <= _MOST or not all(map(_is_heading, heads)):
            continue
        starts = [head.x0 for head in heads]
        own = _below(lines[n:], starts)
        if own is not None:
            end = own[-1].bottom
            right = max(own_line.x1 for own_line in own)
            sides = [*(x - _INSET for x in starts), right + _INSET]
            out.append([(x0, line.top - 1, x1, end + 1) for x0, x1 in pairwise(sides)])
    return out


def _is_mark(word: Word) -> bool:
    return word.text in BULLETS or is_item(word.text)


def _is_heading(run: Run) -> bool:
    letters = "".join(word.text for word in run.words)
    return len(run.words) <= _WORDS and letters[0].isupper() and not any(c.isdigit() for c in letters)


def _below(lines: list[Line], starts: list[float]) -> list[Line] | None:
    """The headings and the lines of the lists under them; None where no items stand side by side right below."""
    own = lines[:1]
    for above, line in pairwise(lines):
        columns = _columns(line, starts)
        if columns is None or line.base - above.base > _STEP * max(line.size, above.size):
            break
        least = 2 if len(lines) > _END else 1
        if len(own) == 1 and sum(_is_mark(run.words[0]) for run in columns.values()) < least:
            return None
        if line.bold and not lines[1].bold:
            break
        own.append(line)
    return own if len(own) > 1 else None


def _columns(line: Line, starts: list[float]) -> dict[int, Run] | None:
    """The text of a line in each list; None where one lies over two of them."""
    out: dict[int, Run] = {}
    for run in cut(line, _GAP).runs:
        col = bisect_right(starts, run.x0 + _INSET) - 1
        if col < 0 or (col + 1 < len(starts) and run.x1 > starts[col + 1]):
            return None
        out.setdefault(col, run)
    return out
