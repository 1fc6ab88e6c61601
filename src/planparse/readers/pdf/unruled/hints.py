"""What is drawn in the region of a table whose cells are not all ruled."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Page, Rule
from planparse.readers.pdf.ruled.chains import lies_over
from planparse.readers.pdf.ruled.pieced import pieced_rules
from planparse.readers.pdf.ruled.rules import SNAP, join_rules
from planparse.readers.pdf.unruled.painted_heads import painted_rows
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Span, cut

_MOST = 500
"""Pieces of rules in a table; with more of them it is a drawing."""
_PAD = 20
"""Points between the text of a table's last column and the end of the rules under it."""
_NARROW, _COLOURED = 8.0, 0.25
"""Points that a painted column is wide at least, and share of the width of its table at most."""
_HALF = 0.5
"""Share of the height of a table that is painted in such a column."""
_SHORT = 0.8
"""Share of the width of a table that a rule under a title may have."""
_TITLES = 12
"""Titles side by side at most."""
_OVER, _MIDDLE = 1.5, 3.0
"""Heights of a letter from a title to the rule under it, and points by which it may be beside the middle of that."""
_FEW = 0.15
"""Share of the lines of a table that span a column border."""
_RULES = 3
"""Rules that show a column border by their pieces, though notes lie over it, at least."""
_SIDE = 4.0
"""Points from a side of a table to the upright that is drawn there, which parts no columns."""
_CELLS, _HEADER = 3, 6.0
"""Painted cells under each other that show the rows of a table, and heights of a letter of a header over them."""
_PIECES = 2
"""Pieces of a column border that breaks in some rows, and lines whose texts they part, at least."""


@dataclass(slots=True)
class Hints:
    box: BBox | None = None
    verticals: list[float] = field(default_factory=list)
    """Column borders that are drawn, all the way down or nearly."""
    horizontals: list[float] = field(default_factory=list)
    """Row borders that are drawn."""
    fills: list[Fill] = field(default_factory=list)
    complete: bool = False
    """``verticals`` are those of a rule that is parted at each column, or of a painted header."""
    titles: list[Rule] = field(default_factory=list)
    """Rules under titles over some of the columns."""
    headed: bool = False
    """Only the header has a rule under it."""
    beside: list[float] = field(default_factory=list)
    """Those of ``horizontals`` that leave out the columns of labels."""
    rows: list[Span] = field(default_factory=list)
    """Top and bottom of rows that are known whole."""
    before: tuple[float, ...] = ()
    """Column borders of the table that ended the page before, where this one may go on with it."""
    met: bool = False
    """``verticals`` are those of a table with the same header, and titles over these are ruled here."""
    header: list[Fill] = field(default_factory=list)
    """The painted cells of a header, side by side over all columns, each as high as the header."""


def hints_of(page: Page, lines: list[Line], region: Region) -> Hints:
    """What is drawn in a region."""
    hints = _drawn(page, lines, region)
    hints.header = _painted_header(hints.fills, lines)
    if hints.fills and not hints.rows:
        hints.rows = _painted_rows(hints.fills, lines)
        edges = {y for span in hints.rows for y in span if lines[0].base < y < lines[-1].base}
        new = [y for y in edges if all(abs(y - at) > SNAP for at in hints.horizontals)]
        hints.horizontals = sorted([*hints.horizontals, *new])
    if not hints.complete:
        hints.verticals = sorted([*hints.verticals, *_beside_paint(page, hints, lines)])
    if not region.columns:
        hints.titles = [
            r for r in _titles(page, lines, region.box) if not any(abs(r.at - row.at) < 1 for row in region.beside)
        ]
    if region.beside:
        hints.beside = [r.at for r in region.beside]
        hints.horizontals = sorted([*hints.horizontals, *hints.beside])
        for rule in sorted([*region.beside, *hints.titles], key=lambda r: r.start):
            if not any(abs(x - rule.start) < 4 for x in hints.verticals):
                hints.verticals, hints.complete = sorted([*hints.verticals, rule.start]), False
    return hints


