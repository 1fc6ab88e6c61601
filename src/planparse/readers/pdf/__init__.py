"""The PDF reader: words, lines and fills of each page -> tables and paragraphs -> Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planparse.errors import InputRefused, LimitExceeded, PlanparseError
from planparse.model.document import Document, Note
from planparse.model.options import Limits, ReadOptions
from planparse.readers.pdf.engines import ocr
from planparse.readers.pdf.page import Page, Source

if TYPE_CHECKING:
    from planparse.readers.pdf.assemble import Assembly


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a PDF.

    Raises ``InputRefused`` where the file is encrypted, damaged or has no text, and
    ``LimitExceeded`` where it has more pages or cells than allowed.
    """
    from planparse.readers.pdf.assemble import Assembly
    from planparse.readers.pdf.engines.guard import look_over

    damage = look_over(data, options.limits)
    source = open_source(data, options)
    recogniser = ocr.Recogniser(data)
    try:
        limits = options.limits
        if source.n_pages > limits.max_pages:
            raise LimitExceeded(f"the PDF has {source.n_pages} pages, more than {limits.max_pages}; raise --max-pages")
        assembly = Assembly(source.title, limits)
        assembly.notes += damage
        pages = _pages(data, source, assembly.notes)
        _assemble(assembly, _recognised(pages, recogniser) if options.ocr else pages, limits)
        if not assembly.has_text and ocr.is_installed():
            assembly = Assembly(source.title, limits)
            _assemble(assembly, recogniser.pages(), limits)
        source.close()  # its memory serves the document
        document = assembly.document()
        return ocr.mark_unsure(document, recogniser.done) if recogniser.done else document
    finally:
        source.close()
        recogniser.close()


def _assemble(assembly: Assembly, pages: Iterator[Page], limits: Limits) -> None:
    from planparse.readers.pdf.layout import lay_out
    from planparse.readers.pdf.paragraphs.running import Running
    from planparse.readers.pdf.unruled.foot import take_foot
    from planparse.readers.pdf.unruled.known import Headers
    from planparse.readers.pdf.unruled.shared_columns import share_columns

    before, headers, running = None, Headers(), Running()
    for page in pages:
        layout = lay_out(page, before, limits.max_page_cells, headers, running)
        if before is not None:
            take_foot(before, layout)
            share_columns(before, layout)
            assembly.add(before)
        before = layout
    if before is not None:
        assembly.add(before)


def _recognised(pages: Iterator[Page], recogniser: ocr.Recogniser) -> Iterator[Page]:
    """The pages, those that are pictures without text as recognition reads them, where it finds any."""
    for page in pages:
        if page.is_scan and ocr.is_installed():
            read = recogniser.page(page.number)
            page.images = []  # looked at, so nobody needs to be told of it
            page = read if read.words else page
        yield page


def _pages(data: bytes, source: Source, notes: list[Note]) -> Iterator[Page]:
    """The pages, those that lose text at the first engine taken from the second where that has more of it."""
    second: Source | None = None
    asked = False
    for page in source.pages():
        if page.doubtful and not asked:
            asked, second = True, _second(data)
        if page.doubtful and second is not None:
            other = second.page(page.number)
            if _letters(other) > 1.05 * _letters(page):
                notes.append(
                    Note(
                        "warning",
                        "second-opinion",
                        f"page {page.number + 1}: PDFium loses text; read with pdfplumber instead",
                    )
                )
                page = other
        yield page
    if second is not None:
        second.close()


def _second(data: bytes) -> Source | None:
    from planparse.readers.pdf.engines.plumber import PlumberSource

    try:
        return PlumberSource(data)
    except PlanparseError:
        return None


def _letters(page: Page) -> int:
    return sum(len(word.text) for word in page.words if not word.style.unmapped)


def open_source(data: bytes, options: ReadOptions) -> Source:
    """The PDF opened by the engine that the options name."""
    if b"%PDF-" not in data[:1024]:
        raise InputRefused("not a PDF: it does not begin with '%PDF-'")
    if options.pdf_engine == "pdfplumber":
        from planparse.readers.pdf.engines.plumber import PlumberSource

        return PlumberSource(data)
    from planparse.readers.pdf.engines.pdfium import PdfiumSource

    return PdfiumSource(data, options.limits.max_marks)


__all__ = ["open_source", "read"]
