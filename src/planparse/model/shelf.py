"""Long sequences in little room: what nobody looks at is kept packed.

The cells of 500 pages take 18 MB as objects and 1.5 MB packed. A document is read page by page, mended table by table
and written record by record, so only what is being worked on need be at hand.
"""

from __future__ import annotations

import copyreg
import pickle
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter, eq
from typing import Any, TypeVar, overload

T = TypeVar("T")

_FAST = 1
"""Level of compression; the default one takes thrice the time for a fifth of the room."""
_AT_HAND = 4
"""Packs that stay unpacked, of all shelves together: whoever works on one looks into it again and again."""


def compact(record: type[T]) -> type[T]:
    """Class decorator: a slotted dataclass of two or more fields is packed as their values in order, in a third of the
    time and room, and unpacked in a quarter of the time; a frozen one is made in a third of the time too."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    if "__slots__" not in vars(record):
        raise TypeError(f"{record.__name__} has no slots")
    room = {"_new": object.__new__, "_open": type("Open", (), {"__slots__": names}), "_record": record}
    setting = [*(f"item.{name} = {name}" for name in names), "item.__class__ = _record"]
    made = _function("made", names, ["item = _new(_open)", *setting, "return item"], room)
    made.__module__, made.__qualname__ = record.__module__, f"{record.__qualname__}.made"
    record.made, record.in_order = staticmethod(made), property(attrgetter(*names))  # type: ignore[attr-defined]
    copyreg.pickle(record, attrgetter("made", "in_order"))  # no call of Python for an item
    if record.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        parameters, factories = _defaults(record, room)
        opened = ['_set(item, "__class__", _open)', *factories, *setting]
        init = _function("__init__", ["item", *parameters], opened, room | {"_set": object.__setattr__})
        init.__annotations__, init.__qualname__ = record.__init__.__annotations__, f"{record.__qualname__}.__init__"
        record.__init__ = init  # type: ignore[method-assign]
    return record


def _function(name: str, parameters: list[str], body: list[str], room: dict[str, Any]) -> Any:
    """A function that sets the fields of a record.

    The constructor of a frozen dataclass sets each by a call. Here they are set while the object is of an open class
    with the same slots.
    """
    exec("\n    ".join([f"def {name}({', '.join(parameters)}):", *body]), room)
    return room.pop(name)


def _defaults(record: type[Any], room: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The parameters of a constructor, and the lines that call what makes the values of those left out."""
    parameters: list[str] = []
    calls: list[str] = []
    for field in fields(record):
        name, given = field.name, f"_given_{field.name}"
        room[given] = field.default if field.default_factory is MISSING else field.default_factory
        parameters.append(name if room[given] is MISSING else f"{name}={given}")
        if field.default_factory is not MISSING:
            calls.append(f"{name} = {given}() if {name} is {given} else {name}")
    return parameters, calls


@lru_cache(maxsize=_AT_HAND)
def _unpacked(pack: bytes) -> list[Any]:
    """The items of a pack. Made by ``Shelf`` in this process, so there is nothing to be wary of in it."""
    items: list[Any] = pickle.loads(zlib.decompress(pack))
    return items


class _Values(Sequence[T]):
    """A sequence that is equal to any other of equal items."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Values | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, islice(self, 3)))
        return f"<{type(self).__name__} of {len(self)}: {shown}{', ...' if len(self) > 3 else ''}>"


class View(_Values[T]):
    """A sequence whose items are made each time that somebody goes through it."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Iterator[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return self._make()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return tuple(self)[index]


class Shelf(_Values[T]):
    """A sequence that grows at its end and is packed behind it, ``size`` items at a time.

    The last items, ``size`` of them or more until ``close`` is called, are the very objects that were appended and may
    still change. The others are made anew when they are looked at: values, without an identity.
    """

    __slots__ = ("_ends", "_last", "_packs", "_size")

    def __init__(self, items: Iterable[T] = (), *, size: int = 128) -> None:
        self._size = size
        self._packs: list[bytes] = []
        self._ends: list[int] = []
        """How many items there are up to the end of each pack."""
        self._last: list[T] = []
        self.extend(items)

    def append(self, item: T) -> None:
        self._last.append(item)
        if len(self._last) >= 2 * self._size:
            self._shorten(2 * self._size)

    def extend(self, items: Iterable[T]) -> None:
        if isinstance(items, list | tuple):
            self._last += items
            self._shorten(2 * self._size)
            return
        for item in items:
            self.append(item)

    def close(self) -> Shelf[T]:
        """Packs the last items too; gives the shelf back."""
        self._shorten(1)
        return self

    def _shorten(self, limit: int) -> None:
        """Packs until fewer than ``limit`` items are left."""
        while len(self._last) >= limit:
            self._pack(self._last[: self._size])
            del self._last[: self._size]

    def _pack(self, items: list[T]) -> None:
        self._packs.append(zlib.compress(pickle.dumps(items, pickle.HIGHEST_PROTOCOL), _FAST))
        self._ends.append(len(items) + (self._ends[-1] if self._ends else 0))

    def __len__(self) -> int:
        return (self._ends[-1] if self._ends else 0) + len(self._last)

    def __iter__(self) -> Iterator[T]:
        return chain(chain.from_iterable(map(_unpacked, self._packs)), self._last)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(len(self)))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("no such item on the shelf")
        pack = bisect_right(self._ends, index)
        start = self._ends[pack - 1] if pack else 0
        found: T = (_unpacked(self._packs[pack]) if pack < len(self._packs) else self._last)[index - start]
        return found


class Unpacked(tuple[T, ...]):
    """All items of a shelf at hand; the shelf still has them, for whoever leaves them as they are."""

    shelf: Shelf[T]

    def __new__(cls, shelf: Shelf[T]) -> Unpacked[T]:
        items = super().__new__(cls, shelf)
        items.shelf = shelf
        return items
