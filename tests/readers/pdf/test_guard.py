"""What is found in a PDF's bytes before a library opens it, and the near misses that are none of it."""

from __future__ import annotations

import random
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.errors import LimitExceeded
from planparse.model.options import Limits
from planparse.readers.pdf.engines.guard import look_over

TEXT = b"BT /F 9 Tf 50 700 Td (Measure) Tj ET\n" * 400


def stream(content: bytes, extra: bytes = b"", length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return b"4 0 obj\n<< /Length %d %s >>\nstream\n%s\nendstream\nendobj\n" % (size, extra, content)


def flate(content: bytes) -> bytes:
    return stream(content, b"/Filter /FlateDecode")


def form(number: int, calls: dict[int, int]) -> bytes:
    names = b" ".join(b"/X%d %d 0 R" % (n, n) for n in calls)
    content = b" ".join(b"/X%d Do" % n for n, times in calls.items() for _ in range(times)) or b"n"
    head = b"/Type /XObject /Subtype /Form /Resources << /XObject << %s >> >>" % names
    return stream(content, head).replace(b"4 0 obj", b"%d 0 obj" % number)


def words(data: bytes, **limits: int) -> list[str]:
    return [note.message for note in look_over(data, Limits(**limits))]


def test_whole_streams_are_nothing_to_speak_of() -> None:
    assert words(stream(TEXT) + flate(zlib.compress(TEXT))) == []


def test_a_stream_without_its_checksum_is_whole() -> None:
    assert words(flate(zlib.compress(TEXT)[:-4])) == []


def test_a_stream_that_is_cut_short_is_said() -> None:
    packed = zlib.compress(random.Random(1).randbytes(3000).hex().encode())
    assert "cut short" in words(flate(packed[:2000]))[0]
    assert "cut short" in words(flate(packed[:2] + b"\xff" * 100))[0]


def test_a_length_that_is_wrong_is_said() -> None:
    assert words(stream(TEXT, length=len(TEXT) + 1)) == []
    assert "as long as" in words(stream(TEXT, length=99_999))[0]
    assert "as long as" in words(stream(TEXT, length=-5))[0]
    assert words(stream(TEXT).replace(b"/Length %d" % len(TEXT), b"/Length 9 0 R")) == []


@pytest.mark.parametrize("packed", [zlib.compress(b" " * 200_000), zlib.compress(zlib.compress(b" " * 200_000))])
def test_a_bomb_is_stopped_while_it_expands(packed: bytes) -> None:
    filters = b"[/FlateDecode]" if zlib.decompress(packed)[:1] == b" " else b"[/FlateDecode /FlateDecode]"
    data = stream(packed, b"/Filter " + filters)
    with pytest.raises(LimitExceeded, match="--max-stream-bytes"):
        look_over(data, Limits(max_stream_bytes=100_000))
    assert words(data, max_stream_bytes=200_000) == []


def test_pictures_fonts_and_attachments_may_be_large() -> None:
    packed = zlib.compress(b" " * 200_000)
    for kind in (b"/Subtype /Image", b"/Length1 9", b"/Type /EmbeddedFile", b"/Subtype /Type1C"):
        assert words(stream(packed, kind + b" /Filter /FlateDecode"), max_stream_bytes=1_000) == []


def test_one_content_many_times() -> None:
    page = b"<< /Type /Page /Contents [" + b"4 0 R " * 100 + b"] >>"
    assert words(stream(TEXT) + page, max_stream_bytes=101 * len(TEXT)) == []
    with pytest.raises(LimitExceeded, match="--max-stream-bytes"):
        look_over(stream(TEXT) + page, Limits(max_stream_bytes=100 * len(TEXT) - 1))


def test_drawings_inside_drawings() -> None:
    chain = b"".join(form(n, {n + 1: 10}) for n in range(10, 13)) + form(13, {})
    assert words(chain, max_marks=2000) == []
    with pytest.raises(LimitExceeded, match="--max-marks"):
        look_over(chain, Limits(max_marks=1000))


def test_a_drawing_that_holds_itself() -> None:
    assert "part of itself" in words(form(10, {10: 1}))[0]
    assert "part of itself" in words(form(10, {11: 1}) + form(11, {12: 1}) + form(12, {10: 1}))[0]
    assert words(form(10, {11: 1, 12: 1}) + form(11, {12: 1}) + form(12, {})) == []


def test_ranges_of_fonts() -> None:
    def ranges(text: bytes) -> bytes:
        return stream(b"begincmap 1 " + text + b" endcmap")

    whole = b"beginbfrange <0000> <FFFF> <0000> endbfrange"
    pairs = b"beginbfchar <0041> <D835DC00>\n<0042> <D835DC01> endbfchar"
    listed = b"beginbfrange <0000> <0002> [<0041> <D835DC00> <0043>] <0010> <0011> <0044> endbfrange"
    for good in (whole, pairs, listed):
        assert words(ranges(good)) == []
    with pytest.raises(LimitExceeded, match="--max-codes"):
        look_over(ranges(b"beginbfrange <0000> <11FFFFFF> <0000> endbfrange"), Limits())
    with pytest.raises(LimitExceeded, match="--max-codes"):
        look_over(b"<< /W [0 2000000000 500] >>", Limits())
    assert words(b"<< /W [0 65535 500] >> << /W [1 [500 600] 3 4 5] >>") == []


def test_an_encrypted_file_is_left_to_the_library() -> None:
    assert words(flate(b"nothing of this is Flate") + b"trailer << /Encrypt 6 0 R >>") == [
        "the PDF is encrypted, but can be read without a password"
    ]


@pytest.mark.parametrize("piece", [b"/Contents [", b"beginbfrange ", b">> stream\n", b"/W [", b"9 0 obj ", b"[<<"])
def test_no_repetition_makes_it_slow(piece: bytes) -> None:
    start = time.process_time()
    look_over(b"%PDF-1.7\n" + stream(piece * 20_000) + piece * 20_000, Limits())
    assert time.process_time() - start < 3


@given(st.binary(max_size=300), st.binary(max_size=100))
def test_any_bytes_give_notes_or_a_limit(content: bytes, extra: bytes) -> None:
    said = ""
    try:
        look_over(stream(content, b"/Filter /FlateDecode " + extra), Limits(max_stream_bytes=10_000))
    except LimitExceeded as error:
        said = str(error)
    assert said == "" or "--max-" in said


def test_numbers_with_an_exponent_are_named_and_texts_with_one_are_not() -> None:
    """PDF has no such numbers: what they place is lost."""
    assert any("numbers that PDF does not know" in line for line in words(stream(b"BT /F 1e400 Tf (x) Tj ET")))
    assert any("numbers that PDF does not know" in line for line in words(stream(b"BT 1E99 -1E99 Td (x) Tj ET")))
    assert words(stream(b"BT /F 12 Tf (at 1e5 2 Tf) Tj <1e400e4 > Tj ET")) == []
