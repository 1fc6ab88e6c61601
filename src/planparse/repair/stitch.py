"""Stitch: the fragments of one table become one grid again, with a seam where each fragment began.

Fragments follow each other with no text between them but bands and notes, which are rows. With a geometry they stand on
pages that follow each other, as wide as each other, and their columns are matched by
position; without one by number. A fragment that begins as an earlier table began, or
with a header of its own, is a new table. A header that is repeated is set aside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from planparse.model.document import Aside, Block, Cell, Element, Grid, Paragraph, Seam
from planparse.model.trace import Repair, Repairs
from planparse.repair.fitting import INSET, TOLERANCE, fits, missing_columns, page_of, with_label
from planparse.repair.joining import as_one
from planparse.repair.openers import Openers, first_text
from planparse.repair.own_header import has_header
from planparse.repair.rest_apart import LABELLED, with_rest_apart
from planparse.repair.shape import folded, is_value, is_year
from planparse.repair.torn_ends import is_cut_header, is_torn_row
from planparse.text import fold

_HELD = 3
"""Paragraphs between two fragments that may be rows."""
_MANY = 3
"""Names of a header of which one may be cut off."""
_TALLEST = 4
"""Rows of a header at most."""


RowText = tuple[str, ...]


class _Texts:
    """``row_texts`` of the grids at hand, made once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Grid, list[RowText]]] = {}

    def of(self, grid: Grid) -> list[RowText]:
        if id(grid) not in self._known:
            self._known[id(grid)] = grid, row_texts(grid)
        return self._known[id(grid)][1]


class _Run:
    """The grid under construction: the last one seen, with what its rows say."""

    def __init__(self, grid: Grid, texts: _Texts, placeholders: Container[str]) -> None:
        self.grids = [grid]
        self.texts = texts
        self.placeholders = placeholders
        self.headers: dict[RowText, tuple[Grid, int]] = {}
        """The grid and the row where a header stands, by its texts."""
        self.in_one_row: set[str] = set()
        """The letters of the first two rows of each fragment."""
        self.labels: list[tuple[int, int, str]] = []
        """The first texts of rows of two, each with its grid and row."""
        self.learn(grid)
        self.first = {header: found for header, found in self.headers.items() if found[1] < _TALLEST}
        """Those that the table may begin with."""

    def learn(self, grid: Grid) -> None:
        texts = self.texts.of(grid)
        if len(texts) > 1:
            self.in_one_row.add(_letters((*texts[0], *texts[1])))
        at = len(self.grids) - 1
        self.labels += [(at, row, text[0]) for row, text in enumerate(texts) if len(text) == LABELLED]
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
        first = _squeezed(texts[0])
        found = self.headers.get(first) or next((f for h, f in self.first.items() if _is_cut_off(first, h)), None)
        if found is None and len(texts) > 1 and len(texts[0]) == 1:
            grid, row = self.headers.get(_squeezed(texts[1]), (None, 0))
            if grid is not None and row and self.texts.of(grid)[row - 1] == texts[0]:
                found = grid, row - 1
        return found

    def has_in_one_row(self, texts: list[RowText]) -> bool:
        """Whether rows with these texts begin with a header of two rows that stand in one here: with few rows below it
        nothing may part them."""
        return len(texts) > 1 and len(texts[0]) > 2 and _letters(texts[0]) in self.in_one_row

    def has_in_other_cells(self, texts: list[RowText]) -> bool:
        """Whether the first two rows with these texts are those of a fragment here, cut into other cells: a name beside
        titles is one cell over both rows on one page, and a cell of the second row on another."""
        two = [*texts[0], *texts[1]] if len(texts) > 2 else []
        named = bool(two) and len(two) > _MANY and max(map(len, texts[:2])) > 2
        return (
            named
            and _letters(tuple(two)) in self.in_one_row
            and not any(is_value(t, self.placeholders) and not is_year(t) for t in two)
        )

    def begins_block_after(self, source: Grid, start: int, openers: Openers) -> bool:
        """Whether a label that stands above a header comes again below it: another block began, with its own header.

        Where a page began with the header, a text that tables begin with shows it.
        """
        above = {_label(text[0]) for text in self.texts.of(source)[:start] if len(text) == 2}
        if start and not above:
            return False
        first = next(i for i, grid in enumerate(self.grids) if grid is source)
        below = self.labels[bisect_right(self.labels, (first, start), key=lambda label: label[:2]) :]
        return any(_label(text) in above if above else text in openers for *_, text in below)

    def begins_last_block(self, source: Grid, start: int) -> bool:
        """Whether a row is the label and the value that the last block begins with."""
        rows = self.texts.of(source)[start:]
        own = _label(rows[0][0])
        return source is self.grids[-1] and len(rows[0]) == 2 and all(_label(row[0]) != own for row in rows[1:] if row)

    def ends_with_title(self, texts: list[RowText]) -> bool:
        """Whether the last row is a text alone, at its begin, as the one is below which a block began before as these
        texts do: the title of a card whose labels stand on the next page."""
        found = self.header_of(texts)
        if found is None or not found[1] or len(texts[0]) != LABELLED:
            return False
        last = [cell for cell in self.grids[-1].rows()[-1] if not cell.is_blank]
        above = self.texts.of(found[0])[found[1] - 1]
        return len(above) == len(last) == 1 and not last[0].col and last[0].row == self.grids[-1].n_rows - 1


