"""The repository's own promises: the commands of the README, the scripts, the version."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = [ROOT / ".ci" / "run", *sorted((ROOT / "scripts").glob("*.sh"))]


def test_the_readme_has_two_commands_and_ci_runs_the_second() -> None:
    lines = [
        line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("python3 -m venv")
    ]
    assert len(lines) == 2
    assert "planparse samples/" in lines[0]
    run = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    found = next(line for line in run if line.startswith("command=$("))
    shown = subprocess.run(
        ["bash", "-c", f'{found}; echo "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == lines[1]
    assert run[-1] == 'bash -c "$command"'


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_sound(script: Path) -> None:
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/planparse/__init__.py"


def test_every_target_of_make_that_is_named_is_there() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony is not None
    for name in phony[1].split():
        assert re.search(rf"^{name}:", text, re.MULTILINE), name
