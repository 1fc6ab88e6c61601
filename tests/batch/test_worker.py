"""A worker that hangs, dies, says nothing or too much costs its file only (rows 113 to 118 of the list of cases)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from planparse.batch.isolated import Ending, error_of
from planparse.batch.task import How, Result, Task, perform
from planparse.batch.worker import Worker
from planparse.errors import InputRefused, LimitExceeded, PlanparseError
from planparse.model.options import Limits
from tests.roads import DUMP

LIMITS = Limits(max_seconds=1, max_memory=1_000_000_000)


@pytest.fixture(scope="module")
def mock() -> Iterator[Worker]:
    worker = Worker("tests.batch.mock_worker")
    yield worker
    worker.close()


def ask(worker: Worker, name: str) -> Result:
    return worker.perform(Task(f"{name}.txt", b"data", How(limits=LIMITS)))


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [
        ("hang", 5, "--max-seconds"),
        ("spin", 5, "--max-seconds"),
        ("deaf", 5, "--max-seconds"),
        ("SIGABRT", 5, "--max-memory"),
        ("SIGKILL", 5, "--max-memory"),
        ("eat", 5, "--max-memory"),
        ("much", 5, "--max-cells"),
        ("SIGSEGV", 4, "SIGSEGV"),
        ("exit", 4, "exit code 9"),
        ("silent", 4, "crashed"),
        ("half", 4, "not whole"),
        ("parent", 4, "the worker died"),
    ],
)
def test_what_goes_wrong_costs_one_file(mock: Worker, name: str, code: int, word: str) -> None:
    start = time.monotonic()
    result = ask(mock, name)
    assert time.monotonic() - start < 8
    assert (result.code, result.files) == (code, {})
    assert word in result.message
    assert result.message.startswith(f"{name}.txt: ")
    assert "\n" not in result.message
    assert ask(mock, "good").files == {"plan.json": b"data"}


def test_what_a_library_prints_is_no_reply(mock: Worker) -> None:
    assert ask(mock, "print").message == "print"


def test_no_child_is_left(mock: Worker) -> None:
    ask(mock, "deaf")
    assert mock._process is not None
    children = Path(f"/proc/{mock._process.pid}/task/{mock._process.pid}/children")
    assert children.read_text() == ""
    process = mock._process.pid
    mock.close()
    assert not Path(f"/proc/{process}").exists()


def test_the_result_is_the_one_of_this_process() -> None:
    task = Task("roads.txt", DUMP.encode(), How(trace=True))
    worker = Worker()
    try:
        assert worker.perform(task) == perform(task)
    finally:
        worker.close()


def test_a_reply_names_only_known_files() -> None:
    reply = Result(0, files={"plan.json": b"x"}).to_bytes()
    assert Result.from_bytes(reply).files == {"plan.json": b"x"}
    with pytest.raises(ValueError, match="not whole"):
        Result.from_bytes(reply.replace(b"plan.json", b"../a.json"))
    with pytest.raises(ValueError, match="not whole"):
        Result.from_bytes(reply + b"more")


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_with_little_memory_a_file_is_over_the_limit_and_never_damaged_or_a_bug(suffix: str) -> None:
    """Libraries that have no memory say that a file is damaged, or raise what nobody knows."""
    data = (Path(__file__).parents[2] / "samples" / f"halton-2016-19.{suffix}").read_bytes()
    worker, codes = Worker(), []
    try:
        for megabytes in range(2, 110, 4):
            limits = Limits(max_memory=megabytes * 1_000_000)
            result = worker.perform(Task(f"plan.{suffix}", data, How(limits=limits)))
            codes.append(result.code)
            assert result.code in (0, 3, 5), (megabytes, result.message)
            assert result.code != 5 or "--max-memory" in result.message
    finally:
        worker.close()
    assert codes[0] == 5 or suffix == "txt"  # which may need no more than the worker has at hand
    assert codes[-1] in (0, 3)


@pytest.mark.parametrize(
    ("ending", "error"),
    [
        (Ending(71, None), LimitExceeded),
        (Ending(None, "SIGSEGV", peak=3_000_000), LimitExceeded),
        (Ending(None, "SIGSEGV", peak=1_000_000), InputRefused),
        (Ending(70, None, peak=3_000_000), InputRefused),
    ],
    ids=["no memory to say so", "larger than its limit when a library crashed", "smaller", "another end"],
)
def test_what_is_said_of_a_child_that_died(ending: Ending, error: type[PlanparseError]) -> None:
    assert isinstance(error_of(ending, Limits(max_memory=2_000_000)), error)


def test_settings_go_to_a_worker_and_back() -> None:
    how = How(format="text", limits=LIMITS, vocabulary=("a.toml",), trace=True)
    assert How.from_json(how.to_json()) == how


def test_the_environment_of_a_child_names_no_tables_of_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    from planparse.batch.isolated import limit_work

    monkeypatch.setenv("CMAP_PATH", "/somewhere")
    process = os.fork()
    if process == 0:
        limit_work(Limits(max_memory=100_000_000_000))
        os._exit("CMAP_PATH" in os.environ)
    assert os.waitpid(process, 0)[1] == 0


def test_libreoffice_is_not_held_to_the_memory_of_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for it writes down the limit that it was started under."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nulimit -v > '{tmp_path}/limit'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    worker = Worker()
    try:
        result = worker.perform(Task("a.rtf", rb"{\rtf1 plan}", How()))
    finally:
        worker.close()
    assert result.code == 4
    assert (tmp_path / "limit").read_text() == "unlimited\n"
