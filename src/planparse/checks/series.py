"""The numbers of an indicator in the order of their years."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.model.periods import bounds
from planparse.model.plan import Direction, Indicator, Number, Value


@dataclass(frozen=True, slots=True)
class Point:
    """One number: which value of its list it is, and its place in time."""

    index: int
    number: Number
    value: Value

    @property
    def when(self) -> str:
        """How a message names it."""
        return self.value.period or self.value.label


def in_order(values: Sequence[Value]) -> list[int]:
    """The numbers of the values, earliest year first; as printed where not every value has a period."""
    days = [bounds(v.period) if v.period else None for v in values]
    if any(d is None for d in days):
        return list(range(len(values)))
    return sorted(range(len(values)), key=lambda i: (days[i] or ("", ""))[::-1])


def points(values: Sequence[Value]) -> list[Point]:
    """The exact numbers among the values, earliest first; nothing where their units differ."""
    found = [
        Point(i, values[i].number or 0, values[i])
        for i in in_order(values)
        if values[i].status == "number" and values[i].qualifier in (None, "~", ">=", "<=")
    ]
    return found if len({p.value.unit for p in found}) <= 1 else []


def year_targets(indicator: Indicator) -> list[Point]:
    """The numbers of the targets of whole years; where a year has several targets, the last one printed."""
    found: dict[str, Point] = {}
    for point in points(indicator.targets):
        if " Q" not in (point.value.period or "") and not _is_month(point.value.period):
            found[point.when] = point
    return list(found.values())


def _is_month(period: str | None) -> bool:
    days = bounds(period) if period else None
    if days is None:
        return False
    first, last = (datetime.date.fromisoformat(d) for d in days)
    return (last - first).days < 32


def latest(indicator: Indicator) -> Point | None:
    """The newest number among the actuals."""
    found = points(indicator.actuals)
    return found[-1] if found else None


def stated_or_shown(indicator: Indicator, targets: list[Point]) -> Direction | None:
    """The direction that the plan states, else the one in which three or more targets go without a turn."""
    if indicator.direction:
        return indicator.direction
    numbers = [p.number for p in targets]
    if len(numbers) < 3 or numbers[0] == numbers[-1]:
        return None
    if all(a <= b for a, b in pairwise(numbers)):
        return "increase"
    if all(a >= b for a, b in pairwise(numbers)):
        return "decrease"
    return None


def against_direction(indicator: Indicator) -> tuple[Point, Point] | None:
    """The first and the last target, where the last lies behind the first by the direction that the plan states."""
    targets = year_targets(indicator)
    if indicator.direction not in ("increase", "decrease") or len(targets) < 2:
        return None
    first, last = targets[0], targets[-1]
    wrong = last.number < first.number if indicator.direction == "increase" else last.number > first.number
    return (first, last) if wrong else None
