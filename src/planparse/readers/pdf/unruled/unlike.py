"""A region between two far rules that holds tables of other columns: parted where the white columns change."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.unruled.free import free_regions
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.runs import FREE_GAP, Span, cut, white_columns


def parts(region: Region) -> list[Region]:
    """The region as it is, or the tables that stand in it one below the other."""
    zones = list(free_regions(region.lines))
    if len(zones) < 2 or region.columns or region.beside:
        return [region]
    gaps = [_gaps(zone) for zone in zones]
    alike = any(a < d and c < b for one, two in itertools.pairwise(gaps) for a, b in one for c, d in two)
    if alike:
        return [region]
    if region.horizontals:
        return _with_rules(region, zones)
    return zones


def _with_rules(region: Region, zones: list[Region]) -> list[Region]:
    """The tables with the rules that stand in them; none where most rules are between rows."""
    within = [[y for y in region.horizontals if z.lines[0].top < y < z.lines[-1].bottom] for z in zones]
    if sum(map(len, within)) > len(zones):
        return [region]
    for zone, own in zip(zones, within, strict=True):
        zone.horizontals = own
    return zones


def _gaps(region: Region) -> list[Span]:
    rows = [cut(line, FREE_GAP) for line in region.lines]
    return white_columns([[(run.x0, run.x1) for run in row.runs] for row in rows], 0.6 * rows[0].line.size)
