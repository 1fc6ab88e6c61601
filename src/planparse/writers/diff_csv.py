"""A diff as one CSV table, a row for each changed field: for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.model.change import Change, PlanDiff, RecordRef
from planparse.model.plan import Value
from planparse.writers.diff_view import Places
from planparse.writers.plan_csv import csv_text

COLUMNS = (
    "kind",
    "level",
    "record",
    "objective_previous",
    "objective_current",
    "id_previous",
    "id_current",
    "code_previous",
    "code_current",
    "text",
    "field",
    "period",
    "before",
    "after",
    "number_before",
    "number_after",
    "delta",
    "direction",
    "match_status",
    "match_score",
    "place_previous",
    "place_current",
)


def to_csv(diff: PlanDiff, *, places: Places | None = None, spreadsheet_safe: bool = False) -> str:
    """RFC 4180: comma, CRLF, a header row, texts unaltered.

    With ``spreadsheet_safe`` the text begins with a byte order mark, without
    which Excel misreads accents, and a cell that Excel would run as a formula
    gets an apostrophe in front.
    """
    rows = [list(_row(change, places or Places())) for change in diff.changes]
    return ("\ufeff" if spreadsheet_safe else "") + csv_text(COLUMNS, rows, spreadsheet_safe=spreadsheet_safe)


def _row(c: Change, places: Places) -> Iterator[str]:
    old, new = c.previous, c.current
    yield from (c.kind, c.level, c.record)
    yield from (_of(old, "objective"), _of(new, "objective"), _of(old, "id"), _of(new, "id"))
    yield from (_of(old, "printed_code"), _of(new, "printed_code"), _of(new or old, "text"))
    yield from (c.field or "", c.period or "", _text(c.before), _text(c.after), _number(c.before), _number(c.after))
    yield from ("" if c.delta is None else str(c.delta), c.direction or "")
    yield from (c.match.status, str(c.match.score)) if c.match else ("", "")
    yield from places.of(old, new)


def _of(ref: RecordRef | None, name: str) -> str:
    return getattr(ref, name) or "" if ref else ""


def _text(value: Value | str | tuple[str, ...] | None) -> str:
    if isinstance(value, Value):
        return value.text
    return " ".join(value) if isinstance(value, tuple) else value or ""


def _number(value: Value | str | tuple[str, ...] | None) -> str:
    return str(value.number) if isinstance(value, Value) and value.number is not None else ""
