"""Bytes to text: a pound sign stays a pound sign."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.readers.charset import declared_charset, decode


def codes(data: bytes, declared: str | None = None) -> list[tuple[str, str]]:
    return [(note.level, note.code) for note in decode(data, declared)[1]]


@given(st.text().filter(lambda text: "\x00" not in text and "\ufffd" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8"))[0] == text
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8"))[0] == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(mark: str) -> None:
    assert decode("café £5".encode(mark), "iso-8859-1") == ("café £5", ())


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(name: str) -> None:
    data = "Service Objective: café £5".encode(name)
    assert decode(data)[0] == "Service Objective: café £5"
    assert codes(data) == [("info", "charset")]


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1252", "iso-8859-1", "us-ascii", "x-unknown", "utf-7", "utf-16"]
)
def test_western_bytes_are_windows_1252_whatever_is_declared(declared: str | None) -> None:
    text, notes = decode("cost £10,000 – “café”".encode("cp1252"), declared)
    assert text == "cost £10,000 – “café”"
    sure = declared in ("windows-1252", "iso-8859-1", "us-ascii")
    assert any(note.level == "warning" for note in notes) == (not sure)


def test_utf8_that_calls_itself_something_else() -> None:
    assert decode("£5 café".encode(), "iso-8859-1")[0] == "£5 café"
    assert codes("£5".encode(), "iso-8859-1") == [("info", "charset")]
    assert codes(b"plain", "iso-8859-1") == []


def test_other_declared_encodings_must_prove_themselves() -> None:
    assert decode("żółw".encode("iso-8859-2"), "iso-8859-2")[0] == "żółw"
    assert decode("計画".encode("shift_jis"), "shift_jis")[0] == "計画"
    assert decode(b"\xa35 caf\xe9", "euc-kr")[0] == "£5 café"


def test_a_few_wrong_bytes_in_utf8_do_not_spoil_the_rest() -> None:
    assert decode("naïve £".encode() + b" \xa35 \x93x\x94")[0] == "naïve £ £5 “x”"


def test_half_surrogates_and_cut_ends_are_lost_and_said() -> None:
    assert decode(b"PED001 \xed\xa0\x80 x")[0] == "PED001 \ufffd x"
    assert decode("é ends –".encode()[:-1])[0] == "é ends \ufffd"
    assert decode("é ends é”".encode("cp1252"))[0] == "é ends é”"
    assert ("warning", "lost-characters") in codes(b"PED001 \xed\xa0\x80 x")


def test_nul_characters_go_and_are_said() -> None:
    assert decode(b"mid\x00dle")[0] == "middle"
    assert codes(b"mid\x00dle") == [("warning", "nul-characters")]


def test_text_encoded_twice_is_said_but_not_changed() -> None:
    twice = "£5 – café".encode().decode("cp1252").encode()
    assert decode(twice)[0] == twice.decode()
    assert codes(twice) == [("warning", "double-encoded")]
    assert codes("Ângela, São Paulo, CÂ £5".encode()) == []


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="UTF-8">', "utf-8"),
        (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1252'>", "windows-1252"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><html>", "iso-8859-1"),
        (b"<!-- <meta charset=utf-7> --><p>charset=x", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_the_declared_name(head: bytes, name: str | None) -> None:
    assert declared_charset(head) == name
