"""What most milestones begin with is their ref, and a ref is not read again in the text behind it."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table

INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")
Found = list[tuple[str | None, str]]


def listed(*texts: str) -> Found:
    """The milestones of an objective, each an item of a list."""
    items = "".join(f"<li>{text}</li>" for text in texts)
    rows = table("Key developments|New pool", f"Key Milestones|<ul>{items}</ul>")
    plan = plan_of("<h2>Objective 1: Swim more</h2>", rows, INDICATORS)
    return [(m.ref, m.text) for m in plan.milestones]


def acted(*rows: str) -> Found:
    plan = plan_of("<h2>Swim more</h2>", table("Ref|Action|Lead|Due date", *rows), INDICATORS)
    return [(m.ref, m.text) for m in plan.milestones]


def test_a_code_that_most_texts_begin_with_is_the_ref() -> None:
    assert listed("M1: Dig the pool", "M12: Fill it", "Open it") == [
        ("M1", "Dig the pool"),
        ("M12", "Fill it"),
        (None, "Open it"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("M1: Dig the pool",),
        ("M1: Dig the pool", "M2: Fill it", "Open it", "Close it"),
        ("M1: Dig the pool", "AB7: Fill it", "C.3: Open it"),
    ],
    ids=["one", "not most", "each of another shape"],
)
def test_codes_that_are_no_refs(texts: tuple[str, ...]) -> None:
    assert listed(*texts) == [(None, text) for text in texts]


def test_a_code_of_another_shape_among_them_stays_in_its_text() -> None:
    assert listed("M1: Dig the pool", "M2: Fill it", "AB.40: Mend the road")[2] == (None, "AB.40: Mend the road")


@pytest.mark.parametrize("text", ["1.1 Dig the pool", "1.1: Dig the pool", "1.1 - Dig the pool", "1.1 – Dig the pool"])
def test_a_ref_again_in_front_of_its_text_is_left_out(text: str) -> None:
    assert acted(f"1.1|{text}|Coach|May 2016", "1.2|Fill it|Coach|June 2016")[0] == ("1.1", "Dig the pool")


@pytest.mark.parametrize("text", ["1.10 Dig the pool", "1.1", "1.1% more digging", "Dig 1.1 pools", "1.1-mile pipes"])
def test_what_only_looks_like_the_ref_stays(text: str) -> None:
    assert acted(f"1.1|{text}|Coach|May 2016", "1.2|Fill it|Coach|June 2016")[0] == ("1.1", text)


@pytest.mark.parametrize(
    ("ref", "text"), [("A", "A new pool is open"), ("1", "1 May: the pool is open"), ("2", "2 new pools")]
)
def test_a_ref_that_may_be_a_word_of_the_text_is_left(ref: str, text: str) -> None:
    plan = plan_of("<h2>Swim more</h2>", table("Ref|Action|Lead|Due date", f"{ref}|{text}|A Smith|May 2025"))
    assert [m.text for m in plan.milestones] == [text]


def test_labels_of_items_in_a_column_without_a_name_are_the_refs() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>", table("|Action|Due date", "a)|Dig it|May 2016", "b)|Fill it|June 2016"), INDICATORS
    )
    assert [(m.ref, m.text) for m in plan.milestones] == [("a", "Dig it"), ("b", "Fill it")]


def unnamed(*rows: str) -> Found:
    plan = plan_of("<h2>Swim more</h2>", table("|Action|Lead|Due date", *rows), INDICATORS)
    return [(m.ref, m.text) for m in plan.milestones]


def test_codes_in_a_column_without_a_name_beside_bands_are_the_refs() -> None:
    rows = (
        "Pools +4",
        "1a|Dig it|Coach|May 2016",
        "1b|Fill it|Coach|June 2016",
        "Lidos +4",
        "2a|Shut it|Coach|May 2017",
    )
    assert unnamed(*rows) == [("1a", "Dig it"), ("1b", "Fill it"), ("2a", "Shut it")]


@pytest.mark.parametrize(
    ("labels", "refs"),
    [
        ("a b c", ["a", "b", "c"]),
        ("1 2 3", ["1", "2", "3"]),
        ("2.1 2.2 2.4", ["2.1", "2.2", "2.4"]),
        ("2.1 2.1", [None, None]),
        ("1 3", [None, None]),
        ("a c", [None, None]),
        ("North South", [None, None]),
    ],
    ids=[
        "letters",
        "figures",
        "numbers below another",
        "one twice",
        "a figure is left out",
        "a letter is left out",
        "words",
    ],
)
def test_a_column_without_a_name_that_counts_its_rows_has_the_refs(labels: str, refs: list[str | None]) -> None:
    rows = (f"{label}|Dig the pool|Coach|May 2016" for label in labels.split())
    assert [ref for ref, _ in unnamed(*rows)] == refs


LISTED = "<ol type='a'><li>Open the pool by June 2016</li><li>Train the staff</li></ol>"


def test_actions_that_one_cell_counts_are_each_one() -> None:
    (objective,) = plan_of("<h2>Swim more</h2>", table("Milestone|Lead", f"{LISTED}|Coach", "Mend it|Owner")).objectives
    found = [(m.ref, m.text, m.due, m.lead) for m in objective.milestones]
    assert found == [
        ("a", "Open the pool by June 2016", "2016-06", "Coach"),
        ("b", "Train the staff", None, "Coach"),
        (None, "Mend it", None, "Owner"),
    ]


def test_bullets_of_one_action_and_those_below_a_code_are_not() -> None:
    bullets = LISTED.replace("ol type='a'", "ul").replace("/ol", "/ul")
    for head, row in (("Milestone|Lead", f"{bullets}|Coach"), ("Ref|Milestone|Lead", f"AB 1|{LISTED}|Coach")):
        (objective,) = plan_of("<h2>Swim more</h2>", table(head, row)).objectives
        assert len(objective.milestones) == 1
