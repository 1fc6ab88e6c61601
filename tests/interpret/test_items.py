"""The items of a cell, as a reader marks them or as they stand run together."""

from __future__ import annotations

import pytest

from planparse.interpret.items import cell_items
from planparse.model.document import Block, Cell
from planparse.pipeline import read


def items(*blocks: str | tuple[str, str]) -> list[tuple[str | None, str]]:
    made = tuple(Block(b) if isinstance(b, str) else Block(b[1], marker=b[0]) for b in blocks)
    return [(i.ref, i.text) for i in cell_items(Cell(0, 0, 1, 1, made, ()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a. Open it\nin May\nb. Close it", [("a", "Open it in May"), ("b", "Close it")]),
        ("a. Open it\nClose it", [("a", "Open it Close it")]),
        ("Open it\nClose it", [(None, "Open it"), (None, "Close it")]),
        ("Open it\nand close it", [(None, "Open it and close it")]),
        ("- Open it\n- Close it\nin May", [(None, "Open it"), (None, "Close it in May")]),
        ("Open it - close it\n- or not", [(None, "Open it - close it - or not")]),
        ("• Open it • Close it", [(None, "Open it"), (None, "Close it")]),
        ("New: • Open it • Close it", [(None, "New:"), (None, "Open it"), (None, "Close it")]),
        ("a. Open it b. Close it c. Rest", [("a", "Open it"), ("b", "Close it"), ("c", "Rest")]),
        ("(a) Open it (b) Close it", [("a", "Open it"), ("b", "Close it")]),
        ("1. Open it. 2. Close it", [("1", "Open it."), ("2", "Close it")]),
        ("9. Open it. 10. Close it", [("9", "Open it."), ("10", "Close it")]),
        ("1. Open phase 2. Then rest", [("1", "Open phase 2. Then rest")]),
        ("1. Open it in May 2016 2. Close it", [("1", "Open it in May 2016"), ("2", "Close it")]),
        ("1. Open wing 2. Close it 3. Rest", [("1", "Open wing"), ("2", "Close it"), ("3", "Rest")]),
        ("y. Open it z. Close it {. Rest", [("y", "Open it"), ("z", "Close it {. Rest")]),
        ("a. Open it a. Close it", [("a", "Open it a. Close it")]),
    ],
)
def test_items_of_one_text(text: str, found: list[tuple[str | None, str]]) -> None:
    assert items(text) == found


def test_an_unmarked_paragraph_goes_on_with_the_marked_one_above_it() -> None:
    assert items(("•", "Open it"), "in May", ("•", "Close it")) == [(None, "Open it in May"), (None, "Close it")]


def test_where_most_paragraphs_are_unmarked_each_is_an_item() -> None:
    found = items("One", "Two", ("a.", "Three"), "Four", "Five", "Six")
    assert found == [(None, "One"), (None, "Two"), ("a", "Three"), (None, "Four"), (None, "Five"), (None, "Six")]


def test_a_label_inside_a_text_is_none_where_the_next_item_bears_it() -> None:
    assert items("a. Open it b. Close it", "b. Rest") == [("a", "Open it b. Close it"), ("b", "Rest")]


@pytest.mark.parametrize("text", ["•", "• •", ""])
def test_a_cell_of_bullets_has_no_items_and_does_no_harm(text: str) -> None:
    assert items(text) == []
    dump = f"Plan 2016-19\n\nService Objective:\tAB1: Swim\nKey Developments\t{text}\nKey Milestones\ta. Open it\n"
    (objective,) = read(dump.encode(), name="plan.txt").objectives
    assert objective.key_developments == ()
    assert [m.text for m in objective.milestones] == ["Open it"]


@pytest.mark.parametrize("period", ["2016/17", "2016-17", "2017"])
def test_a_period_alone_is_an_item_of_its_own(period: str) -> None:
    """What stands below it is of it."""
    found = items(period, ("•", "Open it"), period, ("•", "Close it"))
    assert found == [(None, period), (None, "Open it"), (None, period), (None, "Close it")]


@pytest.mark.parametrize("text", ["by 2016/17", "2016/17 and on", "in May"])
def test_words_with_a_period_go_on_with_the_item_above_them(text: str) -> None:
    assert items(("•", "Open it"), text, ("•", "Close it")) == [(None, f"Open it {text}"), (None, "Close it")]


def test_a_list_in_one_paragraph_has_the_items_behind_its_bullets() -> None:
    assert items(("•", "Open it • Close it • Let it be")) == [
        (None, "Open it"),
        (None, "Close it"),
        (None, "Let it be"),
    ]
    assert items(("a.", "Open it • Close it"))[0][0] == "a"
