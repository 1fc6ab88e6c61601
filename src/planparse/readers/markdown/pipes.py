"""Pipe tables: rows of cells, as GitHub and the converters write them."""

from __future__ import annotations

import re

_RULE_CELL = re.compile(r"\s*:?-+:?\s*")
_SPLIT = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def split_row(line: str) -> list[str]:
    r"""The cells of one line; outer pipes are left away, ``\|`` is text.

    >>> split_row(r"| a \| b | c |"), split_row("a | b")
    (['a | b', 'c'], ['a', 'b'])
    """
    line = line.strip()
    if line.startswith("|"):
        line = line[1:]
    parts: list[str] = []
    start = 0
    for found in _SPLIT.finditer(line):
        parts.append(line[start : found.end() - 1])
        start = found.end()
    if line[start:].strip() or not parts:
        parts.append(line[start:])
    return [part.strip().replace("\\|", "|") for part in parts]


def is_rule(line: str) -> bool:
    """The line of dashes under a header: ``|---|:--:|``; two columns, or outer pipes."""
    if "-" not in line or "|" not in line:
        return False
    return all(_RULE_CELL.fullmatch(cell) for cell in split_row(line))


def is_framed(line: str) -> bool:
    """A row with outer pipes and two cells at least."""
    line = line.strip()
    return len(line) > 2 and line[0] == "|" and line[-1] == "|" and len(_SPLIT.findall(line)) > 2
