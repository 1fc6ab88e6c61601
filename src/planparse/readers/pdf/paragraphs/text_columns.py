"""Pages set in two columns: each column of a section is read as a page of its own.

What goes across the page, a title or a table, parts the sections. Two columns of text are told from two columns of a
table by their lines: these stand beside each other in a table alone.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Page, Word
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.unruled.painted_heads import painted_regions
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import Span, cut, is_mark, is_page_number

_GAP = 0.9
"""Heights of a letter between two columns at least."""
_SIDE = 0.35
"""Share of the text's width on both sides of the white between the columns at least."""
_FEW = 10
"""Lines that a column has at least."""
_LAST = 3
"""The same where a page before has such columns."""
LEAST = 4 * _FEW
"""Words of such a page that stand in no grid."""
_ACROSS = 0.25
"""Share of the lines that may go across the page."""
_MORE = 1
"""Lines that reach further into the white than the others."""
_BESIDE = 0.45
"""Share of the lines of one column that may stand beside one of the other."""
_TEXTS, _WORDS = 0.3, 2
"""Share of the lines of a column that begin with so many words."""
_EVEN = (0.95, 1.25)
"""Times the width of one column from its begin to the begin of the other."""
_RULED = 0.7
"""Share of a column's width that a rule of a table in it has: such tables in both show that there are two."""
_FULL, _PROSE, _PARAGRAPH = 0.9, 4, 3
"""Share of the column's width that a line of running text has, its words, and how many such lines are a paragraph."""
_HIGH = 0.25
"""Share of the page's height that the columns have at least."""
_LINES = 2.2
"""Heights of a letter from one line of a header to the next."""
_OVER = 3.2
"""Heights of a letter from a heading to the first line of its table."""
_NEAR = 1.5
"""Points within which two baselines are one, or two places."""
_STEP = 1.6
"""Heights of a letter from one line of a text to the next."""
_EDGE = 0.1
"""Share of the page's height from its edge to a running head or foot."""
_LONG, _BAR = 0.85, (0.12, 0.5)
"""Share of the page's height that a bar at its side is long at least, and of its width that it is wide."""
_FOOT = 2.0
"""Heights of a letter from the last line of the text to the page's number at least."""
_HEAD = 1.4
"""Heights of a letter from a header to the rule under it at most."""
_NAMES = 3
"""Names of columns on a line of a header."""
_PAD = 2.5
"""Times the usual white over a row that is over one of them at most."""
_ROW = 200.0
"""Points from one rule across the page to the next within one table at most."""


@dataclass(slots=True)
class Part:
    """A part of a page: a column of a section, or what goes across the page."""

    page: Page
    words: list[Word]
    left: float
    """Where its text begins."""


def text_columns(page: Page, words: list[Word], known: Span | None = None) -> tuple[list[Part], Span | None]:
    """The parts of a page in reading order, and the white between its columns; none where it is not set in two.

    ``known`` is the white of a page before: between the same columns a few lines are enough.
    """
    if len(words) < LEAST or any(w.style.angle != 0 for w in words):
        return [], None
    bar = _side_bar(page, words)
    if bar is not None:
        return _beside(page, words, bar), None
    lines = make_lines(words)
    gutter = _gutter(page, lines) if len(lines) >= _FEW else None
    if gutter is None and known is not None and _are_columns(page, lines, known, least=_LAST, high=0.0):
        gutter = known
    return (_parts(page, lines, gutter), gutter) if gutter is not None else ([], None)


def _side_bar(page: Page, words: list[Word]) -> float | None:
    """The inner edge of a painted bar that goes down one side of the page, with text in it and beside it."""
    for x0, top, x1, bottom, colour in page.fills:
        if colour == WHITE or bottom - top < _LONG * page.height or not _BAR[0] < (x1 - x0) / page.width < _BAR[1]:
            continue
        for edge, at_side in ((x0, x1 > (1 - _EDGE) * page.width), (x1, x0 < _EDGE * page.width)):
            sides = [0, 0]
            for word in words:
                sides[word.x0 > edge - 1] += 1
                if word.x0 < edge - 1 and edge + 1 < word.x1:
                    break
            else:
                if at_side and min(sides) >= _FEW:
                    return edge
    return None


