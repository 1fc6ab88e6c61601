"""The pairs that the user gave, looked up in both plans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from planparse.diff.align import Given
from planparse.diff.entries import NOWHERE, AnyRecord, Entry, indicators, milestones, objectives, statements
from planparse.errors import UsageError
from planparse.model.plan import Indicator, Objective, Plan

Named = tuple[str, int]
"""A kind of record and the position among the records of this kind."""

Names = dict[str, list[Named]]


def given_pairs(previous: Plan, current: Plan, pairs: Iterable[tuple[str, str]]) -> dict[str, Given]:
    """For each kind of record what is settled. A pair names records by id or code; an empty name: no counterpart.

    Raises ``UsageError`` where a name fits no record or several, or a record is named twice.
    """
    wanted = list(pairs)
    if not wanted:
        return defaultdict(Given)
    old, new = _names(previous), _names(current)
    taken: dict[str, tuple[list[tuple[int, int]], set[int], set[int]]] = defaultdict(lambda: ([], set(), set()))
    seen: set[tuple[str, Named]] = set()
    for before, after in wanted:
        line = f"{before}={after}"
        ps, cs = _look_up(before, old, "previous", line), _look_up(after, new, "current", line)
        p, c = _one_of_a_kind(ps, cs, line)
        for side, named in (("previous", p), ("current", c)):
            if named and (side, named) in seen:
                raise UsageError(
                    f"pair {line}: the record of the {side} draft is named in another pair; keep one of them"
                )
            if named:
                seen.add((side, named))
        kind = (p or c or ("", 0))[0]
        if p and c:
            taken[kind][0].append((p[1], c[1]))
        elif p:
            taken[kind][1].add(p[1])
        elif c:
            taken[kind][2].add(c[1])
    settled: dict[str, Given] = defaultdict(Given)
    for kind, (both, removed, added) in taken.items():
        settled[kind] = Given(tuple(both), frozenset(removed), frozenset(added))
    return settled


def _squeezed(name: str) -> str:
    return re.sub(r"[\s:.]+", "", name).casefold()


def _names(plan: Plan) -> Names:
    """Each id with its record, and each code with the records that have it; an id wins over a code."""
    nowhere = [NOWHERE] * len(plan.objectives)
    kinds: dict[str, list[Entry[AnyRecord]]] = {
        "objective": [*objectives(plan)],
        "indicator": [*indicators(plan, nowhere)],
        "milestone": [*milestones(plan, nowhere)],
        "key_development": [*statements(plan, nowhere, "key_development")],
        "emerging_issue": [*statements(plan, nowhere, "emerging_issue")],
    }
    ids: Names = defaultdict(list)
    codes: Names = defaultdict(list)
    for kind, entries in kinds.items():
        for entry in entries:
            ids[entry.record.id.casefold()].append((kind, entry.position))
            if isinstance(entry.record, Indicator | Objective):
                for code in {_squeezed(c) for c in (entry.record.code, entry.record.printed_code) if c}:
                    codes[code].append((kind, entry.position))
    return {**codes, **ids}


def _look_up(name: str, names: Names, side: str, line: str) -> list[Named]:
    name = name.strip()
    if not name:
        return []
    found = names.get(name.casefold()) or names.get(_squeezed(name))
    if not found:
        raise UsageError(f"pair {line}: no record {name} in the {side} draft; give an id or a code as in plan.json")
    return found


def _one_of_a_kind(ps: list[Named], cs: list[Named], line: str) -> tuple[Named | None, Named | None]:
    """The one record of each side; where a name fits several, the kind of the other side decides."""
    if ps and cs:
        ps, cs = [p for p in ps if p[0] in {c[0] for c in cs}], [c for c in cs if c[0] in {p[0] for p in ps}]
        if not ps:
            raise UsageError(f"pair {line}: the two records are of different kinds")
    if len(ps) > 1 or len(cs) > 1:
        raise UsageError(f"pair {line}: the code stands for several records; give the id as in plan.json")
    if not ps and not cs:
        raise UsageError(f"pair {line}: give PREVIOUS=CURRENT, with one side empty for a record without counterpart")
    return (ps[0] if ps else None), (cs[0] if cs else None)
