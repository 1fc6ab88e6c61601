"""Lists that stand side by side, each under a heading of its own, with no line between them.

Key developments              Emerging issues
- A new pool was opened       - Fewer people swim
- The old one was closed        in the winter

The lines of one may stand a little lower than those of the other. Running text under bold headings is set so too. Both
may go on at the begin of the next page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import Run, cut, is_mark, is_value, is_year

_APART = 2.0
"""Heights of a letter between two headings on one line."""
_GAP = 0.9
"""Heights of a letter between two lists at least."""
_WORDS = 5
"""Words of a heading."""
_MOST = 4
"""Lists side by side."""
_END = 4
"""Lines from the headings to the page's end, which may leave but one item of one list."""
_LOWER = 1.2
"""The same from one heading to the one beside it."""
_STEP = 2.2
"""Heights of a letter from one line of the lists to the next."""
_PARAGRAPH = 2.7
"""The same from one line of running text to the next, between two paragraphs."""
_STEP_IN_TEXT = 1.7
"""The same within a paragraph at most."""
_SENTENCE = 4
"""Words of the first line of a running text at least."""
_STOPS = ".!?:;"
_ENDS = ".!?"
_DASHES = frozenset("-–—")
_HEADS = 2
"""Lines of running heads over the first text of a page at most."""
_FAR = 80.0
"""Points from the mark of one item to that of the item beside it."""
_NEAR = 16.0
"""Points from its line to that of the other at most."""
_INSET = 3.0
_PLACED = 1.0
"""Points by which texts that begin at one place may differ."""


class Lists(NamedTuple):
    """Lists side by side, left to right."""

    boxes: list[BBox]
    """Of each list with its heading."""
    starts: list[float]
    """Where they begin."""
    rest: bool
    """They go on at the page's begin, without headings."""


def headed_lists(words: list[Word], lines: list[Line], before: Sequence[float] = ()) -> list[Lists]:
    """The rows of such lists among the words, which make these lines; ``before`` is where those begin that end the page
    before."""
    marks = [(word.base, word.x0) for word in words if is_mark(word.text)]
    heads = [(word.base, word.x0) for word in words if word.style.bold and word.text[0].isupper()]
    if not before and not any(
        abs(a[1] - b[1]) > _FAR and b[0] - a[0] < _NEAR
        for own in (marks, heads, _dashes(words, lines))
        for a, b in pairwise(sorted(own))
    ):
        return []
    out: list[Lists] = []
    end = 0.0
    for n, line in enumerate(lines):
        if line.top < end:
            continue
        starts, level = _heads(lines[n : n + 2])
        own = _below(lines[n:], 1 if level else 2, starts) if starts else None
        if own is None and level and line.bold and starts and all(map(_is_heading, cut(line, _APART).runs)):
            own = _text_below(lines[n:], starts)
        rest = own is None and n <= _HEADS and not out
        if rest and (starts := _side_by_side(line)):
            own = _items_below(lines[n:], starts)
        if rest and own is None and before:
            starts, own = list(before), _texts_going_on(lines[n:], before)
        if own is not None:
            end = own[-1].bottom
            right = max(own_line.x1 for own_line in own)
            sides = [*(x - _INSET for x in starts), right + _INSET]
            out.append(Lists([(x0, line.top - 1, x1, end + 1) for x0, x1 in pairwise(sides)], starts, rest))
    return out


def _dashes(words: list[Word], lines: list[Line]) -> list[tuple[float, float]]:
    """Where the dashes stand that have a word right behind them."""
    if sum(word.text in _DASHES for word in words) < 2:
        return []
    pairs = (pair for line in lines for pair in pairwise(line.words))
    return [(a.base, a.x0) for a, b in pairs if a.text in _DASHES and _follows(a, b)]


def _follows(dash: Word, word: Word) -> bool:
    """Whether a word stands so near behind a dash that this marks an item: alone it is a value that is left out."""
    return word.text[0].isalpha() and word.x0 - dash.x1 < _GAP * word.style.size


def _is_item(run: Run) -> bool:
    first = run.words[0]
    return is_mark(first.text) or (first.text in _DASHES and len(run.words) > 1 and _follows(first, run.words[1]))


def _side_by_side(line: Line) -> list[float]:
    """Where the items of lists begin that stand side by side on a line."""
    runs = cut(line, _GAP).runs
    starts = [run.x0 for run in runs if is_mark(run.words[0].text)]
    apart = all(b - a > _FAR for a, b in pairwise(starts))
    return starts if 1 < len(starts) == len(runs) <= _MOST and apart else []


def _items_below(lines: list[Line], starts: list[float]) -> list[Line] | None:
    """The lines of lists that go on at a page's begin, without their headings; None where they are too few."""
    own = lines[:1]
    for above, line in pairwise(lines):
        if _columns(line, starts) is None or line.base - above.base > _STEP * max(line.size, above.size) or line.bold:
            break
        own.append(line)
    return own if len(own) > _HEADS else None


