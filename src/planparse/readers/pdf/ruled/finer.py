"""Ruled tables whose cells hold rows or columns that are not ruled: read again by the alignment of their words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import replace

from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.ruled.beside_rows import with_entries_parted, with_labels_parted
from planparse.readers.pdf.ruled.grouped import has_more_columns, holds_figures
from planparse.readers.pdf.ruled.labels import label_starts
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.lone_lines import with_lines_apart
from planparse.readers.pdf.ruled.parting import STRIP, at_starts, by_white, in_columns, with_notes_apart
from planparse.readers.pdf.ruled.stacks import with_stacks_apart
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.ruled.titled_names import with_names_apart
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.free import free_regions
from planparse.readers.pdf.unruled.hints import Hints, hints_of
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import (
    FREE_GAP,
    NEAR_GAP,
    cut,
    cut_between,
    is_code,
    is_label,
    is_mark,
    is_value,
    is_year,
)

_BESIDE = 3
"""Columns right of a label beside several rows that show these by their codes."""
_SEVERAL = 3
"""Columns with a text that a cell over them shows to be a row of their own."""
_FEW = 3
"""Borders of the rows of a table that has one row below its header."""
_BORDERS = 3
"""Borders of a table with two columns: a card, whose first line is a title."""
_APART = 1.5
"""Heights of a letter; the lines of one text stand closer."""
_SAME = 1.0
"""Points by which texts on one line may stand higher or lower."""


def finer(page: Page, table: Table, headers: Headers | None = None) -> Table:
    """The table with its cells divided where the alignment of their words says so, else as it is. ``headers`` are those
    met so far: in a frame alone, the columns below one of them are known."""
    rows: list[list[TableCell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        if cell.words:
            rows[cell.slab.row].append(cell)
    if table.settled and holds_figures(rows):
        found = _aligned(page, table, [w for row in rows for c in row for w in c.words])
        if found is not None and len(found.xs) > len(table.xs):
            return found
    if table.settled:
        named = with_names_apart(table)
        if named is not table:
            table, rows = named, [[c for c in named.cells if c.words and c.slab.row == n] for n in range(len(rows) + 1)]
        table = with_labels_parted(table, rows)
        coded = any(len(row) > 2 and _coded(row) for row in rows)
        if coded:
            return _in_rows(page, table, rows)
        parted, wide = with_lines_apart(table, rows)
        return divide(parted, wide) if parted is not table else _parted(table, rows, 2)
    if len(table.xs) > 2:
        parted = with_entries_parted(table, rows)
        if parted is not table:
            table, rows = parted, [[c for c in parted.cells if c.words and c.slab.row == n] for n in range(len(rows))]
        table, rows = with_notes_apart(table, rows)
        wide = [cell for row in rows for cell in row if cell.slab.col_span > 1 and in_columns(cell, table.xs)]
        if len({cell.slab.row for cell in wide}) == 1 and len(table.ys) == _FEW and _begin_alike(wide[0], rows):
            return _in_steps(divide(table, wide))
        if len(table.ys) == _FEW and len(wide) == 1 and _holds_rows(wide[0], table.xs):
            found = _aligned(page, table, [w for row in rows for c in row for w in c.words])
            if found is not None and len(found.xs) >= len(table.xs) and len(found.ys) > len(table.ys):
                return found
        if len({cell.slab.row for cell in wide}) > 1 or any(_is_row(cell, table.xs) for cell in wide):
            whole = (row[0] for row in rows if len(row) == 1 and row[0].slab.col_span == len(table.xs) - 1)
            for cell in whole:
                cell.undivided = all(cell is not own for own in wide) and _is_row(cell, table.xs) and _is_valued(cell)
            return divide(table, wide)
    if any(cell.tables for cell in table.cells):
        return table
    coded_rows = _in_coded_rows(table, rows)
    if coded_rows is not table:
        return coded_rows
    bare = len(table.xs) == 2 and len(rows) > 2 and sum(map(_in_runs, rows)) > 0.6 * len(rows)
    first = rows[0][0].in_lines()[0] if headers is not None and len(table.xs) == 2 and rows[0] else None
    alone = headers if first is not None and len(cut(first, NEAR_GAP).runs) > 1 else None  # one text is a title
    if bare or _is_tabular(rows):
        return _in_rows(page, table, rows, alone)
    if alone is not None and first is not None and alone.know(first):
        known = _under_known(page, table, make_lines([w for row in rows for c in row for w in c.words]), alone)
        if known is not None:
            return known
    if has_more_columns(rows):
        found = _aligned(page, table, [w for row in rows for c in row for w in c.words])
        if found is not None and len(found.xs) > len(table.xs) and len(found.ys) >= len(table.ys):
            return found
    parted = _parted(table, rows, 2)
    parted = _in_strips(table, rows) if parted is table else parted
    stacked = [n for n, row in enumerate(rows) if _stacked(row)] if parted is table and len(table.xs) > _FEW else []
    return with_stacks_apart(page, table, rows, stacked) if stacked else parted


def _in_strips(table: Table, rows: list[list[TableCell]]) -> Table:
    """The table with its rows parted where white runs through all of their columns."""
    for n in range(len(rows) - 1, -1, -1):
        if starts := _strips(rows[n]):
            table = at_starts(table, n, starts, 0)
    return table


def _strips(row: list[TableCell]) -> list[Line]:
    """The first line of each row in a ruled one, where all are parted by white."""
    if len(row) < _SEVERAL or [c for c in row if c.words[-1].base - c.words[0].base < STRIP * c.words[0].style.size]:
        return []
    if any(c.slab.row_span > 1 or w.style.angle != 0 for c in row for w in c.words):
        return []
    columns = {id(line): c.slab.col for c in row for line in c.in_lines()}
    lines = sorted((line for c in row for line in c.in_lines()), key=lambda line: line.base)
    groups = by_white(lines)
    whole = all({columns[id(line)] for line in group} == set(columns.values()) for group in groups)
    figures = any(is_value(line.text) for line in lines)
    return [group[0] for group in groups] if whole and figures and len(groups) > 1 else []


def _in_rows(page: Page, table: Table, rows: list[list[TableCell]], headers: Headers | None = None) -> Table:
    """The table read again by the alignment of its words, or with rows parted at the codes in them."""
    found = _aligned(page, table, [w for row in rows for c in row for w in c.words], headers)
    if found is not None and len(found.ys) > len(table.ys):
        return found
    parted = _parted(table, rows, 1)
    return found if found is not None and parted is table else parted


def _in_coded_rows(table: Table, rows: list[list[TableCell]]) -> Table:
    """The table with its rows parted at the codes beside labels that stand in the middle of theirs."""
    for n in range(len(rows) - 1, -1, -1):
        others = rows[n][1:]
        if len(others) > 2 and _is_middle(rows[n][0]) and (starts := _codes(others)):
            table = at_starts(table, n, starts, others[0].slab.col, middled=True)
    return table


def _is_middle(cell: TableCell) -> bool:
    """Whether a text stands in the middle of the first column, with white over it and below."""
    top, bottom, size = cell.words[0].top, cell.words[-1].bottom, cell.words[0].style.size
    high = bottom - top < 0.7 * (cell.box[3] - cell.box[1])
    return cell.slab.col == 0 and high and abs(top + bottom - cell.box[1] - cell.box[3]) < 2 * size


def _codes(row: list[TableCell]) -> list[Line]:
    """The lines of the first of these cells where all are codes, several of them, and figures stand beside them."""
    codes = row[0].in_lines()
    figures = sum(is_value(line.text) for line in row[-1].in_lines())
    return codes if len(codes) > 1 and all(is_code(line.text) for line in codes) and figures > 1 else []


def _parted(table: Table, rows: list[list[TableCell]], least: int) -> Table:
    """The table with its rows parted where their first cells are codes, ``least`` cells beside them, or labels."""
    for n in range(len(rows) - 1, -1, -1):
        if starts := _starts(rows[n], least):
            table = at_starts(table, n, starts, 0)
        elif len(rows[n]) > _BESIDE and _starts(rows[n][1:], least) and _is_label(rows[n]):
            table = at_starts(table, n, _starts(rows[n][1:], least), rows[n][1].slab.col)
    return table


def _is_label(row: list[TableCell]) -> bool:
    """Whether the first cell of a row is a text that begins beside the first line of the next one."""
    label, first = row[:2]
    return bool(label.words) and label.slab.col == 0 and abs(label.words[0].base - first.words[0].base) < 1


def _starts(row: list[TableCell], least: int) -> list[Line]:
    if len(row) > least and _coded(row):
        return row[0].in_lines()
    if len(row) < 2 or row[0].slab.col or not row[0].words[0].style.bold or any(c.slab.row_span > 1 for c in row):
        return []
    return label_starts(row[0].words, {round(w.base) for c in row[1:] for w in c.words})


def divided(table: Table, known: list[tuple[float, ...]]) -> Table:
    """A table of one column with the column borders of another one as wide, those that no text of it lies over but a
    title: the part of a table that stands at the page's end or begin has few rows to show them."""
    xs = next((b for b in known if abs(b[0] - table.xs[0]) < 3 and abs(b[-1] - table.xs[-1]) < 3), ())
    rows = [cut(line, NEAR_GAP).runs for cell in table.cells if cell.words for line in cell.in_lines()]
    runs = [run for row in rows for run in row]
    over = {x: sum(r.x0 < x < r.x1 for r in runs) for x in xs[1:-1]}
    apart = {x: sum(any(a.x1 <= x <= b.x0 for a, b in itertools.pairwise(row)) for row in rows) for x in xs[1:-1]}
    under_title = len(rows) > 1 and len(rows[0]) == 1
    inner = [
        x
        for x in xs[1:-1]
        if not over[x] or over[x] < apart[x] or (under_title and over[x] == 1 and apart[x] == len(rows) - 1)
    ]
    if len({bisect_right(inner, r.x0) for r in runs}) < 2:
        return table
    whole = Table([table.xs[0], *inner, table.xs[-1]], table.ys, [], table.evidence)
    for cell in table.cells:
        cell.slab = replace(cell.slab, col_span=len(inner) + 1)
    return _in_steps(divide(replace(whole, cells=table.cells), [cell for cell in table.cells if cell.words]))


