"""How fast tables are read from PDF pages, as ratios within one run.

    python bench/pdf_tables.py [--copies N] [--rounds N] FILE.pdf ...

For each file: pdfplumber's ``extract_tables`` page by page, PDFium's floor (load the page, make its text page),
the tables of each page (words, rules, cells with their paragraphs), and the whole reader up to the Document. CPU
time, the median of the rounds, printed as a Markdown table; the same file is read ``--copies`` times in a row so
that short files count.
"""

from __future__ import annotations

import argparse
import gc
import io
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

NAMES = {
    "plumber": "pdfplumber's `extract_tables`",
    "reader": "the whole reader, up to the Document",
    "tables": "the tables of each page",
    "floor": "PDFium's floor: load the page, make its text page",
}
"""What is timed -> its name in the printed table."""


def plumber(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def floor(data: bytes) -> int:
    from planparse.readers.pdf.engines.pdfium import library

    lib = library()
    document = lib.FPDF_LoadMemDocument64(data, len(data), None)
    count: int = lib.FPDF_GetPageCount(document)
    for number in range(count):
        page = lib.FPDF_LoadPage(document, number)
        text = lib.FPDFText_LoadPage(page)
        lib.FPDFText_ClosePage(text)
        lib.FPDF_ClosePage(page)
    lib.FPDF_CloseDocument(document)
    return count


def tables(data: bytes) -> int:
    from planparse.model.options import ReadOptions
    from planparse.readers.pdf import open_source
    from planparse.readers.pdf.layout import lay_out

    source = open_source(data, ReadOptions())
    gc.disable()  # as in the whole reader
    for page in source.pages():
        lay_out(page)
    gc.enable()
    source.close()
    return source.n_pages


def reader(data: bytes) -> int:
    from planparse.model.options import ReadOptions
    from planparse.pipeline import load_document

    return len(load_document(data, options=ReadOptions()).sizes)


def per_page(work: Callable[[bytes], int], files: list[bytes], copies: int) -> float:
    """CPU milliseconds a page."""
    start, pages = time.process_time(), 0
    for data in files:
        for _ in range(copies):
            pages += work(data)
    return (time.process_time() - start) / pages * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    files = [path.read_bytes() for path in arguments.files]
    works = {"floor": floor, "tables": tables, "reader": reader}
    for work in (*works.values(), plumber):
        work(files[0])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows: list[dict[str, float]] = []
    for _ in range(arguments.rounds):
        row = {name: per_page(work, files, arguments.copies) for name, work in works.items()}
        row["plumber"] = per_page(plumber, files, 1)
        rows.append(row)
    print("| what | CPU ms a page | times faster than pdfplumber | times the floor |")
    print("|---|---|---|---|")
    for name, shown in NAMES.items():
        cost = statistics.median(r[name] for r in rows)
        faster = statistics.median(r["plumber"] / r[name] for r in rows)
        over = statistics.median(r[name] / r["floor"] for r in rows)
        print(f"| {shown} | {cost:.2f} | {faster:.1f} | {over:.1f} |")
    print(f"\nPeak memory before pdfplumber's rounds: {memory / 1024:.0f} MiB.")


if __name__ == "__main__":
    main()
