"""From laid-out pages to the Document: furniture taken out, broken words settled, headings found, units numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import (
    SEVERAL_COLUMNS,
    Aside,
    AsideKind,
    Block,
    Cell,
    Document,
    Grid,
    Note,
    Paragraph,
)
from planparse.model.options import Limits
from planparse.model.provenance import BBox, Place
from planparse.model.shelf import Shelf
from planparse.readers.pdf.layout import PageLayout
from planparse.readers.pdf.notes import page_notes
from planparse.readers.pdf.page_edges import (
    FURNITURE_ROWS,
    Edge,
    Kept,
    Piece,
    edge_row,
    edge_texts,
    extent,
    furniture_of,
    is_at_end,
    is_plain,
    prose_of,
    sided,
    without_furniture,
)
from planparse.readers.pdf.paragraphs.footnotes import footnotes
from planparse.readers.pdf.paragraphs.furniture import EdgeText, find_furniture
from planparse.readers.pdf.paragraphs.headings import Levels
from planparse.readers.pdf.paragraphs.prose import Prose
from planparse.readers.pdf.paragraphs.settle import Vocabulary
from planparse.readers.pdf.paragraphs.sides import Side, in_order
from planparse.readers.pdf.paragraphs.text_blocks import Steps, text_blocks
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.turning import shown_box
from planparse.readers.units import Units
from planparse.text import clean

_LONG, _SENTENCE = 120, 40
"""Letters; a longer paragraph is running text."""
_SHORT = 24
"""Letters; as long as values, codes and column labels are, which come again and again."""
UNMAPPED = "letters without a Unicode map"
BROKEN_DOUBT = "a word may be broken at a line's end"


class Assembly:
    """Collects the pages of one document; each is packed until all of them are known."""

    def __init__(self, title: str | None, limits: Limits) -> None:
        self._title = title
        self._limits = limits
        self._units = Units()
        self._vocabulary = Vocabulary()
        self._pages: Shelf[tuple[PageLayout, list[Prose | Edge | None]]] = Shelf(size=1)
        """Each page with its pieces in reading order, None for a table."""
        self._tables: list[Shelf[Table]] = []
        """Each on a shelf of its own: the headings are found before anyone looks at the tables."""
        self._sizes: Counter[float] = Counter()
        self._long_sizes: Counter[float] = Counter()
        """Of the letters of long paragraphs outside of tables."""
        self._steps = Steps()
        self._edges: list[EdgeText] = []
        self._areas: dict[int, tuple[float, float]] = {}
        """Page -> where its text that is no furniture begins and ends."""
        self._page_sizes: list[tuple[float, float]] = []
        self._heights: list[float] = []
        """Of each page with its text upright."""
        self._asides: list[Aside] = []
        self.notes: list[Note] = []
        self._page_notes: list[Note] = []
        self.has_text = False
        """Whether any page so far has a word."""
        self._grids = 0
        self._cells = 0
        self._short: dict[tuple[str, str | None, bool], tuple[Block, ...]] = {}

    def add(self, page: PageLayout) -> None:
        """Takes in the next page."""
        flow: list[Piece] = []
        self._take_footnotes(page)
        if page.head:
            flow.append(Edge(page.head))
        ends = [max([p.xs[-1] if isinstance(p, Table) else p.x1 for p in group], default=0.0) for group in page.groups]
        for n, (group, right) in enumerate(zip(page.groups, ends, strict=True)):
            lines: list[Line] = []
            side = page.sides.get(n)
            if side is not None:  # its lines may all be short
                beside = page.sides.get(n + 1)
                right = beside.start if beside is not None and beside.row == side.row else max(ends)
            for piece in group:
                if isinstance(piece, Line):
                    lines.append(piece)
                    continue
                self._add_paragraphs(lines, right, page, flow, side)
                lines = []
                self._learn(piece)
                flow.append(piece)
            self._add_paragraphs(lines, right, page, flow, side)
        if page.foot:
            flow.append(Edge(page.foot))
        page.groups, page.source, page.head, page.foot = [], None, [], []
        self.has_text = self.has_text or page.n_words > 0
        self._page_notes += page_notes(page)
        self._page_sizes.append((page.height, page.width) if page.turn % 180 else (page.width, page.height))
        self._heights.append(page.height)
        self._learn_edges(page, flow)
        self._tables += [Shelf([piece]).close() for piece in flow if isinstance(piece, Table)]
        self._pages.append((page, [None if isinstance(piece, Table) else piece for piece in flow]))

    def _take_footnotes(self, page: PageLayout) -> None:
        pieces = page.groups[-1] if page.groups else []
        first = max((n + 1 for n, piece in enumerate(pieces) if isinstance(piece, Table)), default=0)
        tail = [piece for piece in pieces[first:] if isinstance(piece, Line)]
        if not tail:
            return
        (size, _), *_ = self._sizes.most_common(1) or [(0.0, 0)]
        start, end = footnotes(tail, page.marks, size)
        if start < end:
            page.footnotes = prose_of(tail[start:end])
            del pieces[first + start : first + end]
            for prose in page.footnotes:
                self._count(prose)

    def _add_paragraphs(
        self, lines: list[Line], right: float, page: PageLayout, flow: list[Piece], side: Side | None
    ) -> None:
        """``right`` is where the widest line or table ends in whose column these lines stand, ``side`` the list that
        they are."""
        self._steps.see(lines)
        for block in text_blocks(lines, right, self._steps.usual):
            if len(block) <= 3 and page.near_edge(block[0].top, block[-1].bottom):
                flow.append(Edge(block, side))
                continue
            for prose in prose_of(block, side):
                self._count(prose)
                if len(prose.text) > (_SENTENCE if prose.text[-1:] == "." else _LONG):
                    self._long_sizes[prose.size] += len(prose.text)
                flow.append(prose)

    def _count(self, prose: Prose) -> None:
        self._vocabulary.add(prose.text)
        if prose.ends:
            self._vocabulary.ends.update(prose.ends)
        self._sizes[prose.size] += len(prose.text)

    def _learn(self, table: Table) -> None:
        self._cells += len(table.cells)
        if self._cells > self._limits.max_cells:
            raise LimitExceeded(f"more than {self._limits.max_cells} cells; raise --max-cells")
        is_small = len(table.ys) <= FURNITURE_ROWS + 1
        for cell in table.cells:
            may_be_furniture = is_small or is_at_end(cell, table)
            for prose in cell.prose:
                self._count(prose)
                if not may_be_furniture:
                    prose.box = cell.box  # its own is asked for in furniture only
            for nested in cell.tables:
                self._learn(nested)

    def _learn_edges(self, page: PageLayout, flow: list[Piece]) -> None:
        for number, piece in enumerate(flow):
            edge = edge_texts(piece, page, number)
            row = edge_row(piece, page, number) if isinstance(piece, Table) and not edge else None
            self._edges += edge if row is None else [row]
            if not edge:
                top, bottom = extent(piece)
                if row is not None and isinstance(piece, Table):
                    bottom = piece.ys[-2]
                known = self._areas.get(page.number, (top, bottom))
                self._areas[page.number] = (min(known[0], top), max(known[1], bottom))

    def _flows(self) -> Iterator[tuple[PageLayout, list[Kept]]]:
        """Each page with its pieces in reading order."""
        tables = iter(self._tables)
        for page, flow in self._pages:
            yield page, [next(tables) if piece is None else piece for piece in flow]

    def document(self) -> Document:
        """The whole document. Raises ``InputRefused`` where no page has text."""
        if not self.has_text:
            raise InputRefused(
                "the PDF has no text: it is scanned; OCR needed: pip install 'planparse[ocr]' or make it searchable"
            )
        body = self._body()
        edges = [replace(t, plain=t.look is not None and is_plain(*t.look, body)) for t in self._edges]
        furniture = find_furniture(edges, self._areas, self._heights)
        levels = Levels(
            (
                p
                for page, flow in self._flows()
                for p in without_furniture(page, flow, furniture)
                if isinstance(p, Prose)
            ),
            body,
        )
        blocks: list[Paragraph | Grid] = []
        notes: list[Paragraph] = []
        read = in_order((sided(page, flow, furniture) for page, flow in self._flows()), len(self._pages))
        for (page, flow), pieces in zip(self._flows(), read, strict=True):
            for own, piece, _ in pieces:
                if isinstance(piece, Shelf):
                    blocks += [self._grid(own, table).packed() for table in piece]
                else:
                    blocks.append(self._paragraph(own, piece, levels))
            for prose in page.margin:
                blocks.append(self._paragraph(page, prose, levels))
            notes += [self._paragraph(page, prose, levels, "footnote") for prose in page.footnotes]
            for reason, prose in page.hidden:
                self._aside(page, prose, "hidden", reason)
            for reason, prose in [*page.furniture, *furniture_of(page, flow, furniture)]:
                self._aside(page, prose, "furniture", reason)
        told = (*self.notes, *self._page_notes)
        sizes = tuple(self._page_sizes)
        return Document("pdf", (*blocks, *notes), tuple(self._asides), told, self._title, sizes)

    def _body(self) -> float:
        """Size of the running text: of the long paragraphs, where there are any, and of most letters."""
        sizes = [c.most_common(1)[0][0] for c in (self._long_sizes, self._sizes) if c]
        return max(sizes, default=0.0)

    def _aside(self, page: PageLayout, prose: Prose, kind: AsideKind, reason: str) -> None:
        text = clean(f"{prose.marker} {prose.text}" if prose.marker else prose.text)
        place = self._units.paragraph(page=page.number, bbox=self._shown(prose.box, page))
        self._asides.append(Aside(kind, self._vocabulary.settle(text), (place,), reason))

    def _paragraph(self, page: PageLayout, prose: Prose, levels: Levels, part: str = "body") -> Paragraph:
        place = self._units.paragraph(part=part, page=page.number, bbox=self._shown(prose.box, page))
        text = clean(self._vocabulary.settle(prose.text))
        marks = self._doubts([prose])
        return Paragraph(text, (place,), levels.of(prose), prose.marker, 0, prose.bold, prose.size, marks)

    def _grid(self, page: PageLayout, table: Table) -> Grid:
        number = self._grids
        self._grids += 1
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
        x0, top, x1, bottom = box
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)

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
            (*self._doubts(cell.prose), SEVERAL_COLUMNS) if cell.undivided else self._doubts(cell.prose),
        )
