"""Where a column of labels may stand: every line keeps clear of the white between it and the texts beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from planparse.readers.pdf.page import Style, Word
from planparse.readers.pdf.ruled.tables import PAD, Borders, Table
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, PARTED, begins_with_code, cut, is_mark, is_number_label

SAME = 1.5
"""Points by which texts that begin at one place may differ."""
INSET = 12.0
"""Points from a border to the texts right of it, or to the table that stands there."""
INDENT = 20.0
"""Points by which the items of a list begin further right than a text."""
LABEL = 8
"""Words that a label may have."""
SIDES = 3
"""Labels with a text on their line that show the column; where the page before has it, one is enough."""
TOP = 0.35
"""Share of the page's height above which a table of the page before goes on."""
STEP = 1.5
"""Heights of a letter from one line of a label to the next."""
_PLACES = 5
"""Pairs of columns that are tried."""
_LEVEL = 0.7
"""Heights of a letter by which the text beside a label may stand higher or lower than it."""
_HIGHER = 0.5
"""Points between the baselines of a label and of the text beside it, where they are two texts though they touch."""
_APART = 3.2
"""Heights of a letter from the last text to a label whose own text stands on the next page."""
_FAR = 8.0
"""Heights of a letter; nothing within a table stands further from the line above."""
_FOOT = 2.6
"""Heights of a letter from the last line of a page to what stands at its foot."""
_LARGE = 1.08
"""Times as large as the labels are the letters of a heading."""


@dataclass(slots=True)
class Gutter:
    """Where labels begin, and the texts beside them."""

    left: float
    text: float
    before: Borders | None = None
    """The borders of the table that ended the page before, where it has this column of labels."""
    met: bool = False
    """A label of it was met at this place before, with texts at that one."""
    middled: bool = False
    """Labels that were met before stand in the middle of what is beside them."""

    def has(self, table: Table) -> bool:
        """Whether a table has the labels and the texts beside them."""
        return abs(table.xs[0] - self.left) < INSET and abs(table.xs[1] - self.text) < INSET

    def is_near(self, left: float, text: float) -> bool:
        """Whether these are its labels and the texts beside them."""
        return abs(self.left + SAME - left) < 2 * SAME and abs(self.text + SAME - text) < INDENT

    def is_beside(self, table: Table) -> bool:
        """Whether a table begins where the texts beside the labels do."""
        return abs(table.xs[0] - self.text) < INSET


class Split(NamedTuple):
    """A line, its words in the column of labels and those beside it."""

    line: Line
    label: list[Word]
    text: list[Word]


def lines_with(lines: list[Line], tables: list[Table]) -> list[Line]:
    """The lines with those of tables that stand beside them, two that stand beside each other made one: a text may
    stand a little higher or lower than its label."""
    words = [w for line in lines for w in line.words] + [w for t in tables for c in t.cells for w in c.words]
    out: list[Line] = []
    for line in make_lines(words) if tables and words else lines:
        above = out[-1] if out else line
        apart = line.x0 > above.x1 or line.x1 < above.x0
        if apart and line.base - above.base < _LEVEL * line.size:
            left, right = sorted((above, line), key=lambda own: own.x0)
            out[-1] = Line(left.words + right.words, left.x0, right.x1, above.base, left.style, mixed=True)
        else:
            out.append(line)
    return out


def gutters(lines: list[Line], before: Borders | None, headers: Headers) -> list[Gutter]:
    """The columns of labels that may be there, each with the first of the places where texts beside its labels begin:
    those of a list begin further right. ``before`` are the borders of the table that ended the page before, ``headers``
    has the labels of all pages before."""
    counts: Counter[tuple[int, int]] = Counter()
    for line in lines:
        word = _after_label(line, headers)
        if word is not None:
            counts[round(line.x0), round(word.x0)] += 1
    out = _met(lines, before, headers)
    for left, text in sorted(counts, key=lambda place: -counts[place]):
        near = {p: n for p, n in counts.items() if abs(p[0] - left) < SAME and -INDENT < p[1] - text <= SAME}
        first = float(min(p[1] for p in near))
        own = before if before is not None and len(before) > 2 and _is_column(left, first, before) else None
        if own is not None:
            first = min([first, *(line.x0 for line in lines if -SAME <= line.x0 - own[1] <= INSET)])
        first = _nearest(lines, left, first)
        known = any(g.is_near(left, first) for g in out)
        if (sum(near.values()) >= SIDES or own) and not known:
            out.append(Gutter(left - SAME, first - SAME, own, middled=own is not None and headers.middled))
        if len(out) == _PLACES:
            break
    return out


