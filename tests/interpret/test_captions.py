"""A heading that stands right above a table under several others names a kind of table; any other is an objective."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.headings import Headings
from planparse.interpret.title import find_title
from planparse.model.document import Document, Element, Paragraph
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import document, grid, paragraph

HEAD = replace(paragraph("Service Plan 2016-19"), heading=1)
TABLE = grid("Measure|Target", "Visits|2")
CAPTION = "What we count"


def heading(text: str, level: int = 2) -> Paragraph:
    return replace(paragraph(text), heading=level)


def captions(*elements: Element) -> set[str]:
    return Headings(document(HEAD, *elements), load_vocabulary()).captions


def under(parent: str, *between: Element, level: int = 3) -> list[Element]:
    return [heading(parent), heading(CAPTION, level), *between, TABLE]


def test_under_two_headings_each_time_right_above_a_table() -> None:
    assert captions(*under("Homes"), *under("Pools")) == {CAPTION}


@pytest.mark.parametrize(
    "elements",
    [
        under("Homes"),
        [*under("Homes"), heading(CAPTION, 3), TABLE],
        [*under("Homes"), *under("Homes")],
        [*under("Homes"), *under("Pools", paragraph("We count all."))],
        [*under("Homes", level=2), *under("Pools", level=2)],
    ],
    ids=["once", "twice under one heading", "under headings that say the same", "a text between", "beside them"],
)
def test_a_heading_that_is_none(elements: list[Element]) -> None:
    assert captions(*elements) == set()


def test_below_the_title_alone_a_heading_is_none() -> None:
    """What stands under the plan's own title is an objective, though another part repeats it."""
    other = heading("Annex to the plan", 1)
    assert captions(heading(CAPTION), TABLE, other, heading(CAPTION), TABLE) == set()


INDICATORS = "Ref|Measure|2015/16 actual|2016/17 target"


def test_the_tables_below_captions_are_of_the_objective_above_them() -> None:
    first, second = ("AB 1|Visits|1|2", "AB 2|Swims|3|4")
    body = [
        "<h2>Swim more</h2>",
        f"<h3>{CAPTION}</h3>",
        table(INDICATORS, first),
        "<h2>Run more</h2>",
        f"<h3>{CAPTION}</h3>",
        table(INDICATORS, second),
    ]
    plan = plan_of(*body)
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [
        ("Swim more", ["AB 1"]),
        ("Run more", ["AB 2"]),
    ]
    assert plan_of(*body[:3]).objectives[0].title == CAPTION


def test_a_caption_ends_the_headings_below_it() -> None:
    plan = plan_of(
        *("<h2>Swim more</h2>", "<h4>In the summer</h4>", table(INDICATORS, "AB 1|Visits|1|2")),
        *(f"<h3>{CAPTION}</h3>", table(INDICATORS, "AB 2|Swims|1|2")),
        *("<h2>Run more</h2>", f"<h3>{CAPTION}</h3>", table(INDICATORS, "AB 3|Runs|1|2")),
    )
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [
        ("In the summer", ["AB 1"]),
        ("Swim more", ["AB 2"]),
        ("Run more", ["AB 3"]),
    ]


def test_what_names_an_objective_is_one_though_it_is_met_again() -> None:
    body = [
        part
        for parent, code in (("Homes", "AB 1"), ("Pools", "AB 2"))
        for part in (f"<h2>{parent}</h2>", "<h3>Objective 1: Swim more</h3>", table(INDICATORS, f"{code}|Visits|1|2"))
    ]
    assert {o.title for o in plan_of(*body).objectives} == {"Objective 1: Swim more"}


def test_numbers_are_read_below_a_caption_as_below_any_heading() -> None:
    body = [
        part
        for parent, code in (("Homes", "AB 1"), ("Pools", "AB 2"))
        for part in (f"<h2>{parent}</h2>", f"<h3>{CAPTION}</h3>", table(INDICATORS, f"{code}|Visits|1|2"))
    ]
    assert numbers(plan_of(*body).indicators[1], "targets") == {"2016/17": 2}


def title_of(*paragraphs: Paragraph) -> str | None:
    found = find_title(Document("text", paragraphs))
    return found.text if found else None


def test_the_title_that_names_years_goes_before_the_councils_name_above_it() -> None:
    council, plan = heading("Anytown Council", 1), heading("Business Plan 2016-19", 1)
    assert title_of(council, plan) == "Business Plan 2016-19"
    assert title_of(council, replace(plan, text="Business Plan")) == "Anytown Council"
    assert title_of(council, heading("Business Plan 2016-19", 2)) == "Anytown Council"


def test_a_chapter_that_names_years_far_below_is_no_title() -> None:
    rest = [paragraph(f"We serve the town in way {n}.") for n in range(20)]
    assert title_of(heading("Anytown Council", 1), *rest, heading("Money 2016-19", 1)) == "Anytown Council"


