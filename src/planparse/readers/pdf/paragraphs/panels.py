"""Panels that stand side by side: boxes of text, painted or framed, and tables with a heading over each.

A line of a page goes from one side to the other. Where panels stand beside each other, each is read by itself, from the
left to the right, and a word belongs to the panel in which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Page, Rule, Word
from planparse.readers.pdf.paragraphs.box_rows import meet
from planparse.readers.pdf.paragraphs.flowed_lists import flowed_lists
from planparse.readers.pdf.paragraphs.headed_lists import headed_lists
from planparse.readers.pdf.paragraphs.ruled_panels import ruled_rows
from planparse.readers.pdf.paragraphs.sides import Side
from planparse.readers.pdf.paragraphs.text_beside import texts_beside_tables
from planparse.readers.pdf.paragraphs.value_cards import value_cards
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import Span, cut

_WIDE, _HIGH = 80.0, 30.0
"""Points; a smaller box is a cell or a badge."""
_MOST = 60
"""Boxes on a page; with more of them it is a drawing."""
_GUTTER = 5.0
"""Points of white between two panels; cells stand nearer to each other."""
_BELOW = 14.0
"""Points from the last line of lists to a rule that ends them."""
_FEW = 3
"""Lines that a box of text has at least."""
_LEVEL = 0.5
"""Share of the lower one's height by which two panels stand beside each other."""
_SIDE = 110.0
"""Points; a narrower area beside a text may be a painted column."""
_SHARED = 0.34
"""Share of the lines of a panel that stand level with one of the text beside it."""
_CORNER = 12.0
"""Points that a rounded corner takes of the sides of its box."""
_HEADINGS = 2
"""Lines that may head the tables of a row."""
_NEAR = 2.4
"""Heights of a letter from a heading to what stands below it."""
_LOW = 0.87
"""Share of the page above its foot."""
_GAP = 1.2
"""Heights of a letter between two headings on one line."""


@dataclass(slots=True)
class Zone:
    """Words and tables of a page that are read one after the other."""

    words: list[Word] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    top: float = 0.0
    bottom: float = float("inf")
    """Where the rows of panels over and under it end and begin."""
    lines: list[Line] | None = None
    """The words in lines, where these were made."""
    side: Side | None = None
    """The list that it is, where lists stand side by side."""

    @property
    def extent(self) -> Span:
        """From where to where what is drawn may be of it."""
        tops = [*(word.top for word in self.words), *(table.ys[0] for table in self.tables)]
        ends = [*(word.bottom for word in self.words), *(table.ys[-1] for table in self.tables)]
        return min([self.top, *tops]) - 1, max([self.bottom, *ends]) + 1