def _beside(page: Page, words: list[Word], x: float) -> list[Part]:
    """What stands left and right of an edge."""
    out = []
    for x0, x1 in ((0.0, x), (x, page.width)):
        own = [w for w in words if x0 <= (w.x0 + w.x1) / 2 < x1]
        out.append(Part(_within(page, own, (x0, 0.0, x1, page.height)), own, min(w.x0 for w in own)))
    return out


def _gutter(page: Page, lines: list[Line]) -> Span | None:
    """The white between two columns: where the fewest lines go across, in the middle of the page."""
    size = sorted(line.size for line in lines)[len(lines) // 2]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    side = _SIDE * (right - left)
    events = sorted(
        (x, step) for line in lines for run in cut(line, _GAP).runs for x, step in ((run.x0, 1), (run.x1, -1))
    )
    depth = 0
    spans: list[tuple[int, float, float]] = []
    for (x, step), (after, _) in pairwise(events):
        depth += step
        if after > x and left + side < (x + after) / 2 < right - side:
            spans.append((depth, x, after))
    fewest = min((depth for depth, _, _ in spans), default=len(lines))
    white = (0.0, 0.0)
    start = end = 0.0
    for depth, x, after in spans:
        if depth <= fewest + _MORE:
            start, end = (start if x == end else x), after
            white = max(white, (start, end), key=lambda span: span[1] - span[0])
    if white[1] - white[0] < _GAP * size or fewest > _ACROSS * len(lines):
        return None
    inner = [(x - after, x, after) for depth, x, after in spans if depth == fewest and white[0] <= x < white[1]]
    if not inner:
        return None
    _, *gutter = min(inner)
    return (gutter[0], gutter[1]) if _are_columns(page, lines, (gutter[0], gutter[1])) else None


def _are_columns(page: Page, lines: list[Line], gutter: Span, least: int = _FEW, high: float = _HIGH) -> bool:
    across = _across(page, lines, gutter)
    own = [line for line, is_across in zip(lines, across, strict=True) if not is_across]
    if not own or own[-1].base - own[0].top < high * page.height:
        return False
    sides = [[w for line in own for w in line.words if (w.x0 < gutter[0]) == first] for first in (True, False)]
    if not all(sides):
        return False
    one, two = (make_lines(words) for words in sides)
    if min(len(one), len(two)) < least or not (_has_texts(one) and _has_texts(two)):
        return False
    left, right = _begin(one), _begin(two)
    width = max(line.x1 for line in lines) - right
    if not _EVEN[0] * width < right - left < _EVEN[1] * width:
        return False
    rules = [r for r in join_rules(page.horizontals) if r.end - r.start > _RULED * width]
    ours, others = [r.at for r in rules if r.end < right], [r.at for r in rules if r.start > gutter[0]]
    apart = sorted((_apart(ours, others), _apart(others, ours)))
    if apart[0] > 1 or (apart[0] and apart[1] > 1 and all(_has_paragraph(side, width) for side in (one, two))):
        return True
    bases = sorted(line.base for line in one)
    beside = 0
    for line in two:
        n = bisect_left(bases, line.base - _NEAR)
        beside += n < len(bases) and bases[n] <= line.base + _NEAR
    return beside <= _BESIDE * min(len(one), len(two))


def _apart(some: list[float], others: list[float]) -> int:
    """How many of these places are none of the others: boxes side by side have their rules at the same heights."""
    return sum(not any(abs(y - other) < _NEAR for other in others) for y in some)


def _has_paragraph(lines: list[Line], width: float) -> bool:
    """Whether lines that follow each other are as wide as their column and made of words: running text, which a table
    with rules of its own does not hold."""
    many = 0
    for line in lines:
        full = line.x1 - line.x0 > _FULL * width and sum(w.text.isalpha() for w in line.words) >= _PROSE
        many = many + 1 if full else 0
        if many >= _PARAGRAPH:
            return True
    return False


def _begin(lines: list[Line]) -> float:
    """Where a column begins; a page number in the middle may stand further left."""
    return sorted(line.x0 for line in lines)[len(lines) // _FEW]


def _has_texts(lines: list[Line]) -> bool:
    """Whether many of these lines begin with words, behind the mark of a list: a half of a table may hold nothing but
    figures."""
    first = [
        [w for run in cut(line, _GAP).runs[: 1 + is_mark(line.words[0].text)] for w in run.words] for line in lines
    ]
    return sum(sum(w.text.isalpha() for w in words) >= _WORDS for words in first) >= _TEXTS * len(lines)


def _across(page: Page, lines: list[Line], gutter: Span) -> list[bool]:
    """Which of the lines go across the page, or stand in a table that does, or beyond a rule at its edge."""
    x0, x1 = gutter
    wide = [rule.at for rule in join_rules(page.horizontals) if rule.start < x0 - _NEAR and rule.end > x1 + _NEAR]
    fills = [f for f in page.fills if f.colour != WHITE and f.x0 < x0 - _NEAR and f.x1 > x1 + _NEAR]
    edges = [y for f in fills if f.bottom - f.top < _ROW for y in (f.top, f.bottom)]
    spans = _rows([(a, b) for a, b in pairwise(sorted(wide + edges)) if b - a <= _ROW], lines)
    headed = _under_painted_heads(page, lines, gutter)
    out: list[bool] = []
    for n, line in enumerate(lines):
        over = id(line) in headed or any(run.x0 < x1 - _NEAR and run.x1 > x0 + _NEAR for run in cut(line, _GAP).runs)
        over = over or any(a < line.base < b + 1 for a, b in spans)
        out.append(over or (n > 0 and out[-1] and line.x1 <= x0 and _goes_on(lines[n - 1], line)))
    for n, line in enumerate(lines):
        under = n + 1 < len(lines) and out[n + 1] and any(line.base < at < lines[n + 1].base for at, _ in spans)
        if not out[n] and (under or _heads(line, wide)):
            _take_header(lines, n, out)
            _take_heading(lines, n, out)
    for n in range(len(lines) - 2, 0, -1):
        if not out[n] and out[n + 1] and _is_heading_of(lines[n], lines[n + 1]):
            out[n] = lines[n].x1 <= x0 and lines[n].base - lines[n - 1].base > _STEP * lines[n].size
        elif not out[n] and out[n + 1]:
            _take_section(lines, n, out, x0)
    for n, beside in ((0, 1), (len(lines) - 1, len(lines) - 2)):
        upper, lower = sorted((lines[n].base, lines[beside].base))
        far = min(lines[n].top, page.height - lines[n].bottom) / page.height
        apart = lower - upper > _FOOT * lines[n].size and is_page_number(cut(lines[n], _GAP).runs[-1].text)
        out[n] = out[n] or (far < _EDGE and (apart or any(upper < at < lower for at in wide)))
    return out


def _under_painted_heads(page: Page, lines: list[Line], gutter: Span) -> set[int]:
    """The lines of tables across the page of which only the header is painted, cell by cell."""
    found = painted_regions(page.fills, [replace(line, cuts={}) for line in lines]) if page.fills else []
    boxes = [r.box for r in found if r.box is not None and r.box[0] < gutter[0] and r.box[2] > gutter[1]]
    return {id(line) for line in lines if any(box[1] < line.base < box[3] for box in boxes)}


def _heads(line: Line, wide: list[float]) -> bool:
    """Whether a line is a header that stands on a rule across the page: bold names beside each other."""
    on_rule = any(0 < at - line.base < _HEAD * line.size for at in wide)
    return on_rule and line.bold and len(cut(line, _GAP).runs) >= _NAMES


def _rows(spans: list[Span], lines: list[Line]) -> list[Span]:
    """Those of the spans between rules in which a row begins: close to the upper one. A heading stands further below,
    between two tables."""
    tops = sorted(line.top for line in lines)
    firsts = [tops[n] if (n := bisect_left(tops, a)) < len(tops) else b for a, b in spans]
    pads = [top - a for top, (a, b) in zip(firsts, spans, strict=True) if top < b]
    most = _PAD * median(pads) + _NEAR if pads else 0.0
    return [span for span, top in zip(spans, firsts, strict=True) if top - span[0] <= most]


def _is_heading_of(line: Line, below: Line) -> bool:
    """Whether a line is larger or bolder than the text below it, and close to it."""
    stands_out = line.size > below.size + _NEAR or (line.bold and not below.bold)
    return stands_out and below.base - line.base < _OVER * line.size


def _take_header(lines: list[Line], last: int, across: list[bool]) -> None:
    """Lets the lines of a header, down to the ``last`` one right over the first rule of its table, go across."""
    for n in range(last, -1, -1):
        far = n < last and lines[n + 1].base - lines[n].base > _LINES * lines[n].size
        if far or len(cut(lines[n], _GAP).runs) < _NAMES:
            break
        across[n] = True


def _take_heading(lines: list[Line], last: int, across: list[bool]) -> None:
    """Lets a bold line right over a table that goes across go across as well, where it stands apart from what ends the
    columns above it."""
    n = next((n for n in range(last, -1, -1) if not across[n]), 0)
    line, size = lines[n], lines[n].size
    if n and line.bold and len(cut(line, _GAP).runs) == 1 and lines[n + 1].base - line.base < _OVER * size:
        across[n] = line.base - lines[n - 1].base > _STEP * size


def _take_section(lines: list[Line], last: int, across: list[bool], x0: float) -> None:
    """Lets a heading and the lines under it go across, down to the ``last`` one, where a further line of their text
    does, and none of them reaches ``x0``."""
    n = last
    while n > 0 and lines[n].x1 <= x0 and not (lines[n].bold or across[n]):
        if lines[n + 1].bold or lines[n + 1].base - lines[n].base > _STEP * lines[n].size:
            return
        n -= 1
    apart = n > 0 and lines[n].base - lines[n - 1].base > _STEP * lines[n].size
    if n < last and apart and not across[n] and lines[n].x1 <= x0 and _is_heading_of(lines[n], lines[n + 1]):
        across[n : last + 1] = [True] * (last + 1 - n)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line is the next one of the text above it."""
    alike = line.style is above.style and abs(line.x0 - above.x0) < _NEAR
    return alike and line.base - above.base < _STEP * line.size


def _parts(page: Page, lines: list[Line], gutter: Span) -> list[Part]:
    across = _across(page, lines, gutter)
    middle = (gutter[0] + gutter[1]) / 2
    sections: list[tuple[bool, list[Line]]] = []
    for line, is_across in zip(lines, across, strict=True):
        if not sections or sections[-1][0] != is_across:
            sections.append((is_across, []))
        sections[-1][1].append(line)
    ends = [(a[-1].bottom + b[0].top) / 2 for (_, a), (_, b) in pairwise(sections)]
    out: list[Part] = []
    for (is_across, own), top, bottom in zip(sections, [0.0, *ends], [*ends, page.height], strict=True):
        xs = [0.0, page.width] if is_across else [0.0, middle, page.width]
        for x0, x1 in pairwise(xs):
            words = [w for line in own for w in line.words if x0 <= (w.x0 + w.x1) / 2 < x1]
            if words:
                out.append(Part(_within(page, words, (x0, top, x1, bottom)), words, min(w.x0 for w in words)))
    return out


def _within(page: Page, words: list[Word], box: BBox) -> Page:
    """The page with nothing but these words and what is drawn in the box."""
    x0, top, x1, bottom = box

    def is_in(a: float, b: float, c: float, d: float) -> bool:
        return x0 <= (a + c) / 2 < x1 and top <= (b + d) / 2 < bottom

    return replace(
        page,
        words=words,
        horizontals=[r for r in page.horizontals if is_in(r.start, r.at, r.end, r.at)],
        verticals=[r for r in page.verticals if is_in(r.at, r.start, r.at, r.end)],
        fills=[f for f in page.fills if is_in(f.x0, f.top, f.x1, f.bottom)],
        images=[b for b in page.images if is_in(*b)],
        drawings=[b for b in page.drawings if is_in(*b)],
        dots=[b for b in page.dots if is_in(*b)],
    )
