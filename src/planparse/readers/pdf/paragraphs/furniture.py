"""Running titles, footers and page numbers: what comes again at the edge of the pages, outside the text's own area."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

_MARGIN = 0.065
"""Share of the page's height that is surely margin."""
_BORDER = 0.1
"""Share that may be margin, where words come again at one place of every page."""
_TITLE = 1.3
"""Times the size of a line over it that a title is at least."""
_FEW = 3
"""Pages that show what is repeated but on the first one."""
_NUMBER = re.compile(
    r"(?:page|p\.?|seite)?\s*[-–—|]?\s*(\d{1,4})\s*[-–—|]?(?:\s*(?:/|of)\s*\d{1,4})?\s*(?:\|?\s*page)?", re.I
)
_PAGE_WORD = re.compile(r"\bpage\b|\bof\b|/", re.I)


Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EdgeText:
    """A paragraph or a small table near the upper or lower edge of a page. ``key`` finds it again."""

    key: Key
    page: int
    text: str
    top: float
    bottom: float
    above: bool
    """At the upper edge, not the lower one."""
    far: float
    """Distance from the nearer edge, as a share of the page's height."""
    plain: bool
    """Neither larger nor bolder than the text of the body."""
    look: tuple[float, bool] | None = None
    """Size, and whether it is bold; None for a table."""
    is_row: bool = False
    """It is the last row of a table that the page's end may have cut."""


def masked(text: str) -> str:
    """The text with each number made alike, so that "Page 3" and "Page 4" are the same."""
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def find_furniture(
    texts: list[EdgeText], body: dict[int, tuple[float, float]], heights: Sequence[float]
) -> dict[Key, str]:
    """Key -> why it is furniture. ``body`` gives the top and bottom of the rest of each page, without ``texts``, and
    ``heights`` those of all pages."""
    out = _repeated(texts, body, heights)
    numbered = {text.page for text in texts if text.key in out and _NUMBER.fullmatch(text.text.strip())}
    ends: dict[int, list[EdgeText]] = defaultdict(list)
    for text in texts:
        if text.key not in out:
            ends[text.page].append(text)
    for page, found in ends.items():
        top, bottom = body.get(page, (float("inf"), float("-inf")))
        first, last = min(found, key=lambda t: t.top), max(found, key=lambda t: t.bottom)
        for text in (first, last):
            match = _NUMBER.fullmatch(text.text.strip())
            outside = text.bottom <= top or text.top >= bottom
            if match and outside and page not in numbered and _numbers_page(text, match, texts):
                out[text.key] = "a page number"
            elif outside and _is_title_again(text, texts):
                out[text.key] = "the first page's title, at the edge of another"
    return out


def _is_title_again(text: EdgeText, texts: list[EdgeText]) -> bool:
    """Whether a plain line near the edge has the words of a larger one that stands at the top of the first page."""
    if not text.page or not text.plain or text.look is None or text.far > _BORDER:
        return False
    size, words = text.look[0], masked(text.text)
    first = (t for t in texts if t.page == 0 and t.above and t.look is not None and t.look[0] > size)
    return any(masked(t.text) == words for t in first)


def _repeated(texts: list[EdgeText], body: dict[int, tuple[float, float]], heights: Sequence[float]) -> dict[Key, str]:
    n_pages = len(heights)
    groups: dict[tuple[str, bool, tuple[float, bool] | None], list[EdgeText]] = defaultdict(list)
    for text in texts:
        groups[masked(text.text), text.above, text.look].append(text)
    repeated = {
        k: g
        for k, g in groups.items()
        if len({t.page for t in g}) > 1
        and (_often(g, heights) or _is_over_title(g, texts, n_pages))
        and not (all(t.is_row for t in g) and _may_be_rows(g))
    }
    for (words, above, look), group in repeated.items():
        if look is not None:  # on one of the pages it may have been taken for a row
            alone = groups.get((words, above, None), [])
            group += [t for t in alone if abs(t.top - group[0].top) <= 2]
    inside = {t.key for g in repeated.values() for t in g}
    area = dict(body)
    places = {(t.above, round(t.bottom)) for g in repeated.values() for t in g}
    for text in texts:
        at = {(text.above, round(text.bottom) + off) for off in (-1, 0, 1)}
        level = text.far <= _BORDER and not at.isdisjoint(places)  # the foot of another part
        if text.key not in inside and not level:
            top, bottom = area.get(text.page, (text.top, text.bottom))
            area[text.page] = (min(top, text.top), max(bottom, text.bottom))
    out: dict[Key, str] = {}
    spans: dict[int, tuple[float, float]] = {}
    for group in repeated.values():
        pages = len({t.page for t in group})
        # the title of the first page may stand higher than the text of the others
        own = [page for page in area if page or n_pages < _FEW or any(t.page == 0 for t in group)]
        for height in {round(heights[t.page]) for t in group}:
            alike = [area[page] for page in own if round(heights[page]) == height]
            spans[height] = min((a for a, _ in alike), default=inf), max((b for _, b in alike), default=-inf)
        for text in group:
            top, bottom = spans[round(heights[text.page])]
            if text.bottom <= top + 2 or text.top >= bottom - 2:
                out[text.key] = f"repeated at the edge of {pages} pages"
    return out


