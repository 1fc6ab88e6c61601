"""Labels that stand in a painted column of their own, each with its text beside it, where no rules part the columns.

Each label is painted as one cell, as high as its row, and the cells touch: their edges are the borders of the rows.
What stands beside a label may be a table of its own, known by its painted header; rules may part its rows.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from planparse.model.provenance import BBox
from planparse.readers.pdf.labelled.gutter import LABEL
from planparse.readers.pdf.labelled.nested import add_cells
from planparse.readers.pdf.labelled.sides import are_several
from planparse.readers.pdf.page import WHITE, Fill, Page, Rule, Word
from planparse.readers.pdf.ruled.lattice import lattice
from planparse.readers.pdf.ruled.rules import SHORT, Frame, join_rules
from planparse.readers.pdf.ruled.tables import Borders, Table, fill_cells
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_TOUCH = 1.5
"""Points between two painted cells that touch."""
_NARROW = 25.0
"""Points; a narrower area is no column of labels."""
_TOP = 0.25
"""Share of the page's height."""
_MOST = 500
"""Painted areas beside labels; with more of them it is a drawing."""

_Stack = list[Fill]


@dataclass(slots=True)
class _Side:
    """One row: its painted cell, the words in it and the lines beside it."""

    fill: Fill
    label: list[Word]
    text: list[Line]


def painted_labels(
    page: Page, words: list[Word], tables: list[Table], before: Borders | None, most: int | None
) -> tuple[list[Table], list[Word]]:
    """The tables of a painted column of labels and the text beside it, and the words that stand in none of them.

    ``before`` are the column borders of the table that ended the page before: one label alone may go on with it.
    """
    stacks = _stacks(page, [t.bbox for t in tables], before)
    if not stacks:
        return [], words
    fills = [f for f in page.fills if f.colour != WHITE]
    rules = join_rules(page.horizontals)
    sides = {_key(stack[0]) for stack in stacks if len(stack) > 1}
    out: list[Table] = []
    seen: set[tuple[int, int]] = set()
    for stack in sorted(stacks, key=len, reverse=True):
        key = _key(stack[0])
        goes_on = before is not None and stack[0].top < _TOP * page.height and _is_column(stack[0], before)
        if not goes_on and (key not in sides or (len(stack) == 1 and key not in seen)):
            continue
        frame = _frame(stack, _beside(stack, fills), _limit(stack, stacks), words, rules)
        found = lattice(frame, most) if frame is not None else None
        if found is not None:
            table, words = fill_cells(page, found, words)
            table.evidence = ["labels in painted cells, each with its text beside it"]
            out.append(table)
            seen.add(key)
    return out, words


def _is_column(fill: Fill, before: Borders) -> bool:
    """Whether an area is as wide as the first column of the table that ended the page before."""
    return abs(fill.x0 - before[0]) <= _TOUCH and abs(fill.x1 - before[1]) <= _TOUCH


def _key(fill: Fill) -> tuple[int, int]:
    return round(fill.x0), round(fill.x1)


def _stacks(page: Page, boxes: list[BBox], before: Borders | None) -> list[_Stack]:
    """Painted areas of one width that touch one above the other; alone only where others of that width do, here or
    on the page before."""
    columns: dict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in page.fills:
        if fill.colour != WHITE and _NARROW < fill.x1 - fill.x0 < page.width / 2 and fill.bottom - fill.top > SHORT:
            columns[_key(fill)].append(fill)
    out: list[_Stack] = []
    for column in columns.values():
        known = before is not None and _is_column(column[0], before)
        if len(column) < 2 and not known:
            continue
        own = sorted(f for f in set(column) if not _inside(f, boxes))
        own.sort(key=lambda f: f.top)
        stacks: list[_Stack] = []
        for fill in own:
            if stacks and abs(fill.top - stacks[-1][-1].bottom) <= _TOUCH:
                stacks[-1].append(fill)
            else:
                stacks.append([fill])
        if known or any(len(stack) > 1 for stack in stacks):
            out += stacks
    return out if len(out) <= _MOST else []


def _inside(fill: Fill, boxes: list[BBox]) -> bool:
    x, y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
    return any(a <= x <= c and b <= y <= d for a, b, c, d in boxes)


def _beside(stack: _Stack, fills: list[Fill]) -> list[Fill]:
    """The other painted areas to the right of the stack."""
    top, bottom = stack[0].top - _TOUCH, stack[-1].bottom + _TOUCH
    return [f for f in fills if f.x0 > stack[0].x1 - _TOUCH and top <= f.top and f.bottom <= bottom]


