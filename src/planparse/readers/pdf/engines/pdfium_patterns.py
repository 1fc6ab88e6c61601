"""Areas that a pattern fills, such as a gradient: PDFium calls them white, and only its picture of the page tells."""

from __future__ import annotations

import ctypes
from typing import Any

from planparse.readers.pdf.engines.pdfium import library
from planparse.readers.pdf.page import WHITE, Fill, Page, Word

_BESIDE = 2.0
"""Points from a word to the place beside it where its ground is looked at."""
_MOST = 4_000
"""Points; a larger page is not looked at."""
_ANNOTATIONS, _GREY = 0x01, 250
"""Render what is drawn on top, too; the least part of a colour that counts as white."""


def colour_patterns(handle: Any, page: Page) -> None:
    """Gives the white areas under white text of the open page ``handle`` the colour that is seen there."""
    found = [(n, word) for n, fill in enumerate(page.fills) if fill.colour == WHITE if (word := _on(fill, page))]
    if not found or max(page.width, page.height) > _MOST:
        return
    lib = library()
    width, height = max(1, round(page.width)), max(1, round(page.height))
    bitmap = lib.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        return
    try:
        lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        lib.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, _ANNOTATIONS)
        stride = lib.FPDFBitmap_GetStride(bitmap)
        rows = ctypes.cast(lib.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_ubyte))
        for n, word in found:
            fill = page.fills[n]
            x = min(max(word.x0 - _BESIDE, fill.x0, 0), width - 1)
            y = min(max((word.top + word.bottom) / 2, 0), height - 1)
            at = int(y) * stride + 4 * int(x)
            blue, green, red = rows[at], rows[at + 1], rows[at + 2]
            if min(red, green, blue) < _GREY:
                page.fills[n] = Fill(*fill[:4], f"#{red:02x}{green:02x}{blue:02x}")
    finally:
        lib.FPDFBitmap_Destroy(bitmap)


def _on(fill: Fill, page: Page) -> Word | None:
    """A white word that stands on an area."""
    for word in page.words:
        beside = word.style.white and fill.x0 <= word.x0 and word.x1 <= fill.x1
        if beside and fill.top <= (word.top + word.bottom) / 2 <= fill.bottom:
            return word
    return None
