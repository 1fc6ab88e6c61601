"""PP601: an objective with nothing to do and nothing to measure."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP601",
    name="objective-empty",
    severity="warning",
    summary="an objective has neither milestones nor indicators, while the others have",
    why="Nobody can say whether it was reached; or its list was lost on the way.",
    bad="""
        objective: CLN01: Keep the streets clean
        milestone: a. Review the cleaning contract by October 2016
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestones: none
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
        milestones: none
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        milestones: none
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    objectives = scope.plan.objectives
    empty = [o for o in objectives if not o.milestones and not o.indicators]
    if len(empty) * 2 > len(objectives):
        return
    for objective in empty:
        quote = scope.quote(objective.id, "title", objective.title or objective.id)
        yield Hit("the objective has neither milestones nor indicators", (quote,))


__all__ = ["RULE", "find"]
