"""The raised number or letter of a footnote is no part of the value or the word before it, and is told."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, paragraphs


@pytest.mark.parametrize(
    ("text", "raised", "read"),
    [
        ("15", "2", "15"),
        ("4,560", "12", "4,560"),
        ("72%", "3", "72%"),
        ("Visits", "1", "Visits"),
        ("km", "2", "km2"),
        ("mi", "2", "mi2"),
        ("Semi", "2", "Semi"),
        ("2", "nd", "2nd"),
        ("44%", "a", "44%"),
        ("£1,015", "f", "£1,015"),
    ],
)
def test_a_raised_number_behind_a_word(text: str, raised: str, read: str, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, text, size=10).text(50 + text_width(text, 10), 96.5, raised, size=7)
    doc = document(paper, engine)
    assert paragraphs(doc) == [read]
    told = [note.message for note in doc.notes if note.code == "note-mark"]
    assert len(told) == (read == text)
    assert all(f"'{text}{raised}'" in message for message in told)


def test_figures_that_are_not_raised_or_not_smaller_stay(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for y, size, rise in ((100, 7.0, 0.0), (140, 10.0, 3.5)):
        sheet.text(50, y, "15", size=10).text(50 + text_width("15", 10), y - rise, "2", size=size)
    assert paragraphs(document(paper, engine)) == ["152", "152"]


def test_beside_a_raised_number_a_page_that_is_printed_twice_is_read_once() -> None:
    sheet = (paper := Paper()).sheet()
    for x in (50, 50.4):
        sheet.text(x, 100, "15", size=10).text(x + text_width("15", 10), 96.5, "2", size=7)
        for n in range(40):
            sheet.text(x, 140 + 14 * n, f"The {n + 10} roads of the town are swept", size=10)
    text = " ".join(paragraphs(document(paper)))
    assert text.count("roads") == text.count("swept") == 40


@pytest.mark.parametrize(("text", "read"), [("243", "243"), ("Visits", "Visits"), ("km", "km 2")])
def test_a_raised_number_that_stands_as_a_word_of_its_own(text: str, read: str, engine: str) -> None:
    """Another word stands between the two in the file, so no engine takes them for one."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, text, size=10).text(50 + text_width(text, 10) + 0.3, 96, "2", size=6)
    assert paragraphs(document(paper, engine))[0].replace(" ", "") == read.replace(" ", "")


def lifted(text: str, mark: str, behind: str = "", *, size: float = 7, rise: float = 3.5) -> Paper:
    """A text with a mark behind it that a text rise lifts, in the same text object."""
    shown = [part.encode("cp1252").hex() for part in (text, mark, behind)]
    sheet = (paper := Paper()).sheet()
    begin = f"q 0 g BT /F 10 Tf 1 0 0 1 50 {sheet.height - 100} Tm <{shown[0]}> Tj /F {size} Tf {rise} Ts "
    sheet.raw(f"{begin}<{shown[1]}> Tj 0 Ts /F 10 Tf <{shown[2]}> Tj ET Q")
    return paper


@pytest.mark.parametrize(
    ("text", "mark", "behind", "read"),
    [
        ("35%", "1", "", "35%"),
        ("Visits", "2", "", "Visits"),
        ("35%", "1", " of all", "35% of all"),
        ("km", "2", "", "km2"),
        ("2", "nd", "", "2nd"),
    ],
    ids=["a value", "a word", "within a line", "a unit", "an ordinal"],
)
def test_a_number_that_a_text_rise_lifts(text: str, mark: str, behind: str, read: str, engine: str) -> None:
    doc = document(lifted(text, mark, behind), engine)
    assert paragraphs(doc) == [read]
    assert [note.code for note in doc.notes if note.code == "note-mark"] == ["note-mark"] * (mark not in read)


@pytest.mark.parametrize(
    ("size", "rise"), [(7, 0), (10, 3.5), (7, 0.8), (7, -2)], ids=["level", "not smaller", "hardly", "lowered"]
)
def test_figures_that_it_does_not_lift_or_that_are_not_smaller_stay(size: float, rise: float, engine: str) -> None:
    assert paragraphs(document(lifted("35", "1", size=size, rise=rise), engine)) == ["351"]


def test_lifted_numbers_do_not_part_the_lines_of_a_text(engine: str) -> None:
    paper = lifted("The roads are swept each week", "1", ", as they were before, by")
    paper.sheets[0].text(50, 112, "all of us who live in the town and in its wards, in all of the year", size=10)
    (text,) = paragraphs(document(paper, engine))
    assert text.endswith("by all of us who live in the town and in its wards, in all of the year")


@pytest.mark.parametrize("rotate", [90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90], ids=["level", "running up"])
@pytest.mark.parametrize(
    ("text", "raised", "read"), [("Visits", "1", "Visits"), ("72%", "3", "72%"), ("km", "2", "km2")]
)
def test_a_raised_number_on_a_page_that_is_shown_turned(
    rotate: int, turn: int, text: str, raised: str, read: str, engine: str
) -> None:
    sheet = (paper := Paper()).sheet(rotate=rotate)
    end = text_width(text, 10)
    x, y = (200 + end, 296.5) if not turn else (196.5, 300 - end)
    sheet.text(200, 300, text, size=10, turn=turn).text(x, y, raised, size=7, turn=turn)
    assert paragraphs(document(paper, engine)) == [read]
