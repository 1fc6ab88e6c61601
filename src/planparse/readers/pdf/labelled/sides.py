"""Labels with what stands beside each: which line begins a label, and where one row ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from planparse.readers.pdf.labelled.gutter import INSET, SIDES, STEP, Gutter, Split
from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, begins_with_code, cut, is_number_label, is_value

_WHITE = 1.25
"""Times the step between the lines of a text that is between two rows."""
_BLANK = 0.25
"""Heights of a letter between two words of a text."""


@dataclass(slots=True)
class Side:
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

    @property
    def several(self) -> int:
        """How many lines have texts side by side."""
        return sum(map(are_several, self.text))


def are_several(line: Line) -> bool:
    """Whether texts stand side by side on a line, more than the number of a list item and its text."""
    runs = cut(line, NEAR_GAP).runs
    return len(runs) > 2 or (len(runs) == 2 and not is_number_label(runs[0].text))


def rows_off(sides: list[Side]) -> list[bool]:
    """Which of these are rows of the table beside the label above them that stand a column to the left: a text among
    the labels, with values beside its first line, maybe a note behind them, that begins with a code or stands below
    another such row."""
    out: list[bool] = []
    for n, side in enumerate(sides):
        beside = cut(side.text[0], NEAR_GAP).runs if n and side.label and side.several == 1 else []
        valued = len(beside) > 1 and is_value(beside[0].text)
        out.append(valued and (out[-1] or begins_with_code(side.label[0].words)))
    return out


def make_sides(part: list[Split], gutter: Gutter, rules: list[Rule]) -> list[Side]:
    """The labels with the lines beside each; the first may have none, where it goes on from the page before, and one
    below a rule."""
    edges = [r.at for r in rules if r.start < gutter.left + INSET and r.end > gutter.text + INSET]
    labels = [make_lines(split.label)[0] if split.label else None for split in part]
    written = [label for label in labels if label is not None]
    colons = sum(label.text.endswith(":") for label in written) >= SIDES
    wide = max(label.x1 for label in written)
    out: list[Side] = []
    words: list[list[Word]] = []
    for n, (split, label) in enumerate(zip(part, labels, strict=True)):
        line, above = split.line, part[n - 1].line if n else split.line
        ruled = any(above.base < y < line.base - 0.3 * line.size for y in edges)
        if label is not None and out:
            again = bool(words[-1] and split.text) and not part[n - 1].text  # no text goes on below white
            begins = ruled or _begins(label, out[-1], bool(split.text), wide, colons, again=again)
            begins = begins and (ruled or bool(out[-1].label) or not _is_in_the_middle(n, labels, edges, words[-1]))
        else:
            begins = not out or (ruled and not any(map(are_several, make_lines(words[-1]) if words[-1] else ())))
        if begins:
            out.append(Side())
            words.append([])
        if label is not None:
            out[-1].label.append(label)
        words[-1] += split.text
    for side, own in zip(out, words, strict=True):
        side.text = make_lines(own) if own else []
    return [side for side in out if side.label or side.text]


def _is_in_the_middle(n: int, labels: list[Line | None], edges: list[float], text: list[Word]) -> bool:
    """Whether the label that begins on line ``n`` stands in the middle between two rules, and the text beside it begins
    below the upper one."""
    first = last = labels[n]
    if first is None or last is None or not text:
        return False
    top = max((y for y in edges if y < first.base), default=None)
    bottom = min((y for y in edges if y > first.base), default=None)
    if top is None or bottom is None or text[0].base < top:
        return False
    for label in labels[n + 1 :]:
        if label is None:
            continue
        if label.base > bottom:
            break
        if label.base - last.base > STEP * label.size:
            return False  # another one
        last = label
    return abs(first.top + last.bottom - top - bottom) < first.size


def _begins(label: Line, side: Side, beside: bool, wide: float, colons: bool, *, again: bool) -> bool:
    """Whether a line in the column of labels begins a new one; ``colons`` say that labels end with one, ``again`` that
    a text begins beside this line and none stands beside the one above."""
    goes_on = label.text[0] == "(" or label.text[0].islower()
    if not side.label:
        return beside and not goes_on
    above = side.label[-1]
    if label.base - above.base > STEP * label.size or above.text.endswith(":"):
        return True
    if again and not goes_on:
        return True
    first = label.words[0]
    room = above.x1 + _BLANK * label.size + first.x1 - first.x0 < wide
    return room and beside and not goes_on and not colons


def row_borders(sides: list[Side], rules: list[Rule]) -> list[float]:
    """Where each row begins, and the last one ends: at a rule between two, else in the middle."""
    out = [sides[0].top - 1]
    for above, below in pairwise(sides):
        between = [r.at for r in rules if above.bottom - 2 < r.at < below.top + 2]
        out.append(max(between[-1] if between else (above.bottom + below.top) / 2, out[-1] + 0.1))
    return [*out, max(sides[-1].bottom + 1, out[-1] + 0.1)]


def steps(text: list[Line], rules: list[Rule]) -> list[float]:
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
