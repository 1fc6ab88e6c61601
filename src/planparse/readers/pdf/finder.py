"""All tables of a page: ruled ones first, then those between rules or bands, then those of aligned words alone."""

from __future__ import annotations

from dataclasses import replace

from planparse.model.provenance import BBox
from planparse.readers.pdf.labelled.blocks import framed_block, labelled_blocks, learn_labels
from planparse.readers.pdf.labelled.inner_rows import with_inner
from planparse.readers.pdf.labelled.painted import painted_labels
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.paragraphs.panels import Zone, lists_at_end, zones
from planparse.readers.pdf.paragraphs.reading_order import Group, reading_groups
from planparse.readers.pdf.paragraphs.text_columns import LEAST, text_columns
from planparse.readers.pdf.ruled.bands import take_last_bands, with_names_over, with_whole_bands
from planparse.readers.pdf.ruled.bar_charts import take_bar_charts
from planparse.readers.pdf.ruled.beyond import with_beyond
from planparse.readers.pdf.ruled.drawn_heads import with_drawn_heads
from planparse.readers.pdf.ruled.finer import divided, finer
from planparse.readers.pdf.ruled.first_column import with_first_column
from planparse.readers.pdf.ruled.inner_columns import with_inner_columns
from planparse.readers.pdf.ruled.inset import with_inset
from planparse.readers.pdf.ruled.label_texts import with_label_texts
from planparse.readers.pdf.ruled.rest_above import with_rest_apart
from planparse.readers.pdf.ruled.ruled_over import without_headless
from planparse.readers.pdf.ruled.rules import MAX_RULES, lies_inside
from planparse.readers.pdf.ruled.status_cells import with_status_cells
from planparse.readers.pdf.ruled.tables import Borders, Table, ruled_tables
from planparse.readers.pdf.ruled.unseen import (
    with_blank_labels,
    with_even_labels,
    with_labels,
    with_unseen,
    without_open_end,
)
from planparse.readers.pdf.ruled.value_rows import with_values
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.banded import join_bands
from planparse.readers.pdf.unruled.bottom_rows import bottom_regions
from planparse.readers.pdf.unruled.carried import band_styles, clear_of, following_lines
from planparse.readers.pdf.unruled.coded_rows import coded_lines
from planparse.readers.pdf.unruled.free import are_header_and_rest, free_regions
from planparse.readers.pdf.unruled.goes_on import begin_with_tail, carried, carry_on, put_tail
from planparse.readers.pdf.unruled.grid_heads import as_rows, grid_over, joined
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.judge import is_bare, reason
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.painted_heads import painted_regions
from planparse.readers.pdf.unruled.region_parts import between_tables, holds_all, in_zone, keep_below
from planparse.readers.pdf.unruled.regions import Region, level_rules, ruled_regions
from planparse.readers.pdf.unruled.sections import sections
from planparse.readers.pdf.unruled.striped import striped_regions
from planparse.readers.pdf.unruled.strips import strips
from planparse.readers.pdf.unruled.title_frames import without_title_frames
from planparse.readers.pdf.unruled.titles import with_titles
from planparse.readers.pdf.unruled.unlike import parts
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import FREE_GAP, NEAR_GAP
from planparse.readers.pdf.words.sideways import level_headers

_FEW = 3
"""Rows; as many may come about between the lines of a chart."""
_TOP = 0.35
"""Share of the page's height above which a table of the page before goes on."""
_FIRST = 0.25
"""The same for the first row of such a table."""
_OVER = 4.0
"""Points by which a rule between rows may be shorter than they."""
_LARGE = 1.12
"""Times the size of a header; a heading over it is larger."""


