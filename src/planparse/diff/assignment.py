"""The optimal one-to-one assignment, sparse and in whole numbers.

Shortest augmenting paths with potentials (Jonker and Volgenant's idea, on
lists of candidates and a heap instead of a full matrix): each row in turn
takes its cheapest path to a free column, or stays alone at a fixed cost.
Whole numbers keep it exact and so the same on each machine.
"""

from __future__ import annotations

from heapq import heappop, heappush


def assign(costs: list[dict[int, int]], alone: int) -> list[int | None]:
    """For each row the column that it gets, None where staying alone is cheaper over all.

    ``costs[row][column]`` are the allowed pairings, each from 0 to ``alone``;
    a row that stays alone costs ``alone``, a column nothing.

    >>> assign([{0: 1, 1: 2}, {0: 1}], 10)
    [1, 0]
    >>> assign([{0: 12}], 10)
    [None]
    """
    chosen: list[int | None] = [None] * len(costs)
    holder: dict[int, int] = {}
    price: dict[int, int] = {}
    """The potential of each column; those of the rows follow from them."""
    for row in range(len(costs)):
        _augment(row, costs, alone, chosen, holder, price)
    return chosen


def _augment(
    start: int,
    costs: list[dict[int, int]],
    alone: int,
    chosen: list[int | None],
    holder: dict[int, int],
    price: dict[int, int],
) -> None:
    """Give row ``start`` its place along the cheapest path, moving others where that is cheaper over all.

    A path ends at a column that nobody holds, or at a row that now stays alone.
    """
    came_from: dict[int, int] = {}
    best: dict[int, int] = {}
    settled: dict[int, int] = {}
    heap: list[tuple[int, int]] = []
    end_cost, end_row, end_column = alone, start, -1
    row, base = start, 0
    while True:
        for column, cost in costs[row].items():
            reach = base + cost - price.get(column, 0)
            if reach < end_cost and column not in settled and reach < best.get(column, reach + 1):
                best[column] = reach
                came_from[column] = row
                heappush(heap, (reach, column))
        while heap and heap[0][1] in settled:
            heappop(heap)
        if not heap or heap[0][0] >= end_cost:
            break
        reach, column = heappop(heap)
        settled[column] = reach
        if column not in holder:
            end_cost, end_row, end_column = reach, -1, column
            break
        row = holder[column]
        base = reach - (costs[row][column] - price.get(column, 0))
        if base + alone < end_cost:
            end_cost, end_row, end_column = base + alone, row, -1
    for column, reach in settled.items():
        if reach < end_cost:
            price[column] = price.get(column, 0) - (end_cost - reach)
    _shift(start, end_row, end_column, came_from, chosen, holder)


def _shift(
    start: int,
    end_row: int,
    end_column: int,
    came_from: dict[int, int],
    chosen: list[int | None],
    holder: dict[int, int],
) -> None:
    """Walk the path backwards: each row takes the column that led on from it."""
    if end_column < 0:
        if end_row == start:
            return
        freed = chosen[end_row]
        assert freed is not None
        chosen[end_row] = None
        end_column = freed
    column = end_column
    while True:
        row = came_from[column]
        before = chosen[row]
        chosen[row] = column
        holder[column] = row
        if row == start:
            return
        assert before is not None
        column = before
