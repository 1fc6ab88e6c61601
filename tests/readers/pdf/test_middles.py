"""Labels set in the middle of the height of what stands beside them, where no lines are drawn."""

from __future__ import annotations

import pytest

from planparse import read
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

LEFT, TEXT = 50.0, 150.0
COLUMNS = (TEXT, 300.0, 370.0, 430.0, 490.0)
LEAD = 12.0

LISTS = {
    "Corporate|Priority:": ["A town that is easy to get about in"],
    "Service|Objective:": ["RD01: Keep the roads safe and well lit in", "each winter of the plan"],
    "Key|Developments": ["• The depot has moved", "• Two teams are one", "• The fleet is new"],
    "Emerging Issues": ["• Salt is dear", "• Drivers are few", "• Winters are wet"],
    "Key Milestones": ["a. Publish the map by March 2018", "b. Replace all lamps", "c. Mend the bridge"],
}
ROWS = [
    ["RD011: Potholes", "mended within five", "days", "84%", "85%", "86%", "tbc"],
    ["RD012: Lamps out", "in the whole of", "the town", "1,104", "1,090", "1,080", "1,070"],
]
"""Three lines of the measure, and the values of the row."""


def lines(sheet: Sheet, x: float, top: float, found: list[str], *, bold: bool = False) -> None:
    for n, line in enumerate(found):
        sheet.text(x, top + 9 + LEAD * n, line, size=9, bold=bold)


def beside(sheet: Sheet, top: float, label: list[str], height: float) -> None:
    lines(sheet, LEFT, top + (height - LEAD * len(label)) / 2, label, bold=True)


def part(sheet: Sheet, y: float, labels: list[str]) -> float:
    for name in labels:
        label, text = name.split("|"), LISTS[name]
        height = LEAD * max(len(label), len(text))
        beside(sheet, y, label, height)
        lines(sheet, TEXT, y + (height - LEAD * len(text)) / 2, text)
        y += height + 8
    return y


def table(sheet: Sheet, y: float, rows: list[list[str]], *, label: bool = True) -> float:
    top = y
    for x, name in zip(COLUMNS, ["Measure", "Latest", "2016/17", "2017/18", "2018/19"], strict=True):
        lines(sheet, x, y, [name], bold=True)
    y += LEAD + 4
    for row in rows:
        lines(sheet, TEXT, y, row[:3])
        for x, value in zip(COLUMNS[1:], row[3:], strict=True):
            lines(sheet, x, y + LEAD, [value])
        y += 3 * LEAD + 4
    if label:
        beside(sheet, top, ["Linked", "Indicators:"], y - 4 - top)
    return y + 8


def whole() -> Paper:
    sheet = (paper := Paper()).sheet()
    sheet.text(LEFT, 60, "Business Plan 2016-19", size=14, bold=True)
    table(sheet, part(sheet, 90, list(LISTS)), ROWS)
    return paper


def test_each_label_has_the_text_whose_middle_it_stands_in(engine: str) -> None:
    (grid,) = grids(document(whole(), engine))
    rows = {" ".join(row[0].split()): row[1:] for row in texts(grid) if row[0]}
    assert rows["Emerging Issues"][0].split("\n") == ["Salt is dear", "Drivers are few", "Winters are wet"]
    assert rows["Key Developments"][0].startswith("The depot has moved")
    assert rows["Linked Indicators:"] == ["Measure", "Latest", "2016/17", "2017/18", "2018/19"]
    assert ["RD012: Lamps out in the whole of the town", "1,104", "1,090", "1,080", "1,070"] in [
        row[-5:] for row in texts(grid)
    ]


def test_the_plan_has_all_of_it() -> None:
    (objective,) = read(whole().bytes()).objectives
    assert (objective.code, objective.corporate_priority) == ("RD01", "A town that is easy to get about in")
    assert list(objective.emerging_issues) == ["Salt is dear", "Drivers are few", "Winters are wet"]
    assert [m.ref for m in objective.milestones] == ["a", "b", "c"]
    assert [i.code for i in objective.indicators] == ["RD011", "RD012"]


@pytest.mark.parametrize("kept", range(3, len(LISTS) + 1))
def test_on_the_next_page_fewer_labels_will_do(kept: int) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(LEFT, 60, "Business Plan 2016-19", size=14, bold=True)
    names = list(LISTS)
    part(sheet, 820 - part(Paper().sheet(), 0, names[:kept]), names[:kept])
    sheet = paper.sheet()
    table(sheet, part(sheet, 60, names[kept:]), ROWS)
    (objective,) = read(paper.bytes()).objectives
    (expected,) = read(whole().bytes()).objectives
    assert [m.text for m in objective.milestones] == [m.text for m in expected.milestones]
    assert list(objective.emerging_issues) == list(expected.emerging_issues)
    assert [i.measure for i in objective.indicators] == [i.measure for i in expected.indicators]
