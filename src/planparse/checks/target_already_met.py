"""PP408: the latest result is better than every target."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import latest, stated_or_shown, year_targets
from planparse.model.finding import Rule

RULE = Rule(
    code="PP408",
    name="target-already-met",
    severity="note",
    summary="the latest performance is already better than all the targets",
    why=(
        "Such a target asks for less than was reached. The direction has to be stated, or three targets have "
        "to show it by "
        "going one way; without it nothing is said."
    ),
    bad="CLN001: % of streets free of litter | 95% | 88% | 89% | 90%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | 89% | 88% | 89% | 90%",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        now, targets = latest(indicator), year_targets(indicator)
        direction = stated_or_shown(indicator, targets)
        if now is None or not targets or direction not in ("increase", "decrease"):
            continue
        if now.value.unit != targets[0].value.unit or now.value.period == targets[0].value.period is not None:
            continue
        sign = 1 if direction == "increase" else -1
        best = max(targets, key=lambda p: p.number * sign)
        if now.number * sign > best.number * sign:
            quotes = (
                scope.measure(indicator),
                scope.quote(indicator.id, f"actuals/{now.index}", now.value.text),
                scope.quote(indicator.id, f"targets/{best.index}", best.value.text),
            )
            yield Hit(f"the latest result {now.value.text} is already beyond the best target {best.value.text}", quotes)


__all__ = ["RULE", "find"]
