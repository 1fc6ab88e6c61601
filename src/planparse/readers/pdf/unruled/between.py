"""What stands between two rules: rows, a heading or a text between two tables, a header that stands on a rule."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import (
    NEAR_GAP,
    Row,
    Run,
    cut,
    has_leader,
    is_label,
    is_value,
    is_year,
    white_columns,
)

_FURTHER = 1.2
"""Times the widest step of rows; running text stands further below them."""
_WIDE = 1.6
"""Heights of a letter from one line to the next that are of two texts."""
_CLOSE = 1.6
"""Heights of a letter from one line of an entry to the next at most."""
_ROWS = 2
"""Rows, and borders in them, that show the columns of a header."""
_WHITE = 0.3
"""Heights of a letter that is white between two columns."""
_HALF = 0.8
"""Heights of a letter from one line to the next that is not of the same column."""
_LABEL = 5
"""Words of a line of a label."""
_OUTSIDE = 2.0
"""Points by which a heading stands left of the texts in the cells below it."""
_LABELLED = 2
"""Texts of a line of a label and the text beside it."""


def is_tabular(lines: list[Line]) -> bool:
    rows = [cut(line, NEAR_GAP) for line in lines]
    several = sum(1 for row in rows if len(row.runs) > 1 and not has_leader(row.line))
    if several and (several >= 0.3 * len(lines) or (len(rows[0].runs) > 1 and _beside_label(rows))):
        return True
    if several and _in_columns(rows):
        return True
    return len(rows) > 2 and _around_label(rows)


def _in_columns(rows: list[Row]) -> bool:
    """Whether one line has three texts or more, and all other lines go on with one or some of them."""
    most = max(rows, key=lambda row: len(row.runs))
    starts = [run.x0 for run in most.runs]
    if len(starts) < 3:
        return False
    ends = [*(x - 1 for x in starts[1:]), float("inf")]
    return all(
        any(start - 2 <= run.x0 and run.x1 <= end for start, end in zip(starts, ends, strict=True))
        for row in rows
        for run in row.runs
    )


def _around_label(rows: list[Row]) -> bool:
    """Whether a short label stands in the middle beside the lines of a text."""
    size = rows[0].line.size
    spans = [[(run.x0, run.x1) for run in row.runs] for row in rows]
    for start, end in white_columns(spans, NEAR_GAP * size):
        left = [(row.line.base, len(row.runs[0].words)) for row in rows if row.runs[0].x1 <= start]
        right = [row.line.base for row in rows if row.runs[-1].x0 >= end]
        if not left or not right or not right[0] < left[0][0] <= left[-1][0] < right[-1]:
            continue
        if len(left) <= len(right) and max(words for _, words in left) <= _LABEL:
            return True
    return False


def _beside_label(rows: list[Row]) -> bool:
    """Whether all lines stand beside the label at the left of the first one, or are lines of that label."""
    label, text = rows[0].runs[:2]
    if len(label.words) > _LABEL or (len(rows[0].runs) > 2 and not is_label(text.text)):
        return False
    return all(row.line.x0 > text.x0 - 1 or len(row.runs) in (2, 3) for row in rows[1:])


def heading(lines: list[Line], rule: Rule, pad: float, size: float) -> int | None:
    """Which line under a rule is a heading or running text: large, bold or long and apart from the rule, or bold, apart
    from the lines below and further left, by the inset of the table's cells."""
    width = rule.end - rule.start
    for n, line in enumerate(lines):
        off = abs(line.x0 + line.x1 - rule.start - rule.end) / 2
        most = 2 if line.bold and line.size > 1.12 * size else 1  # "Aim 2", and the aim at some distance
        if len(cut(line, NEAR_GAP).runs) > most or (line.x0 > rule.start + 0.2 * width and off > 0.05 * width):
            continue
        if (n and _ends_entry(lines[n - 1], line)) or _begins_label(lines[n : n + 2]):
            continue
        far = n == 0 and line.top - rule.at > pad + 0.6 * size
        if line.size > 1.12 * size or (far and (line.bold or len(line.words) > 5)):
            return n
        below = lines[1:] if n == 0 and line.bold else []
        if below and below[0].base - line.base > _WIDE * line.size and line.x0 < min(b.x0 for b in below) - _OUTSIDE:
            return n
        if n == len(lines) - 1 and ends_with_heading(lines, size):
            return n
    return None


def ends_with_heading(lines: list[Line], size: float) -> bool:
    """Whether the last of several lines is bold and apart, as the one above it is not, and larger than the rows or
    further left."""
    *rows, line = lines
    if not rows or len(cut(line, NEAR_GAP).runs) > 1 or line.top - rows[-1].bottom <= size:
        return False
    outside = line.x0 < rows[-1].x0 - _OUTSIDE
    return line.bold and not rows[-1].bold and (line.size > 1.05 * size or outside)


def _ends_entry(above: Line, line: Line) -> bool:
    """Whether a line in the letters of the one above it, close to that, begins where one of several texts there does,
    in small letters."""
    runs = cut(above, NEAR_GAP).runs
    near = line.base - above.base < _CLOSE * line.size and line.style is above.style
    return near and len(runs) > 1 and line.text[0].islower() and any(abs(run.x0 - line.x0) < 1 for run in runs)