def find_tables(
    page: Page,
    words: list[Word],
    before: Borders | None = None,
    most: int | None = None,
    loose: bool = True,
    headers: Headers | None = None,
) -> tuple[list[Group], list[Word]]:
    """The tables of a page and the lines of text that stand in none of them, in reading order.

    Beside them the words outside of tables that do not run level. Raises ``LimitExceeded`` for a ruled table of more
    than ``most`` slots. ``before`` are the borders of the table that ended the page before; ``loose`` says that it may
    go on in rows that are not drawn; ``headers`` are those met so far, to which this page's are added.
    """
    headers = headers or Headers()
    if not page.level:
        words = level_headers(words)
    take_bar_charts(page)
    ruled, outside = ruled_tables(page, words, before, most, loose)
    ruled = [with_inset(with_whole_bands(table)) for table in with_drawn_heads(ruled)]
    loose_words = len(outside) + sum(len(cell.words) for t in ruled if t.settled for cell in t.cells)
    parts, gutter = text_columns(page, words, headers.gutter) if page.level and loose_words >= LEAST else ([], None)
    headers.gutter = gutter or headers.gutter
    if not parts:
        return _among(page, ruled, outside, before, most, loose, headers)
    groups: list[Group] = []
    for part in parts:
        ruled, outside = ruled_tables(part.page, part.words, before, most, loose)
        ruled = [with_inset(with_whole_bands(table)) for table in with_drawn_heads(ruled)]
        groups += _among(part.page, ruled, outside, before, most, loose, headers)[0]
        page.crowded = page.crowded or part.page.crowded
        before = None
    return groups, []


def _among(
    page: Page,
    ruled: list[Table],
    outside: list[Word],
    before: Borders | None,
    most: int | None,
    loose: bool,
    headers: Headers,
) -> tuple[list[Group], list[Word]]:
    """The ruled tables, made finer, and the others that stand in the words outside of them."""
    if ruled:
        ruled, outside = without_headless(ruled, outside, page)
    if outside:
        for n, table in enumerate(ruled):
            ruled[n], outside = with_first_column(table, outside)
    first = min(range(len(ruled)), key=lambda n: ruled[n].ys[0], default=-1)
    if before is not None and outside and first >= 0 and ruled[first].ys[0] < _TOP * page.height:
        ruled[first], outside = with_labels(ruled[first], outside, before)
    if outside:
        for n, table in enumerate(ruled):
            ruled[n], outside = with_names_over(table, page.fills, outside)
            ruled[n], outside = with_beyond(ruled[n], outside)
    turned = [w for w in outside if w.style.angle]
    if turned:
        outside = [w for w in outside if not w.style.angle]
    ruled = [with_inner_columns(with_label_texts(table)) for table in ruled]
    ruled = [with_values(with_even_labels(without_open_end(table, page.horizontals))) for table in ruled]
    tables = [
        framed_block(page, table, before, headers, most)
        or with_titles(
            finer(page, with_inner(page, with_unseen(with_status_cells(table, page.fills)), headers), headers)
        )
        for table in ruled
    ]
    for n, table in enumerate(tables) if outside else ():
        if len(table.xs) > len(ruled[n].xs):  # its columns are known now
            tables[n], outside = with_names_over(table, page.fills, outside)
    if before is not None and first >= 0 and tables[first].ys[0] < _TOP * page.height:
        tables[first] = with_blank_labels(with_rest_apart(tables[first]), before)
    known, last = [tuple(t.xs) for t in tables if len(t.xs) > 2], [before] if before else []
    tables = [
        with_titles(divided(t, last + known if t.goes_on else known + last))
        if len(t.xs) == 2 and len(t.ys) <= _FEW
        else t
        for t in tables
    ]
    if page.fills and outside:
        labelled, outside = painted_labels(page, outside, tables, before, most)
        tables += labelled
    for table in tables:
        if table.settled:
            headers.learn_drawn(table)
    groups: list[Group] = []
    parted = zones(page, outside, tables, headers.lists)
    headers.lists = lists_at_end(parted, page)
    for zone in parted:
        found = _groups(page, zone, before if loose and not groups else None, headers, most)
        for group in found if zone.side is not None else ():
            group.side = zone.side
        groups += found
    take_last_bands(page, groups)
    for group in groups:
        for table in group.tables:
            if table.settled:
                learn_labels(table, headers)
    return groups, turned


