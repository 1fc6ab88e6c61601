"""Rules under titles side by side that meet: drawn in pieces, each under the middle of its own title."""

from __future__ import annotations

from planparse.readers.pdf.page import Page, Rule, Word, make_style
from planparse.readers.pdf.unruled.hints import _titles
from planparse.readers.pdf.words.lines import Line, make_lines

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
BOX = (50.0, 90.0, 560.0, 200.0)


def line(base: float, *texts: tuple[float, str]) -> Line:
    """Words around these places."""
    words = [Word(text, x - 2.5 * len(text), base - 8, x + 2.5 * len(text), base + 2, base, STYLE) for x, text in texts]
    (made,) = make_lines(words)
    return made


def under(titles: list[tuple[float, str]], rules: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """From where to where the rules under these titles run."""
    lines = [line(100, *titles), line(115, (200, "2009"), (300, "2010"), (400, "2009"), (470, "2010"))]
    page = Page(0, 595, 842, horizontals=[Rule(104, a, b) for a, b in rules])
    return sorted((rule.start, rule.end) for rule in _titles(page, lines, BOX))


PIECES = [(177.0, 363.0), (363.0, 495.0)]


def test_each_piece_under_its_title_is_a_rule() -> None:
    assert under([(270, "Prisoners"), (429, "Change")], PIECES) == PIECES


def test_pieces_beside_the_middle_of_their_titles_are_one_rule() -> None:
    assert under([(270, "Prisoners"), (450, "Change")], PIECES) == [(177, 495)]


def test_pieces_of_each_column_under_a_title_over_several_are_one_rule() -> None:
    assert under([(336, "Prisoners")], [(177, 270), (270, 363), (363, 495)]) == [(177, 495)]


def test_rules_apart_stay_two() -> None:
    assert under([(270, "Prisoners"), (429, "Change")], [(177, 350), (370, 495)]) == [(177, 350), (370, 495)]
