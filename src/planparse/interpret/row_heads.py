"""What stands in a row of a table: a label at its left, labels over texts, a header.

A row is read in the table's slots: the cell that covers each place, one that spans rows or columns several times.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import dropwhile, pairwise

from planparse.interpret.codes import is_code
from planparse.interpret.draft import cell_text, code_text
from planparse.interpret.header_rows import VALUE_ROLES, Slots, anchored, header_height, innermost_role
from planparse.interpret.headers import Schema, read_schema
from planparse.interpret.labels import Label, find_role, match_label, names_code
from planparse.interpret.periods import Years, find_periods, without_periods
from planparse.interpret.values import is_words, parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import are_counted, fold, is_item

BLOCK_ROLES = frozenset({"priority", "objective", "developments", "issues", "milestones", "indicators"})
"""Labels that the block of an objective has."""
_NAMED = frozenset({"priority", "objective", "lead", "extra"})
"""Labels of one text each."""
_TEXTS = frozenset({"measure", "action", "objective", "code"})
"""Roles of columns that say what a row is about."""
_ALIKE = 3
"""Cells with the same words that are no names of columns."""
LISTS = frozenset({"developments", "issues", "milestones"})
_PARTS = frozenset({"priority", "developments", "issues", "milestones", "indicators", "lead"})
"""Labels of the parts of an objective."""
_AIMS = frozenset({"priority", "objective"})
"""What a label says that names an aim."""
_OWNER = 3
"""Words at most that say whose aim it is."""
TEXTS = frozenset({"developments", "issues", "milestones", "lead", "priority", "extra"})
"""Labels that may stand side by side over their texts."""


def filled(slots: Slots, row: int) -> list[Cell]:
    """The cells of a row that hold text, those that reach down into it among them."""
    return [c for left, c in pairwise((None, *slots[row])) if c is not None and c is not left and not c.is_blank]


def is_alone(grid: Grid, slots: Slots, row: int) -> bool:
    """Whether a text fills the row from one side of the table to the other."""
    if not grid.spans_known:
        return False
    cells = filled(slots, row)
    return len(cells) == 1 and cells[0].row == row and cells[0].col == 0 and cells[0].end_col == grid.n_cols


def label_pairs(cells: list[Cell], vocabulary: Vocabulary) -> list[tuple[Label, Cell, Cell]]:
    """The labels of a row, each with the one text behind it, where several stand side by side: "Objective no. | AB1 |
    Priority | A clean town"; none in another row. Beside an aim, one of them may but say that a code stands behind it:
    "Priority | A clean town | Ref | AB1"."""
    stubs, values = cells[::2], cells[1::2]
    if len(stubs) < 2 or len(values) != len(stubs) or any(c.is_blank for c in cells):
        return []
    if any(phrase_key(cell_text(cell).text) in vocabulary.columns for cell in values):
        return []  # a header
    found = [label for pair in zip(stubs, values, strict=True) if (label := _label_of_pair(*pair, vocabulary))]
    roles = [label.role for label in found]
    if roles.count("ref") > 1 or ("ref" in roles and _AIMS.isdisjoint(roles)):
        return []
    return list(zip(found, stubs, values, strict=True)) if len(found) == len(stubs) else []


def _label_of_pair(stub: Cell, value: Cell, vocabulary: Vocabulary) -> Label | None:
    """The label of one text that a cell is, or the name of a code where one stands behind it."""
    if names_code(stub.text, vocabulary):
        return Label("ref", fold(stub.text).rstrip(" :")) if is_code(cell_text(value).text) else None
    label = match_label(cell_text(stub).text, vocabulary)
    return label if label is not None and not label.rest and label.role in _NAMED else None


def labelled_texts(cells: list[Cell], vocabulary: Vocabulary) -> list[tuple[Label, Cell]]:
    """The cells of a row that each hold a label and its text, "Priority: A clean town | Lead: Head of Parks"; none in
    another row."""
    labels = [match_label(cell_text(cell).text, vocabulary) for cell in cells if not cell.is_blank]
    found = [label for label in labels if label is not None and label.rest and label.role in _NAMED]
    if len(found) < 2 or len(found) < len(cells) or any(":" not in cell.text for cell in cells):
        return []
    return list(zip(found, cells, strict=True))


def numbered_item(grid: Grid, slots: Slots, row: int) -> Cell | None:
    """The text of a row that holds nothing else but its number or code at the left, which becomes its label: an item of
    a list inside a table of other columns."""
    cells = filled(slots, row)
    if len(cells) != 2 or not grid.spans_known or grid.n_cols < 3 or any(c.row != row or c.tables for c in cells):
        return None
    number, item = cells
    text = cell_text(number).text
    if number.col or not (is_code(text) or is_item(text)):
        return None
    first, *rest = item.blocks
    return replace(item, blocks=(replace(first, marker=text), *rest), places=number.places + item.places)


def stub_at(slots: Slots, row: int) -> Cell | None:
    """The label cell at the left, where it begins in this row and holds text."""
    cell = next((c for c in slots[row] if c is not None), None)
    return cell if cell is not None and cell.row == row and cell.col == 0 and not cell.is_blank else None


def priority_over(slots: Slots, row: int, stub: Cell, vocabulary: Vocabulary) -> Label | None:
    """The label of an aim whose owner no wording knows, "Norland priority", right over that of an objective, each with
    one text beside it: it is what the objective stands under."""
    printed = fold(stub.text).rstrip(" :")
    owner, _, name = printed.rpartition(" ")
    if not owner or len(owner.split()) > _OWNER or row + 1 >= len(slots):
        return None
    if find_role(name, vocabulary) not in _AIMS or len(filled(slots, row)) != 2 or len(filled(slots, row + 1)) != 2:
        return None
    below = stub_at(slots, row + 1)
    label = match_label(cell_text(below).text, vocabulary) if below is not None else None
    if label is None or label.role != "objective" or label.rest or find_periods(printed):
        return None
    return Label("priority", printed)


def coded_title(slots: Slots, row: int, stub: Cell, vocabulary: Vocabulary) -> Label | None:
    """The code of an objective, set apart with its name over the labels of its parts: "AB1 | Clean streets"."""
    code, cells = fold(stub.text), filled(slots, row)
    if len(cells) != 2 or not is_code(code) or not any(c.isalpha() for c in code) or row + 2 >= len(slots):
        return None
    name = fold(cells[1].text)
    dressed = all(cell.fill or all(b.bold for b in cell.blocks if b.text) for cell in cells)
    if not dressed or is_code(name) or len(name.split()) < 2 or cells[1].end_col < len(slots[row]):
        return None
    below = [stub_at(slots, r) for r in (row + 1, row + 2)]
    labels = [match_label(cell_text(cell).text, vocabulary) for cell in below if cell is not None]
    parts = [label for label in labels if label is not None and label.role in _PARTS and not label.rest]
    return Label("objective", code, None, code) if len(parts) == len(below) else None


def with_whole_labels(grid: Grid, vocabulary: Vocabulary) -> Slots:
    """The slots, with labels whose period stands in a row of its own below them in one cell with it."""
    slots = grid.slots()
    for row in range(grid.n_rows - 1 if grid.n_cols > 1 else 0):
        label, tail = slots[row][0], slots[row + 1][0]
        if label is None or tail is None or tail.row != row + 1:
            continue
        if 1 < max(label.end_col, tail.end_col) > grid.n_cols // 2:
            continue  # a page may place the border of the labels further left than another
        if any(c is not None and not c.is_blank for c in slots[row + 1][tail.end_col : label.end_col]):
            continue  # the name of two columns
        text = cell_text(tail).text
        if not text or label.is_blank or without_periods(text).strip("() ") or not find_periods(text):
            continue
        printed = cell_text(label).text
        known = match_label(printed, vocabulary)
        if known is None or known.period or known.role not in BLOCK_ROLES:
            continue
        whole = (Block(f"{printed} {text}"),)
        joined = replace(label, blocks=whole, row_span=tail.end_row - label.row, places=label.places + tail.places)
        for line in slots[label.row : joined.end_row]:
            line[:] = [joined if cell is label or cell is tail else cell for cell in line]
    return slots


def labels_over(slots: Slots, row: int, vocabulary: Vocabulary) -> list[tuple[Label, Cell, Cell]]:
    """Labels side by side, each over a text as wide as it, with both; none where it is no such row."""
    above, below = filled(slots, row), filled(slots, row + 1) if row + 1 < len(slots) else []
    if len(above) < 2 or [(c.col, c.end_col) for c in above] != [(c.col, c.end_col) for c in below]:
        return []
    labels = [match_label(cell_text(cell).text, vocabulary) for cell in above]
    found = [
        (label, head, cell)
        for label, head, cell in zip(labels, above, below, strict=True)
        if label is not None and not label.rest and label.role in TEXTS
    ]
    if len(found) < len(above):
        return []
    return [] if any(match_label(cell_text(cell).text, vocabulary) for cell in below) else found


def heads_figures(slots: Slots, row: int, vocabulary: Vocabulary) -> bool:
    """Whether several texts of a row stand over figures: names of columns, of a table that is no plan table."""
    above, below = filled(slots, row)[1:], slots[row + 1] if row + 1 < len(slots) else []
    cells = [below[c.col] for c in above if below and c.row == row]
    texts = [fold(cell.text) for cell in cells if cell is not None and cell.row == row + 1]
    return len(above) > 1 and sum(parse_value(t, vocabulary).status == "number" for t in texts) > 1


def names_figures(slots: Slots, row: int, vocabulary: Vocabulary) -> bool:
    """Whether beside the first text of a row stand figures, and no words: "Development | 6.0 | 0" counts the posts of a
    team, and tells no key developments."""
    texts = [fold(c.text) for c in filled(slots, row)[1:]]
    figures = [t for t in texts if parse_value(t, vocabulary).status == "number" and not find_periods(t)]
    bare = any(not any(c.isalpha() for c in text) for text in figures)
    return bare and not any(is_words(text, vocabulary) for text in texts)


def heads_names(slots: Slots, vocabulary: Vocabulary) -> bool:
    """Whether the first row stands over rows of as many texts, none of which begins with a label: it names the columns
    of a list, such as of all objectives, and is no label beside its text."""
    rows = [filled(slots, row) for row in range(len(slots))]
    if len(rows) <= 2 or len(rows[0]) < 2 or any(len(cells) != len(rows[0]) for cells in rows):
        return False
    return not any(match_label(cell_text(cells[0]).text, vocabulary) for cells in rows[1:])


def schema_at(
    grid: Grid, slots: Slots, row: int, label: Label | None, stub: Cell | None, vocabulary: Vocabulary, years: Years
) -> Schema | None:
    """The schema of a header that begins in this row, with or without a stub at its left."""
    for first_col in _first_cols(slots, row, label, stub, vocabulary):
        height = header_height(slots, row, first_col, vocabulary)
        if not height or (height == 1 and _says_one_thing(anchored(slots, row, first_col), vocabulary)):
            continue
        alone = first_col == 0 and label is not None and stub is not None
        if alone and stub is not None and _stands_alone(slots, row, height, stub, vocabulary):
            continue
        return read_schema(grid, slots, row, height, first_col, vocabulary, years)
    return None


def _says_one_thing(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether most of the cells of a row hold the same words, and none of the others names a column: results, such as
    "Achieved" year after year."""
    texts = Counter(fold(c.text) for c in cells if not c.is_blank)
    word, most = max(texts.items(), key=lambda item: item[1], default=("", 0))
    named = any(phrase_key(text) in vocabulary.columns for text in texts if text != word)
    return most >= _ALIKE and 2 * most > texts.total() and not named


