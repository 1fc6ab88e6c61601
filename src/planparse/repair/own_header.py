"""Whether a fragment of a table begins with a header of its own."""

from __future__ import annotations

import re
from collections.abc import Container

from planparse.model.document import Cell, Grid
from planparse.repair.shape import begins_code, folded, is_number, is_tail, is_value

_BRACKETED = re.compile(r"\([^()]*\)")
_NAMES = 3
"""Names of a header at least."""


def has_header(grid: Grid, placeholders: Container[str]) -> bool:
    """Whether the first row, or the one below a title, is a header of its own: words over columns of values."""
    rows = grid.rows()
    if grid.header_rows:
        return True
    if len(rows) > 2 and _is_title(rows[0]) and _are_names(rows[1], placeholders):
        return True
    head = [c for c in rows[0] if not c.is_blank]
    texts = [folded(c) for c in head]
    if len(head) < _NAMES or any(
        is_value(t, placeholders) or is_tail(t) or begins_code(t) or is_number(t) for t in texts
    ):
        return False
    valued = {c.col for row in rows[1:] for c in row if is_value(folded(c), placeholders)}
    if valued.issuperset(c.col for c in head):
        return False  # The second row of a header that the break tore: nothing names the texts.
    if all(c.is_header or all(b.bold for b in c.blocks if b.text) for c in head):
        return True
    return sum(c.col in valued for c in head) >= max(1, len(head) // 2)


def _is_title(row: list[Cell]) -> bool:
    """Whether nothing but one bold text stands in a row, at its begin; one in brackets goes on with what is above."""
    texts = [c for c in row if not c.is_blank]
    if len(texts) != 1 or texts[0].col or _BRACKETED.fullmatch(folded(texts[0])):
        return False
    return all(b.bold for b in texts[0].blocks if b.text)


def _are_names(row: list[Cell], placeholders: Container[str]) -> bool:
    """Whether a row has bold names in all of its columns, three or more of them."""
    texts = [folded(c) for c in row]
    if len(row) < _NAMES or any(c.is_blank for c in row) or any(is_value(t, placeholders) for t in texts):
        return False
    return all(b.bold for c in row for b in c.blocks if b.text)
