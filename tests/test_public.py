"""The public names: a closed list, each of them there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import planparse

ROOT = Path(__file__).parents[1]
NAMES = {
    "Extraction",
    "Finding",
    "Indicator",
    "InputRefused",
    "LimitExceeded",
    "Limits",
    "Milestone",
    "Objective",
    "OutputFailed",
    "Plan",
    "PlanDiff",
    "PlanparseError",
    "Rule",
    "Trace",
    "UsageError",
    "Value",
    "__version__",
    "check",
    "diff",
    "extract",
    "read",
}


def test_the_list_is_closed() -> None:
    assert set(planparse.__all__) == NAMES
    assert len(planparse.__all__) == len(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_name_is_there(name: str) -> None:
    command = [sys.executable, "-c", f"from planparse import {name}; assert not type({name}).__name__ == 'module'"]
    subprocess.run(command, check=True)
    assert name in dir(planparse)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        planparse.nothing  # noqa: B018


def test_the_readers_of_the_library() -> None:
    from tests.roads import DUMP

    plan = planparse.read(DUMP.encode(), name="roads.txt")
    assert plan == planparse.extract(DUMP.encode()).plan
    assert planparse.diff(plan, plan).changes == ()


def test_diff_is_the_function_whatever_was_imported_before() -> None:
    code = "import planparse.diff.align, planparse; from planparse.diff import diff; assert planparse.diff is diff"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_types_are_known_to_a_checker(tmp_path: Path) -> None:
    file = tmp_path / "uses.py"
    file.write_text('import planparse\nname: int = planparse.read("x").title\n')
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert 'expression has type "str | None", variable has type "int"' in done.stdout
