"""Records that became several, and several that became one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planparse.diff.align import Alignment, Pairing, turn
from planparse.diff.entries import Entry, R
from planparse.diff.similarity import split_code

LEAST_TEXT = 12
"""A shorter text says too little to make a record part of another by its beginning alone."""

Whole = tuple[Entry[R], tuple[Entry[R], ...]]


def with_splits(a: Alignment[R], given: Iterable[tuple[int, int]] = ()) -> Alignment[R]:
    """The alignment with splits and merges told apart from removed, added and paired. Given pairs stay as they are."""
    fixed = set(given)
    loose = tuple(p for p in a.pairs if (p.previous.position, p.current.position) not in fixed)
    splits = _wholes(loose, a.removed, a.added)
    a = replace(_without(a, splits), splits=tuple(splits))
    back = turn(a)
    loose = tuple(p for p in back.pairs if (p.current.position, p.previous.position) not in fixed)
    joined = _wholes(loose, back.removed, back.added)
    forth = turn(_without(back, joined))
    return replace(forth, splits=a.splits, merges=tuple((parts, whole) for whole, parts in joined))


def _wholes(pairs: Sequence[Pairing[R]], removed: Sequence[Entry[R]], added: Sequence[Entry[R]]) -> list[Whole[R]]:
    """Previous entries with the two or more current ones that they became."""
    if not added:
        return []
    partner = {p.previous.position: p.current for p in pairs if _is_part(p.previous, p.current)}
    wholes = [*removed, *(p.previous for p in pairs if p.previous.position in partner)]
    codes, texts = Counter(w.code for w in wholes), Counter(w.key for w in wholes)
    by_stem: dict[tuple[str, str], list[Entry[R]]] = defaultdict(list)
    by_home: dict[object, list[Entry[R]]] = defaultdict(list)
    for whole in wholes:
        if whole.code and codes[whole.code] == 1:
            by_stem[split_code(whole.code)[:2]].append(whole)
        if texts[whole.key] == 1:
            by_home[whole.home].append(whole)
    parts: dict[int, list[Entry[R]]] = defaultdict(list)
    for part in added:
        near = by_stem.get(split_code(part.code)[:2], []) if part.code else []
        found = next((w for w in [*near, *by_home.get(part.home, [])] if _is_part(w, part)), None)
        if found is not None:
            parts[found.position].append(part)
    out: list[Whole[R]] = []
    for whole in sorted(wholes, key=lambda w: w.position):
        own = [*parts.get(whole.position, []), *([partner[whole.position]] if whole.position in partner else [])]
        if len(own) > 1:
            out.append((whole, tuple(sorted(own, key=lambda e: e.position))))
    return out


def _is_part(whole: Entry[R], part: Entry[R]) -> bool:
    """Whether a code says so (047 became 047a), or the text: the same one continued, in the same objective."""
    if whole.home != part.home:
        return False
    if whole.code and part.code:
        prefix, number, letter = split_code(whole.code)
        if number and not letter and split_code(part.code)[:2] == (prefix, number) and split_code(part.code)[2]:
            return True
    return LEAST_TEXT <= len(whole.key) < len(part.key) and part.key.startswith(whole.key)


def _without(a: Alignment[R], wholes: Sequence[Whole[R]]) -> Alignment[R]:
    """The rest, where these records are neither paired nor removed nor added."""
    gone = {whole.position for whole, _ in wholes}
    came = {part.position for _, parts in wholes for part in parts}
    return replace(
        a,
        pairs=tuple(p for p in a.pairs if p.previous.position not in gone and p.current.position not in came),
        removed=tuple(e for e in a.removed if e.position not in gone),
        added=tuple(e for e in a.added if e.position not in came),
        hints=tuple(p for p in a.hints if p.previous.position not in gone and p.current.position not in came),
    )
