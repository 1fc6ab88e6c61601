"""Mutation testing of repair/ and interpret/: ``python fuzz/mutants.py [FILE ...] [--sample N] [--seed N]``.

cosmic-ray's operators change one comparison, number or word of the code at a time, in a copy of the project, and the
tests of the two rooms run. A change that no test notices has survived: it changes nothing, or a test is missing. Prints
the survivors and the score of each module. Changes of annotations and decorators do not count.

Each change is tried in a fork of a process that has loaded the libraries and read the documents, so that it costs about
a second. A child that hangs is killed, and the change counts as noticed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ROOMS = ("src/planparse/repair", "src/planparse/interpret")
TESTS = ("tests/repair", "tests/interpret", *ROOMS, "tests/test_golden.py", "tests/test_corpus.py")
COPIED = ("src", "tests", "samples", "golden", "corpus", "pyproject.toml")
LIBRARIES = ("pytest", "hypothesis", "lxml.etree", "pydantic", "selectolax.lexbor", "openpyxl", "docx", "pypdfium2")
SECONDS = 60
SWAPS = {
    "ReplaceComparisonOperator": "Eq_NotEq NotEq_Eq Is_IsNot IsNot_Is Lt_LtE LtE_Lt Gt_GtE GtE_Gt Lt_GtE Gt_LtE",
    "ReplaceBinaryOperator": "Add_Sub Sub_Add Mul_Add Div_Mul Mod_Mul BitOr_BitAnd BitAnd_BitOr Sub_BitOr",
    "ReplaceUnaryOperator": "Not_Nothing Delete_Not USub_UAdd",
}
OPERATORS = {
    *("AddNot", "NumberReplacer", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse"),
    *("ReplaceFalseWithTrue", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop"),
    *(f"{kind}_{swap}" for kind, swaps in SWAPS.items() for swap in swaps.split()),
}


@dataclass(frozen=True)
class Change:
    path: str
    line: int
    operator: str
    code: str

    def told(self, before: str) -> str:
        rows = [
            (a.strip(), b.strip()) for a, b in zip(before.split("\n"), self.code.split("\n"), strict=False) if a != b
        ]
        return "".join(f"\n    - {a}\n    + {b}" for a, b in rows[:2])


def changes(path: Path, name: str) -> Iterator[Change]:
    """Every change of one module that makes another program of it, each once."""
    import parso.python.tree  # noqa: F401  cosmic-ray's operators need it to be loaded first
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    source = path.read_text("utf-8")
    seen = {_program(source)}
    nodes = list(ast_nodes(get_ast(source)))
    for full in sorted(operator_names()):
        if full.rpartition("/")[2] not in OPERATORS:
            continue
        operator = get_operator(full)()
        for occurrence, (start, _) in enumerate(p for n in nodes for p in operator.mutation_positions(n)):
            code = mutate_code(source, operator, occurrence)
            if code is not None and _program(code) not in seen:
                seen.add(_program(code))
                yield Change(name, start[0], full.rpartition("/")[2], code)


def _program(code: str) -> str:
    """The syntax tree without annotations and decorators; the text itself where it is no program."""
    try:
        tree: Any = ast.parse(code)
    except SyntaxError:
        return code
    node: Any
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            if getattr(node, field, None) is not None:
                setattr(node, field, ast.Constant(0) if field == "annotation" else None)
        if getattr(node, "decorator_list", None):
            node.decorator_list = []
        if isinstance(node, ast.Assign) and any(_names_a_type(t) for t in node.targets):
            node.value = ast.Constant(0)
    return ast.dump(tree)


def _names_a_type(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id[:1].isupper() and not target.id.isupper()


def prepare(folder: Path) -> None:
    """Copies the project and loads all that no change touches: the libraries, the readers, the documents as read."""
    for name in COPIED:
        source, goal = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, goal, ignore=shutil.ignore_patterns("__pycache__", "found"))
        else:
            shutil.copy(source, goal)
    os.chdir(folder)
    sys.path[:0] = [str(folder / "src"), str(folder)]
    for name in LIBRARIES:
        import_module(name)
    from hypothesis import Phase, settings

    settings.register_profile("mutants", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutants")
    readers: Any = import_module("planparse.readers")
    options = import_module("planparse.model.options").ReadOptions()
    assert Path(readers.__file__).is_relative_to(folder), "the copy must go before an installed planparse"
    real, known = readers.read_document, {}
    for path in (*Path("samples").glob("halton*"), *Path("corpus").rglob("document.*")):
        data = path.read_bytes()
        known[data, options] = real(data, path.name, options)

    def read(data: bytes, name: str, given: Any, format: str | None = None) -> Any:
        found = known.get((data, given)) if format is None else None
        return found or real(data, name, given, format)

    readers.read_document = read


def passes() -> bool:
    """Whether the tests pass, in a child."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        import pytest

        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *TESTS])))
    return os.waitpid(child, 0)[1] == 0


def survives(change: Change, path: Path) -> bool:
    before, stat = path.read_bytes(), path.stat()
    try:
        path.write_text(change.code, "utf-8")
        return passes()
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", default=list(ROOMS), metavar="FILE")
    parser.add_argument("--sample", type=int, default=1_000_000, metavar="N", help="only N changes, drawn at random")
    parser.add_argument("--seed", type=int, default=8)
    args = parser.parse_args()
    files = [f for name in args.files for f in (sorted((ROOT / name).glob("*.py")) or [ROOT / name])]
    names = [str(f.relative_to(ROOT)) for f in files if f.name != "__init__.py"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        prepare(folder)
        if not passes():
            sys.exit("the tests fail without a change")
        sys.dont_write_bytecode = True
        every = [c for n in names for c in changes(folder / n, n)]
        drawn = random.Random(args.seed).sample(every, min(args.sample, len(every)))
        tried, lived = Counter[str](), Counter[str]()
        for change in drawn:
            path = folder / change.path
            tried[change.path] += 1
            if survives(change, path):
                lived[change.path] += 1
                told = change.told(path.read_text("utf-8"))
                print(f"survived: {change.path}:{change.line} {change.operator}{told}", flush=True)
        for module, count in sorted(tried.items()):
            print(f"{module}: {count - lived[module]} of {count} noticed ({(count - lived[module]) / count:.0%})")
        total, gone = tried.total(), tried.total() - lived.total()
        print(f"{gone} of {total} noticed ({gone / max(total, 1):.0%}), of {len(every)} possible changes")
    return 1 if lived else 0


if __name__ == "__main__":
    sys.exit(main())
