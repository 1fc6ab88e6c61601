"""Lists of linked codes send indicators to their objective, and so do codes that begin with its own."""

from __future__ import annotations

import pytest

from planparse.interpret.draft import IndicatorDraft, MilestoneDraft, ObjectiveDraft, Text
from planparse.interpret.linking import by_prefix, link, linked_codes
from tests.interpret.test_layouts import plan_of, table


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


CODES = ("Code|Objective", "SW|Swim more", "RU|Run more")
ACTIONS = "Ref|Action|Lead|Due date"
Milestones = list[tuple[str | None, str | None, list[str | None]]]


def by_code(*rows: str, codes: tuple[str, ...] = CODES) -> Milestones:
    """The code and title of each objective, and the refs of its milestones, where a plan lists its objectives first."""
    plan = plan_of(table(*codes), "<h2>Action plan</h2>", table(ACTIONS, *rows))
    return [(o.code, o.title, [m.ref for m in o.milestones]) for o in plan.objectives]


SWIM, RUN = "SW1|Dig it|Coach|May 2016", "RU1|Mark it|Clerk|June 2016"


def test_records_whose_codes_begin_with_that_of_a_listed_objective_are_its_own() -> None:
    found = by_code(SWIM, RUN, "SW2|Fill it|Coach|June 2016")
    assert found == [("SW", "Swim more", ["SW1", "SW2"]), ("RU", "Run more", ["RU1"])]


def test_indicators_go_to_it_too() -> None:
    measures = table("Ref|Measure|2015/16 actual|2016/17 target", "SW.1|Visits|1|2", "RU.1|Runs|3|4")
    plan = plan_of(table(*CODES), "<h2>Our measures</h2>", measures)
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [
        ("Swim more", ["SW.1"]),
        ("Run more", ["RU.1"]),
    ]


def test_one_record_without_an_owner_leaves_all_where_they_stand() -> None:
    found = by_code(SWIM, RUN, "XX1|Rest|Clerk|June 2016")
    assert found == [("SW", "Swim more", []), ("RU", "Run more", []), (None, "Action plan", ["SW1", "RU1", "XX1"])]


def test_the_longest_code_owns_and_a_figure_must_not_go_on_with_it() -> None:
    codes = ("Code|Objective", "1|Swim more", "10|Run more")
    found = by_code("1.1|Dig it|Coach|May 2016", "10.1|Mark it|Clerk|June 2016", codes=codes)
    assert found == [("1", "Swim more", ["1.1"]), ("10", "Run more", ["10.1"])]


@pytest.mark.parametrize("second", ["SW|Run more", "Runs|Run more"], ids=["a code twice", "a word"])
def test_a_table_of_other_texts_lists_no_objectives(second: str) -> None:
    assert by_code(SWIM, RUN, codes=(*CODES[:2], second)) == [(None, "Action plan", ["SW1", "RU1"])]


@pytest.mark.parametrize(("code", "owner"), [("SW1", 0), ("SW.1", 0), ("SW", None), ("SWI1", None), ("XX1", None)])
def test_what_a_code_begins_with(code: str, owner: int | None) -> None:
    owners = [ObjectiveDraft(title=Text(t, ()), code=Text(c, ())) for c, t in (("SW", "Swim"), ("RU", "Run"))]
    part = ObjectiveDraft(title=Text("Plan", ()), from_heading=True)
    part.milestones.append(MilestoneDraft(Text("Dig it", ()), code))
    found = by_prefix([*owners, part])
    assert [len(o.milestones) for o in found] == ([1, 0] if owner == 0 else [0, 0, 1])


APPENDIX = "<h2>Appendix: our measures</h2>" + table(
    "Ref|Measure|2015/16 actual|2016/17 target", "AB 01|Visits|1|2", "AB 02|Runs|3|4", "AB 04|Swims|5|6"
)
Linked = list[tuple[str | None, list[str | None]]]


def by_line(first: str, second: str, above: str = "") -> Linked:
    """The codes of each objective's indicators, where a line under each says which of the appendix are its own."""
    plan = plan_of(
        *("<h2>Objective 1: Swim more</h2>", above, f"<p>{first}</p>"),
        *("<h2>Objective 2: Run more</h2>", above, f"<p>{second}</p>"),
        APPENDIX,
    )
    return [(o.title, [i.code for i in o.indicators]) for o in plan.objectives]


