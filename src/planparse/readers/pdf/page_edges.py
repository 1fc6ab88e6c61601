"""What stands near the edges of pages and may be furniture: kept aside until all pages are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from planparse.model.shelf import Shelf
from planparse.readers.pdf.layout import PageLayout
from planparse.readers.pdf.paragraphs.furniture import EdgeText, Key
from planparse.readers.pdf.paragraphs.prose import Prose, make_prose
from planparse.readers.pdf.paragraphs.sides import Side
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line

FURNITURE_ROWS = 2
"""Rows that a table of page furniture may have."""
_ROW = -1
"""Stands in a key for the last row of a table."""


class Edge(NamedTuple):
    """Lines near the edge of a page that may be furniture; settled when all pages are known."""

    lines: list[Line]
    side: Side | None = None


Piece = Table | Prose | Edge
Kept = Shelf[Table] | Prose | Edge


def is_at_end(cell: TableCell, table: Table) -> bool:
    """Whether a cell is in the last row alone."""
    return cell.slab.row == len(table.ys) - 2


def _without_last_row(table: Table) -> Table:
    """The table without the foot of the page, which was taken for its last row; the row above it may be torn as that
    was."""
    last = len(table.ys) - 2
    torn = any(cell.slab.open_bottom for cell in table.cells if is_at_end(cell, table))
    cells = [cell for cell in table.cells if not is_at_end(cell, table)]
    for cell in cells:
        slab = cell.slab
        if slab.row + slab.row_span >= last:
            slab.row_span, slab.open_bottom = last - slab.row, slab.open_bottom or torn
            cell.box = (*cell.box[:3], min(cell.box[3], table.ys[-2]))
    return replace(table, ys=table.ys[:-1], cells=cells)


def without_furniture(page: PageLayout, flow: list[Kept], furniture: dict[Key, str]) -> Iterator[Shelf[Table] | Prose]:
    """The pieces of a page without its furniture."""
    for number, piece in enumerate(flow):
        if isinstance(piece, Edge):
            lines = [line for n, line in enumerate(piece.lines) if (page.number, number, n) not in furniture]
            yield from prose_of(lines, piece.side) if lines else []
        elif isinstance(piece, Shelf) and (page.number, number, _ROW) in furniture:
            yield Shelf(map(_without_last_row, piece))
        elif (page.number, number) not in furniture:
            yield piece


def sided(
    page: PageLayout, flow: list[Kept], furniture: dict[Key, str]
) -> list[tuple[PageLayout, Shelf[Table] | Prose, Side | None]]:
    """The pieces of a page without its furniture, each with the list that it is of."""
    return [
        (page, piece, piece.side if isinstance(piece, Prose) else None)
        for piece in without_furniture(page, flow, furniture)
    ]


def furniture_of(page: PageLayout, flow: list[Kept], furniture: dict[Key, str]) -> Iterator[tuple[str, Prose]]:
    """The furniture of a page, each text with its reason."""
    for number, piece in enumerate(flow):
        if isinstance(piece, Edge):
            for n, line in enumerate(piece.lines):
                if (page.number, number, n) in furniture:
                    for prose in prose_of([line]):
                        yield furniture[page.number, number, n], prose
        elif isinstance(piece, Shelf):
            whole, row = furniture.get((page.number, number)), furniture.get((page.number, number, _ROW))
            cells = [(table, cell) for table in piece for cell in table.cells] if whole or row else []
            for prose in (prose for table, cell in cells if whole or is_at_end(cell, table) for prose in cell.prose):
                yield whole or row or "", prose


def prose_of(lines: list[Line], side: Side | None = None) -> list[Prose]:
    """The paragraphs of lines outside of tables, of a list where they are of one."""
    out = make_prose(lines, min(line.x0 for line in lines), max(line.x1 for line in lines))
    for prose in out if side is not None else ():
        prose.side = side
    return out


def edge_texts(piece: Piece, page: PageLayout, number: int) -> list[EdgeText]:
    """The pieces of the page's edge that may be furniture: single lines and tables of one or two rows."""
    half = page.height / 2
    if isinstance(piece, Edge):
        return [
            EdgeText(
                (page.number, number, n),
                page.number,
                line.text,
                line.top,
                line.bottom,
                line.base < half,
                min(line.bottom, page.height - line.top) / page.height,
                False,
                (round(line.size, 1), line.style.bold),
            )
            for n, line in enumerate(piece.lines)
        ]
    if isinstance(piece, Table) and len(piece.ys) <= FURNITURE_ROWS + 1 and page.near_edge(piece.ys[0], piece.ys[-1]):
        far = min(piece.ys[-1], page.height - piece.ys[0]) / page.height
        text = " ".join(prose.text for cell in piece.cells for prose in cell.prose)
        key = (page.number, number)
        return [EdgeText(key, page.number, text, piece.ys[0], piece.ys[-1], piece.ys[0] < half, far, False)]
    return []


def edge_row(table: Table, page: PageLayout, number: int) -> EdgeText | None:
    """The last row of a larger table, which may be the foot of the page."""
    top, bottom = table.ys[-2:]
    if not page.near_edge(top, bottom) or bottom < page.height / 2:
        return None
    cells = [cell for cell in table.cells if is_at_end(cell, table) and cell.prose]
    found = [prose for cell in cells for prose in cell.prose]
    if not found or not all(cell.slab.open_bottom for cell in cells):
        return None  # a rule under it ends the table
    first, last = min(prose.box[1] for prose in found), max(prose.box[3] for prose in found)
    far = min(last, page.height - first) / page.height
    text = " ".join(prose.text for prose in found)
    return EdgeText((page.number, number, _ROW), page.number, text, first, last, False, far, False, is_row=True)


def is_plain(size: float, bold: bool, body: float) -> bool:
    """Neither larger nor bolder than the text of the body."""
    return size <= max(body + 0.6, 1.15 * body) and not bold


def extent(piece: Piece) -> tuple[float, float]:
    """Where a piece begins and ends, in points from the top of its page."""
    if isinstance(piece, Table):
        return piece.ys[0], piece.ys[-1]
    if isinstance(piece, Prose):
        return piece.box[1], piece.box[3]
    return piece.lines[0].top, piece.lines[-1].bottom
