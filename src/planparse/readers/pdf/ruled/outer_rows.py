"""Rows of a table that stand over its first rule or under its last one."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise, takewhile
from math import inf
from statistics import median

from planparse.readers.pdf.page import WHITE, Fill, Page
from planparse.readers.pdf.ruled.chains import Chain, lies_over
from planparse.readers.pdf.ruled.pieced import PIECE, SAME
from planparse.readers.pdf.ruled.rules import SNAP
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

FOOT = 2
"""Lines that the foot of a page may have."""
_STEP = 2.2
"""Heights of a letter between two rows."""
_LOW = 0.8
"""Share of the page above a row that the page's end tears."""
_LEFT = 4
"""Heights of a letter under what is left of a torn row."""


def row_above(chain: Chain, borders: list[float], goes_on: bool) -> list[Line]:
    """The lines of a row that stands on the first rule and has none above it."""
    rule = chain.rules[0].rule
    pads = [below.rule.at - band[-1].bottom for below, band in zip(chain.rules[1:], chain.bands, strict=True) if band]
    step = _STEP if goes_on else 1.5
    apart = pitch(chain) + 1
    out: list[Line] = []
    for line in reversed(chain.above):
        far = out[0].base - line.base if out else rule.at - line.bottom
        most = step * line.size if out else max([line.size, *pads]) + 2
        if out and line.bold and out[0].bold and len(cut(line, NEAR_GAP).runs) > 1 + (line.x0 < borders[0]):
            most = max(most, apart)  # a header of two rows
        if goes_on and not out and is_rest([line]):
            most = _LEFT * line.size  # the cell that makes the row high may have ended on the page before
        if far > most or not _in_row(line, chain, borders):
            break
        out.insert(0, line)
    return out if len(columns_with_text(out, borders)) > 1 or goes_on or _heads(out, chain) else []


def pitch(chain: Chain) -> float:
    """The distance of two rows of one line each; 0 where it does not show."""
    bands = zip(pairwise([rule.rule.at for rule in chain.rules]), chain.bands, strict=True)
    steps = [bottom - top - (band[-1].base - band[0].base) for (top, bottom), band in bands if band]
    return min(steps, default=0.0)


def _heads(lines: list[Line], chain: Chain) -> bool:
    """Whether this stands on a first rule that begins within the table: a header over some of the columns."""
    first, start = chain.rules[0].rule, min(r.rule.start for r in chain.rules)
    return first.start - start > PIECE and all(line.x0 > first.start - SAME for line in lines)


def row_below(chain: Chain, borders: list[float], page: Page) -> list[Line]:
    """The lines of a row that begins under the last rule and has none below it: the page's end cut it off."""
    rule = chain.rules[-1].rule
    pads = [band[0].top - above.rule.at for above, band in zip(chain.rules, chain.bands, strict=False) if band]
    if not pads and chain.above:  # under a header alone as much white as over its rule
        pads = [min(rule.at - chain.above[-1].bottom, chain.above[-1].size)]
    end = _end_below(chain, page)
    centred = chain.painted and not chain.followed and rule.at > _LOW * page.height
    white = 1.0 if centred else 0.5  # a torn row stands in the middle of what is left of it
    for step in (_STEP, 1.5):  # a list may have gaps between its items
        apart = pitch(chain) + 0.5 if step < _STEP else 0.0
        out: list[Line] = []
        for line in takewhile(lambda line: line.base < end, chain.below):
            far = line.base - out[-1].base if out else line.top - rule.at
            if far > (max(step * line.size, apart) if out else max([white * line.size, *pads]) + 1.5):
                break
            if not _in_row(line, chain, borders):
                break
            out.append(line)
        if page.fills and _are_painted_apart(out, page.fills):
            return []
        if out and (ends_page(chain, len(out), page) or (step == 1.5 and len(columns_with_text(out, borders)) > 1)):
            return out
    return []


def _end_below(chain: Chain, page: Page) -> float:
    """Where the first drawn rule below the last one lies that is as wide as the table, or wider: it ends that row."""
    last = chain.rules[-1].rule
    left, right = min(r.rule.start for r in chain.rules) + PIECE, max(r.rule.end for r in chain.rules) - PIECE
    below = (r.at for r in page.horizontals if r.at > last.at + SNAP and r.start < left and right < r.end)
    return min(below, default=inf)


def _are_painted_apart(lines: list[Line], fills: list[Fill]) -> bool:
    """Whether two painted cells with texts of these lines stand one under the other: they are those of several rows."""
    seen: dict[tuple[int, int], Fill] = {}
    for line in lines:
        for word in line.words:
            for fill in fills:
                if (
                    fill.top < word.base < fill.bottom
                    and fill.x0 < word.x0
                    and word.x1 < fill.x1
                    and fill.colour != WHITE
                ):
                    above = seen.setdefault((round(fill.x0), round(fill.x1)), fill)
                    if fill.top > above.bottom - 1:
                        return True
    return False


def ends_page(chain: Chain, taken: int, page: Page) -> bool:
    """Whether the page ends with the first lines under the last rule, but for its foot."""
    if chain.followed:
        return False
    return chain.rules[-1].rule.at > 0.5 * page.height and len(chain.below) - taken <= FOOT


def _in_row(line: Line, chain: Chain, borders: list[float]) -> bool:
    """Whether the line may be one of a row: no larger than the others, and no heading or running text."""
    size = median([line.size for band in chain.bands for line in band] or [line.size])
    if line.size > 1.12 * size:
        return False
    return len(cut(line, NEAR_GAP).runs) > 1 or line.x0 > borders[0] or not any(lies_over(line, x) for x in borders)


def go_on(below: list[Line], row: list[Line], borders: list[float]) -> bool:
    """Whether another row follows close under the first one below the rule."""
    if not row or len(below) <= len(row):
        return False
    last, line = row[-1], below[len(row)]
    return line.top - last.bottom < _STEP * line.size and len(columns_with_text([line], borders)) > 1


def is_rest(row: list[Line]) -> bool:
    """Whether this may be what is left of a row torn by the page's end: the first line goes on with a text."""
    return bool(row) and any(run.text[0].islower() for run in cut(row[0], NEAR_GAP).runs)


def columns_with_text(lines: list[Line], borders: list[float]) -> set[int]:
    """The columns in which words stand."""
    return {bisect_right(borders, (w.x0 + w.x1) / 2) for line in lines for w in line.words}
