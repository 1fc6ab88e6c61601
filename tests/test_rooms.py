"""The rooms: who may import whom, and each outside library in its own room."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "planparse"
LIBRARIES = {
    "bs4": {"readers"},
    "distributed": {"batch"},
    "docx": {"readers"},
    "lxml": {"readers"},
    "openpyxl": {"readers"},
    "pandas": {"model"},
    "pdfplumber": {"readers"},
    "pydantic": {"model"},
    "rapidocr": {"readers"},
    "rich": {"cli"},
    "selectolax": {"readers"},
}


def test_the_direction_of_the_house() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_is_imported_in_one_room_inside_a_function(library: str) -> None:
    wanted = re.compile(rf"^(\s*)(?:import|from) {library}\b|^(\s+).*import_module\(\"{library}\b", re.MULTILINE)
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        for match in wanted.finditer(text):
            room = path.relative_to(SOURCE).parts[0]
            assert room in LIBRARIES[library], f"{path.name} imports {library}"
            assert match[1] or match[2] or library in ("pydantic", "lxml"), f"{path.name} imports {library} at its top"


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not [p for p in SOURCE.rglob("*.py") if p.stem in {"utils", "helpers", "common", "manager"}]
