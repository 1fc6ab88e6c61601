"""What is said of a document in which no plan was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.model.document import Document, Grid, units
from planparse.model.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_MANY, _FEW = 100, 0.02
"""Words of a text that is long enough to tell, and share of them that are small words, at least, where its letters are
known."""


def nothing_found(document: Document, headers: Sequence[str], vocabulary: Vocabulary) -> str:
    """What was looked for and found, and what to do. ``headers`` are those of the tables that were looked at."""
    tables = sum(isinstance(block, Grid) for block in document.blocks)
    found = f"found {tables} table{'s' * (tables != 1)}"
    if headers:
        found += f" with headers such as '{headers[0][:80]}'"
    advice = "if the wording is new, add it with --vocabulary"
    if document.format == "pdf" and _is_garbled(document, vocabulary):
        advice = (
            "hardly a word in it is English: if it looks right on the screen, its fonts do not name the letters that "
            "they show: export it anew from its source"
        )
    return (
        "no plan in it: looked for objectives with milestones or indicators, tables of measures with targets or "
        f"actuals, and action plans; {found}; {advice}"
    )


def _is_garbled(document: Document, vocabulary: Vocabulary) -> bool:
    texts = [text for _, text in units(document)]
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    lost = sum(text.count("\ufffd") for text in texts)
    if lost > max(_MANY, sum(map(len, words))):
        return True
    return len(words) >= _MANY and sum(word in vocabulary.small_words for word in words) < _FEW * len(words)
