"""A diff as one HTML file without network: numbers that filter, keys, print on A4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from planparse.model.change import KINDS, LEVELS, Change, Confirmation, Kind, PlanDiff, RecordKind, RecordRef
from planparse.writers.diff_view import Line, Places, RecordView, Section, kind_words, sections

_PLURAL: dict[RecordKind, str] = {
    "plan": "Plan",
    "indicator": "Indicators",
    "milestone": "Milestones",
    "objective": "Objectives",
    "statement": "Statements",
}
_HEAD = (
    '<thead><tr><th scope="col">Code</th><th scope="col">Measure or text</th><th scope="col">What changed</th>'
    '<th scope="col">Was</th><th scope="col">Now</th></tr></thead>'
)


def to_html(diff: PlanDiff, *, places: Places | None = None) -> str:
    """The whole page. All changes of ``diff`` are in it; cosmetic ones are folded away until asked for."""
    from importlib.resources import files
    from string import Template

    template = files("planparse.writers").joinpath("templates/diff.html").read_text("utf-8")
    told = sections(diff)
    stubs = _stubs(diff)
    return Template(template).substitute(
        title=escape(f"Changes: {diff.previous.title or 'previous draft'} to {diff.current.title or 'current draft'}"),
        heading=_heading(diff.previous.title or "previous draft", diff.current.title or "current draft"),
        sentence=escape(diff.summary.sentence),
        filters="".join(_filters(diff)),
        levels="".join(_levels(diff.changes)),
        confirm="".join(_confirm(diff.confirm)),
        sections="".join(_section(s, stubs, places or Places()) for s in told + _only_stubs(diff, told, stubs)),
    )


def _heading(previous: str, current: str) -> str:
    return escape(current) if previous == current else f"{_del(previous)} {_ins(current)}"


def _filters(diff: PlanDiff) -> Iterator[str]:
    """A row of buttons for each kind of record: the number of changes of a kind, which shows only those."""
    for record, name in _PLURAL.items():
        kinds = Counter(c.kind for c in diff.changes if c.record == record)
        if not kinds:
            continue
        tally = diff.summary.records.get(record)
        size = ""
        if tally:
            size = f" {tally.current}" if tally.previous == tally.current else f" {tally.previous} → {tally.current}"
        buttons = "".join(_filter(record, kind, kinds[kind]) for kind in KINDS if kinds[kind])
        yield f'<div class="row"><span class="what">{name}{size}</span>{buttons}</div>\n'


def _filter(record: RecordKind, kind: Kind, n: int) -> str:
    words = kind.replace("_", " ") if kind != "added" else "new"
    return (
        f'<button type="button" class="filter {KINDS[kind]}" data-record="{record}" data-kind="{kind}" '
        f'aria-pressed="false"><b>{n}</b> {words}</button>'
    )


def _levels(changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(c.level for c in changes)
    for key, level in enumerate(LEVELS, 1):
        on = "false" if level == "cosmetic" and len(counts) > 1 else "true"
        yield (
            f'<button type="button" class="level {level}" data-level="{level}" aria-pressed="{on}" '
            f'title="key {key}"><b>{counts[level]}</b> {level}</button>'
        )


def _confirm(confirm: Sequence[Confirmation]) -> Iterator[str]:
    if not confirm:
        return
    yield '<section class="confirm" id="confirm"><h2>Please confirm</h2><table><thead><tr>'
    yield '<th scope="col">Doubt</th><th scope="col">Was</th><th scope="col">Now</th><th scope="col">To settle it</th>'
    yield "</tr></thead><tbody>"
    for c in confirm:
        doubt = "the same record?" if c.doubt == "unsure" else "removed and new: a replacement?"
        yield (
            f'<tr><td><span class="mark">?</span> {doubt}<br><span class="where">likeness {c.score:g}</span></td>'
            f"<td>{_link(c.previous, gone=True)}</td><td>{_link(c.current, gone=False)}</td>"
            f"<td><code>--pair {escape(c.pair)}</code></td></tr>"
        )
    yield "</tbody></table></section>\n"


def _link(ref: RecordRef, *, gone: bool) -> str:
    words = escape(" ".join(w for w in (ref.printed_code, ref.text) if w))
    return words if gone else f'<a href="#{escape(ref.id)}">{words}</a>'


def _section(section: Section, stubs: dict[str, list[Change]], places: Places) -> str:
    line = section.objective
    counts = f'<span class="count" data-total="{sum(len(r.lines) for r in section.records)}"></span>'
    body = "".join(_record(view, places) for view in section.records)
    left = stubs.get((line.previous if line else None) or "", [])
    body += "".join(_stub(change) for change in left)
    code = f'<span class="code">{escape(line.code)}</span> ' if line and line.code else ""
    title = escape((line.title or line.current or line.previous or "") if line else section.heading)
    return f'<section class="objective"><h2>{code}{title}{counts}</h2>\n<table>{_HEAD}{body}</table></section>\n'


def _record(view: RecordView, places: Places) -> str:
    """One record: a table body with a row for each change, its code and text on the first."""
    anchor = view.current.id if view.current else f"was-{view.previous.id}" if view.previous else "plan"
    anchor = f"all-{view.record}s" if anchor == "plan" != view.record else anchor
    rows = []
    where = " → ".join(dict.fromkeys(p for p in places.of(view.previous, view.current) if p))
    name = escape(view.name) if view.name != view.record else f'<span class="where">{view.record}</span>'
    text = {"objective": "this objective", "plan": "this plan"}.get(view.record) or escape(view.text)
    if where:
        text += f'<br><span class="where">{escape(where)}</span>'
    match = view.lines[0].change.match
    if match is not None and match.status == "check":
        text += '<br><a class="where" href="#confirm"><span class="mark">?</span> pairing to confirm</a>'
    for line in view.lines:
        change = line.change
        remark = f'<br><span class="where">{escape(line.remark)}</span>' if line.remark else ""
        rows.append(
            f'<tr data-kind="{change.kind}" data-level="{change.level}" data-record="{change.record}">'
            f'<td class="code"><span class="who">{name}</span></td><td class="text"><div class="who">{text}</div></td>'
            f'<td><span class="mark">{_MARKS[change.level]}</span> {_what(line)}{remark}</td>'
            f"<td>{_was(line)}</td><td>{_now(line)}</td></tr>"
        )
    return f'<tbody class="record" id="{escape(anchor)}" tabindex="-1">{"".join(rows)}</tbody>\n'


_MARKS = {"substantive": "!", "editorial": "~", "cosmetic": "·"}


def _what(line: Line) -> str:
    change = line.change
    words = escape(kind_words(change))
    if change.kind == "moved" and change.previous:
        words = f'<a href="#from-{escape(change.previous.id)}">{words}</a>'
    return words + (f'<br><span class="label">{escape(line.label)}</span>' if line.label else "")


def _was(line: Line) -> str:
    if line.change.words:
        return _marked(line.change.words, "-")
    return _del(line.was) if line.was else ""


def _now(line: Line) -> str:
    if line.change.words:
        return _marked(line.change.words, "+")
    return _ins(line.now) if line.now else ""


def _del(text: str) -> str:
    return f'<del><span class="said">was </span><span class="t">{escape(text)}</span></del>'


def _ins(text: str) -> str:
    return f'<ins><span class="said">now </span><span class="t">{escape(text)}</span></ins>'


def _marked(words: Sequence[tuple[str, str]], op: str) -> str:
    wrap = _del if op == "-" else _ins
    return "".join(escape(text) if kind == "=" else wrap(text) for kind, text in words if kind in ("=", op))


def _stubs(diff: PlanDiff) -> dict[str, list[Change]]:
    """The moved records by the objective that they left."""
    out: dict[str, list[Change]] = {}
    for change in diff.changes:
        if change.kind == "moved" and change.previous and change.current:
            out.setdefault(change.previous.objective or "", []).append(change)
    return out


def _only_stubs(diff: PlanDiff, told: list[Section], stubs: dict[str, list[Change]]) -> list[Section]:
    """Objectives in which nothing changed but that a record left."""
    shown = {s.objective.previous for s in told if s.objective}
    lines = [line for line in diff.summary.objectives if line.previous in stubs and line.previous not in shown]
    return [Section(line, ()) for line in lines]


def _stub(change: Change) -> str:
    old, new = change.previous, change.current
    assert old is not None
    assert new is not None
    return (
        f'<tbody class="stub" id="from-{escape(old.id)}"><tr data-kind="moved" data-level="editorial" '
        f'data-record="{change.record}"><td class="code">{escape(old.printed_code or "")}</td>'
        f'<td class="text">{escape(old.text or "")}</td><td colspan="3">moved to '
        f'<a href="#{escape(new.id)}">{escape(new.objective or "")}</a></td></tr></tbody>\n'
    )
