"""The days that a canonical period covers."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.interpret import periods as interpret_periods
from planparse.model.periods import bounds


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2016/17", ("2016-04-01", "2017-03-31")),
        ("1999/00", ("1999-04-01", "2000-03-31")),
        ("2016/17 Q4", ("2017-01-01", "2017-03-31")),
        ("2018-25", ("2018-04-01", "2025-03-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2013", ("2013-01-01", "2013-12-31")),
        ("2016 Q4", ("2016-10-01", "2016-12-31")),
        ("2000-00", None),
        ("Latest", None),
        ("", None),
    ],
)
def test_bounds(period: str, days: tuple[str, str] | None) -> None:
    assert bounds(period) == days


def test_the_interpreter_uses_the_same_function() -> None:
    assert interpret_periods.bounds is bounds


@given(st.from_regex(r"\A\d{4}[-/]\d\d( Q[1-4])?\Z|\A\d{4}( Q[1-4])?\Z"))
def test_the_first_day_is_before_the_last(period: str) -> None:
    days = bounds(period)
    if days is not None:
        assert datetime.date.fromisoformat(days[0]) < datetime.date.fromisoformat(days[1])
