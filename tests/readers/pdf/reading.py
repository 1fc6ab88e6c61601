"""Reading in tests: a PDF's bytes to something short to compare."""

from __future__ import annotations

from planparse.model.document import Document, Grid, Paragraph
from planparse.model.options import ReadOptions
from planparse.readers.pdf import read
from tests.readers.pdf.paper import Paper


def document(paper: Paper | bytes, engine: str = "pdfium") -> Document:
    data = paper.bytes() if isinstance(paper, Paper) else paper
    return read(data, ReadOptions(pdf_engine="pdfplumber" if engine == "pdfplumber" else "pdfium"))


def grids(doc: Document) -> list[Grid]:
    return [b for b in doc.blocks if isinstance(b, Grid)]


def paragraphs(doc: Document) -> list[str]:
    return [b.text for b in doc.blocks if isinstance(b, Paragraph)]


def texts(grid: Grid) -> list[list[str]]:
    """Rows of the texts of anchored cells."""
    return [[cell.text for cell in row] for row in grid.rows()]


def spans(grid: Grid) -> dict[str, tuple[int, int]]:
    """Text -> rows and columns spanned, of the cells that span."""
    return {c.text: (c.row_span, c.col_span) for c in grid.cells if c.row_span > 1 or c.col_span > 1}
