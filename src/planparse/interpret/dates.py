"""Deadlines: dates inside a milestone's text or in a date column -> ISO month or date."""

from __future__ import annotations

import datetime
import re

from planparse.interpret.periods import _MONTHS, _NUMBERS, bounds, century, find_periods

_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)(?![\d/%])"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>(?:20|19)?\d\d)"
    rf"|(?:{_DAY}\s*(?:of\s+)?[-\s]?)?(?P<month>{_MONTHS})\.?"
    rf"(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,)?[\s,-]*{_YEAR})(?![\w/])",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|before|until|no later than|not later than|due|deadline:?|ending|completed? (?:by|in)|end of"
    r"|to be in place for)\s+"
    r"(?:the\s+)?(?:(?:end|start|close|beginning|middle)\s+(?:of\s+)?)?(?:the\s+)?(?:early\s+|late\s+|mid[- ])?$",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:by|no later than|not later than|before)\s", re.IGNORECASE)
"""Words of a deadline that a text begins with; "until" and "due" say other things there."""
_DASH = re.compile(r"[^\d\s]\s+[-–—]\s*$")
_IN_FRONT = re.compile(r":\s|\s+[-–—]\s+[^\W\d_]")
_RANGE = re.compile(rf"\b(?:{_MONTHS})\.?\s+[-–—]\s*$", re.IGNORECASE)
"""The dash of "April – June 2016"."""


def parse_due(text: str) -> str | None:
    """The date that a cell of a date column holds; a quarter gives its last month. None where unsure.

    >>> parse_due("31 March 2024"), parse_due("Mar-17"), parse_due("Q2 2016/17"), parse_due("31st June 2013")
    ('2024-03-31', '2017-03', '2016-09', None)
    """
    found = [_iso(m) for m in _DATE.finditer(text)]
    if found:
        return found[0] if len(set(found)) == 1 else None
    periods = find_periods(text)
    if len(periods) == 1 and " Q" in periods[0].period:
        days = bounds(periods[0].period)
        return days[1][:7] if days else None
    return None


def find_due(text: str) -> str | None:
    """The deadline that a sentence names with "by" or its kin, alone at its end with "in", in brackets or behind a
    dash, or in front of a colon or dash; else None.

    The first where several are named.

    >>> find_due("Complete the review by October 2016 and report"), find_due("during September to December 2016")
    ('2016-10', None)
    >>> find_due("Open the pool (Dec 2018)"), find_due("Open the pool (built in May 2016)")
    ('2018-12', None)
    >>> find_due("Open the pool – Dec 2018"), find_due("Open the pool from May 2016 – Dec 2018")
    ('2018-12', None)
    >>> find_due("Run the elections in May 2018"), find_due("Publish what was agreed in May 2018 in full")
    ('2018-05', None)
    >>> find_due("Dec 2018: open the pool"), find_due("31 May 2016 - publish the plan")
    ('2018-12', '2016-05-31')
    >>> find_due("Review April – June 2016"), find_due("Report for 2015 – March 2016")
    (None, None)
    """
    found = list(_DATE.finditer(text))
    for m in found:
        before, after = text[: m.start()], text[m.end() :].rstrip(" .")
        alone = len(found) == 1 and not after
        dashed = alone and _DASH.search(before) and not _RANGE.search(before)
        if (
            dashed
            or (alone and before.endswith(" in "))
            or _BY.search(before)
            or (before.endswith("(") and after == ")")
            or (not before.strip() and _IN_FRONT.match(after) and (after[0] == ":" or len(found) == 1))
        ):
            return _iso(m)
    return None


def begins_with_due(text: str) -> bool:
    """Whether a text begins with the deadline that it names: "By 30 June 2026 we will: open the pool".

    >>> begins_with_due("By the end of June 2026, open the pool"), begins_with_due("Open the pool by June 2026")
    (True, False)
    """
    m = _DATE.search(text) if _FRONT.match(text) else None
    return m is not None and _BY.fullmatch(text[: m.start()]) is not None and _iso(m) is not None


def impossible_dates(text: str) -> list[str]:
    """Dates that no calendar has, as printed: "31st June 2013"."""
    return [m[0] for m in _DATE.finditer(text) if _iso(m) is None]


def _iso(m: re.Match[str]) -> str | None:
    day: str | None
    if m["iso"]:
        year, month, day = m["iso"].split("-")
    elif m["d"]:
        day, month, year = m["d"], m["m"], m["y"]
    else:
        day, month, year = m["day"] or m["day2"], str(_NUMBERS[m["month"][:3].lower()]), m["year"]
    full = int(year.lstrip("'"))
    full = century(full) if full < 100 else full
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{full}-{int(month):02d}"
    try:
        return datetime.date(full, int(month), int(day)).isoformat()
    except ValueError:
        return None
