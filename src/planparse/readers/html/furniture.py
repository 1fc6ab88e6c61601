"""What is the plan and what is the page around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.readers.html.raw import Item, Piece, RawTable, Region


def flatten(items: Sequence[Item]) -> list[Item]:
    """Tables that only lay the page out give way to what their cells hold."""
    out: list[Item] = []
    waiting: list[Iterator[Item]] = [iter(items)]
    while waiting:
        for item in waiting[-1]:
            if isinstance(item, RawTable) and is_layout(item):
                held = [*item.captions, *(inner for row in item.rows for cell in row.cells for inner in cell.items)]
                waiting.append(iter(held))
                break
            out.append(item)
        else:
            waiting.pop()
    return out


def is_layout(table: RawTable) -> bool:
    """Says so itself; is one cell; or holds tables in its only row, its only column or under a heading."""
    if table.evidence:
        return False
    if table.is_layout or sum(len(row.cells) for row in table.rows) == 1:
        return True
    nested = [cell for row in table.rows for cell in row.cells if cell.tables]
    if not nested:
        return False
    if sum(bool(row.cells) for row in table.rows) == 1 or all(len(row.cells) <= 1 for row in table.rows):
        return True
    return any(isinstance(item, Piece) and item.heading is not None for cell in nested for item in cell.items)


def is_data(table: RawTable) -> bool:
    """Two rows and two columns with text, and not a menu of links."""
    rows = [[cell for cell in row.cells if _has_text(cell.items)] for row in table.rows]
    pieces = [item for row in rows for cell in row for item in cell.items if isinstance(item, Piece)]
    if pieces and all(piece.linked for piece in pieces):
        return False
    return sum(len(row) >= 2 for row in rows) >= 2


def _has_text(items: Sequence[Item]) -> bool:
    return any(isinstance(item, RawTable) or item.kind is None for item in items)


def mark_furniture(items: Sequence[Item]) -> set[int]:
    """The positions in ``items`` of the page's own text, with a reason put into each Piece.

    Nothing is furniture where everything would be. A region that holds data stays; so does the first heading of a page
    that has no other, and a header that is one of several or stands below another heading: it heads a part of the plan.
    Where a main part holds the text, what is outside of it is furniture unless it is data.
    """
    kept, headed = _regions_with_data(items), _headed(items)
    if len(headed) > 1:
        kept |= headed
    has_main = _main_holds_the_text(items)
    out: set[int] = set()
    begun = False
    for at, item in enumerate(items):
        if begun and item.region in headed:
            kept.add(item.region)
        reason = _reason(item, kept, has_main)
        begun |= reason is None and isinstance(item, Piece) and item.heading is not None
        if reason is not None:
            out.add(at)
            if isinstance(item, Piece) and item.kind is None:
                item.reason = reason
    flow = [at for at, item in enumerate(items) if isinstance(item, RawTable) or item.kind is None]
    if all(at in out for at in flow):
        return set()
    if not any(_is_title(items[at]) for at in flow if at not in out):
        out -= {at for at in flow if at in out and _is_title(items[at])}
    return out


def _is_title(item: Item) -> bool:
    return isinstance(item, Piece) and item.heading in (0, 1)


def _chain(region: Region | None) -> Iterator[Region]:
    while region is not None:
        yield region
        region = region.parent


def _regions_with_data(items: Sequence[Item]) -> set[Region]:
    tables = [item for item in items if item.region is not None and isinstance(item, RawTable) and is_data(item)]
    return {region for table in tables for region in _chain(table.region)}


def _headed(items: Sequence[Item]) -> set[Region]:
    """Header elements with a heading of a lower level in them: of the page, or of a part of the plan."""
    return {
        item.region
        for item in items
        if isinstance(item, Piece) and item.region is not None and item.region.name in ("page header", "header")
        if item.heading is not None and item.heading > 1 and not item.linked
    }


def _reason(item: Item, kept: set[Region], has_main: bool) -> str | None:
    inside_main = False
    for region in _chain(item.region):
        if region.kind == "main":
            inside_main = True
        elif region.kind == "furniture" and region not in kept:
            return region.name
    if has_main and not inside_main and not (isinstance(item, RawTable) and is_data(item)):
        return "outside the main part"
    return None


def _main_holds_the_text(items: Sequence[Item]) -> bool:
    inside = [any(region.kind == "main" for region in _chain(item.region)) for item in items]
    if not any(inside):
        return False
    sizes = [_size(item) for item in items]
    return 2 * sum(size for size, within in zip(sizes, inside, strict=True) if within) > sum(sizes)


def _size(item: Item) -> int:
    if isinstance(item, Piece):
        return len(item.text) if item.kind is None else 0
    return sum(
        len(piece.text) for row in item.rows for cell in row.cells for piece in cell.items if isinstance(piece, Piece)
    )
