"""Footnotes at the foot of a page stand between the parts of a table that goes on over it, and part nothing."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.paragraphs.footnotes import footnotes, is_footnote
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=8, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
XS = [50.0, 200.0, 270.0, 340.0]
HEAD = ["Measure", "Actual", "Target"]


def line(text: str, base: float) -> Line:
    words, x = [], 50.0
    for part in text.split():
        words.append(Word(part, x, base - 6, x + 4 * len(part), base + 2, base, STYLE))
        x += 4 * len(part) + 3
    return make_lines(words)[0]


def lines(*texts: str, last: float = 10) -> list[Line]:
    out = [line(text, 700 + 10 * n) for n, text in enumerate(texts[:-1])]
    return [*out, line(texts[-1], 700 + 10 * (len(texts) - 2) + last)]


def test_they_begin_with_the_number_raised_behind_a_word() -> None:
    assert footnotes(lines("1 Counted in May.", "2 A sample of homes", "in each ward."), ["homes1", "lamps2"]) == (0, 3)
    assert footnotes(lines("What is left", "1 Counted in May."), ["homes1"]) == (1, 2)
    assert footnotes(lines("a sample of homes", "aCounted in May.", "bA sample."), ["44%a", "3b"]) == (1, 3)
    assert footnotes(lines("about homes", "a Counted in May.", "b A sample."), ["44%a", "3b"]) == (1, 3)


def test_running_feet_below_them_stand_further_off() -> None:
    assert footnotes(lines("1 Counted in May.", "Plan of the town, page 4", last=30), ["homes1"]) == (0, 1)


@pytest.mark.parametrize("marks", [[], ["homes2"]], ids=["nothing is raised", "another number"])
def test_other_lines_are_none(marks: list[str]) -> None:
    assert footnotes(lines("1 Counted in May.", "and in June."), marks) == (2, 2)


def test_a_number_alone_is_that_of_the_page() -> None:
    assert footnotes(lines("What is left of it", "1"), ["homes1"]) == (2, 2)


def raised(sheet: Sheet, x: float, base: float, text: str, mark: str) -> None:
    sheet.text(x, base, text, size=9).text(x + text_width(text, 9), base - 3.2, mark, size=6.3)


def test_a_table_goes_on_over_a_page_with_a_footnote(engine: str) -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.grid(XS, [300, 320, 340, 360], [HEAD, ["Roads swept", "40%", "45%"]])
    raised(first, 54, 352, "Lamps", "1")
    first.text(204, 352, "8", size=9).text(274, 352, "9", size=9)
    first.text(50, 376, "1", size=5.5).text(56, 379, "Counted in each of the wards.", size=8)
    second.grid(XS, [50, 70, 90], [HEAD, ["Trees planted", "4", "5"]])
    doc = document(paper, engine)
    assert [row for grid in grids(doc) for row in texts(grid)][2] == ["Lamps", "8", "9"]
    last = doc.blocks[-1]
    assert isinstance(last, Paragraph)
    assert (last.text, last.places[0].part, last.places[0].page) == ("1 Counted in each of the wards.", "footnote", 0)


def test_footnotes_with_a_full_stop_behind_their_number() -> None:
    assert footnotes(lines("2. Checked by the auditors", "3. So far"), ["Visits2", "Loans3"]) == (0, 2)


def begun(base: float, gap: float, engine: str) -> str | None:
    """The footnote of a page with a table that goes on: its number stands at ``base``, ``gap`` before its text."""
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.grid(XS, [300, 320, 340, 360], [HEAD, ["Roads swept", "40%", "45%"]])
    raised(first, 54, 352, "Lamps", "1")
    first.text(204, 352, "8", size=9).text(274, 352, "9", size=9)
    first.text(50, base, "1", size=5.5).text(50 + text_width("1", 5.5) + gap, 379, "Counted in each ward.", size=8)
    second.grid(XS, [50, 70, 90], [HEAD, ["Trees planted", "4", "5"]])
    last = document(paper, engine).blocks[-1]
    return last.text if isinstance(last, Paragraph) and last.places[0].part == "footnote" else None


@pytest.mark.parametrize("gap", [0, 3, 7])
def test_the_raised_number_of_a_footnote_is_on_its_line(gap: float, engine: str) -> None:
    assert (begun(375, gap, engine) or "").replace(" ", "") == "1Countedineachward."


@pytest.mark.parametrize(("base", "gap"), [(379, 0), (375, 9)], ids=["a word with a number", "too far"])
def test_a_number_that_is_not_raised_or_far_away_begins_none(base: float, gap: float, engine: str) -> None:
    assert begun(base, gap, engine) is None


def test_the_last_line_that_begins_with_the_number_is_the_footnote() -> None:
    """A list above has the same numbers."""
    found = lines("1 Sweep the roads", "2 Mend the lamps", "1 Counted in May.", "2 A sample.")
    assert footnotes(found, ["homes1", "lamps2"]) == (2, 4)


@pytest.mark.parametrize(
    ("text", "gap", "found"),
    [
        ("1 Counted in May.", 0.5, True),
        ("1 Counted in May.", 3, False),
        ("1 45", 0.5, False),
        ("a Counted", 0.5, False),
    ],
    ids=["touching", "apart", "a figure behind it", "a letter"],
)
def test_a_number_that_touches_a_text_begins_a_footnote(text: str, gap: float, found: bool) -> None:
    own = line(text, 700)
    own.words[0].x1 = own.words[1].x0 - gap
    assert is_footnote(own) is found


def test_a_number_alone_begins_none() -> None:
    assert not is_footnote(line("1", 700))


@pytest.mark.parametrize(
    ("text", "marks", "size", "found"),
    [
        ("1Counted in each ward.", [], 10, True),
        ("1Counted in each ward.", [], 8, False),
        ("1Counted in each ward.", ["homes2"], 10, False),
        ("1st of May", [], 10, False),
    ],
    ids=["smaller than the text", "as large as the text", "another one is raised", "an ordinal"],
)
def test_a_number_that_the_font_raises_touches_its_footnote(
    text: str, marks: list[str], size: float, found: bool
) -> None:
    assert footnotes(lines("What is left of it", text), marks, size) == ((1, 2) if found else (2, 2))
