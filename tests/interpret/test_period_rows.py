"""Values by period in rows, ticks under quarters, and titles over the names of their values."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from tests.interpret.test_layouts import numbers, plan_of, table

PERIODS = (
    "KPI|Measure|Period|Value",
    "KPI1 ↓3|Visits to pools ↓3|2014/15 actual|78%",
    "2016/17 target|80%",
    "2017/18 target|tbc",
    "KPI2 ↓3|Loans of books ↓3|2014/15 actual|59%",
    "2016/17 target|60%",
    "2017/18 target|63%",
)


def test_an_indicator_with_a_row_for_each_period() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*PERIODS))
    visits, loans = plan.indicators
    assert (visits.code, visits.measure, loans.code) == ("KPI1", "Visits to pools", "KPI2")
    assert numbers(visits, "actuals") == {"2014/15": 78}
    assert numbers(visits, "targets") == {"2016/17": 80, "2017/18": "tbc"}
    assert numbers(loans, "targets") == {"2016/17": 60, "2017/18": 63}


def test_dates_of_actions_are_no_periods_of_values() -> None:
    rows = [f"A{n}|Open pool {n}|April 201{6 + n % 2}|Coach" for n in range(6)]
    plan = plan_of("<h2>Swim more</h2>", table("Ref|Action|Due date|Lead", *rows))
    assert [m.due for o in plan.objectives for m in o.milestones] == ["2016-04", "2017-04"] * 3


@pytest.mark.parametrize("tick", ["✓", "●", "X"])
def test_a_tick_says_in_which_quarter_a_milestone_is_due(tick: str) -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "Milestone ↓2|2016/17 +4", "Q1|Q2|Q3|Q4", f"Open the pool||{tick}||", f"Close the pool||||{tick}", header=2
        ),
    )
    (objective,) = plan.objectives
    found = [(m.text, m.period) for m in objective.milestones]
    assert found == [("Open the pool", "2016/17 Q2"), ("Close the pool", "2016/17 Q4")]


CARD = ("KPI {n}: Visits to pool {n} +3", "Baseline 2014/15|Latest|Target 2016/17", "{n}1%|{n}2%|{n}3%")


def cards(*, together: bool) -> Plan:
    rows = [[row.replace("{n}", str(n)) for row in CARD] for n in (1, 2)]
    tables = [table(*rows[0], *rows[1])] if together else [table(*own) for own in rows]
    return plan_of("<h2>Swim more</h2>", *tables)


@pytest.mark.parametrize("together", [True, False])
def test_a_title_over_the_names_of_its_values_is_a_measure(together: bool) -> None:
    one, two = cards(together=together).indicators
    assert (one.code, one.measure, two.code) == ("KPI 1", "Visits to pool 1", "KPI 2")
    assert numbers(one, "actuals") == {"2014/15": 11, None: 12}
    assert numbers(two, "targets") == {"2016/17": 23}


def test_a_note_below_its_values_belongs_to_a_card() -> None:
    rows = [row.replace("{n}", "1") for row in CARD]
    plan = plan_of("<h2>Swim more</h2>", table(*rows, "Counted at the door by the staff of the pool. +3"))
    (indicator,) = plan.indicators
    assert indicator.notes == ("Counted at the door by the staff of the pool.",)


def test_a_heading_above_a_table_of_values_alone_is_its_measure() -> None:
    plan = plan_of("<h2>Swim more</h2>", "<h3>KPI 1: Visits</h3>", table(*CARD[1:]).replace("{n}", "1"))
    (indicator,) = plan.indicators
    assert (indicator.code, indicator.measure) == ("KPI 1", "Visits")


def test_words_for_values_go_before_other_words_over_a_year() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "|Results +2|Targets +2|",
            "|Police area +2|Plan|Outlook|",
            "Measure|2014/15|2015/16|2016/17|2017/18|RAG",
            "Visits|1|2|3|4|Green",
            header=3,
        ),
    )
    (indicator,) = plan.indicators
    assert numbers(indicator, "actuals") == {"2014/15": 1, "2015/16": 2}
    assert numbers(indicator, "targets") == {"2016/17": 3, "2017/18": 4}


YEARS = "Action|Lead|Target 2016/17|Target 2017/18"


def test_ticks_under_columns_named_like_targets_say_when_an_action_is_due() -> None:
    rows = ("Dig it|Coach|✓|", "Fill it|Coach||✓", "Heat it|Coach|✓|✓")
    plan = plan_of("<h2>Swim more</h2>", table(YEARS, *rows))
    assert [(m.text, m.period) for m in plan.milestones] == [
        ("Dig it", "2016/17"),
        ("Fill it", "2017/18"),
        ("Heat it", None),
    ]


@pytest.mark.parametrize("rows", [("Dig it|Coach|5|6", "Fill it|Coach|7|8"), ("Dig it|Coach|✓|", "Fill it|Coach|5|✓")])
def test_figures_under_them_are_targets(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(YEARS, *rows))
    assert (plan.milestones, [i.measure for i in plan.indicators]) == ((), ["Dig it", "Fill it"])


UNDATED = ("Action|Q1|Q2|Q3|Q4", "Dig it|{tick}|||", "Fill it|||{tick}|{tick}")


@pytest.mark.parametrize("tick", ["•", "✓", "x"])
def test_ticks_under_quarters_of_no_year_are_kept_with_the_actions(tick: str) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*(row.format(tick=tick) for row in UNDATED)))
    assert plan.indicators == ()
    assert [(m.text, m.period, m.extra) for m in plan.milestones] == [
        ("Dig it", None, {"Q1": tick}),
        ("Fill it", None, {"Q3": tick, "Q4": tick}),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        tuple(row.format(tick="Soon") for row in UNDATED),
        tuple(row.format(tick="") for row in UNDATED),
        ("Action|Q1|First|Second|Third", "Dig it|•|||", "Fill it|||•|•"),
        ("Measure|Q1|Q2|Q3|Q4", "Visits|•|||", "Swims|||•|•"),
    ],
    ids=["words", "blanks", "one quarter", "measures"],
)
def test_other_columns_of_quarters_are_no_ticks(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*rows), table("Measure|2015/16 actual|2016/17 target", "Loans|1|2"))
    assert ([i.measure for i in plan.indicators], plan.milestones) == (["Loans"], ())


KINDS = (
    "Measure||2014/15|2015/16|2016/17 target",
    "Visits to pools ↓2|Target|80%|82%|85% ↓2",
    "Actual|81%|84%",
    "Loans of books|Target|10|12|15",
    "|Actual|11|tbc|",
)


def test_a_row_of_targets_and_one_of_actuals_are_of_one_indicator() -> None:
    visits, loans = plan_of("<h2>Swim more</h2>", table(*KINDS, header=1)).indicators
    assert numbers(visits, "actuals") == {"2014/15": 81, "2015/16": 84}
    assert numbers(visits, "targets") == {"2014/15": 80, "2015/16": 82, "2016/17": 85}
    assert numbers(loans, "actuals") == {"2014/15": 11, "2015/16": "tbc"}
    assert numbers(loans, "targets") == {"2014/15": 10, "2015/16": 12, "2016/17": 15}
    assert [v.text for i in (visits, loans) for v in i.targets if not v.text] == []


def test_a_column_of_other_words_says_not_what_the_values_are() -> None:
    rows = [row.replace("Actual", "Visitors") for row in KINDS]
    found = plan_of("<h2>Swim more</h2>", table(*rows, header=1)).indicators
    assert {v.number for i in found for v in i.targets if v.period != "2016/17"} <= {None}


_YEARS_OF = {"A1": ("2015/16|50|44", "2016/17|60|"), "A2": ("2015/16|5|4", "2016/17|6|")}
_TALL = ["Ref|Measure|Year|Target|Actual", "A1 ↓2|Homes let ↓2|2015/16|50|44", "2016/17|60|"]


@pytest.mark.parametrize(
    "rows",
    [
        [*_TALL, "A2 ↓2|Homes built ↓2|2015/16|5|4", "2016/17|6|"],
        [_TALL[0], *(f"{c}|{m}|{v}" for c, m in (("A1", "Homes let"), ("A2", "Homes built")) for v in _YEARS_OF[c])],
        [*_TALL],
    ],
    ids=["spanned", "named again", "one measure"],
)
def test_a_column_of_years_dates_all_values_of_its_row(rows: list[str]) -> None:
    first, *others = plan_of("<h2>Warm homes</h2>", table(*rows)).indicators
    assert (numbers(first, "targets"), numbers(first, "actuals")) == (
        {"2015/16": 50, "2016/17": 60},
        {"2015/16": 44, "2016/17": "blank"},
    )
    assert [numbers(one, "targets") for one in others] in ([], [{"2015/16": 5, "2016/17": 6}])


def test_a_measure_with_one_year_dates_the_value_beside_it() -> None:
    rows = ("Measure|Year|Baseline|Target", "Homes let|2014/15|44|50", "Homes built|2013/14|4|5")
    first, second = plan_of("<h2>Warm homes</h2>", table(*rows)).indicators
    assert [v.period for v in (*first.actuals, *first.targets)] == ["2014/15", None]
    assert [v.period for v in (*second.actuals, *second.targets)] == ["2013/14", None]
