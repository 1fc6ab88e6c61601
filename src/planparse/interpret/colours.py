"""A status that is only a colour: the name of the colour that a cell is filled with."""

from __future__ import annotations

from colorsys import rgb_to_hsv
from functools import lru_cache

from planparse.model.vocabulary import Vocabulary

_PALE = 0.15
"""Saturation; a paler fill is a shade of grey."""
_DARK = 0.3
"""Value; a darker one is nearly black."""
_FAR = 20 / 360
"""Of the circle of hues, from a known colour to one of its name."""


@lru_cache(maxsize=256)
def colour_name(fill: str, vocabulary: Vocabulary) -> str | None:
    """The name of the known colour whose hue is nearest to that of ``fill``, ``#rrggbb``; None where none is near.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> words = load_vocabulary()
    >>> [colour_name(fill, words) for fill in ("#d64545", "#ffeb9c", "#4caf50", "#f2f2f2", "#800080")]
    ['Red', 'Amber', 'Green', None, None]
    """
    hue, saturation, value = _hsv(fill)
    if saturation < _PALE or value < _DARK:
        return None
    off, name = min((_apart(hue, _hsv(known)[0]), name) for known, name in vocabulary.colours.items())
    return name if off <= _FAR else None


def _hsv(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return rgb_to_hsv(red, green, blue)


def _apart(hue: float, other: float) -> float:
    """How far two hues are from each other on their circle, which is 1 round."""
    return min(abs(hue - other), 1 - abs(hue - other))
