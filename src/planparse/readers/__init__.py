"""Readers: bytes -> Document. One module a format, each with ``read(data, options) -> Document``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from planparse.errors import InputRefused
from planparse.model.document import Document
from planparse.model.options import ReadOptions
from planparse.readers.detect import detect

READERS = {
    "text": "planparse.readers.text",
    "markdown": "planparse.readers.markdown",
    "csv": "planparse.readers.csv",
    "html": "planparse.readers.html",
    "docx": "planparse.readers.docx",
    "xlsx": "planparse.readers.xlsx",
    "pdf": "planparse.readers.pdf",
    "office": "planparse.readers.office",
}
"""Format -> module. A module is imported only when a file of its format is read."""


def read_document(data: bytes, name: str, options: ReadOptions, format: str | None = None) -> Document:
    """Reads one file.

    ``name`` is used for its suffix only, and only where the content leaves the format open.
    Raises ``InputRefused`` for a file of no known format.
    """
    found = format or detect(data, name)
    if found not in READERS:
        raise InputRefused(f"unknown format '{found}'; known are {', '.join(sorted(READERS))}")
    document: Document = import_module(READERS[found]).read(data, options)
    return document


_LIBRARIES = {"docx": "lxml.etree", "html": "selectolax.lexbor", "pdf": "pypdfium2_raw", "xlsx": "openpyxl"}
_SUFFIXES = {"docm": "docx", "htm": "html", "xlsm": "xlsx", "txt": "text", "md": "markdown"}


def warm(suffix: str) -> None:
    """Loads the modules of the reader for such a name (``.pdf``), for a process that will read many.

    What the reader loads when it is used is loaded too. An unknown suffix loads nothing.
    """
    kind = suffix.lstrip(".").lower()
    name = READERS.get(_SUFFIXES.get(kind, kind))
    if name is None:
        return
    reader = import_module(name)
    for module in iter_modules(getattr(reader, "__path__", ()), f"{name}."):
        import_module(module.name)
    if library := _LIBRARIES.get(_SUFFIXES.get(kind, kind)):
        import_module(library)


__all__ = ["READERS", "detect", "read_document", "warm"]
