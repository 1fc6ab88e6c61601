"""Text dumps that keep the layout of a page: runs of blanks part columns, form feeds part pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planparse.errors import LimitExceeded
from planparse.model.document import Aside, Block, Cell, Document, Grid, Note, Paragraph
from planparse.model.provenance import Place
from planparse.readers.text.columns import PERIOD, Run, is_cut, runs_of
from planparse.readers.text.header import header_of, header_rows, matched
from planparse.readers.text.lines import Line, pages_of, running_lines
from planparse.readers.text.rows import Labels, Row, is_open, labels_of, rows_of
from planparse.readers.units import Units
from planparse.text import BULLETS

_ITEM = re.compile(rf"(?:[{BULLETS}]|[-*–] |\(?(?:\d{{1,2}}|[a-z])[.)] )")
_HOLE = re.compile(r"(?<!^.)(?<!^..)(?<!^...) {2}")
"""Two blanks in a cell, not behind a list label: another cell began there."""
_FEW = 8
"""Lines with several texts that may stand outside tables: forms, letter heads, one small table."""
_BULLET = re.compile(rf"\W*(?:[{BULLETS}*–-]|\(?\w{{1,3}}[.)]|\d+(?:\.\d+)*\.?)?\W*")


@dataclass
class _Pages:
    """The document under construction."""

    max_cells: int
    units: Units = field(default_factory=Units)
    blocks: list[Paragraph | Grid] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: int = 0
    labels: Labels = field(default_factory=Labels)
    left: int = 0
    """Lines with several texts that are in no table."""
    unclear: bool = False
    """The last table could not be told apart: one right under it may be its rest."""


def read_layout(text: str, notes: tuple[Note, ...], max_cells: int) -> Document:
    """Reads a dump without tabs. ``text`` is clean but for its form feeds."""
    pages = pages_of(text)
    running = running_lines(pages)
    kept = [[line for line in page if id(line) not in running] for page in pages]
    runs = [runs_of(page) for page in kept]
    labels = labels_of([[run.cells(i) for i in range(len(run.lines))] for page in runs for run in page])
    out = _read_pages(pages, running, runs, _Pages(max_cells, labels=labels))
    split = sum(line.is_split for page in kept for line in page)
    if out.left > _FEW and out.left * 3 > split:
        # Tables whose labels are not read would be given to the wrong objective.
        out = _read_pages(pages, running, [[] for _ in pages], _Pages(max_cells))
        message = "most tables of this text could not be told apart by its layout; all are read as text"
        out.notes.append(Note("warning", "layout-unclear", message))
    return Document("text", tuple(out.blocks), tuple(out.asides), (*notes, *out.notes))


def _read_pages(pages: list[list[Line]], running: set[int], runs: list[list[Run]], out: _Pages) -> _Pages:
    for page, tables in zip(pages, runs, strict=True):
        lines = [line for line in page if id(line) not in running]
        _read_page(lines, {run.lines[0].number: run for run in tables}, out)
        for line in page:
            if id(line) in running:
                place = out.units.paragraph(line=line.number)
                out.asides.append(Aside("furniture", line.text.strip(), (place,), "comes again at the edge of pages"))
    return out


def _read_page(lines: list[Line], runs: dict[int, Run], out: _Pages) -> None:
    after = -1
    above: Line | None = None  # the line of text that ends right above
    for line in lines:
        if line.is_blank or line.number <= after:
            above = None
            continue
        run = runs.get(line.number)
        if run is not None:
            cells = [run.cells(i) for i in range(len(run.lines))]
            rows = None if out.unclear and len(run.columns) > 2 else _rows(run, cells, out)
            if rows is not None:
                out.blocks.append(_grid(run, rows, cells, out))
                out.unclear = False
            elif out.unclear:
                _leave(run, out)
            if rows is not None or out.unclear:
                after, above = run.lines[-1].number, None
                continue
        out.unclear = False
        out.left += line.is_split
        text, place = line.text.strip(), out.units.paragraph(line=line.number)
        last = out.blocks[-1] if out.blocks else None
        if above is not None and isinstance(last, Paragraph) and _goes_on(above, line):
            out.blocks[-1] = Paragraph(f"{last.text}\n{text}", (*last.places, place))
        else:
            out.blocks.append(Paragraph(text, (place,)))
        above = line


def _leave(run: Run, out: _Pages) -> None:
    """The lines of a table that cannot be told, as running text: line by line they would read as headings."""
    out.left += sum(line.is_split for line in run.lines)
    first, last = run.lines[0].number + 1, run.lines[-1].number + 1
    message = f"lines {first} to {last} look like a table whose cells cannot be told apart; they are read as text"
    places = tuple(out.units.paragraph(line=line.number) for line in run.lines)
    out.blocks.append(Paragraph("\n".join(line.text.strip() for line in run.lines), places))
    out.notes.append(Note("warning", "layout-unclear", message, places))


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line of running text plainly goes on with the one above: a sentence, or an item with its indent."""
    if above.is_split or line.is_split or _ITEM.match(line.text.strip()):
        return False
    start, over = (len(x.text) - len(x.text.lstrip()) for x in (line, above))
    label = _ITEM.match(above.text.strip())
    if label and start > over:
        return True
    return (line.text.strip()[:1].islower() or is_open(above.text)) and abs(start - over) <= 1


