"""Where tables without any line may stand: runs of lines that leave white columns between their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise, takewhile

from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region, are_other_names
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import (
    FREE_GAP,
    Row,
    Run,
    Span,
    cut,
    has_leader,
    is_date,
    is_value,
    is_year,
    parted_at,
    starts_of,
)

_ROWS = 3
"""Lines without a header below which that of another table may begin."""

_HEADS = 2
"""Lines of running heads at a page's begin."""
_LEVEL = 1.5
"""Points by which two texts may begin elsewhere that begin at one place."""
_EVEN = 0.5
"""The same of two steps from line to line that are one."""
_STEP = 1.6
"""Heights of a letter from one line of a header to the next."""
_FAR, _FARTHEST = 3.2, 6.0
"""The same from one row to the next at most, and where several rows with figures stand as far apart."""
_HALF = 0.8
"""Heights of a letter from a line to figures in the middle between it and the next one, at most."""
_OFF = 4.0
"""Points by which the ends of a title may be further from those of its years at one side than at the other."""


def free_regions(lines: list[Line], headers: Headers | None = None) -> Iterator[Region]:
    """Runs of lines that leave at least one white column free between their words, three of them at least or a known
    header with a row: it may be known from the region before."""
    zone: list[Row] = []
    free: list[Span] = []
    row: Row | None = None
    before: Row | None = None
    bold = Counter(line.text for line in lines if line.bold)
    first = lines[: _HEADS + 1]
    airy = _airy_step(lines)
    for line, below in pairwise([*lines, None]):
        assert line is not None
        second, before, row = before, row, cut(line, FREE_GAP)
        if has_leader(line) or (zone and _is_heading(row, below, zone)):
            yield from _closed(zone, headers, bool(zone) and any(zone[0].line is line for line in first))
            zone, free = [], []
            continue
        if zone:
            apart = line.base - zone[-1].line.base > max(_FAR * max(line.size, zone[-1].line.size), airy)
            ended = apart or _begins_other(line, zone, bold[line.text] > 1)
            kept = [] if ended else _left_free(free, row)
            if not kept and not ended and len(zone) > 1:
                filled = parted_at(row, starts_of(zone))
                kept = _left_free(free, filled) if any(is_value(run.text) for run in filled.runs[1:]) else []
                row = filled if kept else row
            if kept:
                zone.append(row)
                free = kept
                continue
            yield from _closed(zone, headers, bool(zone) and any(zone[0].line is line for line in first))
            if zone[-1] is before:
                before = None
            if before is None or zone[-1] is second:
                second = None
            zone, free = [], []
        if len(row.runs) > 1:
            zone = [*_over([r for r in (second, before) if r is not None], row), row]
            free = [(a.x1, b.x0) for a, b in zip(row.runs, row.runs[1:], strict=False)]
    yield from _closed(zone, headers, bool(zone) and any(zone[0].line is line for line in first))


def _airy_step(lines: list[Line]) -> float:
    """How far rows stand apart where several with figures follow each other further than others do; 0 else."""
    steps: Counter[int] = Counter()
    for above, line in pairwise(lines):
        if _FAR * line.size < line.base - above.base < _FARTHEST * line.size and _has_figures(line):
            steps[round(line.base - above.base)] += 1
    step, count = max(steps.items(), key=lambda item: item[1], default=(0, 0))
    return step + 1.0 if count >= _ROWS else 0.0


def _has_figures(line: Line) -> bool:
    return sum(is_value(run.text) for run in cut(line, FREE_GAP).runs[1:]) > 1


def _is_heading(row: Row, below: Line | None, zone: list[Row]) -> bool:
    """Whether a line is larger than the rows above it, or bold over the header of another table or below a list by
    dates."""
    line = row.line
    if len(row.runs) <= 1 + line.bold and line.size > 1.12 * zone[-1].line.size:
        middled = below is not None and below.base - line.base < _HALF * line.size and _has_figures(below)
        return line.bold or not middled  # a header may be smaller than the first row, whose figures are in its middle
    if len(row.runs) > 1 or not line.bold:
        return False
    listed = _are_dated(zone) and not any(above.line.bold for above in zone)
    return listed or (below is not None and _begins_other(below, zone, again=True))


def _are_dated(zone: list[Row]) -> bool:
    """Whether each row begins with a date."""
    return all(is_date(row.runs[0].text) for row in zone if len(row.runs) > 1)


def _begins_other(line: Line, zone: list[Row], again: bool) -> bool:
    """Whether a line, which may come ``again`` on the page, is the header of another table below the rows of this one,
    of which none is bold but its own header."""
    plain = [row.line for row in zone if not row.line.bold]
    head = [row.line for row in zone if row.line.bold]
    if not line.bold or len(plain) < (1 if head or again else _ROWS) or zone[-1].line.bold:
        return False
    return all(row.line.bold for row in zone[: len(head)]) and are_other_names([line], head or plain)


def _over(above: list[Row], row: Row) -> list[Row]:
    """The last of the lines above a row that are parts of it, or of the header that it ends: the end of a torn entry,
    the first line of a name, a title over several years."""
    out: list[Row] = []
    for before in reversed(above):
        if not (_is_title(before, row) or (_tail_above(before, row) and (before.line.bold or not out))):
            break
        out.insert(0, before)
    return out


