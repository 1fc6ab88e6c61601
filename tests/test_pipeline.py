"""The recipe in two forms: all that was seen on the way, or the plan and its trace in less memory."""

from __future__ import annotations

import gc

import pytest

import planparse.interpret
from planparse.errors import InputRefused
from planparse.interpret import Interpretation, interpret
from planparse.model.document import Document, Grid
from planparse.model.options import ReadOptions
from planparse.model.vocabulary import Vocabulary
from planparse.pipeline import extract, trace_plan
from tests.roads import DUMP

TORN = DUMP.replace("\tRD002: Days to mend", "\n\tRD002: Days to mend").encode()


def test_both_forms_give_the_same_plan_and_trace() -> None:
    for data in (DUMP.encode(), TORN):
        whole, lean = extract(data, name="roads.txt"), trace_plan([data].pop, "roads.txt", ReadOptions())
        assert whole.plan == lean.plan
        assert whole.trace == lean.trace
    assert whole.trace.repairs, "the second one is to be mended"


def test_the_bytes_and_the_document_as_read_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    documents: list[int] = []

    def spy(document: Document, vocabulary: Vocabulary) -> Interpretation:
        gc.collect()
        documents.append(sum(isinstance(o, Document) for o in gc.get_objects()))
        return interpret(document, vocabulary)

    monkeypatch.setattr(planparse.interpret, "interpret", spy)
    held = [TORN]
    trace_plan(held.pop, "roads.txt", ReadOptions())
    assert not held
    extract(TORN, name="roads.txt")
    assert documents[1] == documents[0] + 1, "extract has the document as read and as repaired, trace_plan one of them"


def test_a_refusal_names_the_file_in_both_forms() -> None:
    for refused in (
        lambda: extract(b"Nothing here.", name="a.txt"),
        lambda: trace_plan([b"Nothing here."].pop, "a.txt", ReadOptions()),
    ):
        with pytest.raises(InputRefused, match=r"^a\.txt: no plan in it"):
            refused()


def test_a_document_is_kept_with_its_tables() -> None:
    found = extract(DUMP.encode(), name="roads.txt")
    assert any(isinstance(block, Grid) for block in found.document.blocks)
    assert any(isinstance(block, Grid) for block in found.repaired.blocks)
