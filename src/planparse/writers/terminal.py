"""What may reach a terminal: no control characters, no escape sequences, no change of direction."""

from __future__ import annotations

import re
import unicodedata

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # control sequences: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # strings: titles, links
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BREAKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"


def plain(text: str) -> str:
    """One line of a document's text: escape sequences and control characters dropped, line breaks and tabs blanks.

    >>> plain("a\\x1b[31mred\\x07\\nb\\u202ec")
    'ared bc'
    """
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(lambda m: " " if m[0] in _BREAKS else "", _SEQUENCE.sub("", text))


def visible(text: str) -> str:
    """One line of a message: control characters shown as ``\\\\x1b``, so that a file's name stays recognisable.

    >>> visible("plan\\x1b[2J.pdf")
    'plan\\\\x1b[2J.pdf'
    """
    if text.isascii() and text.isprintable():
        return text
    text = " ".join(text.split("\n"))
    return _CONTROL.sub(lambda m: f"\\x{ord(m[0]):02x}" if ord(m[0]) < 256 else f"\\u{ord(m[0]):04x}", text)


def width(text: str) -> int:
    """How many columns a terminal gives to ``text``: wide East Asian characters take two, combining marks none.

    >>> width("abc"), width("日本"), width("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, columns: int) -> list[str]:
    """``text`` in lines of at most ``columns``; a word that is longer is cut. At least one line.

    >>> wrap("alpha beta gamma", 10), wrap("abcdefgh", 5), wrap("", 5)
    (['alpha beta', 'gamma'], ['abcde', 'fgh'], [''])
    """
    columns = max(columns, 2)
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and width(line) + 1 + width(word) <= columns:
            line += " " + word
            continue
        if line:
            lines.append(line)
        while width(word) > columns:
            head = _fitting(word, columns)
            lines.append(word[:head])
            word = word[head:]
        line = word
    return [*lines, line] if line or not lines else lines


def _fitting(word: str, columns: int) -> int:
    """How many characters of ``word`` fit; at least one."""
    taken = 0
    for n, c in enumerate(word):
        taken += width(c)
        if taken > columns:
            return max(n, 1)
    return len(word)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """``text`` with blanks up to ``columns``; behind it, or in front of it for ``right``."""
    blanks = " " * max(columns - width(text), 0)
    return blanks + text if right else text + blanks
