"""Which way is better, and only where the plan itself says so."""

from __future__ import annotations

import re
from itertools import pairwise

from planparse.model.change import Challenge
from planparse.model.plan import Direction, Indicator, Number

_LESS = re.compile(r"\b(reduc(e|es|ed|ing|tion)|decreas(e|es|ing)|fewer|minimi[sz]e|gaps?|lower(ing)?|absence)\b", re.I)
_MORE = re.compile(r"\b(increas(e|es|ed|ing)|improv(e|es|ed|ing|ement)|rais(e|es|ing)|maximi[sz]e)\b", re.I)
_LEAST_FIGURES = 3


def polarity(indicator: Indicator) -> Direction | None:
    """The better direction of a measure; None where nothing says it or where the signs disagree.

    What the document states (a good-performance column, the text) comes first;
    else the words of the measure and its own run of figures have to agree.
    """
    if indicator.direction is not None:
        return indicator.direction
    words, series = _by_words(indicator.measure), _by_series(indicator)
    if words is not None and series is not None and words != series:
        return None
    return words or series


def _by_words(measure: str) -> Direction | None:
    less, more = bool(_LESS.search(measure)), bool(_MORE.search(measure))
    if less == more:
        return None
    return "decrease" if less else "increase"


def _by_series(indicator: Indicator) -> Direction | None:
    """The latest figure and the targets after it, where they only rise or only fall."""
    numbers = [v.number for v in (*indicator.actuals[-1:], *indicator.targets) if v.number is not None]
    if len(numbers) < _LEAST_FIGURES or numbers[0] == numbers[-1]:
        return None
    steps = list(pairwise(numbers))
    if all(a <= b for a, b in steps):
        return "increase"
    return "decrease" if all(a >= b for a, b in steps) else None


def challenge(previous: Indicator, current: Indicator, delta: Number | None) -> Challenge | None:
    """Whether a target that moved by ``delta`` asks for more or less; both drafts have to agree on what is better."""
    better = polarity(previous)
    if not delta or better != polarity(current) or better not in ("increase", "decrease"):
        return None
    return "more_challenging" if (delta > 0) == (better == "increase") else "less_challenging"
