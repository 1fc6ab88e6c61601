"""The code of a measure in a line over its name, both over a card of its values: made one line.

T2                                              <- the code
Entries found correct on audit                  <- the name
Actual 2024                            98.2%    <- the card, a name of a value and the value in each row
Target 2025                            98.5%
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.interpret.codes import is_code
from planparse.interpret.header_rows import value_role
from planparse.interpret.periods import find_periods
from planparse.model.document import Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_FEW = 2
"""Rows of a card, and such cards in a document, at least."""


def with_codes(elements: Sequence[Element], vocabulary: Vocabulary) -> Sequence[Element]:
    """The document, each such code and name in one paragraph, where it has several."""
    found = [n for n in range(len(elements) - 2) if _is_coded(elements[n : n + 3], vocabulary)]
    if len(found) < _FEW:
        return elements
    out = list(elements)
    for n in reversed(found):
        code, name = out[n : n + 2]
        if isinstance(code, Paragraph) and isinstance(name, Paragraph):
            text = f"{fold(code.text)} {fold(name.text)}"
            out[n : n + 2] = [replace(name, text=text, places=code.places + name.places)]
    return out


def _is_coded(three: Sequence[Element], vocabulary: Vocabulary) -> bool:
    code, name, card = three
    if not isinstance(code, Paragraph) or not isinstance(name, Paragraph) or not isinstance(card, Grid):
        return False
    if not is_code(fold(code.text)) or is_code(fold(name.text)) or card.n_cols != 2 or card.n_rows < _FEW:
        return False
    names = [fold(cell.text) for cell in card.cells if cell.col == 0 and cell.col_span == 1]
    return len(names) == card.n_rows and all(find_periods(n) or value_role(n, vocabulary) for n in names)
