"""Which record is which: pairs of one kind of record between two drafts.

First the pairs that the user gave, then what is exact and unique, then by
likeness with an optimal assignment. What is measured on the exact pairs, how
far codes can be trusted, decides how much a code counts for the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from planparse.diff.assignment import assign
from planparse.diff.entries import Entry, R
from planparse.diff.similarity import Likeness, Weights, profiles
from planparse.model.change import Match

INDICATOR = Weights(text=0.55, code=0.45, facts=0.12, home=0.08, accept=0.55)
MILESTONE = Weights(text=0.86, code=0, facts=0.04, home=0.10, accept=0.52, dated=True)
STATEMENT = Weights(text=0.9, code=0, facts=0, home=0.10, accept=0.55)
OBJECTIVE = Weights(text=0.5, code=0.4, facts=0.8, home=0, accept=0.40)

SAFE_SCORE = 0.70
SAFE_MARGIN = 0.10
HINT_SCORE = 0.35
"""From here up a record that went and one that came may be a replacement; it is only said, never assumed."""
HINT_ELSEWHERE = 0.45
"""The same for a replacement in another objective."""
ALONE = 0.15
"""A record stays alone at the price of a pairing this far below acceptance: one good pairing beats two poor ones."""
RENUMBERED_LEAST = 4
"""Fewer changed codes than this are told one by one."""

_SCALE = 1_000_000
_CERTAIN = Match(status="certain", score=1.0)


@dataclass(frozen=True, slots=True)
class Pairing(Generic[R]):
    previous: Entry[R]
    current: Entry[R]
    match: Match
    runner_up: float = 0.0


@dataclass(frozen=True, slots=True)
class Given:
    """What the user settled, by position: pairs, and records that have no counterpart."""

    pairs: tuple[tuple[int, int], ...] = ()
    removed: frozenset[int] = frozenset()
    added: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Alignment(Generic[R]):
    """Each entry of both sides stands in exactly one of pairs, removed, added, splits and merges."""

    pairs: tuple[Pairing[R], ...]
    removed: tuple[Entry[R], ...]
    added: tuple[Entry[R], ...]
    hints: tuple[Pairing[R], ...] = ()
    """A removed and an added record that may be a replacement."""
    renumbered: bool = False
    splits: tuple[tuple[Entry[R], tuple[Entry[R], ...]], ...] = ()
    merges: tuple[tuple[tuple[Entry[R], ...], Entry[R]], ...] = ()


def align(
    previous: Sequence[Entry[R]], current: Sequence[Entry[R]], weights: Weights, given: Given = Given()
) -> Alignment[R]:
    """Pairs of the two lists. Aligning them the other way round gives the same pairs turned."""
    if turned(previous, current):
        pairs = tuple((c, p) for p, c in given.pairs)
        return turn(_align(current, previous, weights, Given(pairs, given.added, given.removed)))
    return _align(previous, current, weights, given)


def turned(previous: Sequence[Entry[R]], current: Sequence[Entry[R]]) -> bool:
    """Whether the work is done from the current side, so that it is the same work in both directions.

    Else ties could fall another way, and so could the candidates of a large plan, which are sought from one side.
    """
    return [(e.key, e.code, e.facts) for e in previous] > [(e.key, e.code, e.facts) for e in current]


def turn(a: Alignment[R]) -> Alignment[R]:
    def flip(pairs: tuple[Pairing[R], ...]) -> tuple[Pairing[R], ...]:
        return tuple(replace(p, previous=p.current, current=p.previous) for p in pairs)

    return Alignment(flip(a.pairs), a.added, a.removed, flip(a.hints), a.renumbered)


def _align(previous: Sequence[Entry[R]], current: Sequence[Entry[R]], weights: Weights, given: Given) -> Alignment[R]:
    pairs = [Pairing(previous[p], current[c], _CERTAIN) for p, c in given.pairs]
    fixed_p = {p for p, _ in given.pairs} | given.removed
    fixed_c = {c for _, c in given.pairs} | given.added
    left = [e for e in previous if e.position not in fixed_p]
    right = [e for e in current if e.position not in fixed_c]
    stages: list[tuple[Key[R], bool]] = _stages(weights)
    for key, counted in stages:
        found, left, right = _exact(left, right, key, counted)
        pairs += found
    trust = _trust(pairs)
    alike, hints, left, right = _by_likeness(left, right, replace(weights, code=weights.code * trust))
    pairs = sorted(pairs + alike, key=lambda p: p.current.position)
    removed = [*left, *(previous[p] for p in given.removed)]
    added = [*right, *(current[c] for c in given.added)]
    return Alignment(
        tuple(pairs),
        tuple(sorted(removed, key=lambda e: e.position)),
        tuple(sorted(added, key=lambda e: e.position)),
        tuple(hints),
        _renumbered(pairs),
    )


Key = Callable[[Entry[R]], Hashable | None]


def _stages(weights: Weights) -> list[tuple[Key[R], bool]]:
    """Keys from the richest to the poorest; True where equal keys mean equal records, so that they pair in order."""

    def whole(e: Entry[R]) -> Hashable:
        return e.home, e.code, e.key, e.facts

    def code_home_text(e: Entry[R]) -> Hashable | None:
        return (e.code, e.home, e.key) if e.code and e.key else None

    def code_text(e: Entry[R]) -> Hashable | None:
        return (e.code, e.key) if e.code and e.key else None

    def home_text_facts(e: Entry[R]) -> Hashable | None:
        return (e.home, e.key, e.facts) if e.key else None

    def home_text(e: Entry[R]) -> Hashable | None:
        return (e.home, e.key) if e.key else None

    def text_facts(e: Entry[R]) -> Hashable | None:
        return (e.key, e.facts) if e.key else None

    def text(e: Entry[R]) -> Hashable | None:
        return e.key or None

    coded: list[tuple[Key[R], bool]] = [(code_home_text, False), (code_text, False)] if weights.code else []
    return [(whole, True), *coded, (home_text_facts, False), (home_text, False), (text_facts, False), (text, False)]


def _exact(
    left: list[Entry[R]], right: list[Entry[R]], key: Key[R], counted: bool
) -> tuple[list[Pairing[R]], list[Entry[R]], list[Entry[R]]]:
    """Pair what has the same key and is the only one on both sides with it."""
    groups: dict[Hashable, tuple[list[Entry[R]], list[Entry[R]]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((left, right)):
        for entry in entries:
            name = key(entry)
            if name is not None:
                groups[name][side].append(entry)
    pairs = [
        Pairing(p, c, _CERTAIN)
        for ps, cs in groups.values()
        if counted or len(ps) == len(cs) == 1
        for p, c in zip(ps, cs, strict=False)
    ]
    if not pairs:
        return pairs, left, right
    taken_p, taken_c = {p.previous.position for p in pairs}, {p.current.position for p in pairs}
    return (
        pairs,
        [e for e in left if e.position not in taken_p],
        [e for e in right if e.position not in taken_c],
    )


def _trust(pairs: Sequence[Pairing[R]]) -> float:
    """How far codes name records, from 0 (half of them or more changed) to 1, on the pairs known by their text."""
    coded = [p for p in pairs if p.previous.code and p.current.code]
    agree = sum(p.previous.code == p.current.code for p in coded)
    return max(0.0, 2 * (agree + 3) / (len(coded) + 4) - 1)


def _renumbered(pairs: Sequence[Pairing[R]]) -> bool:
    """Whether most codes changed, so that it is said once."""
    coded = [p for p in pairs if p.previous.code and p.current.code]
    changed = sum(p.previous.code != p.current.code for p in coded)
    return changed >= RENUMBERED_LEAST and 2 * changed > len(coded)


def _by_likeness(
    left: list[Entry[R]], right: list[Entry[R]], weights: Weights
) -> tuple[list[Pairing[R]], list[Pairing[R]], list[Entry[R]], list[Entry[R]]]:
    """The rest by score and optimal assignment; then the hints among what is still alone."""
    if not left or not right:
        return [], [], left, right
    scores = _scores(left, right, weights)
    costs: list[dict[int, int]] = [{} for _ in left]
    for (row, column), score in scores.items():
        if score >= weights.accept:
            costs[row][column] = _cost(score, left[row], right[column])
    chosen = assign(costs, _cost(weights.accept - ALONE))
    best = _Runners(scores)
    pairs: list[Pairing[R]] = []
    for row, taken in enumerate(chosen):
        if taken is not None:
            score, runner_up = scores[row, taken], best.beside(row, taken)
            pairs.append(_likely(left[row], right[taken], score, runner_up))
    rows = {row for row, taken in enumerate(chosen) if taken is not None}
    columns = {taken for taken in chosen if taken is not None}
    hints = _hints(left, right, {k: s for k, s in scores.items() if k[0] not in rows and k[1] not in columns})
    left = [e for at, e in enumerate(left) if at not in rows]
    right = [e for at, e in enumerate(right) if at not in columns]
    return pairs, hints, left, right


def _scores(left: list[Entry[R]], right: list[Entry[R]], weights: Weights) -> dict[tuple[int, int], float]:
    likeness = Likeness(profiles(left, weights), profiles(right, weights), weights)
    out: dict[tuple[int, int], float] = {}
    for row, columns in enumerate(likeness.candidates()):
        for column in columns:
            score = likeness.score(row, column, HINT_SCORE)
            if score >= HINT_SCORE:
                out[row, column] = score
    return out


def _cost(score: float, previous: Entry[R] | None = None, current: Entry[R] | None = None) -> int:
    """Whole-number cost: the score first, then how far the record wandered, then document order."""
    cost = round((1 - score) * _SCALE) << 40
    if previous is not None and current is not None:
        apart = min(abs(previous.position - current.position), 1 << 10)
        cost += apart * apart << 16
        cost += min(previous.position + current.position, (1 << 16) - 1)
    return cost


class _Runners:
    """The two best scores of each row and column, to tell a clear winner."""

    def __init__(self, scores: dict[tuple[int, int], float]) -> None:
        self.rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self.columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (row, column), score in scores.items():
            self.rows[row].append((score, column))
            self.columns[column].append((score, row))

    def beside(self, row: int, column: int) -> float:
        """The best score that either of the two has with another partner."""
        others = [s for s, c in self.rows[row] if c != column] + [s for s, r in self.columns[column] if r != row]
        return max(others, default=0.0)


def _likely(previous: Entry[R], current: Entry[R], score: float, runner_up: float) -> Pairing[R]:
    safe = score >= SAFE_SCORE and score - runner_up >= SAFE_MARGIN
    match = Match(status="likely" if safe else "check", score=round(score, 3))
    return Pairing(previous, current, match, round(runner_up, 3))


def _hints(left: list[Entry[R]], right: list[Entry[R]], scores: dict[tuple[int, int], float]) -> list[Pairing[R]]:
    """Removed and added records that may be a replacement, the best first, each record once."""
    out: list[Pairing[R]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for (row, column), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        p, c = left[row], right[column]
        if (p.home == c.home or score >= HINT_ELSEWHERE) and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            out.append(Pairing(p, c, Match(status="check", score=round(score, 3))))
    return out
