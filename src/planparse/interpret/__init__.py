"""Document -> Plan: which rows are records, which columns are targets, and what each cell says."""

from __future__ import annotations

from dataclasses import dataclass

from planparse.errors import InputRefused
from planparse.interpret.build import Builder
from planparse.interpret.draft import Column, Ledger
from planparse.interpret.leftovers import remark_leftovers
from planparse.interpret.linking import link
from planparse.interpret.title import read_front
from planparse.interpret.vocabulary import dump_toml, load_vocabulary
from planparse.interpret.walk import Walk
from planparse.model.document import Document
from planparse.model.plan import Plan
from planparse.model.trace import FieldSource, Remark, Repair, Use
from planparse.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A plan and how it was read. ``uses`` maps the number of a source unit to what became of it."""

    plan: Plan
    sources: tuple[FieldSource, ...]
    uses: dict[int, Use]
    columns: tuple[Column, ...]
    remarks: tuple[Remark, ...]
    repairs: tuple[Repair, ...]


def interpret(document: Document, vocabulary: Vocabulary) -> Interpretation:
    """Reads the records out of a repaired document.

    Raises ``InputRefused`` where there is no plan in it, with what was looked for and found.
    """
    ledger = Ledger()
    front = read_front(document, vocabulary)
    walk = Walk(document, vocabulary, ledger, front.period.start if front.period else None)
    objectives = [o for o in link(walk.run()) if o.has_content() or (o.title and not o.from_heading)]
    builder = Builder(vocabulary, ledger)
    plan = builder.plan(front, objectives)
    if not any(o.has_content() for o in objectives):
        raise InputRefused(_nothing_found(document, walk.looked_at))
    remark_leftovers(document, ledger)
    return Interpretation(
        plan,
        tuple(builder.sources),
        ledger.uses,
        tuple(ledger.columns),
        tuple(ledger.remarks),
        tuple(builder.repairs),
    )


def _nothing_found(document: Document, headers: list[str]) -> str:
    tables = sum(not hasattr(b, "text") for b in document.blocks)
    found = f"found {tables} table{'s' * (tables != 1)}"
    if headers:
        found += f" with headers such as '{headers[0][:80]}'"
    return (
        "no plan in it: looked for objectives with milestones or indicators, tables of measures with targets or "
        f"actuals, and action plans; {found}; if the wording is new, add it with --vocabulary"
    )


__all__ = ["Interpretation", "dump_toml", "interpret", "load_vocabulary"]
