"""What is known of drafts while they are packed."""

from __future__ import annotations

import pytest

from planparse.interpret.draft import IndicatorDraft, Indicators, Named, Text


@pytest.mark.parametrize("count", [0, 1, 200])
def test_what_indicators_are_named_is_known_without_unpacking_them(count: int) -> None:
    found = Indicators()
    for n in range(count):
        found.append(IndicatorDraft(Text(f"Visits {n}", ()), [], Text(f"AB {n}", ()), sub="a"))
    named = [Named(f"Visits {n}", f"AB {n}", "a") for n in range(count)]
    assert found.named() == named
    found.close()
    assert found.named() == named == [indicator.named() for indicator in found]


def test_one_renamed_before_it_is_packed_has_its_new_name() -> None:
    draft = IndicatorDraft(Text("Visits", ()), [])
    found = Indicators([draft])
    draft.code = Text("AB 1", ())
    assert found.named() == [Named("Visits", "AB 1")]
    found.close()
    assert found.named() == [Named("Visits", "AB 1")]
