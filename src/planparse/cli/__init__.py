"""The command line: one module a subcommand, imported only when it is the one that runs."""

from __future__ import annotations

import sys

COMMANDS = {
    "extract": "read a plan and write it as JSON, CSV tables or text",
    "tables": "show the tables of a document, as read or as repaired",
    "diff": "what changed between two drafts",
    "check": "report what is wrong with a plan: codes, targets, milestones, texts",
    "trace": "show where each record stands in the source, what was mended and what was not used",
    "explain": "explain a rule of check, or list all of them",
    "batch": "read many files, each under its own limits, and write them as one set",
    "schema": "print a JSON Schema of the output",
    "vocabulary": "print the wordings in force",
    "completion": "print a completion script for a shell",
}
"""Name of the subcommand, which is also its module's, and what it is for. A module has ``NAME``, ``HELP``,
``add_arguments(parser)`` and ``run(args) -> int``."""


def main(argv: list[str] | None = None) -> int:
    """Runs one command and gives its exit code (see ``docs/cli.md``). Prints every error as one line."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] in (["-h"], ["--help"], ["help"]) and len(words) == 1:
        return _print(overview())
    if words[:1] in (["-V"], ["--version"]):
        from planparse import __version__

        return _print(f"planparse {__version__}\n")
    from planparse.cli.outcome import guard

    if argv is None:
        from planparse.cli.watch import watch_from_now

        watch_from_now()
    return guard(words, dispatch)


def dispatch(words: list[str]) -> int:
    """Parses the words of one command and runs it. A file in place of the command means ``extract``."""
    from importlib import import_module

    from planparse.cli.arguments import build_parser

    name, rest = command_of(words)
    module = import_module(f"planparse.cli.{name}")
    args = build_parser(name, module).parse_args(rest)
    if name == "batch" or not hasattr(args, "max_seconds"):
        return int(module.run(args))
    from planparse.cli.options import reading
    from planparse.cli.watch import watched

    return watched(lambda: int(module.run(args)), reading(args).limits, debug=args.debug)


def command_of(words: list[str]) -> tuple[str, list[str]]:
    """The subcommand and what follows it. Raises ``UsageError`` where the first word is neither it nor a file."""
    from os.path import exists

    from planparse.errors import UsageError

    if not words:
        raise UsageError("planparse: no file and no command given; planparse --help lists the commands")
    first = words[0]
    if first in COMMANDS:
        return first, words[1:]
    if first == "help" and words[1] in COMMANDS:
        return words[1], ["--help"]
    if first == "-" or exists(first):
        return "extract", words
    if first.startswith("-"):
        raise UsageError(f"planparse: give the command or the file before {first}; planparse --help lists the commands")
    from difflib import get_close_matches

    near = get_close_matches(first, COMMANDS, 1)
    hint = f"did you mean {near[0]}?" if near else "planparse --help lists the commands"
    raise UsageError(f"planparse: {first}: no such file and no such command; {hint}")


def overview() -> str:
    """The text of ``planparse --help``."""
    longest = max(map(len, COMMANDS))
    lines = [f"  {name.ljust(longest)}  {help}" for name, help in COMMANDS.items()]
    return (
        "usage: planparse COMMAND ...\n"
        "       planparse FILE ...            the same as planparse extract FILE ...\n\n"
        "Reads a public body's business plan from PDF, Word, HTML, Excel or text and gives typed records.\n\n"
        "commands:\n" + "\n".join(lines) + "\n\n"
        "options:\n  -h, --help     this text; planparse COMMAND --help for one command\n"
        "  -V, --version  the version\n\n"
        "examples:\n"
        "  planparse draft.pdf --format text          read it in the terminal\n"
        "  planparse extract draft.docx -o out/       plan.json and the CSV tables in a folder\n"
    )


def _print(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, AttributeError) as error:
        from planparse.cli.outcome import output_lost

        return output_lost(error)
    return 0