def _rows(run: Run, cells: list[list[str]], out: _Pages) -> list[list[tuple[int, ...]]] | None:
    """The lines of each column's text in each row; None where the run is no table or cannot be told."""
    if not _is_table(run, cells):
        return None
    holed = any(_HOLE.search(text) for i, row in enumerate(cells) if i not in run.bands for text in row)
    if holed or any(is_cut(run, i) for i in range(len(cells))):
        out.unclear = True
        return None
    head = header_of(run, cells, out.labels)
    if not matched(run, cells, head) or _has_torn_header(run, cells, head):
        out.unclear = True
        return None
    rows = header_rows(run, cells, head) if head else []
    body = range(head, len(cells))
    for part in _between_bands(body, run.bands):
        found = (
            [Row(tuple(part), (tuple(part), *[()] * (len(run.columns) - 1)))]
            if part[0] in run.bands
            else rows_of([cells[i] for i in part], {i - part[0] for i in part if _gap(run, i)}, out.labels)
        )
        if found is None:
            out.unclear = True
            return None
        shift = 0 if part[0] in run.bands else part[0]
        rows += [[tuple(i + shift for i in stack) for stack in row.columns] for row in found]
    return rows if len(rows) > 1 else None


def _has_torn_header(run: Run, cells: list[list[str]], head: int) -> bool:
    """Whether a line under the header, or the whole run, names periods: columns of another table, or half a header."""
    body = [[t for t in row if t] for i, row in enumerate(cells) if i >= head and i not in run.bands]
    return any(len(row) > 1 and all(PERIOD.match(t) for t in row) for row in body)


def _between_bands(body: range, bands: set[int]) -> list[range]:
    parts: list[range] = []
    for i in body:
        if i in bands or not parts or parts[-1][0] in bands:
            parts.append(range(i, i + 1))
        else:
            parts[-1] = range(parts[-1][0], i + 1)
    return parts


def _gap(run: Run, i: int) -> bool:
    return i > 0 and run.lines[i].number > run.lines[i - 1].number + 1


def _is_table(run: Run, cells: list[list[str]]) -> bool:
    """Several lines hold several texts, the first column is more than list labels, and no text is prose in columns."""
    full = sum(sum(map(bool, row)) > 1 for row in cells)
    if full < 2 or (len(run.columns) == 2 and full < 3):
        return False
    if all(_BULLET.fullmatch(row[0]) for row in cells) and len(run.columns) == 2:
        return False
    return len(run.bands) <= full


def _grid(run: Run, rows: list[list[tuple[int, ...]]], texts: list[list[str]], out: _Pages) -> Grid:
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        first = min((stack[0] for stack in row if stack), default=0)
        for c, stack in enumerate(row):
            blocks, places = _cell(run, texts, stack or (first,), c, r, out) if stack else ((Block(""),), ())
            if not stack:
                places = (_place(run.lines[first], r, c, out),)
            cells.append(Cell(r, c, 1, 1, blocks, places))
    if out.units.count > out.max_cells:
        raise LimitExceeded(f"more than {out.max_cells} cells; raise --max-cells to read it")
    out.tables += 1
    return Grid(tuple(cells), len(rows), len(run.columns), spans_known=False, evidence=("columns of blanks",))


def _cell(
    run: Run, texts: list[list[str]], stack: tuple[int, ...], col: int, row: int, out: _Pages
) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """The lines of one cell: a list item begins a block, another line goes on with the one before."""
    blocks: list[str] = []
    for i in stack:
        text = texts[i][col]
        if not blocks or _ITEM.match(text):
            blocks.append(text)
        elif blocks[-1].endswith(("-", "–", "/")) and not blocks[-1].endswith((" -", " –")):
            blocks[-1] += text
        else:
            blocks[-1] += f"\n{text}"
    places = tuple(_place(run.lines[i], row, col, out) for i in stack)
    return tuple(Block(text) for text in blocks), places


def _place(line: Line, row: int, col: int, out: _Pages) -> Place:
    return out.units.cell(table=out.tables, row=row, column=col, line=line.number)
