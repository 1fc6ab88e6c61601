"""PP404: a year of the plan without a target column."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule
from planparse.model.periods import bounds
from planparse.model.plan import Indicator, Objective

RULE = Rule(
    code="PP404",
    name="target-year-missing",
    severity="warning",
    summary="a table has no target for a year that the plan covers, while it has targets for other years",
    why=(
        "The plan promises to cover the year. Mostly the table's head was not rolled forward from last year's plan. "
        "A plan that sets targets for its first year only, or for more than five years, does not fire."
    ),
    bad="""
        objective: CLN01: Keep the streets clean
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        years: 2016/17 | 2017/18
        CLN002: % of parks with a green flag | 40% | 45% | 50%
    """,
    good="""
        objective: CLN01: Keep the streets clean
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        objective: CLN02: Make parks pleasant to be in
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
    """,
    near_miss="""
        title: DRAFT Business Plan 2016-18 (Places Contribution)
        objective: CLN01: Keep the streets clean
        years: 2016/17 | 2017/18
        CLN001: % of streets free of litter | 87% | 88% | 89%
        objective: CLN02: Make parks pleasant to be in
        years: 2016/17 | 2017/18
        CLN002: % of parks with a green flag | 40% | 45% | 50%
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    wanted = plan_years(scope)
    if not 2 <= len(wanted) <= 5:
        return
    for objective in scope.plan.objectives:
        missing: dict[tuple[str, ...], list[Indicator]] = {}
        for indicator in objective.indicators:
            have = {v.period for v in indicator.targets}
            if len(have & set(wanted)) >= 2 or (len(have) >= 2 and have & set(wanted)):
                lacking = tuple(y for y in wanted if y not in have)
                if lacking and not _spanned(indicator, lacking):
                    missing.setdefault(lacking, []).append(indicator)
        yield from _hits(scope, objective, missing)


def _hits(scope: Scope, objective: Objective, missing: dict[tuple[str, ...], list[Indicator]]) -> Iterator[Hit]:
    for lacking, indicators in missing.items():
        head = scope.quote(objective.id, "title", objective.title or objective.id)
        more = f" and {len(indicators) - 1} more" if len(indicators) > 1 else ""
        name = indicators[0].printed_code or indicators[0].measure
        message = f"no target column for {', '.join(lacking)} at {name}{more}"
        yield Hit(message, (head, scope.measure(indicators[0])), " ".join(lacking))


def _spanned(indicator: Indicator, lacking: tuple[str, ...]) -> bool:
    """One column of many years covers them."""
    for value in indicator.targets:
        days = bounds(value.period) if value.period else None
        if days and all(days[0] <= (bounds(y) or days)[0] and (bounds(y) or days)[1] <= days[1] for y in lacking):
            return True
    return False


def plan_years(scope: Scope) -> list[str]:
    """The financial years of the plan's period: 2016/17, 2017/18 ...; nothing where they do not begin in April."""
    period = scope.plan.period
    if period is None or period.start[5:] != "04-01" or period.end[5:] != "03-31":
        return []
    return [f"{y}/{(y + 1) % 100:02d}" for y in range(int(period.start[:4]), int(period.end[:4]))]


__all__ = ["RULE", "find", "plan_years"]
