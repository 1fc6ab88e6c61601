"""planparse trace: a record's way, the receipt, what was not used, and the pages drawn over."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from planparse.cli import trace
from planparse.cli.arguments import build_parser
from planparse.errors import UsageError
from planparse.pipeline import extract
from planparse.writers.overlay import draw_pages

SAMPLES = Path(__file__).parents[2] / "samples"
TEXT, PDF = str(SAMPLES / "halton-2016-19.txt"), str(SAMPLES / "halton-2016-19.pdf")


def run(*words: str) -> int:
    return trace.run(build_parser("trace", trace).parse_args(list(words)))


def test_a_torn_and_shifted_row_is_followed_to_both_halves(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TEXT, "ped017") == 0
    text = capsys.readouterr().out
    assert text.startswith("PED017  Achievement of Level 3 qualification at 19 2013/14\nunder PED04: ")
    assert "repaired: " in text
    assert 'line 73\n    "PED017: Achievement of Level 3"\n' in text
    assert 'line 75\n    "qualification at 19 2013/14"\n' in text
    assert "  target of 2016/17, because: header 'Targets / 2016/17'" in text
    assert "  realigned: row moved right by 1 column\n" in text
    assert "    before: PED017: Achievement of Level 3 | qualification at 19 2013/14\n" in text


def test_a_pdf_has_pages_and_boxes(capsys: pytest.CaptureFixture[str]) -> None:
    run(PDF, "PED017")
    text = capsys.readouterr().out
    assert "page 4, table 7, row 3, column 2, box " in text


def test_a_corrected_code_says_what_stood_there(capsys: pytest.CaptureFixture[str]) -> None:
    run(TEXT, "PED010")
    text = capsys.readouterr().out
    assert "before: PE010\n" in text
    assert "  info code-corrected: " in text


def test_a_milestone_and_an_objective(capsys: pytest.CaptureFixture[str]) -> None:
    run(TEXT, "PED05-d")
    assert "\nclean\n\ntext\n" in capsys.readouterr().out
    run(TEXT, "PED05")
    assert "key_developments/0" in capsys.readouterr().out


def test_the_summary_has_the_receipt_and_the_records_that_are_not_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TEXT) == 0
    text = capsys.readouterr().out
    assert "source cells accounted for: " in text
    assert ", 0 unused" in text
    assert "\n  PED017  repaired: " in text
    assert "\n  PED001  " not in text


def test_unused_is_listed_with_place_and_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(Path(TEXT).read_text() + "\nContact the policy team for large print.\n")
    run(str(path), "--unused")
    text = capsys.readouterr().out
    assert text.startswith("not used: 1\n")
    assert '"Contact the policy team for large print."' in text
    run(TEXT, "--unused")
    assert capsys.readouterr().out == "everything was used\n"


def test_json_of_one_record_holds_only_it(capsys: pytest.CaptureFixture[str]) -> None:
    run(TEXT, "PED017", "--format", "json")
    report = json.loads(capsys.readouterr().out)
    record = next(r for r in report["records"] if r["id"] == "PED017")
    assert record["confidence"] == "repaired"
    assert {f["field"] for f in record["fields"]} == {"measure", "actuals/0", "targets/0", "targets/1", "targets/2"}
    assert all("PED017" in u["detail"] or u["use"] == "blank" for u in report["units"])
    assert {r["kind"] for r in report["repairs"]} == {"stitched", "realigned", "rejoined"}
    assert report["columns"]


def test_json_of_the_unused_and_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    run(TEXT, "--unused", "--format", "json")
    assert json.loads(capsys.readouterr().out)["units"] == []
    run(TEXT, "--format", "json")
    assert len(json.loads(capsys.readouterr().out)["units"]) > 400


def test_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no record PED999; did you mean"):
        run(TEXT, "PED999")
    with pytest.raises(UsageError, match="leave the record out"):
        run(TEXT, "PED017", "--unused")
    with pytest.raises(UsageError, match="pages of a PDF"):
        run(TEXT, "--overlay", str(tmp_path / "pages"))
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        run(PDF, "--overlay", str(tmp_path / "file"))


def test_the_overlay_draws_every_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(PDF, "--overlay", str(tmp_path / "pages")) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "7 pages drawn" in err
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == [f"page-{n:03d}.png" for n in range(1, 8)]


def test_the_overlay_shows_cells_seams_and_repairs() -> None:
    data = Path(PDF).read_bytes()
    found = extract(data)
    pages = dict(draw_pages(data, found.plan, found.trace))
    image = Image.open(BytesIO(pages["page-003.png"]))
    colours = {colour for _, colour in image.getcolors(1 << 24) or []}
    assert {(31, 119, 180), (44, 160, 44), (255, 0, 255), (0, 0, 0)} <= colours
    cell = next(s.places[0] for s in found.trace.sources if s.record == "PED012" and s.field == "measure")
    assert cell.bbox
    x, y = int(cell.bbox[2] * 2) - 12, int(cell.bbox[3] * 2) - 8
    assert image.getpixel((x, y)) != (255, 255, 255), "the cell with a glued code is tinted"
    assert pages == dict(draw_pages(data, found.plan, found.trace))
