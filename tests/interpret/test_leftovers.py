"""Text that stands in the row of a record without a use is said; other unused text is not."""

from __future__ import annotations

import pytest

from planparse.interpret.ledger import Ledger
from planparse.interpret.leftovers import remark_leftovers
from planparse.model.document import Block, Cell, Document, Grid
from planparse.model.provenance import Place
from planparse.model.trace import Use


@pytest.mark.parametrize(
    ("row_of_stray", "use", "warned"),
    [(0, None, True), (1, None, False), (0, Use("label", "band"), False), (0, Use("unused", "total row"), False)],
)
def test_only_beside_a_record(row_of_stray: int, use: Use | None, warned: bool) -> None:
    record = Cell(0, 0, 1, 1, (Block("AB1: Visits"),), (Place(0, "cell"),))
    stray = Cell(row_of_stray, 1, 1, 1, (Block("and more"),), (Place(1, "cell"),))
    ledger = Ledger()
    ledger.use(record.places, Use("record", "AB1 measure"))
    if use:
        ledger.use(stray.places, use)
    remark_leftovers(Document("html", (Grid((record, stray), 2, 2),)), ledger)
    assert [r.places for r in ledger.remarks] == ([stray.places] if warned else [])
