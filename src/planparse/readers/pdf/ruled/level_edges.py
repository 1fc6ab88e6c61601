"""Borders that paint leaves out: white cells that go down over a painted row, above a white row of their own.

    3.6 | a) Waits       | 8    <- white, and 3.6 goes down over b)
        | b) Staff ##### | 9 #  <- painted, but for the column of 3.6
    4.1 | Ulcers         | 14   <- white: nothing is drawn between 3.6 and 4.1

What begins level with the first line of the lower row, with nothing beside the painted one, is a cell of that row.
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Fill, Rule, Word
from planparse.readers.pdf.ruled.chains import Chain
from planparse.readers.pdf.ruled.pieced import SAME
from planparse.readers.pdf.ruled.rules import SNAP
from planparse.readers.pdf.words.lines import Line

_LEVEL = 1.0
"""Points by which the first lines of cells beside each other may differ."""

_Row = tuple[list[Rule], list[Line], list[Fill]]
"""The rules over a row, its lines and its painted cells."""


def level_edges(chain: Chain, borders: list[float], upper: list[Line]) -> list[Rule]:
    """The borders over such cells of a chain of painted cells; ``upper`` is the row above its first rule."""
    left, right = min(r.rule.start for r in chain.rules), max(r.rule.end for r in chain.rules)
    if all(_covers(r.rule, left, right) for r in chain.rules):
        return []
    rows: list[_Row] = [([], upper, [])]
    for pieced, band, own in zip(chain.rules, [*chain.bands, []], [*chain.painted, []], strict=True):
        rules, lines, _ = rows[-1]
        if rules and pieced.rule.at - rules[-1].at <= SNAP:  # beside the rule before
            rows[-1] = ([*rules, pieced.rule], [*lines, *band], own)
        else:
            rows.append(([pieced.rule], band, own))
    columns = list(pairwise([left, *borders, right]))
    out: list[Rule] = []
    for n in range(2, len(rows) - 1):
        over, lines, own = rows[n]
        if rows[n - 1][2] and not own:
            out += [Rule(over[0].at, a, b) for a, b in columns if _begins(a, b, rows, n, chain)]
    return out


def _begins(a: float, b: float, rows: list[_Row], n: int, chain: Chain) -> bool:
    """Whether a cell of a column begins with a white row, where nothing but its text says so; other cells of the column
    are painted."""
    over, lines, _ = rows[n]
    words = _within(lines, a, b)
    others = [word.base for line in lines for word in line.words if not a < word.x0 < b]
    if not words or not others or any(_covers(rule, a, b) for rule in over):
        return False
    if not any(_covers(rule, a, b) for rule in rows[n + 1][0]):
        return False
    if abs(min(word.base for word in words) - min(others)) > _LEVEL:
        return False
    _, above, own = rows[n - 1]
    if _within(above, a, b) or any(fill.x0 - SAME <= a and b <= fill.x1 + SAME for fill in own):
        return False
    return any(abs(f.x0 - a) <= SAME and abs(f.x1 - b) <= SAME for own in chain.painted for f in own)


def _within(lines: list[Line], a: float, b: float) -> list[Word]:
    return [word for line in lines for word in line.words if a < word.x0 < b]


def _covers(rule: Rule, a: float, b: float) -> bool:
    return rule.start - SAME <= a and b <= rule.end + SAME
