"""Unmark: tags that a converter left in the text are taken out."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from planparse.model.document import Cell, Document, Grid, Paragraph
from planparse.model.trace import Repair
from planparse.text import strip_markup


def unmark(document: Document, placeholders: Container[str]) -> tuple[Document, list[Repair]]:
    """Takes leaked tags out of cells and paragraphs. The text around them stays as it is."""
    repairs: list[Repair] = []
    blocks: list[Paragraph | Grid] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks.append(_grid(block, repairs))
        else:
            text, tags = strip_markup(block.text)
            if tags:
                repairs.append(Repair("markup_removed", _detail(tags), block.places, (block.text,)))
            blocks.append(replace(block, text=text.strip()) if tags else block)
    return (replace(document, blocks=tuple(blocks)), repairs) if repairs else (document, repairs)


def _grid(grid: Grid, repairs: list[Repair]) -> Grid:
    cells = tuple(_cell(c, repairs) if c.tables or any("<" in b.text for b in c.blocks) else c for c in grid.cells)
    return replace(grid, cells=cells) if cells != grid.cells else grid


def _cell(cell: Cell, repairs: list[Repair]) -> Cell:
    stripped = [strip_markup(b.text) for b in cell.blocks]
    tags = [tag for _, found in stripped for tag in found]
    tables = tuple(_grid(t, repairs) for t in cell.tables)
    if not tags:
        return replace(cell, tables=tables) if tables != cell.tables else cell
    repairs.append(Repair("markup_removed", _detail(tags), cell.places, (cell.text,)))
    blocks = tuple(replace(b, text=text.strip()) for b, (text, _) in zip(cell.blocks, stripped, strict=True))
    return replace(cell, blocks=blocks, tables=tables)


def _detail(tags: list[str]) -> str:
    return f"leaked markup taken out: {', '.join(tags)}"
