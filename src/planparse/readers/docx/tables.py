"""Tables: one walk over rows and cells gives a Grid.

Spans are those of the file (``gridSpan``, ``vMerge``, the older ``hMerge``,
``gridBefore``); a row may be shorter than the others. A cell whose span cannot
be read spans one slot, and that is noted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planparse.model.document import Block, Cell, Grid
from planparse.model.provenance import Place
from planparse.readers.docx.columns import Columns, at_border, columns
from planparse.readers.docx.names import (
    TBLPR,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    W,
    child_value,
    leading,
    number,
    switched,
)
from planparse.readers.docx.revisions import CELL_MERGE, change
from planparse.readers.docx.runs import all_text
from planparse.readers.docx.scope import Scope
from planparse.readers.docx.styles import TableLook, fill_of, shade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planparse.readers.docx.story import Story

_GRID_SPAN, _H_MERGE, _V_MERGE, _SHADE = W + "gridSpan", W + "hMerge", W + "vMerge", W + "shd"
_LOOK_FIRST_ROW = 0x0020


@dataclass(slots=True)
class Draft:
    """A cell while its table is read."""

    row: int
    col: int
    col_span: int
    place: Place
    is_header: bool
    row_span: int = 1
    blocks: tuple[Block, ...] = ()
    tables: tuple[Grid, ...] = ()
    marks: tuple[str, ...] = ()
    fill: str | None = None

    def done(self) -> Cell:
        return Cell(
            self.row,
            self.col,
            self.row_span,
            self.col_span,
            self.blocks,
            (self.place,),
            self.is_header,
            self.fill,
            tables=self.tables,
            marks=self.marks,
        )


@dataclass(slots=True)
class Sheet:
    """A table while it is read: the cells so far and the vertical merges that are open."""

    table: int
    look: TableLook
    columns: Columns | None
    drafts: list[Draft] = field(default_factory=list)
    n_rows: int = 0
    header_rows: int = 0
    has_gaps: bool = False
    """Rows are left out, so a merge may have lost its first cell."""
    open: dict[int, Draft] = field(default_factory=dict)
    """First column -> the cell that a ``vMerge`` in the next row goes on with."""


@dataclass(slots=True)
class Row:
    """A row while it is read. ``border`` is the border of the file at which the next cell begins."""

    index: int
    border: int
    first: int
    """Number of its first cell among the drafts."""
    is_header: bool
    merging: dict[int, Draft] = field(default_factory=dict)


@dataclass(slots=True)
class Traits:
    """What a ``w:tcPr`` says of the place of a cell."""

    span: int = 1
    merge: str | None = None
    joins_left: bool = False
    shade: Element | None = None


def read_table(story: Story, tbl: Element) -> Grid | None:
    """The grid of a ``w:tbl``; None where no row stands in the view read."""
    source = story.source
    loose = Scope()

    def items(parent: Element) -> Iterator[Element]:
        return story.items(parent, Scope())

    sheet = Sheet(source.next_table(), _look(story, leading(tbl, TBLPR)), columns(tbl, items))
    for tr in story.items(tbl, loose):
        if tr.tag == TR:
            _row(story, sheet, tr)
    story.settle(loose)
    if not sheet.n_rows:
        return None
    n_cols = max((d.col + d.col_span for d in sheet.drafts), default=0)
    cells = tuple(draft.done() for draft in sheet.drafts)
    return Grid(cells, sheet.n_rows, n_cols, header_rows=sheet.header_rows)


def _look(story: Story, properties: Element | None) -> TableLook:
    """The table's style, without its first row where the table does not use it, under the table's own fill."""
    look = story.source.styles.table(child_value(properties, W + "tblStyle"))
    if not _first_row_is_styled(properties):
        look = replace(look, first_row_fill=None, first_row_bold=False)
    own = fill_of(properties)
    return look if own is None else replace(look, fill=own)


def _first_row_is_styled(properties: Element | None) -> bool:
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return False
    told = look.get(W + "firstRow")
    if told is not None:
        return told.lower() in ("1", "true", "on")
    try:
        return bool(int(look.get(VAL) or "0", 16) & _LOOK_FIRST_ROW)
    except ValueError:
        return False


def _row(story: Story, sheet: Sheet, tr: Element) -> None:
    view = story.source.view
    properties = leading(tr, TRPR)
    border, is_header, loose = 0, False, Scope()
    if properties is not None:
        if (gone := view.dropping(properties)) is not None:
            return _left_out(story, sheet, tr, change(gone, "", kept=False).reason, gone)
        if switched(properties.find(W + "hidden")):
            return _left_out(story, sheet, tr, "hidden row", None)
        if (skipped := properties.find(W + "gridBefore")) is not None and skipped.get(VAL) != "0":
            border = _span(story, loose, skipped.get(VAL))
        is_header = bool(switched(properties.find(W + "tblHeader")))
        loose.changes.extend(change(c, "", kept=True) for c in properties if c.tag in view.kept)
    row = Row(sheet.n_rows, border, len(sheet.drafts), is_header)
    for tc in story.items(tr, loose):
        if tc.tag == TC:
            _cell(story, sheet, row, tc)
    story.settle(loose, *[draft.place for draft in sheet.drafts[row.first : row.first + 1]])
    if len(sheet.drafts) > row.first or row.merging:
        sheet.open = row.merging
        sheet.n_rows += 1
        if is_header and sheet.header_rows == row.index:
            sheet.header_rows += 1
        story.source.count_slots(row.border)
    return None


def _cell(story: Story, sheet: Sheet, row: Row, tc: Element) -> None:
    scope = Scope()
    properties = leading(tc, TCPR)
    traits = Traits()
    if properties is not None:
        if (gone := story.source.view.dropping(properties)) is not None:
            return _cell_left_out(story, sheet, row, tc, gone)
        traits = _traits(story, scope, story.source.view.properties(tc, TCPR))
    col = at_border(sheet.columns, row.border)
    row.border += traits.span
    span = at_border(sheet.columns, row.border) - col
    if not span:
        return None
    covering = _covering(sheet, row, traits, col, span)
    if covering is not None:
        if text := all_text(tc):
            told = Scope(hidden=[(text, "in a cell that a merged cell covers")])
            story.settle(told, covering.place)
        return None
    draft = Draft(row.index, col, span, story.cell_place(sheet.table, row.index, col), row.is_header)
    sheet.drafts.append(draft)
    is_first_row = row.index == 0
    if traits.shade is not None:
        draft.fill = shade(traits.shade)
    else:
        draft.fill = (sheet.look.first_row_fill if is_first_row else None) or sheet.look.fill
    bold = sheet.look.bold or (is_first_row and sheet.look.first_row_bold)
    draft.blocks, draft.tables = story.cell_content(tc, scope, bold)
    if traits.merge == "continue" and any(b.text for b in draft.blocks) and not sheet.has_gaps:
        scope.losses.append(("merge-unstarted", "a merged cell goes on that nothing above it has begun"))
    draft.marks = tuple(scope.marks)
    story.settle(scope, draft.place)
    if traits.merge is not None:
        row.merging[col] = draft
    return None


def _covering(sheet: Sheet, row: Row, traits: Traits, col: int, span: int) -> Draft | None:
    """The cell that this one is merged into: the one to its left or the one above. It grows by that."""
    if traits.joins_left and len(sheet.drafts) > row.first:
        left = sheet.drafts[-1]
        if left.col + left.col_span == col:
            left.col_span += span
            return left
    if traits.merge == "continue":
        above = sheet.open.get(col)
        if above is not None and above.col_span == span:
            above.row_span += 1
            row.merging[col] = above
            return above
    return None


def _traits(story: Story, scope: Scope, properties: Element | None) -> Traits:
    traits = Traits()
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == _GRID_SPAN:
            traits.span = _span(story, scope, child.get(VAL))
        elif tag == _V_MERGE or (tag == CELL_MERGE and traits.merge is None):
            traits.merge = story.source.view.merge(child)
        elif tag == _H_MERGE:
            traits.joins_left = child.get(VAL) != "restart"
        elif tag == _SHADE:
            traits.shade = child
    return traits


def _span(story: Story, scope: Scope, value: str | None) -> int:
    span = number(value)
    most = story.source.limits.max_span
    if span is None or span < 1:
        scope.losses.append(("colspan-unreadable", f"a span of '{(value or '')[:20]}' columns was read as 1"))
        return 1
    if span > most:
        scope.losses.append(("colspan-capped", f"a span of {span} columns was read as {most} (--max-span)"))
    return min(span, most)


def _cell_left_out(story: Story, sheet: Sheet, row: Row, tc: Element, gone: Element) -> None:
    """A cell that this view does not have: the cells after it move up to its place."""
    made = change(gone, all_text(tc), kept=False)
    scope = Scope(changes=[made], hidden=[(made.text, made.reason)] if made.text else [])
    story.settle(scope, story.cell_place(sheet.table, row.index, at_border(sheet.columns, row.border)))


def _left_out(story: Story, sheet: Sheet, tr: Element, reason: str, gone: Element | None) -> None:
    """A whole row that this view does not have."""
    sheet.has_gaps = True
    cells = [tc for tc in story.items(tr, Scope()) if tc.tag == TC]
    texts = [(at, text) for at, tc in enumerate(cells) if (text := all_text(tc))]
    places: list[Place] = []
    for at, text in texts:
        place = story.cell_place(sheet.table, sheet.n_rows, at)
        story.source.aside("hidden", text, place, reason)
        places.append(place)
    if gone is not None:
        told = change(gone, " | ".join(text for _, text in texts), kept=False)
        story.source.note("info", told.code, told.message, *places[:1])
