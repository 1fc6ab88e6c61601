"""The zip archive of a workbook: unpacked once under the limits before a library may touch it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.options import Limits

_STEP = 65_536
_RATIO_FROM = 1_048_576
_UNCACHED = re.compile(rb"<c\b(?P<attributes>[^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_REF = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_TEXT = re.compile(rb"<a:t>([^<]*)</a:t>")
_PARAGRAPH = re.compile(rb"<a:p>.*?</a:p>", re.S)


@dataclass(slots=True)
class Sources:
    """What is seen in the parts while they are counted."""

    uncached: dict[str, list[str]] = field(default_factory=dict)
    """Part name of a sheet -> references of formulas that were saved without a value."""
    drawings: dict[str, list[str]] = field(default_factory=dict)
    """Part name of a drawing -> the paragraphs of its text boxes."""


def check_archive(data: bytes, limits: Limits) -> Sources:
    """Inflates every part and counts the bytes; declared sizes are not believed.

    Raises ``LimitExceeded`` for bombs and ``InputRefused`` for damaged, encrypted or doctored archives.
    """
    sources = Sources()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members, len(data), limits)
            total = 0
            for member in members:
                if member.flag_bits & 1:
                    raise InputRefused("the workbook is encrypted: remove the password and save it again")
                keep = member.filename.endswith((".xml", ".rels"))
                size, content = _inflate(archive, member, limits, total, keep)
                total += size
                if keep:
                    _look_into(member.filename, content, sources)
                    _check_sheet(content, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise InputRefused("the workbook is damaged or cut short: get it again") from error
    return sources


def _check_members(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if len(members) > limits.max_zip_members:
        most = limits.max_zip_members
        raise LimitExceeded(f"the archive has more than {most:,} members; raise --max-zip-members if it can be trusted")
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise InputRefused("the archive holds a part twice, which a workbook never does")
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        if member.header_offset < end or member.header_offset > size:
            raise InputRefused("parts of the archive overlap, which a workbook never does")
        end = member.header_offset + 30 + len(member.filename.encode()) + member.compress_size - 2


def _inflate(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, before: int, keep: bool
) -> tuple[int, bytes]:
    size = 0
    steps: list[bytes] = []
    with archive.open(member) as part:
        while step := part.read(_STEP):
            size += len(step)
            if before + size > limits.max_zip_bytes:
                told = f"the file expands to more than {limits.max_zip_bytes:,} bytes"
                raise LimitExceeded(f"{told}; raise --max-zip-bytes if it can be trusted")
            if size > _RATIO_FROM and size > limits.max_zip_ratio * max(1, member.compress_size):
                told = f"a part of the file expands more than {limits.max_zip_ratio} times"
                raise LimitExceeded(f"{told}; raise --max-zip-ratio if it can be trusted")
            if keep:
                steps.append(step)
    return size, b"".join(steps)


def _look_into(name: str, content: bytes, sources: Sources) -> None:
    if b"<!DOCTYPE" in content[:4096]:
        raise InputRefused("the workbook holds a document type declaration, which it never needs")
    if b"<sheetData" in content:
        found = [ref[1].decode() for c in _UNCACHED.finditer(content) if (ref := _REF.search(c["attributes"]))]
        if found:
            sources.uncached[name] = found
        return
    if not name.startswith("xl/drawings/"):
        return
    texts = [_plain(b"".join(_TEXT.findall(p))) for p in _PARAGRAPH.findall(content)]
    if any(texts):
        sources.drawings[name] = [text for text in texts if text]


def _check_sheet(content: bytes, limits: Limits) -> None:
    """The library makes an object for each cell and for each cell that a merged one covers."""
    slots = content.count(b"<c ")
    for left, top, right, bottom in _MERGED.findall(content):
        slots += (abs(int(bottom) - int(top)) + 1) * (abs(_column(right) - _column(left)) + 1)
    if slots > limits.max_cells:
        told = f"a sheet has more than {limits.max_cells} cells, merged ones included"
        raise LimitExceeded(f"{told}; raise --max-cells")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _plain(text: bytes) -> str:
    from html import unescape

    return unescape(text.decode("utf-8", "replace")).strip()
