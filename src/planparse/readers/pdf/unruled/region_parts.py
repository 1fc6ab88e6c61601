"""Regions fitted to what is beside them: their zone, the tables that stand in them or over them, another region."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.between import ends_with_heading
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line


def holds_all(region: Region, other: Region) -> bool:
    """Whether a region has all lines of another, and more over them."""
    own = {id(line) for line in region.lines}
    return region.lines[0].base < other.lines[0].base and all(id(line) in own for line in other.lines)


def in_zone(region: Region, top: float, bottom: float) -> Region:
    """The region without what lies over or under its zone."""
    if region.box is not None:
        x0, y0, x1, y1 = region.box
        region.box = (x0, max(y0, top), x1, min(y1, bottom))
        region.horizontals = [y for y in region.horizontals if top < y < bottom]
    return region


def between_tables(region: Region, tables: list[Table]) -> list[Region]:
    """The region, in parts where a table stands between its lines."""
    if region.box is None:
        return [region]
    x0, top, x1, bottom = region.box
    own = [t for t in tables if t.xs[0] < x1 and x0 < t.xs[-1]]
    parts = [[region.lines[0]]]
    for above, line in pairwise(region.lines):
        if any(above.base < t.ys[0] and t.ys[-1] < line.base for t in own):
            parts.append([])
        parts[-1].append(line)
    if len(parts) == 1:
        return [region]
    for rows in parts[:-1]:
        if ends_with_heading(rows, rows[-2].size if len(rows) > 1 else 0.0):
            rows.pop()  # of the table below
    out: list[Region] = []
    for n, lines in enumerate(parts):
        y0 = lines[0].top - 1 if n else top
        y1 = lines[-1].bottom + 1 if n < len(parts) - 1 else bottom
        level = [y for y in region.horizontals if y0 < y < y1]
        out.append(replace(region, lines=lines, box=(x0, y0, x1, y1), horizontals=level))
    return out


def keep_below(region: Region, first: Line, tables: list[Table]) -> None:
    """Lets a region begin below the tables that stand over its first line."""
    if region.box is None:
        return
    x0, top, x1, bottom = region.box
    ends = [t.ys[-1] for t in tables if t.ys[-1] < first.base and t.xs[0] < x1 and x0 < t.xs[-1]]
    if ends and max(ends) > top:
        top = min(max(ends), first.top - 1)
        region.box, region.horizontals = (x0, top, x1, bottom), [y for y in region.horizontals if y > top]
