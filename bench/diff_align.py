"""Time of a whole diff against the number of indicators: light edits, and all codes renumbered with heavy ones.

python -m bench.diff_align
"""

from __future__ import annotations

import random
import time

from planparse.diff import diff
from tests.diff.mutation import Edits, random_plan

SIZES = (10, 62, 100, 310, 1_000)


def drafts(size: int, heavy: bool) -> Edits:
    """Two drafts with one edit in ten records, or with two in three reworded and every code another."""
    rng = random.Random(size)
    edits = Edits(random_plan(rng, size), rng)
    few = max(1, size // 40)
    for name in ("retarget", "reword", "move", "add"):
        edits.apply(name, few)
    if heavy:
        edits.apply("reword", size * 2 // 3 - few)
        edits.apply("renumber")
    return edits


def best_of(runs: int, edits: Edits) -> float:
    """Milliseconds of the fastest run; the plans are new ones each time, so that nothing is remembered."""
    from planparse.diff.words import bare

    times = []
    for _ in range(runs):
        before, after = edits.plans()
        bare.cache_clear()
        start = time.perf_counter()
        diff(before, after)
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def main() -> None:
    print(f"{'indicators':>10} {'light ms':>10} {'heavy ms':>10}")
    for size in SIZES:
        runs = 5 if size <= 310 else 2
        print(f"{size:>10} {best_of(runs, drafts(size, False)):>10.1f} {best_of(runs, drafts(size, True)):>10.1f}")


if __name__ == "__main__":
    main()
