"""The CSV tables: RFC 4180, comma, CRLF, UTF-8 without BOM, one header row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from planparse.model.plan import Plan
from planparse.model.tables import TABLES, Datum

_FORMULA = re.compile(r"'*[=@\t\r\uff1d\uff20\uff0b\uff0d+-]")
_NUMERIC = re.compile(r"[+-]?[£$€]?\d[\d.,  ]*%?|[+-]")


def plan_csv(plan: Plan, *, spreadsheet_safe: bool = False) -> dict[str, str]:
    """File name -> text, one file a table. See ``guard_formula`` for ``spreadsheet_safe``."""
    return {
        f"{table.name}.csv": csv_text(table.header, table.rows(plan), spreadsheet_safe=spreadsheet_safe)
        for table in TABLES
    }


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Datum]], *, spreadsheet_safe: bool = False) -> str:
    """One CSV file. What is not there is an empty field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    if spreadsheet_safe:
        rows = ([guard_formula(d) if isinstance(d, str) else d for d in row] for row in rows)
    writer.writerows(rows)
    return out.getvalue()


def guard_formula(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would run it as a formula; numbers stay as they are.

    Taking one apostrophe away from each text that ``is_guarded`` gives back the texts exactly.

    >>> [guard_formula(t) for t in ("=1+1", "-5%", "-", "@sum", "-2+cmd", "'=1", "it's")]
    ["'=1+1", '-5%', '-', "'@sum", "'-2+cmd", "''=1", "it's"]
    """
    if _FORMULA.match(text) and not _NUMERIC.fullmatch(text):
        return "'" + text
    return text


def is_guarded(text: str) -> bool:
    """Whether ``guard_formula`` put the apostrophe in front of ``text``."""
    return text[:1] == "'" and guard_formula(text[1:]) == text
