"""PP702: a bracket or a quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP702",
    name="unbalanced-brackets",
    severity="note",
    summary="a bracket or a quotation mark is opened and not closed, or closed and not opened",
    why="Often the first sign that the end of a text is missing, or that two texts ran together.",
    bad="CLN001: % of streets free of litter (town centre | 87% | 88% | 89% | 90%",
    good="CLN001: % of streets free of litter (town centre) | 87% | 88% | 89% | 90%",
    near_miss="milestone: a. Agree a) the standards and b) the 'clean streets' of children's groups with 6\" stickers",
)

_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_LABEL = re.compile(r"(?:^|[\s;,:•])(?:[A-Za-z]{1,2}|[ivxIVX]{1,5}|\d{1,2}|[:;]-?)$")
"""What stands before a closing bracket that is a list's label or a smile."""
_INCHES = re.compile(r"\d\s?[\"”]")


def find(scope: Scope) -> Iterator[Hit]:
    for quote in scope.texts():
        mark = unbalanced(quote.text)
        if mark:
            yield Hit(f"{mark} has no partner", (quote,), quote.field.partition("/")[0] + mark)


def unbalanced(text: str) -> str | None:
    """The first mark without its partner; labels such as ``a)`` and inches are none.

    >>> unbalanced("a) one (two"), unbalanced("1) one (two)"), unbalanced('say "yes" (out of 10) or 6" wide')
    ('(', None, None)
    """
    text = _INCHES.sub(" ", text)
    waiting: list[str] = []
    for n, c in enumerate(text):
        if c in "([{“":
            waiting.append(c)
        elif c in _PAIRS:
            if waiting and waiting[-1] == _PAIRS[c]:
                waiting.pop()
            elif c != ")" or not _LABEL.search(text[max(n - 8, 0) : n]):
                return c
    if waiting:
        return waiting[0]
    return '"' if text.count('"') % 2 else None


__all__ = ["RULE", "find", "unbalanced"]
