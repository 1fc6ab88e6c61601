"""Which words are bold whose fonts are drawn, glyph by glyph (Type 3): PDFium gives these neither a name nor a weight.

Browsers write every font that they may not embed in this way, and what it was called stands in its descriptor. The
second engine's parser reads that; which font is which the widths of their letters tell.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from ctypes import addressof, c_float, c_int, c_uint, c_void_p
from typing import Any, NamedTuple

from planparse.readers.pdf.engines.pdfium import bulk
from planparse.readers.pdf.engines.pdfium_room import pointer, quick
from planparse.readers.pdf.page import Page, Word, in_bold, is_bold

_HEAVY = 600
_LETTERS = 24
"""Letters whose widths tell a font from the others of a page."""
_SAME = 0.6
"""Thousandths of its size by which the width of a letter may differ."""
_FEWEST = 4
"""Letters that tell one at least."""

Widths = dict[str, float]


class _Font(NamedTuple):
    bold: bool
    widths: Widths


class DrawnFonts:
    """The drawn fonts of one document, its pages asked about from the first to the last."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pages: Iterator[Any] | None = None
        self._next = 0
        self._latest: tuple[int, list[_Font]] = -1, []
        """The page asked about last, which comes again where its text is turned, and its fonts."""
        self._known: dict[int, _Font | None] = {}
        """By the number of their object."""

    def embolden(self, page: Page, objects: list[int | None]) -> None:
        """Makes the words bold whose fonts say so, where other fonts of the page do not; ``objects`` are the text
        objects of its words."""
        fonts = _fonts(page.words, objects)
        if len(set(fonts.values())) < 2:
            return
        named = self._of_page(page.number)
        asked = {font: _is_heavy(_widths(font, _text(page.words, fonts, font)), named) for font in set(fonts.values())}
        if True not in asked.values() or False not in asked.values():
            return
        for word in page.words:
            if asked.get(fonts.get(id(word), 0)):
                word.style = in_bold(word.style)
        page.styles = list({id(word.style): word.style for word in page.words}.values())

    def _of_page(self, number: int) -> list[_Font]:
        """The drawn fonts that the file names for a page; none where it cannot be read."""
        if self._latest[0] == number:
            return self._latest[1]
        try:
            if self._pages is None:
                self._pages = _open(self._data)
            page = None
            while self._next <= number:
                page, self._next = next(self._pages, None), self._next + 1
            if page is None:
                return []
            from pdfminer.pdftypes import dict_value

            fonts = dict_value(dict_value(page.resources).get("Font") or {})
            found = [self._font(reference) for reference in fonts.values()]
        except MemoryError:
            raise
        except Exception:  # a damaged file makes pdfminer raise almost anything
            return []
        self._latest = number, [font for font in found if font is not None]
        return self._latest[1]

    def _font(self, reference: Any) -> _Font | None:
        key = getattr(reference, "objid", None)
        if key is None:
            return _read(reference)
        if key not in self._known:
            self._known[key] = _read(reference)
        return self._known[key]


def _open(data: bytes) -> Iterator[Any]:
    import logging

    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    from planparse.readers.pdf.engines.plumber import end_reference_loops

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    end_reference_loops()
    return iter(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))


def _read(reference: Any) -> _Font | None:
    """What a drawn font says of itself; None for any other, and for one without a name."""
    from pdfminer.pdffont import PDFType3Font
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdftypes import dict_value, resolve1

    spec = dict_value(reference)
    if getattr(resolve1(spec.get("Subtype")), "name", "") != "Type3" or "FontDescriptor" not in spec:
        return None
    told = dict_value(spec["FontDescriptor"])
    name, weight = getattr(resolve1(told.get("FontName")), "name", ""), resolve1(told.get("FontWeight"))
    if not name:
        return None
    font = PDFType3Font(PDFResourceManager(), spec)
    widths: Widths = {}
    for code, width in font.widths.items():
        with suppress(Exception):  # a code that stands for no character
            if width and isinstance(code, int):
                widths.setdefault(font.to_unichr(code), float(width))
    return _Font(is_bold(name) or (isinstance(weight, int) and weight >= _HEAVY), widths)


def _fonts(words: list[Word], objects: list[int | None]) -> dict[int, int]:
    """The font of each word whose font has no name, by the word's identity."""
    font_of = quick("FPDFTextObj_GetFont", c_void_p)
    known: dict[int, int] = {}
    out: dict[int, int] = {}
    for word, item in zip(words, objects, strict=False):
        if item is None or word.style.font:
            continue
        if item not in known:
            known[item] = font_of(pointer(item)) or 0
        if known[item]:
            out[id(word)] = known[item]
    return out


def _text(words: list[Word], fonts: Mapping[int, int], font: int) -> str:
    """The first letters that words of a font have, each once."""
    letters: dict[str, None] = {}
    for word in words:
        if fonts.get(id(word)) == font:
            letters.update(dict.fromkeys(word.text))
            if len(letters) >= _LETTERS:
                break
    return "".join(letters)


def _widths(font: int, text: str) -> Widths:
    """The widths of letters as the engine knows them."""
    width_of = bulk("FPDFFont_GetGlyphWidth", c_int, c_void_p, c_uint, c_float, c_void_p)
    place = c_float()
    return {c: place.value for c in text if width_of(font, ord(c), 1000.0, addressof(place)) and place.value}


def _is_heavy(widths: Widths, named: list[_Font]) -> bool | None:
    """Whether the fonts with these widths are bold; None where there is none, or they do not agree."""
    found = {font.bold for font in named if _are_of(widths, font.widths)}
    return found.pop() if len(found) == 1 and len(widths) >= _FEWEST else None


def _are_of(widths: Widths, known: Widths) -> bool:
    return all(c in known and abs(known[c] - width) <= _SAME for c, width in widths.items())
