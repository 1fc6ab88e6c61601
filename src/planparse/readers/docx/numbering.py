"""Automatic numbering: the label that Word shows before a paragraph, which the file does not hold.

Lists (``w:num``) that share one ``w:abstractNum`` share its counters. A list
with a start override sets them anew when it is first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planparse.readers.docx.names import ALTERNATE, CHOICE, RPR, W, child_number, child_value, number, switched
from planparse.readers.docx.styles import Styles, run_look
from planparse.readers.docx.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_SLOT = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``text`` is a template such as ``%1.%2``."""

    text: str = ""
    form: str = "decimal"
    start: int = 1
    restart: int | None = None
    """1-based level whose use starts this one again; None is any level above, 0 none."""
    legal: bool = False
    font: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    family: str
    """The ``w:abstractNum``, whose counters are shared."""
    levels: tuple[Level, ...]
    restarted: tuple[int, ...]
    """Levels with a start override: they begin anew when the list is first used."""


class Numbering:
    """Lists of the numbering part. ``counters()`` begins to count for one story."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[int, Element] = {}
        self._families: dict[str, Element] = {}
        self._lists: dict[int, _List | None] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._families[element.get(W + "abstractNumId") or ""] = element
        for num in root.iterchildren(W + "num"):
            found = number(num.get(W + "numId"))
            if found is not None:
                self._nums[found] = num

    def list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            num = self._nums.get(list_id)
            self._lists[list_id] = None if num is None else self._read(num)
        return self._lists[list_id]

    def level_of_style(self, list_id: int, style: str | None) -> int | None:
        """The level of a list that names this paragraph style as its own."""
        found = self.list(list_id)
        if found is None or style is None:
            return None
        return next((i for i, level in enumerate(found.levels) if level.style == style), None)

    def counters(self) -> Counters:
        return Counters(self)

    def _read(self, num: Element) -> _List | None:
        family = self._family(num)
        if family is None:
            return None
        name = family.get(W + "abstractNumId") or ""
        levels = [Level()] * LEVELS
        for element in family.iterchildren(W + "lvl"):
            _place(levels, element, element.get(W + "ilvl"))
        restarted: list[int] = []
        for override in num.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl"))
            if index is None or not 0 <= index < LEVELS:
                continue
            if (own := override.find(W + "lvl")) is not None:
                _place(levels, own, override.get(W + "ilvl"))
            if (start := child_number(override, W + "startOverride")) is not None:
                levels[index] = replace(levels[index], start=start)
                restarted.append(index)
        return _List(name, tuple(levels), tuple(restarted))

    def _family(self, num: Element) -> Element | None:
        """The abstractNum of a list; one that only points to a numbering style is followed."""
        seen: set[str] = set()
        while True:
            name = child_value(num, W + "abstractNumId") or ""
            family = self._families.get(name)
            link = child_value(family, W + "numStyleLink")
            if link is None or name in seen:
                return family
            seen.add(name)
            target = self._styles.list_of(link)
            if target is None or target not in self._nums:
                return family
            num = self._nums[target]


def _place(levels: list[Level], element: Element, index: str | None) -> None:
    at = number(index)
    if at is not None and 0 <= at < LEVELS:
        levels[at] = _level(element)


def _level(element: Element) -> Level:
    start = child_number(element, W + "start")
    return Level(
        text=child_value(element, W + "lvlText") or "",
        form="bullet" if element.find(W + "lvlPicBulletId") is not None else _form(element),
        start=1 if start is None else start,
        restart=child_number(element, W + "lvlRestart"),
        legal=bool(switched(element.find(W + "isLgl"))),
        font=run_look(element.find(RPR)).font,
        style=child_value(element, W + "pStyle"),
    )


def _form(element: Element) -> str:
    """The number format; a custom one stands in the first branch of alternate content, as ``001, 002, 003, ...``."""
    custom = element.find(f"{ALTERNATE}/{CHOICE}/{W}numFmt")
    if custom is not None and (sample := custom.get(W + "format")):
        first = sample.split(",")[0].strip()
        return f"padded{len(first)}" if first.isdigit() and len(first) < 10 else "decimal"
    return child_value(element, W + "numFmt") or "decimal"


class Counters:
    """The numbers reached in one story (the body, a note, the text boxes)."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._reached: dict[str, list[int | None]] = {}
        self._started: set[int] = set()

    def label(self, list_id: int, level: int) -> str | None:
        """Counts one paragraph and gives its label; None where the list shows none."""
        found = self._numbering.list(list_id)
        if found is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        reached = self._reached.setdefault(found.family, [None] * LEVELS)
        if list_id not in self._started:
            self._started.add(list_id)
            for at in found.restarted:
                reached[at] = None
        now = reached[level]
        reached[level] = found.levels[level].start if now is None else now + 1
        for below in range(level + 1, LEVELS):
            restart = found.levels[below].restart
            if restart is None or level < restart:
                reached[below] = None
        return _label(found.levels, level, reached)


def _label(levels: tuple[Level, ...], level: int, reached: list[int | None]) -> str | None:
    own = levels[level]
    if own.form == "bullet":
        return bullet(own.text.strip(), own.font) or "•"

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        value = reached[at]
        form = levels[at].form
        if own.legal and form != "none":
            form = "decimal"
        return written(levels[at].start if value is None else value, form)

    return _SLOT.sub(shown, own.text).strip() or None


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_WORDS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
                  "nine": "ninth", "twelve": "twelfth"}  # fmt: skip


def written(value: int, form: str) -> str:
    """A number in one of Word's number formats; a format that is not known, or cannot show it, gives digits.

    >>> written(28, "lowerLetter"), written(4, "upperRoman"), written(7, "decimalZero"), written(21, "ordinalText")
    ('bb', 'IV', '07', 'Twenty-first')
    """
    if form == "none" or form == "bullet":
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < value <= 780:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{value:02d}"
    if form.startswith("padded"):
        return str(value).zfill(int(form.removeprefix("padded")))
    if form == "ordinal":
        return f"{value}{ordinal_ending(value)}"
    if form in ("cardinalText", "ordinalText") and 0 <= value < 100:
        return _in_words(value, form == "ordinalText")
    return str(value)


def ordinal_ending(value: int) -> str:
    """The ``nd`` of "2nd"."""
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        while value >= size:
            out += letters
            value -= size
    return out


def _in_words(value: int, ordinal: bool) -> str:
    tens, ones = divmod(value, 10)
    words = [_ONES[value]] if value < 20 else [_TENS[tens]] + ([_ONES[ones]] if ones else [])
    if ordinal:
        last = words[-1]
        words[-1] = _ORDINAL_WORDS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return "-".join(words).capitalize()
