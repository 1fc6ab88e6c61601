"""Bullets that are drawn as shapes."""

from __future__ import annotations

import pytest

from planparse.model.document import Document, Paragraph
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids

ITEMS = ["Open the new centre", "Agree the plan with all of our partners", "Move the helpline"]


def disc(sheet: Sheet, x: float, y: float, size: float, colour: str = "0 g") -> None:
    """A filled circle about (x, y)."""
    r, k, y = size / 2, size * 0.276, sheet.height - y
    curves = (
        f"{x + r} {y + k} {x + k} {y + r} {x} {y + r} c {x - k} {y + r} {x - r} {y + k} {x - r} {y} c "
        f"{x - r} {y - k} {x - k} {y - r} {x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c"
    )
    sheet.raw(f"q {colour} {x + r} {y} m {curves} f Q")


def box(sheet: Sheet, x: float, y: float, size: float, colour: str = "0 g") -> None:
    """A filled square about (x, y)."""
    sheet.raw(f"q {colour} {x - size / 2} {sheet.height - y - size / 2} {size} {size} re f Q")


def listed(doc: Document) -> list[tuple[str | None, str]]:
    return [(b.marker, b.text) for b in doc.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize("draw", [disc, box])
def test_a_drawn_bullet_begins_an_item(draw: object, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n, item in enumerate(ITEMS):
        sheet.text(60, 100 + 12 * n, item)
        draw(sheet, 50, 96.5 + 12 * n, 2.5)  # type: ignore[operator]
    assert listed(document(paper, engine)) == [("•", item) for item in ITEMS]


def test_a_drawn_bullet_in_a_cell_of_a_turned_page(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet(rotate=90)
    sheet.grid([50, 150, 350], [100, 120, 160], [["Label", "Text"], ["Milestones", ""]])
    for n, item in enumerate(ITEMS[:2]):
        sheet.text(170, 132 + 12 * n, item)
        disc(sheet, 160, 128.5 + 12 * n, 2.5)
    (grid,) = grids(document(paper, engine))
    assert [(b.marker, b.text) for b in grid.cells[3].blocks] == [("•", item) for item in ITEMS[:2]]


@pytest.mark.parametrize(
    ("x", "y", "size", "colour"),
    [(50, 96.5, 7, "0 g"), (50, 88, 2.5, "0 g"), (50, 96.5, 2.5, "1 g"), (20, 96.5, 2.5, "0 g")],
    ids=["a traffic light", "too high", "white on white", "far away"],
)
def test_what_is_no_bullet(x: float, y: float, size: float, colour: str, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(60, 100, ITEMS[0])
    disc(sheet, x, y, size, colour)
    assert listed(document(paper, engine)) == [(None, ITEMS[0])]


def test_a_dotted_line_beside_a_text_is_no_bullet(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(60, 100, ITEMS[0])
    for n in range(12):
        disc(sheet, 52, 76.5 + 4 * n, 2)
    assert listed(document(paper, engine)) == [(None, ITEMS[0])]


def test_a_dot_between_two_words_is_no_bullet(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(60, 100, "Actual").text(104, 100, "Target")
    disc(sheet, 98, 96.5, 2.5)
    assert "•" not in str(listed(document(paper, engine)))
