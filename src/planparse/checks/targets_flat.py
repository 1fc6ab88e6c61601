"""PP407: the same target year after year."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import year_targets
from planparse.model.finding import Rule

RULE = Rule(
    code="PP407",
    name="targets-flat",
    severity="note",
    summary="the target stays the same in every year",
    why=(
        "Boards ask why a target does not stretch. A share that is as good as it can be (100% or 0%), and a "
        "measure that is "
        "to be maintained, may stay the same."
    ),
    bad="CLN001: % of streets free of litter | 87% | 88% | 88% | 88%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets inspected each year | 99% | 100% | 100% | 100%",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        targets = year_targets(indicator)
        if len(targets) < 2 or indicator.direction == "maintain" or len({p.number for p in targets}) > 1:
            continue
        best = {0, 100} if targets[0].value.unit == "percent" else {0}
        if targets[0].number not in best:
            message = f"the target stays at {targets[0].value.text} from {targets[0].when} to {targets[-1].when}"
            quotes = (scope.quote(indicator.id, f"targets/{p.index}", p.value.text) for p in targets)
            yield Hit(message, (scope.measure(indicator), *quotes))


__all__ = ["RULE", "find"]
