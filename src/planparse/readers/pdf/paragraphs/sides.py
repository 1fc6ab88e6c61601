"""Lists side by side that the page's end tears: each goes on with the one in its column on the next page.

    Key developments          Emerging issues
    - A new pool was opened   - Fewer people swim
    ------------------------------------------- the page's end
    - The old one was closed  - The pipes are old

What stands on the next page comes right behind what it goes on with, before the heading of the next list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple, TypeVar

_NEAR = 20.0
"""Points from where a list begins to where its rest does: items may stand further in than their heading."""


_JOINED = -1
"""The row of lists that go on over a page."""


class Side(NamedTuple):
    """One of the lists that stand side by side."""

    row: int
    """The number of their row on the page."""
    column: int
    start: float
    """Where it begins, in points."""
    rest: bool
    """It stands at the page's begin without a heading."""


P = TypeVar("P")
T = TypeVar("T")
Sided = tuple[P, T, Side | None]
"""A page, a piece of it, and the list that this is of."""


def in_order(pages: Iterable[list[Sided[P, T]]], count: int) -> Iterator[list[Sided[P, T]]]:
    """What is read from each of ``count`` pages: its pieces in order, without the lists side by side that end it; these
    stand at the begin of the next one, list after list with what goes on with them there."""
    held: list[Sided[P, T]] = []
    for n, pieces in enumerate(pages, 1):
        lead = list(takewhile(lambda p: p[2] is not None and p[2].rest and p[2].row == 0, pieces))
        out = _joined(held, lead) + pieces[len(lead) :]
        end = len(out)
        last = out[-1][2] if out and n < count else None
        while last is not None and end and (side := out[end - 1][2]) is not None and side.row == last.row:
            end -= 1
        held = out[end:]
        yield out[:end]


def _joined(held: list[Sided[P, T]], lead: list[Sided[P, T]]) -> list[Sided[P, T]]:
    """The lists at a page's end with their rest behind each; one after the other where these are others."""
    starts = {side.column: side.start for _, _, side in held if side is not None}
    columns: dict[int, list[Sided[P, T]]] = {column: [] for column in starts}
    for page, piece, side in lead:
        near = [c for c, start in starts.items() if side is not None and abs(start - side.start) < _NEAR]
        if len(near) != 1 or side is None:
            return held + lead
        columns[near[0]].append((page, piece, side._replace(row=_JOINED, column=near[0])))
    if not lead:
        return held
    for page, piece, side in reversed(held):
        if side is not None:
            columns[side.column].insert(0, (page, piece, side._replace(row=_JOINED)))
    return [piece for column in sorted(columns) for piece in columns[column]]
