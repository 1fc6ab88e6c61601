"""From laid-out pages to the Document: broken words settled, headings told from running text, units numbered."""

from __future__ import annotations

from collections import Counter

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Aside, Block, Cell, Document, Grid, Note, Paragraph
from planparse.model.options import Limits
from planparse.model.provenance import BBox
from planparse.readers.pdf.layout import CellText, PageText, TableText
from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.prose import Prose, make_prose, text_blocks
from planparse.readers.pdf.settle import Vocabulary
from planparse.readers.units import Units
from planparse.text import clean


class Assembly:
    """Collects the pages of one document."""

    def __init__(self, title: str | None, limits: Limits) -> None:
        self.title = title
        self.limits = limits
        self.units = Units()
        self.vocabulary = Vocabulary()
        self.pages: list[tuple[PageText, list[TableText | Prose]]] = []
        self.sizes: Counter[float] = Counter()
        self.asides: list[Aside] = []
        self.notes: list[Note] = []
        self.tables = 0
        self.cells = 0

    def add(self, page: PageText) -> None:
        flow: list[TableText | Prose] = []
        lines: list[Line] = []
        for group in page.flow:
            for piece in group:
                if isinstance(piece, Line):
                    lines.append(piece)
                    continue
                flow.extend(self._prose(lines))
                lines = []
                self._learn(piece)
                flow.append(piece)
            flow.extend(self._prose(lines))
            lines = []
        self.pages.append((page, flow))

    def _prose(self, lines: list[Line]) -> list[Prose]:
        if not lines:
            return []
        found = [
            prose
            for block in text_blocks(lines)
            for prose in make_prose(block, min(line.x0 for line in block), max(line.x1 for line in block))
        ]
        for prose in found:
            self.vocabulary.add(prose.text)
            self.sizes[prose.lines[0].size] += len(prose.text)
        return found

    def _learn(self, table: TableText) -> None:
        self.cells += len(table.cells)
        if self.cells > self.limits.max_cells:
            raise LimitExceeded(f"more than {self.limits.max_cells} cells; raise --max-cells")
        for cell in table.cells:
            for prose in cell.prose:
                self.vocabulary.add(prose.text)
                self.sizes[prose.lines[0].size] += len(prose.text)
            for nested in cell.tables:
                self._learn(nested)

    def document(self) -> Document:
        body = self.sizes.most_common(1)[0][0] if self.sizes else 0.0
        blocks: list[Paragraph | Grid] = []
        levels = self._levels(body)
        for page, flow in self.pages:
            for piece in flow:
                if isinstance(piece, TableText):
                    blocks.append(self._grid(page, piece))
                else:
                    blocks.append(self._paragraph(page, piece, levels))
            if page.hidden or page.watermarks:
                self._asides(page)
        if not blocks:
            raise InputRefused("the PDF has no text: it is scanned; OCR needed (for example ocrmypdf) before it can be read")
        sizes = tuple((p.width, p.height) for p, _ in self.pages)
        return Document("pdf", tuple(blocks), tuple(self.asides), tuple(self.notes), self.title, sizes)

    def _levels(self, body: float) -> dict[tuple[float, bool], int]:
        """Heading levels of the kinds of short paragraphs that are larger or bolder than the body text."""
        kinds = {
            _kind(p)
            for _, flow in self.pages
            for p in flow
            if isinstance(p, Prose) and _may_head(p, body)
        }
        return {kind: n + 1 for n, kind in enumerate(sorted(kinds, reverse=True))}

    def _paragraph(self, page: PageText, prose: Prose, levels: dict[tuple[float, bool], int]) -> Paragraph:
        first = prose.lines[0]
        size, bold = _kind(prose)
        heading = levels.get((size, bold)) if len(prose.text) <= 250 and prose.marker is None else None
        place = self.units.paragraph(page=page.number, bbox=_bounds(prose.lines))
        return Paragraph(
            clean(self.vocabulary.settle(prose.text)), (place,), heading, prose.marker, 0, bold, first.size
        )

    def _grid(self, page: PageText, table: TableText) -> Grid:
        number = self.tables
        self.tables += 1
        cells: list[Cell] = []
        for cell in table.cells:
            place = self.units.cell(table=number, row=cell.row, column=cell.col, page=page.number, bbox=_rounded(cell.box))
            cells.append(
                Cell(
                    cell.row,
                    cell.col,
                    cell.row_span,
                    cell.col_span,
                    tuple(self._block(p) for p in cell.prose),
                    (place,),
                    False,
                    cell.fill,
                    cell.open_top,
                    cell.open_bottom,
                    tuple(self._grid(page, t) for t in cell.tables),
                )
            )
        return Grid(
            tuple(cells),
            len(table.ys) - 1,
            len(table.xs) - 1,
            (),
            tuple(round(x, 1) for x in table.xs),
            page.number,
            evidence=tuple(table.evidence),
        )

    def _block(self, prose: Prose) -> Block:
        return Block(clean(self.vocabulary.settle(prose.text)), prose.marker, 0, _bold(prose))

    def _asides(self, page: PageText) -> None:
        for word, reason in page.hidden:
            place = self.units.paragraph(page=page.number, bbox=_rounded((word.x0, word.top, word.x1, word.bottom)))
            self.asides.append(Aside("hidden", word.text, (place,), reason))
        for word in page.watermarks:
            place = self.units.paragraph(page=page.number, bbox=_rounded((word.x0, word.top, word.x1, word.bottom)))
            self.asides.append(Aside("furniture", word.text, (place,), "text aslant over the page"))


def _bold(prose: Prose) -> bool:
    return all(w.style.bold for line in prose.lines for w in line.words)


def _kind(prose: Prose) -> tuple[float, bool]:
    return prose.lines[0].size, _bold(prose)


def _may_head(prose: Prose, body: float) -> bool:
    size, bold = _kind(prose)
    return len(prose.text) <= 250 and prose.marker is None and (size > 1.1 * body or (bold and size >= body))


def _bounds(lines: list[Line]) -> BBox:
    return _rounded((min(l.x0 for l in lines), min(l.top for l in lines), max(l.x1 for l in lines), max(l.bottom for l in lines)))


def _rounded(box: BBox) -> BBox:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)
