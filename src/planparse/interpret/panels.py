"""A cell that is a panel of its own: labels over their texts, one below the other, and tables after them."""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.labels import Label, match_label
from planparse.interpret.row_heads import BLOCK_ROLES, TEXTS
from planparse.model.document import Block, Cell
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_ROLES = (BLOCK_ROLES | TEXTS) - {"objective", "extra"}


def panel_texts(cell: Cell, vocabulary: Vocabulary) -> list[tuple[Label, Cell]]:
    """The labels of a cell, each with what stands behind and below it; none where the cell does not begin with one or
    none stands over a text. A bold line that no wording knows is a label too.

    "Lead: Head of Parks", "Milestones" over two bullets.
    """
    found: list[tuple[Label, list[Block]]] = []
    for block in cell.blocks:
        label = _label(block, vocabulary)
        if label is not None:
            found.append((label, [replace(block, text=label.rest, marker=None)] if label.rest else []))
        elif not block.text.strip():
            continue
        elif not found:
            return []
        elif block.bold and block.marker is None and found[-1][1] and not found[-1][1][-1].bold:
            found.append((Label("extra", fold(block.text).rstrip(" :")), []))
        else:
            found[-1][1].append(block)
    over = any(blocks and not label.rest for label, blocks in found)
    return [(label, replace(cell, blocks=tuple(own), tables=())) for label, own in found if own] if over else []


def _label(block: Block, vocabulary: Vocabulary) -> Label | None:
    """A line of its own in bold type, or one with a colon behind the label."""
    text = block.text.strip()
    label = match_label(text, vocabulary) if block.marker is None and (block.bold or ":" in text) else None
    return label if label is not None and label.role in _ROLES else None
