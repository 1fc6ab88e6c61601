"""The names of the columns of a ruled table may stand right over it, in a shaded band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 110, 330, 410, 490]
NAMES = ["Ref", "Measure", "Actual", "Target"]
ROWS = [["AB1", "Roads swept", "40%", "45%"], ["AB2", "Lamps lit", "8", "9"], ["AB3", "Bins emptied", "4", "5"]]
GREEN = "0.8 1 0.6"


def drawn(
    *,
    names: Sequence[str] = NAMES,
    bold: bool = True,
    colour: str = GREEN,
    gap: float = 0,
    right: float = XS[-1],
    high: float = 20,
    shift: float = 0,
) -> Paper:
    """A ruled table and a band over it, ``gap`` above its first line; ``shift``: how far right of their columns the
    names stand."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "These are the measures by which we will know how well the council is doing")
    sheet.box(XS[0], 120 - gap - high, right, 120 - gap, colour=colour)
    for x, name in zip(XS, names, strict=False):
        sheet.text(x + 4 + shift, 120 - gap - 6, name, size=9, bold=bold)
    sheet.grid(XS, [120, 140, 160, 180], ROWS)
    return paper


@pytest.mark.parametrize("names", [NAMES, ["", *NAMES[1:]]], ids=["all", "all but one"])
def test_bold_names_in_a_shaded_band_right_over_a_ruled_table_are_its_header(names: list[str], engine: str) -> None:
    found = document(drawn(names=names), engine)
    (grid,) = grids(found)
    assert texts(grid) == [names, *ROWS]
    assert {cell.fill for cell in grid.cells if cell.row == 0} == {"#ccff99"}
    assert len(paragraphs(found)) == 1


@pytest.mark.parametrize("how", [{"colour": "1 1 1"}, {"gap": 6.0}, {"right": 430.0}], ids=["white", "up", "narrow"])
def test_so_are_bold_names_without_such_a_band(how: dict[str, Any], engine: str) -> None:
    (grid,) = grids(document(drawn(**how), engine))
    assert texts(grid) == [NAMES, *ROWS]


def test_a_table_that_begins_with_bold_text_has_its_header() -> None:
    sheet = (paper := drawn(colour="1 1 1")).sheet()
    for x, name in zip(XS, NAMES, strict=False):
        sheet.text(x + 4, 108, name, size=9, bold=True)
        sheet.text(x + 4, 134, f"The {name}", size=9, bold=True)
    sheet.grid(XS, [120, 140, 160], [["", "", "", ""], ROWS[0]])
    assert [texts(grid)[0] for grid in grids(document(paper))][-1] == [
        "The Ref",
        "The Measure",
        "The Actual",
        "The Target",
    ]


@pytest.mark.parametrize(
    "how",
    [
        {"bold": False},
        {"colour": "1 1 1", "bold": False},
        {"gap": 14.0},
        {"high": 48.0},
        {"shift": 30.0, "names": ["Reference", *NAMES[1:]]},
        {"names": ["", "Measure"]},
    ],
    ids=[
        "plain names",
        "plain names without a band",
        "names further up",
        "a high band",
        "a name over a border",
        "one name",
    ],
)
def test_other_texts_over_it_are_no_header(how: dict[str, Any]) -> None:
    (grid,) = grids(document(drawn(**how)))
    assert texts(grid) == ROWS


def test_half_of_the_names_are_too_few() -> None:
    assert texts(grids(document(drawn(names=["Ref", "Measure"])))[0]) == ROWS


def test_a_heading_right_over_the_names_stays_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 96, "How we will measure progress", size=10, bold=True)
    for x, name in zip(XS, NAMES, strict=False):
        sheet.text(x + 4, 110, name, size=9, bold=True)
    sheet.grid(XS, [120, 140, 160, 180], ROWS)
    found = document(paper, engine)
    (grid,) = grids(found)
    assert texts(grid) == [NAMES, *ROWS]
    assert paragraphs(found) == ["How we will measure progress"]


def test_a_band_may_begin_the_table_under_the_names(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x, name in zip(XS, NAMES, strict=False):
        sheet.text(x + 4, 110, name, size=9, bold=True)
    sheet.text(54, 132, "Keep the town clean", size=9, bold=True)
    sheet.line(XS[0], 120, XS[-1], 120)
    sheet.line(XS[0], 120, XS[0], 140)
    sheet.line(XS[-1], 120, XS[-1], 140)
    sheet.grid(XS, [140, 160, 180, 200], ROWS)
    (grid,) = grids(document(paper, engine))
    assert [[text for text in row if text] for row in texts(grid)] == [NAMES, ["Keep the town clean"], *ROWS]
