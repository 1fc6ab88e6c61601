"""Opens the zip of an Office file without trusting what it says about itself.

Sizes are counted while members inflate and the declared ones are not believed, members are never written to disk, and
a zip that a plain reader could be misled by (members that overlap, two members
of one name) is refused.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.options import Limits

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STEP = 1 << 16
_RATIO_FROM = 1 << 23
"""A member may inflate to this many bytes whatever its ratio: big tables of blank cells do expand 400 times."""
_LOCAL = struct.Struct("<4s5H3L2H")
"""Local file header; the last two are the sizes of the name and the extra field after it."""


class Archive:
    """The members of a zip by name. Names count without regard to case, as they do for Word."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.max_zip_bytes
        _refuse_other_files(data)
        if data.count(b"PK\x01\x02") > limits.max_zip_members:
            raise _too_many(limits)
        try:
            with ZipFile(BytesIO(data)) as directory:
                self._members = _checked(directory.infolist(), limits)
        except (BadZipFile, ValueError, OSError, NotImplementedError, IndexError, struct.error) as cause:
            raise _damaged("it is no whole zip archive") from cause
        if sum(info.file_size for info in self._members.values()) > limits.max_zip_bytes:
            raise self._too_big()
        self._data = data

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    @property
    def names(self) -> list[str]:
        return sorted(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises ``LimitExceeded`` while it inflates, not after."""
        info = self._members[name.lower()]
        if info.flag_bits & 1:
            raise InputRefused("encrypted file: it needs a password; save it without one and try again")
        out = self._stored(info)
        if info.compress_type == ZIP_DEFLATED:
            out = self._inflated(out)
        elif info.compress_type != ZIP_STORED:
            raise _damaged("a compression that Word does not use")
        self._spend(len(out))
        if zlib.crc32(out) != info.CRC:
            raise _damaged("a part of it does not match its checksum")
        return out

    def _stored(self, info: ZipInfo) -> bytes:
        """The bytes of a member as they stand in the file."""
        at = info.header_offset
        head = self._data[at : at + _LOCAL.size]
        if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
            raise _damaged("a part of it is not where it should be")
        name_size, extra_size = _LOCAL.unpack(head)[-2:]
        start = at + _LOCAL.size + name_size + extra_size
        return self._data[start : start + info.compress_size]

    def _inflated(self, data: bytes) -> bytes:
        out: list[bytes] = []
        size, at, ratio = 0, 0, self._limits.max_zip_ratio
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while not stream.eof and (at < len(data) or stream.unconsumed_tail):
                rest = stream.unconsumed_tail
                out.append(stream.decompress(rest or data[at : at + _STEP], 16 * _STEP))
                at += 0 if rest else _STEP
                size += len(out[-1])
                used = min(at, len(data)) - len(stream.unconsumed_tail)
                if size > self._left:
                    raise self._too_big()
                if size > _RATIO_FROM and size > used * ratio:
                    told = f"a part of the file expands more than {ratio} times"
                    raise LimitExceeded(f"{told}; raise --max-zip-ratio if it can be trusted")
        except zlib.error as cause:
            raise _damaged("a part of it cannot be unpacked") from cause
        if not stream.eof:
            raise _damaged("a part of it is cut short")
        return b"".join(out)

    def _spend(self, size: int) -> None:
        if size > self._left:
            raise self._too_big()
        self._left -= size

    def _too_big(self) -> LimitExceeded:
        most = self._limits.max_zip_bytes
        return LimitExceeded(
            f"the file expands to more than {most:,} bytes; raise --max-zip-bytes if it can be trusted"
        )


def _refuse_other_files(data: bytes) -> None:
    if not data:
        raise InputRefused("empty file: there is nothing to read")
    if data.startswith(OLE_MAGIC):
        refuse_encrypted(data)
        raise InputRefused(
            "encrypted with a password, or an old binary Office file; save it as .docx without a password and try again"
        )
    if b"PK\x03\x04" not in data[:4096]:
        raise InputRefused("not a Word file: it is not a zip archive; give a .docx file")


def refuse_encrypted(data: bytes) -> None:
    """Raises ``InputRefused`` for the OLE container in which Office keeps a file with a password."""
    if data.startswith(OLE_MAGIC) and "EncryptedPackage".encode("utf-16-le") in data:
        raise InputRefused("encrypted file: it needs a password; save it without one and try again")


def _checked(members: list[ZipInfo], limits: Limits) -> dict[str, ZipInfo]:
    if len(members) > limits.max_zip_members:
        raise _too_many(limits)
    end = 0
    for info in sorted(members, key=lambda m: m.header_offset):
        if info.header_offset < end:
            raise _damaged("parts of the archive overlap")
        end = info.header_offset + 30 + info.compress_size
    found: dict[str, ZipInfo] = {}
    for info in members:
        name = info.filename.replace("\\", "/").lstrip("/").lower()
        if name in found and not name.endswith("/"):
            raise _damaged("a part of the archive is there twice")
        found[name] = info
    return found


def _too_many(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"the archive has more than {limits.max_zip_members:,} members; raise --max-zip-members if it can be trusted"
    )


def _damaged(what: str) -> InputRefused:
    return InputRefused(f"damaged Word file: {what}; get it again, or open it in Word and save it again")
