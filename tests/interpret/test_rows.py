"""What the rows of a table become: numbers that Word counts, bands, remarks, parts of measures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import Interpretation, interpret, load_vocabulary
from planparse.model.document import SEVERAL_COLUMNS, Block, Document, Grid, Paragraph
from tests.repair.grids import document, grid, paragraph


def title(text: str = "Service Plan 2016-19") -> Paragraph:
    return replace(paragraph(text), heading=1)


def numbered(table: Grid, **markers: str) -> Grid:
    """The cells whose text is a key get no text, and the label as automatic number."""
    cells = (replace(c, blocks=(Block("", marker=markers[c.text]),)) if c.text in markers else c for c in table.cells)
    return replace(table, cells=tuple(cells))


def found(*tables: Grid, heading: str = "Swim more") -> Interpretation:
    doc: Document = document(title(), replace(paragraph(heading), heading=2), *tables)
    return interpret(doc, load_vocabulary())


def test_an_automatic_number_alone_in_a_cell_is_the_ref_of_an_action() -> None:
    table = grid(
        "No|Action|Lead|Due date",
        "one|Open the pool|Coach|May 2016",
        "two|Close the lido|Coach|June 2016",
        "three|Rest||",
    )
    (objective,) = found(numbered(table, one="1.1", two="(b)", three="1.")).plan.objectives
    assert [(m.ref, m.text) for m in objective.milestones] == [
        ("1.1", "Open the pool"),
        ("b", "Close the lido"),
        ("1", "Rest"),
    ]


def test_an_automatic_number_alone_in_a_cell_is_the_code_of_an_indicator() -> None:
    table = grid("Ref|Indicator|2015/16 Actual|2016/17 Target", "one|Swims|5|6", "two|Dives|7|8")
    plan = found(numbered(table, one="1.1", two="1.2")).plan
    assert [(i.code, i.measure) for i in plan.indicators] == [("1.1", "Swims"), ("1.2", "Dives")]


def test_a_bullet_and_a_number_without_a_row_are_no_code() -> None:
    table = grid("Ref|Indicator|2015/16 Actual|2016/17 Target", "one|Swims|5|6", "two|||", "|Dives|7|8")
    read = found(numbered(table, one="•", two="2."))
    assert [(i.code, i.measure) for i in read.plan.indicators] == [(None, "Swims"), (None, "Dives")]


def test_an_automatic_number_among_the_values_is_no_value() -> None:
    table = grid("Ref|Indicator|2015/16 Actual|2016/17 Target", "AB 1|Swims|one|6", "AB 2|Dives|7|8")
    read = found(numbered(table, one="a."))
    assert [v.status for v in read.plan.indicators[0].actuals] == ["blank"]


HEAD = "Indicator|2015/16 Actual|2016/17 Target|2017/18 Target"


@pytest.mark.parametrize(
    ("row", "group", "notes"),
    [
        ("Efficiency>4", "Efficiency", ()),
        ("Efficiency>3|", "Efficiency", ()),
        ("Comment: the pool was shut>4", None, ("Comment: the pool was shut",)),
        ("The pool was shut.>4", None, ("The pool was shut.",)),
        ("The pool was shut for most of the year because of the flood that came in the spring>4", None, ("The pool",)),
    ],
    ids=["band", "not quite the whole width", "comment", "sentence", "long text"],
)
def test_a_row_of_one_text_is_a_band_or_a_remark(row: str, group: str | None, notes: tuple[str, ...]) -> None:
    plan = found(grid(HEAD, "AB 1 Swims|1|2|3", row, "AB 2 Dives|4|5|6")).plan
    swims, dives = plan.indicators
    assert (swims.group, dives.group) == (None, group)
    assert [n[: len(notes[0])] for n in swims.notes] == list(notes)


def test_a_coded_measure_without_values_is_an_indicator_and_no_band() -> None:
    plan = found(grid(HEAD, "AB 1 Swims|1|2|3", "AB 2 Dives|||", "AB 3 Rows|4|5|6")).plan
    assert [(i.code, i.group) for i in plan.indicators] == [("AB 1", None), ("AB 2", None), ("AB 3", None)]
    assert {v.status for v in plan.indicators[1].targets} == {"blank"}


def test_a_measure_without_values_among_measures_without_codes_is_an_indicator() -> None:
    plan = found(grid(HEAD, "Swims|1|2|3", "Dives|||", "Rows|4|5|6")).plan
    assert [i.measure for i in plan.indicators] == ["Swims", "Dives", "Rows"]


def test_in_a_table_of_codes_a_text_without_code_and_values_is_a_band() -> None:
    plan = found(grid(HEAD, "AB 1 Swims|1|2|3", "Open air|||", "AB 2 Dives|4|5|6", "AB 3 Rows|4|5|6")).plan
    assert [(i.code, i.group) for i in plan.indicators] == [("AB 1", None), ("AB 2", "Open air"), ("AB 3", "Open air")]


def test_a_total_is_no_indicator() -> None:
    plan = found(grid(HEAD, "Swims|1|2|3", "Dives|4|5|6", "Total|5|7|9")).plan
    assert [i.measure for i in plan.indicators] == ["Swims", "Dives"]


def test_parts_of_a_measure_share_the_code_of_the_row_above() -> None:
    rows = ("AB 1 a) Swims|1|2|3", "b) Dives|4|5|6", "Rows|7|8|9", "c) Walks|1|2|3")
    plan = found(grid(HEAD, *rows)).plan
    assert [i.code for i in plan.indicators] == ["AB 1a", "AB 1b", None, None]


def test_a_part_with_a_code_of_its_own_keeps_it() -> None:
    table = grid(f"Ref|{HEAD}", "AB 1|a) Swims|1|2|3", "AB 2|b) Dives|4|5|6")
    assert [i.code for i in found(table).plan.indicators] == ["AB 1", "AB 2"]


def test_in_a_dump_a_note_counts_for_the_blank_targets_at_its_right() -> None:
    note = "To be set when the survey has been repeated"
    rows = (HEAD, f"AB 1 Swims|1|{note}|", f"AB 2 Dives|{note}|5|6", "AB 3 Rows|4|see note|")
    plan = found(grid(*rows, spans_known=False)).plan
    assert [[v.text for v in i.targets] for i in plan.indicators] == [[note, note], ["5", "6"], ["see note", ""]]
    whole = found(grid(*rows)).plan
    assert [v.text for v in whole.indicators[0].targets] == [note, ""]


def test_a_swapped_date_beside_a_filled_one_is_no_reason_to_drop_the_row() -> None:
    table = grid(
        "Objective|Action|Lead|Due date", "Be fair|Open it|Clerk|May 2016", "Be open|Close it|May 2017|June 2017"
    )
    assert [m.text for o in found(table).plan.objectives for m in o.milestones] == ["Open it", "Close it"]


@pytest.mark.parametrize(
    ("head", "period"),
    [("Milestone 2016/17|Lead|Due date", "2016/17"), ("Milestone|Lead 2016/17|Due date", None)],
    ids=["of the action", "of another column"],
)
def test_the_period_of_an_action_column_is_that_of_its_milestones(head: str, period: str | None) -> None:
    plan = found(grid(head, "Dig it|Coach|May 2016", "Fill it|Coach|June 2016")).plan
    assert [(m.text, m.period) for m in plan.milestones] == [("Dig it", period), ("Fill it", period)]


@pytest.mark.parametrize("text", ["Note: the pool was shut", "Notes - the pool was shut", "Comment: it was shut"])
def test_a_note_in_the_column_of_measures_is_of_the_measure_above(text: str) -> None:
    swims, dives = found(grid(HEAD, "AB 1 Swims|1|2|3", f"{text}|||", "AB 2 Dives|4|5|6")).plan.indicators
    assert (swims.notes, dives.group) == ((text,), None)


def test_a_name_that_begins_like_a_note_is_a_band() -> None:
    rows = ("AB 1 Swims|1|2|3", "AB 2 Dives|1|2|3", "Notes of the pool|||", "AB 3 Rows|4|5|6")
    plan = found(grid(HEAD, *rows)).plan
    assert ([i.notes for i in plan.indicators], plan.indicators[2].group) == ([(), (), ()], "Notes of the pool")


AMONG = "Indicator|2015/16 Actual|2016/17 Target|Lead|Due date"


def test_an_action_among_indicators_lies_over_the_values_and_is_due() -> None:
    plan = found(grid(AMONG, "Swims|1|2|Coach|", "Open the pool>3|Clerk|May 2016", "Dives|3|4|Coach|")).plan
    assert [(m.text, m.due, m.lead) for m in plan.milestones] == [("Open the pool", "2016-05", "Clerk")]
    assert [(i.measure, i.group) for i in plan.indicators] == [("Swims", None), ("Dives", None)]


def test_without_a_date_such_a_text_is_a_band() -> None:
    plan = found(grid(AMONG, "Swims|1|2|Coach|", "Open the pool>3|Clerk|", "Dives|3|4|Coach|")).plan
    assert (plan.milestones, [i.group for i in plan.indicators]) == ((), [None, "Open the pool"])


SENTENCE = "The pool was shut for a week."


def test_a_sentence_in_the_column_of_measures_is_a_note_on_the_one_above() -> None:
    swims, dives = found(grid(HEAD, "Swims|1|2|3", f"{SENTENCE}|||", "Dives|4|5|6")).plan.indicators
    assert (swims.notes, dives.measure, dives.group) == ((SENTENCE,), "Dives", None)


@pytest.mark.parametrize(
    ("text", "stop"),
    [(SENTENCE, "."), (SENTENCE.rstrip("."), ""), ("Dives.", "")],
    ids=["measures end with a stop", "no stop", "one word"],
)
def test_a_text_like_the_measures_is_one_of_them(text: str, stop: str) -> None:
    plan = found(grid(HEAD, f"Ways to swim{stop}|1|2|3", f"{text}|||", f"Rows{stop}|4|5|6")).plan
    assert ([i.measure for i in plan.indicators][1], [i.notes for i in plan.indicators]) == (text, [(), (), ()])


def test_a_note_below_a_measure_in_its_cell_is_no_part_of_it() -> None:
    table = grid("Measure|Actual 2015/16|Target 2016/17", "Visits|1|2", "Swims|3|4")
    visits = Block("Visits"), Block("Note: no survey was held.")
    cells = (replace(c, blocks=visits) if c.text == "Visits" else c for c in table.cells)
    one, other = found(replace(table, cells=tuple(cells))).plan.indicators
    assert (one.measure, one.notes) == ("Visits", ("Note: no survey was held.",))
    assert (other.measure, other.notes) == ("Swims", ())


def groups(*rows: str, head: str = "Measure|2015/16 Actual|2016/17 Target") -> list[tuple[str | None, str]]:
    """The group and the measure of each indicator."""
    return [(i.group, i.measure) for i in found(grid(head, *rows)).plan.indicators]


NAMED = ("Quantity||", "Visits|1|2", "Swims|3|4", "Quality||", "Happy people|5|6")


def test_names_alone_over_rows_that_all_have_values_are_groups() -> None:
    assert groups(*NAMED) == [("Quantity", "Visits"), ("Quantity", "Swims"), ("Quality", "Happy people")]


def test_a_value_that_is_not_set_yet_is_a_value() -> None:
    assert groups(*NAMED[:-1], "Happy people|tbc|6")[-1] == ("Quality", "Happy people")


def test_a_blank_beside_values_in_another_column_changes_nothing() -> None:
    rows = ("Quantity|||", "Visits|1|2|", "Quality|||", "Happy people|5|6|Coach")
    assert groups(*rows, head="Measure|2015/16 Actual|2016/17 Target|Lead") == [
        ("Quantity", "Visits"),
        ("Quality", "Happy people"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("New survey||", "Visits|1|2", "Swims|3|4"),
        ("Visits|1|2", "New survey||", "Swims|3|4", "New count||", "Runs|5|6"),
        ("New survey||", "Visits|1|2", "New count||", "Swims|3|4", "New visits||"),
        ("New survey||", "New count||", "Visits|1|2", "New visits||", "Swims|3|4"),
        ("New survey||", "Visits|1|", "New count||", "Swims|3|4"),
        ("Survey of 2016||", "Visits|1|2", "Survey of 2017||", "Swims|3|4"),
        ("People in the new survey||", "Visits|1|2", "New count||", "Swims|3|4"),
        ("AB 1 New survey||", "AB 2 Visits|1|2", "AB 3 New count||", "AB 4 Swims|3|4"),
    ],
    ids=[
        "one alone",
        "not first",
        "the last row",
        "two together",
        "a blank value",
        "a figure",
        "a longer one",
        "codes",
    ],
)
def test_measures_without_any_values_yet_stay_records(rows: tuple[str, ...]) -> None:
    assert [group for group, _ in groups(*rows)] == [None] * len(rows)


def test_measures_without_values_but_with_an_owner_stay_records() -> None:
    rows = ("New survey|||Clerk", "Visits|1|2|Coach", "New count|||Clerk", "Swims|3|4|Coach")
    assert len(groups(*rows, head="Measure|2015/16 Actual|2016/17 Target|Lead")) == 4


@pytest.mark.parametrize("name", ["New survey of", "New survey of visitors"])
def test_measures_of_three_or_four_words_without_values_stay_records(name: str) -> None:
    rows = (f"{name}||", "Visits|1|2", "Swims|3|4", f"{name.replace('New', 'Old')}||", "Runs|5|6")
    assert [group for group, _ in groups(*rows)] == [None] * len(rows)


@pytest.mark.parametrize(
    ("text", "mark", "codes"),
    [
        ("Dives 7 8", SEVERAL_COLUMNS, ["row-not-understood"]),
        ("Counted at the pools of the town alone.", "", []),
        ("Counted at the pools of the town alone.", "a word may be broken", []),
    ],
    ids=["a row", "a note", "a note with another doubt"],
)
def test_a_text_that_may_stand_in_several_columns_is_no_note_of_the_row_above(
    text: str, mark: str, codes: list[str]
) -> None:
    rows = grid("Ref|Indicator|2015/16 Actual|2016/17 Target", "AB1|Swims|5|6", f"{text}>4", "AB2|Runs|9|8")
    cells = (replace(c, marks=(mark,)) if c.text == text and mark else c for c in rows.cells)
    result = found(replace(rows, cells=tuple(cells)))
    assert [r.code for r in result.remarks] == codes
    assert [len(i.notes) for o in result.plan.objectives for i in o.indicators] == [int(not codes), 0]
