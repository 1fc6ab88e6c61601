"""Running text beside a table: each of them is read by itself, from the left to the right.

    Most of the trips ended in the town,      Trips by year
    and every third one went on from there    -----------------------------
    to one of the villages. Fewer trips       Year      Trips         Share
    went over the bridge than in any year     2023         51          12.1
    before it was mended, and the ferry       2024         60          13.5
    had most of them.                         -----------------------------

In a table with a column of long texts, a row is as high as its text is, and the text begins where the row does. Here
the rows follow each other as closely as the lines of the text do, and stand level with few of these, or with lines that
are parts of sentences; or they stand between rules that leave the text out, and the text begins above them or goes on
below them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Page, Word
from planparse.readers.pdf.paragraphs.box_rows import rows_meet
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import Row, cut, is_code, is_value

_GAP = 0.9
"""Heights of a letter between two texts of a line at least."""
_WORDS = 4
"""Words of a line of running text at least."""
_LINES = 4
"""Lines of a running text at least."""
_ROWS, _BESIDE = 3, 2
"""Rows of the table, and those of them that stand beside the text, at least."""
_NARROW, _WIDE = 0.2, 0.65
"""Share of the page's width between which such a text is wide."""
_FULL, _SHORT = 0.66, 0.2
"""Share of the lines of a text that are full, and of its width that a full one may leave white."""
_NEXT, _STEP = 1.7, 3.5
"""Heights of a letter from one line to the next of a paragraph, and over white between paragraphs."""
_CLOSE = 1.6
"""Times the step of the text's lines from one row of the table to the next."""
_LEVEL = 0.5
"""Share of the rows beside a text that may stand level with one of its lines."""
_LIKE = 0.5
"""Points by which the letters of one text may differ."""
_RULES = 3
"""Rules, or painted rows, of a table that leaves the text out: over its header, under it, and under its rows."""
_UNDER = 2.0
"""Heights of a letter from the last row of a table to the rule under it at most."""
_SAME = 1.5
"""Points within which two places are one."""
_BASE = 1.0
"""The same for two baselines."""
_BAND = 40.0
"""Points; what is painted and no higher is a row or a heading."""
_MOST = 1000
"""Rules and painted areas; a page with more of them is a drawing."""


class _Piece(NamedTuple):
    """A text on a line of the page, up to the next wide gap."""

    x0: float
    x1: float
    base: float
    size: float
    words: list[Word]


class _Block(NamedTuple):
    """The lines of running text that begin below each other."""

    lines: list[_Piece]
    x0: float
    x1: float

    @property
    def top(self) -> float:
        return self.lines[0].base

    @property
    def bottom(self) -> float:
        return self.lines[-1].base


class _Mark(NamedTuple):
    """A rule or a painted row."""

    x0: float
    x1: float
    at: float


class _White(NamedTuple):
    """The white between a text and what stands beside it."""

    x0: float
    x1: float
    text_first: bool

    def sides(self, pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]] | None:
        """What of a line stands on the side of the text and on the other one; none where something goes over."""
        left = [p for p in pieces if p.x1 < self.x0 + _SAME]
        right = [p for p in pieces if p.x0 > self.x1 - _SAME]
        if len(left) + len(right) < len(pieces):
            return None
        return (left, right) if self.text_first else (right, left)


def texts_beside_tables(page: Page, lines: list[Line], taken: Sequence[BBox] = ()) -> list[list[BBox]]:
    """The rows of such texts and tables, each the boxes of its two sides from left to right; ``taken`` are the tables
    that were found, whose words are not among the lines."""
    blocks = _blocks(page, lines) if len(lines) >= _LINES else []
    if not blocks or len(page.horizontals) + len(page.fills) > _MOST:
        return []
    pieces = [[_piece(run.words) for run in cut(line, _GAP).runs] for line in lines]
    bases = [line.base for line in lines]
    marks: list[_Mark] | None = None
    out: list[list[BBox]] = []
    for block in blocks:
        slack = block.lines[0].size / 2
        level = range(bisect_left(bases, block.top - slack), bisect_left(bases, block.bottom + slack))
        own = [p for n in level for p in pieces[n] if block.top - slack < p.base < block.bottom + slack]
        found = [box for box in taken if box[1] < block.bottom and block.top < box[3]]
        white = _white(block, own, found)
        if white is None:
            continue
        marks = _marks(page) if marks is None else marks
        sides = _sides(block, pieces, level, white, marks)
        over = any(block.top < box[1] for box in found)
        if sides is None or not (over or _are_apart(*sides) or _is_left_out(*sides, marks)):
            continue
        row = _boxes(page, white, *sides, marks, found)
        if not any(rows_meet(row, other) for other in out):
            out.append(row)
    return out


