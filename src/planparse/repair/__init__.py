"""Repair: Document -> Document and what was mended.

Each pass is closed and idempotent. The order matters: unmark cleans the texts, torn paragraphs are joined, stitch makes
the seams, realign undoes shifts, rejoin joins the halves of a row at a seam. The last two need to know the whole
document, so they come in a second walk.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from planparse.model.document import Aside, Document, Element, Grid
from planparse.model.shelf import Shelf
from planparse.model.trace import Repair
from planparse.repair.nested import in_cells, join_nested, rejoin_nested
from planparse.repair.paragraphs import rejoin_paragraphs
from planparse.repair.profiles import Profiles
from planparse.repair.realign import realign
from planparse.repair.rejoin import rejoin
from planparse.repair.spelling import Spelling
from planparse.repair.stitch import stitch
from planparse.repair.unmark import unmark


def repair(document: Document, placeholders: Container[str]) -> tuple[Document, Shelf[Repair]]:
    """Runs all passes. ``placeholders``: the squashed words that stand for a value."""
    repairs: Shelf[Repair] = Shelf(size=64)
    asides: list[Aside] = []
    is_packed = any(isinstance(e, Grid) and e.is_packed for e in document.blocks)
    profiles = Profiles(placeholders)

    def stitched() -> Iterator[Element]:
        at_hand = (e.at_hand() if isinstance(e, Grid) else e for e in document.blocks)
        whole = in_cells(rejoin_paragraphs(unmark(at_hand, repairs), repairs), placeholders)
        for element in stitch(whole, placeholders, repairs, asides):
            if isinstance(element, Grid):
                element = join_nested(element, placeholders, repairs, asides)
                profiles.add(element)
            yield element.packed() if isinstance(element, Grid) and is_packed else element

    elements = tuple(stitched())
    spelling = Spelling(elements)

    def mended(grid: Grid) -> Grid:
        halves = realign(grid.at_hand(), profiles, repairs)
        grid = rejoin(halves, spelling, placeholders, repairs)
        grid = realign(grid, profiles, repairs) if grid is not halves else grid  # a torn row shows its shift when whole
        grid = rejoin_nested(grid, spelling, placeholders, repairs)
        return grid.packed() if is_packed else grid

    elements = tuple(mended(e) if isinstance(e, Grid) else e for e in elements)
    return replace(document, blocks=elements, asides=document.asides + tuple(asides)), repairs


__all__ = ["realign", "rejoin", "repair", "stitch", "unmark"]
