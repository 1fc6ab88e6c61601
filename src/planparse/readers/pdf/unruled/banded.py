"""Rows of one text between tables of the same columns, of which only the first has a header: one table with bands.

Ref    Action                 Deadline      <- the header, once
LC1: Keep libraries open                    <- a band
LC1.1  Launch a programme     May 2021
LC2: Get people active                      <- a band
LC2.1  Hold a festival        June 2021

Rows of a code and one text over the other columns may stand among the bands, and a band may look like a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Borders, Table, TableCell
from planparse.readers.pdf.unruled.band_headers import (
    COLUMNS,
    NEAR,
    Piece,
    by_column,
    clear_of_names,
    header_over,
    in_columns,
    names_columns,
    titles_over,
    top_of,
)
from planparse.readers.pdf.unruled.carried import HEADS, band_styles
from planparse.readers.pdf.unruled.coded_rows import CLOSE, CodedRows
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_year

_BANDS = 2
"""Lines that a band may have."""
_LARGER = 1.12
"""Times as large as those of a row are the letters of a heading."""
_STRIP = 12.0
"""Points of white that part the groups of rows of one table."""
_DRAWN = 1.0
"""Points by which the borders of one column may differ where they are drawn."""
_SAME = 14.0
"""Points by which the borders of one column may differ where no line shows them."""


@dataclass(slots=True)
class _Part:
    """A table and what stands over it: the lines of its band, and over them those of a header."""

    table: Table
    band: list[Line]
    header: list[Line]
    over: Table | None = None
    """The header, where it was taken for a table of its own."""
    head: Table | None = None
    """The same in the columns of the table."""


def join_bands(group: Group, rules: list[Rule], headers: Headers, before: Borders | None = None) -> None:
    """Makes one table of those that share a header, with the bands over them. ``rules`` are drawn level on the page.

    What looks like the heading over a table with a header is a heading itself: ``headers`` keeps these looks.
    ``before`` are the borders of the table that ended the page before, where the group begins a page.
    """
    if not group.tables or not (group.lines or before or len(group.tables) > 1):
        return
    pieces: list[Piece] = [*group.lines, *group.tables]
    pieces.sort(key=top_of)
    tables = [n for n, piece in enumerate(pieces) if isinstance(piece, Table)]
    parts = [p for n in tables if (p := _part(pieces, n, rules, before if n == tables[0] else None, headers))]
    runs: list[list[_Part]] = []
    for part in parts:
        if part.header or not runs or not _goes_on(runs[-1], part, pieces):
            runs.append([part])
        else:
            runs[-1].append(part)
    if before is not None and parts and parts[0].table.soft and not parts[0].header:
        first = parts[0]
        at = next(n for n, piece in enumerate(pieces) if piece is first.table)
        first.table.goes_on |= at - len(first.band) <= HEADS and _has_columns(first.table, before)
    for part in parts:
        if part.table.goes_on and not part.header:
            _without_running_head(part, headers)
    for run in runs:
        table = run[0].table
        if _has_header(table) and run[0].band:
            headers.heading_styles.add(run[0].band[-1].style)
        if any(part.band and part.band[-1].style in headers.heading_styles for part in run[1:]):
            continue
        goes_on = table.goes_on and (len(run) > 1 or bool(run[0].band))
        if run[0].header or goes_on or (len(run) > 1 and _has_header(table)):
            _join(run, group)
    for table in group.tables:
        headers.band_styles |= band_styles(table)


def _bottom(piece: Piece) -> float:
    return piece.ys[-1] if isinstance(piece, Table) else piece.bottom


def _part(pieces: list[Piece], n: int, rules: list[Rule], before: Borders | None, headers: Headers) -> _Part | None:
    table = pieces[n]
    assert isinstance(table, Table)
    if len(table.xs) - 1 < COLUMNS:
        return None
    coded = CodedRows(table)
    band: list[Line] = []
    bands = 0
    below: Piece = table
    k = n - 1
    while k >= 0 and bands <= _BANDS:
        line = pieces[k]
        if not isinstance(line, Line) or top_of(below) - line.bottom > NEAR * line.size:
            break
        is_heading = _is_heading(line, table)
        bands = bands + 1 if is_heading or _is_band(line, table) else 0
        if not bands and not coded.begins(line, known=False) and not coded.goes_on(line):
            break
        band.insert(0, line)
        below, k = line, k - 1
        if is_heading:
            break
    while band and coded.goes_on(band[0]) and not _is_band(band[0], table):
        below = band[1] if len(band) > 1 else table
        band, k = band[1:], k + 1
    header = header_over(pieces, k, below, table, rules) if band and not _has_header(table) else []
    if not header and band and before is not None and not _has_header(table) and _has_columns(table, before):
        known = replace(table, xs=list(before))
        header = header_over(pieces, k, below, known, rules)
        table.xs = known.xs if header else table.xs
    over, head = pieces[k] if k >= 0 and not header and not _has_header(table) else None, None
    if band and isinstance(over, Table) and top_of(below) - over.ys[-1] < NEAR * band[0].size:
        names = make_lines([w for cell in over.cells for w in cell.words]) if names_columns(over, table) else []
        if names:
            as_drawn = len(over.xs) == len(table.xs) and _has_columns(over, table.xs)
            head = over if as_drawn else in_columns(names, over, table.xs, rules)
        header = names if head is not None else []
    if header and table.soft and head is None:
        clear_of_names(table, header)
    if band and _is_heading(band[0], table):
        if header:
            headers.band_styles.add(band[0].style)
        elif band[0].style not in headers.band_styles:
            band = band[1:]
    return _Part(
        table, band if bands <= _BANDS else [], header, over if isinstance(over, Table) and head else None, head
    )


def _is_band(line: Line, table: Table) -> bool:
    """Whether the line is one text that begins at the left of the table, in letters like those of the table."""
    size = _size(table, line)
    if (line.bold and line.size > _LARGER * size) or _LARGER * line.size < size:
        return False  # a heading, or a running head
    return _is_at_left(line, table)


def _is_heading(line: Line, table: Table) -> bool:
    return line.bold and line.size > _LARGER * _size(table, line) and _is_at_left(line, table)


def _is_at_left(line: Line, table: Table) -> bool:
    return len(cut(line, NEAR_GAP).runs) == 1 and abs(line.x0 - _left(table)) < line.size and line.x1 < table.xs[-1] + 6


def _size(table: Table, line: Line) -> float:
    return next((w.style.size for c in table.cells for w in c.words), line.size)


def _left(table: Table) -> float:
    return min((w.x0 for c in table.cells if c.slab.col == 0 for w in c.words), default=table.xs[0])


def _has_header(table: Table) -> bool:
    """Whether the first row is bold and no value, as the others are not."""
    first = [c for c in table.cells if c.slab.row == 0 and c.words]
    rest = [c for c in table.cells if c.slab.row > 0 and c.words]
    bold = all(w.style.bold for c in first for w in c.words)
    return len(first) > 1 and bold and not (rest and all(w.style.bold for c in rest for w in c.words))


def _first_row(table: Table) -> list[str]:
    return [words_text(c.words) for c in table.cells if c.slab.row == 0 and c.words]


def _goes_on(run: list[_Part], part: _Part, pieces: list[Piece]) -> bool:
    """Whether nothing but a band, or a strip of white, parts a table from the one above, whose columns it has."""
    above = run[-1].table
    if _has_header(part.table) or len(above.xs) != len(part.table.xs):
        return False
    if _first_row(part.table) == _first_row(run[0].table):
        return False
    own = part.table
    between = [p for p in pieces if _bottom(above) <= top_of(p) + 1 and top_of(p) < top_of(own) and p is not own]
    if len(between) != len(part.band):
        return False
    if not part.band:
        drawn = all(abs(a - b) < _DRAWN for a, b in zip(above.xs, own.xs, strict=True))
        return drawn and not (above.soft or own.soft) and top_of(own) - _bottom(above) < _STRIP
    if top_of(part.band[0]) - _bottom(above) > NEAR * part.band[0].size:
        return False
    return _has_columns(own, above.xs)


def _has_columns(table: Table, xs: Sequence[float]) -> bool:
    """Whether a table has these columns, or all its texts stand in them where nothing draws its borders."""
    if len(table.xs) != len(xs):
        return False
    if all(abs(a - b) <= _SAME for a, b in zip(table.xs, xs, strict=True)):
        return True
    filled = [c for c in table.cells if c.words]
    last = {c.slab.row: c for c in filled}  # a text with nothing right of it may be longer
    ends = table.soft and xs[-2] < table.xs[-1] < xs[-1] + _SAME
    return ends and all(
        xs[c.slab.col] - 2 <= w.x0 and (c is last[c.slab.row] or w.x1 <= xs[c.slab.col + c.slab.col_span] + 2)
        for c in filled
        for w in c.words
    )


def _join(run: list[_Part], group: Group) -> None:
    """Makes the parts one table; the band over a first one that has its own header is a heading and stays outside."""
    first = run[0].table
    if not run[0].header and not (first.goes_on and not _has_header(first)):
        run[0].band = []
    top = min([line.top for line in (*run[0].header, *run[0].band)], default=first.ys[0])
    end = max([first.xs[-1], *(line.x1 + 1 for line in run[0].header)])
    whole = Table(
        [*first.xs[:-1], end],
        [top],
        [],
        [*first.evidence],
        soft=first.soft,
        guessed=first.guessed,
        goes_on=first.goes_on,
    )
    whole.evidence.append("bands between its rows, under one header")
    goes_on = first.goes_on or (run[0].over is not None and run[0].over.goes_on)
    for part in run:
        rows = _rows(part.band, part.table)
        below: list[Piece] = [*(lines[0] for lines in rows), part.table]
        if part.head is not None:
            _add_table(whole, part.head)
        else:
            _add_header(whole, part.header, below[0])
        for lines, next_one in zip(rows, below[1:], strict=True):
            cells = _cells(lines, len(whole.xs) - 1, part.table)
            if goes_on and _is_rest_of_code(lines, whole):
                cells = [(0, 1, lines[0].words)]
            _add_row(whole, cells, next_one)
        _add_table(whole, part.table)
    used = {id(line) for part in run for line in (*part.header, *part.band)}
    group.lines = [line for line in group.lines if id(line) not in used]
    gone = [table for part in run for table in (part.table, part.over)]
    group.tables = [t for t in group.tables if all(t is not own for own in gone)] + [whole]


def _rows(lines: list[Line], table: Table) -> list[list[Line]]:
    """The lines of each band: one goes on in the next where its first word had no room; and those of rows with a
    code."""
    coded = CodedRows(table)
    out: list[list[Line]] = []
    for line in lines:
        above, first = out[-1][-1] if out else None, line.words[0]
        near = above is not None and above.style is line.style and line.base - above.base < CLOSE * line.size
        hangs = coded.goes_on(line) and not _is_band(line, table)
        if above is not None and (
            hangs or (near and above.x1 + first.x1 - first.x0 > table.xs[-1] - line.size and not _is_coded(line, coded))
        ):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _without_running_head(part: _Part, headers: Headers) -> None:
    """Takes the lines away over a table that goes on from the page before, but rows with a code and what looks like a
    band that was met."""
    coded = CodedRows(part.table)
    while part.band and not (part.table.soft and _is_known(part.band[0], coded, headers)):
        part.band = part.band[1:]


def _is_known(line: Line, coded: CodedRows, headers: Headers) -> bool:
    return line.style in headers.band_styles or _is_coded(line, coded)


def _is_coded(line: Line, coded: CodedRows) -> bool:
    return coded.begins(line, known=False)


def _cells(lines: list[Line], columns: int, table: Table) -> list[tuple[int, int, list[Word]]]:
    """The cells of a band, or of a row with a code."""
    words = [w for line in lines for w in line.words]
    if not _is_coded(lines[0], CodedRows(table)):
        return [(0, columns, words)]
    label = cut(lines[0], NEAR_GAP).runs[0].words
    return [(0, 1, label), (1, columns - 1, words[len(label) :])]


def _is_rest_of_code(lines: list[Line], whole: Table) -> bool:
    """Whether nothing but a header stands over a figure in the first column that is no year: what a page's end has left
    of a code, and no band."""
    text = lines[0].text
    if len(lines) > 1 or not text.isdecimal() or is_year(text) or lines[0].x1 > whole.xs[1]:
        return False
    return all(w.style.bold for c in whole.cells for w in c.words)


def _add_header(whole: Table, lines: list[Line], below: Piece) -> None:
    """Adds the rows of a header: the names of the columns, with titles over some of them."""
    if not lines:
        return
    titles = titles_over(lines[0], lines[1:], whole.xs)
    if not titles:
        _add_row(whole, by_column(lines, whole.xs), below)
        return
    spanned = {k for col, span, _ in titles for k in range(col, col + span)}
    names = by_column(lines[1:], whole.xs)
    row, top = len(whole.ys) - 1, whole.ys[-1]
    beside = [cell for cell in names if cell[0] not in spanned]
    _add_row(whole, titles, lines[1])
    _add_row(whole, [cell for cell in names if cell[0] in spanned], below)
    for col, _, words in beside:
        box = (whole.xs[col], top, whole.xs[col + 1], whole.ys[-1])
        whole.cells.append(TableCell(Slab(row, col, 2, 1), box, words))
    whole.cells.sort(key=lambda c: (c.slab.row, c.slab.col))


def _add_row(whole: Table, cells: list[tuple[int, int, list[Word]]], below: Piece) -> None:
    row, top = len(whole.ys) - 1, whole.ys[-1]
    bottom = max(top_of(below) - 1, top + 0.1)
    whole.ys.append(bottom)
    for col, span, words in cells:
        box = (whole.xs[col], top, whole.xs[col + span], bottom)
        whole.cells.append(TableCell(Slab(row, col, 1, span), box, words))


def _add_table(whole: Table, table: Table) -> None:
    row = len(whole.ys) - 1
    whole.ys += [max(y, whole.ys[-1] + 0.1) for y in table.ys[1:]]
    for cell in table.cells:
        cell.slab.row += row
        whole.cells.append(cell)
