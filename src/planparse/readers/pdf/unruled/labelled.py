"""Labels with a text or a table of its own beside each, where no rules part the columns: the blocks of a plan.

    Objective    Keep the roads safe and well lit throughout the year
    Milestones   a. Publish the report by March
    Indicators   Measure            Latest   2024/25
                 RD1 Potholes       84%      85%

The labels stand in a column of their own, and every line keeps clear of its right border: the columns are sought
beside each label alone, where those of the whole would be lost among the texts that lie over them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Rule, Word
from planparse.readers.pdf.ruled.lattice import lattice
from planparse.readers.pdf.ruled.rules import Frame, join_rules
from planparse.readers.pdf.ruled.tables import PAD, Borders, Table, fill_cells
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import LABELLED, entries
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region, level_rules, ruled_regions
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_number_label

_LABEL = 8
"""Words that a label may have."""
_SIDES = 3
"""Labels with a text on their line that show the column; where the page before has it, one is enough."""
_PLACES = 3
"""Pairs of columns that are tried."""
_SAME = 1.5
"""Points by which texts that begin at one place may differ."""
_INDENT = 20.0
"""Points by which the items of a list begin further right than a text."""
_INSET = 12.0
"""Points from the border of the page before to the texts right of it."""
_STEP = 1.5
"""Heights of a letter from one line of a label to the next."""
_WHITE = 1.25
"""Times the step between the lines of a text that is between two rows."""
_LEVEL = 0.7
"""Heights of a letter by which the text beside a label may stand higher or lower than it."""
_PARTED = 0.36
"""Heights of a letter between a label and the text beside it; words of one text stand closer."""
_OVER = 0.34
"""Share of the lines that go on from the page before that may lie over its borders: notes do."""
_APART = 3.2
"""Heights of a letter from the last text to a label whose own text stands on the next page."""
_FAR = 8.0
"""Heights of a letter; nothing within a table stands further from the line above."""
_FOOT = 2.6
"""Heights of a letter from the last line of a page to what stands at its foot."""
_LARGE = 1.08
"""Times as large as the labels are the letters of a heading."""
_TOP = 0.35
"""Share of the page's height above which a table of the page before goes on."""


@dataclass(slots=True)
class _Side:
    """A label and what stands beside it."""

    label: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    nested: Table | None = None

    @property
    def top(self) -> float:
        return min(line.top for line in (*self.label[:1], *self.text[:1]))

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in (*self.label[-1:], *self.text[-1:]))


@dataclass(slots=True)
class _Gutter:
    """Where labels begin, and the texts beside them."""

    left: float
    text: float
    before: Borders | None = None
    """The borders of the table that ended the page before, where it has this column of labels."""


def labelled_tables(
    page: Page, lines: list[Line], tables: list[Table], before: Borders | None, headers: Headers, most: int | None
) -> list[Line]:
    """Adds the tables of labels to ``tables``; gives back the lines that stand in none of them."""
    if not lines and not any(t.settled for t in tables):
        return lines
    rules = level_rules(page.horizontals, page.fills)
    plain = [t for t in tables if not any(cell.tables for cell in t.cells)]
    labels = [t for t in plain if t.settled and len(t.xs) >= LABELLED]
    right = [
        t
        for t in plain
        if any(line.x1 < t.xs[0] + PAD and t.ys[0] - line.size < line.base < t.ys[-1] for line in lines)
    ]
    for gutter in _gutters(_with_tables(lines, labels + right), before):
        carried = [
            t
            for t in plain
            if gutter.before is not None and t.ys[0] < _TOP * page.height and not any(t is r for r in right)
        ]
        beside = [t for t in right + carried if _stands_beside(t, gutter)]
        beside += [t for t in labels if _has_labels(t, gutter)]
        beside = [t for t in beside if any(t is other for other in tables)]
        every = _with_tables(lines, beside)
        for part in _parts(every, gutter, page):
            if part[0][0].top > _TOP * page.height:
                gutter.before = None  # what goes on stands at the top
            sides = _sides(part, gutter, rules)
            top, bottom = sides[0].top - 1, sides[-1].bottom + 1
            inner = [t for t in beside if top < t.ys[-1] and t.ys[0] < bottom]
            nested = [t for t in inner if _stands_beside(t, gutter)]
            seen = {id(w) for t in inner if not _stands_beside(t, gutter) for c in t.cells for w in c.words}
            if all(id(w) in seen for line, *_ in part for w in line.words):
                continue  # all of it is a table already
            table = _table(page, sides, gutter, rules, headers, nested, most)
            if table is not None:
                tables[:] = [t for t in tables if all(t is not other for other in inner)] + [table]
                own = {id(w) for line, *_ in part for w in line.words}
                rest = [w for t in inner for cell in t.cells for w in cell.words if id(w) not in own]
                lines = [line for line in lines if id(line.words[0]) not in own]
                lines = sorted([*lines, *(make_lines(rest) if rest else [])], key=lambda line: line.base)
    return lines


