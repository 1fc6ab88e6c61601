"""Each hostile input and the answer that its reader must give: rows 1 to 92 and 98 to 105 of the list of cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.text import BULLETS
from tests.hostile.conftest import Seen

DONE, WARN, REFUSED, LIMIT = 0, 3, 4, 5
See = Callable[[str], Seen]

REFUSALS = {
    "p01": "empty",
    "p02": "not PDF",
    "d01": "empty",
    "d02": "not Word",
    "p03": "damaged",
    "d03": "damaged",
    "d31": "damaged",
    "p11": "no text",
    "p37": "OCR needed",
    "p41": "both HTML and PDF",
    "p42": "encrypted",
    "p44": "encrypted",
    "p47": "no text",
    "p52": "no text",
    "b14": "zip archive",
    "d20": "twice",
    "d06": "document type",
    "d07": "document type",
    "d08": "document type",
    "d09": "document type",
    "d15_nested_tables_500": "nested too deeply",
    "d15_nested_tables_20000": "nested too deeply",
    "d05": "password",
    "d30": "password",
    "d04": "not an Office file",
    "d26": "damaged",
    "d27": "damaged",
    "h20": "no text",
    "h26": "empty",
    "h27": "binary",
    "t01": "empty",
    "t02": "binary",
}
"""Start of the name -> a word of the line."""

LIMITS = {
    "p09": "--max-pages",
    "p12": "--max-marks",
    "p22": "--max-codes",
    "p23": "--max-codes",
    "p24": "--max-codes",
    "p51": "--max-stream-bytes",
    "b01": "--max-stream-bytes",
    "b02": "--max-stream-bytes",
    "b03_": "--max-stream-bytes",
    "b03b": "--max-stream-bytes",
    "b05": "--max-stream-bytes",
    "b06": "--max-marks",
    "b07": "--max-marks",
    "b10": "--max-zip",
    "b11": "--max-zip",
    "b12": "--max-zip",
    "b13": "--max-zip",
    "b24": "--max-zip",
    "b21": "--max-bytes",
    "b22": "inside each other",
    "h03": "max",
    "h05_deep_div_50000": "inside each other",
    "h06": "max",
}
"""Start of the name -> what the line names: the limit, and its option where it can be raised."""

READ = {
    "p04": "Service Objective: PED01",
    "p05": "Service Objective: PED01",
    "p06": "Service Objective: PED01",
    "p07": "Service Objective: PED01",
    "p08": "Service Objective: PED01",
    "p30": "Service Objective: PED01",
    "p40": "Service Objective: PED01",
    "p43": "Service Objective: PED01",
    "p28": "Service Objective: PED01",
    "p33": "Service Objective: PED01",
    "p49": "kept",
    "p50": "kept",
    "p53": "kept",
    "d15_nested_tables_50.": "core",
    "d17": "x",
    "d18": "x",
    "d19": "x",
    "d21": "x",
    "d24": "strict",
    "d28": "macro",
    "d25": "utf16 é",
    "h05_deep_div_500.": "core",
    "h30": "PED001",
    "b20": "END",
    "h09": "PED001 café",
    "h08": "PED001 café",
    "h11": "café",
}
"""Start of the name -> a text that is found; with or without a warning."""

WARNINGS = {
    "p10": ("self", "part of itself"),
    "p25": ("", "font does not say"),
    "p26": ("", "font does not say"),
    "p29": ("PED01", "rebuilt"),
    "p31": ("kept", "as long as it says"),
    "p32": ("x", "as long as it says"),
    "p36": ("", "cut short"),
    "d10": ("87%", "span"),
    "d11": ("87%", "span"),
    "d12": ("87%", "span"),
    "d13": ("87%", "merged"),
    "d16": ("before", "altChunk"),
    "h07": ("café “quoted”", "Windows-1252"),
    "h31": ("£10,000 – café", "Windows-1252"),
    "h12": ("after", "NUL"),
    "t11": ("PED001", "decoded"),
    "t13": ("PED001", "NUL"),
}
"""Start of the name -> a text that is found, and a word of a warning."""

QUICK = ["p22", "p23", "p24", "b10", "b11", "b13", "d10", "h01", "h02", "h03", "t10"]
"""At most 2 seconds and 200 megabytes."""
THREE_SECONDS = ["d29", "d32", "h17", "h18", "h20", "h25", "h28"]


@pytest.mark.parametrize("start", REFUSALS)
def test_refused(see: See, start: str) -> None:
    seen = see(start)
    assert seen.code == REFUSED
    assert REFUSALS[start] in seen.line
    assert "\n" not in seen.line


@pytest.mark.parametrize("start", LIMITS)
def test_over_a_limit(see: See, start: str) -> None:
    seen = see(start)
    assert seen.code == LIMIT
    assert LIMITS[start] in seen.line
    assert "\n" not in seen.line
    assert seen.milliseconds <= 10_000
    assert seen.megabytes <= 600


@pytest.mark.parametrize("start", READ)
def test_read(see: See, start: str) -> None:
    seen = see(start)
    assert seen.code in (DONE, WARN)
    assert READ[start] in seen.text
    assert "recursion" not in " ".join(seen.notes)


@pytest.mark.parametrize("start", WARNINGS)
def test_read_with_a_warning(see: See, start: str) -> None:
    text, word = WARNINGS[start]
    seen = see(start)
    assert seen.code == WARN
    assert text in seen.text
    assert word in " ".join(seen.warnings)
    assert "(cid:" not in seen.text


@pytest.mark.parametrize("start", ["p13", "p14", "p16", "p17", "p20b_grid_bigpage_400"])
def test_refused_or_read_and_nothing_else(see: See, start: str) -> None:
    """A grid of 160,000 empty cells is under the limit of cells; without any text it is refused for that."""
    seen = see(start)
    assert (seen.code == REFUSED and "no text" in seen.line) or "PED01" in seen.text


@pytest.mark.parametrize("start", QUICK)
def test_quick_and_small(see: See, start: str) -> None:
    seen = see(start)
    assert seen.code in (DONE, WARN, LIMIT)
    assert seen.milliseconds <= 2_000
    assert seen.megabytes <= 200


@pytest.mark.parametrize("start", THREE_SECONDS)
def test_three_seconds(see: See, start: str) -> None:
    seen = see(start)
    assert seen.code in (DONE, WARN, REFUSED)
    assert seen.milliseconds <= 3_000


def test_tables_keep_their_rows(see: See) -> None:
    assert see("d29").rows == (400,)
    assert see("d32").rows == (2000,)
    assert see("h01").rows == (2,)


def test_tracked_changes(see: See) -> None:
    seen = see("d22")
    assert "Target: 85%" in seen.texts
    assert seen.asides == ("80%",)
    assert any("deleted" in note and "80%" in note for note in seen.notes)


def test_every_container_of_text_in_word(see: See) -> None:
    text = see("d23").text
    for word in ("SDTPARA", "SDTTABLE", "SMART", "TEXTBOX", "FIELD", "LINK", "SDTROW", "SDTCELL", "SYM"):
        assert word in text


def test_one_branch_of_alternate_content(see: See) -> None:
    text = see("d33").text
    assert text.count("CHOICE") == 1
    assert "FALLBACK" not in text


def test_utf7_is_not_an_encoding(see: See) -> None:
    assert "+ADw-script+AD4-" in see("h10").text


def test_zero_width_and_direction_marks(see: See) -> None:
    text = see("t08").text
    assert "PED002" in text
    assert "PED003" in text


def test_ligatures_and_private_bullets(see: See) -> None:
    seen = see("t12")
    text = seen.text
    assert "finance flow office" in text
    assert {text.split()[0] for text in seen.texts if "bullet" in text} <= set(BULLETS)


def test_line_separators_do_not_split_a_row(see: See) -> None:
    """Only CR and LF end a row's line; what begins with a small letter goes on in the last cell."""
    seen = see("t06")
    assert seen.rows == (1,)
    assert [text.split()[0] for text in seen.texts][:2] == ["Service", "PED01"]


def test_nothing_takes_longer_than_ten_seconds_or_a_gigabyte(see: See, inputs: Path) -> None:
    for path in sorted([*(inputs / "files").iterdir(), *(inputs / "bombs").iterdir()]):
        seen = see(path.name)
        assert seen.code in (DONE, WARN, REFUSED, LIMIT), f"{path.name}: {seen.line}"
        assert seen.milliseconds <= 10_000, path.name
        assert seen.megabytes <= 1_100, path.name
