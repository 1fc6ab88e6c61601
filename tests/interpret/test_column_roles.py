"""Columns that are actions by what stands beside them: targets in words with a date, and the one that is called so."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from planparse.pipeline import extract
from tests.interpret.test_layouts import numbers, page, plan_of, table

OTHER = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def read(*rows: str) -> Plan:
    return plan_of("<h2>Swim more</h2>", table(*rows, header=1), OTHER)


def test_targets_in_words_with_dates_are_actions() -> None:
    plan = read("Target|Due date|Lead", "Open the pool|May 2016|Coach", "Heat the pool|June 2016|Clerk")
    assert [(m.text, m.due, m.lead) for m in plan.milestones] == [
        ("Open the pool", "2016-05", "Coach"),
        ("Heat the pool", "2016-06", "Clerk"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Target|Due date|Lead", "5 pools|May 2016|Coach", "85%|June 2016|Clerk"),
        ("Target|Due date|Lead", "Open the pool|May 2016|Coach", "Warmth|June 2016|Clerk"),
        ("Target|Due date|Lead", "Open the pool|When we can|Coach", "Heat the pool|Later|Clerk"),
        ("Target|Place|Lead", "Open the pool|North|Coach", "Heat the pool|South|Clerk"),
        ("Target 2016/17|Due date|Lead", "Open the pool|May 2016|Coach", "Heat the pool|June 2016|Clerk"),
        ("Target|Target|Due date", "Open the pool|Close it|May 2016", "Heat the pool|Cool it|June 2016"),
        ("Target|Actual|Due date", "Open the pool|It is open|May 2016", "Heat the pool|It is cold|June 2016"),
        ("Measure|Target|Due date", "Pools|Open the pool|May 2016", "Warmth|Heat the pool|June 2016"),
    ],
    ids=["values", "one word", "no dates", "no column of dates", "of a year", "two targets", "an actual", "a measure"],
)
def test_other_targets_are_no_actions(rows: tuple[str, ...]) -> None:
    assert "Open the pool" not in [m.text for m in read(*rows).milestones]


def test_of_two_columns_of_actions_the_one_that_is_called_so() -> None:
    plan = read(
        "Action|What we will do to get there|Due date",
        "Open it|Dig the ground, lay the pipes and let the water in|May 2016",
        "Heat it|Buy the oil and light the fire under the boiler|June 2016",
    )
    assert [m.text for m in plan.milestones] == ["Open it", "Heat it"]
    assert [len(m.extra) for m in plan.milestones] == [1, 1]


def test_where_both_are_called_so_the_one_of_the_longer_texts() -> None:
    rows = ("Action|Activity|Due date", "Open it|Dig the ground and lay pipes|May 2016", "Heat it|Buy oil|June 2016")
    assert [m.text for m in read(*rows).milestones] == ["Dig the ground and lay pipes", "Buy oil"]


GRADED = "Measure|2015/16 actual|2016/17 target"


def measures(*rows: str) -> list[str]:
    return [i.measure for i in read(GRADED, *rows).indicators][:-2]


@pytest.mark.parametrize(
    "rows",
    [
        ("Grade of pools|G1|G2", "Grade of parks|V1|G1"),
        ("Grade of pools|G1|Good", "Grade of parks|Fairly good|Very good"),
    ],
    ids=["all of them", "a quarter of them"],
)
def test_grades_are_values(rows: tuple[str, ...]) -> None:
    assert measures(*rows) == ["Grade of pools", "Grade of parks"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Grade of pools|Good|Very good", "Grade of parks|Poor|Fairly good"),
        ("Grade of pools|Gold|Gold", "Grade of parks|Tin|Gold"),
        ("Grade of pools|G1|Good", "Grade of parks|Poor|Good", "Grade of roads|Poor|Good"),
    ],
    ids=["words", "one word each", "a grade among many words"],
)
def test_words_are_none(rows: tuple[str, ...]) -> None:
    assert measures(*rows) == []


WORDED = ("AB 1|Fill all of the pools|8|9", "AB 2|Heat all of the pools|6|7")


@pytest.mark.parametrize("name", ["Target", "Key performance target"])
@pytest.mark.parametrize(("other", "targets"), [("2016/17 target", ["9", "7"]), ("Lead", [])])
def test_a_target_in_words_before_values_is_the_measure(name: str, other: str, targets: list[str]) -> None:
    plan = read(f"Ref|{name}|2015/16 outturn|{other}", *WORDED)
    assert [(i.code, i.measure) for i in plan.indicators[:-2]] == [
        ("AB 1", "Fill all of the pools"),
        ("AB 2", "Heat all of the pools"),
    ]
    assert [v.text for i in plan.indicators[:-2] for v in i.actuals] == ["8", "6"]
    assert [v.text for i in plan.indicators[:-2] for v in i.targets] == targets


@pytest.mark.parametrize(
    "rows",
    [
        ("Ref|Target|2015/16 outturn", "AB 1|90%|8", "AB 2|85%|6"),
        ("Ref|Target|2015/16 outturn|2016/17 target", "AB 1|Warmth|8|9", WORDED[1]),
        ("Ref|2015/16 outturn|2016/17 target|Target", "AB 1|8|9|Fill all of the pools", "AB 2|6|7|Heat all of them"),
        ("Ref|Target 2017/18|2015/16 outturn|2016/17 target", *WORDED),
        ("Ref|Target|2015/16 outturn|2016/17 target", "AB 1|Fill the pools|Fair|Good", "AB 2|Heat them|Poor|Fair"),
        ("Ref|Target|Action|2016/17 target", "AB 1|Fill all of the pools|Dig it|9", "AB 2|Heat them all|Buy it|7"),
        ("Ref|Target|Trend|Lead", *WORDED),
    ],
    ids=["values", "one word", "behind the values", "of a year", "words beside it", "an action", "no values"],
)
def test_other_targets_are_no_measures(rows: tuple[str, ...]) -> None:
    assert [i.measure for i in read(*rows).indicators] == ["Visits", "Swims"]


def test_beside_a_measure_a_target_in_words_is_a_target() -> None:
    rows = ("Ref|Target|2015/16 outturn|Measure", "AB 1|Fill all of the pools|8|Pools", "AB 2|Heat them all|6|Warmth")
    found = read(*rows).indicators[:-2]
    assert [(i.measure, [v.text for v in i.targets]) for i in found] == [
        ("Pools", ["Fill all of the pools"]),
        ("Warmth", ["Heat them all"]),
    ]


def dated(*rows: str) -> list[tuple[str, str | None, dict[str, str]]]:
    return [(m.text, m.due, m.extra) for m in read(*rows).milestones]


@pytest.mark.parametrize("name", ["Quarter", "When in the year"])
@pytest.mark.parametrize(("one", "two"), [("Q1", "Q3"), ("Quarter 1", "Quarter 3"), ("Q1 (Apr-Jun)", "Q3 (Oct-Dec)")])
def test_a_column_of_quarters_beside_actions_says_when_they_are_due(name: str, one: str, two: str) -> None:
    rows = (f"Open the pool|{one}|Coach", f"Heat the pool|{two}|Clerk")
    assert dated(f"Action 2016/17|{name}|Lead", *rows) == [
        ("Open the pool", "2016-06", {}),
        ("Heat the pool", "2016-12", {}),
    ]
    assert dated(f"Action|{name}|Lead", *rows) == [
        ("Open the pool", None, {"due": one}),
        ("Heat the pool", None, {"due": two}),
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            ("Action 2016/17|Quarter", "Open the pool|Q1", "Heat the pool|Later", "Close the pool|Q3"),
            [("Open the pool", None, "Q1"), ("Heat the pool", None, "Later"), ("Close the pool", None, "Q3")],
        ),
        (
            ("Action 2016/17|Quarter|Due date", "Open the pool|Q1|May 2016", "Heat the pool|Q3|July 2016"),
            [("Open the pool", "2016-05", "Q1"), ("Heat the pool", "2016-07", "Q3")],
        ),
    ],
    ids=["another word among them", "a date"],
)
def test_other_quarters_beside_actions_are_kept(
    rows: tuple[str, ...], found: list[tuple[str, str | None, str]]
) -> None:
    header, *below = rows
    lead = (f"{header}|Lead", *(f"{row}|Coach" for row in below))
    assert dated(*lead) == [(text, due, {"Quarter": quarter}) for text, due, quarter in found]


def test_beside_measures_quarters_are_those_of_the_values() -> None:
    plan = read("Measure|Quarter|Target 2016/17", "Visits to pools|Q1|1", "|Q2|2")
    assert plan.milestones == ()
    assert [(v.period, v.text) for v in plan.indicators[0].targets] == [("2016/17 Q1", "1"), ("2016/17 Q2", "2")]


@pytest.mark.parametrize(
    ("action", "due", "found", "extra"),
    [
        ("Action 2016/17", "Q1", "2016-06", {}),
        ("Action 2016/17", "Quarter 4", "2017-03", {}),
        ("Action 2016/17", "Q1 2017/18", "2017-06", {}),
        ("Action 2016/17", "May 2016", "2016-05", {}),
        ("Action 2016/17", "Q1 to Q2", None, {"due": "Q1 to Q2"}),
        ("Action", "Q1", None, {"due": "Q1"}),
        ("Action", "Q1 2017/18", "2017-06", {}),
    ],
)
def test_a_quarter_alone_is_of_the_year_of_its_action(
    action: str, due: str, found: str | None, extra: dict[str, str]
) -> None:
    assert dated(f"{action}|Due date|Lead", f"Open the pool|{due}|Coach", "Heat it|Q2 2017|Clerk")[0] == (
        "Open the pool",
        found,
        extra,
    )


@pytest.mark.parametrize(
    ("header", "actuals", "targets"),
    [
        ("Measure|Outcome 2015/16|Target 2016/17", {"2015/16": 10}, {"2016/17": 11}),
        ("Measure|Goal 2015/16|Target 2016/17", {}, {"2015/16": 10, "2016/17": 11}),
        ("Measure|Actual 2015/16|Outcome 2016/17", {"2015/16": 10}, {"2016/17": 11}),
    ],
    ids=["an outcome beside targets", "a goal", "an outcome beside actuals"],
)
def test_values_under_a_word_for_objectives(header: str, actuals: dict[str, int], targets: dict[str, int]) -> None:
    found = extract(
        page("<h2>Swim more</h2>", table(header, "People seen|10|11", "People helped|20|21", header=1)), name="a.html"
    )
    first = found.plan.indicators[0]
    assert (numbers(first, "actuals"), numbers(first, "targets")) == (actuals, targets)
    unsure = any("taken for actual by its values" in remark.message for remark in found.trace.remarks)
    assert unsure == header.startswith("Measure|Outcome")


RISKS = ("The pool may leak|Mend the pipes|Coach", "Prices may rise|Buy the oil|Clerk")


@pytest.mark.parametrize("name", ["Risk", "Risks", "Key risks", "Description of risk"])
def test_a_list_of_risks_is_no_list_of_actions(name: str) -> None:
    plan = read(f"{name}|Action|Lead", *RISKS)
    assert not plan.milestones
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]


@pytest.mark.parametrize("name", ["Task", "Risk owner", "Theme"])
def test_other_columns_before_that_of_the_actions_leave_them_what_they_are(name: str) -> None:
    assert len(read(f"{name}|Action|Lead", *RISKS).milestones) == 2


@pytest.mark.parametrize("name", ["Due date", "By when", "Timescale"])
def test_actions_against_risks_that_are_due_are_actions(name: str) -> None:
    plan = read(f"Risk|Action|{name}", "It may leak|Mend the pipes|May 2016", "It may cool|Buy the oil|June 2016")
    assert [(m.text, m.due) for m in plan.milestones] == [("Mend the pipes", "2016-05"), ("Buy the oil", "2016-06")]


def test_measures_beside_risks_are_indicators() -> None:
    plan = read("Risk|Measure|2015/16 actual|2016/17 target", "It may leak|Leaks|9|8", "It may cool|Cold days|7|6")
    assert [i.measure for i in plan.indicators][:2] == ["Leaks", "Cold days"]


def test_a_column_of_risks_behind_the_actions_is_told_of_each() -> None:
    plan = read("Action|Risk|Lead", "Mend the pipes|It may leak|Coach", "Buy the oil|It may cool|Clerk")
    assert [(m.text, m.extra) for m in plan.milestones] == [
        ("Mend the pipes", {"Risk": "It may leak"}),
        ("Buy the oil", {"Risk": "It may cool"}),
    ]


def test_a_column_called_activity_plan_names_actions() -> None:
    plan = read("Activity plan|Lead|Due date", "Mend the pipes|Coach|May 2016", "Buy the oil|Clerk|June 2016")
    assert [(m.text, m.lead, m.due) for m in plan.milestones] == [
        ("Mend the pipes", "Coach", "2016-05"),
        ("Buy the oil", "Clerk", "2016-06"),
    ]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Risk|Action|Year|Lead", ("It may leak|Mend it|2016/17|Coach", "It may cool|Buy oil|2017/18|Clerk")),
        ("Risk|Action|Lead", ("It may leak|Mend it by May 2016|Coach", "It may cool|Buy oil by June 2016|Clerk")),
    ],
    ids=["a column of years", "dates within the texts"],
)
def test_actions_against_risks_with_times_are_milestones(name: str, rows: tuple[str, ...]) -> None:
    plan = read(name, *rows)
    assert [m.text[:7] for m in plan.milestones] == ["Mend it", "Buy oil"]
    assert [m.lead for m in plan.milestones] == ["Coach", "Clerk"]
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]


def test_risks_behind_their_codes_are_no_list_of_actions() -> None:
    plan = read("Ref|Risk|Action|Lead", "R1|It may leak|Mend it|Coach", "R2|It may cool|Buy oil|Clerk")
    assert not plan.milestones
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]


VALUES = "Measure|2015/16 actual|2016/17 target"


def owned(*rows: str) -> list[tuple[str | None, str | None, list[tuple[str | None, str]]]]:
    """The code and the name of each objective of a table, with the codes and the names of its measures."""
    plan = plan_of(table(*rows, header=1))
    return [(o.code, o.title, [(i.code, i.measure) for i in o.indicators]) for o in plan.objectives]


def test_codes_beside_objectives_under_the_same_name_are_those_of_the_objectives() -> None:
    due = ("1.1|Swim|Mend it|Coach|May 2016", "1.2|Run|Buy oil|Clerk|June 2016")
    plan = plan_of(table("Objective|Objective|Action|Lead|Due date", *due, header=1), OTHER)
    found = [(o.code, o.title, [m.text for m in o.milestones]) for o in plan.objectives if o.milestones]
    assert found == [("1.1", "Swim", ["Mend it"]), ("1.2", "Run", ["Buy oil"])]
    assert all(m.ref is None and not m.extra for m in plan.milestones)


def test_of_two_columns_of_codes_that_beside_the_objectives_is_theirs() -> None:
    rows = (f"No|Objective|Ref|{VALUES}", "O1 ↓2|Swim ↓2|A1|Visits|1|2", "A2|Laps|3|4", "O2|Run|A3|Runs|5|6")
    assert owned(*rows) == [
        ("O1", "Swim", [("A1", "Visits"), ("A2", "Laps")]),
        ("O2", "Run", [("A3", "Runs")]),
    ]


def test_one_column_of_codes_alone_is_that_of_the_measures() -> None:
    rows = (f"Ref|Objective|{VALUES}", "A1|Swim|Visits|1|2", "A2|Run|Laps|3|4")
    assert owned(*rows) == [(None, "Swim", [("A1", "Visits")]), (None, "Run", [("A2", "Laps")])]


def test_words_beside_objectives_under_the_same_name_are_no_codes() -> None:
    rows = (f"Objective|Objective|{VALUES}", "Sport|Swim|Visits|1|2", "Health|Run|Laps|3|4")
    assert [code for code, *_ in owned(*rows)] == [None, None]


def test_codes_beside_measures_are_theirs_under_the_name_of_their_family() -> None:
    plan = read(f"NI|{VALUES}", "NI 1|Rooms|1|2", "NI 2|Laps|3|4")
    assert [(i.code, i.measure) for i in plan.indicators][:2] == [("NI 1", "Rooms"), ("NI 2", "Laps")]
    assert not any(i.comparators or i.extra for i in plan.indicators)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (f"National|{VALUES}", ("12|Rooms|1|2", "14|Laps|3|4")),
        (f"National|{VALUES}", ("1.2|Rooms|1|2", "1.4|Laps|3|4")),
        (f"National|{VALUES}", ("N1|Rooms|1|2", "N1|Laps|3|4")),
        (f"Place|{VALUES}", ("North|Rooms|1|2", "South|Laps|3|4")),
        (f"Rank|{VALUES}", ("1st|Rooms|1|2", "2nd|Laps|3|4")),
        (f"Grade|{VALUES}", ("A1|Rooms|1|2", "B2|Laps|3|4")),
        (f"Lead|{VALUES}", ("Coach 1|Rooms|1|2", "Coach 2|Laps|3|4")),
    ],
    ids=["numbers", "fractions", "the same twice", "names", "ranks", "grades", "owners"],
)
def test_other_texts_beside_measures_are_no_codes(head: str, rows: tuple[str, ...]) -> None:
    assert [(i.code, i.measure) for i in read(head, *rows).indicators][:2] == [(None, "Rooms"), (None, "Laps")]


def test_codes_beside_measures_that_have_codes_stay_what_they_are() -> None:
    plan = read(f"Ward|Ref|{VALUES}", "W1|C 1|Rooms|1|2", "W2|C 2|Laps|3|4")
    assert [(i.code, i.extra) for i in plan.indicators][:2] == [("C 1", {"Ward": "W1"}), ("C 2", {"Ward": "W2"})]


@pytest.mark.parametrize("name", ["Key result area", "Key results area", "Result area", "Focus area", "Thematic area"])
def test_result_areas_are_objectives(name: str) -> None:
    rows = (f"{name}|{VALUES}", "Swim|Visits|1|2", "Run|Laps|3|4")
    assert owned(*rows) == [(None, "Swim", [(None, "Visits")]), (None, "Run", [(None, "Laps")])]


@pytest.mark.parametrize("name", ["Result", "Key area", "Area", "Focus"])
def test_other_areas_are_no_objectives(name: str) -> None:
    plan = read(f"{name}|{VALUES}", "Swim|Rooms|1|2", "Run|Laps|3|4")
    assert [o.title for o in plan.objectives] == ["Swim more"]
    assert [i.measure for i in plan.indicators][:2] == ["Rooms", "Laps"]


@pytest.mark.parametrize("when", ["in 2016/17", "by May 2016"], ids=["a year", "a date"])
def test_times_within_the_risks_themselves_date_no_actions(when: str) -> None:
    plan = read("Risk|Action|Lead", f"Prices may rise {when}|Buy oil|Coach", f"It may leak {when}|Mend it|Clerk")
    assert not plan.milestones
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]


def test_the_same_code_twice_beside_objectives_is_no_code_of_theirs() -> None:
    rows = (f"Objective|Objective|{VALUES}", "SO1|Swim|Visits|1|2", "SO1|Run|Laps|3|4")
    assert owned(*rows) == [(None, "Swim", [(None, "Visits")]), (None, "Run", [(None, "Laps")])]


@pytest.mark.parametrize("last", ["NI2", "NI 2"], ids=["without a blank", "with one"])
def test_codes_of_a_family_may_be_written_in_one(last: str) -> None:
    plan = read(f"NI|{VALUES}", "NI 1|Rooms|1|2", f"{last}|Laps|3|4")
    assert [i.code for i in plan.indicators][:2] == ["NI 1", last]


def test_codes_of_several_families_below_the_name_of_one_are_no_codes() -> None:
    plan = read(f"NI|{VALUES}", "NI 1|Rooms|1|2", "LI 2|Laps|3|4")
    assert [(i.code, i.measure) for i in plan.indicators][:2] == [(None, "Rooms"), (None, "Laps")]


@pytest.mark.parametrize("header", ["Linked plan", "Plan"], ids=["by its name", "by its cells"])
def test_codes_of_other_plans_beside_values_of_years_are_no_targets(header: str) -> None:
    rows = (f"Ref|Measure|2015/16 actual|2016/17 target|{header}", "AB 1|Visits|1|2|CS 4.1", "AB 2|Swims|3|4|ES 11")
    plan = plan_of("<h2>Swim more</h2>", table(*rows, header=1))
    indicators = plan.objectives[0].indicators
    assert [[v.text for v in i.targets] for i in indicators] == [["2"], ["4"]]
    assert [dict(i.extra) for i in indicators] == [{header: "CS 4.1"}, {header: "ES 11"}]


def test_a_target_of_letters_beside_values_of_years_stays_one() -> None:
    rows = ("Ref|Measure|2015/16 actual|2016/17 target|Plan", "AB 1|Visits|1|2|A1", "AB 2|Swims|3|4|Q3")
    plan = plan_of("<h2>Swim more</h2>", table(*rows, header=1))
    assert [len(i.targets) for i in plan.objectives[0].indicators] == [2, 2]
