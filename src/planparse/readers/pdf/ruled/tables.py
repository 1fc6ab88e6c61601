"""Tables of a page: cells with their words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from planparse.model.provenance import BBox
from planparse.model.shelf import compact
from planparse.readers.pdf.page import WHITE, Fill, Page, Word
from planparse.readers.pdf.paragraphs.prose import Prose
from planparse.readers.pdf.ruled.apart import apart
from planparse.readers.pdf.ruled.boxes import with_boxes
from planparse.readers.pdf.ruled.breaks import with_breaks
from planparse.readers.pdf.ruled.dividers import without_dividers
from planparse.readers.pdf.ruled.edges import with_edges, with_whole_uprights
from planparse.readers.pdf.ruled.framed import is_around, unframed
from planparse.readers.pdf.ruled.lattice import Lattice, Slab, lattice
from planparse.readers.pdf.ruled.lone_rules import with_lone_rules
from planparse.readers.pdf.ruled.pieces import with_pieces
from planparse.readers.pdf.ruled.rules import frames, join_rules
from planparse.readers.pdf.ruled.touching import parted
from planparse.readers.pdf.words.lines import Line, make_lines

PAD = 3.0
"""Points from a border to the text right of it, where neither is drawn."""
_OVER = 0.5
"""Heights of a letter from a cell that the page's end has cut to a line of it that runs out of it."""
_ON = 1.0
"""Points by which a letter may begin below the border that it stands on."""
_STEP = 1.5
"""Heights of a letter from one line of a text to the next."""
_FOOT = 0.6
"""Share of the page's height; a table that the page's end has cut goes on below it."""
LABELLED = 3
"""Borders of a table of labels with a text beside each."""
_TWICE = 3.0
"""Points between borders that are drawn twice, as the side of a cell and as the edge of its paint."""
_LEVEL = 3.0
"""Points by which texts that begin at one place may differ: the bullets of a list among them."""

_base = attrgetter("base")


@compact
@dataclass(slots=True)
class TableCell:
    slab: Slab
    box: BBox
    words: list[Word] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    """What the words are made into, when the whole page is laid out."""
    fill: str | None = None
    tables: list[Table] = field(default_factory=list)
    lines: list[Line] | None = None
    undivided: bool = False
    """See ``SEVERAL_COLUMNS``."""

    def in_lines(self) -> list[Line]:
        """The words in lines, made when first asked for; the words do not change after that."""
        if self.lines is None:
            self.lines = make_lines(self.words)
        return self.lines


@compact
@dataclass(slots=True)
class Table:
    """A table region of one page. ``xs`` and ``ys`` are its column and row borders."""

    xs: list[float]
    ys: list[float]
    cells: list[TableCell]
    evidence: list[str]
    settled: bool = False
    """Each cell has its own rule: none holds further rows or columns."""
    soft: bool = False
    """Its column borders stand in white gaps, not on rules."""
    guessed: bool = False
    """Some of them do."""
    goes_on: bool = False
    """It stands in the columns of the table that ended the page before."""
    closed: bool = False
    """It is drawn on all sides, the lower end among them: a row that goes on over the page is drawn there too."""

    @property
    def borders(self) -> Borders:
        """The column borders to look for on the pages beside it.

        Where nothing is drawn, right before the texts of a column of which most begin at one place: they do so on each
        page, while the middle of the white gap is another.
        """
        if not self.soft:
            return tuple(self.xs)
        starts: list[list[float]] = [[] for _ in self.xs]
        for cell in self.cells:
            own = [prose.box[0] for prose in cell.prose] or [word.x0 for word in cell.words]
            if own and cell.slab.col_span == 1:
                starts[cell.slab.col].append(min(own))
        inner = [
            max(x, min(found) - PAD) if _begin_together(found, len(self.xs) == LABELLED) else x
            for x, found in zip(self.xs[1:-1], starts[1:], strict=False)
        ]
        return self.xs[0], *inner, self.xs[-1]

    @property
    def bbox(self) -> BBox:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def _begin_together(starts: list[float], beside: bool) -> bool:
    """Whether most texts of a column begin at one place; of those ``beside`` labels lists may begin further right."""
    first = min(starts, default=0.0)
    together = sum(start - first < _LEVEL for start in starts)
    return 3 * together >= 2 * len(starts) > 0 or (beside and together > 1)


def _area(found: Lattice) -> float:
    x0, top, x1, bottom = found.bbox
    return (x1 - x0) * (bottom - top)


