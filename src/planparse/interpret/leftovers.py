"""What was not used and should be said: text in the row of a record, and rows that look like indicators of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.interpret.codes import code_shape, parts, split_code
from planparse.interpret.ledger import Ledger
from planparse.interpret.values import parse_value
from planparse.model.document import Document, Grid
from planparse.model.plan import Plan
from planparse.model.provenance import Provenance
from planparse.model.trace import Remark
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold, squash

_VALUES = 2
"""Numbers that a row of an indicator has at least."""


def remark_leftovers(document: Document, ledger: Ledger) -> None:
    """Adds a warning for each filled cell without a use that stands beside one used in a record."""
    for block in document.blocks:
        if not isinstance(block, Grid):
            continue
        for row in block.rows():
            if not any(ledger.uses.kind(p.unit) == "record" for c in row for p in c.places):
                continue
            for cell in row:
                if (
                    cell.is_blank
                    or any(ledger.uses.kind(p.unit) for p in cell.places)
                    or not cell.places
                    or cell.tables
                ):
                    continue
                message = f"text beside a record was not used: {fold(cell.text)[:80]}"
                ledger.remarks.append(Remark("warning", "text-not-used", message, (), cell.places))


def remark_lost_rows(document: Document, ledger: Ledger, plan: Plan, vocabulary: Vocabulary) -> None:
    """Adds a warning for each row or paragraph without a use that begins with a code like those of the plan's
    indicators, but of none of them, and holds values."""
    lost = list(_lost(document, ledger, vocabulary))
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


def _lost(document: Document, ledger: Ledger, vocabulary: Vocabulary) -> Iterator[tuple[str, list[str], Provenance]]:
    """Rows and paragraphs without a use that begin with a code and hold values: code, texts, places."""
    for texts, places in _unused(document, ledger):
        split = next((found for text in texts[:2] if (found := split_code(text)) is not None), None)
        if split is None:
            continue
        entries = texts if len(texts) > 1 else split.rest.split()
        if sum(parse_value(entry, vocabulary).status == "number" for entry in entries) >= _VALUES:
            yield split.printed, texts, places


def _unused(document: Document, ledger: Ledger) -> Iterator[tuple[list[str], Provenance]]:
    """The texts of each row and paragraph of which nothing was used, and their places."""
    for block in document.blocks:
        rows = block.rows() if isinstance(block, Grid) else ((block,),)
        for row in rows:
            filled = [item for item in row if item.text.strip()]
            places = tuple(p for item in filled for p in item.places)
            if filled and all(ledger.uses.kind(p.unit) in (None, "unused") for p in places):
                yield [fold(item.text) for item in filled], places


def _family(code: str) -> str:
    """The prefix of a code, or its shape where it has none."""
    own = parts(code)
    return own.prefix if own is not None and own.prefix else code_shape(code)
