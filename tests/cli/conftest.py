"""One small plan as a file, in a folder of its own in which the command runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roads import DUMP


@pytest.fixture
def dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "roads.txt"
    path.write_text(DUMP, "utf-8")
    return path
