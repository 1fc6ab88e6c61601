"""What format a file is: by its content first, by its suffix only where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePath

from planparse.errors import InputRefused
from planparse.readers.charset import decode
from planparse.readers.detect_text import is_html, kind_of_text

_SAMPLE = 65_536
_CONTENT_TYPES_MAX = 1_000_000
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
)
_PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"Rar!\x1a\x07", "RAR"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROLS = "".join(map(chr, (*range(1, 7), *range(14, 27)))) + "\ufffd"
_MAIN_PARTS = (
    (
        re.compile(rb"wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled"),
        "docx",
    ),
    (re.compile(rb"spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled"), "xlsx"),
)
_MAIL = re.compile(r"(?:[A-Z][A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*+){0,30}?(?:MIME-Version|Content-Type): ", re.I)
_NAMED = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".docm": "Word",
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".odt": "OpenDocument",
}
"""Suffixes that promise a binary format. Systems do write HTML into ``.doc`` and ``.xls``; that is read."""


def detect(data: bytes, name: str) -> str:
    """The key of the reader (``readers.READERS``) for this content.

    ``name`` is used for its suffix only. Raises ``InputRefused``, one line, for empty files, images, archives,
    encrypted Office files, other binaries, and text under the name of a binary format.
    """
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f"):
        raise InputRefused("the file is empty")
    suffix = PurePath(name).suffix.lower()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data, suffix)
    if data.lstrip()[:5] == b"{\\rtf":
        return "office"
    if _is_pdf(data):
        return "pdf"
    _refuse_binary(data)
    text, _ = decode(data[:_SAMPLE])
    if _MAIL.match(text):
        raise InputRefused("a web archive or a mail: open it and save the plan as .docx, .html or .pdf")
    if suffix in _NAMED:
        found = "HTML" if is_html(text, suffix) else "plain text"
        raise InputRefused(
            f"the content is not {_NAMED[suffix]} but {found}: get the file again, or give it the right suffix"
        )
    return kind_of_text(text, suffix)


def _is_pdf(data: bytes) -> bool:
    """Readers look for the header in the first 1,024 bytes; garbage before it is common, another format is a trap."""
    at = data.find(b"%PDF-", 0, 1029)
    if at <= 0:
        return at == 0
    before = data[:at].lower()
    if any(tag in before for tag in (b"<!doctype", b"<html", b"<script", b"<body", b"<table", b"<?xml")):
        raise InputRefused("the content is both HTML and PDF: remove what stands before the PDF header")
    return b"\n" not in before.strip() or not before.isascii() or b" obj" in data[at : at + 4096]


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            _refuse_overlap(archive.infolist())
            if "mimetype" in names:
                return _kind_of_open_document(archive)
            if "[Content_Types].xml" not in names:
                raise InputRefused("a zip archive that is not an Office file: unpack it and give the plan itself")
            with archive.open("[Content_Types].xml") as part:
                types = part.read(_CONTENT_TYPES_MAX)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise InputRefused("the Office file (a zip archive) is damaged or cut short: get it again") from error
    except RuntimeError as error:
        raise InputRefused("the archive is encrypted: remove the password and save it again") from error
    for pattern, kind in _MAIN_PARTS:
        if pattern.search(types):
            return kind
    for part_name, kind in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx")):
        if part_name in names:
            return kind
    if b"presentationml" in types:
        raise InputRefused("a PowerPoint file: save it as PDF and read that")
    if b"sheet.binary" in types:
        raise InputRefused("an Excel binary workbook (.xlsb): save it as .xlsx")
    raise InputRefused("an Office archive without a Word text or a workbook in it")


def _refuse_overlap(members: list[zipfile.ZipInfo]) -> None:
    """Members that share their bytes are how a small archive expands without end; no program writes them."""
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        if member.header_offset < end:
            raise InputRefused("members of the zip archive overlap, which is made to do harm: get the file again")
        end = member.header_offset + 30 + member.compress_size


def _kind_of_open_document(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        kind = part.read(200).decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "office"
    if "spreadsheet" in kind:
        raise InputRefused("an OpenDocument spreadsheet (.ods): save it as .xlsx")
    raise InputRefused(f"an archive of type {kind[:60]!r}: save the plan as .docx, .pdf or .html")


def _kind_of_ole(data: bytes, suffix: str) -> str:
    """Old Office files and encrypted new ones share one container; its directory names are UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or (suffix in _NAMED and not holds("WordDocument") and not holds("Workbook")):
        raise InputRefused("the Office file is encrypted: open it with its password and save it without one")
    if holds("WordDocument"):
        return "office"
    if holds("Workbook") or holds("Book\x00"):
        raise InputRefused("an old Excel workbook (.xls): save it as .xlsx")
    if holds("PowerPoint Document"):
        raise InputRefused("an old PowerPoint file: save it as PDF and read that")
    if holds("__properties_version1.0"):
        raise InputRefused("an Outlook message: save the attached plan and read that")
    raise InputRefused("an Office container of unknown content: save the plan as .docx or .pdf")


def _refuse_binary(data: bytes) -> None:
    for start, kind in _IMAGES:
        if data.startswith(start) and (kind != "BMP" or b"\x00" in data[:64]):
            raise InputRefused(f"a {kind} image, which has no text: run text recognition and save a searchable PDF")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise InputRefused("a WebP image, which has no text: run text recognition and save a searchable PDF")
    for start, kind in _PACKED:
        if data.startswith(start) and not data[:512].isascii():
            raise InputRefused(f"packed with {kind}: unpack it and give the plan itself")
    if data[257:262] == b"ustar":
        raise InputRefused("a tar archive: unpack it and give the plan itself")
    sample, notes = decode(data[:_SAMPLE])
    odd = sum(map(sample.count, _CONTROLS))
    odd += data[:_SAMPLE].count(0) if any(note.code == "nul-characters" for note in notes) else 0
    if odd > 0.03 * len(sample) + 2:
        raise InputRefused("a binary file of no known format: give a PDF, Word, HTML, Excel, CSV or text file")
