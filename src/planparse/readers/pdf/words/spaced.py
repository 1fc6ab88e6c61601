"""Letter-spaced words: letters, or pieces of a word, that an engine took for words, joined again.

Between two words stands a blank beside the room that each letter has; between two letters of a word only that room.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from planparse.readers.pdf.page import Page, Word

_FEW = 4
"""Letters that stand alone, one after the other; fewer are initials or the columns of a table."""
_NARROW = 0.2
"""Heights of a letter; words of one line stand further apart."""
_WIDEST = 0.6
"""Heights of a letter between two letters of a word; in columns they stand further apart."""
_LEAST = 0.05
"""Heights of a letter by which the letters of a word stand apart; less is kerning."""
_TOUCHES = 0.06
"""The same between two words that touch."""
_BLANK = 0.12
"""Half of a narrow blank, in heights of a letter."""


def join_letters(page: Page) -> None:
    """Joins the words of the page that are pieces of letter-spaced ones."""
    words = page.words
    if not words:
        return
    usual = words[len(words) // 2].style  # running text is hardly spaced: there only lone letters are looked at
    odd = [n for n, word in enumerate(words) if word.style is not usual or len(word.text) == 1]
    joined: dict[int, Word] = {}
    gone: set[int] = set()
    for run in _runs(words, odd):
        gaps = [(b.x0 - a.x1) / a.style.size for a, b in pairwise(run)]
        limit = _limit(page, run, gaps)
        if not limit:
            continue
        first = run[0]
        for word, gap in zip(run[1:], gaps, strict=True):
            if gap >= limit:
                first = word
                continue
            last = joined.get(id(first), first)
            text = last.text + word.text
            joined[id(first)] = Word(
                text, last.x0, last.top, word.x1, last.bottom, last.base, last.style, blank=word.blank
            )
            gone.add(id(word))
    if gone:
        page.words = [joined.get(id(word), word) for word in words if id(word) not in gone]


def join_touching(page: Page) -> None:
    """Joins the words that touch, on a page whose blanks may be as narrow as nothing."""
    gone: set[int] = set()
    upright = sorted((w for w in page.words if w.style.angle == 0), key=lambda w: (round(w.base), w.x0))
    last: Word | None = None
    for word in upright:
        if last is not None and touch(last, word):
            last.text += word.text
            last.x1, last.blank, last.first = word.x1, word.blank, -1
            gone.add(id(word))
        else:
            last = word
    if gone:
        page.words = [word for word in page.words if id(word) not in gone]


def touch(word: Word, following: Word) -> bool:
    """Whether two words of one style touch on one line."""
    near = word.style is following.style and abs(word.base - following.base) < 0.5
    return near and word.style.angle == 0 and abs(following.x0 - word.x1) < _TOUCHES * word.style.size


def _runs(words: list[Word], odd: list[int]) -> list[list[Word]]:
    """The words of one style that stand side by side and may be pieces."""
    out: list[list[Word]] = []
    run: list[Word] = []
    before = -2
    for n in odd:
        word = words[n]
        style = word.style
        alike = bool(run) and (style is run[-1].style or (len(run) == 1 and _are_small_capitals(run[0], word)))
        if alike and n == before + 1 and _goes_on(run[-1], word):
            run.append(word)
        else:
            if len(run) > 1:
                out.append(run)
            run = [word] if style.angle == 0 else []
        before = n
    if len(run) > 1:
        out.append(run)
    return out


def _are_small_capitals(first: Word, word: Word) -> bool:
    """Whether a letter stands in front of smaller ones, as a capital does in front of small capitals; an engine may
    take the first of these for a part of its word."""
    lone = len(first.text) <= 2 and first.text[0].isupper() and len(word.text) == 1 and word.text.isalpha()
    return lone and first.style.font == word.style.font and word.style.size < first.style.size < 1.7 * word.style.size


def _goes_on(last: Word, word: Word) -> bool:
    return abs(word.base - last.base) < 0.5 and 0 <= word.x0 - last.x1 < 2 * word.style.size


def _limit(page: Page, run: list[Word], gaps: list[float]) -> float:
    """The gap, in heights of a letter, from which on two of these are words of their own."""
    lone = [word for word in run if len(word.text) == 1 and word.text.isalpha()]
    if len(lone) < _FEW and min(gaps) >= _NARROW:
        return 0.0
    figures = len(run) > _FEW and max(gaps) < _NARROW and all(len(word.text) == 1 for word in run)
    size = run[0].style.size
    inner = [
        (right[0] - left[2]) / size
        for word in run
        if len(word.text) > 1
        for (_, left), (_, right) in pairwise(page.letters(word))
    ]
    if len(inner) < _FEW and (len(lone) >= _FEW or figures):
        inner = [gap for a, b, gap in zip(run, run[1:], gaps, strict=False) if len(a.text) == len(b.text) == 1]
    room = median(inner) if inner else 0.0
    return room + max(_BLANK, room / 2) if _LEAST < room < _WIDEST else 0.0
