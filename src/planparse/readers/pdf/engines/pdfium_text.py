"""Words of a page from PDFium: one call for the page's text, then boxes of the first and last letter of each word."""

from __future__ import annotations

import re
from ctypes import addressof, c_double, c_float, c_int, c_void_p, create_string_buffer
from dataclasses import replace
from itertools import pairwise, repeat
from math import isfinite
from operator import add
from typing import Any

from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.pdfium import bulk
from planparse.readers.pdf.engines.pdfium_room import pointer, quick, room
from planparse.readers.pdf.engines.pdfium_style import Styles
from planparse.readers.pdf.engines.pdfium_view import View
from planparse.readers.pdf.page import Letter, Page, Style, Word, as_mapped, in_bold
from planparse.readers.pdf.words.raised import LONGEST, is_before, mark_length, may_end_marked

_WIDE = 1.6
"""Heights of a letter that a letter may be wide; a wider run has a hole in it."""
_USUAL = 0.62
"""The same of the figures of a number: PDFium leaves out the blank between two of which one has its room as spacing."""
_NUMBER = re.compile(r"[-–—+]?[(<>]?[$£€]?\d[\d.,:/%()-]*")
_STOPPED = re.compile(r"[^\W\d]\.[$£€(]?\d")
"""A short form and a figure behind it, which PDFium joins whatever is white between them: "bu." and "3,483"."""
_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at a line's end, without a line break after it."""
_AGAIN = 1.0
"""Points to the side at which letters are drawn again."""
_PARTS = 12
"""Words behind one among which its parts are sought."""
_UNEVEN = 0.15
"""Share of a word by which its parts may be wider than their letters."""
_ASIDE = 0.05
"""The same at least: a shadow or a cell painted over leaves letters on their place."""
_SOFT = "\xad"
_UNNAMED = re.compile("[\x01-\x08\x0e-\x1f]")
"""The number of a glyph, which PDFium gives where the font names no character for it; 2 may be a hyphen instead."""
_DRAWN = 0.1
"""Points from a letter that is drawn to the next one."""
_HYPHENS = _HYPHEN + "\x02"
_LIGATURE = re.compile("ff[il]|f[fijlt]")
_STEPS = {90: (0, -1), 180: (-1, 0), 270: (0, 1)}
"""Where turned text runs to."""
_LIFTED = 0.1
"""Heights of a letter by which the last one of a word may stand higher than the first; more of it may be raised."""
_NARROW = 0.3
"""Heights of a letter that each letter of a ligature is wide."""
_GLUED, _MARKED = re.compile(",[a-z][a-z]"), re.compile(r"•[^\W\d_]")
"""What hardly stands in a text whose words are told apart. Both begin with one letter, which is fast to look for."""
_LONE = 0.5
"""Share of the runs that are single letters where PDFium takes lines for columns of letters, as it may on a page with
little text."""
_APART = 0.17
"""Heights of a letter between two words at least."""
_WORD = re.compile(r"[^\s\x00\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")


