"""Tables that are but the frame of titles in the header of another one."""

from __future__ import annotations

from planparse.readers.pdf.page import Fill, Page, Word
from planparse.readers.pdf.ruled.rules import MAX_RULES, lies_inside
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import make_lines

_FEW = 3
"""Borders of the rows of such a frame at most."""


def without_title_frames(page: Page, words: list[Word], ruled: list[Table]) -> tuple[list[Word], list[Table]]:
    """These words and tables of a page, without tables that are but the frame of titles in the header of another."""
    loose = [t for t in ruled if len(t.ys) <= _FEW and any(c.slab.open_top for c in t.cells) and not t.goes_on]
    if not loose or len(page.horizontals) > MAX_RULES:
        return words, ruled
    others = [t.bbox for t in ruled if t not in loose]
    every = words + [w for t in loose for c in t.cells for w in c.words]
    raw = [r for r in page.horizontals if not lies_inside(r, others)]
    regions = headed_regions(raw, make_lines(every), page.fills) if every else []
    within = [t for t in loose if any(_is_part(t, region) for region in regions)]
    known = [t.xs for t in ruled] + [[r.box[0], *r.columns, r.box[2]] for r in regions if r.box is not None]
    within += [t for t in loose if t not in within and any(_has_columns_of(t, xs) for xs in known)]
    within += [t for t in loose if t not in within and any(_is_on_band(t, fill) for fill in page.fills)]
    kept = [t for t in ruled if all(t is not own for own in within)]
    return words + [w for t in within for c in t.cells for w in c.words], kept


def _is_part(table: Table, region: Region) -> bool:
    """Whether a table is a part of a region, narrower than it."""
    x0, top, x1, bottom = table.bbox
    if region.box is None or x1 - x0 > 0.9 * (region.box[2] - region.box[0]):
        return False
    left, upper, right, lower = region.box
    return left - 4 < x0 and x1 < right + 4 and upper - 12 < top and bottom < lower


def _is_on_band(table: Table, fill: Fill) -> bool:
    """Whether a table is drawn on a painted band as high as it and wider."""
    x0, top, x1, bottom = table.bbox
    wider = x1 - x0 < 0.9 * (fill.x1 - fill.x0) and fill.x0 - 4 < x0 and x1 < fill.x1 + 4
    return wider and abs(top - fill.top) < 4 and abs(bottom - fill.bottom) < 4


def _has_columns_of(table: Table, xs: list[float]) -> bool:
    """Whether a table has only some of these columns: it is a part of their header at the page's end."""
    return len(table.xs) < len(xs) and all(any(abs(x - other) <= 4 for other in xs) for x in table.xs)
