"""One page: its tables with the paragraphs of their cells, and the lines around them, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.model.provenance import BBox
from planparse.model.shelf import compact
from planparse.readers.pdf.finder import find_tables
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.paragraphs.headings import heading_parts, item_parts
from planparse.readers.pdf.paragraphs.prose import Prose, make_prose
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.paragraphs.running import Running
from planparse.readers.pdf.paragraphs.sides import Side
from planparse.readers.pdf.ruled.gaps import add_gaps
from planparse.readers.pdf.ruled.rules import whole_dots
from planparse.readers.pdf.ruled.tables import Borders, Table
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.bullets import add_bullets
from planparse.readers.pdf.words.leaders import add_leaders, drop_leaders
from planparse.readers.pdf.words.lines import Line, make_lines, parted
from planparse.readers.pdf.words.order import put_in_order
from planparse.readers.pdf.words.raised import take_marks
from planparse.readers.pdf.words.runs import FAR_GAP
from planparse.readers.pdf.words.spaced import join_letters, join_touching
from planparse.readers.pdf.words.tagged import raise_codes
from planparse.readers.pdf.words.turning import turn_box, turn_word, upright
from planparse.readers.pdf.words.typed_rules import take_typed_rules
from planparse.readers.pdf.words.visible import look

_LOW, _FOOT = 0.6, 2
"""Share of the page below which a table may go on on the next one, and lines that may stand below one higher up."""
_EDGE = 0.13
"""Share of the page's height."""

Piece = Line | Table


@compact
@dataclass(slots=True)
class PageLayout:
    number: int
    width: float
    height: float
    turn: int
    """See ``Page.turn``; ``width`` and ``height`` are those of the turned page."""
    head: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    """Lines that the pages so far have in common; see ``running``."""
    groups: list[list[Piece]] = field(default_factory=list)
    """Pieces in reading order; a new group begins where the text goes on elsewhere."""
    sides: dict[int, Side] = field(default_factory=dict)
    """The groups that are lists side by side."""
    margin: list[Prose] = field(default_factory=list)
    """Turned text outside of tables."""
    hidden: list[tuple[str, Prose]] = field(default_factory=list)
    """Reason and text."""
    furniture: list[tuple[str, Prose]] = field(default_factory=list)
    footnotes: list[Prose] = field(default_factory=list)
    source: Page | None = None
    """What is drawn on it, turned upright; let go when the page after it is laid out."""
    last_borders: Borders | None = None
    """Of the table that ends the page; ``closed`` is that of ``Table``."""
    closed: bool = False
    first: float = 0.0
    last: float = 0.0
    """Where the first text of the page begins and the last one ends."""
    gapped: bool = False
    """Some of its tables are ruled by gaps between painted cells."""
    n_words: int = 0
    ocr: bool = False
    unmapped: bool = False
    marks: list[str] = field(default_factory=list)
    """See ``Page``."""
    damaged: bool = False
    is_scan: bool = False
    crowded: bool = False

    def near_edge(self, top: float, bottom: float) -> bool:
        """Whether something stands so near to the first or the last text that it may be page furniture."""
        return bottom < self.first + _EDGE * self.height or top > self.last - _EDGE * self.height


def lay_out(
    page: Page,
    before: PageLayout | None = None,
    most: int | None = None,
    headers: Headers | None = None,
    running: Running | None = None,
) -> PageLayout:
    """Finds what stands where on a page; ``before`` is the page before it, ``headers`` and ``running`` come from all
    pages before.

    Raises ``LimitExceeded`` for a ruled table of more than ``most`` slots.
    """
    page = upright(page)
    page.fills = list(dict.fromkeys(reversed(page.fills)))[::-1]  # some programs paint each cell twice
    put_in_order(page)
    take_marks(page)
    if page.glued:
        join_touching(page)
    join_letters(page)
    add_bullets(page)
    add_leaders(page)
    drop_leaders(page)
    take_typed_rules(page)
    page.horizontals, page.verticals = whole_dots(page.horizontals), whole_dots(page.verticals)
    sight = look(page)
    out = PageLayout(page.number, page.width, page.height, page.turn)
    out.gapped = add_gaps(page, sight.words, before.last_borders if before and before.gapped else None)
    out.n_words, out.ocr, out.damaged = len(page.words), sight.ocr, page.damaged
    out.is_scan, out.source, out.marks = page.is_scan, page, page.marks
    out.unmapped = page.unnamed
    if [style for style in page.styles if style.unmapped]:
        out.unmapped = page.unnamed or bool([w for w in sight.words if w.style.unmapped])
    loose = before is None or not before.closed
    out.first, out.last = sight.first, sight.last
    words, out.head, out.foot = running.take(page, sight.words) if running else (sight.words, [], [])
    words = raise_codes(page, words)
    groups, turned = find_tables(page, words, before.last_borders if before else None, most, loose, headers)
    out.crowded = page.crowded
    for group in groups:
        for table in group.tables:
            write_cells(table, level=page.level)
        for line in group.lines:
            line.cuts.clear()
        lines = [part for line in group.lines for part in (heading_parts(line) if line.mixed else item_parts(line))]
        pieces: list[tuple[float, float, Piece]] = [(line.top, line.x0, line) for line in lines]
        pieces += [(round(table.ys[0], 1), table.xs[0], table) for table in group.tables]
        pieces.sort(key=lambda p: p[:2])
        if group.side is not None:
            out.sides[len(out.groups)] = group.side
        out.groups.append([piece for *_, piece in pieces])
    if turned:
        out.margin = turned_prose(turned, (0.0, 0.0, page.width, page.height))
    tables = [p for group in out.groups for p in group if isinstance(p, Table)]
    if tables and _ends_page(tables[-1], page, groups):
        out.last_borders, out.closed = tables[-1].borders, tables[-1].closed
    for reason, words in sight.hidden.items():
        out.hidden += [(reason, prose) for prose in _loose(words, page)]
    out.furniture = [("a watermark", prose) for prose in _loose(sight.watermarks, page)]
    return out


