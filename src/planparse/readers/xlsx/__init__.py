"""Workbooks of a plan: each visible sheet in order, values as Excel shows them."""

from __future__ import annotations

from planparse.errors import InputRefused
from planparse.model.document import Document
from planparse.model.options import ReadOptions


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a workbook; hidden sheets, rows and columns become asides.

    Raises ``InputRefused`` for a damaged or empty workbook and ``LimitExceeded`` beyond the zip and cell limits.
    """
    from planparse.readers.xlsx.archive import check_archive
    from planparse.readers.xlsx.book import read_book

    sources = check_archive(data, options.limits)
    document = read_book(data, options, sources)
    if not document.blocks and not document.asides:
        raise InputRefused("the workbook has no text")
    return document
