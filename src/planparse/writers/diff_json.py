"""A diff as ``diff.json``, schema ``planparse.diff/1``."""

from __future__ import annotations

from planparse.model.change import PlanDiff


def to_json(diff: PlanDiff) -> str:
    """UTF-8 text with a two-space indent, LF and a final newline."""
    return diff.to_json()
