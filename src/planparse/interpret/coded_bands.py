"""Bands of a table that are its objectives: the codes of the rows below each begin with its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.interpret.codes import split_code
from planparse.interpret.draft import cell_text, code_text

if TYPE_CHECKING:
    from planparse.interpret.rows import RowReader

_CODED = re.compile(r"(?P<code>[A-Z]{1,4}|\d{1,2})[.):]?\s+(?=\S)")
_FEWEST = 3
"""Rows below bands; fewer may agree by chance."""


def coded_bands(reader: RowReader) -> dict[int, str]:
    """The rows of such bands, each with its code; none where not all bands and rows of the table agree.

    "A Safer streets" stands over A1 and A2, "B Cleaner air" over B1.
    """
    found: dict[int, str] = {}
    code, rows = "", 0
    for r in range(reader.schema.end_row, reader.grid.n_rows):
        role = reader.role(r)
        if role == "band":
            cells = [c for c in reader.cells(r) if not c.is_blank]
            match = _CODED.match(cell_text(cells[0]).text)
            if match is None or match["code"] in found.values():
                return {}
            found[r] = code = match["code"]
        elif role in ("indicator", "action"):
            if not code or not _is_under(_code(reader, r), code):
                return {}
            rows += 1
    return found if len(found) > 1 and rows >= max(_FEWEST, len(found)) else {}


def _code(reader: RowReader, r: int) -> str:
    own = code_text(reader.at(r, reader.schema.of("code")))
    cell = reader.at(r, reader.schema.of("action") or reader.schema.of("measure")) if own is None else None
    split = split_code(cell_text(cell).text) if cell is not None else None
    return own.text if own is not None else split.printed if split is not None else ""


def _is_under(code: str, band: str) -> bool:
    """Whether a code is that of a band with a number or a mark behind it."""
    rest = code[len(band) : len(band) + 1] if code.startswith(band) else ""
    return bool(rest) and not (rest.isdigit() if band[-1].isdigit() else rest.isalpha())
