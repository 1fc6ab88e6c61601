"""How the rest of the document spells a text says whether two halves are one, and what comes between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.model.document import Element
from planparse.repair.spelling import Spelling, shape
from planparse.text import squash
from tests.repair.grids import document, grid, paragraph


def spelling(*elements: Element) -> Spelling:
    return Spelling(document(*elements).blocks)


def is_whole(upper: str, lower: str, *others: str) -> bool:
    """Whether the halves, one below the other, are one text for a document in which these cells stand too."""
    torn = grid(upper, lower)
    return spelling(torn, grid(*others)).is_whole(torn, torn.cells[0], torn.cells[1])


def test_a_text_with_a_figure_is_met_again_whatever_the_figure() -> None:
    numbered = spelling(grid("Service Objective AB 1", "Service Objective AB 22")).numbered
    assert list(numbered.values()) == [2]


@pytest.mark.parametrize("text", ["Service Objective", "AB 1", "2016/17", ""])
def test_a_text_without_figures_and_one_that_may_be_a_code_or_value_are_not_numbered(text: str) -> None:
    assert not spelling(grid(text)).numbered


@pytest.mark.parametrize(
    ("upper", "lower", "other", "whole"),
    [
        ("Head of", "Housing", "Head of Housing", True),
        ("Head of", "Housing", "HEAD OF  HOUSING", True),
        ("Head of", "Housing", "Head of Homes", False),
        ("Service Objective", "AB 2", "Service Objective AB 1", True),
        ("Service Objective", "AB 2", "Service Objective CD 1", False),
        ("Service Objective", "AB 2", "Service Objective AB", False),
        ("AB", "2", "AB 1", False),
        ("Half-", "yearly", "Half-yearly", True),
        ("Half", "yearly", "Half-yearly", False),
    ],
    ids=[
        "met elsewhere",
        "in capitals",
        "another text",
        "with another figure",
        "with other letters",
        "without a figure",
        "too short",
        "a hyphen",
        "no hyphen",
    ],
)
def test_halves_that_stand_elsewhere_as_one_cell(upper: str, lower: str, other: str, whole: bool) -> None:
    assert is_whole(upper, lower, other) is whole


def test_a_long_text_met_again_is_no_evidence() -> None:
    long = "People who say that they feel safe in the town after dark and"
    assert not is_whole(long, "by day", f"{long} by day")


@pytest.mark.parametrize(
    ("column", "whole"),
    [
        (("AB-11", "AB-12", "AB-13", "AB-14"), True),
        (("AB-11", "AB-12"), False),
        (("AB-11", "AB-12", "AB-13", "Rows", "Two words", "3.5", "£7"), False),
    ],
    ids=["most of the column", "too few", "not most of it"],
)
def test_halves_that_look_like_most_of_the_column(column: tuple[str, ...], whole: bool) -> None:
    torn = grid("AB-", "15", *column)
    assert spelling(torn).is_whole(torn, torn.cells[0], torn.cells[1]) is whole


def test_two_texts_of_one_shape_are_not_most_of_a_column() -> None:
    rest = grid("15").cells[0]
    for column, whole in ((("AB-11", "AB-12"), False), (("AB-11", "AB-12", "AB-13"), True)):
        torn = grid("AB-", *column)
        assert spelling(torn).is_whole(torn, torn.cells[0], rest) is whole


def test_a_half_that_looks_like_the_column_itself_is_no_half() -> None:
    torn = grid("AB 1 CD", "2 AB", "A B", "C D", "E F", "G H")
    assert not spelling(torn).is_whole(torn, torn.cells[2], torn.cells[3])


def test_each_table_is_judged_by_its_own_columns() -> None:
    torn, coded = grid("AB-", "15", "x"), grid("AB-", "15", "AB-11", "AB-12", "AB-13", "AB-14")
    found = spelling(torn, coded)
    grids = (torn, coded, torn)
    assert [found.is_whole(g, g.cells[0], g.cells[1]) for g in grids] == [False, True, False]


def test_a_table_in_a_cell_counts_too() -> None:
    outer = grid("x")
    outer = replace(outer, cells=(replace(outer.cells[0], tables=(grid("Head of Housing"),)),))
    assert spelling(outer).cells[squash("Head of Housing")] == 1


@pytest.mark.parametrize(
    ("upper", "lower", "broken"),
    [
        ("Visits by partner", "ship boards", True),
        ("Visits by Partner", "Ship boards", True),
        ("Visits by partner ", "ship", True),
        ("Visits by the", "boards", False),
        ("Visits by partner-", "ship boards", True),
        ("Visits by partner\u2010 ", "ship boards", True),
        ("Visits by the-", "boards", False),
        ("Visits by the\u2010", "boards", True),
        ("Visits by the\u2010", "Boards", False),
        ("Visits by partner\u2013", "ship boards", False),
        ("Visits by partner", "2 ship", False),
        ("", "ship", False),
    ],
    ids=[
        "word",
        "capitals",
        "a blank at the end",
        "two words",
        "hyphen",
        "typeset hyphen",
        "a hyphen between two words",
        "a typeset one between parts of a word met nowhere",
        "a typeset one before a capital",
        "dash",
        "figure",
        "nothing",
    ],
)
def test_a_word_is_broken_where_the_document_spells_it_in_one(upper: str, lower: str, broken: bool) -> None:
    """A paragraph counts as well as a cell."""
    found = spelling(paragraph("The partnership meets in May."), grid("Visits by partner", "ship boards"))
    assert found.is_broken_word(upper, lower) is broken


def test_two_words_that_are_common_are_not_one_broken_word() -> None:
    common = paragraph("Some body, some thing; any body, any thing; somebody.")
    assert not spelling(common).is_broken_word("for some", "body")
    assert spelling(paragraph("Some body, some thing; somebody.")).is_broken_word("for some", "body")


@pytest.mark.parametrize(
    ("text", "found"), [("ACW LI09", "A A9"), ("1.1.3.KR", "9.9.9.A"), ("Ab-12", "Aa-9"), ("", "")]
)
def test_the_shape_of_a_text(text: str, found: str) -> None:
    assert shape(text) == found


@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
def test_two_halves_around_either_hyphen_are_a_cell_elsewhere(hyphen: str) -> None:
    halves = grid(f"Half{hyphen}", "yearly")
    found = spelling(grid(f"Half{hyphen}yearly"), halves)
    assert found.is_whole(halves, *halves.cells)


def test_a_hyphen_between_blanks_breaks_no_word() -> None:
    assert not spelling(grid("Homes let \u2010", "and lived in")).is_broken_word("Homes let \u2010", "and lived in")
