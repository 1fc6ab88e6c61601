"""The code of an objective behind the word for one, with and without a colon."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.objective_codes import split_objective
from tests.interpret.test_layouts import plan_of, table

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("title", "code", "rest"),
    [
        ("Objective H1 Swim more", "H1", "Swim more"),
        ("Goal AB 2 Run more", "AB 2", "Run more"),
        ("Objective AB1: Swim more", "AB1", "Swim more"),
        ("Service objective AB-01 Swim more", "AB-01", "Swim more"),
        ("Key service objective AB-01 – Swim more", "AB-01", "Swim more"),
    ],
)
def test_the_code_behind_the_word_for_an_objective(title: str, code: str, rest: str) -> None:
    found = split_objective(title, WORDS)
    assert found is not None
    assert (found.printed, found.rest) == (code, rest)


@pytest.mark.parametrize(
    "title",
    [
        "Objective Swim more",
        "Objective 1.1 Swim more",
        "Objective H1 swims more",
        "Objective H1",
        "Measure H1 Swim more",
        "Objective of H1 Swim more",
        "Service quality H1 Swim more",
    ],
    ids=["no code", "figures alone", "a text that goes on", "no text", "another word", "a word between", "two others"],
)
def test_other_titles_have_no_such_code(title: str) -> None:
    assert split_objective(title, WORDS) is None


def test_a_column_names_objectives_by_their_codes() -> None:
    rows = ("Objective H1 Swim more|Dig it|May 2016", "Objective H2 Run more|Mark it|May 2016")
    plan = plan_of(table("Objective|Action|Due date", *rows))
    assert [(o.code, o.title) for o in plan.objectives] == [("H1", "Swim more"), ("H2", "Run more")]


def test_a_heading_with_such_a_code_and_no_colon_stays_whole() -> None:
    measures = table("Measure|2015/16 actual|2016/17 target", "Visits|1|2", "Swims|3|4")
    (objective,) = plan_of("<h2>Objective H1 Swim more</h2>", measures).objectives
    assert (objective.code, objective.title) == (None, "Objective H1 Swim more")


def headed(*titles: str) -> list[tuple[str | None, str | None]]:
    measures = table("Measure|2015/16 actual|2016/17 target", "Visits|1|2", "Swims|3|4")
    plan = plan_of(*(part for title in titles for part in (f"<h2>{title}</h2>", measures)))
    return [(o.code, o.title) for o in plan.objectives]


def test_a_dash_behind_the_code_sets_it_apart_in_a_heading() -> None:
    assert headed("Objective H-01 – Swim more") == [("H-01", "Swim more")]
    assert headed("Measure H-01 – Swim more") == [(None, "Measure H-01 – Swim more")]


def test_headings_that_have_such_codes_in_a_series_need_no_mark() -> None:
    titles = ("Service objective H-01 Swim more", "Service objective H-02 Run more")
    assert headed(*titles) == [("H-01", "Swim more"), ("H-02", "Run more")]


@pytest.mark.parametrize("other", ["Objective H1 Run more", "Objective KS3 Run more", "Objective run more"])
def test_headings_with_one_code_of_its_kind_stay_whole(other: str) -> None:
    assert headed("Objective H1 Swim more", other)[0] == (None, "Objective H1 Swim more")


@pytest.mark.parametrize(
    ("title", "code", "rest"),
    [
        ("Service objective: AB1 - Swim more", "AB1", "Swim more"),
        ("Objective: AB1: Swim more", "AB1", "Swim more"),
        ("Service objective: AB 2 Run more", "AB 2", "Run more"),
    ],
)
def test_the_code_behind_the_word_for_an_objective_and_a_colon(title: str, code: str, rest: str) -> None:
    found = split_objective(title, WORDS)
    assert found is not None
    assert (found.printed, found.rest) == (code, rest)


@pytest.mark.parametrize(
    "title",
    [
        "Service objective: Swim more",
        "Service objective: 1.2 - Swim more",
        "Service objective: AB1",
        "Measure: AB1 - Swim more",
    ],
    ids=["no code", "figures alone", "no text", "another word"],
)
def test_behind_other_words_and_a_colon_there_is_none(title: str) -> None:
    assert split_objective(title, WORDS) is None


def test_a_heading_with_the_word_and_a_colon_gives_its_objective_the_code() -> None:
    rows = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2")
    (objective,) = plan_of("<h2>Service objective: AB1 - Swim more</h2>", rows).objectives
    assert (objective.code, objective.title) == ("AB1", "Swim more")


@pytest.mark.parametrize(
    ("title", "code", "rest"),
    [
        ("1.1 Objective AB1: Swim more", "AB1", "Swim more"),
        ("2. Service objective AB/01 - Swim more", "AB/01", "Swim more"),
        ("Service Objective AB 2 Run more", "AB 2", "Run more"),
    ],
)
def test_the_code_behind_the_number_of_a_heading_and_the_words_for_an_objective(
    title: str, code: str, rest: str
) -> None:
    found = split_objective(title, WORDS)
    assert found is not None
    assert (found.printed, found.rest) == (code, rest)


@pytest.mark.parametrize(
    "title",
    ["1.1 Objective Swim more", "1.1 Swim more AB1", "1.1 COVID19: swim again", "2 Objective 1.1 Swim more"],
    ids=["no code", "a code behind the text", "no word for an objective", "figures alone"],
)
def test_behind_the_number_of_a_heading_there_is_none(title: str) -> None:
    assert split_objective(title, WORDS) is None


def _lists(*headings: str) -> str:
    part = "<h3>Key milestones 2016/17</h3><ul><li>Dig it by May 2016</li><li>Mark it</li></ul>"
    return "".join(f"<h2>{heading}</h2>{part}" for heading in headings)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.1 AB/01: Swim more", "1.2 AB/02: Run more"),
        ("1.1 AB/01 Swim more", "1.2 AB/02 Run more"),
        ("1.1 Service objective AB/01 Swim more", "1.2 Service objective AB/02 Run more"),
        ("Goal AB/01 Swim more", "Goal AB/02 Run more"),
        ("Objective AB/01 - Swim more", "Objective AB/02 - Run more"),
    ],
)
def test_a_series_of_codes_behind_numbers_or_words_is_that_of_the_objectives(first: str, second: str) -> None:
    plan = plan_of(_lists(first, second))
    assert [(o.code, o.title) for o in plan.objectives] == [("AB/01", "Swim more"), ("AB/02", "Run more")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.1 CO2 Swim more", "1.2 Run more"),
        ("1.1 CO2 Swim more", "1.2 CO2 Run more"),
        ("1.1 Swim more", "1.2 Run more"),
    ],
    ids=["one with a code", "the same twice", "none"],
)
def test_what_stands_behind_numbers_and_is_no_series_is_no_code(first: str, second: str) -> None:
    plan = plan_of(_lists(first, second))
    assert [(o.code, o.title) for o in plan.objectives] == [(None, first), (None, second)]


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (("AB/01", "AB/02"), [("AB/01", "Swim more"), ("AB/02", "Run more")]),
        (("AB/01", "CD7"), [(None, "Goal AB/01 Swim more"), (None, "Goal CD7 Run more")]),
    ],
    ids=["a series", "codes of two shapes"],
)
def test_headings_with_such_codes_and_no_colon_have_them_where_they_are_a_series(
    codes: tuple[str, str], found: list[tuple[str | None, str]]
) -> None:
    measures = table("Measure|2015/16 actual|2016/17 target", "Visits|1|2", "Swims|3|4")
    texts = zip(codes, ("Swim more", "Run more"), strict=True)
    blocks = [part for code, text in texts for part in (f"<h2>Goal {code} {text}</h2>", measures)]
    assert [(o.code, o.title) for o in plan_of(*blocks).objectives] == found
