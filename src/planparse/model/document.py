"""What a reader sees: paragraphs and grids in reading order, each with its provenance.

Grids follow the HTML table model: a cell is stored once, at its top-left slot,
with the number of rows and columns that it spans; the slot view is derived.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
from operator import attrgetter
from typing import Literal

from planparse.model.provenance import Place, Provenance
from planparse.model.shelf import Shelf, Unpacked, compact

AsideKind = Literal["furniture", "hidden", "repeated_header", "markup"]
NoteLevel = Literal["info", "warning", "doubt"]
SeamKind = Literal["page", "gap"]


@compact
@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph inside a cell. ``text`` is clean (see ``planparse.text.clean``), lines parted by newlines."""

    text: str
    marker: str | None = None
    """List label that is not part of ``text``: a bullet, or automatic numbering such as ``a.``."""
    level: int = 0
    bold: bool = False


SEVERAL_COLUMNS = "its texts may stand in several columns"
"""Mark of a cell as wide as its table whose texts stand apart as those of a row do, but not in its columns."""


@compact
@dataclass(frozen=True, slots=True)
class Cell:
    row: int
    col: int
    row_span: int
    col_span: int
    blocks: tuple[Block, ...]
    places: Provenance
    is_header: bool = False
    """The source itself says that this is a header cell (th, tblHeader)."""
    fill: str | None = None
    """Background as ``#rrggbb``, where it is neither white nor the page's own."""
    open_top: bool = False
    open_bottom: bool = False
    """The border is missing where a page break cut the cell."""
    tables: tuple[Grid, ...] = ()
    """Nested tables, in document order, after the blocks."""
    marks: tuple[str, ...] = ()
    """Doubts of the reader about this text, one phrase each."""

    @property
    def text(self) -> str:
        """The text of all blocks, without list labels, a newline between blocks."""
        blocks = self.blocks
        return blocks[0].text if len(blocks) == 1 else "\n".join([b.text for b in blocks])

    @property
    def is_blank(self) -> bool:
        for block in self.blocks:
            if block.text and not block.text.isspace():
                return False
        return not self.tables

    def moved(self, row: int, col: int, col_span: int) -> Cell:
        """The same cell elsewhere; ``dataclasses.replace`` takes three times as long, and there are many."""
        return Cell(row, col, self.row_span, col_span, *_REST(self))

    def lifted(self, row: int, row_span: int) -> Cell:
        """The same cell in other rows."""
        return Cell(row, self.col, row_span, self.col_span, *_REST(self))

    @property
    def end_row(self) -> int:
        return self.row + self.row_span

    @property
    def end_col(self) -> int:
        return self.col + self.col_span


_REST = attrgetter("blocks", "places", "is_header", "fill", "open_top", "open_bottom", "tables", "marks")


@compact
@dataclass(frozen=True, slots=True)
class Seam:
    """Row ``row`` is the first row of a new fragment: a page or a gap in the source parted it from the row above."""

    row: int
    kind: SeamKind


@compact
@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``cells`` are sorted by (row, col) and never overlap; slots may be empty (ragged rows).

    Those of a long document are packed: see ``at_hand``.
    """

    cells: Sequence[Cell]
    n_rows: int
    n_cols: int
    seams: tuple[Seam, ...] = ()
    edges: tuple[float, ...] | None = None
    """Positions of the column borders in points, ``n_cols + 1`` of them, where the source has a geometry."""
    page: int | None = None
    header_rows: int = 0
    """Leading rows that the source itself marks as repeated header."""
    spans_known: bool = True
    """False where the format cannot say that a cell spans (tab-separated text, pipe tables)."""
    evidence: tuple[str, ...] = ()
    """Why the reader took this for a table and its columns for columns."""

    def packed(self) -> Grid:
        """The same table with its cells packed."""
        return replace(self, cells=self.cells.shelf if isinstance(self.cells, Unpacked) else Shelf(self.cells).close())

    def at_hand(self) -> Grid:
        """The same table, whose cells are the same objects each time: for whoever works on it."""
        return replace(self, cells=Unpacked(self.cells)) if isinstance(self.cells, Shelf) else self

    @property
    def is_packed(self) -> bool:
        return isinstance(self.cells, Shelf)

    def rows(self) -> list[list[Cell]]:
        """The cells anchored in each row, left to right; rows without an anchored cell are empty lists."""
        out: list[list[Cell]] = [[] for _ in range(self.n_rows)]
        for cell in self.cells:
            out[cell.row].append(cell)
        return out

    def slots(self) -> list[list[Cell | None]]:
        """The slot view: ``n_rows`` by ``n_cols``, each slot the cell that covers it."""
        out: list[list[Cell | None]] = [[None] * self.n_cols for _ in range(self.n_rows)]
        for cell in self.cells:
            for r in range(cell.row, min(cell.end_row, self.n_rows)):
                line = out[r]
                for c in range(cell.col, min(cell.end_col, self.n_cols)):
                    line[c] = cell
        return out


@compact
@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside every table."""

    text: str
    places: Provenance
    heading: int | None = None
    """1 is the outermost; None is running text. The document's own title is 1 as well, or 0 where marked as title."""
    marker: str | None = None
    level: int = 0
    bold: bool = False
    size: float | None = None
    """Font size in points, where the source has one."""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of the source that is kept out of the flow: it is listed in the trace and never lost."""

    kind: AsideKind
    text: str
    places: Provenance
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of a reader or a pass: something odd that a user may want to know.

    ``info`` is for the trace only; ``warning`` means that text may be lost or is in doubt
    (exit code 3); ``doubt`` marks one place as unsure without loss.
    """

    level: NoteLevel
    code: str
    """A short kebab-case word: ``colspan-capped``, ``tracked-insertion``, ``comment``."""
    message: str
    places: Provenance = ()


Element = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    format: str
    """``text``, ``html``, ``docx``, ``pdf``, ``markdown``, ``csv``, ``xlsx``."""
    blocks: tuple[Element, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[Note, ...] = ()
    title: str | None = None
    """Title in the file's metadata; often wrong, used only where the text has none."""
    sizes: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    """Width and height of each page in points, for formats that have pages."""


def walk_cells(grid: Grid) -> Iterator[Cell]:
    """Every cell of a grid and of the grids nested in it."""
    for cell in grid.cells:
        yield cell
        for nested in cell.tables:
            yield from walk_cells(nested)


def units(document: Document) -> Iterator[tuple[Place, str]]:
    """Every source unit of a document with its text, asides included, blank ones too, in reading order.

    On the reader's own Document each unit comes once; this is what the trace accounts for.
    """
    asides = sorted(((place, aside.text) for aside in document.asides for place in aside.places), key=_number)
    return merge(_flow(document), asides, key=_number)


def _flow(document: Document) -> Iterator[tuple[Place, str]]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from sorted([(place, cell.text) for cell in walk_cells(block) for place in cell.places], key=_number)
        else:
            for place in block.places:
                yield place, block.text


def _number(unit: tuple[Place, str]) -> int:
    return unit[0].unit
