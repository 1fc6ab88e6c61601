"""The first engine: PDFium through its C interface, many calls in one go.

The functions are called with the interpreter lock held (``PYFUNCTYPE``) and driven by ``map``: one call
costs a third of a microsecond that way. PDFium is not safe for threads: one document at a time a process.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from planparse.errors import InputRefused, LimitExceeded
from planparse.readers.pdf.page import Page

_PASSWORD, _SECURITY = 4, 5
_REOPENED, _MOST_OPENED = 64, 16
"""Pages after which the file is opened anew, for PDFium keeps what it has read of every page until then; and how often
that may be, for a damaged file is searched from end to end each time."""


@cache
def library() -> Any:
    """PDFium's bindings, initialised once."""
    import pypdfium2_raw  # type: ignore[import-untyped]

    pypdfium2_raw.FPDF_InitLibrary()
    return pypdfium2_raw


@cache
def bulk(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A C function of PDFium that keeps the interpreter lock; fast enough for one call a letter."""
    address = ctypes.cast(getattr(library(), name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


class PdfiumSource:
    """An open PDF, read through PDFium. Raises ``InputRefused`` where it cannot be opened."""

    def __init__(self, data: bytes, max_marks: int | None = None) -> None:
        self._max_marks = max_marks
        from planparse.readers.pdf.engines.drawn_fonts import DrawnFonts
        from planparse.readers.pdf.engines.pdfium_style import Styles

        lib = library()
        self._data = data
        self._document = lib.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            if lib.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
                raise InputRefused("the PDF is encrypted; remove its password and try again")
            raise InputRefused("the PDF is damaged and cannot be opened; save or export it again")
        self.n_pages: int = lib.FPDF_GetPageCount(self._document)
        if self.n_pages <= 0:
            self.close()
            raise InputRefused("the PDF is damaged and has no pages; save or export it again")
        self.title = self._meta(b"Title")
        self._styles = Styles()
        self._drawn = DrawnFonts(data)

    def _meta(self, key: bytes) -> str | None:
        lib = library()
        size = lib.FPDF_GetMetaText(self._document, key, None, 0)
        if size <= 2:
            return None
        buffer = ctypes.create_string_buffer(size)
        lib.FPDF_GetMetaText(self._document, key, buffer, size)
        return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip() or None

    def pages(self) -> Iterator[Page]:
        step = max(_REOPENED, self.n_pages // _MOST_OPENED)
        for number in range(self.n_pages):
            if number and number % step == 0:
                self.close()
                self._document = library().FPDF_LoadMemDocument64(self._data, len(self._data), None)
            yield from self._opened(number)

    def page(self, number: int) -> Page:
        """One page by its number, from zero, without access to its letters."""
        return next(iter(self._opened(number)))

    def _opened(self, number: int) -> Iterator[Page]:
        """The page, which stays open while the caller holds it."""
        from planparse.readers.pdf.engines.pdfium_paths import read_paths
        from planparse.readers.pdf.engines.pdfium_patterns import colour_patterns
        from planparse.readers.pdf.engines.pdfium_text import PageText
        from planparse.readers.pdf.engines.pdfium_twice import drawn_twice, embolden
        from planparse.readers.pdf.engines.pdfium_view import View
        from planparse.readers.pdf.words.turning import main_angle

        lib = library()
        handle = lib.FPDF_LoadPage(self._document, number)
        if not handle:
            yield Page(number, 0.0, 0.0, damaged=True, doubtful=True)
            return
        text = None
        turn = 0
        try:
            for _ in range(2):
                self._check_marks(lib.FPDFPage_CountObjects(handle), number)
                text = lib.FPDFText_LoadPage(handle)
                self._check_marks(lib.FPDFText_CountChars(text) if text else 0, number)
                view = View.of(handle)
                page = Page(number, view.width, view.height, turn=turn)
                texts = read_paths(handle, view, page)
                self._styles.new_page(view.rotation)
                count = PageText(text, view, self._styles).read(page) if text else 0
                drawn = sum(map(len, texts))
                page.doubtful = count < 0.5 * drawn or _mostly_unmapped(page)
                if drawn > self._styles.objects_met and not any(style.bold for style in page.styles):
                    twice = drawn_twice(texts)
                    objects = self._styles.objects(text, [w.first for w in page.words]) if twice else []
                    embolden(page.words, objects, twice)
                    page.styles = list({id(word.style): word.style for word in page.words}.values())
                if any(not style.font for style in page.styles) and not any(style.bold for style in page.styles):
                    self._drawn.embolden(page, self._styles.objects(text, [w.first for w in page.words]))
                turn = 0 if page.level else main_angle(page.words)
                if turn == 0 or page.turn:
                    break
                # PDFium orders and joins letters as they are shown: the page is shown with its text upright.
                lib.FPDFPage_SetRotation(handle, (view.rotation + turn // 90) % 4)
                lib.FPDFText_ClosePage(text)
                text = None
            if [style for style in page.styles if style.white]:
                colour_patterns(handle, page)
            yield page
        finally:
            if text:
                lib.FPDFText_ClosePage(text)
            lib.FPDF_ClosePage(handle)

    def _check_marks(self, count: int, number: int) -> None:
        if self._max_marks is not None and count > self._max_marks:
            raise LimitExceeded(
                f"page {number + 1} of the PDF has more than {self._max_marks:,} letters or lines; "
                "raise --max-marks if it can be trusted"
            )

    def close(self) -> None:
        if self._document:
            library().FPDF_CloseDocument(self._document)
            self._document = None


def _mostly_unmapped(page: Page) -> bool:
    if not [style for style in page.styles if style.unmapped]:
        return False
    unmapped = [word for word in page.words if word.style.unmapped]
    return len(unmapped) > 0.2 * len(page.words)
