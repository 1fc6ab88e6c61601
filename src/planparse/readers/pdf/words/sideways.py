"""Names of columns that run up or down the page: each is taken as one level word, at the place where it stands.

So what finds tables by the lines of their words finds them whichever way their header is written. Two of them at least
stand side by side; a lone one may be a note in the margin or a label beside several rows.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median

from planparse.readers.pdf.page import Style, Word
from planparse.readers.pdf.words.lines import make_lines

_STEP = 1.5
"""Heights of a letter from one line of a name to the next."""
_GAP = 0.9
"""Heights of a letter between two words of a line."""
_TOUCH = 0.12
"""Heights of a letter between two pieces of one word."""
_LINES = 3
"""Lines of level names beside those that do not run level."""
_COMMON = 0.5
"""Share of the shorter one's length along which two names stand side by side."""


def level_headers(words: list[Word]) -> list[Word]:
    """The words, with one level word for each name of a column that does not run level."""
    turned = [w for w in words if w.style.angle in (90, 270)]
    names = [name for angle in (90, 270) for name in _names([w for w in turned if w.style.angle == angle])]
    headers = [[name, *[n for n in names if _beside(name, n)]] for name in names]
    level = [w for w in words if w.style.angle == 0]
    done: set[int] = set()
    made: list[Word] = []
    for header in headers:
        header = [name for name in header if id(name[0]) not in done]
        if len(header) < 2 or not _is_header(header, level):
            continue
        for name in header:
            done.update(id(w) for w in name)
            made.append(_level(name, max([_extent(n)[1] for n in header])))
    return [w for w in words if id(w) not in done] + made if made else words


def _is_header(header: list[list[Word]], level: list[Word]) -> bool:
    """Whether hardly a line stands beside the names; the level names among them move down to the line of the others."""
    top, bottom = min([_extent(name)[0] for name in header]), max([_extent(name)[1] for name in header])
    own = [w for w in level if top < w.base <= bottom + 0.3 * w.style.size]
    lines = make_lines(own) if own else []
    if len(lines) > _LINES:
        return False
    down = bottom - max([w.bottom for w in own], default=bottom)
    for word in own if down > 0 else ():
        word.top, word.bottom, word.base = word.top + down, word.bottom + down, word.base + down
    return True


def _names(words: list[Word]) -> list[list[Word]]:
    """The words of each name, in reading order: those on one line, and the lines close beside each other."""
    if not words:
        return []
    down = words[0].style.angle == 270
    size = median([w.style.size for w in words])
    words = sorted(words, key=lambda w: (round(w.base / (0.4 * size)), w.top if down else -w.bottom))
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        gap = (word.top - last.bottom if down else last.top - word.bottom) if last is not None else 0.0
        if last is not None and abs(word.base - last.base) < 0.4 * size and -size < gap < _GAP * size:
            lines[-1].append(word)
        else:
            lines.append([word])
    names: list[list[Word]] = []
    ends: list[list[Word]] = []
    for line in lines:
        k = next((k for k, end in enumerate(ends) if _follows(line, end, size)), None)
        if k is None:
            names.append(list(line))
            ends.append(line)
        else:
            names[k] += line
            ends[k] = line
    return names


def _follows(line: list[Word], above: list[Word], size: float) -> bool:
    """Whether a line goes on with the name whose last line is ``above``."""
    return 0 < line[0].base - above[0].base <= _STEP * size and _overlap(line, above) > _COMMON


def _beside(name: list[Word], other: list[Word]) -> bool:
    left, right = min([w.x0 for w in name]), max([w.x1 for w in name])
    apart = all(w.x1 < left for w in other) or all(w.x0 > right for w in other)
    return apart and _overlap(name, other) > _COMMON


def _overlap(a: list[Word], b: list[Word]) -> float:
    """The share of the shorter one along which both stand."""
    (low, high), (start, end) = _extent(a), _extent(b)
    return (min(high, end) - max(low, start)) / max(min(high - low, end - start), 0.1)


def _extent(words: list[Word]) -> tuple[float, float]:
    return min([w.top for w in words]), max([w.bottom for w in words])


def _level(name: list[Word], bottom: float) -> Word:
    """One level word in the place of a name, on a line at the header's foot."""
    style: Style = replace(name[0].style, angle=0, plain=True)
    x0, x1 = min([w.x0 for w in name]), max([w.x1 for w in name])
    return Word(_text(name), x0, bottom - style.size, x1, bottom, bottom - 0.2 * style.size, style)


def _text(name: list[Word]) -> str:
    out = [name[0].text]
    for before, word in pairwise(name):
        gap = max(word.top - before.bottom, before.top - word.bottom)
        touching = not before.blank and gap < _TOUCH * word.style.size and before.base == word.base
        out.append(word.text if touching else f" {word.text}")
    return "".join(out)
