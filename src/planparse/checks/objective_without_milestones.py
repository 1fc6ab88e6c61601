"""PP603: something to measure, but nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP603",
    name="objective-without-milestones",
    severity="note",
    summary="an objective has indicators but no milestones, while most others have both",
    why="The targets stand there, but not what will be done to reach them; or the list was lost on the way.",
    bad="""
        objective: CLN01: Keep the streets clean
        milestone: a. Review the cleaning contract by October 2016
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestone: a. Plant new trees by March 2017
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        objective: CLN03: Recycle more
        milestones: none
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
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
        milestones: none
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestone: a. Plant new trees by March 2017
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    objectives = scope.plan.objectives
    both = [o for o in objectives if o.milestones and o.indicators]
    if len(both) * 2 <= len(objectives):
        return
    for objective in objectives:
        if objective.indicators and not objective.milestones:
            quote = scope.quote(objective.id, "title", objective.title or objective.id)
            yield Hit("the objective has no milestones", (quote,))


__all__ = ["RULE", "find"]
