"""Nothing in the source is lost in silence, and nothing in a record comes from nowhere.

Generated plans are torn, shifted, cut into pages and decorated, and written in four forms. Every word of the source
is then in exactly one class of the trace, every word of a record is in the source, and every word of a cell that is
said to be used in a record is in a record.
"""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from io import BytesIO
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.model.document import Document, Grid, Paragraph, walk_cells
from planparse.model.options import PdfEngine
from planparse.model.plan import Plan
from planparse.model.trace import Trace, UnitClass
from planparse.pipeline import Extraction, extract
from planparse.text import strip_markup
from tests.checks.writing import Row, clean_plan, dump
from tests.readers.pdf.paper import Paper, text_width

Fragment = list[Row]
DAMAGES = ("tear", "shift", "page", "header", "markup", "note", "furniture", "blanks", "placeholder", "aside")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def is_indicator(row: Row) -> bool:
    return len(row) > 4 and not row[0] and bool(re.match(r"[A-Z]{3}\d{3}", row[1]))


class Source:
    """A plan on its way to a file: a title, and fragments of tables with paragraphs between them."""

    def __init__(self, seed: int) -> None:
        plan = clean_plan(seed)
        self.chance = random.Random(seed)
        self.title = plan.title
        self.blocks: list[Fragment | str] = list(plan.tables())

    def damage(self, how: str) -> None:
        at, table = self.chance.choice([(n, b) for n, b in enumerate(self.blocks) if not isinstance(b, str)])
        getattr(self, f"_{how}")(at, table)

    def _rows(self, table: Fragment) -> list[int]:
        return [n for n, row in enumerate(table) if is_indicator(row)]

    def _tear(self, at: int, table: Fragment) -> None:
        """The end of a measure stands in a row of its own behind a page break."""
        rows = self._rows(table)
        if not rows:
            return
        n = self.chance.choice(rows)
        head, _, tail = table[n][1].rpartition(" ")
        torn = [*table[n]]
        torn[1] = head
        rest = ["", tail, *[""] * (len(torn) - 2)]
        self.blocks[at : at + 1] = [[*table[:n], torn], [rest, *table[n + 1 :]]]

    def _shift(self, at: int, table: Fragment) -> None:
        rows = self._rows(table)
        if rows:
            n = self.chance.choice(rows)
            table[n] = [*table[n][1:], ""] if self.chance.random() < 0.5 else table[n][1:]

    def _page(self, at: int, table: Fragment) -> None:
        if len(table) > 2:
            n = self.chance.randint(1, len(table) - 1)
            self.blocks[at : at + 1] = [table[:n], table[n:]]

    def _header(self, at: int, table: Fragment) -> None:
        """A page break with the header of the table repeated behind it."""
        heads = [n for n, row in enumerate(table) if row[1:2] == ["Proposed measures"]]
        if heads and len(table) > heads[0] + 3:
            head = [["", *row[1:]] for row in table[heads[0] : heads[0] + 2]]
            n = self.chance.randint(heads[0] + 3, len(table) - 1) if len(table) > heads[0] + 3 else 0
            self.blocks[at : at + 1] = [table[:n], [*head, *table[n:]]]

    def _markup(self, at: int, table: Fragment) -> None:
        row = self.chance.choice(table)
        if len(row) > 1 and row[1]:
            row[1] = f'<ul style="x"> {row[1]}<br>'

    def _note(self, at: int, table: Fragment) -> None:
        rows = self._rows(table)
        if rows:
            row = table[self.chance.choice(rows)]
            row[3:] = [
                "Targets are agreed with the partnership once the survey has been repeated.",
                *[""] * (len(row) - 4),
            ]

    def _furniture(self, at: int, table: Fragment) -> None:
        self.blocks.insert(at, f"Page {self.chance.randint(1, 9)} of 9")

    def _blanks(self, at: int, table: Fragment) -> None:
        table.insert(self.chance.randint(0, len(table)), [""] * len(table[0]))

    def _placeholder(self, at: int, table: Fragment) -> None:
        rows = self._rows(table)
        if rows:
            row = table[self.chance.choice(rows)]
            row[self.chance.randint(2, len(row) - 1)] = self.chance.choice(("tbc", "", "n/a", "12% %", "5-6", "#REF!"))

    def _aside(self, at: int, table: Fragment) -> None:
        self.blocks.insert(at, "A longer paragraph that tells the reader how the council came to these targets.")

    def text(self) -> bytes:
        parts = [b if isinstance(b, str) else "\n".join("\t".join(row) for row in b) for b in self.blocks]
        return dump(self.title, []).encode() + ("\n" + "\n\n".join(parts) + "\n").encode()

    def html(self) -> bytes:
        out = [f"<!doctype html><title>x</title><h1>{self.title}</h1>"]
        for block in self.blocks:
            if isinstance(block, str):
                out.append(f"<p>{block}</p>")
                continue
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        return "".join(out).encode()

    def docx(self) -> bytes:
        import docx

        document = docx.Document()
        document.add_heading(self.title, 1)
        for block in self.blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
                continue
            width = max(map(len, block))
            table = document.add_table(len(block), width)
            for row, cells in zip(block, table.rows, strict=True):
                for text, cell in zip(row, cells.cells, strict=False):
                    cell.text = text
            document.add_paragraph()
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    def pdf(self) -> bytes:
        """Ruled tables on landscape pages; a table goes on on the next page where it is full."""
        paper = Press(self.title)
        for block in self.blocks:
            if isinstance(block, str):
                paper.paragraph(block)
            else:
                paper.table(block)
        return paper.bytes()

    def words(self) -> Counter[str]:
        out = Counter(words(self.title))
        for block in self.blocks:
            for text in [block] if isinstance(block, str) else [cell for row in block for cell in row]:
                out.update(words(text))
        return out


