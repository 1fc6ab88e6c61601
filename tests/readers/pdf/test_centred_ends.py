"""No blank is drawn at the end of a line in the middle of its room: its last word may go on on the next line."""

from __future__ import annotations

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.paragraphs.prose import make_prose
from planparse.readers.pdf.paragraphs.seams import BROKEN, ROOMY
from planparse.readers.pdf.words.lines import make_lines

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
LEFT, RIGHT = 50.0, 150.0


TEXTS = (("Neighbourhoods", 86.0), ("ndplanning", 65.0), ("andtransportand", 90.0))
"""Words and how wide they are; after the first one a blank would have had room, and the next letter not."""


def seams(*, centred: bool, blank: bool = False) -> str:
    """What stands between the words of lines of one word each, in the middle of a cell or at its left; ``blank``: one
    is drawn after each."""
    words = []
    for n, (text, width) in enumerate(TEXTS):
        x, base = (LEFT + RIGHT - width) / 2 if centred else LEFT + 5, 100.0 + 12 * n
        words.append(Word(text, x, base - 8, x + width, base + 2, base, STYLE, blank=blank))
    (prose,) = make_prose(make_lines(words), LEFT, RIGHT)
    return "".join(c for c in prose.text if not c.isalpha())


def test_a_line_in_the_middle_of_its_cell_may_be_broken_there() -> None:
    assert seams(centred=True)[0] == BROKEN


def test_a_line_at_the_left_of_its_cell_has_room_for_a_blank() -> None:
    assert seams(centred=False)[0] == ROOMY


def test_a_blank_that_is_drawn_is_one() -> None:
    assert seams(centred=True, blank=True)[0] == seams(centred=False, blank=True)[0] == " "
