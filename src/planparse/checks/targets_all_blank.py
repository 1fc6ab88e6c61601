"""PP402: no target at all."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP402",
    name="targets-all-blank",
    severity="note",
    summary="every target of an indicator is blank",
    why="The columns are there, and nothing stands in them: no target, no 'tbc', no reason.",
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day | 87% |  |  |
        CLN003: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day | 87% | 88% | 89% | 90%
        CLN003: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day | 87% | No target is set, as the contract ends this year. |  |
        CLN003: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if indicator.targets and not any(v.text for v in indicator.targets):
            yield Hit("no target is given, in any year", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
