"""A PDF of many pages of ruled tables, made here."""

from __future__ import annotations

import zlib


def long_pdf(pages: int, rows: int = 30) -> bytes:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in range(pages):
        content = zlib.compress(_page(page, rows))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), pages)
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _page(page: int, rows: int) -> bytes:
    lines = []
    for row in range(rows):
        y = 800 - 25 * row
        lines.append(b"50 %d 500 25 re S 250 %d m 250 %d l S" % (y, y, y + 25))
        lines.append(b"BT /F 8 Tf 55 %d Td (RD%03d: Measure %d of page) Tj ET" % (y + 8, row, page))
        lines.append(b"BT /F 8 Tf 255 %d Td (%d%%) Tj ET" % (y + 8, (page + row) % 100))
    return b"\n".join(lines)
