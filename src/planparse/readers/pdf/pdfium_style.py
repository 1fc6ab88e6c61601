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
        self._known: dict[tuple[float, ...], Style] = {}
        self._matrix = (c_float * 6)()
        self._at = addressof(self._matrix)
        self._colour = (c_uint * 4)()
        self._colour_at = tuple(addressof(self._colour) + 4 * k for k in range(4))
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
        self._known.clear()

    def of(self, text_page: int, indices: list[int]) -> list[Style]:
        """The style of each of these letters."""
        found = list(map(self._object_of, repeat(text_page), indices))
        objects = self._objects
        for index, key in zip(indices, found, strict=True):
            if key not in objects:
                objects[key] = self._look(text_page, index, key)
        return [objects[key] for key in found]

    def _look(self, text_page: int, index: int, key: int | None) -> Style:
        """The style of the letter ``index`` of the text object ``key``."""
        self._matrix_of(text_page, index, self._at)
        a, b, c, d = self._matrix[:4]
        if key is None:
            return self._make(a, b, c, d, 1.0, 0, 0, False, None)
        self._size_of(key, self._at)
        size, mode, font = self._matrix[0], self._mode_of(key), self._font_of(key) or 0
        red = green = blue = 0
        if mode in _FILLED and self._fill_of(key, *self._colour_at):
            red, green, blue, alpha = self._colour
            mode = mode if alpha else 3
        unmapped = self._unmapped_of(text_page, index) == 1
        values = (a, b, c, d, size, mode, font, red + green + blue > 3 * 250, unmapped)
        style = self._known.get(values)
        if style is None:
            style = self._known[values] = self._make(*values)
        return style

    def _make(
        self,
        a: float,
        b: float,
        c: float,
        d: float,
        size: float,
        mode: int,
        font: int,
        white: bool,
        unmapped: bool | None,
    ) -> Style:
        name, bold = self._font(font)
        return make_style(
            size=abs(size) * (math.hypot(c, d) or math.hypot(a, b)),
            bold=bold or mode == 2,
            direction=math.degrees(math.atan2(b, a)) - 90 * self.rotation,
            invisible=mode in (3, 7),
            white=white,
            font=name,
            unmapped=bool(unmapped),
        )

    def _font(self, font: int) -> tuple[str, bool]:
        """Name and boldness."""
        if not font:
            return "", False
        self._name_of(font, addressof(self._name), 128)
        name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
        return name, self._weight_of(font) >= 600
