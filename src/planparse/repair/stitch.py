"""Stitch: the fragments of one table become one grid again, with a seam where each fragment began.

Fragments follow each other with no text between them but bands and notes, which are rows. With a geometry they stand on
pages that follow each other, as wide as each other, and their columns are matched by
position; without one by number. A fragment that begins as an earlier table began, or
with a header of its own, is a new table. A header that is repeated is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from planparse.model.document import Aside, Block, Cell, Element, Grid, Paragraph, Seam, SeamKind
from planparse.model.trace import Repair, Repairs
from planparse.repair.shape import begins_code, folded, is_tail, is_value
from planparse.text import fold

_HELD = 3
"""Paragraphs between two fragments that may be rows."""
_TOLERANCE = 4.0
"""Points by which the borders of one column may differ from page to page."""
_INSET = 20.0
"""Points by which a table may end before the text beside other labels does, or before the longest text on another of
its pages."""

_COLUMNS = 4
"""Columns that show by where they begin that two fragments are of one table."""

RowText = tuple[str, ...]


class _Run:
    """The grid under construction: the last one seen, with what its rows say."""

    def __init__(self, grid: Grid, texts: list[RowText], placeholders: Container[str]) -> None:
        self.grids = [grid]
        self.placeholders = placeholders
        self.headers: dict[RowText, tuple[Grid, int]] = {}
        self.learn(grid, texts)

    def learn(self, grid: Grid, texts: list[RowText]) -> None:
        for row, text in enumerate(texts):
            if len(text) > 1 and not any(is_value(t, self.placeholders) for t in text):
                self.headers[_squeezed(text)] = (grid, row)
        for row, cells in enumerate(grid.rows()):
            if len(cells) > 2 and cells[0].row_span > max(c.row_span for c in cells[1:-1]):
                text = texts[row][1:]  # a label beside the header, which is not drawn again
                if len(text) > 1 and not any(is_value(t, self.placeholders) for t in text):
                    self.headers[_squeezed(text)] = (grid, row)

    def header_of(self, texts: list[RowText]) -> tuple[Grid, int] | None:
        """The grid and the row where a header begins that rows with these texts begin with: it may have a title over
        it, as wide as the table."""
        if not texts:
            return None
        found = self.headers.get(_squeezed(texts[0]))
        if found is None and len(texts) > 1 and len(texts[0]) == 1:
            grid, row = self.headers.get(_squeezed(texts[1]), (None, 0))
            if grid is not None and row and row_texts(grid)[row - 1] == texts[0]:
                found = grid, row - 1
        return found

    def begins_block_after(self, source: Grid, start: int) -> bool:
        """Whether a label that stands above a header comes again below it: another block began, with its own header."""
        above = {_label(text) for text in row_texts(source)[:start] if len(text) == 2}
        if not above:
            return False
        first = next(i for i, grid in enumerate(self.grids) if grid is source)
        rows = [text for grid in self.grids[first:] for text in row_texts(grid)][start + 1 :]
        return any(len(text) == 2 and _label(text) in above for text in rows)


def stitch(
    elements: Iterable[Element], placeholders: Container[str], repairs: Repairs, asides: list[Aside]
) -> Iterator[Element]:
    """Joins the fragments of each table. ``placeholders``: words that stand for a value; ``asides`` gets the headers
    that are set aside."""
    openers: set[str] = set()
    bands: set[str] = set()
    run: _Run | None = None
    held: list[Paragraph] = []
    for element in elements:
        if isinstance(element, Paragraph):
            if run is not None and len(held) < _HELD and _stands_within(element, run.grids[-1]):
                held.append(element)
                continue
            if run is not None:
                yield _joined(run.grids, repairs)
                run = None
            yield from held
            held = []
            yield element
            continue
        grid, texts = element, row_texts(element)
        repeated = _repeated_rows(run, texts) if run else 0
        goes_on = run is not None and _continues(run, grid, texts, openers, repeated)
        if run is not None and goes_on and _are_rows(held, bands, repeated):
            last = run.grids[-1]
            run.grids += [_as_row(paragraph, last) for paragraph in held]
            if (edges := last.edges) and (missing := _missing(edges, grid.edges)):
                grid = _with_label(grid, edges, missing)
                texts = row_texts(grid)
            if repeated:
                grid = _under_its_header(run, grid, texts)
                grid, dropped = _drop_rows(grid, repeated)
                texts = row_texts(grid)
                asides += dropped
                places = tuple(p for a in dropped for p in a.places)
                before = tuple(a.text for a in dropped)
                repairs.append(Repair("dropped_header", "a repeated header was set aside", places, before))
            run.grids.append(grid)
            run.learn(grid, texts)
        else:
            if run is not None:
                yield _joined(run.grids, repairs)
            yield from held
            run = _Run(grid, texts, placeholders)
            openers.add(_first_text(texts))
        held = []
        bands.update(text[0] for text in texts if len(text) == 1)
    if run is not None:
        yield _joined(run.grids, repairs)
    yield from held


def _stands_within(paragraph: Paragraph, grid: Grid) -> bool:
    """Whether a paragraph stands between the sides of the grid above it, on its last page or on the next one."""
    place = paragraph.places[0] if paragraph.places else None
    if place is None or place.bbox is None or place.page is None or not grid.edges or not grid.cells:
        return False
    x0, _, x1, _ = place.bbox
    within = grid.edges[0] - _TOLERANCE < x0 and x1 < grid.edges[-1] + _TOLERANCE
    return within and 0 <= place.page - _page(grid, -1) <= 1


def _are_rows(held: list[Paragraph], bands: Container[str], repeated: int) -> bool:
    """Whether what stands between two fragments is rows of the table: bands that it has elsewhere too, or a note, where
    no header is repeated below it."""
    return all(
        fold(p.text) in bands or (not repeated and p.heading is None and p.text.rstrip().endswith(".")) for p in held
    )


def _as_row(paragraph: Paragraph, grid: Grid) -> Grid:
    """A fragment of one row, a cell over all columns."""
    block = Block(paragraph.text, paragraph.marker, paragraph.level, paragraph.bold)
    cell = Cell(0, 0, 1, grid.n_cols, (block,), paragraph.places)
    return Grid((cell,), 1, grid.n_cols, edges=grid.edges, page=paragraph.places[0].page)


def row_texts(grid: Grid) -> list[RowText]:
    """The texts of the cells anchored in each row that are not blank."""
    return [tuple(folded(c) for c in row if not c.is_blank) for row in grid.rows()]


def _squeezed(row: RowText) -> RowText:
    """Without blanks: a narrow column may break the words of a header at one place on one page and not on the next."""
    return tuple(text.replace(" ", "") for text in row)


def _first_text(texts: list[RowText]) -> str:
    return next((row[0] for row in texts if row), "")


def _repeated_rows(run: _Run, texts: list[RowText]) -> int:
    """How many leading rows of a grid with these texts repeat a header of the run, a title over it among them."""
    found = run.header_of(texts)
    if found is None:
        return 0
    source, start = found
    if run.begins_block_after(source, start):
        return 0
    earlier = row_texts(source)
    count = 0
    while (
        count < min(len(texts) - 1, 4)
        and start + count < len(earlier)
        and _squeezed(texts[count]) in (_squeezed(earlier[start + count]), _squeezed(earlier[start + count][1:]))
        and not any(is_value(t, run.placeholders) for t in texts[count])
    ):
        count += 1
    return count


def _continues(run: _Run, grid: Grid, texts: list[RowText], openers: Container[str], repeated: int) -> bool:
    last = run.grids[-1]
    if not grid.cells or not last.cells:
        return False
    wide = bool(repeated) and grid.n_cols > 2 and _has_its_header(run, grid, texts)
    if not _fits(run.grids[0], last, grid, run.placeholders, _INSET if wide else 2 * _TOLERANCE):
        return False
    if repeated:
        return not _opens_block(run, grid, texts, openers, repeated)
    if _first_text(texts) in openers:
        return False
    return _is_torn_header(run, texts) or not _has_header(grid, run.placeholders)


def _is_torn_header(run: _Run, texts: list[RowText]) -> bool:
    """Whether all there is of the table yet are names of columns, and the first row adds to some of them."""
    own = [text for grid in run.grids for text in row_texts(grid)]
    named = len(own) == 1 and len(own[0]) > 2 and not any(is_value(t, run.placeholders) for t in own[0])
    return named and len(texts) > 1 and 0 < len(texts[0]) < len(own[0])


def _under_its_header(run: _Run, grid: Grid, texts: list[RowText]) -> Grid:
    """The fragment with the column borders of the grid whose header it repeats, cell by cell: where none is drawn, the
    longest texts of a page place them."""
    found = run.header_of(texts)
    same = found is not None and found[0].edges and grid.edges and _has_its_header(run, grid, texts)
    return replace(grid, edges=found[0].edges) if found is not None and same else grid


def _has_its_header(run: _Run, grid: Grid, texts: list[RowText]) -> bool:
    """Whether a fragment has the columns of the grid whose header it repeats, cell by cell."""
    found = run.header_of(texts)
    if found is None:
        return False
    source, start = found
    head = [(cell.col, cell.col_span) for cell in source.rows()[start]]
    return source.n_cols == grid.n_cols and head == [(cell.col, cell.col_span) for cell in grid.rows()[0]]


def _opens_block(run: _Run, grid: Grid, texts: list[RowText], openers: Container[str], repeated: int) -> bool:
    """Whether the rows that were seen before are labels with their values, the way an earlier block began: no header.

    Of several such rows, and in a table of two columns, the one below decides: the same label with another value is
    another block.
    """
    if any(len(text) != 2 for text in texts[:repeated]):
        return False
    if repeated == 1 and grid.n_cols > 2:
        return texts[0][0] in openers
    found = run.header_of(texts)
    if found is None:
        return False
    source, start = found
    before, now = row_texts(source)[start + repeated : start + repeated + 1], texts[repeated]
    return bool(before) and len(now) == len(before[0]) == 2 and before[0] != now and _label(before[0]) == _label(now)


def _label(row: RowText) -> str:
    """The first text of a row without its figures: "Objective: AB 2" has the label of "Objective: AB 1"."""
    return re.sub(r"\d+", "0", row[0])


def _fits(first: Grid, last: Grid, grid: Grid, placeholders: Container[str], most: float) -> bool:
    """Whether a fragment may go on with the one before; ``most``: points by which their widths may differ."""
    if first.edges and last.edges and grid.edges:
        if _page(last, -1) + 1 != _page(grid, 0):
            return False
        width, other = last.edges[-1] - last.edges[0], grid.edges[-1] - grid.edges[0]
        most = _INSET if _ends_elsewhere(last.edges, grid.edges) else most
        return abs(width - other) <= most or _lacks_label(last, grid, placeholders) or _has_labels(last, grid)
    if last.spans_known and grid.spans_known:
        return first.n_cols == grid.n_cols
    return 0 <= first.n_cols - grid.n_cols <= 2


def _ends_elsewhere(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """Whether four columns or more begin at the same places: at the right a table may end with its longest text."""
    same = len(one) == len(two) > _COLUMNS
    return same and all(abs(x - y) <= _TOLERANCE for x, y in zip(one[:-1], two[:-1], strict=True))


def _lacks_label(last: Grid, grid: Grid, placeholders: Container[str]) -> bool:
    """Whether a fragment begins right of a label that spans the last rows of the one before, or stands beside the
    first row of a header: none was drawn again."""
    missing = _missing(last.edges, grid.edges)
    if not missing:
        return False
    row = last.slots()[-1]
    beside = {folded(cell) for cell in row[missing:] if cell is not None and not cell.is_blank}
    names = len(beside) > 1 and not any(is_value(text, placeholders) for text in beside)
    return all(
        cell is not None and cell.end_col <= missing and (cell.row_span > 1 or (names and not cell.is_blank))
        for cell in row[:missing]
    )


def _has_labels(last: Grid, grid: Grid) -> bool:
    """Whether both have a column of labels at one place, one of them with nothing but texts beside it: where no border
    is drawn at the right, it ends with the longest of them."""
    one, two = last.edges or (), grid.edges or ()
    same = all(abs(x - y) <= _TOLERANCE for x, y in zip(one[:2], two[:2], strict=True))
    return same and min(len(one), len(two)) == 3


def _missing(edges: tuple[float, ...] | None, own: tuple[float, ...] | None) -> int:
    """How many of the first columns a fragment lacks that has all the others; 0 where it is no such fragment."""
    if not edges or not own or len(own) < 3 or not -_TOLERANCE <= edges[-1] - own[-1] <= _INSET:
        return 0
    for missing in range(1, len(edges) - len(own) + 1):
        if all(abs(x - y) <= _TOLERANCE for x, y in zip(edges[missing:], own[:-1], strict=False)):
            return missing
    return 0


def _with_label(grid: Grid, edges: tuple[float, ...], missing: int) -> Grid:
    """The fragment with a blank cell in the place of the label that was not drawn again."""
    label = Cell(0, 0, grid.n_rows, missing, (), (), open_top=True)
    cells = (label, *(cell.moved(cell.row, cell.col + missing, cell.col_span) for cell in grid.cells))
    cells = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    return replace(grid, cells=cells, n_cols=grid.n_cols + missing, edges=(*edges[:missing], *(grid.edges or ())))


def _page(grid: Grid, which: int) -> int:
    pages = [p.page for cell in (grid.cells[0], grid.cells[-1]) for p in cell.places if p.page is not None]
    pages.append(grid.page or 0)
    return max(pages) if which else min(p for p in pages)


def _has_header(grid: Grid, placeholders: Container[str]) -> bool:
    """Whether the first row is a header of its own: words over columns of values."""
    rows = grid.rows()
    if grid.header_rows:
        return True
    head = [c for c in rows[0] if not c.is_blank]
    texts = [folded(c) for c in head]
    if len(head) < 3 or any(is_value(t, placeholders) or is_tail(t) or begins_code(t) for t in texts):
        return False
    valued = {c.col for row in rows[1:] for c in row if is_value(folded(c), placeholders)}
    if valued.issuperset(c.col for c in head):
        return False  # The second row of a header that the break tore: nothing names the texts.
    if all(c.is_header or all(b.bold for b in c.blocks if b.text) for c in head):
        return True
    return sum(c.col in valued for c in head) >= max(1, len(head) // 2)


def _drop_rows(grid: Grid, count: int) -> tuple[Grid, list[Aside]]:
    """``grid`` without its first rows, and the asides that keep their text."""
    dropped: list[Aside] = []
    kept: list[Cell] = []
    for cell in grid.cells:
        if cell.row >= count:
            kept.append(replace(cell, row=cell.row - count))
            continue
        dropped.append(Aside("repeated_header", cell.text, cell.places, "header repeated after a page break"))
        if cell.end_row > count:
            # It reaches down into the rows that stay: its text goes with the header, a blank holds its place.
            kept.append(replace(cell, row=0, row_span=cell.end_row - count, blocks=()))
    seams = tuple(Seam(s.row - count, s.kind) for s in grid.seams if s.row > count)
    return replace(grid, cells=tuple(kept), n_rows=grid.n_rows - count, seams=seams, header_rows=0), dropped


def _joined(grids: list[Grid], repairs: Repairs) -> Grid:
    if len(grids) == 1:
        return grids[0]
    grids = _as_wide(grids)
    edges = _union([g.edges for g in grids if g.edges]) if all(g.edges for g in grids) else None
    kind: SeamKind = "page" if edges else "gap"
    seams: list[Seam] = []
    rows = 0
    for number, grid in enumerate(grids):
        if number:
            seams.append(Seam(rows, kind))
            places = tuple(p for c in grid.cells if c.row == 0 for p in c.places)
            repairs.append(Repair("stitched", f"joined to the table before it, at a {kind} break", places))
        seams += [Seam(s.row + rows, s.kind) for s in grid.seams]
        rows += grid.n_rows
    width = len(edges) - 1 if edges else max(g.n_cols for g in grids)
    cells = tuple(_cells(grids, edges))
    return replace(grids[0], cells=cells, n_rows=rows, n_cols=width, seams=tuple(seams), edges=edges)


def _as_wide(grids: list[Grid]) -> list[Grid]:
    """The fragments, those of labels with texts beside them as wide as the widest one: see ``_has_labels``."""
    end = max((g.edges[-1] for g in grids if g.edges), default=0.0)
    return [
        replace(g, edges=(*g.edges[:2], end)) if g.edges and len(g.edges) == 3 and g.edges[-1] < end else g
        for g in grids
    ]


def _cells(grids: list[Grid], edges: tuple[float, ...] | None) -> Iterator[Cell]:
    """The cells of all fragments where they stand in the whole table, whose borders are ``edges``."""
    offset = 0
    for grid in grids:
        at = _places_of(grid.edges, edges) if edges and grid.edges else range(grid.n_cols + 1)
        for cell in grid.cells:
            col = at[cell.col]
            span = max(1, at[cell.end_col] - col)
            yield cell.moved(cell.row + offset, col, span)
        offset += grid.n_rows


def _union(all_edges: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """The borders of all fragments, those within the tolerance taken as one, each relative to its own left."""
    first = all_edges[0]
    merged = list(first)
    for edges in all_edges[1:]:
        if _is_same_columns(first, edges):
            continue
        shift = edges[0] - first[0]
        merged += [e - shift for e in edges if min(abs(e - shift - m) for m in merged) > _TOLERANCE]
    return tuple(sorted(merged))


def _places_of(edges: tuple[float, ...], union: tuple[float, ...]) -> Sequence[int]:
    """For each border of a fragment the one of the whole table that it is."""
    if _is_same_columns(union, edges):
        return range(len(edges))
    shift = edges[0] - union[0]
    return [_nearest(union, e - shift) for e in edges]


def _is_same_columns(first: tuple[float, ...], edges: tuple[float, ...]) -> bool:
    """As many borders, each nearer to its own than to another: where none is drawn, the texts of a page place them."""
    if len(first) != len(edges):
        return False
    shift = edges[0] - first[0]
    moved = tuple(e - shift for e in edges)
    return all(_nearest(first, x) == k and _nearest(moved, first[k]) == k for k, x in enumerate(moved))


def _nearest(edges: tuple[float, ...], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))
