"""The blocks of a Markdown file, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable

from planparse.errors import LimitExceeded
from planparse.model.document import Aside, AsideKind, Block, Cell, Grid, Note, Paragraph
from planparse.model.options import ReadOptions
from planparse.model.provenance import Place
from planparse.readers.html.lists import split_bullets
from planparse.readers.markdown.inline import STRUCK, is_bold, plain
from planparse.readers.markdown.pipes import is_framed, is_rule, split_row
from planparse.readers.units import Units
from planparse.text import clean, fold

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
_HR = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([\w-]*).*")
_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,4}[.)])[ \t]+(\S.*)")
_LETTERED = re.compile(r"[ \t]*(?:\([a-z]{1,4}\)|[a-z]{1,4}[.)])[ \t]+\S")
_QUOTE = re.compile(r"^ {0,3}(?:>(?: |$|(?=>)))+")
_TABLE_TAG = re.compile(r"<(/?)table\b", re.I)
_HTML = re.compile(r"[ \t]*</?(?:table|div|p|ul|ol|dl|h[1-6]|center|section|details)\b", re.I)
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,20})\]:[ \t]*(.*)")
_TITLE = re.compile(r"title:[ \t]*(.+)", re.I)


class BlockReader:
    """Reads from the first line to the last; each ``_block`` rule takes lines or leaves them to the next rule."""

    def __init__(self, text: str, options: ReadOptions) -> None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
        self.lines = [_QUOTE.sub("", line) if ">" in line[:4] else line for line in lines]
        self.options = options
        self.units = Units()
        self.blocks: list[Paragraph | Grid] = []
        self.asides: list[Aside] = []
        self.notes: list[Note] = []
        self.title: str | None = None
        self.at = 0
        self.tables = 0
        self.cells = 0
        self.pending: list[str] = []
        self.pending_at = 0
        self.pending_marker: str | None = None
        self.indents: list[int] = []
        self.marks: tuple[str, ...] = ()
        """Doubts about the text that was read last."""

    def run(self) -> None:
        self._front_matter()
        rules: tuple[Callable[[str], bool], ...] = (
            self._blank,
            self._fence,
            self._comment,
            self._heading,
            self._table,
            self._html,
            self._setext_or_rule,
            self._item,
        )
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not any(rule(line) for rule in rules):
                self._text(line)
        self._end_paragraph()

    def _front_matter(self) -> None:
        if self.lines[0].strip() != "---":
            return
        end = next((n for n, line in enumerate(self.lines[1:100], 1) if line.strip() in ("---", "...")), None)
        if end is None or not all(":" in line or not line.strip() or line[0] in " -#" for line in self.lines[1:end]):
            return
        for number, line in enumerate(self.lines[1:end], 1):
            if found := _TITLE.match(line):
                self.title = fold(clean(found[1].strip("\"' "))) or None
            self._aside("markup", line.strip(), number, "data about the file")
        self.at = end + 1

    def _blank(self, line: str) -> bool:
        if line.strip():
            return False
        self._end_paragraph()
        self.at += 1
        return True

    def _fence(self, line: str) -> bool:
        """Code is kept as text; a fence around Markdown is only a wrapper."""
        found = _FENCE.fullmatch(line)
        if not found:
            return False
        self._end_paragraph()
        self.at += 1
        start = self.at
        while self.at < len(self.lines) and not self.lines[self.at].lstrip().startswith(found[1]):
            self.at += 1
        if found[2].lower() in ("markdown", "md") or any(map(is_rule, self.lines[start : self.at])):
            self.lines[self.at : self.at + 1] = [""]
            self.at = start
            return True
        if text := clean("\n".join(self.lines[start : self.at])).strip():
            self.blocks.append(Paragraph(text, (self.units.paragraph(line=start),)))
        self.at += 1
        return True

    def _comment(self, line: str) -> bool:
        if not line.lstrip().startswith("<!--"):
            return False
        self._end_paragraph()
        start = self.at
        while "-->" not in self.lines[self.at] and self.at + 1 < len(self.lines):
            self.at += 1
        self._aside(
            "markup", "\n".join(self.lines[start : self.at + 1]).strip()[4:].removesuffix("-->"), start, "a comment"
        )
        self.at += 1
        return True

    def _heading(self, line: str) -> bool:
        found = _ATX.fullmatch(line)
        if not found:
            return False
        self._end_paragraph()
        self._paragraph([found[2] or ""], self.at, heading=len(found[1]))
        self.at += 1
        return True

    def _setext_or_rule(self, line: str) -> bool:
        found = _SETEXT.fullmatch(line)
        if found and self.pending and self.pending_marker is None and len(self.pending) == 1 and len(line.strip()) > 1:
            self._paragraph(self.pending, self.pending_at, heading=1 if found[1][0] == "=" else 2)
            self.pending = []
            self.at += 1
            return True
        if not _HR.fullmatch(line):
            return False
        self._end_paragraph()
        self.at += 1
        return True

    def _table(self, line: str) -> bool:
        lines = self.lines
        below = lines[self.at + 1] if self.at + 1 < len(lines) else ""
        if "|" not in line or not (is_rule(line) or is_rule(below) or (is_framed(line) and is_framed(below))):
            return False
        if is_rule(line) and not is_framed(below):
            return False
        self._end_paragraph()
        rows: list[tuple[int, list[str]]] = []
        while self.at < len(lines) and "|" in lines[self.at] and not _ATX.fullmatch(lines[self.at]):
            if not is_rule(lines[self.at]):
                rows.append((self.at, split_row(lines[self.at])))
            self.at += 1
        if rows and not any(rows[0][1]):
            del rows[0]
        if rows:
            self.blocks.append(self._grid(rows))
        return True

    def _grid(self, rows: list[tuple[int, list[str]]]) -> Grid:
        width = max(len(row) for _, row in rows)
        self.cells += width * len(rows)
        if self.cells > self.options.limits.max_cells:
            raise LimitExceeded(f"more than {self.options.limits.max_cells} cells; raise --max-cells")
        cells: list[Cell] = []
        for at, (line, row) in enumerate(rows):
            for col, text in enumerate(row):
                place = self.units.cell(table=self.tables, row=at, column=col, line=line)
                self.marks = ()
                blocks = self._cell_blocks(text, line)
                cells.append(Cell(at, col, 1, 1, blocks, (place,), marks=self.marks))
        self.tables += 1
        return Grid(tuple(cells), len(rows), width, spans_known=False, evidence=("pipe table",))

    def _cell_blocks(self, text: str, line: int) -> tuple[Block, ...]:
        if not text:
            return ()
        if "<li" in text or "<ul" in text or "<ol" in text:
            return self._html_blocks(text, line)
        bold = is_bold(text)
        items = split_bullets(self._plain(text, line))
        return tuple(Block(body, glyph, bold=bold) for glyph, body in items if body)

    def _html_blocks(self, text: str, line: int) -> tuple[Block, ...]:
        from planparse.readers.html import read_text

        document = read_text(text, self.options)
        for aside in document.asides:
            self._aside(aside.kind, aside.text, line, aside.reason)
        found = [block for block in document.blocks if isinstance(block, Paragraph)]
        return tuple(Block(self._plain(p.text, line), p.marker, p.level, p.bold) for p in found)

    def _html(self, line: str) -> bool:
        """An HTML block goes to the HTML reader: to the end of its table, else to the next blank line."""
        if not _HTML.match(line):
            return False
        self._end_paragraph()
        start, open_tables = self.at, 0
        while self.at < len(self.lines):
            here = self.lines[self.at]
            open_tables += sum(-1 if closing else 1 for closing in _TABLE_TAG.findall(here))
            if open_tables <= 0 and not here.strip():
                break
            self.at += 1
            if open_tables <= 0 and "</table" in here.lower():
                break
        self._take_html("\n".join(self.lines[start : self.at]), start)
        return True

    def _take_html(self, text: str, line: int) -> None:
        from planparse.readers.html import read_text
        from planparse.readers.markdown.renumber import Renumber

        document = read_text(text, self.options)
        shift = Renumber(self.units, self.tables, line)
        for block in document.blocks:
            self.blocks.append(shift.paragraph(block) if isinstance(block, Paragraph) else shift.grid(block))
        self.asides += [shift.aside(aside) for aside in document.asides]
        self.notes += document.notes
        self.tables = shift.next_table

    def _item(self, line: str) -> bool:
        found = _ITEM.fullmatch(line)
        if not found:
            return False
        self._end_paragraph(ends_list=False)
        indent = len(found[1])
        self.indents = [*(step for step in self.indents if step < indent), indent]
        self.pending_marker = "•" if found[2] in "-*+•" else found[2].replace(")", ".")
        self.pending, self.pending_at = [found[3]], self.at
        self.at += 1
        return True

    def _text(self, line: str) -> None:
        if note := _NOTE.fullmatch(line):
            self._end_paragraph()
            line = note[2]
        elif _LETTERED.match(line) and self.pending:
            self._end_paragraph(ends_list=False)
        if not self.pending:
            self.pending_at = self.at
        self.pending.append(line)
        self.at += 1

    def _end_paragraph(self, ends_list: bool = True) -> None:
        if self.pending:
            level = max(0, len(self.indents) - 1) if self.pending_marker else 0
            self._paragraph(self.pending, self.pending_at, marker=self.pending_marker, level=level)
        self.pending, self.pending_marker = [], None
        if ends_list and self.at < len(self.lines) and self.lines[self.at].strip():
            self.indents = []

    def _paragraph(
        self, lines: list[str], at: int, heading: int | None = None, marker: str | None = None, level: int = 0
    ) -> None:
        hard = [line.rstrip("\\") + "<br>" if line.endswith(("  ", "\\")) else line for line in lines]
        text = " ".join(line.strip() for line in hard)
        body = self._plain(text, at)
        if body:
            place = self.units.paragraph(line=at)
            bold = heading is not None or is_bold(text)
            self.blocks.append(Paragraph(body, (place,), heading, marker, level, bold, marks=self.marks))

    def _plain(self, text: str, line: int) -> str:
        outside: list[tuple[str, str]] = []
        body = plain(text, outside)
        self.marks = tuple(f"{STRUCK}: {part}" for part, reason in outside if reason == STRUCK)
        for part, reason in outside:
            if reason != STRUCK:
                self._aside("markup", part, line, reason)
        return body

    def _aside(self, kind: AsideKind, text: str, line: int, reason: str) -> None:
        text = clean(text).strip()
        if text:
            place: Place = self.units.paragraph(line=line)
            self.asides.append(Aside(kind, text, (place,), reason))
