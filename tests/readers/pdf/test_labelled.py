"""Labels with a text or a table of its own beside each, where no rules part the columns."""

from __future__ import annotations

from functools import cache

import pytest

from planparse import Plan, read
from planparse.model.options import ReadOptions
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

LEFT, TEXT, END = 50.0, 150.0, 540.0
COLUMNS = (TEXT, 330.0, 400.0, 450.0, 500.0)
LEAD = 11.0
PALE = "0.92 0.92 0.92"
HEAD = ["Measure", "Latest", "2017/18", "2018/19", "2019/20"]

Side = tuple[str, list[list[str]]]
"""A label and the rows beside it, each of one text or of the cells of a table; a text may have several lines."""


def block(number: int) -> list[Side]:
    code = f"RD{number:02}"
    return [
        ("Corporate Priority:", [["A town that is easy to get about in"]]),
        ("Service Objective:", [[f"{code}: Keep the roads, the pavements and all bridges safe and well lit all year"]]),
        ("Key\nDevelopments", [["• The depot has moved"], ["• Two teams are one"]]),
        ("Key Milestones\n(17-18)", [[f"a. Publish map {number} of all rounds by March 2018"], ["b. Replace lamps"]]),
        (
            "Linked Indicators:",
            [
                HEAD,
                [f"{code}1: Potholes mended within\nfive days", "84%", "85%", "86%", "tbc"],
                [f"{code}2: Lamps out", f"1,{number}04", "1,090", "1,080", "1,070"],
                [f"{code}3: Salt used, tonnes", "7.5", "7.4", "7.3", "N/A"],
            ],
        ),
    ]


class Flow:
    """Blocks drawn down the page, with one page break before the ``cut``-th line; ``style``: no lines, a rule under
    the header of a table, rules between rows or stripes."""

    def __init__(self, style: str, cut: int = 0, start: float = 90.0) -> None:
        self.style, self.cut, self.lines, self.y, self.full = style, cut, 0, start, 0.0
        self.paper = Paper()
        self.sheet = self.paper.sheet()
        self.stripe = False

    def block(self, sides: list[Side]) -> None:
        for label, rows in sides:
            names = label.split("\n")
            for n, cells in enumerate(rows):
                own = names if n == 0 else []
                xs = COLUMNS if len(cells) > 1 else (TEXT,)
                self.row(own, [cell.split("\n") for cell in cells], xs, bold=cells == HEAD)
        self.y += 10

    def row(self, label: list[str], cells: list[list[str]], xs: tuple[float, ...], *, bold: bool) -> None:
        high = max(len(label), *map(len, cells))
        cuts = [self.is_cut() for _ in range(high)]
        at = cuts.index(True) if True in cuts else 0
        if at:
            self.part(label[:at], [cell[:at] for cell in cells], xs, bold)
        if True in cuts:
            self.full, self.y = self.y, 60.0
            self.sheet = self.paper.sheet()
        self.part(label[at:], [cell[at:] for cell in cells], xs, bold)

    def part(self, label: list[str], cells: list[list[str]], xs: tuple[float, ...], bold: bool) -> None:
        end = self.y + LEAD * max(len(label), *map(len, cells)) + 7
        left = LEFT if label else TEXT
        self.stripe = not self.stripe
        if self.style == "stripes" and self.stripe:
            self.sheet.box(left - 4, self.y, END, end, colour=PALE)
        if self.style == "rules":
            self.sheet.line(left - 4, end, END, end)
        if self.style == "header" and bold:
            self.sheet.line(TEXT - 4, end, END, end)
        for n, line in enumerate(label):
            self.sheet.text(LEFT, self.y + 11 + LEAD * n, line, size=9, bold=True)
        for x, cell in zip(xs, cells, strict=True):
            for n, line in enumerate(cell):
                self.sheet.text(x, self.y + 11 + LEAD * n, line, size=9, bold=bold)
        self.y = end

    def is_cut(self) -> bool:
        self.lines += 1
        return self.lines == self.cut


