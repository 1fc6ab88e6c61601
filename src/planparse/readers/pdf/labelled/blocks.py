"""Labels with a text or a table of its own beside each, where no rules part the columns.

    Objective    Keep the roads safe and well lit throughout the year
    Milestones   a. Publish the report by March
    Indicators   Measure            Latest   2024/25
                 RD1 Potholes       84%      85%

The columns are sought beside each label alone, where those of the whole would be lost among the texts that lie over
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from planparse.readers.pdf.labelled.gutter import (
    INDENT,
    INSET,
    LABEL,
    SAME,
    SIDES,
    TOP,
    Gutter,
    Split,
    gutters,
    lines_with,
    openings,
    parts,
)
from planparse.readers.pdf.labelled.middles import middled_sides
from planparse.readers.pdf.labelled.nested import add_cells, fit, found_before, is_rest_in_column, nested_table
from planparse.readers.pdf.labelled.sides import Side, are_several, make_sides, row_borders, rows_off, steps
from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.ruled.lattice import lattice
from planparse.readers.pdf.ruled.rules import Frame, join_rules
from planparse.readers.pdf.ruled.tables import LABELLED, PAD, Borders, Table, TableCell, fill_cells
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import level_rules
from planparse.readers.pdf.unruled.shared_columns import share
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, Span, cut, is_mark, is_page_number

_PAIR = 2
"""Texts of a label and what stands beside it."""
_FEW = 12
"""Words; fewer make no block."""
_EDGE, _FOOT = 0.1, 2.0
"""Share of the page's height in which its number stands, and heights of a letter from the text to it at least."""
_MOST = 0.7
"""Share of the labels that look like labels."""


def labelled_blocks(
    page: Page, lines: list[Line], tables: list[Table], before: Borders | None, headers: Headers, most: int | None
) -> list[Line]:
    """Adds the blocks of a page to its tables; gives back the lines that stand in none of them.

    A table that was found beside labels becomes a part of their block, and so does one of pieced rules that has the
    labels too. ``before`` are the borders of the table that ended the page before. Raises ``LimitExceeded`` for a block
    of more than ``most`` slots.
    """
    if not lines and not any(t.settled for t in tables):
        return lines
    foot = lines[-1] if lines and _is_page_number(page, lines) else None
    lines = lines[:-1] if foot is not None else lines
    tops = openings(lines_with(lines, _near_labels(tables, lines)), headers)
    for top, bottom in pairwise([0.0, *tops, page.height]) if tops else ():
        own = [line for line in lines if top <= line.top < bottom]
        others = [line for line in lines if not top <= line.top < bottom]
        left = _blocks(page, own, tables, None if top else before, headers, most, (top, bottom))
        lines = sorted([*others, *left], key=lambda line: line.base) if len(left) < len(own) else lines
    lines = _blocks(page, lines, tables, before, headers, most, (0.0, page.height))
    return lines if foot is None else [*lines, foot]


def _blocks(
    page: Page,
    lines: list[Line],
    tables: list[Table],
    before: Borders | None,
    headers: Headers,
    most: int | None,
    span: Span,
) -> list[Line]:
    """As ``labelled_blocks``, for the lines and tables between two lines that begin blocks."""
    top, bottom = span
    near = [t for t in _near_labels(tables, lines) if top <= (t.ys[0] + t.ys[-1]) / 2 < bottom]
    found = gutters(lines_with(lines, near), before, headers)
    rules = level_rules(page.horizontals, page.fills) if found else []
    for gutter in found:
        beside = _beside(tables, near, gutter, TOP * page.height)
        for part in parts(lines_with(lines, beside), gutter, page.height):
            if part[0].line.top > TOP * page.height:
                gutter.before = None  # what goes on stands at the top
            sides = middled_sides(part, gutter, headers) or make_sides(part, gutter, rules)
            inner = [t for t in beside if sides[0].top - 1 < t.ys[-1] and t.ys[0] < sides[-1].bottom + 1]
            block = None if _is_seen(part, inner, gutter) else _block(page, sides, gutter, rules, headers, inner, most)
            if block is not None:
                tables[:] = [t for t in tables if all(t is not other for other in inner)] + [block]
                lines = _left(lines, inner, part)
    return lines


