"""Lines that a printed sheet draws as rows over its first table, with a blank row between."""

from __future__ import annotations

import pytest

from planparse import read
from planparse.model.plan import Plan

BLANK = "<tr><td><td><td><td></tr>"
TABLE = (
    "<tr><th>Ref<th>Indicator<th>2015/16 actual<th>2016/17 target</tr>"
    "<tr><td>AB1<td>Visits<td>1<td>2</tr><tr><td>AB2<td>Swims<td>3<td>4</tr>"
)


def line(text: str, width: int = 2, beside: str = "") -> str:
    return f"<tr><td colspan={width}>{text}</td><td>{beside}</td>{'<td></td>' * (3 - width)}</tr>"


def sheet(*rows: str, above: str = "") -> Plan:
    html = f"<html><body>{above}<table>{''.join(rows)}</table></body></html>"
    return read(html.encode(), name="sheet.html")


def test_lines_over_a_blank_row_name_the_plan_and_its_owner() -> None:
    plan = sheet(line("Pool Plan 2016/17"), line("Poole Borough Council", 1), BLANK, TABLE)
    assert (plan.title, plan.organisation) == ("Pool Plan 2016/17", "Poole Borough Council")
    assert [i.measure for o in plan.objectives for i in o.indicators] == ["Visits", "Swims"]


@pytest.mark.parametrize(
    "rows",
    [
        (line("Pool Plan 2016/17"), TABLE),
        (line("Pool Plan 2016/17", beside="Final"), BLANK, TABLE),
        (line("Priority: Swim more"), BLANK, TABLE),
    ],
    ids=["no blank row", "a text beside it", "a label"],
)
def test_other_rows_are_of_the_table(rows: tuple[str, ...]) -> None:
    plan = sheet(*rows)
    assert plan.title is None
    assert [i.measure for o in plan.objectives for i in o.indicators] == ["Visits", "Swims"]


def test_so_are_those_of_a_table_below_a_text() -> None:
    plan = sheet(line("Pool Plan 2016/17"), BLANK, TABLE, above="<h1>Swim more</h1>")
    assert plan.title == "Swim more"
