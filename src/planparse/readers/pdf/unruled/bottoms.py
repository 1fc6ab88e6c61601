"""Rows without rules between them whose figures stand beside the last line of their text: where their codes are."""

from __future__ import annotations

from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import is_code, is_value

_CODES = 2
"""Codes, another one each, that show the rows of a table."""
_SEVERAL = 3
"""Rows of several lines that show by how their texts begin and end where each begins."""


def at_the_bottom(band: list[Placed]) -> tuple[int, list[list[Placed]]]:
    """The rows of lines whose figures stand beside the last line of each text, and how many lines of a header stand
    over them; no rows where they do not, or where nothing shows it for certain."""
    codes = [n for n, line in enumerate(band) if _is_coded(line)]
    if len({band[n].runs[0][2].text for n in codes}) < max(len(codes), _CODES):
        return 0, []
    figures = {n for n, line in enumerate(band) if line.has_figures()}
    if not figures or min(figures) < codes[0]:
        return 0, []
    if figures <= set(codes):
        return _up_to_codes(band, codes)
    return codes[0], _from_codes(band[codes[0] :])


def _from_codes(lines: list[Placed]) -> list[list[Placed]]:
    """Rows that begin with their codes, and bands between them; none where anything else begins a row, or figures do
    not stand beside the last of several lines."""
    out: list[list[Placed]] = []
    for line in lines:
        if _is_coded(line) or _is_band(line):
            out.append([line])
        elif line.first is None and _is_coded(out[-1][0]):
            out[-1].append(line)
        else:
            return []
    return out if all(len(row) == 1 or _ends_with_figures(row) for row in out) else []


def _is_coded(line: Placed) -> bool:
    return line.first is not None and is_code(line.first.text)


def _is_band(line: Placed) -> bool:
    """Whether a line has nothing but a text that begins in the first column."""
    return line.first is not None and len(line.runs) == 1 and not is_code(line.first.text)


def _ends_with_figures(row: list[Placed]) -> bool:
    """Whether the last line of a row has its figures, in columns that are white over it, and a text under the one
    beside the code."""
    *above, last = row
    if not last.has_figures() or any(line.has_figures() for line in above):
        return False
    columns = [first for first, _, run in last.runs if is_value(run.text)]
    beside = {first for first, _, _ in row[0].runs[1:]}
    under = any(first in beside for first, _, _ in last.runs)
    return under and not any(line.fills(col) for line in above for col in columns)


def _up_to_codes(band: list[Placed], codes: list[int]) -> tuple[int, list[list[Placed]]]:
    """Rows whose codes and figures stand beside the last line of the text: most of several lines end in small letters
    there, and what follows a code never begins in such."""
    columns = {next((first for first, _, _ in band[n].runs if first), 0) for n in codes}
    col = columns.pop()
    if not col or columns:
        return 0, []
    start = codes[0]
    while start and _is_text(band[start - 1], col) and _is_alike(band[start - 1], band[start], col):
        start -= 1
    out: list[list[Placed]] = [[]]
    for line in band[start:]:
        if _is_band(line) and not out[-1]:
            out[-1:] = [[line], []]
        elif line.first is None:
            out[-1].append(line)
        elif _is_coded(line):
            out[-1].append(line)
            out.append([])
        elif _is_header(line) and all(map(_is_header, out[-1])):
            out[-1].append(line)  # that of another table with these columns, or the same one again
            out.append([])
        else:
            return 0, []
    rows = [row for row in out if row]
    begins = [[begin for line in row if (begin := _begin(line, col))] for row in rows]
    if any(own and own[0].islower() for own in begins):
        return 0, []
    ends = [own[-1].islower() for own in begins if len(own) > 1]
    return (start, rows) if len(ends) >= _SEVERAL and 2 * sum(ends) > len(ends) else (0, [])


def _is_header(line: Placed) -> bool:
    return all(word.style.bold for _, _, run in line.runs for word in run.words)


def _is_text(line: Placed, col: int) -> bool:
    """Whether a line has nothing but a text in one column."""
    return len(line.runs) == 1 and line.runs[0][:2] == (col, col)


def _is_alike(above: Placed, line: Placed, col: int) -> bool:
    """Whether the texts of two lines in a column are both bold or both plain."""
    one, other = (
        next((run.words[0].style.bold for first, _, run in p.runs if first == col), None) for p in (above, line)
    )
    return one == other


def _begin(line: Placed, col: int) -> str:
    """The first letter of what a line has in a column."""
    return next((run.text[0] for first, _, run in line.runs if first == col), "")
