"""What a caller can choose, and the limits that hold against hostile input."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Revisions = Literal["final", "original"]
PdfEngine = Literal["pdfium", "pdfplumber"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on everything that input can blow up. Going over raises ``LimitExceeded``."""

    max_bytes: int = 100_000_000
    max_pages: int = 2_000
    max_cells: int = 2_000_000
    """Cells and slots in one document."""
    max_span: int = 1_000
    """Columns or rows that one cell may span; larger spans are capped and noted."""
    max_nesting: int = 100
    max_zip_members: int = 10_000
    max_zip_bytes: int = 400_000_000
    """Bytes that one archive may expand to."""
    max_zip_ratio: int = 200
    max_marks: int = 250_000
    """Letters, lines and pictures on one page of a PDF."""
    max_page_cells: int = 100_000
    """Cells that the ruling lines of one page of a PDF may make, with text in them or not."""
    max_codes: int = 100_000
    """Codes that one range of a PDF font's tables may cover; no font has more than 65,536."""
    max_stream_bytes: int = 30_000_000
    """Bytes that one stream of a PDF may expand to; pictures and fonts are not looked at."""
    max_seconds: int = 120
    """Wall clock for one document. It and the next hold where the work runs in a child: commands and batches."""
    max_memory: int = 1_000_000_000
    """Bytes of address space for one document."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    revisions: Revisions = "final"
    pdf_engine: PdfEngine = "pdfium"
    limits: Limits = field(default_factory=Limits)
    ocr: bool = False
    """Pages that are pictures, in a PDF of which other pages have text, are read by recognition of their letters."""