def _piece(words: list[Word]) -> _Piece:
    return _Piece(words[0].x0, words[-1].x1, words[0].base, words[0].style.size, words)


def _blocks(page: Page, lines: list[Line]) -> list[_Block]:
    """The running texts on a page that are narrower than it and fill their width."""
    going: list[list[_Piece]] = []
    found: list[list[_Piece]] = []
    for line in lines:
        for run in cut(line, _GAP).runs if len(line.words) >= _WORDS else ():
            if not _is_running(run.words):
                continue
            piece = _piece(run.words)
            going = [own for own in going if piece.base - own[-1].base < _STEP * own[-1].size]
            if piece.x1 - piece.x0 > _WIDE * page.width:
                going = []
                continue
            above = next((own for own in going if _is_below(own, piece)), None)
            if above is None:
                going = [own for own in going if abs(own[0].x0 - piece.x0) >= _SAME]
                going.append([piece])
                found.append(going[-1])
            else:
                above.append(piece)
    out = []
    for own in found:
        x0, x1 = own[0].x0, median(piece.x1 for piece in own)
        fit = [n for n, piece in enumerate(own) if piece.x1 <= x1 + _SHORT * (x1 - x0)]
        own = own[fit[0] : fit[-1] + 1]  # longer lines stand over the text, and below it
        x1 = max(piece.x1 for piece in own)
        full = sum(piece.x1 > x1 - _SHORT * (x1 - x0) for piece in own)
        if len(own) >= _LINES and full >= _FULL * len(own) and x1 - x0 > _NARROW * page.width:
            out.append(_Block(own, x0, x1))
    return out


def _is_running(words: list[Word]) -> bool:
    """Whether these are several words, most of them in small letters."""
    return len(words) >= _WORDS and 2 * sum(w.text[0].islower() for w in words) > len(words)


def _is_below(own: list[_Piece], piece: _Piece) -> bool:
    """Whether a line begins where those of a text do, is as large, and reaches no further."""
    x0, x1 = own[0].x0, max(p.x1 for p in own[-_LINES:])
    alike = abs(x0 - piece.x0) < _SAME and abs(own[-1].size - piece.size) < _LIKE
    return alike and piece.x1 < x1 + _SHORT * (x1 - x0)


def _white(block: _Block, level: list[_Piece], taken: list[BBox]) -> _White | None:
    """The white between a text and what stands at one side of it, with these tables; the marks of a list may stand at
    its left."""
    right = [p for p in level if p.x0 > block.x1 + _SAME]
    left = [p for p in level if p.x1 < block.x0 - _SAME]
    least = 1 if taken else _BESIDE
    if len(right) >= least and all(len(p.words) == 1 for p in left):
        x1 = min([*(p.x0 for p in right), *(box[0] for box in taken)])
        white = _White(block.x1, x1, text_first=True)
    elif len(left) >= least and not right:
        x0 = max([*(p.x1 for p in left), *(box[2] for box in taken)])
        white = _White(x0, block.x0, text_first=False)
    else:
        return None
    return white if white.x1 - white.x0 > _GAP * block.lines[0].size else None


def _marks(page: Page) -> list[_Mark]:
    """What is drawn on a page that may be the border of a row, from the top down."""
    painted = [f for f in page.fills if f.colour != WHITE and f.bottom - f.top < _BAND]
    marks = [_Mark(r.start, r.end, r.at) for r in join_rules(page.horizontals)]
    return sorted([*marks, *(_Mark(f.x0, f.x1, (f.top + f.bottom) / 2) for f in painted)], key=lambda m: m.at)