def _begin_alike(cell: TableCell, rows: list[list[TableCell]]) -> bool:
    """Whether the texts that stand side by side in a wide cell, the last of its table, begin where those of the row
    above it do, each in a column of its own."""
    above, runs = rows[cell.slab.row - 1], cut(cell.in_lines()[0], NEAR_GAP).runs
    starts = [min(w.x0 for w in c.words) for c in above]
    alike = len(runs) == len(starts) > 1 and all(abs(r.x0 - x) < _SAME for r, x in zip(runs, starts, strict=True))
    return alike and cell is rows[-1][0] and len(rows[-1]) == 1 and not cell.tables


def _in_steps(table: Table) -> Table:
    """The table with its rows parted at their lines, where there are as many in each column, side by side, and further
    apart than those of one text."""
    for n in range(len(table.ys) - 2, -1, -1):
        row = [c for c in table.cells if c.slab.row == n]
        if len(row) < 2 or any(not c.words or c.slab.row_span > 1 or c.tables for c in row):
            continue
        first, *others = [c.in_lines() for c in row]
        apart = all(b.base - a.base > _APART * b.size for a, b in itertools.pairwise(first))
        if len(first) > 1 and apart and all(_are_level(first, lines) for lines in others):
            table = at_starts(table, n, first, 0)
    return table


