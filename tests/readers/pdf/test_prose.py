"""Paragraphs, list labels and words broken over lines, inside cells and outside."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from planparse.readers.pdf.assemble import BROKEN_DOUBT
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.paragraphs.prose import make_prose
from planparse.readers.pdf.paragraphs.seams import ANYWHERE, BROKEN, FILLED, HUNG
from planparse.readers.pdf.paragraphs.settle import Vocabulary
from planparse.readers.pdf.paragraphs.settle import _rule as seam_weight
from planparse.readers.pdf.words.lines import make_lines
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs


def narrow(lines: list[str], *, width: float = 70, size: float = 10, words: str = "") -> Sheet:
    """A table whose upper left cell, ``width`` wide with 4 points of room at its sides, holds these lines."""
    sheet = SHEETS[-1].sheet()
    sheet.grid([50, 50 + width, 300], [100, 180, 200])
    for n, line in enumerate(lines):
        sheet.text(54, 112 + 12 * n, line, size=size)
    return sheet.text(54 + width, 112, "87%", size=size).text(54 + width, 195, words or "x", size=size)


SHEETS: list[Paper] = []


def cell_text(lines: list[str], engine: str = "pdfium", **options: object) -> str:
    SHEETS.append(Paper())
    narrow(lines, **options)  # type: ignore[arg-type]
    return grids(document(SHEETS.pop(), engine))[0].cells[0].text


def test_a_word_broken_by_a_narrow_cell_is_one_word(engine: str) -> None:
    width = text_width("performan", 10) + 8 + 3
    assert cell_text(["Latest", "performan", "ce"], engine, width=width) == "Latest performance"


def test_a_word_whose_line_has_room_is_not_joined() -> None:
    width = text_width("Latest results", 10) + 8 - 2
    assert cell_text(["Latest", "results"], width=width) == "Latest results"


def test_a_full_line_before_a_word_of_the_document_is_not_joined() -> None:
    width = text_width("Improvement", 10) + 8 + 2
    assert cell_text(["Improvement", "of"], width=width, words="a list of all") == "Improvement of"


def test_two_whole_words_in_full_lines_are_not_joined(engine: str) -> None:
    width = text_width("claiming", 10) + 8 + 2
    assert cell_text(["claiming", "benefits"], engine, width=width, words="some benefits") == "claiming benefits"
    assert cell_text(["Baseline", "years"], engine, width=text_width("Baseline", 10) + 10) == "Baseline years"


def test_the_spelling_of_the_document_mends_a_word_that_stands_nowhere_whole() -> None:
    vocabulary = Vocabulary()
    stems = ["ac", "sta", "reac", "sec", "por", "men", "no", "mo", "educa", "na"]
    for ending in ("tion", "tions", "tional", "tive"):
        vocabulary.add(" ".join(stem + ending for stem in stems))
    vocabulary.add(f"satisfac{BROKEN}tion reaction{BROKEN}plans")
    assert vocabulary.settle(f"satisfac{BROKEN}tion") == "satisfaction"
    assert vocabulary.settle(f"reaction{BROKEN}plans") == "reaction plans"


def test_what_never_begins_a_line_takes_no_blank() -> None:
    assert cell_text(["46.93", "%"], width=text_width("46.93", 10) + 10) == "46.93%"
    assert cell_text(["(Waste", ")"], width=text_width("(Waste", 10) + 9) == "(Waste)"
    assert cell_text(["AB", "C/01"], width=text_width("AB", 10) + 10) == "ABC/01"
    assert cell_text(["ABC01", "New"], width=text_width("ABC01", 10) + 10) == "ABC01 New"


def test_a_dash_without_room_on_the_line_above_is_no_label() -> None:
    width = text_width("over 65s", 10) + 8 + 4
    assert cell_text(["over 65s", "- all ages"], width=width) == "over 65s - all ages"
    SHEETS.append(Paper())
    narrow(["schools", "- all ages"], width=120)
    found = grids(document(SHEETS.pop()))[0].cells[0].blocks
    assert [(b.marker, b.text) for b in found] == [(None, "schools"), ("-", "all ages")]


def test_a_list_without_hanging_indent_keeps_its_labels() -> None:
    lines = ["c. Report to members by the", "end of May 2011", "d. Open the building"]
    SHEETS.append(Paper())
    narrow(lines, width=text_width(lines[0], 10) + 10, words="")
    found = grids(document(SHEETS.pop()))[0].cells[0].blocks
    assert [(b.marker, b.text) for b in found] == [
        ("c.", "Report to members by the end of May 2011"),
        ("d.", "Open the building"),
    ]


def test_a_list_begins_below_a_line_with_room_left_for_its_first_item() -> None:
    """Neither bold type nor another size says so; a number that had no room on a full line is one of its sentence."""
    sheet = (paper := Paper()).sheet()
    for n, line in enumerate(["Milestones", "1. Open the pool", "2. Mark the lanes"]):
        sheet.text(50 + 4 * (n > 0), 100 + 13 * n, line)
    assert paragraphs(document(paper)) == ["Milestones", "Open the pool", "Mark the lanes"]
    width = text_width("as is said in section", 10) + 8 + 4
    assert cell_text(["as is said in section", "1. of the plan"], width=width) == "as is said in section 1. of the plan"


def test_a_full_line_before_a_capital_is_not_joined() -> None:
    width = text_width("Corporate", 10) + 8 + 2
    assert cell_text(["Corporate", "Priority"], width=width) == "Corporate Priority"


def test_a_hyphen_at_a_lines_end_stays_unless_the_document_writes_the_word_without() -> None:
    width = text_width("pre-school place", 10)
    assert cell_text(["all of the pre-", "school places"], width=width + 30) == "all of the pre-school places"
    joined = cell_text(["all of the infor-", "mation"], width=width + 30, words="information is kept")
    assert joined == "all of the information"


def test_dashes_and_slashes_at_a_lines_end_take_no_blank() -> None:
    assert cell_text(["2016–", "2017", "Target"], width=42) == "2016–2017 Target"


def test_bullets_are_labels_and_each_item_is_a_block(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 130, 400], [100, 200, 220], [["Key\nDevelopments"], ["a", "b"]])
    for n, line in enumerate(["Inspection of the authority's", "Post 16 review"]):
        sheet.text(140, 112 + 24 * n, "•", size=9).text(155, 112 + 24 * n, line, size=9)
    sheet.text(155, 124, "arrangements for improvement", size=9)
    (grid,) = grids(document(paper, engine))
    blocks = grid.cells[1].blocks
    assert [(b.marker, b.text) for b in blocks] == [
        ("•", "Inspection of the authority's arrangements for improvement"),
        ("•", "Post 16 review"),
    ]


def test_printed_letters_are_labels(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 130, 400], [100, 140, 160], [["Milestones", ""], ["x", "c. Alone 2016"]])
    sheet.text(134, 112, "a.").text(150, 112, "Complete the work by May").text(150, 124, "2016 at the latest")
    sheet.text(134, 136, "b.").text(150, 136, "Review it")
    (grid,) = grids(document(paper, engine))
    assert [(b.marker, b.text) for b in grid.cells[1].blocks] == [
        ("a.", "Complete the work by May 2016 at the latest"),
        ("b.", "Review it"),
    ]
    assert [(b.marker, b.text) for b in grid.cells[3].blocks] == [("c.", "Alone 2016")]


def test_a_label_that_touches_its_text_is_a_label(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for n, text in enumerate(("a. Sweep the square", "b.Mend the lamps", "c. Open the pool")):
        sheet.text(50, 100 + 12 * n, text)
    found = [b for b in document(paper, engine).blocks if isinstance(b, Paragraph)]
    assert [(p.marker, p.text) for p in found] == [
        ("a.", "Sweep the square"),
        ("b.", "Mend the lamps"),
        ("c.", "Open the pool"),
    ]


def test_a_dash_or_a_value_alone_is_no_label() -> None:
    paper = Paper()
    paper.sheet().grid([50, 130, 400], [100, 120, 140], [["-", "1."], ["• ", "- 5%"]])
    (grid,) = grids(document(paper))
    assert [[(b.marker, b.text) for b in c.blocks] for c in grid.cells] == [
        [(None, "-")],
        [(None, "1.")],
        [(None, "•")],
        [(None, "- 5%")],
    ]


def test_a_raised_ordinal_belongs_to_its_number(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 250, 400], [100, 120, 140], [["", "87%"], ["x", "y"]])
    x = 54.0
    for text, size, up in (("a 2", 10, 0), ("nd", 6, 3.5), (" plan", 10, 0)):
        sheet.text(x, 112 - up, text, size=size)
        x += text_width(text, size)
    assert grids(document(paper, engine))[0].cells[0].text == "a 2nd plan"


def test_bold_made_by_printing_twice_is_read_once(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 250], [100, 120, 140], [["", "b"], ["c", "d"]])
    for shift in (0, 0.3):
        sheet.text(54 + shift, 112, "April")
    assert grids(document(paper, engine))[0].cells[0].text == "April"


def test_spaced_letters_are_one_word() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 250, 350], [100, 120, 140], [["", "b"], ["c", "d"]])
    sheet.text(54, 112, "TARGETS", spacing=1.5)
    assert grids(document(paper))[0].cells[0].text == "TARGETS"


def test_paragraphs_end_where_the_next_word_would_have_fitted() -> None:
    paper = Paper()
    sheet = paper.sheet()
    lines = [
        "The plan sets out what the directorate intends to do over the coming period,",
        "why it matters and how success is judged.",
        "Savings have been made since 2010 and more must be found in each of the years",
        "to come.",
    ]
    for n, line in enumerate(lines):
        sheet.text(50, 100 + 12 * n, line)
    assert paragraphs(document(paper)) == [" ".join(lines[:2]), " ".join(lines[2:])]


def test_headings_by_size_and_weight() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 60, "DRAFT Business Plan 2016-19", size=18, bold=True)
    sheet.text(50, 100, "Priority: Children", size=13, bold=True).text(50, 130, "Outcome: Learning", bold=True)
    for n in range(6):
        sheet.text(50, 160 + 12 * n, "Running text of the plan that says what is to be done in the years to come")
    sheet.text(50, 260, "Priority: Roads", size=13, bold=True)
    found = [(b.heading, b.text) for b in document(paper).blocks if isinstance(b, Paragraph)]
    assert [f for f in found if f[0]] == [
        (1, "DRAFT Business Plan 2016-19"),
        (2, "Priority: Children"),
        (3, "Outcome: Learning"),
        (2, "Priority: Roads"),
    ]


def test_text_in_two_columns_is_read_column_by_column() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 60, "A title over both of the columns of the page", size=14)
    for n in range(10):
        sheet.text(50, 100 + 12 * n, f"left {n} of the narrative in a column of the page")
        sheet.text(310, 106 + 12 * n, f"right {n} of the narrative in a column of the page")
    doc = document(paper)
    assert grids(doc) == []
    found = " ".join(paragraphs(doc))
    assert found.index("left 9") < found.index("right 0")


def test_contents_with_leaders_are_paragraphs(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n, word in enumerate(["Introduction", "Background", "Financial position", "Objectives", "Glossary"]):
        sheet.text(50, 100 + 14 * n, f"{word} {'.' * (60 - len(word))}").text(500, 100 + 14 * n, str(2 + 3 * n))
    assert grids(document(paper, engine)) == []


def test_a_numbered_list_with_tabs_is_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n, word in enumerate(["Introduction", "Background", "Financial position", "Objectives", "Glossary"]):
        sheet.text(50, 100 + 14 * n, f"{n + 1}.").text(90, 100 + 14 * n, f"{word} of the plan")
    assert grids(document(paper)) == []


def test_an_initial_is_no_label() -> None:
    paper = Paper()
    paper.sheet().grid([50, 150, 250], [100, 120, 140], [["J. Marlowe", "b"], ["c", "d"]])
    assert grids(document(paper))[0].cells[0].text == "J. Marlowe"


def test_bold_lines_of_two_sizes_are_two_headings() -> None:
    paper = Paper()
    paper.sheet().text(50, 80, "Performance Report", size=14, bold=True).text(50, 104, "Streets", size=13, bold=True)
    assert paragraphs(document(paper)) == ["Performance Report", "Streets"]
    paper = Paper()
    paper.sheet().text(50, 80, "A report on the performance of", size=14, bold=True).text(
        50, 97, "the streets", size=14, bold=True
    )
    assert paragraphs(document(paper)) == ["A report on the performance of the streets"]


def test_a_word_is_broken_where_the_blank_of_a_line_end_would_have_had_room(engine: str) -> None:
    width = text_width("report", 10) + 8 + 4.5
    ends = ["plan ", "new ", "road ", "inn "]  # this producer draws blanks at line ends
    lines = [*ends, "report", "plans"]
    assert cell_text(lines, engine, width=width).endswith("inn reportplans")
    bare = [*(end.strip() for end in ends), "report", "plans"]
    assert cell_text(bare, engine, width=width).endswith("inn report plans")


def test_places_without_a_blank_are_settled_together() -> None:
    """One number broken inside shows that the producer breaks words; a word over the border that it does not."""
    vocabulary = Vocabulary()
    vocabulary.add(f"12,0{BROKEN}45 100,0{BROKEN}00 Surviv{BROKEN}als")
    assert vocabulary.settle(f"Surviv{BROKEN}als") == "Survivals"
    vocabulary = Vocabulary()
    vocabulary.add(f"12,0{BROKEN}45 Surviv{BROKEN}als")
    vocabulary.ends.update("ooooo")
    assert vocabulary.settle(f"Surviv{BROKEN}als") == "Surviv als"


def test_small_words_are_hardly_halves_of_words() -> None:
    vocabulary = Vocabulary()
    vocabulary.add(f"100,0{BROKEN}00 200,0{BROKEN}00 overweight{BROKEN}or collections{BROKEN}per")
    assert vocabulary.settle(f"collections{BROKEN}per 1,000") == "collections per 1,000"


def test_an_even_place_keeps_its_blank_and_is_marked(engine: str) -> None:
    width = text_width("RED", 10) + 8 + 2
    SHEETS.append(Paper())
    narrow(["RED", "01"], width=width)
    cell = grids(document(SHEETS.pop(), engine))[0].cells[0]
    assert (cell.text, cell.marks) == ("RED 01", ())  # nothing is broken here, so nothing is in doubt
    SHEETS.append(Paper())
    narrow(["99,7", "50", "RED", "01"], width=width)
    cell = grids(document(SHEETS.pop(), engine))[0].cells[0]
    assert "RED 01" in cell.text
    assert cell.marks == (BROKEN_DOUBT,)


def test_numbers_and_their_units_are_one_word() -> None:
    assert cell_text(["£2.3", "m"], width=text_width("£2.3", 10) + 10) == "£2.3m"
    assert cell_text(["12,34", "5"], width=text_width("12,34", 10) + 10) == "12,345"
    assert cell_text(["2014/15", "Target"], width=text_width("2014/15", 10) + 10) == "2014/15 Target"


def test_years_and_a_word_are_never_one_word_wherever_blanks_are_drawn() -> None:
    vocabulary = Vocabulary()
    vocabulary.ends[HUNG] = 100  # a line's end without a blank breaks a word
    vocabulary.add(f"2022-23{BROKEN}outturn 2022-23{BROKEN}th perform{BROKEN}ance")
    assert vocabulary.settle(f"2022-23{BROKEN}outturn") == "2022-23 outturn"
    assert vocabulary.settle(f"2022-23{BROKEN}th") == "2022-23th"
    assert vocabulary.settle(f"perform{BROKEN}ance") == "performance"


def test_the_sign_stands_as_the_document_writes_it() -> None:
    width = text_width("46.93", 10) + 10
    assert cell_text(["46.93", "%"], width=width, words="5% 6% 7%") == "46.93%"
    assert cell_text(["46.93", "%"], width=width, words="5 % 6 % 7 %") == "46.93 %"


def test_a_bracket_of_a_broken_word_is_no_label() -> None:
    lines = ["CO2 emissions (tonne", "s) in the most"]
    width = text_width(lines[0], 10) + 10
    SHEETS.append(Paper())
    narrow(lines, width=width)
    assert len(grids(document(SHEETS.pop()))[0].cells[0].blocks) == 1


def test_centred_lines_leave_room_at_both_sides() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 120, 300], [100, 180, 200])
    for n, line in enumerate(["Anaesthetic", "s in May"]):
        sheet.text(85 - text_width(line, 10) / 2, 112 + 12 * n, line)
    sheet.text(124, 112, "Anaesthetics")
    assert grids(document(paper))[0].cells[0].text == "Anaesthetics in May"


def test_lines_that_end_at_the_right_have_the_room_before_them_too(engine: str) -> None:
    """The widest one need not reach the left end: here 3 points are left there, too few for the next letter."""
    paper = Paper()
    right = 54 + text_width("maximis", 10) + 3
    sheet = paper.sheet().grid([50, right + 4, 300], [100, 180, 200])
    for n, line in enumerate(["Aim to", "maximis", "e"]):
        sheet.text(right - text_width(line, 10), 112 + 12 * n, line)
    sheet.text(right + 8, 112, "maximise")
    assert grids(document(paper, engine))[0].cells[0].text == "Aim to maximise"


def test_a_date_that_goes_on_in_a_list_without_hanging_indent() -> None:
    lines = ["1. Agree the protocol by 7th", "January 2014", "2. Train the staff"]
    SHEETS.append(Paper())
    narrow(lines, width=text_width(lines[0], 10) + 10, words="")
    found = grids(document(SHEETS.pop()))[0].cells[0].blocks
    assert [(b.marker, b.text) for b in found] == [
        ("1.", "Agree the protocol by 7th January 2014"),
        ("2.", "Train the staff"),
    ]


def test_blanks_drawn_past_the_border_break_no_header() -> None:
    vocabulary = Vocabulary()
    vocabulary.add(f"2016/17{BROKEN}Actual 2017/18{BROKEN}Target")
    vocabulary.ends.update("d" * 30 + "h" * 9)
    assert vocabulary.settle(f"2016/17{BROKEN}Actual") == "2016/17 Actual"


def text(*lines: str, size: float = 10) -> list[str]:
    """The paragraphs of lines as wide as their column, in one style."""
    sheet = (paper := Paper()).sheet()
    for n, line in enumerate(lines):
        sheet.text(50, 100 + 12 * n, line, size=size)
    return paragraphs(document(paper))


def test_lines_that_each_begin_with_a_name_and_a_colon_are_one_each() -> None:
    lines = ["Ambition: A town for all who live in it now", "Outcome: Clean streets and squares in all wards"]
    assert text(*lines) == lines
    assert text("Our main ambition: A town for all who live here", lines[1]) == [
        "Our main ambition: A town for all who live here",
        lines[1],
    ]


def test_a_line_without_a_name_or_with_a_small_letter_goes_on() -> None:
    first = "Ambition: A town for all who live in it now"
    assert len(text(first, "and for all those who come to visit us then")) == 1
    assert len(text(first, "and also: for all those who come to visit us")) == 1
    assert len(text(first, "North and South and East and West: all of them")) == 1
    assert (
        len(text("A town for all of those who live in it by now", "Outcome: Clean streets and squares in wards")) == 1
    )


def labels(*lines: str) -> list[str | None]:
    """The label of each line, words parted by blanks; each line is a paragraph of its own."""
    style = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    found = []
    for line in lines:
        x, words = 50.0, []
        for part in line.split():
            words.append(Word(part, x, 92, x + 5 * len(part), 102, 100, style))
            x += 5 * len(part) + 3
        found += [prose.marker for prose in make_prose(make_lines(words), 50, 300)]
    return found


def test_a_glyph_alone_that_no_font_names_is_a_bullet() -> None:
    assert labels("\ufffd Sweep the square") == ["•"]
    assert labels("\ufffd\ufffd Sweep the square", "Sweep \ufffd the square", "\ufffd") == [None, None, None]
    assert labels("\ufffd \ufffdweep the square") == [None]


@pytest.mark.parametrize(("upper", "lower"), [("Actual", "2016/17"), ("2016/17 Target", "45")])
def test_nothing_outweighs_that_a_word_and_a_figure_are_two(upper: str, lower: str) -> None:
    """A code may be broken before its figures, and so may what follows a point."""
    assert seam_weight(upper, lower) < 2 * min(seam_weight(code, "12") for code in ("AB", "HT.", "Q"))


@pytest.mark.parametrize(("x", "step", "one"), [(50, 12, True), (60, 12, False), (50, 20, False)])
def test_the_last_short_line_of_a_text_across_two_columns_is_part_of_it(x: float, step: float, one: bool) -> None:
    sheet = (paper := Paper()).sheet()
    text = "A text over both of the columns of the page that says what the plan is for and to whom it"
    sheet.text(50, 100, text).text(x, 100 + step, "matters.")
    for n in range(8):
        sheet.text(50, 140 + 14 * n, f"left {n} of the narrative in a column of it")
        sheet.text(310, 146 + 14 * n, f"right {n} of the narrative in a column of it")
    assert (paragraphs(document(paper))[0] == f"{text} matters.") is one


def test_a_year_never_goes_on_with_the_number_above_it() -> None:
    assert cell_text(["Years 4-10", "2027-34"], width=text_width("Years 4-10", 10) + 9) == "Years 4-10 2027-34"


def test_a_line_set_in_below_a_full_one_is_a_text_of_its_own(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    upper = "PI 1 Visits to all the pools of the town, with those of schools and of clubs that open them to"
    sheet.text(50, 100, upper).text(88, 112, "Baseline 2024/25: 82.6% | Target 2025/26: 84%")
    sheet.text(
        50, 140, "What follows is a sentence of the body that is as wide as the page, so that the lines are full."
    )
    assert paragraphs(document(paper, engine))[:2] == [upper, "Baseline 2024/25: 82.6% | Target 2025/26: 84%"]


@pytest.mark.parametrize(
    ("upper", "lower", "step", "apart"),
    [
        ("Our town is clean and safe for all.", "Many meet in it.", 18, True),
        ("Our town is clean and safe for all.", "Many meet in it.", 13, False),
        ("Our town is clean and safe for all", "Many meet in it.", 18, False),
        ("Our town is clean and safe for all.", "many meet in it.", 18, False),
        ("Our town is clean and safe for all, by day and by night, as it was.", "Neighbourhoods are.", 18, False),
    ],
    ids=["set apart", "close", "no end of a sentence", "a small letter", "no room for its first word"],
)
def test_a_sentence_set_apart_on_a_line_of_its_own_is_a_paragraph(
    upper: str, lower: str, step: float, apart: bool, engine: str
) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 300, upper).text(50, 300 + step, lower)
    sheet.text(50, 400, "The board of the town has set out here what it wants to see done in it")
    sheet.text(50, 412, "in all of the years to come.")
    found = paragraphs(document(paper, engine))
    assert found[:-1] == ([upper, lower] if apart else [f"{upper} {lower}"])


@pytest.mark.parametrize("bold", [True, False], ids=["below a bold line", "below a plain one"])
def test_a_list_item_torn_from_its_list_begins_a_paragraph_below_a_bold_line(bold: bool) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Keep a plan of the town that is up to date and send it round to all of its", size=9, bold=bold)
    sheet.text(50, 110, "c. Submit the plan by 1 May 2023 and put it up for all of the town to see", size=9)
    sheet.text(50, 140, "All of the board looks at the plan in the spring of each year and in autumn.", size=9)
    texts = paragraphs(document(paper))
    assert ("Submit the plan by 1 May 2023 and put it up for all of the town to see" in texts) == bold


@pytest.mark.parametrize(("code", "count"), [("AB1.2", 2), ("AB1.3", 1), ("AC1.2", 1)])
def test_the_next_code_of_a_series_begins_a_paragraph(code: str, count: int) -> None:
    """The first line is full."""
    lines = ["AB1.1 Sweep all of the roads of the town each week of it", f"{code} Mend all of the lamps in the lanes"]
    assert len(text(*lines)) == count


def tabbed(text: str, behind: str, *, gap: float = 40) -> str:
    """The text of a line whose last words stand ``gap`` points behind the others."""
    style = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    x, words = 50.0, []
    for part in (*text.split(), "", *behind.split()):
        if part:
            words.append(Word(part, x, 92, x + 5 * len(part), 102, 100, style))
        x += 5 * len(part) + 3 if part else gap
    (prose,) = make_prose(make_lines(words), 50, 400)
    return prose.text


def test_a_date_far_behind_a_text_has_a_tab_before_it() -> None:
    assert tabbed("Open the pool", "March 2017") == "Open the pool\tMarch 2017"


@pytest.mark.parametrize(
    ("behind", "gap"),
    [("March 2017", 5), ("450", 40), ("in March", 40)],
    ids=["near", "another number", "no number at its end"],
)
def test_other_words_behind_it_have_none(behind: str, gap: float) -> None:
    assert tabbed("Open the pool", behind, gap=gap) == f"Open the pool {behind}"


def ending_bold(*lines: str) -> list[str]:
    """The paragraphs of lines close together whose words between stars are bold."""
    sheet = (paper := Paper()).sheet()
    for n, line in enumerate(lines):
        x = 50.0
        for k, part in enumerate(line.split("*")):
            if part:
                sheet.text(x, 100 + 13 * n, part, bold=k % 2 == 1)
                x += text_width(part, 10, k % 2 == 1)
    return paragraphs(document(paper))


def test_lines_that_all_end_in_bold_are_entries_of_their_own() -> None:
    assert ending_bold(
        "Open the pool in the north of the town by *May 2027*",
        "Publish the review of all of its pools by *June 2027*",
        "Mend the lanes of the parks by *July 2027*",
    ) == [
        "Open the pool in the north of the town by May 2027",
        "Publish the review of all of its pools by June 2027",
        "Mend the lanes of the parks by July 2027",
    ]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("We will open the pool of the town with our friends at *Leisure*", "Trust, who have the keys of all of them"),
        ("We will open the pool of the town, as is told in the *plan*", "and mend the lanes as told in the *review*"),
        (
            "We will open the pool of the town with our friends at *Leisure*",
            "*North* and mend it, as told in the *plan*",
        ),
    ],
    ids=["only one ends so", "in small letters", "begins in bold too"],
)
def test_bold_words_at_the_end_of_a_line_of_running_text_end_nothing(above: str, line: str) -> None:
    assert ending_bold(above, line) == [f"{above} {line}".replace("*", "")]


@pytest.mark.parametrize("mark", ["•", "1."])
def test_an_item_whose_lines_end_in_bold_stays_one(mark: str) -> None:
    assert ending_bold(
        f"{mark} Open the pool in the north of the town with the help of *Leisure Trust 2*",
        "   North and mend the lanes of it by *May 2027*",
        f"{mark.replace('1', '2')} Heat it",
    )[0].endswith("Leisure Trust 2 North and mend the lanes of it by May 2027")


def test_lines_of_running_text_that_end_in_bold_words_are_one_paragraph() -> None:
    lines = [
        "We will open the pool of the town with our friends at *Leisure Trust*",
        "North of the river the lanes are mended by the *Parks Board*",
        "South of it the track is lit by the *County Council*",
    ]
    assert ending_bold(*lines) == [" ".join(lines).replace("*", "")]


def split(*words: str, kind: str = FILLED) -> list[str]:
    """What becomes of words that lines of a document break, given with a blank at the break."""
    vocabulary = Vocabulary()
    vocabulary.add("the council and the town")
    broken = [word.replace(" ", kind) for word in words]
    for word in broken:
        vocabulary.add(word)
    return [vocabulary.settle(word) for word in broken]


@pytest.mark.parametrize("word", ["per son", "with in", "tar get", "net work", "part ner"])
def test_one_full_line_is_no_sign_of_a_producer_that_breaks_words(word: str) -> None:
    """Both halves are words, or may be."""
    assert split(word) == [word]
    assert split(word, kind=BROKEN) == [word.replace(" ", "")]


def test_several_of_them_are_and_so_is_a_word_that_is_none_in_halves() -> None:
    assert split("per son", "with in", "tar get", "net work", "part ner")[0] == "person"
    assert split("educa tion") == ["education"]


OVER = "We open all of these pools in the north and in the south of our whole town in this year"


def listed(*lines: tuple[float, str, float, str]) -> list[tuple[str | None, str]]:
    """Marks and texts of paragraphs below a full line; the lines give a mark and a text, or a text alone."""
    sheet = (paper := Paper()).sheet().text(50, 100, OVER)
    for n, (x, mark, at, text) in enumerate(lines, 1):
        if mark:
            sheet.text(x, 100 + 12 * n, mark)
        sheet.text(at, 100 + 12 * n, text)
    found = [(b.marker, b.text) for b in document(paper).blocks if isinstance(b, Paragraph)]
    assert found[0] == (None, OVER)
    return found[1:]


@pytest.mark.parametrize(("one", "two"), [("a.", "b."), ("1.", "2.")])
def test_a_list_within_an_item_begins_with_its_first_label(one: str, two: str) -> None:
    found = listed(
        (50, "•", 66, "Open both of them:"),
        (66, one, 82, "the north one"),
        (66, two, 82, "the south one"),
        (50, "•", 66, "Rest"),
    )
    assert found == [("•", "Open both of them:"), (one, "the north one"), (two, "the south one"), ("•", "Rest")]


@pytest.mark.parametrize("label", ["b.", "3."])
def test_another_label_begins_none(label: str) -> None:
    found = listed((50, "•", 66, "Open what is said in"), (66, label, 82, "the north one"), (50, "•", 66, "Rest"))
    assert found == [("•", f"Open what is said in {label} the north one"), ("•", "Rest")]


def test_below_a_full_line_the_first_label_is_a_word_of_its_text() -> None:
    found = listed((50, "•", 66, f"{OVER[:-3]}"), (66, "a.", 82, "of the south"), (50, "•", 66, "Rest"))
    assert found[0] == ("•", f"{OVER[:-3]} a. of the south")


@pytest.mark.parametrize(
    ("upper", "lower"), [("1,2", "34"), ("12,345,6", "78"), ("£1,2", "34*"), ("1,24,5", "60"), ("12", "34")]
)
def test_figures_that_make_up_a_number_may_be_one(upper: str, lower: str) -> None:
    assert seam_weight(upper, lower) > 0


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("1,234", "567"), ("12,345", "67,890"), ("1,234", "1,240"), ("£1,234", "56"), ("1,234.5,6", "78"), ("12", "2016")],
)
def test_figures_that_make_up_none_are_two_numbers(upper: str, lower: str) -> None:
    assert seam_weight(upper, lower) < 2 * min(seam_weight(code, "12") for code in ("AB", "HT.", "Q"))


def test_figures_below_each_other_are_no_evidence_of_breaks_at_any_letter() -> None:
    figures = [f"{n} {n + 11}" for n in range(120, 180)]
    assert split("tar get", *figures, kind=ANYWHERE) == ["tar get", *figures]
    torn = ["informa tion", "educa tion", "manag ement", "environ ment", "perfor mance", "impro vement"] * 3
    assert split("21 4", *torn, kind=ANYWHERE)[0] == "214", "words are"


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("By May 2026 we will: open the pool.", "By 15 June 2026 we will: heat it.", True),
        ("By May 2026 we will: open the pool;", "By 15 June 2026 we will: heat it.", True),
        ("By May 2026 we will: open the pool", "By 15 June 2026 we will: heat it.", False),
        ("By May 2026 we will open the pool.", "By then all of it: heat it.", False),
        ("By May 2026 we will: open the pool.", "In 15 June 2026 we will: heat it.", False),
        ("By May 2026 we will: open the pool.", "By 15 June 2026 we shall: heat it.", False),
    ],
    ids=["a stop", "a semicolon", "no stop", "no colon", "another word first", "another word with the colon"],
)
def test_lines_that_begin_alike_up_to_a_colon_are_paragraphs(
    first: str, second: str, *, parted: bool, engine: str
) -> None:
    """The first line has no room for the next word: nothing else parts them."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, first, size=10).text(50, 118, second, size=10)
    sheet.text(50, 300, "Else", size=10)
    found = paragraphs(document(paper, engine))
    assert ([first, second] == found[:2]) is parted
