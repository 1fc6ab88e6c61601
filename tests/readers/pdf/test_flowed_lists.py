"""Headed lists that flow from the foot of one column to the head of the next; tables and lists beside each other do
not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.plan import Plan
from planparse.pipeline import read
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

ACROSS = (
    "This is a plan of what all of us will do together in the town in the years which are to come, said here at some"
    " more length than before."
)
LEFT = [
    "# Key developments",
    "- A new pool was opened",
    "- The old one was closed in the",
    "> winter of the year",
    "# Emerging issues",
    "- Energy costs rose",
]
RIGHT = [
    "- Fewer people swim in the cold",
    "> months of the year",
    "# Milestones",
    "- Open the second pool",
    "- Publish the review by June 2027",
]
READ = [
    "Key developments",
    "A new pool was opened",
    "The old one was closed in the winter of the year",
    "Emerging issues",
    "Energy costs rose",
    "Fewer people swim in the cold months of the year",
    "Milestones",
    "Open the second pool",
    "Publish the review by June 2027",
]


def write(sheet: Sheet, x: float, top: float, entries: Sequence[str]) -> None:
    """Entries one below the other: "# " a bold heading, "- " an item, "> " its next line, "" white."""
    for n, entry in enumerate(entries):
        kind, text, y = entry[:2], entry[2:], top + 14 * n
        if kind == "# ":
            sheet.text(x, y, text, bold=True)
        elif kind == "- ":
            sheet.text(x, y, "•", size=9).text(x + 12, y, text, size=9)
        elif entry:
            sheet.text(x + (12 if kind == "> " else 0), y, text if kind == "> " else entry, size=9)


def columns(*lists: Sequence[str], xs: Sequence[float] = (50, 320), lower: float = 0) -> Paper:
    """A text across the page over columns; those behind the first stand ``lower`` points lower."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 80, ACROSS, size=9)
    for n, (x, entries) in enumerate(zip(xs, lists, strict=True)):
        write(sheet, x, 110 + (lower if n else 0), entries)
    return paper


def below(paper: Paper) -> list[str]:
    """The paragraphs below the text across the page."""
    found = paragraphs(document(paper))
    assert found[0] == ACROSS
    return found[1:]


@pytest.mark.parametrize("lower", [0, 5], ids=["level", "one a little lower"])
def test_lists_are_read_down_one_column_and_then_the_next(lower: float, engine: str) -> None:
    assert paragraphs(document(columns(LEFT, RIGHT, lower=lower), engine))[1:] == READ


def test_three_columns_are_read_one_after_the_other() -> None:
    lists = [LEFT[:4], [*LEFT[4:], *RIGHT[:2]], RIGHT[2:]]
    assert below(columns(*lists, xs=(50, 230, 410))) == READ


def test_a_bold_line_below_all_columns_heads_what_comes_next() -> None:
    found = below(columns([*LEFT, "# Linked indicators", "Visits to the pools are many"], RIGHT))
    assert found == [*READ, "Linked indicators", "Visits to the pools are many"]


def test_a_rule_across_the_columns_parts_them() -> None:
    paper = columns([*LEFT, "# Linked indicators", "- Visits"], [*RIGHT, "", "# What comes next", "- Swims"])
    paper.sheets[0].line(50, 183, 590, 183)
    assert below(paper)[: len(READ)] == READ


@pytest.mark.parametrize(
    "right",
    [
        ["# How we measure it", "Visits in the year", "Lanes in good repair", "Days on which it is open"],
        ["# By when", "May 2027", "June 2027", "July 2027"],
        ["# Target", "85%", "1,200", "n/a"],
    ],
    ids=["texts", "dates", "figures"],
)
def test_entries_beside_items_are_those_of_their_rows(right: list[str]) -> None:
    left = ["# What we will do", "P1 Open the pool", "P2 Mend the lanes", "P3 Heat the hall"]
    doc = document(columns(left, right))
    found = [" ".join(row) for grid in grids(doc) for row in texts(grid)] + paragraphs(doc)
    assert f"{left[1]} {right[1]}" in found
    assert right[0][2:] not in found