def _stands_beside(table: Table, gutter: _Gutter) -> bool:
    """Whether a table begins where the texts beside the labels do."""
    return abs(table.xs[0] - gutter.text) < _INSET


def _has_labels(table: Table, gutter: _Gutter) -> bool:
    """Whether a table of two columns has the labels and the texts beside them."""
    return abs(table.xs[0] - gutter.left) < _INSET and abs(table.xs[1] - gutter.text) < _INSET


def _with_tables(lines: list[Line], tables: list[Table]) -> list[Line]:
    """The lines with those of tables that stand beside them, two that stand beside each other made one: a text may
    stand a little higher or lower than its label."""
    words = [w for line in lines for w in line.words] + [w for t in tables for c in t.cells for w in c.words]
    out: list[Line] = []
    for line in make_lines(words) if tables else lines:
        above = out[-1] if out else line
        apart = line.x0 > above.x1 or line.x1 < above.x0
        if apart and line.base - above.base < _LEVEL * line.size:
            left, right = sorted((above, line), key=lambda own: own.x0)
            out[-1] = Line(left.words + right.words, left.x0, right.x1, above.base, left.style, mixed=True)
        else:
            out.append(line)
    return out


def _gutters(lines: list[Line], before: Borders | None) -> list[_Gutter]:
    """The columns of labels that may be there, each with the first of the places where texts beside its labels begin:
    those of a list begin further right."""
    counts: Counter[tuple[int, int]] = Counter()
    for line in lines:
        runs = cut(line, NEAR_GAP).runs
        if len(runs) > 1 and len(runs[0].words) <= _LABEL:
            counts[round(runs[0].x0), round(runs[1].x0)] += 1
    out: list[_Gutter] = []
    for left, text in sorted(counts, key=lambda place: -counts[place]):
        near = {p: n for p, n in counts.items() if abs(p[0] - left) < _SAME and -_INDENT < p[1] - text <= _SAME}
        first = float(min(p[1] for p in near))
        own = before is not None and len(before) > 2 and _is_column(left, first, before)
        if own and before is not None:
            first = min([first, *(line.x0 for line in lines if -_SAME <= line.x0 - before[1] <= _INSET)])
        known = any(abs(g.left + _SAME - left) < 3 and abs(g.text + _SAME - first) < _INDENT for g in out)
        if (sum(near.values()) >= _SIDES or own) and not known:
            out.append(_Gutter(left - _SAME, first - _SAME, before if own else None))
        if len(out) == _PLACES:
            break
    return out


def _is_column(left: float, text: float, before: Borders) -> bool:
    """Whether these are the places of the labels and the texts of the table that ended the page before."""
    return -_SAME <= left - before[0] <= _INSET and -_SAME <= text - before[1] <= _INSET


_Split = tuple[Line, list[Word], list[Word]]
"""A line, its words in the column of labels and those beside it."""


def _parts(lines: list[Line], gutter: _Gutter, page: Page) -> list[list[_Split]]:
    """Runs of lines that keep clear of the white right of the labels."""
    out: list[list[_Split]] = [[]]
    for line in lines:
        own = [w for w in line.words if w.x1 < gutter.text - 0.1 * line.size]
        beside = [w for w in line.words if w.x0 > gutter.text]
        clear = len(own) + len(beside) == len(line.words) and not (own and own[0].x0 < gutter.left)
        clear = clear and not (own and beside and beside[0].x0 - own[-1].x1 < _PARTED * line.size)
        far = bool(out[-1]) and line.base - out[-1][-1][0].base > _FAR * line.size
        if far or not clear:
            out.append([])
        if clear:
            out[-1].append((line, own, beside))
    return [part for found in out if len(part := _trimmed(found, gutter, page)) > 1]


