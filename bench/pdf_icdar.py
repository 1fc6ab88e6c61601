"""Tables of the ICDAR 2013 table competition's PDFs, one NAME.json for each NAME.pdf, for the data's own score.py.

    python bench/pdf_icdar.py DATA OUTPUTS && python DATA/score.py OUTPUTS

Prints the speed of the reader as a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from planparse.model.document import Document, Grid, walk_cells
from planparse.model.options import PdfEngine, ReadOptions
from planparse.pipeline import load_document


def tables(document: Document) -> Iterator[dict[str, object]]:
    """Every table of a document, nested ones included; pages count from one."""
    found = [b for b in document.blocks if isinstance(b, Grid)]
    while found:
        grid = found.pop(0)
        found += [t for cell in walk_cells(grid) for t in cell.tables]
        cells = [
            {
                "row": cell.row,
                "col": cell.col,
                "row_span": cell.row_span,
                "col_span": cell.col_span,
                "text": " ".join(f"{b.marker or ''} {b.text}" for b in cell.blocks),
            }
            for cell in grid.cells
        ]
        yield {"page": (grid.page or 0) + 1, "cells": cells}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("outputs", type=Path)
    parser.add_argument("--engine", choices=["pdfium", "pdfplumber"], default="pdfium")
    arguments = parser.parse_args()
    engine: PdfEngine = arguments.engine
    arguments.outputs.mkdir(parents=True, exist_ok=True)
    seconds, pages = 0.0, 0
    for path in sorted(arguments.data.glob("*.pdf")):
        data = path.read_bytes()
        start = time.process_time()
        document = load_document(data, options=ReadOptions(pdf_engine=engine))
        seconds += time.process_time() - start
        pages += len(document.sizes)
        text = json.dumps({"tables": list(tables(document))}, ensure_ascii=False)
        (arguments.outputs / f"{path.stem}.json").write_text(text, "utf-8")
    print("| engine | pages | CPU ms a page | pages a second |")
    print("|---|---|---|---|")
    print(f"| {engine} | {pages} | {seconds / pages * 1000:.2f} | {pages / seconds:.0f} |")


if __name__ == "__main__":
    main()
