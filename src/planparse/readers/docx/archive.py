"""Opens the zip of an Office file without trusting what it says about itself.

Sizes are counted while members inflate, members are never written to disk, and
a zip that a plain reader could be misled by (members that overlap, two members
of one name) is refused.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.options import Limits

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STEP = 1 << 16
_RATIO_FROM = 1 << 20
"""A member may inflate to this many bytes whatever its ratio."""


class Archive:
    """The members of a zip by name. Names count without regard to case, as they do for Word."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.max_zip_bytes
        _refuse_other_files(data)
        if data.count(b"PK\x01\x02") > limits.max_zip_members:
            raise _too_many(limits)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as cause:
            raise InputRefused(f"damaged Word file: {_words(cause)}; open it in Word and save it again") from cause
        self._members = _checked(self._zip.infolist(), limits)

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
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise InputRefused("damaged Word file: a compression that Word does not use; save it again with Word")
        parts: list[bytes] = []
        size, most = 0, max(_RATIO_FROM, info.compress_size * self._limits.max_zip_ratio)
        try:
            with self._zip.open(info) as stream:
                while part := stream.read(_STEP):
                    size += len(part)
                    if size > self._left:
                        raise LimitExceeded(
                            f"the file expands to more than {self._limits.max_zip_bytes:,} bytes; "
                            "raise --max-zip-bytes if it can be trusted"
                        )
                    if size > most:
                        raise LimitExceeded(
                            f"a part of the file expands more than {self._limits.max_zip_ratio} times; "
                            "raise --max-zip-ratio if it can be trusted"
                        )
                    parts.append(part)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError) as cause:
            raise InputRefused(f"damaged Word file: {_words(cause)}; open it in Word and save it again") from cause
        self._left -= size
        return b"".join(parts)


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
            raise InputRefused("damaged Word file: parts of the archive overlap; save it again with Word")
        end = info.header_offset + 30 + info.compress_size
    found: dict[str, ZipInfo] = {}
    for info in members:
        name = info.filename.replace("\\", "/").lstrip("/").lower()
        if name in found and not name.endswith("/"):
            raise InputRefused("damaged Word file: a part of the archive is there twice; save it again with Word")
        found[name] = info
    return found


def _too_many(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"the archive has more than {limits.max_zip_members:,} members; raise --max-zip-members if it can be trusted"
    )


def _words(cause: BaseException) -> str:
    return " ".join(str(cause).split())[:80] or type(cause).__name__
