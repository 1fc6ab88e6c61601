"""PP204: "New Indicator" left in the words of a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP204",
    name="new-indicator-remark",
    severity="note",
    summary="a remark such as 'New Indicator' is part of the measure",
    why=(
        "The remark is true for one year. Left in the measure, it changes its words next year and gets in "
        "the way of comparing."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: New Indicator - % of bins emptied on the day | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: New indicator boards at bus stops in working order | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
)

_WHAT = r"(?:proposed\s+)?(?:new|revised|amended|replacement)\s+(?:performance\s+)?(?:indicator|measure|pi|kpi|target)"
_REMARK = re.compile(
    rf"^\W*(?P<front>{_WHAT})\s*[-–—:;)\]]|[(\[](?P<inside>{_WHAT}|new)[^)\]]{{0,20}}[)\]]|[-–—:;*]\s*(?P<behind>{_WHAT})\W*$",
    re.IGNORECASE,
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        m = _REMARK.search(indicator.measure)
        if m:
            remark = m["front"] or m["inside"] or m["behind"]
            yield Hit(f"the remark '{remark}' is part of the measure", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
