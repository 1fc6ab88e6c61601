"""What a cell looks like, without knowing what it means: enough to see that a row is shifted or torn."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from planparse.model.document import Block, Cell
from planparse.text import BULLETS, fold

_VALUE = re.compile(
    r"[<>≤≥±~+-]*\s?[-−–]?[£$€]?\s?\d[\d,. ]*\s?"
    r"(?:%(?:\s*%)*|bn|m|k|[a-z]{1,12}(?:\s[a-z]{1,8})?)?\s?(?:[<>*†‡§¶+]|\([^)]{0,12}\))*"
    r"|\d+(?:\.\d+)?\s?:\s?\d+(?:\.\d+)?",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:19|20)\d\d [A-Z](?:[a-z]|[A-Z]{3})")
"""A year and a word with a capital, "2024 Actual", or all in capitals: no number with its unit, "2000 MW"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(
    r"(?:[A-Z][A-Z&]{1,6}(?:[ -][A-Z]{1,5}){0,2}[ -]?\d{1,4}|\d{1,2}(?:\.\d{1,3}){2,3}(?:\.[A-Z]{1,4})?)"
)
_NUMBER = re.compile(r"[A-Z]{0,4}[ -]?\d{1,3}(?:\.\d{1,3})+[a-z]?\.?")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d)?\d\d|\d{4}-\d\d-\d\d"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} (?:\d\d)?\d\d",
    re.IGNORECASE,
)
_LIST = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]\s")
_LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]?", re.IGNORECASE)
_BULLETS = tuple(BULLETS)


def is_value(text: str, placeholders: Container[str]) -> bool:
    """Whether a folded text looks like the value of an indicator: a number with its unit, or a placeholder."""
    if not text or len(text) > 32:
        return False
    is_figure, *keys = _value_keys(text)
    for key in keys:
        if key in placeholders:
            return True
    return is_figure


@lru_cache(maxsize=4096)
def _value_keys(text: str) -> tuple[bool, *tuple[str, ...]]:
    """Whether a short text is a number with its unit, and the words that it may stand for a value by."""
    if _HEADER.match(text):
        return (False,)
    key = text.casefold()
    is_figure = len(text) <= 20 and _VALUE.fullmatch(text) is not None and not _DAY.fullmatch(text)
    return is_figure, key, key.strip(". ")


def is_year(text: str) -> bool:
    """Whether a text is a calendar year: the name of a column, not a value."""
    return _YEAR.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a folded text is a date with its year, of a day or a month, and nothing else.

    >>> [is_date(text) for text in ("31/05/2025", "1 May 2025", "May 25", "31 May", "2025", "by May 2025")]
    [True, True, True, False, False, False]
    """
    return _DATE.fullmatch(text) is not None


def begins_code(text: str) -> bool:
    return _CODE.match(text.lstrip()) is not None


def is_number(text: str) -> bool:
    """Whether a text numbers a row within that of an objective: "H1.2", "3.1"."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_code(text: str) -> bool:
    """Whether a text is a code and nothing else."""
    found = _CODE.match(text.strip())
    return found is not None and found.end() >= len(text.strip().rstrip(" :"))


def begin_codes_of_one_series(text: str, other: str) -> bool:
    """Whether two texts begin with codes that differ in their numbers alone, as two names or rows do.

    >>> begin_codes_of_one_series("AB1: Parks", "AB2: Roads"), begin_codes_of_one_series("AB1: Parks at", "KS4")
    (True, False)
    """
    found = _CODE.match(text.lstrip()), _CODE.match(other.lstrip())
    one, two = (m[0] if m else "" for m in found)
    return one != two and re.sub(r"\d", "0", one) == re.sub(r"\d", "0", two)


def begins_list(block: Block) -> bool:
    """Whether the paragraph begins a list item: marked so by the reader, or by its own first characters."""
    return block.marker is not None or _LIST.match(block.text) is not None or block.text.lstrip()[:1] in _BULLETS


def is_tail(text: str) -> bool:
    """Whether a text plainly is the end of another: it begins with a small letter, closes a bracket or is a remark in
    brackets.

    A letter alone is none of that: it is the label of an item.

    >>> is_tail("and others"), is_tail("b"), is_tail("b)")
    (True, False, False)
    """
    if _LABEL.fullmatch(text):
        return False
    remark = text[:1] == "(" and text[-1:] == ")" and " " in text
    return text[:1].islower() or text[:1] in ",;)" or text.count(")") > text.count("(") or remark


def folded(cell: Cell) -> str:
    return fold(cell.text)