def drawn(style: str, cut: int = 0) -> Flow:
    """Three blocks; where they are cut, the first page is full to its foot."""

    def run(start: float) -> Flow:
        flow = Flow(style, cut, start)
        flow.sheet.text(LEFT, start - 20, "Business Plan 2017-20", size=14, bold=True)
        for number in (1, 2, 3):
            flow.block(block(number))
        return flow

    flow = run(90.0)
    return run(90.0 + 780.0 - flow.full) if flow.full else flow


STYLES = ["none", "header", "rules", "stripes"]


@cache
def plan(style: str, cut: int = 0, engine: str = "pdfium") -> Plan:
    return read(drawn(style, cut).paper.bytes(), pdf_engine=engine)


@pytest.mark.parametrize("style", STYLES)
def test_each_label_is_a_row_with_its_text_or_its_table(style: str, engine: str) -> None:
    (grid,) = grids(document(drawn(style).paper, engine))
    rows = texts(grid)
    assert [row[0] for row in rows if row[0].startswith("Corporate")] == ["Corporate Priority:"] * 3
    assert [row for row in rows if "RD012: Lamps out" in row] == [
        ["RD012: Lamps out", "1,104", "1,090", "1,080", "1,070"]
    ]
    assert spans(grid)["Linked Indicators:"] == (4, 1)
    assert spans(grid)["A town that is easy to get about in"] == (1, 5)


@pytest.mark.parametrize("style", STYLES)
def test_the_plan_is_the_same_without_any_line(style: str, engine: str) -> None:
    found = plan(style, engine=engine)
    assert [o.code for o in found.objectives] == ["RD01", "RD02", "RD03"]
    first = found.objectives[0]
    assert list(first.key_developments) == ["The depot has moved", "Two teams are one"]
    assert [m.text for m in first.milestones] == ["Publish map 1 of all rounds by March 2018", "Replace lamps"]
    assert [(i.code, i.measure) for i in first.indicators] == [
        ("RD011", "Potholes mended within five days"),
        ("RD012", "Lamps out"),
        ("RD013", "Salt used, tonnes"),
    ]
    assert [t.text for t in first.indicators[1].targets] == ["1,090", "1,080", "1,070"]


def facts(found: Plan) -> list[object]:
    return [
        (
            o.code,
            o.title,
            o.corporate_priority,
            list(o.key_developments),
            [(m.ref, m.text) for m in o.milestones],
            [(i.code, i.measure, [v.text for v in (*i.actuals, *i.targets)]) for i in o.indicators],
        )
        for o in found.objectives
    ]


N_LINES = drawn("none").lines


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("cut", range(2, N_LINES))
def test_a_page_break_anywhere_changes_nothing(style: str, cut: int) -> None:
    assert facts(plan(style, cut)) == facts(plan(style))


def test_both_engines_agree_where_pages_break() -> None:
    for cut in range(5, N_LINES, 9):
        assert facts(plan("none", cut, "pdfplumber")) == facts(plan("none", cut))


def words(sheet: Sheet, y: float, cells: list[str], xs: tuple[float, ...], bold: int = 0) -> float:
    for n, (x, text) in enumerate(zip(xs, cells, strict=False)):
        sheet.text(x, y, text, size=9, bold=n < bold)
    return y + 18


