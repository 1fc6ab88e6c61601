"""One record a line, for ``git diff`` through a textconv driver and for ``grep``.

Each line begins with the kind of the record and its id or its objective's, and names its fields, so that a line
changes only where its record does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planparse.model.plan import Indicator, Milestone, Objective, Plan
from planparse.writers.terminal import plain


def plan_lines(plan: Plan) -> str:
    """Every record of the plan, one a line, in document order."""
    return "".join(lines_of(plan))


def lines_of(plan: Plan) -> Iterator[str]:
    """The same line by line, for a plan of any size."""
    return (f"{plain(line)}\n" for line in _lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    period = f"{plan.period.label} ({plan.period.start} to {plan.period.end})" if plan.period else None
    yield _line(
        "plan",
        plan.title or "",
        ("status", plan.status),
        ("organisation", plan.organisation),
        ("directorate", plan.directorate),
        ("period", period),
    )
    for o in plan.objectives:
        yield _objective(o)
        for kind, texts in (("development", o.key_developments), ("issue", o.emerging_issues)):
            yield from (_line(f"{kind} {o.id}", text) for text in texts)
        yield from map(_milestone, o.milestones)
        yield from map(_indicator, o.indicators)


def _line(head: str, text: str, *fields: tuple[str, str | None]) -> str:
    named = (f"{name}: {value}" for name, value in fields if value)
    return " | ".join((f"{head}: {text}".rstrip(), *named))


def _objective(o: Objective) -> str:
    return _line(
        f"objective {o.id}",
        o.title or "",
        ("code", o.printed_code),
        ("priority", o.corporate_priority),
        ("under", " > ".join(o.headings)),
        ("lead", o.lead),
        *o.extra.items(),
    )


def _milestone(m: Milestone) -> str:
    return _line(
        f"milestone {m.id}",
        f"{m.ref}. {m.text}" if m.ref else m.text,
        ("period", m.period),
        ("due", m.due),
        ("lead", m.lead),
        ("status", m.status),
        *m.extra.items(),
    )


def _indicator(i: Indicator) -> str:
    values: Iterable[tuple[str, str | None]] = (
        (v.label or v.period or "value", v.text or "blank") for v in (*i.actuals, *i.targets, *i.comparators)
    )
    return _line(
        f"indicator {i.id}",
        i.measure,
        ("code", i.printed_code),
        ("group", i.group),
        ("frequency", i.frequency),
        ("lead", i.lead),
        ("rag", i.rag),
        ("trend", i.trend),
        *values,
        *(("note", note) for note in i.notes),
        *i.extra.items(),
    )
