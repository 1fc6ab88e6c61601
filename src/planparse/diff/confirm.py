"""The pairings that a person should look at."""

from __future__ import annotations

from planparse.diff.align import Alignment, Pairing
from planparse.diff.entries import R, reference
from planparse.diff.matching import Matched
from planparse.model.change import Confirmation, Doubt, RecordKind
from planparse.model.plan import Plan


def to_confirm(previous: Plan, current: Plan, matched: Matched) -> tuple[Confirmation, ...]:
    """Unsure pairings and possible replacements, kind by kind in document order."""
    m = matched
    return (
        *_doubts(previous, current, m.objectives, "objective"),
        *_doubts(previous, current, m.developments, "statement"),
        *_doubts(previous, current, m.issues, "statement"),
        *_doubts(previous, current, m.milestones, "milestone"),
        *_doubts(previous, current, m.indicators, "indicator"),
    )


def _doubts(previous: Plan, current: Plan, a: Alignment[R], record: RecordKind) -> list[Confirmation]:
    def confirmation(pair: Pairing[R], doubt: Doubt) -> Confirmation:
        p, c = pair.previous, pair.current
        return Confirmation(
            doubt=doubt,
            record=record,
            previous=reference(p, previous.objectives[p.objective]),
            current=reference(c, current.objectives[c.objective]),
            score=pair.match.score,
            runner_up=pair.runner_up,
            pair=f"{p.record.id}={c.record.id}",
        )

    unsure = [confirmation(pair, "unsure") for pair in a.pairs if pair.match.status == "check"]
    return [*unsure, *(confirmation(pair, "possible_replacement") for pair in a.hints)]