def _is_title(before: Row, row: Row) -> bool:
    """Whether a bold line stands in the middle over several years of a bold row, and over nothing else; in that of the
    cells of all years, which may stand at one side of these."""
    line = before.line
    far = row.line.base - line.base > _FAR * row.line.size
    if len(before.runs) > 1 or not (line.bold and row.line.bold) or far or line.x0 <= row.runs[0].x1:
        return False
    years = [n for n, run in enumerate(row.runs) if is_year(run.text)]
    middle = line.x0 + line.x1
    white = row.runs[years[1]].x0 - row.runs[years[0]].x1 if len(years) > 1 else 0.0
    return any(
        abs(row.runs[i].x0 + row.runs[j].x1 - middle) < (max(white, _OFF) if (i, j) == (years[0], years[-1]) else _OFF)
        and j - i == years.index(j) - years.index(i)
        for i, j in combinations(years, 2)
    )


def _tail_above(before: Row, row: Row) -> bool:
    """Whether a line holds but the end of an entry right of the first column, which a page's end has torn off, or but
    the first line of a name in the header."""
    line, size = before.line, before.line.size
    beside = len(before.runs) == 1 and any(r.x0 < line.x1 and line.x0 < r.x1 for r in row.runs[1:])
    if not beside or line.x0 <= row.runs[0].x1:
        return False
    step = row.line.base - line.base
    named = line.bold and row.line.bold and abs(size - row.line.size) < 1 and step < _STEP * size
    return named or (line.words[0].text[0].islower() and step < 3.2 * size)


def _left_free(free: list[Span], row: Row) -> list[Span]:
    """What of the white columns this line leaves white, where it has words on both sides or on one."""
    least = 0.6 * row.line.size
    out: list[Span] = []
    for a, b in free:
        cuts = [(max(a, run.x0), min(b, run.x1)) for run in row.runs if run.x1 > a and run.x0 < b]
        at = a
        for c, d in sorted(cuts):
            if c - at >= least:
                out.append((at, c))
            at = max(at, d)
        if b - at >= least:
            out.append((at, b))
    return out


def _closed(zone: list[Row], headers: Headers | None, at_top: bool) -> Iterator[Region]:
    """The region of a run that has ended, where it is one; ``at_top``: it may go on with the page before."""
    height = _rest_below(zone, headers) if headers is not None and at_top else 0
    if height:
        parted = (zone[height - 1].line.bottom + zone[height].line.top) / 2
        yield Region([row.line for row in zone], None, [parted], rest_alone=True)
        return
    while zone and len(zone[-1].runs) < 2 and not _ends_row(zone):
        zone.pop()
    several = sum(1 for row in zone if len(row.runs) > 1)
    if several == len(zone) == 1 and zone[0].line.bold and headers is not None and headers.know(zone[0].line):
        yield Region([zone[0].line], None, [], header_alone=True)
    known = several == 2 and headers is not None and headers.know(zone[0].line)
    if several >= 3 or known or (several == 2 and _are_dated(zone)):
        yield Region([row.line for row in zone], None, [])


def are_header_and_rest(lines: list[Line], headers: Headers) -> bool:
    """Whether these are the lines of a known header and of the rest of a row that the page's end tore."""
    return bool(_rest_below([cut(line, FREE_GAP) for line in lines], headers))


def _rest_below(zone: list[Row], headers: Headers) -> int:
    """How many lines the known header has below which nothing stands but the lines of one text, in a column right of
    the first, which begins in small letters: the rest of a row that the page's end tore. 0 where anything else does."""
    head = list(takewhile(lambda row: row.line.bold, zone))
    rest = zone[len(head) :]
    if not head or not rest or not headers.know(head[0].line) or any(len(row.runs) > 1 for row in rest):
        return 0
    x0 = rest[0].line.x0
    placed = any(abs(run.x0 - x0) < _LEVEL for run in head[-1].runs[1:]) or headers.began(x0)
    level = all(abs(row.line.x0 - x0) < _LEVEL for row in rest)
    return len(head) if placed and level and rest[0].line.words[0].text[0].islower() else 0


def _ends_row(zone: list[Row]) -> bool:
    """Whether the last line, of one run, is the wrapped end of the row above it."""
    if len(zone) < 2:
        return False
    above, line = zone[-2].line, zone[-1].line
    far = line.base - above.base > 1.5 * line.size and not _wraps_as_before(zone)
    if far or (len(zone[-2].runs) < 2 and not _ends_row(zone[:-1])):
        return False
    left = min(row.line.x0 for row in zone)
    if line.x0 > left + 2 * line.size or line.words[0].text[0].islower() or line.words[0].text[0] == "(":
        return True
    begun = zone[-2].runs[0]
    if line.text.isdecimal() and begun.text.isalpha() and begun.text.isupper() and abs(begun.x0 - line.x0) < 1:
        return True  # the number of a code whose letters stand on the line above
    return _had_no_room(line, [row.runs[0] for row in zone[:-1]])


def _wraps_as_before(zone: list[Row]) -> bool:
    """Whether the last line begins where a text of the line above does, right of the first column, and as far below it
    as the wrapped lines of the rows before it stand."""
    *rows, last = zone
    if not any(abs(last.line.x0 - run.x0) < _LEVEL for run in rows[-1].runs[1:]):
        return False
    step = last.line.base - rows[-1].line.base
    return any(
        len(above.runs) > 1
        and abs(below.line.base - above.line.base - step) < _EVEN
        and any(abs(below.line.x0 - run.x0) < _LEVEL for run in above.runs[1:])
        for above, below in pairwise(rows)
    )


def _had_no_room(line: Line, texts: list[Run]) -> bool:
    """Whether a line stands right under the last of these first texts of rows, which had no room for its first word."""
    above, word = texts[-1], line.words[0]
    column = [run.x1 for run in texts if abs(run.x0 - line.x0) < 1]
    if abs(above.x0 - line.x0) >= 1 or line.x1 > max(column):
        return False
    return above.x1 + word.x1 - word.x0 > max(column)
