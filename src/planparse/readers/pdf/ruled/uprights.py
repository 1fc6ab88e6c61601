"""The pieces of the column borders of a table whose row rules show its columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.chains import PAST, Chain, lies_over
from planparse.readers.pdf.ruled.outer_rows import is_rest
from planparse.readers.pdf.ruled.painted import not_painted, parted_by
from planparse.readers.pdf.ruled.pieced import PIECE, SAME, Pieced
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Span, cut


def uprights(chain: Chain, borders: list[float]) -> list[Rule]:
    """The pieces of the column borders: over each rule that is parted there, up to the next one that reaches it."""
    out: list[Rule] = []
    pending: dict[float, list[Rule]] = {x: [] for x in borders}
    top = chain.rules[0].rule.at
    for k, (below, band) in enumerate(zip(chain.rules[1:], chain.bands, strict=True)):
        rule = below.rule
        painted = parted_by(chain.painted[k], borders) if chain.painted else None
        bare = not_painted(chain.painted[k], borders) if painted is not None else borders
        parted = painted or []
        if bare:
            white = [x for x in shown_borders(band, borders) if x in bare]
            white = [x for x in white if not is_spanned(chain, below, band, borders, x)]
            white = _outside(_spans(chain.rules[k], below, band), white)
            if chain.painted:  # the row above a white one shows its borders too
                ends = chain.rules[k].ends
                over = [x for x in white if any(abs(x - e) <= SAME for e in ends) or _part(band, x, rule)]
                out += [Rule(x, top, rule.at) for x in over]
            parted = sorted({*parted, *white})
        for x in parted:
            pending[x].append(Rule(x, top, rule.at))
        top = rule.at
        for x in borders:
            if rule.start - SAME <= x <= rule.end + SAME:
                if below.whole or any(abs(x - e) <= SAME for e in below.ends):
                    out += pending[x]
                pending[x] = []
    return out + [upright for left_over in pending.values() for upright in left_over]


def shown_borders(row: list[Line], borders: list[float], goes_on: bool = False) -> list[float]:
    """The borders that part cells in this row: not those that a text lies over.

    How far a cell spans is not drawn: with nothing else to its right it goes on to the end of the row; in the rest
    of a torn row it does not.
    """
    crossed = [x for x in borders if is_crossed(row, x)]
    if not crossed or (goes_on and is_rest(row)):
        return [x for x in borders if x not in crossed]
    end = next((x for x in borders if x > crossed[-1]), float("inf"))
    alone = not any(w.x0 > end - PAST for line in row for w in line.words)
    return [x for x in borders if x not in crossed and not (alone and x > crossed[-1])]


def is_spanned(chain: Chain, below: Pieced, band: list[Line], borders: list[float], x: float) -> bool:
    """Whether one of the borders is under a cell that spans columns: a rule as long as they are, one text alone on it.

    A rule in pieces that is as long as the table tells this itself.
    """
    rule = below.rule
    start, end = min(r.rule.start for r in chain.rules), max(r.rule.end for r in chain.rules)
    if not rule.start + SAME < x < rule.end - SAME:
        return False
    if rule.start - start < PIECE and end - rule.end < PIECE:
        return below.whole and bool(band) and all(len(cut(line, NEAR_GAP).runs) == 1 for line in band)
    if _part(band, x, rule) or _stand_beside(band, borders, x):
        return False
    inner = [e for e in below.ends if rule.start + SAME < e < rule.end - SAME]
    words = [w for line in band for w in line.words if rule.start < (w.x0 + w.x1) / 2 < rule.end]
    columns = {bisect_right(inner, (w.x0 + w.x1) / 2) for w in words}
    return (len(columns) == 1 or _in_the_middle(band, rule)) and not is_rest(band)


def _spans(above: Pieced, below: Pieced, band: list[Line]) -> list[Span]:
    """Where a cell spans columns: it is drawn in one piece over and under, and one text stands in its middle."""
    alike = [a for a in above.spans for b in below.spans if abs(a[0] - b[0]) < SAME and abs(a[1] - b[1]) < SAME]
    return [span for span in alike if _in_the_middle(band, Rule(below.rule.at, *span))]


def shown_below(chain: Chain, row: list[Line], borders: list[float]) -> list[float]:
    """The borders that part the cells of a row under the last rule, which tells where a cell of it spans columns."""
    last = chain.rules[-1]
    over = chain.bands[-1] if chain.bands else []
    own = [s for s in _spans(last, last, row) if not over or not _in_the_middle(over, Rule(last.rule.at, *s))]
    return _outside(own, shown_borders(row, borders))


def _outside(spans: list[Span], borders: list[float]) -> list[float]:
    return [x for x in borders if not any(start + SAME < x < end - SAME for start, end in spans)]


def _in_the_middle(band: list[Line], rule: Rule) -> bool:
    """Whether one text alone stands over a rule, in its middle."""
    over = [run for line in band for run in cut(line, NEAR_GAP).runs if run.x0 < rule.end and rule.start < run.x1]
    return len(over) == 1 and abs(over[0].x0 + over[0].x1 - rule.start - rule.end) / 2 < SAME


def _part(band: list[Line], x: float, rule: Rule) -> bool:
    """Whether two texts of a line over a rule stand at both sides of this place, and none lies over it."""
    for line in band:
        runs = [run for run in cut(line, NEAR_GAP).runs if rule.start - SAME < run.x0 and run.x1 < rule.end + SAME]
        if any(a.x1 <= x <= b.x0 for a, b in pairwise(runs)):
            return not is_crossed(band, x)
    return False


def _stand_beside(band: list[Line], borders: list[float], x: float) -> bool:
    """Whether a text stands in each of the two columns beside a border, were it in another line, and none over it."""
    n = borders.index(x)
    left, right = borders[n - 1] if n else float("-inf"), borders[n + 1] if n + 1 < len(borders) else float("inf")
    runs = [run for line in band for run in cut(line, NEAR_GAP).runs]
    beside = any(left < r.x0 and r.x1 <= x for r in runs) and any(x <= r.x0 and r.x1 < right for r in runs)
    return beside and not is_crossed(band, x)


def is_crossed(lines: list[Line], x: float) -> bool:
    return any(lies_over(line, x) for line in lines)
