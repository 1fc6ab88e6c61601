"""PP410: red though the target is met, green though it is far off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.series import Point, in_order, latest, points
from planparse.model.finding import Rule
from planparse.model.plan import Indicator, Value

RULE = Rule(
    code="PP410",
    name="status-contradicts-figures",
    severity="warning",
    summary="the status or trend says the opposite of the figures beside it",
    why=(
        "A reader trusts the colour. Only a direction that the plan states counts, a green may lie up to a "
        "fifth behind its "
        "target (tolerances and forecasts), and a trend needs two results to be held against."
    ),
    bad="""
        title: DRAFT Business Plan 2016-18 (Places Contribution)
        columns: Ref | Indicator | Polarity | 2015/16 Actual | 2015/16 Target | Status | 2016/17 Target | 2017/18 Target
        CLN 001 | % of streets free of litter | Aim to maximise | 92% | 88% | Red | 93% | 94%
        CLN 002 | % of parks with a green flag | Aim to maximise | 40% | 39% | Green | 43% | 44%
        CLN 003 | % of bins emptied on the day | Aim to maximise | 90% | 89% | Green | 91% | 92%
    """,
    good="""
        title: DRAFT Business Plan 2016-18 (Places Contribution)
        columns: Ref | Indicator | Polarity | 2015/16 Actual | 2015/16 Target | Status | 2016/17 Target | 2017/18 Target
        CLN 001 | % of streets free of litter | Aim to maximise | 92% | 88% | Green | 93% | 94%
        CLN 002 | % of parks with a green flag | Aim to maximise | 40% | 39% | Green | 43% | 44%
        CLN 003 | % of bins emptied on the day | Aim to maximise | 90% | 89% | Green | 91% | 92%
    """,
    near_miss="""
        title: DRAFT Business Plan 2016-18 (Places Contribution)
        columns: Ref | Indicator | Polarity | 2015/16 Actual | 2015/16 Target | Status | 2016/17 Target | 2017/18 Target
        CLN 001 | % of streets free of litter | Aim to minimise | 92% | 88% | Red | 87% | 86%
        CLN 002 | % of parks with a green flag | Aim to maximise | 40% | 42% | Green | 43% | 44%
        CLN 003 | % of bins emptied on the day | Aim to maximise | 90% | 89% | Green | 91% | 92%
    """,
)

_GOOD = re.compile(r"\b(?:green|on target|on track|met|achieved|exceeded|above target)\b", re.IGNORECASE)
_BAD = re.compile(r"\b(?:red|off target|off track|missed|not (?:met|achieved)|below target)\b", re.IGNORECASE)
_BETTER = re.compile(r"\b(?:better|improv\w+)\b", re.IGNORECASE)
_WORSE = re.compile(r"\b(?:worse|worsen\w*|deteriorat\w+|declin\w+)\b", re.IGNORECASE)


def find(scope: Scope) -> Iterator[Hit]:
    for indicator in scope.plan.indicators:
        if indicator.direction not in ("increase", "decrease"):
            continue
        sign = 1 if indicator.direction == "increase" else -1
        yield from _status(scope, indicator, sign)
        yield from _trend(scope, indicator, sign)


def _status(scope: Scope, indicator: Indicator, sign: int) -> Iterator[Hit]:
    word, now = indicator.rag or "", latest(indicator)
    if not word or now is None:
        return
    target = _target_for(now, indicator.targets)
    if target is None or target.number is None or target.unit != now.value.unit:
        return
    ahead = (now.number - target.number) * sign
    far = ahead < 0 and abs(ahead) > abs(target.number) / 5
    bad, good = bool(_BAD.search(word)), bool(_GOOD.search(word))
    if (bad and not good and ahead > 0) or (good and not bad and far):
        so = "better" if ahead > 0 else "worse"
        message = f"the status is '{word}', but {now.value.text} is {so} than the target {target.text}"
        quotes = (
            scope.quote(indicator.id, "rag", word),
            scope.quote(indicator.id, f"actuals/{now.index}", now.value.text),
        )
        yield Hit(message, (scope.measure(indicator), *quotes), "status")


def _target_for(now: Point, targets: tuple[Value, ...]) -> Value | None:
    """The target of the result's own period; the only target where the result has none."""
    same = [v for v in targets if v.period == now.value.period is not None]
    found = same or (list(targets) if len(targets) == 1 and None in (now.value.period, targets[0].period) else [])
    return found[0] if len(found) == 1 and found[0].status == "number" and found[0].qualifier is None else None


def _trend(scope: Scope, indicator: Indicator, sign: int) -> Iterator[Hit]:
    word, results = indicator.trend or "", points(indicator.actuals)
    newest = [i for i in in_order(indicator.actuals) if indicator.actuals[i].text][-2:]
    if not word or [p.index for p in results[-2:]] != newest or len(newest) < 2:
        return
    before, now = results[-2:]
    change = (now.number - before.number) * sign
    if (change < 0 and _BETTER.search(word)) or (change > 0 and _WORSE.search(word)):
        moved = f"{before.value.text} went to {now.value.text}"
        message = f"the trend is '{word}', but {moved} and the plan says {indicator.direction}"
        yield Hit(message, (scope.measure(indicator), scope.quote(indicator.id, "trend", word)), "trend")


__all__ = ["RULE", "find"]
