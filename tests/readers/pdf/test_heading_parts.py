"""A bold heading and a lighter text far behind it on its line are two paragraphs."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from planparse.pipeline import read
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document

TEXT = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."
LEAD = "Lead: Head of Waste"


def headed(behind: str, *, x: float = 400, size: float = 9, bold: bool = False) -> list[tuple[str, bool]]:
    """The paragraphs over running text, and whether each is a heading."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Clean streets", size=12, bold=True).text(x, 100, behind, size=size, bold=bold)
    for n in range(4):
        sheet.text(50, 120 + 14 * n, TEXT, size=9)
    blocks = [b for b in document(paper).blocks if isinstance(b, Paragraph)]
    return [(b.text, b.heading is not None) for b in blocks if TEXT not in b.text]


def test_the_owner_far_behind_a_heading_is_a_paragraph_of_its_own() -> None:
    assert headed(LEAD)[0] == ("Clean streets", True)
    assert [text for text, _ in headed(LEAD)] == ["Clean streets", LEAD]


@pytest.mark.parametrize(("size", "bold"), [(12, False), (9, True)], ids=["lighter", "smaller"])
def test_so_is_one_that_is_only_lighter_or_only_smaller(size: float, bold: bool) -> None:
    assert [text for text, _ in headed(LEAD, size=size, bold=bold)] == ["Clean streets", LEAD]


def test_a_number_of_a_page_far_behind_a_heading_is_not_in_its_name() -> None:
    assert headed("12") == [("Clean streets", True), ("12", False)]


@pytest.mark.parametrize(("size", "bold"), [(12, True), (14, False)], ids=["of one style", "larger"])
def test_a_text_of_the_same_weight_is_of_the_heading(size: float, bold: bool) -> None:
    assert headed(LEAD, size=size, bold=bold)[0][0] == f"Clean streets {LEAD}"


def test_words_right_behind_a_bold_name_are_of_its_sentence() -> None:
    x = 50 + text_width("Clean streets", 12, True) + 8
    assert [text for text, _ in headed("are what we want", x=x)] == ["Clean streets are what we want"]


def test_of_several_texts_far_behind_it_none_is_parted() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Clean streets", size=12, bold=True).text(250, 100, "Waste", size=9).text(
        400, 100, "12", size=9
    )
    first = next(b for b in document(paper).blocks if isinstance(b, Paragraph))
    assert first.text.split() == ["Clean", "streets", "Waste", "12"]


def behind(first: str, other: str, *, x: float = 250) -> list[str]:
    """The first two paragraphs of a page whose first line has a bold text and a lighter one far behind it."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, first, bold=True).text(x, 100, other)
    for n in range(4):
        sheet.text(50, 130 + 14 * n, TEXT, size=9)
    return [" ".join(b.text.split()) for b in document(paper).blocks if isinstance(b, Paragraph)][:-1]


def test_a_name_in_lighter_letters_far_behind_its_number_is_of_its_title() -> None:
    assert behind("Objective 1", "Swim more") == ["Objective 1 Swim more"]


def test_a_time_far_behind_a_bold_text_is_of_it() -> None:
    assert behind("Open the pool", "May 2027") == ["Open the pool May 2027"]


def test_an_objective_whose_name_stands_so_keeps_it_in_its_title() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Service Plan 2026-29", size=20, bold=True)
    sheet.text(50, 100, "Objective 1", size=12, bold=True).text(250, 100, "Swim more", size=12)
    sheet.text(50, 130, "Milestones", bold=True)
    for n, text in enumerate(("Open the pool by May 2027", "Heat it by June 2027")):
        sheet.text(50, 146 + 14 * n, "•", size=9).text(62, 146 + 14 * n, text, size=9)
    (objective,) = read(paper.bytes(), name="plan.pdf").objectives
    assert objective.title is not None
    assert objective.title.endswith("Swim more")
    assert len(objective.milestones) == 2


def listed(*own: str, step: float = 180) -> list[tuple[str | None, str]]:
    """The paragraphs of a page with these texts side by side on a line, each behind its bullet if it has one."""
    sheet = (paper := Paper()).sheet()
    for n in range(4):
        sheet.text(50, 60 + 14 * n, TEXT, size=9)
    for n, text in enumerate(own):
        x = 50 + step * n
        if text.startswith("• "):
            sheet.text(x, 140, "•", size=9)
            x += 12
        sheet.text(x, 140, text.removeprefix("• "), size=9)
    return [(b.marker, b.text) for b in document(paper).blocks if isinstance(b, Paragraph)][1:]


def test_items_beside_each_other_on_one_line_are_items_of_their_own() -> None:
    assert listed("• Sweep it", "• Mend it", "• Light it") == [("•", "Sweep it"), ("•", "Mend it"), ("•", "Light it")]


def test_close_together_or_with_a_text_among_them_they_are_not() -> None:
    assert len(listed("• Sweep it", "• Mend it", step=52)) == 1
    assert len(listed("• Sweep it", "Mend it")) == 1
    assert len(listed("• Sweep it", "Mend it", "• Light it")) == 1
