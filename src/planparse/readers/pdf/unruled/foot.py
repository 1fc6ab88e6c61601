"""Rows at the foot of a page whose table goes on on the next page.

A header, or a header and the beginning of a row, is too little to be seen as a table by itself: where no ruled cell
says so, the columns of the table that begins the next page do.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from planparse.readers.pdf.layout import PageLayout, Piece, write_cells
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.paragraphs.furniture import masked
from planparse.readers.pdf.paragraphs.prose import Prose
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.tables import LABELLED, PAD, Borders, Table
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import APART, HANGING, HEADS, clear_of, entries, is_beside_label, is_tail
from planparse.readers.pdf.unruled.goes_on import put_row, put_tail
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.regions import Region, level_rules
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value

_CLOSE = 1.5
"""Heights of a letter from one line of a text to the next."""
_LEVEL = 1.5
"""Points by which texts that begin at one place may differ."""
_SAME = 4.0
"""Points by which the border of a column may differ from page to page."""
_LAST = 4
"""Lines at a page's end among which a text may be longer than all of its column on the next page."""
_BANDS = 3
"""Lines of bands over rows that begin the next page."""
_SEVERAL = 3
"""Cells of a row that has a code, a text and what belongs to them."""
_LARGE = 1.12
"""Times the size of a table's text; a heading is larger."""
_TOP = 0.35
"""Share of the page above which the table of the next page begins."""


def take_foot(above: PageLayout, below: PageLayout) -> None:
    """Makes the last lines of ``above`` a table where they stand in the columns of the one that begins ``below``."""
    first, source = _first_table(below), above.source
    if first is None or source is None or not above.groups:
        return
    pieces = above.groups[-1]
    _dissolve_header(pieces, source, first)
    start = max((n + 1 for n, piece in enumerate(pieces) if isinstance(piece, Table)), default=0)
    feet = {_look(piece) for group in below.groups for piece in group if isinstance(piece, Line)}
    feet.update(map(_look, below.foot))
    lines = [piece for piece in pieces[start:] if isinstance(piece, Line) and _look(piece) not in feet]
    table = pieces[start - 1] if start and 0 < len(lines) <= _BANDS else None
    if isinstance(table, Table) and (_take_bands(lines, table, first) or _take_begin(lines, table, first)):
        pieces[start:] = [piece for piece in pieces[start:] if all(piece is not line for line in lines)]
        write_cells(table, level=source.level)
        return
    known = [first.borders, tuple(first.xs)]
    known.append((known[1][0], *clear_of(lines[-_LAST:], known[1]), known[1][-1]))
    torn = _begins_with_rest_of_header(first)
    borders, own = max(((b, foot_lines(lines, b, torn)) for b in known), key=lambda f: len(f[1]))
    if not own and len(borders) > LABELLED:  # a label with a text may be all there is of a block of labels and tables
        borders = (*borders[:2], borders[-1])
        own = foot_lines(lines, borders)
        labels = [word.text for line in own for word in (entries(line, borders) or {}).get(0, ())]
        own = own if any(c.isalnum() for label in labels for c in label) else []  # bullets are no labels
    if own:
        over = lines[: lines.index(own[0])]
        own = [*(_header_over(over, first) or _names_over(over, own[0], borders)), *own]
    table = _table(own, source, borders) if own else None
    if table is None:
        return
    write_cells(table, level=source.level)
    chosen = {id(line) for line in own}
    at = next(n for n, piece in enumerate(pieces) if id(piece) in chosen)
    pieces[at : at + len(own)] = [table]
    _put_tail(below, first)
    write_cells(first, level=source.level)


def _header_over(lines: list[Line], following: Table) -> list[Line]:
    """The last of these lines, where they are the header with which the next page begins and bands between that and the
    first row."""
    bands = list(takewhile(lambda line: line.bold and len(cut(line, NEAR_GAP).runs) == 1, reversed(lines)))
    letters = _letters(following, 1)
    for count in range(min(len(bands), _BANDS) + 1):
        for height in range(1, _LAST):
            head = lines[len(lines) - count - height : len(lines) - count]
            if head and sorted([c for line in head for c in line.text if c.isalnum()]) == letters:
                return lines[len(lines) - count - height :]
    return []


