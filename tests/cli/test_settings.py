"""Defaults of the folder: planparse.toml, else pyproject.toml."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from planparse.cli import main
from planparse.cli.options import _LIMITS, INPUT_FORMATS
from planparse.cli.settings import load_settings
from planparse.errors import UsageError
from planparse.model.options import Limits
from planparse.readers import READERS


def test_nothing_there(tmp_path: Path) -> None:
    assert load_settings(tmp_path).limits == ()


def test_the_own_file_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.planparse]\nmax-pages = 3\nvocabulary = "a.toml"\n')
    found = load_settings(tmp_path)
    assert (found.limits, found.vocabulary) == ((("max_pages", 3),), (tmp_path / "a.toml",))
    (tmp_path / "planparse.toml").write_text('max-cells = 7\nvocabulary = ["b.toml", "c.toml"]\n')
    found = load_settings(tmp_path)
    assert (found.limits, found.vocabulary) == ((("max_cells", 7),), (tmp_path / "b.toml", tmp_path / "c.toml"))


def test_another_project_is_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other\n")
    assert load_settings(tmp_path).limits == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max-page = 3", "unknown setting 'max-page'; known are vocabulary, max-bytes"),
        ("max-pages = 0", "max-pages must be a whole number above zero"),
        ("max-pages = true", "max-pages must be a whole number"),
        ("vocabulary = [1]", "vocabulary must be a path"),
        ("max-pages = ", "not a TOML file"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "planparse.toml").write_text(text)
    with pytest.raises(UsageError, match=message):
        load_settings(tmp_path)
    (tmp_path / "planparse.toml").unlink()
    (tmp_path / "pyproject.toml").write_text(f"[tool.planparse]\n{text}")
    with pytest.raises(UsageError, match=message):
        load_settings(tmp_path)


def test_options_win_over_settings(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("planparse.toml").write_text("max-bytes = 10\n")
    assert main(["extract", "roads.txt"]) == 5
    assert main(["extract", "roads.txt", "--max-bytes", "1M"]) == 0


def test_every_limit_has_its_option_and_every_reader_its_name() -> None:
    assert set(_LIMITS) == {f.name for f in fields(Limits)}
    assert set(INPUT_FORMATS) == set(READERS)
