"""``planparse completion``: a static completion script, made from the parsers themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from planparse.cli.talk import emit

NAME = "completion"
HELP = "print a completion script for a shell"

EXAMPLES = """examples:
  planparse completion bash > ~/.local/share/bash-completion/completions/planparse
  planparse completion zsh > ~/.zfunc/_planparse        (a folder of $fpath)
  planparse completion fish > ~/.config/fish/completions/planparse.fish
"""


@dataclass(frozen=True, slots=True)
class Option:
    names: tuple[str, ...]
    """Empty for a word that is not an option."""
    help: str
    choices: tuple[str, ...]
    takes_value: bool
    value: str
    """What its value is called in a help text."""

    @property
    def takes_path(self) -> bool:
        return self.takes_value and ("FILE" in self.value or "DIR" in self.value)

    @property
    def summary(self) -> str:
        """The help up to the first semicolon or bracket."""
        return self.help.partition(";")[0].partition(" (")[0]


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    help: str
    options: tuple[Option, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    parser.add_argument("shell", choices=sorted(_SCRIPTS), help="bash, fish or zsh")


def run(args: argparse.Namespace) -> int:
    emit(_SCRIPTS[args.shell](commands()), None)
    return 0


def commands() -> list[Command]:
    """Every subcommand with its options, in the order of ``planparse --help``."""
    from importlib import import_module

    from planparse.cli import COMMANDS
    from planparse.cli.arguments import build_parser

    out = []
    for name, words in COMMANDS.items():
        parser = build_parser(name, import_module(f"planparse.cli.{name}"))
        out.append(Command(name, words, tuple(_options(parser))))
    return out


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        choices = tuple(str(c) for c in action.choices or ())
        words = (action.help or "").replace("%%", "%")
        value = str(action.metavar or action.dest.upper())
        yield Option(tuple(action.option_strings), words, choices, action.nargs != 0, value)


def _bash(known: list[Command]) -> str:
    cases, words = [], []
    for command in known:
        for option in command.options:
            if option.choices and option.names:
                pattern = "|".join(f"{command.name}:{n}" for n in option.names)
                cases.append(f'    {pattern}) words="{" ".join(option.choices)}" ;;')
        flags = " ".join(n for o in command.options for n in o.names)
        plain = " ".join(c for o in command.options if not o.names for c in o.choices)
        words.append(f'    {command.name}) words="{flags}" plain="{plain}" ;;')
    return f"""# bash completion for planparse
_planparse() {{
  local cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}"
  local command="${{COMP_WORDS[1]}}" words="" plain=""
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "{" ".join(c.name for c in known)} --help --version" -- "$cur"))
    return
  fi
  case "$command:$prev" in
{chr(10).join(cases)}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    return
  fi
  case "$command" in
{chr(10).join(words)}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  elif [[ -n $plain ]]; then
    COMPREPLY=($(compgen -W "$plain" -- "$cur"))
  fi
}}
complete -o default -F _planparse planparse
"""


def _zsh(known: list[Command]) -> str:
    lines = ["#compdef planparse", "_planparse() {", "  local -a commands", "  commands=("]
    lines += [f"    {_quoted(f'{c.name}:{c.help}')}" for c in known]
    lines += [
        "  )",
        "  if (( CURRENT == 2 )); then",
        "    _describe 'command' commands",
        "    _files",
        "    return",
        "  fi",
        "  local command=$words[2]",
        "  shift words",
        "  (( CURRENT-- ))",
        "  case $command in",
    ]
    for command in known:
        specs = " \\\n      ".join(_quoted(spec) for option in command.options for spec in _zsh_specs(option))
        lines += [f"    {command.name}) _arguments \\", f"      {specs} ;;"]
    return "\n".join([*lines, "    *) _files ;;", "  esac", "}", '_planparse "$@"']) + "\n"


def _zsh_specs(option: Option) -> Iterator[str]:
    values = f"({' '.join(option.choices)})" if option.choices else "_files" if option.takes_path else " "
    if not option.names:
        yield f"*: :{values}"
    words = option.summary.replace("[", "(").replace("]", ")").replace(":", " ")
    for name in option.names:
        yield f"*{name}[{words}]" + (f": :{values}" if option.takes_value else "")


def _fish(known: list[Command]) -> str:
    names = " ".join(c.name for c in known)
    lines = ["# fish completion for planparse"]
    lines += [f"complete -c planparse -n __fish_use_subcommand -a {c.name} -d {_quoted(c.help)}" for c in known]
    lines.append(f"complete -c planparse -n 'not __fish_seen_subcommand_from {names}' -l version -d 'the version'")
    for command in known:
        start = f"complete -c planparse -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            flags = "".join(f" -{'l' if n.startswith('--') else 's'} {n.lstrip('-')}" for n in option.names)
            values = (
                f" -xa {_quoted(' '.join(option.choices))}"
                if option.choices
                else " -r"
                if option.takes_path
                else " -x"
                if option.takes_value
                else ""
            )
            if option.names or option.choices:
                lines.append(f"{start}{flags}{values} -d {_quoted(option.summary)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_SCRIPTS = {"bash": _bash, "fish": _fish, "zsh": _zsh}
