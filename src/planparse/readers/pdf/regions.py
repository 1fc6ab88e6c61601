"""Where tables without a full frame may stand: between rules or fills of equal width, or in aligned lines."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from planparse.model.provenance import BBox
from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.page import Fill, Rule
from planparse.readers.pdf.rules import REACH, join_rules
from planparse.readers.pdf.runs import Row, Span, cut, has_leader

NEAR_GAP = 0.8
"""Least gap between two runs, in heights of a letter, where rules say that there is a table."""
FREE_GAP = 1.2
"""The same where nothing but the words says so."""


_Band = tuple[Rule, Rule, list[Line], bool]
"""Upper and lower rule, the lines between them, and whether they have several runs."""


@dataclass(slots=True)
class Region:
    """Lines that may be a table. ``box`` is known where rules or fills bound it."""

    lines: list[Line]
    box: BBox | None
    horizontals: list[float]
    open_bottom: bool = False
    """The last row has no rule below it."""


def level_rules(horizontals: list[Rule], fills: list[Fill]) -> list[Rule]:
    """Horizontal rules, with the upper and lower edges of shaded bands among them."""
    edges = list(horizontals)
    for fill in fills:
        if fill.colour != "#ffffff" and fill.bottom - fill.top < 150:
            edges.append(Rule(fill.top, fill.x0, fill.x1))
            edges.append(Rule(fill.bottom, fill.x0, fill.x1))
    return [r for r in join_rules(edges) if r.end - r.start > 40]


def ruled_regions(rules: list[Rule], lines: list[Line]) -> list[Region]:
    """Regions between horizontal rules of equal extent that have lines of several runs between them."""
    regions: list[Region] = []
    left = list(rules)
    while left:
        first = left.pop(0)
        chain = [first]
        for rule in list(left):
            if abs(rule.start - first.start) <= 6 and abs(rule.end - first.end) <= 6:
                chain.append(rule)
                left.remove(rule)
        if len(chain) > 1:
            regions.extend(_chain_regions(chain, lines))
    return regions


def _chain_regions(chain: list[Rule], lines: list[Line]) -> list[Region]:
    x0, x1 = min(r.start for r in chain), max(r.end for r in chain)
    inside = [line for line in lines if x0 - 4 <= (line.x0 + line.x1) / 2 <= x1 + 4]
    bands: list[_Band] = []
    for above, below in itertools.pairwise(chain):
        own = [line for line in inside if above.at - 1 <= line.base - 0.3 * line.size <= below.at + 1]
        several = sum(1 for line in own if len(cut(line, NEAR_GAP).runs) > 1 and not has_leader(line))
        bands.append((above, below, own, several > 0 and several >= 0.3 * len(own)))
    for n in range(len(bands) - 2, -1, -1):
        above, below, own, tabular = bands[n]
        if not tabular and bands[n + 1][3] and len(own) == 1 and own[0].x0 > x0 + 0.2 * (x1 - x0):
            bands[n] = (above, below, own, True)  # a header that spans the columns below it
    out: list[Region] = []
    current: list[_Band] = []
    for band in [*bands, None]:
        if band is not None and (band[3] or (current and _is_band_row(band, bands))):
            current.append(band)
            continue
        while current and not current[-1][3]:
            current.pop()
        if current:
            found = [line for b in current for line in b[2]]
            box = (x0, current[0][0].at, x1, current[-1][1].at)
            region = Region(found, box, [b[1].at for b in current[:-1]])
            if current[-1][1] is chain[-1]:
                _lengthen(region, [line for line in inside if line.base > chain[-1].at], chain[-1].at)
            out.append(region)
        current = []
    return out


def _is_band_row(band: _Band, bands: list[_Band]) -> bool:
    """Whether a band without several runs is a row of the table, not a heading between two tables."""
    above, below, own, _ = band
    if not own:
        return below.at - above.at < 2 * REACH
    rows = [b for b in bands if b[3]]
    size = max(line.size for b in rows for line in b[2])
    height = min(b[1].at - b[0].at for b in rows)
    if max(line.size for line in own) > 1.08 * size or below.at - above.at > (0.7 + 0.8 * len(own)) * height:
        return False
    return len(own) == 1 or (len(own) <= 3 and not all(line.bold for line in own))


def _lengthen(region: Region, below: list[Line], last: float) -> None:
    """Takes in the lines below the last rule that go on in several runs: rows whose rule the page's end cut off."""
    assert region.box is not None
    taken: list[Line] = []
    bottom = last
    for line in below:
        several = len(cut(line, NEAR_GAP).runs) > 1 and not has_leader(line)
        if line.top - bottom > 0.9 * line.size or not (several or taken):
            break
        taken.append(line)
        bottom = line.bottom
    while taken and len(taken) > 1 and _is_prose(taken[-1], region.box):
        taken.pop()
    if taken:
        region.lines = region.lines + taken
        region.horizontals = [*region.horizontals, last]
        region.box = (*region.box[:3], taken[-1].bottom + 1)
        region.open_bottom = True


def _is_prose(line: Line, box: BBox) -> bool:
    """Whether a line runs over most of the width without a gap."""
    return len(cut(line, NEAR_GAP).runs) == 1 and line.x1 - line.x0 > 0.7 * (box[2] - box[0])


def free_regions(lines: list[Line]) -> list[Region]:
    """Runs of lines that leave at least one white column free between their words."""
    out: list[Region] = []
    zone: list[Row] = []
    free: list[Span] = []
    for line in lines:
        row = cut(line, FREE_GAP)
        if has_leader(line):
            row = Row(line, row.runs[:1])
            _close(zone, out)
            zone, free = [], []
            continue
        if zone:
            apart = line.base - zone[-1].line.base > 3.2 * max(line.size, zone[-1].line.size)
            kept = [] if apart else _left_free(free, row)
            if kept:
                zone.append(row)
                free = kept
                continue
            _close(zone, out)
            zone, free = [], []
        if len(row.runs) > 1:
            zone = [row]
            free = [(a.x1, b.x0) for a, b in zip(row.runs, row.runs[1:], strict=False)]
    _close(zone, out)
    return out


def _left_free(free: list[Span], row: Row) -> list[Span]:
    """What of the white columns this line leaves white, where it has words on both sides or on one."""
    least = 0.6 * row.line.size
    out: list[Span] = []
    for a, b in free:
        cuts = [(max(a, run.x0), min(b, run.x1)) for run in row.runs if run.x1 > a and run.x0 < b]
        at = a
        for c, d in sorted(cuts):
            if c - at >= least:
                out.append((at, c))
            at = max(at, d)
        if b - at >= least:
            out.append((at, b))
    return out


def _close(zone: list[Row], out: list[Region]) -> None:
    while zone and len(zone[-1].runs) < 2 and not _ends_row(zone):
        zone.pop()
    if sum(1 for row in zone if len(row.runs) > 1) >= 3:
        out.append(Region([row.line for row in zone], None, []))


def _ends_row(zone: list[Row]) -> bool:
    """Whether the last line, of one run, is the wrapped end of the row above it."""
    if len(zone) < 2:
        return False
    above, line = zone[-2].line, zone[-1].line
    if line.base - above.base > 1.35 * line.size or len(zone[-2].runs) < 2:
        return False
    left = min(row.line.x0 for row in zone)
    return line.x0 > left + 2 * line.size or line.words[0].text[0].islower()
