"""An indicator with a row for each quarter is one indicator; rows with a measure of their own are others."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from planparse.pipeline import extract
from tests.interpret.test_layouts import numbers, page, plan_of, table

HEAD = "Ref|Measure|Quarter|Target|Actual"
YEAR = "Performance Report 2024/25"


def read(*rows: str, head: str = HEAD, title: str = YEAR) -> Plan:
    return plan_of("<h2>Swim more</h2>", table(head, *rows), title=title)


SPANNED = (
    "AB1 ↓4|Visits ↓4|Q1|10|11",
    "Q2|20|21",
    "Q3|30|31",
    "Q4|40|tbc",
)
BLANK = (
    "AB1|Visits|Q1|10|11",
    "||Q2|20|21",
    "||Q3|30|31",
    "||Q4|40|tbc",
)
OTHER = "AB2|Swims|Q1|1|2"


@pytest.mark.parametrize("rows", [SPANNED, BLANK], ids=["a cell over the rows", "blanks"])
def test_each_row_adds_the_values_of_its_quarter(rows: tuple[str, ...]) -> None:
    visits, swims = read(*rows, OTHER).indicators
    assert (visits.code, visits.measure) == ("AB1", "Visits")
    assert numbers(visits, "targets") == {f"2024/25 Q{n}": 10 * n for n in range(1, 5)}
    assert numbers(visits, "actuals") == {"2024/25 Q1": 11, "2024/25 Q2": 21, "2024/25 Q3": 31, "2024/25 Q4": "tbc"}
    assert numbers(swims, "targets") == {"2024/25 Q1": 1}
    assert visits.targets[1].label == "Target / Q2"


def test_each_row_is_an_indicator_where_it_has_a_measure_of_its_own() -> None:
    plan = read("AB1|Visits|Q1|10|11", "AB2|Swims|Q2|20|21", "AB3|Runs|Q3|30|31")
    assert [i.code for i in plan.indicators] == ["AB1", "AB2", "AB3"]


def test_a_target_over_all_the_quarters_is_of_the_year() -> None:
    (visits,) = read("AB1 ↓3|Visits ↓3|Q1|90 ↓3|11", "Q2|21", "Q3|31").indicators
    assert [v.number for v in visits.targets] == [90]
    assert "Q1" not in (visits.targets[0].period or "")
    assert numbers(visits, "actuals") == {"2024/25 Q1": 11, "2024/25 Q2": 21, "2024/25 Q3": 31}


def test_the_year_of_a_column_goes_before_that_of_the_title() -> None:
    (visits,) = read(*BLANK[:2], head="Ref|Measure|Quarter|Target 2023/24|Actual 2024/25").indicators
    assert numbers(visits, "targets") == {"2023/24 Q1": 10, "2023/24 Q2": 20}
    assert numbers(visits, "actuals") == {"2024/25 Q1": 11, "2024/25 Q2": 21}


def test_without_any_year_the_quarter_stands_alone() -> None:
    (visits,) = read(*BLANK[:2], title="Performance Report").indicators
    assert list(numbers(visits, "targets")) == ["Q1", "Q2"]


@pytest.mark.parametrize(
    "names",
    [("Quarter 1", "Quarter 2"), ("Apr-Jun (Q1)", "Jul-Sep (Q2)"), ("Q1 (Apr-Jun)", "Q2 (Jul-Sep)")],
)
def test_a_quarter_may_be_spelled_out(names: tuple[str, str]) -> None:
    (visits,) = read(f"AB1|Visits|{names[0]}|10|11", f"||{names[1]}|20|21").indicators
    assert numbers(visits, "actuals") == {"2024/25 Q1": 11, "2024/25 Q2": 21}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Q1", "Q1"), ("Q1", "yearly"), ("Q1", "Mar-May (9)")],
    ids=["one quarter", "another word", "a number in brackets"],
)
def test_a_column_of_other_words_names_no_quarters(first: str, second: str) -> None:
    plan = read(f"AB1|Visits|{first}|10|11", f"AB2|Swims|{second}|20|21")
    assert len(plan.indicators) == 2
    assert {v.period for i in plan.indicators for v in i.actuals} <= {None, "2024/25"}


def test_the_rows_go_on_over_a_page_that_repeats_the_header() -> None:
    first = table(HEAD, *BLANK[:2], header=1)
    plan = plan_of("<h2>Swim more</h2>", first, table(HEAD, *BLANK[2:], OTHER, header=1), title=YEAR)
    assert [i.code for i in plan.indicators] == ["AB1", "AB2"]
    assert numbers(plan.indicators[0], "targets") == {f"2024/25 Q{n}": 10 * n for n in range(1, 5)}


@pytest.mark.parametrize("year", ["Full year", "Whole year", "Annual"])
def test_the_whole_year_may_stand_beside_the_quarters_of_a_header(year: str) -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table("Ref|Measure|Targets +3|Owner", f"||Q1|Q2|{year}|", "AB1|Visits|1|2|3|Coach", "AB2|Swims|4|5|6|Coach"),
        title=YEAR,
    )
    assert [i.measure for i in plan.indicators] == ["Visits", "Swims"]
    assert numbers(plan.indicators[0], "targets") == {"2024/25 Q1": 1, "2024/25 Q2": 2, "2024/25": 3}


def test_under_targets_the_year_end_is_a_target_and_else_a_result() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table("Ref ↓2|Measure ↓2|Targets +3", "Q1|Q2|Year end", "AB1|Visits|1|2|3", "AB2|Swims|4|5|6"),
        title=YEAR,
    )
    assert numbers(plan.indicators[0], "targets") == {"2024/25 Q1": 1, "2024/25 Q2": 2, "2024/25": 3}
    assert plan.indicators[0].actuals == ()
    plan = plan_of(
        "<h2>Swim more</h2>",
        table("Ref|Measure|Target Q1|Target Q2|Year end", "AB1|Visits|1|2|3", "AB2|Swims|4|5|6"),
        title=YEAR,
    )
    assert 3 not in [v.number for v in plan.indicators[0].targets]


def test_a_row_of_the_year_goes_on_with_the_quarters() -> None:
    visits, swims = read(*BLANK, "||Full year|90|91", OTHER).indicators
    assert numbers(visits, "targets") == {f"2024/25 Q{n}": 10 * n for n in range(1, 5)} | {"2024/25": 90}
    assert (swims.code, numbers(swims, "actuals")) == ("AB2", {"2024/25 Q1": 2})


def test_texts_of_each_quarter_are_kept() -> None:
    rows = table(f"{HEAD}|RAG|Comment", "AB1|Visits|Q1|10|11|Green|Good", "||Q2|20|21|Red|Poor spring")
    found = extract(page("<h2>Swim more</h2>", rows, title=YEAR), name="case.html")
    (visits,) = found.plan.indicators
    assert visits.extra == {"RAG / Q1": "Green", "RAG / Q2": "Red"}
    assert (visits.rag, visits.notes) == (None, ("Good", "Poor spring"))
    assert found.trace.remarks == ()


def test_codes_that_look_like_quarters_are_codes() -> None:
    rows = (
        "Ref|Measure|2015/16 actual|2016/17 target",
        *(f"Q{n}|Visits to pool {n}|{n}|{n + 1}" for n in (1, 2, 3, 4)),
    )
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert [i.code for i in plan.objectives[0].indicators] == ["Q1", "Q2", "Q3", "Q4"]
