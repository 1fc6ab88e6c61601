"""Headed lists that flow from the foot of one column to the head of the next, over a part of a page.

Key developments              - Fewer people swim in the winter
- A new pool was opened       Milestones
Emerging issues               - Open the second pool by May 2027
- Energy costs rose           - Publish the review by June 2027

The columns are as wide as each other and fill the page. Rows of a table begin beside each other; these do not.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import Run, cut, is_code, is_date, is_mark, is_value

_GAP = 0.9
"""Heights of a letter between two columns at least."""
_MOST = 4
"""Columns side by side."""
_WIDE = 80.0
"""Points from the begin of one column to that of the next at least."""
_FILL = (1.0, 1.12)
"""Times the width of the text that the columns take, each with the white at its right."""
_STEP = 3.2
"""Heights of a letter from one line to the next, whichever column it stands in."""
_WITHIN = 1.9
"""The same within an item at most; its last word may be a year."""
_WORDS = 6
"""Words of a heading."""
_LARGER = 1.12
"""Times the size of the headings of the lists; a larger one that stands alone begins another part."""
_LONGEST = 5
"""Letters of the mark of an item."""
_INDENT = 40.0
"""Points from the begin of a column to that of an item's text at most."""
_NEAR = 2.0
"""Points between two places that are one."""
_FEW = 4
"""Lines of such a part at least."""


def flowed_lists(page: Page, lines: list[Line]) -> list[list[BBox]]:
    """The parts of a page that are set so, each the boxes of its columns from left to right."""
    if len(lines) < _FEW or not any(line.bold or line.mixed for line in lines):
        return []
    if not any(len(word.text) <= _LONGEST and is_mark(word.text) for line in lines for word in line.words):
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = _starts(lines, left, right - left)
    if not starts:
        return []
    level = [r for r in join_rules(page.horizontals) if r.start < starts[1] - _NEAR and r.end > starts[1] + _NEAR]
    out = []
    for part in _parts(lines, starts, level):
        if _is_flowed(part, starts):
            sides = [*(x - _NEAR for x in starts), right + _NEAR]
            top, bottom = min(line.top for line in part) - 1, max(line.bottom for line in part) + 1
            out.append([(x0, top, x1, bottom) for x0, x1 in pairwise(sides)])
    return out


def _starts(lines: list[Line], left: float, width: float) -> list[float]:
    """Where the columns begin: as the headings and the items in them say."""
    runs = [run for line in lines for run in cut(line, _GAP).runs]
    marks = [run.x0 for run in runs if _is_item(run)]
    places = sorted({run.x0 for run in runs if _is_heading(run)})
    indent = min((x - left for x in marks if x < left + _WIDE), default=None)
    if indent is not None:
        places += sorted({x - indent for x in marks})
    for place in places:
        if place < left + _WIDE:
            continue
        pitch = place - left
        for count in range(2, _MOST + 1):
            if _FILL[0] * width <= count * pitch <= _FILL[1] * width:
                return [left + n * pitch for n in range(count)]
    return []


def _is_item(run: Run) -> bool:
    first = run.words[0].text
    return len(run.words) > 1 and (is_mark(first) or (is_code(first) and first[-1].isdigit()))


def _is_heading(run: Run) -> bool:
    letters = "".join(word.text for word in run.words)
    bold = all(word.style.bold for word in run.words)
    return bold and len(run.words) <= _WORDS and letters[0].isupper() and not any(c.isdigit() for c in letters)


def _parts(lines: list[Line], starts: list[float], level: list[Rule]) -> list[list[Line]]:
    """The lines that keep to the columns, parted by those that do not, by rules and by wide gaps."""
    out: list[list[Line]] = [[]]
    across: Line | None = None
    for line in lines:
        own = out[-1]
        if _columns(line, starts) is None or (across is not None and _goes_on(across, line, starts)):
            out.append([])
            across = line
            continue
        across = None
        if own and (
            line.base - own[-1].base > _STEP * max(line.size, own[-1].size)
            or any(own[-1].base < rule.at < line.top for rule in level)
            or _begins_another(line, own, starts)
        ):
            out.append([])
        out[-1].append(line)
    return [_without_end(own, starts) for own in out if len(own) >= _FEW]


def _columns(line: Line, starts: list[float]) -> dict[int, Run] | None:
    """The text of a line in each column; None where one does not keep to its own."""
    out: dict[int, Run] = {}
    for run in cut(line, _GAP).runs:
        col = bisect_right(starts, run.x0 + _NEAR) - 1
        if (
            col < 0
            or col in out
            or run.x0 - starts[col] > _INDENT
            or (col + 1 < len(starts) and run.x1 > starts[col + 1] - _NEAR)
        ):
            return None
        out[col] = run
    return out


def _goes_on(above: Line, line: Line, starts: list[float]) -> bool:
    """Whether a line in the first column alone is the next one of a text across the page."""
    alike = line.style is above.style and abs(line.x0 - above.x0) < _NEAR
    return alike and _only_in_first(line, starts) and line.base - above.base < _WITHIN * line.size


def _begins_another(line: Line, own: list[Line], starts: list[float]) -> bool:
    """Whether a line is a larger heading in the first column with nothing beside it, below lists in several."""
    heads = [other.size for other in own if other.bold and not _only_in_first(other, starts)]
    alone = _only_in_first(line, starts) and line.base - own[-1].base > _LARGER * line.size
    return alone and line.bold and bool(heads) and line.size > _LARGER * min(heads)


def _only_in_first(line: Line, starts: list[float]) -> bool:
    return line.x1 < starts[1]


def _without_end(own: list[Line], starts: list[float]) -> list[Line]:
    """The lines from the first heading or item on, down to a bold one of the first column below all others: it heads
    what comes below the columns, where no item stands below it or each column has a heading of its own at its top."""
    runs = [cut(line, _GAP).runs for line in own]
    first = next((n for n, found in enumerate(runs) if any(_is_heading(r) or _is_item(r) for r in found)), 0)
    own = own[first:]
    last = max((n for n, line in enumerate(own) if not _only_in_first(line, starts)), default=0)
    end = next((n for n in range(last + 1, len(own)) if own[n].bold), len(own))
    tops: dict[int, Run] = {}
    for line in own:
        tops = (_columns(line, starts) or {}) | tops
    begun = all(_is_heading(run) for run in tops.values())
    listed = any(_is_item(run) for line in own[end:] for run in cut(line, _GAP).runs)
    return own[:end] if begun or not listed else own


def _is_flowed(part: list[Line], starts: list[float]) -> bool:
    """Whether each column holds items, one of them a heading, and none figures of a table."""
    items: set[int] = set()
    headed = False
    latest: dict[int, float] = {}
    for line in part:
        for col, run in (_columns(line, starts) or {}).items():
            base = run.words[0].base
            goes_on = base - latest.get(col, 0.0) < _WITHIN * line.size
            latest[col] = base
            if not goes_on and (is_value(run.text) or is_date(run.text)):
                return False
            headed = headed or _is_heading(run)
            items |= {col} if _is_item(run) else set()
    return headed and len(items) == len(starts)
