"""PP406: targets that go up and down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import against_direction, year_targets
from planparse.model.finding import Rule

RULE = Rule(
    code="PP406",
    name="target-turns",
    severity="note",
    summary="targets go one way and then the other",
    why=(
        "A target that rises to fall again is rarely meant so; often two digits changed places or two years "
        "were swapped."
    ),
    bad="CLN001: % of streets free of litter | 86% | 88% | 98% | 90%",
    good="CLN001: % of streets free of litter | 86% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | 86% | 88% | 88% | 89%",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        targets = year_targets(indicator)
        steps = [(a, b) for a, b in pairwise(targets) if a.number != b.number]
        turns = [
            (one, two)
            for one, two in pairwise(steps)
            if (one[1].number > one[0].number) != (two[1].number > two[0].number)
        ]
        if turns and against_direction(indicator) is None:
            quotes = (scope.quote(indicator.id, f"targets/{p.index}", p.value.text) for p in targets)
            shown = ", ".join(p.value.text for p in targets)
            yield Hit(f"the targets turn: {shown}", (scope.measure(indicator), *quotes))


__all__ = ["RULE", "find"]
