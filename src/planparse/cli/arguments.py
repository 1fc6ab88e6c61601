"""The parser of one subcommand: plain argparse with one-line errors and suggestions."""

from __future__ import annotations

import argparse
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Errors are one line on standard error and exit code 2; options are never guessed from a prefix."""

    def error(self, message: str) -> NoReturn:
        from planparse.writers.terminal import visible

        hint = self._nearest(message)
        sys.stderr.write(visible(f"{self.prog}: {message}{hint}; see {self.prog} --help") + "\n")
        raise SystemExit(2)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """argparse itself would keep silent where the help cannot be written."""
        from planparse.cli.talk import emit

        if file is None:
            emit(self.format_help(), None)
        else:
            super().print_help(file)

    def _nearest(self, message: str) -> str:
        from difflib import get_close_matches

        unknown = next((w.partition("=")[0] for w in message.split() if w.startswith("--")), "")
        if unknown in self._option_string_actions:
            return ""
        near = get_close_matches(unknown, self._option_string_actions, 1)
        return f"; did you mean {near[0]}?" if near else ""


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=_columns())


def _columns() -> int:
    try:
        return max(min(int(os.environ.get("COLUMNS", "")), 120), 60)
    except ValueError:
        return 100


def build_parser(name: str, module: ModuleType) -> Parser:
    """The parser of one subcommand from its module."""
    help_text: str = module.HELP
    parser = Parser(
        prog=f"planparse {name}",
        description=help_text[:1].upper() + help_text[1:] + ".",
        allow_abbrev=False,
        formatter_class=_Help,
    )
    module.add_arguments(parser)
    parser.formatter_class = _Help
    parser.add_argument("--debug", action="store_true", help="show the traceback of a bug in planparse")
    return parser
