"""Rows of a table without row borders: which lines are one row.

A line with figures begins a row; lines without belong to the row above them, to the row below, or are rows of
their own (bands, headers), by how they begin, how full the line above is and how near they stand.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from planparse.readers.pdf.unruled.bottoms import at_the_bottom
from planparse.readers.pdf.unruled.broken_codes import at_broken_codes
from planparse.readers.pdf.unruled.middles import gaps_within, in_the_middle, is_around_one_middle
from planparse.readers.pdf.unruled.placed import Placed, is_unfinished
from planparse.readers.pdf.unruled.remarks import remark_apart
from planparse.readers.pdf.unruled.steps import (
    REST,
    is_one_close_row,
    is_plain_under,
    larger,
    parted_at_steps,
    pitch_of,
)
from planparse.readers.pdf.unruled.word_rows import at_begun_texts
from planparse.readers.pdf.words.runs import Run, Span, is_code, is_date

_APART = 2.3
"""Heights of a letter; the lines of one row stand nearer to each other."""
_BELOW = 1.7
"""Heights of a letter from a band to the figures below it; the lines of a label stand nearer to each other."""
_FEW = 3
"""Labels with colons that show that the first column holds labels."""
_WIDER = 1.06
"""Times the step between the lines of one text from one row to the next at least, where nothing speaks against it."""
_SEVERAL = 2
"""Rows of several lines that show how near these stand."""
_LEVEL = 1.5
"""Points by which a line of a text may begin or end beside those above it."""


def group_rows(
    lines: list[Placed], borders: list[float], headed: bool = False, whole: Sequence[Span] = ()
) -> list[list[Placed]]:
    """The lines of each row. ``borders`` are ruling lines between rows, where there are any.

    ``headed``: only the header has a rule under it, the rows have none. ``whole``: top and bottom of rows that are
    known from end to end.
    """
    bands: list[list[Placed]] = []
    at = -1
    for line in lines:
        number = bisect_right(borders, line.base - 0.3 * line.row.line.size)
        if number != at:
            bands.append([])
            at = number
        bands[-1].append(line)
    out: list[list[Placed]] = []
    for number, band in enumerate(bands):
        if number == 1 and _begins_with_rest(band):
            out.append(band[:1])
            del band[0]
        figures = sum(1 for line in band if line.has_figures())
        below = headed and band[0].base > borders[0]
        known = any(top < band[0].base and band[-1].base < bottom + 1 for top, bottom in whole)
        if known or (figures > 1 and borders and is_around_one_middle(band)):
            out.append(band)
        elif figures > 1 or not borders or below:
            out.extend(_beside_figures(band) or _split(band))
        else:
            alone = len(borders) == 1 and band[0].base > borders[0]
            own = (_at_dates(band) if alone else []) or _at_codes(band)
            own = own or (at_begun_texts(band, bands[0]) if alone and number else [])
            out.extend(own or _spanners_apart(band))
    return [part for row in out for part in remark_apart(row)]


def _at_dates(band: list[Placed]) -> list[list[Placed]]:
    """The rows of all lines between the rule under a header and the one at the end of a table, where one column has a
    date beside the first line of each text; none where it has anything else."""
    entries: dict[int, list[int]] = {}
    for n, line in enumerate(band):
        for first, _, run in line.runs:
            entries.setdefault(first, []).append(n if is_date(run.text) else -1)
    for col, starts in entries.items():
        if col and len(starts) > 1 and starts[0] == 0 and -1 not in starts:
            if any(len(band[n].runs) < 2 for n in starts):
                return []
            return [band[a:b] for a, b in itertools.pairwise([*starts, len(band)])]
    return []


def _at_codes(band: list[Placed]) -> list[list[Placed]]:
    """The rows of lines without figures of which some begin with a code, another one each, beside other texts; none
    where anything else stands in the first column. Lines over the first one are the rest of a torn row."""
    codes = [(n, line.first.text) for n, line in enumerate(band) if line.first is not None]
    if len(codes) < 2 or len({code for _, code in codes}) < len(codes):
        return []
    if not all(is_code(code) and len(band[n].runs) > 1 for n, code in codes):
        return []
    if len({code[0].isdecimal() for _, code in codes}) > 1:
        return []  # a code that its narrow column breaks within its number
    starts = [n for n, _ in codes]
    if starts[0]:
        starts.insert(0, 0)
    return [band[a:b] for a, b in itertools.pairwise([*starts, len(band)])]


def _begins_with_rest(band: list[Placed]) -> bool:
    """Whether the first line under a header is the end of a text that the page's begin tore off: in small letters, over
    a row with a name and figures of its own."""
    if len(band) < 2:
        return False
    rest, row = band[0].first, band[1].first
    lone = len(band[0].runs) == 1 and rest is not None and rest.text[0].islower()
    return lone and row is not None and not row.text[0].islower() and band[1].has_figures()


def _beside_figures(band: list[Placed]) -> list[list[Placed]]:
    """The rows of lines whose codes are broken, or whose figures stand in the middle or at the bottom of their cells,
    with the header over them; none where they do not."""
    for rows_of in (at_broken_codes, in_the_middle, at_the_bottom):
        start, rows = rows_of(band)
        if rows:
            even = _at_steps(band) if gaps_within(rows) else []
            return even or [*_header_rows(band[:start], band[start]), *rows]
    return []


def _spanners_apart(band: list[Placed]) -> list[list[Placed]]:
    """One row between two rules, unless a line is one text over several columns, or its first lines are headers that
    span the columns of the next ones, or of a bold header with the plain rest of a torn row under it."""
    out: list[list[Placed]] = []
    least = REST * pitch_of(band)
    for line in band:
        row = out[-1] if out else []
        rest = bool(row) and is_plain_under(row[-1], line) and line.base - row[-1].base > least
        rest = rest or (bool(row) and (_is_under_header(row, line) or _is_under_band(row[-1], line)))
        named = bool(row) and _parts_header(row, line) and not _ends_note(row, line, band)
        apart = rest or not row or _stands_apart(row[-1], line) or named
        if not apart and (line.is_band == row[-1].is_band or _ends_band(row[-1], line)):
            row.append(line)
        else:
            out.append([line])
    return out


def _ends_band(above: Placed, line: Placed) -> bool:
    """Whether a short line in small letters is the end of the text above it, which lies over several columns."""
    end = line.first if len(line.runs) == 1 else None
    alike = above.row.line.style is line.row.line.style and line.base - above.base < _BELOW * line.row.line.size
    return above.is_band and end is not None and end.text[0].islower() and alike


def _is_under_header(row: list[Placed], line: Placed) -> bool:
    """Whether a plain line with figures stands under bold ones with texts in several columns."""
    names = {first for p in row for first, _, _ in p.runs}
    bold = all(p.row.line.bold for p in row) and not line.row.line.bold
    return bold and len(names) >= _FEW and line.has_figures() and not any(p.has_figures() for p in row)


def _is_under_band(above: Placed, line: Placed) -> bool:
    """Whether a plain line with figures begins in the first column, as the bold one without any above it does."""
    begins = above.first is not None and line.first is not None and line.has_figures()
    return begins and not above.has_figures() and is_plain_under(above, line)


def _parts_header(row: list[Placed], line: Placed) -> bool:
    """Whether a line has the names of the columns that those of the row above it span."""
    spanned = not line.spans and any(p.spans for p in row) and not any(p.has_figures() for p in row)
    return spanned and len(row[-1].runs + line.runs) > 2 and not _goes_on(row, line)


def _ends_note(row: list[Placed], line: Placed, band: list[Placed]) -> bool:
    """Whether the texts of a row that span columns are notes, of which a line has the ends: no line of the ``band`` has
    two texts in those columns, as names and values stand, and the one in this line begins or ends where a note does."""
    for start, end in {(first, last) for own in row for first, last, _ in own.runs if last > first}:
        if any(sum(start <= first <= end for first, _, _ in other.runs) > 1 for other in band):
            return False
        notes = [run for own in row for first, _, run in own.runs if start <= first <= end]
        ends = [run for first, _, run in line.runs if start <= first <= end]
        if not all(any(min(abs(run.x0 - r.x0), abs(run.x1 - r.x1)) < _LEVEL for r in notes) for run in ends):
            return False
    return True


def _goes_on(row: list[Placed], line: Placed) -> bool:
    """Whether each text of a line begins or ends where one of the row does, or has its middle there: further lines of
    the same cells."""
    above = [(first, run) for own in row for first, _, run in own.runs]
    return all(any(first == over and _is_below(run, r) for over, r in above) for first, _, run in line.runs)


def _is_below(run: Run, over: Run) -> bool:
    left, right = run.x0 - over.x0, run.x1 - over.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < _LEVEL


def _stands_apart(above: Placed, line: Placed) -> bool:
    """Whether a line is one text at the left, with white over it that no row has within, or one of figures below such
    a text, with white between that no label has within."""
    step = (line.base - above.base) / line.row.line.size
    if line.first is None:
        return False
    alone = len(above.runs) == 1 and above.first is not None and line.has_figures()
    return (len(line.runs) == 1 and step > _APART) or (alone and step > _BELOW)


def _split(band: list[Placed]) -> list[list[Placed]]:
    """The rows of lines without rules between them. Lines set close together with one line of figures are a row."""
    chunks = parted_at_steps(band)
    if len(chunks) < 2 or len(chunks) == len(band):
        return _at_steps(band) or _split_even(band)
    out: list[list[Placed]] = []
    for chunk in chunks:
        single = sum(1 for line in chunk if line.has_figures()) < 2
        out.extend(_at_codes(chunk) or _spanners_apart(chunk) if single else _at_steps(chunk) or _split_even(chunk))
    return out


def _at_steps(band: list[Placed]) -> list[list[Placed]]:
    """The rows of lines that stand a little nearer to each other in a row than rows do: each has one line of figures,
    and several have more lines; none where a step parts anything else."""
    chunks = parted_at_steps(band, _WIDER)
    first = next((n for n, chunk in enumerate(chunks) if any(line.has_figures() for line in chunk)), len(chunks))
    rows = [chunk for chunk in chunks[first:] if len(chunk) > 1 or len(chunk[0].runs) > 1]
    if sum(len(chunk) > 1 for chunk in rows) < _SEVERAL or any(
        sum(line.has_figures() for line in chunk) != 1 for chunk in rows
    ):
        return []
    return [row for chunk in chunks for row in _spanners_apart(chunk)]


def _split_even(band: list[Placed]) -> list[list[Placed]]:
    """The rows of lines that follow each other at one distance."""
    anchors = [n for n, line in enumerate(band) if line.has_figures()]
    if not anchors or (_labels(band) >= _FEW and all(last < 2 for line in band for _, last, _ in line.runs)):
        return _text_rows(band)
    pitch = pitch_of(band)
    if len(anchors) == 1 and is_one_close_row(band, pitch):
        return [band]
    out = _header_rows(band[: anchors[0]], band[anchors[0]])
    for n in range(anchors[0], len(band)):
        line = band[n]
        if line.has_figures():
            if out and out[-1] and (n > anchors[0] or _is_label_of(out[-1], line)) and _hangs(out[-1], line):
                out[-1].append(line)
            else:
                out.append([line])
        elif _continues(band, n, pitch):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _hangs(row: list[Placed], line: Placed) -> bool:
    """Whether this line of figures is the end of a label that began on the line above."""
    above = row[-1]
    if any(p.has_figures() for p in row) or len(above.runs) != 1 or above.spans:
        return False
    first = line.first
    near = line.base - above.base < 1.5 * line.row.line.size
    return near and above.first is not None and (first is None or first.text[:1].islower())


def _is_label_of(above: list[Placed], line: Placed) -> bool:
    """Whether the lines over the first one of figures are but texts in the first column, in the letters of its label:
    no header, nor a band."""
    return line.first is not None and all(
        len(p.runs) == 1 and p.first is not None and p.first.words[0].style is line.first.words[0].style for p in above
    )


def _continues(band: list[Placed], n: int, pitch: float) -> bool:
    """Whether a line without figures goes on with the row above it."""
    line, above = band[n], band[n - 1]
    if line.base - above.base > 1.3 * pitch * larger(line, band) + 0.5 or (
        line.first is None and _under_spanner(above, line)
    ):
        return False
    if line.first is None and not line.spans:
        return True
    if len(line.runs) > 1:
        lower = any(run.text[:1].islower() for *_, run in line.runs)
        return (lower or _is_unfinished(above, line)) and _goes_on([above], line)
    text = line.runs[0][2].text
    if _is_label(line):
        return False
    if text[:1].islower() or text[:1] in "(&":
        return above.first is not None or above.spans
    below = band[n + 1] if n + 1 < len(band) else None
    if below is not None and below.first is not None and below.first.text[:1].islower():
        return False
    if line.base - above.base > 1.8 * line.row.line.size:
        return False
    if above.first is not None and line.row.line.x0 < above.first.x0 - _LEVEL:
        return False  # a text goes on no further left
    full = above.first is not None and above.first.x1 + line.runs[0][2].words[0].x1 - line.runs[0][2].words[0].x0
    widest = max((p.first.x1 for p in band if p.first is not None), default=0.0)
    return bool(full and full > widest + 0.5 * line.row.line.size and above.row.line.style == line.row.line.style)


def _is_unfinished(above: Placed, line: Placed) -> bool:
    """Whether an entry over one of this line goes on in it."""
    columns = {first for first, _, _ in line.runs}
    return any(first in columns and is_unfinished(run.text) for first, _, run in above.runs)


def _under_spanner(above: Placed, line: Placed) -> bool:
    """Whether a line stands under a text that spans columns and does not itself span them."""
    spanned = [(first, last) for first, last, _ in above.runs if last > first]
    return not line.spans and any(a <= first <= b for a, b in spanned for first, _, _ in line.runs)


def _header_rows(lines: list[Placed], below: Placed) -> list[list[Placed]]:
    """Lines above the first figures: spanning headers are rows of their own, wrapped labels are one row.

    What is plain under a bold header is the rest of a row that the page's begin has torn off.
    """
    out: list[list[Placed]] = []
    for line in lines:
        other = bool(out) and (is_plain_under(out[-1][-1], line) or _is_row_under(out[-1][-1], line, below))
        if out and not other and not line.spans and not any(p.spans for p in out[-1]):
            step = line.base - out[-1][-1].base
            if step < 1.7 * line.row.line.size:
                out[-1].append(line)
                continue
        if out and _ends_band(out[-1][-1], line):
            out[-1].append(line)
            continue
        out.append([line])
    return out


def _is_row_under(above: Placed, line: Placed, below: Placed) -> bool:
    """Whether a line under a header is a row as the one of figures below it is: set in its letters, as the header is
    not, or a label over the rows below it."""
    own, styles = below.row.line.style, [p.row.line.style for p in (above, line)]
    return _is_label(line) or (styles[0] is not own and styles[1] is own and len(line.runs) > 1)


def _is_label(line: Placed) -> bool:
    """Whether a line is nothing but a label over the rows below it: "Cattle and calves:"."""
    first = line.first if len(line.runs) == 1 else None
    return first is not None and first.text.endswith(":") and first.text[0].isupper()


def _labels(band: list[Placed]) -> int:
    """How many lines have a label with a colon in the first column."""
    return sum(1 for line in band if line.first is not None and line.first.text.endswith(":"))


def _text_rows(band: list[Placed]) -> list[list[Placed]]:
    """Rows of a table of words: a wider gap begins one, or, where all gaps are alike, text in the first column."""
    steps = [b.base - a.base for a, b in itertools.pairwise(band)]
    pitch = pitch_of(band)
    uneven = any(s > 1.25 * pitch for s in steps)
    labels = _labels(band)
    ended = True
    out = [[band[0]]]
    for step, line in zip(steps, band[1:], strict=True):
        above = out[-1][-1].first
        if labels >= _FEW:
            # Labels that end with a colon, their text beside them: a label begins a row once the one above has ended.
            ended = above.text.endswith(":") if above is not None else ended
            apart = line.first is not None and ended
        else:
            begins = line.first is not None and len(line.runs) > 1 and not line.first.text[0].islower()
            apart = step > 1.25 * pitch if uneven else begins
        if apart or line.is_band != out[-1][-1].is_band:
            out.append([line])
        else:
            out[-1].append(line)
    return out
