"""A list of what stands on which page, under its heading, is no part of the plan."""

from __future__ import annotations

import pytest

from planparse.interpret import Interpretation, interpret, load_vocabulary
from planparse.model.document import Grid
from planparse.model.trace import Use
from tests.interpret.test_headings import heading
from tests.interpret.test_rows import title
from tests.repair.grids import document, grid

PAGES = grid("What we do|2", "Where we swim|4", "How we count|4")
PLAN = grid("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def read(name: str, listed: Grid) -> Interpretation:
    return interpret(document(title(), heading(name), listed, heading("Swim more"), PLAN), load_vocabulary())


def is_unused(found: Interpretation) -> bool:
    """Whether the first cell below the title and the heading is that of such a list."""
    return found.uses.get(2) == Use("unused", "a list of contents")


@pytest.mark.parametrize("name", ["Contents", "Table of contents"])
def test_a_list_of_pages_under_its_heading_is_unused(name: str) -> None:
    found = read(name, PAGES)
    assert is_unused(found)
    assert [(o.title, [i.code for i in o.indicators]) for o in found.plan.objectives] == [
        ("Swim more", ["AB 1", "AB 2"])
    ]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("What we do", PAGES),
        ("Contents", grid("What we do|4", "Where we swim|2")),
        ("Contents", grid("What we do|2", "Where we swim|4", "How we count|all over")),
        ("Contents", grid("What we do|2", "Where we swim|")),
        ("Contents", grid("2", "4")),
    ],
    ids=["another heading", "numbers that go down", "words", "one page", "no names"],
)
def test_another_table_is_no_such_list(name: str, listed: Grid) -> None:
    assert not is_unused(read(name, listed))
