"""The letters and numbers in front of milestones, as lists that count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planparse.model.plan import Milestone, Objective

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Counted:
    """A milestone and what its ref counts: the last number of ``1.2``, the place of a letter in the alphabet."""

    milestone: Milestone
    number: int


def counted_lists(objective: Objective) -> Iterator[list[Counted]]:
    """The milestones of an objective in lists that count on; a list that begins again at one is a new list."""
    for key, members in _by_kind(objective).items():
        roman = key[2] == "letter" and all(_roman(m.ref or "") for m in members) and len(members) > 1
        if roman and [_roman(m.ref or "") for m in members][:1] != [1]:
            roman = False
        run: list[Counted] = []
        for milestone in members:
            number = _number(milestone.ref or "", roman)
            if number is None:
                continue
            if run and number == 1 and run[-1].number != 1:
                yield run
                run = []
            run.append(Counted(milestone, number))
        if run:
            yield run


def _by_kind(objective: Objective) -> dict[tuple[str, str, str], list[Milestone]]:
    """Milestones of one year, of one stem (``1.`` of ``1.2``) and one kind of ref."""
    out: dict[tuple[str, str, str], list[Milestone]] = {}
    for milestone in objective.milestones:
        m = re.fullmatch(r"(?P<stem>(?:\d+\.)*)(?P<last>\d+|[A-Za-z]{1,5})", milestone.ref or "")
        if m:
            kind = "digit" if m["last"].isdigit() else "letter"
            out.setdefault((milestone.period or "", m["stem"], kind), []).append(milestone)
    return out


def _number(ref: str, roman: bool) -> int | None:
    last = ref.rpartition(".")[2].lower()
    if last.isdigit():
        return int(last)
    if roman:
        return _roman(last)
    return ord(last) - 96 if len(last) == 1 and last.isascii() else None


def _roman(ref: str) -> int | None:
    digits = [_ROMAN.get(c) for c in ref.rpartition(".")[2].lower()]
    if not digits or None in digits:
        return None
    values = [d or 0 for d in digits]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
