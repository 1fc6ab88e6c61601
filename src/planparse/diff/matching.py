"""All kinds of records of two plans paired. Objectives come first: the others stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planparse.diff.align import INDICATOR, MILESTONE, OBJECTIVE, STATEMENT, Alignment, align
from planparse.diff.entries import Home, Statement, indicators, milestones, objectives, statements
from planparse.diff.given import given_pairs
from planparse.diff.splits import foreseen, with_splits
from planparse.model.plan import Indicator, Milestone, Objective, Plan


@dataclass(frozen=True, slots=True)
class Matched:
    objectives: Alignment[Objective]
    developments: Alignment[Statement]
    issues: Alignment[Statement]
    milestones: Alignment[Milestone]
    indicators: Alignment[Indicator]


def match_records(previous: Plan, current: Plan, pairs: Iterable[tuple[str, str]] = ()) -> Matched:
    """Which record is which. Raises ``UsageError`` where a given pair names no record, or several."""
    given = given_pairs(previous, current, pairs)
    top = align(objectives(previous), objectives(current), OBJECTIVE, given["objective"])
    old: list[Home] = [("previous", at) for at in range(len(previous.objectives))]
    new: list[Home] = [("current", at) for at in range(len(current.objectives))]
    for pair in top.pairs:
        old[pair.previous.position] = new[pair.current.position] = ("both", pair.current.position)

    before, after = indicators(previous, old), indicators(current, new)
    measures = align(before, after, INDICATOR, foreseen(before, after, given["indicator"]))
    return Matched(
        objectives=top,
        developments=align(
            statements(previous, old, "key_development"),
            statements(current, new, "key_development"),
            STATEMENT,
            given["key_development"],
        ),
        issues=align(
            statements(previous, old, "emerging_issue"),
            statements(current, new, "emerging_issue"),
            STATEMENT,
            given["emerging_issue"],
        ),
        milestones=align(milestones(previous, old), milestones(current, new), MILESTONE, given["milestone"]),
        indicators=with_splits(measures, given["indicator"]),
    )