def _after_label(line: Line, headers: Headers) -> Word | None:
    """The first word of the text beside the label that a line may begin with: behind a colon, or a wide gap. A label
    that was met before may nearly touch it."""
    for n, (a, b) in enumerate(pairwise(line.words[: LABEL + 1]), 1):
        if a.text[-1] == ":" and (
            b.x0 - a.x1 >= PARTED * line.size
            or _is_higher(a, b)
            or headers.beside(words_text(line.words[:n]), line.x0) is not None
        ):
            return b
    runs = cut(line, NEAR_GAP).runs
    return runs[1].words[0] if len(runs) > 1 and len(runs[0].words) <= LABEL else None


def _is_higher(label: Word, text: Word) -> bool:
    """Whether a label and the text beside it are set apart by their baselines, though they nearly touch."""
    return abs(label.base - text.base) > _HIGHER


def _label_text(line: Line, headers: Headers) -> str:
    """The label that a line begins with, or the first text of it."""
    after = _after_label(line, headers)
    words = [w for w in line.words if w.x0 < after.x0] if after is not None else cut(line, NEAR_GAP).runs[0].words
    return words_text(words)


def _nearest(lines: list[Line], left: float, text: float) -> float:
    """The first place before ``text`` at which several lines begin or go on after a label that nearly touches them."""
    places: list[float] = []
    for line in lines:
        if abs(line.x0 - left) < SAME:
            least = PARTED * line.size
            for a, b in pairwise(line.words[: LABEL + 1]):
                places += [b.x0] if b.x0 - a.x1 >= least else []
                if b.x0 - a.x1 > NEAR_GAP * line.size:
                    break  # what is behind it is within a text
        else:
            places.append(line.x0)
    places = sorted(x for x in places if text - INDENT < x < text - SAME)
    return next((a for a, b in pairwise(places) if b - a < 0.5), text)


def _met(lines: list[Line], before: Borders | None, headers: Headers) -> list[Gutter]:
    """The columns of labels that were met before, each with the first place where a text stands beside them here."""
    found: list[tuple[float, float]] = []
    for line in lines:
        text = headers.beside(_label_text(line, headers), line.x0)
        if text is not None and not any(abs(line.x0 - left) < 2 * SAME for left, _ in found):
            found.append((line.x0, text))
    out: list[Gutter] = []
    for left, text in found:
        after = [_after_label(line, headers) for line in lines if abs(line.x0 - left) < SAME]
        words = [w for w in after if w is not None]
        if headers.middled:  # beside a label may stand a line that hangs below the mark of a list item
            words += [line.words[0] for line in lines if line.x0 > left + SAME]
        near = [w for w in words if abs(w.x0 - text) < 3 * INDENT]
        leftmost = min(near, key=lambda w: w.x0, default=None)
        first = leftmost.x0 if leftmost is not None else text
        if leftmost is not None and before is not None and len(before) > 2 and is_mark(leftmost.text):
            inset = first - before[1]  # the page before shows how far lists stand in
            first = before[1] + SAME if SAME < inset <= INDENT else first
        own = before if before is not None and len(before) > 2 and _is_column(left, first, before) else None
        out.append(Gutter(left - SAME, first - SAME, own, met=True, middled=headers.middled))
    return out


def _is_column(left: float, text: float, before: Borders) -> bool:
    """Whether these are the places of the labels and the texts of the table that ended the page before."""
    return -SAME <= left - before[0] <= INSET and -SAME <= text - before[1] <= INSET


def parts(lines: list[Line], gutter: Gutter, height: float) -> list[list[Split]]:
    """Runs of lines that keep clear of the white right of the labels; ``height`` is that of the page."""
    out: list[list[Split]] = [[]]
    splits = [_split(line, gutter) for line in lines]
    size = _label_size(splits)
    for split in splits:
        far = bool(out[-1]) and split.line.base - out[-1][-1].line.base > _FAR * split.line.size
        clear = _is_clear(split, gutter, size)
        if far or not clear:
            out.append([])
        if clear:
            out[-1].append(split)
    least = 1 if gutter.met else 2
    return [part for found in out if len(part := _trimmed(found, gutter, height)) >= least]


