"""Tables while the tree is walked: the rules for table, row and cell tags, and for definition lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.errors import LimitExceeded
from planparse.readers.html.flow import Close, Context, Flow
from planparse.readers.html.raw import Piece, RawCell, RawRow, RawTable
from planparse.readers.html.style import Look, colour
from planparse.readers.html.tags import Attributes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def _open(flow: Flow, table: RawTable) -> Close:
    """Makes ``table`` the open one; at its end all goes back to what it was."""
    flow.flush()
    outer = (flow.out, flow.table, flow.cell, flow.marker)
    table.depth = 1 + (flow.table.depth if flow.table else 0)
    if table.depth > flow.options.limits.max_nesting:
        limit = flow.options.limits.max_nesting
        raise LimitExceeded(f"more than {limit} tables inside each other; raise --max-nesting if it can be trusted")
    table.region = flow.region
    flow.out.append(table)
    if flow.cell is not None:
        flow.cell.tables += 1
    flow.table, flow.cell = table, None
    flow.context = _fresh(flow.context)

    def leave() -> None:
        flow.flush()
        flow.out, flow.table, flow.cell, flow.marker = outer

    return leave


def _table(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    role = (attributes.get("role") or "").strip().lower()
    fill = look.fill or colour(attributes.get("bgcolor") or "")
    return _open(flow, RawTable(is_layout=role in ("presentation", "none"), fill=fill))


def _group(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    table = flow.table
    flow.flush()
    if table is not None:
        table.groups += 1
        table.is_head = tag == "thead"

    def leave() -> None:
        flow.flush()
        if table is not None:
            table.groups += 1
            table.is_head = False

    return leave


def _row(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    if flow.table is not None:
        fill = look.fill or colour(attributes.get("bgcolor") or "") or flow.table.fill
        flow.table.rows.append(RawRow(flow.table.groups, flow.table.is_head, fill))
    return _end_row(flow) if attributes.get("height") == "0" else flow.flush


def _end_row(flow: Flow) -> Close:
    """A row without height that holds nothing only sets the widths of columns."""
    table = flow.table

    def leave() -> None:
        flow.flush()
        if table is not None and not any(cell.items for cell in table.rows[-1].cells):
            table.rows.pop()

    return leave


def _cell(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close | bool:
    table = flow.table
    flow.flush()
    if table is None:
        return flow.flush
    if not table.rows:
        table.rows.append(RawRow(table.groups, table.is_head))
    cell = RawCell(is_header=tag == "th", fill=table.rows[-1].fill)
    if attributes:
        cell.row_span = attributes.get("rowspan") or attributes.get("aria-rowspan")
        cell.col_span = attributes.get("colspan") or attributes.get("aria-colspan")
        cell.fill = look.fill or colour(attributes.get("bgcolor") or "") or cell.fill
    table.rows[-1].cells.append(cell)
    _count(flow)
    if not attributes and flow.context is _FRESH and (text := _lone_text(node)) is not None:
        if text:
            cell.items.append(Piece(text, region=flow.region))
        return False
    return _into(flow, cell)


def _lone_text(node: LexborNode) -> str | None:
    """The text of a cell that holds one plain text and nothing else: most cells of a large table."""
    child = node.first_child
    if child is None:
        return ""
    if child.tag != "-text" or child.next is not None:
        return None
    text = (child.text_content or "").strip(" \t\n\r\f")
    return text if text.isascii() and text.isprintable() and "  " not in text else None


def _count(flow: Flow) -> None:
    flow.cells += 1
    if flow.cells > flow.options.limits.max_cells:
        raise LimitExceeded(f"more than {flow.options.limits.max_cells} cells; raise --max-cells")


def _into(flow: Flow, cell: RawCell) -> Close:
    """Text goes into ``cell`` until it is closed."""
    outer = flow.out, flow.cell
    flow.out, flow.cell = cell.items, cell
    if flow.context is not _FRESH:
        flow.context = _fresh(flow.context)

    def leave() -> None:
        flow.flush()
        flow.out, flow.cell = outer

    return leave


_FRESH = Context()


def _fresh(context: Context) -> Context:
    """A cell starts its own lists and headings; the letters are inherited."""
    if not (context.bold or context.size or context.keeps_space or context.linked or context.struck):
        return _FRESH
    return Context(context.bold, context.linked, context.size, context.keeps_space, context.struck)


def _caption(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    outer = flow.out
    if flow.table is not None:
        flow.out = flow.table.captions

    def leave() -> None:
        flow.flush()
        flow.out = outer

    return leave


def _definitions(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    """A definition list is a table of two columns: a row for each group of terms and their descriptions."""
    return _open(flow, RawTable(evidence=("definition list",)))


def _definition(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    table = flow.table
    flow.flush()
    if table is None or not table.evidence:
        return flow.flush
    rows = table.rows
    if not rows or (tag == "dt" and rows[-1].cells[1].items):
        rows.append(RawRow(0, False, None, [RawCell(is_header=True), RawCell()]))
    _count(flow)
    return _into(flow, rows[-1].cells[tag == "dd"])


TABLE_OPENERS = {
    "table": _table,
    **dict.fromkeys(("thead", "tbody", "tfoot"), _group),
    "tr": _row,
    **dict.fromkeys(("td", "th"), _cell),
    "caption": _caption,
    "dl": _definitions,
    **dict.fromkeys(("dt", "dd"), _definition),
}