class Press:
    """Sets paragraphs and ruled tables onto pages, each line broken at a blank."""

    size, left, right, bottom = 8.0, 30.0, 812.0, 560.0

    def __init__(self, title: str) -> None:
        self.paper = Paper()
        self.sheet, self.y = self.paper.sheet(842, 595), 40.0
        self.sheet.text(self.left, self.y, title, size=16, bold=True)
        self.y += 20

    def _turn(self) -> None:
        self.sheet, self.y = self.paper.sheet(842, 595), 30.0

    def paragraph(self, text: str) -> None:
        if self.y + 24 > self.bottom:
            self._turn()
        self.sheet.text(self.left, self.y + 14, text, size=self.size)
        self.y += 24

    def table(self, rows: Fragment) -> None:
        width = max(map(len, rows))
        rest = (self.right - self.left - 120 - 260) / (width - 2) if width > 2 else 0
        xs = [self.left, self.left + 120, *(self.left + 380 + rest * n for n in range(width - 2)), self.right]
        set_rows = [self._set([*row, *[""] * (width - len(row))], xs) for row in rows]
        while set_rows:
            ys, on_page = [self.y], []
            while set_rows and ys[-1] + self._height(set_rows[0]) < self.bottom:
                on_page.append(set_rows.pop(0))
                ys.append(ys[-1] + self._height(on_page[-1]))
            if on_page:
                self.sheet.grid(xs, ys, on_page, size=self.size)
            self.y = ys[-1] + 12
            if set_rows:
                self._turn()

    def _height(self, row: Row) -> float:
        return 8 + self.size * 1.2 * max(cell.count("\n") + 1 for cell in row)

    def _set(self, row: Row, xs: list[float]) -> Row:
        return [self._broken(cell, right - left - 10) for cell, left, right in zip(row, xs, xs[1:], strict=False)]

    def _broken(self, text: str, width: float) -> str:
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            lines = [*lines[:-1], longer] if text_width(longer, self.size) <= width else [*lines, word]
        return "\n".join(line for line in lines if line)

    def bytes(self) -> bytes:
        return self.paper.bytes()


