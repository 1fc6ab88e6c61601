"""Each repair pass alone, from a document to a document and what it mended."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace

from planparse import repair as passes
from planparse.model.document import Aside, Document, Grid
from planparse.model.trace import Repair
from planparse.repair.profiles import Profiles
from planparse.repair.spelling import Spelling

Mended = tuple[Document, list[Repair]]


def unmark(document: Document, placeholders: Container[str]) -> Mended:
    repairs: list[Repair] = []
    return replace(document, blocks=tuple(passes.unmark(document.blocks, repairs))), repairs


def stitch(document: Document, placeholders: Container[str]) -> Mended:
    repairs: list[Repair] = []
    asides: list[Aside] = []
    blocks = tuple(passes.stitch(document.blocks, placeholders, repairs, asides))
    return replace(document, blocks=blocks, asides=document.asides + tuple(asides)), repairs


def realign(document: Document, placeholders: Container[str]) -> Mended:
    repairs: list[Repair] = []
    profiles = Profiles(placeholders)
    for block in document.blocks:
        if isinstance(block, Grid):
            profiles.add(block)
    return _each(document, lambda grid: passes.realign(grid, profiles, repairs)), repairs


def rejoin(document: Document, placeholders: Container[str]) -> Mended:
    repairs: list[Repair] = []
    spelling = Spelling(document.blocks)
    return _each(document, lambda grid: passes.rejoin(grid, spelling, placeholders, repairs)), repairs


def _each(document: Document, mend: Callable[[Grid], Grid]) -> Document:
    return replace(document, blocks=tuple(mend(b) if isinstance(b, Grid) else b for b in document.blocks))
