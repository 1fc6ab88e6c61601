"""Size, weight, direction and visibility of letters, looked up once for each text object of a page."""

from __future__ import annotations

import math
from ctypes import addressof, c_char, c_float, c_int, c_size_t, c_uint, c_void_p
from itertools import repeat

from planparse.readers.pdf.page import Style, make_style
from planparse.readers.pdf.pdfium import bulk

_FILLED = (0, 4)


class Styles:
    """The styles of one document; equal styles are one object over all its pages."""

    def __init__(self) -> None:
        self.rotation = 0
        self._objects: dict[int | None, Style] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._matrix = (c_float * 6)()
        self._colour = (c_uint * 4)()
        self._size = c_float()
        self._name = (c_char * 128)()
        self._object_of = bulk("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
        self._matrix_of = bulk("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
        self._size_of = bulk("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
        self._mode_of = bulk("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
        self._font_of = bulk("FPDFTextObj_GetFont", c_void_p, c_void_p)
        self._fill_of = bulk("FPDFPageObj_GetFillColor", c_int, *[c_void_p] * 5)
        self._weight_of = bulk("FPDFFont_GetWeight", c_int, c_void_p)
        self._name_of = bulk("FPDFFont_GetBaseFontName", c_size_t, c_void_p, c_void_p, c_size_t)
        self._unmapped_of = bulk("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)

    def new_page(self, rotation: int) -> None:
        """Text objects end with their page, and their addresses are used again."""
        self.rotation = rotation
        self._objects.clear()
        self._fonts.clear()

    def of(self, text_page: int, indices: list[int]) -> list[Style]:
        """The style of each of these letters."""
        found = list(map(self._object_of, repeat(text_page), indices))
        objects = self._objects
        for index, key in zip(indices, found, strict=True):
            if key not in objects:
                objects[key] = self._look(text_page, index, key)
        return [objects[key] for key in found]

    def _look(self, text_page: int, index: int, key: int | None) -> Style:
        self._matrix_of(text_page, index, addressof(self._matrix))
        a, b, c, d = self._matrix[:4]
        size, mode, font, bold, white = 1.0, 0, "", False, False
        if key is not None:
            self._size_of(key, addressof(self._size))
            size, mode = self._size.value, self._mode_of(key)
            font, bold = self._font(self._font_of(key))
            colour = addressof(self._colour)
            if self._fill_of(key, colour, colour + 4, colour + 8, colour + 12) and mode in _FILLED:
                red, green, blue, alpha = self._colour
                white = min(red, green, blue) >= 250
                mode = mode if alpha else 3
        return make_style(
            size=abs(size) * (math.hypot(c, d) or math.hypot(a, b)),
            bold=bold or mode == 2,
            direction=math.degrees(math.atan2(b, a)) - 90 * self.rotation,
            invisible=mode in (3, 7),
            white=white,
            font=font,
            unmapped=self._unmapped_of(text_page, index) == 1,
        )

    def _font(self, font: int | None) -> tuple[str, bool]:
        """Name and boldness."""
        if font is None:
            return "", False
        if font not in self._fonts:
            self._name_of(font, addressof(self._name), 128)
            name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
            self._fonts[font] = (name, self._weight_of(font) >= 600)
        return self._fonts[font]
