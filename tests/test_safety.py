"""``docs/safety.md`` says the limits as they are."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from planparse.cli.limits_table import BEGIN, with_table
from planparse.cli.options import _LIMITS
from planparse.model.options import Limits

PAGE = Path(__file__).parents[1] / "docs" / "safety.md"


def test_the_table_of_limits_is_true() -> None:
    text = PAGE.read_text("utf-8")
    assert BEGIN in text
    assert with_table(text) == text, "make docs writes it anew"


def test_every_limit_is_described() -> None:
    assert list(_LIMITS) == [field.name for field in fields(Limits)]
