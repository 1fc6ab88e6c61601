"""The chains of row rules drawn in pieces that belong to one table each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.pieced import NEAR, PIECE, SAME, Pieced
from planparse.readers.pdf.ruled.rules import Frame
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value

_BLANK = 0.36
"""Heights of a letter; words that are no further apart are one text."""
_WIDER, _SHOWN = 1.25, 2
"""Times the white between most words of a line that two texts stand apart at a border, and blanks that show it."""
PAST = 3.0
"""Points; a text that goes no further over a border has only run out of its column."""
_PANEL = 20.0
"""Points by which the heading of a panel is wider than a table in it."""
_WHITE = 2.4
"""Points of white between a rule and a shaded row under it that show that the row begins another table."""


@dataclass(slots=True)
class Chain:
    """Rules of one table, top to bottom. ``lines`` are those between its rules."""

    rules: list[Pieced]
    bands: list[list[Line]] = field(default_factory=list)
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    follows: bool = False
    """Another table stands over this one; ``followed``: under it."""
    followed: bool = False
    again: bool = False
    """The rules of the table over this one, parted from it by a heading or white paper, show the same columns."""
    painted: list[list[Fill]] = field(default_factory=list)
    """The painted cells between its rules, where these are the edges of such and not drawn."""

    def beside(self, other: Chain) -> bool:
        """Whether one of them stands left of the other."""
        return all(a.beside(b) for a in self.rules for b in other.rules)

    def borders(self) -> list[float]:
        """The places where pieces meet in any of the rules, left to right, without the table's own ends."""
        left, right = min(r.rule.start for r in self.rules), max(r.rule.end for r in self.rules)
        out: list[float] = []
        for x in sorted(x for r in self.rules for x in r.ends):
            if left + PIECE < x < right - PIECE and not (out and x - out[-1] <= SAME):
                out.append(x)
        return out


def chains_of(rules: list[Pieced], lines: list[Line], others: list[Frame], fills: list[Fill]) -> list[Chain]:
    """The tables that these rules make: a heading or white paper between two rows parts two of them."""
    rules, bands = _under_bands(*_banded(rules, lines))
    left, right = min(r.rule.start for r in rules), max(r.rule.end for r in rules)
    at = [r.rule.at for r in rules]
    bands[0] = _free(bands[0], others, float("-inf"), at[0])
    bands[-1] = _free(bands[-1], others, at[-1], float("inf"))
    whole = Chain(rules)
    borders = whole.borders()
    size = median([line.size for band in bands[1:-1] or bands for line in band] or [10.0])
    pads = [band[0].top - at[k] for k, band in enumerate(bands[1:-1]) if band]
    pad = median(pads) if pads else 0.0
    bars = [fill for fill in fills if _is_bar(fill, left, right)]
    out = [Chain(rules[:1], above=bands[0])]
    for k, band in enumerate(bands[1:-1]):
        parts = _parts(band, at[k], pad, size, borders) or _white(band, fills, at[k], at[k + 1], left)
        parts = parts or any(at[k] + 1 < bar.top and bar.bottom < at[k + 1] - 1 for bar in bars)
        heading = 0 if parts else _heading(band, bands[k], bands[k + 2], size, borders)
        if heading is not None or _blocked(others, at[k], at[k + 1], left, right):
            over = band[: heading or len(band)]
            out[-1].below = _free(over, others, at[k], at[k + 1])
            out.append(Chain([rules[k + 1]], above=_free(band[heading or 0 :], others, at[k], at[k + 1]), again=True))
        else:
            out[-1].rules.append(rules[k + 1])
            out[-1].bands.append(band)
    out[-1].below = bands[-1]
    for chain in out:
        first = chain.rules[0]
        if len(chain.rules) > 1 and first.whole and chain.rules[1].rule.at - first.rule.at > NEAR:
            chain.above = chain.bands.pop(0)  # the rule is that of a heading further up
            del chain.rules[0]
    return out


def _banded(rules: list[Pieced], lines: list[Line]) -> tuple[list[Pieced], list[list[Line]]]:
    """The rules with the lines over, between and under them; without a rule in one piece below others that has no text
    over it, or that is but the end of a painted label with no text under it."""
    while True:
        bands: list[list[Line]] = [[] for _ in range(len(rules) + 1)]
        at = [r.rule.at for r in rules]
        for line in lines:
            bands[bisect_right(at, line.base - 0.3 * line.size)].append(line)
        left = min(r.rule.start for r in rules)
        own = [
            r
            for r, (over, under) in zip(rules, pairwise(bands), strict=True)
            if not r.whole
            or ((over or r is rules[0]) and (r.drawn or r is rules[-1] or not _ends_label(r.rule, left, under)))
        ]
        if len(own) == len(rules) or not own:
            return rules, bands
        rules = own


def _under_bands(rules: list[Pieced], bands: list[list[Line]]) -> tuple[list[Pieced], list[list[Line]]]:
    """The same with a rule, which is not drawn, between a band and the row that stands with it between two: one bold
    text at the left over plain ones, some of them figures."""
    left, right = min(r.rule.start for r in rules), max(r.rule.end for r in rules)
    out_rules, out_bands = rules[:1], bands[:1]
    for rule, band in zip([*rules[1:], None], bands[1:], strict=True):
        if rule is not None and len(band) > 1 and _is_band(band, left):
            y = (band[0].bottom + band[1].top) / 2
            out_rules.append(Pieced(Rule(y, left, right), [left, right], drawn=False))
            out_bands.append(band[:1])
            band = band[1:]
        out_bands.append(band)
        out_rules += [rule] if rule is not None else []
    return out_rules, out_bands


