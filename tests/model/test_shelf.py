"""A shelf is a sequence like any other: only its last items are the objects that were put there."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Block, Cell, Grid
from planparse.model.plan import Plan
from planparse.model.provenance import Place
from planparse.model.shelf import Shelf, Unpacked, View, compact
from planparse.model.trace import FieldSource

ITEMS = st.lists(st.text(max_size=3), max_size=20)


@given(ITEMS, st.integers(1, 5), st.booleans(), st.lists(st.text(max_size=3), max_size=5))
def test_it_has_what_a_list_has(items: list[str], size: int, closed: bool, more: list[str]) -> None:
    shelf = Shelf(iter(items), size=size)
    if closed:
        shelf.close()
    for item in more:
        shelf.append(item)
    whole = items + more
    assert len(shelf) == len(whole)
    assert list(shelf) == whole == list(reversed(list(reversed(shelf))))
    assert [shelf[n] for n in range(-len(whole), len(whole))] == whole + whole
    assert shelf[1:4] == tuple(whole[1:4])
    assert shelf == whole
    assert shelf == tuple(whole)
    assert shelf == Shelf(whole, size=size + 1)
    assert shelf != [*whole, "more"]
    assert bool(shelf) == bool(whole)
    assert hash(shelf) == hash(tuple(whole))


def test_there_is_nothing_behind_its_ends() -> None:
    shelf = Shelf("abc", size=1)
    for index in (3, -4):
        with pytest.raises(IndexError):
            shelf[index]


def test_the_last_items_are_themselves_until_it_is_closed() -> None:
    items = [[n] for n in range(7)]
    shelf = Shelf(items, size=2)
    assert shelf[-1] is items[-1]
    assert shelf[-2] is items[-2]
    assert shelf[0] is not items[0]
    shelf.close()
    assert shelf[-1] is not items[-1]
    assert list(shelf) == items
    shelf.append([7])
    assert list(shelf) == [*items, [7]]


def test_it_takes_little_room() -> None:
    cells = [cell(n) for n in range(1000)]
    packed = sum(len(pack) for pack in Shelf(cells).close()._packs)
    assert packed < 0.4 * len(pickle.dumps(cells))


def cell(n: int) -> Cell:
    place = Place(n, "cell", page=1, bbox=(1.0, 2.0, 3.0, 4.0), table=0, row=n, column=0)
    return Cell(n, 0, 1, 1, (Block(f"Visits {n}"),), (place,))


def test_a_record_comes_back_as_it_was() -> None:
    for record in (cell(1), FieldSource("AB1", "measure", ()), Plan.empty()):
        again = pickle.loads(pickle.dumps(record))
        assert again == record
        assert type(again) is type(record)
        assert hash(again) == hash(record)
    with pytest.raises(FrozenInstanceError):
        pickle.loads(pickle.dumps(cell(1))).row = 2


def test_only_slotted_dataclasses_are_compact() -> None:
    @dataclass
    class Open:
        a: int
        b: int

    with pytest.raises(TypeError, match="slots"):
        compact(Open)


def test_a_table_is_packed_and_at_hand() -> None:
    grid = Grid(tuple(map(cell, range(300))), 300, 1)
    packed = grid.packed()
    assert packed.is_packed
    assert not grid.is_packed
    assert packed == grid
    at_hand = packed.at_hand()
    assert at_hand == grid
    assert at_hand.cells[0] is at_hand.cells[0]
    assert isinstance(at_hand.cells, Unpacked)
    assert at_hand.packed().cells is packed.cells, "what did not change is not packed twice"
    assert at_hand.at_hand() is at_hand


def test_a_view_makes_its_items_anew() -> None:
    view = View(lambda: iter([[1], [2]]))
    assert view == [[1], [2]]
    assert view[0] == [1]
    assert view[0] is not view[0]
    assert view[1:] == ([2],)
    assert len(view) == 2
    assert repr(view) == "<View of 2: [1], [2]>"


def test_a_frozen_record_is_made_as_its_fields_say() -> None:
    @compact
    @dataclass(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        names: list[str] = field(default_factory=list)

    point = Point(1, names=["a"])
    assert (point.x, point.y, point.names) == (1, 2, ["a"])
    assert Point(x=1) == Point(1, 2, [])
    assert Point(1).names is not Point(1).names
    assert replace(point, y=3) == Point(1, 3, ["a"])
    assert repr(Point(1)) == f"{Point.__qualname__}(x=1, y=2, names=[])"
    with pytest.raises(TypeError, match="y"):
        Point(y=1)  # type: ignore[call-arg]
    with pytest.raises(FrozenInstanceError):
        point.x = 4  # type: ignore[misc]
