from __future__ import annotations

import csv
import io

from planparse.diff import diff
from planparse.writers.diff_csv import COLUMNS, to_csv
from tests.diff.drafts import indicator, objective, plan
from tests.diff.example import example, places


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_for_each_change() -> None:
    text = to_csv(example(), places=places())
    rows = table(text)
    assert len(rows) == len(example().changes)
    assert tuple(rows[0]) == COLUMNS
    assert text.count("\r\n") == len(rows) + 1
    assert not text.startswith("\ufeff")


def test_values_come_as_text_and_number() -> None:
    row = next(r for r in table(to_csv(example())) if r["kind"] == "target_changed" and r["code_current"] == "LX001")
    assert (row["before"], row["after"], row["number_before"], row["number_after"]) == ("91%", "93%", "91", "93")
    assert (row["delta"], row["direction"], row["period"]) == ("2", "more_challenging", "2017/18")


def test_excel_gets_a_mark_and_no_formula() -> None:
    rows = [indicator("K1", "Lamps"), indicator("K1", "=HYPERLINK(1)")]
    found = diff(*(plan(objective("O1", "G", indicators=[r])) for r in rows), pairs=[("K1", "K1")])
    assert table(to_csv(found))[0]["after"] == "=HYPERLINK(1)"
    text = to_csv(found, spreadsheet_safe=True)
    assert text.startswith("\ufeff")
    assert table(text)[0]["after"] == "'=HYPERLINK(1)"


def test_excel_leaves_signed_numbers_alone() -> None:
    rows = [indicator("K1", "Lamps", "5", n) for n in ("6", "4")]
    found = diff(*(plan(objective("O1", "G", indicators=[r])) for r in rows))
    assert table(to_csv(found, spreadsheet_safe=True))[0]["delta"] == "-2"
