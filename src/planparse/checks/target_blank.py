"""PP401: a blank beside targets."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP401",
    name="target-blank",
    severity="warning",
    summary="a target is blank while other years of the same row are filled",
    why=(
        "A blank is not 'tbc': nobody said that a target will come. Either it was forgotten, or the row slipped. "
        "Quarters that are still to come may be blank."
    ),
    bad="CLN001: % of streets free of litter | 87% | 88% |  | 90%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | 87% | 88% | tbc | n/a",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        yearly = [(n, v) for n, v in enumerate(indicator.targets) if " Q" not in (v.period or "")]
        blank = [(n, v) for n, v in yearly if not v.text]
        if blank and len(blank) < len(yearly):
            quotes = (scope.measure(indicator), *(scope.quote(indicator.id, f"targets/{n}", "") for n, _ in blank))
            years = ", ".join(v.period or v.label for _, v in blank)
            yield Hit(f"target of {years} is blank", quotes)


__all__ = ["RULE", "find"]
