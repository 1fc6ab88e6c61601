"""PP409: a number that is out of all proportion to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import Point, latest, year_targets
from planparse.model.finding import Rule

RULE = Rule(
    code="PP409",
    name="implausible-jump",
    severity="warning",
    summary="a number is at least eight times its neighbour, as when a digit or a decimal point slipped",
    why="A nought too many or a lost decimal point changes the plan, and nobody notices in a table of sixty rows.",
    bad="CLN001: Number of bins put up in parks | 80 | 85 | 900 | 950",
    good="CLN001: Number of bins put up in parks | 80 | 85 | 90 | 95",
    near_miss="CLN001: Number of bins put up in parks | 2 | 9 | 18 | 40",
)

_TIMES, _LEAST = 8, 10


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        targets, now = year_targets(indicator), latest(indicator)
        series = [("targets", p) for p in targets]
        if now and targets and now.value.unit == targets[0].value.unit:
            series.insert(0, ("actuals", now))
        for (kind, a), (_, b) in pairwise(series):
            if _leaps(a, b):
                quotes = (
                    scope.measure(indicator),
                    scope.quote(indicator.id, f"{kind}/{a.index}", a.value.text),
                    scope.quote(indicator.id, f"targets/{b.index}", b.value.text),
                )
                yield Hit(
                    f"from {a.value.text} ({a.when}) to {b.value.text} ({b.when}) is an implausible jump",
                    quotes,
                    b.when,
                )
                break


def _leaps(a: Point, b: Point) -> bool:
    low, high = sorted((abs(a.number), abs(b.number)))
    return low > 0 and high >= low * _TIMES and high - low >= _LEAST and (a.number > 0) == (b.number > 0)


__all__ = ["RULE", "find"]
