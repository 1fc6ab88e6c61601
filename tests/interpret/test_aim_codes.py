"""Codes beside the priority or the title of an objective, behind a name that says not whose they are."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.labels import names_code
from planparse.model.plan import Objective
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, plan_of, table

INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def blocks(*rows: tuple[str, str]) -> list[Objective]:
    """The objectives of blocks that begin with these two rows."""
    return list(plan_of(*(table(*own, "Key developments|New pool +3") for own in rows), INDICATORS).objectives)


def read(*rows: tuple[str, str]) -> list[tuple[object, ...]]:
    return [(o.code, o.title, o.corporate_priority, o.extra) for o in blocks(*rows) if o.title]


def test_a_code_beside_a_priority_is_that_of_the_objective_where_the_priority_has_several() -> None:
    first = ("Corporate priority|Health|Ref|AB1", "Service objective|Swim more +3")
    second = ("Corporate priority|Health|Ref|AB2", "Service objective|Run more +3")
    assert read(first, second) == [("AB1", "Swim more", "Health", {}), ("AB2", "Run more", "Health", {})]


def test_a_code_that_comes_again_with_its_priority_is_the_priorities() -> None:
    first = ("Corporate priority|Health|Ref|CP1", "Service objective|Swim more +3")
    second = ("Corporate priority|Health|Ref|CP1", "Service objective|Run more +3")
    third = ("Corporate priority|Homes|Ref|CP2", "Service objective|Build more +3")
    assert read(first, second, third) == [
        (None, "Swim more", "Health", {"Ref": "CP1"}),
        (None, "Run more", "Health", {"Ref": "CP1"}),
        (None, "Build more", "Homes", {"Ref": "CP2"}),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Corporate priority|Health|Ref|CP1", "Service objective|Swim more|Ref|AB1"),
        ("Corporate priority|Health +3", "Service objective|Swim more|Ref no.|AB1"),
        ("Corporate priority|Health +3", "Service objective|Swim more +2|Ref: AB1"),
        ("Corporate priority|Health +3", "Service objective: Swim more +3|Ref: AB1"),
        ("Corporate priority|Health +3", "Service objective|Swim more +2|Ref AB1"),
        ("Corporate priority|Health +3", "Ref|AB1|Service objective|Swim more"),
    ],
)
def test_a_code_beside_the_title_is_that_of_the_objective(rows: tuple[str, str]) -> None:
    ((code, title, priority, _),) = read(rows)
    assert (code, title, priority) == ("AB1", "Swim more", "Health")


def test_a_code_in_front_of_the_title_goes_before_one_beside_the_priority() -> None:
    (found,) = read(("Corporate priority|Health|Ref|CP1", "Service objective|AB1: Swim more +3"))
    assert found == ("AB1", "Swim more", "Health", {"Ref": "CP1"})


@pytest.mark.parametrize("several", [True, False])
def test_it_is_said_where_nothing_shows_whose_a_code_beside_a_priority_is(several: bool) -> None:
    first = ("Priority|Health|Ref|AB1", "Objective|Swim more +3")
    second = (f"Priority|{'Health' if several else 'Homes'}|Ref|AB2", "Objective|Run more +3")
    tables = (table(*rows, "Key developments|New pool +3") for rows in (first, second))
    found = extract(page(*tables), name="case.html")
    assert [o.code for o in found.plan.objectives] == ["AB1", "AB2"]
    assert [r.code for r in found.trace.remarks] == ([] if several else ["objective-code-unsure"] * 2)


@pytest.mark.parametrize(
    ("row", "extra"),
    [("Priority|Health|Ref|to follow", {"Ref": "to follow"}), ("Priority|Health|Ref|", {})],
)
def test_a_name_of_a_code_with_none_behind_it_is_no_part_of_the_priority(row: str, extra: dict[str, str]) -> None:
    assert read((row, "Objective|Swim more +3")) == [(None, "Swim more", "Health", extra)]


@pytest.mark.parametrize(
    "row",
    ["Priority|Health|Strength|AB1", "Priority|Health|Action ref|AB1", "Priority|Health|No 3", "Priority|Health|AB1"],
)
def test_behind_other_names_there_is_no_code_of_the_objective(row: str) -> None:
    ((code, *_),) = read((row, "Objective|Swim more +3"))
    assert code is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ref", True),
        ("Ref. No.:", True),
        ("Code", True),
        ("Action ref", False),
        ("Reference group", False),
        ("", False),
    ],
)
def test_the_name_of_a_code_that_says_not_whose(text: str, found: bool) -> None:
    assert names_code(text, load_vocabulary()) is found
