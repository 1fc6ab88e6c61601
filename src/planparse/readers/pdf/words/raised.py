"""Numbers and letters of footnotes, raised behind a word or a value: they are no part of it ("15" with a raised "2" is
no 152)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planparse.readers.pdf.page import Page, Word

_SMALL = 0.95
"""Share of the size of the letters before it that a raised number has at most."""
_RAISED = 0.15
"""Heights of a letter that it stands above their baseline at least."""
_HIGHEST = 0.8
"""Heights of a letter that it stands above their baseline at most."""
_APART = 0.12
"""Heights of a letter between a word and the number behind it."""
_LEAD = 1.0
"""The same between such a number and the footnote that it begins."""
_SMALLER = 0.8
"""Share of the size of the word before it that a number has at most that stands as a word of its own."""
LONGEST = 3
"""Figures of such a number."""
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcm]?m|ft|yd|in|mi|CO|NO|PM|SO)$")
"""What a raised 2 or 3 belongs to."""
_LETTERED = re.compile(r"[\d%][a-z]$")
"""A value with a letter behind it."""
_PAIR = 2
"""Raised letters that are no mark."""


def mark_length(text: str, sizes: Sequence[float], rises: Sequence[float]) -> int:
    """How many figures at the end of a word are the raised number of a footnote; behind a value it may be a letter.

    ``sizes`` are those of its last letters, ``rises`` how far these stand above the baseline of its first one, both in
    heights of the first one.

    >>> mark_length("152", [1.0, 0.7], [0.0, 0.35]), mark_length("152", [1.0, 1.0], [0.0, 0.0])
    (1, 0)
    >>> mark_length("km2", [1.0, 0.7], [0.0, 0.35]), mark_length("15%a", [1.0, 0.7], [0.0, 0.35])
    (0, 1)
    """
    if _LETTERED.search(text):
        return int(sizes[-1] <= _SMALL and rises[-1] >= _RAISED and (len(sizes) < _PAIR or sizes[-2] > _SMALL))
    count = 0
    for letter, size, rise in zip(reversed(text), reversed(sizes), reversed(rises), strict=False):
        if not letter.isdigit() or size > _SMALL or rise < _RAISED:
            break
        count += 1
    rest, mark = text[: len(text) - count], text[len(text) - count :]
    if not rest or count > LONGEST or (mark in ("2", "3") and _UNIT.search(rest)):
        return 0
    return count


def is_before(mark: str, letter: str, size: float, rise: float) -> bool:
    """Whether what stands right before a letter is the raised number of the footnote that it begins. ``size`` is that
    of the number and ``rise`` how far it stands above the letter's baseline, both in heights of the letter."""
    return mark.isdigit() and letter.isalpha() and size <= _SMALL and _RAISED <= rise <= _HIGHEST


def may_end_marked(text: str) -> bool:
    """Whether the end of a word can be the raised mark of a footnote, by its letters."""
    return text[-1].isdigit() or _LETTERED.search(text) is not None


def take_marks(page: Page) -> None:
    """Takes the raised numbers that stand as words of their own off a page, right behind the words that they mark; one
    before the first word of a footnote is put on its line."""
    sizes = {style.size for style in page.styles}
    if len(sizes) < 2 or min(sizes) > _SMALLER * max(sizes):
        return
    marks: list[Word] = []
    for word, mark in pairwise(page.words):
        if word.text.isdigit() and word.style.size <= _SMALLER * mark.style.size and _leads(word, mark):
            word.base, word.top, word.bottom, word.style = mark.base, mark.top, mark.bottom, mark.style
        size = word.style.size
        if mark.style.size <= _SMALLER * size and _is_behind(word, mark) and _is_mark(word, mark):
            rise = (word.base - mark.base) / size
            alike = [mark.style.size / size] * len(mark.text), [rise] * len(mark.text)
            if rise <= _HIGHEST and mark_length(word.text + mark.text, *alike):
                marks.append(mark)
                word.blank = word.blank or mark.blank
                page.marks.append(word.text + mark.text)
    if marks:
        taken = set(map(id, marks))
        page.words = [word for word in page.words if id(word) not in taken]


def _is_mark(word: Word, mark: Word) -> bool:
    return mark.text.isdigit() or (len(mark.text) == 1 and _LETTERED.search(word.text + mark.text) is not None)


def _leads(mark: Word, word: Word) -> bool:
    """Whether a raised number stands before the first word of its footnote."""
    near = mark.style.angle == word.style.angle == 0 and -1 < word.x0 - mark.x1 <= _LEAD * word.style.size
    return near and is_before(mark.text, word.text[0], _SMALLER, (word.base - mark.base) / word.style.size)


def _is_behind(word: Word, mark: Word) -> bool:
    return word.style.angle == mark.style.angle == 0 and abs(mark.x0 - word.x1) <= _APART * word.style.size
