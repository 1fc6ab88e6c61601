"""Cells with several values: of several periods, each behind its own, "2022-23: 89%", "2023-24: 91%", or of the two
kinds that the header names, "91% / 92%" under "Actual / target"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planparse.interpret.header_rows import VALUE_ROLES, value_role
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.values import parse_value
from planparse.model.vocabulary import Vocabulary

_MARKS = " :;,.|-–—"
_NOTE = 3
"""Words that stand in place of a number at most: "New indicator"."""


_BETWEEN = re.compile(r"\s*[/|()]\s*|\s+(?:and|vs?\.?)\s+")
"""What parts the names of two kinds: "Actual / target", "Actual (target)"."""
_TWO = re.compile(r"(?P<one>.+?)(?:\s+[/|]\s+(?P<two>.+)|\s*\((?P<inner>[^()]+)\))")
_CLOSE = re.compile(r"(?P<one>[^/]+)/(?P<two>[^/]+)")


class OwnKind(NamedTuple):
    """A value and the kind that the header names it by."""

    role: str
    text: str


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
    found = find_periods(text) if ":" in text else ()
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


@lru_cache(maxsize=4096)
def two_kinds(label: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The roles of the two kinds of values that a header names, in its order; none where it names no two.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> two_kinds("2023/24 / Actual / target", load_vocabulary()), two_kinds("Target", load_vocabulary())
    (('actual', 'target'), ())
    """
    parts = [part for part in _BETWEEN.split(without_periods(label)) if part.strip()]
    roles = [value_role(part, vocabulary) for part in parts[-2:]]
    known = tuple([role for role in roles if role in VALUE_ROLES])
    return known if len(parts) > 1 and len(set(known)) == len(roles) else ()


def paired_values(text: str, roles: Sequence[str], vocabulary: Vocabulary) -> list[OwnKind]:
    """The two values of a cell under a header that names two kinds; none where it does not hold two.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [v.text for v in paired_values("n/a / 92%", ["actual", "target"], load_vocabulary())]
    ['n/a', '92%']
    """
    if not text:
        return [OwnKind(role, "") for role in roles]
    found = _TWO.fullmatch(text) or _CLOSE.fullmatch(text)
    if found is None:
        return []
    parts = [found["one"].strip(), next(t for t in found.groups()[1:] if t).strip()]
    known = [parse_value(part, vocabulary).status for part in parts]
    if "note" in known or "unparsed" in known or not any(c.isdigit() for c in text):
        return []
    return [OwnKind(role, part) for role, part in zip(roles, parts, strict=True)]


def _bare(part: str) -> str:
    """A value without what parts it from its period and from the next one; its own sign stays."""
    return part.lstrip(" :").rstrip(_MARKS).removesuffix(" and").rstrip(_MARKS)
