"""PP102: a code that does not fit its own scheme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, bare, code_parts
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP102",
    name="code-malformed",
    severity="error",
    summary="a code is mistyped: a letter too many or too few, or another width of number than its scheme has",
    why=(
        "A search for the right code does not find the record, and a mistyped code may be taken for one of "
        "another set. "
        "A scheme is what the plan itself shows: letters that carry many codes, their width and their sequence."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLNN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
        CLN004: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        NI 192: % of household waste recycled | 38% | 40% | 41% | 42%
        CLN003: % of gullies cleaned as planned | 70% | 72% | 75% | 78%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    mistyped = set()
    for indicator in scope.plan.indicators:
        code, printed = indicator.code, indicator.printed_code
        if code and printed and not _bare(code).startswith(_bare(printed)):
            mistyped.add(indicator.id)
            yield Hit(
                f"{printed} is not a code of its scheme; {code} is meant, as the sequence says",
                (scope.measure(indicator),),
            )
    rest = [i for i in scope.plan.indicators if i.code and i.id not in mistyped]
    for indicator, usual in _odd_widths(rest):
        yield Hit(
            f"{indicator.code} has another width of number than the other codes of its scheme, such as {usual}",
            (scope.measure(indicator),),
        )


def _bare(code: str) -> str:
    return re.sub(r"\s", "", code)


def _odd_widths(indicators: list[Indicator]) -> Iterator[tuple[Indicator, str]]:
    """Codes that lack or exceed the padding with noughts that nine of ten codes of their prefix show."""
    schemes: dict[str, list[tuple[Indicator, str]]] = {}
    for indicator in indicators:
        parts = code_parts(indicator.code or "")
        if parts:
            schemes.setdefault(bare(parts.prefix), []).append((indicator, parts.digits))
    for members in schemes.values():
        width, count = Counter(len(digits) for _, digits in members).most_common(1)[0]
        padded = [i for i, digits in members if len(digits) == width and digits.startswith("0")]
        if count < 5 or count * 10 < len(members) * 9 or not padded:
            continue
        for indicator, digits in members:
            if len(digits) < width or (len(digits) > width and digits.startswith("0")):
                yield indicator, padded[0].code or ""


__all__ = ["RULE", "find"]
