"""Size, weight, direction, visibility and baseline of letters, looked up once for each text object of a page."""

from __future__ import annotations

import math
from ctypes import addressof, c_char, c_float, c_int, c_size_t, c_uint, c_void_p
from itertools import repeat
from typing import Any

from planparse.readers.pdf.page import Style, make_style
from planparse.readers.pdf.pdfium import bulk
from planparse.readers.pdf.pdfium_room import pointer, quick, room

_FILLED = (0, 4)
_UNSEEN = 3
"""Ways to draw text."""


class Styles:
    """The styles of one document; equal styles are one object over all its pages."""

    def __init__(self) -> None:
        self.rotation = 0
        self._objects: dict[int | None, tuple[Style, float]] = {}
        self._known: dict[tuple[Any, ...], Style] = {}
        self._name = (c_char * 128)()
        self._object_of = quick("FPDFText_GetTextObject", c_void_p)
        self._matrix_of = quick("FPDFText_GetMatrix")
        self._size_of = quick("FPDFTextObj_GetFontSize")
        self._mode_of = quick("FPDFTextObj_GetTextRenderMode")
        self._font_of = quick("FPDFTextObj_GetFont", c_void_p)
        self._fill_of = quick("FPDFPageObj_GetFillColor")
        self._unmapped_of = quick("FPDFText_HasUnicodeMapError")
        self._weight_of = bulk("FPDFFont_GetWeight", c_int, c_void_p)
        self._name_of = bulk("FPDFFont_GetBaseFontName", c_size_t, c_void_p, c_void_p, c_size_t)

    def new_page(self, rotation: int) -> None:
        """Text objects end with their page, and their addresses are used again."""
        self.rotation = rotation
        self._objects.clear()
        self._known.clear()

    def of_page(self) -> list[Style]:
        """All styles found on the page."""
        return list(self._known.values())

    def of(self, text_page: Any, indices: list[int]) -> list[tuple[Style, float]]:
        """The style of each of these letters, and the y of their baseline where it is level, else NaN.

        ``text_page`` is a pointer.
        """
        found = list(map(self._object_of, repeat(text_page), indices))
        objects = self._objects
        new = dict(zip(reversed(found), reversed(indices), strict=True))
        for key in objects:
            new.pop(key, None)
        if new:
            self._look(text_page, new)
        return [objects[key] for key in found]

    def _look(self, text_page: Any, new: dict[int | None, int]) -> None:
        """Finds the styles of text objects; ``new`` gives a letter of each."""
        if None in new:
            style = make_style(size=1, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
            self._known[()] = style
            self._objects[None] = style, math.nan
            del new[None]
        letters, objects = list(new.values()), [pointer(key) for key in new if key]
        matrices = room(c_float, 6, 1).ask(self._matrix_of, letters, text_page)[0]
        colours, coloured = room(c_uint, 4, 4).ask(self._fill_of, objects)
        found = zip(
            *(matrices[k::6] for k in range(4)),
            room(c_float, 1, 1).ask(self._size_of, objects)[0],
            map(self._mode_of, objects),
            map(self._font_of, objects),
            map(self._unmapped_of, repeat(text_page), letters),
            coloured,
            *(colours[k::4] for k in range(4)),
            strict=True,
        )
        known = self._known
        for key, values, rise, y in zip(new, found, matrices[1::6], matrices[5::6], strict=True):
            made = known.get(values)
            if made is None:
                made = known[values] = self._make(*values)
            self._objects[key] = made, math.nan if rise else y

    def _make(
        self,
        a: float,
        b: float,
        c: float,
        d: float,
        size: float,
        mode: int,
        font: int | None,
        unmapped: int,
        coloured: int,
        red: int,
        green: int,
        blue: int,
        alpha: int,
    ) -> Style:
        """``a`` to ``d`` are of the matrix, ``coloured`` says whether the colour is known."""
        white = mode in _FILLED and red + green + blue > 750
        if mode in _FILLED and coloured and not alpha:
            mode = _UNSEEN
        name, bold = self._font(font)
        return make_style(
            size=abs(size) * (math.hypot(c, d) or math.hypot(a, b)),
            bold=bold or mode == 2,
            direction=math.degrees(math.atan2(b, a)) - 90 * self.rotation,
            invisible=mode in (_UNSEEN, 7),
            white=white,
            font=name,
            unmapped=unmapped == 1,
        )

    def _font(self, font: int | None) -> tuple[str, bool]:
        """Name and boldness."""
        if not font:
            return "", False
        self._name_of(font, addressof(self._name), 128)
        name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
        return name, self._weight_of(font) >= 600
