"""The window of years: which columns went and came, so that only shared ones are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planparse.diff.values import FIELDS, Pair, ValueField, align_values, values_of
from planparse.model.plan import Indicator, Value

Columns = dict[ValueField, tuple[Pair, ...]]
"""The values of one indicator side by side."""


@dataclass(frozen=True, slots=True)
class Window:
    """Columns that one draft has and the other has not, by period, or by label where undated."""

    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    def explains(self, pair: Pair) -> bool:
        """Whether a value stands alone because its whole column went or came."""
        before, after = pair
        if before is None:
            return after is not None and name(after) in self.came
        return after is None and name(before) in self.gone

    def beyond(self, wider: Window) -> Window:
        """What the wider window does not say already."""
        return Window(
            tuple(n for n in self.gone if n not in wider.gone), tuple(n for n in self.came if n not in wider.came)
        )


def name(value: Value) -> str:
    return value.period or value.label


def columns(previous: Indicator, current: Indicator) -> Columns:
    return {
        field: tuple(align_values(values_of(previous, field), values_of(current, field), field)) for field in FIELDS
    }


def window(rows: Sequence[Columns], field: ValueField) -> Window:
    """The columns that no row has on the other side. One draft without any such columns at all is another matter."""
    before = _names(before for row in rows for before, _ in row[field])
    after = _names(after for row in rows for _, after in row[field])
    lost = _names(before for row in rows for before, other in row[field] if other is None)
    found = _names(after for row in rows for other, after in row[field] if other is None)
    return Window(
        tuple(n for n in lost if n not in after),
        tuple(n for n in found if n not in before),
    )


def _names(values: Iterable[Value | None]) -> dict[str, None]:
    """Names in order of first occurrence; a dict because it is a set that keeps its order."""
    return dict.fromkeys(name(value) for value in values if value is not None)
