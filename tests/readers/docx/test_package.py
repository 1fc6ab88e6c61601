"""Files that are not what they say: damaged, encrypted, too big, hostile."""

from __future__ import annotations

import contextlib
import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import InputRefused, LimitExceeded, PlanparseError
from planparse.model.document import units
from planparse.model.options import Limits, ReadOptions
from planparse.readers.docx import read
from tests.readers.docx.build import HEAD, OFFICE, ROOT, document, lines, p, r, tbl, tc, tr, word_file, zipped

GOOD = word_file(p("Service Objective: AB01") + tbl(tr("AB001", "87%")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, words: str, limits: Limits | None = None) -> None:
    with pytest.raises(PlanparseError, match=words) as caught:
        read(data, ReadOptions(limits=limits or Limits()))
    assert "\n" not in str(caught.value)


def with_document(xml: str | bytes) -> bytes:
    return word_file("", {"word/document.xml": xml})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"plain text", "not a Word file"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (OLE + bytes(600), "password"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped({"a.txt": "x"}), "no document"),
        (with_document(f"{HEAD}<w:document {ROOT}><w:body>"), "not well-formed"),
        (with_document(f"{HEAD}<w:styles {ROOT}/>"), "another kind"),
        (with_document(f"{HEAD}<w:document {ROOT}>" + "<w:sdt>" * 600 + "</w:sdt>" * 600 + "</w:document>"), "nested"),
    ],
)
def test_refused_with_one_clear_line(data: bytes, words: str) -> None:
    refused(data, words)


def test_document_types_are_refused() -> None:
    entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    xml = f"<w:document {ROOT}><w:body>{p('&x;')}</w:body></w:document>"
    refused(with_document(f'<?xml version="1.0"?>{entity}{xml}'), "document type")
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    refused(with_document(f'{laughs}<w:document {ROOT} w:x="&b;"><w:body/>'), "document type")
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{entity}{xml}'.encode("utf-16")
    refused(with_document(wide), "document type")
    refused(word_file(p("x"), {"word/_rels/document.xml.rels": f"{entity}<Relationships/>"}), "document type")


def test_links_out_of_the_file_are_not_followed() -> None:
    links = (
        f'<Relationship Id="a" Type="{OFFICE}/header" Target="file:///etc/hostname" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{OFFICE}/footnotes" Target="../../../../etc/passwd"/>'
        f'<Relationship Id="c" Type="{OFFICE}/styles" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
    )
    body = p("x") + '<w:sectPr><w:headerReference w:type="default" r:id="a"/></w:sectPr>'
    assert lines(read(word_file(body, links=links), ReadOptions())) == ["x"]
    same_name = f'<Relationship Id="a" Type="{OFFICE}/header" Target="h.xml" TargetMode="External"/>'
    member = {"word/h.xml": f"{HEAD}<w:hdr {ROOT}>{p('inside')}</w:hdr>"}
    assert read(word_file(body, member, same_name), ReadOptions()).asides == ()


def test_strict_utf16_and_macro_files_are_read() -> None:
    xml = f"{HEAD}<w:document {ROOT}><w:body>{p('strict')}</w:body></w:document>"
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert lines(read(with_document(strict), ReadOptions())) == ["strict"]
    wide = xml.replace("UTF-8", "UTF-16").replace("strict", "wide é").encode("utf-16")
    assert lines(read(with_document(wide), ReadOptions())) == ["wide é"]
    macro = word_file(p("x"), {"word/vbaProject.bin": OLE + b"macro"})
    assert lines(read(macro, ReadOptions())) == ["x"]


def test_part_names_count_without_case_and_from_the_root() -> None:
    links = f'<Relationship Id="a" Type="{OFFICE}/footnotes" Target="/word/FootNotes.xml"/>'
    note = f'{HEAD}<w:footnotes {ROOT}><w:footnote w:id="1">{p("Note")}</w:footnote></w:footnotes>'
    body = p(r("x") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert lines(read(word_file(body, {"word/footnotes.xml": note}, links), ReadOptions())) == ["x", "Note"]


def test_limits_hold_while_inflating_and_name_their_option() -> None:
    big = word_file(p("x" * 30_000_000))
    refused(big, "--max-zip-ratio")
    refused(big, "--max-zip-bytes", Limits(max_zip_ratio=100_000, max_zip_bytes=1_000_000))
    refused(GOOD, "--max-zip-members", Limits(max_zip_members=3))
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {ROOT}><w:body>{p('x' * 5000)}</w:body></w:document>")
    refused(stored.getvalue(), "--max-zip-bytes", Limits(max_zip_bytes=4000))


def test_declared_sizes_are_not_believed() -> None:
    data = bytearray(word_file(p("x" * 30_000_000)))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<I", data, at + 24, 1000)
    refused(bytes(data), "--max-zip-ratio")


def test_a_big_table_of_blank_cells_is_no_bomb() -> None:
    found = document(tbl(*[tr(*[tc()] * 100)] * 600))
    assert found.blocks


def test_misleading_archives_are_refused() -> None:
    twice = zipped({"word/document.xml": "<a/>", "Word/document.xml": "<b/>"})
    refused(twice, "twice")
    data = bytearray(GOOD)
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    struct.pack_into("<I", data, second + 42, 0)
    refused(bytes(data), "overlap")
    locked = bytearray(GOOD)
    at = locked.rindex(b"PK\x01\x02", 0, locked.rindex(b"word/document.xml"))
    locked[at + 8] |= 1
    refused(bytes(locked), "password")


def test_memory_is_bounded_while_inflating() -> None:
    big = word_file(p("x" * 30_000_000))
    tracemalloc.start()
    refused(big, "--max-zip-bytes", Limits(max_zip_ratio=100_000, max_zip_bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_changed_bytes_are_noticed() -> None:
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {ROOT}><w:body>{p('87%')}</w:body></w:document>")
    refused(stored.getvalue().replace(b"87%", b"97%"), "checksum")
    data = bytearray(GOOD)
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at + 40] ^= 0xFF
    refused(bytes(data), "damaged|not well-formed")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=6))
def test_only_our_errors_come_out_of_damaged_files(at: int, noise: bytes) -> None:
    data = GOOD[:at] + noise + GOOD[at + len(noise) :]
    with contextlib.suppress(InputRefused, LimitExceeded):
        read(data, ReadOptions())


def test_the_deepest_nesting_that_xml_allows_is_read_or_refused() -> None:
    """Never a traceback: neither for tables in tables nor for controls and changes in one line."""
    tables = p("core")
    for _ in range(82):
        tables = tbl(tr(tc(tables)))
    runs = r("core")
    for at in range(120):
        runs = f"<w:ins>{runs}</w:ins>" if at % 2 else f"<w:sdt><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    for body in (tables, p(runs)):
        with contextlib.suppress(InputRefused):
            assert any(text == "core" for _, text in units(document(body)))
