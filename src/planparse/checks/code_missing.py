"""PP105: a measure without a code among measures with codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP105",
    name="code-missing",
    severity="warning",
    summary="a measure has no code in a list in which the others have one",
    why=(
        "Without a code the measure can be followed only by its words, and words are the first thing to change. "
        "It fires where at least four of five measures of the plan, and half of those of the same objective, "
        "have codes."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
        CLN005: % of shelters repaired in a week | 50% | 55% | 60% | 62%
        Residents satisfied with the town centre | 66% | 68% | 70% | 71%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
        CLN005: % of shelters repaired in a week | 50% | 55% | 60% | 62%
        CLN006: Residents satisfied with the town centre | 66% | 68% | 70% | 71%
    """,
    near_miss="""
        % of streets free of litter | 87% | 88% | 89% | 90%
        % of parks with a green flag | 40% | 45% | 50% | 55%
        % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
)

_SUB = re.compile(r"(?:\(?[a-z]{1,3}\)|\(?[ivx]{1,4}\)|[-•–])\s*")


def find(scope: Scope) -> Iterator[Hit]:
    indicators = scope.plan.indicators
    if scope.coded < 5 or scope.coded * 5 < len(indicators) * 4:
        return
    for objective in scope.plan.objectives:
        here = sum(i.printed_code is not None for i in objective.indicators)
        if here * 2 < len(objective.indicators):
            continue
        for indicator in objective.indicators:
            if indicator.printed_code is None and not _SUB.match(indicator.measure):
                yield Hit("the measure has no code, while the others here have one", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
