"""Mutation testing of repair/ and interpret/: ``python fuzz/mutants.py [FILE ...] [--sample N] [--seed N]``.

cosmic-ray changes one operator, number or word of the code at a time, in a copy of the project, and runs the tests. A
change that no test notices has survived: it changes nothing, or a test is missing. Prints the score and the survivors.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("src/planparse/repair", "src/planparse/interpret")
TESTS = "tests/repair tests/interpret tests/test_golden.py"
COPIED = ("src", "tests", "samples", "golden", "corpus", "fuzz", "pyproject.toml", "docs", "README.md")
SECONDS = 120.0


def copy(folder: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)


def configure(folder: Path, files: list[str]) -> None:
    paths = ", ".join(f'"{file}"' for file in files)
    command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider {TESTS}"
    (folder / "mutants.toml").write_text(
        f'[cosmic-ray]\nmodule-path = [{paths}]\ntimeout = {SECONDS}\nexcluded-modules = ["*/__init__.py"]\n'
        f'test-command = "{command}"\n[cosmic-ray.distributor]\nname = "local"\n'
    )


def thin_out(session: Path, sample: int, seed: int) -> int:
    """Keeps a random sample of the changes; gives how many there were."""
    with sqlite3.connect(session) as store:
        jobs = sorted(job for (job,) in store.execute("select job_id from work_items"))
        keep = set(random.Random(seed).sample(jobs, min(sample, len(jobs))))
        gone = [(job,) for job in jobs if job not in keep]
        store.executemany("delete from mutation_specs where job_id = ?", gone)
        store.executemany("delete from work_items where job_id = ?", gone)
    return len(jobs)


def tell(session: Path, total: int) -> int:
    with sqlite3.connect(session) as store:
        rows = store.execute(
            "select s.module_path, s.start_pos_row, s.operator_name, r.test_outcome, r.diff "
            "from mutation_specs s join work_results r on s.job_id = r.job_id order by 1, 2"
        ).fetchall()
    survived = [row for row in rows if "SURVIVED" in str(row[3]).upper()]
    for path, line, operator, _, diff in survived:
        changed = [d for d in (diff or "").splitlines() if d[:1] in "+-" and d[:3] not in ("+++", "---")]
        print(f"survived: {path}:{line} {operator.rpartition('/')[2]}", *changed, sep="\n    ")
    killed = len(rows) - len(survived)
    print(f"{killed} of {len(rows)} killed ({killed / max(len(rows), 1):.0%}), of {total} possible changes")
    return 1 if survived else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", default=list(ROOMS), metavar="FILE")
    parser.add_argument("--sample", type=int, default=1_000_000, metavar="N", help="only N changes, drawn at random")
    parser.add_argument("--seed", type=int, default=8)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, session = Path(name), Path(name) / "session.sqlite"
        copy(folder)
        configure(folder, args.files)
        environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
        for words in (["init", "mutants.toml", session.name], ["exec", "mutants.toml", session.name]):
            if words[0] == "exec":
                total = thin_out(session, args.sample, args.seed)
            subprocess.run([sys.executable, "-m", "cosmic_ray.cli", *words], cwd=folder, env=environment, check=True)
        return tell(session, total)


if __name__ == "__main__":
    sys.exit(main())