def _often(group: list[EdgeText], heights: Sequence[float]) -> bool:
    """Repeated often enough. Large or bold text may be a heading: it must stand on most pages and in the margin."""
    pages, n_pages = len({t.page for t in group}), len(heights)
    far = max(t.far for t in group)
    numbered = len({t.text for t in group}) > 1 and not _PAGE_WORD.search(group[0].text)
    counts = not group[0].above and far <= _BORDER and _counts_pages(group)
    if numbered and far > _MARGIN and not counts:
        return False  # one objective on each page, say
    if all(t.plain for t in group):
        return pages >= max(2, 0.3 * n_pages)
    if far <= _BORDER and pages == n_pages > 1 and _one_place(group, heights):
        return True
    if far <= _BORDER and pages >= _FEW and _counts_pages(group):
        return True
    return pages >= max(3, 0.6 * n_pages) and far <= _MARGIN


def _is_over_title(group: list[EdgeText], texts: list[EdgeText], n_pages: int) -> bool:
    """Whether these are the same words at one place in the upper margin of all pages, on the first of them over a title
    in larger letters, as no heading stands: bold they may be, as "DRAFT" is."""
    first = group[0]
    if first.look is None or not first.above or len({t.page for t in group}) < n_pages:
        return False
    if max(t.far for t in group) > _MARGIN or any(t.text != first.text or abs(t.top - first.top) > 1 for t in group):
        return False
    size = first.look[0]
    return any(t.page == 0 and t.above and t.look and t.look[0] > _TITLE * size and t.top > first.bottom for t in texts)


def _may_be_rows(group: list[EdgeText]) -> bool:
    """Whether the last rows of tables may be what they look like: at several heights, or with figures of their own that
    do not count the pages."""
    one = len({t.text for t in group}) == 1
    level = all(abs(t.top - group[0].top) <= 2 for t in group)
    return not level or not (one or _counts_pages(group))


def _counts_pages(group: list[EdgeText]) -> bool:
    """Whether these lines end with a number that goes up with the pages, or with that and the number of all pages."""
    ends = [(m, t.page) for t in group if (m := re.search(r"(\d{1,4})(?: ?(?:/|of) ?\d{1,4})?$", t.text.rstrip()))]
    return len(ends) == len(group) and len({int(m[1]) - page for m, page in ends}) == 1


def _one_place(group: list[EdgeText], heights: Sequence[float]) -> bool:
    """Whether these are the same words, none of them bold, as far from the edge of their pages."""
    first = group[0]
    if first.look is None or first.look[1]:
        return False
    edges = [t.top if t.above else heights[t.page] - t.bottom for t in group]
    return all(t.text == first.text for t in group) and max(edges) - min(edges) <= 1


def _numbers_page(text: EdgeText, match: re.Match[str], texts: list[EdgeText]) -> bool:
    """Whether the number is that of a page. Large or bold it may be a year of the title: it must say so itself, or
    count the pages from one place."""
    if not text.plain:
        level = [t for t in texts if abs(t.top - text.top) <= 1 and t.look == text.look]
        return "page" in text.text.casefold() or (text.far <= _MARGIN and _goes_up(text, match, level))
    return bool(_PAGE_WORD.search(text.text)) or _counts(text, match, texts)


def _counts(text: EdgeText, match: re.Match[str], texts: list[EdgeText]) -> bool:
    """Whether the number goes up with the pages."""
    return int(match[1]) - text.page == 1 or _goes_up(text, match, texts)


def _goes_up(text: EdgeText, match: re.Match[str], texts: list[EdgeText]) -> bool:
    """Whether another page has the number that it should have by this one."""
    shift = int(match[1]) - text.page
    return any(
        int(m[1]) - t.page == shift for t in texts if t.page != text.page and (m := _NUMBER.fullmatch(t.text.strip()))
    )
