"""Text set in columns: the gutters of a page, and its pieces in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass

from planparse.readers.pdf.paragraphs.sides import Side
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import Line, line_of
from planparse.readers.pdf.words.runs import Span, cut, white_columns

_STEP = 1.6
"""Heights of a letter from one line of a text to the next."""
_FEW = 6
"""Lines that a column of text must have at least."""


@dataclass(slots=True)
class Group:
    """Lines and tables that are read one after the other, top to bottom."""

    lines: list[Line]
    tables: list[Table]
    side: Side | None = None
    """The list that they are, where lists stand side by side."""


def reading_groups(lines: list[Line], tables: list[Table]) -> list[Group]:
    """The page's pieces in reading order: one group, or, where text is set in columns, one a column and section."""
    gutter = _gutter(lines) if len(lines) >= 2 * _FEW else None
    if gutter is None:
        return [Group(lines, tables)]
    middle = (gutter[0] + gutter[1]) / 2
    items: list[tuple[float, int, Line | Table]] = []
    for line in lines:
        items += [(part.top, _side(part.x0, part.x1, middle), part) for part in _parts(line, middle)]
    items += [(t.bbox[1], _side(t.bbox[0], t.bbox[2], middle), t) for t in tables]
    items.sort(key=lambda item: item[0])
    out: list[Group] = []
    sides: tuple[Group, Group] = (Group([], []), Group([], []))
    across = Group([], [])
    for _, side, piece in items:
        if side < 0 and isinstance(piece, Line) and across.lines and _goes_on(across.lines[-1], piece):
            side = 0
        if side == 0:
            across.lines += _headings_below(*sides)
            out += [g for g in sides if g.lines or g.tables]
            sides = (Group([], []), Group([], []))
            group = across
        else:
            if across.lines or across.tables:
                out.append(across)
                across = Group([], [])
            group = sides[0] if side < 0 else sides[1]
        if isinstance(piece, Line):
            group.lines.append(piece)
        else:
            group.tables.append(piece)
    return out + [g for g in (*sides, across) if g.lines or g.tables]


def _headings_below(left: Group, right: Group) -> list[Line]:
    """Takes the headings at the end of the left column that stand below all of the right one: they are of what comes
    next, across the page."""
    end = max([*(line.bottom for line in right.lines), *(t.ys[-1] for t in right.tables)], default=float("inf"))
    out: list[Line] = []
    while left.lines and left.lines[-1].bold and left.lines[-1].top > end:
        out.insert(0, left.lines.pop())
    return out


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line is the next one of the text above it, which goes across."""
    alike = line.style is above.style and abs(line.x0 - above.x0) < 1
    return alike and line.base - above.base < _STEP * line.size


def _side(x0: float, x1: float, middle: float) -> int:
    return -1 if x1 <= middle else 1 if x0 >= middle else 0


def _gutter(lines: list[Line]) -> Span | None:
    """The white column between two columns of running text."""
    rows = [[(run.x0, run.x1) for run in cut(line, 1.2).runs] for line in lines]
    size = sorted(line.size for line in lines)[len(lines) // 2]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for gap in white_columns(rows, 0.9 * size, len(rows) // 5):
        middle = (gap[0] + gap[1]) / 2
        if not left + 0.25 * (right - left) < middle < right - 0.25 * (right - left):
            continue
        parts = [part for line in lines for part in _parts(line, middle)]
        if all(_running([p for p in parts if _side(p.x0, p.x1, middle) == side]) for side in (-1, 1)):
            return gap
    return None


def _running(lines: list[Line]) -> bool:
    """Whether these lines are a column of running text: many words a line without gaps, most of them full."""
    if len(lines) < _FEW or sum(len(cut(line, 1.2).runs) for line in lines) > 1.2 * len(lines):
        return False
    words = sum(len(line.words) for line in lines)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    full = sum(1 for line in lines if line.x1 > right - 0.2 * (right - left))
    return words >= 4 * len(lines) and full >= 0.5 * len(lines)


def _parts(line: Line, middle: float) -> list[Line]:
    """The line, in two where the gutter parts it."""
    words = line.words
    for n in range(1, len(words)):
        before, after = words[n - 1], words[n]
        if before.x1 <= middle <= after.x0 and after.x0 - before.x1 > 0.7 * line.size:
            return [line_of(words[:n]), line_of(words[n:])]
    return [line]
