"""The recipe: what comes out of it, and what is let go on the way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import planparse.interpret
from planparse.errors import InputRefused
from planparse.interpret import Interpretation, interpret
from planparse.model.document import Document, Grid
from planparse.model.options import ReadOptions
from planparse.model.vocabulary import Vocabulary
from planparse.pipeline import extract, extract_bytes
from tests.roads import DUMP

SAMPLES = Path(__file__).parents[1] / "samples"
TORN = DUMP.replace("\tRD002: Days to mend", "\n\tRD002: Days to mend").encode()


def test_the_bytes_are_let_go_when_they_have_been_read(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [TORN]

    def spy(document: Document, vocabulary: Vocabulary) -> Interpretation:
        assert not held
        return interpret(document, vocabulary)

    monkeypatch.setattr(planparse.interpret, "interpret", spy)
    assert extract_bytes(held.pop, "roads.txt", ReadOptions()).trace.repairs, "a row is torn"


def test_a_refusal_names_the_file() -> None:
    with pytest.raises(InputRefused, match=r"^a\.txt: no plan in it"):
        extract(b"Nothing here.", name="a.txt")


def test_a_document_is_kept_with_its_tables() -> None:
    found = extract(DUMP.encode(), name="roads.txt")
    assert any(isinstance(block, Grid) for block in found.document.blocks)
    assert any(isinstance(block, Grid) for block in found.repaired.blocks)


@pytest.mark.parametrize("suffix", ["pdf", "txt"])
def test_units_are_counted_by_the_class_that_each_has(suffix: str) -> None:
    trace = extract(SAMPLES / f"halton-2016-19.{suffix}").trace
    assert trace.count() == Counter(unit.use.kind for unit in trace.units)
    assert {"blank", "record"} <= trace.count().keys()