def _limit(stack: _Stack, stacks: list[_Stack]) -> float:
    """Where the next column of labels beside this one begins."""
    top, bottom, x = stack[0].top, stack[-1].bottom, stack[0].x1
    others = [s for s in stacks if len(s) > 1 and s[0].x0 > x + _TOUCH and s[0].top < bottom and s[-1].bottom > top]
    return min([s[0].x0 for s in others], default=float("inf"))


def _frame(stack: _Stack, beside: list[Fill], limit: float, words: list[Word], rules: list[Rule]) -> Frame | None:
    """The rules that the labels stand for, with those of the tables beside them, of which ``rules`` may part the rows;
    None where they are no labels of what stands beside them."""
    level = sum(any(abs(f.top - c.top) + abs(f.bottom - c.bottom) < _TOUCH for f in beside) for c in stack)
    if len(beside) > _MOST or (level and 2 * level >= len(stack)):
        return None  # all of the rows are painted
    left, border, top, bottom = stack[0].x0, stack[0].x1, stack[0].top, stack[-1].bottom
    own = [w for w in words if top < (w.top + w.bottom) / 2 < bottom and w.x0 < limit - 1]
    if any(w.x0 < left - 1 or w.x0 < border - 1 < border + 1 < w.x1 or w.style.angle != 0 for w in own):
        return None
    rows = list(_rows(stack, own))
    if not _are_labels(rows):
        return None
    right = max([w.x1 + 2 for w in own] + [f.x1 for f in beside if f.x1 < limit])
    horizontals = [Rule(y, left, right) for y in (top, *(f.bottom for f in stack))]
    verticals = [Rule(x, top, bottom) for x in (left, border, right)]
    plain = 0
    for row in rows:
        painted = [f for f in beside if f.top > row.fill.top - _TOUCH and f.bottom < row.fill.bottom + _TOUCH]
        if not any(map(are_several, row.text)):
            plain += 1
            continue
        nested = _nested(row, painted, (border, row.fill.top, right, row.fill.bottom), rules) if painted else None
        if nested is None:
            return None
        add_cells(nested, horizontals, verticals)
    if 2 * plain < len(rows):
        return None
    return Frame(join_rules(horizontals), join_rules(verticals), pieced=True)


def _rows(stack: _Stack, words: list[Word]) -> Iterator[_Side]:
    """The rows of the stack, top to bottom."""
    ends = [f.bottom for f in stack]
    own: list[list[Word]] = [[] for _ in stack]
    for word in words:
        own[min(bisect_left(ends, (word.top + word.bottom) / 2), len(own) - 1)].append(word)
    for fill, found in zip(stack, own, strict=True):
        label = [w for w in found if w.x1 <= fill.x1 + 1]
        text = [w for w in found if w.x1 > fill.x1 + 1]
        yield _Side(fill, label, make_lines(text) if text else [])


def _are_labels(rows: list[_Side]) -> bool:
    """Whether each row has a short label, but for the first, which may go on from another page, and most have text."""
    if any(not row.label for row in rows[1:]) or any(len(row.label) > LABEL for row in rows):
        return False
    if any(len(cut(line, NEAR_GAP).runs) > 1 for row in rows if row.label for line in make_lines(row.label)):
        return False
    both = sum(1 for row in rows if row.label and row.text)
    return both >= min(2, len(rows)) and 3 * both >= 2 * (len(rows) - 1)


def _nested(row: _Side, painted: list[Fill], box: BBox, rules: list[Rule]) -> Table | None:
    """The table beside a label: its header is painted at the top of the row, cell by cell."""
    upper = [f for f in painted if f.top < row.fill.top + _TOUCH]
    if not upper or len(row.text) < 2:
        return None
    foot = max(f.bottom for f in painted)
    starts = sorted(f.x0 for f in painted)
    ends = {f.x1 for f in painted}
    inner = [x for x in _distinct(starts) if box[0] + 4 < x < box[2] - 4 and any(abs(x - e) < _TOUCH for e in ends)]
    borders = [foot] if foot < box[3] - _TOUCH else []
    wide = [r.at for r in rules if r.start < box[0] + _TOUCH and r.end > box[2] - _TOUCH]
    borders += [y for y in wide if foot + _TOUCH < y < box[3] - _TOUCH]
    found = aligned_table(row.text, Hints(box, inner, borders, painted), NEAR_GAP)
    return found if found is not None and reason(found, True) is not None else None


def _distinct(sorted_places: list[float]) -> list[float]:
    return [b for a, b in itertools.pairwise([float("-inf"), *sorted_places]) if b - a > _TOUCH]
