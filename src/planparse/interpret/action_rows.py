"""Rows of action plans: the action of a row, its code, and what the columns beside it say."""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.details import details_of
from planparse.interpret.draft import Column, MilestoneDraft, Text, cell_text, code_text
from planparse.interpret.items import cell_items
from planparse.interpret.periods import parse_period
from planparse.interpret.rows import RowReader, by_colour
from planparse.model.document import Cell
from planparse.model.trace import Use
from planparse.text import are_counted, bare_marker, fold, split_marker


def read_actions(reader: RowReader, r: int) -> list[MilestoneDraft]:
    """The action in row ``r``, or each of those that its cell counts, with what the columns beside it say; each of a
    list where these say nothing but whose they are."""
    draft = _read(reader, r)
    cell = reader.at(r, reader.schema.of("action") or reader.schema.of("measure"))
    blocks = [block for block in cell.blocks if block.text.strip()] if cell is not None else []
    refs = [bare_marker(block.marker or "") or "" for block in blocks]
    if cell is not None and len(blocks) > 1 and draft.code is None and (items := _listed(reader, cell)):
        texts = [Text(item, draft.text.places) for item in items]
        return [replace(draft, text=text, ref=None, extra={}, doubts=[*draft.doubts]) for text in texts]
    if draft.code or not are_counted(refs):
        return [draft]
    texts = [Text(fold(block.text), draft.text.places) for block in blocks]
    return [
        replace(draft, text=text, ref=ref, extra={**draft.extra}, doubts=[*draft.doubts])
        for text, ref in zip(texts, refs, strict=True)
    ]


def _listed(reader: RowReader, cell: Cell) -> list[str]:
    """The items of a list with bullets that is all a row says beside the name of its objective; none of another."""
    if any(column.role not in ("action", "objective") for column in reader.schema.columns):
        return []
    items = cell_items(cell)
    return [item.text for item in items] if all(item.marked and item.ref is None for item in items) else []


def _read(reader: RowReader, r: int) -> MilestoneDraft:
    schema = reader.schema
    named = schema.of("action")
    cell = reader.at(r, named or schema.of("measure"))
    assert cell is not None
    text = cell_text(cell)
    marker, rest = split_marker(text.text)
    draft = MilestoneDraft(text, code=code_text(reader.at(r, schema.of("code"))), group=reader.group)
    if draft.code:
        draft.ref = draft.code.text.rstrip(".:) ")
    elif marker or any(b.marker for b in cell.blocks[:1]):
        label = marker or cell.blocks[0].marker or ""
        draft.ref, draft.text = bare_marker(label), Text(rest, text.places)
    else:
        split = split_code(text.text)
        if split and is_code(split.printed) and split.rest:
            draft.ref, draft.text = split.printed, Text(split.rest, text.places)
    marked = [c for c in schema.all_of("mark") if (own := reader.at(r, c)) is not None and not own.is_blank]
    if len(marked) == 1:
        draft.period = marked[0].period
    elif named is not None:
        draft.period = _own_period(reader, r) or named.period
    for column in schema.columns:
        other = reader.at(r, column)
        if other is None or other.is_blank or other is cell:
            continue
        text = cell_text(other)
        details = details_of(text.text, reader.vocabulary) if column.role == "details" else None
        known = "due" if column.role == "target" and schema.of("kind") else column.role
        for role, part in (details or {known: text.text}).items():
            _take(draft, role, column, Text(part, text.places))
    if draft.status is None and (status := reader.status_colour(r)):
        draft.status = status
        draft.doubts.append(by_colour(status))
    return draft


def _own_period(reader: RowReader, r: int) -> str | None:
    """The period of row ``r`` that a column of them says."""
    cell = reader.at(r, reader.schema.of("own_period"))
    if cell is None or cell.is_blank:
        return None
    reader.ledger.use(cell.places, Use("label", "period"))
    return parse_period(cell_text(cell).text)


def _take(draft: MilestoneDraft, role: str, column: Column, text: Text) -> None:
    if role == "due":
        draft.due = text
    elif role == "lead":
        draft.lead = text
    elif role in ("progress", "rag"):
        draft.status = text
    elif role not in ("code", "objective", "objective_code", "action", "own_period"):
        draft.extra.setdefault(column.label or f"column {column.index + 1}", text)
