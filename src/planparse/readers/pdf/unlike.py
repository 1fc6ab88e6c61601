"""A region between two far rules that holds tables of other columns: parted where the white columns change."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.free import free_regions
from planparse.readers.pdf.regions import FREE_GAP, Region
from planparse.readers.pdf.runs import Span, cut, white_columns


def parts(region: Region) -> list[Region]:
    """The region as it is, or the tables that stand in it one below the other."""
    if region.horizontals:
        return [region]
    zones = free_regions(region.lines)
    if len(zones) < 2:
        return [region]
    gaps = [_gaps(zone) for zone in zones]
    alike = any(a < d and c < b for one, two in itertools.pairwise(gaps) for a, b in one for c, d in two)
    return [region] if alike else zones


def _gaps(region: Region) -> list[Span]:
    rows = [cut(line, FREE_GAP) for line in region.lines]
    return white_columns([[(run.x0, run.x1) for run in row.runs] for row in rows], 0.6 * rows[0].line.size)
