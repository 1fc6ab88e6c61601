"""What a user should know about a page."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.model.document import Note
from planparse.readers.pdf.layout import PageLayout


def page_notes(page: PageLayout) -> Iterator[Note]:
    """Warnings of possible loss and doubts about a page as a whole."""
    name = f"page {page.number + 1}"
    if page.damaged:
        yield Note("warning", "page-damaged", f"{name} is damaged and could not be read")
    elif page.is_scan:
        yield Note("warning", "page-scanned", f"{name} is a picture without text; OCR needed: --ocr reads it")
    if page.crowded:
        yield Note("doubt", "page-crowded", f"{name} has too many lines for tables: its text is read without them")
    if page.ocr:
        yield Note("doubt", "ocr-layer", f"{name} is a scan; its text comes from text recognition and may be wrong")
    if page.unmapped:
        yield Note("warning", "unmapped-font", f"{name} has letters whose font does not say what they are")
    for word in page.marks:
        yield Note("info", "note-mark", f"{name}: the raised mark behind '{word}' is not part of the text")
