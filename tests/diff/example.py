"""One pair of drafts with a change of nearly every kind, and its golden outputs.

``python -m tests.diff.example`` writes ``golden/diff`` anew.
"""

from __future__ import annotations

from pathlib import Path

from planparse.diff import diff
from planparse.diff.select import select
from planparse.model.change import PlanDiff
from planparse.model.plan import Plan
from planparse.writers.diff_csv import to_csv
from planparse.writers.diff_html import to_html
from planparse.writers.diff_json import to_json
from planparse.writers.diff_markdown import to_markdown
from planparse.writers.diff_text import to_text
from planparse.writers.diff_view import Places
from tests.diff.drafts import indicator, milestone, objective, plan, value

GOLDEN = Path(__file__).parents[2] / "golden" / "diff"
SMALL = "Numbers are too small for a target to mean anything."


def previous() -> Plan:
    return plan(
        objective(
            "LX01",
            "Keep the lanterns lit",
            corporate_priority="A brighter town",
            key_developments=["The lamp works moved to the old brewery", "A second ladder was bought"],
            milestones=[
                milestone("a", "Agree the wick contract by March 2017", "2017-03"),
                milestone("b", "Repaint the posts on Long Row"),
            ],
            indicators=[
                indicator("LX001", "% of lanterns lit by dusk", "88%", "90%", "91%", "92%"),
                indicator("LX002", "Average days to mend a broken pane", "9 days", "8 days", "7 days", "tbc"),
                indicator("LX003", "Lamp oil used per post (litres)", "41.0", "40", "tbc", "tbc"),
                indicator("L004", "Complaints about dark alleys", "120", "110", "100", "90"),
            ],
        ),
        objective(
            "LX02",
            "Look after the lamplighters",
            corporate_priority="A fair employer",
            emerging_issues=["Two lamplighters retire next spring"],
            indicators=[
                indicator("LX005", "Reduce the number of falls from ladders", "6", "5", "4", "3"),
                indicator("LX006", "% of lamplighters trained in first aid", "16% %", "20%", "25%", "30%"),
                indicator("LX007", "Lamplighters who would recommend the work", "tbc", SMALL, SMALL, SMALL),
                indicator("LX008", "Sick days taken for each lamplighter", "tbc", "7.4", "7.4", "7.4"),
                indicator("LX009", "Apprentices who finish their time", "3", "4", "4", "4"),
            ],
        ),
    )


def current() -> Plan:
    return plan(
        objective(
            "LX01",
            "Keep the lanterns lit all year",
            corporate_priority="A brighter town",
            key_developments=["A second ladder was bought", "The lamp works moved to the old brewery"],
            milestones=[
                milestone("a", "Open a lamp museum"),
                milestone("b", "Agree the wick contract by June 2017", "2017-06"),
                milestone("c", "Repaint the posts on Long Row"),
            ],
            indicators=[
                indicator("LX001", "% of lanterns lit by dusk", "87%", "90%", "93%", "tbc"),
                indicator("LX002", "Average days to mend a broken pane", "9 days", "8", "7 days", "6 days"),
                indicator("LX004", "Complaints about dark alleys", "120", "110", "100", "90"),
                indicator("LX009", "Apprentices who finish their time", "3", "4", "5", "4"),
            ],
        ),
        objective(
            "LX02",
            "Look after the lamplighters",
            corporate_priority="A caring employer",
            emerging_issues=["Two lamplighters retire next spring"],
            indicators=[
                indicator("LX005", "Reduce the number of falls from ladders", "6", "5", "4", "2"),
                indicator("LX006", "% of lamplighters and watchmen trained in first aid", "16%", "20%", "25%", "30%"),
                indicator("LX007", "Lamplighters who would recommend the work", "tbc", SMALL, "60", "62"),
                indicator("LX008a", "Sick days taken for each lamplighter, by day", "tbc", "3.1", "3.1", "3.1"),
                indicator("LX008b", "Sick days taken for each lamplighter, by night", "tbc", "4.3", "4.3", "4.3"),
                indicator("LX010", "Moths rescued", "", "12", "14", "16", notes=["Counted at midsummer | once <only>"]),
            ],
        ),
        title="Final Business Plan 2016-19",
        status="final",
    )


def slid() -> Plan:
    """``previous`` one year on: the window of targets moved, one shared target changed."""
    raw = previous().model_dump()
    for o in raw["objectives"]:
        for i in o["indicators"]:
            i["targets"] = [*i["targets"][1:], value("tbc", "2019/20")]
    raw["objectives"][0]["indicators"][0]["targets"][0] = value("95%", "2017/18")
    return Plan.model_validate(raw)


def example() -> PlanDiff:
    return diff(previous(), current())


def places() -> Places:
    return Places(
        {record.id: f"page {n // 8 + 1}, row {n % 8 + 1}" for n, record in enumerate(previous().records())},
        {record.id: f"page {n // 9 + 1}, row {n % 9 + 1}" for n, record in enumerate(current().records())},
    )


def outputs() -> dict[str, str]:
    """Each golden file with what it has to hold."""
    found, where = example(), places()
    return {
        "diff.json": to_json(found),
        "diff.txt": to_text(select(found, level="editorial"), places=where),
        "diff.csv": to_csv(found, places=where),
        "diff.md": to_markdown(found, places=where),
        "diff.html": to_html(found, places=where),
    }


def main() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, text in outputs().items():
        (GOLDEN / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
