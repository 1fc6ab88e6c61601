"""PP602: milestones, but nothing to measure."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP602",
    name="objective-without-indicators",
    severity="note",
    summary="an objective has milestones but no indicators, while most others have both",
    why="What was done can be reported, but not what came of it.",
    bad="""
        objective: CLN01: Keep the streets clean
        milestone: a. Review the cleaning contract by October 2016
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestone: a. Plant new trees by March 2017
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        objective: CLN03: Recycle more
        milestone: a. Open the new centre by June 2016
        indicators: none
    """,
    good="""
        objective: CLN01: Keep the streets clean
        milestone: a. Review the cleaning contract by October 2016
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestone: a. Plant new trees by March 2017
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
    near_miss="""
        objective: CLN01: Keep the streets clean
        milestone: a. Review the cleaning contract by October 2016
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestone: a. Plant new trees by March 2017
        indicators: none
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    objectives = scope.plan.objectives
    both = [o for o in objectives if o.milestones and o.indicators]
    if len(both) * 2 <= len(objectives):
        return
    for objective in objectives:
        if objective.milestones and not objective.indicators:
            quote = scope.quote(objective.id, "title", objective.title or objective.id)
            yield Hit("the objective has no indicators", (quote,))


__all__ = ["RULE", "find"]
