"""PP505: a letter twice, or out of its order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.refs import Counted, counted_lists
from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP505",
    name="milestones-out-of-order",
    severity="warning",
    summary="the letters or numbers of milestones are repeated or out of order",
    why="Reports speak of 'milestone c'; with two of them, or a list that was shuffled, they speak of the wrong one.",
    bad="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestone: b. Publish the standards
    """,
    good="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestone: c. Publish the standards
    """,
    near_miss="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestones: Key Milestones (17-18)
        milestone: a. Publish the standards
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for objective in scope.plan.objectives:
        for members in counted_lists(objective):
            for before, after in pairwise(members):
                if after.number <= before.number:
                    yield _hit(scope, before, after)


def _hit(scope: Scope, before: Counted, after: Counted) -> Hit:
    one, two = before.milestone, after.milestone
    what = f"{two.ref} stands twice" if one.ref == two.ref else f"{two.ref} stands behind {one.ref}"
    return Hit(f"milestone {what}", (scope.quote(one.id, "text", one.text), scope.quote(two.id, "text", two.text)))


__all__ = ["RULE", "find"]
