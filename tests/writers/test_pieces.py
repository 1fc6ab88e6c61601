"""Long outputs are written piece by piece, and are the same bytes as in one piece."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.plan import Plan
from planparse.pipeline import extract
from planparse.writers.files import write_file, write_files
from planparse.writers.plan_csv import plan_csv, plan_csv_lines
from planparse.writers.plan_json import plan_json_pieces
from planparse.writers.plan_lines import lines_of, plan_lines
from planparse.writers.trace_json import trace_json, trace_json_lines
from tests.roads import DUMP, indicator, milestone, plan, value


def long_plan(indicators: int) -> Plan:
    values = (value("Target / 2020/21", "85.5%", 85.5, "2020/21"), value("Target / 2021/22", "tbc"))
    many = tuple(indicator(f"RD{n}", f"Roads of ward {n}", targets=values) for n in range(indicators))
    source = plan()
    return source.model_copy(update={"objectives": (source.objectives[0].model_copy(update={"indicators": many}),)})


@pytest.mark.parametrize("source", [plan(), Plan.empty(), long_plan(30)], ids=["plan", "empty", "long"])
def test_the_pieces_of_plan_json_are_its_text(source: Plan) -> None:
    assert "".join(plan_json_pieces(source)) == source.to_json()


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_no_text_is_taken_for_a_key(name: str, text: str, hard: bool) -> None:
    extra = {name: text, "indicators": '\n  "indicators": []'} if hard else {name: text}
    small = milestone("M1", '"milestones": []', extra=extra)
    first = plan().objectives[0].model_copy(update={"extra": extra, "milestones": (small, small)})
    source = plan().model_copy(update={"objectives": (first,), "title": text})
    assert "".join(plan_json_pieces(source)) == source.to_json()


def test_csv_lines_and_trace_are_the_same_in_pieces() -> None:
    found = extract(DUMP.encode())
    assert {name: "".join(lines) for name, lines in plan_csv_lines(found.plan).items()} == plan_csv(found.plan)
    assert "".join(lines_of(found.plan)) == plan_lines(found.plan)
    assert "".join(trace_json_lines(found.trace, found.plan)) == trace_json(found.trace, found.plan)


@pytest.mark.parametrize(
    "pieces",
    [plan_json_pieces, lambda source: chain.from_iterable(plan_csv_lines(source).values()), lines_of],
    ids=["json", "csv", "lines"],
)
def test_a_long_plan_is_never_held_as_text(pieces: Callable[[Plan], Iterable[str]]) -> None:
    source = long_plan(8_000)
    list(pieces(plan()))  # what is made once is made now
    tracemalloc.start()
    try:
        size = sum(map(len, pieces(source)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 300_000
    assert peak < size / 2


def test_files_are_written_from_pieces_of_text_or_bytes(tmp_path: Path) -> None:
    write_file(tmp_path / "one", iter(["a£", "", "b\ud800"]))
    assert (tmp_path / "one").read_bytes() == "a£b\ud800".encode("utf-8", "surrogatepass")
    write_files(tmp_path, {"two": iter([b"x", b"y"]), "three": iter(("x", "y")), "four": "xy"})
    assert {(tmp_path / name).read_text() for name in ("two", "three", "four")} == {"xy"}


def test_what_fails_between_two_pieces_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterable[str]:
        yield "a"
        raise KeyError("x")

    (tmp_path / "plan.json").write_text("former")
    with pytest.raises(KeyError):
        write_file(tmp_path / "plan.json", broken())
    assert [p.name for p in tmp_path.iterdir()] == ["plan.json"]
    assert (tmp_path / "plan.json").read_text() == "former"
