"""What a reader of the page does not see: invisible, tiny, white-on-white and cropped text, and watermarks."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Page, Word, is_dingbats
from planparse.readers.pdf.words.symbols import plain_ligatures, plain_symbols, without_strays

_FAR = 20_000.0
"""Points; a file that puts text further out is damaged."""
_EDGE, _ALONE = 3.0, 24.0
"""Points from the edge of the page to text that is cut off there, and to the nearest other text at least."""
_WATERMARK = 3.5
"""Times the usual size of letters on the page."""

_MOST = 200
"""Areas that a white one is compared with; a page with more of them is a drawing."""


@dataclass(slots=True)
class Sight:
    """The words of a page by what the reader sees of them."""

    words: list[Word] = field(default_factory=list)
    hidden: dict[str, list[Word]] = field(default_factory=dict)
    """Reason -> words."""
    watermarks: list[Word] = field(default_factory=list)
    first: float = 0.0
    last: float = 0.0
    """Where the first and the last text stand, from top to bottom."""
    ocr: bool = False
    """The text is the invisible layer that text recognition laid under a scanned page."""


def look(page: Page) -> Sight:
    """Sorts the words of a page; letters without a Unicode map become U+FFFD, symbol fonts their plain characters."""
    sight = Sight()
    sight.ocr = _is_ocr(page)
    if page.fills:
        page.fills = _without_white_on_white(page)
    width, height = page.width, page.height
    words = page.words
    odd = [w for w in words if not (w.text.isascii() and w.x0 >= 0 <= w.top and w.x1 <= width and w.bottom <= height)]
    if [style for style in page.styles if not style.plain]:
        known = {id(w) for w in odd}
        odd = [w for w in words if id(w) in known or not w.style.plain]
    gone: set[int] = set()
    spelt: list[Word] = []
    for word in odd:
        style = word.style
        if style.unmapped:
            word.text = "\ufffd" * len(word.text)
        elif not word.text.isascii() or is_dingbats(style.font):
            text = plain_ligatures(plain_symbols(word.text, style.font))
            word.first = word.first if len(text) == len(word.text) else -1
            word.text = text
            spelt.append(word)
        reason = None if sight.ocr else style.hidden
        if reason is None and not (0 <= word.x0 + word.x1 <= 2 * width and 0 <= word.top + word.bottom <= 2 * height):
            reason = "outside the page as it is shown"
            if not -_FAR < word.base < _FAR or not -_FAR < word.x0 <= word.x1 < _FAR:
                word.x0 = word.x1 = word.top = word.bottom = word.base = 0.0
        if reason is None and style.white and not _on_colour(page, word):
            reason = "white text on white"
        if reason is not None:
            sight.hidden.setdefault(reason, []).append(word)
        elif style.angle is None:
            sight.watermarks.append(word)
        else:
            continue
        gone.add(id(word))
    for word, text in zip(spelt, without_strays([w.text for w in spelt]), strict=True):
        page.unnamed = page.unnamed or text != word.text
        word.text = text
    sight.words = [w for w in words if id(w) not in gone] if gone else words
    _set_ends(sight, height)
    sizes = [style.size for style in page.styles]
    if sizes and max(sizes) >= _WATERMARK * min(sizes):
        _part_large(sight)
    return sight


def _set_ends(sight: Sight, height: float) -> None:
    """Finds the first and the last text. What stands alone at the very edge of the page is cut off from a cell that
    goes on over it, as spreadsheets print it."""
    sight.first = min([w.top for w in sight.words], default=0.0)
    sight.last = max([w.bottom for w in sight.words], default=0.0)
    if sight.first > _EDGE and sight.last < height - _EDGE:
        return
    cut = [w for w in sight.words if w.top <= _EDGE or w.bottom >= height - _EDGE]
    kept = [w for w in sight.words if w.top > _ALONE and w.bottom < height - _ALONE]
    if kept and len(cut) + len(kept) == len(sight.words):
        sight.words = kept
        sight.hidden.setdefault("cut off at the edge of the page", []).extend(cut)
        sight.first, sight.last = min([w.top for w in kept]), max([w.bottom for w in kept])


def _without_white_on_white(page: Page) -> list[Fill]:
    """The filled areas but for white ones that cover nothing."""
    below: list[BBox] = list(page.images)
    seen: list[Fill] = []
    for fill in page.fills:
        x0, top, x1, bottom, colour = fill
        if colour != WHITE:
            below.append((x0, top, x1, bottom))
        elif len(below) <= _MOST and not any(a < x1 and x0 < c and b < bottom and top < d for a, b, c, d in below):
            continue
        seen.append(fill)
    return seen


def _is_ocr(page: Page) -> bool:
    if not page.words or not page.images or any(w.style.hidden is None for w in page.words):
        return False
    return any((x1 - x0) * (y1 - y0) > 0.5 * page.width * page.height for x0, y0, x1, y1 in page.images)


def _on_colour(page: Page, word: Word) -> bool:
    """Whether something that is not white lies behind the word."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    behind = None
    for fill in page.fills:
        if fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
            behind = fill.colour
    if behind is not None:
        return min(int(behind[k : k + 2], 16) for k in (1, 3, 5)) < 250
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in (*page.images, *page.shades))


def _part_large(sight: Sight) -> None:
    """Takes out huge letters that other words stand over: a watermark set level."""
    sizes = sorted([w.style.size for w in sight.words])
    if not sizes or sizes[-1] < _WATERMARK * sizes[len(sizes) // 2]:
        return
    limit = _WATERMARK * sizes[len(sizes) // 2]
    kept: list[Word] = []
    for word in sight.words:
        if word.style.size >= limit and _overlaid(word, sight.words):
            sight.watermarks.append(word)
        else:
            kept.append(word)
    sight.words = kept


def _overlaid(word: Word, words: list[Word]) -> bool:
    return any(
        w is not word and w.x0 < word.x1 and word.x0 < w.x1 and w.top < word.bottom - 1 and word.top + 1 < w.bottom
        for w in words
        if w.style.size < word.style.size
    )
