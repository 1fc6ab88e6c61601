"""Size, weight, direction and visibility of letters, looked up once for each text object of a page."""

from __future__ import annotations

import math
from collections import deque
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
        new = dict(zip(reversed(found), reversed(indices), strict=True))
        for key in objects:
            new.pop(key, None)
        if new:
            self._look(text_page, new)
        return [objects[key] for key in found]

    def _look(self, text_page: int, new: dict[int | None, int]) -> None:
        """Finds the styles of text objects; ``new`` gives a letter of each."""
        if None in new:
            self._objects[None] = make_style(
                size=1, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False
            )
            del new[None]
        keys, count = list(new), len(new)
        room = (c_float * (7 * count))()
        at = addressof(room)
        deque(map(self._matrix_of, repeat(text_page), new.values(), range(at, at + 24 * count, 24)), 0)
        deque(map(self._size_of, keys, range(at + 24 * count, at + 28 * count, 4)), 0)
        colours = (c_uint * (4 * count))()
        at = addressof(colours)
        coloured = list(map(self._fill_of, keys, *[range(at + k, at + 16 * count + k, 16) for k in (0, 4, 8, 12)]))
        matrices, rgba = room[: 6 * count], colours[:]
        found = zip(
            keys,
            room[6 * count :],
            map(self._mode_of, keys),
            map(self._font_of, keys),
            map(self._unmapped_of, repeat(text_page), new.values()),
            strict=True,
        )
        known = self._known
        for n, (key, size, mode, font, unmapped) in enumerate(found):
            a, b, c, d = matrices[6 * n : 6 * n + 4]
            red, green, blue, alpha = rgba[4 * n : 4 * n + 4]
            white = mode in _FILLED and red + green + blue > 750
            values = (
                a,
                b,
                c,
                d,
                size,
                3 if mode in _FILLED and coloured[n] and not alpha else mode,
                font or 0,
                white,
                unmapped,
            )
            style = known.get(values)
            if style is None:
                style = known[values] = self._make(*values)
            self._objects[key] = style

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
        unmapped: int,
    ) -> Style:
        name, bold = self._font(font)
        return make_style(
            size=abs(size) * (math.hypot(c, d) or math.hypot(a, b)),
            bold=bold or mode == 2,
            direction=math.degrees(math.atan2(b, a)) - 90 * self.rotation,
            invisible=mode in (3, 7),
            white=white,
            font=name,
            unmapped=unmapped == 1,
        )

    def _font(self, font: int) -> tuple[str, bool]:
        """Name and boldness."""
        if not font:
            return "", False
        self._name_of(font, addressof(self._name), 128)
        name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
        return name, self._weight_of(font) >= 600
