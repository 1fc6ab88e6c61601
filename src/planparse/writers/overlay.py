"""What was understood, drawn over the pages of a PDF: tables, cells, seams, repaired rows and the ids of records.

Cells are outlined by what became of them, repaired rows are tinted, a seam is a thick line, and each record's id
stands at its first place. pdfium renders the pages, Pillow draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from planparse.errors import InputRefused
from planparse.model.plan import Plan
from planparse.model.provenance import BBox, Provenance
from planparse.model.trace import RepairKind, Trace, UnitClass

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

Colour = tuple[int, int, int]

SCALE = 2.0
"""Pixels a point; less on pages that are larger than a poster."""
_MOST_PIXELS = 5_000
"""Width or height of an image."""
_CLASSES: dict[UnitClass, Colour] = {
    "record": (31, 119, 180),
    "label": (44, 160, 44),
    "header": (44, 160, 44),
    "unused": (214, 39, 40),
    "hidden": (148, 103, 189),
    "furniture": (127, 127, 127),
    "blank": (190, 190, 190),
}
_REPAIRS: dict[RepairKind, Colour] = {
    "realigned": (255, 215, 0),
    "rejoined": (255, 127, 14),
    "unglued": (23, 190, 207),
    "recoded": (227, 119, 194),
    "dropped_header": (127, 127, 127),
    "markup_removed": (188, 189, 34),
}
_SEAM: Colour = (255, 0, 255)
_TABLE: Colour = (0, 0, 0)


@dataclass(slots=True)
class _Page:
    """What is to be drawn on one page, in points."""

    cells: list[tuple[BBox, UnitClass]] = field(default_factory=list)
    tables: dict[int, BBox] = field(default_factory=dict)
    repairs: list[tuple[BBox, RepairKind]] = field(default_factory=list)
    seams: list[BBox] = field(default_factory=list)
    labels: list[tuple[BBox, str]] = field(default_factory=list)


def draw_pages(data: bytes, plan: Plan, trace: Trace) -> Iterator[tuple[str, bytes]]:
    """A PNG for each page of the PDF in ``data``, with its name: ``page-001.png``.

    Raises ``InputRefused`` where pdfium cannot open the file.
    """
    import pypdfium2  # type: ignore[import-untyped]

    pages = _gathered(plan, trace)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputRefused(f"the pages cannot be drawn: {error}") from error
    try:
        digits = max(3, len(str(len(document))))
        for number in range(len(document)):
            page = document[number]
            scale = min(SCALE, _MOST_PIXELS / max(page.get_size()))
            image = page.render(scale=scale).to_pil().convert("RGB")
            yield f"page-{number + 1:0{digits}d}.png", _png(_drawn(image, pages.get(number, _Page()), scale))
            page.close()
    finally:
        document.close()


def _gathered(plan: Plan, trace: Trace) -> dict[int, _Page]:
    """Everything that has a page and a box, page by page."""
    pages: dict[int, _Page] = {}
    for unit in trace.units:
        place = unit.place
        if place.page is None or place.bbox is None:
            continue
        page = pages.setdefault(place.page, _Page())
        page.cells.append((place.bbox, unit.use.kind))
        if place.table is not None:
            known = page.tables.get(place.table)
            page.tables[place.table] = _around([known, place.bbox]) if known else place.bbox
    for repair in trace.repairs:
        for number, box in _boxes(repair.places):
            page = pages.setdefault(number, _Page())
            if repair.kind == "stitched":
                page.seams.append(box)
            else:
                page.repairs.append((box, repair.kind))
    _label(pages, plan, trace)
    return pages


def _label(pages: dict[int, _Page], plan: Plan, trace: Trace) -> None:
    """The id of each record at the first place of its own text."""
    known = {record.id for record in plan.records()}
    seen: set[str] = set()
    for source in trace.sources:
        if source.record not in known or source.record in seen or source.field.startswith("headings"):
            continue
        place = next((p for p in source.places if p.page is not None and p.bbox is not None), None)
        if place is not None and place.page is not None and place.bbox is not None:
            seen.add(source.record)
            pages.setdefault(place.page, _Page()).labels.append((place.bbox, source.record))


def _boxes(places: Provenance) -> list[tuple[int, BBox]]:
    """A box around the places of each row of each table and page."""
    rows: dict[tuple[int, int | None, int | None], list[BBox]] = {}
    for place in places:
        if place.page is not None and place.bbox is not None:
            rows.setdefault((place.page, place.table, place.row), []).append(place.bbox)
    return [(key[0], _around(boxes)) for key, boxes in rows.items()]


def _around(boxes: list[BBox]) -> BBox:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _drawn(image: Image, page: _Page, scale: float) -> Image:
    """The page with everything on it: tints below, lines above them, texts on top."""
    from PIL import Image as images
    from PIL import ImageDraw

    layer = images.new("RGBA", image.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for box, repair in page.repairs:
        draw.rectangle(_scaled(box, scale), fill=(*_REPAIRS[repair], 70))
    for box, kind in page.cells:
        draw.rectangle(_scaled(box, scale, 1), outline=(*_CLASSES[kind], 255), width=2 if kind != "blank" else 1)
    for box in page.tables.values():
        draw.rectangle(_scaled(box, scale, -2), outline=(*_TABLE, 255), width=2)
    for x0, top, x1, _ in page.seams:
        y = int(top * scale)
        draw.line((int(x0 * scale) - 8, y, int(x1 * scale) + 8, y), fill=(*_SEAM, 255), width=5)
    image = images.alpha_composite(image.convert("RGBA"), layer).convert("RGB")
    _write_on(ImageDraw.Draw(image), image, page, scale)
    return image


def _scaled(box: BBox, scale: float, inside: int = 0) -> tuple[int, int, int, int]:
    """Pixels, drawn in by ``inside`` so that neighbours do not cover each other; never turned inside out."""
    x0, top, x1, bottom = (round(v * scale) for v in box)
    x0, top = x0 + inside, top + inside
    return x0, top, max(x1 - inside, x0), max(bottom - inside, top)


def _write_on(draw: ImageDraw, image: Image, page: _Page, scale: float) -> None:
    from PIL import ImageFont

    font = ImageFont.load_default(max(9, 6.5 * scale))
    for table, box in page.tables.items():
        _tag(draw, font, (box[0] * scale, (box[1] - 9) * scale), f"table {table + 1}", _TABLE)
    for (x, top), kinds in _beside(page).items():
        names = " + ".join(kind.replace("_", " ") for kind in kinds)
        _tag(draw, font, (x * scale + 5, top * scale + 1), names, _dark(_REPAIRS[kinds[-1]]))
    for box in page.seams:
        _tag(draw, font, ((box[2] - 20) * scale, (box[1] - 9) * scale), "seam", _SEAM)
    for box, record in page.labels:
        _tag(draw, font, (box[0] * scale + 2, box[1] * scale + 2), record, _CLASSES["record"], above=True)
    _legend(draw, font, image, scale)


def _beside(page: _Page) -> dict[tuple[float, float], list[RepairKind]]:
    """The kinds of the repairs of each row, by a point to the right of its table."""
    out: dict[tuple[float, float], list[RepairKind]] = {}
    for box, kind in page.repairs:
        ends = [t[2] for t in page.tables.values() if t[1] <= box[1] + 1 and box[3] <= t[3] + 1]
        kinds = out.setdefault((max(ends, default=box[2]), box[1]), [])
        if kind not in kinds:
            kinds.append(kind)
    return out


def _tag(
    draw: ImageDraw, font: object, at: tuple[float, float], text: str, colour: Colour, *, above: bool = False
) -> None:
    """A small text on white, kept inside the image."""
    left, top, right, bottom = draw.textbbox((0, 0), text, font=font)  # type: ignore[arg-type]
    width, height = right - left, bottom - top
    x = min(max(at[0] - (width + 4 if above else 0), 2), draw.im.size[0] - width - 4)
    y = min(max(at[1], 2), draw.im.size[1] - height - 4)
    draw.rectangle((x - 2, y - 1, x + width + 2, y + height + 3), fill=(255, 255, 255), outline=colour)
    draw.text((x - left, y + 1 - top), text, fill=colour, font=font)  # type: ignore[arg-type]


def _dark(colour: Colour) -> Colour:
    return colour[0] * 2 // 3, colour[1] * 2 // 3, colour[2] * 2 // 3


def _legend(draw: ImageDraw, font: object, image: Image, scale: float) -> None:
    """One line at the foot: what the colours mean."""
    names = [("record", _CLASSES["record"]), ("label or header", _CLASSES["label"]), ("unused", _CLASSES["unused"])]
    names += [
        ("hidden", _CLASSES["hidden"]),
        ("page furniture", _CLASSES["furniture"]),
        ("blank", (150, 150, 150)),
        ("seam", _SEAM),
    ]
    x = 8.0
    for name, colour in names:
        width = draw.textlength(name, font=font)  # type: ignore[arg-type]
        _tag(draw, font, (x, image.size[1] - 10 * scale), name, colour)
        x += width + 14


def _png(image: Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()
