"""How the Word reader grows with its rows, and how it compares with python-docx's ``row.cells``.

    python bench/docx_rows.py

A ladder of 1, 10 and 100 copies of one objective (40 indicators each), then a
file of 60 objectives by 40 indicators. Times are the best of three runs in
seconds of processor time. Linear growth gives the same figure in the last column
of each rung.
"""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

from planparse.model.document import Document, Grid
from planparse.model.options import ReadOptions
from planparse.pipeline import load_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
YEARS = ("Latest performance", "2016/17", "2017/18", "2018/19")


def cell(text: str, inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{inner}</w:tcPr><w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p></w:tc>"


def objective(number: int, indicators: int) -> str:
    title = cell(f"XY{number:02d}: Keep it going", '<w:gridSpan w:val="5"/>')
    rows = [f"<w:tr>{cell('Service Objective:')}{title}</w:tr>"]
    header = cell("Linked Indicators:", '<w:vMerge w:val="restart"/>') + cell("Proposed measures")
    rows.append(f"<w:tr>{header}{''.join(cell(year) for year in YEARS)}</w:tr>")
    for at in range(indicators):
        values = "".join(cell(f"{(number * at + k) % 100}%") for k in range(4))
        measure = cell(f"XY{number:02d}{at:03d}: Share of the things that are done in the time set for them")
        rows.append(f"<w:tr>{cell('', '<w:vMerge/>')}{measure}{values}</w:tr>")
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1600"/>' * 6 + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl><w:p/>"


def word_file(objectives: int, indicators: int) -> bytes:
    body = "".join(objective(n, indicators) for n in range(objectives))
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/word/document.xml' ContentType='{TYPES}.document.main+xml'/></Types>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='r1' Type='{OFFICE}/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def timed(work: Callable[[], object], runs: int = 3) -> float:
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def rows_of(document: Document) -> int:
    return sum(block.n_rows for block in document.blocks if isinstance(block, Grid))


def through_row_cells(data: bytes) -> int:
    import docx

    count = 0
    for table in docx.Document(BytesIO(data)).tables:
        for row in table.rows:
            count += sum(len(found.text) for found in row.cells)
    return count


def main() -> int:
    options = ReadOptions()
    load_document(word_file(1, 1), options=options)
    print(f"{'file':>12} {'rows':>7} {'bytes':>10} {'seconds':>9} {'us/row':>8}")
    for objectives in (1, 10, 100, 60):
        data = word_file(objectives, 40)
        seconds = timed(lambda data=data: load_document(data, options=options))  # type: ignore[misc]
        rows = rows_of(load_document(data, options=options))
        name = f"{objectives} x 40"
        print(f"{name:>12} {rows:>7} {len(data):>10} {seconds:>9.3f} {seconds / rows * 1e6:>8.1f}")
    slow = timed(lambda: through_row_cells(data), 1)
    print(f"python-docx row.cells on 60 x 40: {slow:.2f} s, {slow / seconds:.0f} times the reader's {seconds:.3f} s")
    return 0 if slow >= 10 * seconds else 1


if __name__ == "__main__":
    sys.exit(main())