def label(text: str) -> str:
    """A column's header as printed; one without a header is called "column 5", and that is nobody's print."""
    return "" if re.fullmatch(r"column \d+", text) else text


def printed(plan: Plan) -> list[str]:
    """Every text of the plan that stands in the source as printed, and not one that was derived from it."""
    out = [plan.title or "", plan.organisation or ""]
    for o in plan.objectives:
        out += [o.printed_code or "", o.title or "", o.corporate_priority or "", o.lead or "", *o.headings]
        out += [*o.key_developments, *o.emerging_issues, *(f"{label(k)} {v}" for k, v in o.extra.items())]
        for m in o.milestones:
            out += [m.ref or "", m.text, m.lead or "", m.status or "", *(v for v in m.extra.values())]
        for i in o.indicators:
            out += [
                i.printed_code or "",
                i.measure,
                i.group or "",
                i.frequency or "",
                i.lead or "",
                i.rag or "",
                i.trend or "",
            ]
            out += [*i.notes, *(f"{label(k)} {v}" for k, v in i.extra.items())]
            for value in (*i.actuals, *i.targets, *i.comparators):
                out += [value.text, label(value.label)]
    return out


def list_labels(document: Document) -> Counter[str]:
    """The words of the list labels that a reader took off the text: "a." of "a. Open the pool"."""
    blocks = [b for b in document.blocks if isinstance(b, Paragraph)]
    cells = [c for b in document.blocks if isinstance(b, Grid) for c in walk_cells(b)]
    marked = [b.marker for b in (*blocks, *(b for c in cells for b in c.blocks))]
    return Counter(word for marker in marked for word in words(marker or ""))


def holds(found: Extraction, source: Counter[str]) -> None:
    trace: Trace = found.trace
    assert len({u.place.unit for u in trace.units}) == len(trace.units), "a unit is accounted for twice"
    assert {u.use.kind for u in trace.units} <= set(get_args(UnitClass))
    assert not [u for u in trace.units if u.use.kind == "blank" and u.text.strip()]
    accounted = Counter(word for unit in trace.units for word in words(unit.text)) + list_labels(found.document)
    assert accounted == source, "the trace has other words than the source"
    in_records = {word for text in printed(found.plan) for word in words(text)}
    assert in_records <= set(source), "a record has words that are not in the source"
    used = {w for u in trace.units if u.use.kind == "record" for w in words(strip_markup(u.text)[0])}
    assert used <= in_records, "words of cells that are said to be used are in no record"


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(DAMAGES), max_size=8))
def test_every_word_of_a_dump_is_accounted_for(seed: int, damages: list[str]) -> None:
    source = Source(seed)
    for how in damages:
        source.damage(how)
    holds(extract(source.text(), name="plan.txt"), source.words())


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(DAMAGES), max_size=8))
def test_every_word_of_a_page_is_accounted_for(seed: int, damages: list[str]) -> None:
    source = Source(seed)
    for how in damages:
        source.damage(how)
    holds(extract(source.html(), name="plan.html"), source.words())


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(DAMAGES), max_size=8))
def test_every_word_of_a_word_file_is_accounted_for(seed: int, damages: list[str]) -> None:
    source = Source(seed)
    for how in damages:
        source.damage(how)
    holds(extract(source.docx(), name="plan.docx"), source.words())


@pytest.mark.parametrize("engine", get_args(PdfEngine))
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), damages=st.lists(st.sampled_from(DAMAGES), max_size=8))
def test_every_word_of_a_pdf_is_accounted_for(engine: PdfEngine, seed: int, damages: list[str]) -> None:
    source = Source(seed)
    for how in damages:
        source.damage(how)
    holds(extract(source.pdf(), name="plan.pdf", pdf_engine=engine), source.words())


@pytest.mark.parametrize("how", DAMAGES)
def test_each_damage_changes_the_source(how: str) -> None:
    """The properties above would hold for nothing if the damages did nothing."""
    changed = 0
    for seed in range(20):
        source = Source(seed)
        before = source.text()
        source.damage(how)
        changed += source.text() != before
    assert changed >= 10
