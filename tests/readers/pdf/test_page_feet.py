"""A running foot below the last row, smaller and with the number of the page, and a larger heading are no rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Document
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import is_foot
from planparse.repair import repair
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 200, 280, 360, 440]
HEAD = ["Measure", "Now", "North", "South"]
ROWS = [[f"Roads swept {n}", f"{n + 40}%", f"{n + 50}%", f"{n + 60}%"] for n in range(4)]
FOOT = ["Plan of the town", "", "", "Page 7"]


def line(*entries: tuple[float, str], size: float = 7) -> Line:
    style = make_style(size=size, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = []
    for start, entry in entries:
        x = start
        for text in entry.split():
            words.append(Word(text, x, 93, x + 4 * len(text), 102, 100, style))
            x += 4 * len(text) + 2
    (found,) = make_lines(words)
    return found


@pytest.mark.parametrize("number", ["7", "Page 7", "7 of 12"])
def test_a_number_at_an_end_of_a_smaller_line_makes_it_a_foot(number: str) -> None:
    assert is_foot(line((50, "Plan of the town"), (400, number)), 9)
    assert is_foot(line((50, number), (400, "Plan of the town")), 9)


def test_a_line_as_large_as_the_rows_is_none() -> None:
    assert not is_foot(line((50, "Plan of the town"), (400, "Page 7"), size=9), 9)


def test_a_line_with_other_figures_or_without_a_number_is_none() -> None:
    assert not is_foot(line((50, "Roads swept"), (200, "45%"), (400, "7")), 9)
    assert not is_foot(line((50, "Plan of the town"), (400, "Town council")), 9)


def put(sheet: Sheet, base: float, row: Sequence[str], *, size: float = 9, bold: bool = False) -> None:
    for x, cell in zip(XS, row, strict=False):
        sheet.text(x + 3, base, cell, size=size, bold=bold)


def between_rules(last: Sequence[str], *, size: float, bold: bool = False) -> Paper:
    """A table with rules between its rows, and a line right below the last rule."""
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate([HEAD, *ROWS]):
        sheet.line(50, 100 + 16 * n, 440, 100 + 16 * n)
        put(sheet, 112 + 16 * n, row, bold=n == 0)
    end = 100 + 16 * len(ROWS) + 16
    sheet.line(50, end, 440, end)
    put(sheet, end + 4 + size, last, size=size, bold=bold)
    return paper


def last_rows(paper: Paper, engine: str = "pdfium") -> list[str]:
    (grid,) = grids(document(paper, engine))
    return texts(grid)[-1]


def test_a_foot_below_the_last_rule_is_no_row(engine: str) -> None:
    assert last_rows(between_rules(FOOT, size=7), engine) == ROWS[-1]


def test_a_row_below_the_last_rule_is_one(engine: str) -> None:
    row = ["Lamps lit", "8", "9", "7"]
    assert last_rows(between_rules(row, size=9), engine) == row
    assert last_rows(between_rules(row, size=8), engine) == row


@pytest.mark.parametrize(("size", "is_row"), [(13, False), (10, True)])
def test_a_larger_heading_below_the_last_rule_is_no_row(size: float, is_row: bool, engine: str) -> None:
    paper = between_rules(["Our parks", "of 2024", "and of", "2025"], size=size, bold=True)
    assert (last_rows(paper, engine) == ["Our parks", "of 2024", "and of", "2025"]) is is_row


def painted(foot: Sequence[str], *, size: float) -> Paper:
    """A table of which only the header is painted, and a line below its rows."""
    sheet = (paper := Paper()).sheet()
    for x0, x1 in pairwise(XS):
        sheet.box(x0, 100, x1 - 1, 116, colour="0.85 0.85 0.85")
    put(sheet, 111, HEAD, bold=True)
    for n, row in enumerate(ROWS):
        put(sheet, 128 + 14 * n, row)
    put(sheet, 128 + 14 * len(ROWS) + 8, foot, size=size)
    return paper


@pytest.mark.parametrize(("size", "is_row"), [(7, False), (9, True)])
def test_a_foot_below_the_rows_of_a_painted_header_is_none_of_them(size: float, is_row: bool, engine: str) -> None:
    doc = document(painted(FOOT, size=size), engine)
    (grid,) = grids(doc)
    assert (texts(grid)[-1] == FOOT) is is_row
    assert texts(grid)[: len(ROWS) + 1] == [HEAD, *ROWS]
    assert any("Plan of the town" in text for text in paragraphs(doc)) is not is_row


def pieced(foot: Sequence[str], *, size: float, more: bool = False) -> Paper:
    """A table under a rule drawn cell by cell, and a line below its rows; ``more``: another row below that."""
    sheet = (paper := Paper()).sheet()
    put(sheet, 112, HEAD, bold=True)
    for a, b in pairwise(XS):
        sheet.line(a, 116, b, 116)
    for n, row in enumerate(ROWS):
        put(sheet, 128 + 14 * n, row)
    put(sheet, 128 + 14 * len(ROWS), foot, size=size)
    if more:
        put(sheet, 128 + 14 * len(ROWS) + 14, ROWS[0])
    return paper


@pytest.mark.parametrize(("size", "is_row"), [(7, False), (9, True)])
def test_a_foot_below_the_rows_of_a_header_on_pieces_is_none_of_them(size: float, is_row: bool, engine: str) -> None:
    assert (last_rows(pieced(FOOT, size=size), engine) == FOOT) is is_row


def test_over_another_row_it_is_a_row() -> None:
    (grid,) = grids(document(pieced(FOOT, size=7, more=True)))
    assert texts(grid)[-2:] == [FOOT, ROWS[0]]


PLACES = [50.0, 110, 300]
TITLES = ["Ref", "Action", "Lead"]
RUNNING = ["Town", "Plan of the town", "Page {}"]


def pages(feet: Sequence[Sequence[str]], *, end: float = 794, torn: bool = False) -> Document:
    """Pages with a table each of which the last row has no rule under it; right below it, one row further, a foot in
    the same columns. ``torn``: the last row of each page goes on in the first one of the next."""
    paper = Paper()
    for k, foot in enumerate(feet):
        rest = [["", "streets of the town", ""]] if torn and k else []
        body = [[f"{name}{k}", f"{what} {('north', 'south', 'east')[k]} halls", "A Smith"] for name, what in TASKS]
        own = [TITLES, *rest, *body, [f"Z{k}", "Mend the lamps of all the", "B Jones"]]
        sheet = paper.sheet()
        top = end - 20 * len(own)
        for n, row in enumerate([*own, [text.format(k + 1) for text in foot]]):
            if n < len(own):
                sheet.line(50, top + 20 * n, 450, top + 20 * n)
            for x, text in zip(PLACES, row, strict=True):
                sheet.text(x + 4, top + 14 + 20 * n, text, size=9, bold=not n)
    return document(paper)


TASKS = [("A", "Paint the"), ("B", "Sweep the")]


def last_of_each(doc: Document) -> list[list[str]]:
    return [texts(grid)[-1] for grid in grids(doc)]


def test_the_foot_of_each_page_taken_for_the_last_row_of_its_table_is_furniture() -> None:
    doc = pages([RUNNING] * 3)
    assert last_of_each(doc) == [[f"Z{k}", "Mend the lamps of all the", "B Jones"] for k in range(3)]
    assert " ".join(aside.text for aside in doc.asides) == " ".join(t.format(k) for k in (1, 2, 3) for t in RUNNING)
    assert {aside.kind for aside in doc.asides} == {"furniture"}
    assert {aside.reason for aside in doc.asides} == {"repeated at the edge of 3 pages"}


def test_a_foot_taken_for_a_row_on_one_page_is_known_by_those_of_the_others(engine: str) -> None:
    paper = Paper()
    for k in range(4):
        sheet = paper.sheet()
        for x, text in zip(PLACES, RUNNING, strict=True):
            sheet.text(x + 4, 808, text.format(k + 1), size=9)
        for n in range(6 if k < 3 else 0):
            sheet.text(50, 100 + 30 * n, f"Text {'abcdef'[n]} of page {'stu'[k]} goes on for all of the town to read.")
    rows = [TITLES, *([f"A{n}", f"Mend the {name}", "A Smith"] for n, name in enumerate(("lamps", "halls", "roads")))]
    for n, row in enumerate(rows):
        sheet.line(50, 714 + 20 * n, 450, 714 + 20 * n)
        for x, text in zip(PLACES, row, strict=True):
            sheet.text(x + 4, 728 + 20 * n, text, size=9, bold=not n)
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == rows
    said = " ".join(aside.text for aside in doc.asides)
    assert said == " ".join(text.format(k) for k in (1, 2, 3, 4) for text in RUNNING)
    assert not any("Plan of the town" in text for text in paragraphs(doc))


def test_the_row_above_such_a_foot_is_torn_as_that_was() -> None:
    for grid in grids(pages([RUNNING] * 3)):
        assert [cell.open_bottom for cell in grid.cells if cell.row == grid.n_rows - 1] == [True, True, True]
        assert not any(cell.open_bottom for cell in grid.cells if cell.row < grid.n_rows - 1)


def test_what_the_foot_tore_is_joined() -> None:
    doc, _ = repair(pages([RUNNING] * 3, torn=True), ())
    (grid,) = grids(doc)
    whole = ["Mend the lamps of all the streets of the town"] * 2 + ["Mend the lamps of all the"]
    assert [row[1] for row in texts(grid) if row[0].startswith("Z")] == whole
    assert not any("Plan" in text for row in texts(grid) for text in row)


@pytest.mark.parametrize(
    ("feet", "end"),
    [
        ([RUNNING] * 3, 700),
        ([["C", f"Plant {name} trees", "C Brown"] for name in ("old", "tall", "green")], 794),
        ([["C", "Plant old trees", "C Brown"], RUNNING, RUNNING], 794),
    ],
    ids=["far from the edge", "other words on each page", "on two of three pages"],
)
def test_a_last_row_of_the_table_itself_stays(feet: list[list[str]], end: float) -> None:
    doc = pages(feet, end=end)
    assert last_of_each(doc) == [[text.format(k) for text in foot] for k, foot in enumerate(feet, 1)]
    assert not doc.asides


@pytest.mark.parametrize("first", ["Total", "R{}"])
@pytest.mark.parametrize("figures", ["263", "123"], ids=["any figures", "figures that go up with the pages"])
def test_the_last_rows_of_tables_with_a_rule_under_them_are_rows(first: str, figures: str) -> None:
    paper = Paper()
    for k, figure in enumerate(figures):
        body = [
            [f"{code}{k}", f"Mend the {what}", "7"] for code, what in (("A", "lamps"), ("B", "halls"), ("C", "roads"))
        ]
        rows = [["Code", "Task", "Number"], *body, [first.format(k + 1), "Visits", figure]]
        ys = [715 + 20 * n for n in range(len(rows) + 1)]
        sheet = paper.sheet()
        sheet.grid([50, 110, 300, 380], ys).cells([50, 110, 300], ys[:-1], rows)
    doc = document(paper)
    assert [texts(grid)[-1][1:] for grid in grids(doc)] == [["Visits", figure] for figure in figures]
    assert doc.asides == ()
