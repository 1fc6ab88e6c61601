"""Columns under one header cell that no row below parts: they are one. One that has but a part of a title is none."""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES, Slots
from planparse.model.document import Cell


def share_names(columns: list[Column], header: Slots) -> bool:
    """Whether a column has the lowest header cell of the one to its left, or no name of its own under a title."""
    return any(_is_covered(c, header) or _shares_name(c, header) or _is_unnamed(c, header) for c in columns)


def whole_columns(columns: list[Column], header: Slots, below: Slots) -> list[Column]:
    """The columns, those made one that share their names and all rows ``below``.

    Where they have another title each, the end of one over the texts and the begin of one over values, the border of
    the titles was drawn, or guessed, a little aside, and they are of the values.
    """
    out: list[Column] = []
    for c in columns:
        if _is_covered(c, header) and not _parted(c, below):
            continue
        if _is_unnamed(c, header) and all(_blank(line[c.index]) for line in below):
            continue
        last = out[-1] if out and out[-1].index == c.index - 1 and _shares_name(c, header) else None
        if last is None or (last.role in VALUE_ROLES) is (c.role in VALUE_ROLES) or _parted(c, below):
            out.append(c)
        else:
            out[-1] = replace(last if last.role in VALUE_ROLES else c, index=last.index)
    return out


def _parted(c: Column, below: Slots) -> bool:
    """Whether a row parts a column from the one to its left."""
    return any(line[c.index] is not line[c.index - 1] and not _blank(line[c.index]) for line in below)


def _is_covered(c: Column, header: Slots) -> bool:
    i = c.index
    return i > 0 and all(line[i] is not None and line[i] is line[i - 1] for line in header)


def _shares_name(c: Column, header: Slots) -> bool:
    """Whether the lowest header cell of a column is that of the one to its left, and what stands over it is not."""
    i, names = c.index, header[-1]
    return i > 0 and names[i] is names[i - 1] and not _blank(names[i]) and not _is_covered(c, header)


def _is_unnamed(c: Column, header: Slots) -> bool:
    """Whether nothing stands in the header of a column but the title that it has from the one to its left."""
    i = c.index
    over = [line[i] for line in header[:-1] if not _blank(line[i])]
    title = i > 0 and bool(over) and all(line[i] is line[i - 1] for line in header[:-1] if not _blank(line[i]))
    return title and _blank(header[-1][i]) and not _blank(header[-1][i - 1])


def _blank(cell: Cell | None) -> bool:
    return cell is None or cell.is_blank