_LARGER = 1.12
"""Times the usual size of the letters; a heading is larger."""
_MAX_CROSSINGS = 250_000
"""Horizontal times vertical rules on a page; with more of them it is a drawing or an attack."""

Borders = tuple[float, ...]
"""Column borders of a table, left to right, the outer ones among them."""


def ruled_tables(
    page: Page, words: list[Word], before: Borders | None, most: int | None = None, loose: bool = False
) -> tuple[list[Table], list[Word]]:
    """Tables drawn with crossing rules, outermost first, and the words that stand in none of them.

    ``before`` are the borders of the table that ended the page before: what stands between the same ones at the top
    of this page goes on with it, were it one cell or the torn end of one row; ``loose`` says that nothing is drawn at
    the end of that table, so that a box is another thing where it has more columns than labels and texts.
    Raises ``LimitExceeded`` for a table of more than ``most`` slots.
    """
    horizontals, verticals = join_rules(page.horizontals), join_rules(page.verticals)
    if len(horizontals) * len(verticals) > _MAX_CROSSINGS:
        page.crowded = True
        return [], words
    whole_frames = without_dividers(frames(horizontals, verticals), words, page.horizontals)
    whole_frames = with_whole_uprights(whole_frames, page.fills) if page.fills else whole_frames
    lattices = [
        found
        for whole in with_pieces(
            with_lone_rules(
                with_boxes(with_breaks(whole_frames, page.verticals, words)), page.horizontals, words, page.fills
            ),
            page,
            words,
            before,
        )
        for near in apart(whole, page.verticals)
        for frame in parted(near)
        if (found := lattice(with_edges(frame, page.fills), most)) is not None
        and not (len(found.xs) == 2 and is_around(found.bbox, page.fills))
        and (
            len(found.slabs) > 1
            or (
                (_goes_on(found, page, before) and (not loose or _is_open(found, before)))
                and not _is_heading(found, page, words)
            )
        )
    ]
    lattices = [unframed(found, words) for found in lattices]
    first = min([found.ys[0] for found in lattices], default=0.0)
    lattices.sort(key=_area)
    lattices = [a for n, a in enumerate(lattices) if not any(_is_part(a, b) for b in lattices[n + 1 :])]
    tables: list[Table] = []
    for found in lattices:
        table, words = fill_cells(page, found, words)
        if words and not found.pieced:
            words = _overhang(table, page, words, found.ys[0] == first and _goes_on(found, page, before))
            words = _on_the_border(table, page, words)
        goes_on = table.goes_on = len(table.ys) <= 3 and _goes_on(found, page, before)
        if goes_on:
            table.evidence.append("between the borders of the table that ended the page before")
        if _worth(table, tables, before, 1 if goes_on or _holds_more(found, page, before) else 2):
            tables.append(table)
        else:
            words = words + [w for cell in table.cells for w in cell.words]
    tables.reverse()
    return _nest(tables), words


def _is_part(found: Lattice, other: Lattice) -> bool:
    """Whether another lattice has all borders of this one: of one table some sides are drawn and all rows painted."""
    if len(found.xs) != len(other.xs) or any(abs(a - b) > _TWICE for a, b in zip(found.xs, other.xs, strict=True)):
        return False
    return all(any(abs(y - own) <= _TWICE for own in other.ys) for y in found.ys)


def _is_open(found: Lattice, before: Borders | None) -> bool:
    return found.slabs[0].open_top or before is None or len(before) <= LABELLED