def _is_page_number(page: Page, lines: list[Line]) -> bool:
    """Whether the last line is the number of the page, apart from what stands above it."""
    last = lines[-1]
    apart = len(lines) == 1 or last.base - lines[-2].base > _FOOT * last.size
    return last.base > (1 - _EDGE) * page.height and apart and is_page_number(last.text)


def framed_block(page: Page, table: Table, before: Borders | None, headers: Headers, most: int | None) -> Table | None:
    """The block that stands in a table of one column, which is but its frame; None where that holds something else."""
    if len(table.xs) > 2 or any(cell.tables for cell in table.cells):
        return None
    words = [w for cell in table.cells for w in cell.words]
    if len(words) < _FEW or any(w.style.angle for w in words):
        return None
    found: list[Table] = []
    if labelled_blocks(page, make_lines(words), found, before, headers, most) or len(found) != 1:
        return None
    (block,) = found
    if _begins_with_title(block):
        return None
    fit(block, table.bbox)
    block.evidence = [*table.evidence, *block.evidence]
    block.closed = table.closed
    return block


def _begins_with_title(block: Table) -> bool:
    """Whether the first row is one text in bold with a blank of it at the border, and no text beside the labels is
    bold: it is the title of what stands below."""
    first = [c for c in block.cells if c.slab.row == 0 and c.words]
    if len(first) != _PAIR or any(len(c.in_lines()) > 1 or not c.in_lines()[0].bold for c in first):
        return False
    whole = make_lines([w for c in first for w in c.words])
    texts = [line for c in block.cells if c.slab.row and c.slab.col for line in c.in_lines()]
    return len(cut(whole[0], NEAR_GAP).runs) == len(whole) == 1 and not any(line.bold for line in texts)


def learn_labels(table: Table, headers: Headers) -> None:
    """Keeps the labels of a table, each beside one text as wide as the rest of it."""
    ends = len(table.xs) - 1
    labels = {c.slab.row: c for c in table.cells if c.slab.col == 0 and 0 < len(c.words) <= LABEL}
    found: list[tuple[TableCell, float]] = []
    for cell in table.cells:
        label = labels.get(cell.slab.row)
        if label is not None and cell.slab.col == label.slab.col_span == ends - cell.slab.col_span and cell.words:
            found.append((label, min([w.x0 for w in cell.words])))
    text = min([x for _, x in found], default=0.0)
    for label, _ in found:
        headers.learn_label(label.in_lines(), text)


def _near_labels(tables: list[Table], lines: list[Line]) -> list[Table]:
    """The tables that have a line left of them, which may be a label, or labels of their own between pieced rules."""
    return [
        t
        for t in tables
        if not any(cell.tables for cell in t.cells)
        and (
            (t.settled and len(t.xs) >= LABELLED)
            or any(line.x1 < t.xs[0] + PAD and t.ys[0] - line.size < line.base < t.ys[-1] for line in lines)
        )
    ]


def _beside(tables: list[Table], near: list[Table], gutter: Gutter, top: float) -> list[Table]:
    """The tables that may be parts of a block of these labels; above ``top`` one that goes on needs no label beside."""
    known = {id(t) for t in near}
    out: list[Table] = []
    for table in tables:
        if any(cell.tables for cell in table.cells):
            continue
        goes_on = gutter.before is not None and table.ys[0] < top
        is_part = gutter.is_beside(table) and (id(table) in known or goes_on)
        if is_part or (id(table) in known and table.settled and gutter.has(table)):
            out.append(table)
    return out


def _is_seen(part: list[Split], inner: list[Table], gutter: Gutter) -> bool:
    """Whether all of the words are in a table already that has the labels too."""
    seen = {id(w) for t in inner if not gutter.is_beside(t) for cell in t.cells for w in cell.words}
    return all(id(w) in seen for split in part for w in split.line.words)


def _left(lines: list[Line], inner: list[Table], part: list[Split]) -> list[Line]:
    """The lines but those of the block; what else its tables held stands on the page again."""
    own = {id(w) for split in part for w in split.line.words}
    rest = [w for t in inner for cell in t.cells for w in cell.words if id(w) not in own]
    left = [line for line in lines if id(line.words[0]) not in own]
    return sorted([*left, *(make_lines(rest) if rest else [])], key=lambda line: line.base)