def _texts_going_on(lines: list[Line], starts: Sequence[float]) -> list[Line] | None:
    """The lines of running text with which lists go on at a page's begin: each begins where these do, and some stand
    beside each other, or where none but a later one does; None where there are none."""
    own: list[Line] = []
    seen: set[int] = set()
    for line in lines:
        columns = _columns(line, starts)
        if columns is None or line.bold or (own and line.base - own[-1].base > _PARAGRAPH * line.size):
            break
        if any(abs(run.x0 - starts[col]) > _PLACED or is_value(run.text) for col, run in columns.items()):
            break
        seen |= columns.keys()
        own.append(line)
    return own if seen and (len(seen) > 1 or 0 not in seen) else None


def _heads(lines: list[Line]) -> tuple[list[float], bool]:
    """Where the headings begin that stand side by side, and whether they do on the first of two lines: else one stands
    a little lower than the other. Bold ones beside one with a capital may lack theirs: in small capitals that look
    like it, a file may say for both of them what it is for one."""
    runs = cut(lines[0], _APART).runs
    level = len(runs) > 1
    if not level and len(lines) > 1 and lines[1].base - lines[0].base < _LOWER * lines[0].size:
        lower = cut(lines[1], _APART).runs
        beside = len(lower) == 1 and (lower[0].x1 < runs[0].x0 or runs[0].x1 < lower[0].x0)
        runs = [*runs, *lower] if beside and lines[0].style == lines[1].style else runs
    if not 2 <= len(runs) <= _MOST or not any(map(_is_heading, runs)):
        return [], level
    bold = all(word.style.bold for run in runs for word in run.words)
    if not all(_is_name(run) if bold else _is_heading(run) for run in runs):
        return [], level
    return sorted(run.x0 for run in runs), level


def _is_heading(run: Run) -> bool:
    return _is_name(run) and _letters(run)[0].isupper()


def _is_name(run: Run) -> bool:
    """Whether a text is short, begins with a letter and has no figure but a year."""
    letters = _letters(run)
    return len(run.words) <= _WORDS and letters[:1].isalpha() and not any(c.isdigit() for c in letters)


def _letters(run: Run) -> str:
    return "".join(word.text for word in run.words if not is_year(word.text))


def _below(lines: list[Line], heads: int, starts: list[float]) -> list[Line] | None:
    """The lines of the headings and of the lists under them; None where no items stand side by side right below."""
    own = lines[:heads]
    begun: set[int] = set()
    for above, line in pairwise(lines[heads - 1 :]):
        columns = _columns(line, starts)
        if columns is None or line.base - above.base > _STEP * max(line.size, above.size):
            break
        again = len(own) > heads and line.style == lines[0].style != lines[heads].style  # another heading
        if again or (line.bold and not lines[heads].bold):
            break
        if len(own) < 2 * heads:
            begun |= {col for col, run in columns.items() if _is_item(run)}
        own.append(line)
    least = 2 if len(lines) > _END else 1
    return own if len(begun) >= least else None


def _text_below(lines: list[Line], starts: list[float]) -> list[Line] | None:
    """The lines of bold headings and of the running text under each: some of it goes over the end of a line, or it is
    whole sentences. None where rows of a table stand there: they begin beside each other."""
    own = lines[:1]
    latest: dict[int, tuple[float, Run]] = {}
    wraps, whole = False, True
    for above, line in pairwise(lines):
        columns = _columns(line, starts)
        if columns is None or line.bold:
            break
        if line.base - above.base > _PARAGRAPH * max(line.size, above.size):
            if len(columns) == len(starts) and line.style == lines[1].style:
                return None  # a row well below the first one
            break
        begun = 0
        for col, run in columns.items():
            base, over = latest.get(col, (0.0, run))
            if abs(run.x0 - starts[col]) > _INSET or is_value(run.text):
                return None
            ended = line.base - base > _STEP_IN_TEXT * line.size or over.text[-1] in _STOPS
            begun += over is not run and ended
            whole = whole and (over is run or not ended or over.text[-1] in _ENDS)
            wraps = wraps or (over is not run and not ended and run.text[0].islower())
            latest[col] = line.base, run
        if begun > 1 or (len(own) == 1 and any(len(run.words) < _SENTENCE for run in columns.values())):
            return None
        own.append(line)
    whole = whole and all(run.text[-1] in _ENDS for _, run in latest.values())
    return own if (wraps or whole) and len(latest) == len(starts) else None


def _columns(line: Line, starts: Sequence[float]) -> dict[int, Run] | None:
    """The text of a line in each list; None where one lies over two of them."""
    out: dict[int, Run] = {}
    for run in cut(line, _GAP).runs:
        col = bisect_right(starts, run.x0 + _INSET) - 1
        if col < 0 or (col + 1 < len(starts) and run.x1 > starts[col + 1]):
            return None
        out.setdefault(col, run)
    return out
