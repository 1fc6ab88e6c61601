"""The labels of list items: bullets, numbers and letters, counted as a browser counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planparse.text import BULLETS

_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9}
_ROMAN |= {"v": 5, "iv": 4, "i": 1}
_STYLES = {
    "a": "a",
    "lower-alpha": "a",
    "lower-latin": "a",
    "A": "A",
    "upper-alpha": "A",
    "upper-latin": "A",
    "i": "i",
    "lower-roman": "i",
    "I": "I",
    "upper-roman": "I",
    "1": "1",
    "decimal": "1",
    "decimal-leading-zero": "01",
    "none": "none",
    "disc": "•",
    "circle": "•",
    "square": "•",
}
_INT = re.compile(r"\s*([+-]?\d{1,9})")
_BULLET_START = re.compile(rf"[{re.escape(BULLETS)}](?=\s|\w)")


@dataclass(slots=True)
class Counter:
    style: str
    value: int
    step: int

    def label(self, value: int | None = None, style: str | None = None) -> str | None:
        """The label of the next item; ``value`` restarts the count."""
        if value is not None:
            self.value = value
        number, self.value = self.value, self.value + self.step
        return _label(_STYLES.get(style or "", self.style), number)


def open_list(tag: str, attributes: Mapping[str, str | None], list_style: str | None, items: int) -> Counter:
    """``items`` is the number of items, from which a reversed list counts down."""
    style = _STYLES.get(list_style or "") or _STYLES.get((attributes.get("type") or "").strip())
    if tag != "ol":
        return Counter(style or "•", 1, 1)
    reverse = "reversed" in attributes
    start = parse_int(attributes.get("start"))
    return Counter(style or "1", start if start is not None else items if reverse else 1, -1 if reverse else 1)


def parse_int(text: str | None) -> int | None:
    found = _INT.match(text or "")
    return int(found[1]) if found else None


def _label(style: str, number: int) -> str | None:
    if style == "none":
        return None
    if style == "•":
        return "•"
    if number < 1 or style in ("1", "01") or (style in "iI" and number > 3999):
        return f"{number:02d}." if style == "01" else f"{number}."
    label = _letters(number) if style in "aA" else _roman(number)
    return f"{label.upper() if style in 'AI' else label}."


def _letters(number: int) -> str:
    """1 is a, 26 z, 27 aa.

    >>> _letters(28)
    'ab'
    """
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def _roman(number: int) -> str:
    out = ""
    for letters, value in _ROMAN.items():
        count, number = divmod(number, value)
        out += letters * count
    return out


def split_bullets(text: str) -> list[tuple[str | None, str]]:
    """Parts a text whose lines begin with bullet glyphs: (glyph, item) pairs; other text comes back whole.

    >>> split_bullets("• Area review • Nurture provision")
    [('•', 'Area review'), ('•', 'Nurture provision')]
    """
    lines = text.split("\n")
    if not any(_BULLET_START.match(line) for line in lines):
        return [(None, text)]
    out: list[tuple[str | None, str]] = []
    for line in lines:
        if _BULLET_START.match(line):
            glyph = line[0]
            out += [
                (glyph, item.strip())
                for item in re.split(rf"(?:^|\s){re.escape(glyph)}(?=\s|\w)", line)
                if item.strip()
            ]
        elif out:
            out[-1] = (out[-1][0], f"{out[-1][1]}\n{line}")
        elif line.strip():
            out.append((None, line))
    return out
