"""What ``extract`` says about its work: a summary, the receipt, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.model.document import Note
from planparse.model.plan import Plan
from planparse.model.provenance import describe
from planparse.model.trace import Remark, RepairKind, Trace

_REPAIRS: dict[RepairKind, tuple[str, str]] = {
    "stitched": ("table fragment", "stitched"),
    "rejoined": ("torn row", "rejoined"),
    "realigned": ("shifted row", "realigned"),
    "dropped_header": ("repeated header", "set aside"),
    "markup_removed": ("piece", "of leaked markup removed"),
    "unglued": ("code", "split from the text"),
    "recoded": ("code", "corrected"),
}
MOST = 10
"""Lines of warnings and of doubts that are shown."""


def summary(plan: Plan, trace: Trace) -> str:
    """One line: what was found and what was mended."""
    counts = [(len(o.indicators), len(o.milestones)) for o in plan.objectives]
    found = ", ".join(
        [
            _number(len(counts), "objective"),
            _number(sum(indicators for indicators, _ in counts), "indicator"),
            _number(sum(milestones for _, milestones in counts), "milestone"),
        ]
    )
    kinds = [repair.kind for repair in trace.repairs]
    mended = [
        f"{_number(kinds.count(kind), thing)} {what}" for kind, (thing, what) in _REPAIRS.items() if kind in kinds
    ]
    return "; ".join(filter(None, (found, ", ".join(mended))))


def receipt(trace: Trace) -> str:
    """One line that accounts for the source: every cell and paragraph with text is in exactly one of the classes."""
    count = trace.count()
    classes = [
        f"{count.get('record', 0)} in records",
        f"{count.get('label', 0) + count.get('header', 0)} labels and headers",
        f"{count.get('furniture', 0)} page furniture",
        *([f"{count['hidden']} hidden"] if count.get("hidden") else []),
        f"{count.get('unused', 0)} unused",
    ]
    total = sum(count.values()) - count.get("blank", 0)
    used = total - count.get("unused", 0)
    return f"{used} of {total} source cells accounted for: {', '.join(classes)}"


def warnings(trace: Trace) -> list[str]:
    """What may be lost or is in doubt, one line each: exit code 3."""
    return note_lines([*trace.notes, *trace.remarks], "warning")


def doubts(trace: Trace) -> list[str]:
    """Places that are unsure without loss."""
    return note_lines([*trace.notes, *trace.remarks], "doubt")


def capped(lines: list[str], kind: str) -> list[str]:
    """The first lines, each with its kind in front, and how many more there are."""
    out = [f"{kind}: {line}" for line in lines[:MOST]]
    if len(lines) > MOST:
        out.append(f"{kind}: and {len(lines) - MOST} more; --trace FILE writes them all")
    return out


def note_lines(notes: Iterable[Note | Remark], level: str) -> list[str]:
    """The notes of one level, each once, with the first of their places."""
    lines = (f"{describe(n.places[0])}: {n.message}" if n.places else n.message for n in notes if n.level == level)
    return list(dict.fromkeys(lines))


def _number(n: int, name: str) -> str:
    return f"{n} {name}{'' if n == 1 else 's'}"
