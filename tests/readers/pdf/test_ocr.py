"""Scanned pages: refused with what to do, or read by recognition and marked unsure. The engine is a stand-in here."""

from __future__ import annotations

import sys
import zlib
from types import SimpleNamespace
from typing import Any

import pytest

from planparse.errors import InputRefused
from planparse.model.document import Grid, Paragraph
from planparse.model.options import ReadOptions
from planparse.pipeline import extract
from planparse.readers.pdf import read
from planparse.readers.pdf.engines import ocr
from planparse.readers.pdf.page import Page

SCALE = ocr._DPI / 72
COLUMNS = (50, 200, 300, 400)
ROWS = (100, 130, 160, 190)
CELLS = (
    ("Proposed measures", "Target 2020/21", "Target 2021/22"),
    ("RD001: Roads inspected", "85%", "90%"),
    ("RD002: Signs cleaned", "120", "130"),
)


def scan(before: bytes = b"") -> bytes:
    """A page that is one picture of a ruled grid, 595 x 842 points, a pixel a point; ``before`` draws a first page."""
    width, height = 595, 842
    picture = bytearray(b"\xff" * (width * height))
    for y in ROWS:
        for thick in (0, 1):
            picture[(y + thick) * width + COLUMNS[0] : (y + thick) * width + COLUMNS[-1]] = bytes(
                COLUMNS[-1] - COLUMNS[0]
            )
    for x in COLUMNS:
        for y in range(ROWS[0], ROWS[-1]):
            picture[y * width + x] = picture[y * width + x + 1] = 0
    packed, content = zlib.compress(bytes(picture)), b"q 595 0 0 842 0 0 cm /I Do Q"
    image = b"/Type /XObject /Subtype /Image /Width 595 /Height 842 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s3 0 R] /Count %d >>" % ((b"6 0 R " if before else b""), 1 + bool(before)),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (image, len(packed), packed),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        b"/Resources << /Font << /F 8 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(before), before),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + objects + b"trailer << /Root 1 0 R /Size 9 >>\n%%EOF\n"


def line(text: str, x: float, top: float, size: float = 10) -> tuple[Any, str]:
    x0, x1 = x * SCALE, (x + 5 * len(text)) * SCALE
    y0, y1 = top * SCALE, (top + size) * SCALE
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]], text


def output(lines: list[tuple[Any, str]]) -> SimpleNamespace:
    return SimpleNamespace(boxes=[box for box, _ in lines] or None, txts=tuple(t for _, t in lines) or None)


class Engine:
    """Says what stands on the page, as the library would."""

    def __init__(self, params: dict[str, object]) -> None:
        assert params["Global.log_level"] == "critical"

    def __call__(self, picture: Any, use_cls: bool) -> SimpleNamespace:
        assert not use_cls
        assert picture.shape == (round(842 * SCALE + 0.49), round(595 * SCALE + 0.49))
        found = [line("Business Plan 2020-22", 50, 40, 16), line("RD01: Keep roads open", 50, 70, 14)]
        for top, cells in zip(ROWS, CELLS, strict=False):
            found += [line(text, x + 5, top + 10) for x, text in zip(COLUMNS, cells, strict=False)]
        return output(found)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", SimpleNamespace(RapidOCR=Engine))  # type: ignore[misc]
    monkeypatch.setattr(ocr, "is_installed", lambda: True)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(InputRefused, match=r"scanned; OCR needed: pip install 'planparse\[ocr\]'"):
        read(scan(), ReadOptions())


def test_the_grid_in_the_picture_is_found(engine: None) -> None:
    document = read(scan(), ReadOptions())
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert (grid.n_rows, grid.n_cols) == (3, 3)
    assert [cell.text for cell in grid.cells] == [text for row in CELLS for text in row]
    assert next(b.text for b in document.blocks if isinstance(b, Paragraph)) == "Business Plan 2020-22"


def test_every_record_is_unsure(engine: None) -> None:
    found = extract(scan(), name="scan.pdf")
    assert [i.id for i in found.plan.indicators] == ["RD001", "RD002"]
    assert [v.text for v in found.plan.indicators[0].targets] == ["85%", "90%"]
    for indicator in found.plan.indicators:
        confidence, why = found.trace.confidence(indicator.id)
        assert confidence == "unsure"
        assert any("recognition of letters" in reason for reason in why)
    assert any(note.level == "warning" for note in found.trace.notes)


def test_memory_that_runs_out_is_not_a_damaged_file(engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Engine, picture: Any, use_cls: bool) -> None:
        raise RuntimeError("Status Message: std::bad_alloc")

    monkeypatch.setattr(Engine, "__call__", fails)
    with pytest.raises(MemoryError):
        read(scan(), ReadOptions())
    monkeypatch.setattr(Engine, "__call__", lambda *a, **k: 1 / 0)
    with pytest.raises(InputRefused, match="recognition of letters failed"):
        read(scan(), ReadOptions())


def test_a_page_with_text_is_never_recognised(engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.hostile.long_pdf import long_pdf

    monkeypatch.setattr(ocr.Recogniser, "page", lambda self, number: pytest.fail("not a scan"))
    assert read(long_pdf(1), ReadOptions(ocr=True)).blocks


INTRODUCTION = b"BT /F 12 Tf 72 700 Td (An introduction that is text and no picture) Tj ET"


def test_of_some_scanned_pages_the_numbers_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    document = read(scan(INTRODUCTION), ReadOptions(ocr=True))
    assert [(n.level, n.message.partition(";")[0]) for n in document.notes] == [
        ("warning", "page 2 is a picture without text")
    ]
    assert not [block for block in document.blocks if isinstance(block, Grid)]


def test_some_scanned_pages_are_read_when_asked_for(engine: None) -> None:
    assert not [b for b in read(scan(INTRODUCTION), ReadOptions()).blocks if isinstance(b, Grid)]
    found = extract(scan(INTRODUCTION), name="some.pdf", ocr=True)
    assert [i.id for i in found.plan.indicators] == ["RD001", "RD002"]
    assert all(found.trace.confidence(i.id)[0] == "unsure" for i in found.plan.indicators)
    unsure = [note for note in found.trace.notes if note.code == "ocr"]
    assert {place.page for note in unsure for place in note.places} == {1}
    assert not [note for note in found.trace.notes if note.code == "page-scanned"]


def test_a_picture_in_which_nothing_is_read_is_not_named(engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "__call__", lambda self, picture, use_cls: output([]))
    assert read(scan(INTRODUCTION), ReadOptions(ocr=True)).notes == ()


def test_a_logo_alone_on_a_page_is_no_scan() -> None:
    page = Page(0, 600, 800, images=[(0, 0, 100, 100)])
    assert not page.is_scan
    page.images.append((0, 0, 400, 400))
    assert page.is_scan
