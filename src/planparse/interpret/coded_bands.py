"""Bands of a table that are its objectives: a series of names and numbers, or the codes of the rows below each begin
with its own."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from planparse.interpret.codes import split_code
from planparse.interpret.draft import cell_text, code_text

if TYPE_CHECKING:
    from planparse.interpret.row_roles import RowRoles

_CODED = re.compile(r"(?P<code>(?:[A-Z]{1,3} ?)?\d{1,2}|[A-Z]{1,4})[.):]?\s+(?=\S)")
_NUMBER = r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})"
_NAMED = re.compile(rf"(?P<name>[A-Z][a-z]+(?: [A-Za-z]+){{0,4}}) {_NUMBER}(?: ?[:–—-]|\.(?=\s))\s*(?=\S)")
_FEWEST = 3
"""Rows below bands; fewer may agree by chance."""


def coded_bands(reader: RowRoles) -> dict[int, str]:
    """The rows of such bands, each with its code, if any; none where not all bands and rows of the table agree.

    "A Safer streets" stands over A1 and A2, "B Cleaner air" over B1, "SO 2 Sound finances" over 2.1 and 2.2; or
    "Ambition 1: Safer streets", "Ambition 2: ...".
    """
    rows = range(reader.schema.end_row, reader.grid.n_rows)
    bands = {r: _text(reader, r) for r in rows if reader.role(r) == "band"}
    named = [m for text in bands.values() if (m := _NAMED.match(text))]
    if len(named) == len(bands) > 1 and len({m["name"] for m in named}) == 1 and len({m[0] for m in named}) > 1:
        return dict.fromkeys(bands, "")
    return _begun_by(reader, bands)


def _begun_by(reader: RowRoles, bands: dict[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    code, rows = "", 0
    for r in range(reader.schema.end_row, reader.grid.n_rows):
        role = reader.role(r)
        if role == "band":
            match = _CODED.match(bands[r])
            if match is None or match["code"] in found.values():
                return {}
            found[r] = code = match["code"]
        elif role in ("indicator", "action"):
            if not code or not _is_under(_code(reader, r), code):
                return {}
            rows += 1
    return found if len(found) > 1 and rows >= max(_FEWEST, len(found)) else {}


def _text(reader: RowRoles, r: int) -> str:
    return " ".join(cell_text(c).text for c in reader.cells(r) if not c.is_blank)


def _code(reader: RowRoles, r: int) -> str:
    own = code_text(reader.at(r, reader.schema.of("code")))
    cell = reader.at(r, reader.schema.of("action") or reader.schema.of("measure")) if own is None else None
    split = split_code(cell_text(cell).text) if cell is not None else None
    return own.text if own is not None else split.printed if split is not None else ""


def _is_under(code: str, band: str) -> bool:
    """Whether a code is that of a band with a number or a mark behind it; of a band that is numbered, its number is."""
    band = band.lstrip(f"{ascii_uppercase} ") or band
    rest = code[len(band) : len(band) + 1] if code.startswith(band) else ""
    return bool(rest) and not (rest.isdigit() if band[-1].isdigit() else rest.isalpha())