def test_a_table_of_three_columns_of_texts_stays_one() -> None:
    rows = [
        ["# Action", "# Lead", "# Partners"],
        ["1.1 Open the pool", "Coach", "County"],
        ["1.2 Heat the pool", "Clerk", "Schools"],
        ["1.3 Mend the track", "Head of Parks", "Clubs"],
        ["1.4 Light it", "Mayor", "Police"],
    ]
    (grid,) = grids(document(columns(*map(list, zip(*rows, strict=True)), xs=(50, 230, 410))))
    assert texts(grid) == [["Action", "Lead", "Partners"], *rows[1:]]


def test_names_of_objectives_beside_their_actions_stay_a_table() -> None:
    left = ["# Swim more", "", "# Run more", "", "# Walk more"]
    right = ["1.1 Open the pool", "1.2 Heat the pool", "2.1 Mend the track", "2.2 Light it", "3.1 Mow the lane"]
    (grid,) = grids(document(columns(left, right)))
    assert [row[0] for row in texts(grid)] == ["Swim more", "Run more", "Walk more"]


def test_labels_beside_their_texts_stay_a_table() -> None:
    (grid,) = grids(
        document(columns(["# Lead", "# Partners", "# Risks", "# Money"], ["Coach", "Clubs", "Ice", "None"]))
    )
    assert texts(grid) == [["Lead", "Coach"], ["Partners", "Clubs"], ["Risks", "Ice"], ["Money", "None"]]


def test_columns_that_do_not_fill_the_page_are_none() -> None:
    assert below(columns(LEFT, RIGHT, xs=(50, 260))) != READ


PLAN = [
    ["# Action", "# Lead", "# Our"],
    ["", "# Officer", "# Partners"],
    ["1.1 Open the pool by May 2027", "Coach", "County"],
    ["1.2 Heat the pool by June 2027", "Clerk", "Schools"],
    ["1.3 Mend the track by July 2027", "Head of Parks", "Clubs"],
    ["1.4 Light it by August 2027", "Mayor", "Police"],
]


def titled(paper: Paper) -> Plan:
    """The plan of a page under its title and the name of an objective."""
    sheet = paper.sheets[0].text(50, 40, "Service Plan 2026-29", size=20, bold=True)
    sheet.text(50, 62, "Objective 1: Swim more", size=14, bold=True)
    return read(paper.bytes(), name="plan.pdf")


def test_an_action_plan_under_a_header_of_two_lines_stays_a_table() -> None:
    paper = columns(*map(list, zip(*PLAN, strict=True)), xs=(50, 230, 410))
    (grid,) = grids(document(paper))
    assert texts(grid)[-4:] == PLAN[2:]
    assert [(m.ref, m.lead) for m in titled(paper).milestones] == [(row[0][:3], row[1]) for row in PLAN[2:]]


SHORT = ["- Fewer people swim", "# Milestones", "- Open the second pool"]


def test_an_item_at_the_head_of_a_shorter_last_column_is_of_the_list_before_it(engine: str) -> None:
    left = [*LEFT[:3], *LEFT[4:], "- Rain fell in the summer"]
    paper = columns(left, SHORT)
    assert paragraphs(document(paper, engine))[1:] == [entry[2:] for entry in (*left, *SHORT)]
    (objective,) = titled(paper).objectives
    assert objective.emerging_issues == ("Energy costs rose", "Rain fell in the summer", "Fewer people swim")
    assert [m.text for m in objective.milestones] == ["Open the second pool"]


def test_texts_side_by_side_above_the_first_heading_are_no_part_of_the_lists() -> None:
    above = ["Told in the spring of", "the year by all of us"]
    sheet = (paper := columns(["", "", *LEFT], ["", "", *RIGHT])).sheets[0]
    for x, text in zip((50, 320), above, strict=True):
        sheet.text(x, 110, text, size=9)
    found = below(paper)
    assert found[-len(READ) :] == READ
    assert " ".join(found[: -len(READ)]) == " ".join(above)
