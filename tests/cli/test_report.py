"""What is said about a plan and its trace."""

from __future__ import annotations

from dataclasses import replace

from planparse.cli.report import capped, doubts, receipt, summary, warnings
from planparse.model.document import Note
from planparse.model.plan import Plan
from planparse.model.provenance import Place
from planparse.model.trace import Remark, Repair, SourceUnit, Trace, UnitClass, Use
from tests.roads import plan


def unit(kind: UnitClass) -> SourceUnit:
    return SourceUnit(Place(0, "cell"), "x", Use(kind))


TRACE = Trace("pdf", (), (), (), (), (), ())


def test_summary_counts_one_and_many() -> None:
    repairs = (*[Repair("rejoined", "", ())] * 2, Repair("realigned", "", ()))
    text = summary(plan(), replace(TRACE, repairs=repairs))
    assert text == "2 objectives, 2 indicators, 1 milestone; 2 torn rows rejoined, 1 shifted row realigned"
    assert summary(Plan.empty(), TRACE) == "0 objectives, 0 indicators, 0 milestones"


def test_the_receipt_adds_up() -> None:
    kinds: tuple[UnitClass, ...] = ("record", "record", "label", "header", "furniture", "hidden", "unused", "blank")
    text = receipt(replace(TRACE, units=tuple(map(unit, kinds))))
    assert text == (
        "6 of 7 source cells accounted for: 2 in records, 2 labels and headers, 1 page furniture, 1 hidden, 1 unused"
    )


def test_warnings_and_doubts_name_their_place_once() -> None:
    place = (Place(0, "cell", page=3, table=1, row=2, column=0),)
    notes = (
        Note("warning", "lost", "text is lost", place),
        Note("warning", "lost", "text is lost", place),
        Note("info", "x", "y"),
    )
    remarks = (Remark("doubt", "guess", "a guess", ("A",), ()),)
    trace = replace(TRACE, notes=notes, remarks=remarks)
    assert warnings(trace) == ["page 4, table 2, row 3, column 1: text is lost"]
    assert doubts(trace) == ["a guess"]


def test_long_lists_are_cut_with_a_count() -> None:
    lines = capped([f"line {n}" for n in range(14)], "warning")
    assert len(lines) == 11
    assert lines[0] == "warning: line 0"
    assert lines[-1].startswith("warning: and 4 more")