def _trimmed(part: list[_Split], gutter: _Gutter, page: Page) -> list[_Split]:
    """The lines from the first label to the last, or the last text beside it; at the top of a page also the texts that
    go on from the page before."""
    both = [n for n, (_, own, beside) in enumerate(part) if own and beside]
    if not both:
        return []
    first, last = both[0], len(part)
    goes_on = gutter.before is not None and part[0][0].top < _TOP * page.height
    label = part[first][1][0].style
    while first and goes_on and (not part[first - 1][1] or part[first - 1][1][0].style is label):
        first -= 1
    while first < both[0] and _is_furniture(part[first], part[first + 1], gutter):
        first += 1
    while last > both[-1] + 1:
        line, own, beside = part[last - 1]
        above = part[last - 2][0]
        step = (line.base - above.base) / line.size
        alone = own and not beside and step > (_APART if own[0].style is label else _STEP)
        if not alone and not _is_furniture(part[last - 1], part[last - 2], gutter):
            break
        last -= 1
    return part[first:last]


def _is_furniture(split: _Split, beside: _Split, gutter: _Gutter) -> bool:
    """Whether a line at the page's edge is one text apart from the next one that begins where no column does."""
    line = split[0]
    starts = [gutter.text + _SAME] + [x + PAD for x in (gutter.before or ())[1:-1]]
    if len(cut(line, NEAR_GAP).runs) > 1 or any(abs(line.x0 - x) < 2 * _SAME for x in starts):
        return False
    return abs(line.base - beside[0].base) > _FOOT * line.size


def _sides(part: list[_Split], gutter: _Gutter, rules: list[Rule]) -> list[_Side]:
    """The labels with the lines beside each; the first may have none, where it goes on from the page before, and one
    below a rule."""
    edges = [r.at for r in rules if r.start < gutter.left + _INSET and r.end > gutter.text + _INSET]
    labels = [make_lines(own)[0] if own else None for _, own, _ in part]
    written = [label for label in labels if label is not None]
    colons = sum(label.text.endswith(":") for label in written) >= _SIDES
    wide = max(label.x1 for label in written)
    out: list[_Side] = []
    words: list[list[Word]] = []
    for n, ((line, _, beside), label) in enumerate(zip(part, labels, strict=True)):
        above = part[n - 1][0] if n else line
        ruled = any(above.base < y < line.base - 0.3 * line.size for y in edges)
        if label is not None and out:
            begins = ruled or _begins(label, out[-1], bool(beside), wide, colons)
        else:
            begins = not out or (ruled and not any(map(_several, make_lines(words[-1]) if words[-1] else ())))
        if begins:
            out.append(_Side())
            words.append([])
        if label is not None:
            out[-1].label.append(label)
        words[-1] += beside
    for side, own in zip(out, words, strict=True):
        side.text = make_lines(own) if own else []
    return [side for side in out if side.label or side.text]


def _begins(label: Line, side: _Side, beside: bool, wide: float, colons: bool) -> bool:
    """Whether a line in the column of labels begins a new one; ``colons`` say that labels end with one."""
    goes_on = label.text[0] == "(" or label.text[0].islower()
    if not side.label:
        return beside and not goes_on
    above = side.label[-1]
    if label.base - above.base > _STEP * label.size or above.text.endswith(":"):
        return True
    first = label.words[0]
    room = above.x1 + 0.25 * label.size + first.x1 - first.x0 < wide
    return room and beside and not goes_on and not colons


