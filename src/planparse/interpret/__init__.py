"""Document -> Plan: which rows are records, which columns are targets, and what each cell says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planparse.errors import InputRefused
from planparse.interpret.build import Builder
from planparse.interpret.draft import Column, ObjectiveDraft
from planparse.interpret.ledger import Ledger, Uses
from planparse.interpret.leftovers import remark_leftovers
from planparse.interpret.lifted_titles import with_lifted_titles
from planparse.interpret.linking import by_prefix, by_title, link
from planparse.interpret.periods import Years
from planparse.interpret.refusal import nothing_found
from planparse.interpret.sheet_leads import with_leads_apart
from planparse.interpret.title import Front, read_front
from planparse.interpret.vocabulary import dump_toml, load_vocabulary
from planparse.interpret.walk import Walk
from planparse.model.document import Document
from planparse.model.plan import Plan
from planparse.model.trace import FieldSource, Remark, Repair
from planparse.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A plan and how it was read."""

    plan: Plan
    sources: Sequence[FieldSource]
    uses: Uses
    columns: Sequence[Column]
    remarks: tuple[Remark, ...]
    repairs: tuple[Repair, ...]


def interpret(document: Document, vocabulary: Vocabulary) -> Interpretation:
    """Reads the records out of a repaired document.

    Raises ``InputRefused`` where there is no plan in it, with what was looked for and found.
    """
    document = with_lifted_titles(with_leads_apart(document, vocabulary), vocabulary)
    ledger = Ledger()
    front = read_front(document, vocabulary)
    builder = Builder(vocabulary, ledger)
    plan = builder.plan(front, _gathered(document, vocabulary, ledger, front))
    remark_leftovers(document, ledger, plan, vocabulary)
    return Interpretation(
        plan,
        ledger.sources.close(),
        ledger.uses,
        ledger.columns.close(),
        tuple(ledger.remarks),
        tuple(builder.repairs),
    )


def _gathered(document: Document, vocabulary: Vocabulary, ledger: Ledger, front: Front) -> list[ObjectiveDraft]:
    """The objectives with what belongs to them. Raises ``InputRefused`` where there are none."""
    years = Years(front.period.start if front.period else None, front.year, front.is_report)
    walk = Walk(document, vocabulary, ledger, years)
    objectives = [
        o
        for o in by_prefix(link(by_title(walk.run())))
        if o.has_records() or (not o.from_heading and (o.title or o.linked))
    ]
    if not any(o.has_content() for o in objectives):
        raise InputRefused(nothing_found(document, walk.tables.looked_at, vocabulary))
    return objectives


__all__ = ["Interpretation", "dump_toml", "interpret", "load_vocabulary"]
