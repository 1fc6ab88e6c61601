"""Tables whose columns or rows are not ruled: built from the alignment of words and what rules and fills there are."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter

from planparse.readers.pdf.page import WHITE, Fill, Style, Word
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.borders import column_borders
from planparse.readers.pdf.unruled.centred_bands import span_centred
from planparse.readers.pdf.unruled.flush_titles import with_flush_titles
from planparse.readers.pdf.unruled.heads import find_head, head_end
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.unruled.label_ends import with_whole_labels
from planparse.readers.pdf.unruled.placed import Placed, keep_in_first, mark_ends
from planparse.readers.pdf.unruled.placing import place
from planparse.readers.pdf.unruled.rows import group_rows
from planparse.readers.pdf.unruled.ruled_heads import ruled_head
from planparse.readers.pdf.unruled.spanned import spanned_rows
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import (
    PARTED,
    Row,
    Run,
    cut,
    figures_parted,
    is_value,
    is_year,
    parted_at,
    starts_of,
    values_parted,
)

_LEAST = 3
"""Borders of a table of two columns."""
_SUMS = 2
"""Rows without a rule between them that show that those beside the labels are drawn over sums."""
_LEVEL = 0.5
"""Points by which a text may begin beside others of its column."""
_MORE = 0.2
"""Points by which the white between two texts is more than that between the words of one."""
_STEP = 1.6
"""Heights of a letter; the lines of one text stand nearer to each other."""


def aligned_table(lines: list[Line], hints: Hints, gap: float) -> Table | None:
    """The table that these lines make; None where they have one column only.

    ``gap`` is the least distance of two runs, in heights of a letter.
    """
    rows = [cut(line, gap) for line in lines]
    level = starts_of(rows)
    rows = values_parted(figures_parted([parted_at(row, level) for row in rows]))
    xs, n_drawn = column_borders(rows, hints)
    if len(xs) < _LEAST:
        return None
    placed = place(_recut(rows, xs), xs, hints.fills, hints.titles)
    span_centred(placed, len(xs) - 1, hints.box)
    painted = hints.header if len(hints.header) == len(xs) - 1 else []
    if painted:
        hints.rows = [(painted[0].top, painted[0].bottom), *hints.rows]  # nothing in it spans
    else:
        _span_headers(placed, xs)
    keep_in_first(placed)
    mark_ends(placed)
    if hints.horizontals and not hints.headed:
        hints.horizontals = _with_steps(placed, hints.horizontals)
    whole = [y for y in hints.horizontals if not any(abs(rule.at - y) < 1 for rule in hints.titles)]
    end = whole[0] if whole else head_end(placed)
    # The titles of a header that draws its columns stand over them already.
    drawn = hints.complete and hints.titles and not hints.met
    head = None
    if end is not None and not painted:
        head = ruled_head(placed, xs, hints.titles, end) or (None if drawn else find_head(placed, len(xs) - 1, end))
    spanned = spanned_rows(placed) if head is None and len(hints.horizontals) < 2 else None
    if spanned is not None:
        groups, labels = spanned
        ys = _row_borders(groups, hints)
        cells = [c for c in _cells(groups, xs, ys) if c.slab.col > 0 or c.slab.row < labels[0].row]
        cells += [_cell(label.row, 0, 1, label.words, xs, ys, label.rows) for label in labels]
        cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    elif head is None:
        groups = group_rows(placed, hints.horizontals, hints.headed, hints.rows)
        ys = _row_borders(groups, hints)
        cells = _cells(groups, xs, ys)
    else:
        groups = group_rows(placed[len(head.lines) :], hints.horizontals, hints.headed, hints.rows)
        top, *ys = _row_borders([head.lines, *groups], hints)
        ys = [top, *(min(max(y, top + 0.1 * n), ys[0] - 0.1) for n, y in enumerate(head.middles, 1)), *ys]
        cells = [_cell(row, col, span, words, xs, ys, rows) for row, rows, col, span, words in head.cells]
        cells += _cells(groups, xs, ys, len(head.middles) + 1)
    beside = [y for y in hints.beside if not _ends_header(cells, ys, y)]
    if beside and not _are_undrawn(groups, hints):
        cells = _spanning(cells, ys, beside, bisect_right(xs, min(hints.verticals) + 1) - 1)
    for cell in cells:
        cell.fill = _colour(cell, hints.fills)
    table = Table(xs, ys, cells, [], soft=not n_drawn, guessed=n_drawn < len(xs) - 2)
    return with_flush_titles(with_whole_labels(table))


def _ends_header(cells: list[TableCell], ys: list[float], y: float) -> bool:
    """Whether a border that leaves out the first columns stands under a header: all over it is bold, what stands below
    is not, and has figures."""
    row = next((n for n, at in enumerate(ys) if abs(at - y) < 1), 0)
    over = [w for c in cells if c.slab.row < row for w in c.words]
    below = [c for c in cells if c.slab.row == row and c.words]
    figures = any(is_value(line.text) and not is_year(line.text) for c in below for line in c.in_lines())
    plain = any(not w.style.bold for c in below for w in c.words)
    return bool(over) and figures and plain and all(w.style.bold for w in over)


def _are_undrawn(groups: list[list[Placed]], hints: Hints) -> bool:
    """Whether rows with labels and figures of their own follow each other without a rule, more of them than there are
    rules beside the labels: these are drawn over sums, and the labels span no rows."""
    drawn = [*hints.horizontals, *hints.beside]
    free = 0
    for above, below in itertools.pairwise(groups):
        labelled = all(group[0].first is not None and group[0].has_figures() for group in (above, below))
        free += labelled and not any(above[-1].base - 1 < y < below[0].base for y in drawn)
    return free > max(_SUMS, len(hints.beside))


def _spanning(cells: list[TableCell], ys: list[float], beside: list[float], columns: int) -> list[TableCell]:
    """The cells, with those of the first ``columns`` joined over row borders that leave these columns out."""
    out: list[TableCell] = []
    above: dict[tuple[int, int], TableCell] = {}
    for cell in cells:
        slab, key = cell.slab, (cell.slab.col, cell.slab.col_span)
        upper = above.get(key)
        open_top = any(abs(ys[slab.row] - y) < 1 for y in beside)
        near = upper is not None and upper.slab.row + upper.slab.row_span == slab.row
        if upper is not None and near and open_top and slab.col + slab.col_span <= columns:
            upper.words += cell.words
            upper.slab.row_span += slab.row_span
            upper.box = (*upper.box[:3], cell.box[3])
            continue
        above[key] = cell
        out.append(cell)
    return out


def _recut(rows: list[Row], xs: list[float]) -> list[Row]:
    """Runs that lie over a border are cut there, where the words leave room for it in their line."""
    borders = list(zip(xs[1:-1], _starts(rows, xs), _ends(rows, xs), strict=True))
    out = []
    for row in rows:
        runs: list[Run] = []
        for run in row.runs:
            piece = Run([run.words[0]])
            for word in run.words[1:]:
                before = piece.words[-1]
                wide = word.x0 - before.x1 > PARTED * row.line.size
                if (wide and any(_part(before, word, run.x1, *border) for border in borders)) or (
                    _ends_column(before, word, run, borders) and is_value(words_text(piece.words))
                ):
                    runs.append(piece)
                    piece = Run([word])
                else:
                    piece.words.append(word)
            runs.append(piece)
        out.append(Row(row.line, runs))
    return out


def _starts(rows: list[Row], xs: list[float]) -> list[float]:
    """Where most texts right of each inner border begin."""
    found: list[Counter[float]] = [Counter() for _ in xs]
    for row in rows:
        for run in row.runs:
            found[bisect_right(xs, run.x0 + 1) - 1][round(run.x0, 1)] += 1
    return [max(own, key=lambda x: own[x], default=0.0) for own in found[1:-1]]


def _ends(rows: list[Row], xs: list[float]) -> list[float]:
    """Where most texts left of each inner border end; 0 where they end at several places."""
    found: list[list[float]] = [[] for _ in xs]
    for row in rows:
        for run in row.runs:
            found[bisect_right(xs, run.x1 - 1) - 1].append(round(run.x1, 1))
    common = [Counter(own).most_common(1)[0] if own else (0.0, 0) for own in found[:-2]]
    return [x if n > 2 and 2 * n > len(own) else 0.0 for (x, n), own in zip(common, found[:-2], strict=True)]


def _ends_column(before: Word, word: Word, run: Run, borders: list[tuple[float, float, float]]) -> bool:
    """Whether a word ends where most texts left of a border do, and what begins behind it, with more white between than
    its own words have, goes on over the border."""
    if not any(abs(before.x1 - end) < _LEVEL and before.x1 - 1 <= x < run.x1 for x, _, end in borders):
        return False
    blanks = [b.x0 - a.x1 for a, b in itertools.pairwise(run.words) if a.x0 >= word.x0]
    return len(blanks) > 1 and word.x0 - before.x1 > max(blanks) + _MORE


def _part(before: Word, word: Word, last: float, x: float, start: float, end: float) -> bool:
    """Whether a border parts two words: it stands between them, or the first one runs over it and the second begins
    where the texts right of it do, or what begins with the second one, up to ``last``, does and the first ends where
    the texts left of it do."""
    if before.x1 - 1 <= x <= word.x0 + 1:
        return True
    if abs(before.x1 - end) < _LEVEL and before.x1 < word.x0 < x < last:
        return True
    return abs(word.x0 - start) < _LEVEL and before.x0 < x < before.x1


def _span_headers(placed: list[Placed], xs: list[float]) -> None:
    """Lets a header that stands in the middle over several headers of the next line span their columns, but for those
    that another one on its line spans or that begin on a line between."""
    for n, line in enumerate(placed):
        at = next((m for m in range(n + 1, min(n + 3, len(placed))) if len(placed[m].runs) > 1), None)
        if at is None or line.has_figures() or placed[at].has_figures():
            return
        under = {first: run for first, last, run in placed[at].runs if first == last}
        between = [own for other in placed[n + 1 : at] for own in other.runs]
        for k, (first, last, run) in enumerate(line.runs):
            if first != last or first == 0 or _begins_name(run, under.get(first)):
                continue
            others = [*line.runs[:k], *line.runs[k + 1 :], *between]
            free = under.keys() - ({col for a, b, _ in others for col in range(a, b + 1)} - {first})
            low, high = first, first
            best = (first, first)
            while low - 1 in free or high + 1 in free:
                low, high = (low - 1 if low - 1 in free else low), (high + 1 if high + 1 in free else high)
                for i in range(low, first + 1):
                    for j in range(max(first, i + 1), high + 1):
                        if j - i > best[1] - best[0] and _centred(run, i, j, under, xs):
                            best = (i, j)
            line.runs[k] = (*best, run)


def _begins_name(run: Run, below: Run | None) -> bool:
    """Whether a run is the first line of the name right under it, with which it begins or ends."""
    if below is None or is_year(below.text):
        return False
    near = below.words[0].base - run.words[0].base < _STEP * below.words[0].style.size
    return near and min(abs(run.x0 - below.x0), abs(run.x1 - below.x1)) < _LEVEL


def _with_steps(placed: list[Placed], horizontals: list[float]) -> list[float]:
    """The row borders with those that wide steps show, where rows of words follow each other without a rule.

    Each row begins in the first column and has text in others; lines of one text do not stand so far apart.
    """
    bands: dict[int, list[Placed]] = {}
    for line in placed:
        bands.setdefault(bisect_right(horizontals, line.base - 0.3 * line.row.line.size), []).append(line)
    out = list(horizontals)
    for band in bands.values():
        if sum(line.has_figures() for line in band) > 1:
            continue  # the figures part them
        begins = [line.first is not None and len(line.runs) > 1 and not line.spans for line in band]
        steps = [
            (above.row.line.bottom + below.row.line.top) / 2
            for (above, below), row in zip(itertools.pairwise(band), begins[1:], strict=True)
            if row and below.base - above.base > _STEP * below.row.line.size
        ]
        full = {first for first, _, _ in band[0].runs}
        alike = len(full) > 2 and all(
            full == {first for first, _, _ in line.runs} for line, row in zip(band, begins, strict=True) if row
        )
        if begins[0] and (len(steps) > 1 or (steps and (alike or all(begins)))):
            out += steps
    return sorted(out)


def _centred(run: Run, i: int, j: int, under: dict[int, Run], xs: list[float]) -> bool:
    """Whether a run stands in the middle over columns ``i`` to ``j``."""
    if any(k not in under for k in range(i, j + 1)):
        return False
    own = next(k for k in range(j + 1) if k == j or xs[k + 1] > run.x0)
    start = run.x0 - xs[own]
    begins = start < 0.75 * run.words[0].style.size and not _come_again(under, i, j)
    if i < own and (begins or abs(run.x0 - under[own].x0) < 1):
        return False  # it begins where its own column does
    x = (run.x0 + run.x1) / 2
    middles = ((xs[i] + xs[j + 1]) / 2, (under[i].x0 + under[j].x1) / 2)
    return min(abs(x - m) for m in middles) <= max(2.5, 0.02 * (xs[j + 1] - xs[i]))


def _come_again(names: dict[int, Run], i: int, j: int) -> bool:
    """Whether the names of columns ``i`` to ``j`` come again right beside them: a title is over all of each."""
    own = [names[k].text for k in range(i, j + 1)]
    return any(
        own == [names[k].text if k in names else "" for k in range(at, at + len(own))] for at in (i - len(own), j + 1)
    )


def _row_borders(groups: list[list[Placed]], hints: Hints) -> list[float]:
    ys = [hints.box[1] if hints.box else groups[0][0].row.line.top - 1]
    for above, below in itertools.pairwise(groups):
        bottom, top = above[-1].row.line.base, below[0].row.line.top
        ruled = [
            y for y in hints.horizontals if bottom - 2 <= y <= below[0].row.line.base - 0.2 * below[0].row.line.size
        ]
        y = ruled[-1] if ruled else (above[-1].row.line.bottom + top) / 2
        ys.append(max(y, ys[-1] + 0.1))
    end = hints.box[3] if hints.box else groups[-1][-1].row.line.bottom + 1
    ys.append(max(end, ys[-1] + 0.1))
    return ys


def _cells(groups: list[list[Placed]], xs: list[float], ys: list[float], at: int = 0) -> list[TableCell]:
    """The cells of rows, the first of which is row ``at``."""
    n_cols = len(xs) - 1
    cells: list[TableCell] = []
    bands = _has_bands(groups)
    labels = _label_styles(groups, xs)
    for r, group in enumerate(groups, at):
        taken: list[tuple[int, int, list[Word]]] = []
        for first, last, run in sorted((p for line in group for p in line.runs), key=lambda p: (p[0], p[1])):
            if taken and first <= taken[-1][1]:
                before = taken[-1]
                taken[-1] = (before[0], max(before[1], last), before[2] + run.words)
            else:
                taken.append((first, last, list(run.words)))
        if len(taken) == 1 and taken[0][0] == 0:  # with nothing beside it, a text over several columns has the row
            _, last, words = taken[0]
            over = max(w.x1 for w in words) > xs[1] + 1 and words[0].style not in labels
            if last or over or (bands and all(w.style.bold for w in words)):
                taken = [(0, n_cols - 1, words)]
        col = 0
        for first, last, words in [*taken, (n_cols, n_cols, [])]:
            cells += [_cell(r, k, 1, [], xs, ys) for k in range(col, first)]
            if first < n_cols:
                cells.append(_cell(r, first, last - first + 1, words, xs, ys))
            col = last + 1
    return cells


def _label_styles(groups: list[list[Placed]], xs: list[float]) -> list[Style]:
    """The letters in which more texts alone in their rows stay in the first column than run over its border: labels
    over the rows below them, which span no columns."""
    alone = [group[0].runs[0] for group in groups if len(group) == 1 and len(group[0].runs) == 1]
    within: Counter[Style] = Counter()
    for first, last, run in alone:
        if first == 0:
            within[run.words[0].style] += 1 if last == 0 and run.x1 <= xs[1] + 1 else -1
    return [style for style, count in within.items() if count > _SUMS]


def _has_bands(groups: list[list[Placed]]) -> bool:
    """Whether bold texts stand alone in their rows, one of them over several columns, while other rows begin plain."""
    alone = [group[0].runs[0] for group in groups if len(group) == 1 and len(group[0].runs) == 1]
    bold = [last for first, last, run in alone if first == 0 and all(w.style.bold for w in run.words)]
    rows = [group[0].runs[0][2] for group in groups[1:] if len(group[0].runs) > 1]
    plain = sum(not run.words[0].style.bold for run in rows)
    return any(bold) and 2 * plain > len(rows)


def _cell(
    row: int, col: int, span: int, words: list[Word], xs: list[float], ys: list[float], rows: int = 1
) -> TableCell:
    return TableCell(Slab(row, col, rows, span), (xs[col], ys[row], xs[col + span], ys[row + rows]), words)


def _colour(cell: TableCell, fills: list[Fill]) -> str | None:
    x0, y0, x1, y1 = cell.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    found = None
    for fill in fills:
        if fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
            found = None if fill.colour == WHITE else fill.colour
    return found
