"""The CSV tables: RFC 4180, comma, CRLF, UTF-8 without BOM, one header row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence

from planparse.model.plan import Plan
from planparse.model.shelf import Shelf
from planparse.model.tables import TABLES, Datum, rows_of
from planparse.text import guard_formula, is_guarded

_LINES = 128
"""Lines of a file that are packed at a time."""


def plan_csv(plan: Plan, *, spreadsheet_safe: bool = False) -> dict[str, str]:
    """File name -> text, one file a table. See ``guard_formula`` for ``spreadsheet_safe``."""
    files = plan_csv_lines(plan, spreadsheet_safe=spreadsheet_safe)
    return {name: "".join(lines) for name, lines in files.items()}


def plan_csv_lines(plan: Plan, *, spreadsheet_safe: bool = False) -> dict[str, Iterable[str]]:
    """The same row by row, for a plan of any size: it is walked over once, and the lines of each file are packed."""
    lines = {table.name: Shelf(csv_lines(table.header, ()), size=_LINES) for table in TABLES}
    write = _row_writer(spreadsheet_safe)
    for table, row in rows_of(plan):
        lines[table.name].append(write(row))
    return {f"{name}.csv": shelf for name, shelf in lines.items()}


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Datum]], *, spreadsheet_safe: bool = False) -> str:
    """One CSV file. What is not there is an empty field."""
    return "".join(csv_lines(header, rows, spreadsheet_safe=spreadsheet_safe))


def csv_lines(
    header: Sequence[str], rows: Iterable[Sequence[Datum]], *, spreadsheet_safe: bool = False
) -> Iterator[str]:
    """The same row by row, the header first, each with its line end."""
    write = _row_writer(spreadsheet_safe)
    yield _row_writer(False)(header)
    yield from map(write, rows)


def _row_writer(spreadsheet_safe: bool) -> Callable[[Sequence[Datum]], str]:
    """From a row to its line."""
    write: Callable[[Sequence[Datum]], str] = csv.writer(_Line(), lineterminator="\r\n").writerow
    if not spreadsheet_safe:
        return write
    return lambda row: write([guard_formula(d) if isinstance(d, str) else d for d in row])


class _Line:
    """``csv`` gives back what this gives back: the row."""

    def write(self, text: str) -> str:
        return text


__all__ = ["csv_text", "guard_formula", "is_guarded", "plan_csv", "plan_csv_lines"]
