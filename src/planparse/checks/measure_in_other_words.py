"""PP202: a measure that repeats another one with other words."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, bare
from planparse.model.finding import Rule
from planparse.model.plan import Indicator

RULE = Rule(
    code="PP202",
    name="measure-in-other-words",
    severity="note",
    summary="two measures differ only in their order of words or in words that say nothing",
    why=(
        "Such a pair is often an old and a new wording of one indicator, both left in. Words that tell two "
        "measures apart "
        "(another age, another stage, a place in brackets) are never passed over."
    ),
    bad="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of household bins emptied on the planned day | 40% | 45% | 50% | 55%
        CLN003: The percentage of household bins that were emptied on the day planned | 90% | 92% | 93% | 94%
    """,
    good="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of household bins emptied on the planned day | 40% | 45% | 50% | 55%
        CLN003: % of parks with a green flag | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of household bins emptied on the planned day | 40% | 45% | 50% | 55%
        CLN003: % of garden bins emptied on the planned day | 90% | 92% | 93% | 94%
    """,
)

_PASSED_OVER = """
% a all an and any are as at be been being by each for from had has have is in it its not of on or our overall per
percent percentage proportion share number rate level total that the their them these this those to was were which
who will with within across during new average
"""
_EMPTY = frozenset(_PASSED_OVER.split())
_TELLING = "not within average rate number proportion share % percentage percent new level total"
_OPPOSED = frozenset(_TELLING.split())
"""Words that are passed over in the key, and yet tell two measures apart where only one has them."""
_SAME = {"percentage": "%", "percent": "%", "proportion": "%", "share": "%"}


def find(scope: Scope) -> Iterator[Hit]:
    groups: dict[tuple[tuple[str, ...], frozenset[str]], list[Indicator]] = {}
    for indicator in scope.plan.indicators:
        words = bare(indicator.measure).split()
        telling = tuple(sorted(_stem(w) for w in words if w not in _EMPTY))
        if len(telling) >= 4:
            kind = frozenset(_SAME.get(w, w) for w in words if w in _OPPOSED)
            groups.setdefault((telling, kind), []).append(indicator)
    for group in groups.values():
        distinct = list({bare(i.measure): i for i in reversed(group)}.values())[::-1]
        if len(distinct) > 1:
            quotes = tuple(scope.measure(i) for i in distinct)
            yield Hit("these measures say the same with other words", quotes)


def _stem(word: str) -> str:
    """Without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


__all__ = ["RULE", "find"]
