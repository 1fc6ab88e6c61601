"""The items of a cell: bullets and lettered lines, as marked by the reader or run together in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planparse.model.document import Block, Cell
from planparse.text import BULLETS, bare_marker, fold, split_bullets, split_marker, strip_markup

_STARTS_ITEM = re.compile(r"[A-Z0-9£%\"'‘“(]")
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
    for block in cell.blocks:
        for item in _block_items(block):
            if not item.marked and items and items[-1].marked and not _is_separate(items, cell):
                last = items[-1]
                items[-1] = Item(last.ref, f"{last.text} {item.text}", True)
            else:
                items.append(item)
    return items


def _is_separate(items: list[Item], cell: Cell) -> bool:
    """Most paragraphs of the cell are unmarked, so that a mark says nothing about the next one."""
    return sum(b.marker is None for b in cell.blocks if b.text) > len(items) + 1


def _block_items(block: Block) -> list[Item]:
    text = strip_markup(block.text)[0]
    if block.marker is not None:
        first = fold(text)
        return [Item(bare_marker(block.marker), first, True)] if first else []
    if any(c in _BULLET_SET for c in text):
        lead = text.lstrip()[:1] in _BULLET_SET
        return [Item(None, part, lead or n > 0) for n, part in enumerate(split_bullets(text))]
    out = []
    for line in _lines(text):
        marker, rest = split_marker(line)
        rest = re.sub(r"^[-–—*]\s+", "", rest)
        out.append(Item(bare_marker(marker) if marker else None, rest, marker is not None or rest != line))
    return out


def _lines(text: str) -> list[str]:
    """The lines that are items of their own: each begins as an item does, or with the list's next letter or number."""
    lines = [fold(line) for line in text.split("\n") if line.strip()]
    marked = [split_marker(line)[0] is not None for line in lines]
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
    return [part for line in lines for part in _run_together(line)]


def _run_together(line: str) -> list[str]:
    """ "a. One b. Two c. Three" taken apart: the letters or numbers must follow each other.

    >>> _run_together("a. Open it b. Close it"), _run_together("a. Plan b. is off")
    (['a. Open it', 'b. Close it'], ['a. Plan b. is off'])
    """
    m = re.match(r"(\(?)(a|1)([.)])\s", line)
    if not m:
        return [line]
    opening, mark, closing = m.groups()
    cuts = [0]
    while True:
        mark = chr(ord(mark) + 1) if mark.isalpha() else str(int(mark) + 1)
        pattern = rf"(?<=\s){re.escape(opening + mark + closing)}\s(?=[A-Z0-9£%\"'‘“])"
        found = re.search(pattern, line[cuts[-1] :]) if mark != "{" else None
        if found is None:
            break
        cuts.append(cuts[-1] + found.start())
    return [line[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]
