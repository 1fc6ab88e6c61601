"""Where each change is told: in document order of the current draft, removed records where they stood."""

from __future__ import annotations

from typing import Generic, Literal

from planparse.diff.align import Alignment
from planparse.diff.entries import Entry, R
from planparse.model.plan import Objective

Spot = tuple[int, ...]
"""Objective, section, rank; compared as tuples, shorter ones first."""
Section = Literal["objective", "key_development", "emerging_issue", "milestone", "indicator"]

PLAN: Spot = (-2,)
_SECTIONS: dict[Section, int] = {
    "objective": 0,
    "key_development": 1,
    "emerging_issue": 2,
    "milestone": 3,
    "indicator": 4,
}


class Homes:
    """The spots of the objectives of the previous draft: that of their partner, else behind the one before."""

    def __init__(self, objectives: Alignment[Objective]) -> None:
        partners = {p.previous.position: p.current.position for p in objectives.pairs}
        total = len(partners) + len(objectives.removed)
        self._spots: list[Spot] = []
        last = -1
        for at in range(total):
            last = partners.get(at, last)
            self._spots.append((last, 0) if at in partners else (last, 1 + at))

    def of(self, objective: int) -> Spot:
        return self._spots[objective]


def current_spot(entry: Entry[R], section: Section) -> Spot:
    if section == "objective":
        return (entry.position, 0, 0)
    return (entry.objective, 0, _SECTIONS[section], entry.rank, 0)


class Gaps(Generic[R]):
    """The spots of removed records: behind the last record before them that still stands in this objective."""

    def __init__(self, a: Alignment[R], homes: Homes, section: Section) -> None:
        self._homes = homes
        self._section = section
        self._ranks: dict[tuple[int, int], int] = {}
        """Rank in the current draft of what stood at (objective, rank) in the previous one."""
        for pair in a.pairs:
            if pair.previous.home == pair.current.home:
                self._ranks[pair.previous.objective, pair.previous.rank] = pair.current.rank
        for whole, parts in a.splits:
            self._ranks[whole.objective, whole.rank] = parts[-1].rank
        self._before: dict[int, list[tuple[int, int]]] = {}
        for (objective, rank), now in sorted(self._ranks.items()):
            self._before.setdefault(objective, []).append((rank, now))

    def spot(self, entry: Entry[R]) -> Spot:
        if self._section == "objective":
            return (*self._homes.of(entry.position), 0)
        known = self._before.get(entry.objective, [])
        anchor = next((now for rank, now in reversed(known) if rank < entry.rank), -1)
        return (*self._homes.of(entry.objective), _SECTIONS[self._section], anchor, 1 + entry.rank)
