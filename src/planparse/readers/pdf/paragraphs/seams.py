"""What stands between two lines of one paragraph: a blank, nothing, or a mark to settle when all is read.

A word can only be broken where the whole of it has no room on a line, and the line before is so full that not even
the next letter had room.
"""

from __future__ import annotations

import itertools

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line

BROKEN = "\x1f"
"""Stands where a narrow cell may have broken a word that has a line for itself; settled when all is read.

Most engines move a long word to a fresh line before they break it."""
FILLED = "\x1d"
"""Stands after a full line of more words, whose last one may be broken: few engines do so."""
ROOMY = "\x1c"
"""As ``BROKEN``, and a blank would have had room after the upper half, but none was drawn."""
LOOSE = "\x1b"
"""As ``BROKEN``, where a hyphen would have had no room beside the next letter: some engines keep room for one. Or the
next letter had none if the border, which is not drawn, stands a little nearer."""
ANYWHERE = "\x1a"
"""Stands after a full line whose next word had room on a line of its own: broken only where any letter may be."""
HYPHEN = "\x1e"
"""Stands after a hyphen at a line's end; settled when the whole document is read."""

DRAWN, HUNG, BARE, TIGHT, OVER = "d", "h", "b", "t", "o"
"""How a line ends: with a blank that was drawn, with one that was drawn where it had no room, without a blank
where it had room, without one where it had none, beyond the border of its cell."""

HYPHENS = "-\u2010\u00ad"
_DASHES = "–—/" + HYPHENS
_PARTS = dict.fromkeys("fijlt|!'.,:;()[]/\u2019", 0.32) | dict.fromkeys("rIs-", 0.45) | dict.fromkeys("mwMW%@", 0.9)
"""About how wide letters are, in heights of the font."""
_BLANK = 0.36
"""As wide as the blanks of most fonts are, in heights of a letter."""
_NO_ROOM = 0.2
"""Heights of a letter in which no blank has room."""
_EVEN_BLANK = 0.62
"""Of fonts whose letters are all of one width."""


def seam(above: Line, line: Line, room: float, slack: float, right: float, give: float = 0.0) -> tuple[str, str]:
    """What stands between two lines, and how the upper one ends.

    ``room`` is as wide as a line may be, ``slack`` what the upper line leaves of it; ``right`` is the column's border.
    There may be less room by up to ``give`` points.
    """
    upper, lower, size = above.words[-1], line.words[0], above.words[-1].style.size
    roomy = slack > _EVEN_BLANK * size or (slack > _BLANK * size and not _even(upper, lower))
    if upper.blank and not _guessed(upper, lower):
        return " ", DRAWN if roomy else HUNG if slack < _NO_ROOM * size else ""
    start, end = _touching(above.words, -1), _touching(line.words, 1)
    if upper.text[-1] in _DASHES and (len(upper.text) > 1 or start is not upper):
        return HYPHEN if upper.text[-1] in HYPHENS else "", ""
    alone = start is above.words[0]
    if slack < -1:
        if give and alone and above.x1 <= right:
            return LOOSE, ""
        return " ", OVER if above.x1 > right + 0.5 else ""
    whole = (upper.x1 - start.x0) + (end.x1 - lower.x0)
    even = _even(upper, lower)
    first = _first_width(lower, even) + 0.5
    if whole < room - (give if alone else 0.0) - 0.5:
        if slack <= first:
            return ANYWHERE, TIGHT if slack < _NO_ROOM * size else ""
        return " ", BARE if roomy else ""
    if slack > first:
        hyphen = (upper.x1 - upper.x0) / len(upper.text) if even else 0.4 * size
        return (LOOSE, "") if alone and slack <= first + max(hyphen, give) else (" ", BARE if roomy else "")
    return (ROOMY if roomy else BROKEN) if alone else FILLED, ""


def _touching(words: list[Word], step: int) -> Word:
    """The last of the pieces that touch the word at the line's end (``step`` -1) or at its beginning (1)."""
    words = words[::step]
    for before, word in itertools.pairwise(words):
        gap = max(before.x0 - word.x1, word.x0 - before.x1)
        if gap > 0.12 * word.style.size or (before if step > 0 else word).blank:
            return before
    return words[-1]


def _guessed(upper: Word, lower: Word) -> bool:
    """Whether an engine may have made up the blank between these words, as PDFium does for words side by side.

    It writes a line's end after a blank that the file has.
    """
    step = lower.first - upper.first - len(upper.text)
    return upper.first >= 0 and lower.first >= 0 and (step == 1 or step > 3 or step < 0)


def _even(upper: Word, lower: Word) -> bool:
    """Whether all letters seem to be of one width."""
    if min(len(upper.text), len(lower.text)) < 2 or len(upper.text) + len(lower.text) < 5:
        return False
    own, other = (upper.x1 - upper.x0) / len(upper.text), (lower.x1 - lower.x0) / len(lower.text)
    return abs(own - other) < 0.002 * upper.style.size


def _first_width(word: Word, even: bool) -> float:
    """As much room as the first letter may take."""
    text, width = word.text, word.x1 - word.x0
    if even or len(text) == 1:
        return width / len(text)
    parts = [_PARTS.get(c, 0.6) for c in text]
    return 1.2 * width * parts[0] / sum(parts)