def _block(
    page: Page,
    sides: list[Side],
    gutter: Gutter,
    rules: list[Rule],
    headers: Headers,
    inner: list[Table],
    most: int | None,
) -> Table | None:
    """The table of these labels; None where they are no labels of what stands beside them. ``inner`` are the tables
    found beside them."""
    off = rows_off(sides)
    labelled = [
        side for n, side in enumerate(sides) if side.label and not off[n] and (side.text or n or gutter.before is None)
    ]
    texts = [line.x0 for side in sides for line in side.text]
    met = gutter.met and min(texts, default=0.0) <= gutter.text + INSET and _are_met(labelled, headers)
    if not met and not (_are_labels(sides, labelled, gutter) and _are_enough(sides, labelled, gutter, headers)):
        return None
    x0, x1 = _extent(sides, gutter, rules)
    ys = row_borders(sides, rules)
    for n, side in enumerate(sides):
        goes_on = gutter.before if n == 0 and not side.label else None
        if (
            off[n]
            or side.several >= _least(side, sides)
            or (goes_on is not None and is_rest_in_column(side.text, goes_on[1:]))
        ):
            if n and (not side.label or off[n]) and headers.inner:
                goes_on = (0.0, *headers.inner)  # below labels that come again on each page
            box = (gutter.text, ys[n], x1, ys[n + 1])
            side.nested = found_before(side, inner) or nested_table(page, side.text, box, rules, goes_on, headers)
            if side.nested is not None:
                headers.learn(side.text[0], side.nested)
                headers.inner = tuple(side.nested.xs)
            elif side.several > 1:
                return None
    if gutter.before is None and not met and not _is_crossed(sides):
        return None
    if gutter.before is None and sides[0].label:
        headers.openers.add(sides[0].label[0].text)
    for side in labelled:
        headers.learn_label(side.label, gutter.text + SAME)
    among = [*labelled, *(side for n, side in enumerate(sides) if off[n])]
    border = (max([line.x1 for side in among for line in side.label]) + gutter.text + SAME) / 2
    for n, side in enumerate(sides):
        if side.nested is not None:
            fit(side.nested, (border, ys[n], x1, ys[n + 1]), gutter.text)
    _share([side.nested for side in sides if side.nested is not None])
    block = _filled(page, sides, _frame(sides, ys, (x0, border, x1), rules), most)
    if block is not None:
        block.xs[1] = max(block.xs[1], gutter.text + SAME - PAD)  # the same on each page, however long its labels are
    return block


def _share(nested: list[Table]) -> None:
    """Gives the tables beside labels that have as many columns the same ones, where theirs stand a little apart."""
    by_columns: dict[int, list[Table]] = {}
    for table in nested:
        by_columns.setdefault(len(table.xs), []).append(table)
    for alike in by_columns.values():
        apart = [max(xs) - min(xs) for xs in zip(*(table.xs[1:-1] for table in alike), strict=True)]
        if any(SAME < width < INDENT for width in apart):
            share(alike)


def _are_met(labelled: list[Side], headers: Headers) -> bool:
    """Whether all of these are labels that were met before, one of them with a text beside it."""
    own = [headers.beside(side.label[0].text, side.label[0].x0) is not None for side in labelled]
    return bool(own) and all(own) and any(side.text for side in labelled)


def _are_labels(sides: list[Side], labelled: list[Side], gutter: Gutter) -> bool:
    """Whether these are short, most with something beside them that begins at one place, and are bold, in a type of
    their own or end with a colon, where the texts do not, or some stand beside texts and one beside a table with a
    header."""
    for side in labelled:
        if sum(len(line.words) for line in side.label) > LABEL or any(map(are_several, side.label)):
            return False
    whole = sides if gutter.before is None else sides[1:]  # what goes on may be but the rest of a list
    if any(_begins_beyond(side.text, gutter.text) for side in whole if side.text):
        return False
    if 3 * sum(bool(side.text) for side in labelled) < 2 * len(labelled):
        return False
    plain = _plain(sides)
    bold = sum(all(line.bold for line in side.label) for side in labelled)
    ended = sum(side.label[-1].text.endswith(":") for side in labelled)
    heavy = sum(all(line.bold for line in side.text) for side in plain)
    worded = sum(any(map(str.isalpha, side.text[0].text)) for side in plain)
    if worded >= SIDES and any(_is_headed(side) for side in sides):
        return True
    named = all(any(w.text.isalpha() for line in side.label for w in line.words) for side in labelled)
    if (
        named
        and worded >= SIDES
        and _fonts(line for s in labelled for line in s.label).isdisjoint(
            _fonts(line for s in plain for line in s.text)
        )
    ):
        return True
    return max(ended, bold if 2 * heavy <= len(plain) else 0) >= _MOST * len(labelled)


