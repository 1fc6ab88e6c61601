"""The items of a cell: bullets and lettered lines, as marked by the reader or run together in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.periods import is_bare_period
from planparse.model.document import Block, Cell
from planparse.text import BULLETS, bare_marker, fold, split_bullets, split_marker

_STARTS_ITEM = re.compile(r"[A-Z0-9£%\"'‘“(]")
_CAPITAL = r"[A-Z0-9£%\"'‘“]"
_DASH = re.compile(r"^[-–—*]\s+")
_OPEN = re.compile(r"\b(?:in|by|for|of|from|to|until|till|during|since|before|after|the|and|or)$", re.IGNORECASE)
"""The end of a text that goes on."""
_BULLET_SET = frozenset(BULLETS)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its label without punctuation where it has one that is not a bullet, and its text."""

    ref: str | None
    text: str
    marked: bool
    """The source marks it as an item."""


def cell_items(cell: Cell) -> list[Item]:
    """The items of a cell, in order. A paragraph without a mark behind a marked one goes on with it."""
    items: list[Item] = []
    end = next((block for block in reversed(cell.blocks) if block.text.strip()), None)
    for block in cell.blocks:
        for item in _block_items(block):
            over = block is not end and bool(items) and _is_over(item, items[-1])
            if not item.marked and not over and items and items[-1].marked and not _is_separate(items, cell):
                last = items[-1]
                items[-1] = Item(last.ref, f"{last.text} {item.text}", True)
            else:
                items.append(item)
    following = [*(i.ref for i in items[1:]), None] if items else []
    return [part for item, after in zip(items, following, strict=True) for part in _parted(item, after)]


def _is_over(item: Item, above: Item) -> bool:
    """Whether a period stands over the items below it: it is none of the one above, which ends."""
    return is_bare_period(item.text) and _OPEN.search(above.text) is None


def are_measures(items: list[Item]) -> bool:
    """Whether these are measures of which no values are given: a list of phrases, without codes, which would be those
    of indicators elsewhere."""
    texts = [item.text for item in items]
    worded = not any(t.endswith(".") or is_code(t) or split_code(t) for t in texts)
    return bool(items) and worded and all(item.marked for item in items)


def _is_separate(items: list[Item], cell: Cell) -> bool:
    """Most paragraphs of the cell are unmarked, so that a mark says nothing about the next one."""
    return sum(b.marker is None for b in cell.blocks if b.text) > len(items) + 1


def _block_items(block: Block) -> list[Item]:
    text = block.text
    if block.marker is not None:
        ref = bare_marker(block.marker)
        if ref is None and any(c in _BULLET_SET for c in text):  # the whole list is one paragraph
            return [Item(None, part, True) for part in split_bullets(text) if part.strip(f"{BULLETS} ")]
        first = fold(text)
        return [Item(ref, first, True)] if first else []
    if any(c in _BULLET_SET for c in text):
        lead = text.lstrip()[:1] in _BULLET_SET
        found = enumerate(split_bullets(text))
        return [Item(None, part, lead or n > 0) for n, part in found if part.strip(f"{BULLETS} ")]
    out = []
    for line in _lines(text):
        marker, rest = split_marker(line)
        rest = _DASH.sub("", rest)
        out.append(Item(bare_marker(marker) if marker else None, rest, marker is not None or rest != line))
    return out


def _lines(text: str) -> list[str]:
    """The lines that are items of their own: each begins as an item does, or with the list's next letter or number."""
    lines = [fold(line) for line in text.split("\n") if line.strip()]
    marked = [split_marker(line)[0] is not None or _DASH.match(line) is not None for line in lines]
    if len(lines) > 1 and marked[0] and sum(marked) > 1:
        joined: list[str] = []
        for line, begins in zip(lines, marked, strict=True):
            if begins:
                joined.append(line)
            else:
                joined[-1] = f"{joined[-1]} {line}"
        lines = joined
    elif len(lines) > 1 and not all(_STARTS_ITEM.match(line) for line in lines):
        lines = [fold(text)]
    return lines


def _parted(item: Item, following: str | None) -> list[Item]:
    """ "a. One b. Two c. Three" taken apart: each label follows the one before, unless the next item bears it.

    >>> [i.text for i in _parted(Item("a", "Open it b. Close it", True), None)]
    ['Open it', 'Close it']
    >>> [i.text for i in _parted(Item("1", "Open phase 2. Then rest", True), None)]
    ['Open phase 2. Then rest']
    """
    out = [item]
    while (after := _successor(out[-1].ref)) and after != following:
        ref, text = out[-1].ref, out[-1].text
        m = _label_inside(text, after, len(out) > 1)
        if m is None:
            break
        out[-1:] = [Item(ref, text[: m.start()].strip(), True), Item(after, text[m.end() :], True)]
    return out


def _label_inside(text: str, label: str, goes_on: bool) -> re.Match[str] | None:
    """Where a letter or number labels a further item. "phase 2. Then" does not: a bare number needs the end of a
    sentence or a date before it, or its neighbours in the list beside it."""
    m = re.search(rf"(?<=\s)(?:\({label}\)|{label}[.)])\s(?={_CAPITAL})", text)
    if (
        m is None
        or goes_on
        or label.isalpha()
        or m[0].startswith("(")
        or text[: m.start()].rstrip()[-1:] in ".;:)0123456789"
    ):
        return m
    return m if re.search(rf"\s{int(label) + 1}[.)]\s{_CAPITAL}", text[m.end() :]) else None


def _successor(ref: str | None) -> str | None:
    """The label after this one in a list: ``b`` after ``a``, ``10`` after ``9``; None for any other label."""
    if ref is not None and ref.isdecimal():
        return str(int(ref) + 1)
    return chr(ord(ref) + 1) if ref is not None and len(ref) == 1 and "a" <= ref < "z" else None
