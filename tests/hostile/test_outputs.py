"""What a document says cannot harm whoever reads the output: rows 93 to 106 of the list of cases."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planparse.cli import main
from planparse.model.document import units
from planparse.model.options import ReadOptions
from planparse.model.plan import Plan
from planparse.pipeline import extract, load_document
from planparse.writers.plan_csv import guard_formula, is_guarded, plan_csv
from planparse.writers.plan_json import plan_json
from planparse.writers.plan_text import plan_text
from planparse.writers.tables import tables_csv, tables_html, tables_json, tables_text
from planparse.writers.terminal import visible

Find = Callable[[str], Path]
PLAIN = "<table><tr><th>a</th></tr><tr><td>b</td><td>c</td><td>d</td><td>e</td></tr></table>"
HARMFUL = "\x1b\x07\x08\x9b"
MEASURES = """Plan 2020-22

Service Objective:\tRD01: Keep roads open
Linked Indicators:\tProposed measures\tLatest performance\tTargets\t
\t\t\t2020/21\t2021/22
\tRD001: {measure}\t80%\t85%\t90%
\tRD002: Days to mend a hole\t{value}\t10\t8.5
\tRD003: Signs cleaned\t120\t130\t140
"""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(f"{tag} {name}" for name, _ in attrs)}
        self.values += [value or "" for _, value in attrs]


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def plan_of(measure: str = "roads", value: str = "80%") -> Plan:
    return extract(MEASURES.format(measure=measure, value=value).encode(), name="plan.txt").plan


@pytest.mark.parametrize("start", ["h22", "p38", "p39"])
def test_no_tag_of_the_input_reaches_a_page(find: Find, start: str) -> None:
    usual = tags(tables_html(load_document(PLAIN.encode(), name="a.html", options=ReadOptions())))
    found = tags(tables_html(load_document(find(start), options=ReadOptions())))
    assert found.seen <= usual.seen
    assert not [value for value in found.values if "javascript:" in value]


def test_no_tag_of_the_input_reaches_the_report_of_a_diff(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror=alert(1)> " onmouseover="alert(1)'
    for name, measure in (("a.txt", "roads"), ("c.txt", f"roads {evil}")):
        (tmp_path / name).write_text(MEASURES.format(measure=measure, value="80%"), "utf-8")
    words = ["diff", str(tmp_path / "a.txt"), str(tmp_path / "c.txt"), "-o", str(tmp_path / "c.html")]
    assert main([*words, "--exit-zero"]) in (0, 3)
    page = (tmp_path / "c.html").read_text("utf-8")
    found = tags(page)
    assert "img" not in found.seen
    assert [name for name in found.seen if " on" in name or name.startswith("script ")] == []
    assert "alert(1)</script>" not in page


@pytest.mark.parametrize("start", ["t07", "p38"])
def test_nothing_that_steers_a_terminal_is_written(find: Find, start: str) -> None:
    document = load_document(find(start), options=ReadOptions())
    assert not set(tables_text(document, 80)) & set(HARMFUL)


def test_nothing_that_steers_a_terminal_is_in_a_plan_to_read() -> None:
    plan = plan_of("roads \x1b]0;pwned\x07\x1b[2J\x9b31m and \x08bridges", "tbc \x1b[31m")
    assert not set(plan_text(plan, 80)) & set(HARMFUL)
    assert not set(visible("a\x1b[2J\x9b\x07\x08.pdf")) & set(HARMFUL)


def test_cells_that_a_spreadsheet_would_run() -> None:
    texts = ["=cmd|' /C calc'!A0", "@SUM(1+1)", "-5%", "+3", "-", "−5", "\t=1", "'=1", "- bullet"]
    guarded = [guard_formula(t) for t in texts]
    assert [t for t in guarded if t[0] in "=@\t"] == []
    assert [guarded[k] for k in (2, 3, 4)] == ["-5%", "+3", "-"]
    assert [t[1:] if is_guarded(t) else t for t in guarded] == texts


def test_the_csv_is_unaltered_unless_asked(find: Find) -> None:
    document = load_document(find("t09"), options=ReadOptions())
    plain, safe = tables_csv(document), tables_csv(document, spreadsheet_safe=True)
    assert "=1+1" in {cell for row in csv.reader(io.StringIO(plain)) for cell in row}
    cells = {cell for row in csv.reader(io.StringIO(safe)) for cell in row}
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    assert {"-5%", "+3", "-"} <= cells
    assert "=1+1" in tables_json(document)
    again = load_document(safe.encode(), name="safe.csv", options=ReadOptions())
    assert {text for _, text in units(again)} >= {text for _, text in units(document) if text.startswith(("=", "@"))}
    assert {"-5%", "+3", "-"} <= {text for _, text in units(again)}


def test_the_cells_of_a_workbook_are_texts_and_never_run() -> None:
    """What begins like a formula and was saved as text is that text."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("Measure", "Value", "Target"), ("=cmd|' /C calc'!A0", "-5%", "+3"), ("@SUM(1+1)", "-", "n")):
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"
    book.save(out)
    found = {text for _, text in units(load_document(out.getvalue(), name="a.xlsx", options=ReadOptions()))}
    assert {"=cmd|' /C calc'!A0", "-5%", "+3", "@SUM(1+1)", "-"} <= found


def test_a_plan_goes_to_csv_and_json_as_it_is() -> None:
    plan = plan_of("=SUM(1;2) roads", "-5%")
    rows = list(csv.DictReader(io.StringIO(plan_csv(plan)["indicators.csv"])))
    assert rows[0]["measure"] == "=SUM(1;2) roads"
    rows = list(csv.DictReader(io.StringIO(plan_csv(plan, spreadsheet_safe=True)["indicators.csv"])))
    assert rows[0]["measure"] == "'=SUM(1;2) roads"
    assert json.loads(plan_json(plan))["objectives"][0]["indicators"][0]["measure"] == "=SUM(1;2) roads"


@pytest.mark.parametrize("text", ["nan", "Infinity", "1_000", "１２", "1e999", "9" * 5000, "1e1000000000", "١٢٣", "½"])
def test_what_looks_like_a_number_and_is_none_stays_text(text: str) -> None:
    plan = plan_of(value=text)
    value = next(i for i in plan.indicators if i.id == "RD002").actuals[0]
    assert value.text == text
    assert value.number is None or 0 <= value.number < 10**30
    assert "NaN" not in plan_json(plan)
    assert "Infinity" not in plan_json(plan).replace('"Infinity"', "")


@pytest.mark.parametrize("start", ["t02", "t13", "t11"])
def test_json_is_utf8_whatever_the_input(find: Find, start: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    code = main(["tables", str(find(start)), "--format", "json", "-o", str(out)])
    assert code in (3, 4)
    assert not out.exists() or json.loads(out.read_bytes().decode("utf-8", "strict")) is not None


def test_a_title_names_no_file(find: Find, tmp_path: Path) -> None:
    """The names of files are fixed; those of folders come from the input's name, not from what it says."""
    hostile = "../" * 50 + "etc/passwd\x00.html" + "A" * 5000
    source = tmp_path / ("x" * 240 + ".txt")
    source.write_text(hostile + "\n" + MEASURES.format(measure=hostile, value="1"), "utf-8")
    out = tmp_path / "out"
    main(["extract", str(source), str(find("t14")), "-q", "-o", str(out)])
    written = [p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p != source and p != out]
    assert written
    assert all(p.parts[0] == "out" for p in written)
    assert all(len(part.encode()) <= 120 for p in written for part in p.parts)
