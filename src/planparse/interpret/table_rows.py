"""The rows below the header of a plan table, each given to its record."""

from __future__ import annotations

from planparse.interpret.action_rows import read_actions
from planparse.interpret.blocks import BlockState
from planparse.interpret.labels import match_label
from planparse.interpret.ledger import Ledger
from planparse.interpret.rows import RowReader
from planparse.model.document import SEVERAL_COLUMNS
from planparse.model.trace import Remark, Use
from planparse.text import fold


def take_row(reader: RowReader, row: int, block: BlockState, ledger: Ledger) -> None:
    """Gives a row of a plan table to the records of ``block`` that it is of; what it is not is said."""
    if reader.beside is not None:
        take_row(reader.beside, row, block, ledger)
    if reader.schema.kind == "other":
        for cell in reader.cells(row):
            ledger.use(
                cell.places, Use("unused" if not cell.is_blank else "blank", "row of a table that is no plan table")
            )
        return
    if reader.quarter is not None and reader.is_next_quarter(row):
        reader.add_quarter(row)
        return
    role = reader.role(row)
    if role in ("band", "commentary") and any(SEVERAL_COLUMNS in cell.marks for cell in reader.cells(row)):
        role = "unknown"  # a record, it seems, whose values nobody can tell apart
    if role == "explained":
        ledger.header(reader.cells(row), "what stands in the columns")
    elif role == "band":
        band = reader.band(row)
        label = match_label(band.text, reader.vocabulary)
        if label is not None and label.role == "milestones" and reader.schema.kind == "actions":
            reader.group, reader.period = None, label.period
            return
        named = block.named(band, reader.schema.part)
        if named is None and row in reader.coded_bands:
            named = block.coded(band, reader.coded_bands[row])
        if named is not None:
            reader.objective, reader.group = named, None
    elif role == "parent":
        reader.take_parent(row)
    elif role == "commentary":
        if not reader.commentary(row):
            _unread(reader, row, role, ledger)
    elif role == "indicator":
        block.for_row(reader, row).indicators.append(reader.indicator(row))
    elif role == "action":
        drafts = read_actions(reader, row)
        beside = block.label.period if reader.schema.first_col and block.label is not None else None
        for draft in drafts:
            draft.period = draft.period or reader.period or beside
        block.for_row(reader, row).milestones.extend(drafts)
    elif role != "blank":
        _unread(reader, row, role, ledger)


def _unread(reader: RowReader, row: int, role: str, ledger: Ledger) -> None:
    cells = [c for c in reader.cells(row) if not c.is_blank]
    places = tuple(p for c in cells for p in c.places)
    ledger.use(places, Use("unused", f"{role} row"))
    if role == "unknown":
        text = " | ".join(fold(c.text) for c in cells)[:120]
        message = f"a row of a plan table was not understood: {text}"
        ledger.remarks.append(Remark("warning", "row-not-understood", message, (), places))


def is_record(reader: RowReader, row: int) -> bool:
    """Whether a row below labels goes on with the table above these: it fills most of its columns."""
    cells = [c for c in reader.cells(row) if not c.is_blank]
    return len(cells) * 2 > len(reader.schema.columns) and reader.role(row) in ("indicator", "action")