def _names_over(lines: list[Line], header: Line, borders: Borders) -> list[Line]:
    """The last of these lines that begin names of a bold header: as bold, close over it, each text in one column."""
    out: list[Line] = []
    below = header
    for line in reversed(lines):
        close = below.base - line.base < _CLOSE * line.size
        found = entries(line, borders) or {}
        if not (header.bold and line.style is header.style and close and found.keys() - {0}):
            break  # a text alone at the left may be a caption
        out.insert(0, line)
        below = line
    return out


def _dissolve_header(pieces: list[Piece], source: Page, following: Table) -> None:
    """Makes the last table of a page lines again, where it is but the header with which the next page begins."""
    at = max((n for n, piece in enumerate(pieces) if isinstance(piece, Table)), default=-1)
    table = pieces[at] if at >= 0 else None
    if not isinstance(table, Table) or not table.soft or len(table.ys) > HEADS + 1:
        return
    if _letters(table, len(table.ys)) == _letters(following, 1):
        x0, top, x1, bottom = table.bbox
        words = [w for w in source.words if x0 < (w.x0 + w.x1) / 2 < x1 and top < (w.top + w.bottom) / 2 < bottom]
        pieces[at : at + 1] = make_lines(words) if words else [table]


def _letters(table: Table, rows: int) -> list[str]:
    """The letters of the first rows of a table, sorted: another cut may have them in other cells."""
    return sorted([c for row in _rows(table)[:rows] for prose in row for c in prose.text if c.isalnum()])


def _take_bands(lines: list[Line], table: Table, following: Table) -> bool:
    """Adds the last lines of a page to the table right over them, where that goes on on the next page, with its header
    if it has that again, and has such lines elsewhere over some of its rows."""
    if not _is_same(table, following):
        return False
    end = table.ys[-1]
    for line in lines:
        if line.top - end > _CLOSE * line.size or len(cut(line, NEAR_GAP).runs) > 1:
            return False
        end = line.bottom
    bands = [row[0] for row in (*_rows(table), *_rows(following)) if len(row) == 1]
    for line in lines:
        if not any((line.size, line.bold) == (b.size, b.bold) and abs(line.x0 - b.box[0]) < _LEVEL for b in bands):
            return False
    for line in lines:
        put_row(table, [line], line.bottom + 1, over=False)
    return True


def _take_begin(lines: list[Line], table: Table, following: Table) -> bool:
    """Adds the last lines of a page, the begin of one text, to the table right over them, where the first row of the
    next page has the text's rest, in small letters, and all else of the row: of a name its values, which stand in the
    middle beside it."""
    col = bisect_right(table.xs, lines[0].x0) - 1
    if not 0 <= col < len(table.xs) - 1 or not _is_same(table, following):
        return False
    own = [prose for cell in table.cells if cell.slab.col == col and cell.slab.col_span == 1 for prose in cell.prose]
    end = table.ys[-1]
    for line in lines:
        if line.top - end > _CLOSE * line.size or line.x1 > table.xs[col + 1]:
            return False
        if not any((line.size, line.bold) == (p.size, p.bold) and abs(line.x0 - p.box[0]) < _LEVEL for p in own):
            return False
        end = line.bottom
    start = _head_rows(table, following)
    row = [cell for cell in following.cells if cell.slab.row == start and cell.prose]
    rest = next((cell.prose[0].text for cell in row if cell.slab.col == col), "")
    if len(row) < _SEVERAL or row[0].slab.col or not rest[:1].islower():
        return False
    if not col and not any(is_value(cell.prose[0].text) for cell in row[1:]):
        return False
    put_row(table, lines, lines[-1].bottom + 1, over=False)
    return True


def _is_same(table: Table, following: Table) -> bool:
    """Whether a table has the columns of another one that goes on with it or has its header again."""
    if len(table.xs) != len(following.xs) or abs(table.xs[0] - following.xs[0]) > _SAME:
        return False
    return following.goes_on or _is_headed(table, following)


