"""PP502: a deadline before the plan begins or after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP502",
    name="milestone-outside-period",
    severity="warning",
    summary="a milestone is due outside the years of the plan",
    why=(
        "A date before the plan is last year's milestone left in, or a mistyped year; a date behind it "
        "belongs to the next plan."
    ),
    bad="milestone: a. Review the cleaning contract by October 2015",
    good="milestone: a. Review the cleaning contract by October 2016",
    near_miss="""
        milestone: a. Review the cleaning contract by March 2017
        milestone: b. Report on the results of October 2015 to the Board
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    period = scope.plan.period
    if period is None:
        return
    for milestone in scope.plan.milestones:
        due = milestone.due
        if due and (due < period.start[: len(due)] or due > period.end[: len(due)]):
            quote = scope.quote(milestone.id, "due" if scope.has(milestone.id, "due") else "text", milestone.text)
            yield Hit(f"due {due}, but the plan runs from {period.start} to {period.end}", (quote,))


__all__ = ["RULE", "find"]
