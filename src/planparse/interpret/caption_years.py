"""Years that the line right over a table names for its columns: "Indicators, 2025 outturn and 2026 target"."""

from __future__ import annotations

import re
from dataclasses import replace

from planparse.interpret.draft import Column
from planparse.interpret.header_rows import value_role
from planparse.interpret.periods import find_periods
from planparse.model.vocabulary import Vocabulary

_PART = re.compile(r"[,;:(]|\band\b|&", re.IGNORECASE)


def dated_by_caption(columns: tuple[Column, ...], caption: str, vocabulary: Vocabulary) -> tuple[Column, ...]:
    """The columns of actuals and targets, none of which has a period, with those that the parts of a caption give to
    their kinds; only where there is one column of each kind that is named."""
    found: dict[str, str] = {}
    for part in _PART.split(caption):
        periods = find_periods(part)
        role = value_role(part, vocabulary) if len(periods) == 1 else None
        if periods and (role not in ("actual", "target") or role in found):
            return columns  # "2025 and 2026 outturn"
        if periods and role is not None:
            found[role] = periods[0].period
    valued = [c for c in columns if c.role in ("actual", "target")]
    roles = [c.role for c in valued]
    if not found or any(c.period for c in valued) or any(roles.count(role) != 1 for role in found):
        return columns
    why = "of the year that the line over the table gives it"
    return tuple(
        replace(c, period=found[c.role], why=(*c.why, why)) if c.role in found and not c.period else c for c in columns
    )
