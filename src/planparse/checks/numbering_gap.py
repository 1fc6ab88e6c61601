"""PP106: numbers that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.scope import Hit, Scope, bare, code_parts
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP106",
    name="numbering-gap",
    severity="note",
    summary="numbers are missing in the sequence of codes",
    why=(
        "An indicator may have been dropped on purpose, or lost while the plan was put together; only the "
        "authors know. "
        "It fires for a set of at least five codes that fill most of the numbers between the first and the last."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
        CLN007: % of shelters repaired in a week | 50% | 55% | 60% | 62%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
        CLN005: % of shelters repaired in a week | 50% | 55% | 60% | 62%
    """,
    near_miss="""
        NI 4: % of streets free of litter | 87% | 88% | 89% | 90%
        NI 17: % of parks with a green flag | 40% | 45% | 50% | 55%
        NI 110: % of bins emptied on the day | 90% | 92% | 93% | 94%
        NI 168: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
        NI 192: % of shelters repaired in a week | 50% | 55% | 60% | 62%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    schemes: dict[str, dict[int, Indicator]] = {}
    for indicator in scope.plan.indicators:
        parts = code_parts(indicator.code or "")
        if parts:
            schemes.setdefault(bare(parts.prefix), {}).setdefault(int(parts.digits), indicator)
    for members in schemes.values():
        numbers = sorted(members)
        if len(numbers) < 5 or len(numbers) * 5 < (numbers[-1] - numbers[0] + 1) * 3:
            continue
        for before, after in pairwise(numbers):
            if after - before > 1:
                yield _gap(scope, members[before], members[after], before + 1, after - 1)


def _gap(scope: Scope, before: Indicator, after: Indicator, first: int, last: int) -> Hit:
    quotes = (scope.measure(before), scope.measure(after))
    names = [_like(after.code or "", n) for n in (first, last)]
    if first == last:
        return Hit(f"{names[0]} is not there, between {before.code} and {after.code}", quotes, str(first))
    return Hit(f"{names[0]} to {names[1]} are not there, between {before.code} and {after.code}", quotes, str(first))


def _like(code: str, number: int) -> str:
    """A code of the same form with another number."""
    parts = code_parts(code)
    if parts is None:
        return str(number)
    at = code.index(parts.digits, len(parts.prefix))
    return f"{code[:at]}{number:0{len(parts.digits)}d}"


__all__ = ["RULE", "find"]
