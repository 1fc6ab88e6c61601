"""PP103: no blank and no colon between a code and its measure."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP103",
    name="code-glued",
    severity="warning",
    summary="a code runs into the text behind it",
    why=(
        "Where a code ends is then a guess: '12% making progress' may be code 12 or twelve per cent. "
        "Only the source as printed shows it, so a plan.json cannot be checked for it."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002% of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002 % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003:% of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for remark in scope.trace.remarks if scope.trace else ():
        if remark.code != "code-glued":
            continue
        for record in remark.records:
            indicator = scope.record(record)
            if isinstance(indicator, Indicator):
                printed = f"{indicator.printed_code}{indicator.measure}"
                quote = scope.quote(record, "measure", printed)
                yield Hit(f"code {indicator.printed_code} is glued to the text", (quote,))


__all__ = ["RULE", "find"]
