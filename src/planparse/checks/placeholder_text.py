"""PP703: text that was to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP703",
    name="placeholder-text",
    severity="warning",
    summary="a placeholder such as 'xxx' or 'insert here' was left in",
    why="A gap that was to be filled before the plan goes out. 'tbc' in place of a target is told by rules of its own.",
    bad="milestone: a. Review the cleaning contract with xxx and report",
    good="milestone: a. Review the cleaning contract with the wardens and report",
    near_miss="milestone: a. Insert new lamps here and in Appendix XX, and write name plates for benches",
)

_PLACEHOLDER = re.compile(
    r"(?<!\w)[xX]{3,}(?!\w)|(?<!\w)(?:£|\$)[xX]{1,}(?!\w)|(?<!\w)[xX]{1,3}\s?%|(?<!\w)[xX]{2}[/.-][xX]{2}(?:[/.-][xX]{2,4})?(?!\w)"
    r"|\b(?:insert|enter|add|type)\s+(?:your\s+)?(?:text|name|date|figure|number|details|target|title|description|narrative|here)\b(?:\s+here)?(?=\W*$|\s*[\])>])"
    r"|[\[<(]\s*(?:insert|enter|add|tbc by|name of|date|to be (?:added|inserted|completed))\b[^\])>]{0,60}[\])>]"
    r"|\blorem ipsum\b|\bclick (?:here )?to (?:enter|add) text\b|\?{3,}|_{4,}|\.{6,}|…{3,}"
    r"|\bto be (?:inserted|written|drafted)(?=\W*$)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?i:appendix|annex|chapter|part|table|section|schedule|volume|page)\s+\S*$")


def find(scope: Scope) -> Iterator[Hit]:
    for quote in scope.texts():
        for m in _PLACEHOLDER.finditer(quote.text):
            if m[0].isupper() and m[0].isalpha() and _ROMAN.search(quote.text[: m.start()] + m[0]):
                continue
            yield Hit(f"'{m[0]}' is a placeholder that was left in", (quote,), quote.field)
            break


__all__ = ["RULE", "find"]
