"""Titles over several years in a header whose lines no rule parts: "Targets" in the middle over "2024/25", "2025/26".

The title falls into the cell of the year below it, as its first line, while the years beside it stand alone in theirs;
or into a row of its own, with blanks beside it, where no column border is drawn.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.paragraphs.list_labels import list_label
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.flush_titles import with_flush_titles
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import is_value, is_year

_OFF = 4.0
"""Points by which a title may stand off the middle of its years."""
_MIDDLE = 2.0
"""The same for one with blanks at its sides."""
_SHOWN = 3
"""Texts of a column that show that all end at its right."""
_MANY = 8
"""Words; a title with its year has fewer, and one word more for each further year."""
_QUARTER = re.compile(r"Q[1-4]")
_YEARS = 2
"""Years at least beside a name under the same title."""
_ROWS = 30
"""Rows of a table in which headers are looked for: a block may stand over its own."""


def with_titles(table: Table) -> Table:
    """The table with the row of such a header parted in two, the titles over their columns."""
    rows: dict[int, list[TableCell]] = {}
    names: set[tuple[int, int]] = set()
    """The slots of names beside years under one title."""
    for cell in table.cells:
        most = _MANY + cell.slab.col_span - 1
        if cell.slab.row < _ROWS and 0 < len(cell.words) < most and [w for w in cell.words if w.text[-1].isdigit()]:
            own = _by_column(table, cell)
            rows.setdefault(cell.slab.row, []).extend(own)
            if len(own) > _YEARS:
                names |= {(c.slab.row, c.slab.col) for c in (own[0], own[-1]) if not _is_dated(c)}
    for row, cells in sorted(rows.items(), reverse=True):
        runs = _years(table, cells, names) if len(cells) > 1 else []
        if runs and _are_whole(table, row, runs):
            table = _parted(table, row, runs)
    return _over_blanks(with_flush_titles(table)) if table.settled else table


def _by_column(table: Table, cell: TableCell) -> list[TableCell]:
    """A cell in which a title stands over one year in each of several columns as a cell for each of these, the title
    in the first; any other as it is. The first or the last of three may have a name: "2023/24", "2024/25", "Latest"."""
    slab = cell.slab
    lines = cell.in_lines() if slab.col_span > 1 else []
    if len(lines) != 2:
        return [cell]
    upper, years = lines
    edges = table.xs[slab.col : slab.col + slab.col_span + 1]
    own = [[w for w in years.words if left <= (w.x0 + w.x1) / 2 < right] for left, right in pairwise(edges)]
    if sum(map(len, own)) < len(years.words) or not all(own):
        return [cell]
    texts = list(map(words_text, own))
    if not (_are_years(texts) and _heads(upper.text, texts)):
        return [cell]
    own[0] = [*upper.words, *own[0]]
    slabs = [replace(slab, col=slab.col + k, col_span=1) for k in range(len(own))]
    boxes = [(left, cell.box[1], right, cell.box[3]) for left, right in pairwise(edges)]
    return [TableCell(s, box, words, fill=cell.fill) for s, box, words in zip(slabs, boxes, own, strict=True)]


def _are_years(texts: list[str]) -> bool:
    """Whether these are years side by side, with one name before or behind them at most."""
    others = [n for n, text in enumerate(texts) if not is_year(text)]
    named = len(others) == 1 and len(texts) > _YEARS and others[0] in (0, len(texts) - 1)
    return not others or (named and not any(c.isdigit() for c in texts[others[0]]))


def _heads(title: str, years: list[str]) -> bool:
    """Whether a title has no figure, as a year of its own has, or stands over quarters that name no year and one name
    at most: "Targets 2025/26" over "Q1", "Q2", "Q3", "Year end"."""
    bare = [text for text in years if _QUARTER.fullmatch(text)]
    return not any(c.isdigit() for c in title) or len(bare) > max(1, len(years) - 2)


def _over_blanks(table: Table) -> Table:
    """The table with titles in the middle over years, or other names, that span them, where only blanks stand beside
    the title."""
    at = {(c.slab.row, c.slab.col): c for c in table.cells if c.slab.row <= _ROWS}
    named = {key for key, c in at.items() if c.words and c.slab.col_span == 1 and len(c.words) < 4}
    dated = {key for key in named if is_year(at[key].in_lines()[-1].text) or _is_numbered(at[key])}
    heads = _header_rows(at)
    gone: list[TableCell] = []
    for (row, col), cell in at.items():
        end = col + cell.slab.col_span - 1
        below = {(row + 1, k) for k in range(col, end + 1)}
        own = dated if below <= dated else named if row + 1 < heads else set()
        titled = bool(cell.words) and cell.slab.row_span == 1 and below <= own
        lines = cell.in_lines() if titled else []
        if own is dated and any(c.isdigit() for line in lines for c in line.text):
            continue
        if lines and col == end and _ends_with_column(at, row, col):
            first = col
            while _is_blank_over(at, own, row, first - 1) and _ends_with_column(at, row + 1, first - 1):
                first -= 1
            if first < col:
                gone += _let_span(table, at, cell, first, end)
            continue
        if len(lines) != 1 or list_label(lines[0])[0] is not None or _is_flush(at, cell, lines[0]):
            continue
        first, last = col, end
        while _is_blank_over(at, own, row, first - 1):
            first -= 1
        while _is_blank_over(at, own, row, last + 1):
            last += 1
        middle = (lines[0].x0 + lines[0].x1) / 2
        spans = [
            (j - i, i, j)
            for i in range(first, col + 1)
            for j in range(end, last + 1)
            if (i < col and j > end if col == end else j - i > end - col)
            and abs((table.xs[i] + table.xs[j + 1]) / 2 - middle) < _MIDDLE
        ]
        if spans:
            _, first, last = max(spans)
            gone += _let_span(table, at, cell, first, last)
    if not gone:
        return table
    cells = sorted((c for c in table.cells if all(c is not g for g in gone)), key=lambda c: (c.slab.row, c.slab.col))
    return replace(table, cells=cells, evidence=[*table.evidence, "a title over years spans them"])


def _is_flush(at: dict[tuple[int, int], TableCell], cell: TableCell, line: Line) -> bool:
    """Whether a line begins right below the begin of the text over it and ends elsewhere: it stands in the middle of
    nothing."""
    over = at.get((cell.slab.row - 1, cell.slab.col))
    if over is None or not over.words:
        return False
    above = over.in_lines()[-1]
    return abs(above.x0 - line.x0) < 1 < abs(above.x1 - line.x1)


def _is_numbered(cell: TableCell) -> bool:
    """Whether a year stands in a cell, and behind or below it what it is to the plan: "2026/27 (Year 1)"."""
    first, *rest = [w.text for w in cell.words]
    return bool(rest) and is_year(first) and rest[0][0] == "(" and rest[-1][-1] == ")"


def _let_span(
    table: Table, at: dict[tuple[int, int], TableCell], cell: TableCell, first: int, last: int
) -> list[TableCell]:
    """Lets a title span the columns from ``first`` to ``last``; gives back the blanks that it takes."""
    row, col, end = cell.slab.row, cell.slab.col, cell.slab.col + cell.slab.col_span - 1
    cell.slab.col, cell.slab.col_span = first, last - first + 1
    cell.box = (table.xs[first], cell.box[1], table.xs[last + 1], cell.box[3])
    return [at[row, k] for k in range(first, last + 1) if not col <= k <= end]


def _ends_with_column(at: dict[tuple[int, int], TableCell], row: int, col: int) -> bool:
    """Whether each line of a title, and of all texts in its column below it, ends at one place at the right, and they
    begin at several: then a title over several columns stands over the last of them."""
    column = [cell.in_lines() for (r, c), cell in at.items() if c == col and r >= row and cell.words]
    lines = [line for own in column for line in own]
    starts = sorted(line.x0 for line in lines)
    level = max(line.x1 for line in lines) - min(line.x1 for line in lines) <= 1
    return level and len(column) > _SHOWN and starts[-1] - starts[0] > _OFF


def _header_rows(at: dict[tuple[int, int], TableCell]) -> int:
    """How many rows there are above the first one with a value other than a year."""
    return min((row for (row, _), cell in at.items() if cell.words and _is_valued(cell)), default=0)


def _is_valued(cell: TableCell) -> bool:
    text = words_text(cell.words)
    return is_value(text) and not is_year(text)


def _is_blank_over(at: dict[tuple[int, int], TableCell], named: set[tuple[int, int]], row: int, col: int) -> bool:
    """Whether a cell is blank and stands over one of these."""
    cell = at.get((row, col))
    plain = cell is not None and cell.slab.row_span == cell.slab.col_span == 1
    return plain and cell is not None and not cell.words and (row + 1, col) in named


def _years(table: Table, cells: list[TableCell], names: set[tuple[int, int]]) -> list[list[TableCell]]:
    """The runs of cells side by side that each end with a year, or have one of these names, where one of them begins
    with a title over them."""
    runs: list[list[TableCell]] = []
    run: list[TableCell] = []
    for cell in [*sorted(cells, key=lambda c: c.slab.col), None]:
        dated = cell is not None and (_is_dated(cell) or (cell.slab.row, cell.slab.col) in names)
        if cell is not None and dated and (not run or run[-1].slab.col + 1 == cell.slab.col):
            run.append(cell)
            continue
        runs += _titled(table, run)
        run = [cell] if cell is not None and dated else []
    return runs


def _is_dated(cell: TableCell) -> bool:
    """Whether a cell of one column ends with a year in a line of its own."""
    if cell.slab.col_span > 1:
        return False
    lines = cell.in_lines()
    return len(lines) < 3 and is_year(lines[-1].text)


def _titled(table: Table, run: list[TableCell]) -> list[list[TableCell]]:
    """The longest parts of a run that have a title over them: a name beside them may stand over one year alone."""
    for length in range(len(run), 1, -1):
        for start in range(len(run) - length + 1):
            end = start + length
            if _is_titled(table, run[start:end]):
                return [*_titled(table, run[:start]), run[start:end], *_titled(table, run[end:])]
    return []


def _is_titled(table: Table, run: list[TableCell]) -> bool:
    """Whether one title stands in the middle over these years, or begins with the first of several, level with a name
    beside them: then names stand at the top, and the years that do not are in a row of their own."""
    titled = [cell.in_lines() for cell in run if len(cell.in_lines()) == 2]
    if len(titled) != 1 or len({cell.slab.row_span for cell in run}) > 1:
        return False
    title, year = titled[0]
    level = all(abs(cell.in_lines()[-1].base - year.base) < 1 for cell in run)
    middle = (run[0].in_lines()[-1].x0 + run[-1].in_lines()[-1].x1) / 2
    cells = (run[0].box[0] + run[-1].box[2]) / 2
    off = min(abs((title.x0 + title.x1) / 2 - x) for x in (middle, cells))
    if not level or not _heads(title.text, [cell.in_lines()[-1].text for cell in run]):
        return False
    if off < _OFF:
        return True
    begins = len(run) > 2 and len(run[0].in_lines()) == 2 and abs(title.x0 - year.x0) < 1
    return begins and _is_level(table, run, title.base, year.base)


def _is_level(table: Table, run: list[TableCell], title: float, year: float) -> bool:
    """Whether other names in the row of these years stand as high as the title does, and none as low as the years."""
    row, height = run[0].slab.row, run[0].slab.row_span
    beside = [c for c in table.cells if c.slab.row == row and c.slab.row_span == height and c not in run]
    others = [c.in_lines() for c in beside if c.words]
    names = [lines[0].base for lines in others if len(lines) == 1]
    return bool(names) and all(abs(base - title) < 1 < abs(base - year) for base in names)


def _are_whole(table: Table, row: int, runs: list[list[TableCell]]) -> bool:
    """Whether each cell of a row stands in these columns with all of its own, or with none."""
    years = {cell.slab.col for run in runs for cell in run}
    own = [range(c.slab.col, c.slab.col + c.slab.col_span) for c in table.cells if c.slab.row == row]
    return all(years.issuperset(cols) or years.isdisjoint(cols) for cols in own)


def _parted(table: Table, row: int, runs: list[list[TableCell]]) -> Table:
    """The table with a row border between the titles and the years."""
    titles = [next(cell for cell in run if len(cell.in_lines()) == 2) for run in runs]
    y = min((upper.bottom + year.top) / 2 for upper, year in (title.in_lines() for title in titles))
    years = {cell.slab.col for run in runs for cell in run}
    cells: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        if slab.row == row and slab.col in years:
            continue
        if slab.row > row:
            cells.append(replace(cell, slab=replace(slab, row=slab.row + 1)))
        elif slab.row + slab.row_span > row:
            cells.append(replace(cell, slab=replace(slab, row_span=slab.row_span + 1)))
        else:
            cells.append(cell)
    for run, title in zip(runs, titles, strict=True):
        upper, year = title.in_lines()
        for cell in run:
            own = Slab(row + 1, cell.slab.col, cell.slab.row_span, 1, False, cell.slab.open_bottom)
            words = year.words if cell is title else cell.words
            cells.append(TableCell(own, (cell.box[0], y, *cell.box[2:]), words, fill=cell.fill))
        over = Slab(row, run[0].slab.col, 1, len(run), run[0].slab.open_top)
        box = (run[0].box[0], title.box[1], run[-1].box[2], y)
        cells.append(TableCell(over, box, upper.words, fill=title.fill))
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "a title over years parted from them"]
    return replace(table, ys=[*table.ys[: row + 1], y, *table.ys[row + 1 :]], cells=cells, evidence=evidence)
