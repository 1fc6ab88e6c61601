"""PP305: more than all, or less than none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, value_groups
from planparse.model.finding import Rule

RULE = Rule(
    code="PP305",
    name="percent-out-of-range",
    severity="warning",
    summary="a share of something is over 100% or below 0%",
    why=(
        "A share of a whole cannot be more than the whole. A change, or a share of a target or budget, can, "
        "and is passed over."
    ),
    bad="CLN001: % of streets free of litter | 98% | 99% | 101% | 103%",
    good="CLN001: % of streets free of litter | 97% | 98% | 99% | 100%",
    near_miss="CLN001: % change in the number of streets free of litter | 3% | -2% | -3% | -4%",
)

_SHARE = re.compile(r"(?:the\s+)?(?:%|percentage|per cent|proportion)\s+of\b", re.IGNORECASE)
_CAN_EXCEED = re.compile(
    r"\b(?:chang|increas|decreas|reduc|growth|grow|rise|fall|target|budget|profile|plan|expected|baseline|compar|capacity|"
    r"occupancy|average|against|variance|projected|forecast|estimate|rent)\w*",
    re.IGNORECASE,
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if not _SHARE.match(indicator.measure) or _CAN_EXCEED.search(indicator.measure):
            continue
        quotes, worst = [], ""
        for field, values in value_groups(indicator):
            for n, value in enumerate(values):
                if value.unit == "percent" and value.number is not None and not 0 <= value.number <= 100:
                    quotes.append(scope.quote(indicator.id, f"{field}/{n}", value.text))
                    worst = worst or value.text
        if quotes:
            yield Hit(f"a share cannot be {worst}", (scope.measure(indicator), *quotes))


__all__ = ["RULE", "find"]
