"""PP201: the same words under two codes."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, bare
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP201",
    name="measure-under-two-codes",
    severity="warning",
    summary="the same measure, word for word, stands under two codes",
    why=(
        "One of the two is a copy that was never reworded, or the indicator is counted twice. Sets of "
        "different departments "
        "may share a measure ('invoices paid on time'), so both have to stand under one objective or belong to one set."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the planned day | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the planned day | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the planned day | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the planned day (town) | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the planned day (villages) | 90% | 92% | 93% | 94%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    groups: dict[tuple[str, str], list[Indicator]] = {}
    for indicator in scope.plan.indicators:
        words = bare(indicator.measure)
        if len(words.split()) >= 4:
            groups.setdefault((words, indicator.scheme or scope.objective_of[indicator.id].id), []).append(indicator)
    for group in groups.values():
        bands = {(i.group, scope.objective_of[i.id].id) for i in group}
        codes = [c for c in dict.fromkeys(i.code for i in group) if c]
        if len(codes) > 1 and (len(bands) < len(group) or _same_family(group)):
            quotes = tuple(scope.measure(i) for i in group)
            yield Hit(f"{_listed(codes)} measure the same, word for word", quotes)


def _same_family(group: list[Indicator]) -> bool:
    return group[0].scheme is not None and all(i.group is None for i in group)


def _listed(codes: list[str]) -> str:
    return f"{', '.join(codes[:-1])} and {codes[-1]}"


__all__ = ["RULE", "find"]
