"""Cells with the values of several periods, each behind its own: "2022-23: 89%", "2023-24: 91%"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from planparse.interpret.periods import find_periods
from planparse.interpret.values import parse_value
from planparse.model.vocabulary import Vocabulary

_MARKS = " :;,.|-–—"
_NOTE = 3
"""Words that stand in place of a number at most: "New indicator"."""


class OwnPeriod(NamedTuple):
    """A value and the period that is printed in front of it."""

    printed: str
    period: str
    text: str


def stacked_values(text: str, vocabulary: Vocabulary) -> list[OwnPeriod]:
    """The values of a cell that is nothing but periods with a colon and a value each; none of any other cell.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [v.text for v in stacked_values("2022-23: 89% 2023-24: n/a", load_vocabulary())]
    ['89%', 'n/a']
    >>> stacked_values("2022-23: 89%, a little more than in 2021-22", load_vocabulary())
    []
    """
    found = find_periods(text) if ":" in text else []
    if len(found) < 2 or found[0].start > 0 or any(text[f.end : f.end + 1] != ":" for f in found):
        return []
    ends = [(f, text[f.end : following.start]) for f, following in pairwise(found)]
    ends.append((found[-1], text[found[-1].end :]))
    out = [OwnPeriod(text[f.start : f.end], f.period, _bare(part)) for f, part in ends]
    several = len({value.period for value in out}) == len(out)
    known = [parse_value(value.text, vocabulary).status for value in out]
    short = all(
        value.text and (status != "note" or len(value.text.split()) <= _NOTE)
        for value, status in zip(out, known, strict=True)
    )
    return out if several and short and set(known) - {"note", "blank"} else []


def _bare(part: str) -> str:
    """A value without what parts it from its period and from the next one; its own sign stays."""
    return part.lstrip(" :").rstrip(_MARKS).removesuffix(" and").rstrip(_MARKS)
