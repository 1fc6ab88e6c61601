"""The table that stands beside a label, by itself."""

from __future__ import annotations

from planparse.model.provenance import BBox
from planparse.readers.pdf.labelled.gutter import INDENT, INSET, SAME
from planparse.readers.pdf.labelled.sides import Side
from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.ruled.tables import PAD, Borders, Table
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import entries
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region, ruled_regions
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_OVER = 0.34
"""Share of the lines that go on from the page before that may lie over its borders: notes do."""
_WIDE = 0.9
"""Share of the width beside a label that a rule between rows has."""


def found_before(side: Side, tables: list[Table]) -> Table | None:
    """That of these tables that holds all of the text beside a label and nothing else."""
    own = {id(w) for line in side.text for w in line.words}
    found = (t for t in tables if len(t.xs) > 2 and {id(w) for cell in t.cells for w in cell.words} == own)
    return next(found, None)


def nested_table(
    page: Page, lines: list[Line], box: BBox, rules: list[Rule], before: Borders | None, headers: Headers
) -> Table | None:
    """The table that these lines beside a label make, if any; ``before`` are the borders of the table that ended the
    page before, where they go on with it."""
    hints = hints_of(page, lines, _region(page, lines, box, rules))
    known = headers.columns(lines)
    if len(known) - 2 <= len(hints.verticals):
        known = ()
    if not known and before is not None:
        own = before[1:]
        over = sum(entries(line, own, spanning=True) is None and not _is_note(line, own) for line in lines)
        known = own if over <= _OVER * len(lines) else ()
    if known:
        hints.verticals, hints.complete = list(known[1:-1]), True
    table = aligned_table(lines, hints, NEAR_GAP)
    names = len(lines) == 1 and lines[0].bold and len(cut(lines[0], NEAR_GAP).runs) > 2  # all there is of a header yet
    return table if table is not None and (known or names or reason(table, True) is not None) else None


def _is_note(line: Line, borders: Borders) -> bool:
    """Whether a line is one text that begins with a column right of the first and goes on over further ones."""
    starts = any(abs(line.x0 - x - PAD) < SAME for x in borders[1:-1])
    return starts and len(cut(line, NEAR_GAP).runs) == 1 and line.x1 < borders[-1] + 1


def is_rest_in_column(lines: list[Line], borders: Borders) -> bool:
    """Whether these lines are one text, all in a column right of the first: the rest of a row that the page's end tore,
    of which nothing else is left."""
    x0 = lines[0].x0
    if any(abs(line.x0 - x0) >= SAME or len(cut(line, NEAR_GAP).runs) > 1 for line in lines):
        return False
    return any(x - 1 < x0 < x + INSET for x in borders[1:-1])


def _region(page: Page, lines: list[Line], box: BBox, rules: list[Rule]) -> Region:
    """The lines beside a label as the region of a table, with the rules and columns that are drawn there."""
    x0, top, x1, bottom = box
    own = [r for r in rules if top - 1 < r.at < bottom + 1 and r.start > x0 - INSET]
    raw = [r for r in page.horizontals if top - 1 < r.at < bottom + 1 and r.start > x0 - INSET]
    for region in headed_regions(raw, lines, page.fills):
        if 2 * len(region.lines) > len(lines):
            return Region(lines, box, region.horizontals, False, region.columns, region.titles)
    beside: list[Rule] = []
    for region in ruled_regions(own, lines):
        if 2 * len(region.lines) > len(lines):
            beside = region.beside
    wide = x0 + _WIDE * (x1 - x0)
    level = [r.at for r in rules if top + 1 < r.at < bottom - 1 and r.start < x0 + INSET and r.end > wide]
    return Region(lines, box, level, beside=beside)


def fit(table: Table, box: BBox, text: float | None = None) -> None:
    """Makes a table as high as the row that it stands in, and as wide, but where it is far narrower; where nothing
    draws its columns they are where the next page looks for them. ``text`` is where texts beside labels begin."""
    xs, ys = list(table.borders), list(table.ys)
    xs[0] = box[0] if any(abs(xs[0] - x) < INSET for x in (box[0], text or box[0])) else xs[0]
    xs[-1] = box[2] if abs(xs[-1] - box[2]) < INDENT else xs[-1]
    ys[0], ys[-1] = box[1], box[3]
    table.xs, table.ys = xs, ys
    for cell in table.cells:
        slab = cell.slab
        cell.box = (xs[slab.col], ys[slab.row], xs[slab.col + slab.col_span], ys[slab.row + slab.row_span])


def add_cells(table: Table, horizontals: list[Rule], verticals: list[Rule]) -> None:
    """Adds the rules that the cells of a table stand for."""
    for cell in table.cells:
        x0, y0, x1, y1 = cell.box
        horizontals += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        verticals += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
