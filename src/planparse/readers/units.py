"""Numbering of source units while a document is read."""

from __future__ import annotations

from planparse.model.provenance import BBox, Place


class Units:
    """Gives each cell and paragraph its Place, numbered in the order of the calls."""

    def __init__(self) -> None:
        self.count = 0

    def cell(
        self,
        *,
        table: int,
        row: int,
        column: int,
        part: str = "body",
        page: int | None = None,
        bbox: BBox | None = None,
        line: int | None = None,
    ) -> Place:
        place = Place(self.count, "cell", part, page, bbox, table, row, column, line)
        self.count += 1
        return place

    def paragraph(
        self, *, part: str = "body", page: int | None = None, bbox: BBox | None = None, line: int | None = None
    ) -> Place:
        place = Place(self.count, "paragraph", part, page, bbox, None, None, None, line)
        self.count += 1
        return place
