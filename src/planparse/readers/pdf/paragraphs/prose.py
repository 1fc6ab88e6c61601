"""Lines to paragraphs: which lines go on, where a list item begins, which broken words to mend.

A line goes on in the next one unless a gap, a list label, a change of weight or room for the next word says
otherwise: text is set greedily, so where the next word would still have fitted, somebody ended the paragraph.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.model.shelf import compact
from planparse.readers.pdf.page import Word
from planparse.readers.pdf.paragraphs.list_labels import (
    BRACKETED,
    DASHES,
    GLYPHS,
    LEVELS,
    is_next_code,
    is_next_label,
    list_label,
)
from planparse.readers.pdf.paragraphs.seams import BROKEN, ROOMY, seam
from planparse.readers.pdf.paragraphs.sides import Side
from planparse.readers.pdf.paragraphs.text_blocks import LETTER, ends_bold, resized
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import FAR_GAP, is_date

_STOPS = ".;:?!"
_FIRST = frozenset({"1.", "a."})
"""Labels that begin a list below a line with room left for them."""


_ITEM = 3
"""Words of an item of a list without marks, and such items."""
_SET_IN = 1.2
"""Heights of a letter by which an inset line begins further right."""
_NAME = 3
"""Words before a colon."""
_LEAD = 8
"""The same of words that begin each entry of a list alike."""
_DATE = 4
"""Words of a date at most, and one."""
_STEP_OF_SIZE = 1.0
"""Points by which the letters of two texts differ that are in other fonts too."""
_OTHER = 0.3
"""Points by which the letters of one text hardly differ from line to line."""
_GIVE = 5.0
"""Points by which a text may be further from both borders together than it seems where these are not drawn."""


@compact
@dataclass(slots=True)
class Prose:
    """A paragraph, with its list label already taken off. ``text`` may hold marks of broken places."""

    text: str
    marker: str | None
    size: float
    bold: bool
    box: BBox
    unmapped: bool = False
    ends: str = ""
    """How its lines end; see ``seams``."""
    side: Side | None = None
    """The list that it is of, where lists stand side by side."""


@dataclass(slots=True)
class _Draft:
    """A paragraph while its lines are gathered."""

    lines: list[Line]
    text: str
    marker: str | None
    ends: str = ""

    def done(self) -> Prose:
        lines = self.lines
        first, last = lines[0], lines[-1]
        size, below = first.style.size, 0.2 * last.style.size
        box = (min([x.x0 for x in lines]), first.base - 0.8 * size, max([x.x1 for x in lines]), last.base + below)
        bold = first.style.bold and not [x for x in lines if not x.bold]
        return Prose(self.text, self.marker, size, bold, box, "\ufffd" in self.text, self.ends)


def make_prose(lines: list[Line], left: float, right: float, *, soft: bool = False) -> list[Prose]:
    """The paragraphs of a column of text that may fill the room from ``left`` to ``right``; ``soft`` says that no
    border is drawn there."""
    if len(lines) == 1:
        line = lines[0]
        marker, words = list_label(line)
        text, size = _tabbed(words), line.style.size
        box = (line.x0, line.base - 0.8 * size, line.x1, line.base + 0.2 * size)
        return [Prose(text, marker, size, line.bold, box, "\ufffd" in text)]
    starts, ends = [line.x0 for line in lines], [line.x1 for line in lines]
    indent = min(starts) - left
    adrift = _is_adrift(starts, ends)
    if adrift:  # no line need reach the left end of the room
        indent = min(indent, right - max(ends))
    limit = right - max(0.0, min(indent, 12.0))
    start = left + max(0.0, indent)
    spacing = _spacing(lines)
    dashes = len([line for line in lines if line.words[0].text in DASHES])
    above = lines[0]
    label, words = list_label(above)
    text_x0 = words[0].x0
    draft = _Draft([above], _tabbed(words), label)
    out = [draft]
    listed = label is None and _are_items(lines, limit)
    for line in lines[1:]:
        marker, words = list_label(line)
        slack = limit - start - (above.x1 - above.x0) if adrift else limit - above.x1
        if dashes == 1 and draft.marker is None and _pushed_down(above, line, slack):
            marker, words = None, line.words
        if listed or _begins(above, line, marker, words, slack, spacing, text_x0, draft, label, adrift):
            draft = _Draft([line], _tabbed(words), marker)
            out.append(draft)
            text_x0, label = words[0].x0, marker or label
        else:
            between, end = seam(above, line, limit - start, slack, right, _GIVE if soft else 0.0)
            if adrift and between == ROOMY:
                between = BROKEN  # no blank is drawn at the end of a line in the middle of its room
            draft.text += between + _tabbed(line.words)
            draft.ends += end
            draft.lines.append(line)
        above = line
    used = start + above.x1 - above.x0 if adrift else above.x1
    if limit - used < LETTER * above.style.size and above.words[-1].text.isalpha():
        draft.text += BROKEN  # the rest of a broken word may stand on the next page
    return [draft.done() for draft in out]


def _are_items(lines: list[Line], limit: float) -> bool:
    """Whether each line is an item of a list without marks: all begin with a capital, have several words and end
    without a stop, and most of them had room for the first word of the next."""
    if len(lines) < _ITEM or any(len(x.words) < _ITEM or not x.words[0].text[0].isupper() for x in lines):
        return False
    if any(x.text.rstrip()[-1] in ".,;:" for x in lines) or max(x.x0 for x in lines) - lines[0].x0 > 1:
        return False
    room = [limit - a.x1 - (b.words[0].x1 - b.words[0].x0) > a.style.size for a, b in pairwise(lines)]
    return 2 * sum(room) >= len(room)


def _is_adrift(starts: list[float], ends: list[float]) -> bool:
    """Whether lines that begin and end here are centred or end at the right: they leave room before them too."""
    first = starts[0]
    if max(starts) - first <= 1 >= first - min(starts):
        return False
    middles = [a + b for a, b in zip(starts, ends, strict=True)]
    return max(ends) - min(ends) < 1 or max(middles) - min(middles) < 2


def _spacing(lines: list[Line]) -> float:
    """The usual distance of two lines, in heights of a letter."""
    least, above = math.inf, lines[0]
    for line in lines:
        step = (line.base - above.base) / max(above.style.size, line.style.size, 1)
        if 0.8 < step < least:
            least = step
        above = line
    return least if least < math.inf else 1.2


def _tabbed(words: list[Word]) -> str:
    """The text of a line, with a tab before a date that stands far behind it."""
    if len(words) > 1 and words[-1].text[-1].isdigit():
        for n in range(len(words) - 1, max(0, len(words) - _DATE), -1):
            if words[n].x0 - words[n - 1].x1 > FAR_GAP * words[n].style.size:
                date = words_text(words[n:])
                return f"{words_text(words[:n])}\t{date}" if is_date(date) else words_text(words)
    return words_text(words)


def _begins(
    above: Line,
    line: Line,
    marker: str | None,
    words: list[Word],
    slack: float,
    spacing: float,
    text_x0: float,
    draft: _Draft,
    label: str | None,
    adrift: bool,
) -> bool:
    """Whether a new paragraph begins with this line; ``label`` is the last list label above it, and lines that are
    ``adrift`` do not begin at the left."""
    first, upper, own = line.words[0], above.style.size, line.style.size
    size = max(upper, own, 1)
    if (line.base - above.base) / size > spacing + 0.35:
        return True
    if marker in GLYPHS:
        return True
    fits = 0.3 * size + (first.x1 - first.x0) + 0.5 * size < slack
    if marker is not None:
        begins = marker in _FIRST or bool(LEVELS.match(marker))
        first_of_list = (label is None or draft.marker is None) and fits and begins
        goes_on = label is not None or above.bold == line.bold or line.mixed or above.mixed  # with a list torn above
        placed = abs(words[0].x0 - text_x0) < 2 or line.x0 < text_x0 - 4
        nested = marker in _FIRST and draft.marker is not None and fits and line.x0 > text_x0 - 2
        return first_of_list or is_next_label(label, marker) or placed or nested or not goes_on
    if first.text[-1] == ")" and BRACKETED.match(first.text) and len(line.words) > 1:
        return draft.text.count("(") <= draft.text.count(")")
    if first.text[0].isupper() and _is_named(line) and _is_named(draft.lines[0]):
        return True
    if first.text == draft.lines[0].words[0].text and above.words[-1].text[-1] in ".;" and _alike(draft.lines[0], line):
        return True
    if draft.marker is None and first.text[0].isupper() and _ends_bold(above) and _ends_bold(line):
        return True
    named = len(line.words) > 1 and line.words[1].text[0].isupper()
    if named and is_next_code(draft.lines[0].words[0].text, first.text):
        return True
    alike = line.style is above.style and not (line.mixed or above.mixed)
    other_bold = above.bold != line.bold and (fits or not ends_bold(above, line))
    if not alike and (other_bold or _is_labelled(line) or resized(above, line)):
        return True
    other = not alike and not (line.mixed or above.mixed) and line.style.font != above.style.font
    if other and (fits or abs(own - upper) >= _STEP_OF_SIZE):
        return True  # an italic line, say
    if not adrift and draft.marker is None and _is_set_in(draft, line):
        return True
    in_sentence = first.text[0].islower() and draft.text[-1] not in _STOPS
    if draft.marker is not None and line.x0 < text_x0 - 4 and line.x0 <= draft.lines[0].x0 + 1:
        other = not (line.mixed or above.mixed) and line.style.font != above.style.font
        ended = fits or draft.text[-1] in _STOPS or abs(own - upper) > _OTHER or other
        return ended  # a list without a hanging indent goes on under its labels
    if draft.marker is not None and abs(line.x0 - text_x0) < 2:
        return False
    return fits and not in_sentence


def _is_set_in(draft: _Draft, line: Line) -> bool:
    """Whether a line that begins with a capital stands well to the right of all lines of the paragraph, and below none
    of their words, as text behind a hanging label does."""
    if not line.words[0].text[0].isupper() or line.x0 < max(x.x0 for x in draft.lines) + _SET_IN * line.style.size:
        return False
    return not any(abs(word.x0 - line.x0) < 2 for word in draft.lines[0].words)


def _is_named(line: Line) -> bool:
    """Whether a line begins with a few words and a colon, as each of several headings or entries does."""
    return any(w.text[-1] == ":" for w in line.words[:_NAME])


def _alike(one: Line, other: Line) -> bool:
    """Whether two lines begin with several words, the last of them the same with a colon: "By May 2026 we will: open
    the pool", "By 1 June 2027 we will: open the hall"."""
    ends = [next((w.text for w in x.words[:_LEAD] if w.text[-1] == ":"), None) for x in (one, other)]
    return ends[0] is not None and ends[0] == ends[1]


def _is_labelled(line: Line) -> bool:
    """Whether the line begins with a bold label and a colon, and its text is not bold: "Owner: A. Smith"."""
    if not line.mixed or not line.words[0].style.bold or line.words[-1].style.bold:
        return False
    bold = next(n for n, w in enumerate(line.words) if not w.style.bold)
    return line.words[bold - 1].text.endswith(":")


def _ends_bold(line: Line) -> bool:
    """Whether a line begins plain and ends with a figure in bold: "Open the pool by **May 2027**"."""
    last = line.words[-1]
    return line.mixed and last.style.bold and last.text[-1].isdigit() and not line.words[0].style.bold


def _pushed_down(above: Line, line: Line, slack: float) -> bool:
    """Whether the dash that this line begins with is one of a sentence, which had no room on the line above."""
    dash = line.words[0]
    if dash.text not in DASHES or abs(line.x0 - above.x0) > 1.5 or above.text[-1] in ".;:":
        return False
    return 0.3 * line.size + (dash.x1 - dash.x0) > slack
