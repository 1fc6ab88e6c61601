"""Defaults of the folder in which planparse runs.

They stand in ``planparse.toml``, else under ``[tool.planparse]`` of ``pyproject.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from planparse.errors import UsageError
from planparse.model.options import Limits

_VOCABULARY = "vocabulary"


@dataclass(frozen=True, slots=True)
class Settings:
    vocabulary: tuple[Path, ...] = ()
    limits: tuple[tuple[str, int], ...] = ()
    """Names of fields of ``Limits`` with their values."""


def load_settings(folder: Path) -> Settings:
    """What the settings file of ``folder`` says; nothing where there is none.

    Keys are ``vocabulary`` (a path or a list of them, beside the settings file) and the names of the limits,
    ``max-pages`` and so on. Raises ``UsageError`` that names the file and the key.
    """
    own, project = folder / "planparse.toml", folder / "pyproject.toml"
    if own.is_file():
        return _settings(_load(own), own, folder)
    if project.is_file() and b"planparse" in _bytes(project):
        tool = _load(project).get("tool", {})
        table = tool.get("planparse", {}) if isinstance(tool, dict) else {}
        if not isinstance(table, dict):
            raise UsageError(f"{project}: [tool.planparse] must be a table")
        return _settings(table, project, folder)
    return Settings()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error


def _load(path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a TOML file: {error}") from error


def _settings(table: dict[str, object], path: Path, folder: Path) -> Settings:
    defaults = {f.name.replace("_", "-"): f for f in fields(Limits)}
    vocabulary: tuple[Path, ...] = ()
    limits: list[tuple[str, int]] = []
    for key, value in table.items():
        if key == _VOCABULARY:
            names = [value] if isinstance(value, str) else value
            if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
                raise UsageError(f"{path}: vocabulary must be a path or a list of paths in quotes")
            vocabulary = tuple(folder / name for name in names)
        elif key in defaults:
            if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
                raise UsageError(f"{path}: {key} must be a whole number above zero")
            limits.append((defaults[key].name, value))
        else:
            raise UsageError(f"{path}: unknown setting '{key}'; known are {', '.join((_VOCABULARY, *defaults))}")
    return Settings(vocabulary, tuple(limits))
