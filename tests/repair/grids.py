"""Small grids written as rows of text, for the repair passes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from planparse.interpret import load_vocabulary
from planparse.model.document import Block, Cell, Document, Grid, Paragraph, Seam, units
from planparse.model.provenance import Place

PLACEHOLDERS = load_vocabulary().placeholders


def grid(
    *rows: str,
    seams: tuple[int, ...] = (),
    page: int | None = None,
    edges: tuple[float, ...] | None = None,
    spans_known: bool = True,
    start: int = 0,
) -> Grid:
    """Cells parted by bars; ``_`` at the end leaves the bottom open, ``^`` in front the top; ``>N`` spans N columns."""
    unit = count(start)
    cells: list[Cell] = []
    width = 0
    for r, row in enumerate(rows):
        col = 0
        for part in row.split("|"):
            text = part.strip()
            top, bottom = text.startswith("^"), text.endswith("_")
            text, _, span = text.strip("^_").partition(">")
            place = Place(next(unit), "cell", page=page, row=r, column=col)
            blocks = (Block(text.strip()),) if text.strip() else ()
            wide = int(span) if span else 1
            cells.append(Cell(r, col, 1, wide, blocks, (place,), open_top=top, open_bottom=bottom))
            col += wide
        width = max(width, col)
    found = tuple(Seam(r, "page") for r in seams)
    return Grid(tuple(cells), len(rows), width, seams=found, page=page, edges=edges, spans_known=spans_known)


def document(*blocks: Grid | Paragraph) -> Document:
    """A document of these blocks, their units numbered in reading order."""
    unit = count()
    numbered: list[Grid | Paragraph] = []
    for block in blocks:
        if isinstance(block, Grid):
            cells = tuple(replace(c, places=tuple(replace(p, unit=next(unit)) for p in c.places)) for c in block.cells)
            numbered.append(replace(block, cells=cells))
        else:
            numbered.append(replace(block, places=tuple(replace(p, unit=next(unit)) for p in block.places)))
    return Document("text", tuple(numbered))


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Place(0, "paragraph"),))


def texts(block: Grid | Paragraph) -> list[str]:
    """Each row as its cells' texts, parted by bars."""
    assert isinstance(block, Grid)
    slots = block.slots()
    rows = []
    for r, line in enumerate(slots):
        own = [c.text.replace("\n", " ") if c is not None and c.row == r else "" for c in dict.fromkeys(line)]
        rows.append("|".join(own))
    return rows


def unit_numbers(doc: Document) -> list[int]:
    """Every source unit of a document, sorted: the same before and after a pass."""
    return sorted(place.unit for place, _ in units(doc))


def reaching(block: Grid, text: str, rows: int) -> Grid:
    """The grid in which the cell with this text spans so many rows; the cells that it covers are gone."""
    tall = next(c for c in block.cells if c.text == text)
    covered = range(tall.row + 1, tall.row + rows)
    cells = tuple(c for c in block.cells if c.row not in covered or not tall.col <= c.col < tall.end_col)
    return replace(block, cells=tuple(replace(c, row_span=rows) if c is tall else c for c in cells))