@pytest.mark.parametrize("above", ["", "<p>We do this with the schools.</p>"], ids=["right below", "below a text"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Linked measures: AB 01, AB 04", "Linked measures: AB 02"),
        ("Linked indicators: AB 01 and AB 04", "Linked indicators: AB 02"),
        ("Performance indicators: AB 01, 04", "Performance indicators: AB 02"),
    ],
)
def test_a_line_of_linked_measures_takes_them_out_of_the_appendix(first: str, second: str, above: str) -> None:
    assert by_line(first, second, above) == [
        ("Objective 1: Swim more", ["AB 01", "AB 04"]),
        ("Objective 2: Run more", ["AB 02"]),
    ]


def test_what_no_line_names_stays_in_the_appendix() -> None:
    assert by_line("Linked measures: AB 01", "Linked measures: none yet") == [
        ("Objective 1: Swim more", ["AB 01"]),
        ("Appendix: our measures", ["AB 02", "AB 04"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Linked measures: visits, swims",
        "Linked measures: AB 01, swims",
        "Linked measures: see the appendix",
        "Our links: AB 01, AB 04",
        "Milestones: AB 01, AB 04",
    ],
)
def test_a_line_of_other_words_links_nothing(line: str) -> None:
    assert by_line(line, "We run well.") == [("Appendix: our measures", ["AB 01", "AB 02", "AB 04"])]


def numbered(*rows: str, linked: bool = True) -> list[tuple[str | None, str | None, list[str | None]]]:
    """Two objectives, maybe with lists of codes, and a table of measures that gives each objective a number."""
    names = ("Swim more", "Run more")
    own = [(f"Linked Indicators|AB {n}",) if linked else () for n in (1, 2)]
    blocks = [
        f"<h2>{name}</h2>"
        + table(f"Service Objective: SO{n}|{name}", "Key Milestones|<ul><li>Dig it</li></ul>", *links)
        for n, (name, links) in enumerate(zip(names, own, strict=True), 1)
    ]
    measures = table("Objective|Ref|Measure|2015/16 actual|2016/17 target", *rows, header=1)
    plan = plan_of(*blocks, "<h2>Measures</h2>", measures)
    return [(o.code, o.title, [i.code for i in o.indicators]) for o in plan.objectives]


ROWS = ("1|AB 1|Visits|1|2", "2|AB 2|Laps|3|4")
LINKED = [("SO1", "Swim more", ["AB 1"]), ("SO2", "Run more", ["AB 2"])]


def test_a_number_in_place_of_an_objective_goes_where_lists_empty_it() -> None:
    assert numbered(*ROWS) == LINKED
    assert numbered(*(row.replace("|", ".|", 1) for row in ROWS)) == LINKED


def test_a_number_that_keeps_a_measure_stays() -> None:
    assert numbered(*ROWS, "3|AB 3|Runs|5|6") == [*LINKED, (None, "3", ["AB 3"])]


def test_without_lists_of_codes_all_numbers_stay() -> None:
    assert numbered(*ROWS, linked=False)[2:] == [(None, "1", ["AB 1"]), (None, "2", ["AB 2"])]


def test_a_name_that_lists_empty_stays() -> None:
    named = [row.replace(row[0], f"Area {row[0]}", 1) for row in ROWS]
    assert numbered(*named) == [*LINKED, (None, "Area 1", []), (None, "Area 2", [])]


TITLE = "Aim 1: Keep every road open +4"
MEASURES = table(TITLE, "Ref|Measure|Actual 2015/16|Target 2016/17", "A1|Visits|1|2")


def by_title(*rows: str, measures: str = MEASURES) -> list[tuple[str | None, int, int]]:
    """What stands under each title, where the actions of all objectives stand behind their measures."""
    plan = plan_of("<h2>Measures</h2>", measures, "<h2>Actions</h2>", table(*rows))
    return [(o.title, len(o.indicators), len(o.milestones)) for o in plan.objectives]


def test_an_objective_that_is_named_again_over_its_actions_is_one() -> None:
    actions = (TITLE.replace("+4", "+3"), "Action|Lead|Timescale", "Mend it|Coach|31 May 2016")
    assert by_title(*actions) == [("Aim 1: Keep every road open", 1, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        ("Aim 2: Keep every road open +3", "Action|Lead|Timescale", "Mend it|Coach|31 May 2016"),
        (TITLE, "Ref|Measure|Actual 2015/16|Target 2016/17", "A1|Visits|3|4"),
    ],
    ids=["another number", "the same part again"],
)
def test_an_objective_of_another_number_or_with_the_same_part_is_another(rows: tuple[str, ...]) -> None:
    assert len(by_title(*rows)) == 2
