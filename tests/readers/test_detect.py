"""What a file is: content first, then suffix; everything else is refused in one line."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import pytest

from planparse.errors import InputRefused
from planparse.readers.detect import detect

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DUMP = "Corporate Priority:\tSafe\t\t\t\nKey Developments\t<ul style='list-style-type: none'> • One • Two \t\t\t\n"
TABLE = "<table><tr><td>a</td><td>b</td></tr></table>"


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def office(kind: str) -> bytes:
    return archive(**{"[Content_Types].xml": f'<Types><Override ContentType="{kind}"/></Types>'})


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "x.txt", "pdf"),
        (b"\n\r  \x01garbage\x02 %PDF-1.4\n1 0 obj", "x", "pdf"),
        (office(WORD), "x.pdf", "docx"),
        (office("application/vnd.ms-word.document.macroEnabled.main+xml"), "x", "docx"),
        (office(EXCEL), "x", "xlsx"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "x", "office"),
        (OLE + "WordDocument".encode("utf-16-le"), "x", "office"),
        (b"{\\rtf1 x}", "x.doc", "office"),
        (b"<!DOCTYPE html><p>x", "x.txt", "html"),
        (b"\xef\xbb\xbf  <!-- saved --><HTML><body>x", "", "html"),
        (TABLE.encode(), "", "html"),
        (TABLE.encode("utf-16"), "", "html"),
        (TABLE.encode(), "plan.xls", "html"),
        (b"<p>one</p>", "", "html"),
        (b"text first " + TABLE.encode(), "x.htm", "html"),
        (DUMP.encode(), "", "text"),
        (DUMP.encode(), "x.html", "text"),
        (("<ul style='list-style-type: none'> • One\tx\n" + DUMP).encode(), "", "text"),
        (b"Plan 2016\nPED001 measure 88%\n", "x.html", "text"),
        (b"Plan 2016\n\na. do this, and that; then\nb. do, more; yes\n", "", "text"),
        (b"| a | b |\n|---|---|\n| 1 | 2 |\n", "", "markdown"),
        (b"a | b\n--- | ---\n1 | 2\n", "", "markdown"),
        (b"# Plan\n\n- **one**\n", "x.txt", "markdown"),
        (b"# Plan\n\n" + TABLE.encode(), "x.md", "markdown"),
        (TABLE.encode(), "x.md", "markdown"),
        (b"Plan 2016\n# note\n", "x.txt", "text"),
        (b'ref,measure,target\nA1,x,5\nA2,"y, z",6\n', "", "csv"),
        (b"ref;measure;target\nA1;x;5\nA2;y;6\n", "", "csv"),
        (b"ref,measure\n", "x.csv", "csv"),
        (b"One, two, three.\nFour, five.\nSix.\n", "", "text"),
        (b"PED001\x00\t87%\n", "", "text"),
        ("caf\xe9 \xa35 \x96 ok\tx\n".encode("latin-1"), "", "text"),
    ],
)
def test_kinds(data: bytes, name: str, kind: str) -> None:
    assert detect(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "x.pdf", "empty"),
        (b"\xef\xbb\xbf \n", "x", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 9, "x.pdf", "PNG image"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 9, "x", "JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "x", "WebP"),
        (b"\x1f\x8b\x08" + b"\x00\xff" * 9, "x", "gzip"),
        (b"x" * 257 + b"ustar\x0000" + b"\x00" * 200, "x", "tar"),
        (bytes(range(256)) * 40, "x.txt", "binary"),
        (bytes(range(256)) * 40, "x.html", "binary"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "x.docx", "encrypted"),
        (OLE, "x.xlsx", "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "x.xls", ".xlsx"),
        (OLE, "x", "unknown content"),
        (archive(a="b"), "x.docx", "not an Office file"),
        (office(WORD)[:60], "x.docx", "damaged"),
        (
            office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
            "x",
            "PowerPoint",
        ),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "x", ".ods"),
        (b"this is text", "x.pdf", "not PDF"),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "x.mht", "web archive"),
        (b"<p>this is HTML</p>", "x.docx", "not Word but HTML"),
        (b"<html><script>1</script>\n%PDF-1.4\n1 0 obj", "x.pdf", "both HTML and PDF"),
    ],
)
def test_refusals_say_what_and_what_to_do(data: bytes, name: str, word: str) -> None:
    with pytest.raises(InputRefused, match=word.replace(".", r"\.")) as caught:
        detect(data, name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "unit", ["<!-- -->", "<!--", "| ", "a" * 70_000, "<", "\t", "**a ", "<?xml ?>", "- ", ",", "A: b\n", "A: b\n c\n"]
)
def test_no_pattern_is_slow(unit: str) -> None:
    started = time.perf_counter()
    with contextlib.suppress(InputRefused):
        detect((unit * (70_000 // len(unit)) + "x").encode(), "")
    assert time.perf_counter() - started < 2
