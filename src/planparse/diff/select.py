"""The part of a diff that a reader asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

from planparse.errors import UsageError
from planparse.model.change import KINDS, Change, Kind, Level, ObjectiveLine, PlanDiff, RecordRef


def select(
    diff: PlanDiff,
    *,
    level: Level = "cosmetic",
    kinds: Collection[Kind] = (),
    objectives: Sequence[str] = (),
) -> PlanDiff:
    """The changes at ``level`` and above, of these kinds, in these objectives (all where none is named).

    The summary still speaks of the whole comparison. Raises ``UsageError`` for an objective that neither side has.
    """
    names = _names(diff.summary.objectives, objectives)

    def inside(*refs: RecordRef | None) -> bool:
        return not objectives or any(ref is not None and ref.objective in names for ref in refs)

    def wanted(change: Change) -> bool:
        return (not kinds or change.kind in kinds) and inside(change.previous, change.current)

    return diff.model_copy(
        update={
            "changes": tuple(change for change in diff.at(level) if wanted(change)),
            "confirm": tuple(c for c in diff.confirm if inside(c.previous, c.current)),
        }
    )


def parse_kinds(text: str) -> tuple[Kind, ...]:
    """Kinds of a comma-separated list; ``target`` stands for all of ``target_changed``, ``target_set`` ...

    >>> parse_kinds("added, note-changed")
    ('added', 'note_changed')
    """
    out: list[Kind] = []
    for word in filter(None, re.split(r"[,\s]+", text.lower())):
        name = word.replace("-", "_")
        found = [kind for kind in KINDS if kind == name or kind.startswith(name + "_")]
        if not found:
            near = get_close_matches(name, KINDS, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; the kinds are {', '.join(KINDS)}"
            raise UsageError(f"unknown kind of change {word}{hint}")
        out += found
    return tuple(dict.fromkeys(out))


def _names(lines: Iterable[ObjectiveLine], wanted: Sequence[str]) -> set[str]:
    """What the changes call these objectives, on both sides. A code or the beginning of a title names one."""
    known = list(lines)
    out: set[str] = set()
    for word in wanted:
        key = _squeezed(word)
        found = [line for line in known if key in {_squeezed(x) for x in (line.previous, line.current, line.code) if x}]
        found = found or [line for line in known if key and _squeezed(line.title or "").startswith(key)]
        if not found:
            names = ", ".join(dict.fromkeys(line.current or line.previous or "" for line in known)) or "none"
            raise UsageError(f"no objective {word} in either draft; there are: {names}")
        out |= {name for line in found for name in (line.previous, line.current) if name}
    return out


def _squeezed(name: str) -> str:
    return re.sub(r"[\s:.]+", "", name).casefold()
