"""Turned pages and turned text."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS, YS = [50, 150, 250, 350], [100, 120, 140, 160]
ROWS = [["Measure", "Target", "2016/17"], ["PI 1", "", "88%"], ["PI 2 and", "tbc", "6.2"]]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_turned_for_the_screen_reads_the_same(rotate: int, engine: str) -> None:
    paper = Paper()
    paper.sheet(rotate=rotate).grid(XS, YS, ROWS)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == ROWS


@pytest.mark.parametrize(("turn", "rotate"), [(90, 90), (270, 270), (180, 180)])
def test_content_drawn_turned_on_a_turned_page_stands_upright(turn: int, rotate: int, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet(rotate=rotate)
    turned_table(sheet, turn)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["a", "b"], ["c", "d"]]
    box = grid.cells[0].places[0].bbox
    assert box is not None
    assert box[0] < 842
    assert (box[2] - box[0], box[3] - box[1]) == (pytest.approx(100, abs=1), pytest.approx(20, abs=1))


@pytest.mark.parametrize("turn", [90, 270])
def test_a_landscape_table_drawn_on_a_portrait_page(turn: int, engine: str) -> None:
    paper = Paper()
    turned_table(paper.sheet(), turn)
    doc = document(paper, engine)
    assert texts(grids(doc)[0]) == [["a", "b"], ["c", "d"]]
    assert doc.sizes == ((595, 842),)
    box = grids(doc)[0].cells[0].places[0].bbox
    assert box is not None
    assert (box[2] - box[0], box[3] - box[1]) == (pytest.approx(20, abs=1), pytest.approx(100, abs=1))


def turned_table(sheet: Sheet, turn: int) -> None:
    """Two by two cells, each 100 long and 20 high, with their text running in the direction of ``turn``."""

    def at(x: float, y: float) -> tuple[float, float]:
        return {90: (200 + y, 600 - x), 270: (400 - y, 100 + x), 180: (400 - x, 600 - y)}[turn]

    for k in range(3):
        sheet.line(*at(0, 20 * k), *at(200, 20 * k))
        sheet.line(*at(100 * k, 0), *at(100 * k, 40))
    for r, row in enumerate(["ab", "cd"]):
        for c, text in enumerate(row):
            sheet.text(*at(4 + 100 * c, 14 + 20 * r), text, turn=turn)


@pytest.mark.parametrize("turn", [90, 270])
def test_a_turned_header_cell(turn: int, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 180, 350], [100, 180, 200, 220], [["Measure", "", "Note"], *ROWS[1:]])
    if turn == 90:
        sheet.text(164, 170, "Latest", turn=90, size=9).text(175, 170, "performance", turn=90, size=9)
    else:
        sheet.text(170, 106, "Latest", turn=270, size=9).text(158, 106, "performance", turn=270, size=9)
    (grid,) = grids(document(paper, engine))
    assert " ".join(grid.cells[1].text.split()) == "Latest performance"
    assert texts(grid)[2] == ROWS[2]


def test_turned_text_in_the_margin_is_kept() -> None:
    paper = Paper()
    sheet = paper.sheet().text(580, 400, "Printed in the town", turn=90, size=7)
    sheet.text(50, 100, "The plan of the town for the years to come, as it was approved by the board")
    found = paragraphs(document(paper))
    assert "Printed in the town" in found
    assert len(found) == 2


def margin(*entries: tuple[float, float, str]) -> list[str]:
    """What runs up in the margin: texts by the places where they begin."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "The plan of the town for the years to come, as it was approved by the board")
    for x, base, text in entries:
        sheet.text(x, base, text, turn=90, size=9)
    return paragraphs(document(paper))[1:]


def test_turned_texts_far_from_each_other_on_a_line_are_texts_of_their_own(engine: str) -> None:
    assert margin((570, 700, "Clean and"), (582, 700, "green town"), (570, 400, "Safe and"), (582, 400, "sound")) == [
        "Clean and green town",
        "Safe and sound",
    ]


def test_words_near_each_other_are_one_turned_text() -> None:
    assert margin((570, 700, "Clean"), (570, 655, "and green")) == ["Clean and green"]
