"""Areas that a gradient fills, which PDFium calls white: white text on them is seen, unless they are white."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS, YS = [50, 150, 250], [100, 120, 140]
ROWS = [["Measure", "Target"], ["PI 1", "88%"]]


def gradient(first: str, last: str) -> str:
    """A pattern of the colours from the left of the page to its right."""
    function = f"<< /FunctionType 2 /Domain [0 1] /C0 [{first}] /C1 [{last}] /N 1 >>"
    shading = f"/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 0] /Function {function} /Extend [true true]"
    return f"<< /Type /Pattern /PatternType 2 /Shading << {shading} >> >>"


def titled(first: str, last: str, *, x: float = 60) -> Paper:
    """White words at ``x`` on such an area of the page, and a table below it."""
    paper = Paper()
    paper.patterns.append(gradient(first, last))
    sheet = paper.sheet().grid(XS, YS, ROWS)
    sheet.raw("q /Pattern cs /P0 scn 40 762 400 40 re f Q")
    sheet.text(x, 65, "Plan of the town", size=14, grey=1)
    return paper


def test_white_text_on_a_gradient_of_colours_is_seen(engine: str) -> None:
    doc = document(titled("0 0 0.5", "0.2 0.4 0.8"), engine)
    assert paragraphs(doc) == ["Plan of the town"]
    assert texts(grids(doc)[0]) == ROWS
    assert not doc.asides


@pytest.mark.parametrize("x", [60, 480], ids=["on white", "beside the gradient"])
def test_white_text_on_a_gradient_that_is_white_there_or_beside_one_is_an_aside(x: float) -> None:
    doc = document(titled("1 1 1", "1 1 1") if x == 60 else titled("0 0 0.5", "0.2 0.4 0.8", x=x))
    assert paragraphs(doc) == []
    assert [(a.kind, a.text, a.reason) for a in doc.asides] == [("hidden", "Plan of the town", "white text on white")]


def test_white_text_on_an_area_filled_white_is_an_aside(engine: str) -> None:
    paper = Paper()
    paper.patterns.append(gradient("0 0 0.5", "0.2 0.4 0.8"))
    sheet = paper.sheet().grid(XS, YS, ROWS)
    sheet.raw("q /Pattern cs /P0 scn 300 300 100 40 re f Q").box(40, 40, 440, 80, colour="1 1 1")
    sheet.text(60, 65, "Plan of the town", size=14, grey=1)
    doc = document(paper, engine)
    assert paragraphs(doc) == []
    assert [a.reason for a in doc.asides] == ["white text on white"]
