"""PP501: a milestone that stops in mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.checks.sentence import cut_off
from planparse.model.finding import Rule

RULE = Rule(
    code="PP501",
    name="milestone-cut-off",
    severity="warning",
    summary="a milestone breaks off in mid-sentence",
    why=(
        "What is to be done stays open, and nobody can report on it: the end was lost in the draft, or at a page break."
    ),
    bad="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils and
        milestone: c. Publish the standards
    """,
    good="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards with parish councils and wardens
        milestone: c. Publish the standards
    """,
    near_miss="""
        milestone: a. Review the cleaning contract by October 2016
        milestone: b. Agree the standards that new sites are signed up to
        milestone: c. Replace all lamps of type A
    """,
)


def find(scope: Scope) -> Iterator[Hit]:
    for milestone in scope.plan.milestones:
        end = cut_off(milestone.text)
        if end:
            yield Hit(f"the milestone breaks off after '{end}'", (scope.quote(milestone.id, "text", milestone.text),))


__all__ = ["RULE", "find"]
