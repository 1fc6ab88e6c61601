"""Running titles and feet that the pages so far have in common are set aside; lines that may be of a table are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import WHITE, Fill, Page, Rule, Word, make_style
from planparse.readers.pdf.paragraphs.running import Running
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts
from tests.readers.pdf.test_page_feet import PLACES, RUNNING, TITLES

LEFT, RIGHT = 50, 450
HEAD, FOOT = 40.0, 800.0
"""Baselines on a page that is 842 points high."""


def words(x: float, base: float, text: str, *, size: float = 9, bold: bool = False, turn: int = 0) -> list[Word]:
    style = make_style(size=size, bold=bold, direction=turn, invisible=False, white=False, font="", unmapped=False)
    out = []
    for entry in text.split():
        out.append(Word(entry, x, base - 7, x + 4 * len(entry), base + 2, base, style))
        x += 4 * len(entry) + 2
    return out


def body(n: int) -> list[Word]:
    """What differs from page to page; from the left to the right end of the text."""
    return words(LEFT, 400, f"Text of page {'abcdefgh'[n]}") + words(RIGHT - 20, 400, "north")


def aside(*pages: Sequence[Word], first: int = 1, changed: Page | None = None) -> list[str]:
    """The texts that are set aside on each page; rules and areas are those of ``changed``."""
    running, out = Running(), []
    for n, own in enumerate(pages):
        page = Page(first + n, 595, 842)
        if changed is not None:
            page.horizontals, page.fills = changed.horizontals, changed.fills
        given = [*body(n), *own]
        rest, head, foot = running.take(page, given)
        gone = [word for line in (*head, *foot) for word in line.words]
        assert [w for w in given if not any(w is g for g in gone)] == rest
        out.append("; ".join(" ".join(word.text for word in line.words) for line in (*head, *foot)))
    return out


@pytest.mark.parametrize("base", [HEAD, FOOT])
def test_a_line_that_each_page_has_at_its_end_is_set_aside_from_the_second_on(base: float) -> None:
    assert aside(*[words(LEFT, base, "Plan of the town")] * 3) == ["", "Plan of the town", "Plan of the town"]


def test_so_are_both_ends_of_the_pages() -> None:
    both = words(LEFT, HEAD, "Plan of the town") + words(LEFT, FOOT, "Town hall")
    assert aside(both, both) == ["", "Plan of the town; Town hall"]


@pytest.mark.parametrize("first", [1, 7])
@pytest.mark.parametrize(
    "text",
    ["{}", "Page {}", "Page {} of the plan", "Plan 2024-27: {}", "Page {} of 12", "{} of 12 pages, May 2024"],
)
def test_the_number_of_the_page_may_go_up(text: str, first: int) -> None:
    feet = [text.format(n) for n in (5, 6, 7)]
    found = aside(*(words(LEFT, FOOT, foot) for foot in feet), first=first)
    assert found == ["", *feet[1:]]


@pytest.mark.parametrize("numbers", [("1", "3"), ("2", "1"), ("1 of 9", "3 of 9"), ("1 of 9", "2 of 8")])
def test_other_numbers_are_those_of_rows(numbers: tuple[str, str]) -> None:
    feet = [words(LEFT, FOOT, f"Visits {n}") for n in numbers]
    assert aside(*feet) == ["", ""]


@pytest.mark.parametrize("other", ["Visits 2 to 10", "Visits 2"], ids=["all go up", "fewer numbers"])
def test_each_number_stays_or_goes_up_by_one(other: str) -> None:
    """Both may count the pages."""
    feet = [words(LEFT, FOOT, text) for text in ("Visits 1 to 9", other)]
    assert aside(*feet) == ["", other if other.endswith("10") else ""]


def test_the_first_page_may_be_another_one() -> None:
    foot = words(LEFT, FOOT, "Plan of the town")
    assert aside([], foot, foot, foot, foot) == ["", "", "", *["Plan of the town"] * 2]
    assert aside([], foot, foot, [], foot, foot) == [""] * 6


@pytest.mark.parametrize("x", [LEFT, 268.5, RIGHT - 58], ids=["left", "middle", "right"])
def test_it_stands_at_a_side_of_the_text_or_in_the_middle_of_the_page(x: float) -> None:
    foot = words(x, FOOT, "Plan of the town")
    assert aside(foot, foot) == ["", "Plan of the town"]


def test_elsewhere_it_is_none() -> None:
    foot = words(120, FOOT, "Plan of the town")
    assert aside(foot, foot) == ["", ""]


@pytest.mark.parametrize(
    "foot",
    [
        words(LEFT, 738, "Plan of the town"),
        words(LEFT, FOOT, "Plan of the town", bold=True),
        words(LEFT, FOOT, "Plan of the town", turn=90),
        words(LEFT, FOOT, "Plan of the") + words(LEFT + 50, FOOT, "town", size=8),
        words(LEFT, FOOT, "Plan of the town") + words(LEFT, FOOT - 10, "Text of all of us"),
        words(LEFT, FOOT, "Plan of the") + words(LEFT + 50, FOOT - 3, "town"),
    ],
    ids=["outside of the margin", "bold", "turned", "letters of two sizes", "a line close to it", "on two levels"],
)
def test_other_lines_are_none(foot: list[Word]) -> None:
    assert aside(foot, foot, foot) == ["", "", ""]


def test_a_line_that_is_clear_of_it_stays() -> None:
    foot = words(LEFT, FOOT, "Plan of the town") + words(LEFT, FOOT - 13, "Text of all of us")
    assert aside(foot, foot) == ["", "Plan of the town"]


@pytest.mark.parametrize(("x", "base"), [(LEFT + 2, FOOT), (LEFT, FOOT - 2)], ids=["further right", "higher"])
def test_in_another_place_it_is_another_line(x: float, base: float) -> None:
    own = words(LEFT, FOOT, "Plan of the town"), words(x, base, "Plan of the town")
    assert aside(*own) == ["", ""]


SEVERAL = words(LEFT, FOOT, "Town") + words(110, FOOT, "Plan") + words(300, FOOT, "Lead")


def test_several_texts_are_set_aside_where_all_pages_so_far_have_them() -> None:
    assert aside(SEVERAL, SEVERAL, SEVERAL) == ["", "Town Plan Lead", "Town Plan Lead"]


def test_where_the_first_page_has_none_they_may_be_names_of_columns() -> None:
    assert aside([], *[SEVERAL] * 4) == [""] * 5


@pytest.mark.parametrize(("base", "inner", "outer"), [(HEAD, 46, 28), (FOOT, 790, 806)], ids=["title", "foot"])
def test_a_rule_at_its_outer_side_may_end_a_table(base: float, inner: float, outer: float) -> None:
    own = words(LEFT, base, "Plan of the town")
    pages = {at: Page(1, 595, 842, horizontals=[Rule(at, 40, 460)]) for at in (inner, outer)}
    assert aside(own, own, changed=pages[outer]) == ["", ""]
    assert aside(own, own, changed=pages[inner]) == ["", "Plan of the town"]
    beside = Page(1, 595, 842, horizontals=[Rule(outer, 200, 460)])
    assert aside(own, own, changed=beside) == ["", "Plan of the town"]


@pytest.mark.parametrize(("colour", "found"), [("#dddddd", ""), (WHITE, "Plan of the town")])
def test_on_a_filled_area_it_may_be_a_row(colour: str, found: str) -> None:
    own = words(LEFT, FOOT, "Plan of the town")
    assert aside(own, own, changed=Page(1, 595, 842, fills=[Fill(40, 780, 460, 810, colour)])) == ["", found]
    assert aside(own, own, changed=Page(1, 595, 842, fills=[Fill(40, 700, 460, 780, colour)]))[1] != ""


ROW = [("A1", LEFT), ("Mend", 110), ("Smith", 300)]


def rows(n: int, *, step: float, count: int = 3, foot: Sequence[tuple[str, float]] = ROW) -> list[Word]:
    """Rows of a table 14 points apart at the end of a page, all different, and a line ``step`` points below them."""
    own = [words(x, FOOT - step - 14 * k, f"{text}{n}{k}") for k in range(count) for text, x in ROW]
    return [w for line in (*own, *(words(x, FOOT, text) for text, x in foot)) for w in line]


@pytest.mark.parametrize(("step", "found"), [(20, "A1 Mend Smith"), (14, "")], ids=["further below", "as far below"])
def test_several_texts_as_far_below_the_rows_as_these_are_apart_are_a_row(step: float, found: str) -> None:
    assert aside(*(rows(n, step=step) for n in range(3))) == ["", found, found]


def test_below_fewer_lines_they_are_none() -> None:
    """How far rows are apart is seen in three of them."""
    assert aside(*(rows(n, step=14, count=1) for n in range(2))) == ["", "A1 Mend Smith"]


@pytest.mark.parametrize("text", ["Page {}", "page {} of 9"])
def test_the_number_of_the_page_in_one_of_them_makes_them_a_foot(text: str) -> None:
    feet = [[*ROW[:2], (text.format(n), 300)] for n in (1, 2, 3)]
    found = aside(*(rows(n, step=14, foot=foot) for n, foot in enumerate(feet)))
    assert found == ["", *(" ".join(entry for entry, _ in foot) for foot in feet[1:])]


def test_another_number_does_not() -> None:
    feet = [[*ROW[:2], (f"Form {n}", 300)] for n in (1, 2, 3)]
    assert aside(*(rows(n, step=14, foot=foot) for n, foot in enumerate(feet))) == ["", "", ""]


def test_one_text_right_below_the_rows_is_a_foot() -> None:
    foot = [("Plan of the town", float(LEFT))]
    assert aside(*(rows(n, step=14, foot=foot) for n in range(2))) == ["", "Plan of the town"]


def test_a_page_without_words_has_none() -> None:
    assert Running().take(Page(1, 595, 842), []) == ([], [], [])


def tables(feet: Sequence[Sequence[str]]) -> Paper:
    """Pages that end with a table without rules, a foot one row below it in the same columns."""
    paper = Paper()
    for k, foot in enumerate(feet):
        rows = [TITLES, *([f"A{k}{n}", f"Mend the {what}", "A Smith"] for n, what in enumerate(("lamps", "halls")))]
        sheet = paper.sheet()
        for n, row in enumerate([*rows, foot]):
            for x, text in zip(PLACES, row, strict=False):
                sheet.text(x + 4, 746 + 20 * n, text, size=9, bold=not n)
    return paper


def test_a_foot_of_several_texts_is_no_row_of_the_table_above_it(engine: str) -> None:
    doc = document(tables([[text.format(n) for text in RUNNING] for n in (1, 2, 3)]), engine)
    assert [texts(grid)[-1] for grid in grids(doc)][1:] == [[f"A{k}1", "Mend the halls", "A Smith"] for k in (1, 2)]
    assert [(a.text, a.kind) for a in doc.asides] == [(f"Town Plan of the town Page {n}", "furniture") for n in (2, 3)]
    assert paragraphs(doc) == []


def test_a_last_row_that_differs_is_one_of_the_table(engine: str) -> None:
    last = [[f"B{k}", f"Plant {what} trees", "C Brown"] for k, what in enumerate(("old", "tall", "green"))]
    doc = document(tables(last), engine)
    assert [texts(grid)[-1] for grid in grids(doc)] == last
    assert doc.asides == ()
