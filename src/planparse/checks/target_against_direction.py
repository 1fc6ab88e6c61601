"""PP405: targets that go the wrong way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import year_targets
from planparse.model.finding import Rule

RULE = Rule(
    code="PP405",
    name="target-against-direction",
    severity="warning",
    summary="targets rise though the measure says reduce, or fall though it says increase",
    why=(
        "Either the numbers or the stated direction is wrong, and every traffic light will be wrong with it. "
        "Only a direction "
        "that the plan itself states counts: the first words of the measure, or a column for good performance."
    ),
    bad="CLN001: Reduce the number of fly-tips | 210 | 200 | 205 | 215",
    good="CLN001: Reduce the number of fly-tips | 210 | 200 | 195 | 190",
    near_miss="CLN001: Number of fly-tips reported by residents | 210 | 220 | 225 | 230",
)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if indicator.direction not in ("increase", "decrease"):
            continue
        sign = 1 if indicator.direction == "increase" else -1
        targets = year_targets(indicator)
        wrong = [(a, b) for a, b in pairwise(targets) if (b.number - a.number) * sign < 0]
        if wrong:
            ends = wrong[0]
            moves = "falls" if sign > 0 else "rises"
            message = (
                f"the plan says {indicator.direction}, but the target {moves} from {ends[0].value.text} "
                f"({ends[0].when}) "
                f"to {ends[1].value.text} ({ends[1].when})"
            )
            quotes = (scope.quote(indicator.id, f"targets/{p.index}", p.value.text) for p in ends)
            yield Hit(message, (scope.measure(indicator), *quotes))


__all__ = ["RULE", "find"]
