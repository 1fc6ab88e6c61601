"""Nothing that a document holds may steer a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.writers.terminal import pad, plain, visible, width, wrap
from planparse.writers.text_table import text_table


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("red \x1b[31;1mword\x1b[0m", "red word"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("c1 \x9b31mword \x90dcs\x9cend", "c1 word end"),
        ("bell\x07 back\x08 del\x7f", "bell back del"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("unfinished \x1b[", "unfinished "),
        ("right\u202eto left", "rightto left"),
        ("£1,112 – “fine” 日本", "£1,112 – “fine” 日本"),
        ("[31m is only text", "[31m is only text"),
    ],
)
def test_plain(text: str, seen: str) -> None:
    assert plain(text) == seen


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    for made in (plain(text), visible(text), *wrap(plain(text), 7)):
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in made)


def test_visible_keeps_a_name_recognisable() -> None:
    assert visible("a\x1b[2J\u202eb\nc") == "a\\x1b[2J\\u202eb c"


@given(st.text("ab 日é"), st.integers(2, 12))
def test_wrapped_lines_fit_and_keep_the_letters(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert lines
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_pad_counts_wide_characters() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("7", 3, right=True) == "  7"


@given(
    st.lists(st.lists(st.text("abc d", max_size=30), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(30, 90),
)
def test_a_table_fits_the_terminal(rows: list[list[str]], columns: int) -> None:
    lines = text_table(("One", "Two", "Three"), rows, columns)
    assert all(len(line) <= columns for line in lines)
    for row in rows:
        for cell in row:
            for word in cell.split():
                assert word[:5] in "\n".join(lines)


def test_headers_wrap_before_texts_do() -> None:
    lines = text_table(("Code", "A very long header indeed"), [("X1", "five")], 20)
    assert lines == ["Code  A very", "      long", "      header", "      indeed", "----  ------", "X1    five"]


def test_a_table_of_nothing() -> None:
    assert text_table((), (), 80) == []
