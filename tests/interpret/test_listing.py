"""Milestones in a table whose columns are the years: each is due in its column's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.listing import columns_of_texts, rows_of_dates
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import grid, reaching

OWNED = ("<h2>Objective 1: Swim more</h2>", "<h3>Milestones</h3>")


def milestones(*rows: str) -> list[tuple[str, str | None]]:
    indicators = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6")
    plan = plan_of(*OWNED, table(*rows), "<h3>Performance indicators</h3>", indicators)
    assert [i.code for o in plan.objectives for i in o.indicators] == ["AB 1"]
    return [(m.text, m.period) for o in plan.objectives for m in o.milestones]


def test_milestones_below_their_years() -> None:
    assert milestones("2016/17|2017/18", "Dig it|Heat it", "Fill it|") == [
        ("Dig it", "2016/17"),
        ("Fill it", "2016/17"),
        ("Heat it", "2017/18"),
    ]


def test_one_over_several_years_is_of_none() -> None:
    assert milestones("2016/17|2017/18", "Dig it|Heat it", "Keep it clean +2") == [
        ("Dig it", "2016/17"),
        ("Keep it clean", None),
        ("Heat it", "2017/18"),
    ]


@pytest.mark.parametrize("rows", [("2016/17|2017/18", "5|6"), ("2016/17|Later", "Dig it|Heat it")])
def test_figures_and_other_names_make_no_such_table(rows: tuple[str, ...]) -> None:
    assert milestones(*rows) == []


def dated(*rows: str) -> list[tuple[str, str | None]]:
    plan = plan_of(*OWNED, table(*rows), table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6"))
    return [(m.text, m.due) for o in plan.objectives for m in o.milestones]


@pytest.mark.parametrize(
    "rows",
    [("May 2016|Dig it", "June 2016|Fill it"), ("Dig it|May 2016", "Fill it|June 2016")],
    ids=["dates first", "dates last"],
)
def test_milestones_beside_their_dates_need_no_header(rows: tuple[str, ...]) -> None:
    assert dated(*rows) == [("Dig it", "2016-05"), ("Fill it", "2016-06")]


@pytest.mark.parametrize(
    "rows",
    [
        ("May 2016|Dig it", "Later|Fill it"),
        ("May 2016|Dig it", "June 2016|"),
        ("May 2016|5", "June 2016|6"),
        ("May 2016|June 2016", "July 2016|August 2016"),
        ("May 2016|Dig it|Coach", "June 2016|Fill it|Clerk"),
        ("May 2016|Dig it", "June 2016>2"),
    ],
    ids=["no date", "no text", "figures", "dates alone", "three columns", "a row of one cell"],
)
def test_other_tables_of_dates_are_no_such_list(rows: tuple[str, ...]) -> None:
    assert rows_of_dates(grid(*rows).slots(), load_vocabulary()) == []


def test_a_date_of_two_rows_makes_no_such_list() -> None:
    rows = grid("May 2016|Dig it", "June 2016|Fill it")
    assert len(rows_of_dates(rows.slots(), load_vocabulary())) == 2
    assert rows_of_dates(reaching(rows, "May 2016", 2).slots(), load_vocabulary()) == []


def test_a_table_in_a_cell_makes_no_such_list() -> None:
    rows = grid("May 2016|Dig it", "June 2016|Fill it")
    first, *rest = rows.cells
    nested = replace(rows, cells=(replace(first, tables=(rows,)), *rest))
    assert rows_of_dates(nested.slots(), load_vocabulary()) == []


def test_such_a_table_counts_only_in_a_part_of_milestones() -> None:
    plan = plan_of(
        "<h2>Objective 1: Swim more</h2><h3>Our history</h3>",
        table("May 2016|Dig it", "June 2016|Fill it"),
        table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6"),
    )
    assert plan.milestones == ()


def test_milestones_below_quarters_are_of_the_plans_year() -> None:
    rows = "Quarter 1|Quarter 2", "Open the pool|<ul><li>Train the staff</li><li>Mend it</li></ul>"
    indicators = table("Measure|Target 2025/26", "Visits|4")
    parts = "<h2>Swim more</h2><h3>Milestones</h3>", table(*rows, header=1), "<h3>Measures</h3>", indicators
    (objective,) = plan_of(*parts, title="Annual Plan 2025/26").objectives
    found = [(m.period, m.text) for m in objective.milestones]
    assert found == [("2025/26 Q1", "Open the pool"), ("2025/26 Q2", "Train the staff"), ("2025/26 Q2", "Mend it")]


def test_developments_and_issues_beside_milestones_are_a_list_of_objectives() -> None:
    plan = plan_of(
        table(
            "Objective|Key developments|Emerging issues|Milestones",
            "SW1 Swim more|New pool|Less rain|Heat it by May 2016",
            "SW2 Read more|New books|Less light|Open late by June 2016",
        ),
        table("Objective|Ref|Measure|Actual 2015/16|Target 2016/17", "SW1|AB 1|Swimmers|5|6", "SW2|AB 2|Loans|7|8"),
    )
    assert [
        (o.code, o.key_developments, o.emerging_issues, [m.due for m in o.milestones]) for o in plan.objectives
    ] == [
        ("SW1", ("New pool",), ("Less rain",), ["2016-05"]),
        ("SW2", ("New books",), ("Less light",), ["2016-06"]),
    ]
    assert [[i.code for i in o.indicators] for o in plan.objectives] == [["AB 1"], ["AB 2"]]


CODED = ("Code|Objective|Key developments|Key milestones|Lead", "SW|Swim more|A pool was dug|Heat it by May 2016|Clerk")


def test_a_list_of_objectives_may_give_their_codes_in_a_column() -> None:
    measures = table("Objective|Ref|Measure|Actual 2015/16|Target 2016/17", "SW|S1|Swimmers|5|6", "RUN|R1|Runners|7|8")
    plan = plan_of(table(*CODED, "RUN|Run more|A path was laid|Light it by June 2016|Coach"), measures)
    assert [
        (o.code, o.title, o.key_developments[0], o.milestones[0].text, o.lead, o.indicators[0].code)
        for o in plan.objectives
    ] == [
        ("SW", "Swim more", "A pool was dug", "Heat it by May 2016", "Clerk", "S1"),
        ("RUN", "Run more", "A path was laid", "Light it by June 2016", "Coach", "R1"),
    ]


@pytest.mark.parametrize("code", ["SW", "", "See below"])
def test_a_column_without_a_code_for_each_row_makes_no_such_list(code: str) -> None:
    rows = grid(*CODED, f"{code}|Run more|A path was laid|Light it by June 2016|Coach")
    assert columns_of_texts(rows.slots(), 0, load_vocabulary()) == []


def matrix(*rows: str, title: str = "Service Plan 2016-19", part: str = "Milestones") -> list[tuple[str, str | None]]:
    """The milestones of a table below the heading of a part, each with its period or when it is due."""
    indicators = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6")
    parts = OWNED[0], f"<h3>{part}</h3>", table(*rows), "<h3>Performance indicators</h3>", indicators
    (objective,) = plan_of(*parts, title=title).objectives
    assert [i.code for i in objective.indicators] == ["AB 1"]
    return [(m.text, m.due or m.period) for m in objective.milestones]


NAMED = ("Pools|Dig it|Heat it", "Parks|Mow it|")


@pytest.mark.parametrize(
    ("times", "first", "second"),
    [
        ("2016/17|2017/18", "2016/17", "2017/18"),
        ("By March 2017|By March 2018", "2017-03", "2018-03"),
        ("By March 2017|2017/18", "2017-03", "2017/18"),
    ],
    ids=["years", "dates", "both"],
)
def test_milestones_of_programmes_below_their_times(times: str, first: str, second: str) -> None:
    found = [("Dig it", first), ("Mow it", first), ("Heat it", second)]
    assert matrix(f"Programme|{times}", *NAMED) == found
    assert matrix(f"|{times}", *NAMED) == found
    assert matrix(times, "Dig it|Heat it", "Mow it|") == found


def test_milestones_of_programmes_below_quarters_are_of_the_plans_year() -> None:
    found = matrix("Programme|Quarter 1|Quarter 2", *NAMED, title="Annual Plan 2016/17")
    assert found == [("Dig it", "2016/17 Q1"), ("Mow it", "2016/17 Q1"), ("Heat it", "2016/17 Q2")]


@pytest.mark.parametrize("times", ["2016/17|2017/18", "By March 2017|By March 2018"])
def test_one_of_a_programme_over_several_times_is_of_none(times: str) -> None:
    assert matrix(f"Programme|{times}", "Pools|Keep it clean +2", "Parks|Mow it|")[0] == ("Keep it clean", None)


@pytest.mark.parametrize(
    "rows",
    [
        ("Programme|2016/17|2017/18|Lead", "Pools|Dig it|Heat it|Coach", "Parks|Mow it||Clerk"),
        ("Programme|2016/17", "Pools|Dig it", "Parks|Mow it"),
        ("Programme|2016/17|2017/18", "Pools|Dig it|Heat it", "|Mow it|Fence it"),
        ("Programme|2016/17|2017/18", "Sport +3", "Pools|Dig it|Heat it"),
        ("Programme|2016/17|2017/18", "Pools|5|6", "Parks|7|8"),
        ("Programme|2016/17|2017/18", "Pools|Dig it|tbc", "Parks|Mow it|Fence it"),
        ("Programme|2015/16 actual|2016/17 target", "Pools|Dig it|Heat it", "Parks|Mow it|Fence it"),
        ("Ref|2016/17|2017/18", "1.1|Dig it|Heat it", "1.2|Mow it|Fence it"),
    ],
    ids=[
        "another column",
        "one time",
        "no name",
        "a band",
        "figures",
        "a value",
        "actual and target",
        "codes",
    ],
)
def test_other_tables_with_names_below_times_are_no_such_matrix(rows: tuple[str, ...]) -> None:
    assert matrix(*rows) == []


def test_such_a_matrix_counts_only_in_a_part_of_milestones() -> None:
    assert matrix("Programme|2016/17|2017/18", *NAMED, part="Our history") == []


def test_ticks_below_quarters_are_no_milestones() -> None:
    found = matrix("Action|Q1|Q2", "Dig it|✓|", "Heat it||✓", title="Annual Plan 2016/17")
    assert [text for text, _ in found] == ["Dig it", "Heat it"]


def goals(
    *rows: tuple[str, ...], head: str = "Goal|Milestones 2026/27|Performance measures"
) -> list[tuple[object, ...]]:
    """The objectives of a table with such cells, which may hold tables."""
    lines = [tuple(head.split("|")), *rows]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
    plan = plan_of(f"<table>{body}</table>", "<h2>Our parks</h2>", table("Ref|Measure|Target 2016/17", "P1|Parks|6"))
    return [
        (o.title, o.lead, [(m.text, m.period) for m in o.milestones], [i.code for i in o.indicators])
        for o in plan.objectives
        if o.title != "Our parks"
    ]


POOL = ("Swim more", "<ul><li>Dig it</li><li>Heat it</li></ul>", table("Ref|Measure|Target 2026/27", "S1|Visits|9"))
TRACK = ("Run more", "<ul><li>Lay it</li><li>Light it</li></ul>", table("Ref|Measure|Target 2026/27", "R1|Runs|5"))
BOTH = [
    ("Swim more", None, [("Dig it", "2026/27"), ("Heat it", "2026/27")], ["S1"]),
    ("Run more", None, [("Lay it", "2026/27"), ("Light it", "2026/27")], ["R1"]),
]


def test_goals_with_lists_of_milestones_and_tables_of_measures_are_objectives() -> None:
    assert goals(POOL, TRACK) == BOTH


def test_blank_rows_of_such_a_list_are_skipped() -> None:
    assert goals(POOL, ("", "", ""), TRACK) == BOTH


def test_a_line_below_the_name_of_a_goal_tells_its_lead() -> None:
    first = (f"<p>{POOL[0]}</p><p>Lead: Clerk</p>", *POOL[1:])
    assert goals(first, TRACK) == [(BOTH[0][0], "Clerk", *BOTH[0][2:]), BOTH[1]]


def test_goals_with_nothing_but_tables_of_measures_are_objectives_too() -> None:
    found = goals((POOL[0], POOL[2]), (TRACK[0], TRACK[2]), head="Goal|Performance measures")
    assert found == [("Swim more", None, [], ["S1"]), ("Run more", None, [], ["R1"])]


@pytest.mark.parametrize(
    "row",
    [(*TRACK[:2], "How many run"), ("", *TRACK[1:])],
    ids=["a text in place of a table", "no name"],
)
def test_other_rows_make_no_such_list(row: tuple[str, ...]) -> None:
    assert not any(milestones for _, _, milestones, _ in goals(POOL, row))


@pytest.mark.parametrize("name", ["Action", "Objective", "Indicator", "Lead", "Risk", "Key risk"])
def test_names_that_say_what_the_rows_are_make_no_such_matrix(name: str) -> None:
    indicators = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6")
    plan = plan_of(*OWNED, table(f"{name}|2016/17|2017/18", *NAMED), "<h3>Performance indicators</h3>", indicators)
    own = next(o for o in plan.objectives if o.indicators)
    assert not own.milestones
    assert not any(name in m.extra for m in plan.milestones)
    assert [i.code for i in plan.indicators] == ["AB 1"]


@pytest.mark.parametrize(
    "rows",
    [("Pools|✓|", "Parks||✓"), ("Pools|x|", "Parks||x"), ("Pools|Dig|Heat", "Parks|Mow|")],
    ids=["ticks", "crosses", "single words"],
)
def test_ticks_and_single_words_below_times_are_no_milestones(rows: tuple[str, ...]) -> None:
    assert matrix("Programme|2016/17|2017/18", *rows) == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Programme", [{"Programme": "Pools"}, {"Programme": "Parks"}, {"Programme": "Pools"}]),
        ("Service", [{"Service": "Pools"}, {"Service": "Parks"}, {"Service": "Pools"}]),
        ("", [{}, {}, {}]),
    ],
    ids=["a programme", "a service", "a blank corner"],
)
def test_the_name_of_its_row_is_kept_with_each(name: str, kept: list[dict[str, str]]) -> None:
    indicators = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6")
    plan = plan_of(*OWNED, table(f"{name}|2016/17|2017/18", *NAMED), "<h3>Performance indicators</h3>", indicators)
    assert [m.text for m in plan.milestones] == ["Dig it", "Mow it", "Heat it"]
    assert [m.extra for m in plan.milestones] == kept