def _are_level(lines: list[Line], others: list[Line]) -> bool:
    return len(lines) == len(others) and all(abs(a.base - b.base) < _SAME for a, b in zip(lines, others, strict=True))


def _is_tabular(rows: list[list[TableCell]]) -> bool:
    """Whether most of the words stand in rows that hold rows or columns of their own."""
    counts = [sum([len(c.words) for c in row]) for row in rows]
    tabular, left, half = 0, sum(counts), 0.5 * sum(counts)
    for row, count in zip(rows, counts, strict=True):
        left -= count
        if _stacked(row) or any(map(_has_table, row)):
            tabular += count
        if tabular + left <= half:
            return False
    return True


def divide(table: Table, wide: list[TableCell]) -> Table:
    """The same table with these cells cut at the column borders that the other rows show."""
    cells = [cell for cell in table.cells if cell not in wide]
    for cell in wide:
        slab, (_, top, _, bottom) = cell.slab, cell.box
        for col, end in _spans(cell, table.xs):
            x0, x1 = table.xs[col], table.xs[end]
            words = [w for w in cell.words if x0 <= (w.x0 + w.x1) / 2 < x1]
            inner = [t for t in cell.tables if x0 <= (t.xs[0] + t.xs[-1]) / 2 < x1]
            piece = Slab(slab.row, col, slab.row_span, end - col, slab.open_top, slab.open_bottom)
            cells.append(TableCell(piece, (x0, top, x1, bottom), words, fill=cell.fill, tables=inner))
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return Table(table.xs, table.ys, cells, [*table.evidence, f"{len(wide)} rows divided as the other rows are"])


