"""The label that an item of a list begins with: which it is, what stands behind it, and which one follows."""

from __future__ import annotations

import re

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line
from planparse.text import BULLETS

_BULLETS = frozenset(BULLETS)
_LABEL = re.compile(r"(?:[a-z]|\d{1,2}|[ivx]{2,4})\.$")
"""Lower case only: a capital with a full stop is somebody's initial."""
LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}$")
"""A number within that of a part, as in "1.2"; words follow it at some distance."""
BRACKETED = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{2,4})\)$", re.I)
"""A label that is part of its text: "a)"."""
_CODE = re.compile(r"([A-Z]{1,5}\d{0,3}[./-])(\d{1,3})[.:]?")
_TAB = 0.5
"""Heights of a letter."""
_TICKS = frozenset("✓✔►")
DASHES = frozenset("-–—*")
GLYPHS = DASHES | {"•"}
"""Labels of lists that are not numbered; any bullet is given as "•"."""


def list_label(line: Line) -> tuple[str | None, list[Word]]:
    """The list label that the line begins with, and the words after it."""
    words = line.words
    first = words[0]
    text = first.text
    if text[0].isalpha() and len(text) > 1 and text[-1] != ".":
        if len(text) > 3 and text[1] == "." and text[0].islower() and text[2].isupper():
            return text[:2], [_without(first, 2), *words[1:]]  # a label that touches its text
        return None, words
    if text[0] in _BULLETS and any(c not in _BULLETS for c in line.text):
        return "•", words[1:] if len(text) == 1 else [_without(first, 1), *words[1:]]
    if len(words) < 2:
        return None, words
    if text == "\ufffd" and "\ufffd" not in words[1].text:
        return "•", words[1:]  # a glyph alone that no font names
    if text in DASHES and words[1].text[0].isalpha():
        return text, words[1:]
    if text == "o" and words[1].style.font != first.style.font:
        return "•", words[1:]
    if text in _TICKS and words[1].text[0].isalpha():
        return "•", words[1:]
    if text[-1] == "." and _LABEL.match(text):
        return text, words[1:]
    if LEVELS.match(text) and words[1].x0 - first.x1 > _TAB * first.style.size and words[1].text[0].isupper():
        return text, words[1:]
    return None, words


def _without(word: Word, count: int) -> Word:
    """The word without its first letters."""
    x0 = word.x0 + count * (word.x1 - word.x0) / len(word.text)
    return Word(word.text[count:], x0, word.top, word.x1, word.bottom, word.base, word.style, -1, word.blank)


def is_next_code(before: str, now: str) -> bool:
    """Whether a code follows another one: "AB1.2" after "AB1.1"."""
    one, other = _CODE.fullmatch(before), _CODE.fullmatch(now)
    return one is not None and other is not None and one[1] == other[1] and int(other[2]) == int(one[2]) + 1


def is_next_label(before: str | None, now: str) -> bool:
    if before and LEVELS.match(before) and LEVELS.match(now):
        part, _, number = before.rpartition(".")
        return now == f"{part}.{int(number) + 1}"
    if not before or len(before) != len(now) or len(now) != 2:
        return False
    return ord(now[0]) - ord(before[0]) == 1