def _painted_rows(fills: list[Fill], lines: list[Line]) -> list[Span]:
    """Top and bottom of the rows of a table in which one narrow column, such as that of a status, is painted cell under
    cell, from its first row to the last line, with a text in each. Cells of a first column may be of several rows."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    stacks: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if fill.colour != WHITE and fill.x0 > x0 and fill.x1 - fill.x0 < _COLOURED * (x1 - x0):
            stacks.setdefault((round(fill.x0), round(fill.x1)), []).append(fill)
    for stack in stacks.values():
        cells = sorted(stack, key=lambda fill: fill.top)
        low = cells[-1].bottom > lines[-1].base and cells[0].top < lines[0].bottom + _HEADER * lines[0].size
        if len(cells) < _CELLS or not low or any(abs(b.top - a.bottom) > 1 for a, b in pairwise(cells)):
            continue
        words = [w for line in lines for w in line.words if cells[0].x0 < w.x0 and w.x1 < cells[0].x1]
        if all(any(cell.top < w.base < cell.bottom for w in words) for cell in cells):
            return [(cell.top, cell.bottom) for cell in cells]
    return []


def _beside_paint(page: Page, hints: Hints, lines: list[Line]) -> list[float]:
    """The borders of columns that hold nothing but paint, cell over cell, in half of the height at least: the colours
    of a status, several of them on the page."""
    x0, x1 = (hints.box[0], hints.box[2]) if hints.box else (min(li.x0 for li in lines), max(li.x1 for li in lines))
    stacks: dict[tuple[int, int], list[Fill]] = {}
    for fill in hints.fills:
        if fill.colour != WHITE and _NARROW < fill.x1 - fill.x0 < _COLOURED * (x1 - x0):
            stacks.setdefault((round(fill.x0), round(fill.x1)), []).append(fill)
    words = [word for line in lines for word in line.words] if stacks else []
    out: list[float] = []
    for key, stack in stacks.items():
        left, right = stack[0].x0, stack[0].x1
        high = sum(fill.bottom - fill.top for fill in stack)
        colours = {fill.colour for fill in page.fills if (round(fill.x0), round(fill.x1)) == key}
        if len(colours) < 2 or high < _HALF * (lines[-1].bottom - lines[0].top):
            continue
        over = [w for w in words if w.x0 < right and w.x1 > left]
        if not any(fill.top < w.base < fill.bottom for w in over for fill in stack):
            out += [x for x in (left, right) if x0 + 4 < x < x1 - 4 and all(abs(x - v) > 4 for v in hints.verticals)]
    return out


def _painted_header(fills: list[Fill], lines: list[Line]) -> list[Fill]:
    """The painted cells that stand side by side around the first line and over all others."""
    base, x0, x1 = lines[0].base, min(line.x0 for line in lines), max(line.x1 for line in lines)
    for row in painted_rows([fill for fill in fills if fill.top < base < fill.bottom]):
        if row[0].x0 < x0 and x1 < row[-1].x1:
            return row
    return []


def _titles(page: Page, lines: list[Line], box: BBox | None) -> list[Rule]:
    """The rules among these lines that are shorter than they."""
    x0, x1 = (box[0], box[2]) if box else (min(line.x0 for line in lines), max(line.x1 for line in lines))
    top, bottom = lines[0].top, lines[-1].bottom
    own = [r for r in page.horizontals if top < r.at < bottom]
    rules = join_rules(own) if len(own) <= _MOST else []
    pad = 4 if box else _PAD
    rules = [part for rule in rules for part in _under_titles(rule, own, lines)]
    return [r for r in rules if x0 - pad < r.start and r.end < x1 + pad and r.end - r.start < _SHORT * (x1 - x0)]


def _under_titles(rule: Rule, drawn: list[Rule], lines: list[Line]) -> list[Rule]:
    """The pieces in which a rule is drawn, where each lies under a title in its middle: two that meet."""
    pieces = sorted({r for r in drawn if abs(r.at - rule.at) < 1 and rule.start - 1 < r.start and r.end < rule.end + 1})
    pieces.sort(key=lambda r: r.start)
    if not 1 < len(pieces) <= _TITLES or any(abs(b.start - a.end) > 1 for a, b in pairwise(pieces)):
        return [rule]
    over = [x for line in lines if 0 < rule.at - line.base < _OVER * line.size for x in cut(line, NEAR_GAP).runs]
    for piece in pieces:
        own = [run for run in over if piece.start < (run.x0 + run.x1) / 2 < piece.end]
        if len(own) != 1 or abs(own[0].x0 + own[0].x1 - piece.start - piece.end) / 2 > _MIDDLE:
            return [rule]
    return pieces


def _drawn(page: Page, lines: list[Line], region: Region) -> Hints:
    box = region.box
    x0 = box[0] if box else min(line.x0 for line in lines)
    x1 = box[2] if box else max(line.x1 for line in lines)
    top = box[1] if box else lines[0].top
    bottom = box[3] if box else lines[-1].bottom
    uprights = [r for r in join_rules(page.verticals) if x0 - 3 <= r.at <= x1 + 3 and r.end > top and r.start < bottom]
    verticals = [r.at for r in uprights if min(r.end, bottom) - max(r.start, top) > 0.6 * (bottom - top)]
    if len(uprights) > len(verticals) + 1:
        verticals = sorted([*verticals, *_in_pieces(uprights, verticals, lines)])
    fills = [f for f in page.fills if f.top < bottom and f.bottom > top and f.x0 < x1 and f.x1 > x0]
    fills = [f for f in fills if not (f.top < top - 20 and f.bottom > bottom + 20)]
    if region.columns:
        headed = len(region.horizontals) == 1
        return Hints(box, region.columns, region.horizontals, fills, True, region.titles, headed, rows=region.rows)
    if any(x0 + _SIDE < x < x1 - _SIDE for x in verticals):
        return Hints(box, verticals, region.horizontals, fills)
    inner = _met([r for r in page.horizontals if top - 2 <= r.at <= bottom + 2], x0, x1, lines)
    inner = inner or _on_band(page, fills, x0, x1, lines)
    return Hints(box, inner or verticals, region.horizontals, fills, bool(inner))


def _in_pieces(uprights: list[Rule], known: list[float], lines: list[Line]) -> list[float]:
    """The column borders, beside the ``known`` ones, that are drawn in pieces: where they break, no line has a text at
    both sides, for a text goes across there or nothing stands beside it."""
    stacks: list[list[Rule]] = []
    for rule in uprights:
        if stacks and rule.at - stacks[-1][0].at <= SNAP:
            stacks[-1].append(rule)
        else:
            stacks.append([rule])
    out: list[float] = []
    for stack in stacks if len(uprights) <= _MOST else ():
        x = stack[0].at
        if len(stack) < _PIECES or any(abs(x - at) <= SNAP for at in known):
            continue
        parted = [line for line in lines if any(a.x1 <= x <= b.x0 for a, b in pairwise(cut(line, NEAR_GAP).runs))]
        beside = [any(r.start <= line.base - 0.3 * line.size <= r.end for r in stack) for line in parted]
        if len(parted) >= _PIECES and all(beside):
            out.append(x)
    return out


def _on_band(page: Page, fills: list[Fill], x0: float, x1: float, lines: list[Line]) -> list[float]:
    """The column borders drawn on a painted header as wide as the table and no further down, if hardly a text lies over
    them."""
    base = lines[0].base
    bands = [f for f in fills if f.top < base < f.bottom and abs(f.x0 - x0) < 4 and abs(f.x1 - x1) < 4]
    if not bands or len(page.verticals) > _MOST:
        return []
    band = bands[-1]
    own = [r for r in page.verticals if band.top - 2 < r.start and abs(r.end - band.bottom) < 2]
    inner = sorted({r.at for r in join_rules(own) if x0 + 4 < r.at < x1 - 4})
    under = [line for line in lines if line.base > band.bottom]
    crossed = [x for x in inner if sum(lies_over(line, x) for line in under) > _FEW * len(under)]
    return inner if len(inner) > 1 and not crossed else []


def _met(raw: list[Rule], x0: float, x1: float, lines: list[Line]) -> list[float]:
    """The column borders at which the pieces of a rule as wide as the table meet, if hardly a text lies over them, but
    for notes over columns whose borders most of several such rules show."""
    raw = [r for r in raw if x0 - 4 <= r.start and r.end <= x1 + 4]
    if not 3 <= len(raw) <= _MOST:
        return []
    wide = [p for p in pieced_rules(join_rules(list(raw)), raw) if p.rule.end - p.rule.start > 0.9 * (x1 - x0)]
    ends = max(wide, key=lambda p: len(p.ends), default=None)
    inner = ends.ends[1:-1] if ends is not None else []
    for x in inner:
        shown = sum(any(abs(x - end) <= SNAP for end in p.ends) for p in wide)
        if shown >= _RULES and 2 * shown > len(wide):
            continue
        if sum(lies_over(line, x) for line in lines) > _FEW * len(lines):
            return []
    return inner