def _ends_page(table: Table, page: Page, groups: list[Group]) -> bool:
    """Whether the last table of a page may go on over it: it stands far down, or has only the page's foot below it."""
    if table.ys[-1] > _LOW * page.height:
        return not _is_followed(table, groups[-1].lines)
    below = [line for group in groups for line in group.lines if line.top > table.ys[-1]]
    return len(below) <= _FOOT and all(line.top > (1 - _EDGE) * page.height for line in below)


def _is_followed(table: Table, lines: list[Line]) -> bool:
    """Whether a heading with text under it stands below the last table of a page: it does not go on over the page."""
    below = [line for line in lines if line.top > table.ys[-1] and line.x0 < table.xs[-1] and line.x1 > table.xs[0]]
    heads = [n for n, line in enumerate(below) if line.bold and len(line.text) > 1]
    return bool(heads) and any(not line.bold for line in below[heads[0] + 1 : -1])


def write_cells(table: Table, *, level: bool) -> None:
    """Makes the words of each cell into paragraphs; ``level`` says that all of them run to the right."""
    for cell in table.cells:
        words = cell.words
        if words:
            if level or not (turned := [w for w in words if w.style.angle]):
                cell.prose = make_prose(cell.in_lines(), cell.box[0], cell.box[2], soft=table.guessed)
            else:
                rest = [w for w in words if not w.style.angle]
                cell.prose = make_prose(make_lines(rest), cell.box[0], cell.box[2]) if rest else []
                cell.prose += turned_prose(turned, cell.box)
            cell.words, cell.lines = [], None
        for nested in cell.tables:
            write_cells(nested, level=level)


def turned_prose(words: list[Word], box: BBox) -> list[Prose]:
    """Paragraphs of words that run up, down or upside down inside a box."""
    out: list[Prose] = []
    for angle in sorted({w.style.angle or 0 for w in words}):
        own = [turn_word(w, angle, box[2], box[3]) for w in words if w.style.angle == angle]
        left, _, right, _ = turn_box(box, angle, box[2], box[3])
        for lines in _far_texts(make_lines(own)):
            for prose in make_prose(lines, left, right):
                width, height = (box[3], box[2]) if angle != 180 else (box[2], box[3])
                prose.box = turn_box(prose.box, 360 - angle, width, height)
                out.append(prose)
    return out


def _far_texts(lines: list[Line]) -> list[list[Line]]:
    """The lines of each text, where several stand far from each other on a line: labels beside what they are of."""
    out: list[list[Line]] = []
    for line in lines:
        for part in parted(line, FAR_GAP):
            near = (own for own in out if part.base - own[-1].base < 2 * part.size)
            text = next((own for own in near if own[-1].x0 < part.x1 and part.x0 < own[-1].x1), None)
            if text is None:
                out.append([part])
            else:
                text.append(part)
    return out


def _loose(words: list[Word], page: Page) -> list[Prose]:
    """Words outside the flow, gathered by direction and line."""
    aslant = [w for w in words if w.style.angle is None]
    out = [Prose(w.text, None, w.style.size, w.style.bold, (w.x0, w.top, w.x1, w.bottom)) for w in aslant]
    level = [w for w in words if w.style.angle == 0]
    turned = [w for w in words if w.style.angle]
    if level:
        out += make_prose(make_lines(level), 0, page.width)
    if turned:
        out += turned_prose(turned, (0.0, 0.0, page.width, page.height))
    return out
