"""Comma, semicolon or tab separated values: one grid, parted at blank lines."""

from __future__ import annotations

import csv
import io

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document
from planparse.model.options import ReadOptions
from planparse.readers.charset import decode
from planparse.readers.sheet import Entry, Line, SheetComposer
from planparse.readers.units import Units
from planparse.text import clean, without_guard

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a CSV file; places carry the row and column of the table and the line of the file.

    Raises ``InputRefused`` without any text and ``LimitExceeded`` beyond ``limits.max_cells``.
    """
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    named = first.strip().lower()
    if named.startswith("sep=") and len(named) == 5:
        text, delimiter = rest, first.strip()[4]
    else:
        delimiter = sniff(text)
    csv.field_size_limit(max(options.limits.max_bytes, 131_072))
    lines: list[Line] = []
    cells = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        start = 0
        for fields in reader:
            cells += len(fields)
            if cells > options.limits.max_cells:
                raise LimitExceeded(f"more than {options.limits.max_cells} cells; raise --max-cells")
            lines.append(Line(start, tuple(Entry(at, _text(field)) for at, field in enumerate(fields))))
            start = reader.line_num
    except csv.Error as error:
        raise InputRefused(f"not a CSV file that can be read: {error}") from error
    blocks = SheetComposer(Units(), options.limits.max_cells).compose(lines, "body", spans_known=False)
    if not blocks:
        raise InputRefused("no text in this file")
    return Document("csv", tuple(blocks), notes=notes)


def _text(field: str) -> str:
    """The field without the apostrophe that keeps a spreadsheet from running it; our own tables may have it."""
    return "\n".join(map(str.strip, clean(without_guard(field)).strip().split("\n"))) if field else ""


def sniff(text: str) -> str:
    """The delimiter under which most rows of the beginning have the same number of fields, two at least.

    >>> sniff("Ref;Measure;Target\\nA1;Cost, net;1,5\\n")
    ';'
    """
    sample = text[:200_000]
    best, delimiter = 0.0, ","
    for candidate in _DELIMITERS:
        widths: dict[int, int] = {}
        total = 0
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=candidate):
                if len(row) > 1:
                    widths[len(row)] = widths.get(len(row), 0) + 1
                total += bool(row)
                if total >= _SAMPLE_ROWS:
                    break
        except csv.Error:
            continue
        if not widths:
            continue
        width = max(widths, key=lambda w: (widths[w], w))
        score = widths[width] / max(1, total) * (1 + min(width, 10) / 100) * (0.9 if candidate == "|" else 1)
        if score > best + 1e-9:
            best, delimiter = score, candidate
    return delimiter