def zones(page: Page, words: list[Word], tables: list[Table], before: Sequence[float] = ()) -> list[Zone]:
    """The zones of a page in reading order: one, or what stands over, in, between and under its rows of panels.

    ``before`` is where the lists begin that stand side by side at the end of the page before.
    """
    boxes = _boxes(page, words, [t.bbox for t in tables])
    rows = _rows(boxes) + _table_rows(words, tables)
    rows = rows or ruled_rows(page, words, [t.bbox for t in tables])
    for box in boxes if not rows else ():
        parted = _beside_text(box, words, tables)
        if len(parted) > 1:
            return [zone for part in parted for zone in zones(page, part.words, part.tables)]
    lines = make_lines([w for w in words if w.style.angle == 0]) if words else []
    listed = {id(own.boxes): own for own in headed_lists(words, lines, before)}
    for row in (*flowed_lists(page, lines), *(own.boxes for own in listed.values()), *value_cards(lines)):
        if not (_is_ruled(page, row, tables) or any(meet(a, b) for a in row for own in rows for b in own)):
            rows.append(row)
    for row in texts_beside_tables(page, lines, [t.bbox for t in tables]):
        if not any(meet(a, b) for a in row for own in rows for b in own):
            rows.append(row)
    if not rows:
        return [Zone(words, tables, lines=lines)]
    rows.sort(key=lambda row: row[0][1])
    panels = [box for row in rows for box in row]
    inside = [
        Zone(
            top=box[1],
            bottom=box[3],
            side=Side(n, k, lists.starts[k], lists.rest) if (lists := listed.get(id(row))) is not None else None,
        )
        for n, row in enumerate(rows)
        for k, box in enumerate(row)
    ]
    tops, ends = [min(b[1] for b in row) for row in rows], [max(b[3] for b in row) for row in rows]
    across = [Zone(top=a, bottom=b) for a, b in zip([0.0, *ends], [*tops, float("inf")], strict=True)]
    middles = [(row[0][1] + end) / 2 for row, end in zip(rows, ends, strict=True)]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        own = next((n for n, b in enumerate(panels) if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)
        (across[sum(m < y for m in middles)] if own is None else inside[own]).words.append(word)
    for table in tables:
        x0, y0, x1, y1 = table.bbox
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        own = next((n for n, b in enumerate(panels) if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)
        (across[sum(m < y for m in middles)] if own is None else inside[own]).tables.append(table)
    out, left = [across[0]], iter(inside)
    for row, after in zip(rows, across[1:], strict=True):
        out += [next(left) for _ in row]
        out.append(after)
    return [zone for zone in out if zone.words or zone.tables]


def lists_at_end(parted: list[Zone], page: Page) -> list[float]:
    """Where the lists begin that stand side by side at the page's end, with nothing below them but its foot."""
    while parted and parted[-1].side is None:
        low = min((w.top for w in parted[-1].words), default=page.height)
        if parted[-1].tables or low < _LOW * page.height:
            return []
        parted = parted[:-1]
    last = parted[-1].side if parted else None
    return [z.side.start for z in parted if z.side is not None and last is not None and z.side.row == last.row]


def _beside_text(box: BBox, words: list[Word], tables: list[Table]) -> list[Zone]:
    """The text, then what stands in the one panel beside it, then what stands below that, where their lines are not
    level, as those of a table are."""
    whole = [Zone(words, tables)]
    level = [w for w in words if box[1] < (w.top + w.bottom) / 2 < box[3]]
    own = [w for w in level if box[0] <= w.x0 and w.x1 <= box[2]]
    taken = {id(w) for w in own}
    beside = [w for w in level if id(w) not in taken]
    if box[2] - box[0] < _SIDE or not (own and beside):
        return whole
    if not (all(w.x1 <= box[0] for w in beside) or all(w.x0 >= box[2] for w in beside)):
        return whole
    bases = [line.base for line in make_lines(beside)]
    lines = make_lines(own)
    shared = sum(any(abs(line.base - base) < 1 for base in bases) for line in lines)
    if len(bases) < _FEW or shared > _SHARED * len(lines):
        return whole
    rest = [w for w in words if id(w) not in taken]
    text = Zone([w for w in rest if w.bottom < box[3]], [t for t in tables if t.ys[0] < box[3]])
    below = Zone([w for w in rest if w.bottom >= box[3]], [t for t in tables if t.ys[0] >= box[3]])
    return [zone for zone in (text, Zone(own), below) if zone.words or zone.tables]


def _boxes(page: Page, words: list[Word], taken: list[BBox]) -> list[BBox]:
    """The boxes with several lines of text in them that no table has; two will do, a bold line over a plain one, in
    boxes alike, and in one level with such a panel: drawn in one row, each is as high as the longest text in it."""
    if len(words) < 2 * _FEW:
        return []
    found = [(f.x0, f.top, f.x1, f.bottom) for f in page.fills if f.colour != WHITE]
    found = [b for b in [*found, *_framed(page, taken)] if _is_panel(b, page) and not any(meet(b, t) for t in taken)]
    if len(found) > _MOST:
        return []
    out: list[BBox] = []
    low: list[BBox] = []
    for box in sorted(found, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]), reverse=True):
        if any(meet(box, known) for known in (*out, *low)):
            continue
        own = [w for w in words if box[0] <= w.x0 and w.x1 <= box[2] and box[1] < (w.top + w.bottom) / 2 < box[3]]
        lines = make_lines(own) if own else []
        if len(lines) >= _FEW:
            out.append(box)
        if len(lines) > 1 and lines[0].bold and not any(line.bold for line in lines[1:]):
            low.append(box)
    alike = [box for box in low if sum(_are_alike(box, other) for other in low) > 1]
    sure = [box for box in low if box in out or box in alike]
    out += [box for box in alike if box not in out]
    return [*out, *(box for box in low if box not in out and any(_are_level(box, other) for other in sure))]


def _are_alike(a: BBox, b: BBox) -> bool:
    """Whether two boxes stand level, and are as wide as each other."""
    return _are_level(a, b) and abs(a[2] - a[0] - b[2] + b[0]) < 1


def _are_level(a: BBox, b: BBox) -> bool:
    return abs(a[1] - b[1]) < 1 and abs(a[3] - b[3]) < 1


