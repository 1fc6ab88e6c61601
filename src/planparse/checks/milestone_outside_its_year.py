"""PP503: a deadline in another year than the heading of its list says."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule
from planparse.model.periods import bounds

RULE = Rule(
    code="PP503",
    name="milestone-outside-its-year",
    severity="note",
    summary="a milestone is due in another year of the plan than the label of its list says",
    why="The milestone will be looked for in the wrong year's report, or the year of its date is mistyped.",
    bad="milestone: a. Review the cleaning contract by October 2017",
    good="milestone: a. Review the cleaning contract by October 2016",
    near_miss="""
        milestones: Key Milestones (17-18)
        milestone: a. Review the cleaning contract by October 2017
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    period = scope.plan.period
    for milestone in scope.plan.milestones:
        days = bounds(milestone.period) if milestone.period else None
        due = milestone.due
        if due is None or days is None or days[0][: len(due)] <= due <= days[1][: len(due)]:
            continue
        if period is None or period.start[: len(due)] <= due <= period.end[: len(due)]:
            yield Hit(
                f"due {due}, but listed under {milestone.period}", (scope.quote(milestone.id, "text", milestone.text),)
            )


__all__ = ["RULE", "find"]