def _spans(cell: TableCell, xs: list[float]) -> list[tuple[int, int]]:
    """First and last border of the columns of a wide cell, of several where a text goes over their borders."""
    first, last = cell.slab.col, cell.slab.col + cell.slab.col_span
    runs = [run for line in cell.in_lines() for run in cut_between(line, xs[first + 1 : last]).runs]
    kept = [n for n in range(first + 1, last) if not any(run.x0 + 1 < xs[n] < run.x1 - 1 for run in runs)]
    return list(itertools.pairwise([first, *kept, last]))


def _aligned(page: Page, table: Table, words: list[Word], headers: Headers | None = None) -> Table | None:
    lines = make_lines(words)
    hints = hints_of(page, lines, Region(lines, table.bbox, table.ys[1:-1]))
    runs = [run for line in lines for run in cut(line, NEAR_GAP).runs]
    hints.verticals = [x for x in table.xs if sum(1 for run in runs if run.x0 + 1 < x < run.x1 - 1) <= 0.1 * len(lines)]
    found = _judged(table, lines, hints)
    if headers is not None:
        known = _under_known(page, table, lines, headers)
        found = known if known is not None and (found is None or len(found.xs) <= len(known.xs)) else found
        if found is not None and lines[0].bold and len(found.xs) > _BORDERS:
            headers.learn(lines[0], found)
    return found


def _under_known(page: Page, table: Table, lines: list[Line], headers: Headers) -> Table | None:
    """The table in the columns of one with the same header that was met before, where its lines stand in these."""
    known = headers.columns(lines)
    if not known:
        return None
    hints = hints_of(page, lines, Region(lines, table.bbox, table.ys[1:-1]))
    hints.verticals, hints.complete = list(known[1:-1]), True
    return _judged(table, lines, hints)


def _judged(table: Table, lines: list[Line], hints: Hints) -> Table | None:
    """The table that these lines make, where it is one."""
    found = aligned_table(lines, hints, NEAR_GAP)
    if found is None or reason(found, True) is None:
        return None
    found.evidence = [*table.evidence, "cells divided by the alignment of their words"]
    found.closed = table.closed
    return found


def _is_row(cell: TableCell, xs: list[float]) -> bool:
    """Whether texts stand side by side in several of the columns that a wide cell spans."""
    inner = xs[cell.slab.col + 1 : cell.slab.col + cell.slab.col_span]
    rows = [{bisect_right(inner, run.x0) for run in cut(line, NEAR_GAP).runs} for line in cell.in_lines()]
    return max(map(len, rows)) >= _SEVERAL


def _holds_rows(cell: TableCell, xs: list[float]) -> bool:
    """Whether all rows below a header stand in one cell: texts stand in several of its columns on several lines."""
    inner = xs[1:-1]
    wide = cell.slab.row == 1 and cell.slab.col_span == len(xs) - 1
    rows = (
        [{bisect_right(inner, run.x0) for run in cut(line, NEAR_GAP).runs} for line in cell.in_lines()] if wide else []
    )
    return sum(len(columns) >= _SEVERAL for columns in rows) > 1


def _is_valued(cell: TableCell) -> bool:
    """Whether a value stands right of the first text of a line."""
    return any(is_value(run.text) for line in cell.in_lines() for run in cut(line, NEAR_GAP).runs[1:])


