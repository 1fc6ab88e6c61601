"""Shifted rows in tables too small for a majority: the labels and the years say where text and values stand."""

from __future__ import annotations

import pytest

from planparse.pipeline import extract

HEAD = [
    "Corporate Priority:\tClean streets\t\t\t\t",
    "Service Objective:\tAB01: Keep the streets clean\t\t\t\t",
    "Key Milestones (16-17)\ta. Buy a broom\t\t\t\t",
    "Linked Indicators:\tProposed measures\tLatest performance\tTargets\t\t",
    "\t\t\t2016/17\t2017/18\t2018/19",
]


@pytest.mark.parametrize(
    "rows",
    [
        ["AB001: Bags of litter collected\t1\t2\t3\t4\t"],
        ["AB001: Bags of litter collected\t1\t2\t3\t4\t", "AB002: Streets swept each week\t5\t6\t7\ttbc\t"],
        ["\tAB001: Bags of litter collected\t1\t2\t3\t4", "AB002: Streets swept each week\t5\t6\t7\ttbc\t"],
    ],
)
def test_every_row_lands_in_its_columns(rows: list[str]) -> None:
    text = "\n".join(["Plan 2016-19", "", *HEAD, *rows])
    plan = extract(text.encode(), name="small.txt").plan
    assert [i.measure for i in plan.indicators] == ["Bags of litter collected", "Streets swept each week"][: len(rows)]
    for indicator in plan.indicators:
        assert [v.period for v in indicator.targets] == ["2016/17", "2017/18", "2018/19"]
        assert all(v.status in ("number", "tbc") for v in (*indicator.actuals, *indicator.targets))