def _sides(
    block: _Block, lines: list[list[_Piece]], level: range, white: _White, marks: list[_Mark]
) -> tuple[list[_Piece], list[_Piece]] | None:
    """The text and what stands beside it, as far up and down as both go on and nothing goes over the white; none where
    the columns of one table do."""
    across = [m.at for m in marks if m.x0 < white.x0 - _SAME and white.x1 + _SAME < m.x1]
    if any(block.top < at < block.bottom for at in across) or _are_pieces(block, white, marks):
        return None
    text: list[_Piece] = []
    beside: list[_Piece] = []
    for n in level:
        parts = white.sides(lines[n])
        if parts is None or (parts[0] and parts[0][0].x0 > (block.x0 + block.x1) / 2) or _is_row(*parts):
            return None
        text += parts[0]
        beside += parts[1]
    if not (text and beside):
        return None
    for step, n in ((-1, level[0] - 1), (1, level[-1] + 1)):
        while 0 <= n < len(lines) and (parts := white.sides(lines[n])) is not None:
            own, other = parts
            near = abs(lines[n][0].base - lines[n - step][0].base) < _STEP * lines[n][0].size
            if (step < 0 and _are_titles(own, other)) or (near and _is_row(own, other)):
                return None
            if not (_goes_on(own, text, across, step) and _goes_on(other, beside, across, step)):
                break
            if len(own) > 1 or (own and step > 0 and own[0].base - text[-1].base > _NEXT * own[0].size):
                break
            text, beside = (own + text, other + beside) if step < 0 else (text + own, beside + other)
            n += step
        top = min(text[0].base, beside[0].base)
        if step < 0 <= n and top - lines[n][0].base < _STEP * lines[n][0].size:
            parts = white.sides(lines[n])
            ruled = any(lines[n][0].base < at < top for at in across)
            if (parts is not None and _are_titles(*parts)) or (ruled and _are_names(lines[n::-1], white)):
                return None
    return text, beside


def _are_pieces(block: _Block, white: _White, marks: list[_Mark]) -> bool:
    """Whether something drawn between the lines of a text is level with something beside it: borders of one row."""
    level = [m for m in marks if block.top < m.at < block.bottom]
    left = [m.at for m in level if m.x1 < white.x1]
    right = [m.at for m in level if m.x0 > white.x0]
    return any(abs(a - b) < _SAME for a in left for b in right)


def _goes_on(own: list[_Piece], side: list[_Piece], across: list[float], step: int) -> bool:
    """Whether what stands on the next line of a side, if anything, is close to it, with nothing drawn between them."""
    if not own:
        return True
    edge = side[0] if step < 0 else side[-1]
    upper, lower = sorted((edge.base, own[0].base))
    near = lower - upper < _STEP * max(edge.size, own[0].size)
    return near and not any(upper < at < lower for at in across)


def _are_titles(own: list[_Piece], other: list[_Piece]) -> bool:
    """Whether a line over both sides has a title over the text and several beside it: columns of one table."""
    return len(own) == 1 and len(other) > 1 and not _is_running(own[0].words)


def _are_names(over: Sequence[list[_Piece]], white: _White) -> bool:
    """Whether these lines, from the bottom up, begin with bold ones that have a name on both sides of the white, and
    several on that of the table: the header of one table, on a rule across both sides."""
    low, at_left, at_right = over[0][0].base, 0, 0
    for pieces in over:
        if low - pieces[0].base > _NEXT * pieces[0].size or not all(w.style.bold for p in pieces for w in p.words):
            break
        at_left += sum(p.x0 < white.x0 for p in pieces)
        at_right += sum(p.x1 > white.x1 for p in pieces)
        low = pieces[0].base
    return min(at_left, at_right) > 0 and (at_right if white.text_first else at_left) > 1


def _is_row(own: list[_Piece], other: list[_Piece]) -> bool:
    """Whether a line has a code before the text and several texts beside it: a row of a table."""
    return len(own) > 1 and len(other) > 1 and is_code(" ".join(w.text for w in own[0].words))


