"""The comparison in figures and in one sentence, in the words of council minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planparse.diff.align import Alignment
from planparse.diff.entries import R, objective_name
from planparse.diff.matching import Matched
from planparse.diff.spots import Gaps, Homes, Spot, current_spot
from planparse.model.change import KINDS, LEVELS, Change, Kind, ObjectiveLine, RecordKind, Summary, Tally
from planparse.model.plan import Objective

_NAMES: dict[RecordKind, tuple[str, str]] = {
    "objective": ("objective", "objectives"),
    "statement": ("statement", "statements"),
    "milestone": ("milestone", "milestones"),
    "indicator": ("indicator", "indicators"),
}
_ORDER: tuple[RecordKind, ...] = ("indicator", "milestone", "objective", "statement")
_VALUE_WORDS = {
    "target": ("target", "targets"),
    "actual": ("latest figure", "latest figures"),
    "comparator": ("comparator", "comparators"),
}
_WAYS = (("changed", "new value"), ("set", "set"), ("withdrawn", "withdrawn"))
_RECORD_WORDS: dict[Kind, tuple[str, str]] = {
    "moved": ("moved", "moved"),
    "recoded": ("recoded", "recoded"),
    "reworded": ("reworded", "reworded"),
    "retitled": ("retitled", "retitled"),
    "deadline_changed": ("deadline changed", "deadlines changed"),
    "priority_changed": ("priority changed", "priorities changed"),
    "note_changed": ("note changed", "notes changed"),
    "unit_changed": ("unit changed", "units changed"),
    "period_changed": ("period changed", "periods changed"),
    "status_changed": ("status changed", "statuses changed"),
    "detail_changed": ("other detail changed", "other details changed"),
}


def summarise(changes: Sequence[Change], matched: Matched) -> Summary:
    kinds = Counter(change.kind for change in changes)
    levels = Counter(change.level for change in changes)
    m = matched
    records: dict[RecordKind, Tally] = {
        "objective": _tally(m.objectives),
        "statement": _sum(_tally(m.developments), _tally(m.issues)),
        "milestone": _tally(m.milestones),
        "indicator": _tally(m.indicators),
    }
    return Summary(
        sentence=sentence(changes, records),
        substantive=levels["substantive"],
        editorial=levels["editorial"],
        cosmetic=levels["cosmetic"],
        kinds={kind: kinds[kind] for kind in KINDS if kinds[kind]},
        records=records,
        objectives=tuple(_objectives(changes, m.objectives)),
    )


def _objectives(changes: Sequence[Change], a: Alignment[Objective]) -> Iterator[ObjectiveLine]:
    """Each objective with the number of its changes; those that are gone stand where they stood."""
    counts = Counter((c.current is not None, c.side.objective, c.level) for c in changes if c.side)
    gaps = Gaps(a, Homes(a), "objective")
    lines: list[tuple[Spot, Objective | None, Objective | None]]
    lines = [(current_spot(p.current, "objective"), p.previous.record, p.current.record) for p in a.pairs]
    lines += [(current_spot(e, "objective"), None, e.record) for e in a.added]
    lines += [(gaps.spot(e), e.record, None) for e in a.removed]
    for _, old, new in sorted(lines, key=lambda line: line[0]):
        names = (objective_name(old) if old else None, objective_name(new) if new else None)
        n = {level: counts[True, names[1], level] + counts[False, names[0], level] for level in LEVELS}
        known = new or old
        yield ObjectiveLine(
            previous=names[0],
            current=names[1],
            code=known.code if known else None,
            title=known.title if known else None,
            substantive=n["substantive"],
            editorial=n["editorial"],
            cosmetic=n["cosmetic"],
        )


def _tally(a: Alignment[R]) -> Tally:
    split_into, merged_from = sum(len(parts) for _, parts in a.splits), sum(len(parts) for parts, _ in a.merges)
    return Tally(
        previous=len(a.pairs) + len(a.removed) + len(a.splits) + merged_from,
        current=len(a.pairs) + len(a.added) + split_into + len(a.merges),
        paired=len(a.pairs),
        added=len(a.added),
        removed=len(a.removed),
        split=len(a.splits),
        split_into=split_into,
        merged=len(a.merges),
        merged_from=merged_from,
    )


def _sum(a: Tally, b: Tally) -> Tally:
    return Tally(**{name: getattr(a, name) + getattr(b, name) for name in Tally.model_fields})


def sentence(changes: Sequence[Change], records: dict[RecordKind, Tally]) -> str:
    """``Indicators 62 -> 63: 1 new; 5 targets changed (3 new values, 2 withdrawn). Milestones 27: 1 reworded.``"""
    told = [change for change in changes if change.level != "cosmetic"]
    cosmetic = len(changes) - len(told)
    parts = [_about(r, [c for c in told if c.record == r and c.side], records[r]) for r in _ORDER]
    parts = [*(part for part in parts if part), *_about_plan([c for c in told if c.side is None])]
    if not parts:
        parts = ["No change: " + ", ".join(_count(records[r].current, _NAMES[r]) for r in _ORDER if records[r].current)]
        parts = parts if any(records[r].current for r in _ORDER) else ["No change: no records on either side"]
    if cosmetic:
        parts.append(f"{_count(cosmetic, ('cosmetic change', 'cosmetic changes'))} in typography, order or labels")
    return ". ".join(parts) + "."


def _about(record: RecordKind, changes: Sequence[Change], tally: Tally) -> str:
    """One kind of record; empty where nothing of it changed."""
    groups = [", ".join(_records(changes, tally)), *_values(changes)]
    groups = [group for group in groups if group]
    if not groups:
        return ""
    size = str(tally.current) if tally.previous == tally.current else f"{tally.previous} -> {tally.current}"
    return f"{_NAMES[record][1].capitalize()} {size}: " + "; ".join(groups)


def _records(changes: Sequence[Change], tally: Tally) -> list[str]:
    out = [f"{n} {word}" for n, word in ((tally.added, "new"), (tally.removed, "removed")) if n]
    if tally.split:
        out.append(f"{tally.split} split" + (f" in {tally.split_into}" if tally.split == 1 else ""))
    if tally.merged:
        out.append(f"{tally.merged_from} merged into {tally.merged}")
    for kind, words in _RECORD_WORDS.items():
        # Values that share a kind with records (a unit, a note, blank to tbc) are counted with the values.
        n = sum(c.kind == kind and c.field not in _VALUE_WORDS for c in changes)
        if n:
            out.append(_count(n, words))
    return out


def _values(changes: Sequence[Change]) -> list[str]:
    out = []
    for field, words in _VALUE_WORDS.items():
        mine = [c for c in changes if c.field == field and c.kind != "years_changed"]
        if not mine:
            continue
        ways = [(sum(c.kind == f"{field}_{way}" for c in mine), word) for way, word in _WAYS]
        ways.append((sum(c.kind == "unit_changed" for c in mine), "other unit"))
        ways.append((sum(c.kind == "note_changed" for c in mine), "other note"))
        ways.append((sum(c.kind == "status_changed" for c in mine), "blank or tbc"))
        detail = ", ".join(
            f"{n} {word}{'s' if n > 1 and word.endswith(('value', 'unit', 'note')) else ''}" for n, word in ways if n
        )
        out.append(f"{_count(len(mine), words)} changed ({detail})")
    return out


def _about_plan(changes: Sequence[Change]) -> list[str]:
    out = []
    for c in changes:
        if c.kind == "years_changed":
            out.append(f"{_VALUE_WORDS[c.field or 'target'][0].capitalize()} years: {_window(c)}")
        elif c.kind == "codes_renumbered":
            n = len(c.after) if isinstance(c.after, tuple) else 0
            out.append(f"Codes renumbered: {_count(n, _NAMES[c.record])}")
        elif c.field == "title":
            out.append("Plan retitled")
        else:
            out.append(f"Plan {c.field}: {c.before or 'none'} -> {c.after or 'none'}")
    return out


def _window(c: Change) -> str:
    gone = [f"-{p}" for p in c.before] if isinstance(c.before, tuple) else []
    came = [f"+{p}" for p in c.after] if isinstance(c.after, tuple) else []
    return " ".join([*gone, *came])


def _count(n: int, words: tuple[str, str]) -> str:
    return f"{n} {words[0] if n == 1 else words[1]}"
