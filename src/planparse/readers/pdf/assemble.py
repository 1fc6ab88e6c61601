"""From laid-out pages to the Document: furniture taken out, broken words settled, headings found, units numbered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Aside, AsideKind, Block, Cell, Document, Grid, Note, Paragraph
from planparse.model.options import Limits
from planparse.model.provenance import BBox, Place
from planparse.readers.pdf.furniture import EdgeText, find_furniture
from planparse.readers.pdf.headings import Levels
from planparse.readers.pdf.layout import PageLayout
from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.notes import page_notes
from planparse.readers.pdf.prose import Prose, make_prose, text_blocks
from planparse.readers.pdf.settle import Vocabulary
from planparse.readers.pdf.tables import Table, TableCell
from planparse.readers.pdf.turning import shown_box
from planparse.readers.units import Units
from planparse.text import clean

_LONG = 120
"""Letters; a longer paragraph is running text."""
_SHORT = 24
"""Letters; as long as values, codes and column labels are, which come again and again."""
_FURNITURE_ROWS = 2
"""Rows that a table of page furniture may have."""
_NONE: list[Any] = []
"""In place of the empty lists of all cells, which are kept until the last page is read."""
UNMAPPED = "letters without a Unicode map"
BROKEN_DOUBT = "a word may be broken at a line's end"


@dataclass(slots=True)
class _Edge:
    """Lines near the edge of a page that may be furniture; settled when all pages are known."""

    lines: list[Line]


_Flow = list[Table | Prose | _Edge]


class Assembly:
    """Collects the pages of one document."""

    def __init__(self, title: str | None, limits: Limits) -> None:
        self._title = title
        self._limits = limits
        self._units = Units()
        self._vocabulary = Vocabulary()
        self._pages: list[tuple[PageLayout, _Flow]] = []
        self._sizes: Counter[float] = Counter()
        self._asides: list[Aside] = []
        self.notes: list[Note] = []
        self._tables = 0
        self._cells = 0
        self._short: dict[tuple[str, str | None, bool], tuple[Block, ...]] = {}
        self._positions: dict[float, float] = {}

    def add(self, page: PageLayout) -> None:
        """Takes in the next page."""
        flow: _Flow = []
        for group in page.groups:
            lines: list[Line] = []
            for piece in group:
                if isinstance(piece, Line):
                    lines.append(piece)
                    continue
                flow += self._paragraphs(lines, page)
                lines = []
                self._learn(piece)
                flow.append(piece)
            flow += self._paragraphs(lines, page)
        page.groups, page.source = [], None
        self._pages.append((page, flow))

    def _paragraphs(self, lines: list[Line], page: PageLayout) -> _Flow:
        flow: _Flow = []
        for block in text_blocks(lines):
            if len(block) <= 3 and page.near_edge(block[0].top, block[-1].bottom):
                flow.append(_Edge(block))
                continue
            found = _prose(block)
            for prose in found:
                self._count(prose)
            flow += found
        return flow

    def _count(self, prose: Prose) -> None:
        self._vocabulary.add(prose.text)
        if prose.ends:
            self._vocabulary.ends.update(prose.ends)
        self._sizes[prose.size] += len(prose.text)

    def _learn(self, table: Table) -> None:
        self._cells += len(table.cells)
        if self._cells > self._limits.max_cells:
            raise LimitExceeded(f"more than {self._limits.max_cells} cells; raise --max-cells")
        for cell in table.cells:
            for prose in cell.prose:
                self._count(prose)
                if len(table.ys) > _FURNITURE_ROWS + 1:
                    prose.box = cell.box  # its own is asked for in furniture only
            for nested in cell.tables:
                self._learn(nested)
            cell.words = _NONE
            cell.tables = cell.tables or _NONE

    @property
    def has_text(self) -> bool:
        """Whether any page so far has a word."""
        return any(page.n_words for page, _ in self._pages)

    def document(self) -> Document:
        """The whole document. Raises ``InputRefused`` where no page has text."""
        if not self.has_text:
            raise InputRefused(
                "the PDF has no text: it is scanned; OCR needed: pip install 'planparse[ocr]' or make it searchable"
            )
        body = self._body()
        flows = self._without_furniture(body)
        levels = Levels([p for _, flow in flows for p in flow if isinstance(p, Prose)], body)
        blocks: list[Paragraph | Grid] = []
        for page, flow in flows:
            for piece in flow:
                blocks.append(
                    self._grid(page, piece) if isinstance(piece, Table) else self._paragraph(page, piece, levels)
                )
            flow.clear()  # the pieces are not kept beside what is made of them
            for prose in page.margin:
                blocks.append(self._paragraph(page, prose, levels))
            for reason, prose in page.hidden:
                self._aside(page, prose, "hidden", reason)
            for reason, prose in page.furniture:
                self._aside(page, prose, "furniture", reason)
        notes = self.notes + [note for page, _ in self._pages for note in page_notes(page)]
        sizes = tuple((p.height, p.width) if p.turn % 180 else (p.width, p.height) for p, _ in self._pages)
        return Document("pdf", tuple(blocks), tuple(self._asides), tuple(notes), self._title, sizes)

    def _body(self) -> float:
        """Size of the running text: of the long paragraphs, where there are any, and of most letters."""
        long: Counter[float] = Counter()
        for _, flow in self._pages:
            for piece in flow:
                if isinstance(piece, Prose) and len(piece.text) > _LONG:
                    long[piece.size] += len(piece.text)
        sizes = [c.most_common(1)[0][0] for c in (long, self._sizes) if c]
        return max(sizes, default=0.0)

    def _without_furniture(self, body: float) -> list[tuple[PageLayout, list[Table | Prose]]]:
        texts: list[EdgeText] = []
        areas: dict[int, tuple[float, float]] = {}
        for page, flow in self._pages:
            for piece in flow:
                edge = _edge_texts(piece, page, body)
                texts += edge
                if not edge:
                    top, bottom = _extent(piece)
                    known = areas.get(page.number, (top, bottom))
                    areas[page.number] = (min(known[0], top), max(known[1], bottom))
        found = find_furniture(texts, areas, len(self._pages))
        out = []
        for page, flow in self._pages:
            out.append((page, _kept(page, flow, found)))
            flow.clear()
        return out

    def _aside(self, page: PageLayout, prose: Prose, kind: AsideKind, reason: str) -> None:
        text = clean(f"{prose.marker} {prose.text}" if prose.marker else prose.text)
        place = self._units.paragraph(page=page.number, bbox=self._shown(prose.box, page))
        self._asides.append(Aside(kind, self._vocabulary.settle(text), (place,), reason))

    def _paragraph(self, page: PageLayout, prose: Prose, levels: Levels) -> Paragraph:
        place = self._units.paragraph(page=page.number, bbox=self._shown(prose.box, page))
        text = clean(self._vocabulary.settle(prose.text))
        marks = self._doubts([prose])
        return Paragraph(text, (place,), levels.of(prose), prose.marker, 0, prose.bold, prose.size, marks)

    def _grid(self, page: PageLayout, table: Table) -> Grid:
        number = self._tables
        self._tables += 1
        cells = []
        for cell in table.cells:
            box = self._shown(cell.box, page)
            place = self._units.cell(table=number, row=cell.slab.row, column=cell.slab.col, page=page.number, bbox=box)
            cells.append(self._cell(page, cell, place))
        edges = tuple(round(x, 1) for x in table.xs)
        evidence = tuple(table.evidence)
        return Grid(
            tuple(cells), len(table.ys) - 1, len(table.xs) - 1, edges=edges, page=page.number, evidence=evidence
        )

    def _blocks(self, found: list[Prose]) -> tuple[Block, ...]:
        """The paragraphs of a cell; a lone short one, such as a value, is kept once for all its cells."""
        if len(found) != 1 or len(found[0].text) > _SHORT:
            return tuple([self._block(prose) for prose in found])
        prose = found[0]
        key = (prose.text, prose.marker, prose.bold)
        known = self._short.get(key)
        if known is None:
            known = self._short[key] = (self._block(prose),)
        return known

    def _block(self, prose: Prose) -> Block:
        return Block(clean(self._vocabulary.settle(prose.text)), prose.marker, 0, prose.bold)

    def _shown(self, box: BBox, page: PageLayout) -> BBox:
        if page.turn:
            box = shown_box(box, page.turn, page.width, page.height)
        x0, top, x1, bottom = map(self._position, box)
        return x0, top, x1, bottom

    def _position(self, x: float) -> float:
        """Rounded, and kept once: the cells of a table share their borders."""
        x = round(x, 1)
        return self._positions.setdefault(x, x) if x else x

    def _doubts(self, found: list[Prose]) -> tuple[str, ...]:
        """What is in doubt about settled paragraphs."""
        marks: tuple[str, ...] = (UNMAPPED,) if [p for p in found if p.unmapped] else ()
        unsure = self._vocabulary.unsure
        return (*marks, BROKEN_DOUBT) if unsure and [p for p in found if p.text in unsure] else marks

    def _cell(self, page: PageLayout, cell: TableCell, place: Place) -> Cell:
        slab = cell.slab
        return Cell(
            slab.row,
            slab.col,
            slab.row_span,
            slab.col_span,
            self._blocks(cell.prose),
            (place,),
            False,
            cell.fill,
            slab.open_top,
            slab.open_bottom,
            tuple([self._grid(page, t) for t in cell.tables]),
            self._doubts(cell.prose),
        )


def _kept(page: PageLayout, flow: _Flow, found: dict[int, str]) -> list[Table | Prose]:
    """The flow without furniture, which goes to the page's own list."""
    out: list[Table | Prose] = []
    for piece in flow:
        if isinstance(piece, _Edge):
            for line in piece.lines:
                if id(line) in found:
                    page.furniture += [(found[id(line)], prose) for prose in _prose([line])]
            lines = [line for line in piece.lines if id(line) not in found]
            out += _prose(lines) if lines else []
        elif id(piece) in found and isinstance(piece, Table):
            page.furniture += [(found[id(piece)], prose) for cell in piece.cells for prose in cell.prose]
        else:
            out.append(piece)
    return out