def _is_headed(table: Table, following: Table) -> bool:
    return _head_rows(table, following) > 0


def _head_rows(table: Table, following: Table) -> int:
    """With how many rows of a table another one begins again; the cells of each page may span other rows of them."""
    one, two = _rows(table), _rows(following)
    same = [prose.text for prose in one[0]] == [prose.text for prose in two[0]]
    most = min(len(one), len(two), _LAST) - 1
    return next((n for n in range(most, 0, -1) if _letters(table, n) == _letters(following, n)), int(same))


def _rows(table: Table) -> list[list[Prose]]:
    """The texts of each row."""
    out: list[list[Prose]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        out[cell.slab.row] += cell.prose
    return out


def _begins_with_rest_of_header(table: Table) -> bool:
    """Whether the first row of a table is bold, as no other is, and has nothing in the first column."""
    first, *others = ([prose for prose in row if prose.text] for row in _rows(table))
    cell = next((cell for cell in table.cells if cell.slab.row == cell.slab.col == 0), None)
    bold = bool(first) and all(prose.bold for prose in first)
    return bold and (cell is None or not cell.prose) and not any(prose.bold for row in others for prose in row)


def _look(line: Line) -> tuple[str, int]:
    """What running feet of two pages have in common."""
    return masked(line.text), round(line.base)


def _first_table(page: PageLayout) -> Table | None:
    """The table that begins a page, below its running heads if any, and below the end of a text torn off a column."""
    pieces = page.groups[0] if page.groups else []
    at = next((n for n, piece in enumerate(pieces) if isinstance(piece, Table)), None)
    table = pieces[at] if at is not None else None
    if not isinstance(table, Table) or len(table.xs) < 3 or table.ys[0] > _TOP * page.height:
        return None
    above = [piece for piece in pieces[:at] if isinstance(piece, Line)]
    heads = next((n for n in range(len(above)) if is_tail(above[n:], tuple(table.xs))), len(above))
    size = next((prose.size for cell in table.cells for prose in cell.prose), 0.0)
    if any(line.bold and line.size > _LARGE * size for line in above[:heads]):
        return None  # it begins below its own heading
    return table if heads <= HEADS else None


def _put_tail(page: PageLayout, table: Table) -> None:
    """Puts the end of a text that stands over the table, as the table has become one that goes on, in a row of its."""
    pieces = page.groups[0]
    group = Group([piece for piece in pieces if isinstance(piece, Line)], [table])
    put_tail(group, tuple(table.xs))
    kept = {id(line) for line in group.lines}
    page.groups[0] = [piece for piece in pieces if isinstance(piece, Table) or id(piece) in kept]


def foot_lines(lines: list[Line], borders: Borders, torn: bool = False) -> list[Line]:
    """The lines of the rows at the foot of a page, above its running feet; none where something else stands there.
    ``torn``: the next page begins with the rest of a header."""
    for n in range(min(HEADS + 1, len(lines))):
        taken = _fitting(lines[: len(lines) - n], borders, torn)
        if taken:
            return taken
    return []


def _fitting(lines: list[Line], borders: Borders, torn: bool) -> list[Line]:
    """From the last line upwards; the first one taken is that of a row, or wraps right above one."""
    taken: list[Line] = []
    kept = 0
    for line in reversed(lines):
        found = entries(line, borders)
        if len(borders) == LABELLED and not _may_be_labelled(found or {}, borders):
            break
        titled = found is None and (
            (bool(taken or (torn and line.bold)) and _is_titled(line, borders))
            or (bool(taken) and _is_labelled(line, borders))
        )
        row = titled or len(found or ()) >= max(2, (len(borders) - 1) // 2)
        step = (taken[-1].base - line.base) / max(line.size, taken[-1].size) if taken else 0.0
        if (found is None and not titled) or step > APART:
            break
        if row and not kept and any(not _goes_on(below, found or {}, borders, line) for below in taken):
            break
        taken.append(line)
        if row:
            kept = len(taken)
    return taken[:kept][::-1]


def _may_be_labelled(found: dict[int, list[Word]], borders: Borders) -> bool:
    """Whether a line may be of a label, of the text beside it, or of an item of that, whose lines hang further in."""
    return _hangs(found, borders) or found.keys() == {0} or is_beside_label(found, borders)


def _hangs(found: dict[int, list[Word]], borders: Borders) -> bool:
    return len(borders) == LABELLED and found.keys() == {1} and 0 < found[1][0].x0 - borders[1] - PAD < HANGING


def _goes_on(below: Line, row: dict[int, list[Word]], borders: Borders, line: Line) -> bool:
    """Whether a line below the last row is of its texts: close to it, or each begins where the text above does; running
    feet stand elsewhere. Below a header it may be the band over rows that begin the next page."""
    if below.base - line.base < _CLOSE * line.size or (line.bold and _is_band(below, borders)):
        return True
    found = entries(below, borders) or {}
    if _hangs(found, borders):
        return True
    if line.bold and not below.bold and found:  # the first line of a torn row, whose entries stand lower
        return all(abs(words[0].x0 - borders[col] - PAD) < 2 * _LEVEL for col, words in found.items())
    return all(col in row and abs(words[0].x0 - row[col][0].x0) < _LEVEL for col, words in found.items())


def _is_band(line: Line, borders: Borders) -> bool:
    """Whether a line is one bold text that begins where those of the first column do."""
    return line.bold and len(cut(line, NEAR_GAP).runs) == 1 and abs(line.x0 - borders[0] - PAD) < 2 * _LEVEL


def _is_labelled(line: Line, borders: Borders) -> bool:
    """Whether the line is a label with one text beside it, over several columns."""
    beside = (*borders[:2], borders[-1])
    found = entries(line, beside) or {}
    return 0 in found and is_beside_label(found, beside)


def _is_titled(line: Line, borders: Borders) -> bool:
    """Whether the line is one of a header, with titles over several columns beside an entry of the first."""
    first, *others = cut(line, NEAR_GAP).runs
    return first.x1 < borders[1] and len(others) > 1 and others[0].x0 > borders[1] - 3 and others[-1].x1 < borders[-1]


def _table(own: list[Line], source: Page, borders: Borders) -> Table | None:
    box = (borders[0], own[0].top - 1, borders[-1], own[-1].bottom + 1)
    size = max(line.size for line in own)
    rules = [
        rule.at
        for rule in level_rules(source.horizontals, source.fills)
        if box[1] - size < rule.at < box[3] + size
        and min(rule.end, box[2]) - max(rule.start, box[0]) > 0.4 * (box[2] - box[0])
    ]
    hints = hints_of(source, own, Region(own, box, rules))
    hints.verticals, hints.complete = list(borders[1:-1]), True
    table = aligned_table(own, hints, NEAR_GAP)
    if table is None or not _spread(table, borders):
        return None
    table.evidence.append("in the columns of the table that begins the next page")
    is_open = len(rules) > 1 and max(rules) < own[-1].base
    for cell in table.cells:
        cell.slab.open_bottom = is_open and cell.slab.row + cell.slab.row_span == len(table.ys) - 1
    return table


def _spread(table: Table, borders: Borders) -> bool:
    """Lets the cells span the columns between ``borders`` that they are as wide as, if the table has no other ones: a
    header may be painted with one cell over several. Whether it could be."""
    cols = [next((n for n, b in enumerate(borders) if abs(x - b) <= _SAME), -1) for x in table.xs]
    if cols[0] != 0 or cols[-1] != len(borders) - 1 or sorted(set(cols)) != cols:
        return len(table.xs) == len(borders)
    for cell in table.cells:
        start, end = cols[cell.slab.col], cols[cell.slab.col + cell.slab.col_span]
        cell.slab.col, cell.slab.col_span = start, end - start
    table.xs = [table.xs[cols.index(n)] if n in cols else b for n, b in enumerate(borders)]
    return True
