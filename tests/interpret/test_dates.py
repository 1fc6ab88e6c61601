"""Deadlines in a date column and inside a sentence."""

from __future__ import annotations

import pytest

from planparse.interpret.dates import begins_with_due, find_due, impossible_dates, parse_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("31 March 2024", "2024-03-31"),
        ("31st March, 2024", "2024-03-31"),
        ("2024-03-31", "2024-03-31"),
        ("31/03/2024", "2024-03-31"),
        ("31.3.24", "2024-03-31"),
        ("Mar-17", "2017-03"),
        ("March 2017", "2017-03"),
        ("Sept 2017", "2017-09"),
        ("Q2 2016/17", "2016-09"),
        ("Q4 2016/17", "2017-03"),
        ("Ongoing", None),
        ("31st June 2013", None),
        ("31/03/2024 to 30/06/2024", None),
        ("2016/17", None),
        ("", None),
    ],
)
def test_a_date_cell(text: str, due: str | None) -> None:
    assert parse_due(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Complete the review by October 2016 and report", "2016-10"),
        ("Open the pool by the end of May 2016", "2016-05"),
        ("Let the contract by 1st July 2016", "2016-07-01"),
        ("Report no later than 30 June 2016", "2016-06-30"),
        ("Work during September to December 2016", None),
        ("Implement the Act of March 2014", None),
        ("Reduce visits by 2016 people", None),
        ("Open the pool in May 2016", "2016-05"),
        ("Open the pool in May 2016.", "2016-05"),
        ("Open the pool as agreed in May 2016 with all", None),
        ("Review what was agreed in May 2016 or in June 2016", None),
        ("Open the pool within May 2016", None),
        ("Open the pool, May 2016", None),
        ("May 2016: open the pool", "2016-05"),
        ("31 May 2016 – open the pool", "2016-05-31"),
        ("May 2016: open the pool that closed in June 2015", "2016-05"),
        ("May 2016 – June 2016 open the pool", None),
        ("May 2016 – open the pool that closed in June 2015", None),
        ("The May 2016: a report", None),
        ("May 2016 open the pool", None),
    ],
)
def test_a_deadline_in_a_sentence(text: str, due: str | None) -> None:
    assert find_due(text) == due


def test_a_date_that_no_calendar_has() -> None:
    assert impossible_dates("by 31st June 2013 or 30 June 2013") == ["31st June 2013"]


@pytest.mark.parametrize(
    "text",
    ["By 30 June 2026 we will: open it", "By the end of May 2026, open it", "No later than 1 May 2026 open it"],
)
def test_a_text_that_begins_with_its_deadline(text: str) -> None:
    assert begins_with_due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Open it by June 2026",
        "Until June 2026 it is closed",
        "In June 2026 it opens",
        "By bus since June 2026",
        "By 31 June 2026 open it",
        "By 2026 open it",
    ],
)
def test_a_text_that_begins_otherwise(text: str) -> None:
    assert not begins_with_due(text)
