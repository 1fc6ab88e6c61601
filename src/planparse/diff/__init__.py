"""Plan x Plan -> changes: which record is which, and what changed."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.diff.compare import compare
from planparse.diff.confirm import to_confirm
from planparse.diff.matching import match_records
from planparse.diff.summary import summarise
from planparse.model.change import Draft, PlanDiff
from planparse.model.plan import Plan

__all__ = ["diff"]


def diff(previous: Plan, current: Plan, *, pairs: Iterable[tuple[str, str]] = ()) -> PlanDiff:
    """What changed from ``previous`` to ``current``.

    ``pairs`` settles which record is which: (id or code in ``previous``, id or
    code in ``current``); an empty name says that the other record has no
    counterpart. Raises ``UsageError`` where a name fits no record, or several.

    >>> diff(Plan.empty(), Plan.empty()).changes
    ()
    """
    matched = match_records(previous, current, pairs)
    changes = compare(previous, current, matched)
    return PlanDiff(
        previous=_draft(previous),
        current=_draft(current),
        summary=summarise(changes, matched),
        changes=changes,
        confirm=to_confirm(previous, current, matched),
    )


def _draft(plan: Plan) -> Draft:
    return Draft(title=plan.title, period=plan.period.label if plan.period else None)
