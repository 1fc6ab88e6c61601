"""The golden outputs of one pair of drafts. ``python -m tests.diff.example`` writes them anew."""

from __future__ import annotations

import pytest

from tests.diff.example import GOLDEN, outputs


@pytest.mark.parametrize("name", sorted(outputs()))
def test_output_is_the_golden_one(name: str) -> None:
    assert (GOLDEN / name).read_bytes().decode("utf-8") == outputs()[name]
