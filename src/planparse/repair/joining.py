"""The fragments of a table made one grid, whose columns are those of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planparse.model.document import Cell, Grid, Seam, SeamKind
from planparse.model.trace import Repair, Repairs
from planparse.repair.fitting import TOLERANCE


def as_one(grids: list[Grid], repairs: Repairs) -> Grid:
    """The fragments below each other, with a seam where each but the first begins."""
    if len(grids) == 1:
        return grids[0]
    grids = _as_wide(grids)
    edges = _union([g.edges for g in grids if g.edges]) if all(g.edges for g in grids) else None
    kind: SeamKind = "page" if edges else "gap"
    seams: list[Seam] = []
    rows = 0
    for number, grid in enumerate(grids):
        if number:
            seams.append(Seam(rows, kind))
            places = tuple(p for c in grid.cells if c.row == 0 for p in c.places)
            repairs.append(Repair("stitched", f"joined to the table before it, at a {kind} break", places))
        seams += [Seam(s.row + rows, s.kind) for s in grid.seams]
        rows += grid.n_rows
    width = len(edges) - 1 if edges else max(g.n_cols for g in grids)
    cells = tuple(_cells(grids, edges))
    return replace(grids[0], cells=cells, n_rows=rows, n_cols=width, seams=tuple(seams), edges=edges)


def _as_wide(grids: list[Grid]) -> list[Grid]:
    """The fragments, those of labels with texts beside them as wide as the widest one: see ``fitting``."""
    end = max((g.edges[-1] for g in grids if g.edges), default=0.0)
    return [
        replace(g, edges=(*g.edges[:2], end)) if g.edges and len(g.edges) == 3 and g.edges[-1] < end else g
        for g in grids
    ]


def _cells(grids: list[Grid], edges: tuple[float, ...] | None) -> Iterator[Cell]:
    """The cells of all fragments where they stand in the whole table, whose borders are ``edges``."""
    offset = 0
    for grid in grids:
        at = _places_of(grid.edges, edges) if edges and grid.edges else range(grid.n_cols + 1)
        for cell in grid.cells:
            col = at[cell.col]
            span = max(1, at[cell.end_col] - col)
            yield cell.moved(cell.row + offset, col, span)
        offset += grid.n_rows


def _union(all_edges: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """The borders of all fragments, those within the tolerance taken as one, each relative to its own left."""
    first = all_edges[0]
    merged = list(first)
    for edges in all_edges[1:]:
        if _is_same_columns(first, edges):
            continue
        shift = edges[0] - first[0]
        merged += [e - shift for e in edges if min(abs(e - shift - m) for m in merged) > TOLERANCE]
    return tuple(sorted(merged))


def _places_of(edges: tuple[float, ...], union: tuple[float, ...]) -> Sequence[int]:
    """For each border of a fragment the one of the whole table that it is."""
    if _is_same_columns(union, edges):
        return range(len(edges))
    shift = edges[0] - union[0]
    return [_nearest(union, e - shift) for e in edges]


def _is_same_columns(first: tuple[float, ...], edges: tuple[float, ...]) -> bool:
    """As many borders, each nearer to its own than to another: where none is drawn, the texts of a page place them."""
    if len(first) != len(edges):
        return False
    shift = edges[0] - first[0]
    moved = tuple(e - shift for e in edges)
    return all(_nearest(first, x) == k and _nearest(moved, first[k]) == k for k, x in enumerate(moved))


def _nearest(edges: tuple[float, ...], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))
