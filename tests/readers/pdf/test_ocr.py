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
from planparse.readers.pdf import ocr, read

SCALE = ocr._DPI / 72
COLUMNS = (50, 200, 300, 400)
ROWS = (100, 130, 160, 190)
CELLS = (
    ("Proposed measures", "Target 2020/21", "Target 2021/22"),
    ("RD001: Roads inspected", "85%", "90%"),
    ("RD002: Signs cleaned", "120", "130"),
)


def scan() -> bytes:
    """A page that is one picture of a ruled grid, 595 x 842 points at 1 pixel a point."""
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
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (image, len(packed), packed),
    )
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + objects + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"


def line(text: str, x: float, top: float, size: float = 10) -> list[Any]:
    x0, x1 = x * SCALE, (x + 5 * len(text)) * SCALE
    y0, y1 = top * SCALE, (top + size) * SCALE
    return [[[x0, y0], [x1, y0], [x1, y1], [x0, y1]], text, 0.9]


class Engine:
    """Says what stands on the page, as the library would."""

    def __init__(self, **settings: int) -> None:
        self.settings = settings

    def __call__(self, picture: Any, use_cls: bool) -> tuple[list[Any], list[float]]:
        assert not use_cls
        assert picture.shape == (round(842 * SCALE + 0.49), round(595 * SCALE + 0.49))
        found = [line("Business Plan 2020-22", 50, 40, 16), line("RD01: Keep roads open", 50, 70, 14)]
        for top, cells in zip(ROWS, CELLS, strict=False):
            found += [line(text, x + 5, top + 10) for x, text in zip(COLUMNS, cells, strict=False)]
        return found, [0.1]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", SimpleNamespace(RapidOCR=Engine))  # type: ignore[misc]
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

    monkeypatch.setattr(ocr, "recognised_pages", lambda data: pytest.fail("not a scan"))
    assert read(long_pdf(1), ReadOptions()).blocks
