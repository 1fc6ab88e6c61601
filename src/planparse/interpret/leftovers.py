"""What stands in the row of a record and was not used: said, because it may be part of the record."""

from __future__ import annotations

from planparse.interpret.ledger import Ledger
from planparse.model.document import Document, Grid
from planparse.model.trace import Remark
from planparse.text import fold


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
