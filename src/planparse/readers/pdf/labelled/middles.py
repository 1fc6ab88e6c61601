"""Labels set in the middle of the height of what stands beside them, as cells without borders often are.

                 a. Publish the report by March
    Milestones   b. Hold two meetings of the board
                 c. Renew the strategy

No line shows where such a row begins. But each text has the same middle as its label, and that holds for all rows of a
page together in one way only.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import NamedTuple

from planparse.readers.pdf.labelled.gutter import SIDES, STEP, Gutter, Split
from planparse.readers.pdf.labelled.sides import Side
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.lines import Line, make_lines

_OFF = 0.4
"""Heights of a letter by which the middle of a text may be off that of its label; a line more moves it by 0.6."""
_SET = 0.3
"""The same for the first lines of both, where they are on one line."""
_SEEN = 2
"""Labels below the first line of their texts that show that all are set in the middle."""
_MOST = 400
"""Lines beside the labels of a page; with more of them it is something else, and the ways to part them are many."""
_WHOLE = 1.2
"""Times the step within a label that is between two of them."""
_TORN, _BLANK = 0.5, 0.1
"""What it costs to take the first or the last text for one that a page's end tore, or a label for one without text."""


class _Way(NamedTuple):
    """One way to part the texts: how well it fits, and where each text ends."""

    cost: float
    ends: tuple[int, ...]


def middled_sides(part: list[Split], gutter: Gutter, headers: Headers) -> list[Side]:
    """The labels with the lines beside each; none where these labels do not stand in the middle of them. Fewer labels
    will do where those of a page before did."""
    labels = _labels(part)
    words = [w for split in part for w in split.text]
    if len(labels) < (1 if gutter.middled else SIDES) or not words:
        return []
    texts = make_lines(words)
    if len(texts) > _MOST:
        return []
    way = _best(labels, texts, goes_on=gutter.middled or gutter.before is not None)
    if way is None:
        return []
    rest = texts[: way.ends[0]]
    sides = [Side(label, texts[start:end]) for label, (start, end) in zip(labels, pairwise(way.ends), strict=True)]
    off = [s for s in sides if s.text and s.text[0].base < s.label[0].base - _SET * s.label[0].size]
    if len(off) < (1 if gutter.middled else _SEEN):
        return []
    headers.middled = True
    return [Side([], rest), *sides] if rest else sides


def _labels(part: list[Split]) -> list[list[Line]]:
    """The lines of each label: closer together than two labels are."""
    lines = [make_lines(split.label)[0] for split in part if split.label]
    steps = [b.base - a.base for a, b in pairwise(lines)]
    usual = min(steps, default=0.0)
    out: list[list[Line]] = []
    for line, step in zip(lines, (0.0, *steps), strict=True):
        apart = step > STEP * line.size or step > _WHOLE * usual
        if not out or apart or out[-1][-1].text.endswith(":"):
            out.append([])
        out[-1].append(line)
    return out


def _best(labels: list[list[Line]], texts: list[Line], *, goes_on: bool) -> _Way | None:
    """The best way to part the texts among the labels, if there is one. Where the block ``goes_on`` from another page,
    the first texts may have no label."""
    count = len(texts)
    over = [n for n in range(count if goes_on else 1) if not n or texts[n - 1].bottom < labels[0][0].top]
    ways = {start: _Way(_TORN if start else 0.0, (start,)) for start in over}
    for label, below in zip(labels, [*labels[1:], None], strict=True):
        longer: dict[int, _Way] = {}
        for start, way in ways.items():
            for end, cost in _ends(label, texts, start, below[0].top if below else inf):
                if end not in longer or way.cost + cost < longer[end].cost:
                    longer[end] = _Way(way.cost + cost, (*way.ends, end))
        ways = longer
    return ways.get(count)


def _ends(label: list[Line], texts: list[Line], start: int, limit: float) -> list[tuple[int, float]]:
    """Where the text of a label may end that begins at line ``start``, each with what that costs; ``limit`` is where
    the next label begins."""
    size, bottom = label[0].size, label[-1].bottom
    middle = (label[0].top + bottom) / 2
    if start == len(texts) or texts[start].top > bottom:
        return [(start, _BLANK)]
    found: list[tuple[int, float]] = []
    top = texts[start].top
    for end in range(start + 1, len(texts) + 1):
        off = ((top + texts[end - 1].bottom) / 2 - middle) / size
        if off > _OFF or texts[end - 1].bottom > limit + _OFF * size:
            break
        if off > -_OFF:
            found.append((end, off * off))
    torn = limit == inf and -_OFF * size < top - label[0].top < STEP * size  # with its label at the top
    if torn and all(end < len(texts) for end, _ in found):
        found.append((len(texts), _TORN))
    return found
