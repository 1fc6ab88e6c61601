"""The title of an objective that ran on over the borders of its cell, at the left of blanks, right above a header."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of

HEAD = "<tr><th>Ref<th>Indicator<th>2015/16 actual<th>2016/17 target</tr>"
ROWS = "<tr><td>AB1<td>Visits<td>1<td>2</tr><tr><td>AB2<td>Swims<td>3<td>4</tr>"


def titled(title: str, width: int = 2) -> str:
    blanks = "<td></td>" * (4 - width)
    return f"<table><tr><td colspan={width}>{title}</td>{blanks}</tr>{HEAD}{ROWS}</table>"


def owners(*tables: str) -> list[tuple[str | None, list[str]]]:
    return [(o.title, [i.measure for i in o.indicators]) for o in plan_of(*tables).objectives]


@pytest.mark.parametrize("width", [2, 3])
def test_such_a_title_is_the_objective_of_its_table(width: int) -> None:
    second = titled("Objective 2: Run more", width).replace("AB", "CD").replace("Visits", "Runs")
    assert owners(titled("Objective 1: Swim more", width), second) == [
        ("Objective 1: Swim more", ["Visits", "Swims"]),
        ("Objective 2: Run more", ["Runs", "Swims"]),
    ]


@pytest.mark.parametrize("title", ["What we measure", "Objective"], ids=["no objective", "a word for one"])
def test_another_text_there_is_a_title_over_columns(title: str) -> None:
    assert owners("<h2>Sport</h2>", titled(title)) == [("Sport", ["Visits", "Swims"])]


def test_so_is_one_behind_a_blank() -> None:
    behind = titled("Objective 1: Swim more").replace("<td colspan=2>", "<td></td><td colspan=2>")
    assert owners("<h2>Sport</h2>", behind.replace("</td><td></td><td></td></tr>", "</td><td></td></tr>", 1)) == [
        ("Sport", ["Visits", "Swims"])
    ]
