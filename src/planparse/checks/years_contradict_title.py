"""PP604: years that are not those of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule
from planparse.model.periods import bounds
from planparse.model.plan import Objective, Period

RULE = Rule(
    code="PP604",
    name="years-contradict-title",
    severity="warning",
    summary="none of a table's targets, or a list of milestones, falls in the years of the plan's title",
    why=(
        "Mostly a head or a label was left over from last year's plan; the figures may be last year's as well. "
        "A target for the year before the plan beside targets for its own years is usual."
    ),
    bad="""
        milestones: Key Milestones (14-15)
        milestone: a. Review the cleaning contract
    """,
    good="""
        milestones: Key Milestones (16-17)
        milestone: a. Review the cleaning contract
    """,
    near_miss="""
        years: 2015/16 | 2016/17 | 2017/18 | 2018/19
        CLN001: % of streets free of litter | 87% | 87% | 88% | 89% | 90%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    period = scope.plan.period
    if period is None:
        return
    for objective in scope.plan.objectives:
        yield from _milestones(scope, objective, period)
        yield from _targets(scope, objective, period)


def _milestones(scope: Scope, objective: Objective, period: Period) -> Iterator[Hit]:
    outside: dict[str, list[str]] = {}
    for milestone in objective.milestones:
        if milestone.period and not _touches(milestone.period, period):
            outside.setdefault(milestone.period, []).append(milestone.id)
    for year, ids in outside.items():
        first = next(m for m in objective.milestones if m.id == ids[0])
        message = f"milestones of {year} in a plan for {period.label}"
        yield Hit(message, (scope.quote(first.id, "text", first.text),), f"milestones {year}")


def _targets(scope: Scope, objective: Objective, period: Period) -> Iterator[Hit]:
    for indicator in objective.indicators:
        years = [v.period for v in indicator.targets if v.period]
        if years and not any(_touches(y, period) for y in years):
            message = f"targets of {', '.join(years)} in a plan for {period.label}"
            yield Hit(message, (scope.measure(indicator),), "targets")
            return


def _touches(year: str, period: Period) -> bool:
    """Whether a period has a day in common with the plan's; one that is not understood has."""
    days = bounds(year)
    return days is None or (days[0] <= period.end and days[1] >= period.start)


__all__ = ["RULE", "find"]
