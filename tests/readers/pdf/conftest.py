"""Both engines are held to the same results."""

from __future__ import annotations

import pytest


@pytest.fixture(params=["pdfium", "pdfplumber"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)
