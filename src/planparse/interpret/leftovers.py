"""What was not used and should be said: text in the row of a record, and what looks like indicators or actions."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.interpret.codes import code_shape, parts, split_code
from planparse.interpret.details import details_of
from planparse.interpret.header_rows import value_role
from planparse.interpret.ledger import Ledger
from planparse.interpret.lines import are_values
from planparse.interpret.periods import find_periods
from planparse.interpret.values import parse_value
from planparse.model.document import Cell, Document, Grid, Paragraph
from planparse.model.plan import Plan
from planparse.model.provenance import Provenance
from planparse.model.trace import Remark
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold, squash

_VALUES = 2
"""Numbers that a row of an indicator has at least."""
_UNREAD = (None, "unused")
_ROWS = 2
"""Names of values, and these."""


def remark_leftovers(document: Document, ledger: Ledger, plan: Plan, vocabulary: Vocabulary) -> None:
    """Adds a warning for each filled cell without a use that stands beside one used in a record, and for each row or
    paragraph without a use that begins with a code like those of the plan's indicators, but of none of them, and holds
    values, or says by when an action is due and more of it, and for values below the names of as many."""
    lost = []
    above: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            _remark_values(above, [block], ledger, vocabulary)
        elif block.n_rows == _ROWS:
            names, values = block.rows()
            if any(value_role(fold(cell.text), vocabulary) for cell in names):
                _remark_values(names, values, ledger, vocabulary)
        above = [block] if isinstance(block, Paragraph) else []
        for row in block.rows() if isinstance(block, Grid) else ((block,),):
            used = {ledger.uses.kind(p.unit) for item in row for p in item.places}
            if "record" in used:
                _remark_unused(row, ledger)
            elif used <= {None, "unused", "blank"}:
                if (found := _coded_values(row, vocabulary)) is not None:
                    lost.append(found)
                elif "unused" not in used and (text := _details(row, vocabulary)) is not None:
                    message = f"what looks like an action was not read: {text[:120]}"
                    places = tuple(p for item in row for p in item.places)
                    ledger.remarks.append(Remark("warning", "action-not-read", message, (), places))
    if not lost:
        return
    known, families = set[str](), set[str]()
    for objective in plan.objectives:  # not all indicators at once: those of a long plan are packed
        for code in (i.printed_code or i.code for i in objective.indicators):
            if code:
                known.add(squash(code))
                families.add(_family(code))
    for code, texts, places in lost:
        if squash(code) not in known and _family(code) in families:
            message = f"what looks like an indicator was not read: {' | '.join(texts)[:120]}"
            ledger.remarks.append(Remark("warning", "indicator-not-read", message, (), places))


def _remark_unused(row: Sequence[Cell | Paragraph], ledger: Ledger) -> None:
    for cell in row:
        if isinstance(cell, Paragraph) or cell.is_blank or cell.tables or not cell.places:
            continue
        if not any(ledger.uses.kind(p.unit) for p in cell.places):
            message = f"text beside a record was not used: {fold(cell.text)[:80]}"
            ledger.remarks.append(Remark("warning", "text-not-used", message, (), cell.places))


def _remark_values(
    names: Sequence[Cell | Paragraph], values: Sequence[Cell | Paragraph], ledger: Ledger, vocabulary: Vocabulary
) -> None:
    """Says that a line, or a row, was not read that is but values, where the one above it has as many periods."""
    text = " ".join(fold(item.text) for item in values)
    if not names or not are_values(text, vocabulary):
        return
    over, places = " ".join(fold(item.text) for item in names), tuple(p for item in values for p in item.places)
    if len(find_periods(over)) == len(text.split()) and all(ledger.uses.kind(p.unit) in _UNREAD for p in places):
        message = f"what looks like an indicator was not read: {f'{over} | {text}'[:120]}"
        ledger.remarks.append(Remark("warning", "indicator-not-read", message, (), places))


def _coded_values(row: Sequence[Cell | Paragraph], vocabulary: Vocabulary) -> tuple[str, list[str], Provenance] | None:
    """The code that a row or a paragraph begins with, its texts and places; None where it has no code or no values."""
    filled = [item for item in row if item.text.strip()]
    texts = [fold(item.text) for item in filled]
    split = next((found for text in texts[:2] if (found := split_code(text)) is not None), None)
    if split is None:
        return None
    entries = texts if len(texts) > 1 else split.rest.split()
    if sum(parse_value(entry, vocabulary).status == "number" for entry in entries) < _VALUES:
        return None
    return split.printed, texts, tuple(p for item in filled for p in item.places)


def _details(row: Sequence[Cell | Paragraph], vocabulary: Vocabulary) -> str | None:
    """What a row or a paragraph says of an action with the names in front, "Lead: Head of Parks | Due: May 2027"."""
    texts = [fold(item.text) for item in row if ":" in item.text]
    details = details_of(" | ".join(texts), vocabulary) if texts else None
    return " | ".join(texts) if details is not None and len(details) > 1 and "due" in details else None


def _family(code: str) -> str:
    """The prefix of a code, or its shape where it has none."""
    own = parts(code)
    return own.prefix if own is not None and own.prefix else code_shape(code)
