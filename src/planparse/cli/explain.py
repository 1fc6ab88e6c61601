"""``planparse explain``: what a rule of ``check`` looks for, and why."""

from __future__ import annotations

import argparse

from planparse.cli.talk import emit, text_columns

NAME = "explain"
HELP = "explain a rule of check, or list all of them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("rules", nargs="*", metavar="RULE", help="a code such as PP101, or a name; without it all rules are listed")
    add("--format", choices=("text", "markdown"), default="text", help="default text")


def run(args: argparse.Namespace) -> int:
    """Prints the rules. Raises ``UsageError`` for a rule that there is not."""
    from planparse.checks import find_rule, rules
    from planparse.checks.catalogue import catalogue, rule_markdown, rule_text, table_text

    if not args.rules:
        emit(catalogue() if args.format == "markdown" else table_text(rules(), text_columns()), None)
        return 0
    chosen = [find_rule(key) for key in args.rules]
    if args.format == "markdown":
        emit("\n".join(rule_markdown(rule) for rule in chosen), None)
    else:
        emit("\n".join(rule_text(rule, text_columns()) for rule in chosen), None)
    return 0


__all__ = ["HELP", "NAME", "add_arguments", "run"]
