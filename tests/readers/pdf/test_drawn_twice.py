"""Letters that are drawn twice, a little to the side, are bold with either engine; letters that stand alike are not."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.engines.pdfium import PdfiumSource
from planparse.readers.pdf.engines.plumber import PlumberSource
from planparse.readers.pdf.page import in_bold, make_style
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, texts

Drawn = tuple[float, float, str]


def words(engine: str, *drawn: Drawn, bold: str = "", paper: Paper | None = None) -> list[tuple[str, bool]]:
    """The words of a page of these texts, and of "Other words" drawn once, and whether they are bold."""
    paper = paper or Paper()
    sheet = paper.sheet()
    for x, y, text in drawn:
        sheet.text(x, y, text)
    if bold:
        sheet.text(50, 160, bold, bold=True)
    sheet.text(50, 140, "Other words")
    source = PlumberSource(paper.bytes()) if engine == "pdfplumber" else PdfiumSource(paper.bytes())
    found = next(iter(source.pages()))
    return [(word.text, word.style.bold) for word in found.words]


PLAIN = [("Other", False), ("words", False)]
PLAN = (50.0, 100.0, "Our plan")


@pytest.mark.parametrize("off", [0.1, 0.4, 0.9, -0.4])
def test_a_text_drawn_again_to_the_side_is_bold(off: float, engine: str) -> None:
    assert words(engine, PLAN, (50 + off, 100, "Our plan")) == [("Our", True), ("plan", True), *PLAIN]


@pytest.mark.parametrize(("right", "down"), [(0, 0), (0.03, 0), (0, 0.4)], ids=["in its place", "too near", "below"])
def test_one_drawn_again_in_its_place_is_not(right: float, down: float, engine: str) -> None:
    """A cell that is painted over has its text twice, and so has a shadow."""
    assert words(engine, PLAN, (50 + right, 100 + down, "Our plan")) == [("Our", False), ("plan", False), *PLAIN]


def test_the_same_text_on_another_line_is_not(engine: str) -> None:
    found = words(engine, PLAN, (50, 120, "Our plan"), (50.3, 120, "Our plan"))
    assert found == [("Our", False), ("plan", False), ("Our", True), ("plan", True), *PLAIN]


def test_it_may_be_drawn_again_word_by_word_or_in_part(engine: str) -> None:
    x = 50.3 + text_width("Our ", 10)
    assert words(engine, PLAN, (50.3, 100, "Our"), (x, 100, "plan"))[:2] == [("Our", True), ("plan", True)]
    cut = (50.3 + text_width("Miles", 10), 100.0, "tones")
    assert words(engine, (50, 100, "Milestones"), (50.3, 100, "Miles"), cut)[:1] == [("Milestones", True)]


def test_letters_alike_beside_each_other_are_not(engine: str) -> None:
    assert words(engine, (50, 100, "l"), (52.2, 100, "l")) == [("ll", False), *PLAIN]


def test_beside_a_bold_font_they_are_read_too(engine: str) -> None:
    found = dict(words(engine, PLAN, bold="Heading"))
    assert found == {"Our": False, "plan": False, "Other": False, "words": False, "Heading": True}


def test_texts_within_forms_are_those_of_their_form() -> None:
    """A text on the page and one of a form may have the same place in each."""
    paper = Paper()
    sheet = paper.sheet()
    for x in (50, 50.3):
        sheet.form(f"BT /F 10 Tf 1 0 0 1 {x} 700 Tm (Plan) Tj ET")
    source = PdfiumSource(paper.bytes())
    assert [word.text for word in source.page(0).words] == ["Plan"]


def test_a_style_in_bold_is_one_object_and_else_the_same() -> None:
    style = make_style(size=9, bold=False, direction=90, invisible=False, white=True, font="Oak", unmapped=False)
    heavy = in_bold(style)
    assert heavy is in_bold(style)
    assert (heavy.bold, heavy.size, heavy.angle, heavy.white, heavy.font) == (True, 9, 90, True, "Oak")
    assert in_bold(heavy) is heavy


def test_a_header_drawn_twice_is_bold_over_its_rows(engine: str) -> None:
    """Rows at whose end no rule is drawn follow the bold labels."""
    sheet = (paper := Paper()).sheet()
    sheet.grid([50, 150, 400], [100, 160])
    for n, (label, text) in enumerate([("Aim:", "Sweep the square"), ("Risk:", "Wet leaves"), ("Lead:", "A Smith")]):
        for x in (54, 54.3):
            sheet.text(x, 114 + 16 * n, label, size=9)
        sheet.text(154, 114 + 16 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Aim:", "Sweep the square"], ["Risk:", "Wet leaves"], ["Lead:", "A Smith"]]
