"""Indicators whose values stand in two tables: the actuals in one, the targets in one that goes on with it, or the
columns that had no room on a page on a later one, beside the same codes and measures."""

from __future__ import annotations

from planparse.interpret.draft import IndicatorDraft, Indicators, Named, ObjectiveDraft, Text
from planparse.text import squash

_Key = tuple[str, str, str | None]


def merge(objective: ObjectiveDraft) -> None:
    """Makes one indicator of two that have the same code and measure, where the one has actuals only and the other
    targets only, or both have a code and values of other periods."""
    keys = [_key(named) for named in objective.indicators.named()]
    if len(set(keys)) == len(keys):
        return
    first: dict[_Key, IndicatorDraft] = {}
    kept: list[IndicatorDraft] = []
    for key, indicator in zip(keys, objective.indicators, strict=True):
        known = first.get(key)
        if known is None or not _complete(known, indicator):
            first[key] = indicator
            kept.append(indicator)
        else:
            _add(known, indicator)
    if len(kept) < len(objective.indicators):
        objective.indicators = Indicators(kept)
        objective.indicators.close()


def _key(named: Named) -> _Key:
    return squash(named.code or ""), squash(named.measure), named.sub


def _complete(one: IndicatorDraft, other: IndicatorDraft) -> bool:
    """Whether the second of two has what the first one lacks."""
    roles, others = ({value.column.role for value in draft.values} for draft in (one, other))
    if roles and others and {"actual", "target"} <= roles | others and not roles & others:
        return True
    periods, more = ({(value.column.role, value.column.period) for value in draft.values} for draft in (one, other))
    dated = all(period is not None for _, period in periods | more)
    return one.code is not None and bool(periods and more) and dated and not periods & more


def _add(known: IndicatorDraft, rest: IndicatorDraft) -> None:
    known.values += rest.values
    known.measure = _with_places(known.measure, rest.measure)
    if known.code is not None and rest.code is not None:
        known.code = _with_places(known.code, rest.code)
    for name, text in rest.fields.items():
        same = known.fields.get(name)
        known.fields[name] = text if same is None else _with_places(same, text) if same.text == text.text else same
    known.notes += rest.notes
    known.extra |= {name: text for name, text in rest.extra.items() if name not in known.extra}
    known.doubts += rest.doubts


def _with_places(text: Text, same: Text) -> Text:
    return Text(text.text, text.places + same.places)