def _is_panel(box: BBox, page: Page) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _WIDE < wide < 0.7 * page.width and _HIGH < high < 0.9 * page.height


def _framed(page: Page, taken: list[BBox]) -> list[BBox]:
    """The boxes that two uprights outside of tables make with a level rule over and under them; their corners may be
    rounded."""
    outside = [v for v in page.verticals if not any(b[0] < v.at < b[2] and b[1] < v.start < b[3] for b in taken)]
    uprights = [v for v in join_rules(outside) if v.end - v.start > _HIGH / 2]
    level = join_rules(page.horizontals) if 1 < len(uprights) <= 2 * _MOST else []
    if len(level) > 4 * _MOST:
        return []
    out = []
    for n, left in enumerate(uprights):
        alike = [r for r in uprights[n + 1 :] if abs(left.start - r.start) < 2 and abs(left.end - r.end) < 2]
        for right in alike[:1]:
            if right.at - left.at > _WIDE:
                upper = [h.at for h in level if _closes(h, left, right) and -2 <= left.start - h.at < _CORNER]
                lower = [h.at for h in level if _closes(h, left, right) and -2 <= h.at - left.end < _CORNER]
                if upper and lower:
                    out.append((left.at, max(upper), right.at, min(lower)))
    return out


def _closes(rule: Rule, left: Rule, right: Rule) -> bool:
    return -2 <= rule.start - left.at < _CORNER and -2 <= right.at - rule.end < _CORNER


def _rows(boxes: list[BBox]) -> list[list[BBox]]:
    """The boxes that stand beside another one, row by row, left to right."""
    rows: list[list[BBox]] = []
    for box in sorted(boxes, key=lambda b: b[1]):
        row = next((row for row in rows if all(_beside(box, other) for other in row)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [sorted(row) for row in rows if len(row) > 1]


def _beside(a: BBox, b: BBox) -> bool:
    shared = min(a[3], b[3]) - max(a[1], b[1])
    apart = max(a[0], b[0]) - min(a[2], b[2])
    return shared > _LEVEL * min(a[3] - a[1], b[3] - b[1]) and apart > _GUTTER


def _is_ruled(page: Page, row: list[BBox], tables: Sequence[Table] = ()) -> bool:
    """Whether rules go across all of a row's boxes, within them or right below, or one of pieces that meet between two
    of them: these are the columns of a table. The borders of another table below are not counted."""
    left, right = min(b[2] for b in row), max(b[0] for b in row)
    top, bottom = min(b[1] for b in row), max(b[3] for b in row)
    across = {round(r.at) for r in join_rules(page.horizontals) if r.start < left and right < r.end}
    inside = [at for at in across if top + _GUTTER < at < bottom + _BELOW]
    inside = [at for at in inside if not any(t.ys[0] - 2 < at < t.ys[-1] + 2 for t in tables)]
    if len(inside) != 1:
        return len(inside) > 1
    ends = [r.end for r in page.horizontals if abs(r.at - inside[0]) < 1]
    return any(abs(r.start - end) < 1 for r in page.horizontals if abs(r.at - inside[0]) < 1 for end in ends)


def _table_rows(words: list[Word], tables: list[Table]) -> list[list[BBox]]:
    """Rows of tables that stand side by side under headings of their own, which share lines."""
    out = []
    for row in _rows([t.bbox for t in tables]) if len(tables) > 1 else []:
        top = min(box[1] for box in row)
        end = max((t.bbox[3] for t in tables if t.bbox[3] < top), default=0.0)
        above = [w for w in words if end < w.top and w.bottom <= top + 1]
        heads = _headings(make_lines(above)[-_HEADINGS:], row, top) if above else []
        if heads:
            top = min(line.top for line in heads) - 1
            out.append([(x0 - 6, top, x1 + 6, bottom) for x0, _, x1, bottom in row])
    return out


def _headings(lines: list[Line], row: list[BBox], top: float) -> list[Line]:
    """The lines right over a row of tables that have a text over more than one of them, each over one only."""
    out: list[Line] = []
    shared = False
    for line in reversed(lines):
        if top - line.base > _NEAR * line.size:
            break
        over = [[n for n, b in enumerate(row) if b[0] - 6 <= r.x0 and r.x1 <= b[2] + 6] for r in cut(line, _GAP).runs]
        if any(len(found) != 1 for found in over):
            break
        shared = shared or len({n for (n,) in over}) > 1
        out.append(line)
        top = line.top
    return out if shared else []
