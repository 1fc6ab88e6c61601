"""A diff as one CSV table, a row for each changed field: for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from planparse.model.change import Change, PlanDiff, RecordRef
from planparse.model.plan import Value
from planparse.writers.diff_view import Places

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

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(diff: PlanDiff, *, places: Places | None = None, excel: bool = False) -> str:
    """RFC 4180: comma, CRLF, a header row, texts unaltered.

    With ``excel`` the text begins with a byte order mark, without which Excel
    misreads accents, and a cell that Excel would run as a formula gets an
    apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for change in diff.changes:
        row = list(_row(change, places or Places()))
        writer.writerow([_harmless(cell) for cell in row] if excel else row)
    return ("\ufeff" if excel else "") + out.getvalue()


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


def _harmless(cell: str) -> str:
    """A plain number may begin with a sign; any other cell that begins like a formula is marked as text."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell
