"""Columns of a table without column borders, from the places of its words.

The lines that have the most runs show the columns: what they leave white between them parts two columns. Lines
with fewer runs (spanning headers, band rows, wrapped text) are laid over these columns afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import dropwhile, pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.unruled.repeated_names import between_names
from planparse.readers.pdf.words.runs import Row, Run, Span, is_value, is_year, white_columns, without_sign

_KNOWN = 4.0
"""Points from a white gap to a border that is drawn for it."""
_SEVERAL = 5
"""Lines; in fewer a narrow gap may be that between words."""
_HALF = 0.8
"""Heights of a letter from one line to the next that is not of the same column."""
_ENTRIES, _FEW = 4, 2
"""Entries of a header and of lines of values, and such lines at least, that show the columns by their order."""
_NOTE = 5
"""Words of a note at least; a title has fewer."""
_FIGURES = 3
"""Lines of figures that show the columns below texts."""


def find_columns(rows: list[Row], known: list[float]) -> list[float]:
    """Inner column borders. ``known`` are borders that rules or filled areas show; they win over white space."""
    counts = Counter(len(r.runs) for r in rows if len(r.runs) > 1)
    if not counts:
        return sorted(known)
    named = between_names(rows)
    in_order = [] if known or named else _in_order(rows, max(counts))
    if in_order:
        return in_order
    usual = max(counts, key=lambda k: (counts[k] * k, k))
    full = [r for r in rows if len(r.runs) >= max(2, 0.7 * usual)]
    labelled, figures = _labelled(rows) if usual == 2 else ([], [])
    if labelled:
        full, usual = figures, max(len(r.runs) for r in figures)
    size = sorted(r.line.size for r in full)[len(full) // 2]
    spans = _spans(full, rows)
    spans += [[(r.runs[0].x0, r.runs[0].x1)] for r in labelled]
    gaps = white_columns(spans, 0.3 * size, len(full) // 12)
    gaps += _under_notes([r for r in full if len(r.runs) >= usual], full, gaps, 0.3 * size)
    gaps += [gap for gap in named if not any(x0 < gap[1] and gap[0] < x1 for x0, x1 in gaps)]
    gaps = _without_titles(gaps + _between_years(rows, gaps), rows)
    borders = _borders(_shared(gaps, rows, 0.3 * size), known)
    return _without_twins(sorted(borders + _narrow(rows, borders, size)), rows, known)


def _in_order(rows: list[Row], most: int) -> list[float]:
    """The borders where a header and most lines of values have as many entries, each clear of those beside it, though a
    name may stand nearer to the values of the column beside its own. None else.

    The first entry may stand in other lines, as one of two lines in the middle of its row does.
    """
    head = next((r for r in rows if len(r.runs) == most), None)
    valued = [r for r in rows if sum(is_value(run.text) and not is_year(run.text) for run in r.runs) > 1]
    if head is None or head in valued or most < _ENTRIES:
        return []
    second = head.runs[1]
    short = [r for r in valued if len(r.runs) == most - 1 and r.runs[0].x0 < second.x1 and second.x0 < r.runs[0].x1]
    whole = [r for r in valued if len(r.runs) == most]
    if len(whole) + len(short) < _FEW or 2 * (len(whole) + len(short)) <= len(valued):
        return []
    columns = [[r.runs[k] for r in (head, *whole)] + [r.runs[k - 1] for r in short if k] for k in range(most)]
    ends = [(min(run.x0 for run in column), max(run.x1 for run in column)) for column in columns]
    if any(a[1] >= b[0] for a, b in pairwise(ends)):
        return []
    alone = [r.runs[0] for r in rows if len(r.runs) == 1]
    for k, (own, following) in enumerate(pairwise(ends[1:]), 1):  # lines longer than those beside figures
        longer = [run.x1 for run in alone if abs(run.x0 - own[0]) < 1 and run.x1 < following[0]]
        ends[k] = (own[0], max([own[1], *longer]))
    borders = [(a[1] + b[0]) / 2 for a, b in pairwise(ends)]
    beside = [r.runs[0].x1 for r in rows if len(r.runs) == 1 and r.runs[0].x1 < ends[0][0]]
    if len(beside) > len(whole):  # all first entries, that of the header among them, stand in other lines
        borders.insert(0, (max(beside) + ends[0][0]) / 2)
    runs = [run for r in rows if len(r.runs) > 1 for run in r.runs]
    return [] if any(run.x0 < x < run.x1 for run in runs for x in borders) else borders


def _spans(full: list[Row], rows: list[Row]) -> list[list[Span]]:
    """Where the texts of these lines stand, and beside them those of lines half a line above or below: texts of two
    lines in the middle of a row stand so."""
    spans = {id(row): [(run.x0, run.x1) for run in row.runs] for row in full}
    for above, below in pairwise(rows):
        if below.line.base - above.line.base < _HALF * below.line.size:
            for row, other in ((above, below), (below, above)):
                own = spans.get(id(row))
                if own is not None and id(other) not in spans:
                    own += [
                        (r.x0, r.x1) for r in other.runs if all(r.x1 < a or b < r.x0 for a, b in own[: len(row.runs)])
                    ]
    return [_joined(own) if len(own) > len(row.runs) else own for row, own in zip(full, spans.values(), strict=True)]


def _joined(spans: list[Span]) -> list[Span]:
    """Spans left to right, those that touch made one."""
    out: list[Span] = []
    for x0, x1 in sorted(spans):
        if out and x0 <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _labelled(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The lines of a label and a text, where others are figures below the same places, and those others: the texts lie
    over their columns."""
    figures = [r for r in rows if len(r.runs) > 2 and sum(is_value(run.text) for run in r.runs) > 1]
    if len(figures) < _FIGURES:
        return [], []
    starts = [run.x0 for r in figures for run in r.runs]
    out = [r for r in rows if len(r.runs) == 2]
    level = all(any(abs(r.runs[1].x0 - x) < 2 for x in starts) for r in out)
    few = 5 * sum(is_value(r.runs[1].text) for r in out) <= len(out)  # a text may go on with a year
    return (out, figures) if level and few else ([], [])