def _groups(page: Page, zone: Zone, before: Borders | None, headers: Headers, most: int | None) -> list[Group]:
    """What stands in a zone, in reading order, with the tables that no rules cross."""
    words, tables = without_title_frames(page, zone.words, zone.tables)
    lines = zone.lines if zone.lines is not None and words is zone.words else make_lines(words) if words else []
    lines = labelled_blocks(page, lines, tables, before, headers, most)
    if len(lines) < (2 if before is None else 1):
        group = Group(lines, tables)
        join_bands(group, page.horizontals, headers)
        return [group]
    if lines[0].top > _TOP * page.height:
        before = None
    boxes = [t.bbox for t in tables]
    top, bottom = zone.extent
    raw = [r for r in page.horizontals if not lies_inside(r, boxes)]
    rules = [r for r in level_rules(raw, page.fills) if top <= r.at <= bottom and not lies_inside(r, boxes)]
    rules = rules if len(rules) <= MAX_RULES else []
    painted = painted_regions(page.fills, lines, rules, headers if before is not None else None) if page.fills else []
    for whole in headed_regions(raw, lines, page.fills, before):
        if any(holds_all(region, whole) for region in painted):
            continue  # but for the header
        for region in between_tables(whole, tables):
            lines = _take(page, region, lines, tables, before, headers, drawn=True)
    striped = striped_regions(page.fills, lines) if page.fills else []
    for region in (*painted, *striped, *bottom_regions(lines, rules)):
        lines = _take(page, region, lines, tables, before, headers, drawn=True)
    if len(tables) > len(boxes):
        boxes = [t.bbox for t in tables]
        rules = [r for r in rules if not lies_inside(r, boxes)]
    regions = [in_zone(region, *zone.extent) for region in ruled_regions(rules, lines)]
    if before is not None and regions:
        begin_with_tail(min(regions, key=lambda r: r.lines[0].top), lines, before, rules)
    for whole in regions:
        for region in between_tables(whole, tables):
            found = parts(region)
            for part in found:
                lines = _take(page, part, lines, tables, before, headers, drawn=len(found) == 1)
    groups = reading_groups(lines, tables)
    for group in groups:
        own = carried(group, before, rules, headers) if before is not None and group is groups[0] else []
        apart = own and (_begins_section(own[0], group.lines, headers) or are_header_and_rest(own, headers))
        own = [] if apart else own
        chosen = {id(line) for line in own}
        for region in free_regions(group.lines, headers):
            if not all(id(line) in chosen for line in region.lines):
                group.lines = _take(page, region, group.lines, group.tables, before, headers, drawn=False)
        for own_lines, strip in strips([line for line in group.lines if id(line) not in chosen]):
            group.lines = [line for line in group.lines if all(line is not other for other in own_lines)]
            group.tables.append(strip)
        if before is not None and group is groups[0]:
            put_tail(group, before)
            if carry_on(page, group, before, rules, headers):
                put_tail(group, before)
        join_bands(group, page.horizontals, headers, before if group is groups[0] else None)
    return groups


def _begins_section(line: Line, lines: list[Line], headers: Headers) -> bool:
    """Whether a line is a known header with a heading over it: no rows go on above it."""
    above = [other for other in lines if other.base < line.base]
    return line.bold and headers.know(line) and bool(above) and above[-1].size > _LARGE * line.size


