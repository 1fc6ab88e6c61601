"""Rows at the top of a page that go on in the columns of the table that ended the page before.

A row or two are too few to be seen as a table by themselves: where no rule says so, the columns of the page before do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container
from itertools import pairwise, takewhile

from planparse.readers.pdf.page import Style, Word
from planparse.readers.pdf.ruled.rules import REACH
from planparse.readers.pdf.ruled.tables import LABELLED, PAD, Borders, Table
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, PARTED, Run, cut, cut_between, is_value, is_year

HEADS = 2
"""Lines of running heads that may stand above the rows at a page's top, and of feet below those at its end."""
NEXT = 2.2
"""Heights of a letter from one baseline to the next within a table."""
APART = 3.2
"""The same from one row to the next."""
_LARGE = 1.12
"""Times as large as those of a row are the letters of a heading."""
_TAIL = 2
"""Lines among which the first row shows itself; those above it are the rest of a torn one."""
_INSET = 8.0
"""Points from where a text may begin to where it does, beside a border that is drawn."""
HANGING = 36.0
"""The same below the mark of a list item, between rules."""
_FEW = 2
"""Texts of a line beside which there may be one that spans columns."""
_LEVEL = 2.0
"""Points by which a text may begin beside its column."""
_CLOSE = 1.5
"""Heights of a letter from one line of a text to the next."""
_MOST = 16
"""Lines that the rest of a torn row may have, and the first one of the row below it."""


def carried_lines(lines: list[Line], before: Borders, rules: list[float]) -> list[Line]:
    """The lines of these rows; none where what stands at the top of the page is something else.

    ``rules`` are the places of those that are as long as the table before is wide.
    """
    if len(before) == LABELLED:
        found = (labelled_lines(lines[n:], before) for n in range(min(HEADS + 1, len(lines))))
        return next((own for own in found if own), [])
    own = _carried(lines, before, rules)
    if own or not lines:
        return own
    moved = _moved(lines, before)
    return _carried(lines, moved, rules) if moved != before else []


def _moved(lines: list[Line], before: Borders) -> Borders:
    """The borders moved past the texts of the rows among the first lines that stand close to each other."""
    near = 1 + sum(
        1 for _ in takewhile(lambda pair: pair[1].base - pair[0].base < NEXT * pair[0].size, pairwise(lines))
    )
    rows = [line for line in lines[:near] if len(cut(line, NEAR_GAP).runs) > 1]
    return (before[0], *clear_of(rows, before), before[-1])


def _carried(lines: list[Line], before: Borders, rules: list[float]) -> list[Line]:
    for n in range(min(HEADS + 1, len(lines))):
        taken = _fitting(lines[n:], before)
        if _heads(lines[n:], before):
            return []
        ruled = _above_rule(taken, lines[n + len(taken) :], rules)
        if ruled and stands_over_header(ruled, lines[n + len(ruled) :]):
            continue
        if ruled and not any(_is_row(line, before) for line in taken[len(ruled) :]):
            rest = lines[n + len(ruled) :]
            tail = _tail(rest, before, HANGING) if rest else []
            return ruled + _above_rule(tail, rest[len(tail) :], rules)
        if ruled or any(_is_row(line, before) for line in taken[: _rest(taken)]):
            return taken
        clear = not n or lines[n].base - lines[n - 1].base > _CLOSE * lines[n].size
        if taken and clear and (tail := _tail(taken, before) or _rest_of_row(taken, before)):
            return tail
    return []


def stands_over_header(own: list[Line], below: list[Line]) -> bool:
    """Whether a header comes again below lines: then what is left of a torn row stands under it, not over it."""
    return bool(below) and below[0].bold and len(cut(below[0], NEAR_GAP).runs) > 1 and not own[-1].bold


def clear_of(lines: list[Line], before: Borders) -> list[float]:
    """The inner borders, each moved right past texts that are longer than those of the page before, where the next
    column is still free, or left of texts that stand wider in the middle of theirs."""
    texts = [cut_between(line, before[1:-1]).runs for line in lines]
    alone = [own[0] for own in texts if len(own) == 1 and own[0].x0 > before[1]]
    among = [run for own in texts if len(own) > 1 for run in own]
    notes = [run for run in alone if any(_goes_on_with(run, other) for other in among)]
    notes = [run for run in notes if any(run.x0 < x < run.x1 for x in before[2:-1])]
    runs = [run for own in texts for run in own if not any(map(_goes_on_with, notes, [run] * len(notes)))]
    out: list[float] = []
    for x, following in pairwise(before[1:]):
        over = [run for run in runs if run.x0 < x < run.x1]
        left = min((run.x0 for run in over), default=x)
        white = max((run.x1 for run in runs if run.x1 <= left), default=left)
        middle = (white + left) / 2
        free = over and white < left and middle > (out[-1] if out else before[0])
        if free and all(run.x0 + run.x1 > 2 * x and run.x1 < following for run in over):
            out.append(middle)
            continue
        end = max((run.x1 for run in over), default=x)
        start = min((run.x0 for run in runs if x <= run.x0), default=following)
        out.append((end + start) / 2 if x < end < start and (end + start) / 2 < following else x)
    return out


