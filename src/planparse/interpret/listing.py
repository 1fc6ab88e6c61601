"""Tables that are lists: of objectives, a row for each with its code and title, or its texts and milestones beside its
name; of milestones, beside their dates or below them (see ``matrix``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from planparse.interpret.blocks import BlockState
from planparse.interpret.codes import is_code
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Text, cell_text
from planparse.interpret.header_rows import Slots
from planparse.interpret.items import cell_items
from planparse.interpret.labels import Label, match_label
from planparse.interpret.matrix import columns_of_times, take_times
from planparse.interpret.periods import find_periods, parse_period, quarter_of, without_periods
from planparse.interpret.row_heads import TEXTS
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell, Grid, Paragraph
from planparse.model.trace import Use
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_ROWS = 3
"""Rows of such a list, its header among them, at least."""
_LETTERS = 4
"""Letters of a code that has no figure."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of texts in a list of objectives. ``when`` stands below its label: the time of its texts."""

    label: Label
    when: Text | None = None


def columns_of_texts(slots: Slots, row: int, vocabulary: Vocabulary) -> list[TextColumn]:
    """The columns below a row over a list of objectives: one names them, another may give their codes, the others hold
    their developments, issues and the like, their milestones by time, or lists of actions and measures; none where it
    is no such row."""
    above = [cell for cell in slots[row] if cell is not None and not cell.is_blank]
    if len(above) < len(slots[row]) or len(above) < 2 or row + 1 == len(slots):
        return []
    by_period = _by_period(slots, row, vocabulary)
    if by_period:
        return by_period
    found: list[TextColumn] = []
    for n, cell in enumerate(above):
        label = _label_over(slots, row, n, vocabulary)
        if label is None or label.rest or label.role not in TEXTS | {"objective", "indicators", "ref"}:
            return []
        is_wide = sum(other is cell for other in above) > 1
        below = slots[row + 1][n] if is_wide else None
        if is_wide and (label.role != "milestones" or below is None or not _is_time(cell_text(below).text)):
            return []
        found.append(TextColumn(label, cell_text(below) if below is not None else None))
    if not any(c.label.role == "objective" for c in found):
        found = [
            replace(c, label=replace(c.label, role="objective")) if c.label.role == "priority" else c for c in found
        ]
    roles = [c.label.role for c in found]
    start = row + 1 + any(c.when is not None for c in found)
    listed = [n for n, role in enumerate(roles) if role in ("milestones", "indicators")]
    lists = bool(listed) and all(_are_lists(slots, start, n) for n in listed)
    told = {"developments", "issues"} & set(roles) or any(c.when for c in found) or lists
    if roles.count("objective") != 1 or roles.count("ref") > 1 or not told or ("indicators" in roles and not lists):
        return []
    names = [line[roles.index("objective")] for line in slots[start:] if not _is_blank(line)]
    return [] if any(name is None or name.is_blank or name.col_span > 1 for name in names) else found


def _label_over(slots: Slots, row: int, column: int, vocabulary: Vocabulary) -> Label | None:
    """The label of a column of texts, or of one that has a code of its own in each row."""
    cell = slots[row][column]
    text = cell_text(cell).text if cell is not None else ""
    label = match_label(text, vocabulary)
    if label is None or label.role != "ref":
        return label
    codes = [cell_text(cell).text for line in slots[row + 1 :] if (cell := line[column]) is not None]
    told = len(set(codes)) == len(codes) == len(slots) - row - 1 and all(map(_is_short_code, codes))
    return label if told else None


def _by_period(slots: Slots, row: int, vocabulary: Vocabulary) -> list[TextColumn]:
    """The columns of a list of objectives with their milestones below the periods in which these fall."""
    names = [cell_text(cell).text if cell is not None else "" for cell in slots[row]]
    label = match_label(names[0], vocabulary)
    if label is None or label.rest or label.role not in ("objective", "priority") or len(slots) < row + _ROWS:
        return []
    periods = [parse_period(name) if not without_periods(name) else None for name in names[1:]]
    if len(set(periods)) < max(2, len(periods)) or None in periods:
        return []
    below = [cell for line in slots[row + 1 :] for cell in line if cell is not None and not cell.is_blank]
    if any(c.col_span > 1 for c in below):
        return []
    if not all(is_words(cell_text(cell).text, vocabulary) for cell in below):
        return []
    milestones = (Label("milestones", name, period) for name, period in zip(names[1:], periods, strict=True))
    return [TextColumn(replace(label, role="objective")), *map(TextColumn, milestones)]


