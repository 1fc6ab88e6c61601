"""Dumps with tabs are read by their tabs alone, whatever blanks stand in them."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Grid, Paragraph
from planparse.model.options import Limits, ReadOptions
from planparse.readers.text import read


def test_one_tab_leaves_blanks_alone():
    dump = b"Head    Other    Third\nA    1    2\nB    3    4\nreal\tcell\n"
    document = read(dump, ReadOptions())
    assert [type(b) for b in document.blocks] == [Paragraph, Paragraph, Paragraph, Grid]
    assert document.blocks[0].text == "Head    Other    Third"


def test_a_form_feed_parts_lines_where_there_are_tabs():
    document = read(b"a\tb\n\fc\td\n", ReadOptions())
    assert [cell.places[0].line for block in document.blocks for cell in block.cells] == [0, 0, 2, 2]


@pytest.mark.parametrize("dump", [b" \n\n", b"\f\n\f", "\u200b\n".encode()])
def test_no_text_is_refused(dump: bytes):
    with pytest.raises(InputRefused):
        read(dump, ReadOptions())


@pytest.mark.parametrize("dump", [b"a\tb\n" * 9, b"Name   One  Two\nAa     1    2\nBb     3    4\n"])
def test_too_many_cells(dump: bytes):
    with pytest.raises(LimitExceeded):
        read(dump, ReadOptions(limits=Limits(max_cells=4)))