def test_a_table_whose_first_column_is_bold_has_no_labels(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    y = words(sheet, 100, HEAD, (LEFT, 330, 400, 450, 500), bold=5)
    for n in range(6):
        y = words(sheet, y, [f"Roads mended {n}", "84%", "85%", "86%", "87%"], (LEFT, 330, 400, 450, 500), bold=1)
    (grid,) = grids(document(paper, engine))
    assert grid.n_cols == 5
    assert not spans(grid)


def test_text_beside_a_margin_of_notes_is_no_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for n in range(12):
        sheet.text(LEFT, 100 + 12 * n, "a note of some length", size=8)
        sheet.text(TEXT, 100 + 12 * n, "The council keeps all of its roads open in each winter of the plan.", size=9)
    assert grids(document(paper, engine)) == []


def test_a_heading_between_two_blocks_stays_outside(engine: str) -> None:
    flow = Flow("none")
    for number in (1, 2):
        flow.y += 20
        flow.sheet.text(LEFT, flow.y, f"Objective {number} of this plan", size=13, bold=True)
        flow.y += 10
        flow.block(block(number))
    doc = document(flow.paper, engine)
    assert len(grids(doc)) == 2
    assert paragraphs(doc) == ["Objective 1 of this plan", "Objective 2 of this plan"]


def test_a_ruled_table_beside_a_label_is_a_part_of_the_block(engine: str) -> None:
    flow = Flow("none")
    flow.block(block(1)[:4])
    flow.sheet.text(LEFT, flow.y + 12, "Linked Indicators:", size=9, bold=True)
    ys = [flow.y, flow.y + 18, flow.y + 36]
    row = ["RD011: Lamps", "1", "2", "3", "4"]
    flow.sheet.grid([TEXT - 4, 330, 390, 440, 490, END], ys, [HEAD, row])
    (grid,) = grids(document(flow.paper, engine))
    assert texts(grid)[-2:] == [["Linked Indicators:", *HEAD], row]


def test_no_word_is_lost_or_doubled(engine: str) -> None:
    for style in STYLES:
        for cut in range(3, N_LINES, 7):
            flow = drawn(style, cut)
            doc = document(flow.paper, engine)
            found = [
                t
                for b in doc.blocks
                for t in (" ".join(c.text for c in b.cells) if hasattr(b, "cells") else b.text).split()
            ]
            want = ["Business", "Plan", "2017-20"]
            for number in (1, 2, 3):
                for label, rows in block(number):
                    want += [w for text in (label, *(c for row in rows for c in row)) for w in text.split()]
            marks = {"•", "a.", "b."}
            assert sorted(w for w in found if w not in marks) == sorted(w for w in want if w not in marks)


def test_the_limit_of_cells_holds() -> None:
    from planparse.errors import LimitExceeded
    from planparse.model.options import Limits
    from planparse.readers.pdf import read as read_pdf

    with pytest.raises(LimitExceeded):
        read_pdf(drawn("none").paper.bytes(), ReadOptions(limits=Limits(max_page_cells=20)))


def framed(style: str = "header") -> Paper:
    """A block in a frame, which the rule under a header may touch at its right."""
    flow = Flow(style)
    top = flow.y - 2
    flow.block(block(1))
    x0, x1, bottom = LEFT - 6, END, flow.y
    for y in (top, bottom):
        flow.sheet.line(x0, y, x1, y)
    for x in (x0, x1):
        flow.sheet.line(x, top, x, bottom)
    return flow.paper


@pytest.mark.parametrize("style", ["none", "header"])
def test_a_block_in_a_frame_is_read_like_one_without(style: str, engine: str) -> None:
    (grid,) = grids(document(framed(style), engine))
    assert spans(grid)["Linked Indicators:"] == (4, 1)
    assert "labels" in grid.evidence[-1]
    assert ("ruled" in grid.evidence[0]) == (style == "header")


def test_text_in_a_frame_is_no_block() -> None:
    sheet = (paper := Paper()).sheet()
    for n in range(6):
        sheet.text(LEFT, 112 + 12 * n, "The council keeps all of its roads open in each winter of the plan.", size=9)
    sheet.grid([LEFT - 6, END], [98, 190], [[""]])
    assert not any("labels" in e for grid in grids(document(paper)) for e in grid.evidence)


@pytest.mark.parametrize("headed", [True, False], ids=["a bold header", "none"])
def test_plain_labels_stand_beside_texts_and_a_table_with_a_header(headed: bool, engine: str) -> None:
    """Without the header nothing tells them from the first column of a table."""
    sheet = (paper := Paper()).sheet()
    y = 100.0
    for label, text in (
        ("Theme", "A town that is easy to get about in, on foot and by bus, in each season"),
        ("Aim", "RD01 Keep the roads, the pavements and all bridges safe and well lit all year"),
        ("News", "The depot has moved to the other side of the river, which the maps now show"),
    ):
        y = words(sheet, y, [label, text], (LEFT, TEXT))
    sheet.text(LEFT, y, "Measures", size=9)
    y = words(sheet, y, HEAD, COLUMNS, bold=len(HEAD) if headed else 0)
    for n in range(3):
        y = words(sheet, y, [f"Roads mended {n}", "84%", "85%", "86%", "87%"], COLUMNS)
    found = [e for grid in grids(document(paper, engine)) for e in grid.evidence if "labels" in e]
    assert bool(found) == headed


def flat(doc_paper: Paper, engine: str) -> list[list[str]]:
    return [row for grid in grids(document(doc_paper, engine)) for row in texts(grid)]


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_labels_that_were_met_before_are_labels_at_a_pages_end_and_begin(count: int, engine: str) -> None:
    """Where no line is drawn, one label with a text could be anything but for the block before it."""
    flow = Flow("none")
    flow.block(block(1))
    sides = block(2)[:4]
    for number, own in enumerate((sides[:count], sides[count:])):
        if number:
            flow.sheet = flow.paper.sheet()
            flow.y = 60.0
        flow.block(own)
    rows = flat(flow.paper, engine)
    assert rows[-5][:2] != rows[-4][:2]
    assert ["Corporate Priority:", "A town that is easy to get about in"] in rows
    assert rows.count(["Corporate Priority:", "A town that is easy to get about in"]) == 2


def test_a_row_of_another_table_under_the_labels_is_no_label(engine: str) -> None:
    """Two of its texts stand where a label would."""
    flow = Flow("none")
    flow.block(block(1)[:4])
    xs = (LEFT, 90.0, 330.0, 400.0, 450.0)
    y = words(flow.sheet, flow.y + 11, ["Ref", "Name", "Latest", "2017/18", "2018/19"], xs, bold=5)
    for n in range(3):
        y = words(flow.sheet, y, [f"RD{n}", "Mended", "84%", "85%", "86%"], xs)
    found = grids(document(flow.paper, engine))
    assert texts(found[0])[0][0] == "Corporate Priority:"
    assert texts(found[-1])[0] == ["Ref", "Name", "Latest", "2017/18", "2018/19"]


def test_texts_that_nearly_touch_their_labels_begin_the_column(engine: str) -> None:
    """Lists begin further right; so do most texts of this block."""
    sheet = (paper := Paper()).sheet()
    y = 100.0
    for label, text, indent in [
        ("Corporate Priority:", "A town that is easy to get about in", 0),
        ("Service Objective:", "RD01: Keep the roads, the pavements and bridges safe", 0),
        ("Developments", "• The depot has moved", 8),
        ("Issues", "• Salt costs more", 8),
        ("Milestones", "• Replace lamps by March 2018", 8),
    ]:
        sheet.text(LEFT, y, label, size=9, bold=True)
        sheet.text(136 + indent, y, text, size=9)
        y += 20
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)][:2] == ["Corporate Priority:", "Service Objective:"]