def _first_cols(slots: Slots, row: int, label: Label | None, stub: Cell | None, vocabulary: Vocabulary) -> list[int]:
    first = slots[row][0] if slots[row] else None
    width = first.end_col if first is not None else 1
    if stub is None:
        blank = first is None or first.is_blank
        named = blank and (_is_named_below(slots, row, width, vocabulary) or _holds_items(slots, row))
        if named or (blank and _holds_names(slots, row, width, vocabulary)):
            return [0]
        return [width] if first is None or blank or first.row < row else [0]
    return [0, stub.end_col] if label is not None else [0]


def _is_named_below(slots: Slots, row: int, width: int, vocabulary: Vocabulary) -> bool:
    """Whether a blank corner has its own header text in a lower row of the header: it is a column, no stub."""
    below = range(row + 1, row + header_height(slots, row, width, vocabulary))
    return any(cell.col == 0 and not cell.is_blank for r in below for cell in anchored(slots, r, 0))


def _holds_items(slots: Slots, row: int) -> bool:
    """Whether a label of a list, "a)" or "a", or a code stands below a blank corner in each row but bands: it is a
    column, no stub. The corner may be as high as several rows."""
    cells = list(dropwhile(lambda cell: cell is None or cell.is_blank, [line[0] for line in slots[row:]]))
    below = [c for c in cells if c is not None and c.col_span == 1]
    texts = [cell_text(c).text for c in below]
    if len(texts) < 2 or None in cells or len(set(map(id, below))) < len(below):
        return False
    coded = len(set(texts)) == len(texts) and all(is_code(t) and not t.isalpha() for t in texts)
    return coded or all(map(is_item, texts)) or are_counted(texts)