def _table(
    page: Page,
    sides: list[_Side],
    gutter: _Gutter,
    rules: list[Rule],
    headers: Headers,
    inner: list[Table],
    most: int | None,
) -> Table | None:
    """The table of these labels; None where they are no labels of what stands beside them. ``inner`` are the tables
    found beside them."""
    labelled = [side for n, side in enumerate(sides) if side.label and (side.text or n or gutter.before is None)]
    if any(sum(len(line.words) for line in side.label) > _LABEL or any(map(_several, side.label)) for side in labelled):
        return None
    if any(min(line.x0 for line in side.text) > gutter.text + _INSET for side in sides if side.text):
        return None
    tabular = [side for side in sides if _is_tabular(side, 1 if side in (sides[0], sides[-1]) else 2)]
    plain = [side for side in sides if side.text and not any(map(_several, side.text))]
    if not _are_enough(labelled, plain, tabular, gutter, headers) or not _are_labels(labelled, plain):
        return None
    x0, x1 = _extent(sides, gutter, rules)
    ys = _row_borders(sides, rules)
    for n, side in enumerate(sides):
        if side in tabular:
            box = (gutter.text, ys[n], x1, ys[n + 1])
            goes_on = gutter.before if n == 0 and not side.label else None
            side.nested = _known(side, inner) or _nested(page, side.text, box, rules, goes_on, headers)
            if side.nested is not None:
                headers.learn(side.text[0], side.nested)
            elif sum(map(_several, side.text)) > 1:
                return None
    columns = [side.nested.xs[1] for side in sides if side.nested is not None]
    across = any(line.x1 > min(columns, default=0.0) for side in plain for line in side.text)
    if gutter.before is None and not across:
        return None
    border = (max([line.x1 for side in labelled for line in side.label]) + gutter.text + _SAME) / 2
    for n, side in enumerate(sides):
        if side.nested is not None:
            _fit(side.nested, (border, ys[n], x1, ys[n + 1]))
    found = lattice(_frame(sides, ys, (x0, border, x1), rules), most)
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


