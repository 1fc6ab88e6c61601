"""Documents of other layouts, engines and difficulties: every fact of their truth, and no other."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from planparse.pipeline import read

CORPUS = Path(__file__).parents[1] / "corpus"
DOCUMENTS = sorted(p.parent for p in CORPUS.rglob("truth.json"))
COMPARE = runpy.run_path(str(CORPUS / "score.py"))["compare"]


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda p: str(p.relative_to(CORPUS)))
def test_every_fact_and_no_other(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))["plan"]
    document = next(folder.glob("document.*"))
    missing, extra, right = COMPARE(truth, json.loads(read(document).to_json()))
    assert right
    assert not missing
    assert not extra
