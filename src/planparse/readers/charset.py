"""Bytes to text: byte order mark, then the declared name, then UTF-8, then Windows-1252.

Nothing is guessed by statistics: such guesses turn a pound sign into a letter.
A declared name must prove itself by decoding strictly; UTF-8 is tried first
where it differs, because text that is valid UTF-8 by accident does not occur.
"""

from __future__ import annotations

import codecs
import re

from planparse.model.document import Note

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = {
    "ascii",
    "us-ascii",
    "iso-8859-1",
    "iso8859-1",
    "iso_8859-1",
    "latin1",
    "latin-1",
    "l1",
    "cp1252",
    "windows-1252",
}
_MULTIBYTE = {
    "shift_jis": "cp932",
    "sjis": "cp932",
    "euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
}
_SINGLE = re.compile(r"(?:windows-125[0-8]|cp125[0-8]|iso-?8859-(?:[2-9]|1[0-6])|koi8-[ru]|macintosh|mac-?roman)")
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9_:.+-]{2,40})["']""", re.I)
_COMMENT = re.compile(rb"<!--(?!\[).*?-->", re.S)
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_MOJIBAKE = re.compile("Â[£§©®°±·½¼¾\u00a0]|â€[™œ“”˜¢¦\u009d\u0080-\u009f]|Ã[©¨¢¤¶¼]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """The text of ``data`` and what was odd about its encoding.

    ``declared`` is the name that the file itself gives (see ``declared_charset``). NUL characters are left out and
    noted; line ends are kept as they are.

    >>> decode("£5".encode("cp1252"))[0]
    '£5'
    """
    notes: list[Note] = []
    text = _by_mark(data, notes)
    if text is None:
        text = _by_declaration(data, declared, notes)
    if text is None:
        text = _by_content(data, notes)
    if "\x00" in text:
        notes.append(Note("warning", "nul-characters", f"{text.count(chr(0))} NUL characters were left out"))
        text = text.replace("\x00", "")
    if "\ufffd" in text:
        notes.append(Note("warning", "lost-characters", f"{text.count(chr(0xFFFD))} characters could not be decoded"))
    if ("Ã" in text or "Â" in text or "â€" in text) and (found := _MOJIBAKE.search(text)):
        notes.append(Note("warning", "double-encoded", f"text looks encoded twice, as in {found[0]!r}; kept as it is"))
    return text, tuple(notes)


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML or XML file names in its first 4,096 bytes, in lower case."""
    head = _COMMENT.sub(b"", data[:4096])
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii").lower() if found else None


def _by_mark(data: bytes, notes: list[Note]) -> str | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            if name == "utf-8":
                return _by_content(body, notes)
            return body.decode(name, "replace")
    wide = _wide_without_mark(data)
    if wide is None:
        return None
    notes.append(Note("info", "charset", f"read as {wide}, which has no byte order mark"))
    return data.decode(wide, "replace")


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 shows itself by a NUL in nearly every second byte of western text."""
    head = data[: 4096 - 4096 % 2]
    half = len(head) // 2
    if half < 2 or b"\x00" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _by_declaration(data: bytes, declared: str | None, notes: list[Note]) -> str | None:
    """None where nothing usable is declared; UTF-8 is left to ``_by_content``, which tries it anyway."""
    if declared is None or declared in ("utf-8", "utf8"):
        return None
    codec: str | None = "cp1252" if declared in _LATIN else _MULTIBYTE.get(declared)
    if codec is None and _SINGLE.fullmatch(declared):
        codec = declared
    if codec is None:
        notes.append(Note("info", "charset", f"the declared encoding '{declared}' is not one that is read; ignored"))
        return None
    if _is_utf8(data):
        if not data.isascii():
            notes.append(Note("info", "charset", f"declared {declared}, but the bytes are UTF-8"))
        return None
    if codec == "cp1252":
        return _cp1252(data)
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        notes.append(Note("info", "charset", f"declared {declared}, but the bytes are not"))
        return None


def _by_content(data: bytes, notes: list[Note]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "planparse-cp1252")
    message = "the bytes are not valid UTF-8; those that are not were read as Windows-1252"
    notes.append(Note("warning", "charset", message))
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cp1252(data: bytes) -> str:
    return data.decode("cp1252", "replace")


def _bad_byte(error: UnicodeError) -> tuple[str, int]:
    """Error handler: a byte that is not UTF-8 is Windows-1252, unless it is a half of a surrogate or a cut end."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    found = _SURROGATE.match(error.object, error.start)
    if found:
        return "\ufffd", found.end()
    if error.reason == "unexpected end of data" and not error.object[: error.start].decode("utf-8", "ignore").isascii():
        return "\ufffd", error.end
    return _cp1252(error.object[error.start : error.end]), error.end


codecs.register_error("planparse-cp1252", _bad_byte)
