"""Lines cut into texts at column borders that are known, and notes that go on over these."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.unruled.column_cuts import Starts, add_start, cut_at, cut_beside_note
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import Run
from tests.readers.pdf.drawn import style, words
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

BORDERS = [60.0, 200.0, 303.0, 400.0]


def starts(fourth: float = 305) -> Starts:
    out: Starts = {}
    for col, x in enumerate((10.0, 65.0, 205.0, fourth, 405.0)):
        add_start(out, col, x)
    return out


def line(*texts: tuple[float, str], size: float = 9) -> Line:
    """Words of 4 points a letter with blanks of 3 points."""
    made: list[Word] = [word for x, text in texts for word in words(x, 100, text, style(size=size))]
    (out,) = make_lines(made)
    return out


def found(runs: list[Run]) -> list[str]:
    return [run.text for run in runs]


ROW = ((10.0, "A1"), (65.0, "Fires"))
NOTE = "This is one to be watched and no more"


def at(text: str, word: str, x: float) -> float:
    """Where a text begins, so that this word of it begins at ``x``."""
    before = text[: text.index(word)].split()
    return x - sum(4 * len(w) + 3 for w in before)


def test_a_text_begins_where_others_of_its_column_do() -> None:
    own = line(*ROW, (260, "ten homes"), (304.7, "sold"))
    assert found(cut_at(own, BORDERS, starts())) == ["A1", "Fires", "ten homes", "sold"]


@pytest.mark.parametrize("off", [0.6, 1.2])
def test_a_note_goes_on_over_a_border_at_a_blank_as_wide_as_its_others(off: float) -> None:
    own = line(*ROW, (at(NOTE, "watched", 305 - off), NOTE))
    assert cut_at(own, BORDERS, starts()) == []


def test_beside_other_texts_it_is_one_text_over_its_columns() -> None:
    x = at(NOTE, "watched", 304)
    known = starts()
    add_start(known, 2, x)
    own = line(*ROW, (x, NOTE), (405, "Coach"))
    assert found(cut_beside_note(own, BORDERS, known, [])) == ["A1", "Fires", NOTE, "Coach"]


def test_entries_that_begin_flush_or_after_another_blank_are_two() -> None:
    flush = line(*ROW, (at(NOTE, "watched", 305), NOTE))
    assert len(cut_at(flush, BORDERS, starts())) == 4
    wider = line(*ROW, (254, "ten homes or"), (304, "sold by May"))
    assert wider.words[5].x0 - wider.words[4].x1 == 4
    assert len(cut_at(wider, BORDERS, starts())) == 4


def test_values_are_never_words_of_a_note() -> None:
    own = line(*ROW, (at("some homes 45%", "45%", 304), "some homes 45%"))
    assert found(cut_at(own, BORDERS, starts()))[-2:] == ["some homes", "45%"]


def test_a_line_of_the_note_below_that_lies_over_the_border_makes_two_texts_one() -> None:
    x = at(NOTE, "watched", 305)
    above = cut_at(line(*ROW, (x, NOTE)), BORDERS, starts())
    assert len(above) == 4
    below = line((x, "than that in every one of the years"))
    assert found(cut_beside_note(below, BORDERS, starts(), above)) == ["than that in every one of the years"]
    assert found(above) == ["A1", "Fires", NOTE]


def test_a_text_over_borders_below_no_note_is_none_of_the_row() -> None:
    above = cut_at(line(*ROW, (205, "45%"), (305, "46%")), BORDERS, starts())
    below = line((205, "than that in every one of the years"))
    assert cut_beside_note(below, BORDERS, starts(), above) == []
    assert found(above) == ["A1", "Fires", "45%", "46%"]


def test_a_text_over_the_first_border_is_no_note() -> None:
    assert cut_beside_note(line((10, NOTE), (305, "46%")), BORDERS, starts(), []) == []


def test_another_text_in_the_columns_of_a_note_makes_it_none() -> None:
    own = line(*ROW, (205, "This is one to be watched in"), (350, "46%"))
    assert cut_beside_note(own, BORDERS, starts(), []) == []


XS = [50.0, 90.0, 220.0, 290.0, 349.5, 420.0]
HEAD = ["Ref", "Indicator", "Last year", "Target", "Next one"]
WATCHED = ["We watch this for now as", "long as it lasts and set", "no target."]


def sheet_of(note: list[str], second: str = "") -> Paper:
    """A header of painted cells and three rows, in the first of which the note lies over the last two columns, beside
    a name of two lines."""
    sheet = (paper := Paper()).sheet()
    for x0, x1, name in zip(XS, XS[1:], HEAD, strict=False):
        sheet.box(x0, 80, x1, 96, colour="0.85 0.85 0.85").text(x0 + 3, 91, name, size=9, bold=True)
    top = 96.0
    for code, name, *values in (
        ["A1", "Fires started on", "45%"],
        ["A2", "Homes", "5", "6", "7"],
        ["A3", "Roads", "8", "9", "10"],
    ):
        for x, text in zip(XS, (code, name, *values), strict=False):
            sheet.text(x + 3, top + 12, text, size=9)
        if code == "A1":
            sheet.text(XS[1] + 3, top + 23, "purpose", size=9)
            for n, text in enumerate(note):
                sheet.text(XS[3] + 3, top + 12 + 11 * n, text, size=9)
            sheet.text(XS[4] + 3, top + 12, second, size=9) if second else None
            top += 11 * (max(len(note), 2) - 1)
        top += 17
    return paper


def test_a_note_of_several_lines_below_a_painted_header_is_one_text(engine: str) -> None:
    before = XS[3] + 3 + text_width("We watch this ", 9)
    assert XS[4] < before < XS[4] + 3  # a blank of the first line stands over the border
    (grid,) = grids(document(sheet_of(WATCHED), engine))
    assert texts(grid)[1] == ["A1", "Fires started on purpose", "45%", " ".join(WATCHED)]
    assert spans(grid) == {" ".join(WATCHED): (1, 2)}
    assert texts(grid)[2:] == [["A2", "Homes", "5", "6", "7"], ["A3", "Roads", "8", "9", "10"]]


def test_texts_of_several_lines_side_by_side_below_it_are_two(engine: str) -> None:
    (grid,) = grids(document(sheet_of(["Ten homes", "sold"], "All let"), engine))
    assert texts(grid)[1] == ["A1", "Fires started on purpose", "45%", "Ten homes sold", "All let"]