def stitch(
    elements: Iterable[Element], placeholders: Container[str], repairs: Repairs, asides: list[Aside]
) -> Iterator[Element]:
    """Joins the fragments of each table. ``placeholders``: words that stand for a value; ``asides`` gets the headers
    that are set aside."""
    openers = Openers()
    bands: set[str] = set()
    run: _Run | None = None
    at_hand = _Texts()
    held: list[Paragraph] = []
    """What stands below the latest fragment; ``beside``: of that what runs up beside it, and parts nothing."""
    beside: list[Paragraph] = []
    for element in elements:
        if isinstance(element, Paragraph):
            upright = run is not None and _stands_beside(element, run.grids[-1])
            if run is not None and len(held) < _HELD and (upright or _stands_within(element, run.grids[-1])):
                held.append(element)
                beside += [element] if upright else []
                continue
            if run is not None:
                yield as_one(run.grids, repairs)
                run = None
            yield from held
            held, beside = [], []
            yield element
            continue
        grid = element
        if run is not None and (known := run.header_of(at_hand.of(grid))) is not None:
            grid = with_rest_apart(grid, known[0].rows()[known[1] : known[1] + _TALLEST])
        texts = at_hand.of(grid)
        repeated = _repeated_rows(run, grid, texts, openers) if run else 0
        goes_on = run is not None and _continues(run, grid, texts, openers, repeated)
        rows = [p for p in held if all(p is not other for other in beside)]
        if run is not None and goes_on and _are_rows(rows, bands, repeated):
            last = run.grids[-1]
            run.grids += [_as_row(paragraph, last) for paragraph in rows]
            if (edges := last.edges) and (missing := missing_columns(edges, grid.edges)):
                grid = with_label(grid, edges, missing)
                texts = at_hand.of(grid)
            if repeated:
                grid = _under_its_header(run, grid, texts)
                grid, dropped = _drop_rows(grid, repeated)
                texts = at_hand.of(grid)
                asides += dropped
                places = tuple(p for a in dropped for p in a.places)
                before = tuple(a.text for a in dropped)
                repairs.append(Repair("dropped_header", "a repeated header was set aside", places, before))
            run.grids.append(grid)
            run.learn(grid)
            held = list(beside)
        else:
            if run is not None:
                yield as_one(run.grids, repairs)
            yield from held
            held, beside = [], []
            at_hand = _Texts()
            run = _Run(grid, at_hand, placeholders)
            openers.add(grid, texts)
        bands.update(text[0] for text in texts if len(text) == 1)
    if run is not None:
        yield as_one(run.grids, repairs)
    yield from held


def _stands_within(paragraph: Paragraph, grid: Grid) -> bool:
    """Whether a paragraph stands between the sides of the grid above it, on its last page or on the next one."""
    place = paragraph.places[0] if paragraph.places else None
    if place is None or place.bbox is None or place.page is None or not grid.edges or not grid.cells:
        return False
    x0, _, x1, _ = place.bbox
    within = grid.edges[0] - TOLERANCE < x0 and x1 < grid.edges[-1] + TOLERANCE
    return within and 0 <= place.page - page_of(grid, -1) <= 1


def _stands_beside(paragraph: Paragraph, grid: Grid) -> bool:
    """Whether a paragraph runs up or down, left or right of the grid above it, on its last page: a label that is of
    more than the table, and does not part it."""
    place = paragraph.places[0] if paragraph.places else None
    if place is None or place.bbox is None or not grid.edges or not grid.cells:
        return False
    x0, top, x1, bottom = place.bbox
    aside = x1 <= grid.edges[0] or x0 >= grid.edges[-1]
    return aside and bottom - top > x1 - x0 and place.page == page_of(grid, -1)


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
    return [tuple([folded(c) for c in row if not c.is_blank]) for row in grid.rows()]


def _squeezed(row: RowText) -> RowText:
    """Without blanks: a narrow column may break the words of a header at one place on one page and not on the next."""
    return tuple(text.replace(" ", "") for text in row)


def _is_same(row: RowText, header: RowText) -> bool:
    """Whether a row repeats one of a header, maybe without the label beside it."""
    return row in (header, header[1:]) or _is_cut_off(row, header)