def _under_notes(rich: list[Row], full: list[Row], gaps: list[Span], least: float) -> list[Span]:
    """Further gaps that the lines with most runs leave white, the header among them, and others lay a note over.

    A note is text that begins where entries left of the gap do; it may also be an entry that fills its column.
    """
    if len(rich) == len(full) or 2 * len(rich) < len(full):
        return []
    own = white_columns([[(run.x0, run.x1) for run in r.runs] for r in rich], least, len(rich) // 12)
    out = []
    for x0, x1 in own:
        if any(a <= x1 and x0 <= b for a, b in gaps):
            continue
        notes = [run for r in full for run in r.runs if run.x0 < x0 and x1 < run.x1]
        starts = [run.x0 for r in rich for run in r.runs if run.x1 <= x0 + 0.5]
        if notes and all(not is_value(note.text) and any(abs(note.x0 - x) < 2 for x in starts) for note in notes):
            words = [pair for note in notes for pair in pairwise(note.words)]
            filled = [a.x1 for a, b in words if b.x0 - a.x1 > least and abs(b.x0 - x1) < 1]
            out.append((max([x0, *filled]), x1))
    edges = [0.0, *sorted(x for gap in gaps + out for x in gap), float("inf")]
    return [gap for gap in out if all(_are_filled(r, *side) for side in _sides(gap, edges) for r in (rich, full[:1]))]


def _between_years(rows: list[Row], gaps: list[Span]) -> list[Span]:
    """The gaps between years side by side in a header: each has a column, whatever else lies over them.

    Years closer than that have where values stand right below two of them in several lines.
    """
    pairs = [(a, b) for r in rows for a, b in pairwise(r.runs) if is_year(a.text) and is_year(b.text)]
    found = [(a.x1, b.x0) for a, b in pairs]
    for years in (run.words for r in rows for run in r.runs if len(run.words) > 1):
        if all(is_year(year.text) for year in years):
            found += [(a.x1, b.x0) for a, b in pairwise(years) if _have_values(rows, a, b)]
    return sorted({gap for gap in found if not any(x0 < gap[1] and gap[0] < x1 for x0, x1 in gaps)})


def _have_values(rows: list[Row], year: Word, other: Word) -> bool:
    """Whether values stand right below two years side by side, one below each, in several lines."""
    below = 0
    for r in rows:
        for a, b in pairwise(r.runs):
            apart = a.x0 < year.x1 and year.x0 < a.x1 <= other.x0 and year.x1 <= b.x0 < other.x1 and other.x0 < b.x1
            below += apart and all(is_value(run.text) and not is_year(run.text) for run in (a, b))
    return below >= _FEW


def _without_titles(gaps: list[Span], rows: list[Row]) -> list[Span]:
    """The gaps; two with nothing between them but a title over the columns at both sides of them are one."""
    out: list[Span] = []
    gaps = sorted(gaps)
    for n, gap in enumerate(gaps):
        last = out[-1] if out else None
        start = sum(out[-2]) / 2 if len(out) > 1 else 0.0
        end = sum(gaps[n + 1]) / 2 if n + 1 < len(gaps) else float("inf")
        if last is not None and _stands_over(rows, start, last, gap, end):
            out[-1] = (last[0], gap[1])
        else:
            out.append(gap)
    return out


def _stands_over(rows: list[Row], start: float, one: Span, two: Span, end: float) -> bool:
    """Whether what stands between two gaps is a title: its line has nothing at either side of its middle, as far as
    ``start`` and ``end``, where the header line below it has a name each."""
    titled = [n for n, r in enumerate(rows) if any(one[1] <= run.x0 and run.x1 <= two[0] for run in r.runs)]
    if len(titled) != 1 or titled[0] + 1 >= len(rows):
        return False
    title, names = rows[titled[0]], rows[titled[0] + 1]
    middle = (one[0] + two[1]) / 2
    sides = ((start, middle), (middle, end))
    named = [any(a <= run.x0 and run.x1 <= b for run in names.runs) for a, b in sides]
    bare = not any(a <= run.x0 and run.x1 <= b for run in title.runs for a, b in sides)
    return bare and all(named) and not any(is_value(run.text) and not is_year(run.text) for run in names.runs)


def _sides(gap: Span, edges: list[float]) -> tuple[Span, Span]:
    """What lies between the middle of a gap and the gaps next to it."""
    k, x = edges.index(gap[0]), (gap[0] + gap[1]) / 2
    return (edges[k - 1], x), (x, edges[k + 2])


def _are_filled(rows: list[Row], x0: float, x1: float) -> bool:
    """Whether most of these lines have a word in the middle between two places."""
    return 2 * sum(any(x0 < (w.x0 + w.x1) / 2 < x1 for w in r.line.words) for r in rows) > len(rows)


def _without_twins(borders: list[float], rows: list[Row], known: list[float]) -> list[float]:
    """The borders but those between a header at one side of its column and the figures at the other side.

    The header, below titles over several columns, has as many entries as the lines below it that begin the rows, and
    each stands in the same column or in the next one.
    """
    lines = [[w for run in r.runs for w in without_sign(run)] for r in rows if len(r.runs) > 1]
    used = [{bisect_right(borders, (word.x0 + word.x1) / 2) for word in words} for words in lines]
    most = max(map(len, used), default=0)
    used = list(dropwhile(lambda columns: len(columns) < most, used))
    whole = [columns for columns in used if len(columns) == len(used[0])]
    below = set().union(*whole[1:])
    if len(whole) < 3 or len(below) != len(used[0]) or not all(columns <= below for columns in used[1:]):
        return borders
    pairs = list(zip(sorted(used[0]), sorted(below), strict=True))
    moved = [(one, other) for one, other in pairs if one != other]
    if any(abs(one - other) > 1 or one in below or other in used[0] for one, other in moved):
        return borders
    apart = {min(pair) for pair in moved}
    return [border for k, border in enumerate(borders) if k not in apart or border in known]


def _narrow(rows: list[Row], borders: list[float], size: float) -> list[float]:
    """Further borders where all lines leave a narrow white column and most words after it begin at one place: in few
    lines all of them do, one as a text apart and the others as values."""
    lines = [[w for run in r.runs for w in without_sign(run)] for r in rows if len(r.runs) > 1]
    if len(lines) < 2:
        return []
    out = []
    for x0, x1 in white_columns([[(w.x0, w.x1) for w in line] for line in lines], 0.35 * size):
        if any(x0 - 2 <= b <= x1 + 2 for b in borders):
            continue
        end = min((b for b in borders if b > x1), default=float("inf"))
        after = [word for line in lines if (word := next((w for w in line if x1 - 0.5 <= w.x0 < end), None))]
        level = sum(1 for word in after if word.x0 - x1 < 1.5)
        apart = [run for r in rows for run in r.runs[1:] if x1 - 0.5 <= run.x0 < x1 + 1.5]
        if len(lines) < _SEVERAL:
            heads = {id(run.words[0]) for run in apart}
            shown = level == len(after) and any(is_value(w.text) for w in after if id(w) not in heads)
        else:
            shown = level >= max(4, 0.6 * len(after))
        if apart and shown:
            out.append((x0 + x1) / 2)
    return out


def _shared(gaps: list[Span], rows: list[Row], least: float) -> list[Span]:
    """What of each gap the other rows leave white too, such as a header that is wider than the figures below it."""
    runs = [(run.x0, run.x1) for row in rows if len(row.runs) > 1 for run in row.runs]
    years = [(run.x0, run.x1) for row in rows if len(row.runs) > 1 for run in row.runs if is_year(run.text)]
    out = []
    for x0, x1 in gaps:
        left = max((b for a, b in runs if (a <= x0 < b < x1) or (0 < a - x0 < least < x1 - b)), default=x0)
        right = min(
            (a for a, b in runs if (x0 < a < x1 <= b) or (0 < 2 * (x1 - b) < min(5 * least, a - x0))), default=x1
        )
        inner = [(a, b) for a, b in years if left + least < a and b < right - least]
        if inner and _flush_right(rows, x1):
            right = min(a for a, _ in inner)  # headers begin where their columns do, and the figures end there
        out.append((left, right) if right - left >= least else (x0, x1))
    return out


def _flush_right(rows: list[Row], x: float) -> bool:
    """Whether the first entries of each line at or after ``x`` end at one place and begin at several."""
    after = [next((run for run in row.runs if run.x0 >= x - 0.5), None) for row in rows if len(row.runs) > 1]
    own = [run for run in after if run is not None]
    ends, starts = sorted(run.x1 for run in own), [run.x0 for run in own]
    if len(own) < 3 or max(starts) - min(starts) < 2:
        return False
    return sum(abs(e - ends[len(ends) // 2]) < 1.5 for e in ends) >= 0.7 * len(ends)


def _borders(gaps: list[Span], known: list[float]) -> list[float]:
    borders = list(known)
    for x0, x1 in gaps:
        if not any(x0 - _KNOWN <= k <= x1 + _KNOWN for k in known):
            borders.append((x0 + x1) / 2)
    return sorted(borders)


def columns_of(run: Run, edges: list[float], extents: list[Span | None]) -> tuple[int, int]:
    """First and last column over which a run lies. ``extents`` are the columns' own text extents."""
    first = _column(run.x0 + 0.5, edges)
    last = max(first, _column(run.x1 - 0.5, edges))
    # A long word that only pokes over a border, or starts early, does not span.
    told = len(run.words) >= _NOTE and run.words[-1].x0 > edges[last]  # its last word stands there
    while last > first and not (told or _covers(run, extents[last])):
        last -= 1
    while last > first and not _covers(run, extents[first]):
        first += 1
    return first, last


def _column(x: float, edges: list[float]) -> int:
    return min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)


def _covers(run: Run, extent: Span | None) -> bool:
    if extent is None:
        return True
    return min(run.x1, extent[1]) - max(run.x0, extent[0]) > 0.25 * (extent[1] - extent[0])