def _prose(lines: list[Line]) -> list[Prose]:
    return make_prose(lines, min(line.x0 for line in lines), max(line.x1 for line in lines))


def _edge_texts(piece: Table | Prose | _Edge, page: PageLayout, body: float) -> list[EdgeText]:
    """The pieces of the page's edge that may be furniture: single lines and tables of one or two rows."""
    half = page.height / 2
    if isinstance(piece, _Edge):
        return [
            EdgeText(
                id(line),
                page.number,
                line.text,
                line.top,
                line.bottom,
                line.base < half,
                min(line.bottom, page.height - line.top) / page.height,
                line.size <= max(body + 0.6, 1.15 * body) and not line.style.bold,
                (round(line.size, 1), line.style.bold),
            )
            for line in piece.lines
        ]
    if isinstance(piece, Table) and len(piece.ys) <= _FURNITURE_ROWS + 1 and page.near_edge(piece.ys[0], piece.ys[-1]):
        far = min(piece.ys[-1], page.height - piece.ys[0]) / page.height
        text = " ".join(prose.text for cell in piece.cells for prose in cell.prose)
        return [EdgeText(id(piece), page.number, text, piece.ys[0], piece.ys[-1], piece.ys[0] < half, far, False)]
    return []


def _extent(piece: Table | Prose | _Edge) -> tuple[float, float]:
    if isinstance(piece, Table):
        return piece.ys[0], piece.ys[-1]
    if isinstance(piece, Prose):
        return piece.box[1], piece.box[3]
    return piece.lines[0].top, piece.lines[-1].bottom
