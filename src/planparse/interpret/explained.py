"""A row right below a header that says what stands in each column, and is no record.

Measure               | 2022/23 outturn       | 2023/24 target         | Lead
Name of the measure   | What happened before  | What we aim for        | Who answers for it
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary

_NAMED = frozenset({"measure", "action"})
"""Columns that name what a row is about."""
_SAID = VALUE_ROLES | {"due"}
"""Columns that hold what a row says."""
_ASKING = 2
"""Texts that tell, each in other words, what stands in a column, at least."""


def is_explained(texts: Sequence[tuple[Column, str]], vocabulary: Vocabulary) -> bool:
    """Whether the texts of a row say what stands in their columns.

    Each column has one, in words alone: no value, code, direction or date is among them. That of the measure says that
    it is one, and others begin like questions; a note in place of a value does not begin so.
    """
    asking = {text for _, text in texts if _asks(text, vocabulary)}
    if len(asking) < _ASKING or not all(_is_told(text, vocabulary) for _, text in texts):
        return False
    named = [text for column, text in texts if column.role in _NAMED]
    if not named or not any(column.role in _SAID and text in asking for column, text in texts):
        return False
    return all(text in asking or _speaks_of_records(text, vocabulary) for text in named)


def _asks(text: str, vocabulary: Vocabulary) -> bool:
    return phrase_key(text).partition(" ")[0] in vocabulary.asking


def _speaks_of_records(text: str, vocabulary: Vocabulary) -> bool:
    """Whether one of the words is the name of a column of measures or actions: "The name of the indicator"."""
    return any(vocabulary.columns.get(word) in _NAMED for word in phrase_key(text).split())


def _is_told(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing that a record has in a column but its own words."""
    if not is_words(text, vocabulary) or is_code(text) or split_code(text) is not None:
        return False
    return phrase_key(text) not in vocabulary.directions and parse_due(text) is None
