"""PP101: one code for two measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, bare
from planparse.model.finding import Rule
from planparse.model.plan import Indicator, Objective

RULE = Rule(
    code="PP101",
    name="code-used-twice",
    severity="error",
    summary="the same code stands at two different measures or objectives",
    why=(
        "People ask for the reasons of a red light by code, and next year's report is joined to this plan by code. "
        "A code that two measures share points to neither. An indicator that is listed again under another objective "
        "with the same words and the same figures is one indicator and no fault."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN002: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        objective: CLN01: Keep the streets clean
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of bins emptied on the day | 90% | 92% | 93% | 94%
        objective: CLN02: Make parks pleasant to be in
        CLN003: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN002: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
)

_SUB = re.compile(r"\(?[a-z0-9]{1,2}\s*[).]")


def find(scope: Scope) -> Iterator[Hit]:
    indicators: dict[str, list[Indicator]] = {}
    for indicator in scope.plan.indicators:
        if indicator.code:
            indicators.setdefault(bare(indicator.code).replace(" ", ""), []).append(indicator)
    for group in indicators.values():
        if len(group) > 1 and not _listed_again(group, scope) and not _sub_measures(group):
            quotes = tuple(scope.measure(i) for i in group)
            yield Hit(f"{group[0].code} stands {_times(len(group))}: at {_kinds(group)}", quotes)
    objectives: dict[str, list[Objective]] = {}
    for objective in scope.plan.objectives:
        if objective.code:
            objectives.setdefault(bare(objective.code).replace(" ", ""), []).append(objective)
    for same in objectives.values():
        if len({bare(o.title or "") for o in same}) > 1:
            quotes = tuple(scope.quote(o.id, "title", f"{o.printed_code}: {o.title or ''}") for o in same)
            yield Hit(f"{same[0].code} stands {_times(len(same))}: at different objectives", quotes)


def _listed_again(group: list[Indicator], scope: Scope) -> bool:
    """The same words and figures under different objectives or bands."""
    first = group[0]
    figures = {tuple(v.text for v in (*i.actuals, *i.targets)) for i in group}
    spots = {(scope.objective_of[i.id].id, i.group) for i in group}
    return len(spots) == len(group) and len(figures) == 1 and all(bare(i.measure) == bare(first.measure) for i in group)


def _sub_measures(group: list[Indicator]) -> bool:
    """The rows a), b) ... of one measure, which share its code."""
    marks = [m[0] for m in (_SUB.match(i.measure) for i in group) if m]
    return len(set(marks)) == len(group) >= 2 or (
        len(marks) == len(group) - 1 == len(set(marks)) and not _SUB.match(group[0].measure)
    )


def _times(n: int) -> str:
    return "twice" if n == 2 else f"{n} times"


def _kinds(group: list[Indicator]) -> str:
    if len({bare(i.measure) for i in group}) == len(group):
        return "different measures"
    return "the same measure with other figures or in the same list"


__all__ = ["RULE", "find"]
