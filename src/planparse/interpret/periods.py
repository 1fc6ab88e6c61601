"""Periods as plans print them, in canonical form.

``2016/17`` a financial year, ``2016/17 Q3`` a quarter of it, ``2016-03`` a month,
``2013`` a calendar year, ``2018-25`` a span of years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from planparse.model.periods import bounds

_DASH = r"\s*(?:[-–—/\\\ufffd]|to|and)\s*"
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = {_MONTH_NAMES[i : i + 3]: i // 4 + 1 for i in range(0, 48, 4)}
_YEARS = rf"(?P<y1>(?:19|20)\d\d){_DASH}(?P<y2>(?:19|20)\d\d|\d\d)(?!\d)"
_ONE_DIGIT = r"(?P<o1>(?:19|20)\d\d)/(?P<o2>\d)(?!\d)"
_SHORT = r"(?P<s1>\d\d)\s*[-–—/]\s*(?P<s2>\d\d)(?!\d)"
_LOST = r"(?P<l1>20\d\d)(?P<l2>\d\d)(?!\d)"
_ONE = r"(?P<one>(?:19|20)\d\d)(?!\d)"
_FY = r"(?:fy\s*(?:20)?(?P<fy>\d\d)(?!\d)(?![-–—/]))"
_QUARTER = r"(?:q(?:uarter|tr)?\s*(?P<{0}>[1-4])(?!\d))"
_YEAR_OF_PLAN = re.compile(r"(?:year|yr)\s?([1-9])", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\b(?:year|yr)\s?[1-9](?=\s*[-–:,(\[]?\s*$)", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"^(\s*[-–:,]?\s*[(\[]?\s*)(?:year|yr)\s?[1-9]\b", re.IGNORECASE)
"""Such a number right beside a period."""
_BARE_QUARTER = re.compile(
    r"(?:q(?:uarter|tr)?\.?\s*(?P<a>[1-4])|(?P<b>[1-4])(?:st|nd|rd|th)\s+q(?:uarter|tr))\s*(?:\([^()\d]*\))?"
    r"|[a-z]{3,9}\.?\s*(?:[-–]|to)\s*[a-z]{3,9}\.?\s*\(q(?:uarter|tr)?\.?\s*(?P<c>[1-4])\)",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"(?:(?:full|whole)[- ])?year(?:[- ](?:end|total))?|annual|outturn", re.IGNORECASE)
_NAMED_QUARTER = re.compile(r"\bq(?:uarter|tr)?\.?\s*([1-4])\b", re.IGNORECASE)
_MONTH = rf"(?P<month>{_MONTHS})\.?[\s,-]*(?:(?P<my>(?:19|20)\d\d)|'?(?P<ms>\d\d))(?![\d/])"

_PERIOD = re.compile(
    rf"(?:(?<![\w.£$%,/-])|(?<=\d/\d\d-))(?:{_QUARTER.format('q1')}[\s,:(-]*)?(?:fy\s*(?=\d+\s*[-–—/]))?(?:{_YEARS}|{_ONE_DIGIT}|{_MONTH}|{_SHORT}|{_LOST}|{_FY}|{_ONE})"
    rf"(?:[\s,:(-]*{_QUARTER.format('q2')})?(?![\w%])",
    re.IGNORECASE,
)

_FIGURES = re.compile(r"\d\d")
"""What every period has, and most texts have not."""


class Years(NamedTuple):
    """What the title says of the plan's years: its first day, and the financial year where it names just one."""

    start: str | None = None
    year: str | None = None
    is_report: bool = False
    """The title says that it reports on them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A period inside a text: its canonical form and where it stands."""

    period: str
    start: int
    end: int


def year_pair(first: int, second: int) -> str:
    """Two years as a financial year where they follow each other, else as a span.

    >>> year_pair(2016, 17), year_pair(2016, 2019), year_pair(1999, 0)
    ('2016/17', '2016-19', '1999/00')
    """
    last = second % 100
    if (first + 1) % 100 == last:
        return f"{first}/{last:02d}"
    return f"{first}-{last:02d}"


def century(year: int) -> int:
    """The full year of a year with two digits.

    >>> century(16), century(98)
    (2016, 1998)
    """
    return year + (2000 if year < 80 else 1900)


@lru_cache(maxsize=4096)
def find_periods(text: str) -> tuple[Found, ...]:
    """Every period in ``text``, left to right.

    >>> [f.period for f in find_periods("Year 1 (24/25) target, Q3 2016/17, March 2016 and 2018-25")]
    ['2024/25', '2016/17 Q3', '2016-03', '2018-25']
    >>> [f.period for f in find_periods("2026/27-2030/31")]
    ['2026/27', '2030/31']
    """
    if not _FIGURES.search(text):
        return ()
    found = ((_canonical(m), m) for m in _PERIOD.finditer(text))
    return tuple(Found(period, m.start(), m.end()) for period, m in found if period is not None)