def running_text(lines: list[Line], rule: float, room: float, pitch: float) -> int | None:
    """Which line is text between the last row of one table and the header of the next, which stands on the rule.

    It is apart from the rows and lies over the white between their columns; where no header follows it is also further
    below them than any of them is.
    """
    starts: list[float] = []
    for n, line in enumerate(lines):
        runs = cut(line, NEAR_GAP).runs
        if len(runs) > 1:
            starts.append(runs[1].x0)
            continue
        apart = n > 0 and len(line.words) > 5 and line.base - lines[n - 1].base > 1.6 * line.size
        over = bool(starts) and all(line.x0 < x - 1 < line.x1 for x in starts)
        if not apart or not over:
            continue
        header = standing(lines[n + 1 :], rule, room, pitch)
        if (header and not any(map(_has_values, header))) or _is_paragraph(lines[n:], lines[:n]):
            return n
    return None


def _has_values(line: Line) -> bool:
    """Whether a value that is no year stands right of the first text of a line: it is a row and no header."""
    return any(is_value(run.text) and not is_year(run.text) for run in cut(line, NEAR_GAP).runs[1:])


def _is_paragraph(text: list[Line], rows: list[Line]) -> bool:
    """Whether nothing but plain lines of one text each is left, further below the rows than any of them is."""
    steps = [below.base - above.base for above, below in pairwise(rows)]
    apart = text[0].base - rows[-1].base > _FURTHER * max(steps, default=float("inf"))
    return apart and len(text) > 1 and all(len(cut(line, NEAR_GAP).runs) == 1 and not line.bold for line in text)


def across(lines: list[Line], rule: Rule, names: list[Run]) -> int | None:
    """Which line between two rules is the first one below a table: apart from the row or the rule above, and a text of
    it lies over the begin of one of the names in the table's header. In a line of more texts than a label and its own
    that is a note in a row."""
    for n, line in enumerate(lines):
        runs = cut(line, NEAR_GAP).runs
        over = len(runs) <= _LABELLED and any(r.x0 + 1 < name.x0 < r.x1 - 1 for r in runs for name in names)
        apart = line.base - lines[n - 1].base > _WIDE * line.size if n else line.top - rule.at > line.size
        if over and apart:
            return n
    return None


def _begins_label(lines: list[Line]) -> bool:
    """Whether the first of two lines goes on in small letters in the next one, beside other texts: a long label."""
    if len(lines) < 2 or lines[1].style is not lines[0].style or not lines[1].text[0].islower():
        return False
    return lines[1].base - lines[0].base < _CLOSE * lines[0].size and len(cut(lines[1], NEAR_GAP).runs) > 1


def standing(lines: list[Line], rule: float, room: float, pitch: float) -> list[Line]:
    """The lines of a header that stands on a rule: close to it and each other, of one size, several runs among them.

    Bold ones may stand as far apart as rows of one line do, which is ``pitch``.
    """
    if not lines or rule - lines[-1].bottom > max(room, 1.2 * lines[-1].size):
        return []
    out: list[Line] = []
    for line in reversed(lines):
        bold = line.bold and bool(out) and len(cut(line, NEAR_GAP).runs) > 2
        most = max(2.2 * line.size, pitch + 1) if bold else 1.5 * line.size
        if out and (out[0].base - line.base > most or abs(line.size - out[0].size) > 0.12 * line.size):
            break
        out.insert(0, line)
    while out and len(cut(out[0], NEAR_GAP).runs) < 2 and not _is_beside_next(out):
        out.pop(0)
    several = any(len(cut(line, NEAR_GAP).runs) > (1 if line.bold else 2) for line in out)
    return out if several and not any(map(has_leader, out)) else []


def named_over(upper: list[Line], rows: list[Line], rule: float) -> list[Line]:
    """The bold lines of a header that stands on a rule, each word in one of the columns of these rows, whose figures
    show two or more beside the names: "Today" and "2028 aim" close to each other."""
    shown = [row for row in (cut(line, NEAR_GAP) for line in rows) if len(row.runs) > 1]
    if not upper or len(shown) < _ROWS or rule - upper[-1].bottom > upper[-1].size:
        return []
    gaps = white_columns([[(run.x0, run.x1) for run in row.runs] for row in shown], _WHITE * rows[0].size)
    out: list[Line] = []
    for line in reversed(upper):
        if not line.bold or (out and out[0].base - line.base > 1.5 * line.size):
            break
        out.insert(0, line)
    borders = [(x0 + x1) / 2 for x0, x1 in gaps]
    words = [w for line in out for w in line.words]
    if len(borders) < _ROWS or not words or any(w.x0 < x < w.x1 for w in words for x in borders):
        return []
    columns = {bisect_right(borders, w.x0) for w in words}
    return out if len(columns) > 1 and 0 not in columns else []


def _is_beside_next(lines: list[Line]) -> bool:
    """Whether the first line stands half a line over the second, to one side of its texts: the two are of one row."""
    if len(lines) < 2 or lines[1].base - lines[0].base > _HALF * lines[0].size:
        return False
    return lines[0].x1 < lines[1].x0 or lines[1].x1 < lines[0].x0


def row_over(upper: list[Line], own: list[Line], rule: float) -> list[Line]:
    """The line above a shaded row, where it has a label and a text at the places of those in that row."""
    if not upper or not own or rule - upper[-1].bottom > upper[-1].size:
        return []
    above, below = cut(upper[-1], NEAR_GAP).runs, cut(own[0], NEAR_GAP).runs
    level = len(above) == 2 <= len(below) and abs(above[1].x0 - below[1].x0) < 1
    return upper[-1:] if level else []
