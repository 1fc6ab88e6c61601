"""Values as Excel shows them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.readers.xlsx.formats import Value, shown

DAY = dt.datetime(2016, 10, 3)
ACCOUNTS = '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.87, "0%", "87%"),
        (0.8749, "0.0%", "87.5%"),
        (0.875, "0.00%", "87.50%"),
        (1.2, "0%", "120%"),
        (87, "General", "87"),
        (87.0, "General", "87"),
        (0.1 + 0.2, "General", "0.3"),
        (6.25, "General", "6.25"),
        (1234567, "#,##0", "1,234,567"),
        (0, "#,##0", "0"),
        (0, "#", ""),
        (5, "00000", "00005"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (3.1, "0.0#", "3.1"),
        (-5, "0", "-5"),
        (-5, "0;(0)", "(5)"),
        (-0.001, "0.0", "0.0"),
        (-5, "#,##0;[Red]-#,##0", "-5"),
        (0, '0;-0;"nil"', "nil"),
        (1234.5, "£#,##0.00", "£1,234.50"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (1234.5, ACCOUNTS, "£1,234.50"),
        (-7, ACCOUNTS, "-£7.00"),
        (1_500_000, '0.0,,"m"', "1.5m"),
        (3, '0" days"', "3 days"),
        (3, r"0\ \d", "3 d"),
        (12, '[>=10]"high "0;"low "0', "high 12"),
        (5, '[>=10]"high "0;"low "0', "low 5"),
        (0.25, "# ?/?", "0.25"),
        (5, "@", "5"),
        ("as it is", "0%", "as it is"),
        ("x", '0;0;0;"<"@">"', "<x>"),
        (True, "General", "TRUE"),
        (None, "0%", ""),
        (DAY, "mm-dd-yy", "03/10/2016"),
        (DAY, "dd/mm/yyyy", "03/10/2016"),
        (DAY, "mmm-yy", "Oct-16"),
        (DAY, "d mmmm yyyy", "3 October 2016"),
        (DAY, "ddd d mmm", "Mon 3 Oct"),
        (DAY, "yyyy\\-mm\\-dd", "2016-10-03"),
        (dt.datetime(2016, 10, 3, 14, 5), "dd/mm/yyyy hh:mm", "03/10/2016 14:05"),
        (dt.datetime(2016, 10, 3, 14, 5, 9), "h:mm:ss AM/PM", "2:05:09 PM"),
        (dt.date(2016, 9, 1), "mmmm", "September"),
        (dt.time(9, 30), "hh:mm", "09:30"),
        (DAY, "General", "03/10/2016"),
    ],
)
def test_shown(value: Value, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(
    st.floats(allow_nan=False, allow_infinity=False) | st.integers(), st.text('0#?.,%;"[]/@yYmdhs_*\\E+-£ General<>=1')
)
def test_no_format_breaks(value: float, code: str) -> None:
    assert isinstance(shown(value, code), str)


@given(st.integers(-(10**9), 10**9))
def test_whole_numbers_under_thousands(value: int) -> None:
    assert shown(value, "#,##0") == f"{value:,}"
