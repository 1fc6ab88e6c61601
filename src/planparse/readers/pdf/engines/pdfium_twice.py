"""Letters that are drawn twice, a little to the side, to look bold: PDFium gives them once, of two page objects."""

from __future__ import annotations

from ctypes import c_float
from itertools import pairwise

from planparse.readers.pdf.engines.pdfium_room import pointers, quick, room
from planparse.readers.pdf.page import Word, in_bold

_LEAST, _MOST = 0.05, 1.0
"""Points to the side; a shadow or a cell painted over leaves letters on their place."""
_WIDE = 0.3
"""Share of its width by which a text may be moved: letters alike stand side by side."""


def drawn_twice(holders: list[list[int]]) -> set[int]:
    """The addresses of the text objects that have another one as large right beside them; ``holders`` has those of the
    page and of each form XObject."""
    out: set[int] = set()
    for objects in holders:
        bounds = room(c_float, 4, 4).ask(quick("FPDFPageObj_GetBounds"), pointers(objects))[0]
        left, bottom, right, top = (bounds[k::4] for k in range(4))
        places = sorted(
            (round(r - x, 1), round(t - y, 1), round(y), x, item)
            for x, y, r, t, item in zip(left, bottom, right, top, objects, strict=True)
        )
        for (wide, *one, x, item), (*other, at, beside) in pairwise(places):
            if [wide, *one] == other and _LEAST < at - x <= min(_MOST, _WIDE * wide):
                out |= {item, beside}
    return out


def embolden(words: list[Word], objects: list[int | None], twice: set[int]) -> None:
    """Makes the words bold whose text objects, which ``objects`` gives, are among those drawn ``twice``."""
    for word, item in zip(words, objects, strict=False):
        if item in twice:
            word.style = in_bold(word.style)