def _is_heading(found: Lattice, page: Page, words: list[Word]) -> bool:
    """Whether a box is painted and holds one line of bold text, larger than most on the page."""
    x0, top, x1, bottom = found.bbox
    own = [w for w in words if x0 <= w.x0 and w.x1 <= x1 and top <= w.base <= bottom]
    painted = [
        f for f in page.fills if f.colour != WHITE and f.x1 - f.x0 > x1 - x0 - 4 and f.top < bottom - 4 < f.bottom
    ]
    size = sorted(w.style.size for w in words)[len(words) // 2] if words else 0.0
    one = bool(own) and all(
        w.style.bold and abs(w.base - own[0].base) < 1 and w.style.size > _LARGER * size for w in own
    )
    return one and any(f.x0 < x0 + 4 and f.top < top + 4 for f in painted)


def _goes_on(found: Lattice, page: Page, before: Borders | None) -> bool:
    x0, top, x1, _ = found.bbox
    if before is None or top > 0.25 * page.height:
        return False
    if abs(x0 - before[0]) > 3 or (abs(x1 - before[-1]) > 3 and not found.slabs[0].open_top):
        return False
    return all(any(abs(x - b) <= 3 for b in before) for x in found.xs[1:])  # a row may be shifted to the left


def _holds_more(found: Lattice, page: Page, before: Borders | None) -> bool:
    """Whether a box has the borders of a table of labels and texts that ended the page before, and others between: the
    rest of a table within one of its texts, were it one line."""
    if before is None or len(before) != LABELLED or len(found.ys) > LABELLED or found.ys[0] > 0.25 * page.height:
        return False
    return len(found.xs) > LABELLED and all(any(abs(x - b) <= 3 for x in found.xs) for b in before)


def _are_among(xs: list[float], before: Borders) -> bool:
    """Whether the table that ended the page before has all these borders: its frame was made one with them there."""
    return all(any(abs(x - b) <= 3 for b in before) for x in xs)


def _worth(table: Table, smaller: list[Table], before: Borders | None, fewest: int) -> bool:
    """Whether enough cells have text or a table: the grid of a chart or a drawing is not a table."""
    filled = len([cell for cell in table.cells if cell.words])
    least = (0.6 if len(table.xs) == 2 else 0.2) * len(table.cells) if fewest > 1 else 0.0
    if filled < max(fewest, least):
        framed = [t for t in smaller if before is None or not _are_among(t.xs, before)]
        filled += sum(any(_lies_in(t.bbox, c.box) for t in framed) for c in table.cells if framed and not c.words)
    return filled >= max(fewest, least)


def fill_cells(page: Page, found: Lattice, words: list[Word]) -> tuple[Table, list[Word]]:
    """Puts each word that lies in the lattice into its cell; gives back the others."""
    cells = [TableCell(slab, found.box(slab)) for slab in found.slabs]
    xs, ys, where = found.xs, found.ys, found.where
    outside: list[Word] = []
    left, upper, right, lower = found.bbox
    own: list[Word] = []
    x_from = x_to = y_from = y_to = float("nan")  # the cell of the word before, which most words share
    for word in words:
        x0, x1 = word.x0, word.x1
        x, y = (x0 + x1) / 2, (word.top + word.bottom) / 2
        if y_from <= y < y_to and x_from <= x < x_to and x0 + 1 >= x_from and x1 - 1 <= x_to:
            own.append(word)
            continue
        if not (left <= x < right and upper <= y < lower):
            outside.append(word)
            continue
        line = where[bisect_right(ys, y) - 1]
        cell = cells[line[bisect_right(xs, x) - 1]]
        own = cell.words
        x_from, y_from, x_to, y_to = cell.box
        if x0 + 1 >= x_from and x1 - 1 <= x_to:
            own.append(word)
            continue
        for part in _cut(page, found, word):
            cells[line[bisect_right(xs, (part.x0 + part.x1) / 2) - 1]].words.append(part)
    for fill in page.fills:
        _colour(found, cells, fill)
    shown = "borders that pieces of row rules show" if found.pieced else "vertical borders"
    evidence = [f"ruled: {len(found.ys)} horizontal and {len(found.xs)} {shown}"]
    ends = len(found.ys) - 1
    open_end = any(c.slab.open_bottom for c in cells if c.slab.row + c.slab.row_span == ends)
    closed = not found.pieced and not open_end
    return Table(found.xs, found.ys, cells, evidence, found.pieced, closed=closed), outside


def _overhang(table: Table, page: Page, words: list[Word], goes_on: bool) -> list[Word]:
    """Gives the cells that the page's end has cut the lines that stand under them, close to each other, and those that
    it has cut at the page's begin the lines over them; gives back the other words."""
    low = _FOOT * page.height
    cut = [
        (cell, goes_on and cell.slab.open_top, cell.slab.open_bottom and cell.box[3] > low)
        for cell in table.cells
        if cell.words and (cell.slab.open_top or cell.slab.open_bottom)
    ]
    if not cut:
        return words
    taken: set[int] = set()
    left, right = table.xs[0], table.xs[-1]
    across = {round(w.base) for w in words if left < w.x1 and w.x0 < right and _lies_over(w, table.xs)}
    for cell, over, under in cut:
        x0, top, x1, bottom = cell.box
        if not (under or over):
            continue
        own = [w for w in words if x0 <= w.x0 + 1 and w.x1 - 1 <= x1 and round(w.base) not in across]
        own.sort(key=_base)
        for word in own if under else ():
            if cell.box[3] <= (word.top + word.bottom) / 2 and word.top <= bottom + _OVER * word.style.size:
                cell.words.append(word)
                taken.add(id(word))
                bottom = max(bottom, word.bottom)
        for word in reversed(own) if over else ():
            if (word.top + word.bottom) / 2 <= cell.box[1] and top - _OVER * word.style.size <= word.bottom:
                cell.words.append(word)
                taken.add(id(word))
                top = min(top, word.top)
    return [w for w in words if id(w) not in taken]


def _on_the_border(table: Table, page: Page, words: list[Word]) -> list[Word]:
    """Gives the cells that end with the page the line that had no more room in them and stands on the border below;
    gives back the other words."""
    bottom, left, right = table.ys[-1], table.xs[0], table.xs[-1]
    if bottom <= _FOOT * page.height:
        return words
    own = [w for w in words if w.top <= bottom + _ON < w.base and left < w.x1 and w.x0 < right]
    if not own or any(_lies_over(w, table.xs) for w in own):
        return words
    taken: set[int] = set()
    for cell in table.cells:
        x0, _, x1, end = cell.box
        rest = [w for w in own if x0 <= w.x0 + 1 and w.x1 - 1 <= x1] if end == bottom and cell.words else []
        if rest and rest[0].base - max([w.base for w in cell.words]) < _STEP * rest[0].style.size:
            cell.words += rest
            taken.update(map(id, rest))
    return [w for w in words if id(w) not in taken]


def _lies_over(word: Word, borders: list[float]) -> bool:
    """Whether a word lies over one of the sorted borders: its line is no row of theirs."""
    return bisect_right(borders, word.x0 + 1) != bisect_right(borders, word.x1 - 1)


def _cut(page: Page, found: Lattice, word: Word) -> list[Word]:
    """A run of letters that goes over a column border, in pieces where the border parts two letters."""
    if len(word.text) < 2 or word.style.angle != 0:
        return [word]
    y = (word.top + word.bottom) / 2
    first = found.slab_at(word.x0 + 1, y)
    last = found.slab_at(word.x1 - 1, y)
    if first == last or first is None or last is None:
        return [word]
    letters = page.letters(word)
    if not letters:
        return [word]
    pieces: list[Word] = []
    slab = -1
    for n, (letter, (x0, _, x1, _)) in enumerate(letters):
        index = found.slab_at((x0 + x1) / 2, y)
        border = index is not None and slab >= 0 and index != slab
        if pieces and not (border and x0 - pieces[-1].x1 > 0.15 * word.style.size):
            pieces[-1].text += letter
            pieces[-1].x1 = x1
        else:
            piece = Word(letter, x0, word.top, x1, word.bottom, word.base, word.style, word.first + n, False)
            pieces.append(piece)
        slab = index if index is not None else slab
    pieces[-1].blank = word.blank
    return pieces if len(pieces) > 1 else [word]


def _colour(found: Lattice, cells: list[TableCell], fill: Fill) -> None:
    """Gives the cells that a filled area covers its colour; later areas lie over earlier ones."""
    xs, ys = found.xs, found.ys
    first, last = bisect_right(xs, fill.x0 + 1) - 1, bisect_right(xs, fill.x1 - 1) - 1
    top, bottom = bisect_right(ys, fill.top + 1) - 1, bisect_right(ys, fill.bottom - 1) - 1
    colour = None if fill.colour == WHITE else fill.colour
    for row in range(max(top, 0), min(bottom, len(ys) - 2) + 1):
        for index in set(found.where[row][max(first, 0) : last + 1]):
            a, b, c, d = cells[index].box
            wide = min(c, fill.x1) - max(a, fill.x0)
            high = min(d, fill.bottom) - max(b, fill.top)
            if wide > 0.6 * (c - a) and high > 0.6 * (d - b):
                cells[index].fill = colour


def _nest(tables: list[Table]) -> list[Table]:
    """Tables drawn inside one cell of another become that cell's own; ``tables`` come largest first."""
    top: list[Table] = []
    for table in tables:
        x0, y0, x1, y1 = table.bbox
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        level, holder = top, None
        while True:
            inside = next((t for t in level if t.bbox[0] <= x <= t.bbox[2] and t.bbox[1] <= y <= t.bbox[3]), None)
            cell = inside and next(
                (c for c in inside.cells if _lies_in(table.bbox, c.box)),
                None,
            )
            if not cell:
                break
            holder, level = cell, cell.tables
        (holder.tables if holder else top).append(table)
    return top


def _lies_in(inner: BBox, box: BBox) -> bool:
    return box[0] - 2 <= inner[0] and inner[2] <= box[2] + 2 and box[1] - 2 <= inner[1] and inner[3] <= box[3] + 2
