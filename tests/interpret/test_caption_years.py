"""Years that the line right over a table names for its columns."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.caption_years import dated_by_caption
from planparse.interpret.draft import Column
from tests.interpret.test_layouts import numbers, plan_of, table

WORDS = load_vocabulary()
CAPTION = "Indicators, 2025 outturn and 2026 target"
BOTH = ("actual", "target")


def dated(caption: str, *roles: str, period: str | None = None) -> list[str | None]:
    """The periods of columns of these roles; ``period`` is that of the last one."""
    last = len(roles) - 1
    columns = tuple(Column(n, role, role, period if n == last else None, (), ()) for n, role in enumerate(roles))
    return [column.period for column in dated_by_caption(columns, caption, WORDS)]


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "2025 outturn & 2026 target",
        "Indicators: outturn 2025; target 2026",
        "Indicators (2025 actual, 2026 target)",
    ],
)
def test_each_part_of_a_caption_dates_the_column_of_its_kind(caption: str) -> None:
    assert dated(caption, "measure", *BOTH) == [None, "2025", "2026"]


def test_a_column_of_another_kind_keeps_none() -> None:
    assert dated("Indicators, 2025 outturn", "measure", *BOTH) == [None, "2025", None]


@pytest.mark.parametrize(
    "caption",
    [
        "Indicators, outturn and target",
        "Indicators 2025 and 2026",
        "Indicators, 2025 outturn, 2026 outturn and 2026 target",
        "",
    ],
    ids=["no years", "no kinds", "a kind named twice", "no caption"],
)
def test_other_captions_date_nothing(caption: str) -> None:
    assert dated(caption, "measure", *BOTH) == [None, None, None]


def test_two_columns_of_a_kind_or_one_with_a_period_stay_as_they_are() -> None:
    assert dated(CAPTION, "measure", "actual", "actual", "target") == [None] * 4
    assert dated(CAPTION, "measure", "actual") == [None, None], "no column of the other kind"
    assert dated(CAPTION, "measure", *BOTH, period="2027") == [None, None, "2027"]


ROWS = table("Ref|Measure|Actual|Target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def test_the_line_right_over_a_table_dates_its_columns() -> None:
    plan = plan_of("<h2>Swim more</h2>", f"<p>{CAPTION}</p>", ROWS)
    assert numbers(plan.indicators[1], "actuals") == {"2025": 3}
    assert numbers(plan.indicators[1], "targets") == {"2026": 4}


def test_a_line_further_up_or_over_the_table_before_does_not() -> None:
    over = plan_of("<h2>Swim more</h2>", f"<p>{CAPTION}</p>", "<p>These are ours.</p>", ROWS)
    assert numbers(over.indicators[0], "actuals") == {None: 1}
    next_one = plan_of(
        "<h2>Swim more</h2>", f"<p>{CAPTION}</p>", ROWS, table("Name|Lead|Actual|Target", "Runs|Coach|5|6")
    )
    assert [list(numbers(i, "targets")) for i in next_one.indicators] == [["2026"], ["2026"], [None]]
