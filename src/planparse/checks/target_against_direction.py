"""PP405: targets that go the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import against_direction
from planparse.model.finding import Rule

RULE = Rule(
    code="PP405",
    name="target-against-direction",
    severity="warning",
    summary="targets end higher though the measure says reduce, or lower though it says increase",
    why=(
        "Either the numbers or the stated direction is wrong, and every traffic light will be wrong with it. "
        "Only a direction "
        "that the plan itself states counts: the first words of the measure, or a column for good performance. "
        "The last target decides: a year that falls back on the way is a turn (PP406)."
    ),
    bad="CLN001: Reduce the number of fly-tips | 210 | 200 | 205 | 215",
    good="CLN001: Reduce the number of fly-tips | 210 | 200 | 195 | 190",
    near_miss="CLN001: Number of fly-tips reported by residents | 210 | 220 | 225 | 230",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        ends = against_direction(indicator)
        if ends is None:
            continue
        moves = "falls" if indicator.direction == "increase" else "rises"
        (first, last) = ends
        message = (
            f"the plan says {indicator.direction}, but the target {moves} from {first.value.text} ({first.when}) "
            f"to {last.value.text} ({last.when})"
        )
        quotes = (scope.quote(indicator.id, f"targets/{p.index}", p.value.text) for p in ends)
        yield Hit(message, (scope.measure(indicator), *quotes))


__all__ = ["RULE", "find"]