class PageText:
    """The text of one open page. ``handle`` is PDFium's text page."""

    def __init__(self, handle: Any, view: View, styles: Styles) -> None:
        self.address = addressof(handle.contents)  # ``cast`` would leave a cycle behind
        self.pointer = pointer(self.address)
        self.view = view
        self.styles = styles
        self.lost = False

    def read(self, page: Page) -> int:
        """Puts the words into ``page``, in the order of PDFium's text; gives the number of its characters, or none
        where some of them stand nowhere."""
        text = self._text()
        if _SOFT in text:
            text = self._with_hyphens(text)
        if _UNNAMED.search(text):
            text = self._with_unnamed(text)
        bodies, starts = _runs(text)
        if not bodies:
            return len(text)
        count = len(starts)
        ends = list(map(add, starts, map(len, bodies)))
        boxes = self.boxes(starts + [end - 1 for end in ends])
        styles = self.styles.of(self.pointer, starts)
        left, top = self.view.left, self.view.top
        straight = self.view.rotation == 0
        marked = _HYPHEN in text or "\x02" in text
        after = text + "\n"
        words = page.words
        add_word = words.append
        last = 4 * count
        places = zip(
            bodies,
            starts,
            ends,
            styles,
            boxes[0:last:4],
            boxes[1:last:4],
            boxes[3:last:4],
            boxes[last + 1 :: 4],
            boxes[last + 2 :: 4],
            boxes[last + 3 :: 4],
            strict=True,
        )
        for body, start, end, (style, base), x0, high, low, high2, x1, low2 in places:
            if marked and body[-1] in _HYPHENS:
                body = body[:-1] + "-"
            size = style.size
            overlap = (high if high < high2 else high2) - (low if low > low2 else low2)
            if (
                straight
                and style.angle == 0
                and (overlap > 0.4 * (high - low) or overlap > 0.4 * (high2 - low2))
                and x0 <= x1
                and (x1 <= x0 + _USUAL * (end - start) * size + 2 or _may_be_wide(body, (x1 - x0 - 2) / size))
                and (low - low2 <= _LIFTED * (high2 - low2) or not body[0].isdigit() or body.isdigit())
            ):
                if not low <= base <= high:
                    base = self.origins([start])[1]
                if low2 - low > _LIFTED * (high - low) and may_end_marked(body):
                    raised = self._mark(body, start, size, base)
                    if raised:
                        page.marks.append(body)
                        body = body[:-raised]
                        x1 = self.boxes([start + len(body) - 1])[2]
                base = top - base
                x0, x1, above, below = x0 - left, x1 - left, base - 0.8 * size, base + 0.2 * size
                add_word(Word(body, x0, above, x1, below, base, style, start, after[end] == " "))
            else:
                words.extend(self._pieces(body, start, after[end] == " ", page.marks))
        if len({(x // 1, y // 1) for x, y in zip(boxes[0:last:4], boxes[1:last:4], strict=True)}) < count:
            page.words = _printed_once(words)
        if straight and (self.styles.glues or _GLUED.search(text) or _MARKED.search(text)):
            page.words = self._parted(page.words)
            page.glued = self.styles.glues
        if text.count("\n") > _LONE * count and sum([len(body) == 1 for body in bodies]) > _LONE * count:
            page.glued = True
        page.letters, page.styles = self._letters, self.styles.of_page()
        unmapped = [style for style in page.styles if style.unmapped]
        if unmapped:
            page.unnamed = self._mark_unmapped(page.words, {style.font for style in unmapped})
        if unmapped or len(page.words) < count:  # what was drawn twice may be bold
            page.styles = list({id(word.style): word.style for word in page.words}.values())
        return 0 if self.lost else len(text)

    def _text(self) -> str:
        count = bulk("FPDFText_CountChars", c_int, c_void_p)(self.address)
        if count <= 0:
            return ""
        buffer = create_string_buffer(2 * count + 2)
        call = bulk("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
        written = call(self.address, 0, count, addressof(buffer))
        text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        unicode_of = bulk("FPDFText_GetUnicode", c_int, c_void_p, c_int)
        codes = map(unicode_of, repeat(self.address), range(count))
        return "".join([chr(c) if 0 <= c < 0x110000 else "\ufffd" for c in codes])

    def _with_hyphens(self, text: str) -> str:
        """A soft hyphen that is drawn is a hyphen: some fonts name theirs so."""
        letters = list(text)
        soft = [n for n, c in enumerate(letters) if c == _SOFT]
        places = self.origins([k for n in soft for k in (n, min(n + 1, len(letters) - 1))])
        for n, x, y, next_x, next_y in zip(soft, places[0::4], places[1::4], places[2::4], places[3::4], strict=True):
            letters[n] = "-" if abs(next_x - x) + abs(next_y - y) > _DRAWN else _SOFT
        return "".join(letters)

    def _with_unnamed(self, text: str) -> str:
        """A glyph that is drawn and that no character is known for is not lost; one without ink is a blank."""
        letters = list(text)
        found = [m.start() for m in _UNNAMED.finditer(text)]
        unmapped_of = quick("FPDFText_HasUnicodeMapError")
        found = [n for n in found if letters[n] != "\x02" or unmapped_of(self.pointer, n) == 1]
        inks = room(c_double, 4, 4).ask(quick("FPDFText_GetCharBox"), found, self.pointer)[0]
        for n, left, right, low, high in zip(found, *(inks[k::4] for k in range(4)), strict=True):
            letters[n] = "\ufffd" if min(right - left, high - low) > _DRAWN else " "
        return "".join(letters)

    def boxes(self, indices: list[int]) -> list[float]:
        """Four numbers for each letter: left, top, right, bottom, as PDFium counts."""
        return room(c_float, 4, 1).ask(quick("FPDFText_GetLooseCharBox"), indices, self.pointer)[0]

    def origins(self, indices: list[int]) -> list[float]:
        """Two numbers for each letter: the point on the baseline where it begins."""
        return room(c_double, 2, 2).ask(quick("FPDFText_GetCharOrigin"), indices, self.pointer)[0]

    def _mark(self, body: str, start: int, size: float, base: float) -> int:
        """How many letters at the end of a word are the raised mark of a footnote."""
        indices = list(range(start + max(0, len(body) - LONGEST - 1), start + len(body)))
        sizes = [style.size / size for style, _ in self.styles.of(self.pointer, indices)]
        return mark_length(body, sizes, [(y - base) / size for y in self.origins(indices)[1::2]])

    def _mark_unmapped(self, words: list[Word], fonts: set[str]) -> bool:
        """Puts U+FFFD for each letter that one of these fonts does not name, where it names others of the word; says
        whether there are such."""
        found = False
        unmapped_of = quick("FPDFText_HasUnicodeMapError")
        for word in words:
            if word.style.font not in fonts or word.first < 0:
                continue
            letters = range(word.first, word.first + len(word.text))
            gone = [code == 1 for code in map(unmapped_of, repeat(self.pointer), letters)]
            if not all(gone):
                word.style = as_mapped(word.style)
                word.text = "".join(["\ufffd" if lost else c for c, lost in zip(word.text, gone, strict=True)])
                found = found or any(gone)
        return found

    def _parted(self, words: list[Word]) -> list[Word]:
        """The words, those parted whose letters stand apart somewhere: PDFium joins letters whose spacing is wide.

        Where one is found it is looked for on all pages that follow.
        """
        plain = [w for w in words if w.style.angle == 0 and w.first >= 0 and len(w.text) > 1]
        boxes = self.boxes([n for w in plain for n in range(w.first, w.first + len(w.text))])
        out: dict[int, list[Word]] = {}
        at = 0
        for word in plain:
            end, least = at + len(word.text), _APART * word.style.size
            places = [(boxes[4 * n], boxes[4 * n + 2]) for n in range(at, end)]
            cuts = [n for n in range(1, len(places)) if places[n][0] - places[n - 1][1] > least]
            if cuts and 2 * len(cuts) < len(places):
                out[id(word)] = _cut(word, cuts, places)
                self.styles.glues = self.styles.glues or cuts != [1]
            at = end
        return [part for word in words for part in out.get(id(word), (word,))] if out else words

    def _letters(self, word: Word) -> list[Letter]:
        if word.first < 0:
            return []
        boxes = self.boxes(list(range(word.first, word.first + len(word.text))))
        return [(c, self.view.box(*_ltrb(boxes[4 * n : 4 * n + 4]))) for n, c in enumerate(word.text)]

    def _pieces(self, body: str, start: int, blank: bool, marks: list[str]) -> list[Word]:
        """A run that is not one plain upright word, cut where its letters change line, direction or place; words that
        lose the raised mark of a footnote are added to ``marks``."""
        indices = list(range(start, start + len(body)))
        boxes, origins, styles = self.boxes(indices), self.origins(indices), self.styles.of(self.pointer, indices)
        looks = [style for style, _ in styles]
        places = [self.view.box(*_ltrb(boxes[4 * n : 4 * n + 4])) for n in range(len(body))]
        points = zip(origins[::2], origins[1::2], looks, strict=True)
        bases = [_baseline(self.view.point(x, y), style) for x, y, style in points]
        if any(style.angle for style in looks):
            _put_back(body, looks, places, bases)
        words: list[Word] = []
        for n, letter in enumerate(body):
            style, base = looks[n], bases[n]
            x0, y0, x1, y1 = places[n]
            if not isfinite(x0 + y0 + x1 + y1 + base):
                self.lost = True  # a damaged file says no place for it
                continue
            if style.angle == 0:
                y0, y1 = base - 0.8 * style.size, base + 0.2 * style.size
            last = words[-1] if words else None
            if last is not None and _joins(last, letter, style, (x0, y0, x1, y1), base):
                last.text += letter
                last.x0, last.x1 = min(last.x0, x0), max(last.x1, x1)
                if style.angle:
                    last.top, last.bottom = min(last.top, y0), max(last.bottom, y1)
            else:
                if last is not None:
                    last.blank = False
                words.append(Word(letter, x0, y0, x1, y1, base, style, start + n, False))
        if words:
            words[-1].blank = blank
        for word in words:
            if len(word.text) > 1 and may_end_marked(word.text):
                own = range(word.first - start, word.first - start + len(word.text))
                size = max(word.style.size, 0.1)
                rises = [(word.base - bases[n]) / size for n in own]
                if raised := mark_length(word.text, [looks[n].size / size for n in own], rises):
                    marks.append(word.text)
                    word.text = word.text[:-raised]
                    kept = [places[n] for n in own[:-raised]]
                    word.x0, word.x1 = min(x0 for x0, *_ in kept), max(x1 for _, _, x1, _ in kept)
                    if word.style.angle:
                        word.top, word.bottom = min(y0 for _, y0, *_ in kept), max(y1 for *_, y1 in kept)
        return words


def _may_be_wide(body: str, width: float) -> bool:
    """Whether a run may be one word that is as wide as this, in heights of a letter."""
    return width <= _WIDE * len(body) and not (_NUMBER.fullmatch(body) or _STOPPED.search(body))


def _cut(word: Word, cuts: list[int], places: list[tuple[float, float]]) -> list[Word]:
    """The parts of a word; ``places`` are the left and right ends of its letters."""
    shift = word.x0 - places[0][0]
    parts = []
    for a, b in pairwise([0, *cuts, len(places)]):
        x0, x1 = places[a][0] + shift, places[b - 1][1] + shift
        blank = word.blank or b < len(places)
        parts.append(replace(word, text=word.text[a:b], x0=x0, x1=x1, first=word.first + a, blank=blank))
    return parts


def _printed_once(words: list[Word]) -> list[Word]:
    """The words but for those drawn again on themselves, a little to the side, to look bold; they are bold."""
    met: dict[tuple[str, bool, int, int], Word] = {}
    out: list[Word] = []
    for word in words:
        text, plain, x, y = word.text, word.style.plain, round(word.x0), round(word.base)
        near = ((text, plain, a, b) for a in (x, x - 1, x + 1) for b in (y, y - 1, y + 1))
        first = next((met[key] for key in near if key in met), None)
        if first is None:
            out.append(word)
            met[text, plain, x, y] = word
        elif abs(first.x0 - word.x0) > _ASIDE:
            first.style = in_bold(first.style)
    return _whole(out)


def _whole(words: list[Word]) -> list[Word]:
    """The words but for parts of others that stand on these: what is drawn again may be cut elsewhere."""
    by_line: dict[tuple[float, str, int], list[Word]] = {}
    for word in words:
        by_line.setdefault((word.style.size, word.style.font, round(word.base)), []).append(word)
    gone: set[int] = set()
    for line in by_line.values():
        line.sort(key=lambda w: w.x0)
        for n, word in enumerate(line):
            for other in line[n + 1 : n + _PARTS]:
                if other.x0 > word.x1 - _AGAIN:
                    break
                short, long = (other, word) if len(other.text) < len(word.text) else (word, other)
                within = long.x0 - _AGAIN < short.x0 and short.x1 < long.x1 + _AGAIN
                share = (short.x1 - short.x0) / max(long.x1 - long.x0, 0.1) - len(short.text) / len(long.text)
                as_wide = abs(share) < _UNEVEN  # a letter more takes more room
                if within and as_wide and short.text in long.text and short.style.plain == long.style.plain:
                    gone.add(id(short))
                    long.style = in_bold(long.style)
    return [word for word in words if id(word) not in gone] if gone else words


def _runs(text: str) -> tuple[list[str], list[int]]:
    """The runs of letters between blanks and where each begins; a hyphen at a line's end ends a run."""
    if _HYPHEN in text or "\x02" in text or "\x00" in text:
        found = [(m[0], m.start()) for m in _WORD.finditer(text)]
        return [body for body, _ in found], [start for _, start in found]
    bodies, starts, at, find = text.split(), [], 0, text.find
    for body in bodies:
        at = find(body, at)
        starts.append(at)
        at += len(body)
    return bodies, starts


def _ltrb(box: list[float]) -> tuple[float, float, float, float]:
    """PDFium's loose boxes are left, top, right, bottom; its other ones left, bottom, right, top."""
    return box[0], box[3], box[2], box[1]


def _baseline(origin: tuple[float, float], style: Style) -> float:
    x, y = origin
    return {90: x, 180: -y, 270: -x}.get(style.angle or 0, y)


def _put_back(body: str, looks: list[Style], places: list[BBox], bases: list[float]) -> None:
    """Puts the letters of a ligature beside their neighbour: in turned text PDFium gives a place far off for them."""
    for found in _LIGATURE.finditer(body):
        start, end = found.span()
        near = start - 1 if start else end
        style = looks[start]
        if near == len(body) or style.angle not in _STEPS or abs(bases[near] - bases[start]) <= 0.6 * style.size:
            continue
        behind = near < start
        dx, dy = (step * _NARROW * style.size * (1 if behind else -1) for step in _STEPS[style.angle])
        x0, y0, x1, y1 = places[near]
        for n in range(start, end) if behind else range(end - 1, start - 1, -1):
            if dx:
                x0, x1 = (x1, x1 + dx) if dx > 0 else (x0 + dx, x0)
            else:
                y0, y1 = (y1, y1 + dy) if dy > 0 else (y0 + dy, y0)
            places[n], bases[n] = (x0, y0, x1, y1), bases[near]


def _joins(word: Word, letter: str, style: Style, box: tuple[float, float, float, float], base: float) -> bool:
    """Whether a letter goes on with this word: same direction, near in line and near in place."""
    if style.angle != word.style.angle or style.angle is None:
        return style is word.style
    size = max(style.size, word.style.size)
    if abs(base - word.base) > 0.6 * size:
        return False
    if is_before(word.text, letter, word.style.size / style.size, (base - word.base) / style.size):
        return False
    x0, top, x1, bottom = box
    gap = {0: x0 - word.x1, 90: word.top - bottom, 180: word.x0 - x1, 270: top - word.bottom}[style.angle]
    return -2 * size < gap < 0.6 * size