def _are_apart(text: list[_Piece], beside: list[_Piece]) -> bool:
    """Whether there are rows of figures beside a text, close to each other, that are not those of its lines."""
    lines = make_lines([word for piece in text for word in piece.words])
    if len(lines) < _LINES:
        return False
    close = _CLOSE * median(b.base - a.base for a, b in pairwise(lines))
    rows: list[float] = []
    most: list[float] = []
    all_rows = _rows(beside)
    for row in all_rows:
        if is_value(row.runs[-1].text):
            rows = [*rows, row.line.base] if rows and row.line.base - rows[-1] < close else [row.line.base]
            most = max(most, rows, key=len)
    level = [base for base in most if lines[0].base - _BASE < base < lines[-1].base + _BASE]
    if len(most) < _ROWS or len(level) < _BESIDE:
        return False
    shared = [line for line in lines if any(abs(base - line.base) < _BASE for base in level)]
    if len(shared) <= _LEVEL * len(level):
        return True
    above = lines[0].base < all_rows[0].line.base - _BASE  # a label of several rows begins with the first of them
    return above and len(shared) >= _ROWS and _is_torn(shared, lines)


def _is_torn(shared: list[Line], lines: list[Line]) -> bool:
    """Whether most of these lines of a text go on with a word in small letters, and sentences end and begin within the
    lines: the lines are no labels of rows."""
    ended = any(a.text.endswith(".") and b.text[0].isupper() for own in lines for a, b in pairwise(own.words))
    return ended and sum(own.words[0].text[0].islower() for own in shared) > _LEVEL * len(shared)


def _is_left_out(text: list[_Piece], beside: list[_Piece], marks: list[_Mark]) -> bool:
    """Whether there are rows beside a text with rules over, between and under them that leave it out, while it begins
    above these rules or goes on below them."""
    x0, x1 = min(p.x0 for p in beside), max(p.x1 for p in beside)
    top, bottom = beside[0].base - _UNDER * beside[0].size, beside[-1].base + _UNDER * beside[-1].size
    own = [m for m in marks if top < m.at < bottom and m.x0 < x1 and x0 < m.x1]
    widest = max(own, key=lambda m: m.x1 - m.x0, default=None)
    if widest is None:
        return False
    levels = [m.at for m in own if abs(m.x0 - widest.x0) < _SAME and abs(m.x1 - widest.x1) < _SAME]
    rows = [row.line.base for row in _rows(beside) if levels[0] < row.line.base < levels[-1] + beside[-1].size]
    first, last = text[0].base, text[-1].base
    if len(levels) < _RULES or len(rows) < _ROWS or sum(first - _BASE < y < last + _BASE for y in rows) < _BESIDE:
        return False
    return first < levels[0] or (rows[0] + _BASE < first and levels[-1] < last - text[-1].size)


def _rows(beside: list[_Piece]) -> list[Row]:
    """The lines with several texts on each."""
    rows = [cut(line, _GAP) for line in make_lines([word for piece in beside for word in piece.words])]
    return [row for row in rows if len(row.runs) > 1]


def _boxes(
    page: Page, white: _White, text: list[_Piece], beside: list[_Piece], marks: list[_Mark], taken: list[BBox]
) -> list[BBox]:
    """The boxes of both sides, that meet in the middle of the white; the last rule of a table is part of it."""
    x = (white.x0 + white.x1) / 2
    out: list[BBox] = []
    for own, at_right in ((text, not white.text_first), (beside, white.text_first)):
        x0, x1 = (x, page.width) if at_right else (0.0, x)
        last = own[-1].base + _UNDER * own[-1].size
        tables = [box for box in taken if x0 < box[0] and box[2] < x1]
        top = min([*(p.base - p.size for p in own), *(box[1] - 1 for box in tables)])
        bottom = max([*(p.base + p.size / 2 for p in own), *(box[3] + 1 for box in tables)])
        levels = [m.at + 1 for m in marks if bottom < m.at < last and x0 < m.x0 and m.x1 < x1]
        out.append((x0, top, x1, max([bottom, *levels])))
    return sorted(out)
