"""Lines to paragraphs: which lines go on, where a list item begins, which broken words to mend.

A line goes on in the next one unless a gap, a list label, a change of weight or room for the next word says
otherwise: text is set greedily, so where the next word would still have fitted, somebody ended the paragraph.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from planparse.model.provenance import BBox
from planparse.readers.pdf.lines import Line, words_text
from planparse.readers.pdf.page import Word
from planparse.text import BULLETS

BROKEN = "\x1f"
"""Stands where a narrow cell may have broken a word that has a line for itself; settled when all is read.

Most engines move a long word to a fresh line before they break it."""
FILLED = "\x1d"
"""Stands after a full line of more words, whose last one may be broken: few engines do so."""
HYPHEN = "\x1e"
"""Stands after a hyphen at a line's end; settled when the whole document is read."""

_BULLETS = frozenset(BULLETS)
_LABEL = re.compile(r"(?:[a-z]|\d{1,2}|[ivx]{2,4})\.$")
"""Lower case only: a capital with a full stop is somebody's initial."""
_BRACKETED = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{2,4})\)$", re.I)
_TICKS = frozenset("✓►")
_DASHES = frozenset("-–—*")
_WIDE = frozenset("mwMW%@")


@dataclass(slots=True)
class Prose:
    """A paragraph, with its list label already taken off. ``text`` may hold marks of broken places."""

    text: str
    marker: str | None
    size: float
    bold: bool
    box: BBox
    unmapped: bool = False


@dataclass(slots=True)
class _Draft:
    """A paragraph while its lines are gathered."""

    lines: list[Line]
    text: str
    marker: str | None

    def done(self) -> Prose:
        lines = self.lines
        first, last = lines[0], lines[-1]
        size, below = first.style.size, 0.2 * last.style.size
        box = (min([x.x0 for x in lines]), first.base - 0.8 * size, max([x.x1 for x in lines]), last.base + below)
        bold = first.style.bold and not [x for x in lines if not x.bold]
        return Prose(self.text, self.marker, size, bold, box, "\ufffd" in self.text)


def make_prose(lines: list[Line], left: float, right: float) -> list[Prose]:
    """The paragraphs of a column of text that may fill the room from ``left`` to ``right``."""
    if len(lines) == 1:
        line = lines[0]
        marker, words = _label(line)
        text, size = words_text(words), line.style.size
        box = (line.x0, line.base - 0.8 * size, line.x1, line.base + 0.2 * size)
        return [Prose(text, marker, size, line.bold, box, "\ufffd" in text)]
    indent = min([line.x0 for line in lines]) - left
    limit = right - max(0.0, min(indent, 12.0))
    spacing = _spacing(lines)
    out: list[_Draft] = []
    text_x0 = lines[0].x0
    label: str | None = None
    dashes = sum(1 for line in lines if line.words[0].text in _DASHES)
    for n, line in enumerate(lines):
        marker, words = _label(line)
        above = lines[n - 1] if n else None
        if above is not None and dashes == 1 and out[-1].marker is None and _pushed_down(above, line, limit):
            marker, words = None, line.words
        if above is None or _begins(above, line, marker, words, limit, spacing, text_x0, out[-1], label):
            out.append(_Draft([line], words_text(words), marker))
            text_x0, label = words[0].x0, marker or label
        else:
            draft = out[-1]
            draft.text += _seam(above, line, limit, left + max(0.0, indent)) + words_text(line.words)
            draft.lines.append(line)
    return [draft.done() for draft in out]


def text_blocks(lines: list[Line]) -> list[list[Line]]:
    """Lines outside tables, parted where a wide gap or another size begins something new."""
    out: list[list[Line]] = []
    for line in lines:
        above = out[-1][-1] if out else None
        near = above is not None and line.base - above.base <= 2.1 * max(line.size, above.size)
        if near and above is not None and line.bold == above.bold and not _resized(above, line):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _resized(above: Line, line: Line) -> bool:
    """Whether the letters are of another size. Bold lines are headings: there a small step parts two of them."""
    return abs(line.style.size - above.style.size) > (0.6 if above.bold and line.bold else 1.5)


def _spacing(lines: list[Line]) -> float:
    """The usual distance of two lines, in heights of a letter."""
    steps = [(b.base - a.base) / max(a.style.size, b.style.size, 1) for a, b in itertools.pairwise(lines)]
    return min([s for s in steps if s > 0.8], default=1.2)


