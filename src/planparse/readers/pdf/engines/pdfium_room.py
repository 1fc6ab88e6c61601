"""Calls of PDFium for hundreds of letters or objects of a page in one go.

Most of the time of such a call goes into making a C pointer of a Python number, twice as much as PDFium itself needs.
So the pointers to the places where the answers are written are made once a process, and those to a page or an object
once for all calls about it. These functions have no types for their arguments: they take such pointers and small
integers only, and an address as a plain number would be cut short.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from planparse.readers.pdf.engines.pdfium import library

_ITEMS = 512
"""Letters or objects that are asked about before the answers are fetched."""


@cache
def quick(name: str, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """A C function of PDFium for pointers and small integers; it keeps the interpreter lock."""
    address = ctypes.cast(getattr(library(), name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


def pointer(address: int | None) -> Any:
    """The address of something of PDFium's, or of nothing, ready to be handed to many calls."""
    return ctypes.byref(ctypes.c_char.from_address(address or 0))


def pointers(addresses: Iterable[int]) -> list[Any]:
    """``pointer`` of each."""
    return list(map(ctypes.byref, map(ctypes.c_char.from_address, addresses)))


class Room:
    """Where a C function writes ``width`` numbers about one letter or object, through ``pointers`` pointers."""

    def __init__(self, kind: Any, width: int, pointers: int) -> None:
        self._width, self._size = width, ctypes.sizeof(kind) * width
        self._numbers = (kind * (width * _ITEMS))()
        size = ctypes.sizeof(kind)
        self._places = [
            [ctypes.byref(self._numbers, size * (width * item + k)) for item in range(_ITEMS)] for k in range(pointers)
        ]

    def ask(self, call: Callable[..., Any], items: Sequence[Any], of: Any = None) -> tuple[list[Any], list[int]]:
        """Calls once for each item, after the pointer ``of`` if there is one; gives ``width`` numbers for each item,
        zeros where the call failed, and what the calls gave back."""
        numbers: list[Any] = []
        codes: list[int] = []
        for start in range(0, len(items), _ITEMS):
            part = items[start : start + _ITEMS]
            ctypes.memset(self._numbers, 0, self._size * len(part))
            before = () if of is None else (repeat(of),)
            codes += map(call, *before, part, *self._places)
            numbers += self._numbers[: self._width * len(part)]
        return numbers, codes


@cache
def room(kind: Any, width: int, pointers: int) -> Room:
    """A room of this shape, made once a process."""
    return Room(kind, width, pointers)
