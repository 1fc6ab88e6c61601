"""PP302: what a spreadsheet prints where its formula failed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP302",
    name="spreadsheet-error",
    severity="error",
    summary="a spreadsheet's error stands in place of a text or value",
    why="The figure was lost when the table was copied from a workbook; what it was, the plan does not say.",
    bad="CLN001: % of streets free of litter | 87% | 88% | #REF! | 90%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter (issue #4) | 87% | 88% | 89% | n/a",
)

_ERROR = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)(?!\w)|(?<!\w)#{4,}(?!\w)", re.IGNORECASE)


def find(scope: Scope) -> Iterator[Hit]:
    for quote in scope.texts():
        m = _ERROR.search(quote.text)
        if m:
            yield Hit(f"a spreadsheet's error, {m[0]}, stands in place of a figure", (quote,), quote.field)


def is_spreadsheet_error(text: str) -> bool:
    """Whether a value is nothing but such an error."""
    return _ERROR.fullmatch(text.strip()) is not None


__all__ = ["RULE", "find", "is_spreadsheet_error"]