NAMES = ["Lead", "Partners", "Risks", "Money"]
TOLD = ["Head of the pools", "Clubs of the town", "Ice on the lanes", "None is needed"]


def in_fonts(
    label: str = "FI", text: str = "F", *, names: list[str] = NAMES, told: list[str] = TOLD, engine: str = "pdfium"
) -> list[list[list[str]]]:
    """Labels and texts beside them, each in a type of its own, with no colon and nothing bold."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "What we do in the town and in all of its wards for those who live here", size=9)
    for n, (name, own) in enumerate(zip(names, told, strict=True)):
        sheet.text(50, 100 + 20 * n, name, size=9, font=label).text(150, 100 + 20 * n, own, size=9, font=text)
    return [texts(grid) for grid in grids(document(paper, engine))]


def test_labels_in_a_type_of_their_own_are_labels(engine: str) -> None:
    assert in_fonts(engine=engine) == [[list(pair) for pair in zip(NAMES, TOLD, strict=True)]]


@pytest.mark.parametrize(("label", "text"), [("F", "F"), ("FI", "FI")])
def test_in_the_type_of_the_texts_they_are_none(label: str, text: str) -> None:
    assert in_fonts(label, text) == []


@pytest.mark.parametrize("names", [["1", "2", "3", "4"], ["Lead", "2", "3", "4"]], ids=["numbers", "a word among them"])
def test_numbers_in_a_type_of_their_own_are_none(names: list[str]) -> None:
    assert in_fonts(names=names) == []


def test_one_label_in_the_type_of_the_texts_is_enough_to_show_none() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "What we do in the town and in all of its wards for those who live here", size=9)
    for n, (name, own) in enumerate(zip(NAMES, TOLD, strict=True)):
        sheet.text(50, 100 + 20 * n, name, size=9, font="F" if n == 2 else "FI").text(150, 100 + 20 * n, own, size=9)
    assert grids(document(paper)) == []


def torn(rest: list[str], x: float) -> Paper:
    """A block whose last row the page's end tears: what is left of it stands at ``x`` over the labels of the next."""
    flow = Flow("rules", start=560.0)
    sides = block(1)
    note = ["RD014: Bridges", "7", "It is set when the", "", ""]
    sides[-1] = (sides[-1][0], [*sides[-1][1], note])
    flow.block(sides)
    flow.sheet = flow.paper.sheet()
    flow.y = 60.0
    for n, text in enumerate(rest):
        flow.sheet.text(x, flow.y + 11 + LEAD * n, text, size=9)
    flow.y += 7 + LEAD * len(rest)
    flow.sheet.line(TEXT - 4, flow.y, END, flow.y)
    flow.block(block(2))
    return flow.paper


