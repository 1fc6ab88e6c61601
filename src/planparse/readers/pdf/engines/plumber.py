"""The second engine: pdfplumber. Slower; kept as a second opinion on words, lines and fills.

It does not tell invisible text from visible text, so that text stands in the flow here.
"""

from __future__ import annotations

import io
import itertools
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from planparse.errors import InputRefused
from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.plumber_paths import box_of, colour_of, read_paths
from planparse.readers.pdf.page import Letter, Page, Style, Word, in_bold, make_style
from planparse.readers.pdf.words.raised import is_before, mark_length, may_end_marked
from planparse.readers.pdf.words.spaced import touch

_GAP = 0.2
"""Heights of a letter between two letters that are two words without a blank glyph between them."""
_RISE = 0.15
"""Heights of a letter by which it is lifted at least."""
_ASIDE = 0.05
"""Points to the side at least at which letters are drawn again; a shadow leaves them on their place."""
_SOFT = "\xad"
"""Where it is drawn it is a hyphen: some fonts name their hyphen so."""
_STANDARD = frozenset(
    f"{name}{kind}"
    for name, kinds in (
        ("Helvetica", ("", "-Oblique")),
        ("Courier", ("", "-Oblique")),
        ("Times", ("-Roman", "-Italic")),
    )
    for kind in (*kinds, "-Bold", "-BoldOblique", "-BoldItalic")
)
_FREE_CODES = frozenset(f"(cid:{n})" for n in (127, 129, 141, 143, 144, 157))


class PlumberSource:
    """An open PDF, read through pdfplumber. Raises ``InputRefused`` where it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        import logging

        import pdfplumber

        # Its remarks about odd files are for its developers; what matters is said as a Note.
        for library in ("pdfminer", "pdfplumber"):
            logging.getLogger(library).setLevel(logging.ERROR)
        end_reference_loops()
        try:
            self._pdf = pdfplumber.open(io.BytesIO(data))
            self.n_pages = len(self._pdf.pages)
        except Exception as error:  # a damaged file makes pdfminer raise almost anything
            if "Password" in repr(error):
                raise InputRefused("the PDF is encrypted; remove its password and try again") from error
            raise InputRefused("the PDF is damaged and cannot be opened; save or export it again") from error
        if not self.n_pages:
            raise InputRefused("the PDF is damaged and has no pages; save or export it again")
        title = self._pdf.metadata.get("Title")
        self.title: str | None = title.strip() or None if isinstance(title, str) else None

    def pages(self) -> Iterator[Page]:
        for number in range(self.n_pages):
            yield self.page(number)

    def page(self, number: int) -> Page:
        """One page by its number."""
        try:
            source = self._pdf.pages[number]
            try:
                return _page(source, number)
            finally:
                source.close()
        except MemoryError:
            raise
        except Exception:  # see above; the engines may also differ in how many pages there are
            return Page(number, 0.0, 0.0, damaged=True)

    def close(self) -> None:
        with suppress(Exception):  # closing looks at pages again
            self._pdf.close()


@cache
def end_reference_loops() -> None:
    """An object of the file may be a reference to itself, which pdfminer would follow without end: that is nothing."""
    from pdfminer.pdftypes import PDFObjRef

    follow = PDFObjRef.resolve

    def resolve(self: Any, default: Any = None) -> Any:
        met, found = {self.objid}, follow(self, default)
        while isinstance(found, PDFObjRef):
            if found.objid in met:
                return default
            met.add(found.objid)
            found = follow(found, default)
        return found

    PDFObjRef.resolve = resolve  # type: ignore[method-assign]


def _page(source: Any, number: int) -> Page:
    left, top, right, bottom = (float(v) for v in source.cropbox)
    page = Page(number, right - left, bottom - top)
    for kind in ("char", "rect", "line", "curve", "image"):
        _to_crop(source.objects.get(kind, []), left, top, float(source.mediabox[0]))
    letters: list[tuple[str, BBox]] = []
    once = source.dedupe_chars().chars
    bold = _drawn_aside(once, source.chars) if len(once) < len(source.chars) else set()
    for chars in _words(_with_rise(_bullets(once))):
        chars = _without_mark(chars, page)
        word = _word(chars, len(letters))
        if bold and any((c["x0"], c["top"]) in bold for c in chars):
            word.style = in_bold(word.style)
        page.words.append(word)
        letters += [(c["text"], box_of(c)) for c in chars]
    page.letters = lambda word: _letters_of(word, letters)
    page.glued = any(a.blank and touch(a, b) for a, b in itertools.pairwise(page.words))
    read_paths(source, page)
    return page


def _drawn_aside(once: list[dict[str, Any]], chars: list[dict[str, Any]]) -> set[tuple[float, float]]:
    """The places of the letters that are drawn again a little to the side, to look bold."""
    kept = {(c["text"], round(c["x0"]), round(c["top"])): c for c in once}
    out: set[tuple[float, float]] = set()
    for char in chars:
        x, y = round(char["x0"]), round(char["top"])
        near = (kept.get((char["text"], a, y)) for a in (x, x - 1, x + 1))
        own = next((c for c in near if c is not None), None)
        if own is not None and _ASIDE < abs(own["x0"] - char["x0"]) <= 1:
            out.add((own["x0"], own["top"]))
    return out


def _to_crop(items: list[dict[str, Any]], left: float, top: float, media: float) -> None:
    """Moves the items' coordinates to the upper left corner of the page's crop box.

    ``e`` is where a letter's baseline begins, which pdfplumber leaves in the coordinates of the file.
    """
    for item in items:
        item["x0"], item["x1"] = item["x0"] - left, item["x1"] - left
        item["top"], item["bottom"] = item["top"] - top, item["bottom"] - top
        if "matrix" in item:
            item["e"] = item["matrix"][4] + media - left
        elif "pts" in item:
            item["pts"] = [(x - left, y - top) for x, y in item["pts"]]


def _letters_of(word: Word, letters: list[tuple[str, BBox]]) -> list[Letter]:
    return letters[word.first : word.first + len(word.text)] if word.first >= 0 else []


def _bullets(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Codes that Windows' encoding leaves free are bullets; pdfminer names them ``(cid:..)``.

    Source: PDF 32000-1, annex D.2.
    """
    named = {c["fontname"] for c in chars if not c["text"].startswith("(cid:")}
    for char in chars:
        if char["text"] in _FREE_CODES and (char["fontname"] in named or char["fontname"] in _STANDARD):
            char["text"] = "•"
    return chars


