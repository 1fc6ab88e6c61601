"""PP203: a measure that stops in mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.sentence import cut_off
from planparse.model.finding import Rule

RULE = Rule(
    code="PP203",
    name="measure-cut-off",
    severity="warning",
    summary="a measure breaks off in mid-sentence",
    why="What is counted stays open: the end of the sentence was lost in the draft, or at a page break.",
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day and | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day and put back | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of complaints about bins dealt with | 40% | 45% | 50% | 55%
        CLN003: % of parks of grade A | 90% | 92% | 93% | 94%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        end = cut_off(indicator.measure)
        if end:
            yield Hit(f"the measure breaks off after '{end}'", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
