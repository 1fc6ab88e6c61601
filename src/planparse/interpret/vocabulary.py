"""The wordings in force: the package's own, and a user's on top of them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from planparse.errors import UsageError
from planparse.model.plan import ValueStatus
from planparse.model.vocabulary import Vocabulary
from planparse.text import squash

Table = dict[str, list[str]]

_SHORT = 4
"""Letters of a phrase that blanks within it may make another word."""
_TABLES = (
    "labels",
    "columns",
    "placeholders",
    "units",
    "directions",
    "direction_words",
    "measure_units",
    "words",
    "headings",
    "months",
    "colours",
)


def load_tables(text: str, source: str) -> dict[str, Table]:
    """The tables of one vocabulary file. Raises ``UsageError`` that names the place of what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{source}: not a TOML file: {error}") from error
    tables: dict[str, Table] = {}
    for name, table in data.items():
        if name not in _TABLES:
            raise UsageError(f"{source}: unknown table [{name}]; known are {', '.join(_TABLES)}")
        if not isinstance(table, dict):
            raise UsageError(f"{source}: '{name}' must be a table of lists of phrases")
        for key, phrases in table.items():
            if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
                raise UsageError(f"{source}: [{name}] {key} must be a list of phrases in quotes")
        tables[name] = table
    return tables


@lru_cache(maxsize=1)
def _own_text() -> str:
    return files("planparse.interpret").joinpath("vocabulary.toml").read_text("utf-8")


@lru_cache(maxsize=1)
def _own_vocabulary() -> Vocabulary:
    return _build(load_tables(_own_text(), "the built-in vocabulary"))


def load_vocabulary(extra: Sequence[Path] = ()) -> Vocabulary:
    """The package's wordings with those of each file in ``extra`` on top.

    A phrase that a later file gives another role has the later role.
    Raises ``UsageError`` for a file that cannot be read or has an unknown table or role.
    """
    if not extra:
        return _own_vocabulary()
    tables = load_tables(_own_text(), "the built-in vocabulary")
    for path in extra:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}: cannot read this vocabulary: {error}") from error
        for name, table in load_tables(text, str(path)).items():
            for key, phrases in table.items():
                if key not in tables[name]:
                    raise UsageError(f"{path}: [{name}] has no entry '{key}'; known are {', '.join(tables[name])}")
                merged = tables[name]
                for other, known in merged.items():
                    if other != key and name != "words":
                        merged[other] = [p for p in known if squash(p) not in {squash(x) for x in phrases}]
                merged[key] = merged[key] + phrases
    return _build(tables)


def _build(tables: dict[str, Table]) -> Vocabulary:
    def flat(name: str) -> dict[str, str]:
        return {phrase_key(p): key for key, phrases in tables[name].items() for p in phrases}

    def words(name: str) -> tuple[str, ...]:
        return tuple(p.casefold() for p in tables["words"][name])

    return Vocabulary(
        labels=flat("labels"),
        columns=flat("columns"),
        placeholders={
            _placeholder_key(p): cast("ValueStatus", key) for key, ps in tables["placeholders"].items() for p in ps
        },
        units={p.casefold(): key for key, ps in tables["units"].items() for p in ps},
        directions=flat("directions"),
        direction_words=flat("direction_words"),
        measure_units={p.casefold(): key for key, ps in tables["measure_units"].items() for p in ps},
        code_prefixes=tuple(tables["words"]["code_prefixes"]),
        remarks=tuple(sorted(words("remarks"), key=len, reverse=True)),
        drafts=words("drafts"),
        finals=words("finals"),
        reports=words("reports"),
        headings=flat("headings"),
        not_plan=words("not_plan"),
        title_ends=words("title_ends"),
        outcomes=words("outcomes"),
        risks=words("risks"),
        money=words("money"),
        staff=words("staff"),
        contents_names=words("contents_names"),
        period_names=words("period_names"),
        value_names=words("value_names"),
        small_words=frozenset(words("small_words")),
        asking=words("asking"),
        continuations=words("continuations"),
        total_words=words("total_words"),
        months={p: int(key) for key, ps in tables["months"].items() for p in ps},
        colours={p.casefold(): key for key, ps in tables["colours"].items() for p in ps},
        squeezed_columns=_squeezed(flat("columns")),
        squeezed_labels=_squeezed(flat("labels")),
        label_words=words("label_words"),
        label_ends=words("label_ends"),
        corporate_words=words("corporate_words"),
    )


def _squeezed(roles: dict[str, str]) -> dict[str, str]:
    return {phrase.replace(" ", ""): role for phrase, role in roles.items() if len(phrase) > _SHORT}


@lru_cache(maxsize=4096)
def phrase_key(text: str) -> str:
    """How a label or header is looked up: squashed, without "(s)" and a question mark.

    >>> phrase_key("Key Milestone(s):")
    'key milestone'
    """
    return squash(text.replace("(s)", "").replace("(S)", "").rstrip(" ?"))


def _placeholder_key(text: str) -> str:
    return text.strip().casefold().strip(".") or text.strip()


def dump_toml(extra: Sequence[Path] = ()) -> str:
    """The text of the built-in vocabulary, followed by each file in ``extra``."""
    load_vocabulary(tuple(extra))
    return "\n".join([_own_text(), *(f"# from {p.name}\n{p.read_text('utf-8')}" for p in extra)])
