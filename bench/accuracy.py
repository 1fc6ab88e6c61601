"""Scores planparse on documents with truth and writes the table by layout and by format.

    python bench/accuracy.py [--corpus DIR] [-o docs/accuracy.md]

``DIR`` holds a folder for each document, with ``document.*`` and ``truth.json``. Facts are
compared by ``corpus/score.py``: precision, recall and F1 over all facts of a group.
"""

from __future__ import annotations

import argparse
import json
import re
import runpy
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from planparse.errors import PlanparseError
from planparse.pipeline import read

ROOT = Path(__file__).parents[1]
COMPARE = runpy.run_path(str(ROOT / "corpus" / "score.py"))["compare"]
LAYOUTS = {
    "L1": "objective block with nested indicator table",
    "L2": "objective block, separate indicator table",
    "L3": "wide table under headings",
    "L4": "quarterly monitoring",
    "L5": "bands inside one table",
    "L6": "action grid",
    "L7": "key-value cards",
    "L8": "flat register",
}


@dataclass(frozen=True)
class Score:
    name: str
    layout: str
    format: str
    right: int
    missing: int
    extra: int

    @property
    def perfect(self) -> bool:
        return not self.missing and not self.extra


def score(folder: Path) -> Score:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    document = next(folder.glob("document.*"))
    try:
        plan = json.loads(read(document).to_json())
    except PlanparseError as error:
        print(f"{folder.name}: {error}")
        plan = {}
    missing, extra, right = COMPARE(truth["plan"], plan)
    layout = re.search(r"-(L\d)-", f"-{folder.name}-")
    counts = (sum(c.values()) for c in (right, missing, extra))
    return Score(folder.name, layout[1] if layout else "?", document.suffix[1:], *counts)


def table(title: str, groups: dict[str, list[Score]]) -> list[str]:
    lines = [f"| {title} | documents | perfect | facts | precision | recall | F1 |", "|---|---|---|---|---|---|---|"]
    for name in sorted(groups):
        lines.append(f"| {name} | {row(groups[name])} |")
    return lines


def row(scores: Iterable[Score]) -> str:
    scores = list(scores)
    right, missing, extra = (sum(getattr(s, k) for s in scores) for k in ("right", "missing", "extra"))
    precision = right / (right + extra) if right + extra else 1.0
    recall = right / (right + missing) if right + missing else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    perfect = sum(s.perfect for s in scores)
    return f"{len(scores)} | {perfect} | {right + missing} | {precision:.4f} | {recall:.4f} | {f1:.4f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "dev")
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    scores = [score(p.parent) for p in sorted(args.corpus.rglob("truth.json"))]
    layouts: dict[str, list[Score]] = defaultdict(list)
    formats: dict[str, list[Score]] = defaultdict(list)
    for s in scores:
        layouts[f"{s.layout} {LAYOUTS.get(s.layout, '')}".strip()].append(s)
        formats[s.format].append(s)
    lines = [
        "# Accuracy",
        "",
        "Made by `make accuracy`: every document of `corpus/dev` is read and its facts (title, objectives,",
        "statements, milestones, codes, measures, each value with its period, text, status, number and qualifier)",
        "are compared with what a careful reader took down. These documents were used to learn from; expect others",
        "to score lower.",
        "",
        *table("layout", {**layouts, "all": scores}),
        "",
        *table("format", formats),
        "",
    ]
    for s in scores:
        if not s.perfect:
            lines.append(f"- {s.name}: {s.missing} facts missing, {s.extra} not in the truth")
    text = "\n".join(lines).rstrip() + "\n"
    if args.output:
        args.output.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