def _is_band(band: list[Line], left: float) -> bool:
    first, *rest = band
    at_left = first.bold and len(cut(first, NEAR_GAP).runs) == 1 and first.x0 - left < _PANEL
    figures = any(is_value(run.text) for line in rest for run in cut(line, NEAR_GAP).runs[1:])
    return at_left and figures and not any(w.style.bold for line in rest for w in line.words)


def _ends_label(edge: Rule, left: float, under: list[Line]) -> bool:
    """Whether the edge of painted cells at the left of a table has no text under it: all that ends there is the paint
    of a label beside several rows, which may be cut within a row."""
    within = (w for line in under for w in line.words if edge.start - 1 < w.x0 < edge.end)
    return abs(edge.start - left) <= SAME and next(within, None) is None


def _free(lines: list[Line], others: list[Frame], top: float, bottom: float) -> list[Line]:
    """The lines nearest to the table that no other table stands before: they end where its rules are. One around it is
    a panel that it stands in."""
    for frame in others:
        low, high = _extent(frame)
        if (low < bottom < high and top == float("-inf")) or (low < top < high and bottom == float("inf")):
            continue
        if top == float("-inf") or (low > top and high < bottom):
            lines = [x for x in lines if not low - 1 <= x.base - 0.3 * x.size <= high + 1]
        if bottom == float("inf"):
            lines = [x for x in lines if x.base < low or low < top]
        elif top == float("-inf"):
            lines = [x for x in lines if x.base > high or low > bottom]
    return lines


def _extent(frame: Frame) -> tuple[float, float]:
    return min(v.start for v in frame.verticals), max(v.end for v in frame.verticals)


def _blocked(others: list[Frame], top: float, bottom: float, left: float, right: float) -> bool:
    """Whether another table stands between two rules."""
    for frame in others:
        low, high = _extent(frame)
        x0, x1 = min(v.at for v in frame.verticals), max(v.at for v in frame.verticals)
        if top < low and high < bottom and x0 < left + 30 and x1 > right - 30:
            return True
    return False


def _parts(band: list[Line], top: float, pad: float, size: float, borders: list[float]) -> bool:
    """Whether a heading or running text stands between two rules, so that another table begins below it."""
    if not band:
        return False
    first = band[0]
    if len(cut(first, NEAR_GAP).runs) > 1 or (borders and first.x0 > borders[0]):
        return False
    if first.bold and any(line.bold and line.size > 1.12 * size and line.x0 <= first.x0 + 1 for line in band[2:]):
        return True  # below a part of what stands above it, maybe
    if first.size > 1.12 * size:
        return True
    return first.top - top > pad + 0.6 * size and (first.bold or any(lies_over(first, x) for x in borders))


def _heading(band: list[Line], before: list[Line], after: list[Line], size: float, borders: list[float]) -> int | None:
    """Which line between two rules is a heading below the rows of one table, with the header of the next one below it:
    larger or bolder than what stands above it, apart from that, and followed by lines of several texts."""
    for n, line in enumerate(band):
        above = band[n - 1] if n else before[-1] if before else None
        if above is None or len(cut(line, NEAR_GAP).runs) > 1 or line.x0 > min(borders, default=0.0):
            continue
        last = n + 1 == len(band)  # then the header stands between rules of its own
        header = next(
            (below for below in (after if last else band[n + 1 :]) if len(cut(below, NEAR_GAP).runs) > 1), None
        )
        if header is None:
            break
        ends = after if last else band
        bold = line.bold and not above.bold and header.bold and ends[-1].bold  # else it is a band over rows
        larger = line.size > 1.12 * size and (header.bold or not last)
        if (larger or bold) and line.base - above.base > 1.6 * size:
            return n
    return None


def lies_over(line: Line, x: float) -> bool:
    """Whether a text of this line lies over the border."""
    limit = _BLANK * line.size
    end = start = line.words[0].x0
    for word in line.words:
        gap = word.x0 - end
        if gap > limit or (end <= x <= word.x0 and gap > _WIDER * _usual_blank(line, limit)):
            if start + PAST < x < end - PAST:
                return True
            start = word.x0
        end = word.x1
    return start + PAST < x < end - PAST


def _usual_blank(line: Line, limit: float) -> float:
    """The white between most words of the texts in a line; infinite where that does not show."""
    blanks = [gap for a, b in pairwise(line.words) if 0 < (gap := b.x0 - a.x1) <= limit]
    return median(blanks) if len(blanks) > _SHOWN else float("inf")


def _is_bar(fill: Fill, left: float, right: float) -> bool:
    """Whether a painted area reaches past the sides of a table, as the heading of another panel does."""
    wider = fill.x0 < left - _PANEL or right + _PANEL < fill.x1
    return wider and fill.colour != WHITE and fill.x0 <= left and right <= fill.x1


def _white(band: list[Line], fills: list[Fill], top: float, bottom: float, left: float) -> bool:
    """Whether the row between two rules is shaded down to the lower, but begins some way under the upper one."""
    if not band:
        return False
    least, most = top + _WHITE, band[0].top + 1
    return any(least < f.top < most and f.bottom > bottom - 2 and abs(f.x0 - left) < 3 for f in fills)
