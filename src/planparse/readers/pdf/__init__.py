"""The PDF reader: words, lines and fills of each page -> tables and paragraphs -> Document."""

from __future__ import annotations

import gc

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document
from planparse.model.options import ReadOptions
from planparse.readers.pdf.page import Source


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a PDF.

    Raises ``InputRefused`` where the file is encrypted, damaged or has no text, and
    ``LimitExceeded`` where it has more pages or cells than allowed.
    """
    from planparse.readers.pdf.assemble import Assembly
    from planparse.readers.pdf.layout import lay_out

    source = open_source(data, options)
    # A page makes thousands of small objects and no cycles: looking for garbage among them is a tenth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        limits = options.limits
        if source.n_pages > limits.max_pages:
            raise LimitExceeded(f"the PDF has {source.n_pages} pages, more than {limits.max_pages}; raise --max-pages")
        assembly = Assembly(source.title, limits)
        for page in source.pages():
            assembly.add(lay_out(page))
        return assembly.document()
    finally:
        if collecting:
            gc.enable()
        source.close()


def open_source(data: bytes, options: ReadOptions) -> Source:
    """The PDF opened by the engine that the options name."""
    if b"%PDF-" not in data[:1024]:
        raise InputRefused("not a PDF: it does not begin with '%PDF-'")
    if options.pdf_engine == "pdfplumber":
        from planparse.readers.pdf.plumber import PlumberSource

        return PlumberSource(data)
    from planparse.readers.pdf.pdfium import PdfiumSource

    return PdfiumSource(data)


__all__ = ["open_source", "read"]