def _label(line: Line) -> tuple[str | None, list[Word]]:
    """The list label that the line begins with, and the words after it."""
    words = line.words
    first = words[0]
    text = first.text
    if text[0] in _BULLETS and any(c not in _BULLETS for c in line.text):
        if len(text) == 1:
            return "•", words[1:]
        width = (first.x1 - first.x0) / len(text)
        rest = Word(
            text[1:], first.x0 + width, first.top, first.x1, first.bottom, first.base, first.style, -1, first.blank
        )
        return "•", [rest, *words[1:]]
    if len(words) < 2:
        return None, words
    if text in _DASHES and words[1].text[0].isalpha():
        return "•", words[1:]
    if text == "o" and words[1].style.font != first.style.font:
        return "•", words[1:]
    if text in _TICKS and words[1].text[0].isalpha():
        return "•", words[1:]
    if text[-1] == "." and _LABEL.match(text):
        return text, words[1:]
    return None, words


def _begins(
    above: Line,
    line: Line,
    marker: str | None,
    words: list[Word],
    limit: float,
    spacing: float,
    text_x0: float,
    draft: _Draft,
    label: str | None,
) -> bool:
    """Whether a new paragraph begins with this line; ``label`` is the last list label above it."""
    first, upper, own = line.words[0], above.style.size, line.style.size
    size = max(upper, own, 1)
    if (line.base - above.base) / size > spacing + 0.35:
        return True
    if marker == "•":
        return True
    if marker is not None:
        return _next_label(label, marker) or abs(words[0].x0 - text_x0) < 2 or line.x0 < text_x0 - 4
    if first.text[-1] == ")" and _BRACKETED.match(first.text) and len(line.words) > 1:
        return True
    if above.bold != line.bold:
        return True
    if _resized(above, line):
        return True
    fits = above.x1 + 0.3 * size + (first.x1 - first.x0) + 0.5 * size < limit
    in_sentence = first.text[0].islower() and draft.text[-1] not in ".;:?!"
    if draft.marker is not None and line.x0 < text_x0 - 4 and line.x0 <= draft.lines[0].x0 + 1:
        return fits or not in_sentence  # a list without a hanging indent goes on under its labels
    if draft.marker is not None and abs(line.x0 - text_x0) < 2:
        return False
    return fits and not in_sentence


def _pushed_down(above: Line, line: Line, limit: float) -> bool:
    """Whether the dash that this line begins with is one of a sentence, which had no room on the line above."""
    dash = line.words[0]
    if dash.text not in _DASHES or abs(line.x0 - above.x0) > 1.5 or above.text[-1] in ".;:":
        return False
    return above.x1 + 0.2 * line.size + (dash.x1 - dash.x0) > limit


def _next_label(before: str | None, now: str) -> bool:
    if not before or len(before) != len(now) or len(now) != 2:
        return False
    return ord(now[0]) - ord(before[0]) == 1


def _seam(above: Line, line: Line, limit: float, left: float) -> str:
    """What stands between two lines of one paragraph: a blank, nothing, or a mark to settle later."""
    upper, lower = above.words[-1], line.words[0]
    end = upper.text[-1]
    if upper.blank and not _guessed(upper, lower):
        return " "
    if end == "-" and len(upper.text) > 1:
        return HYPHEN
    if end in "–—/" and len(upper.text) > 1:
        return ""
    room, over = limit - left, above.x1 - limit
    whole = (upper.x1 - upper.x0) + (lower.x1 - lower.x0)
    if over > 1 or over + _first_width(lower) < -0.5 or whole < room - 0.5:
        return " "
    return BROKEN if len(above.words) == 1 else FILLED


def _guessed(upper: Word, lower: Word) -> bool:
    """Whether an engine may have made up the blank between these words, as PDFium does for words side by side.

    It writes a line's end after a blank that the file has.
    """
    step = lower.first - upper.first - len(upper.text)
    return upper.first >= 0 and lower.first >= 0 and (step == 1 or step > 3 or step < 0)


def _first_width(word: Word) -> float:
    """As much room as the first letter may take."""
    if word.text[0] in _WIDE:
        return word.style.size
    width = (word.x1 - word.x0) / len(word.text)
    return width if len(word.text) == 1 else 1.35 * width
