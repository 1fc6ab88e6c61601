"""How long the HTML reader takes: a table of 1, 10 and 100 times 1,240 cells, and what the parsers alone take.

Run: ``python bench/html_cells.py``. Time should grow with the size; the last table is 5.4 MB.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from planparse.model.document import Grid
from planparse.model.options import ReadOptions
from planparse.pipeline import load_document

ROUNDS = 3


def page(rows: int) -> str:
    cells = "".join(f"<td>PED{n:03d} some measure text here 87%</td>" for n in range(6))
    return "<table>" + f"<tr>{cells}</tr>" * rows + "</table>"


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def cells(data: bytes) -> int:
    document = load_document(data, options=ReadOptions(), format="html")
    return sum(len(block.cells) for block in document.blocks if isinstance(block, Grid))


def parsers(text: str) -> dict[str, Callable[[], object]]:
    import lxml.html
    from bs4 import BeautifulSoup
    from selectolax.lexbor import LexborHTMLParser

    return {
        "lexbor, parse only": lambda: LexborHTMLParser(text),
        "lxml.html, parse only": lambda: lxml.html.fromstring(text),
        "bs4 with lxml, parse only": lambda: BeautifulSoup(text, "lxml"),
    }


def main() -> None:
    for rows in (207, 2_068, 20_680):
        data = page(rows).encode()
        count = cells(data)
        seconds = best(lambda: cells(data))  # noqa: B023
        print(f"{len(data) / 1e6:6.2f} MB {count:8,} cells {seconds:7.3f} s {seconds / count * 1e6:6.2f} us a cell")
    for name, work in parsers(page(20_680)).items():
        print(f"{name:28} {best(work):7.3f} s")


if __name__ == "__main__":
    main()
