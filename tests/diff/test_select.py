from __future__ import annotations

import pytest

from planparse.diff.select import parse_kinds, select
from planparse.errors import UsageError
from tests.diff.example import example


def test_levels_are_nested() -> None:
    found = example()
    sizes = [len(select(found, level=level).changes) for level in ("substantive", "editorial", "cosmetic")]
    assert sizes[0] < sizes[1] < sizes[2] == len(found.changes)
    assert select(found, level="substantive").summary == found.summary


def test_kinds() -> None:
    found = select(example(), kinds=parse_kinds("moved,split"))
    assert {c.kind for c in found.changes} == {"moved", "split"}


def test_a_family_of_kinds() -> None:
    assert parse_kinds("Target, note-changed") == ("target_changed", "target_set", "target_withdrawn", "note_changed")


def test_unknown_kind_has_a_hint() -> None:
    with pytest.raises(UsageError, match="did you mean recoded"):
        parse_kinds("recodet")
    with pytest.raises(UsageError, match="the kinds are added"):
        parse_kinds("xyzzy")


@pytest.mark.parametrize("name", ["LX02", "lx 02", "Look after the lamp"])
def test_an_objective_by_code_or_title(name: str) -> None:
    found = select(example(), objectives=[name])
    names = {ref.objective for c in found.changes for ref in (c.current, c.previous) if ref}
    assert names == {"LX02", "LX01"}  # the indicator that left it is told as well
    assert all(
        "LX02" in (c.current and c.current.objective, c.previous and c.previous.objective) for c in found.changes
    )


def test_unknown_objective() -> None:
    with pytest.raises(UsageError, match=r"no objective LX09 in either draft; there are: LX01, LX02"):
        select(example(), objectives=["LX09"])
