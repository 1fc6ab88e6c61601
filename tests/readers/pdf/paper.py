"""A small PDF writer for tests: text, lines and rectangles on pages, with the traps of real files.

All coordinates are points from the top left of the page.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

FONTS = {"": "Helvetica", "B": "Helvetica-Bold", "I": "Helvetica-Oblique", "S": "Symbol"}


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in Helvetica."""
    from pdfminer.fontmetrics import FONT_METRICS

    widths = FONT_METRICS["Helvetica-Bold" if bold else "Helvetica"][1]
    return sum(widths.get(c, 556) for c in text) * size / 1000


class Sheet:
    """One page."""

    def __init__(
        self, width: float = 595, height: float = 842, *, rotate: int = 0, crop: Sequence[float] | None = None
    ):
        self.width, self.height, self.rotate, self.crop = width, height, rotate, crop
        self.parts: list[str] = []
        self.forms: list[str] = []

    def raw(self, operators: str) -> Sheet:
        self.parts.append(operators)
        return self

    def text(
        self,
        x: float,
        base: float,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        font: str | None = None,
        mode: int = 0,
        grey: float = 0,
        turn: int = 0,
        spacing: float = 0,
    ) -> Sheet:
        """Text with its baseline at ``base``. ``turn`` in degrees, counter-clockwise."""
        from math import cos, radians, sin

        c, s = cos(radians(turn)), sin(radians(turn))
        body = text.encode("cp1252").hex()
        name = font if font is not None else ("FB" if bold else "F")
        matrix = f"{c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x:.3f} {self.height - base:.3f} Tm"
        return self.raw(f"q {grey} g BT /{name} {size} Tf {mode} Tr {spacing} Tc {matrix} <{body}> Tj ET Q")

    def line(self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.5, dash: str = "") -> Sheet:
        return self.raw(f"q {width} w {dash} {x0:.3f} {self.height - y0:.3f} m {x1:.3f} {self.height - y1:.3f} l S Q")

    def box(self, x0: float, top: float, x1: float, bottom: float, *, colour: str = "0 0 0", paint: str = "f") -> Sheet:
        return self.raw(
            f"q {colour} rg 0.5 w {x0:.3f} {self.height - bottom:.3f} {x1 - x0:.3f} {bottom - top:.3f} re {paint} Q"
        )

    def grid(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Iterable[Sequence[str]] = (),
        *,
        style: str = "stroke",
        size: float = 9,
        pad: float = 4,
    ) -> Sheet:
        """A ruled table; ``rows`` are the texts, one line a cell ("\\n" parts lines)."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y, style)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1], style)
        return self.cells(xs, ys, rows, size=size, pad=pad)

    def cells(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Iterable[Sequence[str]],
        *,
        size: float = 9,
        pad: float = 4,
    ) -> Sheet:
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                for n, line in enumerate(cell.split("\n") if cell else []):
                    self.text(xs[c] + pad, ys[r] + 3 + size * (1 + 1.2 * n), line, size=size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, style: str = "stroke") -> None:
        level = y0 == y1
        if style == "stroke":
            self.line(x0, y0, x1, y1)
        elif style == "dashed":
            self.line(x0, y0, x1, y1, dash="[3 2] 0 d")
        elif style == "thin":
            self.box(x0, y0 - 0.3, x1, y1 + 0.3) if level else self.box(x0 - 0.3, y0, x1 + 0.3, y1)
        elif style == "double":
            off = (0, 1.2) if level else (1.2, 0)
            self.line(x0 - off[0], y0 - off[1], x1 - off[0], y1 - off[1])
            self.line(x0 + off[0], y0 + off[1], x1 + off[0], y1 + off[1])
        elif style == "pieces":
            for k in range(8):
                a, b = k / 8, (k + 1) / 8
                self.line(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)

    def form(self, operators: str, matrix: str = "1 0 0 1 0 0") -> Sheet:
        """Draws a form XObject with these operators."""
        self.forms.append(operators)
        return self.raw(f"q {matrix} cm /X{len(self.forms) - 1} Do Q")


class Paper:
    """A PDF file."""

    def __init__(self, title: str | None = None) -> None:
        self.sheets: list[Sheet] = []
        self.title = title
        self.extra_fonts: dict[str, str] = {}
        self.shadings: list[str] = []
        """What the operator ``/H0 sh`` paints, ``/H1 sh`` and so on."""
        self.patterns: list[str] = []
        """What fills an area behind ``/Pattern cs /P0 scn``, ``/P1 scn`` and so on."""

    def sheet(
        self, width: float = 595, height: float = 842, *, rotate: int = 0, crop: Sequence[float] | None = None
    ) -> Sheet:
        self.sheets.append(Sheet(width, height, rotate=rotate, crop=crop))
        return self.sheets[-1]

    def bytes(self, *, streams: int = 1, encrypt: str = "") -> bytes:
        """The file; ``streams`` cuts each page's content into so many streams."""
        objects: list[bytes] = []

        def add(body: str | bytes) -> int:
            objects.append(body.encode("latin-1") if isinstance(body, str) else body)
            return len(objects)

        def stream(content: str, head: str = "") -> int:
            data = zlib.compress(content.encode("latin-1"))
            return add(
                f"<< {head} /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode() + data + b"\nendstream"
            )

        encoding = "/Encoding /WinAnsiEncoding"
        fonts = {
            f"F{key}": add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {encoding if key != 'S' else ''} >>")
            for key, name in FONTS.items()
        }
        fonts |= {key: add(body) for key, body in self.extra_fonts.items()}
        names = " ".join(f"/{key} {n} 0 R" for key, n in fonts.items())
        shades = " ".join(f"/H{k} {add(body)} 0 R" for k, body in enumerate(self.shadings))
        filled = " ".join(f"/P{k} {add(body)} 0 R" for k, body in enumerate(self.patterns))
        kids: list[int] = []
        parent = len(objects) + 10_000
        for sheet in self.sheets:
            resources = f"/Font << {names} >>" + (f" /Shading << {shades} >>" if shades else "")
            resources += f" /Pattern << {filled} >>" if filled else ""
            forms = [
                stream(body, f"/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << {resources} >>")
                for body in sheet.forms
            ]
            if forms:
                resources += " /XObject << " + " ".join(f"/X{k} {n} 0 R" for k, n in enumerate(forms)) + " >>"
            size = max(1, -(-len(sheet.parts) // streams))
            cuts = [sheet.parts[k : k + size] for k in range(0, len(sheet.parts), size)] or [[]]
            contents = " ".join(f"{stream(chr(10).join(cut))} 0 R" for cut in cuts)
            crop = f"/CropBox [{' '.join(map(str, sheet.crop))}]" if sheet.crop else ""
            kids.append(
                add(
                    f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] {crop} "
                    f"/Rotate {sheet.rotate} /Resources << {resources} >> /Contents [{contents}] >>"
                )
            )
        pages = add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>")
        root = add(f"<< /Type /Catalog /Pages {pages} 0 R >>")
        info = add(f"<< /Title ({self.title}) >>") if self.title else 0
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for n, body in enumerate(objects):
            places.append(len(out))
            body = body.replace(f"{parent} 0 R".encode(), f"{pages} 0 R".encode()) if b"/Type /Page " in body else body
            out += f"{n + 1} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{at:010d} 00000 n \n".encode() for at in places)
        trailer = f"/Size {len(objects) + 1} /Root {root} 0 R" + (f" /Info {info} 0 R" if info else "") + encrypt
        out += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)
