"""Whether lines that stand in columns are a table, or text set in columns, a list or a form."""

from __future__ import annotations

from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.words.lines import words_text
from planparse.readers.pdf.words.runs import is_code, is_date, is_number_label, is_value, is_year


def reason(table: Table, drawn: bool) -> str | None:
    """Why this is a table, in words; None where it is not. ``drawn``: rules or fills bound it."""
    n_cols = len(table.xs) - 1
    n_rows = len(table.ys) - 1
    columns = _columns(table)
    filled = [texts for texts in columns if texts]
    if n_rows < 2 or len(filled) < 2:
        return None
    figures = [sum(1 for t in texts if is_value(t)) for texts in columns]
    share = [f / len(t) if t else 0.0 for f, t in zip(figures, columns, strict=True)]
    several = _rows_with_several(table)
    if drawn:
        return f"{several} rows with text in several of {n_cols} aligned columns" if several >= 2 else None
    if n_cols == 2 and _led_by_dates(table):
        return "dates, each with its text beside it"
    if several < 3 or several < 0.4 * n_rows or _thin(table):
        return None
    if n_cols == 2 and sum(1 for t in columns[0] if is_number_label(t)) > 0.5 * len(columns[0]):
        return None
    if n_cols == 2 and (_labelled(columns[0]) or _bold_labels(table)):
        return "labels, each with its text beside it"
    if _prose(columns):
        return None
    with_figures = sum(1 for s, f in zip(share[1:], figures[1:], strict=True) if s >= 0.5 and f >= 2)
    if with_figures:
        return f"{with_figures} aligned columns of figures"
    if n_cols >= 3 and all(_short(texts) for texts in filled[1:]) and several >= 4:
        return f"{n_cols} aligned columns of short entries"
    if n_cols >= 3 and _coded(table):
        return f"a bold header over {n_rows - 1} rows with codes"
    if _dated(table):
        return f"a bold header over {n_rows - 1} rows with dates"
    if n_cols >= 4 and several >= 4 and sum(1 for t in filled if _short(t)) >= 0.5 * n_cols and _flush(table):
        return f"{n_cols} columns whose entries begin at one place each"
    return None


def is_bare(table: Table) -> bool:
    """Whether there are but numbers in a table, and blanks among them: neither names nor years say what they are, as
    those over the bars of a chart."""
    texts = [words_text(cell.words) if cell.words else "" for cell in table.cells]
    return "" in texts and not any(is_year(text) or any(map(str.isalpha, text)) for text in texts)


def _coded(table: Table) -> bool:
    """Whether a bold header, with a name for each column, stands over rows that begin with another code each, and have
    nothing bold."""
    head = [c for c in table.cells if c.slab.row == 0 and c.words]
    rest = [c for c in table.cells if c.slab.row > 0 and c.words]
    codes = [words_text(c.words) for c in rest if c.slab.col == 0]
    if len(head) < len(table.xs) - 1 or len(codes) < len(table.ys) - 2 or not all(map(is_code, codes)):
        return False
    bold = all(w.style.bold for c in head for w in c.words)
    return bold and len(set(codes)) == len(codes) > 1 and not any(w.style.bold for c in rest for w in c.words)


def _dated(table: Table) -> bool:
    """Whether a bold header, with a name for each column, stands over rows of which each has a text, a date in one
    column and nothing bold."""
    head = [c for c in table.cells if c.slab.row == 0 and c.words]
    rest = [c for c in table.cells if c.slab.row > 0 and c.words]
    if len(head) < len(table.xs) - 1 or not all(w.style.bold for c in head for w in c.words):
        return False
    if any(w.style.bold for c in rest for w in c.words) or any(c.slab.col_span > 1 for c in rest):
        return False
    rows = range(1, len(table.ys) - 1)
    texts = [{c.slab.row: words_text(c.words) for c in rest if c.slab.col == col} for col in range(len(head))]
    dates = [own for own in texts[1:] if set(own) == set(rows) and all(map(is_date, own.values()))]
    return len(rows) > 1 and bool(dates) and set(texts[0]) == set(rows)


def _led_by_dates(table: Table) -> bool:
    """Whether each row is a date and a text, and all texts begin at one place."""
    dates = [c for c in table.cells if c.slab.col == 0]
    texts = [c for c in table.cells if c.slab.col == 1]
    if len(dates) < len(table.ys) - 1 or len(texts) < len(dates) or not all(c.words for c in (*dates, *texts)):
        return False
    starts = [c.words[0].x0 for c in texts]
    return all(is_date(words_text(c.words)) for c in dates) and max(starts) - min(starts) < 1


def _columns(table: Table) -> list[list[str]]:
    """The texts of each column, spanning cells left out."""
    out: list[list[str]] = [[] for _ in table.xs[1:]]
    for cell in table.cells:
        if cell.words and cell.slab.col_span == 1:
            out[cell.slab.col].append(words_text(cell.words))
    return out


def _rows_with_several(table: Table) -> int:
    count: dict[int, int] = {}
    for cell in table.cells:
        if cell.words:
            count[cell.slab.row] = count.get(cell.slab.row, 0) + 1
    return sum(1 for n in count.values() if n > 1)


def _thin(table: Table) -> bool:
    """Whether most slots are blank, as where the labels of a chart happen to stand in line."""
    taken = sum(1 for cell in table.cells if cell.words)
    return taken < 0.45 * (len(table.xs) - 1) * (len(table.ys) - 1)


def _labelled(labels: list[str]) -> bool:
    """Whether these are labels of what stands beside them: short, and ended by a colon."""
    ended = sum(1 for t in labels if t.endswith(":"))
    return len(labels) >= 3 and ended >= 0.6 * len(labels) and _short(labels)


def _bold_labels(table: Table) -> bool:
    """Whether the first column holds short labels, all of them bold, and nothing is bold beside them."""
    labels = [c.words for c in table.cells if c.slab.col == 0 and c.slab.col_span == 1 and c.words]
    beside = [w for c in table.cells if c.slab.col == 1 for w in c.words]
    bold = all(w.style.bold for words in labels for w in words)
    plain = not any(w.style.bold for w in beside)
    return len(labels) >= 3 and bold and plain and _short([words_text(w) for w in labels])


def _flush(table: Table) -> bool:
    """Whether nearly all entries of each column begin at the same place."""
    starts: list[list[float]] = [[] for _ in table.xs[1:]]
    for cell in table.cells:
        if cell.words and cell.slab.col_span == 1:
            starts[cell.slab.col].append(min(w.x0 for w in cell.words))
    level = sum(1 for column in starts for x in column if abs(x - sorted(column)[len(column) // 2]) < 2)
    return level >= 0.85 * sum(map(len, starts))


def _prose(columns: list[list[str]]) -> bool:
    """Whether every column holds sentences."""
    return all(sum(len(t.split()) for t in texts) >= 4.5 * len(texts) for texts in columns if texts)


def _short(texts: list[str]) -> bool:
    return sum(len(t.split()) for t in texts) <= 4 * len(texts)
