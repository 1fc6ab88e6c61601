"""A card of labels and values is one action or one measure; an objective's block that looks like one is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.cards import card_tables
from planparse.interpret.line_cards import with_cards
from planparse.model.document import Block, Cell, Element, Grid, Paragraph
from planparse.model.provenance import Place
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, texts

WORDS = load_vocabulary()
TITLE = "Open the new centre"
HEADING = Cell(0, 0, 1, 1, (Block(TITLE),), (Place(99, "paragraph"),))
ABOUT = ("Lead officer|Coach", "Due date|March 2017")


def turned(*rows: str, heading: Cell | None = None) -> list[list[str]] | None:
    cards = card_tables(grid(*rows), WORDS, heading)
    return [texts(card) for card in cards] if cards is not None else None


def test_a_card_is_turned_into_a_header_and_a_row() -> None:
    assert turned(f"Action|{TITLE}", *ABOUT) == [["Action|Lead officer|Due date", f"{TITLE}|Coach|March 2017"]]


def test_a_card_in_two_columns_of_pairs() -> None:
    card = turned(f"Action|{TITLE}|Directorate|Delivery", "Lead officer|Coach|Due date|March 2017")
    assert card == [["Action|Directorate|Lead officer|Due date", f"{TITLE}|Delivery|Coach|March 2017"]]


def test_pairs_that_are_blank_are_left_out() -> None:
    assert turned(f"Action|{TITLE}|Lead officer|Coach", "Due date|March 2017||") == turned(
        f"Action|{TITLE}|Lead officer|Coach", "|||", "Due date|March 2017||"
    )


@pytest.mark.parametrize(
    "rows",
    [
        (f"Action|{TITLE}|Lead officer", "Due date|March 2017|x"),
        (f"Action|{TITLE}|Lead officer|Coach", "Due date|March 2017||Status"),
        (f"Action|{TITLE}", "Due date|March 2017", "|and April"),
        (f"Action|{TITLE}", "Due date|March 2017", "Milestones|Dig"),
        (f"Action|{TITLE}", "Due date|March 2017", "Milestone(s)|Dig"),
        (f"Action|{TITLE}", "Ward|North"),
        (f"Action|{TITLE}", "Due date|March 2017", "Size|Large", "Shape|Round", "Weight|Light"),
        (f"Action|{TITLE}", "Due date|March 2017", f"{'Words and ' * 6}more|Blue"),
    ],
    ids=[
        "three columns",
        "a value without a label",
        "a blank label",
        "a list",
        "a list of one",
        "nothing due",
        "most labels unknown",
        "a long label",
    ],
)
def test_what_is_no_card(rows: tuple[str, ...]) -> None:
    assert turned(*rows) is None


def test_a_tall_cell_or_a_table_in_a_cell_is_in_no_card() -> None:
    card = grid(f"Action|{TITLE}", *ABOUT)
    first, *rest = card.cells
    for odd in (replace(first, row_span=2), replace(first, tables=(grid("x"),))):
        assert card_tables(replace(card, cells=(odd, *rest)), WORDS) is None


def test_several_cards_in_one_table_each_begin_with_the_same_label() -> None:
    rows = (f"Action|{TITLE}", *ABOUT)
    assert turned(*rows, "Action|Close the lido", *ABOUT) == [
        ["Action|Lead officer|Due date", f"{TITLE}|Coach|March 2017"],
        ["Action|Lead officer|Due date", "Close the lido|Coach|March 2017"],
    ]


def test_the_border_between_labels_and_values_may_stand_elsewhere_in_each_card() -> None:
    rows = (f"Action|{TITLE}>2", "Lead officer|Coach>2", "Due date|March 2017>2", "Action>2|Close the lido")
    assert turned(*rows, "Lead officer>2|Coach", "Due date>2|March 2017") == [
        ["Action|Lead officer|Due date", f"{TITLE}|Coach|March 2017"],
        ["Action|Lead officer|Due date", "Close the lido|Coach|March 2017"],
    ]
    assert turned(*rows, "Lead officer|Coach|Due date") is None


def test_a_title_over_the_whole_width_is_the_action() -> None:
    expected = [["Action|Lead officer|Due date", f"{TITLE}|Coach|March 2017"]]
    assert turned(f"{TITLE}>2", *ABOUT) == expected
    assert turned(f"{TITLE}>4", "Lead officer|Coach|Due date|March 2017") == expected


def test_each_title_begins_a_card() -> None:
    cards = turned(f"{TITLE}>2", *ABOUT, "Close the lido>2", *ABOUT)
    assert cards is not None
    assert [card[1] for card in cards] == [f"{TITLE}|Coach|March 2017", "Close the lido|Coach|March 2017"]


@pytest.mark.parametrize("rest", [(), ("Lead officer|Coach",)], ids=["nothing", "no date"])
def test_a_title_may_lack_what_the_other_cards_have(rest: tuple[str, ...]) -> None:
    cards = turned(f"{TITLE}>2", *ABOUT, "Close the lido>2", *rest)
    assert cards is not None
    assert [card[1].split("|")[0] for card in cards] == [TITLE, "Close the lido"]


@pytest.mark.parametrize("first", [f"{TITLE}>2", f"{TITLE}|"])
def test_a_title_short_enough_for_the_column_of_the_labels_begins_a_card_too(first: str) -> None:
    cards = turned(first, *ABOUT, "Dig|", *ABOUT, "Mark the lanes of the town>2", *ABOUT)
    assert cards is not None
    assert [card[1].split("|")[0] for card in cards] == [TITLE, "Dig", "Mark the lanes of the town"]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ((f"{TITLE}>2", *ABOUT, "Note|", "Close the lido>2", *ABOUT, "Note|"), "Action|Lead officer|Due date|Note"),
        ((f"{TITLE}>2", *ABOUT, "Dig|", *ABOUT[::-1]), "Action|Lead officer|Due date|Dig|Due date|Lead officer"),
    ],
    ids=["a label without a text", "over another label"],
)
def test_a_text_alone_in_its_row_is_a_label_where_no_card_begins_below_it(rows: tuple[str, ...], header: str) -> None:
    cards = turned(*rows)
    assert cards is not None
    assert cards[0][0] == header


CODED = f"1.01 {TITLE}"


def test_a_title_with_a_code_begins_a_card_alone_in_its_grid() -> None:
    assert turned(f"{CODED}|", *ABOUT, heading=HEADING) == [
        ["Action|Lead officer|Due date", f"{CODED}|Coach|March 2017"],
    ]


@pytest.mark.parametrize(
    "first",
    [f"{TITLE}|", f"{CODED}|", "1.01 Directorate|", f"{CODED}|North"],
    ids=["no code", "codes of labels", "a label with a number", "beside a text"],
)
def test_a_text_that_may_be_a_label_begins_none(first: str) -> None:
    about = ("1.02 Lead officer|Coach", "1.03 Due date|March 2017") if first == f"{CODED}|" else ABOUT
    cards = card_tables(grid(first, *about), WORDS, HEADING)
    assert cards is None or cards[0].rows()[1][0].places == HEADING.places


@pytest.mark.parametrize(("first", "title"), [("Dig|", "Dig"), ("Directorate|", TITLE), ("Dig|North", TITLE)])
def test_one_over_the_label_that_titles_before_stand_over_is_a_title(first: str, title: str) -> None:
    (card,) = card_tables(grid(first, *ABOUT), WORDS, HEADING, {"Lead officer"}) or ()
    assert texts(card)[1].split("|")[0] == title


def test_titles_of_cards_before_show_one_that_stands_beside_a_blank() -> None:
    plan = plan_of(
        "<h2>AB1: Swim more</h2>",
        table("Mark the lanes of the whole town +2", *ABOUT),
        "<h2>AB2: Play more</h2>",
        table("Dig|", *ABOUT),
    )
    assert [[m.text for m in o.milestones] for o in plan.objectives] == [["Mark the lanes of the whole town"], ["Dig"]]


def test_a_title_with_another_label_and_titles_alone_are_no_cards() -> None:
    assert turned(f"{TITLE}>2", *ABOUT, "Close the lido>2", "Owner|Guard") is None
    assert turned(f"{TITLE}>2", "Lead officer|Coach", "Close the lido>2", "Lead officer|Guard") is None


def test_the_heading_above_is_the_title_of_a_card_without_one() -> None:
    assert turned(*ABOUT, heading=HEADING) == [["Action|Lead officer|Due date", f"{TITLE}|Coach|March 2017"]]
    assert turned(*ABOUT) is None


@pytest.mark.parametrize("row", ["Action|Close the lido", "Key action:|Close the lido"])
def test_a_card_that_names_its_action_takes_no_title(row: str) -> None:
    cards = turned(row, *ABOUT, heading=HEADING)
    assert cards is not None
    assert TITLE not in cards[0][1]


@pytest.mark.parametrize(
    "rows",
    [
        ("Lead officer|Coach", "Directorate|Delivery"),
        ("Due date|March 2017",),
        (*ABOUT, "Linked indicators|AB 1, AB 2"),
        (*ABOUT, "Objective|Swim more"),
        (*ABOUT, "Corporate priority|Health"),
        (*ABOUT, "Emerging issues|Less rain"),
    ],
    ids=["nothing due", "one label", "measures", "objective", "priority", "list"],
)
def test_what_is_no_card_below_a_title(rows: tuple[str, ...]) -> None:
    assert turned(*rows, heading=HEADING) is None
    assert turned("Swim more>2", *rows) is None


@pytest.mark.parametrize("title", ["Objective: Swim more", "Priority: Health", "Linked indicators: AB 1"])
def test_a_title_that_names_an_objective_is_no_action(title: str) -> None:
    assert turned(f"{title}>2", *ABOUT) is None
    assert turned(*ABOUT, heading=replace(HEADING, blocks=(Block(title),))) is None


def line(text: str, unit: int = 0, heading: int | None = None, marker: str | None = None) -> Paragraph:
    return Paragraph(text, (Place(unit, "paragraph"),), heading=heading, marker=marker)


TOP = line(TITLE, 0, heading=3)
LEAD, DUE = line("Lead officer: Coach", 1), line("Due date: March 2017", 2)


def gathered(*elements: Element) -> list[Element]:
    return list(with_cards(elements, WORDS))


def test_lines_of_labels_below_a_heading_are_a_card_each_value_in_its_place() -> None:
    top, card, after = gathered(TOP, LEAD, DUE, line("We will open it."))
    assert (top, after) == (TOP, line("We will open it."))
    assert isinstance(card, Grid)
    assert texts(card) == ["Lead officer|Coach", "Due date|March 2017"]
    assert [c.places for c in card.cells] == [(), LEAD.places, (), DUE.places]


@pytest.mark.parametrize(
    "elements",
    [
        (LEAD, DUE),
        (TOP, DUE),
        (TOP, LEAD, line("Action: Dig", 2)),
        (TOP, line("We will open it.", 3), LEAD, DUE),
        (TOP, LEAD, line("Note well, this", 3), DUE),
        (TOP, line("Lead officer: Coach", 1, marker="•"), DUE),
        (TOP, LEAD, line("Due date: March 2017", 2, heading=4)),
        (TOP, LEAD, line("Milestones: Dig", 2), DUE),
    ],
    ids=[
        "no heading",
        "one line",
        "no date",
        "a text before",
        "a text between",
        "an item of a list",
        "a heading",
        "the label of a list between",
    ],
)
def test_other_lines_stay_lines(elements: tuple[Paragraph, ...]) -> None:
    assert gathered(*elements) == list(elements)


def test_the_heading_of_a_card_is_its_action_and_no_objective() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        f"<h3>{TITLE}</h3>",
        table("Lead officer|Coach", "Due date|March 2017"),
        "<h3>Close the lido</h3>",
        "<p>Lead officer: Guard</p><p>Due date: June 2017</p>",
    )
    (objective,) = plan.objectives
    assert objective.title == "Swim more"
    assert [(m.text, m.lead, m.due) for m in objective.milestones] == [
        (TITLE, "Coach", "2017-03"),
        ("Close the lido", "Guard", "2017-06"),
    ]


def test_below_its_heading_a_card_that_names_its_action_leaves_the_heading_an_objective() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(f"Action|{TITLE}", *ABOUT))
    (objective,) = plan.objectives
    assert (objective.title, [m.text for m in objective.milestones]) == ("Swim more", [TITLE])


def test_a_heading_over_a_block_with_linked_measures_is_an_objective() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table("Lead officer|Coach", "Due date|March 2017", "Linked indicators|AB 1"),
        "<h2>Indicators</h2>",
        table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2"),
    )
    assert "Swim more" not in [m.text for m in plan.milestones]


def test_a_card_of_a_measure_takes_no_title_either() -> None:
    plan = plan_of("<h2>Swim more</h2>", table("Indicator|AB 1: Swims", "Baseline|50", "Target 2016/17|60"))
    (swims,) = plan.indicators
    assert (swims.measure, numbers(swims, "targets"), plan.objectives[0].title) == (
        "Swims",
        {"2016/17": 60},
        "Swim more",
    )


def test_a_list_beside_the_action_of_a_card_leaves_it_a_card() -> None:
    rows = (f"Action|{TITLE}", "Key developments|New road", "Due date|March 2017")
    assert turned(*rows) == [["Action|Key developments|Due date", f"{TITLE}|New road|March 2017"]]


@pytest.mark.parametrize(
    "rows",
    [
        ("Lead officer|Coach", "Key developments|New road", "Due date|March 2017"),
        (f"Action|{TITLE}", "Key developments|New road", "Key milestones|Dig", "Due date|March 2017"),
        (f"Action|{TITLE}", "Emerging issue(s)|Less rain", "Due date|March 2017"),
    ],
    ids=["no action", "milestones too", "a label of a block"],
)
def test_a_list_in_an_objectives_block_makes_no_card(rows: tuple[str, ...]) -> None:
    assert turned(*rows) is None


def test_a_ref_beside_a_list_is_that_of_an_action() -> None:
    rows = ("Ref|A101", f"Action|{TITLE}", "Emerging issues|Less rain", "Status|Green")
    assert turned(*rows) == [["Ref|Action|Emerging issues|Status", f"A101|{TITLE}|Less rain|Green"]]


VALUES = ("Baseline (2015/16)|50%", "Target (2016/17)|60%")


def test_a_title_over_values_is_a_measure() -> None:
    expected = "Measure|Baseline (2015/16)|Target (2016/17)|Lead officer"
    assert turned("Swims>2", *VALUES, "Lead officer|Coach") == [[expected, "Swims|50%|60%|Coach"]]
    assert turned(*VALUES, "Lead officer|Coach", heading=HEADING) == [[expected, f"{TITLE}|50%|60%|Coach"]]


@pytest.mark.parametrize(
    "rows",
    [
        VALUES,
        ("Swims>2", VALUES[0]),
        ("Swims>2", "Baseline (2015/16)|see below", "Target (2016/17)|see above"),
        ("Swims>2", "Baseline (2015/16)|5 to 6 or so", VALUES[1]),
        ("Objective: Swim more>2", *VALUES),
        ("Swims>2", *VALUES, "Corporate priority|Health"),
    ],
    ids=["no title", "one value", "words", "a value that is none", "an objective", "a priority"],
)
def test_what_is_no_card_of_a_measure(rows: tuple[str, ...]) -> None:
    assert turned(*rows) is None


@pytest.mark.parametrize(
    "rows",
    [
        ("Measure|Baseline|Target 2016/17|Lead officer", "Swims|1|2|Coach"),
        ("Lead officer|Baseline 2015/16|Target 2016/17|Status", "Coach|1|2|Green"),
    ],
)
def test_a_header_of_four_names_is_no_card(rows: tuple[str, ...]) -> None:
    assert turned(*rows) is None
    assert turned(*rows, heading=HEADING) is None


MEASURE = (line("Measure: Swims", 1), line("Baseline (2015/16): 50%", 2), line("Target (2016/17): 60%", 3))


@pytest.mark.parametrize(
    "header",
    [
        "Code|Performance indicator|Actual 22/23|Target Year 1 (23/24)",
        "Code|Performance indicator|Actual performance 2022/23|Target set for the year",
    ],
)
def test_nor_is_one_of_which_a_name_says_more_where_a_whole_one_stands_in_place_of_a_value(header: str) -> None:
    assert turned(header, "KPI 1.1|Swims|65%|66%", "KPI 1.2|Dives|13.2%|12.8%") is None


def test_words_for_columns_in_texts_beside_labels_leave_a_card_one() -> None:
    found = turned("Action|Set the target for the year|Lead officer|Head of performance")
    assert found == [["Action|Lead officer", "Set the target for the year|Head of performance"]]


def test_lines_that_name_a_measure_and_its_values_are_a_card_without_a_heading() -> None:
    (card,) = gathered(*MEASURE)
    assert isinstance(card, Grid)
    assert texts(card) == ["Measure|Swims", *VALUES]


def test_each_line_that_names_a_measure_begins_a_card() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        "<p>Measure: Swims</p><p>Baseline (2015/16): 50%</p><p>Target (2016/17): 60%</p>",
        "<p>Measure: Dives</p><p>Baseline (2015/16): 5</p><p>Target (2016/17): 6</p>",
    )
    assert [(i.measure, numbers(i, "actuals"), numbers(i, "targets")) for i in plan.indicators] == [
        ("Swims", {"2015/16": 50}, {"2016/17": 60}),
        ("Dives", {"2015/16": 5}, {"2016/17": 6}),
    ]


@pytest.mark.parametrize(
    "elements",
    [
        MEASURE[1:],
        MEASURE[:1],
        (MEASURE[0], LEAD),
        (MEASURE[0], line("We swim.", 2), MEASURE[2]),
        (MEASURE[0], line("Target (2016/17) 60%", 2)),
    ],
    ids=["no measure", "a measure alone", "no value", "a text between", "no colon"],
)
def test_other_lines_of_measures_and_values_stay_lines(elements: tuple[Paragraph, ...]) -> None:
    assert gathered(*elements) == list(elements)


def test_a_row_of_four_names_over_one_of_values_is_no_card() -> None:
    assert turned("Ref|Measure|Actual 2015/16|Target 2016/17", "A2|Swims|New measure|6") is None


def test_a_line_may_name_several_values_and_the_code_of_the_measure() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        "<p>Measure AB1.1: Swims</p><p>Baseline 2015/16: 50% Target 2016/17: 60%; Target 2017/18: TBC</p>",
        "<p>Measure AB1.2: Dives</p><p>Baseline 2015/16: 5 Target 2016/17: 6</p>",
    )
    assert [(i.code, i.measure, numbers(i, "actuals"), numbers(i, "targets")) for i in plan.indicators] == [
        ("AB1.1", "Swims", {"2015/16": 50}, {"2016/17": 60, "2017/18": "tbc"}),
        ("AB1.2", "Dives", {"2015/16": 5}, {"2016/17": 6}),
    ]


@pytest.mark.parametrize("text", ["Target 2016/17: 60% Lead: Coach", "Target 2016/17: more Target 2017/18: less"])
def test_a_line_that_names_other_things_or_words_is_not_parted(text: str) -> None:
    (card,) = gathered(MEASURE[0], line(text, 2))
    assert isinstance(card, Grid)
    assert card.n_rows == 2


def test_a_line_of_several_values_is_of_the_text_right_above_it() -> None:
    plan = plan_of(
        "<h2>Aim 1: Swim more</h2><p>Water is good.</p>",
        "<p>PI 1.1 Visits to pools</p><p>Baseline 2015/16: 82.6% | Target 2016/17: 84% | Target 2018/19: 87%</p>",
        "<p>PI 1.2 Warm days</p><p>Baseline 2015/16: 14 | Target 2016/17: tbc</p>",
    )
    (objective,) = plan.objectives
    assert [(i.code, i.measure, numbers(i, "actuals"), numbers(i, "targets")) for i in objective.indicators] == [
        ("PI 1.1", "Visits to pools", {"2015/16": 82.6}, {"2016/17": 84, "2018/19": 87}),
        ("PI 1.2", "Warm days", {"2015/16": 14}, {"2016/17": "tbc"}),
    ]


def test_headings_over_lines_of_values_are_measures_where_all_of_their_level_are() -> None:
    values = "<p>Baseline 2015/16: 9 | Target 2016/17: 8</p>"
    plan = plan_of("<h2>Swim more</h2>", f"<h3>Visits</h3>{values}<h3>Warm days</h3>{values}")
    assert [(o.title, [i.measure for i in o.indicators]) for o in plan.objectives] == [
        ("Swim more", ["Visits", "Warm days"])
    ]
    plan = plan_of("<h2>Swim more</h2>", f"<h3>Visits</h3>{values}<h3>Warm days</h3><p>Few.</p>", "<p>AB</p>" + values)
    assert [i.measure for i in plan.indicators] == ["AB"]


def test_names_of_columns_in_any_row_are_no_labels_and_their_values() -> None:
    rows = grid("Visits to pools>4", "Latest|Target 2016/17|Due date|Owner", "1|2|3|Coach")
    assert card_tables(rows, WORDS) is None


@pytest.mark.parametrize(
    ("row", "bold", "is_card"),
    [("Action|Lead officer", True, False), ("Action|Lead officer", False, True), (f"Action|{TITLE}", True, True)],
    ids=["names", "plain", "a name and a text"],
)
def test_a_bold_row_of_two_names_begins_no_card(row: str, bold: bool, is_card: bool) -> None:
    rows = grid(row, *ABOUT)
    cells = tuple(
        replace(cell, blocks=tuple(replace(block, bold=bold and cell.row == 0) for block in cell.blocks))
        for cell in rows.cells
    )
    assert (card_tables(replace(rows, cells=cells), WORDS) is not None) is is_card


@pytest.mark.parametrize(
    "rows",
    [
        ("Deadline|Lead", "May 2016|Coach"),
        ("Action|Due date", "Lead of it|May 2016"),
        ("Measure|Target", "Baseline visits|5", "Target visits|6"),
    ],
)
def test_names_of_columns_over_rows_that_begin_with_no_name_are_no_card(rows: tuple[str, ...]) -> None:
    assert turned(*rows) is None
    assert turned(*rows, heading=HEADING) is None


def test_a_value_that_could_name_a_column_is_a_value_over_other_labels() -> None:
    assert turned("Action|Target", "By when|May 2016", "Owner|Coach") == [
        ["Action|By when|Owner", "Target|May 2016|Coach"]
    ]
    assert turned("Project|Progress", "Lead officer|Coach", "Due date|May 2016") == [
        ["Project|Lead officer|Due date", "Progress|Coach|May 2016"]
    ]


def test_labels_beside_their_values_are_a_card_under_its_title() -> None:
    assert turned("Lead|Coach", "Due date|May 2016", heading=HEADING) == [
        ["Action|Lead|Due date", f"{TITLE}|Coach|May 2016"]
    ]
