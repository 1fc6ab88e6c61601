"""The codes of all indicators of a plan, settled together: what is a code, and which one is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planparse.interpret.codes import (
    SplitCode,
    code_shape,
    normalise_codes,
    one_slip,
    parts,
    scheme_of,
    split_code,
    split_prefix,
    split_tail,
)
from planparse.interpret.draft import Named
from planparse.model.vocabulary import Vocabulary

_LETTERED = re.compile(r"[A-Z]{2,6}[-/.][A-Z]")
"""A code of its own column whose number is a letter: "CAN-A"."""
_CAPITALS = re.compile(r"([A-Z]{2,6}):?\s+[A-Z][a-z]")
"""What may be the code of an unknown set, without a number, in front of a measure."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One indicator's code and its measure without it."""

    code: str | None
    printed: str | None
    scheme: str | None
    measure: str
    glued: bool = False
    remark: str | None = None
    doubt: str | None = None


def settle_codes(drafts: list[Named], vocabulary: Vocabulary) -> Iterator[Coded]:
    """A code for each draft, in document order."""
    splits = [_candidate(d, vocabulary) for d in drafts]
    splits = _supported(drafts, splits, vocabulary)
    known = {c.printed for d, c in zip(drafts, splits, strict=True) if c and not _number(c.printed)}
    prefixes = _known_prefixes(splits, vocabulary)
    mostly_coded = sum(s is not None for s in splits) * 2 >= len(splits)
    """Only in such a plan is a prefix alone a code without its number."""
    for i, (draft, split) in enumerate(zip(drafts, splits, strict=True)):
        if split is None and draft.code is None:
            splits[i] = split_prefix(draft.measure, prefixes) if mostly_coded else None
    normal = normalise_codes([c.printed if c else None for c in splits], (*vocabulary.code_prefixes, *known))
    nearly_all = sum(s is not None for s in splits) * 4 >= len(splits) * 3
    return (_coded(*each, nearly_all) for each in zip(drafts, splits, normal, strict=True))


def _candidate(draft: Named, vocabulary: Vocabulary) -> SplitCode | None:
    if draft.code is not None:
        text = draft.code.rstrip(" :")
        split = split_code(draft.measure, vocabulary.remarks)
        same = split is not None and split.printed.replace(" ", "") == text.replace(" ", "")
        return SplitCode(text, split.rest if split and same else draft.measure)
    return split_code(draft.measure, vocabulary.remarks) or split_tail(draft.measure)


def _number(code: str) -> bool:
    return any(c.isdigit() for c in code)


def _prefix(code: str) -> str:
    p = parts(code)
    return p.prefix if p else code


def _supported(drafts: list[Named], splits: list[SplitCode | None], vocabulary: Vocabulary) -> list[SplitCode | None]:
    """Drops what only looks like a code ("KS2 attainment"): a prefix that nothing in the document supports."""
    counts = Counter(_prefix(code) for code in {s.printed for s in splits if s})
    shapes = Counter(code_shape(s.printed) for s in splits if s)
    usual = {s for s, n in shapes.items() if n >= 4 and n * 4 >= len(splits) * 3}
    known = {p.split()[0] for p in vocabulary.code_prefixes}
    total = sum(counts.values())
    out: list[SplitCode | None] = []
    for draft, split in zip(drafts, splits, strict=True):
        keep = split is not None and (
            draft.code is not None
            or draft.sub is not None
            or _has_separator(draft, split)
            or counts[_prefix(split.printed)] >= 3
            or counts[_prefix(split.printed)] * 2 > len(splits)
            or code_shape(split.printed) in usual
            or _prefix(split.printed).split(" ")[0] in known
            or (total > 3 and any(one_slip(_prefix(split.printed), p) and n >= 3 for p, n in counts.items()))
        )
        out.append(split if keep else None)
    return out


def _has_separator(draft: Named, split: SplitCode) -> bool:
    """A colon stands behind the code, or the code stands in brackets at the end."""
    if not draft.measure.startswith(split.printed):
        return True
    behind = draft.measure[len(split.printed) :].lstrip()
    return behind[:1] in (":", ";")


def _known_prefixes(splits: list[SplitCode | None], vocabulary: Vocabulary) -> set[str]:
    """The prefixes of sets that can stand without a number: the document's own and the vocabulary's."""
    counts = Counter(_prefix(s.printed) for s in splits if s and _number(s.printed))
    own = {p for p in counts if p and not p.isdigit()}
    own |= {p.split(" ")[0] for p in own}
    return own | set(vocabulary.code_prefixes)


def _coded(draft: Named, split: SplitCode | None, normal: str | None, others: bool) -> Coded:
    """One draft with its code; ``others``: nearly all of the plan have one."""
    measure = split.rest if split else draft.measure
    if split is None:
        m = _CAPITALS.match(measure) if others else None
        doubt = f"'{m[1]}' in front of the measure may be a code without a number" if m else None
        return Coded(None, None, None, measure, doubt=doubt)
    printed = split.printed
    code = normal or (printed if draft.code is not None and _LETTERED.fullmatch(printed) else None)
    if draft.sub and code and not code.endswith(draft.sub):
        code = f"{code}{draft.sub}"
    scheme = scheme_of(normal or printed)
    return Coded(code, printed, scheme, measure, split.glued, split.remark)
