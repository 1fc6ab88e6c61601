"""``planparse schema``: the JSON Schemas that ship with planparse."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files

from planparse.cli.talk import emit

if sys.version_info >= (3, 12):
    from importlib.resources.abc import Traversable
else:
    from importlib.abc import Traversable

NAME = "schema"
HELP = "print a JSON Schema of the output"

_END = ".schema.json"


def names() -> list[str]:
    """What has a schema: ``plan`` first."""
    shipped = sorted(e.name.removesuffix(_END) for e in _folder().iterdir() if e.name.endswith(_END))
    return sorted(shipped, key=lambda name: name != "plan")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    known = names()
    parser.add_argument("name", nargs="?", choices=known, default="plan", help=f"{', '.join(known)} (default plan)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace) -> int:
    emit(_folder().joinpath(args.name + _END).read_text("utf-8"), args.output)
    return 0


def _folder() -> Traversable:
    return files("planparse").joinpath("schemas")
