"""Figures that a narrow cell or a page break cut: whether those below are the rest of the ones above."""

from __future__ import annotations

import re

from planparse.repair.shape import is_date

_CUT, _REST = re.compile(r"[<>≤≥~]?[£$€]?\d[\d,.]*"), re.compile(r"\d{1,3}%?|%")
"""A number that a narrow cell may have broken, and what may be left of it."""

_GROUPS = re.compile(r"[<>≤≥~]?[£$€]?\d{1,3}(?:,\d{3})*,(\d{0,2})")
"""A number that ends within a group of three figures."""
_PENCE = re.compile(r"[<>≤≥~]?[-−–]?[£$€]\d[\d,]*\.(\d?)")
"""A sum of money that ends within its pence."""
_YEARS = re.compile(r"(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)\d\d|\d\d)|\d\d ?/ ?\d\d")
_BEGUN_YEARS = re.compile(r"(?<!\S)\d{2,4} ?[/–-] ?\d{0,3}$")
"""Two years, and the first of them with the mark between them and maybe some of the other."""


def may_be_cut(upper: str, rest: str) -> bool:
    """Whether both are figures, so few below that they may be what is left of the number above."""
    return _CUT.fullmatch(upper) is not None and _REST.fullmatch(rest) is not None


def completes(upper: str, rest: str) -> bool:
    """Whether figures are the rest of the number above them, which ends within a group of three or within its pence, or
    of two years or a date: "00" of "1,000,0", "8" of "£55.7", "17" of "2016/", "9" of "31/03/201", "%" of "25"."""
    if rest == "%" or (rest[-1:] == "%" and upper[-1:] == "."):
        return may_be_cut(upper, rest)
    if rest[:1].isdecimal() and is_date(upper + rest) and not is_date(rest):
        return True
    if not rest.isdecimal():
        return False
    years = _BEGUN_YEARS.search(upper)
    if years is not None and not _YEARS.fullmatch(years[0]) and _YEARS.fullmatch(years[0] + rest):
        return True
    group, pence = _GROUPS.fullmatch(upper), _PENCE.fullmatch(upper)
    if group is not None:
        return len(group[1]) + len(rest) == 3
    return pence is not None and len(pence[1]) + len(rest) == 2
