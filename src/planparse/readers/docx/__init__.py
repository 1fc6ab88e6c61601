"""Word files (.docx, and .docm as data: macros are never looked at)."""

from __future__ import annotations

from planparse.errors import InputRefused
from planparse.model.document import Document
from planparse.model.options import ReadOptions


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a Word file.

    Raises ``InputRefused`` for a file that is encrypted, damaged or not Word, and
    ``LimitExceeded`` for one that goes over ``options.limits``.
    """
    from planparse.readers.docx.body import read_package
    from planparse.readers.docx.package import Package

    try:
        return read_package(Package(data, options.limits), options)
    except RecursionError as cause:
        raise InputRefused("the document is nested too deeply to be a real one") from cause


__all__ = ["read"]