def codes_of_objectives(slots: Slots, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The columns of the codes and the titles in a table that lists objectives and says nothing else of them."""
    if len(slots) < 3 or len(slots[0]) != 2:
        return None
    rows = [[cell for cell in line if cell is not None and not cell.is_blank] for line in slots]
    if any(len(row) != 2 or row[0] is row[1] or row[0].row != n for n, row in enumerate(rows)):
        return None
    roles = [vocabulary.columns.get(phrase_key(cell_text(cell).text)) for cell in rows[0]]
    if sorted(roles, key=str) != ["code", "objective"]:
        return None
    code, title = roles.index("code"), roles.index("objective")
    texts = [cell_text(row[code]).text for row in rows[1:]]
    return (code, title) if len(set(texts)) == len(texts) and all(map(_is_short_code, texts)) else None


def _are_lists(slots: Slots, start: int, column: int) -> bool:
    """Whether the cells of a column below a header are lists, each item with its mark, and most of several items; or
    whether each holds a table."""
    cells = [cell for line in slots[start:] if (cell := line[column]) is not None and not cell.is_blank]
    if all(cell.tables for cell in cells):
        return len(cells) > 1
    items = [cell_items(cell) for cell in cells]
    marked = all(item.marked for own in items for item in own)
    return len(cells) > 1 and marked and 2 * sum(len(own) > 1 for own in items) > len(items)


def _is_short_code(text: str) -> bool:
    """Whether this may be the code of an objective: letters alone are one too."""
    return is_code(text) or (text.isalpha() and text.isupper() and len(text) <= _LETTERS)


def _is_blank(line: Sequence[Cell | None]) -> bool:
    """Whether nothing stands in a row: its texts went to the row that the page's end tore it from."""
    return all(cell is None or cell.is_blank for cell in line)


def _is_time(text: str) -> bool:
    return bool(find_periods(text)) or quarter_of(text) is not None


def take_codes(slots: Slots, code: int, title: int, block: BlockState) -> None:
    """Takes the objectives of a list of codes and titles."""
    block.ledger.header([cell for cell in slots[0] if cell is not None])
    for row in slots[1:]:
        number, name = row[code], row[title]
        if number is not None and name is not None:
            block.by_name(cell_text(name)).code = cell_text(number)
    block.leave()


def take_list(
    grid: Grid,
    heading: Paragraph | None,
    part: Label | None,
    block: BlockState,
    vocabulary: Vocabulary,
    year: str | None = None,
) -> bool:
    """Takes a table that is nothing but a list of contents under its heading, or of the milestones of a part
    below their periods or beside their dates. Whether it was one."""
    if heading is not None and phrase_key(fold(heading.text)) in vocabulary.contents_names and _are_pages(grid):
        places = tuple(p for c in grid.cells for p in c.places)
        block.ledger.use(places, Use("unused", "a list of contents"))
        return True
    if part is None or part.role != "milestones":
        return False
    slots = grid.slots()
    times, dates = columns_of_times(slots, vocabulary, part.period or year), rows_of_dates(slots, vocabulary)
    if times:
        take_times(slots, times, part, block)
    elif dates:
        take_dates(dates, part, block)
    return bool(times or dates)


def _are_pages(grid: Grid) -> bool:
    """Whether the last column holds nothing but page numbers, none lower than the one above it."""
    last = [fold(c.text) for c in grid.cells if c.end_col == grid.n_cols and not c.is_blank]
    numbers = [int(text) for text in last if text.isdecimal()]
    return grid.n_cols > 1 and len(numbers) == len(last) > 1 and numbers == sorted(numbers)


def rows_of_dates(slots: Slots, vocabulary: Vocabulary) -> list[tuple[Cell, Cell]]:
    """The date and the text beside it of each row, where a table of two columns has nothing else and no header."""
    if any(len(line) != 2 or line[0] is line[1] or None in line for line in slots):
        return []
    rows = [(a, b) for a, b in slots if a is not None and b is not None]
    if len({id(cell) for row in rows for cell in row}) < 2 * len(rows) or any(a.tables or b.tables for a, b in rows):
        return []
    for dates in (0, 1):
        texts = [cell_text(row[1 - dates]).text for row in rows]
        dated = all(parse_due(cell_text(row[dates]).text) is not None for row in rows)
        if dated and all(text and parse_due(text) is None and is_words(text, vocabulary) for text in texts):
            return [(row[dates], row[1 - dates]) for row in rows]
    return []


def take_dates(rows: list[tuple[Cell, Cell]], label: Label, block: BlockState) -> None:
    """Takes the milestones beside their dates."""
    for date, text in rows:
        block.values(label, [text], cell_text(date))


def take_texts(
    slots: Slots, row: int, columns: list[TextColumn], block: BlockState, nested: Callable[[Cell], None]
) -> None:
    """Takes the texts below the labels in ``row``, each line those of the objective that it names; ``nested`` reads
    what tables a cell holds."""
    for cell, column in zip(slots[row], columns, strict=True):
        if cell is not None:
            block.ledger.use(cell.places, Use("label", column.label.role))
        if column.when is not None:
            block.ledger.use(column.when.places, Use("label", "due"))
    roles = [column.label.role for column in columns]
    name, code = roles.index("objective"), roles.index("ref") if "ref" in roles else None
    start = row + 1 + any(column.when is not None for column in columns)
    for r, line in enumerate(slots[start:], start):
        title, number = line[name], line[code] if code is not None else None
        if title is None or _is_blank(line):
            continue
        block.current = block.by_cell(title)
        if number is not None:
            block.current.code = cell_text(number)
        for n, (cell, column) in enumerate(zip(line, columns, strict=True)):
            if n not in (name, code) and cell is not None and cell.row == r:
                block.values(column.label, [cell], column.when)
                nested(cell)
    block.leave()
