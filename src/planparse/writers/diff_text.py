"""A diff as text for a terminal: the sentence first, then each objective with its changed records."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.model.change import Confirmation, PlanDiff
from planparse.writers.diff_view import Line, Places, RecordView, Section, kind_words, printable, sections

_MARKS = {"substantive": "!", "editorial": "~", "cosmetic": "."}
_SHORT = 100
_KIND_WIDTH = 20


class Paint:
    """ANSI colours; marks and words say the same without them."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._on and text else text


_BOLD, _DIM, _GONE, _CAME, _WARN = "1", "2", "31;9", "32;4", "33"


def to_text(diff: PlanDiff, *, places: Places | None = None, colour: bool = False, shown: bool = True) -> str:
    """The changes of ``diff`` for reading. ``places`` adds page and row; ``shown`` says how many are left out."""
    paint = Paint(colour)
    places = places or Places()
    diff = printable(diff)
    lines = [diff.summary.sentence]
    total = diff.summary.substantive + diff.summary.editorial + diff.summary.cosmetic
    if shown and diff.changes and len(diff.changes) < total:
        lines.append(paint(_DIM, f"Shown: {len(diff.changes)} of {total} changes."))
    doubts = sum(c.doubt == "unsure" for c in diff.confirm)
    if doubts:
        lines.append(paint(_WARN, f"To confirm: {doubts} pairing{'s' if doubts > 1 else ''}, listed at the end."))
    for section in sections(diff):
        lines += ["", paint(_BOLD, section.heading)]
        for view in section.records:
            lines += _record(view, section, places, paint)
    lines += _confirm(diff, paint)
    return "\n".join(lines) + "\n"


def _record(view: RecordView, section: Section, places: Places, paint: Paint) -> Iterator[str]:
    if view.previous or view.current:
        whole = view.previous is None or view.current is None
        text = view.text if whole else _shorten(view.text)
        where = " -> ".join(dict.fromkeys(p for p in places.of(view.previous, view.current) if p))
        if view.record == "objective":
            head = "  this objective"
        elif view.name == view.record:
            head = f"  {view.record}: {text}"
        else:
            head = f"  {paint(_BOLD, view.name)}  {text}"
        yield head + (paint(_DIM, f"  [{where}]") if where else "")
    for line in view.lines:
        yield from _line(line, paint)
    match = view.lines[0].change.match
    if match is not None and match.status == "check":
        yield "    " + paint(_WARN, f"? pairing to confirm (likeness {match.score:g}), see the end")


def _shorten(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def _line(line: Line, paint: Paint) -> Iterator[str]:
    change = line.change
    kind = kind_words(change).ljust(_KIND_WIDTH)
    yield f"    {_MARKS[change.level]} {kind} {_told(line, paint)}".rstrip()


def _told(line: Line, paint: Paint) -> str:
    change = line.change
    label = f"{line.label}: " if line.label else ""
    if change.kind in ("added", "removed"):
        return line.now if change.kind == "added" else line.was
    if change.kind == "years_changed":
        gone = [f"-{p}" for p in change.before] if isinstance(change.before, tuple) else []
        came = [f"+{p}" for p in change.after] if isinstance(change.after, tuple) else []
        return label + " ".join([*gone, *came]) + " (only years that both drafts have are compared)"
    if change.kind == "codes_renumbered":
        return f"{change.record}s: {line.now}"
    if change.words:
        return label + "".join(_word(op, text, paint) for op, text in change.words)
    remark = f"  ({line.remark})" if line.remark else ""
    return f"{label}{paint(_GONE, line.was)} -> {paint(_CAME, line.now)}{paint(_DIM, remark)}"


def _word(op: str, text: str, paint: Paint) -> str:
    if op == "=":
        return text
    return paint(_GONE, f"[-{text}-]") if op == "-" else paint(_CAME, f"{{+{text}+}}")


def _confirm(diff: PlanDiff, paint: Paint) -> Iterator[str]:
    unsure = [c for c in diff.confirm if c.doubt == "unsure"]
    alike = [c for c in diff.confirm if c.doubt == "possible_replacement"]
    if unsure:
        yield from ("", paint(_BOLD, "Please confirm these pairings"))
        yield "  (repeat the command with the --pair that is right; --pair PREVIOUS= says that there is no counterpart)"
        for c in unsure:
            yield from _pairing(c, paint)
    if alike:
        yield from ("", paint(_BOLD, "Possible replacements, told as removed and new"))
        for c in alike:
            yield from _pairing(c, paint)


def _pairing(c: Confirmation, paint: Paint) -> Iterator[str]:
    next_best = f", next best {c.runner_up:g}" if c.runner_up else ""
    yield f"  ? --pair {c.pair}  {paint(_DIM, f'(likeness {c.score:g}{next_best})')}"
    yield f"      was {c.previous.printed_code or ''} {c.previous.text or ''}".replace("  ", " ", 1).rstrip()
    yield f"      now {c.current.printed_code or ''} {c.current.text or ''}".replace("  ", " ", 1).rstrip()
