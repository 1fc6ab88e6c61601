"""PP301: a value that is neither a number nor words."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, value_groups
from planparse.checks.spreadsheet_error import is_spreadsheet_error
from planparse.model.finding import Rule

RULE = Rule(
    code="PP301",
    name="value-not-understood",
    severity="warning",
    summary="a value holds digits, but no single number can be taken from it",
    why=(
        "A range, two numbers in one cell, or a slip of the keyboard cannot be compared with a result at the "
        "end of the year. "
        "Words in place of a number are a note, and 'tbc' is a promise; neither is meant here."
    ),
    bad="CLN001: % of streets free of litter | 87% | 88% | 8&9% | 90%",
    good="CLN001: % of streets free of litter | 87% | 88% | 89% | 90%",
    near_miss="CLN001: % of streets free of litter | 87% | 88% | tbc by March | Set when the contract is let",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        for field, values in value_groups(indicator):
            for n, value in enumerate(values):
                if value.status == "unparsed" and not is_spreadsheet_error(value.text):
                    quotes = (scope.measure(indicator), scope.quote(indicator.id, f"{field}/{n}", value.text))
                    when = value.period or value.label
                    yield Hit(f"no number can be taken from '{value.text}' ({when})", quotes, f"{field} {when}")


__all__ = ["RULE", "find"]
