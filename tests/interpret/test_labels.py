"""Labels at the left of a block, and header words."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.header_words import role_of
from planparse.interpret.items import cell_items
from planparse.interpret.labels import Label, label_of, match_label
from planparse.model.document import Block, Cell

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "role", "period", "rest"),
    [
        ("Service Objective:", "objective", None, ""),
        ("Service Objective: CLL 1", "objective", None, "CLL 1"),
        ("Service Objective CLL 1", "objective", None, "CLL 1"),
        ("Corporate Objective", "priority", None, ""),
        ("Council Theme:", "priority", None, ""),
        ("COUNCIL OBJECTIVE", "priority", None, ""),
        ("Force priority", "priority", None, ""),
        ("University aim: A place to belong", "priority", None, "A place to belong"),
        ("Departmental Aim", "objective", None, ""),
        ("Key Milestones (16-17)", "milestones", "2016/17", ""),
        ("Key Milestone(s) (13/14)", "action", "2013/14", ""),
        ("Milestones for 2016/17:", "milestones", "2016/17", ""),
        ("By 2028 we will", "milestones", "2028", ""),
        ("In 2016/17 we will", "milestones", "2016/17", ""),
        ("Emerging Issues / Challenges:", "issues", None, ""),
        ("Key Developments and Successes", "developments", None, ""),
        ("2. Key Developments", "developments", None, ""),
        ("Responsible Officer", "lead", None, ""),
        ("Senior Responsible Owner:", "lead", None, ""),
        ("Programme outcome", "priority", None, ""),
        ("National Outcomes", "priority", None, ""),
        ("Programme for Government Outcome: A green town", "priority", None, "A green town"),
        ("Steps and milestones", "milestones", None, ""),
        ("Benefits / Milestones 2016/17", "milestones", "2016/17", ""),
    ],
)
def test_a_label(text: str, role: str, period: str | None, rest: str) -> None:
    found = match_label(text, WORDS)
    assert found == Label(role, found.printed if found else "", period, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Objectives and indicators",
        "Loss of key staff",
        "Force of habit",
        "University places",
        "Health and care",
        "Visits to pools",
        "National outcomes framework",
        "Programme outcomes and outputs",
        "Senior responsible",
        "Outcomes and milestones",
        "Progress and milestones",
        "Milestones and outcomes",
        "Pools, steps and milestones",
    ],
)
def test_near_misses_are_no_label(text: str) -> None:
    assert match_label(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Latest performance", "actual"),
        ("Most recentperformance", "actual"),
        ("Annual Target", "target"),
        ("Target/Est.", "target"),
        ("Target for the year", "target"),
        ("Action ref", "code"),
        ("Actions required", "action"),
        ("Lead officer/team", "lead"),
        ("Indicator owner", "lead"),
        ("Target date", "due"),
        ("Good Performance", "direction"),
        ("Top quartile", "comparator"),
        ("Budget heading", "decoy"),
        ("Number of indicators", "decoy"),
        ("Impact", "decoy"),
        ("Intended impact", "extra"),
        ("Regions' average", "comparator"),
        ("Who and when", "lead"),
        ("Result we expect (measure)", "measure"),
        ("Actual (measure)", "actual"),
    ],
)
def test_the_role_of_a_header(text: str, role: str) -> None:
    found = role_of(text, WORDS)
    assert found is not None
    assert found[0] == role


@pytest.mark.parametrize("text", ["", "Households", "Increase the number of visits to pools by a tenth this year"])
def test_other_words_say_no_role(text: str) -> None:
    assert role_of(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "rest"), [("Aim A", "A"), ("Objective B: Swim more", "B: Swim more"), ("Aim a", None), ("Action A", None)]
)
def test_a_capital_letter_behind_the_word_for_an_aim_is_its_number(text: str, rest: str | None) -> None:
    label = match_label(text, WORDS)
    assert (label.rest if label is not None else None) == rest


def items(*blocks: str) -> list[tuple[str | None, str]]:
    cell = Cell(0, 0, 1, 1, tuple(Block(b) for b in blocks), ())
    return [(i.ref, i.text) for i in cell_items(cell)]


@pytest.mark.parametrize(
    "blocks",
    [
        ["a. Open it b. Close it c. Sell it"],
        ["a. Open it\nb. Close it\nc. Sell it"],
        ["a. Open it", "b. Close it", "c. Sell it"],
        ["(a) Open it (b) Close it (c) Sell it"],
        ["a. Open it\nb. Close\nit\nc. Sell it"],
        ["a. Open it", "b. Close it c. Sell it"],
    ],
)
def test_lettered_items_however_they_stand(blocks: list[str]) -> None:
    assert items(*blocks) == [("a", "Open it"), ("b", "Close it"), ("c", "Sell it")]


def test_numbered_items_run_together() -> None:
    assert items("1. Open it 2. Close it 3. Sell it") == [("1", "Open it"), ("2", "Close it"), ("3", "Sell it")]


def test_an_item_that_stands_behind_a_wrapped_line() -> None:
    cell = Cell(0, 0, 1, 1, (Block("Review it by", "a."), Block("May 2016 b. Open it"), Block("Close it", "c.")), ())
    assert [(i.ref, i.text) for i in cell_items(cell)] == [
        ("a", "Review it by May 2016"),
        ("b", "Open it"),
        ("c", "Close it"),
    ]


@pytest.mark.parametrize(
    "text", ["1. Deliver phase 2. Then report", "1. Meet standard 2. It is new", "(iv) Plan v. Actual"]
)
def test_a_number_inside_a_sentence_begins_no_item(text: str) -> None:
    assert len(items(text)) == 1


def test_bullets_run_together_and_a_letter_inside_a_sentence() -> None:
    assert items("• One • Two, three") == [(None, "One"), (None, "Two, three")]
    assert items("a. Agree plan b. with the board") == [("a", "Agree plan b. with the board")]


@pytest.mark.parametrize(
    ("text", "role", "printed", "rest"),
    [
        ("Service Objective HT1: Keep people warm", "objective", "Service Objective", "HT1: Keep people warm"),
        ("Objective HT 1: Warm: dry", "objective", "Objective", "HT 1: Warm: dry"),
        ("Corporate Priority CP2: Health", "priority", "Corporate Priority", "CP2: Health"),
        ("Service Objective: HT1: Keep people warm", "objective", "Service Objective", "HT1: Keep people warm"),
        ("Service Objective HT1:", "objective", "Service Objective", "HT1"),
    ],
)
def test_a_label_with_a_code_and_the_text_behind_it(text: str, role: str, printed: str, rest: str) -> None:
    assert match_label(text, WORDS) == Label(role, printed, None, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Service Objective homes: Keep people warm",
        "Responsible Officer HT1: Coach",
        "Visits HT1: Keep people warm",
        "HT1: Keep people warm",
        f"Service Objective HT1: Keep {'warm and ' * 8}dry",
    ],
    ids=["no code", "another label", "no label", "a code alone", "too long"],
)
def test_near_misses_of_a_label_with_a_code_are_no_label(text: str) -> None:
    assert match_label(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "role", "period"),
    [
        ("What did we do last year?", "developments", None),
        ("What will we do in 2026/27?", "milestones", "2026/27"),
        ("WHAT WE ACHIEVED IN 2025/26", "developments", "2025/26"),
        ("Issues facing the Park", "issues", None),
        ("Challenges facing our young people", "issues", None),
    ],
)
def test_questions_and_other_letters(text: str, role: str, period: str | None) -> None:
    found = match_label(text, WORDS)
    assert found is not None
    assert (found.role, found.period) == (role, period)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Indicators for AB1", "indicators"),
        ("Indicators (AB1)", "indicators"),
        ("Milestones AB1", "milestones"),
        ("Indicators for AB2", None),
        ("Pools for AB1", None),
        ("Indicators", None),
        ("AB1 Indicators", None),
    ],
)
def test_a_label_in_front_of_a_code(text: str, role: str | None) -> None:
    found = label_of(text, "AB1", WORDS)
    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    "text",
    ["To be completed", "Ready by", "In place by", "Planned for", "Achieved by", "Month of completion", "Due in"],
)
def test_names_of_a_column_that_says_by_when(text: str) -> None:
    found = role_of(text, WORDS)
    assert found is not None
    assert found[0] == "due"


@pytest.mark.parametrize("text", ["To be decided", "Ready to go", "In place of", "Planned actions", "Achieved"])
def test_other_names_do_not(text: str) -> None:
    found = role_of(text, WORDS)
    assert found is None or found[0] != "due"
