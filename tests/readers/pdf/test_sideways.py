"""Names of columns that run up or down the page are taken as one level word each, where at least two stand together."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Style, Word, make_style
from planparse.readers.pdf.words.sideways import level_headers
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

NAMES = ["Cabinet", "Scrutiny", "Finance"]
ROWS = [["Open the depot", "12", "14", "9"], ["Mend the lanes", "40", "41", "7"], ["Plant the trees", "8", "6", "5"]]
XS = [200.0, 250, 300]


def style(angle: int) -> Style:
    return make_style(size=10, bold=False, direction=angle, invisible=False, white=False, font="", unmapped=False)


def name(text: str, x: float, *, end: float = 160, up: bool = True) -> list[Word]:
    """Words of 40 points, one after the other on an upright line that begins (or ends) at ``end``."""
    out = []
    for n, word in enumerate(text.split()):
        far = end - 44 * n if up else end - 44 * (len(text.split()) - n - 1)
        base, angle = (x + 8, 90) if up else (-x - 2, 270)
        out.append(Word(word, x, far - 40, x + 10, far, base, style(angle)))
    return out


def level(text: str, x: float, base: float) -> Word:
    return Word(text, x, base - 8, x + 40, base + 2, base, style(0))


def header(sheet: Sheet, turn: int) -> None:
    for x, text in zip(XS, NAMES, strict=True):
        sheet.text(x + (8 if turn == 90 else 0), 150 if turn == 90 else 100, text, turn=turn)


@pytest.mark.parametrize("turn", [90, 270])
def test_a_header_that_does_not_run_level(turn: int, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 150, "Action")
    header(sheet, turn)
    for n, row in enumerate(ROWS):
        for x, cell in zip([50, *XS], row, strict=True):
            sheet.text(x, 175 + 16 * n, cell)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Action", *NAMES], *ROWS]


@pytest.mark.parametrize("up", [True, False])
def test_each_name_is_one_level_word_at_the_headers_foot(up: bool) -> None:
    long, short = name("Chief Clerk", 200, up=up), name("Mayor", 250, up=up)
    made = level_headers([*long, *short])
    assert [(w.text, w.x0, w.x1, w.bottom, w.style.angle) for w in sorted(made, key=lambda w: w.x0)] == [
        ("Chief Clerk", 200, 210, 160, 0),
        ("Mayor", 250, 260, 160, 0),
    ]
    assert all(w.style.plain for w in made)


@pytest.mark.parametrize("up", [True, False])
def test_lines_close_beside_each_other_are_one_name(up: bool) -> None:
    first, second = name("Chief", 200 if up else 212, up=up), name("Clerk", 212 if up else 200, up=up)
    made = level_headers([*first, *second, *name("Mayor", 260, up=up)])
    assert sorted((w.text, w.x0, w.x1) for w in made) == [("Chief Clerk", 200, 222), ("Mayor", 260, 270)]


def test_lines_further_apart_are_names_of_their_own() -> None:
    made = level_headers([*name("Chief", 200), *name("Clerk", 216)])
    assert [w.text for w in made] == ["Chief", "Clerk"]


def test_pieces_that_touch_are_one_word() -> None:
    first, second = name("Mana gers", 200)
    first.blank = False
    second.bottom = first.top - 0.5
    made = level_headers([first, second, *name("Mayor", 250)])
    assert made[0].text == "Managers"


def test_a_lone_name_is_a_note_in_the_margin() -> None:
    words = [*name("Draft", 20), level("Action", 50, 155)]
    assert level_headers(words) is words


def test_names_that_do_not_stand_side_by_side_stay() -> None:
    words = [*name("Draft", 20), *name("Copy", 560, end=260)]
    assert level_headers(words) is words


def test_labels_beside_several_rows_stay() -> None:
    rows = [level("Action", 80, 125 + 9 * n) for n in range(4)]
    words = [*name("Streets", 20), *name("Parks", 50)]
    assert level_headers([*words, *rows]) == [*words, *rows]
    assert [w.text for w in level_headers([*words, *rows[:3]])] == ["Action"] * 3 + ["Streets", "Parks"]


def test_level_names_among_them_move_down_to_the_same_line() -> None:
    action, below = level("Action", 80, 130), level("Open", 80, 175)
    made = level_headers([*name("Streets", 200), *name("Parks", 250), action, below])
    assert (action.base, action.bottom) == (158, 160)
    assert below.base == 175
    assert {w.base for w in made} == {158, 175}
