"""Records that became several, and several that became one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planparse.diff.align import Alignment, Given, Pairing, turn
from planparse.diff.entries import Entry, R
from planparse.diff.similarity import dice, split_code, tokens

LEAST_TEXT = 12
"""A shorter text says too little to make a record part of another by its beginning alone."""

LEAST_KINSHIP = 0.3
"""Least share of common words for a code with a letter to make a record part of another."""

Whole = tuple[Entry[R], tuple[Entry[R], ...]]


def with_splits(a: Alignment[R], given: Given) -> Alignment[R]:
    """The alignment with splits and mergers told apart from removed, added and paired.

    What the user settled stays as it is.
    """
    fixed = {(p, c) for p, c in given.pairs}
    loose = [p for p in a.pairs if (p.previous.position, p.current.position) not in fixed]
    removed = [e for e in a.removed if e.position not in given.removed]
    added = [e for e in a.added if e.position not in given.added]
    splits = _wholes(loose, removed, added)
    a = replace(_without(a, splits), splits=tuple(splits))

    back = turn(a)
    loose = [p for p in back.pairs if (p.current.position, p.previous.position) not in fixed]
    removed = [e for e in back.removed if e.position not in given.added]
    added = [e for e in back.added if e.position not in given.removed]
    joined = _wholes(loose, removed, added)
    forth = turn(_without(back, joined))
    return replace(forth, splits=a.splits, merges=tuple((parts, whole) for whole, parts in joined))


def foreseen(previous: Sequence[Entry[R]], current: Sequence[Entry[R]], given: Given) -> Given:
    """``given``, and apart from all pairing the splits and mergers that codes tell beforehand.

    A code that is gone and stands on the other side twice or more with a letter behind: look-alikes of such
    a record would otherwise take its parts.
    """
    fixed_old = {p for p, _ in given.pairs} | given.removed
    fixed_new = {c for _, c in given.pairs} | given.added
    left = [e for e in previous if e.position not in fixed_old]
    right = [e for e in current if e.position not in fixed_new]
    removed, added = _families(left, right)
    parts_old, wholes_new = _families(right, left)[::-1]
    return Given(given.pairs, given.removed | removed | parts_old, given.added | added | wholes_new)


def _families(wholes: Sequence[Entry[R]], parts: Sequence[Entry[R]]) -> tuple[frozenset[int], frozenset[int]]:
    """Positions of the records that became several by their codes, and of those that they became."""
    here, there = Counter(e.code for e in wholes), {e.code for e in parts}
    by_stem: dict[tuple[str, str], list[Entry[R]]] = defaultdict(list)
    for part in parts:
        prefix, number, letter = split_code(part.code)
        if letter and part.code not in here:
            by_stem[prefix, number].append(part)
    gone: set[int] = set()
    came: set[int] = set()
    for whole in wholes:
        if whole.code and here[whole.code] == 1 and whole.code not in there:
            family = [e for e in by_stem.get(split_code(whole.code)[:2], ()) if _stem_of(e, whole) and _kin(whole, e)]
            if len(family) > 1:
                gone.add(whole.position)
                came |= {e.position for e in family}
    return frozenset(gone), frozenset(came)


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
    if _stem_of(part, whole) and _kin(whole, part):
        return True
    return whole.home == part.home and LEAST_TEXT <= len(whole.key) < len(part.key) and part.key.startswith(whole.key)


def _stem_of(part: Entry[R], whole: Entry[R]) -> bool:
    """Whether the code of ``part`` is that of ``whole`` with a letter behind."""
    if not whole.code or not part.code:
        return False
    prefix, number, letter = split_code(part.code)
    return bool(number and letter) and split_code(whole.code) == (prefix, number, "")


def _kin(whole: Entry[R], part: Entry[R]) -> bool:
    return dice(tokens(whole.text), tokens(part.text)) >= LEAST_KINSHIP


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