def openings(lines: list[Line], headers: Headers) -> list[float]:
    """Where lines begin with the label that blocks begin with, and the text beside it does elsewhere than in the block
    above. The label may be broken after any of its words; it is one of those of the pages before, or the first label of
    the page."""
    labels: list[tuple[Line, str, float]] = []
    for line in lines:
        word = _after_label(line, headers)
        if word is not None and not begins_with_code(line.words):
            labels.append((line, _label_text(line, headers), word.x0))
    if not labels:
        return []
    known = [own for own in headers.openers if any(_is_begin(text, own) for _, text, _ in labels)] or [labels[0][1]]
    place, out = labels[0][2], []
    for line, text, x0 in labels[1:]:
        if abs(x0 - place) > SAME and any(_is_begin(text, opener) for opener in known):
            place = x0
            out.append(line.top)
    return out


def _is_begin(text: str, other: str) -> bool:
    """Whether two texts are the same, or one is the first words of the other."""
    return text == other or text.startswith(f"{other} ") or other.startswith(f"{text} ")


def _split(line: Line, gutter: Gutter) -> Split:
    label = [w for w in line.words if w.x1 < gutter.text - 0.1 * line.size]
    return Split(line, label, [w for w in line.words if w.x0 > gutter.text])


def _label_size(splits: list[Split]) -> float:
    """The size of most labels that have a text on their line."""
    sizes = Counter(split.label[0].style.size for split in splits if split.label and split.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_clear(split: Split, gutter: Gutter, size: float) -> bool:
    """Whether a line has its words left or right of the white: a heading has not, nor has one that begins left of the
    labels, or a row of another table, two of whose texts stand where a label would."""
    line, label, text = split
    if len(label) + len(text) < len(line.words) or (label and label[0].x0 < gutter.left):
        return False
    wide = NEAR_GAP * line.size
    if any(b.x0 - a.x1 > wide and not is_number_label(a.text) for a, b in pairwise(label)):
        return False
    if label and not text:
        return line.size <= _LARGE * size
    if not label or text[0].x0 - label[-1].x1 >= PARTED * line.size:
        return True
    at_place = text[0].x0 - gutter.text < 2 * SAME
    return at_place and (label[-1].text[-1] == ":" or _is_higher(label[-1], text[0]))


def _trimmed(part: list[Split], gutter: Gutter, height: float) -> list[Split]:
    """The lines from the first label to the last, or the last text beside it; at the top of a page also the texts that
    go on from the page before."""
    part = _without_header_below(part, gutter)
    both = [n for n, split in enumerate(part) if split.label and split.text]
    if not both:
        return []
    first, last = both[0], len(part)
    style = part[first].label[0].style
    goes_on = (gutter.before is not None or gutter.middled) and part[0].line.top < TOP * height
    while first and goes_on and (not part[first - 1].label or part[first - 1].label[0].style is style):
        first -= 1
    while first < both[0] and _is_furniture(part[first], part[first + 1], gutter):
        first += 1
    while last > both[-1] + 1:
        split, above = part[last - 1], part[last - 2]
        if not _is_alone(split, above, style) and not _is_furniture(split, above, gutter):
            break
        last -= 1
    return part[first:last]


def _without_header_below(part: list[Split], gutter: Gutter) -> list[Split]:
    """The lines above a label with nothing beside it below which no text begins where those beside labels do: it is a
    line over the header of a table as wide as the block, whose names keep clear of the white by chance."""
    placed = [bool(s.text) and -SAME <= s.text[0].x0 - gutter.text <= INDENT for s in part]
    end = max((n + 1 for n, at_place in enumerate(placed) if at_place), default=0)
    while end < len(part) and not part[end].text:
        end += 1
    last = end - 1
    if end == len(part) or last < 0 or placed[last]:
        return part
    while (
        last
        and not part[last - 1].text
        and part[last].line.base - part[last - 1].line.base < STEP * part[last].line.size
    ):
        last -= 1
    return part[:last]


def _is_alone(split: Split, above: Split, style: Style) -> bool:
    """Whether the last line is a label without a text, apart from what stands above it."""
    if not split.label or split.text:
        return False
    step = (split.line.base - above.line.base) / split.line.size
    return step > (_APART if split.label[0].style is style else STEP)


def _is_furniture(split: Split, beside: Split, gutter: Gutter) -> bool:
    """Whether a line at the page's edge is one text apart from the next one that begins where no column does."""
    line = split.line
    starts = [gutter.text + SAME] + [x + PAD for x in (gutter.before or ())[1:-1]]
    if len(cut(line, NEAR_GAP).runs) > 1 or any(abs(line.x0 - x) < 2 * SAME for x in starts):
        return False
    if is_mark(line.words[0].text) and line.x0 - gutter.text < INDENT:
        return False
    return abs(line.base - beside.line.base) > _FOOT * line.size
