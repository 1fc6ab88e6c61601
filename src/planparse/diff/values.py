"""What became of one value: a figure that changed, was set or withdrawn, or only looks different."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from planparse.diff.words import bare, same_but_typography
from planparse.model.change import Kind
from planparse.model.plan import Indicator, Number, Value
from planparse.text import squash

ValueField = Literal["actual", "target", "comparator"]
FIELDS: tuple[ValueField, ...] = ("actual", "target", "comparator")
Pair = tuple[Value | None, Value | None]

_KINDS: dict[ValueField, tuple[Kind, Kind, Kind]] = {
    "actual": ("actual_changed", "actual_set", "actual_withdrawn"),
    "target": ("target_changed", "target_set", "target_withdrawn"),
    "comparator": ("comparator_changed", "comparator_set", "comparator_withdrawn"),
}
_YEAR = re.compile(r"\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_UNIT_WORDS = frozenset(
    ("percent", "per", "cent", "pct", "p", "pence", "gbp", "pounds", "k", "m", "bn", "thousand", "million", "billion")
)


def values_of(indicator: Indicator, field: ValueField) -> tuple[Value, ...]:
    """The values of one kind, in column order."""
    if field == "actual":
        return indicator.actuals
    return indicator.targets if field == "target" else indicator.comparators


def align_values(before: Sequence[Value], after: Sequence[Value], field: ValueField) -> list[Pair]:
    """The values of both sides by period and label, never by position; one that has no counterpart stands with None.

    An undated column goes with one of the same label, and a single undated one with the single column that is left
    on the other side: "Latest performance" with "Out-turn". The latest figure stays the latest figure when its
    date moves; a target of another year is another target. The pairs stand in column order.
    """
    pairs: dict[int, int] = {}
    for key in (_period_and_label, _period, _undated_label if field == "target" else _label):
        waiting: dict[object, list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for at, value in enumerate(after):
            if at not in taken and key(value) is not None:
                waiting[key(value)].append(at)
        for at, value in enumerate(before):
            found = waiting.get(key(value)) if at not in pairs else None
            if found:
                pairs[at] = found.pop(0)
    old = [at for at in range(len(before)) if at not in pairs]
    new = [at for at in range(len(after)) if at not in pairs.values()]
    if len(old) == len(new) == 1 and None in (before[old[0]].period, after[new[0]].period):
        pairs[old[0]] = new[0]
        old = new = []
    both: list[tuple[tuple[int, int], Pair]] = [
        ((new_at, 1), (before[at], after[new_at])) for at, new_at in pairs.items()
    ]
    both += [((at, 0), (before[at], None)) for at in old]
    both += [((at, 2), (None, after[at])) for at in new]
    return [pair for _, pair in sorted(both, key=lambda item: item[0])]


def _period_and_label(value: Value) -> object:
    return value.period, squash(value.label)


def _period(value: Value) -> object:
    return value.period


def _label(value: Value) -> object:
    """The label, unless it has a year in it: then the year says which column it is."""
    return None if _YEAR.search(value.label) else squash(value.label)


def _undated_label(value: Value) -> object:
    return _label(value) if value.period is None else None


def value_kind(field: ValueField, before: Value | None, after: Value | None) -> Kind | None:
    """The kind of change between two values, None where there is none. A missing value is a blank one."""
    old, new = _text(before), _text(after)
    if old == new:
        return None
    changed, was_set, withdrawn = _KINDS[field]
    if _figure(before) and _figure(after):
        assert before is not None
        assert after is not None
        return _figures(before, after, changed)
    if _figure(before) or _figure(after):
        return was_set if _figure(after) else withdrawn
    if same_but_typography(old, new):
        return "typography"
    if "note" in (_status(before), _status(after)):
        return "note_changed"
    return "typography" if _status(before) == _status(after) else "status_changed"


def _figures(before: Value, after: Value, changed: Kind) -> Kind:
    if before.status != "number" or after.status != "number":
        return "typography" if bare(before.text) == bare(after.text) else changed
    if before.number != after.number or before.qualifier != after.qualifier:
        return changed
    if before.unit != after.unit and bare(before.text) != bare(after.text):
        return "unit_changed"
    return "typography" if _remarks(before.text) == _remarks(after.text) else "note_changed"


def _remarks(text: str) -> frozenset[str]:
    """The words beside a figure: "provisional" of "88% (provisional)"."""
    return frozenset(_LETTERS.findall(text.casefold())) - _UNIT_WORDS


def _figure(value: Value | None) -> bool:
    return value is not None and value.status in ("number", "unparsed")


def _text(value: Value | None) -> str:
    return value.text if value is not None else ""


def _status(value: Value | None) -> str:
    return value.status if value is not None else "blank"


def difference(before: Value | None, after: Value | None) -> Number | None:
    """``after - before`` without the dust of binary fractions; None unless both are numbers of one unit.

    A unit that is known on one side only does not stand in the way.
    """
    if before is None or after is None or before.number is None or after.number is None:
        return None
    if before.unit is not None and after.unit is not None and before.unit != after.unit:
        return None
    delta = Decimal(str(after.number)) - Decimal(str(before.number))
    return int(delta) if delta == delta.to_integral_value() else float(delta)
