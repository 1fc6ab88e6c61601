"""PP306: a percentage without its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP306",
    name="percent-sign-missing",
    severity="note",
    summary="the measure speaks of a percentage, but all its numbers stand bare",
    why=(
        "A bare 53.0 may be 53 per cent, a count, or a rate: a measure that names both a rate and a change "
        "of it leaves open "
        "which one is printed. A column of units, or a % in the head of the columns, says it for all."
    ),
    bad="CLN001: Litter left on streets, % change from 2009 | 53.0 | 51.5 | 50.0 | 48.5",
    good="CLN001: Litter left on streets, % change from 2009 | 53.0% | 51.5% | 50.0% | 48.5%",
    near_miss="CLN001: Litter left on streets, tonnes | 53.0 | 51.5 | 50.0 | 48.5",
)

_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        numbers = [(f"actuals/{n}", v) for n, v in enumerate(indicator.actuals) if v.status == "number"]
        numbers += [(f"targets/{n}", v) for n, v in enumerate(indicator.targets) if v.status == "number"]
        if not numbers or any(v.unit for _, v in numbers) or not _PERCENT.search(indicator.measure):
            continue
        if not _column_says(scope, indicator):
            quotes = (scope.quote(indicator.id, field, v.text) for field, v in numbers)
            yield Hit(
                f"the measure speaks of a percentage, but {numbers[0][1].text} stands bare",
                (scope.measure(indicator), *quotes),
            )


def _column_says(scope: Scope, indicator: Indicator) -> bool:
    """A column of units, or the heads of the columns, carry the sign for all of them."""
    heads = [v.label for v in (*indicator.actuals, *indicator.targets)]
    return scope.has(indicator.id, "unit") or any(_PERCENT.search(h) for h in heads)


__all__ = ["RULE", "find"]
