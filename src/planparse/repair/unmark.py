"""Unmark: tags that a converter left in the text are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import is_

from planparse.model.document import Cell, Element, Grid, Paragraph
from planparse.model.trace import Repair, Repairs
from planparse.text import strip_markup


def unmark(elements: Iterable[Element], repairs: Repairs) -> Iterator[Element]:
    """Takes leaked tags out of cells and paragraphs. The text around them stays as it is."""
    for element in elements:
        yield _grid(element, repairs) if isinstance(element, Grid) else _paragraph(element, repairs)


def _paragraph(paragraph: Paragraph, repairs: Repairs) -> Paragraph:
    text, tags = strip_markup(paragraph.text)
    if not tags:
        return paragraph
    repairs.append(Repair("markup_removed", _detail(tags), paragraph.places, (paragraph.text,)))
    return replace(paragraph, text=text.strip())


def _grid(grid: Grid, repairs: Repairs) -> Grid:
    cells = tuple(_cell(c, repairs) if c.tables or any("<" in b.text for b in c.blocks) else c for c in grid.cells)
    return grid if all(map(is_, cells, grid.cells)) else replace(grid, cells=cells)


def _cell(cell: Cell, repairs: Repairs) -> Cell:
    stripped = [strip_markup(b.text) for b in cell.blocks]
    tags = [tag for _, found in stripped for tag in found]
    tables = tuple(_grid(t, repairs) for t in cell.tables)
    if not tags:
        return cell if all(map(is_, tables, cell.tables)) else replace(cell, tables=tables)
    repairs.append(Repair("markup_removed", _detail(tags), cell.places, (cell.text,)))
    blocks = tuple(replace(b, text=text.strip()) for b, (text, _) in zip(cell.blocks, stripped, strict=True))
    return replace(cell, blocks=blocks, tables=tables)


def _detail(tags: list[str]) -> str:
    return f"leaked markup taken out: {', '.join(tags)}"
