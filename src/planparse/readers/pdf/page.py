"""What an engine tells about one page: words, ruling lines and filled areas.

All coordinates are points from the top left of the page as it is shown; ``y`` grows downwards.
Both engines give these same types, so that everything after them is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, Protocol

from planparse.model.provenance import BBox
from planparse.model.shelf import compact

WHITE = "#ffffff"
Letter = tuple[str, BBox]
"""A character and its box."""


@compact
@dataclass(frozen=True, slots=True)
class Style:
    """What the letters of a word have in common."""

    size: float
    """Height of the font in points, as shown."""
    bold: bool = False
    angle: int | None = 0
    """Direction of the text, counter-clockwise: 0, 90, 180, 270; None for any other."""
    hidden: str | None = None
    """Why nobody sees this text."""
    white: bool = False
    font: str = ""
    unmapped: bool = False
    """The font does not say which characters its glyphs are."""
    plain: bool = True
    """Upright, seen, mapped, not white and of no font of signs: nothing to look at more closely."""


_BOLD = re.compile(r"bold|black|heavy|demi", re.I)


def is_bold(font: str) -> bool:
    """Whether the name of a font says that it is bold."""
    return bool(_BOLD.search(font))


def is_dingbats(font: str) -> bool:
    """Whether the name of a font is that of Zapf Dingbats or of its free copy, which stands in for it."""
    return "Dingbats" in font or font == "D050000L"


@cache
def _style(*values: object) -> Style:
    return Style(*values)  # type: ignore[arg-type]


def make_style(
    *,
    size: float,
    bold: bool,
    direction: float,
    invisible: bool,
    white: bool,
    font: str,
    unmapped: bool,
    clipped: bool = False,
) -> Style:
    """The style with these properties, one object for equal ones.

    ``direction`` is in degrees, counter-clockwise, as shown; ``clipped``: it lies outside of the area that is shown.
    """
    quarter = round(direction / 90)
    angle = quarter % 4 * 90 if abs(direction - 90 * quarter) <= 2 else None
    reasons = {"invisible text": invisible, "letters too small to see": size < 1, "text that is clipped away": clipped}
    hidden = next((reason for reason, is_so in reasons.items() if is_so), None)
    plain = angle == 0 and hidden is None and not (white or unmapped or is_dingbats(font))
    return _style(round(size, 1), bold or is_bold(font), angle, hidden, white, font, unmapped, plain)


def in_bold(style: Style) -> Style:
    """The same style in bold, as letters are that are drawn twice, a little to the side."""
    fields = (style.size, True, style.angle, style.hidden, style.white, style.font, style.unmapped, style.plain)
    return _style(*fields)


def as_mapped(style: Style) -> Style:
    """The same style of letters that the font does name."""
    plain = style.angle == 0 and style.hidden is None and not style.white
    return _style(style.size, style.bold, style.angle, style.hidden, style.white, style.font, False, plain)


@compact
@dataclass(slots=True)
class Word:
    """A run of letters without a blank, on one line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    """Position of the baseline, growing in the direction in which lines follow each other."""
    style: Style
    first: int = -1
    """Index of the first letter in the engine's own text; -1 where the word is made by us."""
    blank: bool = True
    """A blank glyph stands after it, so the word ends here even where the line is full."""


class Rule(NamedTuple):
    """A ruling line: at ``at`` (y of a horizontal, x of a vertical one) from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str


def _no_letters(word: Word) -> list[Letter]:
    return []


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    images: list[BBox] = field(default_factory=list)
    shades: list[BBox] = field(default_factory=list)
    """Areas in which one colour goes over into another."""
    drawings: list[BBox] = field(default_factory=list)
    """Lines that are neither level nor upright: charts and pictures."""
    dots: list[BBox] = field(default_factory=list)
    """Shapes that may be the bullets of a list; see ``bullets``."""
    letters: Callable[[Word], list[Letter]] = _no_letters
    """The letters of a word, in order; usable until the next page is asked for."""
    marks: list[str] = field(default_factory=list)
    """Raised numbers of footnotes that were taken off a word, each with that word."""
    turn: int = 0
    """The direction, in degrees, that the text had before the page was turned to make it upright."""
    glued: bool = False
    """Its blanks do not always part words: some are as narrow as nothing, and words may stand apart without one."""
    unnamed: bool = False
    """Its fonts do not name some letters of a word."""
    doubtful: bool = False
    """There is text on the page that the engine does not give."""
    damaged: bool = False
    """The engine could not open this page."""
    crowded: bool = False
    """More lines cross each other than those of tables do: no ruled table was looked for."""
    _styles: list[Style] | None = field(default=None, repr=False, compare=False)

    @property
    def styles(self) -> list[Style]:
        """Each style of the words once, and maybe more; asked for when the words are complete.

        Most pages have a handful, all of them plain: then no word has to be looked at for its style.
        """
        if self._styles is None:
            self._styles = list({id(word.style): word.style for word in self.words}.values())
        return self._styles

    @styles.setter
    def styles(self, styles: list[Style]) -> None:
        self._styles = styles

    @property
    def level(self) -> bool:
        """Whether all text runs to the right."""
        return not [style for style in self.styles if style.angle != 0]

    @property
    def pictured(self) -> float:
        """The share of the page that pictures cover, from 0 to 1; where they lie on each other it is too much."""
        covered = 0.0
        for x0, top, x1, bottom in self.images:
            across, down = min(x1, self.width) - max(x0, 0), min(bottom, self.height) - max(top, 0)
            covered += max(across, 0) * max(down, 0)
        return min(covered / max(self.width * self.height, 1), 1.0)

    @property
    def is_scan(self) -> bool:
        """A picture without text; one that is smaller is a logo on a page without text."""
        return not self.words and bool(self.images) and self.pictured >= 0.15


class Source(Protocol):
    """An open PDF."""

    title: str | None
    n_pages: int

    def pages(self) -> Iterator[Page]:
        """The pages in order; each is closed when the next one is asked for."""

    def page(self, number: int) -> Page:
        """One page by its number, from zero."""

    def close(self) -> None: ...
