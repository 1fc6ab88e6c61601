"""One page: its tables and the lines around them, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.model.provenance import BBox
from planparse.readers.pdf.lines import Line, make_lines
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.prose import Prose, make_prose
from planparse.readers.pdf.finder import find_tables
from planparse.readers.pdf.tables import Table


@dataclass(slots=True)
class CellText:
    row: int
    col: int
    row_span: int
    col_span: int
    box: BBox
    prose: list[Prose]
    fill: str | None
    open_top: bool
    open_bottom: bool
    tables: list[TableText]


@dataclass(slots=True)
class TableText:
    """A table whose cells hold paragraphs."""

    xs: list[float]
    ys: list[float]
    cells: list[CellText]
    evidence: list[str]


@dataclass(slots=True)
class PageText:
    number: int
    width: float
    height: float
    turn: int
    flow: list[list[Line | TableText]] = field(default_factory=list)
    watermarks: list[Word] = field(default_factory=list)
    hidden: list[tuple[Word, str]] = field(default_factory=list)


def lay_out(page: Page) -> PageText:
    out = PageText(page.number, page.width, page.height, page.turn)
    words: list[Word] = []
    for word in page.words:
        if word.style.hidden:
            out.hidden.append((word, word.style.hidden))
        elif word.style.angle is None:
            out.watermarks.append(word)
        else:
            words.append(word)
    for group in find_tables(page, words):
        pieces: list[tuple[float, Line | TableText]] = [(line.top, line) for line in group.lines]
        pieces += [(t.ys[0], table_text(t)) for t in group.tables]
        pieces.sort(key=lambda p: p[0])
        out.flow.append([piece for _, piece in pieces])
    return out


def table_text(table: Table) -> TableText:
    cells: list[CellText] = []
    for cell in table.cells:
        slab = cell.slab
        x0, _, x1, _ = cell.box
        prose = make_prose(make_lines(cell.words), x0, x1) if cell.words else []
        cells.append(
            CellText(
                slab.row,
                slab.col,
                slab.row_span,
                slab.col_span,
                cell.box,
                prose,
                cell.fill,
                slab.open_top,
                slab.open_bottom,
                [table_text(t) for t in cell.tables],
            )
        )
    return TableText(table.xs, table.ys, cells, table.evidence)