def _take(
    page: Page,
    region: Region,
    lines: list[Line],
    tables: list[Table],
    before: Borders | None,
    headers: Headers,
    *,
    drawn: bool,
) -> list[Line]:
    """Adds the region's table, where it is one; gives back the lines that are left."""
    chosen = {id(line) for line in region.lines}
    own = [line for line in lines if id(line) in chosen]
    if not own or (len(own) < 2 and not region.header_alone):
        return lines
    keep_below(region, own[0], tables)
    pictured = any(_overlap(own, drawing) for drawing in page.drawings)
    if pictured and not drawn:
        return lines
    goes_on = before is not None and own[0].top < _FIRST * page.height
    over = grid_over(own, lines, tables, goes_on=goes_on) if tables and not region.columns else None
    if over is not None:
        own = [*over[1], *own]
        chosen.update(id(line) for line in over[1])
    hints = hints_of(page, own, region)
    hints.before = before if before is not None and goes_on else hints.before
    if over is not None:
        as_rows(hints, over[0], own)
    known = headers.columns(own, goes_on=goes_on) if not hints.verticals else ()
    if known:
        hints.verticals, hints.complete, hints.met = clear_of(own, known), True, bool(hints.titles)
        hints.titles += headers.titles(own[0])
        hints.box = hints.box or (known[0], own[0].top - 1, known[-1], own[-1].bottom + 1)
    table = aligned_table(own, hints, NEAR_GAP if drawn or known else FREE_GAP)
    why = reason(table, drawn or bool(known)) if table else None
    if table is not None and region.header_alone:
        why = "a header at the page's end"
    if table is not None and region.rest_alone:
        why = "the rest of a torn row under a known header"
    if (
        table is None
        or why is None
        or (len(table.ys) <= _FEW + 1 and (pictured or (before is None and is_bare(table))))
    ):
        return lines
    table.evidence.append((region.told or ("between rules or bands: " if drawn else "no lines: ")) + why)
    if region.open_bottom:
        for cell in table.cells:
            cell.slab.open_bottom = cell.slab.row + cell.slab.row_span == len(table.ys) - 1
    table, more = _with_following(page, region, table, own, lines, tables)
    if region.header_alone and not region.columns and not more:
        return lines
    if over is not None:
        table = joined(over[0], table)
        tables[:] = [t for t in tables if t is not over[0]]
    headers.learn(own[0], table)
    chosen.update(id(line) for line in more)
    found, headings = sections(table)
    tables += found
    return sorted([*(line for line in lines if id(line) not in chosen), *headings], key=lambda line: line.base)


def _with_following(
    page: Page, region: Region, table: Table, own: list[Line], lines: list[Line], tables: list[Table]
) -> tuple[Table, list[Line]]:
    """The table with the rows below it that go on with it, and their lines."""
    last = own[-1]
    end = min([t.ys[0] for t in tables if t.ys[0] > last.base], default=page.height)
    header = own[0].text
    end = min([line.base for line in lines if line.base > last.base and line.text == header], default=end)
    below = [line for line in lines if last.base < line.base < end]
    borders = table.borders
    bands = band_styles(table)
    more: list[Line] = []
    while found := (
        following_lines(below, (more or own)[-1], borders, bands) or coded_lines(below, (more or own)[-1], table)
    ):
        more += found
        below = below[len(found) :]
    if not more:
        return table, []
    x0, top, x1, _ = table.bbox
    rules = [r.at for r in page.horizontals if r.start < x0 + _OVER and r.end > x1 - _OVER]
    level = sorted({*region.horizontals, *(y for y in rules if last.base < y < more[-1].base)})
    whole = replace(region, lines=own + more, box=(x0, top, x1, more[-1].bottom + 1), horizontals=level)
    hints = hints_of(page, whole.lines, whole)
    hints.verticals = list(borders[1:-1])
    longer = aligned_table(whole.lines, hints, NEAR_GAP)
    if longer is None or len(longer.xs) != len(table.xs):
        return table, []
    longer.soft, longer.evidence = table.soft, [*table.evidence, "rows below it in the same columns"]
    return longer, more


def _overlap(lines: list[Line], box: BBox) -> bool:
    """Whether most of these lines stand in a drawing, such as a chart."""
    inside = [
        line
        for line in lines
        if box[0] - 5 <= (line.x0 + line.x1) / 2 <= box[2] + 5 and box[1] - 20 <= line.base <= box[3] + 20
    ]
    return len(inside) > 0.5 * len(lines)