def is_tail(own: list[Line], before: Borders) -> bool:
    """Whether lines are but the end of a text in one column."""
    return len(before) != LABELLED and _tail(own, before) == own


def is_wide_tail(own: list[Line], before: Borders) -> bool:
    """Whether lines are but the end of a text over several columns, left of which others stand."""
    start, inner = own[0].x0, before[1:-1]
    col = next((n for n, x in enumerate(inner) if -_LEVEL < start - x - PAD < _INSET), None)
    if col is None or not own[0].text[0].islower() or not any(line.x1 > x for line in own for x in inner[col + 1 :]):
        return False
    if any(line.x1 > before[-1] or len(cut(line, NEAR_GAP).runs) > 1 for line in own):
        return False
    return all(abs(b.x0 - start) <= _LEVEL and b.base - a.base < NEXT * b.size for a, b in pairwise(own))


def _tail(taken: list[Line], before: Borders, inset: float = _INSET) -> list[Line]:
    """The first lines, close to each other, that are but the end of a text in one column, ``inset`` at most from its
    border."""
    return _ends(taken, before, inset) if len(entries(taken[0], before) or ()) == 1 else []


def is_rest_of_row(own: list[Line], before: Borders) -> bool:
    """Whether lines are but the ends of texts in several columns."""
    return len(before) != LABELLED and _rest_of_row(own, before) == own


def _rest_of_row(taken: list[Line], before: Borders) -> list[Line]:
    """The first lines, close to each other, that are the ends of texts in several columns, one of them plainly so."""
    return _ends(taken, before) if len(entries(taken[0], before) or ()) > 1 else []


def _is_remark(words: list[Word]) -> bool:
    """Whether this stands in brackets, as a unit does at the end of a text."""
    return words[0].text[0] == "(" and words[-1].text[-1] == ")" and any(c.isalpha() for w in words for c in w.text)


def _is_end(words: list[Word]) -> bool:
    """Whether this goes on in small letters, and is no value such as "tbc"."""
    return words[0].text[0].islower() and not is_value(words_text(words))


def _ends(taken: list[Line], before: Borders, inset: float = _INSET) -> list[Line]:
    """The first lines, close to each other, in the columns of the first one, where texts go on."""
    found = entries(taken[0], before) or {}
    if not any(_is_end(words) or _is_remark(words) for words in found.values()):
        return []
    if any(not -_LEVEL < words[0].x0 - before[col] - PAD < inset for col, words in found.items()):
        return []
    out = taken[:1]
    for above, line in pairwise(taken):
        own = entries(line, before) or {}
        if line.base - above.base > _CLOSE * line.size or not own or not found.keys() >= own.keys():
            break
        out.append(line)
    return out


def _rest(taken: list[Line]) -> int:
    """How many lines there are before the second row at most: the first may be the rest of a torn one, of lines that
    stand close to each other, and a band may stand below it."""
    steps = ((b.base - a.base) / b.size for a, b in pairwise(taken))
    close = sum(1 for _ in takewhile(lambda step: step < _CLOSE, steps))
    bands = sum(line.bold and len(cut(line, NEAR_GAP).runs) == 1 for line in taken[1:_MOST])
    return max(_TAIL, min(close + 2, _MOST)) + bands


def following_lines(lines: list[Line], last: Line, borders: Borders, bands: set[Style]) -> list[Line]:
    """Those of the lines below a table, whose last line is ``last``, that go on with it: rows below a note or a band in
    one of these styles, or the lines of the text beside its last label."""
    if len(borders) == LABELLED:
        return labelled_lines(lines, borders, last)
    own = _fitting(lines, borders, last, bands)
    moved = _moved(lines, borders) if lines and not own else borders
    return _fitting(lines, moved, last, bands) if moved != borders else own


def band_styles(table: Table) -> set[Style]:
    """How the bold texts look that stand alone in their rows."""
    filled = [c for c in table.cells if c.words]
    count = Counter(c.slab.row for c in filled)
    alone = [c.words[0].style for c in filled if count[c.slab.row] == 1 and c.slab.col == 0]
    return {style for style in alone if style.bold}