def _holds_names(slots: Slots, row: int, width: int, vocabulary: Vocabulary) -> bool:
    """Whether nothing but values is named right of a blank corner, and a text of its own stands below that in each row
    with values: they are what is measured, and no stub."""
    heads = [fold(c.text) for c in anchored(slots, row, width) if not c.is_blank]
    roles = [innermost_role([text], vocabulary)[0] for text in heads]
    valued = sum(role in VALUE_ROLES or bool(find_periods(text)) for role, text in zip(roles, heads, strict=True))
    if valued < 2 or _TEXTS.intersection(roles):
        return False
    names: list[Cell | None] = []
    for line in slots[row + 1 :]:
        texts = {id(c): fold(c.text) for c in line[width:] if c is not None and not c.is_blank}
        if any(parse_value(text, vocabulary).status == "number" and not find_periods(text) for text in texts.values()):
            names.append(line[0])
    own = {id(c) for c in names if c is not None and not c.is_blank}
    return len(own) == len(names) > 1


def _stands_alone(slots: Slots, row: int, height: int, stub: Cell, vocabulary: Vocabulary) -> bool:
    """Whether nothing of its own stands below the first cell: it is a label, not a column. The name of a column of
    objectives may stand over one that a page's end tore off, and over another below it."""
    if stub.end_row > row + height:
        return True
    below = [line[0] for line in slots[row + height :] if any(c is not None and not c.is_blank for c in line)]
    if vocabulary.columns.get(phrase_key(cell_text(stub).text)) != "objective":
        below = below[:1]
    return bool(below) and all(code_text(cell) is None for cell in below)
