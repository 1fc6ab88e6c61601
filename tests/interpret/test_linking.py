"""Lists of linked codes send indicators to their objective."""

from __future__ import annotations

import pytest

from planparse.interpret.draft import IndicatorDraft, ObjectiveDraft, Text
from planparse.interpret.linking import link, linked_codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CLL 001, CLL 002 and CP SH11", ["CLL001", "CLL002", "CPSH11"]),
        ("LI 10, 11 & 12", ["LI10", "LI11", "LI12"]),
        ("AB/01; AB/02", ["AB/01", "AB/02"]),
        ("AB LI1\nAB LI2", ["ABLI1", "ABLI2"]),
    ],
)
def test_the_codes_of_a_list(text: str, codes: list[str]) -> None:
    assert list(linked_codes(text)) == codes


def drafts(*linked: str) -> tuple[list[ObjectiveDraft], list[IndicatorDraft]]:
    indicators = [IndicatorDraft(Text(f"AB {n} Visits", ()), []) for n in (1, 2, 3)]
    owners = [ObjectiveDraft(title=Text(f"Objective {n}", ()), linked=[Text(t, ())]) for n, t in enumerate(linked)]
    heading = ObjectiveDraft(title=Text("Indicators", ()), indicators=list(indicators), from_heading=True)
    return [*owners, heading], indicators


def test_an_indicator_goes_to_the_one_list_that_names_it() -> None:
    objectives, (first, second, third) = drafts("AB 1", "AB 2, 3")
    found = link(objectives)
    assert [o.indicators for o in found] == [[first], [second, third]]


def test_an_indicator_that_two_lists_name_stays_where_it_stands() -> None:
    objectives, (first, *_) = drafts("AB 1, 2", "AB 1, 3")
    assert link(objectives)[-1].indicators == [first]


def test_without_lists_nothing_moves() -> None:
    objectives, indicators = drafts()
    assert link(objectives)[0].indicators == indicators
