"""Cells with the values of several periods, each behind its own, give one value for each."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.stacked import paired_values, stacked_values, two_kinds
from planparse.model.plan import Indicator
from planparse.pipeline import extract
from tests.interpret.test_layouts import numbers, page, plan_of, table

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2021-22: 88%  2022-23: 89%", [("2021/22", "88%"), ("2022/23", "89%")]),
        ("2021/22: £5m; 2022/23: £6m", [("2021/22", "£5m"), ("2022/23", "£6m")]),
        ("2021: 5, 2022: not less than 6", [("2021", "5"), ("2022", "not less than 6")]),
        ("Q1 2021/22: 5 Q2 2021/22: 6", [("2021/22 Q1", "5"), ("2021/22 Q2", "6")]),
        ("2021-22: New indicator 2022-23: 89%", [("2021/22", "New indicator"), ("2022/23", "89%")]),
        ("2021-22: 88% - 2022-23: 89%", [("2021/22", "88%"), ("2022/23", "89%")]),
        ("2021-22: 88% and 2022-23: -9.", [("2021/22", "88%"), ("2022/23", "-9")]),
        ("2021-22: n/a 2022-23: tbc", [("2021/22", "n/a"), ("2022/23", "tbc")]),
        ("2021-22: n/a 2022-23: tbc 2023-24: 7", [("2021/22", "n/a"), ("2022/23", "tbc"), ("2023/24", "7")]),
    ],
)
def test_each_value_has_the_period_in_front_of_it(text: str, values: list[tuple[str, str]]) -> None:
    assert [(v.period, v.text) for v in stacked_values(text, WORDS)] == values


@pytest.mark.parametrize(
    "text",
    [
        "2021-22: 88%",
        "2021-22 88% 2022-23 89%",
        "2021-22: 88% 2021-22: 89%",
        "2021-22: 88% 2022-23:",
        "Up from 2021-22: 88% 2022-23: 89%",
        "2022-23: 89%, a little more than in 2021-22",
        "2021-22: 88% 2022-23: we wait for the census",
        "2021-22: New 2022-23: Monitored only",
    ],
    ids=[
        "one period",
        "no colons",
        "a period twice",
        "no value",
        "words in front",
        "a sentence",
        "a sentence behind a period",
        "no number",
    ],
)
def test_other_cells_have_one_value(text: str) -> None:
    assert stacked_values(text, WORDS) == []


def first(cell: str, header: str = "Measure|Latest result|Target") -> Indicator:
    return plan_of("<h2>Swim more</h2>", table(header, f"Visits|{cell}|9", "Swims|3|4")).indicators[0]


@pytest.mark.parametrize("gap", [" ", "<br>", "</p><p>"], ids=["a line", "lines", "paragraphs"])
def test_a_cell_of_a_table_gives_a_value_for_each_period(gap: str) -> None:
    found = first(f"<p>2021-22: 88%{gap}2022-23: 89%</p>")
    assert numbers(found, "actuals") == {"2021/22": 88, "2022/23": 89}
    assert [v.label for v in found.actuals] == ["Latest result / 2021-22", "Latest result / 2022-23"]
    assert numbers(found, "targets") == {None: 9}


@pytest.mark.parametrize(
    ("cell", "header"),
    [
        ("2022-23: 89%, a little more than in 2021-22", "Measure|Latest result|Target"),
        ("2021-22: 88% 2022-23: 89%", "Measure|2022/23 result|Target"),
    ],
    ids=["a sentence", "the column has a period of its own"],
)
def test_otherwise_the_cell_is_one_value(cell: str, header: str) -> None:
    assert [v.text for v in first(cell, header).actuals] == [cell]


@pytest.mark.parametrize(
    ("label", "roles"),
    [
        ("2023/24 actual / target", ("actual", "target")),
        ("2023/24 / Target (actual)", ("target", "actual")),
        ("Actual vs target", ("actual", "target")),
        ("Actual and target 2023/24", ("actual", "target")),
        ("2023/24 actual", ()),
        ("Target / 2023/24", ()),
        ("Target / target", ()),
        ("Owner / target", ()),
    ],
)
def test_a_header_that_names_two_kinds(label: str, roles: tuple[str, ...]) -> None:
    assert two_kinds(label, WORDS) == roles


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("95.8% / 96%", ["95.8%", "96%"]),
        ("47/42", ["47", "42"]),
        ("47 (42)", ["47", "42"]),
        ("n/a / 90%", ["n/a", "90%"]),
        ("n/a / tbc", []),
        ("", ["", ""]),
        ("n/a", []),
        ("96%", []),
        ("9 / about ten", []),
        ("1/2/3", []),
    ],
)
def test_the_two_values_of_a_cell(text: str, values: list[str]) -> None:
    assert [v.text for v in paired_values(text, ("actual", "target"), WORDS)] == values


def test_two_values_under_two_names_are_of_a_kind_each() -> None:
    found = first("47 / 42", "Measure|2015/16 actual / target|2016/17 target")
    assert numbers(found, "actuals") == {"2015/16": 47}
    assert numbers(found, "targets")["2015/16"] == 42


@pytest.mark.parametrize(("cell", "unsure"), [("47", True), ("47 / 42", False), ("n/a", False)])
def test_one_number_under_two_names_is_in_doubt(cell: str, unsure: bool) -> None:
    rows = ("Measure|2015/16 actual / target|2016/17 target", f"AB1 Visits to pools|{cell}|5")
    trace = extract(page("<h2>Objective 1: Swim more</h2>", table(*rows)), name="case.html").trace
    assert any("stands alone under" in remark.message for remark in trace.remarks) == unsure