@pytest.mark.parametrize("again", ["Swim more (continued)", "Swim more - cont.", "Swim more [Cont'd]"])
def test_a_heading_that_comes_again_goes_on_with_its_objective(again: str) -> None:
    first, second = table(INDICATORS, "AB 1|Visits|1|2"), table(INDICATORS, "AB 2|Swims|3|4")
    plan = plan_of("<h2>Swim more</h2>", first, f"<h2>{again}</h2>", second)
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [("Swim more", ["AB 1", "AB 2"])]


@pytest.mark.parametrize("other", ["Run more (continued)", "Swim more (children)"])
def test_another_heading_begins_another_objective(other: str) -> None:
    first, second = table(INDICATORS, "AB 1|Visits|1|2"), table(INDICATORS, "AB 2|Swims|3|4")
    plan = plan_of("<h2>Swim more</h2>", first, f"<h2>{other}</h2>", second)
    assert [o.title for o in plan.objectives] == ["Swim more", other]


def test_large_figures_are_no_title() -> None:
    figures = heading("47% 8.2m £14.6m", 1)
    assert title_of(figures, heading("Roads Plan", 2)) == "Roads Plan"
    assert title_of(figures, heading("Roads Plan", 2), heading("Lamps", 1)) == "Lamps"
    assert title_of(heading("47% of the roads", 1), heading("Roads Plan", 2)) == "47% of the roads"


def titled(below: str, above: str = "AB1: Swim more") -> list[tuple[str | None, str | None]]:
    """The codes and titles of the objectives of a table below two headings."""
    rows = ("AB 1|Visits|1|2", "AB 2|Swims|3|4")
    plan = plan_of(f"<h2>{above}</h2><h3>{below}</h3>", table(INDICATORS, *rows))
    return [(o.code, o.title) for o in plan.objectives]


@pytest.mark.parametrize(
    "below",
    [
        "Table 1: What we count",
        "Figure A2 Swims",
        "Chart 3",
        "Indicators for AB1",
        "Indicators (AB1)",
        "Measures for AB1",
    ],
)
def test_a_caption_or_a_heading_for_the_measures_of_a_code_names_no_objective(below: str) -> None:
    assert titled(below) == [("AB1", "Swim more")]


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("Tables of swims", "AB1: Swim more"),
        ("Figures we count", "AB1: Swim more"),
        ("Indicators for AB2", "AB1: Swim more"),
        ("Pools for AB1", "AB1: Swim more"),
        ("Indicators for AB1", "Swim more"),
    ],
    ids=["tables", "figures", "another code", "no measures", "no code above"],
)
def test_another_heading_right_above_the_table_does(below: str, above: str) -> None:
    assert titled(below, above) == [(None, below)]


BESIDE = "Objective|Ref|Measure|2015/16 actual|2016/17 target"


@pytest.mark.parametrize("again", ["Swim more (continued)", "Swim more – cont'd"])
def test_the_name_in_a_column_of_objectives_goes_on_in_the_next_table(again: str) -> None:
    first = table(BESIDE, "Run more|AB 1|Runs|1|2", "Swim more|AB 2|Visits|1|2")
    second = table(BESIDE, f"{again}|AB 3|Swims|3|4", "Walk more|AB 4|Walks|3|4")
    plan = plan_of(first, "<h2>Scorecard</h2>", second)
    found = [(o.title, [i.code for i in o.indicators]) for o in plan.objectives]
    assert found == [("Run more", ["AB 1"]), ("Swim more", ["AB 2", "AB 3"]), ("Walk more", ["AB 4"])]


@pytest.mark.parametrize("other", ["Dive more (continued)", "Swim more (children)"])
def test_a_name_in_it_that_no_objective_has_names_another(other: str) -> None:
    first, second = table(BESIDE, "Swim more|AB 2|Visits|1|2"), table(BESIDE, f"{other}|AB 3|Swims|3|4")
    plan = plan_of(first, "<h2>Scorecard</h2>", second)
    assert [o.title for o in plan.objectives] == ["Swim more", other]


def test_a_heading_that_comes_again_below_another_one_goes_on_with_its_objective() -> None:
    first, second = table(INDICATORS, "AB 1|Visits|1|2"), table(INDICATORS, "AB 2|Swims|3|4")
    plan = plan_of("<h3>Swim more</h3>", first, "<h2>Page two</h2><h3>Swim more (continued)</h3>", second)
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [("Swim more", ["AB 1", "AB 2"])]


@pytest.mark.parametrize(("again", "group"), [("Pools (continued)", "Pools"), ("Pools (outdoor)", "Pools (outdoor)")])
def test_a_band_that_comes_again_goes_on_with_its_group(again: str, group: str) -> None:
    rows = ("Pools +4", "AB 1|Visits|1|2", f"{again} +4", "AB 2|Swims|3|4")
    plan = plan_of("<h2>Swim more</h2>", table(INDICATORS, *rows))
    assert [i.group for i in plan.indicators] == ["Pools", group]
