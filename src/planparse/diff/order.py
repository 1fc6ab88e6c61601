"""Which records changed their order: those outside the longest run that kept it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from planparse.diff.align import Pairing, turned
from planparse.diff.entries import Home, R


def reordered(pairs: Sequence[Pairing[R]]) -> list[Pairing[R]]:
    """The fewest records that must have moved for the rest to keep its order, objective by objective."""
    homes: dict[Home, list[Pairing[R]]] = defaultdict(list)
    for pair in pairs:
        if pair.previous.home == pair.current.home:
            homes[pair.current.home].append(pair)
    out: list[Pairing[R]] = []
    for group in homes.values():
        by_current = sorted(group, key=lambda p: p.current.rank)
        by_previous = sorted(group, key=lambda p: p.previous.rank)
        if turned([p.previous for p in by_previous], [p.current for p in by_current]):
            kept = longest_rising([p.previous.rank for p in by_current])
            out += [p for at, p in enumerate(by_current) if at not in kept]
        else:
            kept = longest_rising([p.current.rank for p in by_previous])
            out += [p for at, p in enumerate(by_previous) if at not in kept]
    return out


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Indexes of the longest rising subsequence.

    >>> sorted(longest_rising([0, 5, 1, 2, 3]))
    [0, 2, 3, 4]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [at]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
