"""Blocks of labels without a line on one page, each with its texts at a place of its own, and rows that stand off."""

from __future__ import annotations

import pytest

from planparse import read
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

HEAD = ["Measure", "Latest", "2017/18", "2018/19"]
SIDES = [
    ("Corporate Priority:", "A town that is easy to get about in"),
    ("Service Objective:", "RD{n}: Keep the roads, the pavements and all bridges safe and well lit"),
    ("Key Developments", "• The depot has moved"),
    ("Key Milestones", "a. Publish map {n} of all rounds by March 2018"),
]


def block(sheet: Sheet, top: float, text: float, number: int, off: tuple[list[str], ...] = ()) -> float:
    """A block whose texts begin at ``text``, and rows ``off`` by a column below its table; gives back where it ends."""
    xs = [text, text + 170, text + 230, text + 290]
    y = top
    for label, beside in SIDES:
        sheet.text(50, y, label, size=9, bold=True).text(text, y, beside.format(n=number), size=9)
        y += 16
    sheet.text(50, y, "Linked Indicators:", size=9, bold=True)
    for row in (
        HEAD,
        [f"RD{number}1: Lamps out in the streets", "1", "2", "tbc"],
        [f"RD{number}2: Rows", "4", "5", "6"],
    ):
        for x, cell in zip(xs, row, strict=True):
            sheet.text(x, y, cell, size=9, bold=row is HEAD)
        y += 16
    for label, *values in off:
        for n, line in enumerate(label.format(n=number).split("\n")):
            sheet.text(50, y + 11 * n, line, size=9)
        for x, value in zip(xs, values, strict=False):
            sheet.text(x, y, value, size=9)
        y += 27
    return y


ROW = ["RD{n}3: Salt used on\nall of the roads", "7.5", "7.4", "N/A"]
NOTE = ["LAA Sand used on\nall of the bridges", "7.6", "7.7", "Monitored alone"]


@pytest.mark.parametrize("places", [(150, 190, 160), (190, 150, 165)], ids=["further right", "further left"])
def test_each_block_is_read_where_its_own_texts_stand(places: tuple[int, ...], engine: str) -> None:
    paper = Paper()
    top, sheet = 60.0, paper.sheet()
    for number, text in enumerate(places, 1):
        top = block(sheet, top, text, number) + 10
    plan = read(paper.bytes(), pdf_engine=engine)
    assert [o.code for o in plan.objectives] == ["RD1", "RD2", "RD3"]
    assert [o.corporate_priority for o in plan.objectives] == ["A town that is easy to get about in"] * 3
    assert [[i.code for i in o.indicators] for o in plan.objectives] == [[f"RD{n}1", f"RD{n}2"] for n in (1, 2, 3)]
    assert all(v.number == 2 for o in plan.objectives for v in o.indicators[0].targets[:1])


def test_rows_that_stand_a_column_off_are_rows_of_the_table_above_them(engine: str) -> None:
    paper = Paper()
    end = block(sheet := paper.sheet(), 60, 150, 1, (ROW, NOTE))
    block(sheet, end + 10, 150, 2)
    (grid,) = grids(document(paper, engine))
    rows = texts(grid)
    assert ["RD13: Salt used on all of the roads", "7.5", "7.4", "N/A", ""] in rows
    assert ["LAA Sand used on all of the bridges", "7.6", "7.7", "Monitored alone"] in [row[:4] for row in rows]
    first, second = read(paper.bytes()).objectives
    assert [i.code for i in first.indicators][:3] == ["RD11", "RD12", "RD13"]
    assert [v.text for v in first.indicators[2].targets] == ["7.4", "N/A"]
    assert [i.code for i in second.indicators] == ["RD21", "RD22"]


def test_labels_that_were_met_have_their_texts_elsewhere_on_the_next_page(engine: str) -> None:
    paper = Paper()
    block(paper.sheet(), 60, 150, 1)
    block(paper.sheet(), 60, 185, 2)
    assert [[i.code for i in o.indicators] for o in read(paper.bytes(), pdf_engine=engine).objectives] == [
        ["RD11", "RD12"],
        ["RD21", "RD22"],
    ]
