"""Indicators that stand apart from the objectives go to the objective whose list of linked codes names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planparse.interpret.codes import split_code
from planparse.interpret.draft import IndicatorDraft, ObjectiveDraft
from planparse.model.shelf import Shelf


def link(objectives: list[ObjectiveDraft]) -> list[ObjectiveDraft]:
    """Moves each indicator that one list names; objectives that a heading stood in for and that end up empty go."""
    owners: dict[str, list[ObjectiveDraft]] = {}
    for objective in objectives:
        for linked in objective.linked:
            for code in linked_codes(linked.text):
                owners.setdefault(code, []).append(objective)
    if not owners:
        return objectives
    for objective in objectives:
        stay: list[IndicatorDraft] = []
        for indicator in objective.indicators:
            named = owners.get(_key(indicator), [])
            if objective in named or len(named) != 1:
                stay.append(indicator)
            else:
                named[0].indicators.append(indicator)
        objective.indicators = Shelf(stay)
    for objective in objectives:
        objective.indicators = Shelf(sorted(objective.indicators, key=_place)).close()
    return [o for o in objectives if not o.from_heading or o.has_content()]


def _place(indicator: IndicatorDraft) -> int:
    return indicator.measure.places[0].unit if indicator.measure.places else 0


def linked_codes(text: str) -> Iterable[str]:
    """The codes of a list, without blanks; a bare number takes the prefix of the code before it.

    >>> list(linked_codes("CLL 001, CLL 002 and CP SH11")), list(linked_codes("LI 10, 11 & 12"))
    (['CLL001', 'CLL002', 'CPSH11'], ['LI10', 'LI11', 'LI12'])
    """
    prefix = ""
    for part in re.split(r"\s*(?:[,;&\n•]|\band\b)\s*", text):
        split = split_code(part.strip())
        if split:
            code = re.sub(r"\s+", "", split.printed)
            prefix = re.sub(r"[\d.]+[a-z]?$", "", code)
            yield code
        elif prefix and re.fullmatch(r"\d+[a-z]?", part.strip()):
            yield prefix + part.strip()
        elif part.strip():
            yield re.sub(r"\s+", "", part)


def _key(indicator: IndicatorDraft) -> str:
    text = indicator.code.text if indicator.code else ""
    if not text:
        split = split_code(indicator.measure.text)
        text = split.printed if split else indicator.measure.text
    return re.sub(r"\s+", "", text.rstrip(" :"))
