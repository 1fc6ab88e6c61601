"""PP403: every target still to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP403",
    name="targets-all-tbc",
    severity="note",
    summary="every target of an indicator is still to be confirmed",
    why=(
        "Usual in a first draft; in the plan that is approved it means that nobody can say at the year's end "
        "whether it went well."
    ),
    bad="CLN001: % of streets free of litter | 87% | tbc | tbc | tbc",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | tbc | 88% | tbc | tbc",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if indicator.targets and all(v.status == "tbc" for v in indicator.targets):
            yield Hit("all targets are still to be confirmed", (scope.measure(indicator),))


__all__ = ["RULE", "find"]