def labelled_lines(lines: list[Line], borders: Borders, last: Line | None = None) -> list[Line]:
    """The lines of texts that stand right of the labels of a table, and of labels beside them; below the line ``last``
    of the table itself only those of its last text."""
    taken: list[Line] = []
    kept = 0
    above = last
    for line in lines:
        found = entries(line, borders) or {}
        step = (line.base - above.base) / max(line.size, above.size) if above is not None else 0.0
        begins = is_beside_label(found, borders)
        if not found or step > (APART if begins else NEXT) or (last is not None and 0 in found):
            break
        if not begins and not (taken and (1 not in found or found[1][0].x0 > borders[1] + PAD - 1)):
            break
        taken.append(line)
        kept = len(taken) if 1 in found else kept
        above = line
    return taken[:kept]


def is_beside_label(found: dict[int, list[Word]], borders: Borders) -> bool:
    """Whether a line has a text that begins where those beside the labels do."""
    return 1 in found and -PAD < found[1][0].x0 - borders[1] - PAD < _INSET


def _fitting(lines: list[Line], before: Borders, last: Line | None = None, bands: Container[Style] = ()) -> list[Line]:
    """The lines that stand in the columns, down to the last row of theirs: a note over several columns, a band in one
    of these styles, or a wider gap, ends them but where another row follows. Below the line ``last`` of the table
    itself a row has to come first."""
    taken: list[Line] = []
    doubtful: list[Line] = []
    above, row = last, last is None
    for line in lines:
        step = (line.base - above.base) / max(line.size, above.size) if above is not None else 0.0
        fits = entries(line, before, spanning=True) is not None
        fits = fits or (above is not None and step < _CLOSE and _is_under(line, above, before))
        if step > APART or not (fits or (above is not None and _is_note(line, before))):
            break
        if doubtful or not fits or step > NEXT or not row:
            doubtful.append(line)
            if any(not is_year(text) for text in _values(line, before)) or _is_noted_row(line, before):
                if any(_is_heading(other, line) and other.style not in bands for other in [*taken, *doubtful]):
                    break
                taken += doubtful
                doubtful, row = [], True
        else:
            taken.append(line)
        above = line
    for line in doubtful:
        over = taken[-1] if taken else last
        if over is None or not _hangs(line, over, before):
            break
        taken.append(line)
    return taken


def _hangs(line: Line, above: Line, before: Borders) -> bool:
    """Whether a line is one text that goes on with one of the line above, right of the first column, over several
    columns: the end of a note in the last row of a page."""
    near = line.base - above.base < _CLOSE * line.size and line.x0 > before[1] and line.x1 <= before[-1] + 1
    one = len(cut(line, NEAR_GAP).runs) == 1 and line.style is above.style
    own = cut(line, NEAR_GAP).runs[0]
    return near and one and any(_goes_on_with(own, run) for run in cut(above, NEAR_GAP).runs)


def _goes_on_with(run: Run, other: Run) -> bool:
    """Whether two texts begin at one place or stand under each other's middle."""
    return abs(run.x0 - other.x0) < 1 or abs(run.x0 + run.x1 - other.x0 - other.x1) < _LEVEL


def _is_under(line: Line, above: Line, before: Borders) -> bool:
    """Whether the texts of a line stand in columns or right under one of the line above that spans several."""
    upper = [run.x0 for run in cut(above, NEAR_GAP).runs if not _in_columns(run.words, before)]
    own = [run.x0 for run in cut(line, NEAR_GAP).runs if not _in_columns(run.words, before)]
    return len(cut(line, NEAR_GAP).runs) > 1 and all(any(abs(x - a) < 1 for a in upper) for x in own)


def _is_note(line: Line, before: Borders) -> bool:
    """Whether a line is one text, over several of the columns."""
    return before[0] - 1 <= line.x0 and line.x1 <= before[-1] + 1 and len(cut(line, NEAR_GAP).runs) == 1


def _is_heading(line: Line, row: Line) -> bool:
    """Whether a line is one text in larger or heavier letters than those of a row."""
    heavy = line.bold and not row.bold
    return (heavy or line.size > _LARGE * row.size) and len(cut(line, NEAR_GAP).runs) == 1


def _above_rule(taken: list[Line], rest: list[Line], rules: list[float]) -> list[Line]:
    """The lines down to the last rule right below one of them."""
    below = [line.top for line in [*taken[1:], *rest[:1]]] + [float("inf")]
    texts = [line.base for line in [*taken, *rest]]
    own = [rule for rule in rules if not _is_blank_below(rule, rules, texts)]
    for n in range(len(taken), 0, -1):
        line = taken[n - 1]
        if any(line.base < rule < min(below[n - 1] + 1, line.base + 1.5 * line.size) for rule in own):
            return taken[:n]
    return []


