"""The table of limits in ``docs/safety.md``: ``python -m planparse.cli.limits_table docs/safety.md`` writes it anew."""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

from planparse.cli.options import _LIMITS
from planparse.model.options import Limits

BEGIN, END = "<!-- limits: begin -->", "<!-- limits: end -->"


def table() -> str:
    """One row a limit: its option, its default, what it counts."""
    rows = [f"| `--{f.name.replace('_', '-')}` | {f.default:,} | {_LIMITS[f.name]} |" for f in fields(Limits)]
    return "\n".join(["| option | default | what it counts |", "|---|---|---|", *rows])


def with_table(page: str) -> str:
    """``page`` with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    from planparse.writers.files import write_file

    page = Path(sys.argv[1])
    write_file(page, with_table(page.read_text("utf-8")))
