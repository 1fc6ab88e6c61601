"""PP504: 31st June."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Rule

RULE = Rule(
    code="PP504",
    name="impossible-date",
    severity="error",
    summary="a date that no calendar has",
    why="Which day is meant is a guess, and a computer reads no date at all: the deadline drops out of every list.",
    bad="milestone: a. Review the cleaning contract by 31st June 2016",
    good="milestone: a. Review the cleaning contract by 30th June 2016",
    near_miss="milestone: a. Review what was agreed on 29 February 2016 about the 45 may poles on greens",
)

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = re.compile(
    r"(?<![\w.,/£$-])(?P<day>\d{1,2})(?P<th>\s?(?:st|nd|rd|th))?\s+(?:of\s+)?"
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
_DIGITS = re.compile(r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/-])")
_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<b>\d\d)-(?P<a>\d\d)(?![\w-])")


def find(scope: Scope) -> Iterator[Hit]:
    for quote in scope.texts():
        for printed in impossible_dates(quote.text):
            yield Hit(f"there is no such day as {printed}", (quote,), printed)


def impossible_dates(text: str) -> list[str]:
    """The dates in a text that no calendar has, as printed; day and month in figures may stand in either order.

    >>> impossible_dates("from 31st June 2013 to 29 February 2016, not 31/13/2016")
    ['31st June 2013', '31/13/2016']
    """
    found = []
    for m in _NAMED.finditer(text):
        month = _MONTHS.index(m["month"][:3].lower()) + 1
        day = int(m["day"])
        if (day > 31 and not (m["th"] or m["year"])) or _exists(int(m["year"] or 2000), month, day):
            continue
        found.append(m[0].rstrip(" ,."))
    for pattern in (_DIGITS, _ISO):
        for m in pattern.finditer(text):
            year, a, b = int(m["year"]), int(m["a"]), int(m["b"])
            if not (_exists(year, b, a) or (pattern is _DIGITS and _exists(year, a, b))):
                found.append(m[0])
    return found


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


__all__ = ["RULE", "find", "impossible_dates"]
