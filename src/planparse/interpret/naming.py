"""Objectives that no label names: the headings above them say it, priorities do, or the bands over their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planparse.interpret.codes import split_code
from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.interpret.headings import Headings


def with_titles(objectives: list[ObjectiveDraft], headings: Headings) -> list[ObjectiveDraft]:
    """The objectives; where no label of the whole document names one, what the headings right above each say is their
    titles, or what its priorities say, or else what the bands say over its rows."""
    if len(objectives) == 1 and (_is_of_other_text(objectives[0], headings) or _is_of_part(objectives[0], headings)):
        return _by_band(objectives[0])
    _name_by_heading(objectives, headings)
    if any(draft.title or draft.code for draft in objectives):
        return [draft for draft in objectives if not (_is_nameless(draft) and _given(draft, objectives))]
    above = [draft.headings[-1] if draft.headings else None for draft in objectives]
    if len({id(h) for h in above}) == len(above) and all(h and headings.names_objective(h.text) for h in above):
        for draft, heading in zip(objectives, above, strict=True):
            draft.title, draft.headings = heading, draft.headings[:-1]
        return objectives
    if not any(draft.priority for draft in objectives):
        return [part for draft in objectives for part in _by_band(draft)]
    for draft in objectives:
        draft.title, draft.priority = draft.priority, None
    return objectives


def _name_by_heading(objectives: list[ObjectiveDraft], headings: Headings) -> None:
    """Gives the title that a heading with a code right above says to an objective that has none."""
    taken = {id(draft.title) for draft in objectives}
    for draft in objectives:
        heading = draft.headings[-1] if draft.headings and not (draft.title or draft.code) else None
        if heading is None or id(heading) in taken or split_code(heading.text) is None:
            continue
        if headings.names_objective(heading.text):
            draft.title, draft.headings = heading, draft.headings[:-1]


def _is_of_other_text(draft: ObjectiveDraft, headings: Headings) -> bool:
    """Whether the heading that stands for an objective is of the text below it and names none: "Foreword"."""
    told = draft.is_told and not (draft.lead or draft.extra)
    return told and not headings.names_objective(draft.title.text if draft.title else "")


def _is_of_part(draft: ObjectiveDraft, headings: Headings) -> bool:
    """Whether the heading that stands for an objective is that of a list of measures."""
    return draft.from_heading and draft.title is not None and headings.names_part(draft.title.text)


def _is_nameless(draft: ObjectiveDraft) -> bool:
    """Whether nothing names an objective, or but the heading of a part with bands in it: "Our scorecard"."""
    return not (draft.title or draft.code) or (draft.from_heading and bool(_bands(draft)))


def _given(nameless: ObjectiveDraft, objectives: list[ObjectiveDraft]) -> bool:
    """Gives the records of a nameless objective to those that the bands over them name.

    False where it has other content, or a record under no such band: then nothing is given.
    """
    bands = _bands(nameless)
    others = [o for o in objectives if o is not nameless]
    owners = {name: owner for name in bands if (owner := next((o for o in others if o.is_named(name)), None))}
    if not bands or len(owners) < len(bands):
        return False
    _give(nameless, owners)
    return True


def _by_band(whole: ObjectiveDraft) -> list[ObjectiveDraft]:
    """An objective for each band, where all records stand under one of several; else the one that there is."""
    bands = _bands(whole)
    if len(bands) < 2:
        return [whole]
    owners = {name: ObjectiveDraft(title=band, headings=whole.headings) for name, band in bands.items()}
    _give(whole, owners)
    return list(owners.values())


def _bands(draft: ObjectiveDraft) -> dict[str, Text]:
    """The bands over the records of an objective, each at its first record; none where it has other content, or a
    record under no band."""
    if draft.developments or draft.issues or draft.linked:
        return {}
    out: dict[str, Text] = {}
    for band in [*(i.group for i in draft.indicators), *(m.group for m in draft.milestones)]:
        if band is None:
            return {}
        out.setdefault(band.text, band)
    return out


def _give(draft: ObjectiveDraft, owners: Mapping[str, ObjectiveDraft]) -> None:
    """Gives each record to the owner that its band names."""
    for indicator in draft.indicators:
        if indicator.group is not None:
            owners[indicator.group.text].indicators.append(replace(indicator, group=None))
    for milestone in draft.milestones:
        if milestone.group is not None:
            owners[milestone.group.text].milestones.append(milestone)
