"""A page break moved anywhere changes nothing: between two rows, inside one, below a header that stands alone."""

from __future__ import annotations

from functools import cache

import pytest

from planparse import Plan, read
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts

SIZE, LEADING, PAD = 9, 11, 4
TOP, FOOT = 70.0, 775.0
MEASURES = (
    (50, 105, 290, 345, 400, 455, 510),
    ("Code", "Indicator", "Actual 2014/15", "Target 2015/16", "Target 2016/17", "Lead"),
    ("QX 01", "Percentage of household waste sent for reuse or composting in the borough",
     "41.2%", "43%", "45%", "Ann"),
    ("QX 02", "Number of fly-tipping incidents reported", "1,204", "1,150", "1,100", "Ann"),
    ("QX 03", "Average time in days to remove graffiti once it has been reported by a resident to the contact centre",
     "3.5", "3", "2.5", "Ben Service Manager"),
    ("QX 04", "Residents satisfied with street cleaning", "61%", "N/A", "65%", "Ben"),
)  # fmt: skip
MILESTONES = (
    (50, 105, 400, 510),
    ("Ref", "Milestone", "By when"),
    (
        "a",
        "Agree the new contract with both of the neighbouring councils and publish the maps of all rounds",
        "June 2015",
    ),
    ("b", "Replace the vehicles", "March 2016"),
)
LAST = (*MEASURES[:2], ("QX 05", "Energy used in depots, kWh per square metre of floor", "210", "205", "199", "Cat"))
ACTIONS = (
    (50, 170, 330, 420, 510),
    ("Action", "How we will do it", "Who", "Status"),
    ("Run a campaign on recycling right", "Visits and leaflets in each ward of the borough with much waste", "Cat",
     "complete"),
    ("Review of depots", "Study of the options, consultation with staff and then a report", "Cat and Ben", "ongoing"),
    ("Share the workshop with partners", "Draft agreement", "Ben", "not started"),
)  # fmt: skip


class Flow:
    """A plan drawn down the page, with one page break before its ``cut``-th line.

    ``rules``: all borders of the cells, only those between rows, or only those below heads. ``closed``: the page's
    end draws the border of the row that it tears. ``repeat``: the header comes again. ``start`` is where the first page
    begins, so that it is full.
    """

    def __init__(self, cut: int, rules: str, closed: bool, repeat: bool, feet: bool, start: float = TOP) -> None:
        self.cut, self.rules, self.closed, self.repeat, self.feet = cut, rules, closed, repeat, feet
        self.paper, self.lines, self.y, self.full = Paper(), 0, start, 0.0
        self.sheet = self.page()

    def page(self) -> Sheet:
        sheet = self.paper.sheet()
        if self.feet:
            number = len(self.paper.sheets)
            sheet.text(50, 40, "Waste and Streets Plan", size=8).text(290, 810, f"Page {number}", size=8)
        return sheet

    def is_cut(self) -> bool:
        self.lines += 1
        return self.lines == self.cut

    def turn(self) -> None:
        self.full, self.y = self.y, TOP
        self.sheet = self.page()

    def text(self, text: str, size: float = SIZE) -> None:
        if self.is_cut():
            self.turn()
        self.y += size + 6
        self.sheet.text(50, self.y, text, size=size, bold=size > SIZE)
        self.y += 6

    def table(self, xs: tuple[float, ...], *rows: tuple[str, ...]) -> None:
        self.y += 6
        head = wrapped(rows[0], xs)
        for number, row in enumerate(rows):
            lines = wrapped(row, xs)
            cuts = [self.is_cut() for _ in range(max(map(len, lines)))]
            bold = number == 0
            if True not in cuts:
                self.row(xs, lines, bold)
                continue
            at = cuts.index(True)
            if at:
                self.row(xs, [cell[:at] for cell in lines], bold, bottom=self.closed)
            self.turn()
            if self.repeat and number:
                self.row(xs, head, bold=True)
            self.row(xs, [cell[at:] for cell in lines], bold, top=self.closed or not at)
        self.y += 8

    def row(
        self, xs: tuple[float, ...], cells: list[list[str]], bold: bool, *, top: bool = True, bottom: bool = True
    ) -> None:
        end = self.y + max(map(len, cells)) * LEADING + 4
        if self.rules == "all":
            for x in xs:
                self.sheet.line(x, self.y, x, end)
        for y, is_drawn in ((self.y, top), (end, bottom)):
            if is_drawn and (self.rules != "heads" or (bold and y == end)):
                self.sheet.line(xs[0], y, xs[-1], y)
        for x, cell in zip(xs, cells, strict=False):
            for n, line in enumerate(cell):
                self.sheet.text(x + PAD, self.y + SIZE + n * LEADING, line, size=SIZE, bold=bold)
        self.y = end