def test_the_rest_of_a_note_over_columns_stands_in_these_at_the_pages_begin(engine: str) -> None:
    doc = document(torn(["survey of them all", "has ended."], COLUMNS[2]), engine)
    (row,) = [row for grid in grids(doc) for row in texts(grid) if "survey" in "".join(row)]
    assert row[0] == row[1] == row[2] == ""
    assert row[3] == "survey of them all has ended."


def test_so_does_the_rest_of_one_in_a_plan() -> None:
    found = read(torn(["survey of them all", "has ended."], COLUMNS[2]).bytes())
    (bridges,) = [i for o in found.objectives for i in o.indicators if i.code == "RD014"]
    assert bridges.measure == "Bridges"
    assert bridges.targets[0].text == "It is set when the survey of them all has ended."


@pytest.mark.parametrize("x", [TEXT, TEXT + 14], ids=["in the first column", "a little further right"])
def test_the_rest_of_a_name_does_not(x: float, engine: str) -> None:
    doc = document(torn(["and the tunnels", "below them"], x), engine)
    (row,) = [row for grid in grids(doc) for row in texts(grid) if "tunnels" in "".join(row)]
    assert row == ["", "and the tunnels below them"]


def test_labels_line_by_line_are_several_where_a_text_begins_below_white(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    y = 100.0
    for label, text in (
        (["Corporate", "Priority"], ["A Greener County"]),
        (["Service", "Objective"], ["EH1: Throw away less"]),
        (["Key", "Developments"], ["A grant was won"]),
        (["Emerging", "Issues"], ["More people over 85", "Loss of the bus"]),
    ):
        for n in range(2):
            sheet.text(50, y, label[n], size=9, bold=True)
            if n < len(text):
                sheet.text(130, y, text[n], size=9)
            y += 11
    (grid,) = grids(document(paper, engine))
    assert [" ".join(row[0].split()) for row in texts(grid)] == [
        "Corporate Priority",
        "Service Objective",
        "Key Developments",
        "Emerging Issues",
    ]
