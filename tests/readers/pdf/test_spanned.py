"""Texts of the first column that span rows which only the codes beside them tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.unruled.spanned import spanned_rows
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import cut
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
XS = [50.0, 200, 250, 420]
HEAD = ["Objective", "Ref", "Action", "Due"]
ROWS = [
    (
        "Cut the waste of the town\nand recycle more of all\nthat is left in the bins",
        [
            ("1.1", "Open a depot at the mill\nand one at the bridge", "May 2024"),
            ("1.2", "Buy a van that runs on the\ngas of the tip", "June 2024"),
            ("1.3", "Train the drivers", "July 2024"),
        ],
    ),
    (
        "Plant trees on all streets",
        [("2.1", "Dig the holes", "May 2024"), ("2.2", "Buy the trees\nand the stakes", "June 2024")],
    ),
]


def written(sheet: Sheet) -> None:
    """A header and the rows below it."""
    for x, name in zip(XS, HEAD, strict=True):
        sheet.text(x, 100, name, size=9, bold=True)
    y = 122.0
    for label, entries in ROWS:
        for n, line in enumerate(label.split("\n")):
            sheet.text(XS[0], y + 11 * n, line, size=9)
        for code, action, due in entries:
            sheet.text(XS[1], y, code, size=9)
            sheet.text(XS[3], y, due, size=9)
            for n, line in enumerate(action.split("\n")):
                sheet.text(XS[2], y + 11 * n, line, size=9)
            y += 11 * (action.count("\n") + 1) + 9


def test_labels_beside_several_rows_without_a_rule(engine: str) -> None:
    written((paper := Paper()).sheet())
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[1:] == [
        [*([label.replace("\n", " ")] if n == 0 else []), code, action.replace("\n", " "), due]
        for label, entries in ROWS
        for n, (code, action, due) in enumerate(entries)
    ]
    assert {c.row_span for c in grid.cells if c.col == 0} == {1, 2, 3}


def placed(*rows: Sequence[str], step: float = 12) -> list[Placed]:
    out = []
    for n, cells in enumerate(rows):
        y = 97 + step * n
        filled = [(x, text) for x, text in zip(XS, cells, strict=False) if text]
        words = [Word(text, x, y - 7, x + text_width(text, 9), y + 2, y, STYLE) for x, text in filled]
        (line,) = make_lines(words)
        row = cut(line, 0.8)
        out.append(Placed(row, [(XS.index(run.x0), XS.index(run.x0), run) for run in row.runs]))
    return out


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([("Waste", "1.1", "x"), ("of all", "", "y"), ("", "1.2", "z"), ("", "1.3", "z")], True),
        ([("Waste", "1.1", "x"), ("Trees", "1.2", "y"), ("", "1.3", "z")], False),
        ([("Waste", "3.1", "x"), ("of all", "", "y"), ("", "1.2", "z"), ("", "1.3", "z")], False),
        ([("Waste", "11", "x"), ("of all", "", "y"), ("", "12", "z"), ("", "13", "z")], False),
        ([("Waste", "1.1", "x"), ("of all", "", "y"), ("", "as", "z"), ("", "1.2", "z"), ("", "1.3", "z")], False),
    ],
    ids=["spans", "a label beside each code", "values", "numbers", "words"],
)
def test_what_tells_rows_beside_a_label(rows: list[Sequence[str]], spans: bool) -> None:
    assert (spanned_rows(placed(*rows)) is not None) == spans


@pytest.mark.parametrize(("rules", "spanned"), [([88], True), ([88, 105], True), ([88, 105, 160], False)])
def test_labels_beside_several_rows_under_one_rule(rules: Sequence[float], spanned: bool, engine: str) -> None:
    """With two rules or more between the rows these tell what a label is beside."""
    sheet = (paper := Paper()).sheet()
    written(sheet)
    for y in rules:
        sheet.line(48, y, 500, y)
    (grid,) = grids(document(paper, engine))
    assert ({c.row_span for c in grid.cells if c.col == 0} == {1, 2, 3}) is spanned
