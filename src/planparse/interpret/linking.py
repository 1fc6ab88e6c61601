"""Records that stand apart from the objectives go to the objective that is named over them again, whose list of linked
codes names them, or whose own code theirs begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planparse.interpret.codes import split_code
from planparse.interpret.draft import IndicatorDraft, Indicators, ObjectiveDraft, Text
from planparse.text import squash


def by_title(objectives: list[ObjectiveDraft]) -> list[ObjectiveDraft]:
    """The objectives, with those made one that labels name twice in the same words and with the same code, each time
    with other parts: the actions of all may stand behind the measures of all."""
    met: dict[tuple[str, str], ObjectiveDraft] = {}
    out: list[ObjectiveDraft] = []
    for objective in objectives:
        if objective.title is None or objective.from_heading:
            out.append(objective)
            continue
        known = met.setdefault((squash(objective.title.text), objective.bare_code()), objective)
        if known is objective or not _go_together(known, objective):
            out.append(objective)
            continue
        if known.title is not None:
            known.title = Text(known.title.text, known.title.places + objective.title.places)
        known.code, known.lead = known.code or objective.code, known.lead or objective.lead
        known.priority = known.priority or objective.priority
        known.extra = objective.extra | known.extra
        known.linked += objective.linked
        known.developments.extend(objective.developments)
        known.issues.extend(objective.issues)
        known.milestones.extend(objective.milestones)
        known.indicators.extend(objective.indicators)
        known.close()
    return out


def _go_together(one: ObjectiveDraft, other: ObjectiveDraft) -> bool:
    """Whether two objectives have no part in common, and nothing else that is said of both differs."""
    parts = [(o.developments, o.issues, o.milestones, o.indicators) for o in (one, other)]
    if any(a and b for a, b in zip(*parts, strict=True)):
        return False
    said = [{"priority": o.priority, "lead": o.lead, **o.extra} for o in (one, other)]
    both = [(text, said[1].get(name)) for name, text in said[0].items()]
    return all(a is None or b is None or a.text == b.text for a, b in both)


def link(objectives: list[ObjectiveDraft]) -> list[ObjectiveDraft]:
    """Moves each indicator that one list names; objectives that a heading or a number stood in for and that end up
    empty go."""
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
        objective.indicators = Indicators(stay)
    for objective in objectives:
        objective.indicators = Indicators(sorted(objective.indicators, key=_place))
        objective.indicators.close()
    return [o for o in objectives if o.has_content() or not (o.from_heading or _is_number(o))]


def _is_number(objective: ObjectiveDraft) -> bool:
    """Whether nothing names an objective but its number in a table."""
    bare = objective.title is not None and objective.title.text.rstrip(".").isdecimal()
    return bare and objective.lead is None and objective.priority is None


def by_prefix(objectives: list[ObjectiveDraft]) -> list[ObjectiveDraft]:
    """The objectives, each with the records whose codes begin with its own, where these stand under the heading of a
    part such as "Action plan", and all that stands there begins with the code of one of them."""
    coded = {re.sub(r"\s+", "", o.code.text): o for o in objectives if o.code is not None and not o.from_heading}
    out: list[ObjectiveDraft] = []
    for objective in objectives:
        if len(coded) < 2 or not objective.from_heading or not _give(objective, coded):
            out.append(objective)
    return out


def _give(part: ObjectiveDraft, coded: dict[str, ObjectiveDraft]) -> bool:
    """Gives all records of a part away; False where one of them has no owner."""
    if part.developments or part.issues or part.linked:
        return False
    indicators = [(_owner(_key(i), coded), i) for i in part.indicators]
    milestones = [(_owner(m.ref or "", coded), m) for m in part.milestones]
    if not indicators + milestones or any(owner is None for owner, _ in indicators + milestones):
        return False
    for owner, indicator in indicators:
        if owner is not None:
            owner.indicators.append(indicator)
    for owner, milestone in milestones:
        if owner is not None:
            owner.milestones.append(milestone)
    return True


def _owner(code: str, coded: dict[str, ObjectiveDraft]) -> ObjectiveDraft | None:
    """The objective with the longest code that this one begins with, a figure or a mark behind it."""
    code = re.sub(r"\s+", "", code)
    found = [
        own for own in coded if code.startswith(own) and code[len(own) : len(own) + 1] and not code[len(own)].isalpha()
    ]
    return coded[max(found, key=len)] if found else None


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
