"""Lines cut into texts at column borders that are known: each begins where others of its column do.

A note that lies over several columns goes on over their borders, where the blank between two of its words may happen
to stand:

    FR 7   Fires started on purpose   167   This measure is monitored for      Area manager
                                            information only.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, is_value

Starts = dict[tuple[int, int], list[float]]
"""Where the texts of each column begin, by the column and the points about there."""

_OVER = 1.0
"""Points that a word may run over a border."""
_FLUSH = 0.3
"""Points by which a text may begin beside others of its column."""
_EVEN = 0.3
"""Points by which the blanks between the words of a text may differ."""
_LEVEL = 1.5
"""Points by which the lines of a note may begin beside each other."""


def column_at(word: Word, borders: list[float]) -> int:
    """The column in which a word stands; -1 where it lies over a border."""
    first, last = _columns_under(word, borders)
    return first if first == last else -1


def starts_at(lines: list[Line], borders: list[float]) -> Starts:
    """The columns and the places at which texts of theirs begin, with white before them."""
    out: Starts = {}
    for line in lines:
        end = float("-inf")
        for word in line.words:
            if word.x0 - end > NEAR_GAP * line.size:
                add_start(out, column_at(word, borders), word.x0)
            end = word.x1
    return out


def add_start(starts: Starts, col: int, x: float) -> None:
    for step in (-1, 0, 1):
        starts.setdefault((col, round(x) + step), []).append(x)


def cut_at(line: Line, borders: list[float], starts: Starts, *, parted: bool = False) -> list[Run]:
    """The texts of a line by column; none where one lies over a border or goes on over it. ``parted``: none goes on."""
    out: list[Run] = []
    last = -1
    for n, word in enumerate(line.words):
        col = column_at(word, borders)
        if col < max(last, 0):
            return []
        if col == last:
            out[-1].words.append(word)
            continue
        if out and not (parted or _begins(out[-1], line, n, col, starts)):
            return []
        out.append(Run([word]))
        last = col
    return out


def cut_beside_note(line: Line, borders: list[float], starts: Starts, above: list[Run]) -> list[Run]:
    """The texts of a line of which one goes on over borders, right of the first column and beside other texts, or below
    such a text; none where they do not begin where their columns do.

    ``above`` are the texts of the line over it: two of them become one where the text below them shows that they are.
    """
    out: list[Run] = []
    last = -1
    for n, word in enumerate(line.words):
        first, end = _columns_under(word, borders)
        apart = not out or word.x0 - out[-1].x1 > NEAR_GAP * line.size
        if out and (first <= last if apart else not (first > last and _begins(out[-1], line, n, first, starts))):
            if apart and _columns_under(out[-1].words[0], borders)[0] != last:
                return []  # another text in the columns of the note
            out[-1].words.append(word)
        else:
            out.append(Run([word]))
        last = max(last, end)
    for run in out:
        if not _is_over(run, borders):
            continue
        goes_on = run.x0 > borders[0] and _is_note(run, above, borders, line.size)
        begins = len(out) > 1 and (_columns_under(run.words[0], borders)[0], round(run.x0)) in starts
        if run.x0 < borders[0] or not (goes_on or begins):
            return []
    return out


def _is_note(run: Run, above: list[Run], borders: list[float], size: float) -> bool:
    """Whether a text over borders goes on with one above it that lies over them too, or that was taken for two because
    a blank of its stands where the second column begins."""
    k = next((k for k, over in enumerate(above) if abs(over.x0 - run.x0) < _LEVEL), None)
    if k is None:
        return False
    if k + 1 < len(above) and _is_blank(above[k], above[k + 1].words, size):
        above[k].words += above.pop(k + 1).words
    return _is_over(above[k], borders)


def _is_over(run: Run, borders: list[float]) -> bool:
    return _columns_under(run.words[0], borders)[0] < _columns_under(run.words[-1], borders)[1]


def _columns_under(word: Word, borders: list[float]) -> tuple[int, int]:
    """The first and the last column in which a word stands."""
    col = bisect_right(borders, (word.x0 + word.x1) / 2)
    left = col and word.x0 < borders[col - 1] - _OVER
    right = col < len(borders) and word.x1 > borders[col] + _OVER
    return (bisect_right(borders, word.x0) if left else col), (bisect_right(borders, word.x1) if right else col)


def _begins(before: Run, line: Line, n: int, col: int, starts: Starts) -> bool:
    """Whether a word begins a text of its column: with white before it, or where others of the column do, unless the
    one before goes on."""
    word = line.words[n]
    if word.x0 - before.x1 > NEAR_GAP * line.size:
        return True
    places = starts.get((col, round(word.x0)))
    return places is not None and (_is_flush(word, places) or not _is_blank(before, line.words[n:], line.size))


def _is_flush(word: Word, places: list[float]) -> bool:
    return any(abs(word.x0 - x) < _FLUSH for x in places)


def _is_blank(before: Run, words: list[Word], size: float) -> bool:
    """Whether what parts a text from the words after it is a blank as wide as others of them; neither is a value."""
    if is_value(before.text) or is_value(words[0].text):
        return False
    blanks = [b.x0 - a.x1 for a, b in (*pairwise(before.words), *pairwise(words)) if b.x0 - a.x1 <= NEAR_GAP * size]
    return any(abs(words[0].x0 - before.x1 - blank) < _EVEN for blank in blanks)
