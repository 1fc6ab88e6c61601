"""``docs/cli.md``, made from the parsers: ``python -m planparse.cli.reference docs/cli.md``."""

from __future__ import annotations

import sys
from pathlib import Path

from planparse.cli.completion import Command, Option, commands
from planparse.cli.outcome import CODES


def reference() -> str:
    """The text of the page: every command with its options, then the exit codes."""
    out = [
        "# The command line",
        "",
        "This page is made by `make docs`; a test keeps it true.",
        "",
        "`planparse FILE ...` is short for `planparse extract FILE ...` where FILE is a file that exists, or `-`.",
        "Data goes to standard output or to files, talk to standard error.",
        "",
        "Defaults stand in `planparse.toml` or under `[tool.planparse]` of `pyproject.toml` in the folder in which",
        "planparse runs: `vocabulary` (a path or a list of paths), and each limit by its name (`max-pages = 300`).",
    ]
    for command in commands():
        out += _section(command)
    out += ["", "## Exit codes", "", "| code | meaning |", "|---|---|"]
    out += [f"| {code} | {_cell(meaning)} |" for code, meaning in CODES.items()]
    return "\n".join(out) + "\n"


def _section(command: Command) -> list[str]:
    out = ["", f"## planparse {command.name}", "", f"{command.help[:1].upper()}{command.help[1:]}."]
    out += ["", "| option | meaning |", "|---|---|"]
    return [*out, *(f"| {_names(o)} | {_cell(o.help)} |" for o in command.options)]


def _names(option: Option) -> str:
    value = ""
    if option.takes_value:
        value = "{" + ",".join(option.choices) + "}" if option.choices else option.value
    if not option.names:
        return f"`{option.value}`".replace("|", "\\|")
    return ", ".join(f"`{name}{' ' + value if value else ''}`" for name in option.names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    from planparse.writers.files import write_file

    write_file(Path(sys.argv[1]), reference())
