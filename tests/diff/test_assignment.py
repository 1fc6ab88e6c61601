from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from planparse.diff.assignment import assign

ALONE = 15
COSTS = st.lists(st.dictionaries(st.integers(0, 5), st.integers(0, ALONE), max_size=6), max_size=6)


def cheapest(costs: list[dict[int, int]]) -> int:
    @cache
    def rest(row: int, used: int) -> int:
        if row == len(costs):
            return 0
        taken = [cost + rest(row + 1, used | 1 << c) for c, cost in costs[row].items() if not used >> c & 1]
        return min([ALONE + rest(row + 1, used), *taken])

    return rest(0, 0)


@given(COSTS)
def test_never_dearer_than_the_best_of_all_assignments(costs: list[dict[int, int]]) -> None:
    chosen = assign(costs, ALONE)
    columns = [c for c in chosen if c is not None]
    assert len(columns) == len(set(columns))
    assert sum(ALONE if c is None else costs[row][c] for row, c in enumerate(chosen)) == cheapest(costs)


def test_a_row_gives_way_where_that_is_cheaper_over_all() -> None:
    assert assign([{0: 1, 1: 2}, {0: 1, 1: 9}], ALONE) == [1, 0]