def _in_runs(row: list[TableCell]) -> bool:
    """Whether the words of a row without column borders stand in columns."""
    return len(row) == 1 and len(row[0].words) > 1 and len(cut(row[0].in_lines()[0], NEAR_GAP).runs) > 1


def _has_table(cell: TableCell) -> bool:
    """Whether the words of one cell stand in columns of their own."""
    if len(cell.words) < 6 or _wide_gaps(cell.words) < 3 or any(w.style.angle != 0 for w in cell.words):
        return False
    lines = cell.in_lines()
    return len(lines) > 2 and any(len(region.lines) > 0.6 * len(lines) for region in free_regions(lines))


def _wide_gaps(words: list[Word]) -> int:
    """How often a word stands far to the right of the one before it, list labels not counted."""
    pairs = itertools.pairwise(words)
    wide = [(a, b) for a, b in pairs if b.x0 - a.x1 > FREE_GAP * a.style.size]
    return sum(1 for a, b in wide if abs(a.base - b.base) < 2 and not is_label(a.text))


def _stacked(row: list[TableCell]) -> bool:
    """Whether the cells of one ruled row hold several rows: lines side by side, figures in one column at least."""
    if len(row) < 2 or any(c.slab.row_span > 1 for c in row):
        return False
    upright = [c for c in row if not [w for w in c.words if w.style.angle != 0]]
    if len([c for c in row if len(c.words) > 2 and c.words[-1].base - c.words[0].base > 15]) < 2:
        return bool(upright) and _coded(upright)
    for k, cell in enumerate(upright[:2]):  # figures may stand in the middle beside the lines of their label
        bases = [line.base for line in cell.in_lines()]
        if len(bases) > 2 and any(_beside(bases, c.in_lines()) for c in upright[k + 1 :] if len(c.words) > 2):
            return True
    return bool(upright) and _coded(upright)


def _coded(row: list[TableCell]) -> bool:
    """Whether the first cell of a row is nothing but codes, each with a line of two other cells or more beside it, or
    of the only one where they count up."""
    first, *others = row
    if len(first.words) < 2 or not (is_code(text := first.in_lines()[0].text) or is_mark(text)):
        return False
    codes = first.in_lines()
    if any(is_year(f"{a.text}{b.text}") for a, b in itertools.pairwise(codes)):
        return False  # one year in two lines, "2025" over "/26"
    if any(c.isalpha() for c in codes[0].text) and any(line.text.isdecimal() for line in codes):
        return False  # one code in two lines, "AB0" over "12"
    counted = all(_counts(a.text, b.text) for a, b in itertools.pairwise(codes))
    if len(codes) < 2 or not all(is_code(line.text) or (counted and is_mark(line.text)) for line in codes):
        return False
    starts = [{round(line.base) for line in c.in_lines()} for c in others if c.words]
    most = 2 if counted or len(codes) > 2 else max(len(starts), 2)  # two may be of one row
    if counted and len(starts) == 1:
        most = 1
    return all(sum(round(code.base) in own for own in starts) >= most for code in codes)


def _counts(code: str, following: str) -> bool:
    """Whether one code is the next one, "4.1" and "4.2", or one label of a list, "a." and "b."."""
    label, other_label = code.strip("()."), following.strip("().")
    if label.isdecimal() and other_label.isdecimal():
        return int(other_label) - int(label) == 1
    if len(label) == len(other_label) == 1:
        return ord(other_label) - ord(label) == 1
    one, other = (re.fullmatch(r"(.*\D)(\d+)", text.rstrip(".")) for text in (code, following))
    return one is not None and other is not None and one[1] == other[1] and int(other[2]) == int(one[2]) + 1


def _beside(first: list[float], lines: list[Line]) -> bool:
    """Whether the lines of a cell, most of them figures, stand beside lines on these baselines."""
    if len(lines) < 3 or 0.8 * len(lines) < 0.56 * len(first):
        return False
    level = sum(1 for line in lines if any(abs(line.base - b) < 0.4 * line.size for b in first))
    return level >= 0.8 * len(lines) and sum(1 for line in lines if is_value(line.text)) >= 0.6 * len(lines)