def _with_rise(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The letters, those of a text rise with how far it lifts them: pdfplumber leaves it out of their matrix, but not
    of their box."""
    shares: dict[str, Counter[float]] = {}
    level = [c for c in chars if c["size"] and not round(_direction(c))]
    for char in level:
        share = round((char["y1"] - char["matrix"][5]) / char["size"], 1)
        shares.setdefault(char["fontname"], Counter())[share] += 1
    usual = {font: found.most_common(1)[0][0] for font, found in shares.items()}
    for char in level if any(len(found) > 1 for found in shares.values()) else ():
        rise = (char["y1"] - char["matrix"][5]) / char["size"] - usual[char["fontname"]]
        if abs(rise) > _RISE:
            char["rise"] = rise * char["size"]
    return chars


def _words(chars: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The letters of each word; the blank after it, if there is one, marks its last letter."""
    word: list[dict[str, Any]] = []
    for char in chars:
        if not char["text"].strip():
            if word:
                word[-1]["blank_after"] = True
                yield word
            word = []
            continue
        if word and not (_goes_on(word[-1], char) and not _is_mark_before(word, char)):
            yield word
            word = []
        word.append(char)
    if word:
        yield word


def _is_mark_before(word: list[dict[str, Any]], char: dict[str, Any]) -> bool:
    """Whether a word is the raised number of a footnote that begins with this letter."""
    if not word[0]["text"].isdigit() or not char["text"].isalpha():
        return False
    size, rise = _size(char), _base(char) - _base(word[0])
    return size > 0 and is_before("".join(c["text"] for c in word), char["text"], _size(word[0]) / size, rise / size)


def _direction(char: dict[str, Any]) -> float:
    a, b = char["matrix"][:2]
    return math.degrees(math.atan2(b, a))


def _goes_on(last: dict[str, Any], char: dict[str, Any]) -> bool:
    size = max(last["size"], char["size"], 1)
    turn = round(_direction(char) / 90) % 4
    if turn != round(_direction(last) / 90) % 4:
        return False
    (ax, ay, bx, by), (cx, cy, dx, dy) = box_of(last), box_of(char)
    gap = (cx - bx, ay - dy, ax - dx, cy - by)[turn]
    shift = abs(_base(char) - _base(last))
    return bool(-0.8 * size < gap < _GAP * size and shift < 0.6 * size)


def _base(char: dict[str, Any]) -> float:
    """Position of the baseline, growing from line to line."""
    x, y = char["e"], char["top"] + (char["y1"] - char["matrix"][5]) - char.get("rise", 0.0)
    return float((y, x, -y, -x)[round(_direction(char) / 90) % 4])


def _without_mark(chars: list[dict[str, Any]], page: Page) -> list[dict[str, Any]]:
    """The letters of a word without the raised number of a footnote."""
    text = "".join(c["text"] for c in chars)
    if len(chars) < 2 or not may_end_marked(text):
        return chars
    size, base = max(_size(chars[0]), 0.1), _base(chars[0])
    count = mark_length(text, [_size(c) / size for c in chars], [(base - _base(c)) / size for c in chars])
    if not count:
        return chars
    page.marks.append(text)
    chars[-count - 1]["blank_after"] = chars[-1].get("blank_after")
    return chars[:-count]


def _word(chars: list[dict[str, Any]], first: int) -> Word:
    head = chars[0]
    text = "".join(c["text"] if c["text"] != _SOFT or c["x1"] == c["x0"] else "-" for c in chars)
    unmapped = "(cid:" in text
    if unmapped:
        text = "\ufffd" * len(chars)
    style = _style(head, unmapped)
    boxes = [box_of(c) for c in chars]
    base = _base(head)
    x0, x1 = min(b[0] for b in boxes), max(b[2] for b in boxes)
    top, bottom = min(b[1] for b in boxes), max(b[3] for b in boxes)
    if style.angle == 0:
        top, bottom = base - 0.8 * style.size, base + 0.2 * style.size
    at = first if len(text) == len(chars) else -1
    return Word(text, x0, top, x1, bottom, base, style, at, bool(chars[-1].get("blank_after")))


def _size(char: dict[str, Any]) -> float:
    turned = round(_direction(char) / 90) % 2 == 1  # then pdfplumber's size is the letter's width
    return float(char["x1"] - char["x0"]) if turned else float(char["size"])


def _style(char: dict[str, Any], unmapped: bool) -> Style:
    name = str(char["fontname"]).rpartition("+")[2]
    colour = colour_of(char.get("non_stroking_color"))
    return make_style(
        size=_size(char),
        bold=False,
        direction=_direction(char),
        invisible=False,
        white=colour is not None and min(int(colour[k : k + 2], 16) for k in (1, 3, 5)) >= 250,
        font=name,
        unmapped=unmapped,
    )
