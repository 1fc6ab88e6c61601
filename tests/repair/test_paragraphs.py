"""A heading or paragraph that a page break tore is one again; paragraphs that merely follow each other stay two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Element, Paragraph
from planparse.model.provenance import Place
from planparse.model.trace import Repair
from planparse.repair.paragraphs import rejoin_paragraphs
from tests.repair.grids import grid


def on_page(text: str, page: int | None, unit: int = 0, size: float | None = 11.0, **more: Any) -> Paragraph:
    return Paragraph(text, (Place(unit, "paragraph", page=page),), size=size, **more)


def rejoined(*elements: Element) -> tuple[list[Element], list[Repair]]:
    repairs: list[Repair] = []
    return list(rejoin_paragraphs(elements, repairs)), repairs


def lines(*elements: Element) -> list[str]:
    return [e.text for e in rejoined(*elements)[0] if isinstance(e, Paragraph)]


UPPER = on_page("Objective 2: Help residents to", 0)
LOWER = on_page("Move into lasting homes", 1, 1)


def test_the_halves_are_one_paragraph_with_both_places_and_the_repair_keeps_both_texts() -> None:
    upper, lower = replace(UPPER, heading=2, marks=("faint",)), replace(LOWER, heading=2, marks=("tilted",))
    (whole,), (repair,) = rejoined(upper, lower)
    assert whole == replace(
        upper,
        text="Objective 2: Help residents to Move into lasting homes",
        places=upper.places + lower.places,
        marks=("faint", "tilted"),
    )
    assert (repair.kind, repair.places, repair.before) == (
        "rejoined",
        upper.places + lower.places,
        (upper.text, lower.text),
    )


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Residents who live in the", "North of the town", True),
        ("Residents, visitors,", "Businesses", True),
        ("Residents (and their guests", "Too)", True),
        ("Residents who live", "near the river", True),
        ("Residents who live", "Near the river", False),
        ("Residents who live.", "near the river", False),
        ("Residents who live:", "near the river", False),
        ("Residents who live", "b", False),
    ],
    ids=["small word", "comma", "bracket", "small letter", "capital", "full stop", "colon", "label of an item"],
)
def test_only_a_text_that_plainly_goes_on_is_joined(above: str, below: str, whole: bool) -> None:
    assert lines(on_page(above, 0), on_page(below, 1, 1)) == ([f"{above} {below}"] if whole else [above, below])


@pytest.mark.parametrize(
    "lower",
    [
        replace(LOWER, marker="•"),
        replace(LOWER, heading=2),
        replace(LOWER, bold=True),
        replace(LOWER, size=None),
        replace(LOWER, size=11.5),
        on_page("Move into lasting homes", 0, 1),
        on_page("Move into lasting homes", 2, 1),
        on_page("Move into lasting homes", None, 1),
        replace(LOWER, places=()),
    ],
    ids=["item", "heading", "bold", "no size", "larger", "same page", "a page between", "no page", "no place"],
)
def test_near_misses_stay_two(lower: Paragraph) -> None:
    found, repairs = rejoined(UPPER, lower)
    assert found == [UPPER, lower]
    assert not repairs


def test_letters_of_nearly_the_same_size_are_alike() -> None:
    assert len(lines(UPPER, replace(LOWER, size=11.1))) == 1


def test_a_table_between_the_halves_keeps_them_apart() -> None:
    between = grid("Measure|Target", "Visits|2")
    assert rejoined(UPPER, between, LOWER) == ([UPPER, between, LOWER], [])


def test_a_heading_between_the_halves_keeps_them_apart() -> None:
    between = on_page("Next steps", 1, 9, heading=1)
    assert rejoined(UPPER, between, LOWER) == ([UPPER, between, LOWER], [])


def test_a_paragraph_torn_twice_is_joined_twice_and_the_next_one_stays() -> None:
    parts = [on_page("We serve the", 0), on_page("people of the", 1, 1), on_page("whole town.", 2, 2)]
    following = on_page("and more", 3, 3)
    assert lines(*parts, following) == ["We serve the people of the whole town.", "and more"]


@given(st.lists(st.tuples(st.sampled_from(["we serve the", "Town", "people.", "and"]), st.integers(0, 2)), max_size=8))
def test_rejoining_is_idempotent_and_loses_no_place(parts: list[tuple[str, int]]) -> None:
    before = [on_page(text, page, n) for n, (text, page) in enumerate(parts)]
    once, _ = rejoined(*before)
    assert rejoined(*once) == (once, [])
    assert [p.unit for e in once if isinstance(e, Paragraph) for p in e.places] == list(range(len(parts)))


def in_column(text: str, x0: float, top: float, unit: int = 0) -> Paragraph:
    """A paragraph 200 points wide and 40 high."""
    place = Place(unit, "paragraph", page=0, bbox=(x0, top, x0 + 200, top + 40))
    return Paragraph(text, (place,), size=11.0)


def test_the_end_of_a_column_tears_a_paragraph_too() -> None:
    upper, lower = in_column("Residents who live", 50, 700), in_column("near the river", 310, 100, 1)
    (whole,), (repair,) = rejoined(upper, lower)
    assert isinstance(whole, Paragraph)
    assert (whole.text, repair.detail) == (
        "Residents who live near the river",
        "paragraph torn by a column break rejoined",
    )


@pytest.mark.parametrize(
    ("x0", "top"),
    [(50, 750), (50, 100), (310, 750), (240, 100)],
    ids=["below it", "over it", "beside it and lower down", "over its end"],
)
def test_what_stands_elsewhere_on_the_page_begins_no_next_column(x0: float, top: float) -> None:
    assert len(lines(in_column("Residents who live", 50, 700), in_column("near the river", x0, top, 1))) == 2
