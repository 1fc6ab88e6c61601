"""Repair passes: Document -> Document and what was mended.

Each pass is closed and idempotent. The order matters: unmark cleans the texts, stitch makes
the seams, realign undoes shifts, rejoin joins the halves of a row at a seam.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from planparse.model.document import Document
from planparse.model.trace import Repair
from planparse.repair.realign import realign
from planparse.repair.rejoin import rejoin
from planparse.repair.stitch import stitch
from planparse.repair.unmark import unmark

Pass = Callable[[Document, Container[str]], tuple[Document, list[Repair]]]

PASSES: tuple[Pass, ...] = (unmark, stitch, realign, rejoin)


def repair(document: Document, placeholders: Container[str]) -> tuple[Document, list[Repair]]:
    """Runs all passes. ``placeholders``: the squashed words that stand for a value."""
    repairs: list[Repair] = []
    for one in PASSES:
        document, made = one(document, placeholders)
        repairs += made
    return document, repairs


__all__ = ["PASSES", "Pass", "realign", "rejoin", "repair", "stitch", "unmark"]