def _is_cut_off(row: RowText, header: RowText) -> bool:
    """Whether a row repeats one of a header but for the last line of one name, for which its cell is too low."""
    if len(row) != len(header) or len(row) < _MANY:
        return False
    other = [(a, b) for a, b in zip(row, header, strict=True) if a != b]
    return len(other) == 1 and other[0][1].startswith(other[0][0])


def _letters(row: RowText) -> str:
    """Sorted: in one row the texts of two stand in another order."""
    return "".join(sorted("".join(_squeezed(row))))


def _repeated_rows(run: _Run, grid: Grid, texts: list[RowText], openers: Openers) -> int:
    """How many leading rows of a grid with these texts repeat a header of the run, a title over it among them. Labels
    below a title at the end of the page before repeat none."""
    found = run.header_of(texts)
    if found is None:
        return int(run.has_in_one_row(texts)) or 2 * run.has_in_other_cells(texts)
    source, start = found
    again = texts[0][0] in openers and run.begins_last_block(source, start)
    if run.begins_block_after(source, start, openers) and not again:
        return 0
    earlier = run.texts.of(source)
    count = 0
    while (
        count < min(len(texts) - 1, _TALLEST)
        and start + count < len(earlier)
        and _is_same(_squeezed(texts[count]), _squeezed(earlier[start + count]))
        and not any(is_value(t, run.placeholders) and not is_year(t) for t in texts[count])
    ):
        count += 1
    return 0 if count and run.ends_with_title(texts) and _opens_block(run, grid, texts, openers, count) else count


def _continues(run: _Run, grid: Grid, texts: list[RowText], openers: Openers, repeated: int) -> bool:
    last = run.grids[-1]
    if not grid.cells or not last.cells:
        return False
    wide = bool(repeated) and grid.n_cols > 2 and _has_its_header(run, grid, texts)
    if not fits(run.grids[0], last, grid, run.placeholders, INSET if wide else 2 * TOLERANCE):
        return False
    if repeated:
        return not _opens_block(run, grid, texts, openers, repeated)
    if is_torn_row(last, grid) or is_cut_header(last, grid, run.placeholders):
        return True
    if first_text(texts) in openers or openers.have_form(grid, texts, last) or _is_another_card(run, grid, texts):
        return False
    return _is_torn_header(run, grid, texts) or not has_header(grid, run.placeholders)


def _is_another_card(run: _Run, grid: Grid, texts: list[RowText]) -> bool:
    """Whether both begin with a title, as wide as they, over the same label and its value."""
    first = run.grids[0]
    own = run.texts.of(first)
    if min(len(own), len(texts)) < LABELLED or any(len(g.rows()[0]) > 1 or not g.rows()[0] for g in (first, grid)):
        return False
    labelled = len(own[1]) == len(texts[1]) == LABELLED and own[1][0] == texts[1][0]
    return labelled and own[0] != texts[0]


def _is_torn_header(run: _Run, grid: Grid, texts: list[RowText]) -> bool:
    """Whether all there is of the table yet are names of columns, and the first row adds to some of them, or has the
    names of those that they are titles of."""
    if sum(grid.n_rows for grid in run.grids) != 1 or len(texts) < 2:
        return False
    (own,) = (text for grid in run.grids for text in run.texts.of(grid))
    if len(own) < 3 or not texts[0] or any(is_value(t, run.placeholders) for t in own):
        return False
    below = grid.rows()[0]
    named = below[0].is_blank and run.grids[-1].n_cols < grid.n_cols and not any(map(is_year, texts[0]))
    return len(texts[0]) < len(own) or (named and not any(is_value(t, run.placeholders) for t in texts[0]))


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


def _opens_block(run: _Run, grid: Grid, texts: list[RowText], openers: Openers, repeated: int) -> bool:
    """Whether the rows that were seen before are labels with their values, the way an earlier block began: no header.

    Of several such rows, of one with several labels, and in a table of two columns, the one below decides: the same
    label with another value is another block.
    """
    paired = repeated == 1 and len(texts[0]) % 2 == 0 and texts[0][0] in openers
    if not paired and any(len(text) != 2 for text in texts[:repeated]):
        return False
    if repeated == 1 and len(texts[0]) == 2 and grid.n_cols > 2:
        return texts[0][0] in openers
    found = run.header_of(texts)
    if found is None:
        return False
    source, start = found
    before, now = run.texts.of(source)[start + repeated : start + repeated + 1], texts[repeated]
    return (
        bool(before) and len(now) == len(before[0]) == 2 and before[0] != now and _label(before[0][0]) == _label(now[0])
    )


def _label(text: str) -> str:
    """A text without its figures: "Objective: AB 2" has the label of "Objective: AB 1"."""
    return re.sub(r"\d+", "0", text)


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