def _begins_beyond(text: list[Line], place: float) -> bool:
    """Whether a text begins right of the place where texts do, or a list right of where their items may."""
    return min(line.x0 for line in text) > place + (INDENT if is_mark(text[0].words[0].text) else INSET)


def _fonts(lines: Iterable[Line]) -> set[str]:
    return {w.style.font for line in lines for w in line.words}


def _is_headed(side: Side) -> bool:
    """Whether what stands beside a label begins with the header of a table."""
    return side.several > 1 and side.text[0].bold and are_several(side.text[0])


def _are_enough(sides: list[Side], labelled: list[Side], gutter: Gutter, headers: Headers) -> bool:
    """Whether there are texts beside the labels that are no rows of one table: on the page after such a table fewer
    will do, or a table beside a label with a header that was met before."""
    plain = _plain(sides)
    tabular = [side for side in sides if side.several >= _least(side, sides)]
    if gutter.before is None:
        return len(plain) >= (max(2, len(labelled) // 2) if tabular else SIDES)
    rest = bool(tabular) and tabular[0] is sides[0] and not sides[0].label
    if plain or (tabular and (rest or len(gutter.before) == LABELLED)):
        return True
    known = [headers.columns(side.text) for side in tabular if side.label]
    return any(borders and borders[0] > gutter.left + INSET for borders in known)  # not one over the labels too


def _plain(sides: list[Side]) -> list[Side]:
    """Those with a text beside the label and no table."""
    return [side for side in sides if side.text and not side.several]


def _least(side: Side, sides: list[Side]) -> int:
    """Lines of several texts that are a table; the page's end may leave one."""
    return 1 if side is sides[0] or side is sides[-1] else 2


def _is_crossed(sides: list[Side]) -> bool:
    """Whether a text lies over the first column of a table beside another label, if there is one."""
    first = min([side.nested.xs[1] for side in sides if side.nested is not None], default=0.0)
    return any(line.x1 > first for side in _plain(sides) for line in side.text)


def _extent(sides: list[Side], gutter: Gutter, rules: list[Rule]) -> tuple[float, float]:
    """Where the table begins and ends, left and right."""
    top, bottom = sides[0].top, sides[-1].bottom
    own = [r for r in rules if top < r.at < bottom and r.start < gutter.text + INSET and r.end > gutter.text]
    lines = [line for side in sides for line in (*side.label, *side.text)]
    left = min([line.x0 - PAD for line in lines] + [r.start for r in own])
    right = max([line.x1 + PAD for line in lines] + [r.end for r in own])
    if gutter.before is not None:
        left = gutter.before[0] if abs(left - gutter.before[0]) < INSET else left
        right = right if own else max(right, gutter.before[-1])
    return left, right


def _frame(sides: list[Side], ys: list[float], xs: tuple[float, float, float], rules: list[Rule]) -> Frame:
    """The rules that the labels and the tables beside them stand for."""
    left, border, right = xs
    horizontals = [Rule(y, left, right) for y in ys]
    verticals = [Rule(x, ys[0], ys[-1]) for x in xs]
    for side in sides:
        if side.nested is None:
            horizontals += [Rule(y, border, right) for y in steps(side.text, rules)]
            continue
        add_cells(side.nested, horizontals, verticals)
    return Frame(join_rules(horizontals), join_rules(verticals), pieced=True)


def _filled(page: Page, sides: list[Side], frame: Frame, most: int | None) -> Table | None:
    """The table of these rules, the words of a table beside a label in the cells that they had there."""
    found = lattice(frame, most)
    if found is None:
        return None
    words = [w for side in sides for line in side.label for w in line.words]
    words += [w for side in sides if side.nested is None for line in side.text for w in line.words]
    table, _ = fill_cells(page, found, words)
    for side in sides:
        for cell in side.nested.cells if side.nested is not None else ():
            at = found.slab_at((cell.box[0] + cell.box[2]) / 2, (cell.box[1] + cell.box[3]) / 2)
            if at is None:
                return None
            table.cells[at].words += cell.words
    table.evidence = ["labels in a column of their own, each with a text or a table beside it"]
    table.soft = True
    return table
