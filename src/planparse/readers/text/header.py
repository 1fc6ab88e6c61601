"""The header of a run: where it ends, over which columns its texts stand, one row or two."""

from __future__ import annotations

from planparse.readers.text.columns import PERIOD, Run, is_value
from planparse.readers.text.rows import Labels, has_room


def header_of(run: Run, cells: list[list[str]], labels: Labels) -> int:
    """How many leading lines are the header; 0 where the run begins with values."""
    if len(run.columns) == 2:
        return 0  # labels with their texts, or rows in which the header is one like the others
    last = max(run.spanners, default=-1)
    named = ""
    room = max(len(row[0]) for row in cells)
    for index, row in enumerate(cells):
        if index in run.bands or (index > last and _has_values(row, cells[index - 1] if index else None)):
            return index
        goes_on = (named, row[0]) in labels.one and any(row[1:])
        goes_on = goes_on or (row[0][:1].islower() and not has_room(named, row[0], room))
        if named and row[0] and index > last and not goes_on:
            return index
        named = row[0] or named
    return 0


def _has_values(row: list[str], above: list[str] | None) -> bool:
    """Whether values stand in a line; the rest of a period that is broken at its dash is none."""
    cut = above or [""] * len(row)
    return any(
        is_value(text) and not over.endswith(("-", "–", "/")) for text, over in zip(row[1:], cut[1:], strict=True)
    )


def matched(run: Run, cells: list[list[str]], head: int) -> bool:
    """Brings header texts over the columns of values, in order, where they stand beside them: ``cells`` is changed.

    False where they do not match one to one.
    """
    body = [i for i in range(head, len(cells)) if i not in run.bands]
    if not head or not body:
        return True
    headed = [c for c in range(len(run.columns)) if any(cells[i][c] for i in range(head))]
    filled = [c for c in range(len(run.columns)) if any(cells[i][c] for i in body)]
    if set(filled) - {0} <= set(headed) or set(headed) < set(filled):
        return True
    if len(headed) != len(filled) or run.spanners:
        return False
    for i in range(head):
        texts = [cells[i][c] for c in headed]
        cells[i] = [""] * len(run.columns)
        for c, text in zip(filled, texts, strict=True):
            cells[i][c] = text
    return True


def header_rows(run: Run, cells: list[list[str]], count: int) -> list[list[tuple[int, ...]]]:
    """The header in one row, or in two where texts stand over several columns: the lines of each column's text."""
    width = len(run.columns)
    stacks = [[i for i in range(count) if cells[i][c]] for c in range(width)]
    split = _spanner_line(run, cells, stacks, count)
    if split < 0:
        return [[tuple(s) for s in stacks]]
    upper: list[tuple[int, ...]] = [()] * width
    lower: list[tuple[int, ...]] = [()] * width
    for c, stack in enumerate(stacks):
        below = tuple(i for i in stack if i > split)
        if below and PERIOD.search(" ".join(cells[i][c] for i in below)):
            upper[c], lower[c] = tuple(i for i in stack if i <= split), below
        else:
            upper[c] = tuple(stack)
    _leftmost(run, cells, [upper, lower])
    return [upper, lower]


def _spanner_line(run: Run, cells: list[list[str]], stacks: list[list[int]], count: int) -> int:
    """The last line of the spanners: periods stand under it, some with nothing above; -1 where there is none."""
    for split in range(count - 1):
        bare = [c for c, s in enumerate(stacks) if s and s[0] > split and PERIOD.search(cells[s[0]][c])]
        under = [
            c
            for c, s in enumerate(stacks)
            if s
            and s[0] <= split
            and any(i > split and PERIOD.match(cells[i][c]) for i in s)
            and not any(PERIOD.search(cells[i][c]) for i in s if i <= split)
        ]
        if bare and under and min(abs(b - u) for b in bare for u in under) == 1:
            return split
    return max(run.spanners, default=-1)


def _leftmost(run: Run, cells: list[list[str]], rows: list[list[tuple[int, ...]]]) -> None:
    """Moves each text that is centred over several columns to the first of them; ``cells`` too."""
    upper, lower = rows
    over = [c for c in range(1, len(upper)) if upper[c] and lower[c]]
    begin = [abs(_extent(run, cells, upper[c][0], c)[0] - _extent(run, cells, lower[c][0], c)[0]) < 2 for c in over]
    if all(begin) and not (over and lower[over[0] - 1] and not upper[over[0] - 1]):
        return  # each begins where its first column begins
    end = len(upper) - 1
    for c in range(len(upper) - 1, 0, -1):
        if not lower[c]:
            end = c - 1
        if not upper[c] or not lower[c]:
            continue
        to = _first_under(run, cells, rows, c, end)
        end = to - 1
        if to == c:
            continue
        for i in upper[c]:
            cells[i][to], cells[i][c] = cells[i][c], ""
        upper[to], upper[c] = upper[c], ()


def _first_under(run: Run, cells: list[list[str]], rows: list[list[tuple[int, ...]]], col: int, end: int) -> int:
    """The first of the columns up to ``end`` that a text in ``col`` stands over the midst of."""
    text = _extent(run, cells, rows[0][col][0], col)
    under = [_extent(run, cells, stack[0], c) if stack else (0, 0) for c, stack in enumerate(rows[1])]
    best, to = abs(sum(text) - under[col][0] - under[end][1]), col
    for first in range(col - 1, 0, -1):
        if rows[0][first] or not rows[1][first]:
            break
        off = abs(sum(text) - under[first][0] - under[end][1])
        if off < best:
            best, to = off, first
    return to


def _extent(run: Run, cells: list[list[str]], index: int, col: int) -> tuple[int, int]:
    """Start and end of a cell's text in its line; a text that was moved is looked for from the left."""
    line, text = run.lines[index].text, cells[index][col]
    start = line.find(text, run.columns[col - 1][1] if col else 0)
    start = max(start if start >= 0 else line.find(text), 0)
    return start, start + len(text)
