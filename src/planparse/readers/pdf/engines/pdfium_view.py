"""From a PDF's own coordinates to the page as it is shown: crop box, rotation, origin at the top left."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.pdfium import library


@dataclass(frozen=True, slots=True)
class View:
    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """Quarter turns clockwise."""

    @classmethod
    def of(cls, handle: Any) -> View:
        lib = library()
        box = lib.FS_RECTF()
        lib.FPDF_GetPageBoundingBox(handle, ctypes.byref(box))
        return cls(box.left, box.bottom, box.right, box.top, lib.FPDFPage_GetRotation(handle) & 3)

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation & 1 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation & 1 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 1:
            return y - self.bottom, x - self.left
        if self.rotation == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> BBox:
        """(x0, top, x1, bottom) as shown."""
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
