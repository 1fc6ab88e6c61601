"""``planparse vocabulary``: the wordings in force."""

from __future__ import annotations

import argparse
from pathlib import Path

from planparse.cli.options import add_vocabulary
from planparse.cli.talk import emit

NAME = "vocabulary"
HELP = "print the wordings in force"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_vocabulary(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace) -> int:
    """Prints the built-in vocabulary and what is added to it. Raises ``UsageError`` for a bad file."""
    from planparse.cli.settings import load_settings
    from planparse.interpret import dump_toml

    emit(dump_toml((*load_settings(Path()).vocabulary, *args.vocabulary)), args.output)
    return 0