def _is_blank_below(rule: float, rules: list[float], texts: list[float]) -> bool:
    """Whether white paper stands between a rule and the next one: that of a running head has it over the table."""
    following = min((other for other in rules if other > rule + 2 * REACH), default=None)
    return following is not None and not any(rule < base < following for base in texts)


def _heads(lines: list[Line], before: Borders) -> bool:
    """Whether the first line is the heading of another table, whose header stands below it."""
    bold = len(lines) > 1 and lines[0].bold and lines[1].bold
    return bold and len(entries(lines[0], before) or ()) == 1 < len(entries(lines[1], before) or ())


def _is_row(line: Line, before: Borders) -> bool:
    """Whether a line is a row by its values, or fills all columns with texts that begin as far from the borders of the
    table before as each other."""
    if _values(line, before):
        return True
    found = entries(line, before, spanning=True) or {}
    insets = [words[0].x0 - before[col] - PAD for col, words in found.items() if col]
    if len(found) != max(3, len(before) - 1):
        return False
    return all(abs(inset) < 1 for inset in insets) or (min(insets) > 0 and max(insets) < min(insets) + 1 < _INSET)


def _is_noted_row(line: Line, before: Borders) -> bool:
    """Whether a line has a text in every column but those that one of them lies over: a note in place of values."""
    found = entries(line, before, spanning=True) or {}
    ends = {col: bisect_right(before, words[-1].x1 - 1) - 1 for col, words in found.items()}
    columns = {k for col, end in ends.items() for k in range(col, end + 1)}
    over = sum(end > col for col, end in ends.items())
    return over == 1 and len(found) > _FEW + 1 and len(columns) == len(before) - 1


def _values(line: Line, before: Borders) -> list[str]:
    """The values right of the first column of a line that fills three columns at least, and half of them."""
    found = entries(line, before, spanning=True) or {}
    texts = [words_text(words) for col, words in found.items() if col]
    return [text for text in texts if is_value(text)] if len(found) >= max(3, len(before) // 2) else []


def entries(line: Line, before: Borders, *, spanning: bool = False) -> dict[int, list[Word]] | None:
    """The words in each column; None where one lies over a border, or two stand too close over one or too far apart.

    One in the last column may be longer than those of the page before. Where ``spanning``, a text that stands apart
    from two others on its line, or begins where a column does, may span columns right of the first: it is given under
    the first of its own.
    """
    out: dict[int, list[Word]] = {}
    last = -1
    runs = cut(line, NEAR_GAP).runs
    for run in runs:
        found = _in_columns(run.words, before, among=len(runs) > 1)
        end = max(found, default=-1)
        if spanning and not found and run is not runs[0] and (len(runs) > _FEW or _begins_column(run, before)):
            first, end = _column(run.words[0], before), _column(run.words[-1], before)
            found = {first: run.words} if run.x1 <= before[-1] + (before[-1] - before[-2]) / 4 else {}
        if not found or min(found) <= last:
            return None
        out |= found
        last = end
    return out


def _begins_column(run: Run, before: Borders) -> bool:
    """Whether a text begins where those of a column do, right of the first."""
    return any(abs(run.x0 - x - PAD) < 1 for x in before[1:-1])


def _in_columns(words: list[Word], before: Borders, *, among: bool = False) -> dict[int, list[Word]]:
    """The words of a run by column; none where one lies over a border or two stand too close over one: closer than
    words of one text only where both are values, or the run stands ``among`` others of its line."""
    out: dict[int, list[Word]] = {}
    last, x1, valued = -1, 0.0, False
    for word in words:
        col = _column(word, before)
        inside = 0 <= col < len(before) - 2 and word.x1 <= before[col + 1] + 1
        if not inside and (col != len(before) - 2 or (word is words[0] and word.x0 > before[-1])):
            return {}
        beside = (valued or among) and abs(word.x0 - before[col] - PAD) < 1 and is_value(word.text)
        if col < last or (-1 < last < col and not beside and word.x0 - x1 < PARTED * word.style.size):
            return {}
        out.setdefault(col, []).append(word)
        last, x1, valued = col, word.x1, is_value(word.text)
    return out


def _column(word: Word, before: Borders) -> int:
    """The column in which a word begins; what begins right of all of them may belong to the last one."""
    return min(bisect_right(before, word.x0 + 1) - 1, len(before) - 2)
