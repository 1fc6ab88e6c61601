"""What stands below the names of columns."""

from __future__ import annotations

from collections.abc import Callable

Bodies = dict[int, list[str]]
"""The texts below each column."""


def share(texts: list[str], test: Callable[[str], bool]) -> float:
    """The share of the texts that pass a test; 0 where there are none."""
    return sum(map(test, texts)) / len(texts) if texts else 0.0
