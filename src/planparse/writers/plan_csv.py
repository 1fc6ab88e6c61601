"""The CSV tables: RFC 4180, comma, CRLF, UTF-8 without BOM, one header row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from planparse.model.plan import Plan
from planparse.model.tables import TABLES, Datum
from planparse.text import guard_formula, is_guarded


def plan_csv(plan: Plan, *, spreadsheet_safe: bool = False) -> dict[str, str]:
    """File name -> text, one file a table. See ``guard_formula`` for ``spreadsheet_safe``."""
    files = plan_csv_lines(plan, spreadsheet_safe=spreadsheet_safe)
    return {name: "".join(lines) for name, lines in files.items()}


def plan_csv_lines(plan: Plan, *, spreadsheet_safe: bool = False) -> dict[str, Iterator[str]]:
    """The same row by row, for a plan of any size."""
    return {
        f"{table.name}.csv": csv_lines(table.header, table.rows(plan), spreadsheet_safe=spreadsheet_safe)
        for table in TABLES
    }


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Datum]], *, spreadsheet_safe: bool = False) -> str:
    """One CSV file. What is not there is an empty field."""
    return "".join(csv_lines(header, rows, spreadsheet_safe=spreadsheet_safe))


def csv_lines(
    header: Sequence[str], rows: Iterable[Sequence[Datum]], *, spreadsheet_safe: bool = False
) -> Iterator[str]:
    """The same row by row, the header first, each with its line end."""
    writer = csv.writer(_Line(), lineterminator="\r\n")
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([guard_formula(d) if isinstance(d, str) else d for d in row] if spreadsheet_safe else row)


class _Line:
    """``csv`` gives back what this gives back: the row."""

    def write(self, text: str) -> str:
        return text


__all__ = ["csv_text", "guard_formula", "is_guarded", "plan_csv", "plan_csv_lines"]
