"""Rows that have rules between them alone, below a header that has the column rules: one table with it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.readers.pdf.page import Fill, Rule, Word
from planparse.readers.pdf.ruled.edges import with_edges
from planparse.readers.pdf.ruled.rules import JOIN, REACH, SHORT, SNAP, Frame
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import FAR_GAP, NEAR_GAP, cut

_SEVERAL = 4
"""Columns with texts of a row in which one goes over a border."""
_ROW = 90.0
"""Points; a row without column rules is not higher than this."""


def with_lone_rules(found: list[Frame], drawn: list[Rule], words: list[Word], fills: list[Fill]) -> list[Frame]:
    """The frames, with row rules that touch no column rule but go on with the rows of a frame of the same width.

    So a table whose column rules stand in its header only is one frame. What decides is the text between: it
    must stand in the frame's columns, more than one of them, and over none of their borders, without a hole in it, and
    be no title; and a rule that is ``drawn`` in pieces which meet elsewhere is of other columns. Where the header is
    painted cell by cell (``fills``), its columns are those of the paint too: a page's end leaves out rules of blank
    cells.
    """
    lone = [f.horizontals[0] for f in found if not f.verticals and len(f.horizontals) == 1]
    if not lone:
        return found
    taken: set[int] = set()
    for frame in found:
        if frame.verticals and frame.horizontals:
            own = _below(frame, lone, drawn, words, fills)
            frame.horizontals += own
            taken.update(map(id, own))
    return [f for f in found if f.verticals or len(f.horizontals) != 1 or id(f.horizontals[0]) not in taken]


def _below(frame: Frame, lone: list[Rule], drawn: list[Rule], words: list[Word], fills: list[Fill]) -> list[Rule]:
    """The rules between rows below a frame that go on with it."""
    start, end = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
    below = max(h.at for h in frame.horizontals)
    lone = [r for r in lone if r.at > below and abs(r.end - end) <= REACH]
    if not any(r.at - below <= _ROW and abs(r.start - start) <= REACH for r in lone):
        return []
    borders = sorted(v.at for v in with_edges(frame, fills).verticals if start + SHORT < v.at < end - SHORT)
    taken: list[Rule] = []
    for rule in lone:
        if not 0 < rule.at - below <= _ROW or abs(rule.start - start) > REACH:
            continue
        beside = (r for r in lone if below < r.at < rule.at)
        if any(abs(r.start - border) <= REACH for r in beside for border in borders):
            return []  # a label spans rows that only the pieces of these rules part
        between = [w for w in words if below < (w.top + w.bottom) / 2 < rule.at and start < w.x1 and w.x0 < end]
        lines = make_lines(between) if between else []
        columns = {bisect_right(borders, (w.x0 + w.x1) / 2) for w in between}
        crossed = any(w.x0 + 1 < b < w.x1 - 1 for w in between for b in borders)
        if len(columns) < 2 or (crossed and len(columns) < _SEVERAL) or _is_title(lines):
            break
        ends = [piece.end for piece in drawn if abs(piece.at - rule.at) <= SNAP and start < piece.end < end - SHORT]
        elsewhere = any(all(abs(x - border) > JOIN for border in borders) for x in ends)
        if crossed and not ends:
            break  # in pieces it is one of these columns, and a text over a border a note
        if elsewhere or any(_has_hole(line, borders) for line in lines):
            return []  # all of them are of another table
        taken.append(rule)
        below = rule.at
    return taken


def _is_title(lines: list[Line]) -> bool:
    """Whether bold lines that begin together are whole: a title, with words in other columns by chance."""
    return all(line.bold and abs(line.x0 - lines[0].x0) < SNAP and len(cut(line, NEAR_GAP).runs) == 1 for line in lines)


def _has_hole(line: Line, borders: list[float]) -> bool:
    """Whether two texts stand side by side between two borders."""
    return any(
        b.x0 - a.x1 > FAR_GAP * line.size and bisect_right(borders, a.x1) == bisect_right(borders, b.x0)
        for a, b in pairwise(line.words)
    )
