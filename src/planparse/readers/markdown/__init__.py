"""Markdown: written by hand, or left by a converter that read a PDF or a Word file."""

from __future__ import annotations

from planparse.errors import InputRefused
from planparse.model.document import Document
from planparse.model.options import ReadOptions
from planparse.readers.charset import decode


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads the blocks that plans are made of: headings, paragraphs, lists, pipe tables, HTML tables.

    Places carry the line of the file. Raises ``InputRefused`` without any text, ``LimitExceeded`` beyond the limits.
    """
    from planparse.readers.markdown.blocks import BlockReader

    text, notes = decode(data)
    reader = BlockReader(text, options)
    reader.run()
    if not reader.blocks and not reader.asides:
        raise InputRefused("no text in this file")
    found = (*notes, *reader.notes)
    return Document("markdown", tuple(reader.blocks), tuple(reader.asides), found, reader.title)
