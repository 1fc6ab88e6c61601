"""Every format of findings: what it must hold, and what it must not."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from planparse.checks import check, rules
from planparse.model.finding import Finding, Quote
from planparse.model.provenance import Place
from planparse.pipeline import Extraction
from planparse.writers.findings_github import to_github
from planparse.writers.findings_json import to_json
from planparse.writers.findings_markdown import escaped, to_markdown
from planparse.writers.findings_sarif import to_sarif, uri
from planparse.writers.findings_text import to_concise, to_text
from planparse.writers.findings_view import Reviewed, statistics, where
from tests.checks.writing import read_case, read_plan
from tests.writers.sarif_schema import SARIF

CASE = """
    objective: CLN01: Keep the streets clean
    CLN001: % of streets free of litter | 87% | 88% |  | 90%
    CLN002: % of parks with a green flag | 40% | tbc | tbc | tbc
    CLN002: % of bins emptied on the day | 90% | 92% % | 93% | 94%
    objective: CLN02: Make parks pleasant
    CLN003: Benches painted (in parks | 40 | 41 | 42 | 43
"""


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return read_plan(read_case(CASE))


@pytest.fixture(scope="module")
def reviewed(extraction: Extraction) -> Reviewed:
    return Reviewed("plans/my plan.txt", extraction.plan, check(extraction.plan, extraction.trace), "text", "ab" * 32)


def as_pdf(reviewed: Reviewed) -> Reviewed:
    """The same findings with places on a page in place of lines."""

    def moved(place: Place) -> Place:
        return replace(place, page=1, bbox=(1.0, 2.0, 3.0, 4.5), line=None)

    findings = tuple(
        replace(f, quotes=tuple(replace(q, places=tuple(map(moved, q.places))) for q in f.quotes))
        for f in reviewed.findings
    )
    return replace(reviewed, file="my plan.pdf", format="pdf", findings=findings)


def test_text_is_grouped_by_objective_with_print_and_place(reviewed: Reviewed) -> None:
    text = to_text([reviewed])
    assert text.index("CLN01: Keep the streets clean") < text.index("PP101") < text.index("CLN02: Make parks pleasant")
    assert '"CLN002: % of parks with a green flag"\n        table 1, row 9, column 2, line 11\n' in text
    assert "      blank\n" in text
    assert text.endswith("\n1 error, 2 warnings, 2 notes\n")
    assert "\x1b" not in text
    assert "\x1b[31merror  \x1b[0m PP101" in to_text([reviewed], colour=True)


def test_text_of_several_files_names_each(reviewed: Reviewed) -> None:
    text = to_text([reviewed, replace(reviewed, file="b.txt", findings=())])
    assert "== plans/my plan.txt\n" in text
    assert text.endswith("== b.txt\n\nno findings\n")


def test_text_is_safe_for_a_terminal(reviewed: Reviewed) -> None:
    evil = Finding(
        "PP703",
        "placeholder-text",
        "warning",
        "a\x1b[2Jb",
        None,
        (),
        (Quote(None, "title", "x\x07\x1b]0;y\x07z"),),
        "0" * 16,
    )
    text = to_text([replace(reviewed, findings=(evil,))]) + to_concise([replace(reviewed, findings=(evil,))])
    assert "\x1b" not in text
    assert "\x07" not in text


def test_concise_is_one_line_a_finding(reviewed: Reviewed) -> None:
    lines = to_concise([reviewed]).splitlines()
    assert len(lines) == len(reviewed.findings)
    assert (
        lines[1] == "plans/my plan.txt:11: PP101 error: CLN002 stands twice: at different measures (CLN002, CLN002-2)"
    )
    assert (
        to_concise([as_pdf(reviewed)])
        .splitlines()[1]
        .startswith("my plan.pdf: page 2, table 1, row 9, column 2: PP101 error: ")
    )


def test_json_holds_everything(reviewed: Reviewed) -> None:
    report = json.loads(to_json([reviewed]))
    assert report["schema"] == "planparse.findings/1"
    (file,) = report["files"]
    assert file["counts"] == {"error": 1, "warning": 2, "note": 2}
    assert file["resolved"] is None
    twice = file["findings"][1]
    assert (twice["rule"], twice["severity"], twice["objective"]) == ("PP101", "error", "CLN01")
    assert twice["quotes"][0]["places"][0]["where"] == "table 1, row 9, column 2, line 11"
    assert to_json([reviewed]) == to_json([reviewed])


def test_sarif_is_valid_and_has_lines_for_text(reviewed: Reviewed) -> None:
    log = json.loads(to_sarif([reviewed], rules(), "1.2.3"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    assert len(run["results"]) == len(reviewed.findings)
    result = run["results"][1]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "PP101"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/my%20plan.txt", "index": 0},
        "region": {"startLine": 11},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 12}
    assert result["partialFingerprints"] == {"planparse/v1": reviewed.findings[1].fingerprint}


def test_sarif_has_no_region_for_a_binary_file(reviewed: Reviewed) -> None:
    text = to_sarif([as_pdf(reviewed)], rules(), "1.2.3")
    jsonschema.validate(json.loads(text), SARIF)
    assert '"region"' not in text
    assert '"page": 2' in text


def test_sarif_says_new_and_absent_since_a_draft(reviewed: Reviewed) -> None:
    since = replace(reviewed, findings=reviewed.findings[:1], resolved=reviewed.findings[1:2])
    log = json.loads(to_sarif([since], rules(), "1.2.3"))
    jsonschema.validate(log, SARIF)
    assert [r["baselineState"] for r in log["runs"][0]["results"]] == ["new", "absent"]


def test_a_name_as_a_uri() -> None:
    assert uri("a b/c#d.pdf") == "a%20b/c%23d.pdf"
    assert uri("/tmp/x y.pdf") == "file:///tmp/x%20y.pdf"


def test_github_commands_are_escaped(reviewed: Reviewed) -> None:
    lines = to_github([replace(reviewed, file="a,b:c.txt")]).splitlines()
    assert lines[1].startswith("::error file=a%2Cb%3Ac.txt,line=11,title=PP101 code-used-twice::")
    assert any("'92%25 %25' (2016/17)" in line for line in lines)
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::error", "::notice", "::warning", "::notice"]
    pdf = to_github([as_pdf(reviewed)]).splitlines()[1]
    assert "line=" not in pdf
    assert pdf.endswith("(page 2, table 1, row 9, column 2)")


def test_markdown_has_a_table_for_each_objective(reviewed: Reviewed) -> None:
    text = to_markdown([reviewed])
    assert text.startswith("# plans/my plan.txt\n\n1 error, 2 warnings, 2 notes\n")
    assert text.count("| Severity | Rule |") == 2
    assert all(line.count("|") == 6 for line in text.splitlines() if line.startswith("| "))
    assert escaped("a|b <ul> *c*") == "a\\|b \\<ul\\> \\*c\\*"


def test_resolved_findings_are_told(reviewed: Reviewed) -> None:
    since = replace(reviewed, findings=(), resolved=reviewed.findings[:1])
    assert "Resolved since the previous draft\n  PP401" in to_text([since])
    assert to_text([since]).endswith("new: no findings; resolved: 1 warning\n")
    assert "PP401 resolved:" in to_concise([since])
    assert "## Resolved since the previous draft" in to_markdown([since])


def test_statistics_count_most_first(reviewed: Reviewed) -> None:
    twice = statistics([reviewed, reviewed], rules())
    assert [(n, r.code) for n, r in twice] == [(2, c) for c in ("PP101", "PP303", "PP401", "PP403", "PP702")]


def test_where_says_a_place_once() -> None:
    place = Place(0, "cell", table=0, row=1, column=2)
    assert where([place, place]) == "table 1, row 2, column 3"
