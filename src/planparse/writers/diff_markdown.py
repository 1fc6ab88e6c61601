"""A diff in Markdown, a table an objective: for a report or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.model.change import Change, Confirmation, PlanDiff
from planparse.writers.diff_view import Line, Places, RecordView, kind_words, sections

MOST_CHARACTERS = 60_000
"""Comments on pull requests end at 65,536 characters; beyond this the rest is counted, not shown."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_HEAD = "| Code | Measure or text | What changed | Was | Now |\n| --- | --- | --- | --- | --- |\n"


def to_markdown(diff: PlanDiff, *, places: Places | None = None, most: int = MOST_CHARACTERS) -> str:
    """The sentence, then a table for each objective, cosmetic changes folded away at the end."""
    names = [escape(side.title or name) for side, name in ((diff.previous, "previous"), (diff.current, "current"))]
    title = f"# Changes: {' → '.join(names)}\n"
    out = _Bounded([title, "\n", escape(diff.summary.sentence), "\n"], most)
    told = [c for c in diff.changes if c.level != "cosmetic"]
    cosmetic = [c for c in diff.changes if c.level == "cosmetic"]
    _tables(out, diff, told, places or Places(), "##")
    if diff.confirm:
        out.add("\n## Please confirm\n\n", 0)
        for c in diff.confirm:
            out.add(_confirmation(c), 0)
    if cosmetic:
        out.add(f"\n<details>\n<summary>{len(cosmetic)} cosmetic changes</summary>\n", 0)
        _tables(out, diff, cosmetic, places or Places(), "###")
        out.close("\n</details>\n")
    return out.text()


class _Bounded:
    """Text that stops growing at a size and counts what is left out."""

    def __init__(self, pieces: list[str], most: int) -> None:
        self._pieces = pieces
        self._room = most - sum(map(len, pieces)) - 200
        self._missing = 0
        self._open = ""

    def add(self, text: str, changes: int) -> bool:
        if self._missing or len(text) > self._room:
            self._missing += changes
            self._room = 0
            return False
        self._pieces.append(text)
        self._room -= len(text)
        return True

    def close(self, text: str) -> None:
        """An end that its beginning needs, where there was room for the beginning."""
        if any(piece.startswith("\n<details>") for piece in self._pieces):
            self._pieces.append(text)

    def text(self) -> str:
        if self._missing:
            self._pieces.append(
                f"\n{self._missing} more changes are not shown here; `planparse diff --format text` shows all.\n"
            )
        return "".join(self._pieces)


def _tables(out: _Bounded, diff: PlanDiff, changes: Sequence[Change], places: Places, level: str) -> None:
    for section in sections(diff, changes):
        begun = False
        for view in section.records:
            rows = "".join(_rows(view, places))
            head = "" if begun else f"\n{level} {escape(section.heading)}\n\n{_HEAD}"
            begun = out.add(head + rows, len(view.lines)) or begun


def _rows(view: RecordView, places: Places) -> Iterator[str]:
    name = "" if view.name == view.record else escape(view.name)
    text = escape(view.text) if view.record != "objective" else "this objective"
    where = " → ".join(dict.fromkeys(p for p in places.of(view.previous, view.current) if p))
    if view.record in ("milestone", "statement"):
        text = f"{view.record}: {text}"
    if where:
        text += f"<br>{escape(where)}"
    for line in view.lines:
        yield f"| {name} | {text} | {_what(line)} | {_was(line)} | {_now(line)} |\n"
        name = text = ""


def _what(line: Line) -> str:
    words = kind_words(line.change)
    label = f" {line.label}" if line.label else ""
    remark = f" ({line.remark})" if line.remark else ""
    return escape(words + label + remark)


def _was(line: Line) -> str:
    words = line.change.words
    return _marked(words, "-", "~~") if words else escape(line.was)


def _now(line: Line) -> str:
    words = line.change.words
    return _marked(words, "+", "**") if words else escape(line.now)


def _marked(words: Sequence[tuple[str, str]], op: str, mark: str) -> str:
    out = []
    for kind, text in words:
        if kind == "=":
            out.append(escape(text, fold=False))
        elif kind == op and text.strip():
            # Marks hold only where they touch a word.
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            out.append(f"{before}{mark}{escape(text)}{mark}{after}")
    return "".join(out).strip()


def escape(text: str, *, fold: bool = True) -> str:
    """Text that Markdown shows as it is, also inside a table: one line, no live marks.

    >>> escape("a|b <c>")
    'a\\\\|b \\\\<c\\\\>'
    """
    text = re.sub(r"\s+", " ", text)
    return _SPECIAL.sub(r"\\\1", text.strip() if fold else text)


def _confirmation(c: Confirmation) -> str:
    word = "same record?" if c.doubt == "unsure" else "replaced?"
    was, now = escape(c.previous.text or ""), escape(c.current.text or "")
    return f"- {word} `--pair {c.pair}` (likeness {c.score:g}): {was} → {now}\n"