def wrapped(row: tuple[str, ...], xs: tuple[float, ...]) -> list[list[str]]:
    """The lines of each cell of a row."""
    cells = []
    for text, x0, x1 in zip(row, xs[:-1], xs[1:], strict=True):
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if text_width(longer, SIZE, bold=True) > x1 - x0 - 2 * PAD:
                lines.append(word)
            else:
                lines[-1] = longer
        cells.append(lines)
    return cells


def flow(cut: int, rules: str, closed: bool = True, repeat: bool = False, feet: bool = False) -> Flow:
    """The plan; where it is cut, the first page is full to its foot."""
    out = drawn(Flow(cut, rules, closed, repeat, feet))
    return drawn(Flow(cut, rules, closed, repeat, feet, TOP + FOOT - out.full)) if out.full else out


def drawn(out: Flow) -> Flow:
    out.text("Waste and Streets Service Plan 2015-17", 16)
    out.text("Objective WS01: Keep the streets clean", 12)
    out.table(*MILESTONES)
    out.text("The measures below show how we will know.")
    out.table(*MEASURES)
    out.text("Objective WS02: Use fewer resources", 12)
    out.table(*LAST)
    out.text("Objective WS03: Work well with others", 12)
    out.table(*ACTIONS)
    out.text("Emerging issues", 12)
    out.text("Fuel prices may rise.")
    return out


@cache
def whole() -> Plan:
    return read(flow(0, "all").paper.bytes())


def test_the_plan_on_one_page_is_read_whole() -> None:
    plan = whole()
    assert [i.id for i in plan.indicators] == ["QX-01", "QX-02", "QX-03", "QX-04", "QX-05"]
    assert [m.ref for m in plan.milestones] == ["a", "b", None, None, None]
    assert plan.indicators[2].lead == "Ben Service Manager"
    assert plan.objectives[2].emerging_issues == ("Fuel prices may rise.",)


@pytest.mark.parametrize("feet", [False, True])
@pytest.mark.parametrize("repeat", [False, True])
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("rules", ["all", "rows"])
def test_a_page_break_moved_anywhere_changes_nothing(rules: str, closed: bool, repeat: bool, feet: bool) -> None:
    count = flow(0, rules).lines
    assert count > 30
    changed = [
        cut for cut in range(2, count + 1) if read(flow(cut, rules, closed, repeat, feet).paper.bytes()) != whole()
    ]
    assert not changed


def test_both_engines_see_the_header_at_a_pages_foot() -> None:
    data = flow(4, "rows").paper.bytes()
    assert read(data, pdf_engine="pdfplumber") == read(data) == whole()


def test_without_rules_between_the_rows_the_plan_is_the_same() -> None:
    assert read(flow(0, "heads").paper.bytes()) == whole()


@pytest.mark.parametrize("repeat", [False, True])
@pytest.mark.parametrize("cut", [2, 3, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 22, 23, 30, 31])
def test_rows_that_no_rule_parts_go_on_in_the_columns_of_the_page_beside(cut: int, repeat: bool) -> None:
    """Not yet so where a page has but a row or two of words, without figures."""
    assert read(flow(cut, "heads", repeat=repeat).paper.bytes()) == whole()


def test_a_shifted_row_alone_at_a_pages_top_stands_between_borders_of_the_table_before(engine: str) -> None:
    """It has a column less at the right, and nothing is drawn over it."""
    xs, ys = [50, 110, 300, 370, 440], [700, 720, 740, 760]
    rows = [["Ref", "Measure", "2015/16", "2016/17"], ["AB1", "Visits", "9", "8"], ["", "7", "6", ""]]
    paper = Paper()
    sheet = paper.sheet().cells(xs, ys, rows)
    for y in ys[:3]:
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])
    sheet = paper.sheet()
    sheet.text(54, 62, "AB2 Runs", size=9)
    sheet.line(xs[0], 70, xs[-2], 70)
    for x in xs[:-1]:
        sheet.line(x, 50, x, 70)
    last = grids(document(paper, engine))[-1]
    assert (last.page, texts(last)) == (1, [["AB2 Runs", "", ""]])
