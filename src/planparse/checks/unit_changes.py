"""PP304: 53.0 beside 52%."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Quote, Rule
from planparse.model.plan import Indicator, Value

RULE = Rule(
    code="PP304",
    name="unit-changes",
    severity="warning",
    summary="the unit changes along a row of actuals and targets",
    why=(
        "0.9 beside 90% may be the same or a hundredth of it, and a bare 53 beside 52% may be a count. "
        "A count with and without its noun ('600', '650 places') is the same unit."
    ),
    bad="CLN001: Streets free of litter | 87% | 88.0 | 89% | 90%",
    good="CLN001: Streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: Number of benches put up in parks | 80 | 85 units | 90 | 95",
)

_NOUNS = {None: "", "count": "", "rate": "", "ratio": ""}


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        numbers = [(f"actuals/{n}", v) for n, v in enumerate(indicator.actuals) if v.status == "number"]
        numbers += [(f"targets/{n}", v) for n, v in enumerate(indicator.targets) if v.status == "number"]
        units = Counter(_NOUNS.get(v.unit, v.unit) for _, v in numbers)
        if len(units) > 1:
            yield _changes(scope, indicator, numbers, str(units.most_common()[-1][0]))


def _changes(scope: Scope, indicator: Indicator, numbers: list[tuple[str, Value]], odd: str) -> Hit:
    apart: list[Quote] = []
    texts: dict[str, str] = {}
    for field, value in numbers:
        unit = _NOUNS.get(value.unit, value.unit) or ""
        texts.setdefault(unit, value.text)
        if unit == odd:
            apart.append(scope.quote(indicator.id, field, value.text))
    shown = " beside ".join(f"'{text}'" for text in texts.values())
    return Hit(f"the unit changes along the row: {shown}", (scope.measure(indicator), *apart))


__all__ = ["RULE", "find"]
