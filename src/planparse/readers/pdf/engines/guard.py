"""What a PDF's own bytes say before a library opens it: bombs, loops, and streams that are cut short.

Libraries decode a stream whole before anyone can count, follow a form into itself, and give what is left of a damaged
stream without a word. One walk over the streams, which inflates them piece by piece, finds those first. Pictures,
fonts and attachments are not looked at; they hold no text.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from planparse.errors import LimitExceeded
from planparse.model.document import Note
from planparse.model.options import Limits
from planparse.readers.pdf.engines.forms import Forms

_HEAD = 8192
"""Bytes before a stream in which its dictionary is looked for."""
_STEP = 1 << 16
_STREAM = re.compile(rb">>[\x00\t\n\f\r ]*stream(\r\n|\n|\r)")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\x00\t\n\f\r ]+[0-9]{1,5}[\x00\t\n\f\r ]+obj\b")
_UNREAD = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType|U3D)\b|/Length1\b|/Type\s*/EmbeddedFile\b")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(?:\[([^\]]*)\]|(/[A-Za-z0-9]+))")
_LENGTH = re.compile(rb"/Length\s+(-?[0-9]{1,12})(?!\s+[0-9]+\s+R)\b")
_CONTENTS = re.compile(rb"/Contents\s*\[")
_REFERENCE = re.compile(rb"([0-9]{1,10})\s+[0-9]{1,5}\s+R\b")
_WIDTHS = re.compile(rb"/W2?\s*\[\s*([0-9]+)\s+([0-9]+)\s+[0-9.-]+")
_XREF_WIDTHS = re.compile(rb"/W\s*\[\s*([0-9]+)\s+([0-9]+)\s+([0-9]+)\s*\]")
_RANGES = (b"bfrange", b"cidrange", b"notdefrange")
_LIST = re.compile(rb"\[[^\[\]]*\]")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,16})>\s*<([0-9A-Fa-f]{1,16})>\s*(?:<|\[|[0-9])")
_ODD_NUMBERS = [
    re.compile(power + rb"[+-]?[0-9]{1,4}\s+(?:[-+0-9.eE]+\s+){0,5}(?:Tf|T[dDmcwzLs]|cm)\b") for power in (b"e", b"E")
]
"""Operands with an exponent, which PDF does not know; two patterns, as one that begins with a letter is found fast."""
_TEXTS = re.compile(rb"\((?:[^()\\]|\\.)*+\)", re.S)
_CUT = "a stream of the PDF is damaged or cut short; text may be lost"
_LONG = "a stream of the PDF is not as long as it says; text may be lost"
_ODD = "a drawing of the PDF has numbers that PDF does not know; text may be lost"
_XREF = "the PDF's table of its objects is damaged and had to be rebuilt; text may be lost"


@dataclass(slots=True)
class _Stream:
    number: int
    head: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Walk:
    data: bytes
    limits: Limits
    sizes: dict[int, int] = field(default_factory=dict)
    """Object number -> bytes that its stream expands to."""
    forms: Forms = field(default_factory=Forms)
    notes: dict[str, None] = field(default_factory=dict)

    def run(self) -> tuple[Note, ...]:
        for stream in _streams(self.data):
            if not _UNREAD.search(stream.head):
                self._look(stream)
        self._check_dictionaries(self.data)
        if self.forms.check(self.limits):
            self.notes["a drawing of the PDF is part of itself; what it repeats is left out"] = None
        return tuple(Note("warning", "damaged-pdf", words) for words in self.notes)

    def _look(self, stream: _Stream) -> None:
        declared = _LENGTH.search(stream.head)
        if declared and abs(int(declared[1]) - (stream.end - stream.start)) > 2:
            self.notes[_LONG] = None
        content = self._expanded(stream)
        self.sizes[stream.number] = len(content)
        self.forms.add(stream.number, stream.head, content)
        if b"/ObjStm" in stream.head:
            self._check_dictionaries(content)
        if b"/XRef" in stream.head:
            widths = _XREF_WIDTHS.search(stream.head)
            if widths and max(map(int, widths.groups())) > 8:
                self.notes[_XREF] = None
        if any(odd.search(content) for odd in _ODD_NUMBERS):
            shown = _TEXTS.sub(b"()", content)
            if any(odd.search(shown) for odd in _ODD_NUMBERS):
                self.notes[_ODD] = None
        self._check_ranges(content)

    def _expanded(self, stream: _Stream) -> bytes:
        """The content as far as it is packed with Flate or ASCII85; other filters hardly expand."""
        content = self.data[stream.start : stream.end]
        for name in _filters(stream.head):
            if name in (b"FlateDecode", b"Fl"):
                content = self._inflated(content)
            elif name in (b"ASCII85Decode", b"A85"):
                self._check_size(len(content) + 3 * content.count(b"z"))
                return b""
            else:
                return b""
        self._check_size(len(content))
        return content

    def _inflated(self, packed: bytes) -> bytes:
        out: list[bytes] = []
        size, at = 0, 2  # the two bytes of the zlib header; a missing checksum at the end is no loss
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while not stream.eof and (at < len(packed) or stream.unconsumed_tail):
                rest = stream.unconsumed_tail
                out.append(stream.decompress(rest or packed[at : at + _STEP], 16 * _STEP))
                at += 0 if rest else _STEP
                size += len(out[-1])
                self._check_size(size)
        except zlib.error:
            self.notes[_CUT] = None
            return b"".join(out)
        if not stream.eof:
            self.notes[_CUT] = None
        return b"".join(out)

    def _check_size(self, size: int, what: str = "a stream") -> None:
        most = self.limits.max_stream_bytes
        if size > most:
            told = f"{what} of the PDF expands to more than {most:,} bytes"
            raise LimitExceeded(f"{told}; raise --max-stream-bytes if it can be trusted")

    def _check_dictionaries(self, text: bytes) -> None:
        at = 0
        while found := _CONTENTS.search(text, at):
            at = text.find(b"]", found.end())
            if at < 0:
                break
            listed = _REFERENCE.findall(text, found.end(), at)
            self._check_size(sum(self.sizes.get(int(number), 0) for number in listed), "the content of a page")
        for widths in _WIDTHS.finditer(text):
            if b"/XRef" not in text[max(0, widths.start() - 200) : widths.end() + 200]:
                self._check_codes(int(widths[2]) - int(widths[1]))

    def _check_ranges(self, content: bytes) -> None:
        if b"range" not in content:
            return
        for block in content.split(b"begin")[1:]:
            if block.startswith(_RANGES):
                for low, high in _RANGE.findall(_LIST.sub(b"[", block.partition(b"end")[0])):
                    self._check_codes(int(high, 16) - int(low, 16))

    def _check_codes(self, count: int) -> None:
        if count > self.limits.max_codes:
            told = f"a font of the PDF maps more than {self.limits.max_codes:,} codes in one range"
            raise LimitExceeded(f"{told}; raise --max-codes if it can be trusted")


def look_over(data: bytes, limits: Limits) -> tuple[Note, ...]:
    """Notes on what is damaged. Raises ``LimitExceeded`` for what no plan has. An encrypted file is not looked at."""
    if b"/Encrypt" in data:
        return (Note("info", "encrypted", "the PDF is encrypted, but can be read without a password"),)
    return _Walk(data, limits).run()


def _streams(data: bytes) -> Iterator[_Stream]:
    at = 0
    while found := _STREAM.search(data, at):
        head = data[max(at, found.start() - _HEAD) : found.start() + 2]
        number = 0
        for number_found in _OBJECT.finditer(head):
            number = int(number_found[1])
            head_from = number_found.end()
        head = head[head_from:] if number else head
        start = found.end()
        end = data.find(b"endstream", start)
        end = at = len(data) if end < 0 else end
        if data[end - 1 : end] == b"\n" and end > start:
            end -= 1  # the line's end is not data, and might complete what was cut
        yield _Stream(number, head, start, end)


def _filters(head: bytes) -> list[bytes]:
    found = _FILTER.search(head)
    if not found:
        return []
    return [name.strip() for name in (found[1] or found[2]).split(b"/") if name.strip()]
