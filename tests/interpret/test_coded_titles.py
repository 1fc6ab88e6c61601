"""Codes of measures in lines over their names, over cards of values."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table


def cards(*codes: str, name: str = "Actual 2015/16") -> list[tuple[str | None, str]]:
    """The code and the measure of each card below a heading of each code and one of its measure."""
    parts = [
        f"<h3>{code}</h3><h4>Visits to pool {n}</h4>{table(f'{name}|{n}', 'Target 2016/17|7')}"
        for n, code in enumerate(codes)
    ]
    plan = plan_of("<h2>Objective 1: Swim more</h2>", *parts)
    return [(i.code, i.measure) for o in plan.objectives if o.title == "Objective 1: Swim more" for i in o.indicators]


def test_a_code_over_the_name_of_a_measure_is_its_own() -> None:
    assert cards("T1", "T2") == [("T1", "Visits to pool 0"), ("T2", "Visits to pool 1")]


@pytest.mark.parametrize("codes", [("T1",), ("Pools", "Lakes")], ids=["one alone", "words"])
def test_other_headings_over_such_names_are_not(codes: tuple[str, ...]) -> None:
    assert not any(code for code, _ in cards(*codes))


def test_a_table_of_other_rows_makes_no_such_card() -> None:
    assert cards("T1", "T2", name="Sites") == []
