"""PP506: a letter that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.checks.refs import counted_lists
from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP506",
    name="milestone-letter-skipped",
    severity="note",
    summary="a letter or number is missing in a list of milestones",
    why="A milestone was taken out and the list not lettered anew, or it was lost.",
    bad="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestone: d. Publish the standards
    """,
    good="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestone: c. Publish the standards
    """,
    near_miss="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils
        milestone: c. Publish the standards
        milestone: d. Report to the Board on each of them
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for objective in scope.plan.objectives:
        for members in counted_lists(objective):
            for before, after in pairwise(members):
                if after.number > before.number + 1:
                    one, two = before.milestone, after.milestone
                    quotes = (scope.quote(one.id, "text", one.text), scope.quote(two.id, "text", two.text))
                    yield Hit(f"between milestones {one.ref} and {two.ref} something is missing", quotes)


__all__ = ["RULE", "find"]
