"""PP303: a unit too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, value_groups
from planparse.model.finding import Rule

RULE = Rule(
    code="PP303",
    name="unit-doubled",
    severity="warning",
    summary="a value carries its unit twice, or two units at once",
    why=(
        "The number is read all the same, but a slip beside the number makes one in it likely: '16% %' may "
        "have lost a digit."
    ),
    bad="CLN001: % of streets free of litter | 87% | 88% | 89% % | 90%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | 87% (2015) | 88% | 89%* | 90%",
)

_DOUBLED = re.compile(
    r"%\s*%|[£$€]\s*[£$€]|^[£$€][\d.,\s]*%$|%\s*(?:per ?cent|percent)\b|\b(days?|weeks?|hours?)\s+\1\b", re.IGNORECASE
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        for field, values in value_groups(indicator):
            for n, value in enumerate(values):
                if value.status in ("number", "unparsed") and _DOUBLED.search(value.text.strip()):
                    quotes = (scope.measure(indicator), scope.quote(indicator.id, f"{field}/{n}", value.text))
                    when = value.period or value.label
                    yield Hit(f"'{value.text}' ({when}) has a unit too many", quotes, f"{field} {when}")


__all__ = ["RULE", "find"]