def is_month(period: str, text: str) -> bool:
    """Whether "2016-03" stands for a month: its year does not stand with the second number in the text."""
    return re.search(rf"{period[:4]}\D{{1,4}}(?:\d\d)?{period[5:]}(?!\d)", text) is None


def _canonical(m: re.Match[str]) -> str | None:
    g = m.groupdict()
    period: str
    if g["y1"]:
        first, second = int(g["y1"]), int(g["y2"])
        if second < 100 and (first % 100) >= second and (first + 1) % 100 != second:
            return None
        if second >= 1900 and second <= first:
            return None
        period = year_pair(first, second)
    elif g["o1"]:
        first, second = int(g["o1"]), int(g["o1"]) + 1
        if second % 10 != int(g["o2"]):
            return None
        period = year_pair(first, second)
    elif g["month"]:
        year = int(g["my"]) if g["my"] else century(int(g["ms"]))
        return f"{year}-{_NUMBERS[g['month'][:3].lower()]:02d}"
    elif g["s1"]:
        first, second = int(g["s1"]), int(g["s2"])
        if (first + 1) % 100 != second:
            return None
        period = year_pair(century(first), second)
    elif g["l1"]:
        if (int(g["l1"]) + 1) % 100 != int(g["l2"]):
            return None
        period = year_pair(int(g["l1"]), int(g["l2"]))
    elif g["fy"]:
        period = year_pair(century(int(g["fy"])) - 1, int(g["fy"]))
    else:
        period = g["one"]
    quarter = g["q1"] or g["q2"]
    return f"{period} Q{quarter}" if quarter else period


def quarter_in(quarter: int, year: str | None) -> str:
    """The period of a quarter, in a year where that is known.

    >>> quarter_in(2, "2025/26"), quarter_in(2, None)
    ('2025/26 Q2', 'Q2')
    """
    return f"{year} Q{quarter}" if year else f"Q{quarter}"


def quarter_of(text: str) -> int | None:
    """The quarter that a header names without its year.

    >>> quarter_of("Q3"), quarter_of("Quarter 1 (Apr-Jun)"), quarter_of("Apr-Jun (Q1)"), quarter_of("Quarter")
    (3, 1, 1, None)
    """
    m = _BARE_QUARTER.fullmatch(text.strip())
    return int(m["a"] or m["b"] or m["c"]) if m else None


def year_of_plan(text: str) -> int | None:
    """Which year of the plan a header names, where it gives no date.

    >>> year_of_plan("Year 2"), year_of_plan("Year 2 (2026/27)"), year_of_plan("Year")
    (2, None, None)
    """
    m = _YEAR_OF_PLAN.fullmatch(text.strip())
    return int(m[1]) if m else None


def is_whole_year(text: str) -> bool:
    """Whether a row among those of quarters is of the year.

    >>> is_whole_year("Full year"), is_whole_year("Year end"), is_whole_year("yearly")
    (True, True, False)
    """
    return _WHOLE_YEAR.fullmatch(text.strip()) is not None


def names_quarter(text: str) -> int | None:
    """The one quarter that a header names beside other words.

    >>> names_quarter("Target Q1"), names_quarter("Quarter 2 / Actual"), names_quarter("Q1 to Q3")
    (1, 2, None)
    """
    found = {int(n) for n in _NAMED_QUARTER.findall(text)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def parse_period(text: str) -> str | None:
    """The one period in ``text``; None where there is none or more than one.

    >>> parse_period("Key Milestones (16-17)"), parse_period("children aged 16-18")
    ('2016/17', None)
    """
    found = {f.period for f in find_periods(text)}
    return found.pop() if len(found) == 1 else None


def is_bare_period(text: str) -> bool:
    """Whether a text is a period and nothing else.

    >>> is_bare_period("2026/27"), is_bare_period("by 2026/27")
    (True, False)
    """
    return bool(find_periods(text)) and not without_periods(text)


@lru_cache(maxsize=4096)
def without_periods(text: str) -> str:
    """``text`` with its periods, and the brackets around them, taken out, and which year of the plan it is.

    >>> without_periods("Key Milestones (16-17)"), without_periods("2016/17 Target"), without_periods("16/17 (Year 1)")
    ('Key Milestones', 'Target', '')
    >>> without_periods("Target Year 1 (16/17)")
    'Target'
    """
    for f in reversed(find_periods(text)):
        before, after = _NUMBER_BEFORE.sub("", text[: f.start]), _NUMBER_BEHIND.sub(r"\1", text[f.end :])
        text = f"{before} {after}"
    text = re.sub(r"\(\s*\)|\[\s*\]|\s+", " ", text).strip(" -–,:/")
    return text if text.count("(") == text.count(")") else text.strip("() ")


__all__ = [
    "Found",
    "Years",
    "bounds",
    "find_periods",
    "is_bare_period",
    "names_quarter",
    "parse_period",
    "quarter_in",
    "quarter_of",
    "without_periods",
    "year_of_plan",
    "year_pair",
]
