"""Codes of objectives that are letters alone, which the codes of their records begin with."""

from __future__ import annotations

import pytest

from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.interpret.letter_codes import letter_codes, split_letters
from tests.interpret.test_layouts import plan_of, table

HEAD = "Ref|Measure|2015/16 actual|2016/17 target"


def read(*objectives: tuple[str, str, str]) -> list[tuple[str | None, str | None]]:
    """The code and the title of each objective, from its heading and the codes of its two measures."""
    parts = [
        part
        for n, (heading, *codes) in enumerate(objectives)
        for part in (
            f"<h2>{heading}</h2>",
            table(HEAD, f"{codes[0]}|Visits {n}|1|2", f"{codes[1]}|Swims {n}|3|4", header=1),
        )
    ]
    return [(o.code, o.title) for o in plan_of(*parts).objectives]


WATER = ("SWIM Swim more", "SWIM-1", "SWIM-2")


@pytest.mark.parametrize("codes", [("RUN-1", "RUN-2"), ("RUN 1", "RUN 2"), ("RUN1", "RUN2"), ("RUN/1.1", "RUN/1.2")])
def test_letters_that_the_codes_of_the_measures_begin_with_are_the_code(codes: tuple[str, str]) -> None:
    assert read(WATER, ("RUN Run more", *codes)) == [("SWIM", "Swim more"), ("RUN", "Run more")]


@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_a_mark_may_part_them_from_the_title(mark: str) -> None:
    found = read((f"SWIM{mark} Swim more", "SWIM-1", "SWIM-2"), (f"RUN{mark} Run more", "RUN-1", "RUN-2"))
    assert found == [("SWIM", "Swim more"), ("RUN", "Run more")]


@pytest.mark.parametrize(
    "other",
    [
        ("RUN Run more", "RUN-1", "AB-2"),
        ("RUN Run more", "AB-1", "AB-2"),
        ("RUN Run more", "RUNS-1", "RUNS-2"),
        ("RUN more often", "RUN-1", "RUN-2"),
        ("Run more", "RUN-1", "RUN-2"),
        ("Run Run more", "RUN-1", "RUN-2"),
    ],
    ids=[
        "a measure of another family",
        "another family",
        "longer letters",
        "a text that goes on",
        "no letters",
        "a word",
    ],
)
def test_where_one_objective_has_no_such_code_none_has(other: tuple[str, str, str]) -> None:
    assert read(WATER, other) == [(None, "SWIM Swim more"), (None, other[0])]


def test_letters_of_one_objective_alone_are_words_of_its_title() -> None:
    assert read(WATER) == [(None, "SWIM Swim more")]


def test_letters_that_two_titles_share_are_no_code() -> None:
    again = ("SWIM Swim further", "SWIM-3", "SWIM-4")
    assert read(WATER, again) == [(None, "SWIM Swim more"), (None, "SWIM Swim further")]


def test_an_objective_without_coded_records_shows_nothing_and_has_no_code() -> None:
    plan = plan_of(
        "<h2>SWIM Swim more</h2>",
        table(HEAD, "SWIM-1|Visits|1|2", header=1),
        "<h2>RUN Run more</h2>",
        table(HEAD, "RUN-1|Runs|1|2", header=1),
        "<h2>IT Walk more</h2>",
        table("Measure|2015/16 actual|2016/17 target", "Walks|1|2", "Hikes|3|4", header=1),
    )
    assert [(o.code, o.title) for o in plan.objectives] == [
        ("SWIM", "Swim more"),
        ("RUN", "Run more"),
        (None, "IT Walk more"),
    ]


def test_a_code_of_its_own_leaves_the_title_whole() -> None:
    drafts = [ObjectiveDraft(Text(f"{n} Swim more", ()), code=Text(f"X{n}", ())) for n in ("AB", "CD")]
    assert not letter_codes(drafts)


@pytest.mark.parametrize("title", ["SWIM", "SWIM 2 More", "Swim More", "A Swim", "SWIM more", "SWIM-A More"])
def test_other_titles_do_not_begin_with_letters(title: str) -> None:
    assert split_letters(title) is None
