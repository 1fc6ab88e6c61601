"""The days that a canonical period covers."""

from __future__ import annotations

import calendar
import re

_YEARS = re.compile(r"(\d{4})([-/])(\d\d)(?: Q([1-4]))?", re.ASCII)
_CALENDAR = re.compile(r"(\d{4})(?: Q([1-4]))?", re.ASCII)


def bounds(period: str) -> tuple[str, str] | None:
    """First and last day of a canonical period as ISO dates; years begin in April unless a calendar year.

    >>> bounds("2016/17"), bounds("2016/17 Q3"), bounds("2016-03")
    (('2016-04-01', '2017-03-31'), ('2016-10-01', '2016-12-31'), ('2016-03-01', '2016-03-31'))
    """
    m = _YEARS.fullmatch(period)
    if m:
        first, second = int(m[1]), int(m[3])
        if m[2] == "-" and second <= 12 and first % 100 >= second:
            return _months(first, second, second) if second else None
        last = first - first % 100 + second
        last += 100 if last < first else 0
        if not 1 <= first < last <= 9999:
            return None
        if not m[4]:
            return f"{first:04d}-04-01", f"{last:04d}-03-31"
        start = 4 + 3 * (int(m[4]) - 1)
        year, start = (first, start) if start <= 12 else (first + 1, start - 12)
        return _months(year, start, start + 2)
    m = _CALENDAR.fullmatch(period)
    if m:
        start = 3 * int(m[2] or 1) - 2
        return _months(int(m[1]), start, start + 2 if m[2] else 12)
    return None


def _months(year: int, first: int, last: int) -> tuple[str, str] | None:
    """None for a year outside the calendar that ``datetime`` knows."""
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}-{first:02d}-01", f"{year:04d}-{last:02d}-{calendar.monthrange(year, last)[1]:02d}"