def _are_enough(
    labelled: list[_Side], plain: list[_Side], tabular: list[_Side], gutter: _Gutter, headers: Headers
) -> bool:
    """Whether there are texts beside the labels that are no rows of one table: on the page after such a table fewer
    will do, or a table beside a label with a header that was met before."""
    if gutter.before is None:
        return len(plain) >= (max(2, len(labelled) // 2) if tabular else 3)
    met = len(gutter.before) == LABELLED or any(headers.columns(side.text) for side in tabular if side.label)
    return bool(plain) or (met and bool(tabular))


def _known(side: _Side, inner: list[Table]) -> Table | None:
    """The table that was found beside a label, where it holds all of its text and nothing else."""
    own = {id(w) for line in side.text for w in line.words}
    found = (t for t in inner if len(t.xs) > 2 and {id(w) for cell in t.cells for w in cell.words} == own)
    return next(found, None)


def _several(line: Line) -> bool:
    """Whether texts stand side by side on a line, more than the number of a list item and its text."""
    runs = cut(line, NEAR_GAP).runs
    return len(runs) > 2 or (len(runs) == 2 and not is_number_label(runs[0].text))


def _is_tabular(side: _Side, least: int) -> bool:
    return sum(map(_several, side.text)) >= least


def _are_labels(labelled: list[_Side], plain: list[_Side]) -> bool:
    """Whether most labels have something beside them, and are bold, end with a colon or stand on paint, where the texts
    do not."""
    if 3 * sum(bool(side.text) for side in labelled) < 2 * len(labelled):
        return False
    bold = sum(all(line.bold for line in side.label) for side in labelled)
    ended = sum(side.label[-1].text.endswith(":") for side in labelled)
    heavy = sum(all(line.bold for line in side.text) for side in plain if side.text)
    return max(ended, bold if 2 * heavy <= len(plain) else 0) >= 0.7 * len(labelled)


def _extent(sides: list[_Side], gutter: _Gutter, rules: list[Rule]) -> tuple[float, float]:
    """Where the table begins and ends, left and right."""
    top, bottom = sides[0].top, sides[-1].bottom
    own = [r for r in rules if top < r.at < bottom and r.start < gutter.text + _INSET and r.end > gutter.text]
    lines = [line for side in sides for line in (*side.label, *side.text)]
    left = min([line.x0 - PAD for line in lines if line.words] + [r.start for r in own])
    right = max([line.x1 + PAD for line in lines] + [r.end for r in own])
    if gutter.before is not None:
        left = gutter.before[0] if abs(left - gutter.before[0]) < _INSET else left
        right = max(right, gutter.before[-1]) if not own else right
    return left, right


def _row_borders(sides: list[_Side], rules: list[Rule]) -> list[float]:
    out = [sides[0].top - 1]
    for above, below in pairwise(sides):
        between = [r.at for r in rules if above.bottom - 2 < r.at < below.top + 2]
        out.append(max(between[-1] if between else (above.bottom + below.top) / 2, out[-1] + 0.1))
    return [*out, max(sides[-1].bottom + 1, out[-1] + 0.1)]


def _steps(text: list[Line], rules: list[Rule]) -> list[float]:
    """The places between the lines beside a label where a rule, or more white than elsewhere, parts two rows."""
    if len(text) < 2:
        return []
    least = max(min(b.base - a.base for a, b in pairwise(text)), text[0].size)
    out: list[float] = []
    for above, below in pairwise(text):
        drawn = [r.at for r in rules if above.base < r.at < below.base - 0.3 * below.size and r.start < below.x1]
        if drawn or below.base - above.base > _WHITE * least:
            out.append(drawn[-1] if drawn else (above.bottom + below.top) / 2)
    return out


def _frame(sides: list[_Side], ys: list[float], xs: tuple[float, float, float], rules: list[Rule]) -> Frame:
    """The rules that the labels and the tables beside them stand for."""
    left, border, right = xs
    horizontals = [Rule(y, left, right) for y in ys]
    verticals = [Rule(x, ys[0], ys[-1]) for x in xs]
    for side in sides:
        if side.nested is None:
            horizontals += [Rule(y, border, right) for y in _steps(side.text, rules)]
            continue
        for cell in side.nested.cells:
            x0, y0, x1, y1 = cell.box
            horizontals += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
            verticals += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
    return Frame(join_rules(horizontals), join_rules(verticals), pieced=True)


def _nested(
    page: Page,
    lines: list[Line],
    box: BBox,
    rules: list[Rule],
    before: Borders | None,
    headers: Headers,
) -> Table | None:
    """The table beside a label."""
    region = _region(page, lines, box, rules)
    hints = hints_of(page, lines, region)
    known = headers.columns(lines)
    if len(known) - 2 <= len(hints.verticals):
        known = ()
    if not known and before is not None:
        own = before[1:]
        over = sum(entries(line, own, spanning=True) is None for line in lines)
        known = own if over <= _OVER * len(lines) else ()
    if known:
        hints.verticals, hints.complete = list(known[1:-1]), True
    table = aligned_table(lines, hints, NEAR_GAP)
    names = len(lines) == 1 and lines[0].bold and len(cut(lines[0], NEAR_GAP).runs) > 2  # all there is of a header yet
    if table is None or (reason(table, True) is None and not known and not names):
        return None
    return table


def _fit(table: Table, box: BBox) -> None:
    """Makes a table as high as the row that it stands in, and as wide, but where it is far narrower; where nothing
    draws its columns they are where the next page looks for them."""
    xs, ys = list(table.borders), list(table.ys)
    xs[0] = box[0] if abs(xs[0] - box[0]) < _INSET else xs[0]
    xs[-1] = box[2] if abs(xs[-1] - box[2]) < _INDENT else xs[-1]
    ys[0], ys[-1] = box[1], box[3]
    table.xs, table.ys = xs, ys
    for cell in table.cells:
        slab = cell.slab
        cell.box = (xs[slab.col], ys[slab.row], xs[slab.col + slab.col_span], ys[slab.row + slab.row_span])


def _region(page: Page, lines: list[Line], box: BBox, rules: list[Rule]) -> Region:
    """The lines beside a label as the region of a table, with the rules and columns that are drawn there."""
    x0, top, x1, bottom = box
    raw = [r for r in page.horizontals if top - 1 < r.at < bottom + 1 and r.start > x0 - _INSET]
    within = [
        r for r in rules if top + 1 < r.at < bottom - 1 and r.end > x0 + 0.9 * (x1 - x0) and r.start < x0 + _INSET
    ]
    for region in headed_regions(raw, lines, page.fills):
        if 2 * len(region.lines) > len(lines):
            return Region(lines, box, region.horizontals, False, region.columns, region.titles)
    beside: list[Rule] = []
    for region in ruled_regions([r for r in rules if top - 1 < r.at < bottom + 1 and r.start > x0 - _INSET], lines):
        if 2 * len(region.lines) > len(lines):
            beside = region.beside
    return Region(lines, box, [r.at for r in within], beside=beside)
