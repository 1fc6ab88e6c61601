"""Size, weight, direction, visibility and baseline of letters, looked up once for each text object of a page."""

from __future__ import annotations

import math
import re
from ctypes import addressof, c_char, c_float, c_int, c_size_t, c_uint, c_void_p, create_string_buffer
from itertools import repeat
from typing import Any, NamedTuple

from planparse.readers.pdf.engines.pdfium import bulk
from planparse.readers.pdf.engines.pdfium_clips import are_clipped_away
from planparse.readers.pdf.engines.pdfium_room import pointer, pointers, quick, room
from planparse.readers.pdf.page import Style, is_bold, make_style

_FILLED = (0, 4)
_OUTLINED = 2
_UNSEEN = 3
"""Ways to draw text."""
_HEAVY = 600
_NAMELESS = re.compile(r"[A-Za-z]{1,3}_?\d+(?:_\d+)?$")
"""Names that a program made up: ``F7``, ``TT1``, ``T1_0``."""


class _Face(NamedTuple):
    """What a font says of itself."""

    name: str
    weight: int
    bold: bool


class Styles:
    """The styles of one document; equal styles are one object over all its pages."""

    def __init__(self) -> None:
        self.rotation = 0
        self.glues = False
        """Letters with white between them were met within a word of this document."""
        self._objects: dict[int | None, tuple[Style, float]] = {}
        self._known: dict[tuple[Any, ...], Style] = {}
        self._faces: dict[int | None, _Face] = {}
        self._files: dict[tuple[str, int], bool] = {}
        """Name and length of a font file -> whether it says that it is bold."""
        self._weighed = self._outlined = False
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
        self._data_of = bulk("FPDFFont_GetFontData", c_int, c_void_p, c_void_p, c_size_t, c_void_p)

    def new_page(self, rotation: int) -> None:
        """Text objects end with their page, and their addresses are used again."""
        self.rotation = rotation
        self._objects.clear()
        self._known.clear()
        self._faces = {None: _Face("", 0, False)}
        self._weighed = self._outlined = False

    def of_page(self) -> list[Style]:
        """All styles found on the page."""
        return list(self._known.values())

    @property
    def objects_met(self) -> int:
        """How many text objects the letters asked about are of."""
        return len(self._objects)

    def objects(self, text_page: Any, indices: list[int]) -> list[int | None]:
        """The addresses of the text objects that these letters are of; None where an index is below zero."""
        page = pointer(addressof(text_page.contents))
        return [self._object_of(page, index) if index >= 0 else None for index in indices]

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
        letters, objects = list(new.values()), pointers([key for key in new if key])
        matrices = room(c_float, 6, 1).ask(self._matrix_of, letters, text_page)[0]
        colours, coloured = room(c_uint, 4, 4).ask(self._fill_of, objects)
        modes, fonts = list(map(self._mode_of, objects)), list(map(self._font_of, objects))
        self._look_at_weights(modes, fonts)
        found = zip(
            *(matrices[k::6] for k in range(4)),
            room(c_float, 1, 1).ask(self._size_of, objects)[0],
            modes,
            fonts,
            map(self._unmapped_of, repeat(text_page), letters),
            are_clipped_away(objects),
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
        clipped: bool,
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
        face = self._faces[font]
        return make_style(
            size=abs(size) * (math.hypot(c, d) or math.hypot(a, b)),
            bold=face.bold or (face.weight >= _HEAVY and self._weighed) or (mode == _OUTLINED and self._outlined),
            direction=math.degrees(math.atan2(b, a) if size >= 0 else math.atan2(-b, -a)) - 90 * self.rotation,
            invisible=mode in (_UNSEEN, 7),
            white=white,
            font=face.name,
            unmapped=unmapped == 1,
            clipped=clipped,
        )

    def _look_at_weights(self, modes: list[int], fonts: list[int | None]) -> None:
        """What tells bold letters of this page from others: outlines, and the weights that the fonts state.

        Neither tells where all letters have it, as in a print; a weight is often a guess, so a name goes before it.
        """
        for font in set(fonts).difference(self._faces):
            self._faces[font] = self._face(font)
        faces = [face for font, face in self._faces.items() if font]
        self._weighed = not any(face.bold for face in faces) and any(face.weight < _HEAVY for face in faces)
        self._outlined = self._outlined or any(mode != _OUTLINED for mode in modes)

    def _face(self, font: int | None) -> _Face:
        if not font:
            return _Face("", 0, False)
        self._name_of(font, addressof(self._name), 128)
        full = self._name.value.decode("utf-8", "replace")
        name = full.rpartition("+")[2]
        bold = is_bold(name) or (bool(_NAMELESS.match(name)) and self._is_bold(font, full))
        return _Face(name, self._weight_of(font), bold)

    def _is_bold(self, font: int, name: str) -> bool:
        """What the font file itself says, where it is TrueType. It is copied once for all pages of a document."""
        size = c_size_t()
        self._data_of(font, None, 0, addressof(size))
        key = (name, size.value)
        if key not in self._files:
            data = create_string_buffer(size.value)
            self._data_of(font, addressof(data), size.value, addressof(size))
            self._files[key] = says_bold(data.raw)
        return self._files[key]


def says_bold(data: bytes) -> bool:
    """Whether a TrueType or OpenType font calls itself bold.

    Source: OpenType specification, table ``head``, field ``macStyle``.
    """
    for entry in range(12, 12 + 16 * int.from_bytes(data[4:6]), 16):
        if data[entry : entry + 4] == b"head":
            at = int.from_bytes(data[entry + 8 : entry + 12]) + 44
            return bool(int.from_bytes(data[at : at + 2]) & 1)
    return False
