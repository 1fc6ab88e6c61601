"""A header drawn as a grid, right over rows that have rules between them alone: two tables that are one.

|  Service  |  Measure  |  2025/26  |  2026/27  |   <- bordered, maybe painted
              Visits       3,000       3,200
   Pools     ------------------------------------
              Swims        2,400       2,500
  -----------------------------------------------
"""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import words_text
from planparse.readers.pdf.words.runs import is_value, is_year

_SAME = 2.0
"""Points by which the column borders of both may differ."""
_CLOSE = 8.0
"""Points from the end of the header to the first row."""
_ROWS = 4
"""Rows of a header at most."""


def with_drawn_heads(tables: list[Table]) -> list[Table]:
    """The tables, those of rules between rows made one with the header that stands right over them."""
    bodies = [t for t in tables if t.settled]
    heads = [t for t in tables if not t.settled and len(t.ys) <= _ROWS + 1] if bodies else []
    gone: set[int] = set()
    made: dict[int, Table] = {}
    for body in bodies:
        head = next((h for h in heads if id(h) not in gone and _stands_over(h, body) and _names(h)), None)
        if head is not None and not _names(replace(body, cells=[c for c in body.cells if c.slab.row == 0])):
            gone.add(id(head))
            made[id(body)] = _joined(head, body)
    return [made.get(id(t), t) for t in tables if id(t) not in gone]


def _stands_over(head: Table, body: Table) -> bool:
    same = len(head.xs) == len(body.xs) and all(abs(a - b) < _SAME for a, b in zip(head.xs, body.xs, strict=True))
    return same and -_SAME < body.ys[0] - head.ys[-1] < _CLOSE


def _names(table: Table) -> bool:
    """Whether all texts are bold, in two columns or more, and none is a value."""
    filled = [cell for cell in table.cells if cell.words]
    if len({cell.slab.col for cell in filled}) < 2 or not all(w.style.bold for cell in filled for w in cell.words):
        return False
    texts = [words_text(cell.words) for cell in filled]
    return not any(is_value(text) and not is_year(text) for text in texts)


def _joined(head: Table, body: Table) -> Table:
    height = len(head.ys) - 1
    ys = [*head.ys[:-1], (head.ys[-1] + body.ys[0]) / 2, *body.ys[1:]]
    rows: list[TableCell] = [*head.cells]
    for cell in body.cells:
        cell.slab = replace(cell.slab, row=cell.slab.row + height)
        rows.append(cell)
    evidence = [*head.evidence, *body.evidence, "a header drawn as a grid over its rows"]
    return replace(body, ys=ys, cells=rows, evidence=evidence)
