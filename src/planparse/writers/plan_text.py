"""A plan to read in a terminal: each objective with its lists and a table of its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.model.plan import Milestone, Objective, Plan
from planparse.model.tables import value_columns
from planparse.writers.terminal import plain, wrap
from planparse.writers.text_table import text_table


def plan_text(plan: Plan, columns: int = 100) -> str:
    """The plan in lines of ``columns`` at most, as far as its tables allow."""
    columns = max(columns, 40)
    lines = [*_front(plan, columns)]
    for objective in plan.objectives:
        lines += _objective(objective, columns)
    return "\n".join(lines) + "\n"


def _front(plan: Plan, columns: int) -> Iterator[str]:
    yield from wrap(plain(plan.title or "Plan without a title"), columns)
    days = f"{plan.period.start} to {plan.period.end}" if plan.period else None
    facts = [plan.status, plan.organisation, plan.directorate, days]
    if any(facts):
        yield from wrap(plain(", ".join(filter(None, facts))), columns)


def _objective(o: Objective, columns: int) -> Iterator[str]:
    yield ""
    name = plain(": ".join(filter(None, (o.printed_code, o.title))) or o.id)
    lines = wrap(name, columns)
    yield from lines
    yield "=" * min(max(map(len, lines)), columns)
    for label, text in (
        ("Under", " > ".join(o.headings)),
        ("Corporate priority", o.corporate_priority),
        ("Lead", o.lead),
        *o.extra.items(),
    ):
        if text:
            yield from wrap(plain(f"{label}: {text}"), columns)
    yield from _list("Key developments", [("- ", text) for text in o.key_developments], columns)
    yield from _list("Emerging issues", [("- ", text) for text in o.emerging_issues], columns)
    yield from _list("Milestones", [_milestone(m) for m in o.milestones], columns)
    if o.indicators:
        yield ""
        header, rows = value_columns(o)
        yield from text_table([name.replace(" / ", " ") for name in header], rows, columns)


def _milestone(m: Milestone) -> tuple[str, str]:
    facts = ", ".join(
        f"{name} {value}" for name, value in (("due", m.due), ("lead", m.lead), ("status", m.status)) if value
    )
    return f"{m.ref}. " if m.ref else "- ", f"{m.text} [{facts}]" if facts else m.text


def _list(name: str, items: list[tuple[str, str]], columns: int) -> Iterator[str]:
    if items:
        yield ""
        yield f"{name}:"
        for mark, text in items:
            yield from _hanging("  " + mark, text, columns)


def _hanging(head: str, text: str, columns: int) -> Iterator[str]:
    """``text`` behind ``head``, further lines under its beginning."""
    head = plain(head)
    first, *rest = wrap(plain(text), columns - len(head))
    yield head + first
    yield from (" " * len(head) + line for line in rest)
