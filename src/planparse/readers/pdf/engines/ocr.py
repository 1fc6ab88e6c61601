"""Pages that are pictures, read by recognition of their letters, where the extra ``ocr`` is installed.

PDFium draws the page, RapidOCR (its models come with it, nothing is fetched) finds lines of text in the picture, and
ruling lines are runs of dark pixels. All that is read so is in doubt, and is marked so.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from planparse.errors import InputRefused
from planparse.model.document import Document, Note
from planparse.readers.pdf.page import Page, Rule, Word, make_style

_LIBRARY = "rapidocr"
_SETTINGS: dict[str, object] = {
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}
_DPI = 200
_MOST_PIXELS = 16_000_000
_SHORTEST = 36.0
"""Points; a shorter dark run may be part of a letter."""
_ROOM = 1_000_000_000
"""Bytes that the models take beside what the document takes; they are ours, so the limit of memory moves by them."""
_DARK = 128
_THICKEST = 6
"""Pixels of a ruling line; what is thicker is a filled area."""
HOW = "the page is a picture; its text comes from recognition of letters (OCR) and is unsure"


def is_installed() -> bool:
    return find_spec(_LIBRARY) is not None and find_spec("onnxruntime") is not None


class Recogniser:
    """A PDF whose pages are drawn and read. The models are loaded for the first page that is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._engine: Any = None
        self.done: set[int] = set()
        """Numbers of the pages that were read."""

    def _open(self) -> None:
        _make_room()
        pdfium: Any = import_module("pypdfium2")
        self._engine = import_module(_LIBRARY).RapidOCR(params=_SETTINGS)
        self._document = pdfium.PdfDocument(self._data)

    def pages(self) -> Iterator[Page]:
        """Every page of the file."""
        if self._document is None:
            self._open()
        for number in range(len(self._document)):
            yield self.page(number)

    def page(self, number: int) -> Page:
        """One page, from zero, with the words and the ruling lines that its picture shows."""
        if self._document is None:
            self._open()
        page = self._document[number]
        width, height = page.get_size()
        scale = min(_DPI / 72, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
        picture = page.render(scale=scale, grayscale=True).to_numpy()
        page.close()
        self.done.add(number)
        return _read(Page(number, width, height), picture, scale, self._engine)

    def close(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None


def _make_room() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft != resource.RLIM_INFINITY:
        room = soft + _ROOM
        resource.setrlimit(resource.RLIMIT_AS, (room if hard == resource.RLIM_INFINITY else min(room, hard), hard))


def mark_unsure(document: Document, pages: set[int]) -> Document:
    """The document with a warning for each of these pages that names all its places: every record on it is unsure."""
    from dataclasses import replace

    from planparse.model.document import units

    places: dict[int | None, list[Any]] = {}
    for place, _ in units(document):
        if place.page in pages:
            places.setdefault(place.page, []).append(place)
    notes = (Note("warning", "ocr", HOW, tuple(found)) for found in places.values())
    return replace(document, notes=(*notes, *document.notes))


def _read(page: Page, picture: Any, scale: float, engine: Any) -> Page:
    for corners, text in _lines(picture, engine):
        xs, ys = ([float(point[k]) / scale for point in corners] for k in (0, 1))
        page.words += _words(str(text), min(xs), min(ys), max(xs), max(ys))
    page.horizontals = [Rule(at, start, end) for at, start, end in _runs(picture, scale)]
    page.verticals = [Rule(at, start, end) for at, start, end in _runs(picture.T, scale)]
    return page


def _lines(picture: Any, engine: Any) -> list[tuple[Any, str]]:
    """Corners and text of each line. Pages stand upright: turning single lines turns "90%" into "%06"."""
    try:
        found = engine(picture, use_cls=False)
    except Exception as error:
        if "bad_alloc" in str(error) or "Failed to allocate" in str(error):
            raise MemoryError from error
        raise InputRefused("recognition of letters failed; make the PDF searchable with another program") from error
    return [] if found.txts is None else list(zip(found.boxes, found.txts, strict=True))


def _words(text: str, x0: float, top: float, x1: float, bottom: float) -> Iterator[Word]:
    """The words of a line; their boxes share its width by their letters."""
    size = max(0.75 * (bottom - top), 1.0)
    style = make_style(size=size, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    letter = (x1 - x0) / max(len(text), 1)
    at = 0
    for word in text.split():
        at = text.index(word, at)
        left, right = x0 + at * letter, x0 + (at + len(word)) * letter
        yield Word(word, left, top, right, bottom, bottom - 0.2 * (bottom - top), style)
        at += len(word)


def _runs(picture: Any, scale: float) -> Iterator[tuple[float, float, float]]:
    """Ruling lines along the rows of a picture: where, from and to, in points."""
    numpy: Any = import_module("numpy")
    dark = picture < _DARK
    shortest = int(_SHORTEST * scale)
    open_runs: dict[tuple[int, int], tuple[int, int]] = {}  # (from, to) -> first and last row
    for row in [*map(int, numpy.flatnonzero(dark.sum(axis=1) >= shortest)), -1]:
        found = _long_runs(numpy, dark[row], shortest) if row >= 0 else []
        going: dict[tuple[int, int], tuple[int, int]] = {}
        for run in found:
            former = next((r for r, (_, last) in open_runs.items() if last == row - 1 and _overlap(r, run)), None)
            if former is None:
                going[run] = (row, row)
            else:
                first, _ = open_runs.pop(former)
                going[min(former[0], run[0]), max(former[1], run[1])] = (first, row)
        for (start, end), (first, last) in open_runs.items():
            if last - first < _THICKEST:
                yield (first + last + 1) / 2 / scale, start / scale, end / scale
        open_runs = going


def _long_runs(numpy: Any, row: Any, shortest: int) -> list[tuple[int, int]]:
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], row.astype("int8"), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= shortest]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
