"""Periods in headers, labels and texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.interpret.periods import find_periods, names_quarter, parse_period, without_periods
from planparse.model.periods import bounds


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2016/17", "2016/17"),
        ("2016-17", "2016/17"),
        ("16/17", "2016/17"),
        ("(16-17)", "2016/17"),
        ("2016 to 2017", "2016/17"),
        ("2016–2017", "2016/17"),
        ("2012 / 13", "2012/13"),
        ("201314", "2013/14"),
        ("2016/7", "2016/17"),
        ("FY16/17", "2016/17"),
        ("FY 2016-17", "2016/17"),
        ("FY22", "2021/22"),
        ("FY2025", "2024/25"),
        ("FY2025 Q4", "2024/25 Q4"),
        ("FY2025-26", "2025/26"),
        ("FY22Q4", "2021/22 Q4"),
        ("Year 1 (24/25) target", "2024/25"),
        ("Q3 2016/17", "2016/17 Q3"),
        ("2016/17 Q3", "2016/17 Q3"),
        ("Quarter 3 (2016/17)", "2016/17 Q3"),
        ("2016/17 (Q3)", "2016/17 Q3"),
        ("March 2016", "2016-03"),
        ("Mar-16", "2016-03"),
        ("2013", "2013"),
        ("2018-25", "2018-25"),
        ("2016/18", "2016-18"),
        ("1999/00", "1999/00"),
    ],
)
def test_one_period(text: str, period: str) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "aged 16-18",
        "5-16yrs",
        "£2016",
        "1617",
        "per 10,000",
        "2016%",
        "31/12/16",
        "Year 2",
        "2016/5",
        "16-24",
        "FY20256",
        "FY1825",
    ],
)
def test_near_misses_are_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_two_periods_are_not_one() -> None:
    assert [f.period for f in find_periods("2015/16 and 2016/17")] == ["2015/16", "2016/17"]
    assert parse_period("2015/16 and 2016/17") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Target (2016/17)", "Target"),
        ("Quarter 3 (2016/17)", ""),
        ("(16-17) Key Milestones", "Key Milestones"),
        ("Target 2016/17 (%)", "Target (%)"),
        ("2016/17 (Year 1)", ""),
        ("Year 2 (2017/18)", ""),
        ("Year 2 target (2017/18)", "Year 2 target"),
        ("Target Year 2 (2017/18)", "Target"),
        ("Target 2017/18 (Year 2)", "Target"),
        ("Year 2: 2017/18 target", "target"),
        ("Tests in Year 6 of 2017/18", "Tests in Year 6 of"),
        ("Target Year 10 (2017/18)", "Target Year 10"),
        ("2017/18 (Year end)", "(Year end)"),
        ("(Year 2)", "(Year 2)"),
    ],
)
def test_what_is_left_without_the_period(text: str, words: str) -> None:
    assert without_periods(text) == words


@given(
    st.integers(2000, 2078),
    st.sampled_from(["{0}/{1:02d}", "{0}-{1:02d}", "{0}–{2}", "{3:02d}/{1:02d}", "FY{3:02d}/{1:02d}"]),
)
def test_every_way_of_writing_gives_the_same_year(year: int, form: str) -> None:
    printed = form.format(year, (year + 1) % 100, year + 1, year % 100)
    assert parse_period(printed) == f"{year}/{(year + 1) % 100:02d}"


@given(st.text(alphabet="0123456789/-– QFYtoMarch()", max_size=20))
def test_any_text_gives_only_periods_that_have_days(text: str) -> None:
    for found in find_periods(text):
        assert bounds(found.period) is not None
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("98/99", "1998/99"),
        ("79/80", "2079/80"),
        ("80/81", "1980/81"),
        ("99/00", "1999/00"),
        ("1999-2000", "1999/00"),
        ("2016/7", "2016/17"),
        ("201617", "2016/17"),
        ("FY17", "2016/17"),
        ("FY99", "1998/99"),
        ("Dec 98", "1998-12"),
        ("Sept '16", "2016-09"),
        ("Q1 2016", "2016 Q1"),
        ("2016/15", None),
        ("2016/8", None),
        ("201618", None),
        ("2016-16", None),
        ("2016-2016", None),
        ("2016-2015", None),
        ("1999-01", None),
        ("16-18", None),
    ],
)
def test_the_century_and_what_is_no_period(text: str, period: str | None) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Target Q1", 1),
        ("Quarter 2 / Actual", 2),
        ("Qtr. 3 result", 3),
        ("Q4 target / Q4", 4),
        ("q 2", 2),
        ("Q1 to Q3", None),
        ("Quarterly target", None),
        ("Q5", None),
        ("Q12", None),
        ("FAQ1", None),
        ("Target 1", None),
        ("", None),
    ],
)
def test_the_one_quarter_that_a_header_names(text: str, quarter: int | None) -> None:
    assert names_quarter(text) == quarter


def test_a_letter_that_a_font_does_not_name_parts_two_years_that_follow_each_other() -> None:
    assert [f.period for f in find_periods("2026\ufffd27 and 2027\ufffd2028")] == ["2026/27", "2027/28"]
    assert find_periods("2026\ufffd25") == ()
