"""The ledger keeps what became of each unit: the first use stays, and a field's units know its record."""

from __future__ import annotations

from planparse.interpret.ledger import Ledger
from planparse.model.document import Cell
from planparse.model.provenance import Place, Provenance
from planparse.model.trace import Use


def places(*units: int) -> Provenance:
    return tuple(Place(unit, "cell") for unit in units)


def test_a_unit_without_a_use_has_none() -> None:
    ledger = Ledger()
    ledger.use(places(3), Use("label", "objective"))
    assert [ledger.uses.get(unit) for unit in (0, 2, 3, 4, 99)] == [None, None, Use("label", "objective"), None, None]
    assert [ledger.uses.kind(unit) for unit in (0, 3, 99)] == [None, "label", None]


def test_the_first_use_of_a_unit_stays() -> None:
    ledger = Ledger()
    ledger.use(places(1), Use("label", "objective"))
    ledger.source("O1", "title", places(0, 1))
    ledger.use(places(0), Use("unused", "total row"))
    assert [ledger.uses.get(unit) for unit in (0, 1)] == [Use("record", "O1 title"), Use("label", "objective")]


def test_each_source_is_the_use_of_its_own_units() -> None:
    ledger = Ledger()
    for number in range(300):  # more than one shelf holds
        ledger.source(f"AB{number}", "measure", places(2 * number, 2 * number + 1))
    assert [ledger.uses.get(unit) for unit in (0, 1, 255, 599)] == [
        Use("record", "AB0 measure"),
        Use("record", "AB0 measure"),
        Use("record", "AB127 measure"),
        Use("record", "AB299 measure"),
    ]
    assert (ledger.uses.kind(599), len(ledger.sources)) == ("record", 300)


def test_a_field_without_a_place_is_listed_and_uses_no_unit() -> None:
    ledger = Ledger()
    ledger.source("AB1", "measure", places(0))
    ledger.source("AB1", "lead", ())
    ledger.source("AB1", "group", places(5))
    assert [ledger.uses.get(unit) for unit in (0, 5)] == [Use("record", "AB1 measure"), Use("record", "AB1 group")]
    assert [s.field for s in ledger.sources] == ["measure", "lead", "group"]


def test_cells_of_labels_and_headers() -> None:
    ledger = Ledger()
    ledger.label([Cell(0, 0, 1, 1, (), places(0, 1))], "objective")
    ledger.header([Cell(0, 1, 1, 1, (), places(2))])
    ledger.header([Cell(0, 2, 1, 1, (), places(2, 3))], "decoy")
    assert [ledger.uses.get(unit) for unit in range(4)] == [
        Use("label", "objective"),
        Use("label", "objective"),
        Use("header", "column header"),
        Use("header", "decoy"),
    ]
