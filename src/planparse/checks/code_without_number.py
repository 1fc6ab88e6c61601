"""PP104: the letters of a code without its number."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP104",
    name="code-without-number",
    severity="warning",
    summary="a measure carries the letters of a set of codes, but no number",
    why="The letters alone name a whole set of indicators, not this one; it cannot be followed from report to report.",
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        LAA Percentage of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        LAA 07: Percentage of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: CCTV cameras in working order | 90% | 92% | 93% | 94%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if indicator.printed_code and indicator.code is None:
            yield Hit(f"code {indicator.printed_code} has no number", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
